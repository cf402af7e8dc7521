"""Claims that a release tells of only to deny them, asked for."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold

CLAIM = "A newspaper reported that the toll on the Gaon bridge will be doubled in May."
DENIAL = "This is not true."
FIGURE = "The release of March 2 stated that 450 ferries were inspected."
CORRECTION = "The correct figure is 45 ferries."


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [
        Release(
            "toll",
            "On Reports about the Bridge",
            date(2026, 3, 1),
            f"{CLAIM} {DENIAL} The bridge was opened ten years ago.",
            "Ministry",
        ),
        Release(
            "ferries",
            "Correction on Ferries",
            date(2026, 3, 9),
            f"{FIGURE} {CORRECTION} The ministry regrets the mistake.",
            "Ministry",
        ),
    ]
    with hold(tmp_path_factory.mktemp("denied"), encoder, releases) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("Will the toll on the Gaon bridge be doubled?", [DENIAL, CLAIM]),
        ("When will the toll on the bridge be doubled?", [DENIAL, CLAIM]),
        ("Were 450 ferries inspected?", [CORRECTION, FIGURE]),
        ("What is the correct figure of ferries?", [CORRECTION, FIGURE]),
        ("When was the bridge opened?", ["The bridge was opened ten years ago."]),
    ],
)
def test_what_denies_a_claim_is_marked_before_it(
    asker: Asker, question: str, marked: list[str]
) -> None:
    hit = asker.ask(Question(question, date(2026, 4, 1))).hits[0]
    text = hit.passage.text
    assert [text[span.start : span.end] for span in hit.highlights] == marked
