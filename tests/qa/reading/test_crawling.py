"""Sites read from a real server on loopback: whole, misbehaving, interrupted."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from qa.reading.crawling import read_site
from qa.reading.fetching import Fetcher, Manners
from qa.reading.http_client import AnswerBounds, HttpClient
from qa.reading.identity import Found
from qa.reading.page_cache import PageCache
from qa.reading.sites import Site, parse_site
from qa.records import Problem
from tests.misbehaving_server import Server, serve

DAY_S = 86_400.0
Open = Callable[..., Fetcher]
Read = Callable[..., list[Found | Problem]]
STAMP = "of the library that is read for"

SITE = """
publisher = "MOTIR"
url = "{url}/list?page={{page}}"

[select]
link = "ul a"
"""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server with a site of three pages of two articles each, the newest first."""
    with serve() as running:
        for page in (1, 2, 3):
            put_list(running, page, [7 - 2 * page, 6 - 2 * page])
        for number in range(6):
            put_article(running, number)
        running.pages["/list?page=4"] = "<ul></ul>"
        yield running


def put_list(server: Server, page: int, numbers: list[int], extra: str = "") -> None:
    entries = "".join(f'<li><a href="/view/{number}">Title</a></li>' for number in numbers)
    server.pages[f"/list?page={page}"] = f"<ul>{entries}</ul>{extra}"


def put_article(server: Server, number: int) -> None:
    server.pages[f"/view/{number}"] = (
        f"<h1>Exports Rise {number} Percent</h1><p>Date: 2025-12-0{number + 1}</p>"
        f"<div class=view_cont>Exports rose {number} percent.</div>"
    )


@pytest.fixture
def open_fetcher(tmp_path: Path) -> Iterator[Open]:
    opened: list[Fetcher] = []

    def open_fetcher(*, now: float = 0.0) -> Fetcher:
        fetcher = Fetcher(
            HttpClient(AnswerBounds(read_s=1, total_s=2), allow_private=True),
            PageCache(tmp_path / ".kept" / "pages.sqlite3", has_been=STAMP.__eq__),
            manners=Manners(between_s=0, attempts=2),
            sleep=lambda _: None,
            now=lambda: now,
        )
        opened.append(fetcher)
        return fetcher

    yield open_fetcher
    for fetcher in opened:
        fetcher.close()


@pytest.fixture
def read(server: Server, open_fetcher: Open) -> Read:
    """Reads the site as a new process would, `now` seconds after the first, and keeps it all."""

    def read(*, now: float = 0.0, site: str = SITE) -> list[Found | Problem]:
        server.asked.clear()
        return list(keep_all(describe(server, site), open_fetcher(now=now)))

    return read


def keep_all(site: Site, fetcher: Fetcher) -> Iterator[Found | Problem]:
    """Reads a site for a library that takes in all of it."""
    if (yield from read_site(site, "site.toml", fetcher)) and fetcher.cache is not None:
        fetcher.cache.finish([site.url], STAMP)


def describe(server: Server, site: str = SITE) -> Site:
    return parse_site(site.replace("{url}", server.url).replace("{{", "{").replace("}}", "}"))


def titles(entries: list[Found | Problem]) -> list[str]:
    return [entry.release.title[13:14] for entry in entries if isinstance(entry, Found)]


def problems(entries: list[Found | Problem]) -> list[str]:
    return [entry.reason for entry in entries if isinstance(entry, Problem)]


def asked(server: Server) -> list[str]:
    return [path for path, _ in server.asked if path != "/robots.txt"]


def test_all_pages_of_a_site_are_read_in_order(server: Server, read: Read) -> None:
    entries = read()
    assert titles(entries) == list("543210")
    assert problems(entries) == []
    (first, *_) = entries
    assert isinstance(first, Found)
    assert first.release.published == date(2025, 12, 6)
    assert (first.release.publisher, first.release.url) == ("MOTIR", f"{server.url}/view/5")
    assert asked(server)[:4] == ["/list?page=1", "/view/5", "/view/4", "/list?page=2"]


def test_second_reading_ends_where_nothing_is_new(server: Server, read: Read) -> None:
    read()
    put_article(server, 6)
    put_list(server, 1, [6, 5])
    put_list(server, 2, [4, 3])
    entries = read()
    assert titles(entries) == list("6543")
    assert asked(server) == ["/list?page=1", "/view/6", "/list?page=2"]


def test_article_that_is_a_week_old_is_asked_for_again(server: Server, read: Read) -> None:
    read()
    server.pages["/view/5"] = server.pages["/view/5"].replace("rose", "fell")
    assert "rose 5" in str(read(now=6 * DAY_S)[0])
    assert "fell 5" in str(read(now=8 * DAY_S)[0])


def test_interrupted_reading_goes_on_where_it_stopped(
    server: Server, open_fetcher: Open, read: Read
) -> None:
    entries = read_site(describe(server), "site.toml", open_fetcher())
    for _ in range(3):
        next(entries)
    del entries
    assert titles(read()) == list("543210")
    assert [path for path in asked(server) if path.startswith("/view")] == [
        "/view/2",
        "/view/1",
        "/view/0",
    ]


def test_listing_that_fails_is_a_problem_and_what_was_read_is_kept(
    server: Server, read: Read
) -> None:
    server.fail.add("/list?page=2")
    entries = read()
    assert titles(entries) == list("54")
    (reason,) = problems(entries)
    assert reason.startswith("page 2 of the listing cannot be read; what was read before is kept")
    server.fail.clear()
    assert titles(read()) == list("543210")
    assert "/view/5" not in asked(server)


def test_article_that_fails_is_a_problem_and_the_others_are_read(
    server: Server, read: Read
) -> None:
    server.fail.add("/view/4")
    del server.pages["/view/2"]
    server.pages["/view/1"] = "<h1>No day</h1>"
    entries = read()
    assert titles(entries) == list("530")
    assert [reason.split(",")[1].split(";")[0] for reason in problems(entries)] == [
        " found status 503",
        " found status 404",
        ' found none in the page "No day"',
    ]


def test_article_that_failed_is_caught_up_behind_pages_that_are_known(
    server: Server, read: Read
) -> None:
    server.fail.add("/view/2")
    assert titles(read()) == list("54310")
    server.fail.clear()
    assert titles(read()) == list("543210")
    assert titles(read()) == list("54")


def test_new_article_that_failed_is_caught_up_when_newer_ones_are_known(
    server: Server, read: Read
) -> None:
    read()
    for number in (6, 7, 8):
        put_article(server, number)
    put_list(server, 1, [8, 7])
    put_list(server, 2, [6, 5])
    put_list(server, 3, [4, 3])
    server.fail.add("/view/6")
    assert titles(read()) == list("87543")
    server.fail.clear()
    assert titles(read()) == list("876543")
    assert titles(read()) == list("87")


def test_reading_killed_among_new_articles_is_caught_up(
    server: Server, open_fetcher: Open, read: Read
) -> None:
    read()
    for number in (6, 7, 8):
        put_article(server, number)
    put_list(server, 1, [8, 7])
    put_list(server, 2, [6, 5])
    put_list(server, 3, [4, 3])
    entries = read_site(describe(server), "site.toml", open_fetcher())
    assert titles([next(entries), next(entries)]) == list("87")
    del entries
    assert titles(read()) == list("876543")


def test_host_that_fails_three_times_in_a_row_is_left_alone(server: Server, read: Read) -> None:
    server.fail |= {f"/view/{number}" for number in range(5)}
    entries = read()
    assert titles(entries) == ["5"]
    assert "the last 3 could not be got; the reading stops here" in problems(entries)[-1]
    assert "/view/1" not in asked(server)
    server.fail.clear()
    assert titles(read()) == list("543210")


def test_site_without_links_says_which_selector(server: Server, read: Read) -> None:
    server.pages["/list?page=1"] = "<div id=app></div>"
    (reason,) = problems(read())
    assert 'expected links by the selector "ul a"' in reason


def test_pages_are_read_no_further_than_is_said(read: Read) -> None:
    assert titles(read(site="pages = 2\n" + SITE)) == list("5432")


def test_listing_that_repeats_its_last_page_ends(server: Server, read: Read) -> None:
    server.pages["/list?page=4"] = server.pages["/list?page=3"]
    assert titles(read()) == list("543210")
    assert asked(server)[-1] == "/list?page=4"


def test_listing_ends_where_the_server_knows_no_further_page(server: Server, read: Read) -> None:
    del server.pages["/list?page=4"]
    entries = read()
    assert (titles(entries), problems(entries)) == (list("543210"), [])


def test_next_page_is_found_by_its_link(server: Server, read: Read) -> None:
    put_list(server, 1, [5, 4], '<p><a class="next" href="list?page=3">Next</a></p>')
    entries = read(site=SITE + 'next = "a.next"\n')
    assert titles(entries) == list("5410")


def test_links_that_are_scripts_are_followed_by_the_articles_address(
    server: Server, read: Read
) -> None:
    for page, number in ((1, 10), (2, 11)):
        server.pages[f"/list?page={page}"] = (
            f'<ul><li><a href="#none" onclick="view(\'{number}\')">T</a></li></ul>'
        )
        server.pages[f"/view/{number}"] = server.pages["/view/1"].replace("1 P", f"{page} P")
    site = SITE.replace("[select]", 'article = "{url}/view/{{id}}"\npages = 2\n[select]')
    assert titles(read(site=site)) == ["1", "2"]
