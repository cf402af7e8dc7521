"""One address read from a real server on loopback, whatever it holds and however it misbehaves."""

import pytest

from qa.reading.crawling import read_address
from qa.reading.identity import Found
from tests.misbehaving_server import Server
from tests.qa.fetchers import Open
from tests.qa.reading.test_feeds import make
from tests.qa.reading.test_listing_pages import fill
from tests.qa.reading.test_webpages import SHAPES


@pytest.mark.parametrize(
    ("path", "content", "count"),
    [
        ("/feed.xml", make().decode(), 1),
        ("/feed", make().decode(), 1),
        ("/article", SHAPES["JSON-LD"], 1),
        ("/listing", fill("cards in a list"), 2),
    ],
)
def test_address_is_read_by_what_it_holds(
    server: Server, open_fetcher: Open, path: str, content: str, count: int
) -> None:
    server.pages[path] = content
    entries = list(read_address(server.url + path, open_fetcher()))
    assert [type(entry) for entry in entries] == [Found] * count


def test_article_misbehaving_in_every_way_is_read_all_the_same(
    server: Server, open_fetcher: Open
) -> None:
    paths = ("page", "etag", "modified", "moved", "cut-off", "gzip", "raw-deflate", "429")
    ids = set()
    for path in paths:
        (entry,) = read_address(f"{server.url}/{path}", open_fetcher())
        assert isinstance(entry, Found), (path, entry)
        ids.add(entry.release.id)
    assert len(ids) == 1
    (korean,) = read_address(f"{server.url}/wrong-charset", open_fetcher())
    assert isinstance(korean, Found)
    assert korean.release.title == "11월 수출 8.4% 증가"
