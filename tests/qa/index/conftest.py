"""A data folder with an index, to do anything to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.settings import Settings
from qa.storage.snapshot import Snapshot
from qa.wiring import update_library
from tests.qa.index.published import FIRST


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """A data folder with a library of two releases and its index. Not to be written to."""
    folder = tmp_path_factory.mktemp("published")
    update_library(Settings(data=folder), encoder, FIRST)
    return folder


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    """A copy of `published`, to do anything to."""
    shutil.copytree(published, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def snapshot(data: Path) -> Iterator[Snapshot]:
    snapshot = Snapshot(data)
    yield snapshot
    snapshot.close()
