"""Which figure stands in the place of one that a correction says was wrong.

It has to be plain: the correction names the very figure that was given, and one other in the same
unit after it, in that sentence or, where there is none there, in the next ("was given as USD 8.2
billion. The correct amount is USD 7.9 billion, up 8.2%."), or before it where it denies that one
("7.9 percent, not 8.2 percent").
"""

import re
from collections.abc import Sequence

from qa.language.corrections import find_corrected
from qa.language.figures import Figure
from qa.lazy_regex import lazy_regex
from qa.timelines.dated_sentences import Sentence

_SAME = 1e-9  # of their size, within which two values are the same
_DENIED = lazy_regex(r"\b(?:not|instead of|rather than) (?:[a-z]+ )?$", re.IGNORECASE)


def find_right(wrong: Figure, sentences: Sequence[Sentence]) -> tuple[Sentence, Figure] | None:
    """The sentence of a correction that has the right figure, and that figure; None where it says
    nothing of the wrong one, or it is not certain which is meant. `sentences` are all of it."""
    places = set(find_corrected([each.text for each in sentences]))
    found: list[tuple[Sentence, Figure]] = []
    for place in sorted(places):
        given = [each for each in sentences[place].figures if _is_same(each, wrong)]
        if not given:
            continue
        others = _list_others(wrong, sentences[place])
        if len(others) == 1 and _is_denied_by(given, others[0], sentences[place].text):
            found.append((sentences[place], others[0]))
        elif not others and place + 1 in places:
            after = sentences[place + 1]
            others = _list_others(wrong, after)
            if len(others) != 1 or _is_denied(others[0], after.text):
                return None
            found.append((after, others[0]))
        else:
            return None
    if not found or any(not _is_same(figure, found[0][1]) for _, figure in found):
        return None
    return found[0]


def _list_others(wrong: Figure, sentence: Sentence) -> list[Figure]:
    """The other figures of a sentence in the unit of the wrong one."""
    return [
        each for each in sentence.figures if each.unit == wrong.unit and not _is_same(each, wrong)
    ]


def _is_denied_by(given: Sequence[Figure], right: Figure, text: str) -> bool:
    """Whether a sentence says that what was given is not it, and the other is."""
    if _is_denied(right, text):
        return False
    return all(_is_denied(each, text) or each.end <= right.start for each in given)


def _is_denied(figure: Figure, text: str) -> bool:
    return _DENIED.search(text[: figure.start]) is not None


def _is_same(one: Figure, other: Figure) -> bool:
    close = abs(one.value - other.value) <= _SAME * max(abs(one.value), abs(other.value))
    return one.unit == other.unit and close
