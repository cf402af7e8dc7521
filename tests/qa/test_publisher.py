"""One publisher's releases among many that are nearer to the question."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.output.answer_text import format_answer
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold

DAY = date(2025, 12, 20)
QUESTION = "How much did exports of batteries rise?"


def write_release(number: int) -> Release:
    body = f"Exports of batteries rose {number} percent, said the plant in ward {number}."
    published = date(2025, 1, 1) + timedelta(days=number)
    return Release(f"near-{number}", f"Batteries {number}", published, body, "Ministry")


FAR = Release(
    "far",
    "Ferries to the islands",
    date(2025, 6, 1),
    "Ferries ran to every island. Nobody spoke of what was sent abroad.",
    "Harbour Office",
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [*map(write_release, range(150)), FAR]
    with hold(tmp_path_factory.mktemp("publishers"), encoder, releases) as asker:
        yield asker


def test_release_is_found_however_many_of_others_are_nearer(asker: Asker) -> None:
    everybody = asker.ask(Question(QUESTION, DAY, k=100, per_series=100))
    assert "far" not in [hit.release.id for hit in everybody.hits]
    own = asker.ask(Question(QUESTION, DAY, k=100, publisher="Harbour Office"))
    assert [hit.release.id for hit in own.hits] == ["far"]
    assert own.verdict is Verdict.NOT_FOUND
    assert own.interpretation.publisher == "Harbour Office"


def test_publisher_that_is_not_held_is_told_of(asker: Asker) -> None:
    answer = asker.ask(Question(QUESTION, DAY, publisher="Nobody"))
    assert (answer.verdict, answer.hits, answer.nearest) == (Verdict.NOT_FOUND, (), ())
    shown = format_answer(answer)
    assert "By Nobody (given)" in shown
    assert "Nothing of “Nobody” was published by 2025-12-20." in shown
    assert "The names of those held are in: qa status" in " ".join(shown.split())


def test_what_is_nearest_in_time_is_of_the_publisher(asker: Asker) -> None:
    answer = asker.ask(Question(QUESTION, date(2025, 5, 1), publisher="Harbour Office"))
    assert answer.nearest == ()
    before = Question("ferries in the week of 7 June 2025", DAY, publisher="Harbour Office")
    assert asker.ask(before).hits[0].release.id == "far"
