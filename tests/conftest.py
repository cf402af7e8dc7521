"""What many tests share: the packaged encoder, and a library of the seeds, both real, made once."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before PyTorch is imported. Short texts gain nothing from a second thread, which spins.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from embeddings.encoder import Encoder
from qa.reading.sources import read_sources
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import load_encoder, open_asker, update_library
from tests.ministry import Ministry, generate_ministry

# An example takes as long as the rest of the machine lets it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@pytest.fixture(scope="session", autouse=True)
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where ONNX graphs are kept, so that each is made once: the setting `graphs` of all tests.

    TEST_GRAPHS shares them with other runs; the workers of one run share them in any case.
    """
    own = tmp_path_factory.getbasetemp()
    run = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder = Path(os.environ.get("TEST_GRAPHS", run / "graphs"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QA_GRAPHS", str(folder))
        yield folder


@pytest.fixture(scope="session")
def encoder(graphs: Path) -> Encoder:
    """The packaged model."""
    return load_encoder(Settings(graphs=graphs))


@pytest.fixture(scope="session")
def ministry() -> Ministry:
    """The generated ministry."""
    return generate_ministry()


@pytest.fixture(scope="session")
def seed_releases() -> tuple[Release, ...]:
    """The releases that come with the project."""
    return read_sources([SEEDS]).releases


@pytest.fixture(scope="session")
def seed_settings(
    tmp_path_factory: pytest.TempPathFactory,
    encoder: Encoder,
    seed_releases: tuple[Release, ...],
) -> Settings:
    """Settings whose data folder holds a library of the seeds. Not to be written to."""
    settings = Settings(data=tmp_path_factory.mktemp("seeds"))
    update_library(settings, encoder, seed_releases)
    return settings


@pytest.fixture(scope="session")
def seed_asker(seed_settings: Settings, encoder: Encoder) -> Iterator[Asker]:
    """What answers from the library of the seeds."""
    asker = open_asker(seed_settings, encoder, read_ranking())
    yield asker
    asker.snapshot.close()
