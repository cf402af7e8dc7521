"""Which words of a question are names: what has a capital that no sentence gives it.

Titles ("Sen."), months and days of the week have one too, and name nobody.
"""

import re

import numpy as np
import numpy.typing as npt

from qa.language.sentences import Span, ends_in_abbreviation
from qa.language.terms import find_terms

_CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]*\w")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_SENTENCE_ENDS = (".", "?", "!")
_NAMES_NOBODY = re.compile(
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
    return [
        Span(*found.span())
        for found in _CAPITALISED.finditer(text)
        if not _NAMES_NOBODY.fullmatch(found.group()) and not _begins(text, found.start())
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


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there, whose first word has a capital whatever it is."""
    before = text[:start].rstrip()
    if not before.endswith(_SENTENCE_ENDS):
        return not before
    return not (ends_in_abbreviation(before) or _INITIAL.search(before))
