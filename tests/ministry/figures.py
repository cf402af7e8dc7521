"""Figures that behave like a ministry's: seasonal, wandering, and written in several ways.

A measure is a product of growth, season, a slow cycle and an autoregressive wander. What a release
says of one value (its level, its change on a year earlier, its record) stands in slots named
after the measure: `{level}`, `{level_change}`, `{level_rose}`, `{level_ago}` and so on.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from random import Random

from tests.ministry.spans import Span, ordinal


class Change(Enum):
    """What a change is counted in: the English form and the Korean one."""

    PERCENT = ("{} percent", "{}%")
    POINTS = ("{} points", "{}포인트")
    PERCENTAGE_POINTS = ("{} percentage points", "{}%p")


@dataclass(frozen=True, slots=True)
class Form:
    """How values of a unit are written; the Korean form counts `korean_scale` times as many."""

    english: str
    korean: str
    decimals: int
    korean_scale: float = 1.0
    korean_decimals: int = 0
    change: Change = Change.PERCENT


class Unit(Enum):
    USD_BILLION = Form(
        "USD {} billion|USD {} billion|${} billion|US${} billion", "{}억 달러", 1, 10, 0
    )
    USD_FINE = Form("USD {} billion|${} billion|US${} billion", "{}억 달러", 2, 10, 1)
    KRW_TRILLION = Form("KRW {} trillion|{} trillion won|KRW {} trillion", "{}조 원", 1, 1, 1)
    KRW_BILLION = Form("KRW {} billion|{} billion won", "{}억 원", 0, 10, 0)
    WON_PER_KWH = Form("KRW {} per kWh|{} won per kilowatt-hour", "kWh당 {}원", 1, 1, 1)
    SHARE = Form("{} percent", "{}%", 1, korean_decimals=1, change=Change.PERCENTAGE_POINTS)
    INDEX = Form("{}", "{}", 0, change=Change.POINTS)
    VEHICLES = Form("{} units|{} vehicles", "{}대", 0)
    BARRELS = Form("{} million barrels", "{}만 배럴", 1, 100, 0)
    TWH = Form("{} TWh|{} terawatt-hours", "{}TWh", 1, 1, 1)
    CGT = Form("{} million CGT|{} million compensated gross tons", "{}만 CGT", 2, 100, 0)
    GW = Form("{} GW|{} gigawatts", "{}GW", 1, 1, 1)
    MTOE = Form("{} million TOE|{} million tons of oil equivalent", "{}백만 TOE", 1, 1, 1)
    CASES = Form("{} cases", "{}건", 0)
    COUNT = Form("{}", "{}", 0)
    PRICE = Form("{}", "{}", 1, korean_decimals=1)
    WON = Form("KRW {}|{} won", "{}원", 0)
    TONS = Form("{} tons|{} metric tons", "{}톤", 0)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that a series reports. `growth`, `season` and `noise` are shares: .03 is 3 %.

    With `part_of` it is a share of another figure of the series, `start` at first; with `minus` it
    is what remains of one after another.
    """

    key: str
    unit: Unit
    start: float = 1.0
    growth: float = 0.0
    season: float = 0.0
    noise: float = 0.02
    part_of: str = ""
    minus: tuple[str, str] | None = None


def simulate(
    measure: Measure, spans: Sequence[Span], others: Mapping[str, Sequence[float]], rng: Random
) -> list[float]:
    """One value a span, rounded as it is published. `others` are the figures it is made of."""
    decimals = measure.unit.value.decimals
    if measure.minus is not None:
        whole, less = (others[key] for key in measure.minus)
        return [round(a - b, decimals) for a, b in zip(whole, less, strict=True)]
    wholes = others.get(measure.part_of, [1.0] * len(spans))
    sizes = _wander(measure, spans, rng)
    return [
        round(measure.start * size * whole, decimals)
        for size, whole in zip(sizes, wholes, strict=True)
    ]


def _wander(measure: Measure, spans: Sequence[Span], rng: Random) -> list[float]:
    """Factors around the growth of a measure, 1 at the start."""
    cadence = spans[0].cadence.value
    pattern = [rng.gauss(0, 1) for _ in range(cadence)]
    if cadence == 1:
        pattern = [0.0]
    phase = rng.uniform(0, 2 * math.pi)
    wander = 0.0
    values = []
    for at, span in enumerate(spans):
        wander = 0.75 * wander + rng.gauss(0, measure.noise)
        cycle = 2.2 * measure.noise * math.sin(2 * math.pi * at / cadence / 4.3 + phase)
        years = at / cadence
        size = (1 + measure.growth) ** years * math.exp(wander + cycle)
        size *= 1 + measure.season * pattern[span.number - 1]
        values.append(size)
    return values


def write_level(unit: Unit, value: float, rng: Random) -> str:
    """A value with its unit, in one of the unit's English forms."""
    return rng.choice(unit.value.english.split("|")).format(_number(value, unit.value.decimals))


def write_level_korean(unit: Unit, value: float) -> str:
    """
    >>> write_level_korean(Unit.USD_BILLION, 25.5)
    '255억 달러'
    """
    form = unit.value
    return form.korean.format(_number(value * form.korean_scale, form.korean_decimals))


def describe(
    measure: Measure,
    spans: Sequence[Span],
    values: Sequence[float],
    at: int,
    hidden: frozenset[Span],
    korean: bool,
    rng: Random,
) -> dict[str, str]:
    """Slots for the value at `at`; levels of `hidden` spans are not told.

    `at` must be a year in at least. A slot whose condition does not hold is missing: `_record`
    unless the value is the highest so far, `_streak` unless the direction has held three times.
    """
    unit, key = measure.unit, measure.key
    year = spans[at].cadence.value
    now, ago, before = values[at], values[at - year], values[at - 1]

    def level(value: float) -> str:
        return write_level_korean(unit, value) if korean else write_level(unit, value, rng)

    sign, size = change_between(unit, now, ago)
    slots = {key: level(now), f"{key}_change": write_change(unit, size, korean)}
    slots |= direct(key, sign, size, korean, rng)
    step_sign, step = change_between(unit, now, before)
    slots[f"{key}_step"] = write_change(unit, step, korean)
    slots |= direct(f"{key}_step", step_sign, step, korean, rng)
    if spans[at - year] not in hidden:
        slots[f"{key}_ago"] = level(ago)
    if spans[at - 1] not in hidden:
        slots[f"{key}_before"] = level(before)
    streak = 1
    while at - streak - year >= 0 and (
        change_between(unit, values[at - streak], values[at - streak - year])[0] == sign
    ):
        streak += 1
    if streak >= 3:
        slots[f"{key}_streak"] = str(streak) if korean else ordinal(streak)
    higher = [back for back in range(at) if values[back] >= now]
    if not higher:
        slots[f"{key}_record"] = "역대 최대" if korean else "an all-time high"
    elif year > 1 and at - higher[-1] > year:
        since = spans[higher[-1]]
        slots[f"{key}_since"] = since.korean if korean else since.full
    if 1 < spans[at].number < year:
        total = round(sum(values[at - spans[at].number + 1 : at + 1]), unit.value.decimals)
        slots[f"{key}_so_far"] = level(total)
    return slots


_UP: tuple[str, ...] = ("rose", "increased", "grew", "climbed", "gained", "expanded")
_DOWN: tuple[str, ...] = ("fell", "decreased", "declined", "dropped", "slid", "contracted")
_STRONG = ("surged", "jumped", "soared", "shot up"), ("plunged", "tumbled", "slumped", "sank")
_WEAK = ("edged up", "inched up", "ticked up"), ("edged down", "slipped", "dipped")


def direct(key: str, sign: int, size: float, korean: bool, rng: Random) -> dict[str, str]:
    """Words that go with a direction: `_rose`, `_up`, `_rise`, `_Rise`, and one of two guards."""
    up = sign > 0
    slots = {f"{key}_if_up" if up else f"{key}_if_down": ""}
    if korean:
        slots[f"{key}_up"] = "증가" if up else "감소"
        return slots
    verbs = _UP if up else _DOWN
    if size > 14 and rng.random() < 0.6:
        verbs = _STRONG[0 if up else 1]
    elif size < 1.5 and rng.random() < 0.6:
        verbs = _WEAK[0 if up else 1]
    slots[f"{key}_rose"] = rng.choice(verbs)
    slots[f"{key}_up"] = "up" if up else "down"
    slots[f"{key}_rise"] = rng.choice(
        ("rise", "increase", "gain") if up else ("fall", "decline", "drop")
    )
    slots[f"{key}_Rise"] = rng.choice(
        ("Rise", "Increase", "Climb", "Grow") if up else ("Fall", "Decline", "Drop", "Slide")
    )
    slots[f"{key}_Rises"] = slots[f"{key}_Rise"] + "s"
    return slots


def change_between(unit: Unit, now: float, then: float) -> tuple[int, float]:
    """Direction and size of a change, in what the unit counts changes in; never quite nothing."""
    change = now - then
    if unit.value.change is Change.PERCENT:
        change = change / then * 100
    change = round(change, 1)
    return (1 if change >= 0 else -1), max(1.0 if unit is Unit.INDEX else 0.1, abs(change))


def write_change(unit: Unit, size: float, korean: bool) -> str:
    """
    >>> write_change(Unit.USD_BILLION, 24.3, korean=False)
    '24.3 percent'
    """
    form = unit.value.change.value[korean]
    return form.format(f"{size:.0f}" if unit is Unit.INDEX else f"{size:.1f}")


def _number(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}"
