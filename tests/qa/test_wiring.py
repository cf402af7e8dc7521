"""Which engine runs the encoder, and where its graphs are kept."""

import json
from pathlib import Path

import pytest

from embeddings import onnx_graphs
from embeddings.errors import ExportFailed
from embeddings.onnx_encoder import OnnxEncoder
from embeddings.sentence_transformer import SentenceTransformerEncoder
from qa.errors import SettingsError
from qa.settings import Engine, Settings
from qa.wiring import load_encoder


def test_engine_is_the_one_set(graphs: Path) -> None:
    loaded = {engine: load_encoder(Settings(engine=engine, graphs=graphs)) for engine in Engine}
    kinds = {engine: type(encoder) for engine, encoder in loaded.items()}
    assert kinds == {
        Engine.TORCH: SentenceTransformerEncoder,
        Engine.ONNX: OnnxEncoder,
        Engine.ONNX_INT8: OnnxEncoder,
    }
    assert {encoder.name for encoder in loaded.values()} == {"all-MiniLM-L6-v2"}
    torch, onnx, int8 = (encoder.fingerprint for encoder in loaded.values())
    assert torch == onnx != int8


def test_model_that_the_engine_cannot_run_is_refused_with_what_can(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text(
        json.dumps([{"path": "", "type": "a.StaticEmbedding"}]), encoding="utf-8"
    )
    settings = Settings(model=str(tmp_path), engine=Engine.ONNX_INT8)
    with pytest.raises(SettingsError, match=r"found StaticEmbedding\. Set QA_ENGINE=torch\."):
        load_encoder(settings)


def test_graphs_are_kept_in_the_data_folder_unless_another_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def open_encoder(_model: Path, _precision: object, kept: Path, **_options: object) -> None:
        asked.append(kept)
        raise ExportFailed("stop here")

    monkeypatch.setattr(onnx_graphs, "open_encoder", open_encoder)
    for graphs in (None, tmp_path / "elsewhere"):
        with pytest.raises(SettingsError, match="stop here"):
            load_encoder(Settings(data=tmp_path / "data", graphs=graphs, engine=Engine.ONNX))
    assert asked == [tmp_path / "data" / "models", tmp_path / "elsewhere"]
