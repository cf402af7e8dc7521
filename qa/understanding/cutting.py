"""A question without some of its words: those that say when, or that only ask."""

import re
from collections.abc import Iterable

from qa.language.sentences import Span
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import MONTH_NAMES, SHORTENED, month_number

# Releases mostly write a month out; where one does not, its letters would be all that counts.
_SHORT_MONTH = lazy_regex(rf"\b(?P<month>{SHORTENED})\b\.?(?!\w)", re.IGNORECASE)
_POSSESSIVE = lazy_regex(r"['’]s?(?!\w)")


def cut_words(text: str, spans: Iterable[Span], named: Iterable[Span] = ()) -> str:
    """The text as `cut_out` leaves it; whole where no word of it would be left."""
    left = cut_out(text, spans, named)
    return left if find_terms(left) else text


def cut_out(text: str, spans: Iterable[Span], named: Iterable[Span] = ()) -> str:
    """The text without `spans`, nor the "'s" of one. The short names of months in the spans that
    are `named` are written out.

    >>> cut_out("exports apr 2022 so far", [Span(17, 23)], [Span(8, 16)])
    'exports April 2022'
    """
    cuts = _merge(spans)
    changes = dict.fromkeys(cuts, " ")
    for span in named:
        for short in _SHORT_MONTH.finditer(text[span.start : span.end]):
            month = Span(span.start + short.start(), span.start + short.end())
            if not any(_overlap(month, cut) for cut in cuts):
                changes[month] = _write_month(short)
    left = text
    for span in sorted(changes, key=lambda span: -span.start):
        behind = _POSSESSIVE.match(left, span.end) if changes[span] == " " else None
        before, after = left[: span.start], left[behind.end() if behind else span.end :]
        # Latin letters written onto a period are a word of their own: "11월ICT수출".
        before += " " * (before[-1:].isascii() and before[-1:].isalnum())
        after = " " * (after[:1].isascii() and after[:1].isalnum()) + after
        left = f"{before}{changes[span]}{after}"
    return " ".join(left.split())


def _merge(spans: Iterable[Span]) -> list[Span]:
    """The same characters in spans that do not overlap: "the latest last month" is cut once, where
    "the latest" is one span and "latest last month" another."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and _overlap(merged[-1], span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _write_month(short: re.Match[str]) -> str:
    return MONTH_NAMES[month_number(short["month"]) - 1]
