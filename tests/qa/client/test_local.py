"""A library within this process, that others change meanwhile."""

from pathlib import Path

from embeddings.encoder import Encoder
from qa.client.local import LocalService
from qa.ranking import read_ranking
from qa.records import Release
from qa.schema import FILE_NAME
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases, update_library


def test_nothing_of_what_was_removed_is_left_once_the_next_is_answered(
    encoder: Encoder, seed_releases: tuple[Release, ...], tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path)
    update_library(settings, encoder, seed_releases[:3])
    service = LocalService(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier)
    )
    assert service.list_releases().total == 3
    update_library(settings, encoder, seed_releases[3:4])
    assert service.list_releases().total == 4
    words = seed_releases[0].body[:40].encode()
    assert find_files(tmp_path, words)
    remove_releases(settings, [seed_releases[0].id])
    assert service.list_releases().total == 3
    assert not find_files(tmp_path, words)


def find_files(folder: Path, words: bytes) -> list[Path]:
    """The library's files that hold these words."""
    return [path for path in folder.glob(f"{FILE_NAME}*") if words in path.read_bytes()]
