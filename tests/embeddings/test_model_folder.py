"""What is read from a model's folder, held against what sentence-transformers makes of it."""

import json
import shutil
from pathlib import Path

import pytest

from embeddings.errors import ModelDamaged, ModelNotFound, ModelUnsupported
from embeddings.model_folder import (
    Pooling,
    choose_prompts,
    digest_file,
    find_model_folder,
    fingerprint_folder,
    read_pipeline,
)
from embeddings.packaged_model import find_packaged_model

TRANSFORMER = {"path": "", "type": "sentence_transformers.models.Transformer"}
POOLING = {"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"}


def write_model(folder: Path, **files: object) -> Path:
    """A folder with the small files of a model that reads 512 tokens; None leaves one out."""
    contents: dict[str, object] = {
        "config": {"max_position_embeddings": 512},
        "modules": [TRANSFORMER, POOLING],
        "1_Pooling/config": {"pooling_mode": "cls", "embedding_dimension": 32},
        "tokenizer": {},
        **files,
    }
    for name, content in contents.items():
        if content is not None:
            path = folder / f"{name}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_fingerprint_is_of_what_shapes_vectors_and_nothing_else(tmp_path: Path) -> None:
    for name, text in {"config.json": "{}", "vocab.txt": "a", "README.md": "old"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = fingerprint_folder(tmp_path, "float32", "")
    (tmp_path / "README.md").write_text("new", encoding="utf-8")
    assert fingerprint_folder(tmp_path, "float32", "") == before
    assert fingerprint_folder(tmp_path, "float32", "query: ") != before
    assert fingerprint_folder(tmp_path, "float32query: ", "") != before
    (tmp_path / "vocab.txt").write_text("b", encoding="utf-8")
    assert fingerprint_folder(tmp_path, "float32", "") != before


@pytest.mark.parametrize("name", ["nobody/no-such-model", "no such model", "a/b/c/d"])
def test_unknown_model_is_not_found_and_the_message_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelNotFound) as raised:
        find_model_folder(name)
    assert repr(name) in str(raised.value)
    assert "hf download" in str(raised.value)


def test_packaged_model_is_read_as_it_was_published() -> None:
    pipeline = read_pipeline(find_packaged_model())
    assert (pipeline.max_length, pipeline.pooling) == (256, Pooling.MEAN)
    assert (pipeline.unknown, pipeline.query_prompt, pipeline.passage_prompt) == ("[UNK]", "", "")


@pytest.mark.parametrize(
    ("files", "limit"),
    [
        ({}, 512),
        ({"tokenizer_config": {"model_max_length": 128}}, 128),
        ({"tokenizer_config": {"model_max_length": 10**30}}, 512),
        ({"sentence_bert_config": {"max_seq_length": 64}}, 64),
        ({"sentence_bert_config": {"max_seq_length": None}}, 512),
        ({"sentence_roberta_config": {"max_seq_length": 64, "do_lower_case": False}}, 64),
    ],
)
def test_longest_input_is_the_models_own_or_the_least_of_the_others(
    tmp_path: Path, files: dict[str, object], limit: int
) -> None:
    assert read_pipeline(write_model(tmp_path, **files)).max_length == limit


@pytest.mark.parametrize(
    ("config", "pooling"),
    [
        ({"pooling_mode": "lasttoken"}, Pooling.LAST),
        ({"pooling_mode": ["max"]}, Pooling.LARGEST),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, Pooling.FIRST),
        ({"word_embedding_dimension": 32}, Pooling.MEAN),
    ],
)
def test_pooling_is_read_in_its_newer_and_older_form(
    tmp_path: Path, config: dict[str, object], pooling: Pooling
) -> None:
    assert read_pipeline(write_model(tmp_path, **{"1_Pooling/config": config})).pooling is pooling


def test_folder_without_modules_is_pooled_by_the_mean(tmp_path: Path) -> None:
    assert read_pipeline(write_model(tmp_path, modules=None)).pooling is Pooling.MEAN


def test_prompts_are_those_given_else_those_declared(tmp_path: Path) -> None:
    prompts = {"query": "query: ", "document": "", "passage": "passage: "}
    folder = write_model(tmp_path, config_sentence_transformers={"prompts": prompts})
    declared = read_pipeline(folder)
    assert (declared.query_prompt, declared.passage_prompt) == ("query: ", "passage: ")
    given = read_pipeline(folder, query_prompt="", passage_prompt="text: ")
    assert (given.query_prompt, given.passage_prompt) == ("", "text: ")
    assert choose_prompts({}, None, None) == ("", "")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"modules": [TRANSFORMER, POOLING, {"path": "2_Dense", "type": "a.Dense"}]}, "Dense"),
        ({"modules": [{"path": "", "type": "a.StaticEmbedding"}]}, "StaticEmbedding"),
        ({"1_Pooling/config": {"pooling_mode": ["mean", "max"]}}, "mean, max"),
        ({"sentence_bert_config": {"do_lower_case": True}}, "lowers case"),
        ({"config": {}}, "no longest input"),
        ({"tokenizer": None}, r"tokenizer\.json"),
    ],
)
def test_what_is_more_than_a_transformer_with_pooling_is_named(
    tmp_path: Path, files: dict[str, object], found: str
) -> None:
    with pytest.raises(ModelUnsupported, match=found):
        read_pipeline(write_model(tmp_path, **files))


def test_prompt_that_is_left_out_of_pooling_is_not_supported(tmp_path: Path) -> None:
    pooling = {"pooling_mode": "mean", "include_prompt": False}
    folder = write_model(tmp_path, **{"1_Pooling/config": pooling})
    assert read_pipeline(folder).pooling is Pooling.MEAN
    with pytest.raises(ModelUnsupported, match="prompt"):
        read_pipeline(folder, query_prompt="query: ")


@pytest.mark.parametrize(
    "files",
    [
        {"modules": {"a": 1}},
        {"modules": [{"path": ""}]},
        {"1_Pooling/config": None},
        {"1_Pooling/config": {"pooling_mode": "average"}},
        {"1_Pooling/config": "mean"},
        {"config": None},
    ],
)
def test_malformed_folder_is_damaged(tmp_path: Path, files: dict[str, object]) -> None:
    with pytest.raises(ModelDamaged, match="sentence-transformers wrote"):
        read_pipeline(write_model(tmp_path, **files))


def test_digest_of_a_file_follows_its_changes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    # FIPS 180-2, appendix B.1
    assert digest_file(path).startswith("ba7816bf8f01cfea414140de5dae2223b00361a3")
    path.write_bytes(b"abcdef")
    assert not digest_file(path).startswith("ba7816bf")


def test_copy_of_a_model_has_its_fingerprint(tmp_path: Path) -> None:
    shutil.copytree(find_packaged_model(), tmp_path / "copy")
    assert fingerprint_folder(tmp_path / "copy") == fingerprint_folder(find_packaged_model())
