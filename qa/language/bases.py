"""What a change is measured against: the month before, the quarter before or the year before.

"How much did prices rise on the month?" is not answered by how much they rose on the year. English
says so behind the figure, Korean before it: "전월 대비 0.2%, 전년 동월 대비 2.2%".
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from qa.lazy_regex import lazy_regex

_KEPT = 8192  # sentences: those on shortlists come back
_NEAR = 60  # characters between a figure and what it is measured against
_HANGUL = lazy_regex(r"[가-힣]")


class Basis(StrEnum):
    """How long before."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_KOREAN = {
    Basis.MONTH: r"(?<![년동전]\s)(?<![가-힣])전월(?! ?동)|한 ?달 (?:전|새|사이|만에)"
    r"|(?:지난|전)달(?:보다|[에과] 비| 대비)",
    Basis.QUARTER: r"(?<!년 )전 ?분기|직전 분기|지난 분기(?:보다|[에과] 비| 대비)",
    Basis.YEAR: r"전년|작년|지난해|(?:1|일|한) ?(?:년|해) (?:전|새|사이)"
    r"|(?:같은|동) ?(?:달|월|기|분기)",
}
_SAID = {
    each: lazy_regex(
        rf"\b(?:{each}[- ](?:on|over)[- ]{each}|on[- ](?:the )?{each}"
        rf"|{each[0]}[-/]?o[-/]?{each[0]}|(?:previous|preceding|last|prior) {each}"
        rf"|{each} (?:ago|before|earlier))\b|{korean}",
        re.IGNORECASE,
    )
    for each, korean in _KOREAN.items()
}


@lru_cache(_KEPT)
def find_bases(text: str) -> frozenset[Basis]:
    """What changes in a text are measured against, as far as it says so.

    >>> [sorted(find_bases(each)) for each in ("up 0.5% on the month", "전년 동월 대비 2.4%")]
    [[<Basis.MONTH: 'month'>], [<Basis.YEAR: 'year'>]]
    """
    return frozenset(basis for basis, words in _SAID.items() if words.search(text))


def find_basis(text: str, start: int, end: int) -> Basis | None:
    """What the figure at that place of a text is measured against; None where that is not said.

    >>> text = "Prices rose 0.5% on the month and 2.4% on the year."
    >>> find_basis(text, 12, 16), find_basis(text, 34, 38)
    (<Basis.MONTH: 'month'>, <Basis.YEAR: 'year'>)
    """
    before = [(each.start(), basis) for basis, each in _list(text, max(0, start - _NEAR), start)]
    after = [(each.start(), basis) for basis, each in _list(text, end, end + _NEAR)]
    if not _HANGUL.search(text) and after:
        return min(after)[1]
    return max(before)[1] if before else None


def _list(text: str, start: int, end: int) -> Iterator[tuple[Basis, re.Match[str]]]:
    for basis, words in _SAID.items():
        yield from ((basis, found) for found in words.finditer(text, start, end))
