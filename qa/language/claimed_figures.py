"""Whether a figure that a question only wants confirmed stands where it is answered.

"Did exports rise by 30 percent in November?" is answered by the sentence that says by how much they
rose; whoever reads no further than that there is an answer would take the 30 percent for confirmed.
Nothing is said of figures to be exceeded, which need not stand anywhere, nor of mere counts, which
releases write out in words.
"""

import re
from collections.abc import Iterator

from qa.language.asked_figures import asks_whether
from qa.language.figures import CURRENCIES, SHARES, Figure, find_figures
from qa.lazy_regex import lazy_regex

_WRITTEN = lazy_regex(r"[0-9][0-9,]*(?:\.(?P<decimals>[0-9]+))?")
_BEYOND_BEFORE = lazy_regex(
    r"\b(?:(?:more|less|fewer|higher|lower|greater|larger|smaller|other) than|over|above|beyond"
    r"|under|below|up to|at (?:least|most)|exceed\w*|surpass\w*|top(?:s|ped)?|cross\w*|break"
    r"|breach\w*|between)"
    r"(?: the)? ?$",
    re.IGNORECASE,
)
_BEYOND_AFTER = lazy_regex(
    r" ?[를을]? ?(?:넘|이상|이하|초과|미만|웃돌|밑돌|돌파| or (?:more|less))", re.IGNORECASE
)


def lacks_claimed(question: str, text: str) -> bool:
    """Whether `question` asks if something is so, with an amount of money or a share, and `text`
    states no such figure.

    >>> lacks_claimed("Did exports rise by 30 percent?", "Exports rose 24.3 percent.")
    True
    >>> lacks_claimed("Did exports reach $25 billion?", "Exports reached USD 25.3 billion.")
    False
    """
    if not asks_whether(question):
        return False
    claimed = list(_find_claimed(question))
    if not claimed:
        return False
    stated = find_figures(text)
    return not all(any(_agree(question, one, other) for other in stated) for one in claimed)


def _find_claimed(question: str) -> Iterator[Figure]:
    for figure in find_figures(question):
        beyond = _BEYOND_BEFORE.search(question[: figure.start]) or _BEYOND_AFTER.match(
            question, figure.end
        )
        if figure.unit in CURRENCIES | SHARES and not beyond:
            yield figure


def _agree(question: str, claimed: Figure, stated: Figure) -> bool:
    """Whether what is stated is what is claimed, as exactly as that is written: 25.3 is 25."""
    if claimed.unit != stated.unit and not {claimed.unit, stated.unit} <= SHARES:
        return False
    written = list(_WRITTEN.finditer(question, claimed.start, claimed.end))
    inexact = 1e-3 * abs(claimed.value)  # of what is written in steps, "3조 2,100억 원"
    if len(written) == 1 and claimed.value:
        scale = abs(claimed.value) / float(written[0][0].replace(",", ""))
        inexact = scale * 10.0 ** -len(written[0]["decimals"] or "") / 2
    return abs(abs(claimed.value) - abs(stated.value)) <= inexact * (1 + 1e-6)
