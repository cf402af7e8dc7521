"""What releases are about, and which words make up their template."""

from datetime import date

import pytest

from qa.periods import Granularity
from qa.records import UNDATED, Release
from qa.series.templates import find_release_period, read_template
from tests.ministry import Ministry


def make_release(title: str, body: str, published: date = date(2025, 12, 15)) -> Release:
    language = "ko" if any("가" <= letter <= "힣" for letter in title) else "en"
    return Release("r", title, published, body, "Ministry", language=language)


@pytest.mark.parametrize(
    ("title", "body", "first", "last"),
    [
        ("ICT Exports in November", "They rose.", "2025-11-01", "2025-11-30"),
        ("ICT Exports Rise", "In November, they rose by 2 percent.", "2025-11-01", "2025-11-30"),
        ("Trade in Q3 2025", "Exports rose in September.", "2025-07-01", "2025-09-30"),
        ("Outbound Investment, July–September 2025", "It fell.", "2025-07-01", "2025-09-30"),
        ("Trade in the First Half", "Exports rose.", "2025-01-01", "2025-06-30"),
        ("2024 in Review", "Exports rose.", "2024-01-01", "2024-12-31"),
        # An instalment of a monthly series that tells of all that it ends as well.
        ("Sales Up in First Half; June up 7%", "They rose.", "2025-06-01", "2025-06-30"),
        ("2025년 3분기 및 9월 수출입 동향", "늘었다.", "2025-09-01", "2025-09-30"),
        ("Trade in Q3 and in October 2025", "It rose.", "2025-07-01", "2025-09-30"),
        ("Exports on December 1–10", "They rose.", "2025-12-01", "2025-12-10"),
        # What it is compared with is not what it is about.
        ("Exports Up from a Year Earlier", "In November, they rose.", "2025-11-01", "2025-11-30"),
        # A revision opens with a note.
        (
            "Exports Rise (Revised)",
            "This replaces the release of December 1. In November, exports rose.",
            "2025-11-01",
            "2025-11-30",
        ),
        ("11월 정보통신산업 수출입 동향", "수출이 늘었다.", "2025-11-01", "2025-11-30"),
    ],
)
def test_release_is_about_the_period_that_it_reports_on(
    title: str, body: str, first: str, last: str
) -> None:
    period = find_release_period(make_release(title, body))
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Minister Meets Ambassador of India", "They met on December 10 in Seoul."),
        # A plan for what is still to come.
        ("Export Plan for 2026", "Exports will rise."),
        ("Support for Exporters in December", "It will be given."),
        # Long past, and named to say for how long there was no such meeting.
        ("Ministers Meet in Beijing", "They met for the first time since June 2018."),
        # A year in the background, two sentences on.
        ("Plant Opens in Asan", "A plant opened. It is large. Exports came to 5 tons in 2024."),
    ],
)
def test_announcement_is_about_no_period(title: str, body: str) -> None:
    assert find_release_period(make_release(title, body)) is None


def test_text_without_a_day_is_about_no_period() -> None:
    assert find_release_period(make_release("Exports in May", "They rose.", UNDATED)) is None


def test_quarter_written_as_a_run_of_months_is_a_quarter() -> None:
    period = find_release_period(make_release("Investment, April–June 2025", "It fell."))
    assert period is not None
    assert period.granularity is Granularity.QUARTER


def test_template_is_the_same_whatever_the_month_the_figures_and_their_direction() -> None:
    october = make_release(
        "ICT Exports Rise 12.2 Percent in October",
        "Exports of ICT goods in October 2025 rose 12.2 percent to USD 23.3 billion.",
        date(2025, 11, 14),
    )
    november = make_release(
        "ICT Exports Fall 3 Percent in November",
        "Exports of ICT goods in November 2025 fell 3 percent to USD 17.9 billion.",
    )
    templates = [read_template(release) for release in (october, november)]
    assert templates[0] is not None
    assert templates[1] is not None
    assert templates[0].words == templates[1].words
    assert templates[0].words >= {"ict", "export", "good"}


def test_period_of_every_instalment_of_the_generated_ministry_is_found(ministry: Ministry) -> None:
    facts = {fact.release_id: fact for fact in ministry.facts}
    instalments = [release for release in ministry.releases if release.id in facts]
    found = {release.id: find_release_period(release) for release in instalments[::5]}
    wrong = [
        release_id
        for release_id, period in found.items()
        if period is None
        or (period.first, period.last) != (facts[release_id].first, facts[release_id].last)
    ]
    assert len(wrong) <= 0.002 * len(found), wrong[:5]
