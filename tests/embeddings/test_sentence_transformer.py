"""What PyTorch's encoder and reranker do with folders that hold no model."""

import shutil
from pathlib import Path

import pytest

from embeddings.errors import ModelDamaged
from embeddings.packaged_model import find_packaged_model
from embeddings.sentence_transformer import CrossEncoderReranker, SentenceTransformerEncoder


def test_folder_that_holds_no_model_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelDamaged, match="does not load"):
        SentenceTransformerEncoder(tmp_path)


@pytest.mark.parametrize("missing", ["model.safetensors", "tokenizer.json"])
def test_model_folder_with_a_truncated_file_is_damaged(tmp_path: Path, missing: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(find_packaged_model(), folder)
    whole = (folder / missing).read_bytes()
    (folder / missing).write_bytes(whole[: len(whole) // 2])
    for load in (SentenceTransformerEncoder, CrossEncoderReranker):
        with pytest.raises(ModelDamaged, match="does not load"):
            load(folder)
