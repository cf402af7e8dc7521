"""A library within this process, that others change meanwhile."""

import gc
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.client.local import LocalService
from qa.errors import LibraryError, QuestionError
from qa.records import DateRange, Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import PublisherCount, Snapshot
from qa.understanding.limits import Limits
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.service import wait_until


def follow(settings: Settings, encoder: Encoder) -> LocalService:
    """What answers from the library of the settings, and follows it."""
    return LocalService(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        today=date.today,
    )


def test_nothing_of_what_was_removed_is_left_once_the_next_is_answered(
    encoder: Encoder, seed_releases: tuple[Release, ...], tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path)
    update_library(settings, encoder, seed_releases[:3])
    service = follow(settings, encoder)
    assert service.list_releases().total == 3
    update_library(settings, encoder, seed_releases[3:4])
    assert service.list_releases().total == 4
    words = seed_releases[0].body[:40].encode()
    assert find_files(tmp_path, words)
    remove_releases(settings, [seed_releases[0].id])
    assert service.list_releases().total == 3
    assert not find_files(tmp_path, words)
    # Nor where nobody asks.
    words = seed_releases[1].body[-40:].encode()
    assert find_files(tmp_path, words)
    remove_releases(settings, [seed_releases[1].id])
    wait_until(lambda: not find_files(tmp_path, words))


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(k=101), "Expected k from 1 to 100, found 101."),
        (Limits(per_release=0), "Expected per_release from 1 to 100, found 0."),
        (
            Limits(published_from=date(2025, 12, 2), published_to=date(2025, 12, 1)),
            "ends on 2025-12-01, before it begins on 2025-12-02",
        ),
    ],
)
def test_limits_are_refused_as_a_service_refuses_them(
    seed_asker: Asker, limits: Limits, words: str
) -> None:
    with pytest.raises(QuestionError, match=words):
        LocalService(lambda _: seed_asker, today=date.today).ask("Exports?", limits)


def test_library_that_could_not_be_opened_is_tried_again_with_the_next_call(
    encoder: Encoder, seed_releases: tuple[Release, ...], tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path)
    service = follow(settings, encoder)
    with pytest.raises(LibraryError, match="no library"):
        service.list_releases()
    update_library(settings, encoder, seed_releases[:3])
    assert service.list_releases().total == 3


def test_library_that_cannot_be_read_any_more_goes_on_being_answered_from(
    encoder: Encoder,
    seed_releases: tuple[Release, ...],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """As by a service."""
    settings = Settings(data=tmp_path)
    update_library(settings, encoder, seed_releases[:3])
    service = follow(settings, encoder)
    assert service.list_releases().total == 3
    (tmp_path / FILE_NAME).rename(tmp_path / "elsewhere")
    assert service.list_releases().total == 3
    assert "cannot be read" in caplog.text


def test_change_between_two_queries_of_one_call_does_not_show(
    encoder: Encoder,
    seed_releases: tuple[Release, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings(data=tmp_path)
    update_library(settings, encoder, seed_releases[:2])
    service = follow(settings, encoder)
    list_releases, count_publishers = Snapshot.list_releases, Snapshot.count_publishers

    def list_and_change(
        snapshot: Snapshot, published: DateRange, *, publisher: str | None, limit: int, offset: int
    ) -> list[Release]:
        found = list_releases(snapshot, published, publisher=publisher, limit=limit, offset=offset)
        update_library(settings, encoder, seed_releases[2:3])
        service.list_publishers()  # from the newest generation
        gc.collect()
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Snapshot, "list_releases", list_and_change)
        assert service.list_releases().total == 2

    def change_and_count(snapshot: Snapshot) -> list[PublisherCount]:
        # Once: to open the next generation counts as well.
        patch.setattr(Snapshot, "count_publishers", count_publishers)
        update_library(settings, encoder, seed_releases[3:4])
        service.list_releases()
        gc.collect()
        return count_publishers(snapshot)

    with monkeypatch.context() as patch:
        patch.setattr(Snapshot, "count_publishers", change_and_count)
        assert sum(each.releases for each in service.list_publishers().publishers) == 3
    assert service.list_releases().total == 4


def find_files(folder: Path, words: bytes) -> list[Path]:
    """The library's files that hold these words."""
    return [path for path in folder.glob(f"{FILE_NAME}*") if words in path.read_bytes()]
