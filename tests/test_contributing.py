"""What CONTRIBUTING.md and SECURITY.md say, held against what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("CONTRIBUTING.md", "SECURITY.md")
_PATH = re.compile(
    r"`((?:qa|embeddings|tests|scripts|\.ci)/[\w./-]*|[A-Z]?[\w.-]+\.(?:toml|lock|md))"
)


def read(document: str) -> str:
    return " ".join((ROOT / document).read_text(encoding="utf-8").split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_it_names_is_there(document: str) -> None:
    named = set(_PATH.findall(read(document)))
    assert len(named) > 5
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("qa/reading/forms.py", ("Form", "SUFFIXES", "_SCANS", "_TYPES")),
        ("qa/retrieval/signals.py", ("SIGNALS", "measure")),
        ("qa/settings.py", ("Engine",)),
        ("qa/wiring.py", ("load_encoder",)),
        ("embeddings/encoder.py", ("Encoder", "fingerprint")),
        ("tests/test_imports.py", ("SEVERAL", "ALONE")),
        ("qa/series/templates.py", ("VERSION",)),
        ("qa/index/index_rules.py", ("FORMAT",)),
        ("qa/index/encoded_text.py", ("_RULES",)),
        ("Dockerfile", ("LEFT_OUT",)),
    ],
)
def test_steps_for_an_encoder_a_source_and_a_signal_name_what_is_there(
    path: str, names: tuple[str, ...]
) -> None:
    code, said = (ROOT / path).read_text(encoding="utf-8"), read("CONTRIBUTING.md")
    for name in names:
        assert f"`{name}`" in said
        assert re.search(rf"\b{name}\b", code), f"{name} in {path}"


def test_first_commands_are_three() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [block] = re.findall(r"From clone to a green test:\n\n(.*?)\n\n", text, re.DOTALL)
    assert [line.strip() for line in block.splitlines()][1:] == ["scripts/setup", "scripts/test"]


def test_weaknesses_are_reported_privately_and_not_to_an_address_made_up() -> None:
    said = read("SECURITY.md")
    assert "Report a vulnerability" in said
    assert not re.search(r"[\w.]+@[\w.]+", said)
