"""Korean periods and what stands behind them."""

from datetime import date

import pytest

from qa.periods import find_periods


@pytest.mark.parametrize(
    "particle", "의 에 에는 엔 에도 은 이 로 치 치요 분의 까지 엔요 수출액".split()
)
@pytest.mark.parametrize(
    "words",
    [
        "지난달",
        "전월",
        "두 달 전",
        "작년 같은 달",
        "전년 동월",
        "지난 분기",
        "전분기",
        "작년",
        "올 3월",
        "작년 시월",
    ],
)
def test_korean_periods_take_any_particle(words: str, particle: str) -> None:
    anchor = date(2025, 12, 15)
    (alone,) = find_periods(words, anchor)
    (found,) = find_periods(f"{words}{particle} 얼마", anchor)
    assert found.period == alone.period


def test_past_months_are_whole_ones_where_figures_are_meant() -> None:
    (found,) = find_periods("최근 3개월 수출", date(2025, 12, 15))
    assert found.period.last == date(2025, 12, 15)
    assert found.whole is not None
    assert (found.whole.first, found.whole.last) == (date(2025, 9, 1), date(2025, 11, 30))
