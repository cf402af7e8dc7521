"""An encoder that is unlike the packaged one where encoders differ, and small enough to be made.

One untrained layer of XLM-RoBERTa: no token types, positions that start after the padding's,
pooled by its first token, not normalised, with prompts, at most 24 tokens.
"""

from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import Transformer
from sentence_transformers.sentence_transformer.modules import Pooling
from transformers import XLMRobertaConfig, XLMRobertaModel

from embeddings.packaged_model import find_packaged_model

_TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "vocab.txt", "special_tokens_map.json")


def save_tiny_model(folder: Path) -> Path:
    """Write the model to `folder`, with the packaged one's tokenizer."""
    torch.manual_seed(0)
    config = XLMRobertaConfig(
        vocab_size=30522,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=40,
        type_vocab_size=1,
        pad_token_id=0,
    )
    body = folder.with_name(f"{folder.name}-body")
    XLMRobertaModel(config).save_pretrained(body)
    for name in _TOKENIZER:
        (body / name).write_bytes((find_packaged_model() / name).read_bytes())
    transformer = Transformer(str(body), max_seq_length=24)
    model = SentenceTransformer(
        modules=[transformer, Pooling(32, pooling_mode="cls")],
        prompts={"query": "query: ", "passage": "passage: "},
        device="cpu",
    )
    model.save(str(folder), create_model_card=False)
    return folder
