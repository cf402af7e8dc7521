"""Whatever becomes of a library, in any order, it holds what a plain dictionary says it holds."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from qa.index.encoded_text import PassageWriter
from qa.index.index_folder import FOLDER_NAME
from qa.index.indexing import index_releases
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.index.publishing import publish
from qa.index.upkeep import check_library
from qa.language.terms import find_terms_in
from qa.records import EVERYTHING, Release
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from tests.qa.crashes.changes import IN_MEMORY
from tests.qa.crashes.extent import TRIES_ALL
from tests.qa.crashes.hashed_words import HashedWords
from tests.qa.crashes.killing import run_and_kill

_ENCODER = HashedWords()
_WORDS = "steel ship chip robot harbour copper lithium cobalt".split()
_IDS = st.sampled_from([f"r{number}" for number in range(6)])
_BODIES = st.lists(st.sampled_from(_WORDS), max_size=12).map(lambda words: " ".join(words))
_DAYS = st.integers(0, 20).map(lambda days: date(2025, 1, 1) + timedelta(days))
_POINTS = st.sampled_from(
    [
        "qa.storage.release_rows.raise_generation",
        "qa.index.segments.write_segment",
        "qa.index.drafts.write_segment",
        "qa.index.drafts._share",
        "qa.index.drafts.flush",
        "qa.index.index_folder.IndexFolder.find_past",
        "pathlib.Path.rename",
        "pathlib.Path.hardlink_to",
        "shutil.rmtree",
    ]
)


@dataclass
class Model:
    """What is held: releases by their ids, and the bodies that each had before."""

    releases: dict[str, Release] = field(default_factory=dict)
    history: dict[str, list[str]] = field(default_factory=dict)
    generation: int = 0

    def put(self, release: Release) -> None:
        held = self.releases.get(release.id)
        if held == release:
            return
        if held is not None:
            self.history.setdefault(release.id, []).append(held.body)
        self.releases[release.id] = release
        self.generation += 1

    def remove(self, release_id: str) -> None:
        if self.releases.pop(release_id, None) is not None:
            self.history.pop(release_id, None)
            self.generation += 1

    def copy(self) -> "Model":
        history = {each: list(bodies) for each, bodies in self.history.items()}
        return Model(dict(self.releases), history, self.generation)


class Lifetime(RuleBasedStateMachine):
    """Changes, crashes and mishaps; after each of them the library is looked at whole."""

    def __init__(self) -> None:
        super().__init__()
        self.data = Path(tempfile.mkdtemp(dir=IN_MEMORY))
        self.model = Model()
        self.earlier: LocalPassageIndex | None = None
        self.copy: Model | None = None
        self.stamps: dict[int, str] = {}
        Library(self.data).close()

    def teardown(self) -> None:
        # The index that is open looks after its files in a thread of its own, whose lock may come
        # into a folder just found empty.
        while self.data.exists():
            shutil.rmtree(self.data, ignore_errors=True)
        shutil.rmtree(self.data.with_suffix(".copy"), ignore_errors=True)

    @rule(release_id=_IDS, body=_BODIES, day=_DAYS)
    def put(self, release_id: str, body: str, day: date) -> None:
        release = Release(release_id, f"Title {release_id}", day, body, "M")
        self.model.put(release)
        _put(self.data, release)

    @precondition(lambda self: self.model.releases)
    @rule(chosen=st.data(), body=_BODIES)
    def change(self, chosen: st.DataObject, body: str) -> None:
        release_id = chosen.draw(st.sampled_from(sorted(self.model.releases)))
        release = replace(self.model.releases[release_id], body=body)
        self.model.put(release)
        _put(self.data, release)

    @rule(release_id=_IDS)
    def remove(self, release_id: str) -> None:
        self.model.remove(release_id)
        with Library(self.data) as library:
            library.remove([release_id])

    @rule(anew=st.booleans())
    def publish(self, anew: bool) -> None:
        publish(self.data, anew=anew)

    @rule(release_id=_IDS, body=_BODIES, point=_POINTS)
    def crash(self, release_id: str, body: str, point: str) -> None:
        """A change and its publication, by a process that is killed where `point` begins."""
        release = Release(release_id, "Title", date(2025, 2, 1), body, "M")
        run_and_kill(_put_and_publish, self.data, release, point=point)
        snapshot = Snapshot(self.data)
        if snapshot.generation > self.model.generation:
            self.model.put(release)
        snapshot.close()

    @rule()
    def save(self) -> None:
        """Copy the library, while nothing writes to it."""
        target = self.data.with_suffix(".copy")
        for name in (FILE_NAME, f"{FILE_NAME}-wal"):
            (target.with_name(target.name + name)).unlink(missing_ok=True)
        shutil.copyfile(self.data / FILE_NAME, target)
        self.copy = self.model.copy()

    @precondition(lambda self: self.copy)
    @rule()
    def restore(self) -> None:
        """Put the older copy in the library's place. Its index stays, of a future it never had."""
        assert self.copy is not None
        shutil.copyfile(self.data.with_suffix(".copy"), self.data / "restored")
        (self.data / "restored").rename(self.data / FILE_NAME)
        self.model = self.copy.copy()
        self.stamps = {}

    @rule()
    def delete_index(self) -> None:
        shutil.rmtree(self.data / FOLDER_NAME, ignore_errors=True)

    @rule()
    def leave_half_a_draft(self) -> None:
        """What a copy of the folder that was broken off leaves behind."""
        draft = self.data / FOLDER_NAME / f".draft-{self.model.generation + 1}"
        (draft / "terms").mkdir(parents=True, exist_ok=True)
        (draft / "terms" / "meta.json").write_text("{", encoding="utf-8")

    @rule()
    def forget_what_was_open(self) -> None:
        self.earlier = None

    @invariant()
    def it_is_what_the_dictionary_says(self) -> None:
        snapshot, index = open_newest(self.data, self.earlier)
        try:
            self._compare(snapshot, index)
        finally:
            snapshot.close()
        assert [each for each in check_library(self.data) if "was removed" not in each] == []
        self.earlier = index

    def _compare(self, snapshot: Snapshot, index: LocalPassageIndex) -> None:
        model = self.model
        assert snapshot.generation == index.generation == model.generation
        # A generation has its stamp for ever.
        stamps: dict[int, str] = dict(snapshot.query("SELECT generation, stamp FROM generations"))
        assert all(stamps[number] == stamp for number, stamp in self.stamps.items())
        self.stamps = stamps
        held = snapshot.list_releases(EVERYTHING.published, limit=100)
        assert {release.id: release for release in held} == model.releases
        for release_id in model.releases:
            versions = [each.release.body for each in snapshot.read_versions(release_id)]
            assert versions == model.history.get(release_id, [])
        stored = list(snapshot.iterate_passages())
        assert len(index) == len(stored)
        texts = {key.key: key for key in stored}
        _compare_vectors(snapshot, index, [each.key for each in stored])
        vector = _ENCODER.encode_question("").vector
        for word in _WORDS[:3]:
            [term] = find_terms_in(word, "en")
            found = index.find_candidates(vector, [term], scope=EVERYTHING, depth=100)
            keys = found.keys.tolist()
            assert sorted(keys) == sorted(texts)
            for key, score in zip(keys, index.score_passages([term], keys), strict=True):
                assert (score > 0) == (word in texts[key].passage.text.split())


def _compare_vectors(snapshot: Snapshot, index: LocalPassageIndex, keys: list[int]) -> None:
    """What the index holds of each passage is what the encoder makes of it, and is found by."""
    writer = PassageWriter(_ENCODER, None)
    texts = [writer.write(each.release, each.passage.text) for each in snapshot.read_passages(keys)]
    if not texts:
        return
    encoded = _ENCODER.encode_passages(texts)
    for mine, codes in zip(encoded.tokens, index.read_tokens(keys), strict=True):
        assert np.array_equal(mine, codes)
    vector = encoded.vectors[:1]
    found = index.find_candidates(vector, [], scope=EVERYTHING, depth=2)
    cosines = encoded.vectors @ vector[0]
    assert np.allclose(np.sort(found.cosine), np.sort(cosines)[-2:], atol=1e-5)


def _put(data: Path, release: Release) -> None:
    with Library(data) as library:
        index_releases(library, _ENCODER, [release])


def _put_and_publish(data: Path, release: Release) -> None:
    with Library(data) as library:
        index_releases(library, _ENCODER, [release])
        publish(data)


Lifetime.TestCase.settings = settings(
    max_examples=25 if TRIES_ALL else 8,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestLifetime = Lifetime.TestCase
