"""The scales of a plot: where values lie in a picture, which round numbers to write beside it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_TICKS = 6
_FACTORS = (1, 2, 2.5, 5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps numbers from `low` to `high` onto pixels from `start` to `end`.

    >>> Axis(0, 10, 100, 200)(2.5)
    125.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = 0.5 if self.high == self.low else (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def choose_ticks(values: Sequence[float]) -> list[float]:
    """Round numbers from below the lowest value to above the highest, at most six.

    0 is among them where the values reach half way down to it from the highest.

    >>> choose_ticks([20.5, 25.5])
    [20.0, 22.0, 24.0, 26.0]
    >>> choose_ticks([3.0, 25.5])
    [0.0, 10.0, 20.0, 30.0]
    """
    low, high = min(values), max(values)
    if 0 < low < high / 2:
        low = 0.0
    elif low / 2 < high < 0:
        high = 0.0
    if low == high:
        spread = abs(low) / 10 or 1.0
        low, high = low - spread, high + spread
    power = 10.0 ** math.floor(math.log10((high - low) / (_MOST_TICKS - 1)))
    step, first, last = high - low, 0, 0
    for factor in _FACTORS:
        step = factor * power
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first < _MOST_TICKS:
            break
    return [float(f"{step * place:.12g}") for place in range(first, last + 1)]


def measure_text(text: str) -> float:
    """About how wide a text is at 12 pixels."""
    return sum(12.0 if each >= "\u1100" else 6.6 for each in text)
