"""What of a question a release has not, in words that can be shown: "Toray", "Chile", the 15th.

Of the signals that count against a release these alone have a plain meaning. What each is stands in
`qa.retrieval.signals`, and what it counts for in the fit.
"""

from collections.abc import Callable, Iterable, Sequence

from qa.judgements import Lack
from qa.language.countries import find_mentions, names_country
from qa.language.glossary import find_rendered
from qa.language.whose_figures import tells_figures_of
from qa.records import Release
from qa.retrieval.missing import (
    lacks_country,
    lacks_numbered,
    lacks_party,
    lacks_place,
    leave_parties,
)
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.signals import SIGNALS
from qa.understanding.telling import has_korean


def find_lacks(shortlist: Shortlist, row: int) -> tuple[Lack, ...]:
    """What the release of the passage in a row has not of the question, each under the name of the
    signal that counts it."""
    release = shortlist.read[row].stored.release
    signals = dict(zip(SIGNALS, shortlist.signals[row].tolist(), strict=True))
    lacks = [
        Lack(name, tuple(dict.fromkeys(list_words(shortlist, release))))
        for name, list_words in _LACKING
        if signals[name] > 0
    ]
    if signals["quotation"] < 0:
        lacks.append(Lack("quotation"))
    text = f"{release.title}\n{release.body}"
    unread = (word for word in shortlist.question.unread if not word.stands_in(text))
    words = tuple(word.korean for word in unread)
    return (*lacks, Lack("names_short", words)) if words else tuple(lacks)


def _list_countries(
    speaks_of: Callable[[str, str], bool], asked: Iterable[str], question: str, release: Release
) -> list[str]:
    """Those that a release does not speak of, as the question writes them, unless as an adjective:
    of Chilean copper it is Chile."""
    named = {
        each.country: question[each.start : each.end]
        for each in find_mentions(question)
        if not each.by_adjective
    }
    lacking = sorted(each for each in asked if lacks_country(speaks_of, each, release))
    return [named.get(each, each) for each in lacking]


def _list_missing_countries(shortlist: Shortlist, release: Release) -> list[str]:
    wanted = shortlist.question.wanted
    return _list_countries(names_country, wanted.countries, wanted.question, release)


def _list_whose(shortlist: Shortlist, release: Release) -> list[str]:
    wanted = shortlist.question.wanted
    return _list_countries(tells_figures_of, wanted.whose, wanted.question, release)


def _list_numbers(shortlist: Shortlist, release: Release) -> list[str]:
    asked = shortlist.question.wanted.numbered
    return [str(each.number) for each in asked if lacks_numbered(each, release)]


def _list_places(shortlist: Shortlist, release: Release) -> list[str]:
    wanted = shortlist.question.wanted
    lacking = (each for each in wanted.places if lacks_place(each, release))
    return [find_own_word(each.name, wanted.question) for each in lacking]


def _list_parties(shortlist: Shortlist, release: Release) -> list[str]:
    wanted = shortlist.question.wanted
    named = leave_parties(wanted.parties, shortlist.read)
    lacking = (each for each in named if lacks_party(each, release))
    return [find_own_word(each.name, wanted.question) for each in lacking]


def _name_form(shortlist: Shortlist, _: Release) -> list[str]:
    form = shortlist.question.wanted.form
    return [] if form is None else [form.name]


def _list_nothing(_: Shortlist, __: Release) -> Sequence[str]:
    return ()


_LACKING: tuple[tuple[str, Callable[[Shortlist, Release], Sequence[str]]], ...] = (
    ("countries_missing", _list_missing_countries),
    ("whose_missing", _list_whose),
    ("whole_missing", _list_nothing),
    ("office_missing", _list_nothing),
    ("number_missing", _list_numbers),
    ("place_missing", _list_places),
    ("party_missing", _list_parties),
    ("form_missing", _name_form),
)

LACKS = (*(name for name, _ in _LACKING), "quotation", "names_short")
"""The signals under whose names there may be one."""


def find_own_word(name: str, question: str) -> str:
    """The Korean word of a question that a name was rendered from; the name where it is none."""
    if not has_korean(question):
        return name
    rendered = find_rendered(question)
    return next((korean for korean, english in rendered if name in english), name)
