"""Exports and imports as a whole: "How much did Korea export in May?" is not about auto exports.

A release on the exports of something has all words of such a question, and more of them than the
one on all exports. What tells the two apart is what stands at the word: nothing, or "auto", "of ICT
goods", "to China". A question is taken to ask for the whole only when it names nothing else.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from qa.language.figures import find_figures
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORT_NAME

_KEPT = 8192  # sentences: those on shortlists come back
# Stems that say nothing of what was traded: whose, all of it, how much, what became of it.
_OF_ALL = frozenset(
    "korea korean south rok republic nation nation' nationwid countri overal total entir whole all"
    " aggreg combin outbound inbound oversea abroad"
    " mani much far fast larg big great small strong valu worth amount figur number level volum"
    " size sum data statist stat trend report"
    " perform result tend bill earn revenu"
    " move chang rise rose risen ris increas up down fall fell fallen decreas declin drop grow grew"
    " grown growth expand shrink shrank recov rebound jump climb slip surg high low"
    " rate percent percentag pct pp yoy mom year-on-year month-on-month on-year year month quarter"
    " annual annually monthli quarter daili averag per previous earlier befor after ago same period"
    " compar comparison versus vs against over sinc cumul so far"
    " usd us dollar krw won billion trillion million bn"
    " ministri minist trade motir moti accord govern offici announc record regist post log reach"
    " come came go went turn make made stand stood hit see saw show shown do did done fare be becom"
    " pleas tell give know find need want look get let latest recent newest current provision"
    " final confirm preliminari custom what' it' that'".split()
)
# Stems, and words: in the singular they are of themselves no figure ("export controls").
_TRADED = frozenset({"export", "import"})
_BALANCE = frozenset({"balanc", "surplus", "deficit"})  # of trade, where that is said beside it

# A mention in a release: what stands before and after it says of what. "export controls" is none.
# The word before begins where no other does: sought from each of its letters, a body without spaces
# would be read once a letter.
_AMOUNT = r"(?:(?:USD|US|KRW|EUR|JPY)\b|US?\$|[$₩€£\d])"
_MENTION = lazy_regex(
    r"(?:(?<![\w’'&·/-])[\d_’'&·/-]*(?P<before>[^\W\d_][\w’'&·/-]*+)[ ]+)?"
    r"\b(?P<traded>exports?|imports?|shipments|trade (?:balance|surplus|deficit))\b"
    r"(?:[ ]+and[ ]+(?:exports?|imports?)\b)?"
    r"(?P<measure>[ ]+(?:values?|volumes?|earnings|amounts?|performance|trends?|growth)\b)?"
    rf"(?:[ ]+(?:of|to)[ ]+(?!{_AMOUNT})(?P<after>\w+))?",
    re.IGNORECASE,
)
_MENTION_KO = lazy_regex(
    r"(?:(?<![가-힣A-Za-z·&])(?P<before>[가-힣A-Za-z·&]+)[ ]?)?(?:수출|수입|무역(?:수지|흑자|적자))"
    r"(?!입?은행|입?자|입?업|기업|통제|품|국|선|물가)"
)
_BESIDE = frozenset(  # words before a mention that are of no thing
    "the our in of and for that while as when with by on to from a an after before at or but which"
    f" where than {FULL_NAME} {SHORT_NAME} sept".replace("|", " ").split()
)
_BESIDE_KO = lazy_regex(
    r"(?:우리|나라|우리나라|한국|국내|전체|총|대한민국|월|년|일|[상하]?반기|분기|지난달|이달|올해|작년|연간"
    r"|월간|누적|누계|하루|평균|일평균|최근|잠정|동월|동기|수출|수입|및)(?:의|은|는|이|가|도|과|와|에)?"
)
_OF_WHAT_KO = lazy_regex(r"[가-힣]의 ?(?:[0-9]+년 ?)?[0-9]*$")  # 가전제품의 2016년 1(월 수출)
_CLOSED = (")", "”", "’", "」", ":")  # after a name, what it is called for short, or a matter


_A_DAY = lazy_regex(
    r"\bdaily\b|\b(?:per|an?|each|every) (?:working |business |calendar )?day\b|일평균|하루",
    re.IGNORECASE,
)
_SHIPPED = lazy_regex(
    r"^(?>.*?\b(?:shipped|exported|sold|bought|imported)\b).*\bworth of (?:goods|products)",
    re.IGNORECASE | re.MULTILINE,
)


def asks_for_whole(topic: str, beside: frozenset[str] = frozenset()) -> bool:
    """Whether a question, its words of time left out, asks for exports, imports or the balance of
    both, and says nothing of what was traded. Nor do the terms `beside` say any of it.

    >>> asks_for_whole("How much did Korea export?"), asks_for_whole("How much were auto exports?")
    (True, False)
    """
    terms = set(find_terms(topic))
    of_trade = bool(terms & _TRADED) or ("trade" in terms and bool(terms & _BALANCE))
    return of_trade and all(map(says_nothing, terms - _TRADED - _BALANCE - beside))


def speaks_of_whole(text: str) -> bool:
    """Whether a title or a sentence speaks of exports or imports, and first of all of them.

    >>> speaks_of_whole("Korea's exports of ICT goods rose, and imports fell")
    False
    >>> speaks_of_whole("November Exports Down, Imports Up")
    True
    """
    english, korean = _MENTION.search(text), _MENTION_KO.search(text)
    if english is not None and (korean is None or _find_begin(english) < korean.start()):
        return _is_of_all(english)
    return korean is not None and _is_of_all_korean(korean)


@lru_cache(_KEPT)
def speaks_of_days(text: str) -> bool:
    """Whether a question speaks of what comes to a day: "daily exports"."""
    return _A_DAY.search(text) is not None


@lru_cache(_KEPT)
def is_of_days(sentence: str) -> bool:
    """Whether the first figure of a sentence is what comes to a day.

    >>> is_of_days("Daily shipments averaged $1.8 billion.")
    True
    >>> is_of_days("Exports came to $51 billion, or $1.8 billion a day.")
    False
    """
    found = _A_DAY.search(sentence)
    if found is None:
        return False
    figures = find_figures(sentence)
    return bool(figures) and sum(each.start < found.start() for each in figures) < 2


@lru_cache(_KEPT)
def states_whole(sentence: str) -> bool:
    """Whether a sentence speaks of exports or imports as a whole, by whatever words.

    >>> states_whole("Korea shipped USD 51 billion worth of goods abroad in May.")
    True
    """
    return speaks_of_whole(sentence) or _SHIPPED.search(sentence) is not None


def states_all_of(terms: Collection[str], sentence: str) -> bool:
    """Whether a sentence speaks first of the exports or imports of what has these terms, and of no
    part of them.

    >>> states_all_of({"ict"}, "Korea’s exports of ICT goods rose 24.3 percent.")
    True
    >>> states_all_of({"ict"}, "By destination, exports to India fell 8.9 percent.")
    False
    """
    found = _MENTION.search(sentence)
    if found is None:
        return False
    said = find_terms(f"{found['before'] or ''} {found['after'] or ''}")
    named = [term for term in said if not (says_nothing(term) or term in _BESIDE)]
    return bool(named) and all(term in terms for term in named)


def says_nothing(term: str) -> bool:
    """Whether a term says nothing of what was traded, but whose it was, how much, or when.

    >>> says_nothing("korea"), says_nothing("coal")
    (True, False)
    """
    return term in _OF_ALL or term[0].isdigit() or (term.startswith("q") and term[1:].isdigit())


def _find_begin(found: re.Match[str]) -> int:
    """Where a mention begins, or the word before it: behind digits that stand at that."""
    return found.start("traded" if found["before"] is None else "before")


def _is_of_all(found: re.Match[str]) -> bool:
    if found["after"] is not None or (found["traded"].lower() in _TRADED and not found["measure"]):
        return False
    before = found["before"]
    if before is None:
        return not _ends_closed(found)
    if before.lower() in _BESIDE:
        return True
    terms = find_terms(before)
    return bool(terms) and all(map(says_nothing, terms))


def _is_of_all_korean(found: re.Match[str]) -> bool:
    before = found["before"]
    if before is None:
        return not _ends_closed(found)
    if not _BESIDE_KO.fullmatch(before):
        return False
    return _OF_WHAT_KO.search(found.string, 0, found.start()) is None


def _ends_closed(found: re.Match[str]) -> bool:
    """Whether a bracket or a quotation ends right before what was found."""
    return found.string[: found.start()].rstrip().endswith(_CLOSED)
