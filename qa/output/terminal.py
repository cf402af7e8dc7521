"""How text is laid out for whoever reads it: how wide, in which styles, and made safe to print.

Rich knows the width of characters and how terminals take styles. Lines are broken here: Rich would
break an address that is longer than a line, and then it is none.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from qa.lazy_regex import lazy_regex

_WIDEST = 96  # columns; longer lines are hard to read
_NARROWEST = 40
_WORD = lazy_regex(r"\S+\s*")
# What a terminal obeys, and what turns text around: a release could hide or forge lines with it.
_UNSAFE = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where text goes: `width` columns, in colours and bold where it is `styled`."""

    width: int = _WIDEST
    styled: bool = False

    def render(self, lines: list[Text]) -> str:
        """The lines as one string, without a line break at the end."""
        text = Text("\n").join(lines)
        if not self.styled:
            return text.plain
        # Imported here: text without styles does without.
        from rich.console import Console

        shown = io.StringIO()
        console = Console(
            file=shown,
            force_terminal=True,
            color_system="standard",
            no_color=False,
            legacy_windows=False,
        )
        console.print(text, soft_wrap=True, end="")
        return shown.getvalue()


PLAIN = Terminal()
"""What text that is no terminal's looks like: files, pipes, other programs."""


def find_terminal(*, is_terminal: bool, columns: int, environment: Mapping[str, str]) -> Terminal:
    """How to print, given what stdout is and what the environment asks for.

    NO_COLOR (https://no-color.org) asks for no styles at all, and goes before FORCE_COLOR, which
    asks for them even where no terminal is. A terminal's own width counts, up to 96 columns.

    >>> find_terminal(is_terminal=True, columns=72, environment={"NO_COLOR": "1"})
    Terminal(width=72, styled=False)
    """
    width = max(_NARROWEST, min(columns, _WIDEST)) if is_terminal else _WIDEST
    if environment.get("NO_COLOR"):
        return Terminal(width)
    able = is_terminal and environment.get("TERM") != "dumb"
    return Terminal(width, styled=able or bool(environment.get("FORCE_COLOR")))


def make_safe(text: str) -> str:
    """The text with a mark in place of every character that a terminal would obey.

    Its length stays, so that places in it do.

    >>> make_safe("Exports\\x1b[2J rose")
    'Exports�[2J rose'
    """
    return _UNSAFE.sub("\ufffd", text).replace("\t", " ")


def lay_out(text: Text, width: int, first: Text | str = "") -> list[Text]:
    """The text in lines of at most `width` columns, a longer word on a line of its own.

    `first` goes before the first line, and as many spaces before the others. A Hangul syllable
    takes two columns. Lines that the text has itself stay lines.

    >>> [line.plain for line in lay_out(Text("Exports rose in November."), 14, "1. ")]
    ['1. Exports', '   rose in', '   November.']
    """
    lead = first if isinstance(first, Text) else Text(first)
    indent = cell_len(lead.plain)
    lines: list[Text] = []
    for paragraph in text.split("\n", allow_blank=True):
        for piece in paragraph.divide(_find_breaks(paragraph.plain, width - indent)):
            line = Text.assemble(lead, piece)
            line.rstrip()
            lines.append(line)
            lead = Text(" " * indent)
    return lines


def _find_breaks(text: str, width: int) -> list[int]:
    """Where lines begin, after the first."""
    breaks: list[int] = []
    column = 0
    for word in _WORD.finditer(text):
        if column and column + cell_len(word[0].rstrip()) > width:
            breaks.append(word.start())
            column = 0
        column += cell_len(word[0])
    return breaks
