"""Web sites taken into a library by `qa sync` and `qa add`: nothing that they list stays out."""

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from qa import wiring
from qa.index.changing_library import has_been
from qa.index.upkeep import read_status
from qa.reading.fetching import Fetcher
from qa.reading.http_client import HttpClient
from qa.reading.page_cache import PageCache
from qa.settings import Settings
from qa.storage.schema import FILE_NAME
from tests.misbehaving_server import Server
from tests.qa.commands import Call
from tests.qa.fetchers import BOUNDS, MANNERS

DATA = Path("data")  # in the folder that `call` runs in
SITE = """publisher = "Ministry"
language = "en"
url = "{url}/list?page={page}"

[select]
link = "a.article"
body = ".body"
"""
LAST_PAGE = 3


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch, server: Server, tmp_path: Path) -> Server:
    """A site of three pages of one article each, fetched from loopback without waiting."""

    def open_fetcher(settings: Settings, **_: object) -> Fetcher:
        pages = PageCache(settings.data / "fetched.sqlite3", partial(has_been, settings.data))
        return Fetcher(HttpClient(BOUNDS, allow_private=True), pages, manners=MANNERS)

    monkeypatch.setattr(wiring, "open_fetcher", open_fetcher)
    (tmp_path / "site.toml").write_text(SITE.replace("{url}", server.url), encoding="utf-8")
    for number in range(1, LAST_PAGE + 1):
        put_article(server, number)
        put_page(server, LAST_PAGE + 1 - number, number)
    return server


def put_article(server: Server, number: int) -> None:
    server.pages[f"/{number}"] = (
        f"<h1>Steel {number}</h1><p>Date 2025-12-0{number}</p>"
        f"<div class=body>Steel exports rose {number} percent.</div>"
    )


def put_page(server: Server, page: int, article: int) -> None:
    link = f'<a class=article href="/{article}">Steel</a>'
    server.pages[f"/list?page={page}"] = f"<ul><li>{link}</li></ul>"


def put_newer(server: Server) -> None:
    """Have a fourth article in front of the others, each of which moves on by a page."""
    put_article(server, LAST_PAGE + 1)
    for number in range(1, LAST_PAGE + 2):
        put_page(server, LAST_PAGE + 2 - number, number)


def count_held() -> int:
    return read_status(DATA).holdings.releases


def delete(library: Path) -> None:
    for path in library.parent.glob(f"{library.name}*"):
        path.unlink()


def list_pages(server: Server) -> list[str]:
    """The pages of the listing that were asked for since this was last called."""
    pages = [path[-1] for path, _ in server.asked if path.startswith("/list")]
    server.asked.clear()
    return pages


def test_site_is_read_to_its_end_once_and_then_as_far_as_it_is_new(
    call: Call, site: Server
) -> None:
    assert call("sync", "site.toml")[0] == 0
    assert count_held() == LAST_PAGE
    assert list_pages(site) == ["1", "2", "3", "4"]
    put_newer(site)
    assert "1 release added" in call("sync")[2]
    assert list_pages(site) == ["1", "2"]
    assert "Nothing to do" in call("add", "site.toml")[2]
    assert list_pages(site) == ["1"]


def test_what_a_dry_run_read_is_taken_in_by_the_next(call: Call, site: Server) -> None:
    status, out, _ = call("sync", "--dry-run", "site.toml")
    assert (status, out.count("+ ")) == (0, LAST_PAGE)
    call("sync", "site.toml")
    assert count_held() == LAST_PAGE
    put_newer(site)
    assert call("sync", "--dry-run")[1].count("+ ") == 1
    call("sync")
    assert count_held() == LAST_PAGE + 1


def test_what_was_read_before_a_crash_is_taken_in_by_the_next(
    call: Call, site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object, **__: object) -> None:
        raise SystemExit(137)

    for expected in (LAST_PAGE, LAST_PAGE + 1):
        with monkeypatch.context() as crashing:
            crashing.setattr(wiring, "change_library", crash)
            assert call("sync", "site.toml")[0] == 137
        call("sync", "site.toml")
        assert count_held() == expected
        put_newer(site)


@pytest.mark.parametrize("command", ["add", "sync"])
def test_library_that_was_put_back_or_deleted_gets_all_of_a_site_anew(
    call: Call, site: Server, tmp_path: Path, command: str
) -> None:
    library = tmp_path / DATA / FILE_NAME
    call(command, "site.toml")
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("VACUUM INTO ?", (str(tmp_path / "backup"),))
    put_newer(site)
    call(command, "site.toml")
    assert count_held() == LAST_PAGE + 1
    delete(library)
    shutil.copy(tmp_path / "backup", library)
    call(command, "site.toml")
    assert count_held() == LAST_PAGE + 1
    delete(library)
    call(command, "site.toml")
    assert count_held() == LAST_PAGE + 1


@pytest.mark.parametrize(
    ("path", "page", "fault"),
    [
        ("/list?page=1", "<p>Under maintenance</p>", "correct select.link"),
        ("/3", "<h1>Steel</h1><p>Date 2025-12-01</p><div class=body></div>", "expected a body"),
    ],
    ids=["no links", "no body"],
)
def test_site_that_can_no_longer_be_read_is_told(
    call: Call, site: Server, path: str, page: str, fault: str
) -> None:
    assert call("sync", "site.toml")[0] == 0
    [before] = read_status(DATA).sources
    site.pages[path] = page
    (DATA / "fetched.sqlite3").unlink()
    status, out, said = call("sync")
    assert (status, out) == (1, ""), said
    assert fault in said
    [after] = read_status(DATA).sources
    assert after.read_at == before.read_at
