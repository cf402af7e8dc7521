"""Nothing that is read can run: no pickle, anywhere."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_PICKLERS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}


@pytest.fixture(scope="module")
def modules() -> dict[Path, ast.Module]:
    """What is written in each file of the program."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for folder in ("qa", "embeddings", "scripts")
        for path in (ROOT / folder).rglob("*.py")
    }


def test_no_module_imports_what_pickles(modules: dict[Path, ast.Module]) -> None:
    assert len(modules) > 80
    for path, tree in modules.items():
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not {name.split(".")[0] for name in names} & _PICKLERS, path


def test_every_array_and_every_checkpoint_is_read_without_pickle(
    modules: dict[Path, ast.Module],
) -> None:
    """NumPy and PyTorch unpickle when they are asked to; both have to be told not to."""
    found = 0
    for path, tree in modules.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            if not (isinstance(owner, ast.Name) and owner.id in ("np", "numpy", "torch")):
                continue
            if node.func.attr not in ("load", "save"):
                continue
            found += 1
            given = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            safe = given.get("allow_pickle") == "False" or given.get("weights_only") == "True"
            assert safe, f"{path}:{node.lineno}"
    assert found >= 5
