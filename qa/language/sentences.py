"""Where sentences begin and end, in English and Korean releases.

The boundaries are sentencex's (Wikimedia's splitter: rules and abbreviation lists for some 300
languages), which keeps "U.S.", "No. 3", "USD 25.5 billion", "Dr." and initials whole and does
not break inside quotation marks. What releases add to running text is decided here: bullets,
headings on lines of their own, dates with full stops, lines wrapped in mid-sentence, and quotations
of several paragraphs, which open each and close the last alone.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sentencex import get_sentence_boundaries

from qa.lazy_regex import lazy_regex

_LINE_BREAK = lazy_regex(r"\n\s*")
_BULLETS = "△▲▷▶○◦●•▪■□◇◆※✓"
_BULLET = lazy_regex(rf"[{_BULLETS}](?<=\s.)(?= )")
_LEADING_BULLET = lazy_regex(rf"\A[{_BULLETS}](?= )")
# No sentence ends in one: a number or a name is to follow, on the next line too.
_OPEN_ABBREVIATION = lazy_regex(
    r"\b(?i:approx|est|incl|excl|avg|tel|ext|vs)\.$"
    r"|\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Hon|Rev|Sens?|Reps?|Gov|Amb|Sec|Min|Gen|Lt|Col|Maj|Capt|Sgt|Adm)\.$"
)
_LONGEST = len(" Messrs.")
_OPENING_QUOTE = lazy_regex(r"(?<=\s)[\"“]$")
# The splitter takes "May." for an abbreviation, as "Jan." is one. A word as long stands in for it.
_MAY = lazy_regex(r"\bMay\.(?=\s+[^\s0-9])")
_NO_ABBREVIATION = "Day."
# Dates written with full stops, as Korean releases have them: 2025. 12. 11.(목)  12. 11.  ’25. 11월
_DATE = lazy_regex(
    r"(?<![0-9.])(?:[0-9]{4}\. ?[0-9]{1,2}\.(?: ?[0-9]{1,2}\.)?|[0-9]{1,2}\. [0-9]{1,2}\."
    r"|[0-9]{1,2}\.[0-9]{1,2}\.(?=\())(?=\s*[가-힣(~])"
    r"|['‘’][0-9]{2}\. ?(?=[0-9])"
)
_BROKEN_DATE = lazy_regex(r"(?:[0-9]\.|['‘’])$")  # all that the splitter leaves of one
_TERMINAL = tuple(".!?…。:;”\"'’)]")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int


def split_sentences(text: str, language: str = "en") -> list[Span]:
    """The sentences of `text`, in order, without the white space between them.

    Every character that is not white space lies in exactly one of them.

    >>> text = "Exports to the U.S. rose. Imports fell."
    >>> [text[s.start : s.end] for s in split_sentences(text)]
    ['Exports to the U.S. rose.', 'Imports fell.']
    """
    sentences: list[Span] = []
    for block in _split_blocks(text):
        sentences.extend(_split_block(text, block, language))
    return sentences


def skip_bullet(text: str, sentence: Span) -> Span:
    """A sentence without the bullet before it, as one quotes it.

    >>> skip_bullet("□ 수출이 늘었다.", Span(0, 10))
    Span(start=2, end=10)
    """
    words = _LEADING_BULLET.sub("", text[sentence.start : sentence.end], count=1).lstrip()
    return Span(sentence.end - len(words), sentence.end) if words else sentence


def ends_in_abbreviation(text: str) -> bool:
    """Whether `text` ends in an abbreviation that a number or a name is to follow: "Sen."."""
    return _is_open(text, 0, len(text))


def _split_blocks(text: str) -> list[Span]:
    """Runs of text that no sentence crosses: paragraphs, headings, bullets."""
    cuts = [0]
    for line_break in _LINE_BREAK.finditer(text):
        last, after = line_break.start(), text[line_break.end() : line_break.end() + 1]
        goes_on = text[last - 1 : last] not in _TERMINAL and after.islower()
        wrapped = line_break.group().count("\n") == 1 and (goes_on or _is_open(text, 0, last))
        if not wrapped:
            cuts.append(line_break.end())
    cuts.extend(bullet.start() for bullet in _BULLET.finditer(text))
    cuts = [*sorted(set(cuts)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts)]


def _split_block(text: str, block: Span, language: str) -> list[Span]:
    piece = text[block.start : block.end]
    sentences: list[Span] = []
    start = 0
    dates = [Span(*found.span()) for found in _DATE.finditer(piece)]
    # What begins with a bullet the splitter takes for a heading, and leaves whole.
    plain = _MAY.sub(_NO_ABBREVIATION, _LEADING_BULLET.sub(" ", piece, count=1))
    for boundary in get_sentence_boundaries(language, plain):
        end = int(boundary["end_index"])
        last = len(piece[:end].rstrip())
        if _is_open(piece, start, last) and end < len(piece):
            continue
        if _BROKEN_DATE.search(piece, max(start, last - 2), last) and _is_within(dates, last):
            continue
        if _OPENING_QUOTE.search(piece, start, end) and end < len(piece):
            end -= 1
        trimmed = _trim(text, block.start + start, block.start + end)
        if trimmed is not None:
            sentences.append(trimmed)
        start = end
    rest = _trim(text, block.start + start, block.end)
    if rest is not None:
        sentences.append(rest)
    return sentences


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` ends in an abbreviation that something is to follow."""
    return _OPEN_ABBREVIATION.search(text, max(start, end - _LONGEST), end) is not None


def _is_within(dates: Sequence[Span], place: int) -> bool:
    """Whether a sentence that ends at `place` ends in one of `dates`, which are in order."""
    before = bisect_left(dates, place, key=lambda each: each.start)
    return before > 0 and place <= dates[before - 1].end


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None when nothing else is in it."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(stripped))
