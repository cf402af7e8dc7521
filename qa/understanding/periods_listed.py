"""Which periods of a question are asked about together.

"March and April 2012", "in Q1 or in Q2", "Nov 2019 vs Nov 2018", "compare May with April",
"1분기와 2분기": each is asked about, and what is found of one says nothing of the others. What
figures are only compared with ("higher in May than in April", "4월보다") is looked for as well,
after these: a report on May seldom has more of April than by how much May differs.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, PeriodMention
from qa.understanding.periods_compared import is_only_compared
from qa.understanding.words_before import find_before
from qa.understanding.years_shared import AND_KO, find_own_year, share_years, stands_for

MOST = 12
"""Periods of one question that are looked for: a year of months."""

# What stands between two periods of a list.
_BETWEEN = lazy_regex(
    r"(?:['’]s)?(?:,|\s?[/&+·(]|(?=\s))\s?"
    r"(?:(?:and|or|vs\.?|versus|against|with|plus|as\swell\sas)\b\s?)?"
    r"(?:(?!(?:those|that)\b)(?P<matter>[a-z]+)\s(?=(?:in|of|for|during)\s))?"
    r"(?:(?:also|in|of|for|during|on|from|the|those|that|both)\s){0,3}"
    rf"|{AND_KO}",
    re.IGNORECASE,
)
_AND = lazy_regex(r"\b(?:and|or|vs|versus)\b|및|또는|그리고|[과와]", re.IGNORECASE)
_OF_MONTHS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)
# Where two are set side by side, what is asked of them may stand between: "compare exports in May
# with those in June".
_SIDE_BY_SIDE = lazy_regex(
    r"\b(?:compar\w+|difference|versus|vs|both|respectively|each)\b|비교|차이|각각|견[주줘]",
    re.IGNORECASE,
)
# What only says that it is compared, which no release says of itself.
_COMPARE = lazy_regex(r"\W{0,9}(?:compare|contrast)\b|(?:를|을|의)?\s비교(?=\W*$)", re.IGNORECASE)
_COMPARED_WITH = lazy_regex(
    r",?\s(?:(?:as\s)?compared?|(?:in|by)\scomparison|versus|vs\.?|against|than)\s(?:(?:with|to|against)\s)?"
    r"(?:(?:in|of|for|during|on|from|the|those|that)\s){0,3}$",
    re.IGNORECASE,
)


def list_together(
    text: str, main: PeriodMention, mentions: Sequence[PeriodMention]
) -> list[PeriodMention]:
    """The `main` period of a question and those that are asked about beside it, in its order.

    Each once, and of one kind but where they are listed ("Q1 and the first half"); what repeats
    another ("a year earlier") is none, nor is a range beside what is none. Any number: no more than
    MOST are looked for.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Exports in March and April 2012"
    >>> march, april = find_periods(text, date(2025, 1, 1))
    >>> [each.period.first.month for each in list_together(text, march, [march, april])]
    [3, 4]
    """
    if len(mentions) == 1:
        return [main]
    said = [
        each
        for before, each in zip([None, *mentions], mentions, strict=False)
        if not each.echo or (before is not None and _are_listed(text, before, each, by_and=True))
    ]
    side_by_side = _SIDE_BY_SIDE.search(text) is not None
    listed, compared = _find_run(text, main, mentions), _find_compared(text, said)
    further = [
        each
        for each in said
        if each is not main
        and (
            each in listed
            or (
                each.period.granularity is main.period.granularity
                and (side_by_side or each.start in compared)
            )
        )
    ]
    together: list[PeriodMention] = []
    for each in share_years(text, [main, *further]):
        if not any(each.period.same_days(other.period) for other in together):
            together.append(each)
    return together


def find_compared(text: str, together: Sequence[PeriodMention]) -> list[bool]:
    """Which of the periods asked about, the main one first, another is only compared with."""
    if len(together) == 1:
        return [False]
    compared = _find_compared(text, together)
    return [each.start in compared and each is not together[0] for each in together]


def _find_compared(text: str, mentions: Sequence[PeriodMention]) -> set[int]:
    """Where the periods begin that another is compared with, and those listed with them."""
    compared: set[int] = set()
    before: PeriodMention | None = None
    for each in sorted(mentions, key=lambda mention: mention.start):
        goes_on = before and before.start in compared and _are_listed(text, before, each)
        if goes_on or is_only_compared(text, each):
            compared.add(each.start)
        before = each
    return compared


def find_others(text: str, kept: PeriodMention, listed: Sequence[PeriodMention]) -> Iterator[Span]:
    """Where a question speaks of the periods that are `listed`, but for the one that is `kept`, and
    of their being compared. A matter between two of them stays unless it is said elsewhere too.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "Exports in March and April 2012"
    >>> march, april = find_periods(text, date(2025, 1, 1))
    >>> [text[span.start : span.end] for span in find_others(text, march, [march, april])]
    ['April 2012', ' and ']
    """
    for each in listed:
        # "2014" alone says no month: of "August 2013 and 2014" it takes that.
        if each.start != kept.start:
            own = find_own_year(text, each) if stands_for(text, kept, each) else each
            yield Span(own.start, own.end)
    for one, other in pairwise(sorted(listed, key=lambda each: each.start)):
        if between := _BETWEEN.fullmatch(text, one.end, other.start):
            yield from _leave_matter(text, between)
    for each in listed:
        if led := find_before(_COMPARED_WITH, text, each.start):
            yield Span(led.start(), each.start)
    if asked := _COMPARE.match(text) or _COMPARE.search(text, max(each.end for each in listed)):
        yield Span(*asked.span())


def _leave_matter(text: str, between: re.Match[str]) -> list[Span]:
    """What stands between two periods, but for a matter that is said there alone: "May exports and
    imports in June" asks for imports too."""
    matter = between["matter"]
    if matter is None or len(re.findall(rf"\b{matter}\b", text, re.IGNORECASE)) > 1:
        return [Span(*between.span())]
    start, end = between.span("matter")
    return [Span(between.start(), start), Span(end, between.end())]


def _find_run(
    text: str, main: PeriodMention, mentions: Sequence[PeriodMention]
) -> list[PeriodMention]:
    """The mentions of the list in which a period stands, or the year that it is of, said apart."""
    run: list[PeriodMention] = []
    for each in mentions:
        if run and not _are_listed(text, run[-1], each):
            if any(_is_of(one, main) for one in run):
                break
            run = []
        run.append(each)
    return run if any(_is_of(one, main) for one in run) else [main]


def _is_of(mention: PeriodMention, main: PeriodMention) -> bool:
    return mention is main or (mention.echo and mention.period.same_days(main.period))


def _are_listed(
    text: str, one: PeriodMention, other: PeriodMention, *, by_and: bool = False
) -> bool:
    """Whether a period follows another in a list; of different kinds by a word for "and"."""
    between = _BETWEEN.fullmatch(text, one.end, other.start)
    alike = one.period.granularity is other.period.granularity
    if between is None or (alike and not by_and):
        return between is not None
    of_months = all(each.period.granularity in _OF_MONTHS for each in (one, other))
    return of_months and _AND.search(between[0]) is not None
