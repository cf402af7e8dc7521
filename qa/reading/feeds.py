"""Releases from an RSS or Atom feed (https://www.rssboard.org/rss-specification, RFC 4287).

feedparser finds the entries, in the feeds as they come; days are read from what is written, in the
publisher's own time, since feedparser moves them to UTC and misreads Korean ones. What a feed
leaves out of an entry is not fetched. Fetching the feed is left to `qa.reading.crawling`.
"""

import io
import re
from collections.abc import Iterator

import feedparser

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.html_text import html_to_text
from qa.reading.identity import Found, clean_line
from qa.reading.origins import UNSAID, Draft, Origin, make_release, web_address
from qa.records import Problem

_START = lazy_regex(rb"<(?:\w{1,20}:)?(?:item|entry)[\s>]")
_END = lazy_regex(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>")
# Read together, in order: each may hold what looks like the others.
_MARKS = lazy_regex(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    rb"|(?P<entity><!ENTITY\s(?:\"[^\"]*\"|'[^']*'|[^\"'>])*>?)",
    re.DOTALL,
)
_DECLARED = lazy_regex(rb"<!ENTITY\s+([^%\s\"'>]+)")
_USED = lazy_regex(rb"&([^\s&;<]+);")
_PREDEFINED = {b"amp", b"lt", b"gt", b"quot", b"apos"}  # may be declared, and mean the same then
_HARMLESS = feedparser.exceptions.ThingsNobodyCaresAboutButMe
_UNCHECKED = feedparser.exceptions.CharacterEncodingUnknown  # then no XML parser has read it
_DAYS = ("published", "issued", "created", "date", "updated")
_MARKUP = lazy_regex(r"<[a-zA-Z/!]|&[#\w]{1,10};")
_CUT_OFF = "expected a whole entry, found that the feed breaks off within it; get it again"
_OWN_ENTITIES = (
    "expected a feed that writes its text out, found that it uses entities of its own, which "
    "are not followed; get one without, or save its releases as JSON Lines"
)
_ADVICE = "it is left out; tell the publisher, or save it as JSON Lines"


def scan_feed(
    data: bytes,
    source: str,
    origin: Origin = UNSAID,
    *,
    url: str | None = None,
    content_type: str | None = None,
) -> Iterator[Found | Problem]:
    """Each entry's release or problem, in order, and a problem when the feed is broken off.

    `url` is where the feed was got from, and `content_type` what HTTP said of it.

    >>> feed = (
    ...     b"<rss><channel><title>MOTIR</title><item><title>Exports Rise</title><description>"
    ...     b"Exports rose.</description><pubDate>Mon, 01 Dec 2025 00:10:00 +0900</pubDate></item>"
    ... )
    >>> next(scan_feed(feed, "a.xml")).release.published
    datetime.date(2025, 12, 1)
    """
    headers = {"content-location": url or "", "content-type": content_type or ""}
    feed = feedparser.parse(io.BytesIO(_drop_entities(data)), response_headers=headers)
    entries = feed.entries
    if not entries and not feed.get("version"):
        yield Problem(source, 1, "expected an RSS or Atom feed, found none; take it out")
        return
    if _uses_entities(data):
        yield Problem(source, 1, _OWN_ENTITIES)
        return
    lines = _number_lines(data, len(entries))
    fault = feed.get("bozo_exception")
    is_broken = bool(feed.bozo) and not isinstance(fault, _HARMLESS)
    breaks_off = (is_broken or isinstance(fault, _UNCHECKED)) and _breaks_off_within(data)
    named = clean_line(str(feed.feed.get("publisher") or feed.feed.get("title") or ""))
    for number, (line, entry) in enumerate(zip(lines, entries, strict=True), start=1):
        if breaks_off and number == len(entries):
            yield Problem(source, line, _CUT_OFF)
            break
        try:
            draft = _read_entry(entry, named)
        except SourceError as error:
            yield Problem(source, line, str(error))
            continue
        yield make_release(draft, origin, source, line, subject="entry", advice=_ADVICE)
    if is_broken:
        found = clean_line(str(fault))
        yield Problem(
            source,
            max(lines, default=1),
            f"expected a whole feed, found that it breaks off or is not well-formed ({found}); "
            "what stands before is read: get it again",
        )


def holds_feed(data: bytes) -> bool:
    """Whether bytes begin as a feed does, whatever they are called.

    >>> holds_feed(b'<?xml version="1.0"?><rss version="2.0">'), holds_feed(b"<html><body>")
    (True, False)
    """
    start = data[:2000].replace(b"\0", b"")
    return re.search(rb"<(?:rss|(?:\w{1,20}:)?feed|rdf:RDF)[\s>]", start) is not None


def _uses_entities(data: bytes) -> bool:
    """Whether a feed has marks of its own for text: what they stand for is not put in their place.

    >>> declared = b'<!DOCTYPE rss [<!ENTITY motir "Ministry of Trade">]><rss>'
    >>> _uses_entities(declared + b"&motir;"), _uses_entities(declared + b"MOTIR")
    (True, False)
    """
    text = data.replace(b"\0", b"")
    entities = b"".join(match["entity"] or b"" for match in _MARKS.finditer(text))
    declared = set(_DECLARED.findall(entities)) - _PREDEFINED
    return bool(declared) and not declared.isdisjoint(_USED.findall(_MARKS.sub(b" ", text)))


def _drop_entities(data: bytes) -> bytes:
    """A feed without the entities it declares: feedparser finds fault with those on one line."""
    return _MARKS.sub(lambda match: b"" if match["entity"] else match[0], data)


def _breaks_off_within(data: bytes) -> bool:
    """Whether the last entry has no end: a part of its text may be missing, its title's even."""
    text = data.replace(b"\0", b"")
    last = max((match.end() for match in _START.finditer(text)), default=None)
    return last is not None and _END.search(text, last) is None


def _read_entry(entry: feedparser.FeedParserDict, publisher: str) -> Draft:
    day = next((str(entry[name]) for name in _DAYS if entry.get(name)), "")
    tags = entry.get("tags") or [{}]
    return Draft(
        title=_to_text(entry.get("title_detail") or {}),
        published=day,
        body=_read_body(entry),
        url=web_address(entry.get("link")),
        publisher=publisher,
        category=tags[0].get("label") or tags[0].get("term"),
    )


def _read_body(entry: feedparser.FeedParserDict) -> str:
    """The longest of an entry's contents and its summary, as text."""
    details = [*(entry.get("content") or []), entry.get("summary_detail") or {}]
    return max(map(_to_text, details), key=len)


def _to_text(detail: feedparser.FeedParserDict) -> str:
    words = str(detail.get("value") or "")
    if detail.get("type") == "text/plain" and not _MARKUP.search(words):
        return words
    return html_to_text(words)


def _number_lines(data: bytes, entries: int) -> list[int]:
    """The line that each entry begins on; 1 for all where that cannot be told."""
    lines: list[int] = []
    line, read = 1, 0
    for match in _START.finditer(data):
        line += data.count(b"\n", read, match.start())
        read = match.start()
        lines.append(line)
    return lines if len(lines) == entries else [1] * entries
