"""Run `qa` from the checkout, whichever Python a script was started by.

Only the standard library, and nothing newer than Python 3.7: this has to work before .venv does.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
DATA = ROOT / "data"
_VENV = ROOT / ".venv"


def enter_environment() -> None:
    """Go on in the checkout's .venv, setting it up when needed, with its data/ as the default.

    Under another Python this does not return: the script starts over under the right one.
    """
    if Path(sys.prefix).resolve() != _VENV.resolve():
        status = subprocess.run([str(ROOT / "scripts" / "setup")]).returncode
        if status != 0:
            sys.exit(status)
        python = str(_VENV / "bin" / "python")
        os.execv(python, [python, *sys.argv])
    # The scripts' own folder goes from the path: evaluate.py is not the package of that name.
    scripts = str(ROOT / "scripts")
    sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or ".") != scripts]
    os.environ.setdefault("QA_DATA", str(DATA))


def read_arguments(command: str, arguments: list[str]) -> dict[str, Any]:
    """What `arguments` say to `qa COMMAND`, None where they say nothing. Faults are left to qa."""
    # Imported here: there is no typer before enter_environment.
    import typer

    from qa.cli.commands import app

    group: Any = typer.main.get_command(app)
    context = group.commands[command].make_context(command, list(arguments), resilient_parsing=True)
    params: dict[str, Any] = context.params
    return params
