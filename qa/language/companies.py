"""Companies asked for by that name, and sentences that may name one.

"Which company got most of it?" is not answered by a sentence that names ministries, ministers, days
and places alone. Whether what else is named is a company, or a person, is not told.
"""

import re
from functools import lru_cache

from qa.language.countries import find_countries
from qa.language.listings import BODY
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORT_NAME

_KEPT = 8192  # sentences: those on shortlists come back
_NO_MODIFIER = (  # but a verb before it: "which agency fined companies"
    r"(?:[\w-]*(?:[^\Wc]s|ed)|are|were|do|did|had|would|will|can|could|should|that|in|on|of|to|the|an?|for"
    r"|by|at|from|and)\b"
)
_ASKED = lazy_regex(
    rf"\b(?:which|what) (?:(?!{_NO_MODIFIER})[\w’'-]+ ){{0,3}}?"
    r"(?:compan(?:y|ies)|firms?|(?:manufactur|(?:car|auto)mak|suppli|retail)ers?|corporations?"
    r"|enterprises?|start-?ups?)\b(?!s?[’'])"
    # "Companies with sales below that are exempt" names none.
    r"(?! (?:need|must|may|can|should|qualify|have to"
    r"|(?:are|were) (?:exempt|eligible|required|subject))\b)"
    r"|(?:어떤|어느|무슨) ?(?:기업|회사|업체)|(?:기업|회사|업체)들?[은이]\W*$",
    re.IGNORECASE,
)
_ABBREVIATED = lazy_regex(r"\([A-Z]{2,}\)")  # as bodies are
_CAPITAL = r"[A-Z][\w’'.&-]*"
_NAME = lazy_regex(  # "Gaon Precision", and not what it is in: "in Jinju"
    rf"(?<!\bin )(?<!\bnear )(?<![\w’'.&-]){_CAPITAL}"
    rf"(?:(?: |,? (?:and|of|for|on|&) (?:the )?){_CAPITAL})*"
)
_HOLDS_OFFICE = lazy_regex(
    r", (?:the )?(?:(?:[A-Z][\w-]*|vice|deputy|outgoing|former|chief) ){0,2}?"
    r"(?i:minister|ambassador|president|director|chief|chair\w*|head|secretary)\b"
)
_PART = lazy_regex(r"[^\W_](?:(?![’']s\b)[\w’'&-]|\.(?=\w))*")
_BODIES = frozenset(  # and those who speak for them
    "city county province ministry institute agency association department committee subcommittee"
    " council commission assembly embassy university college senate congress parliament court"
    " office bureau minister ministers secretary ambassador president senator senators sen sens"
    " rep reps governor mayor director mr ms mrs dr".split()
)
_NO_COMPANY = frozenset(f"{FULL_NAME}|{SHORT_NAME}|sept".split("|")) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday usd krw us$ eur jpy korea korean"
    " koreans seoul english washington the a an it in this that these those we he she they i but"
    " and for if as on at to our his her their its there when while with from by after under of all"
    " some more most both each another other according since during among between over about around"
    " nearly small large similar several local further detailed construction production south north"
    " east west".split()
)


def asks_company(question: str) -> bool:
    """Whether a question asks for companies by that name.

    >>> asks_company("Which firms did they visit?"), asks_company("What do firms pay?")
    (True, False)
    """
    return _ASKED.search(question) is not None


@lru_cache(_KEPT)
def may_name_company(sentence: str, said: frozenset[str]) -> bool:
    """Whether a sentence has a name, beyond the words `said` in the question, that may be a
    company's. One in Korean always does, which has no capitals.

    >>> may_name_company("They visited Gaon Motors.", frozenset())
    True
    >>> may_name_company("The Ministry of Trade said so in May.", frozenset())
    False
    """
    if re.search("[가-힣]", sentence):
        return True
    named = _ABBREVIATED.sub("", BODY.sub("minister", sentence))
    return any(_may_be_company(name, said) for name in _NAME.finditer(named))


def _may_be_company(name: re.Match[str], said: frozenset[str]) -> bool:
    parts = _PART.findall(name.group())
    words = [part.lower() for part in parts]
    holds_office = _HOLDS_OFFICE.match(name.string, name.end())
    if holds_office or not _BODIES.isdisjoint(words):
        return False
    own = [
        part
        for part in parts
        if part[0].isupper() and part.lower() not in _NO_COMPANY and not find_countries(part)
    ]
    new = [part for part in own if part.lower() not in said]
    if not new or (len(new) == 1 and len(own) > 1):  # "Gumi Plant", where Gumi is said
        return False
    # A plural that merely begins the sentence: "Samples were handed out."
    return not (name.start() == 0 and len(parts) == 1 and words[0].endswith("s"))
