"""Inner products of packed bits with small integers: exact, and so the same in any company.

In floating point a product's last digits depend on how many are made at once; what is counted in
integers does not. ONNX Runtime has 8-bit kernels for what processors offer (VNNI, AVX2, NEON),
several times as fast as NumPy's product of the same numbers as floats. `bit_products.onnx` holds
its one operator, MatMulInteger (https://onnx.ai/onnx/operators/onnx__MatMulInteger.html).
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import onnxruntime as ort

GRAPH = Path(__file__).with_name("bit_products.onnx")
_BLOCK = 1024  # rows unpacked at a time: as many as stay in a core's cache until multiplied

Products: TypeAlias = npt.NDArray[np.int32]


def multiply(codes: npt.NDArray[np.uint8], integers: npt.NDArray[np.int8]) -> Products:
    """Packed bits, (rows, bytes), times integers, (columns, dimension) -> (rows, columns).

    Bits beyond the dimension, that fill the last byte, count for nothing.

    >>> multiply(np.array([[0b10100000]], np.uint8), np.array([[5, 7, -9], [1, 1, 1]], np.int8))
    array([[-4,  2]], dtype=int32)
    """
    columns, dimension = integers.shape
    products = np.empty((len(codes), columns), np.int32)
    if not columns:
        return products
    right = np.ascontiguousarray(integers.T)
    for start in range(0, len(codes), _BLOCK):
        bits = np.unpackbits(codes[start : start + _BLOCK], axis=1, count=dimension)
        [products[start : start + _BLOCK]] = _open().run(None, {"bits": bits, "integers": right})
    return products


@cache
def _open() -> "ort.InferenceSession":
    import onnxruntime as ort  # what never compares tokens does not load it

    options = ort.SessionOptions()
    # Questions are shared out over the cores.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return ort.InferenceSession(str(GRAPH), options, providers=["CPUExecutionProvider"])
