"""Which periods of a question say nothing of when: those of a thing named, and of words quoted.

"After the 2006 election" is after the day of the election, which the words do not say; so are
"last year's summit" and "2006년 선거 이후". What stands in quotation marks, or under "say that", is
spoken of and does not limit when a release came out: "Did he say that troops leave by June?".
"""

import re
from collections.abc import Sequence

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, PeriodMention
from qa.understanding.quotations import find_quoted
from qa.understanding.telling import PUBLISHING_WORD
from qa.understanding.words_before import find_before

_BOUND = lazy_regex(
    r"\b(?:since|after|following|until|till|before|prior to|ahead of|by|through|up to"
    r"|(?:earlier|later) than)\s(?P<the>the\s)?$",
    re.IGNORECASE,
)
_SINCE = lazy_regex(r"since\s(?P<the>the\s)?", re.IGNORECASE)
# What may follow a period that is a bound itself.
_NO_NOUN = (
    r"(?:about|on|onwards?|re|regarding|relating|related|concerning|involving|with|by|from|that"
    r"|which|and|or|in|of|was|were|what|did|do|does|has|had|have|is|are|for|to|until|through"
    r"|between|as|when|where|who|how|over|under|around|at|upon|not|so|also|but|the|a|an|any\w*|all"
    r"|inclusive|forward|only|please|some\w*|there|it|he|she|they|we|you|i)"
)
_OF_NOUN = lazy_regex(rf"(?:['’]s?)?\s(?!{_NO_NOUN}\b)[^\W\d]", re.IGNORECASE)
_EVENT = lazy_regex(
    rf"['’]s?\s|\s(?:(?!{_NO_NOUN}\b)\w+\s){{0,2}}?(?:elections?|hearings?|votes?|wars?|floods?"
    r"|hurricanes?|storms?|fires?|summits?|olympics|debates?|attacks?|meetings?|talks|crisis|deal"
    r"|agreement|accord|treaty"
    r"|primar(?:y|ies)|conventions?|earthquakes?|tsunami|disasters?|strikes?|deadlines?)\b",
    re.IGNORECASE,
)
_OF_RELEASES = lazy_regex(rf"['’]?s?\s(?:\w+\s){{0,2}}{PUBLISHING_WORD}\b", re.IGNORECASE)
_EVENT_KO = lazy_regex(
    r"의?\s(?!(?:또는|및|그리고|그|바로|당일|발표|공개|보도|배포)(?![가-힣]{2}))"
    r"(?:[가-힣A-Za-z]+(?<![은는이가을를에로])\s){0,2}?"
    r"(?!(?:일|한|두|세|몇)\s?[년해달]|전[년월]|작년|지난)[가-힣A-Za-z]{2,}(?<![에는은을를이가로])\s"
    r"(?:이후|이전|직후|직전|전에|후에|뒤에)(?!에?\s?(?:비해|비하|견주|대비)|보다|\s?수준)"
)
_OWN_YEAR = lazy_regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPEAKING = (
    r"(?<!been )(?<!was )(?<!were )\b(?:say|says|said|announce[ds]?|report(?:s|ed)?|claim(?:s|ed)?"
    r"|state[ds]?|confirm(?:s|ed)?|predict(?:s|ed)?|promise[ds]?|pledge[ds]?|warn(?:s|ed)?"
    r"|argue[ds]?|declare[ds]?|explain(?:s|ed)?|mention(?:s|ed)?|writes?|wrote|told \w+|tell \w+"
    r"|vow(?:s|ed)?|suggest(?:s|ed)?|expect(?:s|ed)?|hope[ds]?|believe[ds]?|think)"
)
_IN_SENTENCE = r"(?:[^.?!]|\.(?!\s(?-i:[A-Z])))"  # "the U.S. will"
_CLAUSE = lazy_regex(
    rf"{_SPEAKING}\s(?:that\s(?!(?:was|were|is|are|ha[sd]|have|came|comes?|went|appeared)\b)"
    rf"{_IN_SENTENCE}*$"
    r"|(?=[^.?!,]*$)[^.?!,]*\b(?:would|could|will|should|might|must|shall)\s)",
    re.IGNORECASE,
)
_CLAUSE_FAR = 500  # characters from what is said to a period within it


def leave_in_passing(text: str, mentions: Sequence[PeriodMention]) -> list[PeriodMention]:
    """The mentions without those that only name a thing, or are quoted with no year of their own.

    >>> from datetime import date
    >>> from qa.periods import find_periods
    >>> text = "What was said in May 2007 before the 2008 election?"
    >>> [each.period.first.year for each in leave_in_passing(text, find_periods(text, date.max))]
    [2007]
    """
    quoted = find_quoted(text)
    return [
        each
        for each in mentions
        if not _names_thing(text, each)
        and (_OWN_YEAR.search(text, each.start, each.end) or not is_within(quoted, each))
    ]


def is_spoken_of(text: str, mention: PeriodMention) -> bool:
    """Whether a period is within what was said, and not when it was said."""
    reported = find_before(_CLAUSE, text, mention.start, far=_CLAUSE_FAR) is not None
    return reported or is_within(find_quoted(text), mention)


def is_within(spans: Sequence[Span], mention: PeriodMention) -> bool:
    """Whether a period stands in one of `spans`, among other words."""
    return any(
        each.start < mention.start
        and mention.end < each.end
        and each.end - each.start > mention.end - mention.start + 2
        for each in spans
    )


def _names_thing(text: str, mention: PeriodMention) -> bool:
    """Whether a bound is a thing that the period only qualifies."""
    if _EVENT_KO.match(text, mention.end):
        return True
    bound = find_before(_BOUND, text, mention.start)
    bound = bound or _SINCE.match(text, mention.start, mention.end)
    rolls = mention.whole is not None and mention.period.granularity is Granularity.RANGE
    if bound is None or rolls:
        return False
    # A year tells one thing from others of its kind, "the 2008 farm bill", as a month hardly does.
    if bound["the"] and mention.period.granularity is Granularity.YEAR:
        return _OF_NOUN.match(text, mention.end) is not None
    event = _EVENT.match(text, mention.end) is not None
    return event and _OF_RELEASES.match(text, mention.end) is None
