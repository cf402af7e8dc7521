"""Sentences whose figures are only what others are compared with: "In November 2024 it was 60
percent", "A year earlier 71.8 million barrels had been imported".
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from qa.periods import Granularity, Period, PeriodMention, find_periods

_KEPT = 8192  # sentences: those on shortlists come back
_OPENING = 8  # characters within which a sentence begins to say when
_COMPARED = re.compile(
    r"\s?(?:보다|대비|에\s?비해|과\s?비교)|,?\s(?:compar|against|over|on|to|from)", re.IGNORECASE
)
_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)


@lru_cache(_KEPT)
def _read_mentions(sentence: str, published: date) -> tuple[PeriodMention, ...]:
    """The periods that a sentence of a release of that day speaks of."""
    return tuple(find_periods(sentence, published))


def is_elsewhen(sentence: str, published: date, asked: Period) -> bool:
    """Whether a sentence of a release of that day names the part of another year that `asked` is of
    its own, and not that; or names no period, and opens with one counted from that of the release.

    >>> november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    >>> is_elsewhen("In November 2024 it was 60 percent.", date(2025, 12, 29), november)
    True
    >>> is_elsewhen("It was 60.7 percent, after 58 a year earlier.", date(2025, 12, 29), november)
    False
    """
    if asked.granularity not in _PARTS:
        return False
    mentions = _read_mentions(sentence, published)
    named = [each.period for each in mentions if not each.echo]
    if named:
        of_kind = [each for each in named if each.granularity is asked.granularity]
        return bool(of_kind) and all(_is_of_another_year(each, asked) for each in of_kind)
    return opens_elsewhen(sentence, mentions)


def opens_elsewhen(sentence: str, mentions: Sequence[PeriodMention]) -> bool:
    """Whether a sentence, whose periods `mentions` are, opens with one that is counted from that of
    its release, and then speaks of it: "A year earlier ...", but not "작년 같은 달보다 ..."."""
    if not mentions or not mentions[0].echo or mentions[0].start > _OPENING:
        return False
    return _COMPARED.match(sentence, mentions[0].end) is None


def _is_of_another_year(period: Period, asked: Period) -> bool:
    return period.first.month == asked.first.month and period.first.year != asked.first.year
