"""A `qa sync` while another one reads: what a source holds by then is not lost.

And a change while another is made: it waits, and says so.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa import wiring
from qa.cli import changing, intake
from qa.cli.options import say
from qa.index.changing_library import read_sources
from qa.reading import sources
from qa.records import Reading
from qa.settings import Settings
from qa.storage.release_library import Library
from qa.storage.snapshot import Snapshot
from qa.storage.write_lock import Patience
from tests.qa.commands import Call

DATA = Path("data")  # in the folder that `call` runs in


def write(path: Path, title: str) -> None:
    path.parent.mkdir(exist_ok=True)
    record = {"title": title, "published": "2025-12-01", "body": f"{title} rose 4 percent."}
    path.write_text(json.dumps(record), encoding="utf-8")


def list_titles() -> set[str]:
    with Snapshot(DATA) as snapshot:
        return {
            release.title
            for release_id in snapshot.find_release_ids("", limit=9)
            if (release := snapshot.read_release(release_id)) is not None
        }


@pytest.fixture(autouse=True)
def _followed(call: Call, tmp_path: Path) -> None:
    """Followed are two folders: ra, with releases on steel and on ships, and rb, with one on cars.

    A third, slow, is read for the first time.
    """
    write(tmp_path / "ra" / "steel.jsonl", "Steel")
    write(tmp_path / "ra" / "ships.jsonl", "Ships")
    write(tmp_path / "rb" / "cars.jsonl", "Cars")
    write(tmp_path / "slow" / "chips.jsonl", "Chips")
    assert call("sync", "ra", "rb")[0] == 0


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[], object]]]:
    """What is done, once, before the folder slow is read, and after those named before it are."""
    steps: list[Callable[[], object]] = []
    read_sources = sources.read_sources

    def read(wheres: Sequence[str | Path], *others: sources.OpenFetcher | None) -> Reading:
        while Path(wheres[0]).name == "slow" and steps:
            steps.pop()()
        return read_sources(wheres, *others)

    monkeypatch.setattr(sources, "read_sources", read)
    yield steps
    assert not steps


Meanwhile = list[Callable[[], object]]


def test_release_that_another_source_has_come_to_hold_stays(
    call: Call, tmp_path: Path, meanwhile: Meanwhile
) -> None:
    (tmp_path / "ra" / "steel.jsonl").rename(tmp_path / "rb" / "steel.jsonl")
    meanwhile.append(lambda: call("sync", "rb"))
    status, _, said = call("sync", "ra", "slow")
    assert (status, "1 release added, 0 changed, 0 removed" in said) == (0, True), said
    assert list_titles() == {"Steel", "Ships", "Cars", "Chips"}


def test_release_that_was_removed_while_the_model_is_loaded_is_put_back(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ra" / "steel.jsonl").rename(tmp_path / "rb" / "steel.jsonl")
    load_encoder = wiring.load_encoder

    def load(settings: Settings, tell: Callable[[str], None]) -> Encoder:
        monkeypatch.setattr(wiring, "load_encoder", load_encoder)
        assert call("sync", "ra")[0] == 0
        assert "Steel" not in list_titles()
        return load_encoder(settings, tell)

    monkeypatch.setattr(wiring, "load_encoder", load)
    assert call("sync", "rb", "slow")[0] == 0
    assert list_titles() == {"Steel", "Ships", "Cars", "Chips"}


def test_release_that_came_back_to_its_source_meanwhile_stays(
    call: Call, tmp_path: Path, meanwhile: Meanwhile
) -> None:
    steel = tmp_path / "ra" / "steel.jsonl"
    steel.unlink()

    def put_back() -> None:
        write(steel, "Steel")
        assert call("sync", "ra")[0] == 0

    meanwhile.append(put_back)
    status, _, said = call("sync", "ra", "slow")
    assert status == 0
    assert f"{tmp_path / 'ra'}: read by another process since" in said
    assert list_titles() == {"Steel", "Ships", "Cars", "Chips"}
    steel.unlink()
    assert "1 removed" in call("sync")[2]


def test_source_that_was_forgotten_meanwhile_stays_forgotten(
    call: Call, tmp_path: Path, meanwhile: Meanwhile
) -> None:
    (tmp_path / "ra" / "steel.jsonl").unlink()
    meanwhile.append(lambda: call("sync", "--forget", "ra"))
    status, _, said = call("sync", "ra", "slow")
    assert (status, "1 release added, 0 changed, 0 removed" in said) == (0, True), said
    assert f"{tmp_path / 'ra'}: followed no more since" in said
    assert "read by another process" not in said
    assert read_sources(DATA).keys() == {str(tmp_path / "rb"), str(tmp_path / "slow")}
    assert list_titles() == {"Steel", "Ships", "Cars", "Chips"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "slow"),
        ("sync",),
        ("sync", "slow"),
        ("sync", "--forget", "ra"),
        ("remove", "2025-12-01-0000000000"),
    ],
)
def test_command_that_another_one_holds_up_for_too_long_ends_with_a_status_of_its_own(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    for module in (changing, intake):
        monkeypatch.setattr(module, "PATIENCE", Patience(0.05, say))
    with Library(DATA):
        status, out, said = call(*arguments)
    assert (status, out) == (75, "")
    assert "Waiting until it is done" in said
    assert "qa: Another process is writing to the library in data." in said


def test_command_waits_for_another_one(call: Call) -> None:
    library = Library(DATA)
    threading.Timer(1.5, library.close).start()
    status, _, said = call("add", "slow")
    assert status == 0
    assert "Waiting until it is done, 10 minutes at most." in said
    assert "1 release added" in said
