"""Setting up a checkout: the real one is set up, and failures are tried on a stand-in for pip."""

import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.timing import is_done_within

_ROOT = Path(__file__).resolve().parent.parent
_PROGRAMS = [
    ".ci/run",
    "scripts/build_index.py",
    "scripts/evaluate.py",
    "scripts/lock",
    "scripts/newcomer",
    "scripts/query.py",
    "scripts/serve",
    "scripts/setup",
    "scripts/test",
]

# A Python whose pip installs nothing: it notes what it is asked for, and fails where told to.
_STAND_IN = f"""#!/bin/sh
case "$1 $2" in
"-m venv")
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    echo venv >>"$ASKED"
    ;;
"-m pip")
    echo "$*" >>"$ASKED"
    sleep "${{SLOW_S:-0}}"
    case "$*" in *"${{FAIL_ON:-nothing}}"*)
        echo "ERROR: $FAIL_WITH"
        exit 1
        ;;
    esac
    ;;
*) exec '{sys.executable}' "$@" ;;
esac
"""


def _run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Exit status, and all that was printed."""
    done = subprocess.run(
        [str(each) for each in command],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@dataclass(frozen=True, slots=True)
class Checkout:
    """A checkout of which only what scripts/setup reads is there, with the stand-in as Python."""

    root: Path
    bin: Path

    def environment(self, **more: str) -> dict[str, str]:
        mine = {name: value for name, value in os.environ.items() if name != "TORCH_BUILD"}
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        return {**mine, "PATH": path, "ASKED": str(self.bin / "asked"), **more}

    def set_up(self, **more: str) -> tuple[int, str]:
        return _run(self.root / "scripts" / "setup", cwd=self.bin, env=self.environment(**more))

    def take_asked(self) -> list[str]:
        """What the stand-in was asked for since last time, one word each."""
        noted = self.bin / "asked"
        lines = noted.read_text().splitlines() if noted.exists() else []
        noted.unlink(missing_ok=True)
        kinds = ["venv", "torch", "requirements.lock", "-e ."]
        return [next(kind for kind in kinds if kind in line) for line in lines]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "a checkout", tmp_path / "bin")
    (made.root / "scripts").mkdir(parents=True)
    shutil.copy(_ROOT / "scripts" / "setup", made.root / "scripts")
    shutil.copy(_ROOT / "pyproject.toml", made.root)
    (made.root / "requirements.lock").write_text("tqdm==4.70.1 --hash=sha256:00\n")
    made.bin.mkdir()
    (made.bin / "python3").write_text(_STAND_IN)
    (made.bin / "python3").chmod(0o755)
    return made


@pytest.mark.parametrize("program", _PROGRAMS)
def test_programs_can_be_executed(program: str) -> None:
    assert (_ROOT / program).stat().st_mode & stat.S_IXUSR


@pytest.mark.parametrize("program", [each for each in _PROGRAMS if not each.endswith(".py")])
def test_shell_scripts_have_sound_syntax(program: str) -> None:
    shell = "bash" if program == ".ci/run" else "sh"
    assert _run(shell, "-n", program, cwd=_ROOT) == (0, "")


def test_second_set_up_of_this_checkout_does_nothing(tmp_path: Path) -> None:
    assert _run(_ROOT / "scripts" / "setup", cwd=tmp_path)[0] == 0
    again = partial(_run, _ROOT / "scripts" / "setup", cwd=tmp_path)
    assert again() == (0, "")
    assert is_done_within(2, again)


def test_environment_of_this_checkout_holds_the_locked_versions() -> None:
    assert _run("scripts/setup", cwd=_ROOT)[0] == 0
    python = _ROOT / ".venv" / "bin" / "python"
    assert _run(python, "-m", "pip", "--disable-pip-version-check", "check", cwd=_ROOT)[0] == 0
    listed = _run(
        python, "-m", "pip", "--disable-pip-version-check", "list", "--format=freeze", cwd=_ROOT
    )[1]
    installed = {canonicalize_name(name): version for name, version in _find_pins(listed)}
    for name, version in _find_pins(_read_lock()):
        assert installed[canonicalize_name(name)] == version


def test_query_helps_from_another_folder_under_another_python(tmp_path: Path) -> None:
    python = Path(sys.base_prefix) / "bin" / "python3"
    status, printed = _run(python, _ROOT / "scripts" / "query.py", "--help", cwd=tmp_path)
    assert status == 0
    assert "Usage: qa ask" in printed
    assert list(tmp_path.iterdir()) == []


def test_lock_has_hashes_for_every_requirement() -> None:
    # A requirement begins at the margin, and goes on in indented lines.
    blocks = re.split(r"^(?=[a-z0-9])", _read_lock(), flags=re.MULTILINE)[1:]
    assert len(blocks) > 50
    for block in blocks:
        assert re.match(r"[a-z0-9-]+==\S+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", block)


def test_lock_names_neither_torch_nor_a_place() -> None:
    lock = _read_lock()
    names = {name for name, _ in _find_pins(lock)}
    assert not names & {"torch", "triton", "pip"}
    assert not [name for name in names if name.startswith(("nvidia-", "cuda-"))]
    assert not re.search(r"://|file:|--index-url|--extra-index-url|--find-links", lock)


def test_lock_satisfies_the_project() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
    ]
    pins = dict(_find_pins(_read_lock()))
    for requirement in map(Requirement, asked):
        assert pins[canonicalize_name(requirement.name)] in requirement.specifier


def test_set_up_takes_each_step_once(checkout: Checkout) -> None:
    assert checkout.set_up()[0] == 0
    assert checkout.take_asked() == ["venv", "torch", "requirements.lock", "-e ."]
    assert checkout.set_up() == (0, "")
    assert checkout.take_asked() == []


def test_set_up_goes_on_where_it_failed(checkout: Checkout) -> None:
    status, printed = checkout.set_up(FAIL_ON="requirements.lock", FAIL_WITH="odd")
    assert status == 1
    assert "Installing 1 packages… failed" in printed
    assert "ERROR: odd" in printed
    checkout.take_asked()
    assert checkout.set_up()[0] == 0
    assert checkout.take_asked() == ["torch", "requirements.lock", "-e ."]


def test_changed_lock_is_installed(checkout: Checkout) -> None:
    checkout.set_up()
    checkout.take_asked()
    (checkout.root / "requirements.lock").write_text("tqdm==4.70.2 --hash=sha256:00\n")
    assert checkout.set_up()[0] == 0
    assert checkout.take_asked() == ["torch", "requirements.lock", "-e ."]


def test_environment_is_made_anew_where_the_checkout_was_moved(checkout: Checkout) -> None:
    checkout.set_up()
    checkout.take_asked()
    moved = Checkout(checkout.root.rename(checkout.bin.parent / "moved"), checkout.bin)
    assert moved.set_up()[0] == 0
    assert moved.take_asked() == ["venv", "torch", "requirements.lock", "-e ."]


def test_package_whose_installation_broke_off_is_forgotten(checkout: Checkout) -> None:
    checkout.set_up()
    packages = checkout.root / ".venv" / "lib" / "python3" / "site-packages"
    whole, broken = packages / "whole-1.dist-info", packages / "broken-1.dist-info"
    whole.mkdir(parents=True)
    (whole / "INSTALLER").write_text("pip\n")
    broken.mkdir()
    (checkout.root / ".venv" / ".setup").unlink()
    assert checkout.set_up()[0] == 0
    assert whole.exists()
    assert not broken.exists()


def test_choice_of_torch_holds_until_another(checkout: Checkout) -> None:
    checkout.set_up(TORCH_BUILD="default")
    assert checkout.set_up() == (0, "")
    checkout.take_asked()
    assert checkout.set_up(TORCH_BUILD="cpu")[0] == 0
    assert checkout.take_asked()[0] == "torch"
    status, printed = checkout.set_up(TORCH_BUILD="tpu")
    assert (status, printed) == (1, 'TORCH_BUILD is cpu or default; it was "tpu".\n')


def test_two_at_once_set_up_once(checkout: Checkout) -> None:
    command = str(checkout.root / "scripts" / "setup")
    environment = checkout.environment(SLOW_S="0.3")
    with (
        subprocess.Popen([command], env=environment, stderr=subprocess.DEVNULL) as one,
        subprocess.Popen([command], env=environment, stderr=subprocess.DEVNULL) as other,
    ):
        assert (one.wait(60), other.wait(60)) == (0, 0)
    assert checkout.take_asked() == ["venv", "torch", "requirements.lock", "-e ."]


@pytest.mark.parametrize(
    ("pip_says", "advice"),
    [
        ("[Errno 28] No space left on device", "The disk is full."),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "is not the one that requirements.lock names"),
        ("Failed to establish a new connection", "Check the network."),
        ("No matching distribution found for tqdm==4.70.1", "has no such file"),
    ],
)
def test_failed_step_says_what_to_do(checkout: Checkout, pip_says: str, advice: str) -> None:
    status, printed = checkout.set_up(FAIL_ON="-r requirements.lock", FAIL_WITH=pip_says)
    assert status == 1
    assert advice in printed
    assert printed.endswith("Then run scripts/setup again: it goes on from here.\n")


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("3.10.1", "Setting up needs Python 3.11 to 3.14. Found on the PATH:\n  3.10.1  "),
        ("3.12.1", "On Debian and Ubuntu: apt install python3.12-venv, then run this again."),
    ],
)
def test_unfit_python_is_named(checkout: Checkout, version: str, message: str) -> None:
    minor = version.split(".")[1]
    (checkout.bin / "python3").write_text(
        f'#!/bin/sh\ncase "$2" in *print*) echo {version} ;; *ensurepip*) exit 1 ;;\n'
        f"*) exit $(({minor} < 11)) ;; esac\n"
    )
    for tool in ["sh", "dirname", "cat", "cksum"]:
        (checkout.bin / tool).symlink_to(shutil.which(tool) or tool)
    status, printed = checkout.set_up(PATH=str(checkout.bin))
    assert status == 1
    assert message in printed


def _read_lock() -> str:
    return (_ROOT / "requirements.lock").read_text(encoding="utf-8")


def _find_pins(text: str) -> list[tuple[str, str]]:
    """Every NAME==VERSION at the beginning of a line."""
    return re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, flags=re.MULTILINE)
