"""A web site's press releases described in a TOML file: where its listing is and what is on it.

    publisher = "Ministry of Trade, Industry and Resources"
    language = "en"
    url = "https://english.motir.go.kr/eng/article/EATCLdfa319ada?pageIndex={page}"

    [select]
    link = "ul.board-list a"

`url` is the listing; {page} in it counts up. `select.link` is a CSS selector for the links to the
articles. What else there is to say is in `KEYS`. Fetching is left to `qa.reading.crawling`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from selectolax.lexbor import LexborHTMLParser

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.html_text import select
from qa.reading.identity import clean_line, excerpt
from qa.reading.origins import Origin, web_address
from qa.reading.webpages import Selectors

KEYS = {
    "publisher": "who publishes, as releases are to name it",
    "url": "the listing's address; {page} stands for the number of the page",
    "language": '"en" or "ko", if all releases are in it; else it is told by their words',
    "category": "what all these releases are filed under",
    "utc_offset": 'the publisher\'s clock, such as "+09:00", for pages that give stamps in UTC',
    "date_format": 'how days are written, as strptime has it, such as "%d/%m/%Y"',
    "first_page": "the number of the first page, 1 if it is not said",
    "pages": "how many pages of the listing are read at most, 100 if it is not said",
    "article": "an article's address, with {id}, where links are scripts",
    "id": "what of such a link is its {id}: a regular expression with one group",
    "select": "CSS selectors: link, and if need be next, title, date and body",
}
_SELECT = ("link", "next", "title", "date", "body")
_OFFSET = lazy_regex(r"(?P<sign>[+-])(?P<hours>\d{2}):(?P<minutes>[0-5]\d)")
_DEFAULT_ID = r"(\d{2,})"
_MAX_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class Site:
    """A paged listing on the web, and what to look for on it.

    `url` holds {page}, or is the one page to begin with. `article` holds {id}, or is None where
    links have addresses.
    """

    url: str
    link: str
    following: str | None
    selectors: Selectors
    origin: Origin
    first_page: int
    pages: int
    article: str | None
    id_pattern: str

    def page_url(self, number: int) -> str:
        """The address of a page of the listing.

        >>> parse_site('publisher="M"\\nurl="https://a.org/{page}"\\nselect.link="a"').page_url(2)
        'https://a.org/2'
        """
        return self.url.replace("{page}", str(number))

    @property
    def is_paged(self) -> bool:
        return "{page}" in self.url

    def article_url(self, link: str) -> str | None:
        """The address that a link's attributes mean, where links are scripts; None for none."""
        match = re.search(self.id_pattern, link)
        name = match[1] if match else None  # none of a group that need not take part, either
        return self.article.replace("{id}", name) if self.article and name else None


def parse_site(text: str) -> Site:
    """A site from its TOML. Raises SourceError, naming the key, what is expected and found."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(
            f"expected a site described in TOML, found: {excerpt(str(error))}; correct it"
        ) from error
    _refuse_unknown(table, tuple(KEYS), "")
    chosen = table.get("select", {})
    if not isinstance(chosen, dict):
        raise SourceError('expected a table "[select]" of CSS selectors, found a value; correct it')
    _refuse_unknown(chosen, _SELECT, "select.")
    url = _read_url(table, "url")
    article = _read_url(table, "article") if "article" in table else None
    if article is not None and "{id}" not in article:
        raise SourceError(f'expected {{id}} in "article", found "{excerpt(article)}"; put it in')
    return Site(
        url=url,
        link=_require(_read_selector(chosen, "link"), "select.link"),
        following=_read_selector(chosen, "next"),
        selectors=Selectors(*(_read_selector(chosen, name) for name in ("title", "date", "body"))),
        origin=Origin(
            publisher=_require(_read_words(table, "publisher"), "publisher"),
            language=_read_language(table),
            category=_read_words(table, "category"),
            utc_offset=_read_offset(table),
            date_format=_read_words(table, "date_format"),
        ),
        first_page=_read_number(table, "first_page", default=1, least=0),
        pages=_read_number(table, "pages", default=100, least=1),
        article=article,
        id_pattern=_read_pattern(table),
    )


def _refuse_unknown(table: Mapping[str, object], known: tuple[str, ...], prefix: str) -> None:
    for name in table:
        if name not in known:
            raise SourceError(
                f"expected only the keys {', '.join(prefix + key for key in known)}, found "
                f'"{prefix}{excerpt(name)}"; rename or remove it'
            )


def _read_words(table: Mapping[str, object], key: str, prefix: str = "") -> str | None:
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not clean_line(value):
        shown = f'"{value}"' if isinstance(value, str) else type(value).__name__
        raise SourceError(
            f'expected words in quotation marks as "{prefix}{key}", found {shown}; correct it'
        )
    return value.strip()


def _require(words: str | None, key: str) -> str:
    if words is None:
        meaning = KEYS.get(key, "a CSS selector for the links to the articles")
        raise SourceError(f'expected a key "{key}" ({meaning}), found none; add it')
    return words


def _read_url(table: Mapping[str, object], key: str) -> str:
    words = _require(_read_words(table, key), key)
    if web_address(words) is None:
        raise SourceError(
            f'expected an http or https address as "{key}", found "{excerpt(words)}"; correct it'
        )
    return words


def _read_selector(table: Mapping[str, object], key: str) -> str | None:
    words = _read_words(table, key, "select.")
    if words is not None:
        try:
            select(LexborHTMLParser("<p></p>"), words)
        except SourceError as error:
            raise SourceError(
                f'expected a CSS selector as "select.{key}", found "{excerpt(words)}"; correct it'
            ) from error
    return words


def _read_language(table: Mapping[str, object]) -> str | None:
    words = _read_words(table, "language")
    if words not in (None, "en", "ko"):
        raise SourceError(f'expected "en" or "ko" as "language", found "{words}"; correct it')
    return words


def _read_offset(table: Mapping[str, object]) -> timedelta | None:
    words = _read_words(table, "utc_offset")
    if words is None:
        return None
    match = _OFFSET.fullmatch(words)
    if match is None or int(match["hours"]) > 14:
        raise SourceError(
            f'expected such as "+09:00" as "utc_offset", found "{excerpt(words)}"; correct it'
        )
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
    return -offset if match["sign"] == "-" else offset


def _read_number(table: Mapping[str, object], key: str, *, default: int, least: int) -> int:
    value = table.get(key, default)
    if type(value) is not int or not least <= value <= _MAX_PAGES:
        raise SourceError(
            f'expected a number from {least} to {_MAX_PAGES} as "{key}", found {value!r}; '
            "correct it"
        )
    return value


def _read_pattern(table: Mapping[str, object]) -> str:
    words = _read_words(table, "id")
    try:
        if words is None or re.compile(words).groups == 1:
            return words or _DEFAULT_ID
    except re.error:
        pass
    raise SourceError(
        f'expected a regular expression with one group as "id", found "{excerpt(words or "")}"; '
        "correct it"
    )
