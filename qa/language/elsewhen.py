"""Sentences whose figures are only what others are compared with: "In November 2024 it was 60
percent", "A year earlier 71.8 million barrels had been imported", "Orders of the second quarter
were 3.4 million tons" where those of the third are asked for.

A period dates the figures of its clause, and in the first clause those of the whole sentence. One
that is compared with dates no more than stands between it and the word that says so: "5.1 billion,
up from 4.9 billion in 2023", "2분기 937억 달러에서 902억 달러로".
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from qa.language.figures import Figure, find_figures
from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention, find_periods

_KEPT = 8192  # sentences: those on shortlists come back
_LOOK = 40  # characters before a period that say what was then
_OPENING = 8  # characters within which a sentence begins to say when
_COMPARED = lazy_regex(
    r"\s?(?:보다|대비|에\s?비해|과\s?비교)|,?\s(?:compar|against|over|on|to|from)", re.IGNORECASE
)
_SHORTEST = timedelta(days=13)  # shorter ones say when something was announced
_CLAUSE_END = lazy_regex(
    r"[,;:]\s|[()]|\s[–—-]\s|\s(?:while|but|whereas|though|although)\s", re.IGNORECASE
)
_THAN = lazy_regex(
    r"\b(?:than|against|compar(?:ed|ing)|versus|vs|unlike)\b"
    r"|\b(?:from|after|before|following)\s(?=(?:\w+\s){0,2}(?:us\$|usd|krw|[$₩]|\d))"
    r"|\b(?:from|after|before|following|since|over|on|to|as|above|below)\s"
    r"(?=(?:(?:in|of|for|during|the|that|those|levels?|figures?)\s)*$)",
    re.IGNORECASE,
)
_THAN_KO = lazy_regex(
    r"[^,。]{0,24}?(?:보다|대비|[에와과]\s?(?:비해|비하면|비교|견주|견줘)|에서\s|이후|이래|부터)"
)
# When a thing began says not when its figures are of: "phones launched in September sold for".
_BEGAN = lazy_regex(
    r"\b(?:launched|introduced|announced|unveiled|signed|opened|released|published|founded|started"
    r"|established|began|begun|adopted|enacted|passed|approved|elected|appointed|built|held|effect)"
    r"\s(?:(?:on|in|during|the)\s)*$",
    re.IGNORECASE,
)


def is_elsewhen(sentence: str, published: date, asked: Period, about: Period | None) -> bool:
    """Whether a sentence of a release of that day, about that period, states only figures of other
    periods than `asked`: earlier ones, later ones of its kind, or the months of its year till then.

    Where the release is about nothing, or about another time, only figures for the same part of
    another year count.

    >>> november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    >>> day = date(2025, 12, 29)
    >>> is_elsewhen("In October it was 60 percent.", day, november, november)
    True
    >>> is_elsewhen("It was 60.7 percent, after 58 in October.", day, november, november)
    False
    """
    if asked.last - asked.first < _SHORTEST:
        return False
    dates = _read_dates(sentence, published)
    if about is not None and _overlap(about, asked):
        # What is counted from the release's own period is another one than that.
        return bool(dates) and all(
            each.echo
            or (_is_another(each.period, asked) and not _is_same(each.period, asked, published))
            for each in dates
        )
    of_kind = [each.period for each in dates if each.period.granularity is asked.granularity]
    return bool(of_kind) and all(_is_of_another_year(each, asked) for each in of_kind)


def says_period(sentence: str, published: date, asked: Period) -> bool:
    """Whether a sentence of a release of that day dates what it states by just that period, which
    is not only one that it is compared with.

    >>> to_may = Period(date(2025, 1, 1), date(2025, 5, 31), Granularity.RANGE)
    >>> says_period("Exports from January to May were USD 9 billion.", date(2025, 6, 1), to_may)
    True
    """
    return any(
        _is_same(each.period, asked, published) and _find_reach(sentence, each)[1]
        for each in _find_mentions(sentence, published)
    )


def says_part(sentence: str, published: date, asked: Period) -> bool:
    """Whether a sentence of a release of that day states only figures of parts of that period.

    >>> quarter = Period(date(2025, 1, 1), date(2025, 3, 31), Granularity.QUARTER)
    >>> says_part("In March alone 23,100 babies were born.", date(2025, 5, 27), quarter)
    True
    """
    dates = _read_dates(sentence, published)
    return bool(dates) and all(
        asked.contains(each.period) and not each.period.same_days(asked) for each in dates
    )


def opens_elsewhen(sentence: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a sentence, whose periods `mentions` are, opens with one that is counted from that of
    its release, and then speaks of it: "A year earlier ...", but not "작년 같은 달보다 ..."."""
    if not mentions or not mentions[0].echo or mentions[0].start > _OPENING:
        return False
    return _COMPARED.match(sentence, mentions[0].end) is None


def may_date(sentence: str, mention: PeriodMention, figure: Figure) -> bool:
    """Whether a figure of a sentence may be of a period behind it: what is compared with another
    time is not of that, "5.8 percent more than in July last year"."""
    reach, is_own = _find_reach(sentence, mention)
    return is_own or reach.start <= figure.start


@lru_cache(_KEPT)
def _read_dates(sentence: str, published: date) -> tuple[PeriodMention, ...]:
    """The periods that a sentence of a release of that day speaks of, if each of its figures is of
    one of them; none if a figure has no date."""
    found = _find_mentions(sentence, published)
    dates = tuple(each for each in found if _dates_figures(sentence, each))
    if not dates:
        return ()
    figures = find_figures(sentence, [Span(each.start, each.end) for each in found])
    reach = [_find_reach(sentence, each) for each in dates]
    if not figures:
        return dates if any(is_own for _, is_own in reach) else ()
    dated = all(
        any(span.start <= figure.start < span.end for span, _ in reach) for figure in figures
    )
    return dates if dated else ()


@lru_cache(_KEPT)
def _find_mentions(sentence: str, published: date) -> tuple[PeriodMention, ...]:
    return tuple(find_periods(sentence, published))


def _dates_figures(sentence: str, mention: PeriodMention) -> bool:
    if mention.period.last - mention.period.first < _SHORTEST:
        return False
    if sentence.startswith(" than ", mention.end):  # "a year earlier than planned"
        return False
    return _BEGAN.search(sentence, max(0, mention.start - _LOOK), mention.start) is None


def _find_reach(sentence: str, mention: PeriodMention) -> tuple[Span, bool]:
    """The part of a sentence whose figures are of a period that it speaks of, and whether that is
    of its own, not what another is compared with."""
    ends = [found.end() for found in _CLAUSE_END.finditer(sentence, 0, mention.start)]
    start = ends[-1] if ends else 0
    before = sentence[start : mention.start]
    if (than := _THAN.search(before)) is not None:
        return Span(start + than.start(), mention.end), False
    if (than := _THAN_KO.match(sentence, mention.end)) is not None:
        return Span(mention.start, than.end()), False
    end = _CLAUSE_END.search(sentence, mention.end) if ends else None
    return Span(start, end.start() if end else len(sentence)), True


def _is_same(period: Period, asked: Period, published: date) -> bool:
    """Whether a period is the one asked for, or began with one of several months and has not ended:
    "since January"."""
    if period.same_days(asked):
        return True
    several = asked.granularity in (Granularity.RANGE, Granularity.HALF)
    runs = period.granularity is Granularity.RANGE and period.last >= published
    return several and runs and period.first == asked.first


def _is_another(period: Period, asked: Period) -> bool:
    if period.last < asked.first:
        return True
    if period.granularity is Granularity.RANGE and period.first == date(asked.first.year, 1, 1):
        return period.contains(asked) and not period.same_days(asked)  # "January to November"
    return period.first > asked.last and period.granularity is asked.granularity


def _is_of_another_year(period: Period, asked: Period) -> bool:
    if asked.granularity is Granularity.YEAR:
        return False
    return period.first.month == asked.first.month and period.first.year != asked.first.year


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
