"""Poolings against their formulas, and graphs that are not what they should be.

What every encoder does is in test_encoder.py.
"""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from embeddings.errors import ModelDamaged, ModelUnsupported
from embeddings.model_folder import Pooling
from embeddings.onnx_encoder import OnnxEncoder, pool
from embeddings.packaged_model import find_packaged_model

STATES = np.array([[1.0, -4.0], [2.0, 0.0], [6.0, 1.0], [3.0, 3.0]], np.float32)


def write_graph(path: Path, *, takes: str = "input_ids", gives: str = "token_embeddings") -> Path:
    """A graph that makes of each token a vector of its number alone."""
    tokens = helper.make_tensor_value_info(takes, TensorProto.INT64, ["texts", "tokens"])
    states = helper.make_tensor_value_info(gives, TensorProto.FLOAT, ["texts", "tokens", 1])
    nodes = [
        helper.make_node("Cast", [takes], ["numbers"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["numbers", "axes"], [gives]),
    ]
    axes = helper.make_tensor("axes", TensorProto.INT64, [1], [2])
    graph = helper.make_graph(nodes, "tokens", [tokens], [states], [axes])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(made, path)
    return path


def load(graph: Path) -> OnnxEncoder:
    return OnnxEncoder(find_packaged_model(), graph, name="numbers", fingerprint="f")


@pytest.mark.parametrize(
    ("pooling", "expected"),
    [
        (Pooling.FIRST, [1, -4]),
        (Pooling.LARGEST, [6, 3]),
        (Pooling.MEAN, [3, 0]),
        (Pooling.MEAN_BY_ROOT, [6, 0]),  # over the root of 4
        (Pooling.MEAN_BY_PLACE, [3.5, 1.1]),  # (1 + 4 + 18 + 12) / 10, (-4 + 3 + 12) / 10
        (Pooling.LAST, [3, 3]),
    ],
)
def test_states_are_pooled_by_the_formula(pooling: Pooling, expected: list[float]) -> None:
    np.testing.assert_allclose(pool(STATES, pooling), expected, rtol=1e-6)


def test_any_graph_of_tokens_can_be_run(tmp_path: Path) -> None:
    encoder = load(write_graph(tmp_path / "graph.onnx"))
    assert (encoder.name, encoder.fingerprint, encoder.dimension) == ("numbers", "f", 1)
    assert encoder.encode_question("exports").vector.tolist() == [[1.0]]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ({"takes": "pixel_values"}, "found pixel_values"),
        ({"gives": "logits"}, "found .*logits"),
    ],
)
def test_graph_with_other_inputs_or_outputs_is_named(
    tmp_path: Path, names: dict[str, str], found: str
) -> None:
    with pytest.raises(ModelUnsupported, match=found):
        load(write_graph(tmp_path / "graph.onnx", **names))


@pytest.mark.parametrize("content", [b"", b"not a graph"])
def test_file_that_holds_no_graph_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "graph.onnx").write_bytes(content)
    with pytest.raises(ModelDamaged, match="Expected one in ONNX form"):
        load(tmp_path / "graph.onnx")


def test_missing_graph_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="does not load"):
        load(tmp_path / "graph.onnx")
