"""Timelines of series of which a month was corrected, in a real library."""

from datetime import date

import pytest

from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.timelines.timeline import Timeline
from tests.qa.corrected_releases import AS_OF, CORRECTION, KOREAN

ARRIVALS = "How much were arrivals of foreign investment each month?"
SEAFOOD = "수산물 수출액은 매월 얼마였나요?"


def draw(asker: Asker, question: str, as_of: date = AS_OF) -> Timeline:
    return asker.draw_timeline(Question(question, as_of))


def read(found: Timeline) -> list[tuple[str, str | None]]:
    return [(point.release.id, point.figure_text) for point in found.points]


def test_correction_speaks_for_the_month_it_corrects_where_the_right_figure_is_plain(
    corrected_asker: Asker,
) -> None:
    found = draw(corrected_asker, ARRIVALS)
    assert read(found) == [
        ("arrivals-03", "USD 5.1 billion"),
        ("arrivals-04", "USD 4.4 billion"),
        ("correction", "USD 7.9 billion"),
        ("arrivals-06", "USD 6.5 billion"),
    ]
    point = found.points[2]
    assert str(point.period.first) == "2026-05-01"
    assert point.sentence == "The correct amount is USD 7.9 billion, up 8.2 percent."
    assert point.sentence in CORRECTION.body
    assert point.corrections.corrects is not None
    assert point.corrections.corrects.release_id == "arrivals-05"
    assert found.unit == "USD"


def test_of_a_korean_series_too(corrected_asker: Asker) -> None:
    found = draw(corrected_asker, SEAFOOD)
    assert read(found)[2] == ("korean", "2억 6,420만 달러")
    assert found.points[2].sentence in KOREAN.body


def test_where_it_is_left_open_what_is_right_the_month_says_that_it_was_corrected(
    corrected_asker: Asker,
) -> None:
    point = draw(corrected_asker, ARRIVALS).points[3]
    assert (point.release.id, point.withdrawn) == ("arrivals-06", True)
    assert [each.release_id for each in point.corrections.corrected_by] == ["unsure"]


@pytest.mark.parametrize(
    ("question", "figure", "correction"),
    [
        ("How much foreign investment was pledged each month?", "USD 14.8 billion", "correction"),
        ("김 수출액 추이", "9,700만 달러", "korean"),
    ],
)
def test_what_is_not_corrected_stands_and_its_release_is_said_to_be(
    corrected_asker: Asker, question: str, figure: str, correction: str
) -> None:
    point = draw(corrected_asker, question).points[2]
    assert (point.figure_text, point.withdrawn) == (figure, False)
    assert [each.release_id for each in point.corrections.corrected_by] == [correction]


def test_before_the_correction_came_out_nothing_is_said_of_it(corrected_asker: Asker) -> None:
    point = draw(corrected_asker, ARRIVALS, date(2026, 6, 11)).points[2]
    assert (point.figure_text, point.corrections.corrected_by) == ("USD 8.2 billion", ())
