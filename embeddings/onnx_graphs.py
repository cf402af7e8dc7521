"""Where the ONNX graphs of models are: shipped in the model's folder, or made once and kept.

What is made goes to a folder of its own, named by what it was made from, and is published by
write, fsync and rename; a file that does not match its SHA-256 is made anew, not loaded.

    <kept>/<digest of model and precision>/manifest.json      digest of every file beside
                                           model.onnx         the graph, and in full precision
                                           model.onnx.data    its weights

Only making a graph from weights takes PyTorch, in a process of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from embeddings import onnx_export
from embeddings.errors import ExportFailed, ModelDamaged, ModelUnsupported
from embeddings.files import flush, read_digest
from embeddings.model_folder import (
    Precision,
    digest_file,
    find_model_folder,
    fingerprint_folder,
    read_pipeline,
)
from embeddings.onnx_encoder import OnnxEncoder

_FORMAT = 1  # raised when the same files would be made into other ones
_SHIPPED = Path("onnx", "model.onnx")
_GRAPH = "model.onnx"
_MANIFEST = "manifest.json"


def open_encoder(
    model: str | Path,
    precision: Precision,
    kept: Path,
    *,
    name: str | None = None,
    query_prompt: str | None = None,
    passage_prompt: str | None = None,
    tell: Callable[[str], None],
) -> OnnxEncoder:
    """A sentence-transformers model on ONNX Runtime, from a folder or the local model cache.

    Raises ModelNotFound when there is none, else as `find_graph` does.
    """
    folder = find_model_folder(model)
    return OnnxEncoder(
        folder,
        find_graph(folder, precision, kept, tell=tell),
        name=name or str(model),
        fingerprint=fingerprint_model(
            folder, precision, query_prompt=query_prompt, passage_prompt=passage_prompt
        ),
        query_prompt=query_prompt,
        passage_prompt=passage_prompt,
    )


def fingerprint_model(
    folder: Path,
    precision: Precision,
    *,
    query_prompt: str | None = None,
    passage_prompt: str | None = None,
) -> str:
    """The fingerprint of the vectors that the model in `folder` gives in `precision`.

    In full precision it is that of the same model on PyTorch, but for a graph that is shipped:
    it may be of other weights, so its digest counts.
    """
    pipeline = read_pipeline(folder, query_prompt=query_prompt, passage_prompt=passage_prompt)
    return fingerprint_folder(
        folder,
        *_settings(folder, precision),
        pipeline.query_prompt,
        pipeline.passage_prompt,
    )


def find_graph(
    folder: Path, precision: Precision, kept: Path, *, tell: Callable[[str], None]
) -> Path:
    """The graph of the model in `folder`, made and put under `kept` when it is not there.

    `tell` hears of what takes a while. Raises ModelUnsupported when the graph would give other
    vectors, ModelDamaged when the model does not load, ExportFailed when it cannot be written.
    """
    shipped = folder / _SHIPPED
    if precision is Precision.FLOAT32 and shipped.is_file():
        return shipped
    place = _locate(folder, precision, kept)
    if not _is_whole(place):
        # What cannot be run has no graph made for it.
        read_pipeline(folder)
        tell(f"Making the ONNX graph of the model ({precision.name.lower()}), once: some seconds.")
        try:
            kept.mkdir(parents=True, exist_ok=True)
            with FileLock(kept / f"{place.name}.lock"):
                # Another process may have made it meanwhile.
                if not _is_whole(place):
                    _make(folder, precision, place, _find_source(folder, precision, kept))
        except OSError as error:
            raise ExportFailed(
                f"The ONNX graph cannot be written to {kept}: {error.strerror}. Free some space, "
                f"or make that folder one that can be written to."
            ) from error
    return place / _GRAPH


def _settings(folder: Path, precision: Precision) -> tuple[str, ...]:
    shipped = folder / _SHIPPED
    if not shipped.is_file():
        return (precision.value,)
    weights = sorted(shipped.parent.glob(f"{shipped.name}*"))
    return (precision.value, *(digest_file(path) for path in weights))


def _locate(folder: Path, precision: Precision, kept: Path) -> Path:
    settings = _settings(folder, precision)
    return kept / fingerprint_folder(folder, f"onnx-{_FORMAT}", *settings)


def _find_source(folder: Path, precision: Precision, kept: Path) -> Path | None:
    """The graph in full precision that one in another can be made from, if there is any."""
    if precision is Precision.FLOAT32:
        return None
    if (folder / _SHIPPED).is_file():
        return folder / _SHIPPED
    place = _locate(folder, Precision.FLOAT32, kept)
    return place / _GRAPH if _is_whole(place) else None


def _is_whole(place: Path) -> bool:
    """Whether the folder holds just the files of its manifest, bit for bit."""
    try:
        manifest = json.loads((place / _MANIFEST).read_text(encoding="utf-8"))
        files = {path.name for path in place.iterdir()} - {_MANIFEST}
        return _GRAPH in files and manifest == {name: read_digest(place / name) for name in files}
    except (OSError, ValueError):
        return False


def _make(folder: Path, precision: Precision, place: Path, source: Path | None) -> None:
    draft = place.with_name(f".draft-{place.name}")
    # One met here is of a process that was killed.
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir()
        _export(folder, precision, draft / _GRAPH, source)
        files = sorted(draft.iterdir())
        manifest = draft / _MANIFEST
        digests = {path.name: read_digest(path) for path in files}
        manifest.write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
        for path in (*files, manifest, draft):
            flush(path)
        shutil.rmtree(place, ignore_errors=True)
        draft.rename(place)
        flush(place.parent)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _export(folder: Path, precision: Precision, out: Path, source: Path | None) -> None:
    arguments = [folder, precision.value, out, *([source] if source else [])]
    done = subprocess.run(
        [sys.executable, "-m", onnx_export.__name__, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return
    said = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
    match done.returncode:
        case onnx_export.UNSUPPORTED:
            raise ModelUnsupported(said)
        case onnx_export.DAMAGED:
            raise ModelDamaged(said)
        case _:
            raise ExportFailed(f"The ONNX graph of the model in {folder} was not made: {said}")
