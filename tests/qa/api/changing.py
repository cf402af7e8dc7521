"""What is sent to a service to change its library, for the tests of changes."""

from typing import Any

import httpx

STEEL = {
    "title": "Steel exports rise",
    "published": "2025-12-01",
    "body": "Steel exports rose 4 percent.",
    "publisher": "KTC",
}


def post(crawler: httpx.Client, *releases: dict[str, str]) -> dict[str, Any]:
    """Send releases, all of which are taken. Returns what was changed."""
    response = crawler.post("/v1/releases", json={"releases": releases})
    assert response.status_code == 200, response.text
    change: dict[str, Any] = response.json()
    return change
