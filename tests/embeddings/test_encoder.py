"""The contract of encoders: each engine against sentence-transformers and the model's tokenizer."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from embeddings.encoder import Encoder, Vectors
from embeddings.model_folder import Precision
from embeddings.onnx_graphs import open_encoder
from embeddings.packaged_model import NAME, find_packaged_model
from embeddings.sentence_transformer import SentenceTransformerEncoder

# Lengths are mixed on purpose, and there is more than one batch.
TEXTS = [
    "Exports rose. " * (1 + 7 * row % 5) + f"Figure {row}: USD {row}.5 billion."
    for row in range(20)
]
STRANGE = [
    "",
    " ",
    "\n",
    "Exports to the U.S. rose 24.3 percent.",
    "11월 ICT 수출 역대 최대",
    "Chips 🚀 and 👩‍🔬 rose",
    "𓀀𓀁 unknown 𓂀 words 뷁",
    "before [SEP] after [CLS] and [PAD] and [MASK]",
    "[UNK] is a word too",
    "e\u0301te\u0301 İstanbul ﬁne ½",
    "a\u00a0b\u200bc\ufffd",
    "x" * 300,
]


@dataclass(frozen=True, slots=True)
class Engine:
    """A way of running a model, and how much its vectors may differ from full precision."""

    load: Callable[..., Encoder]
    cosine: float
    same_signs: float

    def check(self, found: Vectors, expected: Vectors) -> None:
        """That vectors are the expected ones, as closely as the engine's precision allows."""
        assert found.shape == expected.shape
        if self.cosine == 1:
            np.testing.assert_allclose(found, expected, atol=1e-5)
        else:
            assert (found * expected).sum(axis=1).min() > self.cosine


@pytest.fixture(scope="module", params=["torch", "onnx", "onnx-int8"])
def engine(request: pytest.FixtureRequest, graphs: Path) -> Engine:
    load = partial(open_encoder, kept=graphs, tell=print)
    match request.param:
        case "torch":
            return Engine(SentenceTransformerEncoder, 1, 1)
        case "onnx":
            return Engine(partial(load, precision=Precision.FLOAT32), 1, 1)
        case _:
            return Engine(partial(load, precision=Precision.INT8), 0.95, 0.9)


@pytest.fixture(scope="module")
def encoder(engine: Engine) -> Encoder:
    """The packaged model."""
    return engine.load(find_packaged_model(), name=NAME)


@pytest.fixture(scope="module")
def reference() -> SentenceTransformer:
    """sentence-transformers as its own documentation loads a model."""
    return SentenceTransformer(str(find_packaged_model()), device="cpu", local_files_only=True)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The model's tokenizer, neither padding nor cutting."""
    tokenizer = Tokenizer.from_file(str(find_packaged_model() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode_with(model: SentenceTransformer, texts: Sequence[str]) -> np.ndarray:
    return np.asarray(model.encode(list(texts), normalize_embeddings=True), np.float32)


def test_packaged_model_has_the_published_size(encoder: Encoder) -> None:
    assert encoder.dimension == 384
    assert encoder.max_tokens == 254  # 256 less [CLS] and [SEP]
    assert encoder.name == "all-MiniLM-L6-v2"


def test_vectors_have_unit_length_and_are_those_of_sentence_transformers(
    engine: Engine, encoder: Encoder, reference: SentenceTransformer
) -> None:
    texts = [*TEXTS, *STRANGE]
    found = encoder.encode_passages(texts).vectors
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    engine.check(found, encode_with(reference, texts))


def test_question_vector_is_that_of_sentence_transformers(
    engine: Engine, encoder: Encoder, reference: SentenceTransformer
) -> None:
    question = "How much did ICT exports rise in November?"
    found = encoder.encode_question(question).vector
    assert found.shape == (1, 384)
    engine.check(found, encode_with(reference, [question]))


def test_order_is_kept_though_batches_are_sorted_by_length(encoder: Encoder) -> None:
    done: list[int] = []
    together = encoder.encode_passages(TEXTS, done.append)
    assert sum(done) == 20  # progress counts every text once
    for row in (0, 3, 19):
        alone = encoder.encode_passages([TEXTS[row]])
        np.testing.assert_allclose(together.vectors[row], alone.vectors[0], atol=1e-5)
        assert together.tokens[row].shape == alone.tokens[0].shape


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    encoded = encoder.encode_passages([])
    assert encoded.vectors.shape == (0, 384)
    assert encoded.tokens == []
    assert encoder.count_tokens([]) == []


def test_tokens_are_counted_as_the_tokenizer_counts_them(
    encoder: Encoder, tokenizer: Tokenizer
) -> None:
    expected = [len(tokenizer.encode(text, add_special_tokens=False).ids) for text in STRANGE]
    assert encoder.count_tokens(STRANGE) == expected


@pytest.mark.parametrize("text", STRANGE)
def test_tokens_found_are_those_encoded(encoder: Encoder, text: str) -> None:
    spans = encoder.find_tokens(text)
    codes = encoder.encode_passages([text]).tokens[0]
    assert len(spans) == len(codes)
    marks = sum(text.count(mark) for mark in ("[SEP]", "[CLS]", "[PAD]", "[MASK]"))
    # Such a mark takes up room, but is no word.
    assert encoder.count_tokens([text]) == [len(codes) + marks]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(max_size=20), min_size=1, max_size=3))
def test_tokens_found_are_those_encoded_for_any_texts(encoder: Encoder, texts: list[str]) -> None:
    codes = encoder.encode_passages(texts).tokens
    assert [len(encoder.find_tokens(text)) for text in texts] == [len(of_text) for of_text in codes]


def test_tokens_stand_where_their_words_are(encoder: Encoder) -> None:
    text = "Exports: USD 25.5 billion"
    words = [text[start:end] for start, end in encoder.find_tokens(text)]
    assert words == ["Exports", ":", "USD", "25", ".", "5", "billion"]


def test_rows_of_tokens_found_and_encoded_are_of_the_same_words(encoder: Encoder) -> None:
    text = "Exports [SEP] of 🚀 semiconductors"
    spans = encoder.find_tokens(text)
    words = [text[start:end] for start, end in spans]
    assert words[0] == "Exports"
    assert words[1] == "of"
    assert words[2] == "🚀"
    assert text[spans[3][0] : spans[-1][1]] == "semiconductors"


def test_token_codes_are_signs_of_the_models_token_vectors(
    engine: Engine, encoder: Encoder, reference: SentenceTransformer
) -> None:
    text = "Exports of semiconductors rose."
    given_back = reference.encode([text], output_value="token_embeddings")[0]
    inner = np.asarray(given_back)[1:-1]  # without [CLS] and [SEP]
    signs = np.unpackbits(encoder.encode_passages([text]).tokens[0], axis=1).astype(bool)
    sure = np.abs(inner) > 1e-4
    assert np.mean(signs[sure] == (inner > 0)[sure]) >= engine.same_signs


def test_question_tokens_have_unit_length_and_stand_in_the_question(encoder: Encoder) -> None:
    question = "How much did exports rise?"
    encoded = encoder.encode_question(question)
    assert encoded.tokens.shape == (6, 384)
    np.testing.assert_allclose(np.linalg.norm(encoded.tokens, axis=1), 1, atol=1e-5)
    words = [question[start:end] for start, end in encoded.spans]
    assert words == ["How", "much", "did", "exports", "rise", "?"]


def test_question_longer_than_the_limit_is_cut(encoder: Encoder) -> None:
    long = "exports " * 1000
    encoded = encoder.encode_question(long)
    assert len(encoded.tokens) == len(encoded.spans) == 254
    kept = encoder.encode_question("exports " * 254)
    np.testing.assert_allclose(encoded.vector, kept.vector, atol=1e-5)


def test_empty_question_has_a_vector_and_no_tokens(encoder: Encoder) -> None:
    encoded = encoder.encode_question("")
    assert encoded.vector.shape == (1, 384)
    assert encoded.tokens.shape == (0, 384)
    assert encoded.spans.shape == (0, 2)


def test_four_threads_get_the_results_of_one(encoder: Encoder) -> None:
    jobs = [TEXTS[row : row + 2] for row in range(8)]
    expected = [encoder.encode_passages(job).vectors for job in jobs]
    counts = [encoder.count_tokens(job) for job in jobs]

    def work(job: list[str]) -> tuple[np.ndarray, list[int], int]:
        question = encoder.encode_question(job[0])
        assert len(question.spans) == len(question.tokens)
        return encoder.encode_passages(job).vectors, encoder.count_tokens(job), len(question.spans)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(work, jobs))
    for (vectors, counted, spans), wanted, of_one in zip(found, expected, counts, strict=True):
        np.testing.assert_allclose(vectors, wanted, atol=1e-5)
        assert counted == of_one
        assert spans == min(of_one[0], 254)


def test_prompts_change_the_fingerprint_and_take_room(engine: Engine, encoder: Encoder) -> None:
    folder = find_packaged_model()
    plain = engine.load(folder)
    prompted = engine.load(folder, query_prompt="query: ", passage_prompt="text: ")
    assert plain.fingerprint == encoder.fingerprint
    assert prompted.fingerprint != encoder.fingerprint
    assert prompted.max_tokens == 252  # "text" and ":"
    # What is encoded is the prompt and the text together.
    np.testing.assert_allclose(
        prompted.encode_passages(["Exports rose."]).vectors,
        encoder.encode_passages(["text: Exports rose."]).vectors,
        atol=1e-5,
    )
    np.testing.assert_allclose(
        prompted.encode_question("Did exports rise?").vector,
        encoder.encode_question("query: Did exports rise?").vector,
        atol=1e-5,
    )
    spans = prompted.find_tokens("Exports rose.")
    assert len(spans) == len(prompted.encode_passages(["Exports rose."]).tokens[0])
    assert [tuple(span) for span in spans] == [(-6, -2), (-2, -1), (0, 7), (8, 12), (12, 13)]


def test_fingerprint_is_of_the_precision_not_of_the_engine(
    engine: Engine, encoder: Encoder
) -> None:
    torch = SentenceTransformerEncoder(find_packaged_model())
    assert (encoder.fingerprint == torch.fingerprint) == (engine.cosine == 1)
    assert len(encoder.fingerprint) == 64


def test_vector_does_not_depend_on_what_is_encoded_beside(engine: Engine, encoder: Encoder) -> None:
    alone = encoder.encode_passages(TEXTS[:1]).vectors
    beside = encoder.encode_passages([*TEXTS, "[MASK] 🚀 " * 200]).vectors[:1]
    if engine.cosine == 1:  # to the last places, which padding changes
        np.testing.assert_allclose(beside, alone, atol=1e-6)
    else:
        np.testing.assert_array_equal(beside, alone)
