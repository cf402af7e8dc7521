"""Regular expressions that are compiled late: the same as those of `re`, and all of them right."""

import ast
import doctest
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import qa
from qa import lazy_regex as module
from qa.lazy_regex import compile_regexes, lazy_regex

# They take an extra that need not be there.
_EXTRAS = ("qa.mcp.server", "qa.retrievers.", "qa.__main__")


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0


def test_it_does_what_a_compiled_one_does() -> None:
    text, late, usual = (
        "a1 b22",
        lazy_regex(r"([A-Z])(\d+)", re.I),
        re.compile(r"([A-Z])(\d+)", re.I),
    )
    assert late.findall(text) == usual.findall(text) == [("a", "1"), ("b", "22")]
    assert [each.span() for each in late.finditer(text)] == [(0, 2), (3, 6)]
    assert late.sub(r"\2", text) == usual.sub(r"\2", text) == "1 22"
    assert late.subn("", text) == usual.subn("", text) == (" ", 2)
    assert late.split("x a1 y") == usual.split("x a1 y")
    assert late.match(text, 3)
    assert late.fullmatch("A1")
    assert late.search("  a1")
    assert not late.match("1")
    assert (late.pattern, late.flags, late.groups) == (usual.pattern, usual.flags, usual.groups)
    assert lazy_regex(rb"\d").findall(b"a1") == [b"1"]


def test_it_is_compiled_at_its_first_use_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    compile_ = re.compile

    def compile_noted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append((pattern, flags))
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", compile_noted)
    late = lazy_regex("[ab]", re.I)
    assert late.pattern == "[ab]"
    assert not compiled
    assert late.search("A")
    assert late.match("b")
    assert compiled == [("[ab]", re.I)]


def test_one_that_is_wrong_says_so_when_it_is_used() -> None:
    late = lazy_regex("(")
    try:
        with pytest.raises(re.error, match="missing \\)"):
            late.search("")
        with pytest.raises(re.error):
            compile_regexes()
    finally:
        module._made.pop()
    with pytest.raises(AttributeError):
        _ = lazy_regex("a").no_such_thing  # type: ignore[attr-defined]


def test_all_of_the_program_are_right() -> None:
    for each in pkgutil.walk_packages(qa.__path__, "qa."):
        if not each.name.startswith(_EXTRAS):
            import_module(each.name)
    compile_regexes()


def test_command_compiles_hardly_any() -> None:
    """What the import of all commands compiles, in a process of its own."""
    counting = """if True:
        import re
        from re import _compiler
        made, compile_ = [], _compiler.compile
        _compiler.compile = lambda *of: made.append(of) or compile_(*of)
        import qa.cli.commands
        from qa.lazy_regex import _made
        print(len({of[0] for of in made} & {each.pattern for each in _made}), len(_made))
    """
    ran = subprocess.run(
        [sys.executable, "-c", counting], capture_output=True, text=True, check=True
    )
    compiled, made = map(int, ran.stdout.split())
    assert made > 500
    assert compiled < made / 20


@pytest.mark.parametrize(
    "path", sorted(Path(qa.__path__[0]).rglob("*.py")), ids=lambda path: path.name
)
def test_no_module_compiles_one_when_it_is_imported(path: Path) -> None:
    def list_calls(within: ast.AST) -> list[int]:
        if isinstance(within, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            return []
        own = isinstance(within, ast.Call) and ast.unparse(within.func) == "re.compile"
        below = [line for each in ast.iter_child_nodes(within) for line in list_calls(each)]
        return [*([within.lineno] if own else []), *below]  # type: ignore[attr-defined]

    assert list_calls(ast.parse(path.read_text(encoding="utf-8"))) == []
