"""A release cited in the forms that writers and their programs take.

Plain text is `qa.answers.cite`; Markdown is CommonMark (https://spec.commonmark.org/); BibTeX keeps
to what every style and processor reads (https://ctan.org/pkg/bibtex); RIS follows
https://en.wikipedia.org/wiki/RIS_(file_format).
"""

import re
from dataclasses import replace
from enum import Enum

from qa.answers import cite
from qa.errors import FetchError
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import SHORT_NAMES
from qa.reading.addresses import normalise
from qa.records import Release

_MARKDOWN = lazy_regex(r"([\\`*_\[\]<>&~|#!()+.=:-])")
# Braces have to balance whatever stands before them, so they are written as names.
_BIBTEX = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        **{each: f"\\{each}" for each in "$&%#_"},
    }
)


class CitationForm(Enum):
    """How a citation is written."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    RIS = "ris"


def write_citation(release: Release, form: CitationForm) -> str:
    """A release cited in a form, without a line break at the end.

    White space in names becomes single spaces. An address that leads nowhere on the web is left
    out.

    >>> from datetime import date
    >>> release = Release("a-1", "Exports Rise", date(2025, 12, 1), "…", "R&D Board")
    >>> write_citation(release, CitationForm.MARKDOWN)
    'R\\\\&D Board, “Exports Rise”, 1 December 2025\\\\.'
    """
    tidied = replace(
        release,
        title=_tidy(release.title),
        publisher=_tidy(release.publisher),
        url=find_web_address(release),
    )
    match form:
        case CitationForm.PLAIN:
            return cite(tidied)
        case CitationForm.MARKDOWN:
            return _write_markdown(tidied)
        case CitationForm.BIBTEX:
            return _write_bibtex(tidied)
        case CitationForm.RIS:
            return _write_ris(tidied)


def find_web_address(release: Release) -> str | None:
    """Where on the web a release can be read: an http or https address, or None."""
    if release.url is None:
        return None
    try:
        return normalise(release.url)
    except FetchError:
        return None


def _tidy(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _write_markdown(release: Release) -> str:
    """The plain citation, its title a link where the release has an address."""
    title = release.title
    before, _, after = cite(replace(release, title="\0", url=None)).partition("\0")
    before, title, after = (_MARKDOWN.sub(r"\\\1", part) for part in (before, title, after))
    return f"{before}{title if release.url is None else f'[{title}](<{release.url}>)'}{after}"


def _write_bibtex(release: Release) -> str:
    """An entry whose key is the release's id; names in two braces are kept as they are written."""
    key = re.sub(r"[^A-Za-z0-9:_-]+", "-", release.id).strip("-") or "release"
    fields = {
        "author": f"{{{release.publisher.translate(_BIBTEX)}}}",
        "title": f"{{{release.title.translate(_BIBTEX)}}}",
        "howpublished": "Press release",
        "year": f"{release.published.year:04}",
        "month": SHORT_NAMES[release.published.month - 1],
        "day": str(release.published.day),
    }
    if release.url is not None:
        fields["url"] = release.url
    lines = [
        f"  {name:<12} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
    ]
    return "\n".join([f"@misc{{{key},", *lines, "}"])


def _write_ris(release: Release) -> str:
    """The publisher stands as publisher alone: as an author its commas would part a person's names.

    Lines end with CR LF.
    """
    fields = [
        ("TY", "GEN"),
        ("TI", release.title),
        ("PB", release.publisher),
        ("PY", f"{release.published.year:04}"),
        ("DA", f"{release.published:%Y/%m/%d}"),
        ("M3", "Press release"),
        ("LA", release.language),
        ("ID", _tidy(release.id)),
        ("UR", release.url),
        ("ER", ""),
    ]
    return "\r\n".join(f"{tag}  - {value}" for tag, value in fields if value is not None)
