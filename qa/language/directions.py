"""Which way things went: what a question asks for, and what a sentence says.

"Which products' exports fell?" is not answered by a sentence on those that rose. How much something
rose is: it may have fallen. Nor does a question ask for a direction that asks what was done to
bring it about: "What will increase exports?"
"""

import re
from enum import StrEnum

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME


class Direction(StrEnum):
    """Up or down."""

    RISE = "rise"
    FALL = "fall"


# "Which destination bought less than a year ago?", but neither "took less than a year" nor "bought
# more than 100 tons": the one is a length, the other a size.
_TRADED = (
    r"(?:bought|buy(?:s|ing)?|sold|sell(?:s|ing)?|(?:ex|im)port(?:ed|ing|s)?|shipped|took|takes?"
    r"|taking|produced?s?|ma[dk]es?|ordered|invested|spent|consumed|used)\s(?:\w+\s){0,3}?"
)
_THAN_BEFORE = (
    r"\s(?:\w+\s){0,3}?than\s(?:(?:in|it|they|did|had|were|was|the)\s)*(?:(?:(?:an?|one)\s)?(?:year|month|quarter)"
    r"\s(?:ago|earlier|before)|(?:last|previous|same)\s(?:year|month|quarter)|before\b"
    rf"|(?<=in\s)(?:[12][0-9]{{3}}|{FULL_NAME}))"
)
_BEFORE_KO = r"(?:전|월|년|해|달|분기|동기|때)보다\s(?:더\s)?"
# What happens by itself: of verbs that are also done to something, the past alone.
_ASKED = {
    Direction.RISE: lazy_regex(
        r"\b(?:rose|risen|ris(?:e|es|ing)|grew|grown|increased|gained|climbed|jumped|surged|soared)\b"
        rf"|\b(?:{_TRADED}more|higher|larger|greater){_THAN_BEFORE}|{_BEFORE_KO}많이\s"
        r"|(?:증가|상승|성장|급증)(?:한|했|하[였는])|늘어[난났]|늘었|오른|올랐",
        re.IGNORECASE,
    ),
    Direction.FALL: lazy_regex(
        r"\b(?:f[ae]ll|falls|fallen|falling|declin(?:e|es|ed|ing)|decreased|dropped|shrank|shrunk"
        r"|slumped|plunged)\b"
        rf"|\b(?:{_TRADED}(?:less|fewer)|lower|smaller){_THAN_BEFORE}|{_BEFORE_KO}(?:적게|덜)\s"
        r"|(?:감소|하락|급감|부진)(?:한|했|하[였는])|줄어[든들]|줄었|떨어[진졌]",
        re.IGNORECASE,
    ),
}
_MOVED = lazy_regex(
    r"\b(?:did|do|does)\b.*\b(?:rise|grow|increase|gain|climb|jump|surge|expand|improve|fall|decline"
    r"|decrease|drop|shrink|slump|plunge|contract)"
    r"(?=\W*$| (?:in|during|for|from|since|over|last|this|compared|again|by|to|on|at|or|year)\b)",
    re.IGNORECASE,
)
_SAID = {
    Direction.RISE: lazy_regex(
        r"\b(?:rose|ris(?:e|es|en|ing)|gr[eo]w(?:n|s|ing|th)?|(?:increas|gain|climb|jump|surg|soar"
        r"|expan[ds]|rebound|spik|swell)\w*|leapt?|up(?= (?:by )?\d))\b"
        r"|증가|상승|성장|급증|확대|반등|늘[어었]|오른|올랐",
        re.IGNORECASE,
    ),
    Direction.FALL: lazy_regex(
        r"\b(?:f[ae]ll|falls|fallen|falling|(?:declin|decreas|drop|slump|plung|tumbl|retreat)\w*"
        r"|shr[aiu]nk\w*|slip(?:s|ped|ping)?|slid(?:es?|ing)?|dip(?:s|ped|ping)?"
        r"|contract(?:ed|ing|ion)|down(?= (?:by )?\d))\b|감소|하락|급감|부진|축소|줄[어었]|떨어"
        r"|[△▼]\s?\d",
        re.IGNORECASE,
    ),
}

MOVED = frozenset(
    find_terms(
        "rise rose risen grow grew grown increase increased gain climb jump surge fall fell"
        " fallen decline declined decrease decreased drop dropped shrink shrank"
    )
)
"""Terms for how figures move, which say nothing of what they are of."""


def find_direction(question: str) -> Direction | None:
    """The one direction that a question names as having happened; None for both and neither.

    >>> find_direction("Which products' exports fell in November?")
    <Direction.FALL: 'fall'>
    >>> find_direction("수출이 늘어난 품목은?")
    <Direction.RISE: 'rise'>
    """
    found = [direction for direction, words in _ASKED.items() if words.search(question)]
    return found[0] if len(found) == 1 else None


def moves(question: str) -> bool:
    """Whether a question asks of something that it did so by itself: "Did exports increase?", and
    not "Did it increase exports?"

    >>> moves("Did steel exports decrease in May?"), moves("Did it decrease exports of steel?")
    (True, False)
    """
    return _MOVED.search(question) is not None


def is_contrary(asked: Direction, sentence: str) -> bool:
    """Whether a sentence speaks of the other direction and not of the one that is asked for.

    >>> is_contrary(Direction.FALL, "Exports rose 3 percent.")
    True
    >>> is_contrary(Direction.FALL, "Exports rose, while imports fell.")
    False
    """
    said = find_directions(sentence)
    return bool(said) and asked not in said


def find_directions(text: str) -> frozenset[Direction]:
    """Those that a text speaks of.

    >>> sorted(find_directions("Exports rose, while imports fell."))
    [<Direction.FALL: 'fall'>, <Direction.RISE: 'rise'>]
    """
    return frozenset(direction for direction, words in _SAID.items() if words.search(text))
