"""Plain text out of HTML: paragraphs stand apart, cells of a table too, no markup is left.

What a browser would not show (scripts, styles, hidden elements, form controls) is left out; which
part of a page is the article is left to `qa.reading.webpages`. Parsing follows the HTML standard,
by Lexbor (https://selectolax.readthedocs.io/en/latest/lexbor.html). That standard makes each tag
cost as much as there are elements around it, so a page made to be deep is refused before it is
parsed.
"""

from collections.abc import Callable
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.identity import clean_body, excerpt

_MAX_WORK = 100_000_000  # elements around each tag, summed: about half a second
_MAX_COPIES = 1_000_000  # elements that unclosed <b> and its like are repeated as
_TAG = lazy_regex(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# An end tag is implied before the next of these; these are opened again in every block to come.
_IMPLIED = frozenset("p li dt dd td th tr tbody thead tfoot option".split())
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_UNSHOWN = frozenset(
    "script style template noscript head title svg math iframe object canvas audio video rt rp"
    " button select option textarea input datalist dialog map".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr".split())
_LINES = frozenset(
    "address article aside body caption center dd details div dt fieldset figcaption footer form"
    " header li legend main nav section summary tbody tfoot thead tr".split()
)
_CELLS = frozenset({"td", "th"})
_HIDDEN = lazy_regex(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_SPACE = lazy_regex(r"[ \t\r\n\f]+")
_CELL_WIDTH = 500  # characters; a longer cell is part of a layout, not of a table
_CELL_NODES = 200

Choice = Callable[[LexborNode], bool]
"""Which elements; given each once, from the outside in."""


def parse_html(html: str) -> LexborHTMLParser:
    """The tree of a page. Raises SourceError when its elements lie too deep in one another."""
    if _is_too_deep(html):
        raise SourceError(
            "expected a page, found elements nested deeper than any page has them; take it out"
        )
    return LexborHTMLParser(html)


def select(node: LexborHTMLParser | LexborNode, selector: str) -> list[LexborNode]:
    """What a CSS selector finds in a tree, in order. Raises SourceError when it is none."""
    try:
        return node.css(selector)
    except SelectolaxError as error:
        raise SourceError(
            f'expected a CSS selector, found "{excerpt(selector)}"; correct it'
        ) from error


def html_to_text(html: str) -> str:
    """The words of a piece of HTML; raises SourceError as `parse_html` does.

    >>> html_to_text("<p>Exports<br>rose.</p><table><tr><td>Chips</td><td>38.6</td></tr></table>")
    'Exports\\nrose.\\n\\nChips | 38.6'
    """
    root = parse_html(html).root
    return node_to_text(root) if root is not None else ""


def node_to_text(node: LexborNode, skip: Choice | None = None, apart: Choice | None = None) -> str:
    """The words inside `node`, as clean_body leaves them, without the elements that `skip` is for.

    A blank line parts paragraphs, lists and tables; a line break, list entries, rows, other
    blocks and what `apart` is for; " | ", the cells of a row.
    """
    writer = _Writer()
    stack = [_Step(child) for child in reversed(_children(node))]
    while stack:
        step = stack.pop()
        if step.leave is not None:
            step.leave()
        elif step.node is not None and not (skip and step.node.is_element_node and skip(step.node)):
            stack.extend(_enter(step, step.node, writer, apart))
    return clean_body("".join(writer.written))


def is_hidden(node: LexborNode) -> bool:
    """Whether an element says of itself that it is not to be shown."""
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


class _Step(NamedTuple):
    node: LexborNode | None
    leave: Callable[[], None] | None = None
    is_cell: bool = False


class _Writer:
    """Takes words and breaks as they come, and writes each break once, before the next word."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.in_cell = 0
        self.in_pre = 0
        self._break = 0
        self._between = ""

    def write(self, text: str) -> None:
        if self.in_pre:
            words, head, tail = text, False, False
        else:
            spaced = _SPACE.sub(" ", text)
            head, words, tail = spaced[:1] == " ", spaced.strip(" "), spaced[-1:] == " "
        if words:
            if self.written:
                self.written.append("\n" * self._break or self._between or (" " if head else ""))
            self.written.append(words)
            self._break, self._between = 0, ""
        if (tail or (head and not words)) and not self._between:
            self._between = " "

    def break_lines(self, count: int) -> None:
        if self.in_cell:
            self._between = self._between or " "
        else:
            self._break = max(self._break, count)

    def break_line(self) -> None:
        """As <br> does: two of them make an empty line."""
        if self.in_cell:
            self._between = self._between or " "
        else:
            self._break = min(2, self._break + 1)

    def end_cell(self) -> None:
        self.in_cell -= 1
        if not self.in_cell:
            self._between = " | "

    def end_row(self) -> None:
        if not self.in_cell:
            self._between = ""
        self.break_lines(1)


def _enter(step: _Step, node: LexborNode, writer: _Writer, apart: Choice | None) -> list[_Step]:
    """Write what `node` begins with; what is left to do, last first."""
    if node.is_text_node:
        writer.write(node.text_content or "")
        return []
    tag = node.tag or ""
    if not node.is_element_node or tag in _UNSHOWN or is_hidden(node):
        return []
    if tag == "br":
        writer.break_line()
        return []
    if tag == "tr":
        writer.end_row()
        cells = _children(node)
        is_data = _is_data_row(cells)
        inside = [_Step(cell, is_cell=is_data and cell.tag in _CELLS) for cell in reversed(cells)]
        return [_Step(None, writer.end_row), *inside]
    inside = [_Step(child) for child in reversed(_children(node))]
    if step.is_cell:
        writer.in_cell += 1
        return [_Step(None, writer.end_cell), *inside]
    lines = 2 if tag in _PARAGRAPHS else 1 if tag in _LINES or tag in _CELLS else 0
    lines = lines or int(apart is not None and apart(node))
    if not lines:
        return inside
    writer.break_lines(lines)
    if tag == "pre":
        writer.in_pre += 1
        return [_Step(None, lambda: _leave_pre(writer)), *inside]
    return [_Step(None, lambda: writer.break_lines(lines)), *inside]


def _leave_pre(writer: _Writer) -> None:
    writer.in_pre -= 1
    writer.break_lines(2)


def _is_data_row(inside: list[LexborNode]) -> bool:
    """Whether a row has two cells or more, all of them short and none with a table in it."""
    cells = [node for node in inside if node.tag in _CELLS]
    return len(cells) > 1 and all(map(_is_short, cells))


def _is_short(cell: LexborNode) -> bool:
    length = 0
    for count, node in enumerate(cell.traverse(include_text=True)):
        if node.is_text_node:
            length += len((node.text_content or "").strip())
        if length > _CELL_WIDTH or count > _CELL_NODES or node.tag == "table":
            return False
    return True


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))


def _is_too_deep(html: str) -> bool:
    depth = formatting = work = copies = 0
    for end, tag in _TAG.findall(html):
        name = tag.lower()
        step = -1 if end else 1
        if name not in _VOID and name not in _IMPLIED:
            depth = max(0, depth + step)
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        work += depth
        copies += formatting
        if work > _MAX_WORK or copies > _MAX_COPIES:
            return True
    return False
