"""Which figures of a sentence are of its instalment's period, by what a reader takes them for."""

import pytest

from qa.language.sentences import Span
from qa.timelines.dated_sentences import read_sentence
from tests.qa.drawing import make_release, month


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The part was 11.7 percent, having been 10.1 percent in November 2024.", [11.7]),
        ("In October it was 9.0 percent, in November 8.5 percent.", [8.5]),
        ("It was 11.7 percent, the most since March 2019.", [11.7]),
        ("In October 2025 exports were USD 3 billion and imports USD 2 billion.", []),
        ("A year earlier it was 11.7 percent.", []),
        ("Sales came to USD 3 billion, 5.8 percent more than in November last year.", [3e9, 5.8]),
        ("It was 3.0 percent, an increase over November 2024.", [3.0]),
        ("That is 5.4 percent above the level of November 2024.", [5.4]),
        ("It was 3.0 percent, compared with 2.5 percent in November 2024.", [3.0]),
    ],
)
def test_figures_about_another_period_are_not_the_instalments_own(
    text: str, own: list[float]
) -> None:
    release = make_release(month(11), text)
    sentence = read_sentence(release, month(11), Span(0, len(text)))
    assert [each.value for each in sentence.own] == own


@pytest.mark.parametrize(
    ("text", "to_date"),
    [
        ("Exports from January to November came to USD 3 billion.", [3e9]),
        ("Exports for the eleven months reached USD 3 billion.", [3e9]),
        ("1~11월 수출액은 30억 달러이다.", [3e9]),
        ("Exports in November came to USD 3 billion.", []),
        ("Exports in the third quarter came to USD 3 billion.", []),
        ("Exports for the ten months to October reached USD 3 billion.", []),
        ("Exports rose for the eleven months running, to USD 3 billion.", []),
        ("수출은 11개월 연속 늘어난 30억 달러이다.", []),
    ],
)
def test_figures_from_the_beginning_of_the_year_on_are_cumulated(
    text: str, to_date: list[float]
) -> None:
    sentence = read_sentence(make_release(month(11), text), month(11), Span(0, len(text)))
    assert [each.value for each in sentence.to_date] == to_date
