"""Questions for whatever was published, of any matter or of one.

"What was new last week?" names none that a release could be ranked by: each release of its window
answers it, as certainly as any other, and the newest are shown first. "What was announced last week
about chips?" is answered by what a release on chips announces, which its first sentence says.
"""

import re

from qa.language.answer_types import find_answer_type
from qa.language.glossary import find_unrendered, render
from qa.language.terms import find_terms
from qa.understanding.telling import find_publishing, find_saying, find_telling, speaks_of_figures

# What the library is of: who is said to have published names no matter.
_PUBLISHER = re.compile(
    r"\b(?:(?:the |trade )?ministry(?: of trade(?:,? (?:and )?industry)?(?:,? and \w+)?)?"
    r"|motir|motie)(?!\w)",
    re.IGNORECASE,
)
_WRITINGS = re.compile(r"자료")  # what was given out, where "materials" are a matter
# "Was it announced?" is about something said before, "When" and "How" about something else.
_PARTICULAR = re.compile(
    r"\b(?:it|he|she|they|them|this|that|these|those|why|how)\b", re.IGNORECASE
)
_NEWS = re.compile(r"\b(?:new|newly|news|headlines|updates)\b", re.IGNORECASE)
_OF_NO_MATTER = frozenset(
    find_terms(
        "announce announced announcing announcement announcements publish published publication "
        "publications release released releases issue issued unveiled press media news new newly "
        "newest latest recent recently come comes came coming out appear appeared anything "
        "something everything nothing all list show tell told report reported reports say said "
        "statement statements bulletin bulletins update updates headline headlines happen happened "
        "happening going item items article articles notice notices briefing briefings public made "
        "since after until before onward onwards previous distribute distributed disclose "
        "disclosed post posted document documents main major important summary summarize summarise "
        "overview content contents day days please give"
    )
)


_ABOUT = frozenset(
    find_terms(
        "concerning regarding relating related connection involving touching respect field area "
        "sector matter subject topic"
    )
)


def asks_whats_new(text: str, topic: str, *, limited: bool) -> bool:
    """Whether a question is for whatever was published, `topic` being its words but for those that
    say when. `limited`: these limit publication, or ask for the newest.

    >>> asks_whats_new("What was announced last week?", "What was announced ?", limited=True)
    True
    >>> asks_whats_new("chips announced last week", "chips announced", limited=True)
    False
    """
    words = _WRITINGS.sub(" ", topic)
    if find_unrendered(words) or find_answer_type(text) is not None:
        return False
    english = render(words)
    if _PARTICULAR.search(english) or not (limited or _NEWS.search(english)):
        return False
    return _OF_NO_MATTER.issuperset(find_terms(_PUBLISHER.sub(" ", english)))


def find_news_matter(text: str, topic: str) -> frozenset[str]:
    """The terms of the matter that a question limited to a time of publication asks for news of,
    `topic` being its words but for those that say when; none where it asks for something in
    particular: a figure, who, why, what somebody said.

    >>> sorted(find_news_matter("chips announced last week", "chips announced"))
    ['chip']
    >>> sorted(find_news_matter("Who announced the chips last week?", "Who announced the chips ?"))
    []
    """
    published = find_publishing(text) or (find_telling(text) and not find_saying(text))
    if not published or find_answer_type(text) is not None or speaks_of_figures(text):
        return frozenset()
    english = render(_WRITINGS.sub(" ", topic))
    if _PARTICULAR.search(english):
        return frozenset()
    terms = frozenset(find_terms(_PUBLISHER.sub(" ", english)))
    return terms - _OF_NO_MATTER - _ABOUT
