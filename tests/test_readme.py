"""What the README says, held against what is there."""

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from qa.reading.fetching import Fetcher, Manners
from qa.reading.forms import SUFFIXES
from qa.reading.http_client import HttpClient
from qa.reading.identity import MOTIR, release_id
from qa.reading.sites import KEYS, parse_site
from qa.reading.sources import read_sources
from qa.retrieval.signals import SIGNALS
from qa.settings import Settings
from tests.misbehaving_server import serve

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_question_has_the_answer_that_the_readme_shows(seed_settings: Settings) -> None:
    block, *_ = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    command, _, expected = block.partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "scripts/query.py"
    asked = subprocess.run(
        [sys.executable, "-m", "qa", "ask", *arguments],
        cwd=ROOT,
        env={**os.environ, "QA_DATA": str(seed_settings.data)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    # How sure it is may differ by a percent between processors.
    sure = re.compile(r"\(\d+% sure\)")
    assert sure.sub("", asked.stdout.strip()) == sure.sub("", expected.strip())


def test_every_setting_is_in_the_table() -> None:
    named = {f"QA_{name.upper()}" for name in Settings.model_fields}
    assert named == set(re.findall(r"`(QA_[A-Z_]+)`", README))


@pytest.mark.parametrize("program", sorted(set(re.findall(r"scripts/[a-z_]+(?:\.py)?", README))))
def test_every_program_it_names_is_there_and_can_be_run(program: str) -> None:
    assert os.access(ROOT / program, os.X_OK)


def test_the_site_it_describes_is_read(tmp_path: Path) -> None:
    [described] = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    host = "https://english.motir.go.kr"
    assert host in described
    path = parse_site(described).page_url(1).removeprefix(host)
    article = path.split("?")[0] + "/2743/view"
    with serve() as server:
        server.pages[path] = f'<ul><li><a href="{article}?pageIndex=1">Exports</a></li></ul>'
        server.pages[f"{article}?pageIndex=1"] = (
            "<h2>Press Releases</h2><div class=board-detail><p class=detail-tit>Exports Rise</p>"
            "<span>Date 2025-12-01</span><div class=detail-cont>Exports rose.</div></div>"
        )
        (tmp_path / "motir.toml").write_text(described.replace(host, server.url), encoding="utf-8")
        reading = read_sources(
            [tmp_path / "motir.toml"],
            lambda: Fetcher(HttpClient(allow_private=True), manners=Manners(between_s=0)),
        )
    assert reading.problems == ()
    [release] = reading.releases
    assert release.id == release_id(MOTIR, date(2025, 12, 1), "Exports Rise")
    assert (release.body, release.language) == ("Exports rose.", "en")


def test_every_form_and_key_is_in_the_section_on_sources() -> None:
    [section] = re.findall(r"### Sources\n(.*?)\n## ", README, re.DOTALL)
    for name in [*SUFFIXES, *KEYS]:
        assert name in section, name


_MAPPED = (
    *("api", "reading", "storage", "index", "language", "understanding", "series", "timelines"),
    *("retrieval", "output", "measuring", "relay"),
)


def test_every_module_in_the_map_is_there_and_the_map_has_those_of_the_packages() -> None:
    [listing] = re.findall(r"### Where things are\n\n(.*?)\n## ", README, re.DOTALL)
    folders = ("embeddings", "qa", "scripts", "tests")
    there = {path.name for folder in folders for path in (ROOT / folder).rglob("*.py")}
    named = set(re.findall(r"([a-z_]+\.py)", listing))
    assert named <= there
    mapped = {
        path.name
        for place in ("embeddings", "qa", *(f"qa/{package}" for package in _MAPPED))
        for path in (ROOT / place).glob("*.py")
    }
    assert {name for name in mapped if not name.startswith("__")} <= named


def test_the_number_of_signals_is_the_one_it_says() -> None:
    words = {13: "thirteen", 14: "fourteen", 20: "twenty", 22: "twenty-two", 28: "twenty-eight"}
    assert f"{words[len(SIGNALS)]} named signals" in README.replace("\n", " ").replace("  ", " ")
