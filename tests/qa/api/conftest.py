"""A service over the seeds, made once a module."""

from collections.abc import Iterator

import httpx
import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.service import serve, wait_until


@pytest.fixture(scope="module")
def client(seed_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: seed_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client
