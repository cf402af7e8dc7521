"""Which way the folders look, and what each file may import, read from the code itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# What takes part in making a graph is in that program too; each kind of index is a file.
SEVERAL = {
    "faiss": {
        "embeddings/faiss_files.py",
        "embeddings/flat_index.py",
        "embeddings/product_codes.py",
        "embeddings/quantised_index.py",
    },
    "torch": {"embeddings/sentence_transformer.py", "embeddings/onnx_export.py"},
    "onnxruntime": {
        "embeddings/bit_products.py",
        "embeddings/onnx_encoder.py",
        "embeddings/onnx_export.py",
    },
}

# What one file alone imports, so that it can be exchanged there.
ALONE: dict[str, str | tuple[str, ...]] = {
    "sentence_transformers": "embeddings/sentence_transformer.py",
    "transformers": "embeddings/sentence_transformer.py",
    "tokenizers": "embeddings/onnx_encoder.py",
    "tantivy": "qa/lexical_index.py",
    "sentencex": "qa/sentences.py",
    "Stemmer": "qa/terms.py",
    "fastapi": ("qa/api/", "qa/web/"),
    "jinja2": "qa/web/rendering.py",
    "typer": "qa/cli/",
    "feedparser": "qa/feeds.py",
    "markdown_it": "qa/markdown_files.py",
    "yaml": "qa/markdown_files.py",
    "protego": "qa/fetching.py",
    "httpx2": "qa/client/clients.py",
    "mcp": "qa/mcp/server.py",
    "langchain_core": "qa/retrievers/langchain.py",
    "llama_index": "qa/retrievers/llama_index.py",
    "haystack": "qa/retrievers/haystack.py",
}

# Values in, values out: no disk, no clock, no environment.
CORE = [
    "qa/history.py",
    "qa/limits.py",
    "qa/syncing.py",
    "qa/addresses.py",
    "qa/article_day.py",
    "qa/article_shape.py",
    "qa/amounts.py",
    "qa/answer_candidates.py",
    "qa/answer_types.py",
    "qa/abbreviations.py",
    "qa/names.py",
    "qa/month_names.py",
    "qa/wholes.py",
    "qa/quotations.py",
    "qa/time_signals.py",
    "qa/countries.py",
    "qa/offices.py",
    "qa/directions.py",
    "qa/elsewhen.py",
    "qa/answers.py",
    "qa/choosing.py",
    "qa/newest.py",
    "qa/citations.py",
    "qa/errors.py",
    "qa/axes.py",
    "qa/figures.py",
    "qa/glossary.py",
    "qa/days.py",
    "qa/decoding.py",
    "qa/html_text.py",
    "qa/highlights.py",
    "qa/identity.py",
    "qa/indicators.py",
    "qa/interpreting.py",
    "qa/jsonlines.py",
    "qa/korean_numbers.py",
    "qa/listing.py",
    "qa/marking.py",
    "qa/listing_pages.py",
    "qa/markdown_files.py",
    "qa/metrics.py",
    "qa/origins.py",
    "qa/page_elements.py",
    "qa/passage_index.py",
    "qa/read_passages.py",
    "qa/passages.py",
    "qa/period_rows.py",
    "qa/period_names.py",
    "qa/periods_beside.py",
    "qa/plotting.py",
    "qa/records.py",
    "qa/sentences.py",
    "qa/series.py",
    "qa/series_finder.py",
    "qa/signals.py",
    "qa/templates.py",
    "qa/sites.py",
    "qa/terms.py",
    "qa/timeline.py",
    "qa/wanted.py",
    "qa/telling.py",
    "qa/whats_new.py",
    "qa/periods_compared.py",
    "qa/periods_in_passing.py",
    "qa/periods_shifted.py",
    "qa/window_bounds.py",
    "qa/window_parts.py",
    "qa/windows.py",
    "qa/webpages.py",
    *(f"qa/periods/{path.name}" for path in sorted((ROOT / "qa" / "periods").glob("*.py"))),
]
OUTSIDE = {
    *("asyncio", "http", "io", "logging", "os", "pathlib", "shutil", "socket", "sqlite3"),
    *("subprocess", "sys", "tempfile", "threading", "time", "urllib"),
}
CLOCK = {"now", "today", "utcnow"}


def find_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def find_imports(path: Path) -> Iterator[str]:
    """The dotted names of the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} has a relative import"
            yield str(node.module)


def find_packages(path: Path) -> set[str]:
    return {name.split(".")[0] for name in find_imports(path)}


@pytest.mark.parametrize(
    ("folder", "others"),
    [("embeddings", {"qa", "scripts", "tests"}), ("qa", {"scripts", "tests"})],
)
def test_folders_look_one_way(folder: str, others: set[str]) -> None:
    files = find_files(folder)
    assert files
    for path in files:
        assert not find_packages(path) & others, name_of(path)


@pytest.mark.parametrize(("package", "place"), ALONE.items())
def test_library_is_imported_in_one_place(package: str, place: str | tuple[str, ...]) -> None:
    importers = [
        name_of(path)
        for folder in ("embeddings", "qa")
        for path in find_files(folder)
        if package in find_packages(path)
    ]
    assert importers
    assert all(name.startswith(place) for name in importers), importers


@pytest.mark.parametrize(("package", "places"), SEVERAL.items())
def test_library_is_imported_in_the_places_that_are_its_own(package: str, places: set[str]) -> None:
    files = [path for folder in ("embeddings", "qa") for path in find_files(folder)]
    assert {name_of(path) for path in files if package in find_packages(path)} == places


@pytest.mark.parametrize("name", CORE)
def test_core_touches_neither_disk_nor_clock_nor_environment(name: str) -> None:
    path = ROOT / name
    # urllib.parse takes addresses apart; the rest of urllib goes where they lead.
    packages = {module.split(".")[0] for module in find_imports(path) if module != "urllib.parse"}
    assert not packages & OUTSIDE
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK, f"{name}:{node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input"}, f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", CORE)
def test_core_leans_on_the_core_alone(name: str) -> None:
    inside = {core.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for core in CORE}
    # Korean asks whether an analyser is installed, and a ranking is read from a file.
    known = {"qa/choosing.py": {"qa.ranking"}, "qa/terms.py": {"qa.korean"}}
    of_qa = {module for module in find_imports(ROOT / name) if module.split(".")[0] == "qa"}
    assert of_qa - known.get(name, set()) <= inside


def test_only_wiring_names_the_concrete_encoder_and_index() -> None:
    concrete = {"embeddings.packaged_model", "qa.local_index"}
    concrete |= {"embeddings.sentence_transformer", "embeddings.onnx_encoder"}
    concrete |= {"embeddings.onnx_graphs", "embeddings.onnx_export"}
    for path in find_files("qa"):
        if path.name != "wiring.py":
            assert not set(find_imports(path)) & concrete, name_of(path)


def find_loaded(module: str, watched: set[str]) -> list[str]:
    """Which of the watched modules importing another loads, in a process of its own."""
    code = f"import sys, {module}; print(*({watched!r} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ran.stdout.split()


@pytest.mark.parametrize("module", ["qa.cli.commands", "qa.wiring", "qa.api.app"])
def test_importing_loads_no_model_library(module: str) -> None:
    heavy = {"torch", "sentence_transformers", "transformers", "onnxruntime", "tokenizers"}
    assert find_loaded(module, heavy) == []


def test_command_line_loads_nothing_that_a_question_does_without() -> None:
    others = {"asyncio", "fastapi", "ir_measures", "qa.evaluation", "scipy", "sklearn", "tqdm"}
    assert find_loaded("qa.cli.commands", others) == []


def test_command_that_a_service_may_answer_begins_with_next_to_nothing() -> None:
    heavy = {"numpy", "onnxruntime", "pydantic", "rich", "typer", "qa.settings", "qa.answers"}
    assert find_loaded("qa.cli", {*heavy, "asyncio", "subprocess", "logging"}) == []
