"""Releases that correct or replace an earlier one, and which one that is: "Correction: Figures in
Release of July 7", "This replaces the release of March 3", "[정정] 8월 12일 자 보도자료 수치 정정".

What is corrected is known by its day or its title, where title or opening of the correction name
either; another release of that day is told from it by what the two speak of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from qa.language.denials import find_denial
from qa.periods import Granularity, find_periods

_KEPT = 8192  # releases: those on shortlists come back
_TITLED = re.compile(
    r"^\W*(?:correct(?:ion|ed)|errat(?:um|a)|corrigend(?:um|a))\b"
    r"|^\W*(?:정정|수정)\W|(?:정정|수정)(?: 안내| 알림)?\W*$|바로잡(?:습니다|음|기)\W*$",
    re.IGNORECASE,
)
_RELEASE = r"(?:(?:press|news|media) )?(?:release|statement|announcement)"
_SAID = re.compile(
    rf"\b(?P<verb>correct|replace|supersede)(?:s|ed)? (?:\w+ ){{0,3}}?{_RELEASE}\b"
    rf"|\b{_RELEASE}\b[^.]{{0,80}}? (?:is|has been|was) (?P<done>correct|replace|supersede)d"
    r"|보도 ?자료[^.]{0,80}?(?P<korean>바로잡|정정|수정|대체)",
    re.IGNORECASE,
)
_CORRECTS = re.compile(  # within a sentence; across two: `denials`
    r"\b(?:correct|right|true) (?:\w+ ){0,2}?(?:figure|number|amount|value|total|rate|share)s?\b"
    r"|\bshould (?:read|have (?:been|read))\b"
    r"|\b(?:not|instead of|rather than) (?:[a-z]+ )?[$€£₩]?\d"
    r"|\b(?:corrected|amended|revised|changed) (?:from|to)\b"
    r"|(?:올바른|정확한|옳은|바른) (?:값|수치|금액|숫자)|[을를은는이가] [^,]*에서 [^,]*로"
    r" (?:바로잡|고[치칩친]|정정|수정|바[꾸뀌뀐]|변경)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"replace|supersede|대체", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"「『‘《'](?P<title>[^“”\"「」『』‘’《》]{8,200}?)[.,]?[”\"」』’》']")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction says of the release that it corrects: its day, its title, or both.

    `whole`: it stands in the place of all of that one.
    """

    day: date | None
    title: str | None
    whole: bool = False

    def names(self, title: str, published: date) -> bool:
        """Whether a release of that title and day may be the one that is corrected.

        >>> Correction(date(2026, 7, 7), None).names("FDI Pledges Rise", date(2026, 7, 7))
        True
        """
        if self.title is not None and _fold(self.title) == _fold(title):
            return True
        return self.day == published


@lru_cache(_KEPT)
def read_correction(title: str, opening: str, published: date) -> Correction | None:
    """What a release of that day corrects; None where it says neither that it corrects one nor
    which.

    >>> read_correction("Correction: Release of July 7", "", date(2026, 7, 10))
    Correction(day=datetime.date(2026, 7, 7), title=None, whole=False)
    """
    said = _SAID.search(opening)
    if said is None and not _TITLED.search(title):
        return None
    text = f"{title}\n{opening}"
    days = [
        each.period.first
        for each in find_periods(text, published)
        if each.period.granularity is Granularity.DAY and each.period.first < published
    ]
    quoted = _QUOTED.search(opening) or _QUOTED.search(title)
    if not days and quoted is None:
        return None
    whole = said is not None and _WHOLE.search(said.group()) is not None
    return Correction(days[0] if days else None, quoted["title"] if quoted else None, whole)


def find_corrected(sentences: Sequence[str]) -> list[int]:
    """The places of the sentences of a correction that say what is corrected.

    >>> find_corrected(["It was given as 8.2.", "The correct figure is 7.9.", "It apologises."])
    [0, 1]
    """
    found = set[int]()
    for place, sentence in enumerate(sentences):
        if _CORRECTS.search(sentence):
            found.add(place)
        if (denial := find_denial(sentences, place)) is not None:
            found |= {place, denial}
    return sorted(found)


def _fold(title: str) -> str:
    return " ".join(_WORD.findall(title)).lower()
