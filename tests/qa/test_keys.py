"""Keys: what of them is kept, and that changes are whole and seen at once."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from qa.cli import main
from qa.errors import KeyRingError
from qa.keys import FILE_NAME, KeyRing, Right
from tests.full_disk import largest_file

DAY = date(2025, 12, 20)


def test_key_that_was_made_is_found_with_its_rights(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path / "new" / "folder")
    token = ring.add("reading-room", [Right.READ], made=DAY)
    other = ring.add("desk", [Right.WRITE, Right.READ, Right.WRITE], made=DAY)
    found = ring.find(token)
    assert found is not None
    assert (found.name, found.rights, found.made) == ("reading-room", (Right.READ,), DAY)
    both = ring.find(other)
    assert both is not None
    assert both.rights == (Right.WRITE, Right.READ)


@pytest.mark.parametrize("token", ["", "qa_", "qa_" + "a" * 43, "\udcff", "ü" * 10_000])
def test_what_is_no_key_is_not_found(tmp_path: Path, token: str) -> None:
    ring = KeyRing(tmp_path)
    assert ring.find(token) is None
    ring.add("reading-room", [Right.READ], made=DAY)
    assert ring.find(token) is None


def test_file_holds_the_hash_alone_and_is_its_owners(tmp_path: Path) -> None:
    token = KeyRing(tmp_path).add("reading-room", [Right.READ], made=DAY)
    content = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert token not in content
    assert token.removeprefix("qa_") not in content
    assert hashlib.sha256(token.encode()).hexdigest() in content
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert len(token) >= 43


def test_revocation_is_seen_by_whoever_had_read_the_keys_before(tmp_path: Path) -> None:
    running, commands = KeyRing(tmp_path), KeyRing(tmp_path)
    assert running.read() == ()
    token = commands.add("reading-room", [Right.READ], made=DAY)
    assert running.find(token) is not None
    commands.revoke("reading-room", revoked=DAY)
    assert running.find(token) is None
    assert [key.revoked for key in running.read()] == [DAY]
    # The name is free again, and the old key still counts for nothing.
    again = commands.add("reading-room", [Right.READ], made=DAY)
    assert running.find(again) is not None
    assert running.find(token) is None


def test_keys_made_at_once_are_all_kept(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(
            threads.map(
                lambda number: KeyRing(tmp_path).add(f"key-{number}", [Right.READ], made=DAY),
                range(16),
            )
        )
    assert len({KeyRing(tmp_path).find(token) for token in made} - {None}) == 16


@pytest.mark.parametrize("name", ["", " ", "-x", "a b", "a/b", "ü", "a" * 65, "a\n"])
def test_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyRingError, match="Expected a name"):
        KeyRing(tmp_path).add(name, [Right.READ], made=DAY)


def test_name_that_is_taken_or_unknown_is_refused(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.add("desk", [Right.READ], made=DAY)
    with pytest.raises(KeyRingError, match="already"):
        ring.add("desk", [Right.WRITE], made=DAY)
    with pytest.raises(KeyRingError, match="desk"):
        ring.revoke("desks", revoked=DAY)


def test_revoking_where_there_are_no_keys_leaves_nothing_behind(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(KeyRingError, match=rf"No key is named 'desk' in {folder}\. .* none\."):
            KeyRing(folder).revoke("desk", revoked=DAY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"keys": [{}]}', b'{"keys": [1]}', b"\xff", b'{"keys": 1}']
)
def test_damaged_file_lets_nobody_in(tmp_path: Path, content: bytes) -> None:
    ring = KeyRing(tmp_path)
    token = ring.add("desk", [Right.READ], made=DAY)
    (tmp_path / FILE_NAME).write_bytes(content)
    for _ in range(2):
        with pytest.raises(KeyRingError, match=FILE_NAME):
            ring.find(token)


Command = Callable[..., str]


@pytest.fixture
def keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """What `qa keys` prints, in a data folder of its own."""
    for name in [name for name in os.environ if name.startswith("QA_")]:
        monkeypatch.delenv(name)

    def keys(*arguments: str, status: int = 0) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["keys", *arguments, "--data", str(tmp_path)])
        assert (ended.value.code or 0) == status
        out, said = capsys.readouterr()
        return out if status == 0 else said

    return keys


def test_commands_make_list_and_revoke(keys: Command, tmp_path: Path) -> None:
    token = keys("add", "desk", "--right", "read", "--right", "write").strip()
    found = KeyRing(tmp_path).find(token)
    assert found is not None
    assert found.rights == (Right.READ, Right.WRITE)
    reader = KeyRing(tmp_path).find(keys("add", "reading-room").strip())
    assert reader is not None
    assert reader.rights == (Right.READ,)
    assert keys("list").splitlines()[0].startswith("desk  read,write  made ")
    assert token not in keys("list")
    keys("revoke", "desk")
    assert "revoked" in keys("list").splitlines()[0]
    assert KeyRing(tmp_path).find(token) is None
    assert "qa: No key is named 'desk'" in keys("revoke", "desk", status=2)


def test_folder_that_cannot_be_locked_is_said(tmp_path: Path) -> None:
    (tmp_path / "keys.lock").mkdir()
    with pytest.raises(KeyRingError, match=r"cannot be written to.*--data"):
        KeyRing(tmp_path).add("reading-room", [Right.READ], made=date(2025, 12, 15))
    (tmp_path / "keys.lock").rmdir()
    KeyRing(tmp_path).add("reading-room", [Right.READ], made=date(2025, 12, 15))


def test_keys_that_the_disk_refuses_leave_the_folder_as_it_was(tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    token = ring.add("desk", [Right.READ], made=DAY)
    before = {path.name for path in tmp_path.iterdir()}
    with largest_file(16), pytest.raises(KeyRingError, match="The keys are as they were"):
        ring.revoke("desk", revoked=DAY)
    assert {path.name for path in tmp_path.iterdir()} == before
    assert ring.find(token) is not None


def test_keys_whose_folder_cannot_be_flushed_are_not_said_to_be_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = KeyRing(tmp_path)
    token = ring.add("desk", [Right.READ], made=DAY)

    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("qa.keys.flush", refuse)
    with pytest.raises(KeyRingError, match=r"was written, but.*: qa keys list"):
        ring.revoke("desk", revoked=DAY)
    assert ring.find(token) is None
