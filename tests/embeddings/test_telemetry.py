"""That nothing is told to the makers of what the encoder runs on."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The encoder's module is what imports ONNX Runtime, which begins to report when it is imported.
ENCODE = """
from pathlib import Path
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.packaged_model import find_packaged_model
graph = next(Path({graphs!r}).glob("*/model.onnx"))
encoder = OnnxEncoder(find_packaged_model(), graph, name="m", fingerprint="f")
encoder.encode_question("Are exports up?")
"""


def test_encoding_leaves_no_identifier_and_no_report_behind(
    tmp_path: Path, encoder: object, graphs: Path
) -> None:
    assert encoder  # its graph is there
    # Where CI is set nothing is reported anyway, and this would say nothing.
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", ENCODE.format(graphs=str(graphs))], env=environment, check=True
    )
    assert not list(tmp_path.iterdir())
