"""What of a sentence may be the answer: things of the kind asked for that the question does not
name itself.

"Which office did Matsuura head in 2025?" is not answered by Matsuura, nor by 2025.
"""

import re
from functools import lru_cache

from qa.language.answer_types import FIGURES, AnswerType
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORT_NAME, SHORTENED

_KEPT = 8192  # sentences: those on shortlists come back, and are asked for the same few kinds
_WORD = lazy_regex(r"\d[\d,]*(?:\.\d+)?|\w+(?:[.’'&-](?!s\b)\w+)*")
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|"
    "fifty|hundred|thousand|million|billion|trillion|half|third|quarter|twice|double|first|"
    "second|tenth"
)
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth)"
)
_YEARS_LIVED = (
    r"(?:\d{1,3}(?![\d.,]*\d)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# Capitals that name nobody and nothing.
_NO_NAMES = frozenset(f"{FULL_NAME}|{SHORT_NAME}|sept|{_DAYS}".split("|")) | frozenset(
    "the a an it in this that these those we he she they i but and for if as on at to our his her "
    "their its there when while with from by after under".split()
)
# Of a date no part is a figure: "December 11, 2025".
_FIGURE = lazy_regex(
    rf"\b(?:{FULL_NAME}|{SHORTENED})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? (?:19|20)\d\d\b)?"
    r"|(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d|[가-힣%]| (?:million|billion|percent))"
    r"|(?<!\d)\d+ ?[년월일](?!본)"
    rf"|(?P<it>(?<![A-Za-z.,\d])\d[\d,]*(?:\.\d+)?(?!\d|[DG]\b)|\b(?:{_NUMBER_WORDS})\b)",
    re.IGNORECASE,
)
_NAME = lazy_regex(  # a capital letter that does not merely begin a sentence
    r"(?<=[\w,;’'\"“(] )[\"“(]?(?P<it>[A-Z]\w*(?:[.’'&-](?!s\b)\w+)*)"
)
_CANDIDATES = {
    **dict.fromkeys(FIGURES, _FIGURE),
    AnswerType.AGE: lazy_regex(  # "at the age of 84", "a 26-year-old", "Yarborough, 92, died"
        rf"\bage[sd]?(?: [a-z]+){{0,3}}? ({_YEARS_LIVED})\b"
        rf"|\b({_YEARS_LIVED})[- ]years?(?:[- ]olds?| of age)\b"
        rf"|\b({_YEARS_LIVED}) (?:and|or) (?:older|over|above|younger|under)\b"
        rf"|\b(?:at|turn(?:s|ed|ing)) ({_YEARS_LIVED})(?=[.,;)]|$| (?:and|or|when|after|in)\b)"
        r"|[a-z], (\d{1,3}),|(\d{1,3}) ?(?:살|세(?![가-힣])|세[의로에])",
        re.IGNORECASE,
    ),
    AnswerType.STREAK: lazy_regex(
        rf"\b(?P<it>(?:{_ORDINAL}|\d+|{_NUMBER_WORDS}) (?:(?:straight|consecutive|successive)\b"
        r"|(?:month|quarter|year|week|time)s?"
        r" (?:in a row|running(?! [a-z])|straight|in succession)\b"
        r"|(?:monthly|quarterly|annual|yearly) (?:rise|gain|increase|fall|drop|decline)\b))"
        r"|(?P<korean>(?<!\d)\d+ ?(?:개월|달|분기|년|해) ?(?:연속|째|내리))",
        re.IGNORECASE,
    ),
    AnswerType.DATE: lazy_regex(
        rf"(?P<it>\b(?:1\d{{3}}|20\d\d)\b|\b(?:{FULL_NAME}|{_DAYS})\b|\bcentury\b"
        r"|(?<!\d)\d+ ?[년월일]|\b(?:today|yesterday|tomorrow|week|month|year)\b"
        r"|^\W*(?:when|date|일\s?시)\s*:)",
        re.IGNORECASE,
    ),
    AnswerType.PERSON: lazy_regex(
        rf"{_NAME.pattern}"
        r"|(?P<titled>[가-힣]{2,4} ?(?:장관|차관|대사|실장|본부장|위원장|회장|사장))"
    ),
    AnswerType.PLACE: lazy_regex(
        r"\b(?:in|at|to|from|of|near|across) (?:the )?(?P<it>[A-Z]\w+)|(?P<there>[가-힣]+에서)"
        r"|(?P<labelled>^\W*(?i:where|venue|place|location|장\s?소)\s*:)"
    ),
    AnswerType.NAME: lazy_regex(rf"{_NAME.pattern}|(?P<korean>[가-힣]{{2,}})"),
    AnswerType.REASON: lazy_regex(
        r"(?P<it>\b(?:because|due to|since|owing|thanks to|as a result|so that|in order|amid"
        r"|driven by|caused(?! ?[.,;])|(?:meant|intended|designed) to|owed to"
        r"|led by(?! (?-i:[A-Z])\w+ (?-i:[A-Z]))|attribut\w+"
        r"|reflect\w*|reasons?|expected to"
        r"|to (?:help|ensure|protect|avoid|reduce|make|keep|prevent|support|allow|improve)"
        r"|on (?:strong|robust|solid|weak|sluggish|soft|higher|lower|rising|falling|growing"
        r"|continued))\b|, as\b|때문|위해|인해|따른|따라|힘입|영향|덕분)",
        re.IGNORECASE,
    ),
}
_COUNTED = lazy_regex(  # "five centers", "a staff of 11", "the number of visitors was 1,200"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)"
    r" (?:[\w’'-]+ ){0,3}?[a-z]+s\b|\bnumber of [\w ,’'-]{3,80} \d[\d,]*(?![\d.,]*%| percent)"
    r"|\b(?:staff|workforce|team|crew|delegation|population) of \d",
    re.IGNORECASE,
)


def find_words(text: str) -> frozenset[str]:
    """The words and numbers of a question, in lower case, as those of candidates are.

    >>> sorted(find_words("What were Korea's exports in 2025?"))
    ['2025', 'exports', 'in', 'korea', 's', 'were', 'what']
    """
    return frozenset(word.lower() for word in _WORD.findall(text))


@lru_cache(_KEPT)
def find_candidates(kind: AnswerType, sentence: str) -> frozenset[str]:
    """The things of that kind that a sentence holds, in lower case.

    >>> sorted(find_candidates(AnswerType.AMOUNT, "On May 2, 2025 two firms paid USD 3.5 million."))
    ['3.5', 'million', 'two']
    """
    found = (
        next(filter(None, each.groups()), None) for each in _CANDIDATES[kind].finditer(sentence)
    )
    candidates = frozenset(each.lower() for each in found if each)
    return candidates if kind is AnswerType.DATE else candidates - _NO_NAMES


def holds_answer(kind: AnswerType, sentence: str, said: frozenset[str]) -> bool:
    """Whether `sentence` holds something of that kind beyond the words `said` in the question.

    >>> holds_answer(AnswerType.AMOUNT, "Exports rose 24.3 percent.", frozenset())
    True
    """
    return not find_candidates(kind, sentence) <= said


def holds_counted(sentence: str) -> bool:
    """Whether a sentence counts things in words: "five centers"."""
    return _COUNTED.search(sentence) is not None
