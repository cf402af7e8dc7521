"""The README's section for programmers: its examples are run against the real service."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.service import serve_at

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
[SECTION] = re.findall(r"## From your own code\n(.*?)\n## ", README, re.DOTALL)
NEEDED = {
    "qa.retrievers.langchain": "langchain_core",
    "qa.retrievers.llama_index": "llama_index.core",
    "qa.retrievers.haystack": "haystack",
}
EXAMPLES = re.findall(r"```pycon\n(.*?)```", SECTION, re.DOTALL)


@pytest.fixture(scope="module")
def url(seed_asker: Asker) -> Iterator[str]:
    with serve_at(lambda _: seed_asker) as url:
        yield url


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_gives_what_it_says(example: str, url: str) -> None:
    assert "http://127.0.0.1:8000" in example
    for ours, library in NEEDED.items():
        if ours in example:
            pytest.importorskip(library, reason=f"needs the extra for {library}")
    code = example.replace("http://127.0.0.1:8000", url)
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", None, None)
    said: list[str] = []
    failed, run = doctest.DocTestRunner().run(test, out=said.append)
    assert run
    assert not failed, "".join(said)
