"""Where graphs come from, and that a damaged one is made anew and not loaded."""

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import ExportFailed, ModelDamaged, ModelNotFound
from embeddings.model_folder import Precision
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.onnx_export import make_graph
from embeddings.onnx_graphs import find_graph, fingerprint_model, open_encoder
from embeddings.packaged_model import find_packaged_model
from embeddings.sentence_transformer import SentenceTransformerEncoder
from tests.embeddings.tiny_model import save_tiny_model

Open = Callable[[Precision], OnnxEncoder]

TEXTS = ["Exports rose.", "Exports [SEP] of 🚀 semiconductors", "", "exports " * 50]


@pytest.fixture(scope="module")
def shipping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model whose folder ships its graph: nothing needs PyTorch but this."""
    folder = save_tiny_model(tmp_path_factory.mktemp("models") / "shipping")
    (folder / "onnx").mkdir()
    with warnings.catch_warnings(action="ignore"):  # PyTorch's own
        make_graph(folder, Precision.FLOAT32, folder / "onnx" / "model.onnx", None)
    return folder


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def load(shipping: Path, tmp_path: Path, told: list[str]) -> Open:
    """Opens the shipping model, keeping graphs in a folder of the test's own."""
    return lambda precision: open_encoder(shipping, precision, tmp_path / "kept", tell=told.append)


@pytest.fixture(scope="module")
def made(shipping: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that keeps the graph of the shipping model in int8. Not to be written to."""
    folder = tmp_path_factory.mktemp("made")
    find_graph(shipping, Precision.INT8, folder, tell=print)
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """The folder of that graph in a copy, where `load` looks for it."""
    shutil.copytree(made, tmp_path / "kept")
    return find_kept(tmp_path)


def find_kept(folder: Path) -> Path:
    """The folder of the one graph that is kept."""
    [place] = [path for path in (folder / "kept").iterdir() if path.is_dir()]
    return place


def test_any_transformer_with_pooling_gives_the_vectors_of_pytorch(shipping: Path) -> None:
    torch = SentenceTransformerEncoder(shipping)
    onnx = open_encoder(shipping, Precision.FLOAT32, shipping, tell=print)
    assert onnx.max_tokens == torch.max_tokens == 20  # 24 less two of the model's, and "passage:"
    ours, theirs = onnx.encode_passages(TEXTS), torch.encode_passages(TEXTS)
    np.testing.assert_allclose(ours.vectors, theirs.vectors, atol=1e-5)
    for one, other in zip(ours.tokens, theirs.tokens, strict=True):
        assert one.shape == other.shape
    for text in TEXTS:
        mine, its = onnx.encode_question(text), torch.encode_question(text)
        np.testing.assert_allclose(mine.vector, its.vector, atol=1e-5)
        np.testing.assert_allclose(mine.tokens, its.tokens, atol=1e-5)
        np.testing.assert_array_equal(mine.spans, its.spans)
        np.testing.assert_array_equal(onnx.find_tokens(text), torch.find_tokens(text))


def test_shipped_graph_is_used_as_it_is_and_has_a_fingerprint_of_its_own(
    shipping: Path, load: Open, told: list[str], tmp_path: Path
) -> None:
    encoder = load(Precision.FLOAT32)
    assert told == []
    assert not (tmp_path / "kept").exists()
    # It may be of other weights than PyTorch's.
    assert encoder.fingerprint != SentenceTransformerEncoder(shipping).fingerprint
    assert encoder.fingerprint == fingerprint_model(shipping, Precision.FLOAT32)
    other = shutil.copytree(shipping, tmp_path / "other")
    with (other / "onnx" / "model.onnx").open("ab") as file:
        file.write(b"\0")
    assert fingerprint_model(other, Precision.FLOAT32) != encoder.fingerprint


def test_graph_is_made_once(load: Open, told: list[str], tmp_path: Path) -> None:
    first = load(Precision.INT8)
    assert len(told) == 1
    assert "int8" in told[0]
    assert sorted(path.name for path in find_kept(tmp_path).iterdir()) == [
        "manifest.json",
        "model.onnx",
    ]
    again = load(Precision.INT8)
    assert len(told) == 1
    np.testing.assert_array_equal(
        first.encode_passages(TEXTS).vectors, again.encode_passages(TEXTS).vectors
    )


@pytest.mark.parametrize("damage", ["flip", "cut", "remove", "add", "manifest"])
def test_damaged_graph_is_made_anew(load: Open, told: list[str], place: Path, damage: str) -> None:
    expected = load(Precision.INT8).encode_passages(TEXTS).vectors
    assert told == []
    graph = place / "model.onnx"
    whole = graph.read_bytes()
    middle = len(whole) // 2
    match damage:
        case "flip":
            graph.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        case "cut":
            graph.write_bytes(whole[:middle])
        case "remove":
            graph.unlink()
        case "add":
            (place / "model.onnx.data").write_bytes(b"\0")
        case "manifest":
            (place / "manifest.json").write_text("{", encoding="utf-8")
    found = load(Precision.INT8).encode_passages(TEXTS).vectors
    assert len(told) == 1
    np.testing.assert_array_equal(found, expected)


def test_what_a_killed_process_left_is_cleared_away(
    load: Open, place: Path, tmp_path: Path
) -> None:
    place.rename(place.with_name(f".draft-{place.name}"))
    load(Precision.INT8)
    assert find_kept(tmp_path) == place


def test_model_that_does_not_load_is_damaged(tmp_path: Path, told: list[str]) -> None:
    folder = shutil.copytree(find_packaged_model(), tmp_path / "model")
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(ModelDamaged, match="does not load"):
        open_encoder(folder, Precision.INT8, tmp_path / "kept", tell=told.append)
    assert not [path for path in (tmp_path / "kept").iterdir() if path.is_dir()]


def test_folder_that_cannot_be_written_to_is_named(
    shipping: Path, tmp_path: Path, told: list[str]
) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    with pytest.raises(ExportFailed, match="Free some space, or make that folder"):
        find_graph(shipping, Precision.INT8, tmp_path / "kept", tell=told.append)


def test_unknown_model_is_not_found(tmp_path: Path, told: list[str]) -> None:
    with pytest.raises(ModelNotFound, match="hf download"):
        open_encoder("no-such/model", Precision.INT8, tmp_path, tell=told.append)


def test_export_that_breaks_off_is_reported_with_its_last_line(
    shipping: Path, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, -9, stderr="working\nKilled\n")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(ExportFailed, match="Killed"):
        find_graph(shipping, Precision.INT8, tmp_path / "kept", tell=told.append)


def test_encoding_imports_neither_pytorch_nor_what_stands_on_it(graphs: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from embeddings.model_folder import Precision\n"
        "from embeddings.onnx_graphs import open_encoder\n"
        "from embeddings.packaged_model import find_packaged_model\n"
        "encoder = open_encoder(\n"
        "    find_packaged_model(), Precision.INT8, Path(sys.argv[1]), tell=print)\n"
        "assert encoder.encode_question('Who?').vector.shape == (1, 384)\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'huggingface_hub', 'onnx'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(graphs)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
