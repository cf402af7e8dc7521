"""What makes a release the same release, and in which language it is."""

import doctest
import hashlib
import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading import identity
from qa.reading.identity import MOTIR, clean_text, language_of, release_id, settle
from qa.reading.jsonlines import scan_json_lines
from qa.records import Reading
from tests.qa.listing_text import BODY, TITLE, parse, read_problem


def test_same_release_twice_is_kept_once_and_said() -> None:
    block = f"-\n{TITLE}\n{BODY} date2025-12-15\n"
    reading = parse(block + block)
    assert len(reading.releases) == 1
    (problem,) = reading.problems
    assert problem.line == 5
    assert "the same release as at a.txt:2, kept once" in problem.reason


def test_same_title_and_day_with_another_body_replaces_the_earlier_and_is_said() -> None:
    reading = parse(f"{TITLE}\nOld. date2025-12-15\n-\n{TITLE}\nNew. date2025-12-15")
    assert [release.body for release in reading.releases] == ["New."]
    (problem,) = reading.problems
    assert problem.line == 4
    assert "replaces it" in problem.reason


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(identity).failed == 0


@pytest.mark.parametrize("text", ["👩🏽‍🔬", "👨‍👩‍👧‍👦", "❤️‍🔥", "🏳️‍🌈", "👷‍♀️ 3", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✈️"])
def test_emoji_are_kept_as_they_stand_and_are_not_taken_apart(text: str) -> None:
    assert clean_text(text) == clean_text(clean_text(text)) == text


def test_joiner_that_joins_no_emoji_goes_as_other_invisible_marks_do() -> None:
    """Nobody sees it, and a word that has one is not found by it."""
    joiner = "\u200d"
    for text in ("exports", f"{joiner}exports", f"exp{joiner}orts", f"exports{joiner}"):
        assert clean_text(text) == "exports"
    assert clean_text(f"🔬{joiner}") == clean_text(f"{joiner}{joiner}🔬") == "🔬"
    assert clean_text(f"수{joiner}출 🔬{joiner}, {joiner}🔬") == "수출 🔬, 🔬"


def test_release_has_the_same_id_whether_its_emoji_are_joined() -> None:
    """As it had before they were kept."""
    day = date(2025, 12, 15)
    joined = release_id(MOTIR, day, "👩‍🔬 Exports rise")
    assert joined == release_id(MOTIR, day, "👩🔬 Exports rise")


@pytest.mark.parametrize(
    ("longest", "found"),
    [
        ({"title": 1000}, "1,000 characters as title, found 1,001"),
        ({"publisher": 200}, "200 characters as publisher, found 201"),
        ({"category": 200}, "200 characters as category, found 201"),
        ({"url": 2000}, "2,000 characters as url, found 2,001"),
    ],
)
def test_what_a_release_is_called_by_may_be_so_long_and_no_longer(
    longest: dict[str, int], found: str
) -> None:
    def read(more: int) -> Reading:
        given = {"title": TITLE, "published": "2025-12-15", "body": BODY}
        for name, length in longest.items():
            start = "https://example.org/" if name == "url" else ""
            given[name] = start.ljust(length + more, "x")
        return settle(scan_json_lines(json.dumps(given), "a.jsonl"))

    assert len(read(0).releases) == 1
    refused = read(1)
    assert refused.releases == ()
    [problem] = refused.problems
    assert f"expected at most {found}" in str(problem)
    assert "shorten it" in str(problem)
    assert len(str(problem)) < 250


def test_same_title_on_another_day_is_another_release() -> None:
    reading = parse(f"{TITLE}\n{BODY} date2025-12-15\n-\n{TITLE}\n{BODY} date2026-01-15")
    assert len({release.id for release in reading.releases}) == 2
    assert reading.problems == ()


def test_release_id_is_the_day_and_a_digest_of_publisher_day_and_title() -> None:
    words = "ministry of trade, industry and resources\n2025-12-15\nkorea's exports rise - again"
    digest = hashlib.sha256(words.encode()).hexdigest()
    expected = f"2025-12-15-{digest[:10]}"
    for title in ("Korea’s Exports Rise – Again", " KOREA'S  exports\u00a0rise - again\u200b"):
        assert release_id(MOTIR, date(2025, 12, 15), title) == expected


@given(st.text(), st.dates(), st.text(st.characters()))
def test_release_id_is_safe_in_a_url_for_any_title(
    publisher: str, published: date, title: str
) -> None:
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d-[0-9a-f]{10}", release_id(publisher, published, title + "\ud800")
    )


def test_first_day_of_the_calendar_which_stands_for_no_day_is_not_read() -> None:
    _, reason = read_problem(f"{TITLE}\n{BODY}\ndate0001-01-01")
    assert "found 0001-01-01 on line 3" in reason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("가가abcd", "en"),
        ("가가abc", "ko"),
        ("수출 25.5% 123,456", "ko"),
        ("2025", "en"),
        ("", "en"),
    ],
)
def test_language_is_korean_above_a_third_of_hangul_letters(text: str, language: str) -> None:
    assert language_of(text) == language
