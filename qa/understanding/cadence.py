"""The kind of period that a question asks for figures of: "annual exports"."""

import re
from collections.abc import Sequence

from qa.periods import Granularity, PeriodMention

_CADENCES = (
    (
        Granularity.YEAR,
        r"\b(?:annual(?:ly)?|yearly|full[- ]year|whole year|per year)\b|연간|한 해 동안",
    ),
    (Granularity.QUARTER, r"\bquarterly\b|분기별"),
    (Granularity.MONTH, r"\bmonthly\b|월간|월별"),
)


def find_cadence(text: str, mentions: Sequence[PeriodMention]) -> Granularity | None:
    """The kind of period that figures are asked for: "annual exports"."""
    for kind, words in _CADENCES:
        found = re.search(words, text, re.IGNORECASE)
        if found and not any(each.start <= found.start() < each.end for each in mentions):
            return kind
    return None
