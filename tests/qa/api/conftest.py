"""A service over the seeds, made once a module, and one whose library is changed over HTTP."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api.changes import Writer
from qa.keys import KeyRing, Right
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.service import DAY, serve, wait_until

HELD = Release("held", "Ships", DAY, "A ship was launched.", "KTC")


@pytest.fixture(scope="module")
def client(seed_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


@pytest.fixture
def settings(tmp_path: Path, encoder: Encoder) -> Settings:
    """Those of a library that holds one release."""
    settings = Settings(data=tmp_path / "data")
    update_library(settings, encoder, [HELD])
    return settings


@pytest.fixture
def crawler(settings: Settings, encoder: Encoder) -> Iterator[httpx.Client]:
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
