"""What passages say, by hand."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from qa.periods import Granularity, Period
from qa.periods.period_rows import list_periods
from qa.records import UNDATED, Passage, Release, StoredPassage
from qa.retrieval.read_passages import ReadPassage, find_places
from tests.qa.retrieval.taken_apart import take_apart


def read(
    text: str,
    title: str = "News",
    published: date = date(2025, 12, 15),
    tokens: Sequence[tuple[int, int]] = (),
) -> ReadPassage:
    release = Release("r", title, published, text, "Ministry")
    stored = StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)
    return take_apart(stored, tokens)


def month(number: int) -> Period:
    return Period(
        date(2025, number, 1), date(2025, number, monthrange(2025, number)[1]), Granularity.MONTH
    )


def test_terms_stand_in_the_title_and_in_sentences() -> None:
    assert read("Exports rose. Trade fell. Exports.", "Record Trade").places == {
        **{"record": 0b0001, "trade": 0b0101},
        **{"export": 0b1010, "rose": 0b0010, "fell": 0b0100},
    }


def test_countries_that_a_release_names_are_counted() -> None:
    assert read("Peru sold copper for US$3. Peruvian miners met.").named == {"Peru": 2}


def test_places_of_terms_are_found_in_passages_of_any_length() -> None:
    long = read(" ".join(f"Exports rose {n} times." for n in range(70)), "Trade")
    found = find_places(["export", "rose", "69", "none"], [long, read("Imports rose.", "Exports")])
    assert found.shape == (4, 2, 71)
    assert found[0, 0].tolist() == [False, *[True] * 70]
    assert np.nonzero(found[2, 0])[0].tolist() == [70]
    assert found[:3, 1, :2].tolist() == [[True, False], [False, True], [False, False]]
    assert not found[3].any()


def test_nothing_asked_and_nobody_asked_have_places_all_the_same() -> None:
    assert find_places([], [read("Exports rose.")]).shape == (0, 1, 2)
    assert find_places(["export"], []).shape == (1, 0, 1)


def test_periods_of_title_and_text_count_from_publication() -> None:
    expected = list_periods([month(10), month(11)])
    found = read("They fell in October.", "Exports in November").periods
    assert sorted(found.tolist()) == sorted(expected.tolist())
    assert not len(read("In October.", published=UNDATED).periods)


def test_what_runs_until_publication_is_of_figures_till_the_end_of_what_is_told_of() -> None:
    day, end = date(2025, 12, 15), date(2025, 11, 30)
    said = read("Exports since January came to $9 billion.")
    of_november = replace(said, stored=replace(said.stored, about=month(11)))
    runs = [Period(date(2025, 1, 1), last, Granularity.RANGE) for last in (day, end)]
    assert said.periods.tolist() == list_periods(runs[:1]).tolist()
    assert of_november.periods.tolist() == list_periods(runs).tolist()


def test_tokens_are_of_the_heading_or_of_a_sentence() -> None:
    # "Aa rose. Bb fell.", and before it a heading of two tokens.
    spans = [(-9, -5), (-4, 0), (0, 2), (3, 7), (7, 8), (9, 11), (12, 16), (16, 17)]
    tokens = read("Aa rose. Bb fell.", tokens=spans).tokens
    assert tokens.starts.tolist() == [0, 2, 5]
    assert tokens.stops.tolist() == [2, 5, 8]
    assert tokens.count == 8


def test_sentences_are_quoted_without_their_bullets() -> None:
    read_ = read("□ 수출이 늘었다. 수입은 줄었다.\n○ 흑자가 났다.\n●")
    assert read_.read_sentences() == ["수출이 늘었다.", "수입은 줄었다.", "흑자가 났다.", "●"]


def test_tokens_that_stand_for_a_whole_sentence_are_its_own_in_spite_of_its_bullet() -> None:
    """As those of a rendering do."""
    tokens = read("□ 수출이 늘었다. 수입은 줄었다.", tokens=[(0, 10), (0, 10), (11, 19)]).tokens
    assert list(zip(tokens.starts, tokens.stops, strict=True))[1:] == [(0, 2), (2, 3)]
