"""Of what it is asked whether something was done to it."""

import doctest

import pytest

from qa.language import subjects
from qa.language.subjects import find_subject


def test_examples_of_the_docstring_hold() -> None:
    assert doctest.testmod(subjects).failed == 0


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Was a toaster recalled", "toaster"),
        ("Have baby strollers been recalled this year?", "strollers"),
        ("Was the bird flu alert lowered?", "alert"),
        ("Has the plant already been built?", "plant"),
        ("was any cocaine seized at the border", "cocaine"),
        ("Is Velocrin still being sold?", "Velocrin"),
        ("Was anything published on vaccines?", None),
        ("Is it allowed?", None),
        ("Has Korea decided to join?", None),
        ("Are small stalls able to borrow?", None),
        ("Did exports rise?", None),
        ("Why were fans recalled?", None),
        ("토스터가 리콜되었나요?", None),
        ("", None),
    ],
)
def test_subject_is_the_noun_before_what_was_done(question: str, subject: str | None) -> None:
    assert find_subject(question) == subject
