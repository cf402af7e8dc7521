"""Words of a question that stand in no release at all: "No release held has the word Gadeok."

Where nothing is found this is a plain reason, and one that hangs on no judgement. It is told of
words that name something, as the question writes them; of synonyms nothing is known here.
"""

import re
from collections.abc import Callable, Iterator

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.questions import Interpretation
from qa.understanding.telling import has_korean
from qa.understanding.wanted import ASKING, TELLING

_MOST = 3  # that are told
_WORD = lazy_regex(r"[^\W_]+(?:[-‐‑–&.’'][^\W_]+)*")
_LETTER = lazy_regex(r"[^\W\d_]")
_NAMES_NOTHING = lazy_regex(
    r"(?:any|some|every|no)(?:one|body|thing|where)|ever|never|whether|much|many|more|most|less"
    r"|least|all|each|both|either|other|another|same|only|also|just|even|still|yet|already|please|kindly"
    r"|know\w*|want\w*|wonder\w*|think|thought|like|need\w*|find|found|look\w*|write|wrote|give[ns]?"
    r"|gave|get|got|make|made|take|took|come|came|go|went|word|thing|long|far|old|tall|after|before"
    r"|heads?|headed|leads?|led|runs?|chief|since|until|during|between|within|without|because|while|per|via|versus|vs",
    re.IGNORECASE,
)


def find_unheld_words(asked: Interpretation, count_term: Callable[[str], int]) -> tuple[str, ...]:
    """The first few words of a question that no release has, nor their English if they are Korean,
    in order.

    `count_term` says how many passages hold a term.
    """
    unheld = (
        word
        for word, read in _list_words(asked)
        if (terms := set(find_terms(word)) | set(find_terms(read)))
        and terms.isdisjoint(ASKING | TELLING)
        and not any(map(count_term, terms))
    )
    return tuple(dict.fromkeys(unheld))[:_MOST]


def _list_words(asked: Interpretation) -> Iterator[tuple[str, str]]:
    """The words that name something, and each in English."""
    if has_korean(asked.question):
        yield from asked.rendered
        return
    for word in _WORD.findall(asked.topic):
        if len(word) > 1 and _LETTER.search(word) and not _NAMES_NOTHING.fullmatch(word):
            yield word, word
