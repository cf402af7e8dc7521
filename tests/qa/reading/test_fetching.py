"""Fetching from a real server on loopback that misbehaves."""

import doctest
import re
import time
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from qa.errors import FetchError, SourceError
from qa.reading import addresses, network
from qa.reading.decoding import decode_page
from qa.reading.fetching import Manners
from qa.reading.page_cache import PageCache
from qa.version import find_version
from tests.misbehaving_server import Server, find_closed_port
from tests.misbehaviours import ETAG, KOREAN_PAGE, PAGE, make_bomb
from tests.qa.fetchers import BOUNDS, NOW, Clock, Open


@pytest.mark.parametrize("module", [addresses, network])
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_page_is_fetched_with_a_name_and_without_a_trace_of_the_machine(
    server: Server, open_fetcher: Open
) -> None:
    page = open_fetcher().fetch(f"{server.url}/page#part")
    assert page.data == PAGE.encode()
    assert page.content_type == "text/html; charset=utf-8"
    path, headers = server.asked[-1]
    assert path == "/page"
    assert headers["user-agent"].startswith(f"release-qa/{find_version()} ")
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/nothing"])
def test_slow_answer_is_given_up_within_the_time_for_all_of_it(
    server: Server, open_fetcher: Open, path: str
) -> None:
    fetcher = open_fetcher(manners=Manners(between_s=0, attempts=1))
    began = time.monotonic()
    with pytest.raises(FetchError, match="found none in time"):
        fetcher.fetch(server.url + path)
    # Long before the server is done with it.
    assert time.monotonic() - began < 15


def test_host_is_asked_no_oftener_than_the_rate(
    server: Server, open_fetcher: Open, clock: Clock
) -> None:
    fetcher = open_fetcher(manners=Manners(between_s=3))
    for _ in range(3):
        fetcher.fetch(f"{server.url}/page")
    assert clock.slept == [3, 3, 3]  # robots.txt, and three pages


def test_crawl_delay_of_the_host_is_kept(server: Server, open_fetcher: Open, clock: Clock) -> None:
    server.robots = "User-agent: *\nCrawl-delay: 5"
    fetcher = open_fetcher()
    fetcher.fetch(f"{server.url}/page")
    fetcher.fetch(f"{server.url}/page")
    assert clock.slept == [5]


def test_answer_cut_off_is_asked_for_again(
    server: Server, open_fetcher: Open, clock: Clock
) -> None:
    assert open_fetcher().fetch(f"{server.url}/cut-off").data == PAGE.encode()
    assert clock.slept == [2]


@pytest.mark.parametrize("path", ["/cut-off-gzip", "/false-gzip"])
def test_gzip_that_ends_early_or_is_none_is_no_page(
    server: Server, open_fetcher: Open, path: str
) -> None:
    with pytest.raises(FetchError, match=r"breaks off|are not"):
        open_fetcher().fetch(server.url + path)
    assert server.count(path) == 3


def test_error_of_the_server_is_waited_for_longer_each_time(
    server: Server, open_fetcher: Open, clock: Clock
) -> None:
    assert open_fetcher().fetch(f"{server.url}/500-twice").data == PAGE.encode()
    assert clock.slept == [2, 4]


def test_error_that_stays_is_given_up_with_what_to_do(server: Server, open_fetcher: Open) -> None:
    with pytest.raises(FetchError, match=r"found status 500; try again later"):
        open_fetcher().fetch(f"{server.url}/500")
    assert server.count("/500") == 3


@pytest.mark.parametrize(("path", "wait"), [("/429", 7), ("/503-until", 30)])
def test_retry_after_is_kept_to_in_seconds_and_as_a_date(
    server: Server, open_fetcher: Open, clock: Clock, path: str, wait: float
) -> None:
    assert open_fetcher().fetch(server.url + path).data == PAGE.encode()
    assert clock.slept == [wait]


def test_host_that_asks_to_wait_till_tomorrow_is_left_alone(
    server: Server, open_fetcher: Open, clock: Clock
) -> None:
    with pytest.raises(FetchError, match="found status 429"):
        open_fetcher().fetch(f"{server.url}/429-tomorrow")
    assert (clock.slept, server.count("/429-tomorrow")) == ([], 1)


def test_missing_page_is_asked_for_once(server: Server, open_fetcher: Open) -> None:
    with pytest.raises(FetchError, match="found status 404; correct the address"):
        open_fetcher().fetch(f"{server.url}/missing")
    assert server.count("/missing") == 1


def test_host_that_does_not_answer_is_named(open_fetcher: Open) -> None:
    with pytest.raises(FetchError, match="the connection failed"):
        open_fetcher().fetch(f"http://127.0.0.1:{find_closed_port()}/page")


@pytest.mark.parametrize("path", ["/endless", "/endless-chunks"])
def test_gigabytes_are_read_no_further_than_the_limit(
    server: Server, open_fetcher: Open, path: str
) -> None:
    with pytest.raises(FetchError, match="expected at most 1,000,000 bytes"):
        open_fetcher(bounds=replace(BOUNDS, total_s=60)).fetch(server.url + path)
    assert server.sent < 30_000_000  # what the sockets between hold comes on top
    assert server.count(path) == 1


def test_gzip_bomb_is_unpacked_no_further_than_the_limit(
    server: Server, open_fetcher: Open
) -> None:
    assert len(make_bomb()) < 300_000
    with pytest.raises(FetchError, match="expected at most 1,000,000 bytes"):
        open_fetcher().fetch(f"{server.url}/bomb")


@pytest.mark.parametrize("path", ["/gzip", "/raw-deflate"])
def test_packed_answers_are_unpacked(server: Server, open_fetcher: Open, path: str) -> None:
    assert open_fetcher().fetch(server.url + path).data == PAGE.encode()


def test_packing_that_was_not_asked_for_is_refused(server: Server, open_fetcher: Open) -> None:
    with pytest.raises(FetchError, match="plain or in gzip, found br"):
        open_fetcher().fetch(f"{server.url}/brotli")


def test_headers_without_end_are_refused(server: Server, open_fetcher: Open) -> None:
    assert open_fetcher().fetch(f"{server.url}/large-headers").data == PAGE.encode()


def test_wrong_charset_is_seen_through(server: Server, open_fetcher: Open) -> None:
    page = open_fetcher().fetch(f"{server.url}/wrong-charset")
    assert decode_page(page.data, page.content_type) == KOREAN_PAGE


@pytest.mark.parametrize("path", ["/etag", "/modified"])
def test_page_that_has_not_changed_comes_from_what_is_kept(
    server: Server, open_fetcher: Open, path: str
) -> None:
    for _ in range(2):
        assert open_fetcher().fetch(server.url + path).data == PAGE.encode()
    # To a request with these the server answers 304, without the page.
    assert {"if-none-match", "if-modified-since"} & set(server.asked[-1][1])


def test_page_young_enough_is_not_asked_for(server: Server, open_fetcher: Open) -> None:
    open_fetcher().fetch(f"{server.url}/page")
    open_fetcher(now=NOW + 50).fetch(f"{server.url}/page", max_age_s=60)
    assert server.count("/page") == 1
    open_fetcher(now=NOW + 70).fetch(f"{server.url}/page", max_age_s=60)
    assert server.count("/page") == 2


def test_answer_that_nothing_changed_since_nothing_is_no_page(
    server: Server, open_fetcher: Open
) -> None:
    with pytest.raises(FetchError, match=r"has not changed \(304\)"):
        open_fetcher(kept=False).fetch(f"{server.url}/never-changed")


def test_file_of_pages_that_is_none_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pages.sqlite3"
    path.write_bytes(b"no database at all, but long enough to look like one" * 100)
    with pytest.raises(SourceError, match=r"pages\.sqlite3, found: .*delete it"):
        PageCache(path)


def test_redirects_are_followed_and_the_marks_kept_for_where_they_end(
    server: Server, open_fetcher: Open
) -> None:
    page = open_fetcher().fetch(f"{server.url}/moved")
    assert (page.url, page.data) == (f"{server.url}/etag", PAGE.encode())
    assert open_fetcher().fetch(f"{server.url}/moved").data == PAGE.encode()
    last = [(path, headers.get("if-none-match")) for path, headers in server.asked[-3:]]
    assert last == [("/moved", None), ("/moved-again", None), ("/etag", ETAG)]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "more than 5 redirects"),
        ("/to-nowhere", "a redirect to nowhere"),
        ("/to-file", "expected an http or https address"),
        ("/to-user", "without a user's name"),
    ],
)
def test_redirect_that_leads_nowhere_is_an_error(
    server: Server, open_fetcher: Open, path: str, reason: str
) -> None:
    with pytest.raises(FetchError, match=reason):
        open_fetcher().fetch(server.url + path)


def test_page_that_robots_txt_closes_is_not_asked_for(server: Server, open_fetcher: Open) -> None:
    server.robots = "User-agent: release-qa\nDisallow: /page\n\nUser-agent: *\nAllow: /"
    fetcher = open_fetcher()
    with pytest.raises(FetchError, match=re.escape("/robots.txt does not allow it")):
        fetcher.fetch(f"{server.url}/page")
    assert server.count("/page") == 0
    assert fetcher.fetch(f"{server.url}/etag").data == PAGE.encode()
    assert server.count("/robots.txt") == 1


def test_redirect_to_a_page_that_robots_txt_closes_is_not_followed(
    server: Server, open_fetcher: Open
) -> None:
    server.robots = "User-agent: *\nDisallow: /etag"
    with pytest.raises(FetchError, match="does not allow it"):
        open_fetcher().fetch(f"{server.url}/moved")
    assert server.count("/etag") == 0


def test_nothing_is_read_where_robots_txt_cannot_be_got(server: Server, open_fetcher: Open) -> None:
    server.fail.add("/robots.txt")
    with pytest.raises(FetchError, match=r"robots\.txt, found status 503"):
        open_fetcher().fetch(f"{server.url}/page")
    assert server.count("/page") == 0
