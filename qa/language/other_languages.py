"""Whether a question is plainly in a language other than English and Korean, and in which.

Told by its script, or in Latin letters by its function words. A name, a quotation or a borrowed
word ("São Paulo", "Oscar de la Renta") makes no question of another language: what is not plain is
taken for English. Which languages an encoder knows is not known here.
"""

import unicodedata
from collections import Counter
from functools import lru_cache

from qa.lazy_regex import lazy_regex

_SCRIPTS = {  # by the first word of Unicode's names of letters, the languages that may be meant
    "HIRAGANA": ("ja",),
    "KATAKANA": ("ja",),
    "CJK": ("zh",),
    "CYRILLIC": ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb"),
    "HEBREW": ("he", "yi"),
    "GREEK": ("el",),
    "THAI": ("th",),
    "LAO": ("lo",),
    "KHMER": ("km",),
    "MYANMAR": ("my",),
    "DEVANAGARI": ("hi", "mr", "ne", "sa"),
    "BENGALI": ("bn", "as"),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "GUJARATI": ("gu",),
    "KANNADA": ("kn",),
    "MALAYALAM": ("ml",),
    "GURMUKHI": ("pa",),
    "SINHALA": ("si",),
    "GEORGIAN": ("ka",),
    "ARMENIAN": ("hy",),
    "ETHIOPIC": ("am", "ti"),
}
_KANA = ("HIRAGANA", "KATAKANA")
_LATIN = {  # words of asking and telling, none of which is English, then those of names and terms
    "fr": (
        "quel quelle quels quelles combien sont etait etaient ont quand pourquoi que"
        " quoi dans avec ete fut furent ou novembre decembre octobre septembre fevrier",
        "les des du au aux le la de et par sur une un en pour est qui",
    ),
    "de": (
        "wie wieviel welche welcher welches welchen wann warum wer wo sind waren ist wurde wurden"
        " haben gibt wird werden nicht nach auf uber oktober dezember januar februar marz",
        "der das den dem des und im von vom zu zum zur mit ein eine einer einen einem aus bei fur",
    ),
    "es": (
        "cual cuales cuanto cuanta cuantos cuantas fue fueron cuando donde quien quienes por"
        " estan que noviembre diciembre octubre septiembre enero febrero",
        "los las el del la de en y al un una con como para esta",
    ),
    "pt": (
        "qual quais quanto quanta quantos quantas foi foram quando onde quem por que"
        " novembro dezembro outubro setembro fevereiro",
        "os dos das da de em e ao um uma com na nas nos como para esta",
    ),
    "it": (
        "quale quali quanto quanta quanti quante stato stati erano quando"
        " perche che novembre dicembre ottobre settembre gennaio febbraio",
        "gli della delle dei del di la il e nel nella un una con per cosa sono chi",
    ),
    "nl": (
        "hoeveel welke wanneer waarom waar wie zijn waren wordt werden heeft hebben niet naar"
        " oktober februari maart",
        "het een van de en met op aan bij voor",
    ),
}
_ASKING = {code: frozenset(asking.split()) for code, (asking, _) in _LATIN.items()}
_WORDS = {code: frozenset(" ".join(both).split()) for code, both in _LATIN.items()}
# Of which hardly an English question is without any.
_ENGLISH = frozenset(
    "the of and to for what how which who when where why is are were did does do has have been with"
    " from by on at about that this any much many an it its as or not between during please tell"
    " show".split()
)
_WORD = lazy_regex(r"[a-z]+")


def find_other_language(text: str) -> tuple[str, ...]:
    """The codes (ISO 639) of the language that `text` is in, several where its script does not
    tell; () where it may be English or Korean.

    >>> find_other_language("2025年11月のICT輸出額は？"), find_other_language("Wie hoch war das?")
    (('ja',), ('de',))
    >>> find_other_language("Where in São Paulo was Volkswagen's plant opened?")
    ()
    """
    if text.isascii():
        return _find_latin(text)
    letters = Counter(_name_script(each) for each in text if each.isalpha())
    if letters["HANGUL"]:
        return ()
    other = Counter({script: n for script, n in letters.items() if script in _SCRIPTS})
    if other:
        if 2 * other.total() < letters.total():
            return ()
        kana = any(other[script] for script in _KANA)
        return _SCRIPTS["HIRAGANA" if kana else other.most_common(1)[0][0]]
    return _find_latin(text)


def _find_latin(text: str) -> tuple[str, ...]:
    """By function words: two of one language, one of which asks or tells and stands in no name,
    and three for each that is English."""
    plain = text.lower()
    if not plain.isascii():
        marked = unicodedata.normalize("NFD", plain.replace("ß", "ss"))
        plain = "".join(each for each in marked if not unicodedata.combining(each))
    words = set(_WORD.findall(plain))
    english = len(words & _ENGLISH)
    counts = {code: len(words & known) for code, known in _WORDS.items() if words & _ASKING[code]}
    code = max(counts, key=lambda each: counts[each], default="")
    return (code,) if code and counts[code] >= max(2, 3 * english) else ()


@lru_cache(4096)
def _name_script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
