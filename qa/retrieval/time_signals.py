"""The signals of a passage that say when: what agrees of time between it and a question.

They stand with the others in `qa.retrieval.signals`, which says what each means.
"""

import re
from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period
from qa.periods.period_rows import Periods, list_periods, match_periods, read_periods
from qa.records import UNDATED
from qa.retrieval.read_passages import ReadPassage
from qa.series.series import Standing
from qa.understanding.wanted import Wanted

# What a year is given ahead: "What did the port get for 2006?", of a release of 2005.
_PLANNED = lazy_regex(
    r"\bFY|\b(?:fiscal|budget)|\bfor (?:the year )?[0-9]{4}\b|예산|회계\s?연도", re.IGNORECASE
)
_SOME = 1 / 3  # of the matter that the sentence with most of it has, by weight

_Values = npt.NDArray[np.float64]  # one number a passage: (passages,)


def measure_time(
    wanted: Wanted, shortlist: Sequence[ReadPassage], standings: Sequence[Standing]
) -> tuple[_Values, ...]:
    """period, release_period, published_in, period_missing, latest, superseded and cadence."""
    cadences = [_match_cadence(wanted.cadence, each.stored.about) for each in shortlist]
    return (
        *_measure_period(wanted, shortlist, standings),
        wanted.recency * np.array([each.newness for each in standings], np.float64)
        - _find_early_parts(wanted, shortlist, standings),
        np.array([each.superseded for each in standings], np.float64),
        np.array(cadences, np.float64),
    )


def _measure_period(
    wanted: Wanted, shortlist: Sequence[ReadPassage], standings: Sequence[Standing]
) -> tuple[_Values, ...]:
    """period, release_period, published_in and period_missing."""
    asked = wanted.period
    if asked is None:  # and so no periods need to be read
        return (np.zeros(len(shortlist)),) * 4
    placed = list(zip(shortlist, standings, strict=True))
    about = match_periods(asked, [each.about for each in shortlist])
    in_series = np.array([where.series is not None for where in standings], np.bool_)
    reports = in_series & np.array([len(each.about) > 0 for each in shortlist], np.bool_)
    period = match_periods(asked, [each.periods for each in shortlist])
    release_period = np.where(in_series, about, 0.0)
    if wanted.asks_total:  # a month of another year is as wrong as another year
        release_period[reports & (about == 0)] = -1.0
    published_in = np.array([_match_publication(asked, *each) for each in placed], np.float64)
    reported = about
    if wanted.asks_figure and not wanted.takes_parts:
        # February's figure is not the year's, nor the year's February's; but a report on one may
        # have the other's besides, from when that is over.
        days = [each.stored.release.published > asked.last for each in shortlist]
        besides = _find_anywhere(period == 1, shortlist) & np.array(days, np.bool_)
        reported = np.where((about == 0.5) & ~besides, -1.0, about)
    # What reports one period speaks of others to compare with it. An instalment of a series comes
    # out later than that; what is in none may report, too, what happens as it is published, but no
    # figures of the time it is published in.
    happens = published_in
    if wanted.of_figures:
        happens = np.full(len(shortlist), -1.0)
        reported = np.where(_is_over_before(asked, shortlist), -1.0, reported)
    told = match_periods(asked, [_find_told(wanted, asked, *each) for each in placed])
    words = np.where(reported < 0, happens, np.maximum(told, published_in))
    if wanted.year_guessed and not wanted.of_figures:
        any_year = [_match_any_year(asked, each) for each in shortlist]
        words = np.where(in_series, words, np.maximum(words, any_year))
    agrees = np.where(reports, reported, words) > 0
    dated = np.array([each.stored.release.published != UNDATED for each in shortlist], np.bool_)
    return period, release_period, published_in, (dated & ~agrees).astype(np.float64)


def _is_over_before(asked: Period, shortlist: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Whether each is of a release about a time that was over before the one asked about began: a
    half-year that figures came out of in August tells no figure of the third quarter."""
    times = [each.stored.about for each in shortlist]
    return np.array([about is not None and about.last < asked.first for about in times], np.bool_)


def _find_anywhere(
    said: npt.NDArray[np.bool_], shortlist: Sequence[ReadPassage]
) -> npt.NDArray[np.bool_]:
    """Whether this or another passage of the release of each says it."""
    releases = [each.stored.release.id for each in shortlist]
    saying = {release for release, says in zip(releases, said.tolist(), strict=True) if says}
    return np.array([each in saying for each in releases], np.bool_)


def _find_early_parts(
    wanted: Wanted, shortlist: Sequence[ReadPassage], standings: Sequence[Standing]
) -> npt.NDArray[np.bool_]:
    """Whether each is about a part of the period whose figure is asked for, and another instalment
    on its matter about a later one, which alone can say what all came to."""
    if wanted.period is None or not wanted.asks_total:
        return np.zeros(len(shortlist), np.bool_)
    ends: list[tuple[str, date] | None] = []
    last: dict[str, date] = {}
    for read, standing in zip(shortlist, standings, strict=True):
        about, matter = read.stored.about, standing.matter or standing.series
        if about is None or matter is None or not wanted.period.contains(about):
            ends.append(None)
            continue
        ends.append((matter, about.last))
        last[matter] = max(about.last, last.get(matter, about.last))
    early = [end is not None and end[1] < last[end[0]] for end in ends]
    return np.array(early, np.bool_)


def _find_told(wanted: Wanted, asked: Period, read: ReadPassage, standing: Standing) -> Periods:
    """The periods that a passage tells of what is asked for. What is in no series and came out
    before the period asked about can only tell what is to come: of its periods count those of its
    title, of its lead, and of the sentences that have some of the matter. "The schedule for
    2024" in a release on a recall in 2023 says nothing of recalls in 2024."""
    early = read.stored.release.published < asked.first
    if standing.series is not None or not early or _PLANNED.search(wanted.question):
        return read.periods
    terms = {term: wanted.weights[term] for term in wanted.matter & read.places.keys()}

    def weigh(place: int) -> float:
        return sum(weight for term, weight in terms.items() if read.places[term] >> place & 1)

    leads = [0, *(1 + at for at, each in enumerate(read.sentences) if each in read.lead)]
    least = _SOME * max(map(weigh, range(1, 1 + len(read.sentences))), default=0.0)
    return list_periods(
        period for place, period in read.placed_periods if place in leads or weigh(place) >= least
    )


def _match_publication(asked: Period, read: ReadPassage, standing: Standing) -> float:
    published = read.stored.release.published
    if standing.series is not None or published == UNDATED:
        return 0.0
    return 1.0 if asked.first <= published <= asked.last else -1.0


def _match_any_year(asked: Period, read: ReadPassage) -> float:
    """1 where a passage speaks of the month or day asked for, of whatever year, or came out then;
    else -1."""
    published = read.stored.release.published
    came_out = Period(published, published, Granularity.DAY)
    alike = (_is_of_any_year(asked, each) for each in (came_out, *read_periods(read.periods)))
    return 1.0 if any(alike) else -1.0


def _is_of_any_year(asked: Period, period: Period) -> bool:
    """Whether a period is that asked for, or a day of it, its year left aside."""
    if period.first.month != asked.first.month or period.last.month != period.first.month:
        return False
    return asked.granularity is Granularity.MONTH or period.first.day == asked.first.day


def _match_cadence(asked: Granularity | None, about: Period | None) -> float:
    if asked is None or about is None:
        return 0.0
    return 1.0 if about.granularity is asked else -1.0
