"""The elements that a page shows, in order, and which of them stand around its article.

Navigation, banners, footers and bars to share or to print are told by their tags, their roles and
the class names that sites give them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from qa.lazy_regex import lazy_regex
from qa.reading.html_text import is_hidden
from qa.reading.identity import clean_line

_AROUND = frozenset({"nav", "aside", "footer"})
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_NAMES = (
    r"gnb|lnb|snb|breadcrumbs?|sns|share|sharing|social|footer|sitemap|paging|pagination|prev|next"
    r"|prevnext|related|attach|attachments?|files?|filelist|comments?|skip|skipnav|quick|banner"
    r"|cookie|menu"
)
_ENDINGS = r"areas?|wraps?|lists?|box|nav|bar|btns?|links?|posts?|articles?|group|notice|items?"
_AROUND_CLASS = lazy_regex(rf"(?i)(?:{_NAMES})(?:[-_](?:{_NAMES}|{_ENDINGS}))*")
_NODES = 25  # inside one another or side by side; more is no line of words


class Seen(NamedTuple):
    """An element: the how-manieth shown, how deep, and whether it stands around the article."""

    node: LexborNode
    position: int
    depth: int
    is_around: bool


class Page:
    """A page's elements in order, and where each is."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.tree = tree
        self.seen = tuple(_walk(tree))
        self._ends = _find_ends([each.depth for each in self.seen])
        self._places = {each.node.mem_id: each for each in self.seen}

    def find(self, node: LexborNode | None) -> Seen | None:
        """What is known of `node`; None when it is not shown."""
        return self._places.get(node.mem_id) if node is not None else None

    def position(self, node: LexborNode | None) -> int | None:
        """The place of `node` in the order of all; None when it is not shown."""
        place = self.find(node)
        return place.position if place else None

    def span(self, node: LexborNode | None) -> range:
        """The positions of `node` and all inside it; empty when it is not shown."""
        place = self.find(node)
        return range(place.position, self._ends[place.position]) if place else range(0)

    def is_shown(self, node: LexborNode) -> bool:
        """Whether `node` is shown as part of what the page is about."""
        place = self.find(node)
        return place is not None and not place.is_around


def short_text(node: LexborNode, *, width: int = 100) -> str:
    """The words in an element, if they are few: up to `width` characters; else nothing."""
    parts: list[str] = []
    length = 0
    for count, inner in enumerate(node.traverse(include_text=True)):
        if inner.is_text_node:
            parts.append(inner.text_content or "")
            length += len(parts[-1].strip())
        if count > _NODES or length > width:
            return ""
    return clean_line(" ".join(parts))


def _walk(tree: LexborHTMLParser) -> Iterator[Seen]:
    stack = [(tree.body, 0, False, False)]
    position = 0
    while stack:
        node, depth, is_around, is_within = stack.pop()
        if node is None or is_hidden(node):
            continue
        is_around = is_around or _stands_around(node, is_within)
        is_within = is_within or node.tag in ("article", "main")
        yield Seen(node, position, depth, is_around)
        position += 1
        inside = [(child, depth + 1, is_around, is_within) for child in node.iter()]
        stack.extend(reversed(inside))


def _find_ends(depths: list[int]) -> list[int]:
    """For each position, in order, the first behind it that is no deeper."""
    ends = [len(depths)] * len(depths)
    waiting: list[int] = []
    for position, depth in enumerate(depths):
        while waiting and depths[waiting[-1]] >= depth:
            ends[waiting.pop()] = position
        waiting.append(position)
    return ends


def _stands_around(node: LexborNode, is_within: bool) -> bool:
    if node.tag in _AROUND or (node.tag == "header" and not is_within):
        return True
    attributes = node.attributes
    if (attributes.get("role") or "") in _AROUND_ROLES:
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    return node.tag != "body" and any(map(_AROUND_CLASS.fullmatch, names))
