"""HEAD on a real server: what GET says, but for the body."""

import httpx
import pytest

from tests.qa.api.seed_service import QUESTION
from tests.qa.api.service import PROBLEM

ALIKE = [
    "/",
    "/?q=ICT",
    "/releases",
    "/static/page.css",
    "/healthz",
    "/readyz",
    "/v1/releases",
    "/v1/releases/none",
    "/openapi.json",
    "/nothing/here",
]


@pytest.mark.parametrize("path", ALIKE)
def test_head_says_what_get_does_and_sends_no_body(client: httpx.Client, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert headed.status_code == got.status_code
    assert headed.content == b""
    for name in ("content-type", "content-length", "content-security-policy", "vary"):
        assert headed.headers.get(name) == got.headers.get(name)
    # Had a body been sent, the connection's next answer would begin with it.
    assert client.get("/healthz").json() == {"status": "ok"}


def test_head_of_a_question_says_whether_it_can_be_asked(client: httpx.Client) -> None:
    asked = client.head("/v1/ask", params={"question": QUESTION})
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked.headers["content-type"] == "application/json"
    refused = client.head("/v1/ask", params={"question": QUESTION, "k": 0})
    assert (refused.status_code, refused.content) == (422, b"")
    assert refused.headers["content-type"] == PROBLEM


def test_head_is_counted_by_its_route_and_not_as_get(client: httpx.Client) -> None:
    client.head("/healthz")
    counted = client.get("/metrics").text
    assert 'qa_requests_total{method="HEAD",route="/healthz",status="200"}' in counted


def test_description_names_no_head(client: httpx.Client) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert not any("head" in operations for operations in paths.values())
