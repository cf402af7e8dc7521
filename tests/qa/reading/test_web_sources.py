"""Addresses and sites on a real server, read among files and beside what fails."""

import json
from pathlib import Path

import pytest

from qa.errors import SourceError
from qa.reading.identity import MOTIR
from qa.reading.sources import read_sources
from tests.misbehaving_server import Server
from tests.qa.fetchers import Open
from tests.qa.reading.test_crawling import SITE
from tests.qa.reading.test_listing_pages import LISTING
from tests.qa.reading.test_webpages import SHAPES, TITLE


def test_same_release_from_every_form_is_one(
    server: Server, open_fetcher: Open, tmp_path: Path
) -> None:
    server.pages["/feed.xml"] = (
        f"<rss><channel><title>{MOTIR}</title><item><title>{TITLE}</title><pubDate>2025-12-01"
        "</pubDate><description>It rose.</description></item></channel></rss>"
    )
    record = {"title": TITLE, "published": "2025-12-01", "body": "It rose."}
    site = (
        SITE.replace('"MOTIR"', f'"{MOTIR}"').replace("list", "only").replace("{url}", server.url)
    )
    files = {
        "a.txt": f"-\n{TITLE}\nIt rose. date2025-12-01\n",
        "b.jsonl": json.dumps(record),
        "c.html": SHAPES["board with a definition list"],
        "d.md": f'---\ntitle: "{TITLE}"\ndate: Dec 1, 2025\n---\nIt rose.',
        "e.toml": site.replace("{{page}}", "{page}"),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    server.pages["/only?page=1"] = '<ul><a href="/view/9">x</a></ul>'
    server.pages["/view/9"] = SHAPES["meta"]
    reading = read_sources([tmp_path, f"{server.url}/feed.xml"], open_fetcher)
    assert [release.title for release in reading.releases] == [TITLE]
    assert len(reading.problems) == 5
    assert all("newer version" in p.reason or "the same" in p.reason for p in reading.problems)


def test_one_source_that_fails_never_loses_the_others(
    server: Server, open_fetcher: Open, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "b.toml").write_text("[select", encoding="utf-8")
    (tmp_path / "c.md").write_text("No front matter.", encoding="utf-8")
    (tmp_path / "d.html").write_text("<p>No release.</p>", encoding="utf-8")
    (tmp_path / "e.xml").write_text("<not-a-feed/>", encoding="utf-8")
    reading = read_sources([f"{server.url}/missing", tmp_path, "http://["], open_fetcher)
    assert len(reading.releases) == 2
    assert [Path(problem.source).name for problem in reading.problems] == [
        "missing",
        "b.toml",
        "c.md",
        "d.html",
        "e.xml",
        "[",
    ]


def test_address_named_twice_is_read_once(server: Server, open_fetcher: Open) -> None:
    url = f"{server.url}/page"
    reading = read_sources([url, url], open_fetcher)
    assert len(reading.releases) == 1
    assert "read already" in reading.problems[0].reason


def test_address_that_cannot_be_had_is_refused_with_the_reason(
    server: Server, open_fetcher: Open
) -> None:
    with pytest.raises(SourceError, match=r"(?s)found none in http.*/missing.*found status 404"):
        read_sources([f"{server.url}/missing"], open_fetcher)


def test_nothing_is_fetched_where_that_is_not_meant(server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LISTING, encoding="utf-8")
    (tmp_path / "b.toml").write_text(SITE, encoding="utf-8")
    reading = read_sources([tmp_path, f"{server.url}/page"])
    assert len(reading.problems) == 2
    assert server.asked == []
