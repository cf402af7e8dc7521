"""A cross-encoder, real but tiny: made here, saved, and loaded as any other would be."""

from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import CrossEncoder
from transformers import BertConfig, BertForSequenceClassification

from embeddings.errors import ModelDamaged, ModelNotFound
from embeddings.packaged_model import find_packaged_model
from embeddings.sentence_transformer import CrossEncoderReranker

QUESTION = "How much did exports rise?"
PASSAGES = ["Exports rose 24.3 percent.", "The minister met the ambassador.", "Imports fell."]


def save_cross_encoder(folder: Path, outputs: int) -> Path:
    """An untrained BERT of one layer with the packaged model's tokenizer."""
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=30522,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
    )
    config.num_labels = outputs
    BertForSequenceClassification(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json"):
        (folder / name).write_bytes((find_packaged_model() / name).read_bytes())
    return folder


def test_scores_are_those_of_the_cross_encoder_itself(tmp_path: Path) -> None:
    folder = save_cross_encoder(tmp_path / "reranker", outputs=1)
    own = CrossEncoder(str(folder), device="cpu", activation_fn=torch.nn.Identity())
    expected = own.predict([(QUESTION, passage) for passage in PASSAGES], show_progress_bar=False)
    scores = CrossEncoderReranker(folder).score(QUESTION, PASSAGES)
    np.testing.assert_allclose(scores, expected, atol=1e-5)


def test_no_passages_get_no_scores(tmp_path: Path) -> None:
    folder = save_cross_encoder(tmp_path / "reranker", outputs=1)
    assert CrossEncoderReranker(folder).score(QUESTION, []).shape == (0,)


def test_a_model_with_several_outputs_is_refused_with_their_number(tmp_path: Path) -> None:
    folder = save_cross_encoder(tmp_path / "classifier", outputs=3)
    with pytest.raises(ModelDamaged, match="has 3 outputs; expected one"):
        CrossEncoderReranker(folder)


def test_absent_weights_are_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ModelNotFound, match="hf download"):
        CrossEncoderReranker("no-such/reranker")
