"""Citations, read back by the parsers that reference managers and sites use."""

import doctest
from datetime import date

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from qa.answers import cite
from qa.output import citations
from qa.output.citations import CitationForm, find_web_address, write_citation
from qa.records import Release

NASTY = '100% of {R&D} _cost_ #1: $5 ~ ^ \\ <script>alert(1)</script> [x](y) `code` * “q” "r" & @a'
BACK = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
}
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(
    lambda text: text.split() != []
)


def make_release(
    title: str = "Exports Rise", publisher: str = "Ministry of Trade", url: str | None = None
) -> Release:
    return Release("2025-12-01-0a1b", title, date(2025, 12, 1), "…", publisher, url)


def read_bibtex(text: str) -> dict[str, str]:
    [entry] = parse_string(text, "bibtex").entries.values()
    fields = {name: str(value) for name, value in entry.fields.items()}
    [author] = entry.persons["author"]
    return {**fields, "author": str(author)}


def decode(field: str) -> str:
    """A field of BibTeX as it is typeset."""
    text = field.removeprefix("{").removesuffix("}")
    for name, character in BACK.items():
        text = text.replace(name, character)
    for character in "$&%#_":
        text = text.replace(f"\\{character}", character)
    return text


def read_ris(text: str) -> dict[str, str]:
    [entry] = rispy.loads(text)
    return {name: value for name, value in entry.items() if isinstance(value, str)}


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(citations).failed == 0


def test_plain_citation_is_the_one_that_answers_show() -> None:
    release = make_release(url="https://example.org/1")
    assert write_citation(release, CitationForm.PLAIN) == cite(release)
    assert cite(release) == (
        "Ministry of Trade, “Exports Rise”, 1 December 2025. https://example.org/1"
    )


def test_bibtex_names_publisher_title_day_and_address() -> None:
    text = write_citation(make_release(url="https://example.org/a_1?b=%7E#c"), CitationForm.BIBTEX)
    assert text.startswith("@misc{2025-12-01-0a1b,\n")
    fields = read_bibtex(text)
    assert fields == {
        "author": "{Ministry of Trade}",
        "title": "{Exports Rise}",
        "howpublished": "Press release",
        "year": "2025",
        "month": "December",
        "day": "1",
        "url": "https://example.org/a_1?b=%7E",
    }


def test_ris_names_publisher_title_day_and_address() -> None:
    text = write_citation(make_release(url="https://example.org/1"), CitationForm.RIS)
    assert text.splitlines()[0] == "TY  - GEN"
    assert text.endswith("\r\nER  - ")
    assert read_ris(text) == {
        "type_of_reference": "GEN",
        "title": "Exports Rise",
        "publisher": "Ministry of Trade",
        "year": "2025",
        "date": "2025/12/01",
        "type_of_work": "Press release",
        "language": "en",
        "id": "2025-12-01-0a1b",
    } | {name: value for name, value in read_ris(text).items() if name == "urls"}
    assert "UR  - https://example.org/1\r\n" in text


@pytest.mark.parametrize("form", CitationForm)
def test_what_a_form_gives_meaning_to_is_read_back_as_it_was(form: CitationForm) -> None:
    check_read_back(make_release(NASTY, NASTY, "https://example.org/x?(a)&b=<c>"), form)


@settings(max_examples=50)
@given(title=TEXTS, publisher=TEXTS)
@pytest.mark.parametrize("form", CitationForm)
def test_any_title_and_publisher_is_read_back_on_one_line(
    form: CitationForm, title: str, publisher: str
) -> None:
    check_read_back(make_release(title, publisher, "https://example.org/1"), form)


def check_read_back(release: Release, form: CitationForm) -> None:
    def one_line(text: str) -> str:
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())

    title, publisher = one_line(release.title), one_line(release.publisher)
    if not title or not publisher:
        return
    text = write_citation(release, form)
    expected = f"{publisher}, “{title}”, 1 December 2025."
    match form:
        case CitationForm.PLAIN:
            assert text.startswith(f"{expected} https://example.org/")
        case CitationForm.MARKDOWN:
            [inline] = [t for t in MarkdownIt().parse(text) if t.type == "inline"]
            children = inline.children or []
            assert {t.type for t in children} <= {"text", "text_special", "link_open", "link_close"}
            assert "".join(t.content for t in children) == expected
            [link] = [t for t in children if t.type == "link_open"]
            assert str(link.attrs["href"]).startswith("https://example.org/")
        case CitationForm.BIBTEX:
            fields = read_bibtex(text)
            assert decode(fields["title"]) == title
            assert decode(fields["author"]) == publisher
            assert set(fields) == {
                *("author", "title", "howpublished", "year", "month", "day", "url")
            }
        case CitationForm.RIS:
            fields = read_ris(text)
            assert (fields["title"], fields["publisher"]) == (title, publisher)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", "https://", None]
)
@pytest.mark.parametrize("form", CitationForm)
def test_address_that_is_none_on_the_web_is_left_out(url: str | None, form: CitationForm) -> None:
    release = make_release(url=url)
    assert find_web_address(release) is None
    assert write_citation(release, form) == write_citation(make_release(), form)


def test_key_of_bibtex_holds_no_mark_of_its_own() -> None:
    release = Release("보도 {7},", "T", date(2025, 1, 2), "…", "P")
    assert write_citation(release, CitationForm.BIBTEX).startswith("@misc{7,\n")
    release = Release("보도", "T", date(2025, 1, 2), "…", "P")
    assert write_citation(release, CitationForm.BIBTEX).startswith("@misc{release,\n")
