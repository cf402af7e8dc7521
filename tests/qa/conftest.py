"""What tests share: a library of small monthly series, a server to fetch from, the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.cli import main
from qa.reading.fetching import Fetcher, Manners
from qa.reading.http_client import AnswerBounds, HttpClient
from qa.reading.page_cache import PageCache
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, update_library
from tests.misbehaving_server import Server, serve
from tests.qa.commands import Call, find_settings
from tests.qa.corrected_releases import RELEASES as CORRECTED
from tests.qa.fetchers import BOUNDS, MANNERS, NOW, Clock, Open
from tests.qa.holding import hold
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


@pytest.fixture(scope="session")
def corrected_asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    """What answers from the releases of which some correct others."""
    with hold(tmp_path_factory.mktemp("corrected"), encoder, CORRECTED) as asker:
        yield asker


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_fetcher(tmp_path: Path, clock: Clock) -> Iterator[Open]:
    """Makes fetchers that keep their pages in one file and wait in no real time."""
    opened: list[Fetcher] = []

    def open_fetcher(
        *,
        allow_private: bool = True,
        bounds: AnswerBounds = BOUNDS,
        manners: Manners = MANNERS,
        kept: bool = True,
        now: float = NOW,
    ) -> Fetcher:
        fetcher = Fetcher(
            HttpClient(bounds, allow_private=allow_private),
            PageCache(tmp_path / ".kept" / "pages.sqlite3") if kept else None,
            manners=manners,
            clock=clock,
            sleep=clock.sleep,
            now=lambda: now,
        )
        opened.append(fetcher)
        return fetcher

    yield open_fetcher
    for fetcher in opened:
        fetcher.close()


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Call:
    """The same in this process, which spares the start of another, in an empty folder."""
    for name in find_settings():
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        status = ended.value.code
        said = capsys.readouterr()
        return (status if isinstance(status, int) else 0), said.out, said.err

    return call
