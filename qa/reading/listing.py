"""Releases from a listing: text as copied from a ministry's page of press releases.

Releases stand apart by lines holding only "-". Each is a category line (or none), a title line
and a body, with its day at the end of a line: `date2025-12-15` or `등록일2025.12.15`, glued to
the last word of the body or of the title, or on a line of its own anywhere below. A body cut off
in mid-word is kept as it stands. Files are left to `qa.reading.sources`.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from qa.lazy_regex import lazy_regex
from qa.reading.identity import (
    MOTIR,
    Found,
    clean_body,
    clean_line,
    clean_text,
    excerpt,
    language_of,
    read_date,
    release_id,
)
from qa.records import Problem, Release

_DAY = r"(?P<day>[0-9]{4}[-./] ?[0-9]{1,2}[-./] ?[0-9]{1,2}\.?)$"
_DASH = r"(?:(?:^|(?<= ))[-–·•*] ?)?"
# On a line of its own the label may stand off from the day; glued to other words, "date" may not.
_OWN_DAY = lazy_regex(rf"^{_DASH}(?i:registration ?)?(?i:date|등록일) ?[:：]? ?{_DAY}")
_GLUED_DAY = lazy_regex(
    rf"{_DASH}(?:Registration ?[Dd]ate ?[:：]? ?|[Dd]ate|등록일 ?[:：]? ?){_DAY}"
)
_DAY_WIDTH = 48  # characters at a line's end in which a day and its label are looked for
_DAY_ENDS = tuple("0123456789.")
_FILE = r"\S.{0,250}\.(?i:pdf|hwpx?|docx?|xlsx?|pptx?|odt|csv|txt|zip|jpe?g|png)(?: ?\(.{0,40}\))?"
_ATTACHED = lazy_regex(rf"{_DASH}(?:[Aa]ttached ?[Ff]iles?|첨부 ?파일) ?[:：]? ?(?:{_FILE})?$")
_FILE_NAME = lazy_regex(rf"{_FILE}$")
_STOP = lazy_regex(r"[.。][\"'”’)\]]*$")
_ABBREVIATION = lazy_regex(r"[A-Za-z]\.[A-Za-z]\.$")
_WORD = lazy_regex(r"[^\W\d_][\w'’.-]*")
_TITLE_WIDTH = 300  # a longer line is a paragraph
_BULLETS = tuple("△▲▽▼○●◦□■※")

_KNOWN_CATEGORY = lazy_regex(
    r"(?i)industry|trade|investment|trade/investment|fta/economic cooperation|energy|resources"
    r"|산업|통상|무역|투자|무역/투자|에너지|자원|경제협력"
)
_CATEGORY = lazy_regex(r"[A-Z][A-Za-z/&·\- ]{2,39}")
_JOINING = lazy_regex(  # words that stand without a capital in a title
    r"an?|the|and|or|but|nor|as|at|by|for|from|in(to)?|of|off|on(to)?|over|per|to|up|upon|via|vs"
    r"|with(in|out)?|about|above|across|after|against|ahead|along|amid|among|around|before|behind"
    r"|beyond|during|following|than|through(out)?|towards?|under|until"
)


class _Line(NamedTuple):
    number: int
    text: str


class _Mark(NamedTuple):
    """The day a line ends with: the words before it, the day as written, the day if it exists."""

    before: str
    written: str
    day: date | None


class _Parts(NamedTuple):
    category: _Line | None
    title: _Line
    body: list[_Line]
    trailing: list[_Line]


def scan_listing(text: str, source: str, publisher: str = MOTIR) -> Iterator[Found | Problem]:
    r"""Each block's release and problems, in order, repeats and all.

    No words are left out in silence: each stands in a release or on the lines a problem names,
    save the "-" lines, the day and its label, and attached files. Any text is accepted; time grows
    with its length.

    >>> text = "-\nExports Rise\nExports rose 2 perc date2025-12-01"
    >>> next(scan_listing(text, "a.txt")).release.body
    'Exports rose 2 perc'
    """
    for block in _split_blocks(text):
        yield from _scan_block(block, source, publisher)


def _split_blocks(text: str) -> Iterator[list[_Line]]:
    """The lines between separators, without blank ones around them and with one at most inside."""
    block: list[_Line] = []
    for number, raw in enumerate(clean_text(text).split("\n"), 1):
        line = raw.rstrip()
        if line.strip() == "-":
            if block:
                yield block
            block = []
        elif line or (block and block[-1].text):
            block.append(_Line(number, line))
    if block:
        yield block


def _scan_block(block: list[_Line], source: str, publisher: str) -> Iterator[Found | Problem]:
    first = block[0].number
    lines = _drop_attached(block)
    marks = [(line, mark) for line in lines if (mark := _find_mark(line.text))]
    if not marks:
        yield Problem(source, first, _say_no_day(block))
        return
    last, taken = marks.pop()
    if taken.day is None:
        yield Problem(source, first, _say_no_such_day(taken, last, block))
        return
    parts = _find_parts(lines, last, taken)
    if parts is None:
        yield Problem(source, first, _say_no_title(block))
        return
    title, body = clean_line(parts.title.text), clean_body(_join(parts.body))
    yield Found(
        source,
        first,
        Release(
            id=release_id(publisher, taken.day, title),
            title=title,
            published=taken.day,
            body=body,
            publisher=publisher,
            category=parts.category and clean_line(parts.category.text),
            language=language_of(f"{title}\n{body}"),
        ),
    )
    for line, mark in marks:
        in_place = line.number == parts.title.number or not mark.before
        if not in_place or mark.day != taken.day:
            yield Problem(source, line.number, _say_other_day(line, taken))
    if parts.trailing:
        yield Problem(source, parts.trailing[0].number, _say_trailing(parts.trailing))


def _find_parts(lines: list[_Line], last: _Line, taken: _Mark) -> _Parts | None:
    """Category, title and body around the day taken; None where no line can be the title."""
    at = lines.index(last)
    above, below = list(filter(_holds_words, lines[:at])), lines[at + 1 :]
    if taken.before:
        above.append(_Line(last.number, taken.before))
    if not _words(above):
        above, below = below, []
    words = _words(above)
    category = words[0] if _is_category(words) else None
    title = words[1] if category else next(iter(words), None)
    if title is None or _is_paragraph(title.text) or title.text.lstrip().startswith(_BULLETS):
        return None
    body = above[above.index(title) + 1 :]
    if title.number != last.number and (dated := _find_mark(title.text)):
        title = _Line(title.number, dated.before)
    # A day below the title alone, or below headings alone with paragraphs to come, heads the body.
    is_heading = not taken.before and not _has_paragraph(body) and _has_paragraph(below)
    if is_heading or not _words(body):
        return _Parts(category, title, body + below, [])
    return _Parts(category, title, body, _words(below))


def _find_mark(text: str) -> _Mark | None:
    if text[-1:] not in _DAY_ENDS:
        return None
    start = max(0, len(text) - _DAY_WIDTH)
    if match := _OWN_DAY.match(text.strip()) if start == 0 else None:
        return _Mark("", match["day"], read_date(match["day"]))
    match = _GLUED_DAY.search(text[start:])
    if match is None:
        return None
    before = text[: start + match.start()].rstrip()
    if _ATTACHED.match(before.lstrip()):
        before = ""
    return _Mark(before, match["day"], read_date(match["day"]))


def _holds_words(line: _Line) -> bool:
    mark = _find_mark(line.text)
    return mark is None or mark.before != ""


def _drop_attached(block: list[_Line]) -> list[_Line]:
    """The block without its attached-file labels, what they name, and file names below them."""
    kept: list[_Line] = []
    below_label = False
    for line in block:
        if below_label and _FILE_NAME.match(line.text.strip()):
            continue
        words = _cut_attached(line.text)
        if words or not line.text:
            kept.append(_Line(line.number, words))
        if line.text:
            below_label = words != line.text
    return kept


def _cut_attached(text: str) -> str:
    at = max(text.rfind("ttached"), text.rfind("TTACHED"), text.rfind("첨부"))
    match = _ATTACHED.search(text, max(0, at - 4)) if at >= 0 else None
    if match is None:
        return text
    head = text[: match.start()].rstrip()
    return head if not head or _find_mark(head) else text


def _is_category(words: list[_Line]) -> bool:
    """Whether the first of a release's lines is a category: a known one, or up to three words
    without punctuation above a longer line with a title's capitals."""
    if len(words) < 2:
        return False
    first, second = words[0].text.strip(), words[1].text
    if _KNOWN_CATEGORY.fullmatch(first):
        return not _is_paragraph(second) and not second.lstrip().startswith(_BULLETS)
    counted = [word for word in first.split() if word not in ("and", "of", "&")]
    is_label = len(counted) <= 3 and _CATEGORY.fullmatch(first) is not None
    return is_label and len(first) < len(second) <= _TITLE_WIDTH and _has_title_capitals(second)


def _is_paragraph(text: str) -> bool:
    """Whether a line is prose: too long for a title, or a sentence to its full stop."""
    if len(text) > _TITLE_WIDTH:
        return True
    is_sentence = _STOP.search(text) is not None and _ABBREVIATION.search(text) is None
    return is_sentence and not _has_title_capitals(text)


def _has_title_capitals(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if not _JOINING.fullmatch(word)]
    return bool(words) and language_of(text) == "en" and all(w != w.lower() for w in words)


def _has_paragraph(lines: list[_Line]) -> bool:
    return any(_is_paragraph(line.text) for line in lines)


def _words(lines: list[_Line]) -> list[_Line]:
    return [line for line in lines if line.text]


def _join(lines: list[_Line]) -> str:
    return "\n".join(line.text for line in lines)


def _say_no_day(block: list[_Line]) -> str:
    return (
        f"expected a release with its day at the end of a line, such as date2025-12-15, found "
        f"none on {_span(block)}; add the day, or take out the text"
    )


def _say_no_such_day(mark: _Mark, line: _Line, block: list[_Line]) -> str:
    return (
        f"expected a day that exists, found {mark.written} on line {line.number}, so that "
        f"{_span(block)} cannot be read; correct the day"
    )


def _say_no_title(block: list[_Line]) -> str:
    return (
        f"expected a title on a line of its own above the body, found none on {_span(block)}; "
        "add the title"
    )


def _say_other_day(line: _Line, taken: _Mark) -> str:
    return (
        f'expected one day in a release, found "{excerpt(line.text[-80:])}" as well and took the '
        f'later {taken.written}; if line {line.number} ends a release, put a "-" line below it'
    )


def _say_trailing(lines: list[_Line]) -> str:
    return (
        f'expected a "-" line after the day of a release, found {_span(lines)}, which is in no '
        'release; give it a "-" line and a day, or take it out'
    )


def _span(lines: list[_Line]) -> str:
    words = _words(lines)
    first, last = words[0], words[-1]
    shown = f'"{excerpt(first.text)}"'
    if first.number == last.number:
        return f"line {first.number} ({shown})"
    return f'lines {first.number} to {last.number} ({shown} to "{excerpt(last.text)}")'
