"""Where a question says that something stands or happened, and whether it did elsewhere.

"K-FEZ Day in Osaka" is not the one in Fukuoka, and whom a minister met in Shanghai is not said by
whom he met in Beijing. Of what stands or happens in one place; jobs and exports are in many.

Towns are words with a capital behind "in" or "visited", in Korean before 에서 or 소재, as far as
they have an English name. A town may lie in a country, a province or a part of the world, so that
only towns are set against towns, countries against countries, and provinces against provinces.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from qa.language.countries import Mention, find_mentions, names_country, speaks_of_country
from qa.language.glossary import render
from qa.language.provinces import find_provinces, is_in_others
from qa.language.sentences import split_sentences
from qa.language.terms import find_terms, find_terms_in
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME, SHORTENED

_KEPT = 4096  # releases on shortlists, which come back
_LEADING = 2  # title and lead
_STANDS_OR_HAPPENS = frozenset(
    find_terms(
        "meet met meeting visit visited talks summit forum conference seminar symposium workshop"
        " roundtable dialogue fair expo exhibition festival ceremony event day briefing"
        " consultation hold held host hosted open opened opening sign signed build built mission"
        " trip delegation center centre plant factory facility station complex park turbine"
        " hospital laboratory school"
    )
)
_BREAKS_OUT = frozenset(find_terms("confirmed outbreak detected broke struck hit damage damaged"))
_OTHERWISE = {"met": "meet", "held": "hold", "host": "hold", "built": "build", "centr": "center"}
_CAPITAL = r"[A-Z][a-zà-ÿ][\w-]*(?![\w’'-])"
_NAME = rf"(?P<name>{_CAPITAL}(?: (?:d[eo] |es |la )?{_CAPITAL}){{0,3}})(?!\.? [A-Z])"
_GOES = r"(?:missions?|trips?|delegations?|leaves?|left|set out|went|go|goes|travel(?:s|l?ed)?)"
_TOWN = lazy_regex(rf"\b(?:[Ii]n|[Vv]isit(?:s|ed)?|{_GOES} (?:to|for)) {_NAME}")
_AT_KO = r"에서|에 (?:있|위치|들어|세워|소재)|[을를] 방문"
_TOWN_KO = lazy_regex(rf"(?<![가-힣])(?P<name>[가-힣]{{2,8}}?)시?(?:{_AT_KO}| 소재)")
# What begins no town's name, or ends none.
_NO_TOWN = lazy_regex(
    rf"(?:(?i:{FULL_NAME}|{SHORTENED})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Spring|Summer|Fall"
    r"|Autumn|Winter|English|Korean?s?|(?:Vice|Prime|Trade|Deputy)? ?(?:Minister|President)|Senator"
    r"|Congress|Senate|House|Parliament|Section|Title|Phase|Part|Article|Which|What|Whose"
    r"|Asian?|Europe|Africa|America|Latin|Middle|Central|Upper|Lower|Greater|Northern|Southern"
    r"|Eastern|Western|Southeast|Northeast|Pacific|Arab|Gulf|Scandinavia)\b"
    r"|.*\b(?:County|Province|State|Region|Prefecture|Island|Islands|Valley|District|Hotel|Hall"
    r"|Tower|Cent(?:er|re)|University|Building|Port|Airport|Zone|Park)\b"
)
# What a town lies in, by itself. New York and Washington are towns too.
_AROUND_TOWNS = lazy_regex(
    r"(?:North|South|East|West)(?: (?:Asia|Africa|America|Carolina|Dakota|Virginia|Sea|Coast|Korea"
    r"|Gyeongsang|Jeolla|Chungcheong))?"
    r"|Gangwon|Gyeonggi|Gyeongsang|Gyeongbuk|Gyeongnam|Jeolla|Jeonbuk|Jeonnam|Chungcheong|Chungbuk"
    r"|Chungnam|Yeongnam|Honam|Jeju|Kyushu|Hokkaido|Honshu|Shikoku"
    r"|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey"
    r"|Mexico|England)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont"
    r"|Virginia|Wisconsin|Wyoming"
)
# What many towns' names have in common.
_COMMON = frozenset(
    "city de del do el es fort la las los mount new port san santa são st the".split()
)
# Of one Korean name in two spellings: Busan and Pusan, Jeju and Cheju, Incheon and Inchon.
_SPELLINGS = (("ch", "j"), ("eo", "o"), ("k", "g"), ("t", "d"), ("p", "b"))
_TO_COUNTRY = lazy_regex(r"(?P<what>[\w-]+)(?: in| to| at| with)?(?: the)? $")
_AT_COUNTRY_KO = lazy_regex(_AT_KO)
_OF_COUNTRY_KO = lazy_regex(  # "중국 K-FEZ 데이는 언제 열렸나요", to the end of what it is said of
    r" (?:\S{0,11}[^\s은는이가을를의과와에서로도] ){0,4}\S{1,12}"
    r"(?:(?<=[은는이가]) (?:언제|어디\S{0,4}|왜) \S{1,12})?"
)
_EXAMPLE = lazy_regex(r"\b(?:such as|including|like)(?: the)? (?:[A-Z][\w-]*,? (?:and )?)*$")
_MORE = lazy_regex(r"\b(?:who(?:m|se)?|when|where|what|which|why|how)\b", re.IGNORECASE)
_EITHER = lazy_regex(r"\b(?:or|versus|vs)\b|아니면|또는|혹은", re.IGNORECASE)
_MOST = 4  # places that a question is taken to say, of either kind
_BEFORE = 80  # characters that are looked at before a country


class Kind(Enum):
    """What is set against others of the kind alone."""

    TOWN = "town"
    PROVINCE = "province"
    COUNTRY = "country"


class AskedPlace(NamedTuple):
    """Where a question, which may ask no more than `whether` so, says that something stands or
    happened, and by which terms it says what."""

    name: str
    kind: Kind
    things: frozenset[str]
    whether: bool = False


def find_asked_places(question: str, text: str) -> tuple[AskedPlace, ...]:
    """The places of a question, in either language, that is searched with by the English `text`.

    >>> [each.name for each in find_asked_places(*["Whom did he meet in Shanghai in May?"] * 2)]
    ['Shanghai']
    >>> find_asked_places(*["How much was exported to China in May?"] * 2)
    ()
    """
    things = _find_things(text)
    if _EITHER.search(question):
        return ()
    broken_out = things | _find_outbreaks(f"{question} {text}", "en")
    provinces = sorted(find_provinces(question))[:_MOST] if broken_out else []
    in_provinces = tuple(AskedPlace(each, Kind.PROVINCE, broken_out) for each in provinces)
    if not things:
        return in_provinces
    whether = _MORE.search(text) is None
    named = (each.country for each in find_mentions(question) if _is_where(question, each))
    towns, countries = ([*dict.fromkeys(each)][:_MOST] for each in (_find_towns(question), named))
    return (
        *(AskedPlace(each, Kind.TOWN, things) for each in towns),
        *in_provinces,
        *(AskedPlace(each, Kind.COUNTRY, things, whether) for each in countries),
    )


def begins_as_place(name: str) -> bool:
    """Whether a name begins with a day, an office, a state or a part of the world, or ends as
    places do that are no towns.

    >>> [begins_as_place(each) for each in ("Texas Senate", "Incheon Airport", "Gaon Motors")]
    [True, True, False]
    """
    around = _AROUND_TOWNS.match(name)
    state = around is not None and name[around.end() : around.end() + 1] in ("", " ")
    return state or _NO_TOWN.match(name) is not None


def is_elsewhere(asked: AskedPlace, title: str, body: str, language: str = "en") -> bool:
    """Whether a release tells of such a thing in other places, and not in the one asked for.

    >>> [asked] = find_asked_places(*["Whom did he meet in Shanghai?"] * 2)
    >>> is_elsewhere(asked, "Ministers Meet", "They met on Monday in Beijing.")
    True
    """
    if asked.kind is Kind.PROVINCE:
        return _tells_of(asked, title, body, language) and is_in_others(
            asked.name, f"{title}\n{body}"
        )
    if asked.kind is Kind.COUNTRY:
        if names_country(title, asked.name) or not names_country(body, asked.name):
            return False
        return _is_of_another_country(asked, _split(title, body, language), language)
    in_towns = _find_things_in_towns(title, body, language)
    if in_towns.isdisjoint(asked.things):
        return False
    return not _has_name(asked.name, f"{title}\n{body}", language)


def _tells_of(asked: AskedPlace, title: str, body: str, language: str) -> bool:
    """Whether a release tells of the thing at all."""
    text = f"{title}\n{body}"
    told = _find_things(text, language) | _find_outbreaks(text, language)
    return not asked.things.isdisjoint(told)


def _find_outbreaks(text: str, language: str) -> frozenset[str]:
    """What breaks out, by a text in either language: 확진 is confirmed."""
    found = _BREAKS_OUT.intersection(find_terms_in(text, language))
    return found | {"confirm"} if "확진" in text else found


def _is_of_another_country(asked: AskedPlace, sentences: Sequence[str], language: str) -> bool:
    """Whether the country is named in passing, by a sentence behind the lead that does not speak of
    the thing, and one that does names another. Who is asked for more than whether does not hear of
    it either where it is an example: "centers in countries such as Vietnam"."""
    naming = [at for at, each in enumerate(sentences) if speaks_of_country(each, asked.name)]
    if len(naming) != 1 or naming[0] < _LEADING:
        return False
    of_thing = {
        at: each
        for at, each in enumerate(sentences)
        if not asked.things.isdisjoint(_find_things(each, language))
    }
    passing = of_thing.pop(naming[0], "")
    if passing and (asked.whether or not _is_example(passing, asked.name)):
        return False
    return any(
        not named.by_adjective for each in of_thing.values() for named in find_mentions(each)
    )


def _is_example(sentence: str, country: str) -> bool:
    return any(
        _EXAMPLE.search(sentence, max(0, each.start - _BEFORE), each.start)
        for each in find_mentions(sentence)
        if each.country == country
    )


@lru_cache(_KEPT)
def _find_things_in_towns(title: str, body: str, language: str) -> frozenset[str]:
    """The things of which a release says that they stand or happen in a town."""
    placed = (each for each in _split(title, body, language) if any(_find_towns(each)))
    return frozenset(thing for each in placed for thing in _find_things(each, language))


@lru_cache(_KEPT)
def _split(title: str, body: str, language: str) -> tuple[str, ...]:
    """The title and each sentence of a release, in order."""
    return title, *(body[each.start : each.end] for each in split_sentences(body, language))


def _find_things(text: str, language: str = "en") -> frozenset[str]:
    terms = _STANDS_OR_HAPPENS.intersection(find_terms_in(text, language))
    return frozenset(_OTHERWISE.get(each, each) for each in terms)


def _find_towns(text: str) -> Iterator[str]:
    """The English names of those where something stands or happens."""
    names = (found["name"] for found in _TOWN.finditer(text))
    names_ko = (render(found["name"]) for found in _TOWN_KO.finditer(text))
    for name in chain(names, names_ko):
        is_name = re.fullmatch(_NAME, name) and not _NO_TOWN.match(name)
        if is_name and not _AROUND_TOWNS.fullmatch(name) and not find_mentions(name):
            yield name


def _is_where(question: str, named: Mention) -> bool:
    """Whether something is said to stand or happen in a country, not just to concern it."""
    if not question[named.start].isascii():
        of_it = _OF_COUNTRY_KO.match(question, named.end)
        is_of_it = of_it is not None and bool(_find_things(of_it.group(), "ko"))
        return is_of_it or _AT_COUNTRY_KO.match(question, named.end) is not None
    before = _TO_COUNTRY.search(question, max(0, named.start - _BEFORE), named.start)
    return not named.by_adjective and before is not None and bool(_find_things(before["what"]))


def _has_name(town: str, text: str, language: str) -> bool:
    """Whether a text has the words of its name, be it in another spelling: of several those that
    tell it from other towns ("Francisco")."""
    text = f"{text}\n{render(text)}" if language == "ko" else text
    words = {_spell(each) for each in re.findall(r"\b[A-Z][\w-]+", text)}
    own = town.split()
    return words >= {_spell(each) for each in own if each.lower() not in _COMMON or len(own) == 1}


def _spell(word: str) -> str:
    """What a word has in common with other spellings of it, and with letters that changed places.

    >>> _spell("Pusan") == _spell("Busan"), _spell("Fukouka") == _spell("Fukuoka")
    (True, True)
    >>> _spell("Icheon") == _spell("Incheon")
    False
    """
    marked = unicodedata.normalize("NFD", word.lower())
    spelt = "".join(each for each in marked if not unicodedata.combining(each))
    for one, other in _SPELLINGS:
        spelt = spelt.replace(one, other)
    return spelt[:1] + "".join(sorted(spelt[1:]))
