"""An encoder and a reranker that run any sentence-transformers model, on PyTorch.

Prompts are the model's own: `encode_query` and `encode_document` apply what its
config_sentence_transformers.json names. A model that needs prompts but does not declare them
(multilingual-e5 is one) is given them by `query_prompt` and `passage_prompt`.
"""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from safetensors import SafetensorError
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers.utils.logging import disable_progress_bar

from embeddings.encoder import (
    EncodedPassages,
    EncodedQuestion,
    Progress,
    Vectors,
    no_progress,
)
from embeddings.errors import ModelDamaged
from embeddings.late_interaction import TokenCodes, pack_tokens
from embeddings.model_folder import (
    Precision,
    choose_prompts,
    find_model_folder,
    fingerprint_folder,
)

_BATCH = 16
# What sentence-transformers and the libraries below it raise for files that are not a model's.
_LOAD_ERRORS = (OSError, ValueError, KeyError, ImportError, RuntimeError, SafetensorError)


class SentenceTransformerEncoder:
    """A sentence-transformers model, from a folder or by its name in the local model cache.

    Raises ModelNotFound when there is none, ModelDamaged when it does not load.
    """

    def __init__(
        self,
        model: str | Path,
        *,
        name: str | None = None,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
    ) -> None:
        folder = find_model_folder(model)
        _hush()
        try:
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except _LOAD_ERRORS as error:
            raise ModelDamaged(
                f"The model in {folder} does not load: {error} "
                f"Expected a folder that sentence-transformers wrote."
            ) from error
        prompts = cast("dict[str, str]", self._model.prompts)
        # The tokenizer is not to be used while another thread sets its padding.
        self._lock = threading.Lock()
        self._query_prompt, self._passage_prompt = choose_prompts(
            prompts, query_prompt, passage_prompt
        )
        self._name = name or str(model)
        self._fingerprint = fingerprint_folder(
            folder, Precision.FLOAT32.value, self._query_prompt, self._passage_prompt
        )
        dimension = self._model.get_embedding_dimension()
        limit = self._model.max_seq_length
        if dimension is None or limit is None:
            raise ModelDamaged(
                f"The model in {folder} states no dimension or no longest input; both are needed."
            )
        self._dimension = int(dimension)
        added = int(self._model.tokenizer.num_special_tokens_to_add())
        self._max_tokens = int(limit) - added - self.count_tokens([self._passage_prompt])[0]

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

    def open_transformer(
        self, texts: Sequence[str]
    ) -> tuple[torch.nn.Module, Mapping[str, torch.Tensor]]:
        """The transformer alone, and what it reads of `texts`: what an export needs."""
        body = cast("torch.nn.Module", self._model[0].auto_model)
        return body, cast("Mapping[str, torch.Tensor]", self._model.preprocess(list(texts)))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        with self._lock:
            tokens = self._model.tokenizer(
                list(texts), add_special_tokens=False, truncation=False, verbose=False
            )
        return [len(ids) for ids in tokens["input_ids"]]

    def find_tokens(self, text: str) -> npt.NDArray[np.int64]:
        return self._find_spans(text, self._passage_prompt)

    def encode_passages(
        self, texts: Sequence[str], progress: Progress = no_progress
    ) -> EncodedPassages:
        vectors = np.empty((len(texts), self._dimension), dtype=np.float32)
        tokens: list[TokenCodes] = [np.empty((0, 0), np.uint8)] * len(texts)
        # Batches of like length waste the least on padding.
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for first in range(0, len(order), _BATCH):
            rows = order[first : first + _BATCH]
            batch = [texts[row] for row in rows]
            vectors[rows], of_tokens = self._encode(batch, self._passage_prompt)
            for row, of_text in zip(rows, of_tokens, strict=True):
                tokens[row] = pack_tokens(of_text)
            progress(len(rows))
        return EncodedPassages(vectors, tokens)

    def encode_plainly(self, texts: Sequence[str]) -> Vectors:
        """The vectors of sentence-transformers' own `encode`, which others are measured by."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, np.float32)

    def encode_question(self, text: str) -> EncodedQuestion:
        vectors, [tokens] = self._encode([text], self._query_prompt)
        lengths = np.linalg.norm(tokens, axis=1, keepdims=True)
        spans = self._find_spans(text, self._query_prompt)[: len(tokens)]
        return EncodedQuestion(vectors, tokens / np.maximum(lengths, np.float32(1e-12)), spans)

    def _find_spans(self, text: str, prompt: str) -> npt.NDArray[np.int64]:
        """Where each token of `prompt` and `text` together stands in `text`: (tokens, 2)."""
        with self._lock:
            tokens = self._model.tokenizer(
                prompt + text,
                add_special_tokens=False,
                truncation=False,
                verbose=False,
                return_offsets_mapping=True,
            )
        spans = np.array(tokens["offset_mapping"], np.int64).reshape(-1, 2)
        words = self._are_words(np.array(tokens["input_ids"], np.int64))
        return spans[words] - len(prompt)

    def _encode(
        self, texts: list[str], prompt: str
    ) -> tuple[npt.NDArray[np.float32], list[npt.NDArray[np.float32]]]:
        """Unit vectors of the texts, and the vectors of their tokens as the model gives them."""
        with torch.inference_mode():
            with self._lock:
                features = self._model.preprocess(texts, prompt=prompt)
            output = self._model(features)
            vectors = torch.nn.functional.normalize(output["sentence_embedding"], dim=1)
            words = self._are_words(features["input_ids"].numpy())
            tokens = output["token_embeddings"].numpy()
        return vectors.numpy(), [of_text[mask] for of_text, mask in zip(tokens, words, strict=True)]

    def _are_words(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        """Which tokens are of the text: neither padding nor added by the model."""
        tokenizer = self._model.tokenizer
        # An unknown word is a special id too, but it is a word of the text.
        added = [token for token in tokenizer.all_special_ids if token != tokenizer.unk_token_id]
        return ~np.isin(ids, added)


class CrossEncoderReranker:
    """A sentence-transformers CrossEncoder with one output, by folder or by name in the cache.

    Raises ModelNotFound when there is none, ModelDamaged when it does not load or has more
    outputs than one.
    """

    def __init__(self, model: str | Path) -> None:
        folder = find_model_folder(model)
        _hush()
        try:
            self._model = CrossEncoder(
                str(folder),
                device="cpu",
                local_files_only=True,
                activation_fn=torch.nn.Identity(),
            )
        except _LOAD_ERRORS as error:
            raise ModelDamaged(
                f"The reranker in {folder} does not load: {error} "
                f"Expected a folder that sentence-transformers' CrossEncoder wrote."
            ) from error
        if self._model.num_labels != 1:
            raise ModelDamaged(
                f"The reranker in {folder} has {self._model.num_labels} outputs; expected one, "
                f"the relevance of a passage to a question."
            )
        self._lock = threading.Lock()

    def score(self, question: str, passages: Sequence[str]) -> npt.NDArray[np.float64]:
        if not passages:
            return np.zeros(0)
        with self._lock:
            scores = self._model.predict(
                [(question, passage) for passage in passages],
                batch_size=_BATCH,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        return np.asarray(scores, np.float64).reshape(len(passages))


def _hush() -> None:
    """Keep transformers from drawing a progress bar while a model loads."""
    disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers ships it untyped
