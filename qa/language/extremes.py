"""Extremes over time: that a figure was never higher or lower, or went somewhere for the first time
or the last.

A release reports one period, and how that stands among all others only where it says so: "an
all-time high", "the lowest since May 2013", "for the first time", "역대 최대", "처음으로 돌파".
What is the largest of things, "the ten largest firms", is none over time. Which of them a question
asks for is read in `qa.understanding.asked_extremes`.
"""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from qa.language.directions import Direction, find_directions
from qa.language.figures import find_figures
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.periods import find_periods

_KEPT = 8192  # sentences: those on shortlists come back


class Extreme(StrEnum):
    """Which of all periods is asked for."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    FIRST = "first"
    LAST = "last"

    @property
    def phrase(self) -> str:
        """What a time is called that is it: "the highest", "the first time"."""
        return f"{self.value} time" if self in (Extreme.FIRST, Extreme.LAST) else self.value


MOST = (
    "highest|largest|biggest|greatest|strongest|best|busiest|fastest|steepest|sharpest|heaviest"
    "|longest|dearest|most"
)
LEAST = "lowest|smallest|weakest|worst|slowest|fewest|lightest|shortest|cheapest|least"
_SPAN = (
    r"(?:(?:more than|over|nearly|almost|about|at least|the (?:last|past))\s)?"
    r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)[\s-]"
    r"(?:years?|months?|quarters?|decades?)"
)
# "Most of them" is as seldom over time as "the least developed of them".
_SUPERLATIVE = {words: re.sub(r"\|(?:most|least)$", "", words) for words in (MOST, LEAST)}
_AMONG = r"(?<!ten\s)(?<!five\s)(?<!three\s)(?<!second[\s-])(?<!third[\s-])(?<!\d\s)(?<!at\s)"
# What makes a superlative one over time: "since May 2013", "in four years", "on record".
_OVER_TIME = (
    rf"(?:\b(?:ever|since|on record|of all time|in (?:its |our |the )?history|in {_SPAN}"
    r"|(?:so far )?this year|of the year|in (?:19|20)\d\d|for (?:any|an? (?:single )?"
    r"(?:month|quarter|half|year|week|day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december))|to date|so far|yet)\b)"
)
_STANDS = (
    r"(?:\s(?:single|monthly|quarterly|annual|yearly|weekly|daily))*"
    r"\s(?:levels?|readings?|values?|figures?|amounts?|points?|totals?|months?|quarters?|years?"
    r"|volumes?|results?|performances?)\b"
)
_UP_TO = r"(?:(?!\b(?:where|which|whose|who|while|whereas|but)\b)(?:[^.;]|\.\d)){0,160}?"


def _over_time(words: str, count: str) -> str:
    """A pattern of superlatives that are over time, `count` among them of an amount alone."""
    return (
        rf"{_AMONG}\b(?:{_SUPERLATIVE[words]})\b(?:{_STANDS}|{_UP_TO}{_OVER_TIME})"
        rf"|\bthe {count}\b(?:{_STANDS}|(?:\s\w+s)?\s{_OVER_TIME})"
    )


_BOUNDED = lazy_regex(
    rf"\b(?:since|in {_SPAN}|(?:so far )?this year|of the year|in (?:19|20)\d\d)\b"
    r"|이후|이래|만에|만의|들어|[월년]래",
    re.IGNORECASE,
)
_SINCE = lazy_regex(r"\bsince\b|이후|이래|부터|[월년]래", re.IGNORECASE)
# What is said of an extreme before it, or in Korean after it, where it was not one.
_REFUSED_BEFORE = lazy_regex(
    r"(?:\b(?:not(?! only\b| just\b)|never|fail(?:s|ed|ing)? to)|n['’]t)(?:\s[\w'’-]+){0,2}\s$"
    r"|\b(?:short of|below|under|from|off|than|since|despite|missed)"
    r"(?:\s(?:an?|the|its|their|that|this|last|previous|earlier|reaching|setting|\w+['’]s"
    r"|(?:19|20)\d\d)){0,2}\s$",
    re.IGNORECASE,
)
_REFUSED_AFTER = lazy_regex(
    r"[^\s,]{0,3}(?:던\s\S{1,12}?|\s(?:실적|기록|수준))?(?:보다|에는?\s?(?:못|미치지|이르지|미달))"
)
_CROSSES = lazy_regex(
    r"\b(?:exceed|surpass|topp|top|pass|cross|clear|breach|broke|hit|reach|above|over|more than)"
    r"(?:e[ds]|s|ing|ed|es)?\b|넘|돌파|초과|상회|웃돌|달성|도달",
    re.IGNORECASE,
)
_EXCEEDS = lazy_regex(
    r"\b(?:exceed|surpass|topp|crossed|passed)|넘[어었]|돌파|상회|웃돌", re.IGNORECASE
)
_BELOW = lazy_regex(r"\b(?:below|under|less than)\b|밑|하회|아래|미만", re.IGNORECASE)
_SAID = {
    Extreme.HIGHEST: lazy_regex(
        r"\ball[- ]time (?:high|record|peak|best|monthly)|\brecord[- ](?:high|breaking|setting)"
        r"|\b(?:an?|new|previous|its|their|another|the)\s(?:(?:new|fresh|monthly|annual|quarterly"
        r"|yearly|all-time|historic)\s)*record\b(?![\s-](?:low|of|on|check|keep|is|was|will)|book)"
        r"|\brecord\s(?:level|amount|figure|volume|month|quarter|year|sum|total|surplus|exports?"
        r"|usd|us\$|krw|[$₩€]|\d)|\b(?:set|broke|breaks?|setting|breaking)\s(?:\w+\s)?records?\b"
        r"|\b(?:historic(?:al)?|new|month|year|quarter)[\s-]high\b|\bpeak(?:ed|ing)\b"
        r"|\bat (?:an?|its|their) peak\b|\bunprecedented\b"
        rf"|{_over_time(MOST, 'most')}"
        r"|\bno (?:month|quarter|half|year|other|previous)\b[^.;]{0,120}?"
        r"\b(?:higher|larger|greater|more|better|stronger|as (?:high|much|many|large|strong))\b"
        r"|\bnever\b[^.;]{0,40}\b(?:higher|larger|greater|more|better"
        r"|(?:so|as) (?:high|much|many))\b"
        r"|(?:역대|사상|이후|이래|만에|만의|기준|들어|[월년]래)\s?(?:\S+\s){0,2}?"
        r"(?:최대|최고(?!위|경영)|최다|가장\s?(?:많|높|큰|컸|좋))"
        r"|(?<!세계\s)(?:최대|최고|최다)(?:치|액|기록|\s(?:실적|수준|기록))|신기록|정점"
        r"|기록을?\s?(?:다시\s)?(?:경신|갈아)",
        re.IGNORECASE,
    ),
    Extreme.LOWEST: lazy_regex(
        r"\ball[- ]time low|\brecord[- ]low|\b(?:historic(?:al)?|new|month|year|quarter)[\s-]low\b"
        rf"|\bbottomed\b|{_over_time(LEAST, 'least')}"
        r"|\bno (?:month|quarter|half|year|other|previous)\b[^.;]{0,120}?"
        r"\b(?:lower|smaller|less|fewer|worse|weaker|as (?:low|little|few|weak))\b"
        r"|\bnever\b[^.;]{0,40}\b(?:lower|smaller|less|fewer|worse|(?:so|as) (?:low|little|few))\b"
        r"|(?:역대|사상|이후|이래|만에|만의|기준|들어|[월년]래)\s?(?:\S+\s){0,2}?"
        r"(?:최저|최소|최악|가장\s?(?:적|낮|작|나쁜))|(?:최저|최소)(?:치|액|기록|\s(?:실적|수준|기록))",
        re.IGNORECASE,
    ),
    Extreme.FIRST: lazy_regex(
        r"\bfirst(?:[ -]ever\b|\stime\b|\s(?:month|quarter|half|year)\s(?:in which|that|to|above"
        r"|over|with|since)\b)|\bnever before\b|\bmilestone\b"
        r"|\b(?:crossed|passed|broke|topped|surpassed|breached|exceeded|cleared)\s(?:through\s)?the"
        r"\s[^.;]{0,30}\b(?:mark|threshold|barrier|line)\b"
        r"|처음|(?<!세계\s)(?<!세계)(?<!국내\s)최초|돌파"
        r"|첫\s(?:(?:월간|연간|분기)\s)?(?:\d|[일이삼사오육칠팔구십백천]+[조억만]|흑자|적자|감소|증가|하락"
        r"|상승|마이너스|플러스|초과|달성)",
        re.IGNORECASE,
    ),
    Extreme.LAST: lazy_regex(
        r"\bfirst\s(?:time\b|(?:[\w-]+\s){0,3}?(?:fall|decline|decrease|drop|rise|increase|gain"
        r"|growth|deficit|surplus|contraction|rebound|expansion|upturn|downturn)s?\b)"
        r"|\blast\s(?:fell|rose|time\b|seen|recorded|posted|exceeded|reached)|\bmost recent"
        r"|마지막|처음|만에|만의",
        re.IGNORECASE,
    ),
}
# Words that have to stand in what says so, or most of them: for finding it.
SAID_BY = {
    Extreme.HIGHEST: "record high never peak 최대 최고 최다 신기록 역대 사상 "
    + MOST.replace("|", " "),
    Extreme.LOWEST: "record low never bottomed 최저 최소 최악 역대 " + LEAST.replace("|", " "),
    Extreme.FIRST: "first never milestone mark threshold exceeded exceeding 처음 최초 돌파 초과",
    Extreme.LAST: "first last time since most recent 마지막 처음",
}

BESIDE = frozenset(
    find_terms(
        "highest high lowest low largest large biggest big greatest great strongest strong weakest"
        " weak best better worst smallest small fewest few least most more busiest slowest fastest"
        " record peak bottom all-time ever time first last month monthly quarter quarterly year"
        " yearly annual half week weekly day period level value figure amount total point history"
        " exceed surpass top pass cross break breach reach hit set post register rise fall drop"
        " grow decline decrease increase go went above over below under mark threshold usd us"
        " dollar won krw million billion trillion percent thousand saw see had turn"
        " negative positive two-way two way between bilateral since until before"
    )
)
"""Terms that are only said of an extreme, and of when it was: nothing that it is of."""


@lru_cache(_KEPT)
def says_extreme(asked: Extreme, sentence: str) -> bool:
    """Whether a sentence says of what it reports that it is such an extreme over time.

    >>> says_extreme(Extreme.HIGHEST, "It is the highest level since November 2013.")
    True
    >>> says_extreme(Extreme.HIGHEST, "Korea kept its place among the ten largest exporters.")
    False
    >>> says_extreme(Extreme.HIGHEST, "Exports fell short of the record set in 2022.")
    False
    >>> says_extreme(Extreme.FIRST, "수출이 사상 처음 10억 달러를 돌파했다.")
    True
    """
    return any(
        _REFUSED_BEFORE.search(sentence, 0, each.start()) is None
        and _REFUSED_AFTER.match(sentence, each.end()) is None
        for each in _SAID[asked].finditer(sentence)
    )


def is_bounded(sentence: str) -> bool:
    """Whether what a sentence calls an extreme it calls so of some years alone.

    >>> is_bounded("It is the largest since April 2011."), is_bounded("It is an all-time high.")
    (True, False)
    """
    return _BOUNDED.search(sentence) is not None


def find_bound(text: str, day: date) -> date | None:
    """The first day of the period since which something is an extreme, by a text of that day.

    >>> find_bound("It is the largest since April 2011.", date(2012, 9, 1))
    datetime.date(2011, 4, 1)
    """
    if _SINCE.search(text) is None:
        return None
    mentions = find_periods(text, day)
    since = (each for each in mentions if _SINCE.search(text, each.start, each.end))
    return next((each.period.first for each in since), None)


def says_crossing(question: str, sentence: str) -> bool:
    """Whether a sentence says that just the amount that a question names was exceeded or reached.

    >>> asked = "When did exports first exceed $1 billion?"
    >>> says_crossing(asked, "Exports exceeded USD 1 billion in May.")
    True
    >>> says_crossing(asked, "Exports exceeded USD 1.9 billion in May.")
    False
    """
    return _CROSSES.search(sentence) is not None and _shares_amount(question, sentence)


def _shares_amount(question: str, sentence: str) -> bool:
    asked = {(each.value, each.unit) for each in find_figures(question)}
    return any((each.value, each.unit) in asked for each in find_figures(sentence))


def moves_otherwise(question: str, sentence: str) -> bool:
    """Whether a sentence says that things went the other way than a question asks for or, where it
    names an amount, that they went up or down without coming past any.

    >>> asked = "When did exports first exceed $1 billion?"
    >>> moves_otherwise(asked, "Exports fell for the first time since 2013.")
    True
    >>> moves_otherwise(asked, "Exports rose to USD 1 billion for the first time.")
    False
    """
    asked, said = find_directions(question), find_directions(sentence)
    if not said and _EXCEEDS.search(sentence):
        said = frozenset({Direction.RISE})
    if not said or says_crossing(question, sentence):
        return False
    if not find_figures(question):
        return bool(asked) and asked.isdisjoint(said)
    asked = asked or frozenset({Direction.FALL if _BELOW.search(question) else Direction.RISE})
    passes = _CROSSES.search(sentence) is not None or _shares_amount(question, sentence)
    return asked.isdisjoint(said) or not passes


def names_another(question: str, sentence: str) -> bool:
    """Whether a sentence names amounts of the unit that a question names one in, and not that.

    >>> names_another("first exceed $60 billion", "Exports passed $50 billion for the first time.")
    True
    """
    asked, said = find_figures(question), find_figures(sentence)
    units = {each.unit for each in asked} & {each.unit for each in said}
    values = {(each.value, each.unit) for each in asked if each.unit in units}
    return bool(values) and values.isdisjoint((each.value, each.unit) for each in said)
