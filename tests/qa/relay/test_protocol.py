"""Which program a service greets with: one that differs in anything answers for itself."""

import os
import shutil
from pathlib import Path

from tests.qa.api.service import Process
from tests.qa.commands import QUESTION, ROOT, run
from tests.qa.relay.answered import AT, count


def test_another_version_of_the_program_answers_for_itself(
    service: Process, data: Path, tmp_path: Path
) -> None:
    for package in ("qa", "embeddings"):
        shutil.copytree(ROOT / package, tmp_path / package)
    asked = ("ask", QUESTION, *AT, "--data", data)
    expected = run(tmp_path, *asked, PYTHONPATH=str(tmp_path))
    before = count(service)
    with (tmp_path / "qa" / "answers.py").open("a") as file:
        file.write("# a line more\n")
    assert run(tmp_path, *asked, PYTHONPATH=str(tmp_path)) == expected
    assert count(service) == before
    assert expected[0] == 0


def test_other_versions_of_what_it_is_built_on_answer_for_themselves(
    service: Process, data: Path, tmp_path: Path
) -> None:
    asked = ("ask", QUESTION, *AT, "--data", data)
    path = os.pathsep.join([str(ROOT), str(tmp_path)])
    before = count(service)
    expected = run(tmp_path, *asked, PYTHONPATH=path)
    assert (expected[0], count(service)) == (0, before + 1)
    # As pip leaves it when it has put another version in place of the one the service has loaded.
    (tmp_path / "tantivy-99.0.dist-info").mkdir()
    assert run(tmp_path, *asked, PYTHONPATH=path) == expected
    assert count(service) == before + 1
