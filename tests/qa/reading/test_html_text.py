"""Words out of markup, and pages made to take for ever."""

import doctest
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.errors import SourceError
from qa.reading import html_text
from qa.reading.html_text import html_to_text, parse_html, select
from qa.reading.identity import clean_body
from tests.timing import takes_less


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(html_text).failed == 0


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a <b>b</b>c</p> <p>d</p>", "a bc\n\nd"),
        ("<div>x<div>y</div></div>z", "x\ny\nz"),
        ("a<br>b<br><br>c<br><br><br>d", "a\nb\n\nc\n\nd"),
        ("<pre>a\n  b\n</pre>c", "a\n  b\n\nc"),
        ("<ul><li>a<li>b</ul>x<!-- c -->y", "a\nb\n\nxy"),
        ("<table><tr><td><p>1</p><p>2</p></td></tr></table>", "1\n\n2"),
        ("<table><tr><th>A<th>B<tr><td><p>1<p>2<td></table>z", "A | B\n1 2\n\nz"),
        ("<p hidden>no</p><p style='color:red; display: none'>no</p>yes", "yes"),
        ("1 &lt; 2 &amp; &lt;b&gt;<script>x<1</script><style>y</style><svg><text>z", "1 < 2 & <b>"),
    ],
)
def test_words_stand_as_a_reader_sees_them(html: str, text: str) -> None:
    assert html_to_text(html) == text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
@settings(max_examples=200)
def test_text_shown_by_a_page_is_the_text_it_was_made_of(text: str) -> None:
    shown = html_to_text(f"<p>{escape(text)}</p>")
    assert shown.split() == clean_body(text).split()


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 500_000,
        "".join(f"<b id={number}>" for number in range(2000)) + "<p>x" * 100_000,
        "<div>" * 5000 + "<div></div>" * 500_000,
    ],
)
def test_page_made_to_be_deep_is_refused_at_once(html: str) -> None:
    def refuse() -> None:
        with pytest.raises(SourceError, match="nested deeper"):
            html_to_text(html)

    assert takes_less(refuse, 3)


@pytest.mark.parametrize(
    "html", ["<p>x" * 50_000, "<li>" * 50_000, "<table><tr>" + "<td>a" * 20_000]
)
def test_long_page_without_end_tags_is_read(html: str) -> None:
    assert takes_less(lambda: html_to_text(html), 5)


@pytest.mark.parametrize("selector", ["", "a[", "::", "a::text", "p:nth-child("])
def test_what_is_no_selector_is_named(selector: str) -> None:
    with pytest.raises(SourceError, match="expected a CSS selector, found"):
        select(parse_html("<p>"), selector)
