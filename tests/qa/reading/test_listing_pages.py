"""HTML listing pages: entries with their text, and entries that only lead to it."""

import doctest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.reading import listing_pages
from qa.reading.identity import Found, settle
from qa.reading.listing import scan_listing
from qa.reading.listing_pages import find_attributes, find_links, holds_entries, scan_listing_page
from qa.reading.origins import Origin
from qa.records import Problem, Release
from tests.qa.reading.test_webpages import FOOT, HEAD, SHAPES

URL = "https://english.motir.go.kr/eng/article/EATCL1?pageIndex=1"
TEXTS = {
    "2025-12-01": (
        "Trade/Investment",
        "Korea’s Exports Rise 8.4% in November",
        "Korea’s exports rose 8.4 percent to USD 61.0 billion in November, the ministry announced.",
    ),
    "2025-12-02": (
        "Industry",
        "MOTIR Holds Meeting on Chips",
        "The Ministry of Trade, Industry and Resources held a meeting on chips on Tuesday with 1",
    ),
}
LISTING = "".join(
    f"-\n{category}\n{title}\n{body} date{day}\n" for day, (category, title, body) in TEXTS.items()
)

CARD = """<li><a href="/eng/article/EATCL1/{n}/view"><span class="cate">{category}</span>
<strong class="tit">{title}</strong><p class="txt">{body}</p>
<span class="date"><em>date</em>{day}</span></a></li>"""
SHAPED = {
    "cards in a list": f"<ul>{{}}</ul>|{CARD}",
    "cards in blocks": "<div>{}</div>|" + CARD.replace("<li>", "<div>").replace("</li>", "</div>"),
    "a table of cells": """<table>{}</table>|<tr><td><p>{category}</p><p><a
    href="/eng/article/EATCL1/{n}/view">{title}</a></p><p>{body}</p></td><td>{day}</td></tr>""",
}


def fill(shape: str) -> str:
    around, entry = SHAPED[shape].split("|", 1)
    entries = (
        entry.format(n=n, category=category, title=title, body=body, day=day)
        for n, (day, (category, title, body)) in enumerate(TEXTS.items(), 1)
    )
    return f"{HEAD}<h2>Press Releases</h2><p>Total 2,743</p>{around.format(''.join(entries))}{FOOT}"


def read(html: str, origin: Origin = Origin()) -> list[Release]:  # noqa: B008  frozen
    entries = list(scan_listing_page(html, "a.html", origin, url=URL))
    assert all(isinstance(entry, Found) for entry in entries), entries
    return [entry.release for entry in entries if isinstance(entry, Found)]


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(listing_pages).failed == 0


@pytest.mark.parametrize("shape", SHAPED)
def test_page_gives_the_releases_that_its_text_gives(shape: str) -> None:
    listed = settle(scan_listing(LISTING, "a.txt")).releases
    releases = read(fill(shape))
    assert [(r.id, r.title, r.body, r.category) for r in releases] == [
        (r.id, r.title, r.body, r.category) for r in listed
    ]
    assert [release.url for release in releases] == [
        f"https://english.motir.go.kr/eng/article/EATCL1/{number}/view" for number in (1, 2)
    ]


@pytest.mark.parametrize("shape", SHAPED)
def test_listing_and_article_are_told_apart(shape: str) -> None:
    assert holds_entries(fill(shape))
    assert not any(holds_entries(HEAD + article + FOOT) for article in SHAPES.values())


def test_entries_without_text_are_one_problem_that_says_so() -> None:
    rows = "".join(
        f'<tr><td>{n}</td><td><a href="javascript:view({n})">Korea’s Exports Rise Again</a></td>'
        f"<td>2025-12-0{n}</td></tr>"
        for n in (1, 2, 3)
    )
    html = f"<table><tr><th>No</th><th>Title</th><th>Date</th></tr>{rows}</table>"
    assert holds_entries(html)
    (problem,) = scan_listing_page(html, "a.html")
    assert isinstance(problem, Problem)
    assert "found 3 without, such as “Korea’s" in problem.reason.replace('"', "“")
    assert list(find_attributes(html, "td a")) == [f"javascript:view({n})" for n in (1, 2, 3)]


def test_what_is_known_of_the_source_counts_before_the_page() -> None:
    release = read(fill("cards in a list"), Origin(publisher="P", category="C", language="ko"))[0]
    assert (release.publisher, release.category, release.language) == ("P", "C", "ko")


def test_links_are_whole_each_once_and_on_the_web() -> None:
    html = """<base href="https://example.org/news/"><a class=t href="1">a</a><a class=t href="1#b">
    b</a><a class=t href="mailto:a@b">c</a><a class=t href="#">d</a><a class=t>e</a><a class=t
    href="http://[">f</a><div class=t><a href="/2">g</a></div><a rel=next href="?p=2">h</a>"""
    links = find_links(html, "https://example.org/list", ".t", "[rel=next]")
    assert links.articles == ("https://example.org/news/1", "https://example.org/2")
    assert links.following == "https://example.org/news/?p=2"


@given(st.text("<>/aulidvtr=\"'; 2025-12-01 \nDate", max_size=400))
@settings(max_examples=200)
def test_any_page_gives_releases_and_problems(html: str) -> None:
    assert isinstance(holds_entries(html), bool)
    for entry in scan_listing_page(html, "a.html"):
        assert isinstance(entry, Found | Problem)
