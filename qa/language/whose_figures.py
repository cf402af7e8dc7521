"""The countries whose figures a question asks for, and whether a release tells any of theirs.

"Japan's exports" are not what another country sells there: a release that names Japan only among
those that goods went to says nothing of them. What plainly says whose figures are asked for counts
as saying so ("Japan exports" does not); what may tell them is read widely, in both languages.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from qa.language.countries import Mention, find_mentions
from qa.language.terms import STOP_WORDS
from qa.lazy_regex import lazy_regex

_KEPT = 4096  # releases on shortlists, which come back
_FIGURES = (
    r"(?:exports|imports|shipments|sales|output|production|surplus|deficit|balance|orders"
    r"|order ?book|consumption|turnover|share|investments?|growth|gdp)\b"
)
_DEALERS = r"(?:companies|firms|makers|manufacturers|producers|ship(?:yards|builders)|investors)\b"
_DEAL = r"(?:export|import|sell|ship|buy|purchase|produce|make|build|win|order|earn|consume)\b"
_DEALT = (
    r"(?:exported|imported|sold|shipped|bought|purchased|produced|made|built|won|ordered|earned"
    r"|consumed|took|had|held|accounted|ranked|invested|pledged)\b"
)
_WORDS = rf"(?:[ -](?!(?:{'|'.join(sorted(STOP_WORDS))})\b)[\w%&.-]+){{0,4}}?[ -]"
_OWN = r"(?:['’]s|(?<=s)['’])"
_FIGURES_KO = (
    r"(?:수출입?(?!\s?(?:통제|규제|허가|금지|관리|제한))|수입(?!\s?(?:규제|허가|금지|제한))|생산|판매|매출|흑자"
    r"|적자|수지|수주|점유율|소비|투자(?!자| ?(?:신고|도착)))"
)
_OWN_KO = (
    rf"의 (?:\S+ ){{0,4}}?{_FIGURES_KO}"
    r"|[이가은는] (?:\S+ ){0,5}?\S*(?:수출|수입|생산|판매|수주|투자)[했하한]"
)

# In a question: what stands right behind a country, and right before it.
_OWNED = lazy_regex(f"{_OWN}{_WORDS}{_FIGURES}|{_OWN_KO}", re.IGNORECASE)
# "Japanese investment" comes from Japan, and is told of by the country that it goes to.
_OWNED_BY_ADJECTIVE = lazy_regex(f"{_WORDS}(?!imports|investment){_FIGURES}", re.IGNORECASE)
_DEALING = lazy_regex(rf"(?: \w+)? {_DEAL}|(?: {_DEALERS})? {_DEALT}", re.IGNORECASE)
_DID = lazy_regex(r"\b(?:did|does|do|has|have|had|will)(?: the)? $", re.IGNORECASE)
_FIGURES_OF = lazy_regex(rf"\b(?!share){_FIGURES} (?:of|by)(?: the)? $", re.IGNORECASE)
_ENDS = lazy_regex(
    r"$|[?.!,;]| (?:in|for|during|last|this|to|from|rise|rose|grow|grew|fall|fell|change|increase"
    r"|decrease|decline|drop|total|amount)",
    re.IGNORECASE,
)

# In a release likewise, and where it names those that were dealt with.
_MAY_BE_OWNED = lazy_regex(
    f"{_OWN}?{_WORDS}{_FIGURES}|(?: {_DEALERS})?(?: also)? {_DEALT}"
    f"|{_OWN_KO}|계 | ?(?:기업|업체|조선소)|(?:에서|으로부터)의? (?:\\S+ ){{0,3}}?투자",
    re.IGNORECASE,
)
_MAY_BE_FIGURES_OF = lazy_regex(
    rf"\b{_FIGURES}(?: ?\([^()]*\))? (?:of|by|(?<!investment )(?<!investments )in)(?: the)? $",
    re.IGNORECASE,
)
_PROPER = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?: ?\([^()]{1,40}\))?"
_LIST = rf"{_PROPER}(?:,? (?:(?:and|or|including|as well as) )?{_PROPER}){{0,24}}"
_PARTNERS = lazy_regex(rf"\b(?:to|with|for|towards?|against|into|between) {_LIST}")
_SOURCES = lazy_regex(rf"\bfrom {_LIST}")  # of what comes from them, investments are theirs
_INVESTING = lazy_regex(r"\b(?:invest|pledge|promise|order)\w*\b[^.;]*$", re.IGNORECASE)
_BEFORE = 80  # characters that are looked at before a country


def find_whose(question: str) -> frozenset[str]:
    """The English names of the countries whose figures a question, in either language, asks for.

    >>> sorted(find_whose("How much did Japan's chip exports to China rise?"))
    ['Japan']
    >>> sorted(find_whose("How much did chip exports to Japan rise?"))
    []
    """
    return frozenset(
        each.country for each in find_mentions(question) if _is_asked_for(question, each)
    )


def _is_asked_for(question: str, named: Mention) -> bool:
    if _OWNED.match(question, named.end):
        return True
    if _stands_behind(_DID, question, named) and _DEALING.match(question, named.end):
        return True
    if named.by_adjective:
        return _OWNED_BY_ADJECTIVE.match(question, named.end) is not None
    is_last = _ENDS.match(question, named.end) is not None
    return is_last and _stands_behind(_FIGURES_OF, question, named)


@lru_cache(_KEPT)
def tells_figures_of(text: str, country: str) -> bool:
    """Whether a text may tell figures of a country's own: it says so, or is on that country.

    >>> text = "Exports to China (up 5 percent) and Japan rose, as Taiwan’s shipments did."
    >>> tells_figures_of(text, "Japan"), tells_figures_of(text, "Taiwan")
    (False, True)
    """
    partners = [found.span() for found in _PARTNERS.finditer(text)]
    invested = [
        found.span()
        for found in _SOURCES.finditer(text)
        if _INVESTING.search(text, max(0, found.start() - _BEFORE), found.start())
    ]
    named = find_mentions(text)
    own = [each for each in named if each.country == country]
    apart = {each for each in own if not _is_within(partners, each)}
    is_on_it = len(apart) > max(1, len(named) / 2)
    return is_on_it or any(
        _stands_behind(_MAY_BE_FIGURES_OF, text, each)
        or _is_within(invested, each)
        or (each in apart and _MAY_BE_OWNED.match(text, each.end))
        for each in own
    )


def _stands_behind(pattern: re.Pattern[str], text: str, named: Mention) -> bool:
    return pattern.search(text, max(0, named.start - _BEFORE), named.start) is not None


def _is_within(spans: Sequence[tuple[int, int]], named: Mention) -> bool:
    """Whether it stands in one of `spans`, which are in order, each behind the one before."""
    last = bisect_right(spans, named.start, key=lambda span: span[0]) - 1
    return last >= 0 and named.end <= spans[last][1]
