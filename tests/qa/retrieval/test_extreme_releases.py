"""Which release of a series comes first where an extreme over time is asked for: see also
test_extreme_sentences, from question to answer."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from qa.language.extremes import Extreme
from qa.periods import Period
from qa.records import EVERYTHING, Passage, Release, StoredPassage
from qa.retrieval.extreme_releases import (
    find_saying,
    lift_preferred,
    list_instalments,
    prefer,
    put_first,
)
from qa.retrieval.read_passages import ReadPassage
from qa.series.kinship import KinFinder
from qa.series.series import Instalment, SeriesBook, Standing
from qa.understanding.wanted import Wanted
from tests.qa.drawing import month, span_of
from tests.qa.retrieval.taken_apart import take_apart

PLACED = [
    Standing(-1, series="ict", matter="ict"),
    Standing(1, series="ict", matter="ict"),
    Standing(1, series="fdi", matter="fdi"),
    Standing(),
]


def test_what_says_it_is_the_newest_of_its_matter() -> None:
    placed = put_first(PLACED, [True, False, False, False])
    assert [each.newness for each in placed] == [1, -1, 1, 0]


def test_what_says_it_comes_before_all_of_its_matter_and_no_others() -> None:
    scores = np.array([0.5, 2.0, 3.0, 1.0])
    matters = [each.matter for each in PLACED]
    lifted = lift_preferred(scores, [True, False, False, False], matters)
    assert np.argsort(-lifted).tolist() == [2, 0, 1, 3]
    assert lift_preferred(scores, [False] * 4, matters).tolist() == scores.tolist()


CHIPS = "Exports of chips came to USD 3 billion in this month of the year."
SAYS = f"{CHIPS} Chip exports reached an all-time high."
SAYS_SINCE = f"{CHIPS} Chip exports were the largest since May 2013."
SAYS_FIRST = f"{CHIPS} Chip exports exceeded USD 3 billion for the first time."
HIGHEST = Wanted(
    {"chip": 3.0, "export": 1.0},
    frozenset(),
    frozenset(),
    None,
    matter=frozenset({"chip", "export"}),
    extreme=Extreme.HIGHEST,
    question="When were chip exports highest?",
)

FIRST = replace(
    HIGHEST, extreme=Extreme.FIRST, question="When did chip exports first exceed $3 billion?"
)
LAST = replace(HIGHEST, extreme=Extreme.LAST, question="When did chip exports last rise?")


def read(number: int, body: str) -> ReadPassage:
    """The chip exports of a month, published in the next."""
    release = Release(f"{number}", "Chip Exports", date(2025, number + 1, 14), body, "Ministry")
    passage = Passage(f"{number}:0", f"{number}", 0, 0, len(body), body)
    stored = StoredPassage(number, passage, release, about=month(number))
    return take_apart(stored)


def stand(newness: int, *, superseded: bool = False) -> Standing:
    return Standing(newness, superseded, series="chips", matter="chips")


def make_instalment(name: str, number: int, title: str, language: str = "en") -> Instalment:
    day = date(2025, number + 1, 14)
    return Instalment(f"{name}{number}", title, day, "Ministry", month(number), language)


@pytest.mark.parametrize(
    ("wanted", "bodies", "preferred"),
    [
        # The best, whatever its age; of equals the newest, and the oldest of a first time.
        (HIGHEST, (SAYS, SAYS_SINCE, CHIPS), [True, False, False]),
        (HIGHEST, (SAYS, SAYS, CHIPS), [False, True, False]),
        (FIRST, (SAYS_FIRST, SAYS_FIRST, CHIPS), [True, False, False]),
        (HIGHEST, (CHIPS, CHIPS, CHIPS), [False, False, False]),
        # Only the newest knows what was last so.
        (LAST, (SAYS, SAYS_FIRST, CHIPS), [False, False, True]),
        (replace(HIGHEST, extreme=None), (SAYS, SAYS, SAYS), [False, False, False]),
    ],
)
def test_release_that_says_it_best_is_preferred(
    wanted: Wanted, bodies: tuple[str, ...], preferred: list[bool]
) -> None:
    passages = [read(number, body) for number, body in enumerate(bodies, 3)]
    assert prefer(wanted, passages, [stand(-1), stand(-1), stand(1)]) == preferred


def test_release_that_was_superseded_is_not_preferred_to_its_like() -> None:
    passages = [read(number, SAYS) for number in (3, 4)]
    standings = [stand(-1), stand(-1, superseded=True)]
    assert prefer(HIGHEST, passages, standings) == [True, False]


def test_release_of_no_series_is_not_preferred() -> None:
    assert prefer(HIGHEST, [read(3, SAYS)], [Standing()]) == [False]


def test_release_about_another_period_is_not_preferred() -> None:
    wanted = replace(HIGHEST, period=month(4))
    passages = [read(3, SAYS), read(4, SAYS_SINCE)]
    assert prefer(wanted, passages, [stand(-1), stand(1)]) == [False, True]


@pytest.mark.parametrize(
    ("wanted", "bodies", "keys"),
    [
        (HIGHEST, (SAYS_SINCE, SAYS, CHIPS, SAYS), [6, 4, 3]),
        (FIRST, (CHIPS, SAYS_FIRST, SAYS_FIRST, SAYS), [4, 5]),
        (HIGHEST, (CHIPS, CHIPS), []),
    ],
)
def test_passages_that_say_it_are_found_the_best_first(
    wanted: Wanted, bodies: tuple[str, ...], keys: list[int]
) -> None:
    passages = [read(number, body) for number, body in enumerate(bodies, 3)]
    assert find_saying(wanted, passages) == keys


@pytest.mark.parametrize(
    ("period", "keys"), [(span_of("2025-01-01", "2025-12-31"), [4, 3]), (month(3), [3])]
)
def test_passages_that_say_it_of_the_period_asked_about_are_found(
    period: Period, keys: list[int]
) -> None:
    wanted = replace(HIGHEST, period=period)
    assert find_saying(wanted, [read(3, SAYS), read(4, SAYS)]) == keys


def test_few_passages_that_say_it_are_kept() -> None:
    of_one = [read(3, SAYS)] * 20
    assert len(find_saying(HIGHEST, of_one)) == 12


MEMBERS = [
    (name, make_instalment(name, number, title, language))
    for name, title, language in (
        ("chips", "Semiconductor Exports", "en"),
        ("반도체", "반도체 수출", "ko"),
        ("ships", "Ship Exports", "en"),
        ("cars", "Car Exports", "en"),
        ("steel", "Steel Exports", "en"),
    )
    for number in (3, 4, 5)
]


@pytest.mark.parametrize(
    ("asked", "series", "found"),
    [
        (
            Extreme.HIGHEST,
            ["chips"],
            ["chips3", "chips4", "chips5", "반도체3", "반도체4", "반도체5"],
        ),
        # The newest alone knows what was last so.
        (Extreme.LAST, ["chips"], ["chips5", "반도체5"]),
        # Of each once, and of no more than the first three.
        (
            Extreme.LAST,
            ["ships", None, "ships", "cars", "steel", "chips"],
            ["ships5", "cars5", "steel5"],
        ),
        (Extreme.LAST, [None], []),
    ],
)
def test_instalments_are_of_the_series_found_first_and_their_translations(
    asked: Extreme, series: list[str | None], found: list[str]
) -> None:
    book = SeriesBook(MEMBERS)
    listed = list_instalments(asked, series, book, KinFinder(book), EVERYTHING)
    assert [each.release_id for each in listed] == found
