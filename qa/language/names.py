"""Which words of a question are names: what has a capital that no sentence gives it.

Words typed in place of a sentence give none: "Costco sales in July".

Titles ("Sen."), months and days of the week have one too, and name nobody. Nor does Korea by
itself: every release speaks of it, and hardly one in Korean says so.
"""

import re

import numpy as np
import numpy.typing as npt

from qa.language.sentences import Span, ends_in_abbreviation
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex

_CAPITALISED = lazy_regex(r"\b[A-Z][\w.’'-]*\w")
_TYPED = lazy_regex(
    r"(?!(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|will"
    r"|would|can|could|should|may|might|must|the|an?|any|all|no|this|that|these|those|my|our|its|your"
    r"|his|her|their|i|we|you|he|she|it|they|there|here|in|on|at|of|to|for|from|by|with|about|after"
    r"|before|between|during|since|until|as|if|and|or|but|not|please|hi|hello|tell|show|give|list|find"
    r"|get|let|name|explain|describe|compare|summari[sz]e|latest|newest|recent|last|next|new)\b)"
    r"[^?!]*(?<![.?!])$",
    re.IGNORECASE,
)
_INITIAL = lazy_regex(r"\b[A-Z]\.$")
_SENTENCE_ENDS = (".", "?", "!")
# Neither Korea Zinc nor the Korea-India talks.
_OWN_COUNTRY = lazy_regex(r"(?<![\w-])(?<!North )(?:South )?Korea(?:ns?|['’]s)?(?![\w-])(?! [A-Z])")
_NAMES_NOBODY = lazy_regex(
    r"(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Hon|Rev|Sens?|Senators?|Reps?|Gov|Governor|Amb|Sec|Secretary|Min"
    r"|Minister|President|Gen|Lt|Col|Maj|Capt|Sgt|Adm"
    r"|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)


def find_names(text: str) -> list[Span]:
    """Where the names of `text` stand, a word each.

    >>> text = "Did Sen. Byrd meet Robert C. Scott in May?"
    >>> [text[name.start : name.end] for name in find_names(text)]
    ['Byrd', 'Robert', 'Scott']
    """
    own = {place for found in _OWN_COUNTRY.finditer(text) for place in range(*found.span())}
    return [
        Span(*found.span())
        for found in _CAPITALISED.finditer(text)
        if not _NAMES_NOBODY.fullmatch(found.group())
        and found.start() not in own
        and not _begins(text, found.start())
    ]


def find_name_terms(text: str) -> frozenset[str]:
    """The terms of its names."""
    terms = (term for name in find_names(text) for term in find_terms(text[name.start : name.end]))
    return frozenset(term for term in terms if not term[0].isdigit())


def find_name_tokens(text: str, spans: npt.NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    """The places of the tokens of each name in a question.

    `spans`, (tokens, 2), is where each token stands in `text`.
    """
    found = (
        np.flatnonzero((spans[:, 0] < name.end) & (spans[:, 1] > name.start)).tolist()
        for name in find_names(text)
    )
    return tuple(tuple(each) for each in found if each)


def find_own_tokens(text: str, spans: npt.NDArray[np.int64]) -> tuple[int, ...]:
    """The places of the tokens of a question that only say that it is of Korea.

    `spans`, (tokens, 2), is where each token stands in `text`.
    """
    own = [found.span() for found in _OWN_COUNTRY.finditer(text)]
    starts, ends = spans[:, 0], spans[:, 1]
    of_own = [np.flatnonzero((starts < end) & (ends > start)) for start, end in own]
    return tuple(place for places in of_own for place in places.tolist())


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there, whose first word has a capital whatever it is."""
    before = text[:start].rstrip()
    if not before.endswith(_SENTENCE_ENDS):
        return not before and _TYPED.match(text.strip()) is None
    return not (ends_in_abbreviation(before) or _INITIAL.search(before))
