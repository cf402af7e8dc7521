"""Series lined up in time: a made-up one by hand, and those of the generated ministry."""

from collections import Counter, defaultdict
from datetime import date

import pytest

from qa.periods import Granularity, Period
from qa.records import DateRange, Scope
from qa.series import Instalment, SeriesBook, SeriesFinder, Standing
from qa.templates import Template, read_template
from tests.ministry import Ministry

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
    assert book.find_standings(["september", "october", "november", "other"], EVER) | {} == {
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


def test_release_joins_the_series_it_shares_most_words_with() -> None:
    def template(words: str) -> Template:
        return Template(month(10), frozenset(words.split()))

    finder = SeriesFinder()
    assert finder.join("chips", "en", template("chip export memory wafer customer")) == "chips"
    assert finder.join("cars", "en", template("car export plant hybrid model")) == "cars"
    assert finder.join("chips-2", "en", template("chip export memory price wafer")) == "chips"
    assert finder.join("other", "en", template("one two three four five")) == "other"
    # The same words in another language's releases, or about years, are another series.
    assert (
        finder.join("chips-ko", "ko", template("chip export memory wafer customer")) == "chips-ko"
    )


def test_series_of_the_generated_ministry_are_told_apart_as_they_arrive(
    ministry: Ministry,
) -> None:
    series_of = {fact.release_id: fact.series for fact in ministry.facts}
    finder = SeriesFinder()
    joined: dict[str, Counter[str | None]] = defaultdict(Counter)
    parts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for release in ministry.releases:
        template = read_template(release)
        if template is not None:
            found = finder.join(release.id, release.language, template)
            joined[found][series_of.get(release.id)] += 1
            if release.id in series_of:
                parts[series_of[release.id], release.language][found] += 1
    mixed = [dict(names) for names in joined.values() if len(names) > 1]
    torn = {key: dict(found) for key, found in parts.items() if len(found) > 1}
    # 15 years of drifting templates and five names of the ministry; none of them may matter.
    assert not mixed
    assert not torn
