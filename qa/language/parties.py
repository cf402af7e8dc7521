"""Companies, people, bodies and towns that a question names, and whether a release names them too.

"Which power banks of Samsung were recalled?" is not answered by the recall of another's, nor how
many are out of work in Busan by how many are in all. A name is a run of words with a capital; words
that say of what kind its bearer is ("Electronics", "Director") do not tell it from others.
Countries, what towns may lie in and capitals, which stand for their governments, are none, nor are
ministries, parties of a parliament, holidays and short abbreviations ("EV").

A release names a party where it has any word of the name, in another spelling or by its initials,
or where its publisher has. What is called otherwise altogether ("the carmaker") is not found.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from qa.language.countries import cut_countries
from qa.language.glossary import find_rendered, render, renders_to
from qa.language.names import find_names
from qa.language.places import begins_as_place
from qa.language.sentences import Span
from qa.language.terms import STOP_WORDS
from qa.language.unread_words import spell_surname
from qa.lazy_regex import lazy_regex

_KEPT = 4096  # releases on shortlists, which come back
_SHORTLISTED = 64  # about those of one question, each looked through for every name of it
_ALIKE = 0.8  # of one name in two spellings
_SHORT = 3  # letters of abbreviations, which are seldom of parties
_LONGEST = 12  # letters of what may be short for something
_NAMES, _WORDS = 12, 6  # of a question, and of a name: each is looked for in every release
_JOINED = lazy_regex(r" | of | for |&| & ")
_CAPITALISED = lazy_regex(r"\b[A-Z](?:[\w.&’'-]*\w)?", re.ASCII)
_WORD = lazy_regex(r"[^\W_](?:[\w.&’'-]*\w)?")
_POSSESSIVE = lazy_regex(r"[’']s?$")
# Offices of state are often said of each other's, and renamed.
_OF_KOREA = lazy_regex(r"^Korean? ")
_OFFICE = lazy_regex(r"(?:Ministry|Department|Minister|Secretary)\b")
_FACILITY = lazy_regex(r" (?:Port|Harbou?r|Airport|Station|Bridge|Dam|Tunnel|Terminal)$")
# Before what is only about there, or what stands for the word before.
_NOT_ITSELF = lazy_regex(r"\b(?:near|around|outside|across|between)(?: the)? $|\($")
_SURNAME = lazy_regex("[A-Z][a-z]")
_HYPHEN = lazy_regex(r"[-–](?=[A-Z])")  # the Roe-Poe bill, and not Sun-woo
_COMPOUND = lazy_regex(  # "Busan-based"
    r"-(?:based|led|area|dwelling|born|made|style|type|backed|funded|sponsored|listed|wide|bound"
    r"|related|specific|owned|era|run|built)$"
)
# With a figure, several of what has an abbreviation, of the kind of a letter: "T-cell".
_NO_NAME = lazy_regex(rf"\d|[A-Z]{{2}}s$|^[A-Z]+-[a-z]|{_COMPOUND.pattern}")
_OF_KIND = frozenset(  # words of names that many have
    "co company corp corporation inc ltd group holdings industries industry industrial electronics"
    " electric motor motors heavy energy chemical chemicals solution solutions telecom mobility"
    " bank construction engineering steel shipbuilding aerospace pharmaceuticals biologics"
    " precision airlines foods materials systems technologies technology plant factory"
    " ministry agency authority institute university college association committee commission"
    " council office bureau department center centre foundation federation fund union court"
    " port harbor harbour airport station bridge dam tunnel terminal"
    " service school hospital national international global general federal new first world"
    " director chairman chairwoman chair chief ceo head professor commissioner administrator"
    " spokesman spokesperson spokeswoman deputy vice assistant acting prime chancellor king queen"
    " prince congressman congresswoman representative justice judge mayor ambassador envoy"
    " manager executive officer founder researcher engineer"
    " trade foreign finance science health labour labor education environment agriculture"
    " commerce chamber investment policy planning development administration promotion complex club"
    " minister president secretary governor pavilion order merit day week year city republic house"
    " wave things forum meeting".split()
)
_NOBODY = frozenset(  # with a capital all the same
    "korea korean koreans europe african africans american americans americas arctic atlantic"
    " baltic eurasia oceania indo trans southwest south north east west southern northern"
    " english latin washington brussels beijing tokyo moscow tehran pyongyang seoul paris london"
    " berlin bangkok hanoi delhi ottawa canberra jakarta republican republicans democrat democrats"
    " democratic gop congressional assembly cabinet pentagon kremlin capitol hill wall street"
    " internet web christmas thanksgiving easter chuseok seollal lunar ramadan olympics olympic"
    " covid wwii wwi god bible fiscal black white ok".split()
)
_GIVEN = lazy_regex(r"[A-Z][a-z]+-[a-z]+")  # Sun-woo
_NAMESAKE = 0.7  # Jung-kwan is Jeong-gwan
_BEHIND = r"\w*\W+(?:(?:of|for|and|the|in|to|on|a)\W+)*"  # one letter of initials, before the next
# Who holds it goes without saying.
_OFFICE_ALONE = lazy_regex(r"\b[Tt]he (?:President|Administration)\b(?! [A-Z])|대통령[은이]")
_HANGUL = lazy_regex("[가-힣]")
_LATIN = lazy_regex(r"[A-Za-z][\w.&’'-]*", re.ASCII)
_INITIALS = lazy_regex(r"\b[A-Z]{3,}\b")


class Party(NamedTuple):
    """A name, and those of its words that tell its bearer from others of its kind."""

    name: str
    own: tuple[str, ...]


def find_parties(question: str) -> tuple[Party, ...]:
    """Those that a question names, as far as it is English or can be rendered in it; of more than a
    dozen the first.

    >>> find_parties("How much will Gaon Heavy Industries spend in China?")
    (Party(name='Gaon Heavy Industries', own=('Gaon',)),)
    >>> [each.name for each in find_parties("네이버가 울산에 짓는 센터의 규모는?")]
    ['Naver', 'Ulsan']
    """
    if _HANGUL.search(question):
        runs = [*_list_rendered_names(question)]
    else:
        runs = [] if _is_in_title_case(question) else [*_find_runs(cut_countries(question))]
    named = (run for run in dict.fromkeys(runs) if not _is_office_or_place(run))
    parties = (Party(run, _find_own_words(run)) for run in named)
    return tuple(islice((each for each in parties if each.own), _NAMES))


@lru_cache(_KEPT)
def names_party(
    party: Party, title: str, body: str, publisher: str | None, language: str = "en"
) -> bool:
    """Whether a release or its publisher has the name.

    >>> [party] = find_parties("How much did KEPCO pay?")
    >>> names_party(party, "Dams", "Korea Electric Power Corporation built it.", None)
    True
    >>> names_party(party, "Dams", "K-water built it.", None)
    False
    """
    text = f"{title}\n{body}\n{publisher or ''}"
    if len(party.own) == 1 and party.own[0].istitle() and _OFFICE_ALONE.search(text):
        return True
    return (
        any(_has_word(word, text, language) for word in _leave_telling(party.own, text, language))
        or any(_abbreviates(word[:-1], publisher or "") for word in party.own)
        or any(_abbreviates(each, party.name) for each in set(_INITIALS.findall(text)))
    )


@lru_cache(_KEPT)
def is_common(party: Party, text: str) -> bool:
    """Whether a text has a word of the name in small letters, as names are not: "Annual"."""
    return any(
        small in text and re.search(rf"\b{re.escape(small)}\b", text)
        for small in map(str.lower, party.own)
    )


def _is_in_title_case(question: str) -> bool:
    """Whether words that nothing is named by have capitals: any may have one then."""
    return any(
        word.istitle() and len(word) > 1 and word.lower() in STOP_WORDS
        for word in question.split()[1:]
    )


def _list_rendered_names(question: str) -> Iterator[str]:
    """The names in a question in Korean that are in letters or have English."""
    rendered = (english for _, english in find_rendered(question))
    for name in (*_LATIN.findall(question), *rendered):
        capitalised = " ".join(each.group() for each in _CAPITALISED.finditer(cut_countries(name)))
        if capitalised:
            yield capitalised


def _find_runs(question: str) -> Iterator[str]:
    """The runs of words with a capital in a question."""
    runs: list[Span] = []
    for name in find_names(question):
        if runs and _JOINED.fullmatch(question, runs[-1].end, name.start):
            runs[-1] = Span(runs[-1].start, name.end)
        else:
            runs.append(name)
    for run in runs:
        text = question[run.start : run.end]
        before = question[: run.start]
        opens = not before and text.isalpha() and text.istitle()  # typed: "Annual exports"
        if not (opens or _NOT_ITSELF.search(before)):
            yield text


def _is_office_or_place(name: str) -> bool:
    name = _OF_KOREA.sub("", name)
    is_place = begins_as_place(name) and not _FACILITY.search(name)
    return _OFFICE.match(name) is not None or is_place


def _find_own_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell its bearer from others of its kind, the first few."""
    return tuple(islice(dict.fromkeys(_list_own_words(name)), _WORDS))


def _list_own_words(name: str) -> Iterator[str]:
    if _COMPOUND.search(name):
        return
    words = [_POSSESSIVE.sub("", found) for found in _WORD.findall(name)]
    for word in (part for each in words for part in _HYPHEN.split(each)):
        small = word.lower()
        is_common = small in _OF_KIND or small in _NOBODY or small in STOP_WORDS
        is_short = len(words) == 1 and len(word) <= _SHORT and not _SURNAME.match(word)
        if not (is_common or is_short or _NO_NAME.search(word)):
            yield word


def _leave_telling(words: tuple[str, ...], text: str, language: str) -> Sequence[str]:
    """The words of a name that may tell its bearer; of a Korean one in full only the given name
    where a text names others of that surname in full, as "Kim" is one of these then, and only the
    surname in Korean, where given names have too many spellings."""
    surname, given = words if len(words) == 2 else ("", "")
    if not (_GIVEN.fullmatch(given) and spell_surname(surname)):
        return words
    if language == "ko":
        return [surname]
    others = re.findall(rf"\b{surname} ({_GIVEN.pattern})", text)
    return words if not others or get_close_matches(given, others, 1, _NAMESAKE) else [given]


def _has_word(word: str, text: str, language: str) -> bool:
    surnames = spell_surname(word)
    if any(_stands_in(each, text) for each in (word, *surnames)):
        return True
    if language == "ko":
        if not renders_to(word):
            return not surnames  # it may be there in letters that are read in no other way
        text = render(text)
    return _is_spelt_otherwise(word.lower(), text) or _abbreviates(word, text)


def _stands_in(word: str, text: str) -> bool:
    """A surname in Korean stands before a name."""
    if not word.isascii():
        return re.search(rf"(?<![가-힣]){word}[가-힣]", text) is not None
    if word.lower() not in text.lower():  # at a glance, before all of it is looked through
        return False
    own = rf"(?<![A-Za-z]){re.escape(word)}(?:s|['’]s)?(?![A-Za-z])"
    return re.search(own, text, re.IGNORECASE) is not None


def _is_spelt_otherwise(word: str, text: str) -> bool:
    near = (
        each
        for each in _list_capitalised(text)
        if abs(len(each) - len(word)) < _SHORT
        # At a glance, before all of it is compared.
        and (each[:2] == word[:2] or each[-2:] == word[-2:])
    )
    return bool(get_close_matches(word, near, 1, _ALIKE))


@lru_cache(_SHORTLISTED)
def _list_capitalised(text: str) -> frozenset[str]:
    """The words of a text that have a capital, in small letters."""
    return frozenset(map(str.lower, _CAPITALISED.findall(text)))


def _abbreviates(initials: str, text: str) -> bool:
    """Whether some words of a text, one after the other, begin with these letters: with one each,
    or with more of a word with a capital.

    >>> _abbreviates("KEPCO", "the Korea Electric Power Corporation")
    True
    """
    if not (initials.isupper() and initials.isalpha() and _SHORT <= len(initials) <= _LONGEST):
        return False
    return _write_long(initials).search(text) is not None


@lru_cache(_KEPT)
def _write_long(initials: str) -> re.Pattern[str]:
    """A pattern of what they may be short for."""
    one_each = _BEHIND.join(initials)
    more = "".join(rf"(?:[{each}{each.lower()}]|{_BEHIND}{each})" for each in initials[1:])
    return re.compile(rf"\b(?:(?i:{one_each})|{initials[0]}{more})")
