"""Pages of articles in the shapes that ministries and news sites give them."""

import doctest
from datetime import date, timedelta
from html import escape
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.errors import SourceError
from qa.reading import article_day, article_shape, origins, webpages
from qa.reading.decoding import decode_page
from qa.reading.identity import MOTIR, Found, settle
from qa.reading.listing import scan_listing
from qa.reading.origins import UNSAID, Origin
from qa.reading.webpages import BY_SHAPE, Selectors, scan_page
from qa.records import Release
from tests.timing import takes_less

TITLE = "Korea’s Exports Rise 8.4% in November"
FIRST = "Korea’s exports rose 8.4 percent to USD 61.0 billion in November, the ministry announced."
SECOND = "Exports of chips (up 38.6 percent) & ships rose; <display> exports declined."
BODY = f"<p>{FIRST}</p>\n<p>{escape(SECOND)}</p>"
BROKEN = f"{FIRST}<br><br>{escape(SECOND)}<br>"
TEXT = f"{FIRST}\n\n{SECOND}"
DAY = date(2025, 12, 1)

HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>MOTIR</title>
<style>.tit {color: red}</style><script>var a = "<p>Date 2024-01-01</p>";</script></head><body>
<div id="skip"><a href="#cont">Skip to content</a></div>
<header><h1><a href="/">Ministry of Trade, Industry and Resources</a></h1>
<nav><ul><li><a href="/1">Topics</a></li><li><a href="/2">Press Releases</a></li></ul></nav>
</header>"""
FOOT = """<div class="sns_share"><button>Share</button> Share this page</div>
<ul class="prev_next"><li>Prev <a href="/1">Minister Kim Visits Ulsan</a>
<span>2025-11-28</span></li>
<li>Next <a href="/3">Auto Exports Fall</a> <span>2025-12-03</span></li></ul>
<footer><p>(30118) 402 Hannuri-daero, Sejong-si, Republic of Korea. Copyright 2020-01-01 by
MOTIR. All rights reserved, whatever these words say at whatever length they say it.</p></footer>
</body></html>"""

SHAPES = {
    "board with a definition list": f"""
        <div class="sub_title"><h2>Press Releases</h2></div><div class="board_view">
        <h3 class="tit">{TITLE}</h3>
        <dl class="info"><dt>Registration date</dt><dd>2025-12-01</dd><dt>Views</dt>
        <dd>1,234</dd></dl>
        <div class="view_cont">{BODY}</div>
        <dl class="file-list"><dt>Attached file</dt><dd><a href="/f">exports.pdf</a></dd>
        </dl></div>""",
    "board of the ministry's English site": f"""
        <main><h2>Press Releases</h2><div class="board-detail"><div class="detail-top">
        <p class="detail-tit">{TITLE}</p><span class="date"><em>Date</em> 2025-12-01</span></div>
        <div class="detail-cont">{BODY}</div></div></main>""",
    "table with headings beside": f"""
        <h2>Press Releases</h2><table><tr><th>Title</th><td class="subject">{TITLE}</td></tr>
        <tr><th>Department</th><td>Export Division</td><th>Date</th><td>Dec 1, 2025</td></tr>
        <tr><td colspan="4" class="view_con">{BODY}</td></tr></table>""",
    "table with headings above": f"""
        <h3>{TITLE}</h3><table><thead><tr><th>Writer</th><th>Date</th><th>Views</th></tr></thead>
        <tbody><tr><td>Kim</td><td>2025.12.01</td><td>33</td></tr></tbody></table>
        <div class="view-content">{BODY}</div>""",
    "label and day in one": f"""
        <h2 class="title">{TITLE}</h2><p class="meta">Date: December 1, 2025</p>
        <div id="content">{BODY}</div>""",
    "label in the midst of a line": f"""
        <h1>{TITLE}</h1><p>Writer: Kim | Date: 2025. 12. 1. | Views: 33</p><div>{BODY}</div>""",
    "meta": f"""
        <meta property="article:published_time" content="2025-12-01T09:00:00+09:00">
        <meta property="og:title" content="{TITLE}"><article><h1>{TITLE}</h1>
        <p>Updated: 2025-12-05</p><div class="entry-content">{BODY}</div></article>""",
    "time": f"""
        <article><header><h1>{TITLE}</h1><time datetime="2025-12-01">last Monday</time></header>
        {BODY}</article>""",
    "JSON-LD": f"""
        <script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
        {{"@type": "WebSite", "name": "News"}}, {{"@type": ["NewsArticle"], "headline": "{TITLE}",
        "datePublished": "2025-12-01T09:00:00+09:00", "dateModified": "2025-12-09"}}]}}</script>
        <div><div><h2>{TITLE}</h2></div><div>{BODY}</div></div>""",
    "a day alone between title and body": f"""
        <h1>Newsroom</h1><div><h2>{TITLE}</h2><div>Dec. 1, 2025</div></div><div>{BODY}</div>""",
    "a day marked by its class": f"""
        <section><h2>{TITLE}</h2><span class="reg_date">2025/12/01</span>
        <span class="hit">33</span></section><section>{BODY}</section>""",
    "nothing marked at all": f"<h1>{TITLE}</h1><p>Date 2025-12-01</p>{BODY}",
    "layout in a table": f"""
        <table><tr><td><a href="/1">Home</a><br><a href="/2">News</a></td><td><h1>{TITLE}</h1>
        <p>Posted on: 1 December 2025</p>{BODY}</td></tr></table>""",
    "body parted by line breaks": f"""
        <div class="view_title">{TITLE}</div><ul><li><b>Date</b> 2025-12-01</li>
        <li><b>Hit</b> 3</li></ul><div class="view_cont">{BROKEN}</div>""",
    "days in the body": f"""
        <h3 class="tit">{TITLE}</h3><p>Registration date: 2025-12-01</p><div class="view_cont">
        {BODY}<span hidden>Date 2023-01-01</span><script>"Date: 2022-02-02"</script></div>""",
}


def read(html: str, origin: Origin = UNSAID, selectors: Selectors = BY_SHAPE) -> Release:
    (entry,) = scan_page(html, "a.html", origin, selectors)
    assert isinstance(entry, Found), entry
    return entry.release


@pytest.mark.parametrize("module", [article_day, article_shape, origins, webpages])
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize("shape", SHAPES)
def test_title_day_and_body_are_found_in_every_shape(shape: str) -> None:
    release = read(HEAD + SHAPES[shape] + FOOT)
    assert (release.title, release.published) == (TITLE, DAY)
    assert release.body == TEXT
    assert release.publisher == MOTIR


@pytest.mark.parametrize("shape", SHAPES)
def test_page_has_the_id_that_the_listing_gives(shape: str) -> None:
    listed = settle(scan_listing(f"-\n{TITLE}\n{FIRST} date2025-12-01\n", "a.txt")).releases[0]
    assert read(SHAPES[shape]).id == listed.id


def test_korean_page_is_read_with_its_labels() -> None:
    page = """<html lang="ko"><title>산업통상부 | 보도자료</title><h2>보도·참고자료</h2>
    <h3>11월 수출 8.4% 증가, 역대 최대</h3><ul class="info"><li><span>담당부서</span> 수출입과</li>
    <li><span>등록일</span> 2025.12.01.(월)</li><li><span>조회수</span> 1,234</li></ul>
    <div class="detail_content"><p>11월 수출이 8.4% 증가했다.</p></div>"""
    release = read(page)
    assert (release.title, release.published) == ("11월 수출 8.4% 증가, 역대 최대", DAY)
    assert release.body.endswith("11월 수출이 8.4% 증가했다.")
    assert release.language == "ko"


def test_body_that_is_only_a_picture_is_a_problem_and_not_made_up_for() -> None:
    page = f"<h3 class=tit>{TITLE}</h3><p>Date 2025-12-01</p><div class=view_cont><img></div>{BODY}"
    (problem,) = settle(scan_page(page, "a.html")).problems
    assert "expected a body, found no words" in problem.reason


def test_cells_of_a_table_stay_apart_and_rows_on_their_lines() -> None:
    table = """<table><thead><tr><th>Item</th><th>Nov.</th></tr></thead><tr><td><p>Chips</p></td>
    <td>38.6</td></tr><tr><td>Ships</td><td>-3.7</td></tr></table>"""
    release = read(f"<h1>{TITLE}</h1><p>Date 2025-12-01</p><div class=view_cont>{table}</div>")
    assert release.body == "Item | Nov.\nChips | 38.6\nShips | -3.7"


def test_nothing_of_markup_scripts_or_hidden_parts_is_left() -> None:
    release = read(HEAD + SHAPES["days in the body"] + FOOT)
    for trace in ("<p>", "&amp;", "script", "color", "2023", "2022", "Share", "Copyright", "Skip"):
        assert trace not in release.body
    assert "<display>" in release.body  # what the page shows as text is text


# What the page declares


def declare(stamp: str, shown: str = "") -> str:
    return (
        f'<meta property="article:published_time" content="{stamp}">'
        f'<h1>{TITLE}</h1>{shown}<div class="view_cont">{BODY}</div>'
    )


def test_stamp_is_the_day_it_was_where_it_was_written() -> None:
    assert read(declare("2025-12-01T00:10:00+09:00")).published == DAY


def test_stamp_in_utc_is_moved_by_the_publishers_clock_only() -> None:
    page = declare("2025-11-30T15:10:00Z")
    assert read(page).published == date(2025, 11, 30)
    assert read(page, Origin(utc_offset=timedelta(hours=9))).published == DAY


def test_day_with_a_label_counts_before_a_stamp_in_utc() -> None:
    page = declare("2025-11-30T15:10:00Z", "<p>Date: 2025-12-01</p>")
    assert read(page).published == DAY


def test_days_of_change_and_of_events_are_not_the_day() -> None:
    shown = "<dl><dt>Last updated</dt><dd>2025-12-05</dd><dt>Deadline</dt><dd>2025-12-31</dd></dl>"
    assert read(declare("2025-12-01", shown)).published == DAY


def test_publisher_and_address_are_what_the_page_says() -> None:
    page = '<link rel="canonical" href="https://news.example.org/1">' + SHAPES["JSON-LD"]
    page = page.replace('"datePublished"', '"publisher": {"name": "Example News"}, "datePublished"')
    release = read(page)
    assert (release.publisher, release.url) == ("Example News", "https://news.example.org/1")


@pytest.mark.parametrize("host", ["english.motie.go.kr", "www.motir.go.kr"])
def test_ministry_is_one_publisher_at_all_its_addresses(host: str) -> None:
    page = f'<meta property="og:site_name" content="MOTIE">{SHAPES["meta"]}'
    (entry,) = scan_page(page, "a", url=f"https://{host}/eng/article/1/view")
    assert isinstance(entry, Found)
    assert entry.release.publisher == MOTIR


# What is told of the page


def test_selectors_are_kept_to() -> None:
    page = "<h1>Other</h1><b class=t>Exports Rise</b><i id=d>01/12/2025</i><p>a</p><p class=b>b</p>"
    origin = Origin(publisher="P", language="en", category="Trade", date_format="%d/%m/%Y")
    release = read(page, origin, Selectors(title=".t", date="#d", body="p.b"))
    assert (release.title, release.published, release.body) == ("Exports Rise", DAY, "b")
    assert (release.publisher, release.category) == ("P", "Trade")


def test_selector_that_finds_nothing_is_not_made_up_for() -> None:
    (entry,) = scan_page(SHAPES["meta"], "a.html", UNSAID, Selectors(body=".none"))
    assert not isinstance(entry, Found)
    assert "expected a body, found no words" in entry.reason


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("", "a title, found none"),
        ("<p>Words and more words of no release at all.</p>", "a title, found none"),
        (f"<h1>{TITLE}</h1>{BODY}", "the day of publication, found none"),
        (f"<h1>{TITLE}</h1><p>Date: 2025-12-01</p>", "a body, found no words"),
        ("<div>" * 100_000, "nested deeper"),
    ],
)
def test_page_that_is_no_release_is_a_problem_that_says_what_is_missing(
    page: str, missing: str
) -> None:
    (problem,) = settle(scan_page(page, "a.html")).problems
    assert missing in problem.reason


# Anything at all


@given(st.binary(max_size=500) | st.text("<>/ahpdivtr=\"'&;!-0125.", max_size=300).map(str.encode))
@settings(max_examples=300)
def test_any_bytes_are_a_release_or_a_problem(data: bytes) -> None:
    try:
        page = decode_page(data)
    except SourceError:
        return
    reading = settle(scan_page(page, "a.html"))
    assert len(reading.releases) + len(reading.problems) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<div class=view_cont>" * 2000 + "x" * 50_000,
        "<article>" * 2000 + "words " * 10_000,
        "<div class=view_title>" * 2000 + "x" * 50_000,
        "<table><tr><th>No<th>Date</tr>" + "<tr><td>1<td>2025-12-01" * 5000,
        "<table><tr>" + "<td>2025-12-01" * 5000,
        "<p>" + "| Date: " * 20_000,
        "".join(
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "No. {each}"'
            f"}}</script><h2>Heading {each}</h2>"
            for each in range(10_000)
        ),
    ],
)
def test_time_is_bounded_on_hostile_pages(html: str) -> None:
    assert takes_less(lambda: settle(scan_page(html, "a.html")), 5)
