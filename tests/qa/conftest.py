"""A library of small monthly series, with the real encoder, made once."""

from collections.abc import Iterator

import pytest

from embeddings.encoder import Encoder
from qa.asking import Asker
from qa.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, update_library
from tests.qa.monthly_releases import RELEASES


@pytest.fixture(scope="session")
def monthly_settings(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Settings:
    """Settings whose data folder holds the monthly releases. Not to be written to."""
    settings = Settings(data=tmp_path_factory.mktemp("monthly"))
    update_library(settings, encoder, RELEASES)
    return settings


@pytest.fixture(scope="session")
def monthly_asker(monthly_settings: Settings, encoder: Encoder) -> Iterator[Asker]:
    """What answers from the library of the monthly releases."""
    asker = open_asker(monthly_settings, encoder, read_ranking())
    yield asker
    asker.snapshot.close()
