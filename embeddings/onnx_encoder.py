"""An encoder on ONNX Runtime and the tokenizers library: PyTorch's vectors in less time.

It runs the graph of a transformer that `onnx_graphs` finds or makes, and does what stands around
it (prompts, cutting, pooling, unit length) as the model's folder says. Importing it takes a
twentieth of a second, where sentence-transformers takes four.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors
from tokenizers import Encoding, Tokenizer

from embeddings.cores import count_cores
from embeddings.encoder import EncodedPassages, EncodedQuestion, Progress, no_progress
from embeddings.errors import ModelDamaged, ModelUnsupported
from embeddings.late_interaction import TokenCodes, pack_tokens
from embeddings.model_folder import Pooling, read_pipeline

_LOAD_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidArgument,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.NoSuchFile,
    ort_errors.NotImplemented,
    ort_errors.RuntimeException,
)
# The inputs that a graph may have, and what of an encoding goes there.
_INPUTS: dict[str, Callable[[Encoding], list[int]]] = {
    "input_ids": lambda encoding: encoding.ids,
    "attention_mask": lambda encoding: encoding.attention_mask,
    "token_type_ids": lambda encoding: encoding.type_ids,
}
_OUTPUTS = ("token_embeddings", "last_hidden_state")
_LEAST_LENGTH = np.float32(1e-12)  # as torch.nn.functional.normalize has it

States = npt.NDArray[np.float32]
"""What the transformer makes of each token, those added by the model too: (tokens, dimension)."""


def pool(states: States, pooling: Pooling) -> npt.NDArray[np.float32]:
    """The vector of a text from the states of all its tokens: (tokens, dim) -> (dim,).

    There is no padding to leave out: one text is run at a time.

    >>> pool(np.array([[1, 0], [3, 4]], np.float32), Pooling.MEAN).tolist()
    [2.0, 2.0]
    """
    vector: npt.NDArray[np.float32]
    match pooling:
        case Pooling.FIRST:
            vector = states[0]
        case Pooling.LARGEST:
            vector = states.max(axis=0)
        case Pooling.MEAN:
            vector = states.mean(axis=0)
        case Pooling.MEAN_BY_ROOT:
            vector = states.sum(axis=0) / np.sqrt(np.float32(len(states)))
        case Pooling.MEAN_BY_PLACE:
            places = np.arange(1, len(states) + 1, dtype=np.float32)
            vector = places @ states / places.sum()  # (tokens,) @ (tokens, dim) -> (dim,)
        case Pooling.LAST:
            vector = states[-1]
    return vector


class OnnxEncoder:
    """The sentence-transformers model in `folder`, run by the file of its ONNX `graph`.

    `fingerprint` is that of the vectors, as `onnx_graphs` has it.

    Each text is run by itself, so that its vector never depends on its neighbours: the scales of
    8-bit activations are taken over all that is run together. Several texts are run at once, one
    a core, the longest first. Safe to share between threads.

    Raises ModelDamaged when the files do not load, ModelUnsupported when the model needs more
    than its graph and pooling.
    """

    def __init__(
        self,
        folder: Path,
        graph: Path,
        *,
        name: str,
        fingerprint: str,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
    ) -> None:
        self._pipeline = read_pipeline(
            folder, query_prompt=query_prompt, passage_prompt=passage_prompt
        )
        self._tokenizer = _load_tokenizer(self._pipeline.transformer / "tokenizer.json")
        self._session = _load_session(graph)
        self._name = name
        self._fingerprint = fingerprint
        self._inputs = [each.name for each in self._session.get_inputs()]
        if set(self._inputs) - set(_INPUTS):
            raise ModelUnsupported(
                f"Expected a graph with inputs among {', '.join(_INPUTS)} in {graph}, found "
                f"{', '.join(self._inputs)}."
            )
        outputs = {each.name: each.shape for each in self._session.get_outputs()}
        found = [each for each in _OUTPUTS if len(outputs.get(each, ())) == 3]
        if not found or not isinstance(outputs[found[0]][-1], int):
            raise ModelUnsupported(
                f"Expected a graph with token vectors as {' or '.join(_OUTPUTS)} in {graph}, "
                f"found {outputs}."
            )
        self._output = found[0]
        self._dimension = int(outputs[self._output][-1])
        # An unknown word is a special token too, but it is a word of the text.
        self._added = {
            token
            for token, held in self._tokenizer.get_added_tokens_decoder().items()
            if held.special and held.content != self._pipeline.unknown
        }
        self._room = self._pipeline.max_length - self._tokenizer.num_special_tokens_to_add(False)
        self._max_tokens = self._room - self.count_tokens([self._pipeline.passage_prompt])[0]

    @property
    def name(self) -> str:
        return self._name

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    @property
    def dimension(self) -> int:
        return self._dimension

    @property
    def max_tokens(self) -> int:
        return self._max_tokens

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding) for encoding in encodings]

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        prompt = self._pipeline.passage_prompt
        return self._find_spans(self._tokenize_one(prompt + text), prompt)

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        vectors = np.empty((len(texts), self._dimension), dtype=np.float32)
        tokens: list[TokenCodes] = [np.empty((0, 0), np.uint8)] * len(texts)
        encodings = self._tokenize([self._pipeline.passage_prompt + text for text in texts])
        # The longest first: memory is claimed once, and no core is left with a long one at last.
        order = sorted(range(len(texts)), key=lambda row: len(encodings[row]), reverse=True)

        def run(row: int) -> None:
            vectors[row], of_text = self._run(encodings[row])
            tokens[row] = pack_tokens(of_text)

        with ThreadPoolExecutor(count_cores()) as cores:
            for _ in cores.map(run, order):
                progress(1)
        return EncodedPassages(vectors, tokens)

    def encode_question(self, text: str) -> EncodedQuestion:
        prompt = self._pipeline.query_prompt
        encoding = self._tokenize_one(prompt + text)
        spans = self._find_spans(encoding, prompt)
        vector, tokens = self._run(encoding)
        return EncodedQuestion(vector[None], _to_unit(tokens), spans[: len(tokens)])

    def _tokenize(self, texts: list[str]) -> list[Encoding]:
        """The tokens of each text, without those that the model adds, however many."""
        return self._tokenizer.encode_batch(texts, add_special_tokens=False)

    def _tokenize_one(self, text: str) -> Encoding:
        # A batch goes through the library's pool of threads, which for one takes longer.
        return self._tokenizer.encode(text, add_special_tokens=False)

    def _find_spans(self, encoding: Encoding, prompt: str) -> npt.NDArray[np.int64]:
        numbers = chain.from_iterable(encoding.offsets)
        spans = np.fromiter(numbers, np.int64, 2 * len(encoding)).reshape(-1, 2)
        return spans[self._are_words(encoding)] - len(prompt)

    def _run(self, encoding: Encoding) -> tuple[npt.NDArray[np.float32], States]:
        """The text's unit vector, (dimension,), and the states of its words. Cuts `encoding`."""
        encoding.truncate(self._room)
        whole = self._tokenizer.post_process(encoding)
        feed = {name: np.array([_INPUTS[name](whole)], np.int64) for name in self._inputs}
        states: States = self._session.run([self._output], feed)[0][0]
        vector = pool(states, self._pipeline.pooling)
        return _to_unit(vector), states[self._are_words(whole)]

    def _are_words(self, encoding: Encoding) -> npt.NDArray[np.bool_]:
        """Which tokens are of the text, not added by the model."""
        return np.array([token not in self._added for token in encoding.ids], np.bool_)


def _to_unit(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: npt.NDArray[np.float32] = vectors / np.maximum(lengths, _LEAST_LENGTH)
    return unit


def _load_tokenizer(path: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_buffer(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ModelDamaged(
            f"The model in {path.parent} does not load: {error} "
            f"Expected a folder that sentence-transformers wrote."
        ) from error
    # Set once, before any thread has it: from here on it does not change.
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _load_session(path: Path) -> ort.InferenceSession:
    options = ort.SessionOptions()
    # Cores are shared out over texts. A thread that waits for another would spin.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except _LOAD_ERRORS as error:
        raise ModelDamaged(
            f"The graph in {path} does not load: {error} Expected one in ONNX form."
        ) from error
