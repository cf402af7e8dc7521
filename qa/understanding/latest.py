"""The words of a question that ask for the newest there is: "the latest", "how does it stand"."""

import re
from collections.abc import Sequence

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import PeriodMention
from qa.periods.month_names import SHORT_NAME
from qa.understanding.quotations import find_quoted

_LATEST = lazy_regex(
    r"\b(?:(?:the )?(?:(?:very )?latest|newest(?! (?:member|entrant)))(?: first\b)?"
    r"(?![- ]generation)"
    r"|(?:the )?(?:fresh(?:est)?|most topical"
    r"|(?:most )?up[- ]to[- ]date|most recent(?:ly)?)|(?<!direct )(?<!alternating )current(?:ly"
    r"|(?! (?:transformer|account|collector|limiter|sensor)))"
    r"|right now|as of (?:now|today)|by now|now(?:adays)?"
    r"|at (?:the moment|present|this (?:point|moment|time))|as we speak"
    r"|present(?:ly| (?:level|state|figure|status|situation|stage|number))"
    r"|today(?!['’]s (?:youth|world|societ|econom|industr|generation))(?:['’]s)?|up-to-the-minute"
    r"|newer(?! than)|update (?:me|on)|up to speed|still"
    r"|(?:came|comes?) out last(?!\s(?:week|month|quarter|year|\w+day))|yet(?=\W*$)"
    r"|where are we|so far|thus far|(?:up )?to date|state of (?:play|affairs)"
    r"|(?:until|till|up to) now"
    r"|recent(?:ly|(?! (?:graduate|hire|immigrant|entrant|convert)))|lately"
    rf"|of late(?!\s(?:last|this|next|{SHORT_NAME}|[0-9]))|these days"
    r"|as (?:it|things|matters) stands?|stands? at|standing at|running at"
    r"|how far (?:has|have)|(?:to|at) hand|hitherto"
    r"|(?:just|newly)[ -](?:released|published|announced|reported|out)"
    r"|at (?:the )?(?:last|latest) (?:count|report|look|reckoning)|going (?:figure|rate|level)"
    r"|(?:the )?last[ -](?:time|known|reported|published|released|announced|available|recorded"
    r"|reading|entry|word|figures?|counts?|numbers?|values?|data|tally|results?|updates?|reports?"
    r"|print|(?:trade|statistical|monthly) report))\b"
    r"|\bany\snew\b(?!\s(?:york|zealand|delhi|year)\b)"
    r"|(?:(?:가장|제일) )?(?:최신(?![형예])|최근(?!접))|현재(?!가치|완료|가\s)|현황"
    r"|현 (?:수준|상황)|지금|요즘|요즈음|요새|요사이|오늘 기준|업데이트|따끈|오늘날|작금"
    r"|아직|여전히|이제 어디|현\s?(?:시점|단계)|근래"
    r"|(?:가장|제일) (?:새로운|나중|늦게|가까운)|마지막(?:으로|에)?|이제까지"
    r"|(?:며칠|얼마|조금) 전(?!까지)|(?:지난|저|요전|먼젓)번(?!\s?(?:[달주해]|분기|반기))"
    r"|(?:갓|방금|막|새로|신규|최종|바로\s전에?|직전에?|[이금]번에?)"
    r" (?:나온|발표|공개|집계|배포|공표)",
    re.IGNORECASE,
)
# What questions for the state of things end with.
_STATE = lazy_regex(
    r"\bwhere do(?:es)? [^.?!]{1,60} stand\b|\b(?:stand|looking|doing|going|faring)(?=\W*$)",
    re.IGNORECASE,
)
# What means one of what happens now and then, where the others are of how things stand.
_NEWEST = lazy_regex(
    r"\b(?:latest|newest|(?:most )?recent(?:ly)?|lately|of late"
    r"|(?:the|our|their|its) (?:very )?(?:next|upcoming|coming|last)|any new)\b"
    r"|최신|최근|요즘|다음|차기|지난번|(?:가장|제일) (?:새로운|나중|늦게)|마지막",
    re.IGNORECASE,
)


def names_newest(text: str) -> bool:
    """Whether a question may ask for the newest of its like: "the latest recall", "the next round".

    Where such words are of a time, "the last week", it asks for that.
    """
    return _NEWEST.search(text) is not None


def find_latest(text: str, mentions: Sequence[PeriodMention]) -> Span | None:
    """The words that ask for the newest, other than those of a period or quoted: "최근 10일"."""
    spans = [Span(*found.span()) for found in _LATEST.finditer(text)]
    spans += [Span(*found.span()) for found in _STATE.finditer(text)]
    others = [*(Span(each.start, each.end) for each in mentions), *find_quoted(text)]
    for span in spans:
        if not any(each.start <= span.start < each.end for each in others):
            return span
    return None
