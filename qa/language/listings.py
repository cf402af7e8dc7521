"""Several things asked for by what they are, or the one of them that is so most, and sentences that
list some.

"Which products declined?" is not answered by how much all of them did, nor "Which product declined
the most?" or "Where did exports decline?"
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.language.answer_candidates import holds_counted
from qa.language.countries import find_mentions
from qa.language.itemised import find_itemised
from qa.lazy_regex import lazy_regex

_KEPT = 8192  # sentences: those on shortlists come back
_NO_NOUN = (  # what stands behind the things or begins a clause
    r"(?:is|was|does|has|had|are|were|do|did|would|will|can|could|should|that|in|on|of|to|the|a|an|for"
    r"|by|at|from|and)\b"
)
_THINGS = (  # a plural
    r"(?!(?:years|months|days|weeks|quarters|times|news|series|terms|status|exports|imports|sales"
    r"|business|access|progress|address|basis)\b)"
    r"(?:[a-z]{3,}(?<![sui])s(?![’'])|people|goods|children|men|women)\b"
)
# Behind a verb: "Which agency runs the center?" asks for one.
_NO_OBJECT = (
    r"(?! (?:to|the|an?|its|his|her|their|for|as|on|up|out|in|with|by|at|into|over|under|about)\b)"
)
# "What causes fires?" asks for one.
_BEHIND_WHAT = (
    r"(?= (?:did|do|are|were|have|had|has|can|could|will|would|should|may|might|must|\w{2,}ed|rose"
    r"|fell|grew|sold|bought|made|took|saw|won|lost|came|went|led|got|met)\b)"
)
_BEFORE = rf"(?!{_NO_NOUN}|[\w-]+[’']s\b)[\w’'-]+ "
_OF_THINGS = rf"(?!{_NO_NOUN})(?:{_BEFORE}){{0,3}}?(?!{_NO_NOUN}){_THINGS}"
_WENT = (
    r"rise|rose|risen|f[ae]ll|fallen|gr[eo]w|grown|shr[aiu]nk|(?:increase|decrease|decline|improve)d?"
    r"|drop(?:ped)?|(?:gain|jump|climb|weaken|expand|contract|slump)(?:ed)?|surged?|plunged?|go|went"
)
_ONE = (
    r"(?:destination|market|country|nation|region|product|item|industry|sector|category"
    r"|(?:stores?|shops?|retail) (?:type|format))\b"
)
_MOST = (
    r"(?:the (?:most|least|best|worst)|fastest|slowest|sharpest|steepest|biggest|largest|smallest"
    r"|strongest|weakest|highest|lowest)"
)
_SEVERAL = lazy_regex(
    rf"\bwhich {_OF_THINGS}{_NO_OBJECT}|\bwhat {_OF_THINGS}{_BEHIND_WHAT}"
    r"|\b(?:which|what) (?:types|kinds|sorts) of\b"
    r"|^\W*(?:please )?(?:list|name) (?:all )?the (?:[\w’'-]+ )?[\w’'-]*s\b"
    rf"|\bwhich (?:[\w-]+ )?(?:exports|imports)(?= (?:have |had )?(?:{_WENT})\b)"
    r"|^\W*(?:and |so )?(?:to |from )?where (?=(?:did|do|have|had)\b.*"
    rf"\b(?:exports|imports|shipments) (?:{_WENT})\b)"
    rf"|\b(?:which|what) (?:{_BEFORE}){{0,3}}?{_ONE}(?=.*\b{_MOST}\b)"
    r"|(?:품목|업태|국가|나라|기업|업체|산업|업종|지역|시장|광물|제품|항목)들?[은는]"
    r"|(?:어떤|어느|무슨) (?:품목|업태|국가|나라|기업|업체|산업|업종|지역|시장|광물|제품|항목)"
    r"|어떤 것들",
    re.IGNORECASE,
)
BODY = lazy_regex(  # "the Ministry of Trade, Industry and Resources" is one
    r"\b(?:Ministr(?:y|ies)|Department|Committee|Office|Institute|Agency|Association|Minister"
    r"|Secretary) (?:of|for|on) (?:the )?[A-Z]\w+(?:,? (?:and |& )?[A-Z]\w+)*"
    r"|\([^()]*Minister[^()]*\)"
)
_NAME = r"[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,4}"
_LISTED = lazy_regex(
    rf"(?<!by )(?<!between )(?<![A-Z]\w )\b{_NAME},? (?:and|or|&) (?:the )?[A-Z]\w+"
    rf"|{_NAME}, (?:the )?{_NAME},? (?:and|or)\b|such as|including\b"
    r"|[a-z]+, (?:[\w’'-]+ ){0,4}?[\w’'-]+,? (?:and|or) [a-z]|both [a-z]+ and|·"
)
_LISTS_THEM = lazy_regex(  # all of which stands before it
    r"^\W*(?:they|these|the (?:[\w’'-]+ ){0,4}?[\w’'-]+s) (?:are|were|includ(?:e|ed)|comprised?)\b"
    r"[^,;]*, .*\b(?:and|or)\b"
    r"|^(?:[^\s,]+ ){0,3}[^\s,]+[은는] [^,]+(?:, [^,]+)+(?:이다|입니다|였다|이었다|등이 있다)\.?$",
    re.IGNORECASE,
)
_COUNTED_KO = lazy_regex(r"\d ?(?:개|종|곳|명|가지|품목|기관|업체|대학|건)")
_COUNTRIES = lazy_regex(
    r"\b(?:country|countries|(?:nation|destination|market|region)s?|where)\b|(?:국가|나라|지역|시장)",
    re.IGNORECASE,
)
_GOODS = lazy_regex(
    r"\b(?:products?|items?|goods|industry|industries|sectors?|stores?|shops?|retail|exports|imports)\b"
    r"|(?:품목|업태|산업|업종|제품)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Several:
    """Things that are asked for: countries, or things that are none, or what may be either."""

    countries: bool | None

    def rate(self, sentence: str) -> float:
        """How plainly a sentence lists such things: 1 with a figure for each of them, a half
        without, else 0.

        >>> Several(None).rate("Gaon Precision, Saebom and Daeryuk Chemical were represented.")
        0.5
        >>> Several(True).rate("Ships (up 9 percent) and steel (-2%) lost ground.")
        0.0
        """
        items, lists, names_country = _read_list(sentence)
        if items > 1:
            return float(self.countries in (None, names_country))
        return 0.5 * (lists and (names_country or not self.countries))


def find_several(question: str) -> Several | None:
    """What a question asks for where it asks which things there are that something is true of.

    >>> find_several("Which products declined?"), find_several("Which agency runs the center?")
    (Several(countries=False), None)
    """
    asked = _SEVERAL.search(question)
    if asked is None:
        return None
    if _COUNTRIES.search(asked.group()):
        return Several(countries=True)
    return Several(countries=False if _GOODS.search(asked.group()) else None)


def lists_counted(sentence: str, following: str) -> bool:
    """Whether a sentence only counts things, and the next one says which they are.

    >>> lists_counted("Five labs were chosen.", "They are Gaon for ions, Saebom for atoms and Hae.")
    True
    """
    counts = holds_counted(sentence) or _COUNTED_KO.search(sentence) is not None
    return counts and _LISTS_THEM.search(following) is not None


@lru_cache(_KEPT)
def _read_list(sentence: str) -> tuple[int, bool, bool]:
    """How many things have a figure in brackets, whether any are listed otherwise, and whether one
    of these or those is a country."""
    items = find_itemised(sentence)
    lists = _LISTED.search(BODY.sub("it", sentence)) is not None
    listed = ", ".join(items) if len(items) > 1 else sentence
    return len(items), lists, bool(find_mentions(listed))
