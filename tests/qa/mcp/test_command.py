"""The command's own errors; what it offers is in test_server.py and test_set_up.py."""

import sys
from pathlib import Path

import pytest

from qa.cli import main


def complain(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["mcp", *arguments])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def test_missing_sdk_is_named_with_the_command_that_installs_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("mcp", "mcp.server"):
        monkeypatch.setitem(sys.modules, module, None)  # as though it were not installed
    monkeypatch.delitem(sys.modules, "qa.mcp.server", raising=False)
    assert "pip install 'release-qa[mcp]'" in complain(capsys)


def test_missing_library_is_said_before_an_agent_asks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")
    assert "qa add" in complain(capsys, "--data", str(tmp_path))


def test_others_cannot_reach_the_tools_while_there_are_no_keys(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")
    options = ("--http", "--host", "0.0.0.0", "--url", "http://127.0.0.1:9")
    assert "qa keys add" in complain(capsys, *options, "--data", str(tmp_path))
