"""Where title and body stand on a page that says so only by its shape.

The body is in an element that boards and news sites mark by a class of their own, in <article>,
or where most of the words stand that are no links, as in Readability
(https://github.com/mozilla/readability). The title is what is marked so, what the page's head
says too, or the last heading above the body. The day is `qa.reading.article_day`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from qa.lazy_regex import lazy_regex
from qa.reading.article_day import DayFound, ReadDay, find_day
from qa.reading.days import has_label, is_label
from qa.reading.html_text import node_to_text
from qa.reading.identity import clean_line
from qa.reading.page_elements import Page, short_text

_BODY_CLASSES = (
    "[itemprop=articleBody]",
    ".view_cont, .view-cont, .view_content, .view-content, .view_con, .view-con, .viewContent",
    ".detail-cont, .detail_cont, .detail-content, .detail_content, .board-view-cont",
    ".board_view_cont, .board-view-content, .board_view_content, .view-body, .view_body",
    ".bbs-view-cont, .bbs_view_cont, .board_view_con, .board-content, .bbs_content, .bbs-content",
    ".article-body, .article_body, .article-content, .article__body, .entry-content",
    ".post-content, .news-body, .press-release-body, .release-body, .td-post-content",
)
_TITLE_CLASSES = (
    "[itemprop=headline]",
    ".view_title, .view-title, .view_tit, .view-tit, .view_subject, .board_view .tit",
    ".board-view .tit, .bbs_view .tit, .detail-tit, .detail-title, .detail_tit, .board-detail .tit",
    ".bbs-view-title, .board-title, .article-title, .article_title, .entry-title, .headline",
    "h1.title, h2.title, h3.title, h1.tit, h2.tit, h3.tit, h4.tit, th.subject, td.subject",
)
_BLOCKS = frozenset(
    "p div section article main td th li dd dt pre blockquote body center form figcaption".split()
)
_ENTRIES = frozenset("p li blockquote pre td th dd dt".split())
_APART = frozenset("a script style table ul ol h1 h2 h3 h4 h5 h6 button select".split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_BOARD = lazy_regex(  # what a board is called, which is no release's title
    r"(?i)(?:(?:latest )?(?:press|news|media)[ -]?(?:releases?|room|cent(?:er|re)|list|view|board)?"
    r"|topics?|notices?|announcements?|briefings?|archive|list|view|home|content|all menu"
    r"|보도(?:[·ㆍ/]?참고)?자료(?: ?상세| ?보기)?|알림(?:[·ㆍ]?(?:뉴스|소식|마당))?"
    r"|공지사항|본문|소식|뉴스)"
)
_ROW_WIDTH = 300  # characters of a row that tells day, author and views
_TITLE_WIDTH = 300
_MIN_BODY = 20


@dataclass(frozen=True, slots=True)
class Parts:
    """What an article's page shows, as it is written; empty where it was not found."""

    title: str
    day: str
    body: str


def find_parts(
    page: Page,
    declared_titles: list[str],
    declared_days: list[str],
    read_day: ReadDay,
    selected: LexborNode | None = None,
) -> Parts:
    """Title, day and body of an article. What is declared of them helps, and stands in.

    `selected` is the body where that is known. A page without a body of its own may be anything.
    """
    body = selected if selected is not None else _find_body(page, read_day)
    heading = _find_heading(page, declared_titles, body)
    day = find_day(page, declared_days, read_day, heading, body)
    title = clean_line(node_to_text(heading)) if heading is not None else ""
    return Parts(
        title or next(iter(declared_titles), ""),
        day.text if day else "",
        _read_body(page, body, heading, title, day, read_day) if body is not None else "",
    )


def _find_body(page: Page, read_day: ReadDay) -> LexborNode | None:
    for selector in (*_BODY_CLASSES, "article"):
        nodes = [node for node in page.tree.css(selector) if page.is_shown(node)]
        found = [(len(node_to_text(node)), node) for node in _find_outermost(page, nodes)]
        length, best = max(found, key=lambda pair: pair[0], default=(0, None))
        # A body that is marked is the body, even if all it holds is a picture.
        if best is not None and (length >= _MIN_BODY or selector != "article"):
            return best
    return _find_densest(page, read_day)


def _find_outermost(page: Page, nodes: list[LexborNode]) -> Iterator[LexborNode]:
    """Those of `nodes`, which are in order, that are in no other of them."""
    end = 0
    for node in nodes:
        span = page.span(node)
        if span.start >= end:
            yield node
            end = span.stop


def _find_densest(page: Page, read_day: ReadDay) -> LexborNode | None:
    """The element that the most words stand in, or near it, that are neither links nor a day."""
    scores: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}

    def add(node: LexborNode | None, words: float) -> None:
        if node is not None and node.tag != "html":
            nodes[node.mem_id] = node
            scores[node.mem_id] = scores.get(node.mem_id, 0) + words

    for each in page.seen:
        node = each.node
        if each.is_around or node.tag not in _BLOCKS:
            continue
        text = _own_text(node)
        if not text or read_day(text) is not None or is_label(text):
            continue
        above = node.parent
        if node.tag in _ENTRIES:
            add(above, len(text))
            add(above.parent if above is not None else None, len(text) / 2)
        else:
            add(node, len(text))
            add(above, len(text) / 2)
    best = max(scores, key=scores.__getitem__, default=None)
    return nodes[best] if best is not None else None


def _own_text(node: LexborNode) -> str:
    """The words of a block that stand in no block inside it and in no link."""
    parts: list[str] = []
    stack = list(node.iter(include_text=True))[::-1]
    while stack:
        inner = stack.pop()
        if inner.is_text_node:
            parts.append(inner.text_content or "")
        elif inner.tag not in _BLOCKS and inner.tag not in _APART:
            stack.extend(list(inner.iter(include_text=True))[::-1])
    return clean_line(" ".join(parts))


def _find_heading(page: Page, declared: list[str], body: LexborNode | None) -> LexborNode | None:
    for selector in _TITLE_CLASSES:
        for node in page.tree.css(selector):
            if page.is_shown(node) and _read_title(node):
                return node
    headings = [
        (each, title)
        for each in page.seen
        if each.node.tag in _HEADINGS and not each.is_around
        if (title := _read_title(each.node))
    ]
    titles = [title.casefold() for title in declared]
    named = [pair for pair in headings if _is_named(pair[1].casefold(), titles)]
    if named:
        return max(named, key=lambda pair: len(pair[1]))[0].node
    start = page.position(body)
    above = [each for each, _ in headings if start is None or each.position < start]
    highest = [each for each in above if each.node.tag == "h1"]
    if found := highest or above:
        return found[-1].node
    return headings[0][0].node if headings else None


def _read_title(node: LexborNode) -> str:
    """The words of an element that may be a title; empty when they cannot be one."""
    if not short_text(node, width=_TITLE_WIDTH):
        return ""
    words = clean_line(node_to_text(node))
    return words if _BOARD.fullmatch(words) is None else ""


def _is_named(heading: str, declared: list[str]) -> bool:
    """Whether a heading is most of a declared title, which often has the site's name as well."""
    return any(heading in title and 2 * len(heading) > len(title) for title in declared)


def _read_body(
    page: Page,
    body: LexborNode,
    heading: LexborNode | None,
    title: str,
    day: DayFound | None,
    read_day: ReadDay,
) -> str:
    """The body's words, without the title, what is above it, and the row that tells the day."""
    span = page.span(body)
    start = page.position(heading)
    row = _find_row(day.node, body) if day and day.node is not None else None

    def is_left_out(node: LexborNode) -> bool:
        place = page.find(node)
        if place is None or place.is_around or node in (heading, row):
            return True
        is_above = start is not None and start in span and place.position < start
        return is_above and start not in page.span(node)

    lines = node_to_text(body, is_left_out).split("\n")
    while lines and (not lines[0] or lines[0] == title or _is_dateline(lines[0], read_day)):
        lines.pop(0)
    return "\n".join(lines)


def _is_dateline(line: str, read_day: ReadDay) -> bool:
    return has_label(line) and read_day(line) is not None


def _find_row(node: LexborNode, body: LexborNode) -> LexborNode | None:
    """The largest short element around a day, inside the body: a row of day, author and views."""
    found: LexborNode | None = None
    inner: LexborNode | None = node
    while inner is not None and inner != body:
        holds_more = inner.css_first("p,h1,h2,h3,h4") is not None
        if len(inner.text()) > _ROW_WIDTH or (holds_more and inner.tag != "header"):
            break
        found, inner = inner, inner.parent
    return found
