"""Ministries and agencies: the names that releases are held under, and how questions name them.

"The customs service" is the Korea Customs Service, "trade ministry" the one in charge of trade, and
"MOTIR" and "과기정통부" are short for names that they are made of. A body that is held under an
English and a Korean name is one, and so is it under an earlier name: one whose first charge is the
same, and most of all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qa.language.glossary import render
from qa.language.sentences import Span
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.records import DateRange

_KEPT = 256  # names, and sets of them
_MINISTRY = frozenset({"ministry", "department"})
_AGENCY = frozenset(
    {"service", "agency", "administration", "office", "authority", "commission", "bureau"}
)
_KINDS = _MINISTRY | _AGENCY
_OF_NO_CHARGE = frozenset({"korea", "korean", "republic", "national", "the", "of", "for", "and"})
_JOINS = frozenset({"and", "&", "the"})
_ALIKE = 0.5  # of what two names are in charge of

_WORD = lazy_regex(r"[A-Za-z]+|&")
_SHORT = lazy_regex(r"[A-Z]{3,8}")
_PARTICLE = lazy_regex(r"(?:에서는?|에서의|은|는|이|가|의|도|발)?")
_KOREAN = lazy_regex(
    r"(?<![가-힣])(?P<name>[가-힣]{1,11}?(?:부|청|처|원|위|위원회|공사|은행))"
    rf"(?:{_PARTICLE.pattern}|와|과|랑|을|를)(?![가-힣])"
)
# Who is spoken of is not who speaks: "news about the customs service", "관세청에 대한 소식".
_OF_IT = lazy_regex(
    r"\b(?:about|on|regarding|concerning|against|with|to|for|than|between|and)\s(?:the\s)?$",
    re.IGNORECASE,
)
_OF_IT_KO = lazy_regex(r"\s?(?:에\s|를|을|와|과|관련|대한|관한|대해|관해|장관|차관|청장|처장)")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in English words, and in Korean if it is Korean."""

    english: tuple[str, ...]
    korean: str | None

    @property
    def is_ministry(self) -> bool:
        return not _MINISTRY.isdisjoint(self.english)

    @property
    def charge(self) -> tuple[str, ...]:
        """What it is in charge of, as terms."""
        return _find_charge(self.english)

    def is_short(self, letters: str) -> bool:
        """Whether capitals are made of it: of each word the first, and maybe one more."""
        words = [word for word in self.english if word not in _JOINS]
        parts = (
            f"(?:{word[0]})?" if word in _OF_NO_CHARGE else f"{word[0]}[{word[1:]}]?"
            for word in words
            if len(word) > 1
        )
        return re.fullmatch("".join(parts), letters.lower()) is not None

    def is_short_ko(self, name: str) -> bool:
        """Whether `name` is it or made of its syllables, the first and the last among them."""
        whole = self.korean or ""
        if name[0] != whole[:1] or name[-1] != whole[-1:]:
            return False
        syllables = iter(whole)
        return all(each in syllables for each in name)


@dataclass(frozen=True, slots=True)
class Body:
    """A body, by the names that releases of it are held under."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body and the words that name it, which reach to `end` with a particle."""

    body: Body
    span: Span
    end: int


@lru_cache(_KEPT)
def join_names(publishers: tuple[str, ...]) -> tuple[Body, ...]:
    """The bodies that these publishers are, each with its names, in order.

    >>> [len(each.names) for each in join_names(("Korea Customs Service", "관세청", "기상청"))]
    [2, 1]
    """
    bodies: list[list[str]] = []
    for name in publishers:
        own = [body for body in bodies if any(_is_same(_read(name), _read(each)) for each in body)]
        bodies = [body for body in bodies if body not in own]
        bodies.append([*(each for body in own for each in body), name])
    return tuple(Body(tuple(each)) for each in bodies)


def find_bodies(days: Mapping[str, DateRange]) -> tuple[Body, ...]:
    """The bodies that publishers are, each of them with the days that it published in; none where
    there is but one at any time: then one follows another, by whatever name.

    >>> from datetime import date
    >>> early, late = (DateRange(date(year, 1, 1), date(year, 12, 31)) for year in (2012, 2013))
    >>> find_bodies({"Ministry of Knowledge Economy": early, "Ministry of Trade": late})
    ()
    """
    bodies = join_names(tuple(days))
    spans = sorted(
        (min(days[name].first for name in each.names), max(days[name].last for name in each.names))
        for each in bodies
    )
    at_once = any(later <= last for (_, last), (later, _) in pairwise(spans))
    return bodies if at_once else ()


def find_body(text: str, bodies: Sequence[Body]) -> NamedBody | None:
    """The one of `bodies` that `text` names, not as what is spoken of; None where it names none, or
    several, or it is not sure which.

    >>> found = find_body("news from the customs service", join_names(("관세청", "기상청")))
    >>> found and found.body.names
    ('관세청',)
    """
    named = [*_find_english(text, bodies), *_find_korean(text, bodies)]
    if len(named) != 1:
        return None
    [(span, meant)] = named
    if len(meant) != 1 or _OF_IT.search(text, 0, span.start) or _OF_IT_KO.match(text, span.end):
        return None
    particle = _PARTICLE.match(text, span.end)
    return NamedBody(meant[0], span, particle.end() if particle else span.end)


def _find_english(text: str, bodies: Sequence[Body]) -> Iterator[tuple[Span, list[Body]]]:
    """Where `text` names any body in English, and which it may be."""
    names = [(body, _read(name)) for body in bodies for name in body.names]
    known = {word for _, name in names for word in name.english} | _OF_NO_CHARGE | _JOINS
    known -= _KINDS
    words = list(_WORD.finditer(text))
    said = [word.group().lower() for word in words]
    for at, word in enumerate(said):
        if _SHORT.fullmatch(words[at].group()):
            meant = [body for body, name in names if name.is_short(words[at].group())]
            if meant:
                yield Span(*words[at].span()), list(dict.fromkeys(meant))
        if word not in _KINDS:
            continue
        first, last = at, at
        while first and said[first - 1] in known:
            first -= 1
        if said[at + 1 : at + 2] in (["of"], ["for"]):
            while last + 1 < len(said) and said[last + 1] in known:
                last += 1
        while first < at and said[first] in {"of", "for", "and", "&"}:
            first += 1
        while last > at and said[last] in _OF_NO_CHARGE | _JOINS:
            last -= 1
        charge = set(_find_charge(said[first : last + 1]))
        in_charge = [
            (body, name)
            for body, name in names
            if charge and charge <= {*name.charge} and name.is_ministry == (word in _MINISTRY)
        ]
        whole = [body for body, name in in_charge if charge == {*name.charge}]
        meant = whole or [body for body, _ in in_charge]
        if meant:
            yield Span(words[first].start(), words[last].end()), list(dict.fromkeys(meant))


def _find_korean(text: str, bodies: Sequence[Body]) -> Iterator[tuple[Span, list[Body]]]:
    """Where `text` names any body in Korean, and which it may be."""
    for found in _KOREAN.finditer(text):
        own = _read(found["name"])
        meant = [
            body
            for body in bodies
            if any(
                _read(name).is_short_ko(found["name"]) or _is_same(own, _read(name))
                for name in body.names
            )
        ]
        if meant:
            yield Span(*found.span("name")), meant


@lru_cache(_KEPT)
def _read(name: str) -> _Name:
    words = _WORD.findall(render(name))
    if not name.isascii() and len(words) > 2 and words[-1].isupper():  # "… and Energy MOTIE"
        words = [word for word in words if word != words[-1]] or words
    english = tuple(word.lower() for word in words)
    return _Name(english, None if name.isascii() else name)


def _find_charge(words: Sequence[str]) -> tuple[str, ...]:
    left = " ".join(word for word in words if word not in _KINDS | _OF_NO_CHARGE | _JOINS)
    return tuple(find_terms(left))


def _is_same(one: _Name, other: _Name) -> bool:
    """Whether two names are of one body."""
    if not one.charge or not other.charge or one.is_ministry != other.is_ministry:
        return False
    first, second = {*one.charge}, {*other.charge}
    alike = len(first & second) / len(first | second)
    return alike == 1 or (one.is_ministry and one.charge[0] == other.charge[0] and alike >= _ALIKE)
