"""Releases that correct or replace an earlier one, and which one that is: "Correction: Figures in
Release of July 7", "This replaces the release of March 3", "[정정] 8월 12일 자 보도자료 수치 정정".

What is corrected is known by its day or its title, where title or opening of the correction name
either; another release of that day is told from it by what the two speak of: words of their titles
and openings that are not of the form, as "release" and the name of the publisher are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from qa.language.denials import find_denial
from qa.language.openings import OPENING, find_opening
from qa.language.terms import find_terms, find_terms_in
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, find_periods
from qa.records import Release

_KEPT = 8192  # releases: those on shortlists come back
_TITLED = lazy_regex(
    r"^\W*(?:correct(?:ion|ed)|errat(?:um|a)|corrigend(?:um|a))\b"
    r"|^\W*(?:정정|수정)\W|(?:정정|수정)(?: 안내| 알림)?\W*$|바로잡(?:습니다|음|기)\W*$",
    re.IGNORECASE,
)
_RELEASE = r"(?:(?:press|news|media) )?(?:release|statement|announcement)"
_SAID = lazy_regex(
    rf"\b(?P<verb>correct|replace|supersede)(?:s|ed)? (?:\w+ ){{0,3}}?{_RELEASE}\b"
    rf"|\b{_RELEASE}\b[^.]{{0,80}}? (?:is|has been|was) (?P<done>correct|replace|supersede)d"
    r"|보도 ?자료[^.]{0,80}?(?P<korean>바로잡|정정|수정|대체)",
    re.IGNORECASE,
)
# Looked for before, as it takes a fraction of the time.
_VERB = lazy_regex("correct|replace|supersede|바로잡|정정|수정|대체", re.IGNORECASE)
_CORRECTS = lazy_regex(  # within a sentence; across two: `denials`
    r"\b(?:correct|right|true) (?:\w+ ){0,2}?(?:figure|number|amount|value|total|rate|share)s?\b"
    r"|\bshould (?:read|have (?:been|read))\b"
    r"|\b(?:not|instead of|rather than) (?:[a-z]+ )?[$€£₩]?\d"
    r"|\b(?:corrected|amended|revised|changed) (?:from|to)\b"
    r"|(?:올바른|정확한|옳은|바른) (?:값|수치|금액|숫자)"
    r"|[을를은는이가] (?:[^,]|,(?=\d))*에서 (?:[^,]|,(?=\d))*로"
    r" (?:바로잡|고[치칩친]|정정|수정|바[꾸뀌뀐]|변경)",
    re.IGNORECASE,
)
_WHOLE = lazy_regex(r"replace|supersede|대체", re.IGNORECASE)
_QUOTED = lazy_regex(r"[“\"「『‘《'](?P<title>[^“”\"「」『』‘’《》]{8,200}?)[.,]?[”\"」』’》']")
_WORD = lazy_regex(r"\w+")
# Words that say nothing of the matter of a release.
_FORM = (
    "correction correct erratum corrigendum error replace supersede release press news media "
    "statement announcement announce figure number amount value ministry say korea korean "
    "notice date day today month year some part follow issue "
    "january february march april may june july august september october november december"
)
_FORM_KO = (
    "보도자료 자료 정정 수정 수치 일부 가운데 오류 안내 알림 배포한 발표 관련 다음과 같이 "
    "아래와 같이 바로잡습니다 바로잡는다 정정한다 대체한다 밝혔다 한국 우리나라"
)
_BY_TITLE, _BY_BOTH = 1_000, 1_000_000  # times as plainly as by the day alone


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction says of the release that it corrects: its day, its title, or both.

    The title is as `fold_title` gives it.

    `whole`: it stands in the place of all of that one.
    """

    day: date | None
    title: str | None
    whole: bool = False


def find_correction(release: Release) -> Correction | None:
    """What a release corrects, as `read_correction` reads it. Of one that corrects none little more
    than its title is looked at."""
    title, begins = release.title, release.body[:OPENING]
    if not may_correct(title, begins):
        return None
    return read_correction(title, find_opening(begins, release.language), release.published)


def may_correct(title: str, begins: str) -> bool:
    """Whether a release of this title, whose body begins so, may say that it corrects another.

    >>> may_correct("Exports Rise", "Exports rose 24.3 percent."), may_correct("[정정] 수출", "")
    (False, True)
    """
    if _TITLED.search(title):
        return True
    return _VERB.search(begins) is not None and _SAID.search(begins) is not None


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
    return Correction(
        days[0] if days else None, fold_title(quoted["title"]) if quoted else None, whole
    )


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


def weigh_naming(correction: Release, said: Correction, other: Release) -> int:
    """How plainly a release that says so names another as what it corrects; 0: not at all.

    That is an earlier one of its publisher, and of the day that it names or of the title. By title
    it counts a thousand times as much as by day, by both again as often; by the day alone both have
    to speak of one matter, and the more of it the more it counts.
    """
    own = correction.publisher == other.publisher and correction.id != other.id
    if not own or other.published > correction.published:
        return 0
    titled = said.title is not None and said.title == fold_title(other.title)
    dayed = said.day == other.published
    shared = len(_find_matter(correction) & _find_matter(other)) if dayed or titled else 0
    if titled:
        return max(shared, 1) * (_BY_BOTH if dayed else _BY_TITLE)
    return shared


def fold_title(title: str) -> str:
    """A title as it is compared with others: its words, in small letters."""
    return " ".join(_WORD.findall(title)).lower()


def _find_matter(release: Release) -> frozenset[str]:
    """What a release speaks of: the terms of its title and opening, but for those of its form and
    of its publisher, and for numbers."""
    said = f"{release.title}\n{find_opening(release.body, release.language)}"
    terms = frozenset(find_terms_in(said, release.language)) - _find_form_terms()
    own = find_terms_in(release.publisher, release.language)
    return frozenset(each for each in terms.difference(own) if each.isalpha())


@cache
def _find_form_terms() -> frozenset[str]:
    """The terms of a release's form; not at once, as it takes the whole glossary to tell them."""
    return frozenset(find_terms(_FORM)) | frozenset(find_terms_in(_FORM_KO, "ko"))
