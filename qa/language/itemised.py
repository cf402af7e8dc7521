"""Things that a sentence lists with a figure of each behind it in brackets: "ships (up 9.1
percent), steel (-2.3%)", "철강(12.5%)"."""

from functools import lru_cache

from qa.language.figures import find_figures
from qa.lazy_regex import lazy_regex

_KEPT = 8192  # sentences: those on shortlists come back
_BRACKET = lazy_regex(r" ?\((?=[^()]{0,24}\d)[^()]{1,40}\)")
_WORDS = 4  # of a thing's name, at most
_BETWEEN = lazy_regex(
    r"[,;:]\s(?!including\b)|\s(?:and|while|but|whereas|to|in|of|for|from|at)\s|(?<=[은는이가])\s"
)


@lru_cache(_KEPT)
def find_itemised(sentence: str) -> tuple[str, ...]:
    """The words right before each figure in brackets, as far as they name one thing.

    >>> find_itemised("Exports to India (up 1.8 percent) and mobile phones (-0.5%) did so.")
    ('India', 'mobile phones')
    """
    found, start = [], 0
    for bracket in _BRACKET.finditer(sentence):
        before = _BETWEEN.split(sentence[start : bracket.start()])[-1]
        found.append(" ".join(before.split()[-_WORDS:]))
        start = bracket.end()
    return tuple(each for each in found if each)


@lru_cache(_KEPT)
def is_list(sentence: str) -> bool:
    """Whether a sentence that lists things has no other figures than theirs.

    >>> is_list("Ships (up 9.1 percent) gained."), is_list("Sales (up 9%) were 3 billion won.")
    (True, False)
    """
    return not find_figures(_BRACKET.sub("", sentence))
