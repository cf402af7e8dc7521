"""What a release is about in time, and which template it follows: read once, when it arrives.

Instalments of one series repeat a template and differ in periods, figures and directions of
change. A release's template is the set of words that is left without these; two templates are
compared by the share of words they have in common (Jaccard). The sets are small and exactly
compared: estimates by MinHash are off by .03 here, and among thousands of releases that alone
joins series that have nothing to do with each other. What is made of it is in `qa.series.series`.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from qa.language.sentences import split_sentences
from qa.language.terms import find_terms
from qa.periods import Granularity, Period, find_periods
from qa.records import UNDATED, Release

VERSION = 5
"""Raised whenever templates are read otherwise: libraries read theirs anew."""

_READ = 6000  # characters of a body that its template is read from
_LEAD = 3  # sentences in which the period may be named: revisions open with a note
_UNITS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_SHORTEST_RANGE = timedelta(days=7)
# What ended longer ago than this, and than twice its own length, is not what is being reported.
_REPORTED_WITHIN = timedelta(days=200)

CHANGING = frozenset(
    find_terms(
        "up down rise rises rose risen rising fall falls fell fallen falling increase decrease "
        "grow grew grown growth gain decline drop jump climb slip slide slid shrink shrank surge "
        "soar plunge tumble expand contract advance retreat higher lower more less record low high "
        "percent pct point usd us won krw billion million trillion year month quarter earlier "
        "revise correct provisional final first second third fourth half "
        "상승 하락 증가 감소 급증 급감 확대 축소 최대 최저 수정 정정 "
        "억 조 만 달러 원 전년 전월 동월 대비"
    )
)


@dataclass(frozen=True, slots=True)
class Template:
    """What places a release in a series: the period it is about, and the words of its template."""

    period: Period
    words: frozenset[str]


def read_template(release: Release) -> Template | None:
    """The template of a release; None when it is about no period that has ended."""
    period = find_release_period(release)
    if period is None:
        return None
    text = f"{release.title}\n{release.body[:_READ]}"
    return Template(period, frozenset(mask(text, release.published)))


def find_release_period(release: Release) -> Period | None:
    """The period whose figures or events a release reports, over by the day it was published.

    The first that the title names, or the month that ends it where that is named as well ("Sales Up
    in the First Half; June up 7.3%"); else the opening sentence, else the two after it, where a
    year does not count: that is background. Nor does a period that another is compared with, nor,
    outside of the title, one long past: "the first meeting since June 2018".

    >>> release = Release("1", "ICT Exports in November", date(2025, 12, 15), "…", "MOTIR")
    >>> find_release_period(release).first
    datetime.date(2025, 11, 1)
    """
    if release.published == UNDATED:
        return None
    lead = split_sentences(release.body[:_READ], release.language)[:_LEAD]
    texts = [release.title, *(release.body[s.start : s.end] for s in lead)]
    for place, text in enumerate(texts):
        found = []
        for mention in find_periods(text, release.published):
            period = _whole(mention.period)
            background = place > 1 and period.granularity not in _UNITS
            background |= place > 0 and _is_long_past(period, release.published)
            over = period.last < release.published
            if over and _is_reported(period) and not (mention.echo or background):
                found.append(period)
        if found:
            return next(filter(partial(_ends, found[0]), found if not place else ()), found[0])
    return None


def _ends(period: Period, month: Period) -> bool:
    """Whether a month is the last of a period."""
    is_month = month.granularity is Granularity.MONTH
    return is_month and period.first <= month.first and period.last == month.last


def _is_long_past(period: Period, day: date) -> bool:
    length = period.last - period.first
    return day - period.last > max(_REPORTED_WITHIN, 2 * length)


def _is_reported(period: Period) -> bool:
    """Whether figures are reported for periods of its kind: not for days, nor for weeks."""
    if period.granularity is Granularity.RANGE:
        return period.last - period.first >= _SHORTEST_RANGE
    return period.granularity in (*_UNITS, Granularity.YEAR)


def _whole(period: Period) -> Period:
    """ "April to June" as the second quarter, and the like."""
    first, last = period.first, period.last
    if period.granularity is not Granularity.RANGE or first.day != 1 or first.year != last.year:
        return period
    if (last + timedelta(days=1)).day != 1:
        return period
    size = last.month - first.month + 1
    kinds = {3: Granularity.QUARTER, 6: Granularity.HALF, 12: Granularity.YEAR}
    if size not in kinds or (first.month - 1) % size:
        return period
    return Period(first, last, kinds[size])


def mask(text: str, published: date) -> list[str]:
    """The terms of a text published on a day without its periods, figures and directions of
    change."""
    kept, position = [], 0
    for mention in find_periods(text, published):
        kept.append(text[position : mention.start])
        position = mention.end
    kept.append(text[position:])
    terms = find_terms(" ".join(kept))
    return [term for term in terms if not term[0].isdigit() and term not in CHANGING]
