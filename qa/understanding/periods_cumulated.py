"""What is added up from the beginning of a year to a month that is named: "exports year to date as
of August 2023" asks about January to August.

Where no month is named the year to date is the one that runs, which `qa.periods` reads, as it does
"from January to August" and "8월까지 누적".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, Period, PeriodMention

_WORDS = r"year[- ]to[- ]date|ytd|cumulative(?:ly)?|cumulated|accumulated"
CUMULATED = lazy_regex(rf"\b(?:{_WORDS})\b|누적|누계", re.IGNORECASE)
"""Words by which what all came to since the year began is asked for, whichever period is named."""
_ADDED_UP = lazy_regex(
    rf"\b(?:{_WORDS}|so far (?:this|that|in the) year"
    r"|since (?:(?:the )?(?:start|beginning) of (?:the|that) year|january|new year)"
    r"|(?<!in )(?<!of )(?<!for )that year)\b",
    re.IGNORECASE,
)
_UNTIL = lazy_regex(
    r"\b(?:as of|as at|by|through|until|till|up to|to|at)(?: the)?(?: end of)?\s$", re.IGNORECASE
)
_ENDS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)
_BEFORE = 20  # characters before a period that may say that it is the last


def add_up(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The periods of a question; where it asks for what is added up until one of them, that one
    begins with its year, and so does what the words for adding up name.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Exports year to date as of August 2023"
    >>> until = add_up(text, find_periods(text, date(2025, 12, 31)))
    >>> [(str(each.period.first), str(each.period.last)) for each in until]
    [('2023-01-01', '2023-08-31'), ('2023-01-01', '2023-08-31')]
    """
    added = _ADDED_UP.search(text)
    if added is None:
        return list(mentions)
    apart = (each for each in mentions if not _overlaps(each, added))
    last = next((each for each in apart if _is_last(text, each)), None)
    if last is None:
        return list(mentions)
    until = _from_new_year(last.period)
    return [
        replace(each, period=until) if each is last or _overlaps(each, added) else each
        for each in mentions
    ]


def _overlaps(mention: PeriodMention, words: re.Match[str]) -> bool:
    return mention.start < words.end() and words.start() < mention.end


def _is_last(text: str, mention: PeriodMention) -> bool:
    if mention.period.granularity is Granularity.RANGE:  # "through July 2021" begins with the year
        return (mention.period.first.month, mention.period.first.day) == (1, 1)
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    said = re.match(r"(?:the )?end of ", text[mention.start : mention.end], re.IGNORECASE)
    until = _UNTIL.search(f"{before}{said.group() if said else ''}")
    return mention.period.granularity in _ENDS and until is not None


def _from_new_year(period: Period) -> Period:
    return Period(period.first.replace(month=1, day=1), period.last, Granularity.RANGE)
