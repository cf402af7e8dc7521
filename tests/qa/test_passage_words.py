"""Words of passages, by hand, and periods against the calendar."""

from calendar import monthrange
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from qa.passage_words import find_places, list_periods, match_periods, read_words
from qa.periods import Granularity, Period
from qa.records import UNDATED, Passage, Release, StoredPassage


def make_passage(
    text: str, title: str = "News", published: date = date(2025, 12, 15)
) -> StoredPassage:
    release = Release("r", title, published, text, "Ministry")
    return StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)


def month(number: int) -> Period:
    return Period(
        date(2025, number, 1), date(2025, number, monthrange(2025, number)[1]), Granularity.MONTH
    )


def test_terms_stand_in_the_title_and_in_sentences() -> None:
    words = read_words(make_passage("Exports rose. Trade fell. Exports.", title="Record Trade"))
    assert words.places == {
        **{"record": 0b0001, "trade": 0b0101},
        **{"export": 0b1010, "rose": 0b0010, "fell": 0b0100},
    }


def test_places_of_terms_are_found_in_passages_of_any_length() -> None:
    long = read_words(
        make_passage(" ".join(f"Exports rose {n} times." for n in range(70)), "Trade")
    )
    short = read_words(make_passage("Imports rose.", "Exports"))
    found = find_places(["export", "rose", "69", "none"], [long, short])
    assert found.shape == (4, 2, 71)
    assert found[0, 0].tolist() == [False, *[True] * 70]
    assert np.nonzero(found[2, 0])[0].tolist() == [70]
    assert found[:3, 1, :2].tolist() == [[True, False], [False, True], [False, False]]
    assert not found[3].any()


def test_nothing_asked_and_nobody_asked_have_places_all_the_same() -> None:
    words = read_words(make_passage("Exports rose."))
    assert find_places([], [words]).shape == (0, 1, 2)
    assert find_places(["export"], []).shape == (1, 0, 1)


def test_periods_of_title_and_text_count_from_publication() -> None:
    words = read_words(make_passage("They fell in October.", "Exports in November"))
    expected = list_periods([month(10), month(11)])
    assert words.periods.tolist() == expected.tolist()
    assert not len(read_words(make_passage("In October.", published=UNDATED)).periods)


PERIODS = st.builds(
    lambda first, days, kind: Period(date.fromordinal(first), date.fromordinal(first + days), kind),
    st.integers(735_000, 735_010),
    st.integers(0, 6),
    st.sampled_from(Granularity),
)


@given(asked=PERIODS, held=st.lists(st.lists(PERIODS, max_size=4), max_size=4))
def test_matches_are_those_told_by_the_days(asked: Period, held: list[list[Period]]) -> None:
    def tell(periods: list[Period]) -> float:
        if any(each.same_days(asked) for each in periods):
            return 1.0
        if any(each.contains(asked) or asked.contains(each) for each in periods):
            return 0.5
        return -1.0 if any(each.granularity is asked.granularity for each in periods) else 0.0

    found = match_periods(asked, [list_periods(each) for each in held])
    assert found.tolist() == [tell(each) for each in held]
    assert match_periods(None, [list_periods(each) for each in held]).tolist() == [0.0] * len(held)
