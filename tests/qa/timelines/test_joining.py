"""Series of one matter as one: what is joined, and who speaks for a month."""

from dataclasses import replace
from datetime import date

import pytest

from qa.periods import Period
from qa.series.series import Instalment
from qa.timelines.joining import agree, find_shared, join_instalments
from tests.qa.drawing import make_release, month


def run(language: str, *numbers: int) -> list[Instalment]:
    return [
        Instalment(f"{language}{each}", "T", date(2025, 12, 1), "M", month(each), language)
        for each in numbers
    ]


@pytest.mark.parametrize(
    ("language", "ids"),
    [
        ("en", ["en1", "en2", "ko3", "en4", "ko5"]),
        ("ko", ["en1", "ko2", "ko3", "en4", "ko5"]),
    ],
)
def test_language_asked_in_speaks_for_a_month_told_in_both(language: str, ids: list[str]) -> None:
    runs = [run("ko", 2, 3, 5), run("en", 1, 2, 4)]
    for each in (runs, runs[::-1]):
        assert [one.release_id for one in join_instalments(each, language)] == ids


def test_first_run_speaks_where_neither_is_in_that_language() -> None:
    other = [replace(each, release_id="other") for each in run("ko", 2)]
    assert [each.release_id for each in join_instalments([run("ko", 2), other], "en")] == ["ko2"]


def test_shared_are_those_about_the_same_periods() -> None:
    pairs = find_shared(run("en", 1, 2, 4), run("ko", 2, 3, 4))
    assert [(one.release_id, other.release_id) for one, other in pairs] == [
        ("en2", "ko2"),
        ("en4", "ko4"),
    ]


@pytest.mark.parametrize(
    ("told", "same"),
    [
        # No month is told of by both.
        ([], True),
        ([("Exports were USD 25.5 billion.", "수출은 255억 달러를 기록했다.")], True),
        # One is rounded further.
        ([("Exports were USD 25.5 billion.", "수출은 255.4억 달러를 기록했다.")], True),
        ([("Exports were USD 25.5 billion.", "수출은 13.1억 달러를 기록했다.")], False),
        # Percents are alike by chance.
        ([("Exports fell 3.2% to USD 25.5 billion.", "수출은 3.2% 줄어 13억 달러였다.")], False),
        ([("Exports rose.", "수출은 255억 달러를 기록했다.")], True),
        # A month may have been corrected.
        (
            [
                ("Exports were USD 25.5 billion.", "수출은 257억 달러를 기록했다."),
                ("Exports were USD 25.5 billion.", "수출은 255억 달러를 기록했다."),
            ],
            True,
        ),
    ],
)
def test_series_agree_whose_amounts_do(told: list[tuple[str, str]], same: bool) -> None:
    period: Period = month(11)
    shared = [
        (period, make_release(period, one), make_release(period, other, language="ko"))
        for one, other in told
    ]
    assert agree(shared) is same
