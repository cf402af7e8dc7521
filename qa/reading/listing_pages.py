"""Releases and links from HTML listing pages: the same entry over and over, each with its day.

An entry with words enough to be a release, as on the ministry's pages, is read as
`qa.reading.listing` reads the text of that page, so the two give the same release. An entry that is
only a title and a day leads to a release, and is none. Which pages are fetched is left to
`qa.reading.crawling`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.days import is_label
from qa.reading.html_text import node_to_text, parse_html, select
from qa.reading.identity import Found, clean_line, excerpt, release_id
from qa.reading.listing import scan_listing
from qa.reading.origins import UNSAID, Origin, name_publisher, web_address
from qa.reading.page_elements import Page, Seen, short_text
from qa.records import Problem

_NUMBER = lazy_regex(r"[\d,. ]{1,12}")  # of the entry, or of its views
_MIN_BODY = 40  # characters, or an entry is a link with a caption


@dataclass(frozen=True, slots=True)
class Links:
    """What a listing page leads to: its articles in order, each once, and the page after it."""

    articles: tuple[str, ...]
    following: str | None


def scan_listing_page(
    html: str,
    source: str,
    origin: Origin = UNSAID,
    *,
    url: str | None = None,
) -> Iterator[Found | Problem]:
    """Each entry's release, in order, or the problem with it; nothing when there are no entries.

    `url` is where the page was got from. An entry's own link becomes its release's address.
    """
    try:
        tree = parse_html(html)
    except SourceError as error:
        yield Problem(source, 1, str(error))
        return
    page = Page(tree)
    base = _base_of(tree, url)
    bare: list[str] = []
    for entry, day in _find_entries(page, origin):
        words = _read_entry(page, entry, day)
        found = list(scan_listing(f"{words}\ndate{origin.read_day(_words(day))}", source))
        releases = [each for each in found if isinstance(each, Found)]
        if not releases or len(releases[0].release.body) < _MIN_BODY:
            bare.append(words)
            continue
        yield _finish(releases[0], origin, _find_address(entry.node, base), base)
    if bare:
        yield Problem(source, 1, _say_bare(bare))


def holds_entries(html: str, origin: Origin = UNSAID) -> bool:
    """Whether most of a page's words stand in entries of a listing, of which there are two or more.

    Raises SourceError as parse_html does.
    """
    page = Page(parse_html(html))
    entries = _find_entries(page, origin)
    if len(entries) < 2 or page.tree.body is None:
        return False
    inside = sum(_count(page, entry.node) for entry, _ in entries)
    return 2 * inside > _count(page, page.tree.body)


def find_links(html: str, url: str, link: str, following: str | None = None) -> Links:
    """What the page got from `url` leads to, by CSS selectors for its articles and the next page.

    Anchors without an address on the web are passed over. Raises SourceError for a selector that
    is none.

    >>> page = '<a class="t" href="/1">One</a><a class="t" href="/1">One again</a>'
    >>> find_links(page, "https://example.org/list", "a.t").articles
    ('https://example.org/1',)
    """
    tree = parse_html(html)
    base = _base_of(tree, url)
    found = (_address_in(node, base) for node in select(tree, link))
    after = (_address_in(node, base) for node in select(tree, following)) if following else iter(())
    return Links(tuple(dict.fromkeys(filter(None, found))), next(filter(None, after), None))


def find_attributes(html: str, link: str) -> Iterator[str]:
    """What the elements that `link` selects carry in href, onclick and data-..., in order.

    For pages whose links are scripts, such as onclick="view('2743')".
    """
    for node in select(parse_html(html), link):
        given = node.attributes
        names = [name for name in given if name in ("href", "onclick") or name.startswith("data-")]
        yield " ".join(given[name] or "" for name in sorted(names))


def _find_entries(page: Page, origin: Origin) -> list[tuple[Seen, Seen]]:
    """The entries and the element in each that is its day.

    An entry is the largest element around a day with no other day in it; two of the same kind
    have to stand side by side.
    """
    days = [each for each in page.seen if not each.is_around and origin.read_day(_words(each))]
    # Of elements in one another the innermost is the day: <li>Date <em>2025-12-01</em></li>.
    behind = [*(each.position for each in days[1:]), -1]
    leaves = [
        each
        for each, after in zip(days, behind[len(behind) - len(days) :], strict=True)
        if after not in page.span(each.node)
    ]
    held = _count_leaves(page, leaves)
    found: dict[int, tuple[Seen, Seen]] = {}
    for leaf in leaves:
        node, entry = leaf.node, leaf
        while (above := node.parent) is not None and (place := page.find(above)) is not None:
            if held[place.position] > 1 or above.tag == "body":
                break
            node, entry = above, place
        found.setdefault(entry.position, (entry, leaf))
    kinds: dict[tuple[int, str], list[tuple[Seen, Seen]]] = {}
    for entry, leaf in found.values():
        if entry != leaf and entry.node.parent is not None:
            kind = (entry.node.parent.mem_id, entry.node.tag or "")
            kinds.setdefault(kind, []).append((entry, leaf))
    lists = [entries for entries in kinds.values() if len(entries) > 1]
    return sorted(
        (pair for entries in lists for pair in entries), key=lambda pair: pair[0].position
    )


def _count_leaves(page: Page, leaves: list[Seen]) -> list[int]:
    """For each element, how many of `leaves` are in it."""
    before = [0] * (len(page.seen) + 1)
    for leaf in leaves:
        before[leaf.position + 1] = 1
    for position in range(len(page.seen)):
        before[position + 1] += before[position]
    return [before[page.span(each.node).stop] - before[each.position] for each in page.seen]


def _read_entry(page: Page, entry: Seen, day: Seen) -> str:
    """An entry's words, a part of it a line, without its day and the label of that."""
    before = day.node.prev
    label = before if before is not None and is_label(before.text()) else None

    def is_left_out(node: LexborNode) -> bool:
        return node in (day.node, label) or not page.is_shown(node)

    mixed: dict[int, bool] = {}

    def stands_apart(node: LexborNode) -> bool:
        # Among others alone it is a part of the entry; beside words, it is words in a text.
        above = node.parent
        if above is None:
            return False
        if above.mem_id not in mixed:
            mixed[above.mem_id] = any(
                inner.is_text_node and inner.text().strip()
                for inner in above.iter(include_text=True)
            )
        return not mixed[above.mem_id]

    lines = node_to_text(entry.node, is_left_out, stands_apart).split("\n")
    return "\n".join(line for line in lines if line and not _NUMBER.fullmatch(line))


def _words(day: Seen) -> str:
    return short_text(day.node)


def _finish(found: Found, origin: Origin, address: str | None, base: str | None) -> Found:
    release = found.release
    publisher = origin.publisher or name_publisher(address or base, None)
    return Found(
        found.source,
        1,
        replace(
            release,
            id=release_id(publisher, release.published, release.title),
            publisher=publisher,
            url=address,
            category=origin.category or release.category,
            language=origin.language or release.language,
        ),
    )


def _find_address(entry: LexborNode, base: str | None) -> str | None:
    """Where an entry leads: its first link to a page, or the link it stands in."""
    for node in [*entry.css("a"), entry, entry.parent]:
        if node is not None and node.tag == "a" and (address := _address_in(node, base)):
            return address
    return None


def _address_in(node: LexborNode, base: str | None) -> str | None:
    inner = node if node.tag in ("a", "link", "area") else node.css_first("a[href]")
    href = (inner.attributes.get("href") or "").strip() if inner is not None else ""
    if not href or href.startswith("#"):
        return None
    try:
        return web_address(urljoin(base or "", href).split("#")[0])
    except ValueError:
        return None


def _base_of(tree: LexborHTMLParser, url: str | None) -> str | None:
    """What a page's links are relative to: its <base>, where it was got from, where it stands."""
    for selector, attribute in (("base[href]", "href"), ('link[rel="canonical"]', "href")):
        for node in tree.css(selector)[:1]:
            try:
                address = web_address(urljoin(url or "", node.attributes.get(attribute) or ""))
            except ValueError:
                address = None
            if address and (selector.startswith("base") or url is None):
                return address
    return url


def _count(page: Page, node: LexborNode) -> int:
    return len(clean_line(node_to_text(node, lambda inner: not page.is_shown(inner))))


def _say_bare(entries: list[str]) -> str:
    first = excerpt(entries[0].replace("\n", " "))
    return (
        f"expected entries with the text of their release, found {len(entries)} without, such as "
        f'"{first}"; save the pages they lead to, or describe the site in a TOML file'
    )
