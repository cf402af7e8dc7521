"""What a series does not report, asked for like what it does: not to be sure of that."""

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
from tests.qa.series.test_series_questions import CARS, CHIPS, write_cars, write_chips

AS_OF = date(2025, 12, 20)
OIL = {month: f"{78 + month * 7 % 11}.{month % 10}" for month in range(1, 12)}
SHIPS = {1: "2.31", 2: "2.74", 3: "1.98"}


def write_oil(month: int, figure: str) -> Release:
    name = month_name[month]
    return Release(
        f"oil-{month}",
        f"Crude Oil Imports at {figure} Million Barrels in {name}",
        date(2025, month + 1, 24),
        f"Korea imported {figure} million barrels of crude oil in {name} 2025, the ministry said. "
        f"Refiners bought two thirds of it in the Middle East. A barrel of Dubai crude cost "
        f"7{month % 10}.4 dollars. Consumption of petroleum products followed diesel and naphtha.",
        "Ministry of Trade",
    )


def write_ships(quarter: int, figure: str) -> Release:
    name = ("first", "second", "third")[quarter - 1]
    return Release(
        f"ships-{quarter}",
        f"Shipbuilders Win Orders for {figure} Million Tons in Q{quarter} 2025",
        date(2025, quarter * 3 + 1, 20),
        f"Korean shipyards won orders for {figure} million compensated gross tons in the {name} "
        f"quarter of 2025. LNG carriers made up the larger part. Owners in Europe and Asia chose "
        f"engines for two fuels. The share of the world's orders was a little higher.",
        "Ministry of Trade",
    )


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [
        *(write_oil(month, figure) for month, figure in OIL.items()),
        *(write_ships(quarter, figure) for quarter, figure in SHIPS.items()),
        *(write_chips(month, figure, date(2025, month + 1, 15)) for month, figure in CHIPS.items()),
        *(write_cars(month, figure, date(2025, month + 1, 12)) for month, figure in CARS.items()),
    ]
    with hold(tmp_path_factory.mktemp("near"), encoder, releases) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("How much copper was imported in October?", 0.5),
        ("What did the consumption of cement come to in May 2025?", 0.5),
        ("What was the average price of gold in August 2025?", 0.5),
        ("How much were furniture exports in September 2025?", 0.5),
        ("cosmetics exports august 2025", 0.5),
        ("Exports of instant noodles in November 2025", 0.5),
        ("2025년 9월 화장품 수출액은 얼마인가요?", 0.5),
        # All else speaks for it, which one word must not outweigh: it would be above .95.
        ("How much beef did Korea import in June 2025?", 0.9),
        ("Orders for office furniture in Q2 2025", 0.9),
    ],
)
def test_what_a_series_never_speaks_of_is_not_surely_answered_with_it(
    asker: Asker, question: str, most: float
) -> None:
    hit = asker.ask(Question(question, AS_OF)).hits[0]
    assert hit.place is not None
    assert hit.confidence is not None
    assert hit.confidence < most


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("What eye-popping level did car exports hit in November 2025?", "cars-11"),
        ("2025년 3월 실적 기준 원유 수입 규모는 어느 정도인가요?", "oil-3"),
    ],
)
def test_stray_word_leaves_an_answer_unsure_but_not_refused(
    asker: Asker, question: str, release: str
) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert answer.hits[0].release.id == release
    assert answer.verdict is Verdict.ANSWERED


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("How much crude did Korea buy from abroad in March 2025?", "oil-3"),
        ("How many barrels of oil came into the country in June 2025?", "oil-6"),
        ("What did refineries import in October?", "oil-10"),
        ("How much petroleum was shipped to Korea in May 2025?", "oil-5"),
        ("What did a barrel from Dubai cost in August 2025?", "oil-8"),
        ("How many vessels did Korean yards win in Q2 2025?", "ships-2"),
        ("vehicle exports november 2025", "cars-11"),
        ("2025년 5월 원유를 얼마나 수입했나요?", "oil-5"),
    ],
)
def test_what_a_series_says_in_other_words_is_answered(
    asker: Asker, question: str, release: str
) -> None:
    hit = asker.ask(Question(question, AS_OF)).hits[0]
    assert hit.release.id == release
    assert hit.confidence is not None
    assert hit.confidence > 0.65
