"""Makes the ONNX graph of a transformer, from PyTorch's or by quantising one that is there.

    python -m embeddings.onnx_export MODEL_FOLDER PRECISION OUT [SOURCE]

It is run as a program of its own by `onnx_graphs`: PyTorch takes seconds and half a gigabyte,
which nobody has to pay for who only asks questions. What is made is compared with what it was
made from, and not kept when their vectors differ. The last line on stderr says what went wrong.
"""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from embeddings.encoder import Encoder
from embeddings.errors import ModelDamaged, ModelUnsupported
from embeddings.model_folder import Precision
from embeddings.onnx_encoder import OnnxEncoder

if TYPE_CHECKING:
    import torch

# Exit statuses.
UNSUPPORTED = 3
DAMAGED = 4

# Alike at least so much, as cosines. Of all-MiniLM-L6-v2 in INT8 the least alike of 300 passages
# have .97; without a scale for each column it is .88, and retrieval suffers.
_ALIKE = {Precision.FLOAT32: 0.9999, Precision.INT8: 0.95}

_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_PROBES = (
    "How much did exports rise in November 2025?",
    "Exports of ICT goods rose 24.3 percent year-on-year to USD 25.5 billion.",
    "Le ministère a annoncé — 11월 ICT 수출은 역대 최대 — ½ of [MASK] 🚀",
    "",
    "The minister met the ambassador. " * 400,
)


def main(arguments: list[str]) -> int:
    folder, precision, out = Path(arguments[0]), Precision(arguments[1]), Path(arguments[2])
    source = Path(arguments[3]) if len(arguments) > 3 else None
    try:
        make_graph(folder, precision, out, source)
    except (ModelUnsupported, ModelDamaged) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return UNSUPPORTED if isinstance(error, ModelUnsupported) else DAMAGED
    return 0


def make_graph(folder: Path, precision: Precision, out: Path, source: Path | None) -> None:
    """Write the graph of the model in `folder` to `out`, from the full-precision one in `source`.

    Without a source it comes from the weights. Raises ModelUnsupported when the vectors differ.
    """
    with tempfile.TemporaryDirectory(dir=out.parent) as scratch:
        if source is None:
            source = out if precision is Precision.FLOAT32 else Path(scratch) / "float32.onnx"
            _export(folder, source)
        if precision is Precision.INT8:
            _quantise(source, out)
            compare(_open(folder, source), _open(folder, out), precision)


def _export(folder: Path, out: Path) -> None:
    import torch

    from embeddings.sentence_transformer import SentenceTransformerEncoder

    reference = SentenceTransformerEncoder(folder)
    body, features = reference.open_transformer(["Exports rose in November.", "Imports fell."])
    names = [name for name in _INPUTS if name in features]

    class States(torch.nn.Module):
        """The states of tokens from what the tokenizer gives, by place and not by name."""

        def __init__(self) -> None:
            super().__init__()
            self.body = body

        def forward(self, *inputs: "torch.Tensor") -> "torch.Tensor":
            states: torch.Tensor = self.body(**dict(zip(names, inputs, strict=True)))[0]
            return states

    axes = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens")}
    torch.onnx.export(
        States().eval(),
        tuple(features[name] for name in names),
        out,
        input_names=names,
        output_names=["token_embeddings"],
        dynamic_shapes=((axes,) * len(names),),
        dynamo=True,
        external_data=True,
        verbose=False,
    )
    compare(reference, _open(folder, out), Precision.FLOAT32)


def _quantise(source: Path, out: Path) -> None:
    """Weights of 7 bits: with 8, processors without VNNI overflow where they multiply."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _open(folder: Path, graph: Path) -> OnnxEncoder:
    return OnnxEncoder(folder, graph, name="", fingerprint="")


def compare(expected: Encoder, found: Encoder, precision: Precision) -> None:
    """Raise ModelUnsupported unless both encoders make the same of some texts."""
    for text in _PROBES:
        for one, other in (
            (expected.encode_question(text).spans, found.encode_question(text).spans),
            (expected.find_tokens(text), found.find_tokens(text)),
        ):
            if not np.array_equal(one, other):
                raise ModelUnsupported(
                    f"Expected {len(one)} tokens of {text[:50]!r} as the model's own tokenizer "
                    f"makes them, found {len(other)} or others."
                )
    ours, theirs = (encoder.encode_passages(_PROBES).vectors for encoder in (found, expected))
    least = float((ours * theirs).sum(axis=1).min())  # (texts, dim) -> (texts,)
    if not least >= _ALIKE[precision]:
        raise ModelUnsupported(
            f"Expected vectors of cosine {_ALIKE[precision]} at least with those they stand for, "
            f"found {least:.4f} ({precision.name.lower()})."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
