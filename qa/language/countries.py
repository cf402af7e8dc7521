"""The countries that a question names, and whether a release names them, by whatever form: "Chile",
"Chilean" and "칠레" are one.

Korea is none of them: every release speaks of it. Cities and regions are not read, nor names that
are as often those of people or of places elsewhere (Georgia, Chad).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_KEPT = 16_384  # of releases on shortlists, which come back, each with a country
# "turkey" is a word, where "chile" is typed in haste.
_AS_WRITTEN = frozenset({"Turkey", "Polish", "Lao", "Jordan"})
# Beside the first form of each country and initials; and of those first forms what is no noun.
_NOUNS = frozenset({"Turkiye", "Turkey", "Viet Nam", "Burma", "Britain", "America"})
_ADJECTIVES = frozenset({"Czech", "Dominican", "Saudi"})

_DOT = "[·‧・ㆍ–-]?"  # 한·미


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def _bounded(forms: Iterable[str]) -> str:
    # Latin America, South America and New Mexico are no countries, and US$ is money.
    part = (
        r"(?<![Ll]atin )(?<![Nn]orth )(?<![Ss]outh )(?<![Cc]entral )"
        r"(?!(?<=New )Mexico|(?<=new )mexico)"
    )
    return rf"(?<![A-Za-z]){part}(?:{_either(forms)})(?![A-Za-z$])"


@dataclass(frozen=True, slots=True)
class _Countries:
    """What each form names, a pattern of all in English and one of all in Korean, and of each
    country one of its forms."""

    names: Mapping[str, str]
    any_name: re.Pattern[str]
    any_korean: re.Pattern[str]
    patterns: Mapping[str, re.Pattern[str]]


@cache
def _read() -> _Countries:
    names: dict[str, str] = {}
    in_korean: dict[str, str] = {}
    patterns: dict[str, re.Pattern[str]] = {}
    for line in files("qa.language").joinpath("countries.tsv").read_text("utf-8").splitlines():
        english, korean = (forms.split(", ") for forms in line.split("\t"))
        names |= dict.fromkeys(english, english[0])
        hasty = (each for each in english if not each.isupper() and each not in _AS_WRITTEN)
        names |= {each.lower(): english[0] for each in hasty}
        in_korean |= dict.fromkeys(korean, english[0])
        # In Korean rather too often than not at all: a name may be part of another word.
        dotted = "|".join(_DOT.join(form) for form in korean)
        patterns[english[0]] = re.compile(f"{_bounded(english)}|{dotted}")
    any_korean = re.compile(rf"(?<![가-힣])(?:{_either(in_korean)})")
    return _Countries(names | in_korean, re.compile(_bounded(names)), any_korean, patterns)


def find_countries(question: str) -> frozenset[str]:
    """The English names of the countries that a question, in English, names.

    >>> sorted(find_countries("Which Chilean firms invest in peru?"))
    ['Chile', 'Peru']
    """
    countries = _read()
    return frozenset(countries.names[each] for each in countries.any_name.findall(question))


def cut_countries(question: str) -> str:
    """The question without the names of these.

    >>> cut_countries("Chilean firms")
    ' firms'
    """
    return _read().any_name.sub("", question)


@lru_cache(_KEPT)
def names_country(text: str, country: str) -> bool:
    """Whether a text, in English or Korean, names a country that `find_countries` gives.

    >>> names_country("칠레 광업부와 협약을 맺었다.", "Chile")
    True
    """
    return speaks_of_country(text, country)


def speaks_of_country(text: str, country: str) -> bool:
    """The same, found out anew each time: for sentences, which are too many to keep.

    >>> speaks_of_country("칠레 광업부와 협약을 맺었다.", "Chile")
    True
    """
    return _read().patterns[country].search(text) is not None


class Mention(NamedTuple):
    """A country, where it is named, and whether by an adjective ("Chilean")."""

    country: str
    start: int
    end: int
    by_adjective: bool


def find_mentions(text: str) -> list[Mention]:
    """Where a text names which country, what is in English first; in Korean where a word begins so.

    >>> [each.country for each in find_mentions("중국의 수출, Chilean copper")]
    ['Chile', 'China']
    """
    countries = _read()
    return [
        Mention(countries.names[found.group()], *found.span(), _is_adjective(found.group()))
        for names in (countries.any_name, countries.any_korean)
        for found in names.finditer(text)
    ]


def _is_adjective(form: str) -> bool:
    """Of Korean forms none is."""
    named = _read().names[form]
    if form.lower() == named.lower():
        return named in _ADJECTIVES
    is_noun = form[:2].isupper() or "." in form or form.title() in _NOUNS
    return form.isascii() and not is_noun


def count_countries(text: str) -> Counter[str]:
    """How often a text, in English, names each country.

    >>> count_countries("Chilean copper goes to China for US$, and Chilean wine too.")
    Counter({'Chile': 2, 'China': 1})
    """
    countries = _read()
    return Counter(countries.names[each] for each in countries.any_name.findall(text))
