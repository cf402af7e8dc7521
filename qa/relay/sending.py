"""A command sent to a running service, where there is one: what takes long is loaded there.

Whatever keeps it from an answer, the command is to be carried out here, as though there were no
service. That, and printing what a service sends, is left to whoever calls.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qa.relay.protocol import (
    RELAYED,
    Command,
    Printed,
    begin_name,
    find_folder,
    find_program,
    is_own,
)

if TYPE_CHECKING:
    import socket

_HERE = frozenset({"--local", "--help"})
_GREETING_S = 0.5  # a service that is stopped does not greet
_ANSWER_S = 3.0
_TERMINAL = ("NO_COLOR", "FORCE_COLOR", "TERM")


def relay(arguments: Sequence[str]) -> Printed | None:
    """What a service prints for a command; None where it is to be carried out here."""
    if not arguments or arguments[0] not in RELAYED or not _HERE.isdisjoint(arguments):
        return None
    data = _find_data(arguments)
    try:
        place = find_folder()
        # What somebody else has put there is not to be told the question.
        if not is_own(place):
            return None
        sockets = sorted(place.glob(f"{begin_name(Path(data))}*"))
    except OSError:
        return None
    if not sockets:
        return None
    command = _describe(arguments, data)
    first = os.getpid() % len(sockets)  # several services take turns
    answers = (_ask(each, command) for each in sockets[first:] + sockets[:first])
    return next((printed for printed in answers if printed is not None), None)


def _find_data(arguments: Sequence[str]) -> str:
    """The data folder that the arguments name, as far as can be told without reading them all.

    A service reads them in earnest, and leaves alone what is about another folder.
    """
    data = os.environ.get("QA_DATA", "data")
    for place, argument in enumerate(arguments):
        if argument == "--data":
            data = "".join(arguments[place + 1 : place + 2])
        elif argument.startswith("--data="):
            data = argument.removeprefix("--data=")
    return data


def _describe(arguments: Sequence[str], data: str) -> Command:
    """The command with all that its answer may depend on."""
    # Imported here: most of what this file does is to find that there is no service.
    import shutil
    from datetime import date

    environment = {
        name: text
        for name, text in os.environ.items()
        if name.startswith("QA_") or name in _TERMINAL
    }
    return Command(
        arguments=list(arguments),
        folder=str(Path.cwd()),
        data=data,
        environment=environment,
        columns=shutil.get_terminal_size().columns,
        stdout_is_terminal=sys.stdout.isatty(),
        stderr_is_terminal=sys.stderr.isatty(),
        today=date.today().isoformat(),
    )


def _ask(address: Path, command: Command) -> Printed | None:
    """What the service at an address prints; None when it does not, or not in time."""
    import json
    import socket
    from dataclasses import asdict

    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.settimeout(_GREETING_S)
            connection.connect(str(address))
            if _read_line(connection, _GREETING_S).decode() != find_program():
                return None
            connection.settimeout(_GREETING_S)
            connection.sendall(json.dumps(asdict(command)).encode() + b"\n")
            return Printed(**json.loads(_read_line(connection, _ANSWER_S)))
        except (OSError, ValueError, TypeError):
            return None


def _read_line(connection: "socket.socket", timeout_s: float) -> bytes:
    """A line without its end. Raises OSError when it is not there in time."""
    import time

    until = time.monotonic() + timeout_s
    line = b""
    while not line.endswith(b"\n"):
        connection.settimeout(max(0.001, until - time.monotonic()))
        part = connection.recv(1 << 16)
        if not part:
            raise ConnectionError("It was closed.")
        line += part
    return line[:-1]
