"""Words as the lexical index and the ranking see them: what must match, and what may vary.

One function serves releases and questions, so that what is indexed is what is asked for.
Figures ("58.3", "3,810"), abbreviations ("U.S."), codes ("MC14", "14th") and hyphenated names
("K-FEZ") stay whole; English words are reduced to their Snowball stem
(https://snowballstem.org), Korean ones are divided by `qa.language.korean`.
"""

import unicodedata
from functools import lru_cache

import Stemmer

from qa.language.glossary import render
from qa.language.korean import split_korean
from qa.lazy_regex import lazy_regex

_TOKEN = lazy_regex(
    r"(?=\w)(?:"  # most of what none begins with is turned down at a glance
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?>\d+(?:[.,]\d+)*)(?:st|nd|rd|th)?(?!\w)"  # 58.3  3,810  14th
    r"|\d+(?:[.,]\d+)+"  # 25.5억: the figure, then its unit
    r"|[^\W_]+(?:[-‐‑–&'’][^\W_]+)*"  # exports  K-FEZ  MC14  Korea’s  R&D
    r")"
)
_PART = lazy_regex(r"[-‐‑–]")
_HANGUL = lazy_regex(r"[\uac00-\ud7a3]+")
_MIXED = lazy_regex(r"[\uac00-\ud7a3]+|[^\W_\uac00-\ud7a3]+")
_POSSESSIVE = lazy_regex(r"['’](?:s|S)?$")
_SEVERAL = lazy_regex(r"(?<=[A-Z]{2})s$")  # MOUs, FTAs: no stem of a word that ends in "ous"

STOP_WORDS = frozenset(
    "a an and are as at be been being but by can could did do does for from had has have he her "
    "him his how i if in into is it its me my of on or our she should so such than that the "
    "their them then there these they this those to us was we were what when where which who "
    "whom whose why will with would you your any about".split()
)

_stemmer = Stemmer.Stemmer("english")


def find_terms(text: str) -> list[str]:
    """The terms of `text`, in order, repeats included, without English function words.

    A hyphenated word gives itself and its parts. Function words are dropped only in lower or
    title case: "US" and "WHO" are names. However a letter is composed (Unicode's NFC and NFD),
    its word is the same.

    >>> find_terms("Korea’s exports to the U.S. rose 24.3 percent at MC14")
    ['korea', 'export', 'us', 'rose', '24.3', 'percent', 'mc14']
    """
    terms: list[str] = []
    for token in _TOKEN.findall(unicodedata.normalize("NFC", text)):
        terms.extend(_reduce(token))
    return terms


def find_terms_in(text: str, language: str) -> list[str]:
    """The terms of a release's text: of Korean also those of its English rendering, so that
    questions in either language find it."""
    terms = find_terms(text)
    return terms + find_terms(render(text)) if language == "ko" else terms


@lru_cache(maxsize=200_000)
def _reduce(token: str) -> tuple[str, ...]:
    """The terms of one token."""
    if token[0].isdigit() and not _HANGUL.search(token):
        return (token.lower().replace(",", "").strip("."),)
    if token.endswith(".") and "." in token[:-1]:
        return (token.replace(".", "").lower(),)
    token = _SEVERAL.sub("", _POSSESSIVE.sub("", token))
    if _HANGUL.search(token):
        return tuple(term for piece in _MIXED.findall(token) for term in _reduce_mixed(piece))
    parts = [part for part in _PART.split(token) if part]
    whole = (_stemmer.stemWord("-".join(parts).lower()),) if len(parts) > 1 else ()
    return whole + tuple(
        _stemmer.stemWord(part.lower()).replace("’", "'")
        for part in parts
        if part.lower() not in STOP_WORDS or (part.isupper() and len(part) > 1)
    )


def _reduce_mixed(piece: str) -> tuple[str, ...]:
    return split_korean(piece) if _HANGUL.fullmatch(piece) else _reduce(piece)
