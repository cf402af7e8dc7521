"""What is said in both languages: there is a sentence for whatever may have to be told."""

import doctest

import pytest

from qa.language.asked_forms import FORMS
from qa.language.asked_stages import STAGES
from qa.output import words
from qa.output.words import Language, read_words
from qa.retrieval.confidence import CONFIDENCE_SIGNALS
from qa.retrieval.judging import ADJUSTMENTS
from qa.retrieval.lacking import LACKS

SAID = read_words("qa.web")[Language.ENGLISH]._said


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(words).failed == 0


@pytest.mark.parametrize(
    ("begins", "names"),
    [
        ("signal_", CONFIDENCE_SIGNALS),
        ("why_", LACKS),
        ("adjusted_", [each.name for each in ADJUSTMENTS]),
        ("form_", [each.name for each in (*FORMS, *STAGES)]),
    ],
)
def test_whatever_may_be_told_has_words_and_nothing_else_has(
    begins: str, names: tuple[str, ...]
) -> None:
    of_answers = {"why_another_period", "why_part_of_period", "why_unheld"} | {
        f"why_{each.name}" for each in ADJUSTMENTS
    }
    citing = {"form_plain", "form_markdown", "form_bibtex", "form_ris"}
    said = {each for each in SAID if each.startswith(begins)} - of_answers - citing
    assert said == {f"{begins}{each}" for each in names}


def test_what_the_page_alone_says_is_not_said_elsewhere() -> None:
    assert "placeholder" not in read_words()[Language.ENGLISH]._said
    assert "placeholder" in SAID
