"""A release from the HTML page of an article: its title, day and body, wherever they stand.

With a site's selectors they are found by these. Without, by what the page declares (JSON-LD,
https://schema.org/NewsArticle; Open Graph, https://ogp.me), by the marks that ministries' boards
and news sites use, and by the shape of the page: `qa.reading.article_shape`. Which form a page has,
that of an article or of a listing, is for `qa.reading.forms` to tell; listings are
`qa.reading.listing_pages`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.article_shape import find_parts
from qa.reading.html_text import html_to_text, node_to_text, parse_html, select
from qa.reading.identity import Found, clean_line
from qa.reading.origins import UNSAID, Draft, Origin, make_release, web_address
from qa.reading.page_elements import Page
from qa.records import Problem

_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BlogPosting PressRelease Report"
    " SpecialAnnouncement".split()
)
_DAY_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "citation_publication_date",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "date",
)
_MOST_ARTICLES = 20  # that a page declares; with more of them it is a listing
_MAX_JSON = 200_000
_MARKUP = lazy_regex(r"(?i)<(?:p|br|div|span|strong|em|ul|ol|h[1-6])\b[^<>]*>|&(?:[a-z]+|#\w+);")
_ADVICE = (
    "name where it stands by a selector in a site's TOML file, or save the release as JSON Lines"
)


@dataclass(frozen=True, slots=True)
class Selectors:
    """CSS selectors of an article's parts; None for a part that is to be found by itself."""

    title: str | None = None
    date: str | None = None
    body: str | None = None


BY_SHAPE = Selectors()


def scan_page(
    html: str,
    source: str,
    origin: Origin = UNSAID,
    selectors: Selectors = BY_SHAPE,
    *,
    url: str | None = None,
) -> Iterator[Found | Problem]:
    """The page's release or the problem with it. `url` is where the page was got from.

    >>> page = "<h1>Exports Rise</h1><p>Date: Dec. 1, 2025</p><div><p>Exports rose.</p></div>"
    >>> next(scan_page(page, "a.html")).release.id
    '2025-12-01-4c4f5bb099'
    """
    try:
        draft = read_draft(parse_html(html), origin, selectors, url=url)
    except SourceError as error:
        yield Problem(source, 1, str(error))
        return
    yield make_release(draft, origin, source, 1, advice=_ADVICE)


def read_draft(
    tree: LexborHTMLParser, origin: Origin, selectors: Selectors, *, url: str | None = None
) -> Draft:
    """What the page of an article says. Raises SourceError for a selector that is none.

    A part that has a selector is what that selects, even if that is nothing. The body is else what
    the page shows, with its paragraphs, unless that is less than three quarters of the articleBody
    that it declares: a teaser, or a page that a script is to fill.
    """
    declared = _read_declared(tree)
    bodies = select(tree, selectors.body) if selectors.body else []
    parts = find_parts(
        Page(tree), declared.titles, declared.days, origin.read_day, next(iter(bodies), None)
    )
    selected = "\n\n".join(map(node_to_text, bodies))
    shown = parts.body if _holds_most(parts.body, declared.body) else declared.body
    return Draft(
        title=_selected(tree, selectors.title) if selectors.title else parts.title,
        published=_selected(tree, selectors.date, "datetime") if selectors.date else parts.day,
        body=selected if selectors.body else shown,
        url=url or _own_address(tree),
        publisher=declared.publisher,
        category=declared.category,
    )


class _Declared(NamedTuple):
    titles: list[str]
    days: list[str]
    publisher: str | None
    category: str | None
    body: str


def _holds_most(shown: str, declared: str) -> bool:
    """Whether what is shown is about as long as what is declared, white space aside."""
    return 4 * len("".join(shown.split())) >= 3 * len("".join(declared.split()))


def _read_declared(tree: LexborHTMLParser) -> _Declared:
    """What the page's head says, in the order of its worth."""
    metas = _read_metas(tree)
    articles = list(islice(_find_articles(tree), _MOST_ARTICLES))
    titles = [_text_of(article.get("headline")) for article in articles]
    titles.append(metas.get("og:title", ""))
    titles += [clean_line(node.text()) for node in tree.css("head title")[:1]]
    days = [_text_of(article.get("datePublished")) for article in articles]
    days += [metas.get(name, "") for name in _DAY_META]
    publishers = [_text_of(article.get("publisher")) for article in articles]
    publishers.append(metas.get("og:site_name", ""))
    categories = [_text_of(article.get("articleSection")) for article in articles]
    categories.append(metas.get("article:section", ""))
    return _Declared(
        list(filter(None, titles)),
        list(filter(None, days)),
        next(filter(None, publishers), None),
        next(filter(None, categories), None),
        _read_article_body(articles),
    )


def _read_article_body(articles: list[dict[str, object]]) -> str:
    """The text of the first article, which a page may declare more than once; empty for none."""
    for article in articles:
        words = article.get("articleBody")
        same = _text_of(article.get("headline")) == _text_of(articles[0].get("headline"))
        if same and isinstance(words, str) and words.strip():
            return html_to_text(words) if _MARKUP.search(words) else words
    return ""


def _read_metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        content = clean_line(attributes.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (attributes.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _find_articles(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    """The articles among the page's JSON-LD, which may be one, a list or a graph."""
    for script in tree.css('script[type="application/ld+json"]'):
        text = script.text()
        if len(text) > _MAX_JSON:
            continue
        try:
            waiting = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                kinds = value.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and kind in _ARTICLES for kind in kinds):
                    yield value
                waiting.extend(value[key] for key in ("mainEntity", "@graph") if key in value)


def _text_of(value: object) -> str:
    """A JSON-LD value as words: itself, its name, or the first of them."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return ""
    return clean_line(value)


def _own_address(tree: LexborHTMLParser) -> str | None:
    """Where the page says it stands."""
    for selector, attribute in (
        ('link[rel="canonical"]', "href"),
        ('meta[property="og:url"]', "content"),
    ):
        for node in tree.css(selector):
            if address := web_address(node.attributes.get(attribute)):
                return address
    return None


def _selected(tree: LexborHTMLParser, selector: str, attribute: str | None = None) -> str:
    """The words of the first element selected that has any; those of an attribute before them."""
    for node in select(tree, selector):
        given = node.attributes.get(attribute) if attribute else None
        given = given or (node.attributes.get("content") if node.tag == "meta" else None)
        if words := clean_line(given or node_to_text(node)):
            return words
    return ""
