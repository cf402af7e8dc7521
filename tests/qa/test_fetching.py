"""Fetching from a real server on loopback that misbehaves."""

import doctest
import re
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from qa import addresses, network
from qa.addresses import normalise
from qa.decoding import decode_page
from qa.errors import FetchError, SourceError
from qa.fetching import Fetcher, Manners
from qa.http_client import HttpClient, Limits
from qa.network import DeadlineBackend, RefusedAddress, is_public
from qa.page_cache import PageCache
from tests.misbehaving_server import (
    ETAG,
    KOREAN_PAGE,
    PAGE,
    Server,
    find_closed_port,
    make_bomb,
    serve,
)

LIMITS = Limits(connect_s=1, read_s=0.5, total_s=0.6, max_bytes=1_000_000)
MANNERS = Manners(between_s=0, attempts=3, backoff_s=2)
NOW = datetime(2025, 12, 1, tzinfo=UTC).timestamp()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


Open = Callable[..., Fetcher]


@pytest.fixture
def open_fetcher(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    """Makes fetchers that keep their pages in one file and wait in no real time."""
    opened: list[Fetcher] = []

    def open_fetcher(
        *,
        allow_private: bool = True,
        limits: Limits = LIMITS,
        manners: Manners = MANNERS,
        kept: bool = True,
        now: float = NOW,
    ) -> Fetcher:
        fetcher = Fetcher(
            HttpClient(limits, allow_private=allow_private),
            PageCache(tmp_path / "pages.sqlite3") if kept else None,
            manners=manners,
            clock=clock,
            sleep=clock.sleep,
            now=lambda: now,
        )
        opened.append(fetcher)
        return fetcher

    yield open_fetcher
    for fetcher in opened:
        fetcher.close()


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
    assert headers["user-agent"].startswith("release-qa/")
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}


# Time


@pytest.mark.parametrize("path", ["/drip", "/drip-headers", "/nothing"])
def test_slow_answer_is_given_up_within_the_time_for_all_of_it(
    server: Server, open_fetcher: Open, path: str
) -> None:
    fetcher = open_fetcher(manners=Manners(between_s=0, attempts=1))
    began = time.monotonic()
    with pytest.raises(FetchError, match="found none in time"):
        fetcher.fetch(server.url + path)
    assert time.monotonic() - began < 1.5


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


# Failures that may pass


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


# Size


@pytest.mark.parametrize("path", ["/endless", "/endless-chunks"])
def test_gigabytes_are_read_no_further_than_the_limit(
    server: Server, open_fetcher: Open, path: str
) -> None:
    began = time.monotonic()
    with pytest.raises(FetchError, match="expected at most 1,000,000 bytes"):
        open_fetcher(limits=replace(LIMITS, total_s=20)).fetch(server.url + path)
    assert time.monotonic() - began < 3
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


# Asking again


@pytest.mark.parametrize("path", ["/etag", "/modified"])
def test_page_that_has_not_changed_comes_from_what_is_kept(
    server: Server, open_fetcher: Open, path: str
) -> None:
    assert open_fetcher().fetch(server.url + path).is_new
    again = open_fetcher().fetch(server.url + path)
    assert (again.data, again.is_new) == (PAGE.encode(), False)
    assert {"if-none-match", "if-modified-since"} & set(server.asked[-1][1])


def test_page_young_enough_is_not_asked_for(server: Server, open_fetcher: Open) -> None:
    open_fetcher().fetch(f"{server.url}/page")
    assert not open_fetcher(now=NOW + 50).fetch(f"{server.url}/page", max_age_s=60).is_new
    assert open_fetcher(now=NOW + 70).fetch(f"{server.url}/page", max_age_s=60).is_new
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


# Redirects, and where they lead


def test_redirects_are_followed_and_the_marks_kept_for_where_they_end(
    server: Server, open_fetcher: Open
) -> None:
    page = open_fetcher().fetch(f"{server.url}/moved")
    assert (page.url, page.data) == (f"{server.url}/etag", PAGE.encode())
    assert not open_fetcher().fetch(f"{server.url}/moved").is_new
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


@pytest.mark.parametrize("path", ["/to-metadata", "/to-private", "/to-loopback", "/to-disguised"])
def test_redirect_into_a_network_is_refused(
    server: Server, open_fetcher: Open, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    # The first server passes for one of the web, as a real one would be.
    port = int(server.url.rsplit(":", 1)[1])
    resolve = network.resolve

    def resolve_public(host: str, at: int, *, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if at == port else resolve(host, at, allow_private=allow_private)

    monkeypatch.setattr(network, "resolve", resolve_public)
    with pytest.raises(RefusedAddress, match=r"leads inside a network .*--allow-private"):
        open_fetcher(allow_private=False).fetch(server.url + path)


def test_address_inside_a_network_is_refused_unless_allowed(
    server: Server, open_fetcher: Open
) -> None:
    with pytest.raises(RefusedAddress, match=r"\(127\.0\.0\.1\)"):
        open_fetcher(allow_private=False).fetch(f"{server.url}/page")
    assert server.asked == []
    assert open_fetcher(allow_private=True).fetch(f"{server.url}/page").is_new


def test_name_is_resolved_once_and_the_checked_address_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    names: list[str] = []
    find_addresses = socket.getaddrinfo

    def rebind(host: str, *rest: int, **options: int) -> list[tuple[object, ...]]:
        """A name that leads to the web when it is checked, and elsewhere ever after."""
        names.append(host)
        first = names.count("name.example") == 1
        given = {"name.example": "127.0.0.1" if first else "10.0.0.1"}.get(host, host)
        return list(find_addresses(given, *rest, **options))

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    stream = DeadlineBackend(allow_private=False).connect_tcp("name.example", port, 1)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
    stream.close()
    assert names.count("name.example") == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::",
        "64:ff9b::a00:1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address",
    ],
)  # fmt: skip
def test_address_inside_a_network_is_known_in_every_guise(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "203.248.252.2", "2606:4700:4700::1111"])
def test_address_of_the_web_is_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        (
            "http://예시.한국/보도?쪽=1",
            "http://xn--vv4b11d.xn--3e0b707e/%EB%B3%B4%EB%8F%84?%EC%AA%BD=1",
        ),
        ("http://[::1]:8000/%20a b", "http://[::1]:8000/%20a%20b"),
    ],
)
def test_addresses_have_one_form(given: str, normal: str) -> None:
    assert normalise(given) == normal


@pytest.mark.parametrize(
    "given", ["", "example.org", "ftp://a.org", "http://", "http://[", "http://a:b/", "http://a@b/"]
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(FetchError, match="address"):
        normalise(given)


# robots.txt


def test_page_that_robots_txt_closes_is_not_asked_for(server: Server, open_fetcher: Open) -> None:
    server.robots = "User-agent: release-qa\nDisallow: /page\n\nUser-agent: *\nAllow: /"
    fetcher = open_fetcher()
    with pytest.raises(FetchError, match=re.escape("/robots.txt does not allow it")):
        fetcher.fetch(f"{server.url}/page")
    assert server.count("/page") == 0
    assert fetcher.fetch(f"{server.url}/etag").is_new
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
