"""Whether an English date without a year looks back or ahead: the verbs of its clause say so.

"What were exports in March?" and "launched in March" look back, as do trade figures, which exist
for months that are over; "will open in March" and "set for March" look ahead.
"""

from qa.lazy_regex import lazy_regex
from qa.periods.clues import Lean

_REACH = 100  # characters of the clause looked at

_PAST_VERB = lazy_regex(
    r"\b(?!scheduled|planned|expected|slated|needed|projected|proposed|anticipated|targeted)"
    r"[a-z]+ed\s(?:back\s)?(?:in|on)\s(?:the\s)?(?:early\s|late\s|mid-)?$"
)
_FIGURES = (
    r"(?:exports|imports|shipments|sales|surplus|deficit|balance|output|production|inflation"
    r"|employment)"
)
_VERB = lazy_regex(
    r"(?P<end>[.,;:?!]\s|\n)|\b(?:"
    r"(?P<future>will|shall|to\sbe|plans?\sto|scheduled|slated|upcoming|set\s(?:for|to)"
    r"|(?:is|are)\s(?:expected|due|planned)|ahead\sof)"
    rf"|(?P<past>was|were|did|had|rose|fell|held|met|began|{_FIGURES}))\b"
)
_FIGURES_AFTER = lazy_regex(rf"(?:['’]s)?\s(?:[a-z]+\s)?{_FIGURES}\b")


def tense_lean(low: str, start: int, end: int) -> Lean:
    """Which way the date at `low[start:end]` points, by the words before it in its clause.

    >>> tense_lean("launched in september", 12, 21)
    <Lean.PAST: 'past'>
    """
    near = max(0, start - 32)
    if low.find("ed ", near, start) >= 0 and _PAST_VERB.search(low, near, start):
        return Lean.PAST
    verbs: set[str | None] = set()
    for found in _VERB.finditer(low, max(0, start - _REACH), start):
        if found.lastgroup == "end":
            verbs.clear()
        else:
            verbs.add(found.lastgroup)
    if "future" in verbs:
        return Lean.FUTURE
    past = "past" in verbs or _FIGURES_AFTER.match(low, end)
    return Lean.PAST if past else Lean.NEAREST
