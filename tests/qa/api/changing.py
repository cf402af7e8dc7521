"""A service whose library is changed over HTTP, for the tests of changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from embeddings.encoder import Encoder
from qa.api.changes import Writer
from qa.keys import KeyRing, Right
from qa.records import Release
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.service import DAY, serve, wait_until

HELD = Release("held", "Ships", DAY, "A ship was launched.", "KTC")
STEEL = {
    "title": "Steel exports rise",
    "published": "2025-12-01",
    "body": "Steel exports rose 4 percent.",
    "publisher": "KTC",
}


def hold_one(folder: Path, encoder: Encoder) -> Settings:
    """Settings with a library in `folder` that holds one release."""
    settings = Settings(data=folder)
    update_library(settings, encoder, [HELD])
    return settings


@contextmanager
def serve_changes(settings: Settings, encoder: Encoder) -> Iterator[httpx.Client]:
    """A client with a key that may read and write."""
    ring = KeyRing(settings.data)
    token = ring.add("crawler", [Right.READ, Right.WRITE], made=DAY)
    writer = Writer(partial(update_library, settings), partial(remove_releases, settings))
    with serve(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        ring,
        writer=writer,
    ) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def post(client: httpx.Client, *releases: dict[str, str]) -> dict[str, Any]:
    response = client.post("/v1/releases", json={"releases": releases})
    assert response.status_code == 200, response.text
    change: dict[str, Any] = response.json()
    return change
