"""Timelines of a ministry that tells of each month in English or in Korean."""

from calendar import month_name
from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.timelines.timeline import Timeline
from tests.qa.holding import hold

AS_OF = date(2025, 1, 20)
MINISTRY, MINISTRY_KO = "Ministry of Trade, Industry and Energy", "산업통상자원부"


def write_exports(month: int, figure: str) -> Release:
    name = month_name[month]
    return Release(
        f"exports-{month}",
        f"Korea's Exports at USD {figure} Billion in {name}",
        date(2024, month + 1, 1),
        f"Korea's exports came to USD {figure} billion in {name} 2024, the ministry said. Demand "
        f"for chips and cars held up, while petrochemicals were weak. The balance was positive.",
        MINISTRY,
    )


def write_exports_in_korean(month: int, figure: str) -> Release:
    return Release(
        f"수출-{month}",
        f"2024년 {month}월 수출 {figure}억 달러",
        date(2024, month + 1, 1),
        f"산업통상자원부는 2024년 {month}월 수출이 {figure}억 달러를 기록했다고 밝혔다. 반도체와 "
        f"자동차 수요가 이어졌고 석유화학은 부진하였다. 무역수지는 흑자를 나타냈다.",
        MINISTRY_KO,
        language="ko",
    )


def write_textiles(month: int, figure: str) -> Release:
    return Release(
        f"섬유-{month}",
        f"2024년 {month}월 섬유 수출 {figure}억 달러",
        date(2024, month + 1, 20),
        f"산업통상자원부는 2024년 {month}월 섬유류 수출이 {figure}억 달러를 기록했다고 밝혔다. "
        f"베트남 현지 공장의 가동률이 회복되고 재생섬유 주문이 늘었다. 업계는 인력난을 호소한다.",
        MINISTRY_KO,
        language="ko",
    )


def write_cars(month: int, title: str, lead: str, green: str) -> Release:
    """In other words each month, and with figures of parts, in more words of a question."""
    name = month_name[month]
    return Release(
        f"cars-{month}",
        title,
        date(2024, month + 1, 16),
        f"{lead.format(month=name)} {green} By region, cars exported to the European Union brought "
        f"in USD 0.{month} billion. Sales of cars at home came to {month}40,100 units in {name}.",
        MINISTRY,
    )


def write_year(year: int, figure: str) -> Release:
    return Release(
        f"exports-{year}",
        f"Korea's Annual Exports at USD {figure} Billion in {year}",
        date(year + 1, 1, 1),
        f"For the whole of {year}, Korea's annual exports came to USD {figure} billion, a review "
        f"by the ministry showed. Free trade agreements and new markets played their part over the "
        f"twelve months.",
        MINISTRY,
    )


RELEASES = (
    *(write_exports(month, f"5{month}.1") for month in (1, 2, 4, 6, 7)),
    *(write_exports_in_korean(month, f"5{month}1") for month in (3, 4, 8)),
    # Of September there is a single release that is of no series, and of May none.
    Release(
        "수출-9",
        "2024년 9월 수출 591억 달러",
        date(2024, 10, 1),
        "9월 수출이 591억 달러로 집계되었다. 추석 연휴가 시월로 옮겨 갔다.",
        MINISTRY_KO,
        language="ko",
    ),
    *(write_textiles(month, f"{month}.1") for month in range(1, 11)),
    write_cars(
        3,
        "Auto Exports Reach USD 6.2 Billion in March",
        "The ministry released the trends of the automobile industry for {month}. Automobile "
        "exports in {month} came to USD 6.2 billion, up 3.1 percent from a year earlier.",
        "Exports of green cars climbed to USD 2.4 billion.",
    ),
    write_cars(
        4,
        "April Automobile Exports Edge Down 1.6% on Year",
        "Automobile exports amounted to USD 6.4 billion in {month} 2024, the ministry said.",
        "Of all car exports USD 2.5 billion were those of eco-friendly cars. Exports to the United "
        "States rose for the first time this year, to USD 2.7 billion.",
    ),
    write_cars(
        5,
        "Car Shipments Rebound in May: Exports of USD 6.6 Billion",
        "Exports of auto parts, compiled separately, reached USD 1.8 billion. Korea exported "
        "vehicles worth USD 6.6 billion in {month} 2024.",
        "Exports of green cars set a new record at USD 2.6 billion.",
    ),
    write_cars(
        6,
        "Strike Cuts June Car Exports by 9.4 Percent",
        "In {month} 2024 exports of automobiles fell to USD 4.9 billion, down 9.4 percent.",
        "Exports of eco-friendly cars decreased to USD 2.1 billion.",
    ),
    *(write_year(year, f"61{year % 10}.1") for year in (2022, 2023, 2024)),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("languages"), encoder, RELEASES) as asker:
        yield asker


def draw(asker: Asker, text: str) -> Timeline:
    return asker.draw_timeline(Question(text, AS_OF))


def read(found: Timeline) -> list[tuple[str, str | None]]:
    return [(point.release.id, point.figure_text) for point in found.points]


def test_month_that_the_other_language_tells_of_is_no_gap(asker: Asker) -> None:
    found = draw(asker, "How much were Korea's monthly exports?")
    assert read(found) == [
        ("exports-1", "USD 51.1 billion"),
        ("exports-2", "USD 52.1 billion"),
        ("수출-3", "531억 달러"),
        ("exports-4", "USD 54.1 billion"),
        ("exports-6", "USD 56.1 billion"),
        ("exports-7", "USD 57.1 billion"),
        ("수출-8", "581억 달러"),
        ("수출-9", "591억 달러"),
    ]
    assert [str(gap.first) for gap in found.gaps] == ["2024-05-01"]
    assert (found.series, found.unit) == ("exports-1", "USD")


def test_language_of_the_question_speaks_for_a_month_told_in_both(asker: Asker) -> None:
    found = draw(asker, "우리나라 월별 수출액은 얼마인가?")
    assert [name for name, _ in read(found)] == [
        *(
            "exports-1",
            "exports-2",
            "수출-3",
            "수출-4",
            "exports-6",
            "exports-7",
            "수출-8",
            "수출-9",
        )
    ]
    assert found.series == "수출-3"


def test_series_on_another_matter_stays_apart(asker: Asker) -> None:
    found = draw(asker, "섬유 수출액")
    assert [name for name, _ in read(found)] == [f"섬유-{month}" for month in range(1, 11)]


def test_months_of_a_year_are_shown_where_one_release_tells_of_it_all(asker: Asker) -> None:
    found = draw(asker, "How much were Korea's exports in 2024?")
    assert [str(point.period.first)[5:7] for point in found.points] == [
        *("01", "02", "03", "04", "06", "07", "08", "09")
    ]
    assert found.series == "exports-1"


def test_kind_of_period_that_is_asked_for_is_drawn(asker: Asker) -> None:
    years = draw(asker, "annual exports in 2024")
    assert [name for name, _ in read(years)] == [f"exports-{year}" for year in (2022, 2023, 2024)]
    months = draw(asker, "monthly exports in 2024")
    assert (len(months.points), months.series) == (8, "exports-1")


def test_period_of_one_instalment_is_not_filled_up_with_others(asker: Asker) -> None:
    found = draw(asker, "How much were Korea's exports from April to May 2024?")
    assert [name for name, _ in read(found)] == ["exports-4"]
    assert [str(gap.first) for gap in found.gaps] == ["2024-05-01"]


@pytest.mark.parametrize("text", ["car exports", "auto exports in 2024", "자동차 수출액"])
def test_what_is_told_in_other_words_each_month_is_marked_as_a_whole(
    asker: Asker, text: str
) -> None:
    assert read(draw(asker, text)) == [
        ("cars-3", "USD 6.2 billion"),
        ("cars-4", "USD 6.4 billion"),
        ("cars-5", "USD 6.6 billion"),
        ("cars-6", "USD 4.9 billion"),
    ]


def test_figures_of_a_part_are_marked_where_that_is_asked_for(asker: Asker) -> None:
    found = draw(asker, "exports of green cars")
    assert ("cars-3", "USD 2.4 billion") in read(found)
    assert ("cars-5", "USD 2.6 billion") in read(found)
