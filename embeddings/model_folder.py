"""What the folder of a sentence-transformers model says, read without running the model.

Where it is, what tells it from any other, and how token vectors become the text's: the files are
modules.json, sentence_bert_config.json, 1_Pooling/config.json and
config_sentence_transformers.json, as sentence-transformers writes and reads them
(https://sbert.net/docs/package_reference/base/modules.html).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from embeddings.errors import ModelDamaged, ModelNotFound, ModelUnsupported
from embeddings.files import read_digest

# Other formats of the same weights do not shape a vector; one that does is among the settings.
_SHAPING = {".json", ".txt", ".safetensors", ".bin", ".model"}
_OTHER_FORMATS = {"onnx", "openvino"}
_NO_LIMIT = 10**9  # where neither tokenizer nor weights state one, transformers writes 1e30


class Precision(Enum):
    """What numbers a model is computed in. The value goes into fingerprints.

    PyTorch and ONNX Runtime give the same vectors in full precision, to a millionth. In INT8
    weights are 7-bit integers with a scale for each column, and activations are made 8-bit
    integers as they come; another way of doing it is another value here.
    """

    FLOAT32 = "torch-float32"
    INT8 = "int8-1"


class Pooling(Enum):
    """How a text's vector comes from those of its tokens, by sentence-transformers' names."""

    FIRST = "cls"
    LARGEST = "max"
    MEAN = "mean"
    MEAN_BY_ROOT = "mean_sqrt_len_tokens"
    MEAN_BY_PLACE = "weightedmean"
    LAST = "lasttoken"


# How configurations said it before there was "pooling_mode".
_LEGACY_POOLING = {
    "pooling_mode_cls_token": Pooling.FIRST,
    "pooling_mode_max_tokens": Pooling.LARGEST,
    "pooling_mode_mean_tokens": Pooling.MEAN,
    "pooling_mode_mean_sqrt_len_tokens": Pooling.MEAN_BY_ROOT,
    "pooling_mode_weightedmean_tokens": Pooling.MEAN_BY_PLACE,
    "pooling_mode_lasttoken": Pooling.LAST,
}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What happens around the transformer, whose tokenizer and weights are in `transformer`.

    `max_length` counts the tokens that the model adds by itself; `unknown` is the token that
    stands for a word it does not know.
    """

    transformer: Path
    max_length: int
    unknown: str | None
    pooling: Pooling
    query_prompt: str
    passage_prompt: str


def find_model_folder(model: str | Path) -> Path:
    """The folder that holds `model`: itself, or its snapshot in the local model cache.

    Raises ModelNotFound when it is neither.
    """
    folder = Path(model)
    if folder.is_dir():
        return folder
    # Imported here: it takes a while, and a folder does without.
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(str(model), local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError) as error:
        raise ModelNotFound(
            f"No model {str(model)!r}: it is neither a folder nor in the local model cache. "
            f"Give the path of a folder that sentence-transformers wrote, or fetch it first "
            f"with: hf download {model}"
        ) from error


def fingerprint_folder(folder: Path, *settings: str) -> str:
    """SHA-256 over every file of a model that shapes its vectors, and the settings beside them.

    Read-me files and other formats of the same weights do not count.
    """
    digest = hashlib.sha256()
    for setting in settings:
        digest.update(setting.encode() + b"\0")
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.suffix not in _SHAPING or relative.parts[0] in _OTHER_FORMATS:
            continue
        digest.update(relative.as_posix().encode() + b"\0")
        digest.update(bytes.fromhex(digest_file(path)))
    return digest.hexdigest()


def digest_file(path: Path) -> str:
    """The SHA-256 of a file in hex. One that did not change is read once in a process."""
    state = path.stat()
    return _digest_file(path, state.st_size, state.st_mtime_ns)


@lru_cache(256)
def _digest_file(path: Path, _size: int, _changed_ns: int) -> str:
    return read_digest(path)


def choose_prompts(
    declared: Mapping[str, str], query_prompt: str | None, passage_prompt: str | None
) -> tuple[str, str]:
    """The prompts of questions and passages: those given, else those that the model declares.

    >>> choose_prompts({"query": "query: ", "document": "", "passage": "passage: "}, None, None)
    ('query: ', 'passage: ')
    """
    if query_prompt is None:
        query_prompt = declared.get("query") or ""
    if passage_prompt is None:
        passage_prompt = declared.get("document") or declared.get("passage") or ""
    return query_prompt, passage_prompt


def read_pipeline(
    folder: Path, *, query_prompt: str | None = None, passage_prompt: str | None = None
) -> Pipeline:
    """What happens around the transformer of the model in `folder`.

    Raises ModelDamaged when a file is missing or malformed, ModelUnsupported when there is more
    between text and vector than a tokenizer, a transformer and pooling.
    """
    try:
        return _read_pipeline(folder, query_prompt, passage_prompt)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelDamaged(
            f"The model in {folder} does not load: {type(error).__name__}: {error}. "
            f"Expected a folder that sentence-transformers wrote."
        ) from error


def _read_pipeline(folder: Path, query_prompt: str | None, passage_prompt: str | None) -> Pipeline:
    listed = folder / "modules.json"
    modules = json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else ()
    names = [(each["type"].split(".")[-1], folder / each["path"]) for each in modules]
    pooling, include_prompt, transformer = Pooling.MEAN, True, folder
    if names:
        kinds = [kind for kind, _ in names]
        # Vectors come out at unit length whether or not the model says so.
        if kinds[:2] != ["Transformer", "Pooling"] or set(kinds[2:]) - {"Normalize"}:
            raise ModelUnsupported(
                f"Expected a transformer and pooling in the model in {folder}, found "
                f"{', '.join(kinds)}."
            )
        transformer = names[0][1]
        fields = _read(names[1][1] / "config.json")
        pooling, include_prompt = _read_pooling(fields), fields.get("include_prompt", True)
    declared = _read_optional(folder / "config_sentence_transformers.json").get("prompts")
    prompts = choose_prompts(declared or {}, query_prompt, passage_prompt)
    if not include_prompt and any(prompts):
        raise ModelUnsupported(f"The model in {folder} leaves its prompt out of pooling.")
    tokenizer = _read_optional(transformer / "tokenizer_config.json")
    unknown = tokenizer.get("unk_token")
    max_length = _read_max_length(transformer, tokenizer)
    if not (transformer / "tokenizer.json").is_file():
        raise ModelUnsupported(f"Expected a tokenizer.json in {transformer}, found none.")
    return Pipeline(
        transformer,
        max_length,
        unknown["content"] if isinstance(unknown, dict) else unknown,
        pooling,
        *prompts,
    )


def _read_pooling(fields: Mapping[str, Any]) -> Pooling:
    named = fields.get("pooling_mode")
    if named is None:
        modes = [mode for key, mode in _LEGACY_POOLING.items() if fields.get(key)] or [Pooling.MEAN]
    else:
        modes = [Pooling(mode) for mode in ([named] if isinstance(named, str) else named)]
    if len(modes) > 1:
        raise ModelUnsupported(
            f"Expected one way of pooling, found {', '.join(mode.value for mode in modes)}."
        )
    return modes[0]


def _read_max_length(transformer: Path, tokenizer: Mapping[str, Any]) -> int:
    """As sentence-transformers does: its own limit, else the tokenizer's and the weights'."""
    own: Mapping[str, Any] = {}
    for path in sorted(transformer.glob("sentence_*_config.json")):
        own = _read(path)
    if own.get("do_lower_case"):
        raise ModelUnsupported(f"The model in {transformer} lowers case outside its tokenizer.")
    if own.get("max_seq_length"):
        return int(own["max_seq_length"])
    limits = [
        tokenizer.get("model_max_length"),
        _read(transformer / "config.json").get("max_position_embeddings"),
    ]
    known = [int(limit) for limit in limits if limit and 0 < limit < _NO_LIMIT]
    if not known:
        raise ModelUnsupported(f"The model in {transformer} states no longest input.")
    return min(known)


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def _read_optional(path: Path) -> dict[str, Any]:
    return _read(path) if path.is_file() else {}
