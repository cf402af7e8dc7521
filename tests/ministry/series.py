"""What a series is: its figures, and its wording as it drifts over the years.

The wording is read from a block of sections (see `tests.ministry.phrases`):

    # title 2015, # lead 2015     until 2015; the last ones until the end
    # detail, # close             sentences of the body, some of which an instalment takes
    # items product               names with their Korean: steel=철강 | ships=선박
    # product                     sentences over {product_ups} and {product_downs}
    # ask level                   what a reader calls the figure: a line of English, one of Korean
    # ko-title, # ko-lead, ...    the same for instalments that come in Korean
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from qa.records import Release
from tests.ministry.figures import Measure
from tests.ministry.phrases import read_sections
from tests.ministry.spans import Cadence, Span


class Split(Enum):
    """Which part of the collection a wording belongs to: the one fitted on, or the one held out."""

    FIT = "fit"
    HELDOUT = "heldout"


@dataclass(frozen=True, slots=True)
class Era:
    """Titles and opening sentences in use until the end of a year."""

    until: int
    titles: tuple[str, ...]
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things a series breaks its change down by, each with its Korean name."""

    key: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What readers call a figure: `key` is its slot, or a group's key with `{item}` in the names.

    A name that begins with "the" or does not end in s is singular.
    """

    key: str
    english: tuple[str, ...]
    korean: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How a series is written in one language."""

    eras: tuple[Era, ...]
    details: tuple[str, ...]
    closings: tuple[str, ...]
    breakdowns: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def templates(self) -> tuple[str, ...]:
        """Every template of it."""
        lines = [line for era in self.eras for line in (*era.titles, *era.leads)]
        lines += [*self.details, *self.closings]
        return (*lines, *(line for _, group in self.breakdowns for line in group))


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring release. `delay_days` after its period it comes out, at least and at most.

    `korean_share` is the share of its instalments that come in Korean. A yearly series may add up
    the figures of a monthly one that have the same keys, `yearly_of`.
    """

    name: str
    split: Split
    cadence: Cadence
    category: str
    delay_days: tuple[int, int]
    measures: tuple[Measure, ...]
    groups: tuple[Group, ...]
    asked: tuple[Asked, ...]
    english: Wording
    korean: Wording
    korean_share: float
    first_year: int
    last_year: int
    yearly_of: "Series | None"

    @property
    def templates(self) -> tuple[str, ...]:
        """Every template it is written with."""
        return (*self.english.templates, *self.korean.templates)


@dataclass(frozen=True, slots=True)
class Instalment:
    """A release of a series with what it states: `facts` are words of its body by slot.

    `release.id` is final. `superseded` is the id of the version that this one revises.
    """

    release: Release
    series: Series
    span: Span
    facts: Mapping[str, str]
    superseded: str | None


def make_series(
    name: str,
    split: Split,
    cadence: Cadence,
    category: str,
    delay_days: tuple[int, int],
    measures: tuple[Measure, ...],
    block: str,
    *,
    korean_share: float = 0.0,
    first_year: int = 2011,
    last_year: int = 2025,
    yearly_of: Series | None = None,
) -> Series:
    """A series with the wording of a block."""
    sections = read_sections(block)
    groups = tuple(
        Group(section.argument, tuple(_pair(each) for each in section.lines[0].split(" | ")))
        for section in sections
        if section.name == "items"
    )
    asked = tuple(
        Asked(section.argument, *(tuple(line.split(" | ")) for line in section.lines))
        for section in sections
        if section.name == "ask"
    )
    keys = [group.key for group in groups]
    return Series(
        name=name,
        split=split,
        cadence=cadence,
        category=category,
        delay_days=delay_days,
        measures=measures,
        groups=groups,
        asked=asked,
        english=_read_wording(block, "", keys),
        korean=_read_wording(block, "ko-", keys),
        korean_share=korean_share,
        first_year=first_year,
        last_year=last_year,
        yearly_of=yearly_of,
    )


def _pair(item: str) -> tuple[str, str]:
    english, _, korean = item.partition("=")
    return english, korean


def _read_wording(block: str, prefix: str, groups: list[str]) -> Wording:
    sections = read_sections(block)

    def lines(name: str) -> tuple[str, ...]:
        return tuple(line for each in sections if each.name == prefix + name for line in each.lines)

    titles = [each for each in sections if each.name == f"{prefix}title"]
    leads = [each for each in sections if each.name == f"{prefix}lead"]
    return Wording(
        eras=tuple(
            Era(int(title.argument), title.lines, lead.lines)
            for title, lead in zip(titles, leads, strict=True)
        ),
        details=lines("detail"),
        closings=lines("close"),
        breakdowns=tuple((key, lines(key)) for key in groups if lines(key)),
    )


def era_on(wording: Wording, day: date) -> Era:
    """The era of a wording that a day falls into."""
    return next(era for era in wording.eras if day.year <= era.until)
