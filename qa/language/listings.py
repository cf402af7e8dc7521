"""Several things asked for by what they are, and sentences that list some.

"Which products declined?" is not answered by how much all of them did.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.language.countries import find_mentions
from qa.language.itemised import find_itemised

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
_SEVERAL = re.compile(
    rf"\bwhich {_OF_THINGS}{_NO_OBJECT}|\bwhat {_OF_THINGS}{_BEHIND_WHAT}"
    r"|\b(?:which|what) (?:types|kinds|sorts) of\b"
    r"|^\W*(?:please )?(?:list|name) (?:all )?the (?:[\w’'-]+ )?[\w’'-]*s\b"
    r"|(?:품목|업태|국가|나라|기업|업체|산업|업종|지역|시장|광물|제품|항목)들?[은는]"
    r"|(?:어떤|어느|무슨) (?:품목|업태|국가|나라|기업|업체|산업|업종|지역|시장|광물|제품|항목)",
    re.IGNORECASE,
)
_BODY = re.compile(  # "the Ministry of Trade, Industry and Resources" is one
    r"\b(?:Ministr(?:y|ies)|Department|Committee|Office|Institute|Agency|Association|Minister"
    r"|Secretary) (?:of|for|on) (?:the )?[A-Z]\w+(?:,? (?:and |& )?[A-Z]\w+)*"
    r"|\([^()]*Minister[^()]*\)"
)
_NAME = r"[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,4}"
_LISTED = re.compile(
    rf"(?<!by )(?<!between )(?<![A-Z]\w )\b{_NAME},? (?:and|or|&) (?:the )?[A-Z]\w+"
    rf"|{_NAME}, (?:the )?{_NAME},? (?:and|or)\b|such as|including\b"
    r"|[a-z]+, (?:[\w’'-]+ ){0,4}?[\w’'-]+,? (?:and|or) [a-z]|both [a-z]+ and|·"
)


_COUNTRIES = re.compile(
    r"\b(?:countries|nations|destinations|markets|regions)\b|(?:국가|나라|지역|시장)", re.IGNORECASE
)
_GOODS = re.compile(
    r"\b(?:products|items|goods|industries|sectors|stores)\b|(?:품목|업태|산업|업종|제품)",
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
        items, names_country, lists = _read_list(sentence)
        if items > 1:
            return float(self.countries in (None, names_country))
        return 0.5 * lists


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


@lru_cache(_KEPT)
def _read_list(sentence: str) -> tuple[int, bool, bool]:
    """How many things have a figure in brackets, whether one is a country, and whether any are
    listed otherwise."""
    items = find_itemised(sentence)
    lists = _LISTED.search(_BODY.sub("it", sentence)) is not None
    return len(items), bool(find_mentions(", ".join(items))), lists
