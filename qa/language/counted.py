"""What a question asks how many there are of, and sentences that count just that.

"How many jobs does it bring?" is answered by "133 jobs" rather than by any figure, and how many
people work there by "a staff of 11", while "160 guests" are other people.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex

_KEPT = 8192  # sentences: those on shortlists come back
_ASKED = lazy_regex(r"\bhow many (?P<what>(?:(?!(?:of|the)\b)[\w’'-]+ ?){1,4})", re.IGNORECASE)
_PLURAL = lazy_regex(r"(?:[a-z-]{2,}(?<![sui])s|people|children|men|women|staff)\b", re.IGNORECASE)
_WORK = lazy_regex(r"\b(?:works?|working|worked|employ(?:s|ed)?|staff(?:ed)?)\b", re.IGNORECASE)
_STAFF = "staff people person employee worker workforce personnel specialist job"
_ALIKE = tuple(  # terms of what is counted alike
    frozenset(find_terms(words))
    for words in (
        "people person population inhabitant resident",
        "company firm business enterprise maker manufacturer",
        "car automobile vehicle",
        "country nation",
        "child children kid",
        "house home",
        "employee worker staff personnel",
        "soldier troop",
    )
)
_NUMBER = (
    r"(?:\d[\d.,]*(?: (?:thousand|million|billion))?|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens?|hundreds?"
    r"|thousands?|millions?)"
)
_MANY = r"(?:\w+[^\Ws]s(?<!this)|people|persons|children|men|women)"
_AUXILIARIES = r"(?:(?:was|were|has|have|had|did|been|be|get|got|being) )"
_DEED = r"(?:\w{3,}ed|born|built|made|sold|bought|won|grown|caught|lost)"
_ASKED_DEED = lazy_regex(  # "firms applied", "used cars were sold", and no "married couples"
    rf"\bhow many (?:[\w’'-]+ ){{0,3}}?(?:{_MANY} {_AUXILIARIES}*|[\w’'-]+ {_AUXILIARIES}+)"
    rf"(?P<deed>{_DEED})\b"
    rf"|\bhow many (?:[\w’'-]+ ){{1,4}}?(?P<done>{_DEED})\b(?! {_MANY}\b)",
    re.IGNORECASE,
)
_DEEDS = {  # and what they are called otherwise
    "born": "birth born",
    "built": "build",
    "made": "make production output",
    "produced": "produce output",
    "sold": "sell sale",
    "bought": "buy purchase",
    "won": "win winner",
}
_COMES_TO = (
    r"total(?:l?ed|s)?|numbered|reached"
    r"|(?:stood|came|rose|fell|grew|increased|decreased|dropped|amounted) (?:at|to)"
)
_COUNTED = lazy_regex(
    rf"(?<![\w.,$€£-]){_NUMBER}(?: (?:of|the|more|other|new|additional|or so))*"
    r" (?P<what>[\w’'-]+(?: [\w’'-]+){0,3})"
    r"|\b(?P<group>[a-z]+)"  # "staff of 11"; and "a recall of 5 models" counts models as well
    rf"(?= (?:of|was|were|is|are|with|{_COMES_TO}) (?:\w+ )?{_NUMBER}(?![\w%])"
    r"(?! ?(?:percent|[mb]illion)))",
    re.IGNORECASE,
)
_NUMBER_OF = lazy_regex(  # "the number of cars exported was 237,745"
    r"\bnumber of (?P<what>[\w’'-]+(?: [\w’'-]+){0,3}?) (?:[\w’'-]+ ){0,8}?"
    rf"(?:was|is|{_COMES_TO}) (?:\w+ )?{_NUMBER}(?![\w%])(?! ?percent)",
    re.IGNORECASE,
)
_ENDS = lazy_regex(
    r"\b(?:and|or|of|in|on|at|to|for|from|by|with|than|that|which|is|are|was|were|had|have)\b",
    re.IGNORECASE,
)


@lru_cache(_KEPT)
def find_counted(question: str) -> frozenset[str]:
    """The terms of what a question asks how many there are of, and of what counts as that.

    >>> sorted(find_counted("How many manufacturing jobs does it bring?"))
    ['job']
    """
    asked = _ASKED.search(question)
    things = _PLURAL.search(asked["what"]) if asked else None
    if things is None:
        return frozenset()
    counted = frozenset(find_terms(things.group()))
    if counted & set(find_terms("people")) and _WORK.search(question):
        return frozenset(find_terms(_STAFF))
    return counted.union(*(each for each in _ALIKE if counted & each))


@lru_cache(_KEPT)
def rate_counted(sentence: str, things: frozenset[str], said: frozenset[str]) -> float:
    """How plainly a sentence says how many there are of things, given by their terms: 1 when it
    counts just these, a half when some kind of them that is not among the words `said` in the
    question, else 0.

    >>> jobs = find_counted("How many jobs does it bring?")
    >>> [rate_counted(each, jobs, frozenset()) for each in ("133 jobs", "9 odd jobs", "$5 million")]
    [1.0, 0.5, 0.0]
    """
    counted = [found["group"] or found["what"] for found in _COUNTED.finditer(sentence)]
    counted += [found["what"] for found in _NUMBER_OF.finditer(sentence)]
    rated = (_rate(_ENDS.split(each)[0].split(), things, said) for each in counted)
    return max(rated, default=0.0)


@lru_cache(_KEPT)
def find_deed(question: str) -> tuple[str, ...]:
    """How the terms begin of what was done to those of which a question asks how many there are, or
    what they did; none where it does not say in one word.

    >>> find_deed("How many firms applied?"), find_deed("How many firms are there?")
    (('appli',), ())
    """
    asked = _ASKED_DEED.search(question)
    deed = (asked["deed"] or asked["done"]).lower() if asked else ""
    return tuple(find_terms(_DEEDS.get(deed, deed)))


def tells_deed(deed: Sequence[str], sentence: str) -> bool:
    """Whether a sentence has a word for what was done.

    >>> tells_deed(("appli",), "There were 5,430 applicants."), tells_deed(("appli",), "All won.")
    (True, False)
    """
    return any(term.startswith(tuple(deed)) for term in find_terms(sentence))


def _rate(counted: Sequence[str], things: frozenset[str], said: frozenset[str]) -> float:
    for place, word in enumerate(counted):
        if not things.isdisjoint(find_terms(word)):
            return 1.0 if all(each.lower() in said for each in counted[:place]) else 0.5
    return 0.0
