"""What is made is compared with what it was made from."""

import json
import shutil
from pathlib import Path

import pytest

from embeddings.errors import ModelUnsupported
from embeddings.model_folder import Precision
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.onnx_export import UNSUPPORTED, compare, main
from embeddings.onnx_graphs import find_graph
from embeddings.packaged_model import find_packaged_model


@pytest.fixture(scope="module")
def graph(graphs: Path) -> Path:
    """The packaged model's, in full precision."""
    return find_graph(find_packaged_model(), Precision.FLOAT32, graphs, tell=print)


def copy_model(folder: Path, name: str, **changes: object) -> Path:
    """A copy of the packaged model with other values in its file `name`."""
    shutil.copytree(find_packaged_model(), folder)
    fields = json.loads((folder / name).read_text(encoding="utf-8"))
    (folder / name).write_text(json.dumps({**fields, **changes}), encoding="utf-8")
    return folder


def load(folder: Path, graph: Path) -> OnnxEncoder:
    return OnnxEncoder(folder, graph, name="", fingerprint="")


def test_encoders_that_agree_pass(graph: Path) -> None:
    folder = find_packaged_model()
    compare(load(folder, graph), load(folder, graph), Precision.FLOAT32)


def test_other_vectors_are_refused_with_their_cosine(graph: Path, tmp_path: Path) -> None:
    pooled = copy_model(
        tmp_path / "model",
        "1_Pooling/config.json",
        pooling_mode_mean_tokens=False,
        pooling_mode_cls_token=True,
    )
    with pytest.raises(ModelUnsupported, match=r"cosine 0\.95 at least .* found 0\.\d+ \(int8\)"):
        compare(load(find_packaged_model(), graph), load(pooled, graph), Precision.INT8)


def test_other_tokens_are_refused_with_their_text(graph: Path, tmp_path: Path) -> None:
    shorter = copy_model(tmp_path / "model", "sentence_bert_config.json", max_seq_length=9)
    with pytest.raises(ModelUnsupported, match="Expected 10 tokens of 'How much did exports"):
        compare(load(find_packaged_model(), graph), load(shorter, graph), Precision.FLOAT32)


def test_program_says_what_cannot_be_run_and_ends_with_its_status(
    graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "modules.json").write_text('[{"path": "", "type": "a.Bag"}]', encoding="utf-8")
    arguments = [str(tmp_path), Precision.INT8.value, str(tmp_path / "model.onnx"), str(graph)]
    assert main(arguments) == UNSUPPORTED
    assert "found Bag" in capsys.readouterr().err
    assert not (tmp_path / "int8.onnx").exists()
