"""Matters that news is asked for of, and the texts that speak of them."""

import pytest

from qa.language.matters import Matter, read_matter


def test_matter_is_what_is_left_of_words_with_its_countries_apart() -> None:
    found = read_matter("the latest news on Chilean lithium", ["latest", "news"])
    assert found == Matter(frozenset({"lithium"}), frozenset({"Chile"}))


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("urban air mobility UAM news", "urban air mobil"),
        ("foreign direct investment (FDI)", "foreign direct invest"),
        ("UAM", "uam"),
        ("drones for UAM", "drone uam"),
    ],
)
def test_initials_beside_what_they_stand_for_are_not_of_the_matter(words: str, terms: str) -> None:
    assert read_matter(words, ["news"]) == Matter(frozenset(terms.split()))


@pytest.mark.parametrize("words", ["", "news of news"])
def test_of_nothing_there_is_no_matter(words: str) -> None:
    assert read_matter(words, ["news"]) is None


@pytest.mark.parametrize(
    ("text", "language", "spoken_of"),
    [
        ("New Turkish Envoy Calls on Minister", "en", True),
        ("Envoy to Türkiye", "en", True),
        ("튀르키예 대사 접견", "ko", False),  # an ambassador is no envoy by the glossary
        ("Turkish Firms Visit", "en", False),
        ("Envoy of Chile", "en", False),
    ],
)
def test_text_speaks_of_a_matter_that_it_has_all_of(
    text: str, language: str, spoken_of: bool
) -> None:
    matter = Matter(frozenset({"envoy"}), frozenset({"Türkiye"}))
    assert matter.is_in(text, language) is spoken_of


def test_korean_text_has_a_term_by_its_rendering() -> None:
    assert Matter(frozenset({"semiconductor"})).is_in("반도체 협력 방안 논의", "ko")
