"""A timeline's marked figures as a picture: SVG 1.1 (https://www.w3.org/TR/SVG11/).

The axis across is scaled by the period, the line is broken where an instalment is missing, and what
is written beside points are the words of the releases. No scripts and no references. It is drawn by
attributes, so that it shows where style sheets are not let in; the classes are for those that are.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from xml.etree.ElementTree import Element

from qa.periods import Granularity, Period
from qa.periods.calendar import MONTHS_IN, month_index
from qa.periods.period_names import name_period
from qa.timelines.axes import Axis, choose_ticks, measure_text
from qa.timelines.svg import GROUND, Attributes, add_element, clean, draw_way, write_text
from qa.timelines.timeline import Point, Timeline

_WIDTH, _HEIGHT = 760, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 736, 78, 354  # of the area within the axes
_QUESTION = 34  # pixels at the top for the question
_MOST_NAMES, _MOST_RANGES = 7, 3  # names of periods below
_LINE = 15  # pixels between lines of text
# From which value on the axis counts in what: up to 10,000 in ones.
_SCALES = (
    (1e12, 1e12, "trillion"),
    (1e9, 1e9, "billion"),
    (1e6, 1e6, "million"),
    (1e4, 1e3, "thousand"),
    (0.0, 1.0, ""),
)

_INK: Attributes = {"color": "#1b1f24", "font-family": "system-ui,sans-serif", "font-size": 12}
_MARK: Attributes = {"class": "mark", "color": "#0a58a6"}
_STYLE = (
    "@media(prefers-color-scheme:dark){svg{color:#e8eaed}.ground{fill:#15181c}"
    ".mark{color:#79b8ff}.words{stroke:#15181c}}"
)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A point of the plot: where it is in time, its value, and what run of points it is in."""

    at: int
    value: float
    words: str
    point: Point
    run: int

    @property
    def name(self) -> str:
        return name_period(self.point.period)


@dataclass(frozen=True, slots=True)
class _Frame:
    across: Axis
    upward: Axis

    def find_spot(self, placed: _Placed) -> tuple[float, float]:
        return self.across(placed.at), self.upward(placed.value)


def draw_plot(timeline: Timeline, *, alone: bool = True) -> str:
    """The marked figures of a timeline, as the text of an SVG document.

    `alone`, it has the question above, and is light or dark as the reader's screen is; otherwise it
    is part of a page that has the question and styles its classes. Raises QuestionError when the
    figures are not all in one unit.
    """
    unit = timeline.require_unit()
    placed = _place(timeline)
    ticks = choose_ticks([each.value for each in placed])
    frame = _Frame(
        across=_span_time(timeline, placed),
        upward=Axis(ticks[0], ticks[-1], _BOTTOM, _TOP),
    )
    above = 0 if alone else _QUESTION
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 {above} {_WIDTH} {_HEIGHT - above}",
            "width": str(_WIDTH),
            "height": str(_HEIGHT - above),
            "role": "img",
            "aria-labelledby": "timeline-title timeline-description",
            **{name: str(value) for name, value in _INK.items()},
        },
    )
    question = timeline.question.text
    add_element(svg, "title", {"id": "timeline-title"}, question)
    add_element(svg, "desc", {"id": "timeline-description"}, _describe(timeline, unit, placed))
    if alone:
        add_element(svg, "style", {}, _STYLE)
        ground: Attributes = {
            "class": "ground",
            "fill": GROUND,
            "width": _WIDTH,
            "height": _HEIGHT,
        }
        add_element(svg, "rect", ground)
        heading: Attributes = {"x": 16, "y": 26, "font-size": 15, "fill": "currentColor"}
        add_element(svg, "text", heading, _shorten(question))
    _draw_value_axis(svg, frame.upward, ticks, unit)
    _draw_period_axis(svg, frame.across, placed)
    _draw_gaps(svg, frame.across, timeline)
    _draw_line(svg, frame, placed)
    _write_labels(svg, frame, placed)
    return ElementTree.tostring(svg, encoding="unicode")


def _place(timeline: Timeline) -> list[_Placed]:
    missing = [each.first for each in (*timeline.gaps, *_find_unmarked(timeline))]
    placed = [
        _Placed(
            at=_find_place(point.period, _is_in_months(timeline)),
            value=point.marked.value,
            words=" ".join(clean(point.figure_text or "").split()),
            point=point,
            run=sum(first < point.period.first for first in missing),
        )
        for point in timeline.points
        if point.marked is not None
    ]
    return sorted(placed, key=lambda each: each.at)


def _is_in_months(timeline: Timeline) -> bool:
    return all(point.period.granularity in MONTHS_IN for point in timeline.points)


def _find_place(period: Period, in_months: bool) -> int:
    """Where the end of a period lies in time: in months, so that they are equal, or in days."""
    return month_index(period.last) if in_months else period.last.toordinal()


def _place_gaps(timeline: Timeline) -> list[tuple[float, float]]:
    """From where to where in time each gap is shaded: as wide as an instalment, about its place."""
    in_months = _is_in_months(timeline)
    reaches = []
    for gap in timeline.gaps:
        middle = _find_place(gap, in_months)
        size = MONTHS_IN[gap.granularity] if in_months else (gap.last - gap.first).days + 1
        reaches.append((middle - size / 2, middle + size / 2))
    return reaches


def _span_time(timeline: Timeline, placed: Sequence[_Placed]) -> Axis:
    """The axis across, from the first to the last of points and gaps: either may end it, as a gap
    does where the period asked about goes on behind the last release."""
    ends = [placed[0].at, placed[-1].at, *chain.from_iterable(_place_gaps(timeline))]
    return Axis(min(ends), max(ends), _LEFT + 14, _RIGHT - 14)


def _describe(timeline: Timeline, unit: str, placed: Sequence[_Placed]) -> str:
    """What there is to see, in words."""
    lowest, highest = _find_extremes(placed)
    named = {"First": placed[0], "Last": placed[-1], "Lowest": lowest, "Highest": highest}
    told = [f"{title}: {each.words} ({each.name})" for title, each in named.items()]
    lacking = {"No release": timeline.gaps, "No figure": _find_unmarked(timeline)}
    told += [
        f"{what}: {', '.join(map(name_period, periods))}"
        for what, periods in lacking.items()
        if periods
    ]
    count = f"Figures in {unit}, one a release, by the period it is about: {len(placed)}"
    return ". ".join([count, *told]) + "."


def _find_unmarked(timeline: Timeline) -> list[Period]:
    return [point.period for point in timeline.points if point.marked is None]


def _find_extremes(placed: Sequence[_Placed]) -> tuple[_Placed, _Placed]:
    """The lowest and the highest; the earlier of equals."""
    return min(placed, key=lambda each: each.value), max(placed, key=lambda each: each.value)


def _draw_value_axis(svg: Element, upward: Axis, ticks: Sequence[float], unit: str) -> None:
    size = max(abs(tick) for tick in ticks)
    scale, name = next((scale, name) for least, scale, name in _SCALES if size >= least)
    write_text(svg, 16, _TOP - 28, f"{name} {unit}".strip(), anchor="start")
    for tick in ticks:
        y = upward(tick)
        draw_way(svg, f"M{_LEFT} {y}H{_RIGHT}", faint=tick != 0)
        label = f"{tick / scale:,.10g}".replace("-", "−")
        write_text(svg, _LEFT - 8, y + 4, label, anchor="end")


def _draw_period_axis(svg: Element, across: Axis, placed: Sequence[_Placed]) -> None:
    ranges = placed[0].point.period.granularity is Granularity.RANGE
    between = (_RIGHT - _LEFT) / (_MOST_RANGES if ranges else _MOST_NAMES)
    before = float("inf")
    # From the last backwards, so that it has its name.
    for each in reversed(placed):
        x = across(each.at)
        if before - x >= between:
            before = x
            draw_way(svg, f"M{x} {_BOTTOM}V{_BOTTOM + 5}", faint=True)
            half = measure_text(each.name) / 2 + 4
            write_text(svg, max(half, min(x, _WIDTH - half)), _BOTTOM + 20, each.name)


def _draw_gaps(svg: Element, across: Axis, timeline: Timeline) -> None:
    for gap, (first, last) in zip(timeline.gaps, _place_gaps(timeline), strict=True):
        start, end = across(first), across(last)
        where: Attributes = {
            "x": start,
            "y": _TOP,
            "width": round(end - start, 1),
            "height": _BOTTOM - _TOP,
        }
        shade: Attributes = {"class": "gap", "fill": "currentColor", "opacity": 0.1}
        band = add_element(svg, "rect", {**shade, **where})
        add_element(band, "title", {}, f"{name_period(gap)}: no release")


def _draw_line(svg: Element, frame: _Frame, placed: Sequence[_Placed]) -> None:
    drawn = add_element(svg, "g", _MARK)
    for _, run in groupby(placed, key=lambda each: each.run):
        corners = [f"{x} {y}" for x, y in map(frame.find_spot, run)]
        if len(corners) > 1:
            draw_way(drawn, "M" + "L".join(corners), width=2)
    for each in placed:
        x, y = frame.find_spot(each)
        dot = add_element(drawn, "circle", {"cx": x, "cy": y, "r": 3, "fill": "currentColor"})
        release = each.point.release
        said = f"{each.name}: {each.words} — {release.title}, {release.published}"
        add_element(dot, "title", {}, said)


def _write_labels(svg: Element, frame: _Frame, placed: Sequence[_Placed]) -> None:
    """The words of the first, last, lowest and highest figures, clear of one another."""
    lowest, highest = _find_extremes(placed)
    taken: list[tuple[float, float, float]] = []
    wanted = {id(each): each for each in (highest, lowest, placed[-1], placed[0])}
    for each in wanted.values():
        spot_x, spot_y = frame.find_spot(each)
        half = measure_text(each.words) / 2 + 4
        x = max(_LEFT + half, min(spot_x, _WIDTH - half))
        shifts = [-10 - _LINE * row for row in range(4)] + [18 + _LINE * row for row in range(4)]
        if each is lowest and each is not highest:
            shifts = shifts[4:] + shifts[:4]
        places = [spot_y + by for by in shifts if _TOP - 16 <= spot_y + by <= _BOTTOM - 2]
        free = (
            y
            for y in places
            if all(abs(y - row) >= _LINE or abs(x - at) >= half + wide for at, row, wide in taken)
        )
        y = next(free, places[0])
        taken.append((x, y, half))
        write_text(svg, x, y, each.words)


def _shorten(text: str) -> str:
    """As much of a text as one line of the plot holds."""
    kept = text
    while measure_text(kept) * 1.25 > _WIDTH - 40:
        kept = kept[:-1]
    return kept if kept == text else f"{kept.rstrip()}…"
