"""Words that a question quotes, and whether a release has them just so.

Who asks who said "a monumental step backward" asks for these words and no others. Fewer than three
may be a name or a manner of speaking.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.understanding.telling import find_saying

_KEPT = 256  # texts
# An apostrophe within single marks ends nothing, and one before a year ("'25") begins nothing; nor
# does the mark behind a number of inches.
_QUOTED = lazy_regex(
    r"(?<![A-Za-z0-9])\"[^\"]+\"|“[^“”]+”|「[^「」]+」|『[^『』]+』"
    r"|(?<!\w)‘(?!\d)[^‘’]+(?:’\w[^‘’]*)*’(?!\w)|(?<!\w)'(?!\d)[^']+(?:'\w[^']*)*'(?!\w)"
    r"|(?<!\w)[‘'](?!\d)[^‘’']+['’](?!\w)"
)
_LEAST_WORDS = 3
_ELLIPSIS = lazy_regex(r"\[?(?:\.\s?\.\s?\.|…)\]?")
_SPOKEN = lazy_regex(
    r"\b(?:say(?:ing)?|call(?:s|ed)?|describ(?:es?|ed)|sp(?:eak|oke) of|quot(?:es?|ed|ation)"
    r"|warn(?:s|ed)?|claim(?:s|ed)?|declar(?:es?|ed)|argued?|words|phrase)\b"
    r"|말[했한하]|발언|라고|표현",
    re.IGNORECASE,
)
_ALIKE = str.maketrans("‘’“”–—‑", "''\"\"---")
_EDGES = " .,;:!?…'\"-"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody is asked to have said."""

    words: str

    @property
    def _parts(self) -> list[str]:
        """What stands between the dots of what is left out."""
        return [part for each in _ELLIPSIS.split(self.words) if (part := each.strip(_EDGES))]

    def is_in(self, text: str) -> bool:
        """Whether `text` has the words, in whatever quotation marks, case and lines.

        >>> Quotation("step backward").is_in("“This is a Step\\nBackward,” he said.")
        True
        """
        plain = _plain(text)
        return all(part in plain for part in self._parts)


def find_quotation(text: str) -> Quotation | None:
    """The longest run of three words or more that `text` has in quotation marks; None where there
    is none, or nothing is said of anybody's saying it: what has such a name may be asked about.

    >>> find_quotation('Who said “a monumental step backward”?')
    Quotation(words='a monumental step backward')
    """
    quoted = (_plain(text[span.start + 1 : span.end - 1]) for span in find_quoted(text))
    words = max((each for each in quoted if _is_long(each)), key=len, default=None)
    beside = _QUOTED.sub(" ", text)
    is_said = bool(find_saying(beside)) or _SPOKEN.search(beside) is not None
    return Quotation(words) if words is not None and is_said else None


@lru_cache(_KEPT)
def find_quoted(text: str) -> tuple[Span, ...]:
    """What stands in quotation marks, with them, unless it is all that is asked.

    >>> find_quoted('Did he say "by June"?')
    (Span(start=11, end=20),)
    """
    spans = tuple(Span(*found.span()) for found in _QUOTED.finditer(text))
    rest = _QUOTED.sub("", text)
    return spans if any(letter.isalnum() for letter in rest) else ()


def _is_long(quoted: str) -> bool:
    return len(quoted.split()) >= _LEAST_WORDS


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).casefold().split()).strip(_EDGES)
