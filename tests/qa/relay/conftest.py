"""A library, a service over it that runs as long as a module's tests, and a place for sockets."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from embeddings.encoder import Encoder
from qa.records import Release
from qa.relay.protocol import find_folder
from qa.settings import Settings
from qa.wiring import update_library
from tests.qa.api.service import Process, run_service
from tests.qa.monthly_releases import RELEASES


@pytest.fixture(scope="session")
def data(
    tmp_path_factory: pytest.TempPathFactory, encoder: Encoder, seed_releases: tuple[Release, ...]
) -> Path:
    """A data folder with the seeds and the monthly releases."""
    folder = tmp_path_factory.mktemp("both")
    update_library(Settings(data=folder), encoder, [*seed_releases, *RELEASES])
    return folder


@pytest.fixture
def own(data: Path, tmp_path: Path) -> Path:
    """The same, for one test to do with as it likes."""
    return shutil.copytree(data, tmp_path / "own")


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the folder of sockets will be made, or what somebody else has put there."""
    with TemporaryDirectory() as folder:  # of a short path
        monkeypatch.setenv("TMPDIR", folder)
        yield find_folder()


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[Process]:
    with run_service(data) as process:
        yield process
