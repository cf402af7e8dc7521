"""That nothing is told to the makers of what the encoder runs on."""

import os
import subprocess
import sys
from pathlib import Path

from embeddings.model_folder import Precision
from embeddings.onnx_graphs import find_graph
from embeddings.packaged_model import find_packaged_model

ROOT = Path(__file__).resolve().parents[2]
# The encoder's module is what imports ONNX Runtime, which begins to report when it is imported.
ENCODE = """
from pathlib import Path
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.packaged_model import find_packaged_model
encoder = OnnxEncoder(find_packaged_model(), Path({graph!r}), name="m", fingerprint="f")
encoder.encode_question("Are exports up?")
"""


def test_encoding_leaves_no_identifier_and_no_report_behind(tmp_path: Path, graphs: Path) -> None:
    graph = find_graph(find_packaged_model(), Precision.INT8, graphs, tell=print)
    # Where CI is set nothing is reported anyway, and this would say nothing.
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    encode = [sys.executable, "-c", ENCODE.format(graph=str(graph))]
    subprocess.run(encode, env=environment, check=True)
    assert not list(tmp_path.iterdir())
