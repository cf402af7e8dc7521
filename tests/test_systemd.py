"""The systemd units, by systemd's own checks. They run no service: that takes a running systemd."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNITS = Path(__file__).resolve().parents[1] / "scripts" / "systemd"
PROGRAM = "/opt/release-qa/.venv/bin/qa"
SERVICES = sorted(UNITS.glob("*.service"))
_MOST_EXPOSED = 20  # of 100; that a service may listen at all makes 5

needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="no systemd-analyze here"
)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with the units, naming a program that is there."""
    for unit in UNITS.iterdir():
        text = unit.read_text(encoding="utf-8").replace(PROGRAM, "/bin/true")
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path


@needs_systemd
def test_units_are_sound(installed: Path) -> None:
    units = sorted(installed.iterdir())
    assert len(units) == 3
    checked = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("name", [path.name for path in SERVICES])
def test_services_can_do_little_beside_their_work(name: str, installed: Path) -> None:
    checked = subprocess.run(
        [
            *("systemd-analyze", "security", "--offline=true", "--no-pager"),
            *(f"--threshold={_MOST_EXPOSED}", installed / name),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_services_share_one_folder_and_write_nowhere_else(path: Path) -> None:
    unit = path.read_text(encoding="utf-8")
    for line in (
        "Environment=QA_DATA=/var/lib/release-qa",
        "StateDirectory=release-qa",
        "User=release-qa",
        "DynamicUser=yes",
        "ProtectSystem=strict",
    ):
        assert line in unit.splitlines()
    [command] = re.findall(r"^ExecStart=(\S+)", unit, re.MULTILINE)
    assert command == PROGRAM
