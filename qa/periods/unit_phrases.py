"""A unit of time in an English text with the words around it that say which one is meant.

The words before it say which and how many ("the last two full ..."), those after it how far away it
is ("... ago", "... before last", "... that has just ended"). What they come to is left to
`relative`.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, Period, rolling, unit_around, whole_units
from qa.periods.clues import Clue, Known
from qa.periods.english_words import CLAUSE_END, NUMBER, YEAR, YEAR_AWAY, number

KINDS = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "wk": Granularity.WEEK,
    "month": Granularity.MONTH,
    "mth": Granularity.MONTH,
    "mo": Granularity.MONTH,
    "m": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "qtr": Granularity.QUARTER,
    "q": Granularity.QUARTER,
    "half": Granularity.HALF,
    "half-year": Granularity.HALF,
    "year": Granularity.YEAR,
    "yr": Granularity.YEAR,
    "y": Granularity.YEAR,
}
# Units longer or shorter than a kind of period: so many of that.
MADE_OF = {"fortnight": (14, "day"), "decade": (10, "year"), "twelvemonth": (12, "month")}
_UNIT = (
    r"half[-\s]years?|days?|weeks?|fortnights?|months?|quarters?|half|years?|decades?|twelvemonth"
    r"|(?:wk|mth|mo|qtr|yr)s?\b\.?"
)

LAST = tuple(
    "last past previous prior preceding foregoing prev prev. latest bygone elapsed".split()
)
THIS = tuple("this current present ongoing running".split())
NEXT = tuple("next coming following upcoming forthcoming".split())
SAME = tuple(
    "same identical parallel like corresponding comparable equivalent matching respective"
    " counterpart analogous".split()
)
OVER = tuple("completed finished ended closed concluded elapsed expired".split())
WHOLE = tuple("full whole entire complete calendar".split())
JUST = tuple("just recently newly freshly recent".split())
YEAR_AGO = tuple("year-ago year-earlier prior-year previous-year last-year".split())
# How many back from today's: "the second-to-last month".
BACK = (
    {"penultimate": 2, "antepenultimate": 3}
    | {f"{word}{gap}but{gap}one": 2 for word in ("last", "previous") for gap in "- "}
    | {
        f"{word}{gap}last": 2 + (word == "third")
        for word in ("second", "next", "last", "third")
        for gap in ("-to-", " to ", " ", "-")
        if (word, gap) not in (("next", " "), ("next", "-"), ("last", " "), ("last", "-"))
    }
)
_FILLERS = tuple("most very fiscal single".split())
_ARTICLES = ("the", "our", "these", "those")
_PLAIN = frozenset((*LAST, *THIS, *NEXT, *SAME, *OVER, *WHOLE, *JUST, *YEAR_AGO, *BACK, *_FILLERS))
# Which of its kind, counted from today's; those that repeat count from one named before.
ORDERS = dict.fromkeys(LAST, -1) | dict.fromkeys(THIS, 0) | dict.fromkeys(NEXT, 1)
REPEATING = tuple("previous prior preceding foregoing prev prev. following".split())

_BEFORE = "|".join(
    [
        r"half[\sa-]{1,3}dozen",
        "half an?",
        r"and\sa\shalf",
        r"(?:a\s)?dozen",
        r"(?:a\s)?couple\sof",
        NUMBER,
    ]
    + [re.escape(word) for word in sorted((*_PLAIN, *_ARTICLES, "an", "a"), key=len, reverse=True)]
)
_WORD = lazy_regex(rf"(?:{_BEFORE})(?=[\s-])")
_RUN = lazy_regex(rf"(?<![\w'’-])(?:(?:{_BEFORE})[\s-]{{1,2}})+$")
_OF_THINGS = lazy_regex(
    r"\sof\s(?!(?:press|media|ministry|news|announcements|releases|statements)\b)"
)
_REACH = 56  # characters before the unit that may belong to it

_NOW = (
    r"(?:(?:(?:leading\s|running\s)?up\s|leading\s)?(?:un)?(?:to(?:\sand\sincluding)?|til|till)"
    r"|through|ending(?:\swith)?)"
    r"\s(?:date|now|today|the\spresent)|(?:prior\sto|before)\stoday"
)
_AFTER = lazy_regex(
    r"(?:"
    rf"(?P<date>(?:\s(?:stretch|period|span|window|run))?\s(?:(?:so|thus)\sfar|{_NOW})|-to-date)"
    r"|(?P<half>\sand\sa\shalf)?\s{1,2}(?P<ago>ago(?:\sto\sthe\s(?P<exact>month|quarter))?|back|earlier(?!\sthan)|(?:before|earlier\sthan)\s(?:now|today)|removed|gone(?!\sby)"
    rf"|in(?:to)?\sthe\spast|since{CLAUSE_END}|(?:preceding|that\swent\sbefore|before\sthis|before|prior|previous(?:ly)?){CLAUSE_END})"
    rf"|(?:\sof\s(?:the\s)?year|['’]s\s(?:counterpart|equivalent))?,?\s\(?(?:(?:of|in|(?P<from>from)|for|during|over)\s)?(?:(?:exactly|precisely)\s)?(?P<year>{YEAR_AWAY}|{YEAR}|the\syear\sbefore)"
    r"|\s(?:(?:immediately|directly|right|just|that|which|came|comes|went|fell|falls)\s){0,4}"
    rf"(?:(?:exactly\s)?(?P<away>{NUMBER})\s)?(?:before|back\sfrom|earlier\sthan|prior\sto|preceding|precede[sd]|previous\sto"
    r"|leading\s(?:up\s)?(?:in)?to)\s(?:the\s)?(?P<before>(?:one|that)\s(?:that\s)?(?:has\s)?just\s\w+|previous|current|present|ongoing"
    r"|one\s(?:that\s)?we(?:['’]re|\sare)(?:\s(?:now|currently))?\sin|running|past|latest|most\srecent|last(?!\s(?:day|date|minute|round|meeting|session|summit))"
    r"|this(?=\s(?:one|week|month|quarter|half|year|that|in|on|about|of|for|with|to)\b"
    rf"|{CLAUSE_END[3:-1]}))"
    r"(?:\s(?P<before_unit>one|week|month|quarter|half|year)\b)?"
    r"|\safter\s(?P<next>next|this|the\s(?:next|current|present))(?:\sone)?"
    r"|,?\s(?P<but>but\s(?:one|(?:rather\s)?the\s(?:one|month|quarter|year)\s(?:right\s)?before(?:\s(?:it|that))?))"
    r"|(?P<running>\s(?:that\sis\s)?(?:(?:(?:just|right)\s)?(?:now|currently|presently)\s(?:ending|closing"
    r"|running|drawing\sto\sa\sclose)|(?:now\s|currently\s)?(?:under\s?way|in\sprogress|we(?:['’]re|\sare)\s(?:in|now\sin))))"
    r"|(?P<over>(?:\s(?:period|stretch|span|run))?(?:\s(?:that|which|we|to)\b)?(?:['’](?:s|ve)\b)?(?:\s(?:is|has|have|had|was|be)\b)*"
    r"(?:\s(?:been|only|just|now|already|recently|most\srecently|last|directly|right))*"
    r"\s(?:ended|finished|closed|completed?|concluded|elapsed|expired|passed|past|gone|over|done"
    r"|left|(?:come|came|been|lived)\sthrough|behind|wrapped|run(?:\sits)?(?:\sfull)?\scourse|went(?=\sby|\spast)|lies(?=\sbehind)|came\sto|come|drawn\sto|lapsed)\b"
    r"(?:\s(?:by|up|behind|us|out|of|an?\s(?:end|close)))*"
    r"(?:\s(?P<late>most\srecently|last|just\snow))?)"
    r"|(?P<old>\sold)"
    r"|(?P<began>(?:\s(?:that|which))?(?:\s(?:has|have|just|now|recently)){0,2}\s(?:began|begun|started|opened|commenced))"
    r"|(?P<worth>['’]s?\s(?:worth\sof\s)?(?:press\s|ministry\s)?"
    r"(?:news|announcements|releases|updates|headlines))"
    r")(?![0-9a-z_])"
)

UNITS = lazy_regex(
    r"\b(?=[dfhmpqstwy])(?:"
    r"(?P<edge>year(?:['’]s)?[-\s]?end)(?![a-z]|\s[0-9]{4})"
    rf"|(?P<unit>{_UNIT}|time|period|point|stage)(?![0-9a-z_]|-(?!to-date)[a-z]|\sto\syear)"
    r"|(?P<so_far>[ymq])td\b|(?P<code>[mq])-(?P<steps>1[0-2]|[1-9])(?![0-9a-z_]))"
)


@dataclass(frozen=True, slots=True)
class UnitPhrase:
    """A unit of time with the words around it, in `low[start:end]`.

    `words` stand before it, without articles; `count` is the number among them, 0 for none.
    `after` is what stands behind it, not yet part of it.
    """

    low: str
    run: int
    start: int
    end: int
    unit: str
    words: tuple[str, ...]
    count: float
    after: re.Match[str] | None

    @property
    def kind(self) -> Granularity | None:
        return KINDS.get(self.unit)

    def has(self, *groups: tuple[str, ...]) -> bool:
        return any(word in group for word in self.words for group in groups)

    def said(self, name: str) -> str | None:
        return self.after[name] if self.after is not None else None

    @property
    def plural(self) -> bool:
        return self.low[self.end - 1] == "s"

    @property
    def is_part(self) -> bool:
        """Whether it is a part of something else: "the last month of 2024"."""
        return not self.has(("past",)) and _OF_THINGS.match(self.low, self.end) is not None

    def behind(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands before all of it, to its first word."""
        return pattern.search(self.low, max(0, self.run - _REACH), self.run)

    def with_after(self) -> "UnitPhrase":
        return replace(self, end=self.after.end()) if self.after is not None else self

    def known(self, period: Period | None) -> Clue | None:
        return None if period is None else Known(self.start, self.end, period)

    def away(self, anchor: date, count: int) -> Clue | None:
        return self.known(unit_around(anchor, self.kind, count)) if self.kind else None

    def rolling(self, anchor: date, count: float) -> Clue | None:
        """The last `count` units to the anchor, or the next when negative."""
        size, unit = MADE_OF.get(self.unit, (1, self.unit))
        if count % 1 and unit == "year":
            size, unit = 12, "month"
        steps, kind = int(count * size), KINDS.get(unit)
        if not steps or kind is None:
            return None
        period = rolling(anchor, steps, kind)
        whole = whole_units(anchor, steps, kind)
        return None if period is None else Known(self.start, self.end, period, whole)

    def whole(self, anchor: date) -> Clue | None:
        """The last `count` units that are over, of months and longer; the last one of others."""
        if self.count == 0 or self.kind is None:
            return self.away(anchor, -1)
        return self.known(whole_units(anchor, int(self.count), self.kind))


def gather(found: re.Match[str]) -> UnitPhrase | None:
    """The phrase around a unit that `UNITS` found; None where no word around it says which."""
    low, (start, end) = found.string, found.span()
    before = _RUN.search(low, max(0, start - _REACH), start)
    after = _AFTER.match(low, end)
    if before is None and after is None:
        return None
    words: list[str] = []
    run, count = start, 0.0
    for word in _WORD.finditer(low, before.start() if before else start, start):
        if word[0] in OVER and after is not None and after["ago"]:
            continue  # "the month that closed three weeks ago"
        run = min(run, word.start())
        if word[0] in _ARTICLES:
            continue
        if words != ["just"]:
            start = min(start, word.start())
        elif word[0] not in OVER:
            start = word.start()  # "just last month"
        if word[0] == "like" and low.endswith(("look ", "looked ", "looks "), 0, word.start()):
            start = run = word.end() + 1  # "what did it look like half a year back"
            continue
        words.append(word[0])
        if words[0] in ("a", "an") and _count(word[0]) > 1:
            count = 0  # "a full two years"
        count += _count(word[0])
    unit = found["unit"].rstrip(".")
    unit = {"half year": "half-year", "half years": "half-year"}.get(unit, unit.rstrip("s"))
    return UnitPhrase(low, run, start, end, unit, tuple(words), count, after)


def _count(word: str) -> float:
    if word.startswith(("half", "and a half")):
        return 6 if word.endswith("dozen") else 0.5
    if word.endswith("dozen"):
        return 12
    if word in _PLAIN:
        return 0
    return number(word)
