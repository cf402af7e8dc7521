"""Bodies that pages declare in JSON-LD, beside what they show."""

import json
from html import escape

import pytest

from qa.reading.webpages import Selectors
from tests.qa.reading.test_webpages import BODY, DAY, FIRST, FOOT, HEAD, SECOND, TEXT, TITLE, read


def declare_body(body: str, shown: str, *others: dict[str, str]) -> str:
    """A page that shows one body and declares another, and other articles, in JSON-LD."""
    article = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-12-01"}
    graph = [article | {"articleBody": body}, *(article | other for other in others)]
    return f"""{HEAD}<script type="application/ld+json">{json.dumps(graph)}</script>
        <main><h2>{TITLE}</h2>{shown}</main>{FOOT}"""


@pytest.mark.parametrize(
    "shown", ['<div id="app"></div>', "<p>x</p>", f"<div class='view_cont'><p>{FIRST}</p></div>"]
)
def test_body_is_the_declared_one_where_the_page_shows_little_of_it(shown: str) -> None:
    found = read(declare_body(TEXT, shown))
    assert (found.title, found.published, found.body) == (TITLE, DAY, TEXT)


@pytest.mark.parametrize(
    "body", [TEXT.replace("\n", " "), f"{TITLE} (Dec. 1) {TEXT}", FIRST, "", "Read more"]
)
def test_body_is_what_the_page_shows_where_that_is_about_as_much(body: str) -> None:
    assert read(declare_body(body, f"<div class='view_cont'>{BODY}</div>")).body == TEXT


def test_markup_in_a_declared_body_is_read_as_such() -> None:
    assert read(declare_body(f"<p>{FIRST}</p><p>{escape(SECOND)}</p>", "<p>x</p>")).body == TEXT


def test_declared_body_is_that_of_the_article_not_of_another() -> None:
    other = {"headline": "Auto Exports Fall", "articleBody": f"{TEXT} {TEXT}"}
    assert read(declare_body("", f"<div class='view_cont'>{BODY}</div>", other)).body == TEXT
    again = {"articleBody": TEXT}
    assert read(declare_body("", "<div class='view_cont'><p>x</p></div>", again)).body == TEXT


def test_selected_body_is_what_is_selected_whatever_is_declared() -> None:
    page = declare_body(TEXT, "<div class='here'>Exports rose.</div>")
    assert read(page, selectors=Selectors(body=".here")).body == "Exports rose."
