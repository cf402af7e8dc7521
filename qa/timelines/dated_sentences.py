"""The sentences of an instalment, each with its figures and what time each of these is of.

A figure is of the period that is named in the rest of its clause, else before it; where none is, of
its instalment's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.language.elsewhen import may_date, opens_elsewhen
from qa.language.figures import Figure, find_figures
from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.records import Release

_CLAUSE_END = lazy_regex(
    r"[,;:()](?!\d)|\s(?:and|but|while|whereas|against|after|compared|having)\s", re.IGNORECASE
)
_MONTH = timedelta(days=27)  # from the first day of the shortest to its last
_NUMBERS = "two three four five six seven eight nine ten eleven".split()
_MONTHS_COUNTED = lazy_regex(  # "for the eight months", of a release on August
    rf"\b(?:the|first)\s({'|'.join(_NUMBERS)})[\s-]months?\b(?!\s(?:in a row|running|straight))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `span` of a release's body; its figures and dates are offsets into its text.

    `own` are the figures about the period of its instalment, `to_date` those about all from the
    beginning of its year to its end, and `later` those about one after it. `elsewhen`: the sentence
    is about another period. None of those that it names is the instalment's, or it opens with "in
    the same month a year earlier".
    """

    text: str
    span: Span
    figures: tuple[Figure, ...]
    dates: tuple[Span, ...]
    own: tuple[Figure, ...]
    to_date: tuple[Figure, ...] = ()
    later: tuple[Figure, ...] = ()
    elsewhen: bool = False


def read_sentence(release: Release, period: Period, span: Span) -> Sentence:
    """A sentence of an instalment about `period`, with the figures that it states."""
    return _read(release.body[span.start : span.end], span, release.published, period)


def read_title(release: Release, period: Period) -> Sentence:
    """The title of an instalment, read as its sentences are."""
    return _read(release.title, Span(0, len(release.title)), release.published, period)


def read_alone(text: str, published: date) -> Sentence:
    """A sentence of a release of that day, of whose period nothing is known."""
    dates = tuple(Span(each.start, each.end) for each in find_periods(text, published))
    figures = tuple(find_figures(text, dates))
    return Sentence(text, Span(0, len(text)), figures, dates, own=figures)


def end_clause(text: str, figure: Figure, following: int | None) -> int:
    """Where the clause that a figure stands in ends, at the next figure at the latest."""
    until = len(text) if following is None else following
    ended = _CLAUSE_END.search(text, figure.end, until)
    return until if ended is None else ended.start()


def _read(text: str, span: Span, published: date, period: Period) -> Sentence:
    mentions = find_periods(text, published)
    dates = tuple(Span(each.start, each.end) for each in mentions)
    figures = tuple(find_figures(text, dates))
    return Sentence(
        text,
        span,
        figures,
        dates,
        own=tuple(each for each in figures if _is_own(each, text, mentions, period)),
        to_date=tuple(each for each in figures if _is_to_date(each, text, mentions, period)),
        later=tuple(each for each in figures if _is_later(each, text, mentions, period)),
        elsewhen=_is_elsewhen(mentions, period) or opens_elsewhen(text, mentions),
    )


def _is_own(figure: Figure, text: str, mentions: Sequence[PeriodMention], period: Period) -> bool:
    """Whether a figure is about this period, by the periods named in the rest of its clause, else
    by those before it: not "10.1 percent" in "it was 11.7 percent, after 10.1 percent in March"."""
    named = _date(figure, text, mentions, period)
    if named:
        return any(each.same_days(period) for each in named)
    return not opens_elsewhen(text, mentions)


def _is_to_date(
    figure: Figure, text: str, mentions: Sequence[PeriodMention], period: Period
) -> bool:
    """Whether a figure is about all from the beginning of this period's year to its end."""
    counted = _MONTHS_COUNTED.search(text, 0, figure.start)
    months = 2 + _NUMBERS.index(counted[1].lower()) if counted else None
    if months == period.last.month and period.granularity is Granularity.MONTH:
        return True
    begins = period.last.replace(month=1, day=1)
    named = _date(figure, text, mentions, period)
    runs = ((each.first, each.last) for each in named)
    return period.first > begins and (begins, period.last) in runs


def _is_later(figure: Figure, text: str, mentions: Sequence[PeriodMention], period: Period) -> bool:
    """Whether a figure is about a period after this one."""
    named = _date(figure, text, mentions, period)
    return bool(named) and all(each.first > period.last for each in named)


def _date(
    figure: Figure, text: str, mentions: Sequence[PeriodMention], period: Period
) -> list[Period]:
    """The periods named in the rest of a figure's clause, else those before it."""
    clause = end_clause(text, figure, None)
    rest = [
        each
        for each in mentions
        if figure.end <= each.start < clause and may_date(text, each, figure)
    ]
    before = [each for each in mentions if each.start < figure.start]
    return _name_periods(rest, period) or _name_periods(before, period)


def _is_elsewhen(mentions: Sequence[PeriodMention], period: Period) -> bool:
    """Whether periods are named, and none of them is this one."""
    named = _name_periods(mentions, period)
    return bool(named) and not any(each.same_days(period) for each in named)


def _name_periods(mentions: Sequence[PeriodMention], period: Period) -> list[Period]:
    # Shorter ones say when something was announced.
    shortest = min((period.last - period.first) / 2, _MONTH)
    return [
        each.period
        for each in mentions
        if not each.echo and each.period.last - each.period.first >= shortest
    ]
