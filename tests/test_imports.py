"""Which way the folders look, and what each file may import, read from the code itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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
        "embeddings/row_selection.py",
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
    "tantivy": ("qa/index/lexical_files.py", "qa/index/lexical_index.py"),
    "sentencex": "qa/language/sentences.py",
    "Stemmer": "qa/language/terms.py",
    "fastapi": ("qa/api/", "qa/web/", "qa/relay/door.py"),
    "jinja2": "qa/web/rendering.py",
    "typer": ("qa/cli/", "qa/relay/performing.py"),
    "feedparser": "qa/reading/feeds.py",
    "markdown_it": "qa/reading/markdown_files.py",
    "yaml": "qa/reading/markdown_files.py",
    "protego": "qa/reading/fetching.py",
    "httpx2": "qa/client/clients.py",
    "mcp": "qa/mcp/server.py",
    "langchain_core": "qa/retrievers/langchain.py",
    "llama_index": "qa/retrievers/llama_index.py",
    "haystack": "qa/retrievers/haystack.py",
}

# Values in, values out: no disk, no clock, no environment.
PURE = ("language", "periods", "series", "timelines", "understanding")
# The one looks for an analyser, the other writes to memory as if to a file.
NOT_QUITE = {"qa/language/korean.py", "qa/timelines/tables.py"}
CORE = [
    "qa/answers.py",
    "qa/errors.py",
    "qa/index/analysis.py",
    "qa/index/passage_index.py",
    "qa/index/passages.py",
    "qa/judgements.py",
    "qa/lazy_regex.py",
    "qa/measuring/metrics.py",
    "qa/output/citations.py",
    "qa/reading/addresses.py",
    "qa/reading/article_day.py",
    "qa/reading/article_shape.py",
    "qa/reading/days.py",
    "qa/reading/decoding.py",
    "qa/reading/html_text.py",
    "qa/reading/identity.py",
    "qa/reading/jsonlines.py",
    "qa/reading/listing.py",
    "qa/reading/listing_pages.py",
    "qa/reading/markdown_files.py",
    "qa/reading/origins.py",
    "qa/reading/page_elements.py",
    "qa/reading/sites.py",
    "qa/reading/webpages.py",
    "qa/questions.py",
    "qa/records.py",
    "qa/retrieval/choosing.py",
    "qa/retrieval/contrary_sentences.py",
    "qa/retrieval/corrected.py",
    "qa/retrieval/extreme_releases.py",
    "qa/retrieval/extreme_sentences.py",
    "qa/retrieval/figure_sentences.py",
    "qa/retrieval/highlights.py",
    "qa/retrieval/holders.py",
    "qa/retrieval/letter_matches.py",
    "qa/retrieval/missing.py",
    "qa/retrieval/newest.py",
    "qa/retrieval/read_passages.py",
    "qa/retrieval/several_periods.py",
    "qa/retrieval/signals.py",
    "qa/retrieval/time_signals.py",
    "qa/retrieval/told_sentences.py",
    "qa/storage/history.py",
    "qa/storage/syncing.py",
    *(
        path.relative_to(ROOT).as_posix()
        for package in PURE
        for path in sorted((ROOT / "qa" / package).glob("*.py"))
        if path.relative_to(ROOT).as_posix() not in NOT_QUITE
    ),
]
OUTSIDE = {
    *("asyncio", "http", "io", "logging", "os", "pathlib", "shutil", "socket", "sqlite3"),
    *("subprocess", "sys", "tempfile", "threading", "time", "urllib"),
}
# Each part of qa/ may import those of the layers before its own, and those within it one another.
LAYERS = (
    *({"errors", "lazy_regex", "version", "stopwatch"}, {"periods"}, {"records"}, {"language"}),
    *({"series"}, {"questions"}, {"understanding"}, {"timelines"}, {"reading"}),
    *({"keys", "storage"}, {"index"}, {"judgements"}, {"answers"}, {"retrieval"}, {"today"}),
    *({"settings"}, {"wiring"}, {"measuring"}, {"output"}, {"api", "web"}, {"client"}),
    *({"mcp", "retrievers"}, {"relay"}, {"cli"}, {"__main__"}),
)
CLOCK = {"now", "today", "utcnow"}


def find_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def find_imports(path: Path) -> tuple[str, ...]:
    """The dotted names of the modules that a file imports, anywhere in it."""
    return tuple(_list_imports(path))


def _list_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} has a relative import"
            if node.module == "qa":
                yield from (f"qa.{alias.name}" for alias in node.names)
            else:
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


def test_layers_look_one_way() -> None:
    layer_of = {part: number for number, parts in enumerate(LAYERS) for part in parts}
    for path in find_files("qa"):
        part, *_ = path.relative_to(ROOT / "qa").with_suffix("").parts
        for module in find_imports(path):
            package, *names = module.split(".")
            if package == "qa" and part != "__init__":
                assert layer_of[names[0]] <= layer_of[part], f"{name_of(path)} imports {module}"


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
    known = {
        "qa/retrieval/choosing.py": {"qa.retrieval.ranking"},
        "qa/language/terms.py": {"qa.language.korean"},
    }
    of_qa = {module for module in find_imports(ROOT / name) if module.split(".")[0] == "qa"}
    assert of_qa - known.get(name, set()) <= inside


def test_only_wiring_names_the_concrete_encoder_and_index() -> None:
    concrete = {"embeddings.packaged_model", "qa.index.local_index"}
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
    others = {
        "asyncio",
        "fastapi",
        "ir_measures",
        "qa.measuring.evaluation",
        "scipy",
        "sklearn",
        "tqdm",
    }
    assert find_loaded("qa.cli.commands", others) == []


def test_command_that_a_service_may_answer_begins_with_next_to_nothing() -> None:
    heavy = {"numpy", "onnxruntime", "pydantic", "rich", "typer", "qa.settings", "qa.answers"}
    assert find_loaded("qa.cli", {*heavy, "asyncio", "subprocess", "logging"}) == []
