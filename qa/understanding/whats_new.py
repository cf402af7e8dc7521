"""Questions for whatever was published, of any matter or of one.

"What was new last week?" names none that a release could be ranked by: each release of its window
answers it, as certainly as any other, and the newest are shown first. "What was announced last week
about chips?" and "What's the latest on chips?" are answered by what a release on chips announces,
which its first sentence says.
"""

import re

from qa.language.answer_types import find_answer_type
from qa.language.glossary import find_unrendered, render
from qa.language.matters import Matter, read_matter
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.understanding.courtesy import find_courtesy
from qa.understanding.cutting import cut_out
from qa.understanding.telling import (
    find_publishing,
    find_saying,
    find_telling,
    has_korean,
    speaks_of_figures,
)

# What the library is of: who is said to have published names no matter.
_PUBLISHER = lazy_regex(
    r"\b(?:(?:the |trade )?ministry(?: of trade(?:,? (?:and )?industry)?(?:,? and \w+)?)?"
    r"|motir|motie)(?!\w)",
    re.IGNORECASE,
)
# What was given out, where "materials" are a matter, and words that have no English there.
_WRITINGS = lazy_regex(
    r"자료|뉴스|(?<![가-힣])(?:(?:뭐뭐|뭣|사항|거|것|리스트|내역|제일|맨|아침|밤|그동안|전반|전체)"
    r"(?:들|만|은|는|이|가|을|를|의|에)*"
    r"|(?:[0-9]{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇)\s?(?:건|개|가지|편|꼭지)"
    r"(?:만|씩|쯤|정도|을|를)*)(?![가-힣])"
)
# "Was it announced?" is about something said before, "When" and "How" about something else.
_PARTICULAR = lazy_regex(
    r"\b(?:it|he|she|they|them|this|that|these|those|why|how)\b|왜|어떻게", re.IGNORECASE
)
_NEWS = lazy_regex(r"\b(?:new|newly|news|headlines|updates)\b", re.IGNORECASE)
# What asks for news of a matter without saying since when.
_NEWS_OF = lazy_regex(
    r"\b(?<!good )(?<!bad )news\b(?! (?:conference|agency|media|outlet|release)s?\b)|\bheadlines\b"
    r"|\bwhat(?:['’]s|\sis|\swas|\shas\sbeen)\snew\b|\banything\snew\b|소식|뉴스",
    re.IGNORECASE,
)
_LATEST_ON = lazy_regex(
    r"\b(?:latest|newest|recent)\s(?:on|about|with|from|regarding|concerning|developments?)\b",
    re.IGNORECASE,
)
_OF_NO_MATTER = frozenset(
    find_terms(
        "announce announced announcing announcement announcements publish published publication "
        "publications release released releases issue issued unveiled press media news new newly "
        "newest latest recent recently come comes came coming out put puts appear appeared "
        "anything something everything nothing all more most show tell told report reported "
        "reports say said statement statements bulletin bulletins update updates headline "
        "headlines happen happened happening going go goes gone went do doing done up miss missed "
        "development developments item items article articles notice notices briefing briefings "
        "public made since after until before during within over throughout onward onwards "
        "previous distribute distributed disclose disclosed post posted document documents main "
        "major important list summary summarize summarise overview digest rundown recap roundup "
        "content contents piece pieces day days morning afternoon evening overnight weekend one "
        "two three four five six seven eight nine ten few several couple please give"
    )
)
_ABOUT = frozenset(
    find_terms(
        "concerning regarding relating related connection involving touching respect field area "
        "sector matter subject topic"
    )
)


def asks_whats_new(text: str, plain: str, *, limited: bool) -> bool:
    """Whether a question is for whatever was published, `plain` being its words but for those that
    say when and those of courtesy. `limited`: the former limit publication, or ask for the newest.

    >>> asks_whats_new("What was announced last week?", "What was announced ?", limited=True)
    True
    >>> asks_whats_new("chips announced last week", "chips announced", limited=True)
    False
    """
    if not _names_no_matter(plain) or find_answer_type(text) is not None:
        return False
    return limited or _NEWS.search(_render(plain)) is not None


def asks_what_there_was(text: str, plain: str) -> bool:
    """Whether a question's words ask for whatever there was in its time, though none of them need
    be of publishing: "What did I miss last week?", but not "And last week?"."""
    if find_answer_type(text) is not None or speaks_of_figures(text) or not _names_no_matter(plain):
        return False
    return bool(find_courtesy(text) or find_terms(_render(plain)))


def _names_no_matter(plain: str) -> bool:
    if find_unrendered(_WRITINGS.sub(" ", plain)):
        return False
    english = _render(plain)
    terms = find_terms(_PUBLISHER.sub(" ", english))
    return not _PARTICULAR.search(english) and all(map(_is_of_no_matter, terms))


def find_news_matter(text: str, plain: str, *, limited: bool, latest: bool) -> Matter | None:
    """The matter that a question asks for news of, `plain` being its words but for those that say
    when and those of courtesy; None where it asks for something in particular: a figure, who, why,
    what somebody said. `limited`: it is limited to a time of publication; `latest`: to the newest.

    >>> find_news_matter("chips announced last week", "chips announced", limited=True, latest=False)
    Matter(terms=frozenset({'chip'}), countries=frozenset())
    >>> asked = "Who announced the chips last week?"
    >>> find_news_matter(asked, "Who announced the chips ?", limited=True, latest=False)
    """
    if not _asks_for_news(text, limited=limited, latest=latest):
        return None
    if find_answer_type(text) is not None or speaks_of_figures(text):
        return None
    english = _render(plain)
    if _PARTICULAR.search(english):
        return None
    # What has no English only a Korean release can be of.
    words = " ".join([_PUBLISHER.sub(" ", english), *find_unrendered(_WRITINGS.sub(" ", plain))])
    return read_matter(words, filter(_is_beside, find_terms(words)))


def asks_in_particular(text: str) -> bool:
    """Whether a question asks for more than what there was: how, why, what somebody said."""
    said = cut_out(text, find_courtesy(text))
    return bool(_PARTICULAR.search(said) or find_saying(said))


def _asks_for_news(text: str, *, limited: bool, latest: bool) -> bool:
    published = bool(find_publishing(text))
    if limited:
        return published or (bool(find_telling(text)) and not find_saying(text))
    if latest and (published or _LATEST_ON.search(text)):
        return not find_saying(cut_out(text, find_courtesy(text)))
    return _NEWS_OF.search(text) is not None


def _render(plain: str) -> str:
    """The English words, "" where there are none: a rendering of nothing is the Korean itself."""
    words = _WRITINGS.sub(" ", plain)
    english = render(words)
    return "" if english == words and has_korean(words) else english


def _is_of_no_matter(term: str) -> bool:
    return term in _OF_NO_MATTER or (term.isdigit() and len(term) < 3)


def _is_beside(term: str) -> bool:
    return _is_of_no_matter(term) or term in _ABOUT
