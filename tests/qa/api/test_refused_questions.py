"""Questions over HTTP that cannot be asked: which field is at fault is said."""

import httpx
import pytest

from tests.qa.api.seed_service import QUESTION, Params
from tests.qa.api.service import check_problem

BAD_REQUESTS: list[tuple[Params, str]] = [
    ({"colour": "red"}, "colour"),
    ({"question": ""}, "question"),
    ({"question": "  \n "}, "question"),
    ({"question": "a" * 2001}, "question"),
    ({"k": 0}, "k"),
    ({"k": 101}, "k"),
    ({"k": "many"}, "k"),
    ({"per_release": 0}, "per_release"),
    ({"per_release": 101}, "per_release"),
    ({"as_of": "yesterday"}, "as_of"),
    ({"as_of": "2025-02-29"}, "as_of"),
    ({"published_from": "15.12.2025"}, "published_from"),
    ({"published_from": "2025-13-01"}, "published_from"),
    ({"published_to": ""}, "published_to"),
    ({"per_series": 0}, "per_series"),
    ({"per_series": 101}, "per_series"),
    ({"about_from": "November"}, "about_from"),
    ({"about_to": "2025-11-31"}, "about_to"),
    # A number would be taken for seconds since 1970.
    ({"published_to": "86400"}, "published_to"),
]


@pytest.mark.parametrize(("params", "field"), BAD_REQUESTS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_cannot_be_asked_is_refused_and_named(
    client: httpx.Client, method: str, params: Params, field: str
) -> None:
    asked = {"question": QUESTION, **params}
    if method == "GET":
        response = client.get("/v1/ask", params=asked)
    else:
        response = client.post("/v1/ask", json=asked)
    problem = check_problem(response, 422)
    assert [fault["field"] for fault in problem["errors"]] == [field]
    assert field in problem["detail"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_question_must_be_there(client: httpx.Client, method: str) -> None:
    response = client.get("/v1/ask") if method == "GET" else client.post("/v1/ask", json={})
    assert "question" in check_problem(response, 422)["detail"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_window_the_wrong_way_round_is_refused(client: httpx.Client, method: str) -> None:
    asked = {
        "question": QUESTION,
        "published_from": "2025-12-15",
        "published_to": "2025-12-10",
    }
    if method == "GET":
        response = client.get("/v1/ask", params=asked)
    else:
        response = client.post("/v1/ask", json=asked)
    detail = check_problem(response, 422)["detail"]
    assert "2025-12-15" in detail
    assert "2025-12-10" in detail
