"""A running service for the retrievers to ask."""

from collections.abc import Iterator

import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.service import serve_at


@pytest.fixture(scope="session")
def url(seed_asker: Asker) -> Iterator[str]:
    with serve_at(lambda _: seed_asker) as url:
        yield url
