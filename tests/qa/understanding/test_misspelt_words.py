"""Words that a question misspells: read as what releases have, where it is plain what is meant."""

from collections.abc import Sequence

import pytest

from qa.language.terms import find_terms
from qa.understanding.misspelt_words import spell_words

# What releases have, and what an encoder knows besides.
HELD = frozenset(
    find_terms(
        "foreign investment exports battery recycling cooperation facts level awards received"
    )
)
KNOWN = frozenset("copper lend real grant".split()) | frozenset(
    "foreign investment exports battery recycling cooperation facts level award received".split()
)


def _count_term(term: str) -> int:
    return 3 * (term in HELD)


def _count_pieces(texts: Sequence[str]) -> list[int]:
    return [1 if each in KNOWN else 2 for each in texts]


def _spell(text: str) -> str:
    return spell_words(text, _count_term, _count_pieces).text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("foriegn investmnt in May", "foreign investment in May"),
        ("where is batery recyling done", "where is battery recycling done"),
        ("exprots", "exports"),
        ("who recieved the foreign awards", "who received the foreign awards"),
    ],
)
def test_word_that_no_release_has_is_read_as_what_it_misspells(text: str, read: str) -> None:
    assert _spell(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "copper exports",  # held are "cooper" ations
        "which lenders took part",
        "Foriegn Investmnt",  # may be names
        "FORIEGN",
        "foriegn-investmnt",
        "facets of it",
        "levees built",
        "novmber exports",  # `qa.understanding.misspelt_dates` reads it
        "수출 투자",
    ],
)
def test_known_words_names_and_dates_are_left(text: str) -> None:
    assert _spell(text) == text


def test_what_was_misspelt_is_given_with_its_place() -> None:
    spelt = spell_words("ict exprots", _count_term, _count_pieces)
    [(span, right)] = spelt.changes
    assert (spelt.typed[span.start : span.end], right) == ("exprots", "exports")


def test_no_more_words_are_looked_up_than_a_few() -> None:
    asked: list[str] = []

    def count_term(term: str) -> int:
        asked.append(term)
        return 0

    spell_words("batery " * 280, count_term, _count_pieces)
    assert len(asked) < 10_000
