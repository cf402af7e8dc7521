"""The generated ministry: what its releases are like, and that its two parts are apart."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from qa.measuring.collections import read_collection
from qa.reading.sources import read_sources
from qa.records import Release
from tests.ministry import Ministry, generate_ministry, take_part, write_collection
from tests.ministry.asking import all_phrasings
from tests.ministry.collection import write_releases
from tests.ministry.generate import ALL_KINDS, ALL_SERIES, SEED
from tests.ministry.instalments import write_series
from tests.ministry.names import FIRST_DAY, LAST_DAY, office_on
from tests.ministry.oneoff_remarks import oneoff_remarks
from tests.ministry.phrases import add_particles
from tests.ministry.remarks import all_remarks
from tests.ministry.series import Split
from tests.ministry.spans import Cadence

ROOT = Path(__file__).resolve().parents[1]
FILES = ("corpus.jsonl", "queries.jsonl", "qrels.tsv")


@pytest.fixture(scope="module")
def releases(ministry: Ministry) -> dict[str, Release]:
    return {release.id: release for release in ministry.releases}


def templates_of(split: Split) -> set[str]:
    """Everything a part is worded with, in its releases and its questions."""
    wordings = {line for each in ALL_SERIES if each.split is split for line in each.templates}
    wordings |= {line for kind in ALL_KINDS if kind.split is split for line in kind.templates}
    for language in ("en", "ko"):
        wordings |= set(oneoff_remarks(split, language))
    return wordings | set(all_remarks(split)) | set(all_phrasings(split))


def runs_of_words(templates: set[str], length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words that stands in a template between slots and choices."""
    runs = set()
    for template in templates:
        for piece in re.split(r"[{}\[\]|<>]|\{\w+\}", template):
            words = re.findall(r"\w+", piece.casefold())
            runs |= {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
    return runs


def test_corpus_covers_fifteen_years_of_series_and_a_thousand_one_offs(ministry: Ministry) -> None:
    assert 3000 <= len(ministry.releases) <= 4500
    assert {release.published.year for release in ministry.releases} == set(range(2011, 2026))
    assert all(FIRST_DAY <= release.published <= LAST_DAY for release in ministry.releases)
    assert len(ministry.releases) - len(ministry.facts) >= 1000
    assert len({release.id for release in ministry.releases}) == len(ministry.releases)


def test_bodies_are_as_long_as_releases(ministry: Ministry) -> None:
    english = [len(r.body.split()) for r in ministry.releases if r.language == "en"]
    assert min(english) >= 80
    assert max(english) <= 350
    assert max(english) >= 250


def test_one_release_in_eight_or_so_is_korean(ministry: Ministry) -> None:
    korean = sum(release.language == "ko" for release in ministry.releases)
    assert 0.10 <= korean / len(ministry.releases) <= 0.16
    for release in ministry.releases:
        assert bool(re.search("[가-힣]", release.body)) == (release.language == "ko")


def test_series_come_monthly_quarterly_and_yearly_in_both_parts() -> None:
    counts = Counter((each.split, each.cadence) for each in ALL_SERIES)
    assert all(counts[split, cadence] >= 3 for split in Split for cadence in Cadence)
    assert all(sum(kind.split is split for kind in ALL_KINDS) >= 12 for split in Split)
    assert len(ALL_KINDS) >= 25


def test_no_slot_or_choice_is_left_over(ministry: Ministry) -> None:
    for release in ministry.releases:
        text = f"{release.title}\n{release.body}".replace("[Revised]", "").replace("[정정]", "")
        assert not re.search(r"[\[\]{}<>|]|  | [,.;]", text), text
    for question in ministry.questions:
        assert not re.search(r"[\[\]{}<>|]|  ", question.text), question.text


def test_name_of_the_ministry_changes_on_the_day() -> None:
    assert office_on(date(2013, 3, 22)).name == "Ministry of Knowledge Economy"
    assert office_on(date(2025, 9, 30)).name == "Ministry of Trade, Industry and Energy"
    assert office_on(date(2025, 10, 1)).name == "Ministry of Trade, Industry and Resources"


def test_publisher_is_what_the_ministry_was_called(ministry: Ministry) -> None:
    for release in ministry.releases:
        office = office_on(release.published)
        assert release.publisher == (office.korean if release.language == "ko" else office.name)


def test_gaps_have_no_instalment_and_their_figures_are_told_nowhere(ministry: Ministry) -> None:
    published = {(fact.series, fact.first) for fact in ministry.facts}
    gaps = set(ministry.gaps)
    assert not gaps & published
    assert all(any(name == each.name for name, _ in gaps) for each in ALL_SERIES)
    for series in ALL_SERIES:
        instalments, missing = write_series(series, SEED)
        for each in instalments:
            if each.span.shift(-1) in missing:
                assert not any(key.endswith("_before") for key in each.facts)
            if each.span.shift(-series.cadence.value) in missing:
                assert not any(key.endswith("_ago") for key in each.facts)


def test_figures_of_a_series_recur_in_other_months() -> None:
    for series in ALL_SERIES:
        if series.cadence is Cadence.MONTHLY:
            seen = defaultdict(set)
            for each in write_series(series, SEED)[0]:
                seen[re.sub(r"[^\d.]", "", each.facts["level"])].add(each.span)
            recurring = sum(len(spans) for spans in seen.values() if len(spans) > 1)
            assert recurring >= 30, (series.name, recurring)


def test_revisions_correct_the_figures_of_the_same_period(
    ministry: Ministry, releases: dict[str, Release]
) -> None:
    facts = {fact.release_id: fact for fact in ministry.facts}
    revisions = [fact for fact in ministry.facts if fact.supersedes is not None]
    assert len(revisions) >= 100
    for fact in revisions:
        earlier = facts[str(fact.supersedes)]
        assert (earlier.series, earlier.first) == (fact.series, fact.first)
        assert releases[earlier.release_id].published < releases[fact.release_id].published
        assert releases[earlier.release_id].body != releases[fact.release_id].body
    marked = sum("evised" in releases[fact.release_id].title for fact in revisions)
    assert 0 < marked < len(revisions)


def test_parts_share_no_template() -> None:
    assert len(templates_of(Split.FIT)) > 500
    assert not templates_of(Split.FIT) & templates_of(Split.HELDOUT)


def test_parts_share_no_run_of_six_words() -> None:
    fit, heldout = (runs_of_words(templates_of(split), 6) for split in Split)
    assert not fit & heldout


def test_particles_follow_the_sound() -> None:
    assert add_particles("달러<은> 원<은> 서울<으로> 부산<으로> 13<이>") == (
        "달러는 원은 서울로 부산으로 13이"
    )


def test_nothing_held_out_is_seen_in_fitting(ministry: Ministry) -> None:
    fit, heldout = (take_part(ministry, split) for split in (Split.FIT, Split.HELDOUT))
    held = {each.id for each in fit.releases}
    assert {ministry.splits[each] for each in held} == {Split.FIT}
    assert {each for question in fit.questions for each, _ in question.grades} <= held
    # Whereas what is fitted on may be in the way of what is held out.
    assert heldout.releases == ministry.releases


@pytest.mark.parametrize("split", Split)
def test_written_part_is_read_back(ministry: Ministry, split: Split, tmp_path: Path) -> None:
    part = take_part(ministry, split)
    write_collection(part, tmp_path)
    collection = read_collection(tmp_path)
    asked = part.questions
    assert {each.split for each in asked} == {split}
    assert collection.releases is not None
    assert [each.id for each in collection.releases] == [each.id for each in part.releases]
    assert [(each.id, each.text, each.as_of) for each in collection.questions] == [
        (each.id, each.text, each.as_of) for each in asked
    ]
    assert [dict(each.relevant) for each in collection.questions] == [
        dict(each.grades) for each in asked
    ]


def test_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    digests = set()
    for hash_seed in ("1", "2"):
        folder = tmp_path / hash_seed
        subprocess.run(
            [sys.executable, "-m", "tests.ministry", str(folder)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            check=True,
            capture_output=True,
            timeout=60,
        )
        digests.add(
            hashlib.sha256(b"".join((folder / name).read_bytes() for name in FILES)).hexdigest()
        )
    assert len(digests) == 1


def test_another_seed_gives_another_ministry(ministry: Ministry) -> None:
    other = generate_ministry(7)
    assert len(other.questions) == len(ministry.questions)
    assert {release.body for release in other.releases}.isdisjoint(
        release.body for release in ministry.releases
    )


def test_releases_alone_are_read_as_they_are(ministry: Ministry, tmp_path: Path) -> None:
    write_releases(ministry, tmp_path / "releases.jsonl")
    reading = read_sources([tmp_path / "releases.jsonl"])
    assert reading.problems == ()
    assert reading.releases == ministry.releases
