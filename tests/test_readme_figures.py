"""The README's figures that are the program's own, those of the seeds, and of the generated
ministry. What was measured is not among them."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from embeddings.quantised_index import SCANNED_EXACTLY
from qa.api import changes
from qa.api.connections import MAX_CONNECTIONS, MAX_HEADER_BYTES
from qa.api.request_bodies import MAX_BODY_BYTES
from qa.index.upkeep import read_status
from qa.mcp.results import MAX_CHARACTERS
from qa.reading.fetching import GOOD_MANNERS
from qa.reading.http_client import ANSWER_BOUNDS
from qa.reading.identity import MAX_CHARACTERS as LONGEST
from qa.records import Release
from qa.settings import Settings
from tests.ministry import Ministry
from tests.ministry.generate import ALL_SERIES

ROOT = Path(__file__).resolve().parent.parent
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
COUNTED = {2: "two", 4: "four", 5: "five", 8: "eight"}


def test_seeds_are_as_many_as_it_says(seed_releases: tuple[Release, ...]) -> None:
    assert f"{COUNTED[len(seed_releases)]} releases of Korea's trade ministry" in README
    lines = (ROOT / "seeds" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    languages = Counter(each["language"] for each in map(json.loads, lines) if each["release_id"])
    assert f"`seeds/questions.jsonl` ({languages.total()} answerable)" in README
    assert re.search(rf"for \d+ of {languages['en']} English questions", README)
    assert re.search(rf"and \d+ of {languages['ko']} Korean ones", README)


def test_seeds_hold_no_series_as_it_says(seed_settings: Settings) -> None:
    assert "The seeds hold no series" in README
    assert read_status(seed_settings.data).series == 0


def test_generated_ministry_is_as_large_as_it_says(ministry: Ministry) -> None:
    years = {release.published.year for release in ministry.releases}
    languages = {release.id: release.language for release in ministry.releases}
    # As a library counts them: those of one language are a series.
    series = {(fact.series, languages[fact.release_id]) for fact in ministry.facts}
    assert (
        f"{len(ministry.releases):,} releases of {len(years)} years: {len(ALL_SERIES)} indicators "
        f"in {len(series)} series, as {COUNTED[len(series) - len(ALL_SERIES)]} come in Korean and "
        f"in English"
    ) in README
    asked = Counter(each.kind.value for each in ministry.questions if each.split.value == "heldout")
    named = re.findall(r"(\w+) \((\d+)\)", re.findall(r"Right release first \|([^-]*)", README)[0])
    assert named
    assert {kind: int(number) for kind, number in named}.items() <= asked.items()


@pytest.mark.parametrize(
    "said",
    [
        f"headers over {MAX_HEADER_BYTES // 1024} KiB",
        f"connections past the {MAX_CONNECTIONS}th",
        f"a body over {MAX_BODY_BYTES // 1024} KiB is 413, and one of releases to add over "
        f"{changes.MAX_BODY_BYTES // 1024**2} MiB",
        f"A title may have {LONGEST['title']:,} characters, a publisher and a category "
        f"{LONGEST['publisher']}, an address {LONGEST['url']:,}",
        f"in pieces of {MAX_CHARACTERS:,} characters",
        f"up to {COUNTED[int(GOOD_MANNERS.max_wait_s / 60)]} minutes",
        f"are tried {COUNTED[GOOD_MANNERS.attempts]} times",
        f"Redirects are followed {COUNTED[GOOD_MANNERS.max_redirects]} times",
        f"a minute and {ANSWER_BOUNDS.max_bytes // 1024**2} MiB",
        f"Up to {SCANNED_EXACTLY:,} vectors of a segment are scanned",
        f"one of up to {SCANNED_EXACTLY:,} passages is searched exactly",
    ],
)
def test_limit_is_the_one_it_says(said: str) -> None:
    assert said in README


def test_settings_have_the_defaults_it_says() -> None:
    [section] = re.findall(r"## Settings .*? ## How", README)
    rows = re.findall(r"\| (`QA_[^|]*) \| ([^|]*) \|", section)
    said = {
        name.lower(): cell.partition(":")[0].strip("`")
        for names, cells in rows
        for name, cell in zip(re.findall(r"QA_([A-Z_]+)", names), cells.split(", "), strict=False)
    }
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    # What is None or empty is said in words.
    held = {name: str(each) for name, each in defaults.items() if each not in (None, "", ())}
    assert {name: said[name].capitalize() for name in held} == {
        name: text.capitalize() for name, text in held.items()
    }
