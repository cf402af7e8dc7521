"""What is removed is nowhere in the data folder: not in fetched pages, nor in an older library."""

import zlib
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from qa.cli import main
from qa.errors import LibraryError
from qa.index.changing_library import changing, has_been
from qa.reading.page_cache import FILE_NAME as PAGES_NAME
from qa.reading.page_cache import Page, PageCache
from qa.records import Release
from qa.settings import Settings
from qa.storage.fetched_pages import finish_sites
from qa.storage.release_library import Library
from qa.storage.schema import FILE_NAME
from qa.storage.snapshot import Snapshot
from qa.wiring import change_library, remove_releases, update_library
from tests.qa.crashes.changes import ENCODER
from tests.qa.crashes.schema_2 import make_old_library

SECRET = "xylophonequartz"
SITE = "https://example.org"
STAYS = Release("s", "Steel", date(2025, 12, 1), "Steel rose.", "KTC", f"{SITE}/보도/1#top")
GOES = Release("g", "Glass", date(2025, 12, 2), f"The {SECRET} rang.", "KTC", f"{SITE}/보도/2")
PAGES = {
    f"{SITE}/%EB%B3%B4%EB%8F%84/1": "<p>Steel rose.</p>",
    f"{SITE}/%EB%B3%B4%EB%8F%84/2": f"<p>The {SECRET} rang.</p>",
    f"{SITE}/moved/2": f"<p>The {SECRET} rang.</p>",
    f"{SITE}/feed.xml": f"<rss>Steel rose. The {SECRET} rang.</rss>",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A library of two releases, and the pages that they were fetched as."""
    update_library(Settings(data=tmp_path), ENCODER, [STAYS, GOES])
    with closing(PageCache(tmp_path / PAGES_NAME)) as pages:
        for url, text in PAGES.items():
            pages.keep(url, Page(url, b"An earlier " + text.encode(), None, None, None, 0))
            pages.keep(url, Page(url, text.encode(), None, None, None, 0))
    finish_sites(tmp_path, [f"{SITE}/list"])
    return tmp_path


def list_kept(data: Path) -> set[str]:
    with closing(PageCache(data / PAGES_NAME)) as pages:
        return {url for url in PAGES if pages.holds(url)}


def find_pages(data: Path, *, earlier: bytes = b"") -> list[str]:
    """The pages that stand in any file of the data folder."""
    held = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    return [url for url, text in PAGES.items() if zlib.compress(earlier + text.encode()) in held]


def test_pages_that_may_hold_a_removed_release_are_taken_out_and_others_stay(data: Path) -> None:
    assert find_pages(data) == list(PAGES)
    with closing(PageCache(data / PAGES_NAME)):  # as while a source is being read
        remove_releases(Settings(data=data), ["g"])
        assert find_pages(data) == [*PAGES][:1]
        assert find_pages(data, earlier=b"An earlier ") == []
    assert list_kept(data) == {next(iter(PAGES))}
    with closing(PageCache(data / PAGES_NAME, partial(has_been, data))) as pages:
        assert pages.is_finished(f"{SITE}/list")


def test_pages_go_with_what_is_gone_from_a_source_too(data: Path) -> None:
    with changing(data) as library:
        change_library(Settings(data=data), library, ENCODER, [], remove=["g"])
    assert list_kept(data) == {next(iter(PAGES))}


def test_page_that_a_removed_release_shares_with_another_goes(data: Path) -> None:
    update_library(Settings(data=data), ENCODER, [replace(GOES, id="other", url=STAYS.url)])
    remove_releases(Settings(data=data), ["other"])
    assert f"{SITE}/%EB%B3%B4%EB%8F%84/1" not in list_kept(data)


def test_pages_stay_where_nothing_is_removed(data: Path) -> None:
    assert remove_releases(Settings(data=data), ["never-held"]).removed == ()
    update_library(Settings(data=data), ENCODER, [replace(STAYS, body="Steel fell.")])
    assert list_kept(data) == PAGES.keys()


def test_removal_that_is_broken_off_behind_the_pages_is_made_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise LibraryError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Library, "put", break_off)
        with pytest.raises(LibraryError, match="full"):
            remove_releases(Settings(data=data), ["g"])
    assert list_kept(data) == {next(iter(PAGES))}
    assert remove_releases(Settings(data=data), ["g"]).removed == ("g",)


def test_correction_leaves_nothing_that_a_later_removal_does_not_find(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    update_library(settings, ENCODER, [STAYS, GOES])
    update_library(settings, ENCODER, [replace(GOES, body="It did not ring.")])
    remove_releases(settings, ["g"])
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]


def test_words_that_stay_in_the_log_as_somebody_reads_from_it_are_told(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def remove(release_id: str) -> str:
        with pytest.raises(SystemExit):
            main(["remove", release_id, "--data", str(data)])
        return capsys.readouterr().err

    monkeypatch.setattr("qa.index.changing_library._LET_GO_WITHIN_S", 0.2)
    log = data / f"{FILE_NAME}-wal"
    with Snapshot(data):
        said = remove("g")
        assert SECRET.encode() in b"".join(each.read_bytes() for each in data.glob(f"{FILE_NAME}*"))
    assert f"1 release removed.\nWords of it are still in {log}" in said
    assert remove("s") == "1 release removed.\n"
    assert not log.exists()


@pytest.mark.parametrize("fails", [False, True])
def test_removal_is_done_where_another_change_or_a_fault_keeps_the_log_from_being_emptied(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fails: bool
) -> None:
    def let_go(_: Snapshot) -> bool:
        if fails:
            raise LibraryError("the disk is full")
        return False

    monkeypatch.setattr("qa.index.changing_library._LET_GO_WITHIN_S", 0.0)
    monkeypatch.setattr(Snapshot, "let_go_of_log", let_go)
    with pytest.raises(SystemExit) as ended:
        main(["remove", "g", "--data", str(data)])
    assert not ended.value.code
    said = capsys.readouterr().err
    assert said.startswith("1 release removed.\nWords of it are still in ")
    assert "which another process reads from or is changing: they go when that has ended." in said


def test_copy_that_a_migration_left_goes_with_the_first_removal(tmp_path: Path) -> None:
    update_library(Settings(data=tmp_path / "newer"), ENCODER, [STAYS, GOES])
    data = tmp_path / "older"
    make_old_library(tmp_path / "newer", data)
    copy = data / f"{FILE_NAME}.schema-2"
    update_library(Settings(data=data), ENCODER, [replace(STAYS, body="Steel fell.")])
    assert SECRET.encode() in copy.read_bytes()
    remove_releases(Settings(data=data), ["never-held"])
    assert copy.is_file()
    remove_releases(Settings(data=data), ["g"])
    files = [path for path in data.rglob("*") if path.is_file()]
    assert not [path for path in files if SECRET.encode() in path.read_bytes()]
    with Snapshot(data) as snapshot:
        assert snapshot.read_release("s") is not None


def test_copy_that_cannot_be_removed_is_said_and_nothing_is(data: Path) -> None:
    stuck = data / f"{FILE_NAME}.schema-2"
    stuck.mkdir()
    with pytest.raises(LibraryError, match="Nothing was removed"):
        remove_releases(Settings(data=data), ["g"])
    with Snapshot(data) as snapshot:
        assert snapshot.read_release("g") is not None
    stuck.rmdir()
    assert remove_releases(Settings(data=data), ["g"]).removed == ("g",)
