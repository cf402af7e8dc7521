"""Round numbers beside a plot, and where values lie in it."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.timelines import axes
from qa.timelines.axes import Axis, choose_ticks

numbers = st.floats(-1e16, 1e16, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-6)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(axes).failed == 0


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([25.5e9, 20.1e9], [20e9, 22e9, 24e9, 26e9]),
        ([0.655, 1.801], [0.0, 0.5, 1.0, 1.5, 2.0]),
        ([-3.2, 24.3], [-10.0, 0.0, 10.0, 20.0, 30.0]),
        ([-30.0, -2.0], [-30.0, -20.0, -10.0, 0.0]),
        ([78.3, 79.9], [78.0, 78.5, 79.0, 79.5, 80.0]),
        ([100.0], [90.0, 95.0, 100.0, 105.0, 110.0]),
        ([0.0], [-1.0, -0.5, 0.0, 0.5, 1.0]),
    ],
)
def test_ticks_are_round_and_hold_the_values(values: list[float], ticks: list[float]) -> None:
    assert choose_ticks(values) == ticks


@given(st.lists(numbers, min_size=1, max_size=30))
def test_ticks_are_few_in_order_and_around_the_values(values: list[float]) -> None:
    ticks = choose_ticks(values)
    room = 1e-9 * max(abs(each) for each in [*values, 1.0])
    assert 2 <= len(ticks) <= 6
    assert ticks == sorted(ticks)
    assert ticks[0] <= min(values) + room
    assert ticks[-1] >= max(values) - room


@given(numbers, numbers, st.floats(0, 1))
def test_axis_keeps_order_and_ends(low: float, high: float, share: float) -> None:
    low, high = sorted((low, high))
    axis = Axis(low, high, 0, 100)
    value = low + share * (high - low)
    assert 0 <= axis(value) <= 100
    if low < high:
        assert (axis(low), axis(high)) == (0, 100)
    else:
        assert axis(low) == 50
