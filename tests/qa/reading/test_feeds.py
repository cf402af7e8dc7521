"""RSS and Atom feeds, as they should be and as they come."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.reading import feeds
from qa.reading.feeds import holds_feed, scan_feed
from qa.reading.identity import MOTIR, Found, settle
from qa.reading.listing import scan_listing
from qa.reading.origins import Origin
from qa.records import Problem

DAY = date(2025, 12, 1)
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>MOTIR</title>
<link>https://english.motir.go.kr/</link>
{items}</channel></rss>"""
ITEM = """<item><title>Korea’s R&amp;D Exports Rise</title><link>/eng/article/1/view</link>
<pubDate>Mon, 01 Dec 2025 00:10:00 +0900</pubDate><category>Trade</category>
<description>Exports rose.</description><content:encoded><![CDATA[<p>Exports rose 8.4 percent.</p>
<script>x()</script><table><tr><td>Chips</td><td>38.6</td></tr></table>]]></content:encoded></item>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Ministry</title>
<entry><title type="html">Exports &lt;b&gt;Rise&lt;/b&gt;</title>
<link href="https://example.org/1"/><updated>2025-12-05T00:00:00Z</updated>
<published>2025-12-01T23:30:00+09:00</published><summary>Exports rose.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Exports rose a lot.</p></div>
</content></entry></feed>"""
URL = "https://english.motir.go.kr/rss.xml"


def make(items: str = ITEM, encoding: str = "utf-8") -> bytes:
    return RSS.format(items=items, encoding=encoding).encode(encoding)


def make_item(day: str, title: str = "Exports Rise") -> str:
    return f"<item><title>{title}</title>{day}<description>They rose.</description></item>\n"


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(feeds).failed == 0


def test_entry_is_read_with_the_longest_of_its_texts() -> None:
    (entry,) = scan_feed(make(), "a.xml", url=URL)
    assert isinstance(entry, Found)
    release = entry.release
    assert (release.title, release.published) == ("Korea’s R&D Exports Rise", DAY)
    assert release.body == "Exports rose 8.4 percent.\n\nChips | 38.6"
    assert (release.publisher, release.category) == (MOTIR, "Trade")
    assert release.url == "https://english.motir.go.kr/eng/article/1/view"
    assert entry.line == 5


def test_entry_has_the_id_that_the_listing_gives() -> None:
    (entry,) = scan_feed(make(), "a.xml", url=URL)
    listed = settle(
        scan_listing("-\nKorea’s R&D Exports Rise\nThey rose. date2025-12-01\n", "a.txt")
    )
    assert isinstance(entry, Found)
    assert entry.release.id == listed.releases[0].id


def test_atom_is_read_by_its_day_of_publication() -> None:
    (release,) = settle(scan_feed(ATOM.encode(), "a.atom")).releases
    assert (release.title, release.published) == ("Exports Rise", DAY)
    assert (release.body, release.publisher) == ("Exports rose a lot.", "Example Ministry")


@pytest.mark.parametrize(
    "day",
    [
        "<pubDate>Mon, 1 Dec 2025 23:30:00 GMT</pubDate>",
        "<pubDate>2025. 12. 1.</pubDate>",
        "<pubDate>2025년 12월 1일</pubDate>",
        "<pubDate>2025-12-01 09:00</pubDate>",
        "<dc:date>2025-12-01T00:10:00+09:00</dc:date>",
    ],
)
def test_day_is_the_one_that_is_written(day: str) -> None:
    assert settle(scan_feed(make(make_item(day)), "a.xml")).releases[0].published == DAY


def test_stamp_in_utc_is_moved_by_the_publishers_clock() -> None:
    feed = make(make_item("<pubDate>Sun, 30 Nov 2025 15:10:00 GMT</pubDate>"))
    origin = Origin(utc_offset=timedelta(hours=9))
    assert settle(scan_feed(feed, "a.xml", origin)).releases[0].published == DAY


def test_entries_without_day_title_or_text_are_problems_on_their_lines() -> None:
    items = (
        make_item("")
        + ITEM
        + make_item("<pubDate>soon</pubDate>")
        + make_item("<pubDate>2025-12-01</pubDate>", title="")
        + "<item><title>No Words</title><pubDate>2025-12-01</pubDate></item>"
    )
    reading = settle(scan_feed(make(items), "a.xml"))
    assert len(reading.releases) == 1
    assert [problem.line for problem in reading.problems] == [5, 10, 11, 12]
    assert 'the day of publication, found none in the entry "Exports' in reading.problems[0].reason
    assert 'found "soon"' in reading.problems[1].reason
    assert "expected a title" in reading.problems[2].reason
    assert "expected a body" in reading.problems[3].reason


def test_feed_that_breaks_off_keeps_what_stands_before() -> None:
    data = make(ITEM + ITEM.replace("Rise", "Fall"))
    reading = settle(scan_feed(data[: data.index(b"Fall") + 40], "a.xml"))
    assert reading.releases[0].title == "Korea’s R&D Exports Rise"
    assert "breaks off" in reading.problems[-1].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entry_within_which_a_feed_breaks_off_is_no_release(encoding: str) -> None:
    whole = make(ITEM + ITEM.replace("Rise", "Fall"), encoding).decode(encoding)
    assert len(settle(scan_feed(whole.encode(encoding), "a.xml")).releases) == 2
    for broken in (whole[: whole.rindex("</item>")], whole[: whole.rindex("</item>") + 4]):
        reading = settle(scan_feed(broken.encode(encoding), "a.xml"))
        assert [each.title for each in reading.releases] == ["Korea’s R&D Exports Rise"]
        assert "breaks off within it" in reading.problems[0].reason
    after = settle(scan_feed(whole[: whole.rindex("</item>") + 7].encode(encoding), "a.xml"))
    assert len(after.releases) == 2
    assert "breaks off" in after.problems[0].reason


def test_whole_feed_keeps_its_last_entry_before_a_comment_that_names_one() -> None:
    for comment in ("<!-- <item> old -->", "<!-- <entry> -->"):
        data = make(ITEM + ITEM.replace("Rise", "Fall") + comment)
        for said in ("text/xml", "text/plain"):
            entries = list(scan_feed(data, "a.xml", content_type=said))
            assert [type(entry) for entry in entries] == [Found, Found]


def test_feed_with_entities_of_its_own_is_a_problem() -> None:
    item = make_item("<pubDate>2025-12-01</pubDate>").replace("They rose.", "&j;")
    plain = make(item).split(b"?>", 1)[1]
    declared = b'<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY j "&a;&a;">]>'
    reading = settle(scan_feed(declared + plain, "lol.xml"))
    assert reading.releases == ()
    [problem] = reading.problems
    assert "entities of its own" in problem.reason


@pytest.mark.parametrize(
    ("prolog", "words"),
    [
        ('<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>', "They rose."),
        ('<!DOCTYPE rss [\n<!ENTITY a "lol">\n<!ENTITY b "&a;">\n]>', "They rose."),
        ('<!DOCTYPE rss [<!ENTITY amp "&#38;#38;">]>', "They rose &amp; fell."),
        ('<!DOCTYPE rss [<!ENTITY a "lol">]>', "<![CDATA[&a;]]> rose<!-- &a; -->."),
        ("<!-- no <!ENTITY here -->", "They rose."),
        ("", '<![CDATA[<!ENTITY a "lol"> rose: &a;]]>'),
    ],
)
def test_feed_with_entities_that_it_does_not_use_is_read(prolog: str, words: str) -> None:
    item = make_item("<pubDate>2025-12-01</pubDate>").replace("They rose.", words)
    entries = list(scan_feed(prolog.encode() + make(item).split(b"?>", 1)[1], "a.xml"))
    assert [type(entry) for entry in entries] == [Found]


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE rss [<!ENTITY b "<!--"><!ENTITY j "lol">]>',
        '<!-- <item> <![CDATA[ --><!DOCTYPE rss [<!ENTITY j SYSTEM "a>b">]>',
        "<!DOCTYPE rss [<!ENTITY % d '<!ENTITY j \"lol\">'> %d;]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_found_among_comments_and_in_one_another(prolog: str, encoding: str) -> None:
    item = make_item("<pubDate>2025-12-01</pubDate>").replace("They rose.", "A &j; B")
    feed = make(item, encoding).decode(encoding).replace("?>", "?>" + prolog, 1)
    [problem] = scan_feed(feed.encode(encoding), "a.xml")
    assert isinstance(problem, Problem)
    assert "entities of its own" in problem.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "euc-kr"])
@pytest.mark.parametrize("said", ["", "text/xml", "application/rss+xml; charset=utf-8"])
def test_korean_feed_is_read_in_every_encoding(encoding: str, said: str) -> None:
    data = make(make_item("<pubDate>2025-12-01</pubDate>", title="11월 수출 증가"), encoding)
    (entry,) = scan_feed(data, "a.xml", content_type=said)
    assert isinstance(entry, Found)
    assert entry.release.title == "11월 수출 증가"


@pytest.mark.parametrize("data", [b"", b"hello", b"<html><body>x", b"\xff\xfe\x00<rss", b"<a/>"])
def test_what_is_no_feed_is_a_problem(data: bytes) -> None:
    reading = settle(scan_feed(data, "a.xml"))
    assert reading.releases == ()
    assert "expected an RSS or Atom feed, found none" in reading.problems[0].reason


def test_files_named_in_a_feed_are_not_read() -> None:
    data = (
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        + make(make_item("<pubDate>2025-12-01</pubDate>", title="A &x; B")).split(b"?>", 1)[1]
    )
    for release in settle(scan_feed(data, "a.xml")).releases:
        assert release.title in ("A B", "A &x; B")


def test_entities_that_multiply_are_not_followed() -> None:
    grow = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    item = "<rss><channel><item><title>&a11;</title></item></channel></rss>"
    reading = settle(scan_feed(f"<!DOCTYPE r [{grow}]>{item}".encode(), "a.xml"))
    assert reading.releases == ()
    assert reading.problems


def test_feeds_are_told_by_what_they_begin_with() -> None:
    assert all(map(holds_feed, [make(), ATOM.encode(), make(encoding="utf-16"), b"<rdf:RDF >"]))
    assert not any(map(holds_feed, [b"", b"<html><body><feedback>", b"rss"]))


@given(st.binary(max_size=300) | st.text(max_size=100).map(lambda text: make(f"<item>{text}")))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_releases_and_problems(data: bytes) -> None:
    reading = settle(scan_feed(data, "a.xml"))
    assert reading.releases or reading.problems
