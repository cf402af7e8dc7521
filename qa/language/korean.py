"""Korean words as terms: morphemes where an analyser is installed, pairs of syllables otherwise.

Kiwi (https://github.com/bab2min/kiwipiepy), the optional extra `korean`, tells nouns and stems
from particles and endings. Without it a run of Hangul becomes its overlapping pairs of
syllables, which needs no dictionary and is what Lucene's CJK analyser does.
"""

import threading
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_CONTENT = ("N", "V", "X", "M", "SL", "SN")  # nouns, verbs and adjectives, roots, adverbs
_lock = threading.Lock()


@cache
def name_analysis() -> str:
    """How Korean is analysed here: an index made with another analysis is made anew."""
    return "kiwi" if find_spec("kiwipiepy") else "bigrams"


def split_korean(run: str) -> tuple[str, ...]:
    """The terms of a run of Hangul."""
    return split_morphemes(run) if name_analysis() == "kiwi" else split_bigrams(run)


def split_bigrams(run: str) -> tuple[str, ...]:
    """Overlapping pairs of syllables; a run of one or two stays whole.

    >>> split_bigrams("수출액이")
    ('수출', '출액', '액이')
    """
    if len(run) < 3:
        return (run,)
    return tuple(run[start : start + 2] for start in range(len(run) - 1))


def split_morphemes(run: str) -> tuple[str, ...]:
    """Nouns, stems and the like, without particles and endings; the run itself if none is found.

    Needs kiwipiepy.
    """
    with _lock:
        tokens = _load_kiwi().tokenize(run)
    content = tuple(token.form for token in tokens if token.tag.startswith(_CONTENT))
    return content or (run,)


@cache
def _load_kiwi() -> "Kiwi":
    # Imported here: loading its model takes a second, and English needs none of it.
    from kiwipiepy import Kiwi

    return Kiwi()
