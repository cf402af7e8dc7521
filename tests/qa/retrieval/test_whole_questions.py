"""Exports as a whole, asked for beside series of what was exported: the release on all of them."""

from calendar import month_name
from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold
from tests.qa.series.test_series_questions import AS_OF, CARS, CHIPS, write_cars, write_chips

ALL = {7: "60.8", 8: "58.4", 9: "65.9", 10: "59.5", 11: "61.0"}


def write_all(month: int, figure: str, day: date) -> Release:
    name = month_name[month]
    return Release(
        f"all-{month}",
        f"Shipments Abroad in {name}",
        day,
        f"Korea's exports came to USD {figure} billion in {name} 2025. Chips, ships and "
        f"cars sold well, and steel did not. By region, the United States and ASEAN took more.",
        "Ministry of Trade",
    )


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [
        *(write_all(month, figure, date(2025, month + 1, 1)) for month, figure in ALL.items()),
        *(write_chips(month, figure, date(2025, month + 1, 15)) for month, figure in CHIPS.items()),
        *(write_cars(month, figure, date(2025, month + 1, 12)) for month, figure in CARS.items()),
    ]
    with hold(tmp_path_factory.mktemp("whole"), encoder, releases) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("How much did Korea export in October?", "all-10"),
        ("korea exports oct 2025", "all-10"),
        ("total exports september 2025", "all-9"),
        ("What were Korea's exports worth last month?", "all-11"),
        ("2025년 8월 수출액은 얼마인가요?", "all-8"),
        ("지난달 우리나라 수출은?", "all-11"),
        ("auto exports october 2025", "cars-10"),
        ("How much did semiconductor exports come to in August?", "chips-8"),
        ("2025년 9월 자동차 수출은 얼마였습니까?", "cars-9"),
    ],
)
def test_exports_of_nothing_in_particular_are_all_exports(
    asker: Asker, question: str, release: str
) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert (answer.hits[0].release.id, answer.verdict) == (release, Verdict.ANSWERED)
