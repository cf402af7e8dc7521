"""An index of which anything is changed, missing or too much: noticed, refused and made anew."""

from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from embeddings.files import read_digest
from qa.errors import IndexDamaged
from qa.index.index_folder import IndexFolder
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.storage.snapshot import Snapshot
from tests.qa.index.published import ask, files_in, open_index, place_of


def test_any_byte_changed_in_any_file_is_noticed(data: Path, snapshot: Snapshot) -> None:
    for path in files_in(place_of(data)):
        whole = path.read_bytes()
        assert whole, path
        step = 7 if path.name == "manifest.json" else max(1, len(whole) // 12)
        for offset in {*range(0, len(whole), step), len(whole) - 1}:
            changed = bytearray(whole)
            changed[offset] ^= 1 << offset % 8
            path.write_bytes(changed)
            with pytest.raises(IndexDamaged):
                IndexFolder(data).verify(snapshot)
        path.write_bytes(whole[:-1])
        with pytest.raises(IndexDamaged):
            IndexFolder(data).verify(snapshot)
        path.write_bytes(whole)
    IndexFolder(data).verify(snapshot)


def test_damaged_index_is_refused_then_made_anew(
    data: Path, snapshot: Snapshot, encoder: Encoder
) -> None:
    expected = ask(LocalPassageIndex.open(snapshot), encoder)
    assert expected
    for name in ("manifest.json", "segment-1/vectors.faiss", "terms/meta.json"):
        path = place_of(data) / name
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 4
        path.write_bytes(content)
        with pytest.raises(IndexDamaged):
            LocalPassageIndex.open(snapshot)
        assert ask(open_index(data), encoder) == expected
        IndexFolder(data).verify(snapshot)


def test_damaged_index_is_read_once_more_before_it_is_made_anew(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = place_of(data) / "removed.npy"
    damaged.write_bytes(b"damaged")
    read: list[bytes] = []

    def note(path: Path) -> str:
        if path == damaged:
            read.append(path.read_bytes())
        return read_digest(path)

    monkeypatch.setattr("qa.index.manifest.read_digest", note)
    snapshot, _ = open_newest(data)
    snapshot.close()
    # When it is opened, and once nobody else can be making it.
    assert read.count(b"damaged") == 2
    assert len(read) == 3


def test_missing_file_is_noticed_and_healed(data: Path, snapshot: Snapshot) -> None:
    for name in [path.relative_to(place_of(data)) for path in files_in(place_of(data))][::3]:
        if not (place_of(data) / name).is_file():
            continue  # tantivy names its files anew each time
        (place_of(data) / name).unlink()
        with pytest.raises(IndexDamaged):
            LocalPassageIndex.open(snapshot)
        assert len(open_index(data)) == 2


def test_extra_file_is_noticed_and_healed(data: Path, snapshot: Snapshot) -> None:
    (place_of(data) / "terms" / "stranger").write_text("", encoding="utf-8")
    with pytest.raises(IndexDamaged, match="not those of its manifest"):
        LocalPassageIndex.open(snapshot)
    open_index(data)
    assert not (place_of(data) / "terms" / "stranger").exists()


@pytest.mark.parametrize(
    "manifest", ["", "[]", "null", "{}", '{"content": []}', '{"content": {"files": {}}}', "\0"]
)
def test_manifest_of_another_form_is_damage(data: Path, snapshot: Snapshot, manifest: str) -> None:
    (place_of(data) / "manifest.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(IndexDamaged):
        IndexFolder(data).verify(snapshot)
