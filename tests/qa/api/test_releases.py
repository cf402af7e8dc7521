"""Releases over HTTP: listed by page and window, and read."""

from typing import Any

import httpx
import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.seed_service import ICT_TITLE, Params
from tests.qa.api.service import check_problem, serve, wait_until


def test_releases_are_listed_newest_first(client: httpx.Client) -> None:
    listing = client.get("/v1/releases").json()
    days = [release["published"] for release in listing["releases"]]
    assert listing["total"] == len(days) == 8
    assert days == ["2025-12-15"] * 2 + ["2025-12-11"] * 4 + ["2025-12-10"] * 2
    assert listing["releases"][1]["title"] == ICT_TITLE
    assert "body" not in listing["releases"][0]


def test_pages_of_releases_join_up(client: httpx.Client) -> None:
    whole = client.get("/v1/releases").json()["releases"]
    pages: list[Any] = []
    for offset in (0, 3, 6, 9):
        page = client.get("/v1/releases", params={"limit": 3, "offset": offset}).json()
        assert page["total"] == 8
        pages += page["releases"]
    assert pages == whole


def test_releases_of_a_window_are_listed(client: httpx.Client) -> None:
    window = {"published_from": "2025-12-11", "published_to": "2025-12-14"}
    listing = client.get("/v1/releases", params=window).json()
    assert (listing["total"], len(listing["releases"])) == (4, 4)
    assert client.get("/v1/releases", params={"published_from": "2026-01-01"}).json() == {
        "total": 0,
        "releases": [],
    }


def test_releases_of_one_publisher_are_listed(monthly_asker: Asker) -> None:
    with serve(lambda _: monthly_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        everything = client.get("/v1/releases", params={"limit": 100}).json()["releases"]
        own = [each for each in everything if each["publisher"] == "Power Exchange"]
        assert 0 < len(own) < len(everything)
        params: Params = {"publisher": "Power Exchange", "limit": 2, "offset": 1}
        listing = client.get("/v1/releases", params=params).json()
        assert listing == {"total": len(own), "releases": own[1:3]}
        none = client.get("/v1/releases", params={"publisher": "Nobody"}).json()
        assert none == {"total": 0, "releases": []}


def test_publishers_come_with_what_is_held_of_each(monthly_asker: Asker) -> None:
    with serve(lambda _: monthly_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        publishers = client.get("/v1/publishers").json()["publishers"]
        counts = [each["releases"] for each in publishers]
        assert counts == sorted(counts, reverse=True)
        assert len(counts) > 1
        for each in publishers:
            params: Params = {"publisher": each["publisher"], "limit": 100}
            listing = client.get("/v1/releases", params=params).json()
            days = [release["published"] for release in listing["releases"]]
            assert listing["total"] == each["releases"]
            assert (each["earliest_published"], each["latest_published"]) == (days[-1], days[0])
        check_problem(client.get("/v1/publishers", params={"limit": 1}), 422)


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"offset": -1}, "offset"),
        ({"offset": 10**30}, "offset"),
        ({"published_to": "soon"}, "published_to"),
        ({"page": 2}, "page"),
        ({"publisher": ""}, "publisher"),
        ({"published_from": "2025-12-02", "published_to": "2025-12-01"}, "published_to"),
    ],
)
def test_page_that_cannot_be_is_refused(client: httpx.Client, params: Params, field: str) -> None:
    problem = check_problem(client.get("/v1/releases", params=params), 422)
    assert [fault["field"] for fault in problem["errors"]] == [field]


@pytest.mark.parametrize("release_id", ["unknown", "%00", "%ED%A0%80", "%F0%9F%98%80", "' OR 1=1"])
def test_unknown_release_is_not_found(client: httpx.Client, release_id: str) -> None:
    problem = check_problem(client.get(f"/v1/releases/{release_id}"), 404)
    assert "/v1/releases" in problem["detail"]
