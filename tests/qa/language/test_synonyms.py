"""Which words stand for the same thing, told by hand."""

import doctest

import pytest

from qa.language import synonyms
from qa.language.synonyms import unify
from qa.language.terms import find_terms


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(synonyms).failed == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cars", "automobiles", True),
        ("auto", "vehicle", True),
        ("chips", "semiconductors", True),
        ("ships", "vessels", True),
        ("prices", "inflation", True),
        ("cars", "ships", False),
        ("ships", "shipments", False),
        ("steel", "iron", False),
    ],
)
def test_only_words_for_the_same_thing_are_one(one: str, other: str, same: bool) -> None:
    ([first], [second]) = find_terms(one), find_terms(other)
    assert (unify(first) == unify(second)) is same
