"""The forms that releases come in, how each is told, and which parser reads it. No I/O.

A file's form is told by the end of its name. What comes from the web is told by what it holds
first, since servers call feeds pages and pages feeds; then by what HTTP says; then by its name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from qa.errors import SourceError
from qa.reading.decoding import decode_page, decode_text
from qa.reading.feeds import holds_feed, scan_feed
from qa.reading.identity import Found
from qa.reading.jsonlines import holds_questions, scan_json_lines
from qa.reading.listing import scan_listing
from qa.reading.listing_pages import holds_entries, scan_listing_page
from qa.reading.markdown_files import scan_markdown
from qa.reading.origins import UNSAID, Origin, name_publisher
from qa.reading.webpages import scan_page
from qa.records import Problem


class Form(Enum):
    """What a text is written in. A page is an article or a listing: its shape tells."""

    LISTING = "a listing (.txt)"
    JSON_LINES = "JSON Lines (.jsonl, .ndjson)"
    PAGE = "an HTML page (.html, .htm)"
    MARKDOWN = "Markdown (.md, .markdown)"
    FEED = "an RSS or Atom feed (.xml, .rss, .atom)"


SUFFIXES = {
    ".txt": Form.LISTING,
    ".jsonl": Form.JSON_LINES,
    ".ndjson": Form.JSON_LINES,
    ".html": Form.PAGE,
    ".htm": Form.PAGE,
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".xml": Form.FEED,
    ".rss": Form.FEED,
    ".atom": Form.FEED,
}
_TYPES = {
    "text/html": Form.PAGE,
    "application/xhtml+xml": Form.PAGE,
    "application/rss+xml": Form.FEED,
    "application/atom+xml": Form.FEED,
    "text/markdown": Form.MARKDOWN,
    "application/jsonl": Form.JSON_LINES,
    "application/x-ndjson": Form.JSON_LINES,
    "application/x-jsonlines": Form.JSON_LINES,
}
_PLAIN_TYPES = ("text/plain", "application/octet-stream", "")


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a file or an answer, to read releases from; messages name it by `name`.

    `url` and `content_type` are what the web says of them; None for a file.
    """

    name: str
    data: bytes
    url: str | None = None
    content_type: str | None = None


def form_of_name(name: str) -> Form | None:
    """The form of a file, or of an address, by the end of its name; None for none that is known.

    >>> form_of_name("releases.HTM")
    <Form.PAGE: 'an HTML page (.html, .htm)'>
    """
    return next((form for end, form in SUFFIXES.items() if name.lower().endswith(end)), None)


def form_of_answer(content: Content) -> Form:
    """The form of what came from the web. Raises SourceError when it is none that is known."""
    if holds_feed(content.data):
        return Form.FEED
    kind = (content.content_type or "").split(";")[0].strip().lower()
    named = form_of_name(urlsplit(content.url or "").path)
    if form := _TYPES.get(kind):
        return form
    if kind in _PLAIN_TYPES and named is not None:
        return named
    if kind == "text/plain":
        return Form.LISTING
    if not kind and content.data.lstrip()[:1] == b"<":
        return Form.PAGE
    raise SourceError(
        f"expected a page, a feed, Markdown, JSON Lines or a listing, found "
        f"{kind or 'something else'}; name the address of one"
    )


def scan(form: Form, content: Content, origin: Origin = UNSAID) -> Iterator[Found | Problem]:
    """Each release of a text and each problem in it, in order. Raises SourceError for no text."""
    return _SCANS[form](content, origin)


def is_questions(form: Form, content: Content) -> bool:
    """Whether this is a file of test questions. Raises SourceError for no text."""
    return form is Form.JSON_LINES and holds_questions(_read_text(content))


def _read_text(content: Content) -> str:
    text = decode_text(content.data)
    _refuse_nul(text)
    return text


def _refuse_nul(text: str) -> None:
    if "\0" in text:
        raise SourceError(
            "expected text, found NUL characters, as in a binary file or UTF-16 without its byte "
            "order mark; save it as UTF-8"
        )


def _scan_listing(content: Content, origin: Origin) -> Iterator[Found | Problem]:
    publisher = origin.publisher or name_publisher(content.url, None)
    return scan_listing(_read_text(content), content.name, publisher)


def _scan_json_lines(content: Content, origin: Origin) -> Iterator[Found | Problem]:
    text = _read_text(content)
    if holds_questions(text):
        reason = "expected releases, found test questions; name a file of releases"
        return iter([Problem(content.name, 1, reason)])
    publisher = origin.publisher or name_publisher(content.url, None)
    return scan_json_lines(text, content.name, publisher)


def _scan_page(content: Content, origin: Origin) -> Iterator[Found | Problem]:
    html = decode_page(content.data, content.content_type)
    _refuse_nul(html)
    if holds_entries(html, origin):
        return scan_listing_page(html, content.name, origin, url=content.url)
    return scan_page(html, content.name, origin, url=content.url)


def _scan_markdown(content: Content, origin: Origin) -> Iterator[Found | Problem]:
    return scan_markdown(_read_text(content), content.name, origin)


def _scan_feed(content: Content, origin: Origin) -> Iterator[Found | Problem]:
    return scan_feed(
        content.data, content.name, origin, url=content.url, content_type=content.content_type
    )


_SCANS: dict[Form, Callable[[Content, Origin], Iterator[Found | Problem]]] = {
    Form.LISTING: _scan_listing,
    Form.JSON_LINES: _scan_json_lines,
    Form.PAGE: _scan_page,
    Form.MARKDOWN: _scan_markdown,
    Form.FEED: _scan_feed,
}
