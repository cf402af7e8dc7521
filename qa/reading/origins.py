"""What is known of a source before it is read, and how its pages and entries become releases.

Web pages, feeds and Markdown leave much unsaid that a listing of the ministry need not say: who
publishes, in which language, at which clock. What a source's description says comes first, then
what the page says of itself, then where it stands on the web.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from qa.reading.days import read_day, read_day_by
from qa.reading.identity import (
    MOTIR,
    Found,
    clean_body,
    clean_line,
    excerpt,
    language_of,
    release_id,
)
from qa.records import Problem, Release

MINISTRY_HOSTS = ("motie.go.kr", "motir.go.kr")
"""Where the trade ministry publishes; it is `MOTIR` there under all its former names."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a source's description says of every release in it; None where it leaves that open.

    `utc_offset` is the publisher's clock, for stamps in UTC. `date_format` is a form in the codes
    of strptime, for days that could be read in two ways.
    """

    publisher: str | None = None
    language: str | None = None
    category: str | None = None
    utc_offset: timedelta | None = None
    date_format: str | None = None

    def read_day(self, text: str) -> date | None:
        """The day that `text` is, by the source's own form first."""
        day = read_day_by(text, self.date_format) if self.date_format else None
        return day or read_day(text, utc_offset=self.utc_offset)


UNSAID = Origin()
"""The origin of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one page or entry says, as it says it. Empty where it says nothing."""

    title: str = ""
    published: str = ""
    body: str = ""
    url: str | None = None
    publisher: str | None = None
    category: str | None = None


def make_release(
    draft: Draft, origin: Origin, source: str, line: int, *, subject: str = "page", advice: str
) -> Found | Problem:
    """The release that a draft is, or why it is none: title, day and body it has to have.

    `advice` says what to do about what is missing.
    """
    title, body = clean_line(draft.title), clean_body(draft.body)
    where = f'the {subject} "{excerpt(title)}"' if title else f"a {subject}"
    day = origin.read_day(draft.published)
    if not title:
        missing = "a title, found none"
    elif not draft.published:
        missing = "the day of publication, found none"
    elif day is None:
        missing = f'a day of publication, found "{excerpt(draft.published)}"'
    elif not body:
        missing = "a body, found no words"
    if not title or day is None or not body:
        return Problem(source, line, f"expected {missing} in {where}; {advice}")
    publisher = origin.publisher or name_publisher(draft.url, draft.publisher)
    return Found(
        source,
        line,
        Release(
            id=release_id(publisher, day, title),
            title=title,
            published=day,
            body=body,
            publisher=publisher,
            url=draft.url,
            category=origin.category or clean_line(draft.category or "") or None,
            language=origin.language or language_of(f"{title}\n{body}"),
        ),
    )


def name_publisher(url: str | None, named: str | None) -> str:
    """Who publishes what stands at `url` and calls itself `named`, either of which may be None.

    >>> name_publisher("https://english.motie.go.kr/eng/1/view", "MOTIE")
    'Ministry of Trade, Industry and Resources'
    >>> name_publisher("https://news.example.org/1", None)
    'news.example.org'
    """
    host = host_of(url)
    if any(host == ministry or host.endswith(f".{ministry}") for ministry in MINISTRY_HOSTS):
        return MOTIR
    return clean_line(named or "") or host or MOTIR


def host_of(url: str | None) -> str:
    """The host of an address in small letters; empty when there is none.

    >>> host_of("https://Example.org:8080/a")
    'example.org'
    """
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def web_address(url: str | None) -> str | None:
    """`url` where it is an address on the web, else None.

    >>> web_address("https://example.org/1"), web_address("/eng/1")
    ('https://example.org/1', None)
    """
    text = (url or "").strip()
    is_plain = text.isprintable() and not any(mark.isspace() for mark in text)
    return (
        text
        if is_plain and text.lower().startswith(("http://", "https://")) and host_of(text)
        else None
    )
