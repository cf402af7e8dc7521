"""What a change is measured against: the month before, the quarter before or the year before.

"How much did prices rise on the month?" is not answered by how much they rose on the year.
"""

import re
from enum import StrEnum
from functools import lru_cache

_KEPT = 8192  # sentences: those on shortlists come back


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
    each: re.compile(
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
