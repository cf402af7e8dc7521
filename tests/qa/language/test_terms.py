"""Terms against words reduced by hand, and what must hold for any text."""

import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language import terms
from qa.language.korean import split_bigrams
from qa.language.terms import STOP_WORDS, find_terms
from qa.records import Release


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(terms).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # figures
        ("USD 25.5 billion", "usd 25.5 billion"),
        ("3,810 units and 1,234,567.8 tons", "3810 unit 1234567.8 ton"),
        ("up 58.3%, 24.3.", "up 58.3 24.3"),
        ("the 14th, 1st, 2nd and 3rd", "14th 1st 2nd 3rd"),
        ("2025-12-15 at 12:30", "2025 12 15 12 30"),
        ("△3.7%", "3.7"),
        # abbreviations and codes
        ("the U.S. and the U.K.", "us uk"),
        ("U.S.-Korea", "us korea"),
        ("Washington, D.C.", "washington dc"),
        ("MC14 HBM3E 5G", "mc14 hbm3e 5g"),
        ("R&D", "r&d"),
        ("MOUs, FTAs and the SMEs' LNGs", "mou fta sme lng"),
        # names that are also function words
        ("the US asks us", "us ask"),
        ("WHO says who", "who say"),
        ("IT exports: it rose", "it export rose"),
        # hyphens, possessives, stems
        ("K-FEZ", "k-fez k fez"),
        ("K–FEZ", "k-fez k fez"),
        ("COVID-19", "covid-19 covid 19"),
        ("Korea’s and Korea's", "korea korea"),
        ("companies’ exporters'", "compani export"),
        ("Exports exported exporting", "export export export"),
        # nothing
        ("", ""),
        (" ... — “!” ___ △ ", ""),
        ("What is it that the", ""),
    ],
)
def test_english_is_reduced_as_by_hand(text: str, expected: str) -> None:
    assert find_terms(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("반도체", "반도 도체"),
        ("수출", "수출"),
        ("반도체 수출이", "반도 도체 수출 출이"),
        ("한·미 정상", "한 미 정상"),
        ("254.5억 달러", "254.5 억 달러"),
        ("11월", "11 월"),
        ("ICT수출", "ict 수출"),
        ("AI반도체와", "ai 반도 도체 체와"),
        ("한-중 FTA", "한 중 fta"),
    ],
)
def test_korean_is_cut_into_pairs_of_syllables(
    text: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As where the optional analyser is not installed; where it is, it cuts otherwise.
    monkeypatch.setattr(terms, "split_korean", split_bigrams)
    terms._reduce.cache_clear()
    assert find_terms(text) == expected.split()
    terms._reduce.cache_clear()


@pytest.mark.parametrize("text", ["반도체 수출", "Zürich café", "İstanbul"])
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert find_terms(decomposed) == find_terms(text)


@pytest.mark.parametrize("word", sorted(STOP_WORDS))
def test_function_words_are_dropped_in_lower_and_title_case(word: str) -> None:
    assert find_terms(word) == find_terms(word.capitalize()) == []


@given(st.text())
def test_any_term_is_one_word_in_lower_case(text: str) -> None:
    for term in find_terms(text):
        assert term
        # Terms are joined by spaces for the lexical index.
        assert term.split() == [term]
        assert not any("A" <= character <= "Z" for character in term)


@given(st.text(), st.text())
def test_terms_of_two_lines_are_those_of_each(one: str, other: str) -> None:
    assert find_terms(f"{one}\n{other}") == find_terms(one) + find_terms(other)


def test_every_figure_of_the_seeds_is_a_term(seed_releases: tuple[Release, ...]) -> None:
    for release in seed_releases:
        found = set(find_terms(release.body))
        words = [word.strip("(),.;:%“”’") for word in release.body.split()]
        figures = [word for word in words if word.replace(".", "", 1).isdecimal()]
        assert {figure for figure in figures if figure not in found} == set()
