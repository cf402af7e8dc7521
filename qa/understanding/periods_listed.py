"""Which periods of a question are asked about together.

"March and April 2012", "in Q1 or in Q2", "Nov 2019 vs Nov 2018", "compare May with April",
"1분기와 2분기": each is asked about, and what is found of one says nothing of the others. What
figures are only compared with ("higher in May than in April", "4월보다") is looked for as well,
after these: a report on May seldom has more of April than by how much May differs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qa.language.sentences import Span
from qa.periods import PeriodMention
from qa.understanding.periods_beside import SAYS_YEAR
from qa.understanding.periods_compared import find_before, is_compared, is_compared_ko

MOST = 12
"""Periods of one question that are looked for: a year of months."""

# What stands between two periods of a list.
_BETWEEN = re.compile(
    r"(?:['’]s)?(?:,|\s?[/&+·(]|(?=\s))\s?"
    r"(?:(?:and|or|vs\.?|versus|against|with|plus|as\swell\sas)\b\s?)?"
    r"(?:(?:also|in|of|for|during|on|from|the|those|that|both)\s){0,3}"
    r"|(?:의?\s?(?:[과와]|하고|이?랑)|,|\s?[/·])\s?(?:(?:및|또는|그리고)\s)?|\s(?:및|또는|그리고)\s",
    re.IGNORECASE,
)
# Where two are set side by side, what is asked of them may stand between: "compare exports in May
# with those in June".
_SIDE_BY_SIDE = re.compile(
    r"\b(?:compar\w+|difference|versus|vs|both|respectively|each)\b|비교|차이|각각|견[주줘]",
    re.IGNORECASE,
)
# What only says that it is compared, which no release says of itself.
_COMPARE = re.compile(r"\W*(?:compare|contrast)\b|(?:를|을|의)?\s비교(?=\W*$)", re.IGNORECASE)
_COMPARED_WITH = re.compile(
    r",?\s(?:(?:as\s)?compared?|(?:in|by)\scomparison|versus|vs\.?|against|than)\s(?:(?:with|to|against)\s)?"
    r"(?:(?:in|of|for|during|on|from|the|those|that)\s){0,3}$",
    re.IGNORECASE,
)
_VERSUS = re.compile(r"\b(?:versus|vs\.?)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|['‘’][0-9]{2}(?![0-9])")


def list_together(
    text: str, main: PeriodMention, mentions: Sequence[PeriodMention]
) -> list[PeriodMention]:
    """The `main` period of a question and those that are asked about beside it, in its order.

    Of one kind, each once; what repeats another ("a year earlier") is none.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Exports in March and April 2012"
    >>> march, april = find_periods(text, date(2025, 1, 1))
    >>> [each.period.first.month for each in list_together(text, march, [march, april])]
    [3, 4]
    """
    alike = [
        each
        for each in mentions
        if each.period.granularity is main.period.granularity and not each.echo
    ]
    side_by_side = _SIDE_BY_SIDE.search(text) is not None
    listed = _find_run(text, main, alike)
    further = [
        each
        for each in alike
        if each is not main and (side_by_side or each in listed or is_only_compared(text, each))
    ]
    together: list[PeriodMention] = []
    for each in _share_years(text, [main, *further]):
        if not any(each.period.same_days(other.period) for other in together):
            together.append(each)
    return together[:MOST]


def is_only_compared(text: str, mention: PeriodMention) -> bool:
    """Whether words beside a period say that another is compared with it, and not it with another
    as well ("May versus June")."""
    if find_before(_VERSUS, text, mention):
        return False
    return is_compared(text, mention) or is_compared_ko(text, mention)


def find_others(text: str, kept: PeriodMention, listed: Sequence[PeriodMention]) -> Iterator[Span]:
    """Where a question speaks of the periods that are `listed`, but for the one that is `kept`, and
    of their being compared.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Exports in March and April 2012"
    >>> march, april = find_periods(text, date(2025, 1, 1))
    >>> [text[span.start : span.end] for span in find_others(text, march, [march, april])]
    ['April 2012', ' and ']
    """
    yield from (Span(each.start, each.end) for each in listed if each.start != kept.start)
    for one, other in pairwise(sorted(listed, key=lambda each: each.start)):
        if _BETWEEN.fullmatch(text, one.end, other.start):
            yield Span(one.end, other.start)
    for each in listed:
        if led := find_before(_COMPARED_WITH, text, each):
            yield Span(led.start(), each.start)
    if asked := _COMPARE.match(text) or _COMPARE.search(text, max(each.end for each in listed)):
        yield Span(*asked.span())


def _find_run(
    text: str, main: PeriodMention, mentions: Sequence[PeriodMention]
) -> list[PeriodMention]:
    """The mentions of the list that a period stands in, itself included."""
    run: list[PeriodMention] = []
    for each in mentions:
        if run and not _BETWEEN.fullmatch(text, run[-1].end, each.start):
            if main in run:
                break
            run = []
        run.append(each)
    return run if main in run else [main]


def _share_years(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The same, the first of them the main one, those that say no year in that of one that does.

    What is compared lies behind what it is compared with: "2013년 1월은 12월보다". The main one is
    of the year of another only if that is numbered: "May compared with April 2012".
    """
    main, *further = mentions
    if SAYS_YEAR.search(text, main.start, main.end):
        saying = main
    else:
        numbered = (each for each in further if _NUMBERED.search(text, each.start, each.end))
        found = next(numbered, None)
        if found is None:
            return [*mentions]
        saying = found
    return [
        each if SAYS_YEAR.search(text, each.start, each.end) else _place(text, each, saying)
        for each in mentions
    ]


def _place(text: str, mention: PeriodMention, beside: PeriodMention) -> PeriodMention:
    begins = beside.period.first
    placed = mention.period.shift_years(begins.year - mention.period.first.year)
    if placed is None or placed.same_days(beside.period):
        return mention  # "November against November 2024"
    if is_only_compared(text, mention) and placed.first > begins:
        placed = placed.shift_years(-1)
    elif is_only_compared(text, beside) and placed.first < begins:
        placed = placed.shift_years(1)
    return replace(mention, period=placed or mention.period, whole=None)
