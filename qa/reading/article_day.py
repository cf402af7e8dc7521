"""The day of publication on an article's page: which of the days that stand there it is.

A day with a label counts first, if all that have one agree; then what the page declares, whose
stamps are often in UTC and so a day off; then what is marked as a date; then a day on its own.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from qa.lazy_regex import lazy_regex
from qa.reading.days import find_labelled_day, has_label, is_label
from qa.reading.html_text import node_to_text
from qa.reading.identity import clean_line
from qa.reading.page_elements import Page, Seen, short_text

ReadDay = Callable[[str], date | None]

_OTHER_LABEL = lazy_regex(
    r"(?i)modif|updat|revis|수정|변경|갱신|마감|deadline|\bdue\b|\bend|event|행사|기간|period|접수"
)
_DATE_CLASS = lazy_regex(r"(?i)(?:^|[\s_-])(?:reg|pub|post|write|wr|news|list)?[_-]?(?:date|day)\b")
_NEAR = 25  # elements behind the title in which a day on its own is looked for
_WIDTH = 100  # characters
_COLUMNS = 30
_ROWS = frozenset({"thead", "tbody", "tr"})


class DayFound(NamedTuple):
    """A day as it is written, and the element it is in: none when it is declared."""

    text: str
    node: LexborNode | None = None


class _Kinds(NamedTuple):
    """Days on a page by what speaks for them, each in the order they stand."""

    labelled: list[Seen]
    marked: list[Seen]
    bare: list[Seen]


def find_day(
    page: Page,
    declared: list[str],
    read_day: ReadDay,
    heading: LexborNode | None,
    body: LexborNode | None,
) -> DayFound | None:
    """The day of publication; None when no day on the page is plainly that.

    `declared` is what the page's head says, best first; `heading` and `body` where the title and
    the text stand, if that is known.
    """
    inside = page.span(body)
    start = page.position(heading)
    start = -1 if start is None else start
    found = _sort_days(page, read_day, heading, inside)
    if len({_day_of(each, read_day) for each in found.labelled}) == 1:
        return _take(found.labelled[0], read_day)
    if stamp := next(filter(read_day, declared), None):
        return DayFound(stamp)
    for days in (found.labelled, found.marked):
        if days:
            return _take(next((each for each in days if each.position > start), days[-1]), read_day)
    if written := _find_written(page, read_day):
        return DayFound(written)
    limit = max(inside.start, start + _NEAR)
    near = [each for each in found.bare if start < each.position < limit]
    alone = found.bare if len({_day_of(each, read_day) for each in found.bare}) == 1 else []
    chosen = next(iter(near or alone), None)
    return _take(chosen, read_day) if chosen else None


def _sort_days(page: Page, read_day: ReadDay, heading: LexborNode | None, inside: range) -> _Kinds:
    found = _Kinds([], [], [])
    is_apart = heading is not None and page.position(heading) not in inside
    for each in page.seen:
        if each.is_around or not _day_of(each, read_day):
            continue
        text, label = short_text(each.node), find_label(each.node)
        if _OTHER_LABEL.search(label):
            continue
        # Below a title that stands apart, a body's dates are what the release is about.
        if is_apart and each.position in inside:
            found.bare.append(each)
        elif has_label(text) or is_label(label):
            found.labelled.append(each)
        elif each.node.tag == "time" or _DATE_CLASS.search(each.node.attributes.get("class") or ""):
            found.marked.append(each)
        else:
            found.bare.append(each)
    return found


def _take(each: Seen, read_day: ReadDay) -> DayFound:
    return DayFound(_write_day(each, read_day), each.node)


def _day_of(each: Seen, read_day: ReadDay) -> date | None:
    return read_day(_write_day(each, read_day))


def _write_day(each: Seen, read_day: ReadDay) -> str:
    """An element's words if they are a day, else its stamp if it is <time>."""
    text = short_text(each.node)
    if each.node.tag != "time" or read_day(text):
        return text
    return each.node.attributes.get("datetime") or ""


def find_label(node: LexborNode) -> str:
    """What stands right before an element, or above it in its table, if that is short."""
    before = node.prev
    while before is not None and not before.is_element_node and not before.text().strip():
        before = before.prev
    words = ""
    if before is not None:
        words = clean_line(before.text()) if before.is_text_node else short_text(before)
    if node.tag == "td" and not is_label(words):
        return _find_head(node)
    return words[-_WIDTH:]


def _find_head(cell: LexborNode) -> str:
    """The words of the <th> in the first row above a cell, in the same column."""
    column = 0
    before = cell.prev
    while before is not None and column < _COLUMNS:
        column += before.is_element_node
        before = before.prev
    first = cell.parent
    while first is not None and first.tag not in ("table", "body"):
        first = first.parent
    while first is not None and first.tag != "tr":
        first = next((inner for inner in first.iter() if inner.tag in _ROWS), None)
    if first is None:
        return ""
    head = first.first_child
    cells: list[LexborNode] = []
    while head is not None and len(cells) <= column:
        if head.is_element_node:
            cells.append(head)
        head = head.next
    return short_text(cells[column]) if column < len(cells) and cells[column].tag == "th" else ""


def _find_written(page: Page, read_day: ReadDay) -> str:
    """A day with a label in the midst of a line, such as "Writer: Kim | Date: 2025-12-01"."""
    if page.tree.body is None:
        return ""
    text = node_to_text(page.tree.body, lambda node: not page.is_shown(node))
    day = find_labelled_day(text)
    return day.isoformat() if day is not None and read_day(day.isoformat()) else ""
