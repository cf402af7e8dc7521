"""A running service for the retrievers to ask."""

from collections.abc import Iterator

import pytest

from qa.asking import Asker
from tests.service import run_service


@pytest.fixture(scope="session")
def url(seed_asker: Asker) -> Iterator[str]:
    with run_service(lambda: seed_asker) as url:
        yield url
