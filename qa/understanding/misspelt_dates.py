"""Names of months and quarters that a question misspells, spelt right: "ict exports septmber 2025",
"thrid quater".

A month counts where it begins with the right letter, is one edit away from its name, two where that
is long, is no other word, and stands as months do: beside a year or a day, behind "in", before what
figures are made for, or last. June, July and May are too short to tell. Of quarters and halves only
what is an edit away is read, and only together with its ordinal. A release is never read so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods.english_words import FIGURES
from qa.periods.month_names import MONTH_NAMES

_SHORTEST = 5  # letters of a name that is told from others
_LONG = 7  # letters of a name that two edits leave as it is
_KEPT = 4096
_NAMES = {each.lower(): each for each in MONTH_NAMES if len(each) >= _SHORTEST}
# Words, names and brands an edit or two away, which English texts have.
_OTHERS = frozenset(
    "abril aril augusta auguste augusti augusto avril decamer deceiver decemvir decenter deemer"
    " ferrary jaguar jaguars janizary mach marc marche marci marco marcy marsh match merch"
    " nonmember octamer octoped quarters quartet quarto".split()
)
_WORD = lazy_regex(r"(?<![\w'’.@/])[jfmasond][a-z]{3,10}(?![\w@/])", re.IGNORECASE)
_END = " \t\n?!.,;:)\"'”’…"
_BEFORE = lazy_regex(
    r"(?:\b(?:in|of|since|until|till|through|during|between|from|last|this|next|late|early|mid)"
    r"|(?:19|20)[0-9]{2}[,.]?|\b[0-3]?[0-9](?:st|nd|rd|th)?)[\s-]$",
    re.IGNORECASE,
)
_AFTER = lazy_regex(
    r"[,.]?\s(?:of\s)?(?:(?:19|20)[0-9]{2}|['’][0-9]{2}|[0-3]?[0-9](?:st|nd|rd|th)?)\b"
    rf"|(?:['’]s)?\s(?:\w+\s){{0,2}}{FIGURES}\b",
    re.IGNORECASE,
)
_LOOK = 60  # characters behind a word
_PAIR = lazy_regex(
    r"(?<![\w'’])([flnpst][a-z]{3,7}|[1-4](?:st|nd|rd|th))[\s-](q[a-z]{4,7}|half)(?!\w)",
    re.IGNORECASE,
)
_PLACES = {"quarter": ("first", "second", "third", "fourth"), "half": ("first", "second")}
_WHICH = frozenset("last next past this previous final".split())


@dataclass(frozen=True, slots=True)
class Spelt:
    """A question with its dates spelt right, `text`, of what was `typed`.

    `changes` are the words that were misspelt, where they stand in what was typed, each with what
    stands for it.
    """

    text: str
    typed: str
    changes: tuple[tuple[Span, str], ...] = ()

    def quote(self, start: int, end: int) -> str:
        """What was typed for `text[start:end]`; a misspelt word is quoted whole.

        >>> spelt = spell_dates("exports, Novmber 2025")
        >>> spelt.text, spelt.quote(9, 22)
        ('exports, November 2025', 'Novmber 2025')
        """
        first, _ = self._find_typed(start)
        _, last = self._find_typed(end)
        return self.typed[first:last]

    def _find_typed(self, place: int) -> tuple[int, int]:
        """The place in what was typed; of one within a word that was misspelt both ends of that."""
        longer = 0
        for span, right in self.changes:
            begins = span.start + longer
            if place <= begins:
                break
            if place < begins + len(right):
                return span.start, span.end
            longer += len(right) - (span.end - span.start)
        return place - longer, place - longer


def spell_dates(text: str) -> Spelt:
    """A question with the months, quarters and halves that it misspells spelt right.

    Linear in the text.
    """
    changes = [*_find_months(text), *_find_quarters(text)]
    if not changes:
        return Spelt(text, text)
    changes.sort(key=lambda change: change[0].start)
    parts, end = [], 0
    for span, right in changes:
        parts += [text[end : span.start], right]
        end = span.end
    return Spelt("".join([*parts, text[end:]]), text, tuple(changes))


def _find_months(text: str) -> Iterator[tuple[Span, str]]:
    last = len(text.rstrip(_END))
    for found in _WORD.finditer(text):
        name = _find_month(found[0].lower())
        if name is None:
            continue
        start, end = found.span()
        before, after = text[max(0, start - 10) : start], text[end : end + _LOOK]
        if end >= last or _BEFORE.search(before) or _AFTER.match(after):
            yield Span(start, end), name


def _find_quarters(text: str) -> Iterator[tuple[Span, str]]:
    for found in _PAIR.finditer(text):
        which, unit = found[1].lower(), found[2].lower()
        right_unit = _find_nearest(unit, ("quarter", "half"))
        if right_unit is None:
            continue
        known = which in _WHICH or which[0].isdigit()
        right = which if known else _find_nearest(which, _PLACES[right_unit])
        if right is None:
            continue
        for place, typed, name in ((1, which, right), (2, unit, right_unit)):
            if typed != name:
                yield Span(*found.span(place)), name


@lru_cache(_KEPT)
def _find_month(word: str) -> str | None:
    """The month that a word, in lower case, misspells."""
    if word in _OTHERS or word.removesuffix("s") in _NAMES:
        return None
    for name, written in _NAMES.items():
        most = 2 if len(name) >= _LONG else 1
        if word[0] == name[0] and _is_near(word, name, most):
            return written
    return None


@lru_cache(_KEPT)
def _find_nearest(word: str, names: tuple[str, ...]) -> str | None:
    """The one of some names that a word, in lower case, is or is one edit away from."""
    if word in names:
        return word
    if word in _OTHERS:
        return None
    near = (name for name in names if word[0] == name[0] and _is_near(word, name, 1))
    return next(near, None)


def _is_near(word: str, name: str, most: int) -> bool:
    """Whether at most so many letters are wrong, wanting, too many or beside their places."""
    if abs(len(word) - len(name)) > most or len(set(word) - set(name)) > most:
        return False
    before: list[int] = []
    row = list(range(len(name) + 1))
    for at, letter in enumerate(word, 1):
        before, above, row = row, before, [at]
        for place, other in enumerate(name, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != other))
            if at > 1 and place > 1 and letter == name[place - 2] and word[at - 2] == other:
                cost = min(cost, above[place - 2] + 1)
            row.append(cost)
    return row[-1] <= most
