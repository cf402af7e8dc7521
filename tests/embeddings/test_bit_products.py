"""Products of packed bits with integers, against NumPy's; and the graph that makes them."""

import doctest

import numpy as np
import onnx
from hypothesis import given
from hypothesis import strategies as st
from onnx import TensorProto, helper

from embeddings import bit_products
from embeddings.bit_products import GRAPH, multiply


def make_graph() -> onnx.ModelProto:
    """What is in the graph's file, to which its `SerializeToString` was written."""
    node = helper.make_node("MatMulInteger", ["bits", "integers"], ["products"])
    bits = helper.make_tensor_value_info("bits", TensorProto.UINT8, ["rows", "dimension"])
    integers = helper.make_tensor_value_info("integers", TensorProto.INT8, ["dimension", "columns"])
    products = helper.make_tensor_value_info("products", TensorProto.INT32, ["rows", "columns"])
    graph = helper.make_graph([node], "bit_products", [bits, integers], [products])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(bit_products).failed == 0


def test_file_holds_the_one_operator_and_nothing_else() -> None:
    assert onnx.load(GRAPH) == make_graph()


@given(
    seed=st.integers(0, 2**32 - 1),
    rows=st.integers(0, 40),
    columns=st.integers(0, 9),
    dimension=st.integers(1, 400),
)
def test_products_are_exact(seed: int, rows: int, columns: int, dimension: int) -> None:
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (rows, dimension), np.uint8)
    # The greatest that there are: on processors without VNNI pairs are added up in 16 bits.
    integers = random.choice(np.array([-127, -1, 0, 127], np.int8), (columns, dimension))
    found = multiply(np.packbits(bits, axis=1), integers)
    assert found.dtype == np.int32
    np.testing.assert_array_equal(found, bits.astype(np.int64) @ integers.T.astype(np.int64))


def test_more_rows_than_are_unpacked_at_once_are_multiplied() -> None:
    codes = np.random.default_rng(1).integers(0, 256, (20_000, 3), np.uint8)
    integers = np.full((1, 20), 5, np.int8)
    found = multiply(codes, integers)
    assert (
        found[:, 0].tolist() == (5 * np.bitwise_count(codes & [255, 255, 240]).sum(axis=1)).tolist()
    )
