"""A series lined up in time, made up by hand."""

from datetime import date

import pytest

from qa.periods import Granularity, Period
from qa.records import DateRange, Scope
from qa.series.series import Instalment, SeriesBook, Standing

EVER = Scope(DateRange(date.min, date(2025, 12, 16)))


def month(number: int) -> Period:
    last = {9: 30, 10: 31, 11: 30}[number]
    return Period(date(2025, number, 1), date(2025, number, last), Granularity.MONTH)


def make_instalment(
    release_id: str, number: int, published: date, publisher: str = "Ministry"
) -> Instalment:
    return Instalment(release_id, f"Exports ({release_id})", published, publisher, month(number))


SEPTEMBER = make_instalment("september", 9, date(2025, 10, 15))
OCTOBER = make_instalment("october", 10, date(2025, 11, 14))
OCTOBER_REVISED = make_instalment("october-revised", 10, date(2025, 12, 1))
NOVEMBER = make_instalment("november", 11, date(2025, 12, 15))


@pytest.fixture
def book() -> SeriesBook:
    # Out of order: releases arrive as they are found.
    members = (NOVEMBER, OCTOBER_REVISED, SEPTEMBER, OCTOBER)
    return SeriesBook(("september", each) for each in members)


def test_instalment_knows_the_one_before_and_the_one_after(book: SeriesBook) -> None:
    place = book.place("september", date(2025, 12, 16))
    assert place is not None
    assert place.previous is None
    assert place.next == OCTOBER_REVISED
    assert (place.instalments, place.others) == (3, 2)


def test_earlier_version_is_superseded_by_the_later(book: SeriesBook) -> None:
    earlier, later = (
        book.place(each, EVER.published.last) for each in ("october", "october-revised")
    )
    assert earlier is not None
    assert later is not None
    assert earlier.superseded_by == OCTOBER_REVISED
    assert later.superseded_by is None
    assert (earlier.supersedes, later.supersedes) == ((), (OCTOBER,))
    # Both stay where they are between September and November.
    assert earlier.next == later.next == NOVEMBER


def test_what_was_published_later_is_not_seen(book: SeriesBook) -> None:
    place = book.place("october", date(2025, 11, 30))
    assert place is not None
    assert (place.superseded_by, place.next) == (None, None)
    assert book.place("september", date(2025, 10, 31)) is None


def test_standings_tell_the_newest_and_the_superseded(book: SeriesBook) -> None:
    ids = ["september", "october", "october-revised", "november", "other"]
    assert book.find_standings(ids, EVER) == {
        "september": Standing(-1, False, "september"),
        "october": Standing(-1, True, "september"),
        "october-revised": Standing(-1, False, "september"),
        "november": Standing(1, False, "september"),
        "other": Standing(),
    }


def test_newest_of_a_series_that_has_stopped_is_not_how_things_stand(book: SeriesBook) -> None:
    later = Scope(DateRange(date.min, date(2026, 12, 16)))
    assert book.find_standings(["november"], later)["november"].newness == 0


def test_without_the_newest_the_one_before_is(book: SeriesBook) -> None:
    standings = book.find_standings(["october-revised"], EVER, without=frozenset({"november"}))
    assert standings["october-revised"].newness == 1


def test_those_of_another_publisher_are_out_of_sight() -> None:
    renamed = make_instalment("november", 11, date(2025, 12, 15), "Ministry, renamed")
    book = SeriesBook(("september", each) for each in (SEPTEMBER, OCTOBER, renamed))
    before = Scope(EVER.published, "Ministry")
    assert book.find_newest("september", before) == OCTOBER
    assert book.find_standings(["october"], before)["october"].newness == 1
    assert book.find_standings(["october"], EVER)["october"].newness == -1
    assert book.list_current("september", Scope(EVER.published, "Nobody")) == []
    # Where a release stands is told of all.
    place = book.place("october", EVER.published.last)
    assert place is not None
    assert place.next == renamed


def test_instalments_are_found_by_the_period_asked_for(book: SeriesBook) -> None:
    assert book.find_about("september", month(10), EVER) == [OCTOBER_REVISED]
    year = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)
    assert book.find_about("september", year, EVER) == [SEPTEMBER, OCTOBER_REVISED, NOVEMBER]
    assert book.find_newest("september", EVER) == NOVEMBER


def test_announcements_worded_alike_are_no_series() -> None:
    alike = [make_instalment(f"r{n}", 9, date(2025, 10, n)) for n in range(1, 7)]
    book = SeriesBook(("r1", each) for each in [*alike, OCTOBER])
    assert len(book) == 0
    assert book.find_series("r1") is None


def test_instalments_whose_periods_hold_the_one_asked_for_or_lie_in_it_are_found(
    book: SeriesBook,
) -> None:
    autumn = Period(date(2025, 9, 1), date(2025, 10, 31), Granularity.RANGE)
    assert book.find_about("september", autumn, EVER) == [SEPTEMBER, OCTOBER_REVISED]
    day = Period(date(2025, 11, 3), date(2025, 11, 3), Granularity.DAY)
    assert book.find_about("september", day, EVER) == [NOVEMBER]
    years = Period(date(2024, 1, 1), date(2024, 12, 31), Granularity.YEAR)
    assert book.find_about("september", years, EVER) == []
