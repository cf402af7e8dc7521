"""Pages read as a browser reads them: what the tests of the page look for, and where."""

from urllib.parse import parse_qs, urlsplit

import httpx
from selectolax.lexbor import LexborHTMLParser as Html
from selectolax.lexbor import LexborNode

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
AS_OF = "2025-09-01"
APRIL = "What were battery exports in April 2025?"
NOBODY = "Who won the World Cup?"


def get(client: httpx.Client, path: str, **params: str | int | None) -> Html:
    given = {name: value for name, value in params.items() if value is not None}
    response = client.get(path, params=given, headers=BROWSER)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Html(response.text)


def ask(client: httpx.Client, q: str, **params: str | int | None) -> Html:
    return get(client, "/", q=q, **{"as_of": AS_OF, **params})


def texts(html: Html, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in html.css(selector)]


def links(html: Html, selector: str) -> dict[str, str]:
    """The addresses of links by their words."""
    return {
        " ".join(each.text().split()): str(each.attributes["href"]) for each in html.css(selector)
    }


def find(html: Html, selector: str) -> LexborNode:
    """The one element that a selector finds first."""
    element = html.css_first(selector)
    assert element is not None, selector
    return element


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)
