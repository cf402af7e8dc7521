"""The service's own door for commands on its machine: a Unix socket.

What comes in by it is described in `qa.relay.protocol`, and carried out by `qa.relay.performing`.
It is let in as questions over HTTP are, and noted in the journal as they are; who may open the door
is a matter of the file's permissions alone.
"""

import asyncio
import fcntl
import json
import logging
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from http import HTTPStatus
from pathlib import Path

from fastapi import HTTPException

from qa.api.admission import Admission
from qa.api.desk import Desk
from qa.api.journal import Entry, Line
from qa.relay.performing import CommandLine
from qa.relay.protocol import MAX_BYTES, RELAYED, Command, Printed, begin_name, find_folder, is_own
from qa.retrieval.asking import Asker
from qa.settings import Settings

_BACKLOG = 128
_log = logging.getLogger("qa.requests")


@asynccontextmanager
async def open_door(
    settings: Settings,
    performer: CommandLine,
    desk: Desk,
    admission: Admission,
    keep: Callable[[Entry], None],
) -> AsyncIterator[None]:
    """Have commands carried out by `performer`, if a socket can be made.

    A command that is at work when this context ends gets no answer: the program that gave it then
    carries it out itself.
    """
    door = _Door(performer, desk, admission, keep, settings)
    with ExitStack() as opened:
        try:
            listener = opened.enter_context(_listen(settings.data))
        except OSError as error:
            _log.info("`qa ask` will not find this service: %s.", error)
            yield
            return

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                if listener.is_in_place():
                    await door.serve(reader, writer)
            finally:
                writer.close()

        server = await asyncio.start_unix_server(serve, sock=listener.socket, limit=MAX_BYTES)
        try:
            yield
        finally:
            server.close()


@dataclass(frozen=True, slots=True)
class _Door:
    """What stands behind the door; `keep` counts what came in by it."""

    performer: CommandLine
    desk: Desk
    admission: Admission
    keep: Callable[[Entry], None]
    settings: Settings

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Greet, and answer one command."""
        writer.write(self.performer.program.encode() + b"\n")
        try:
            async with asyncio.timeout(self.settings.client_timeout_s):
                command = Command(**json.loads(await reader.readline()))
        except (OSError, ValueError, TypeError):  # broken off, or none
            return
        if not command.arguments or command.arguments[0] not in RELAYED:
            return
        printed = await self._answer(command)
        if printed is not None:
            writer.write(json.dumps(asdict(printed)).encode() + b"\n")

    async def _answer(self, command: Command) -> Printed | None:
        """What a command prints; None where whoever gave it is to carry it out."""
        entry = Entry(
            secrets.token_hex(8),
            "UNIX",
            may_hold_question=self.settings.log_questions,
            route=f"qa {command.arguments[0]}",
        )
        started = time.perf_counter()
        try:
            asker = self.desk.get()
            printed = await self.admission.run(lambda: self._work(command, asker, entry))
            entry.status = HTTPStatus.OK if printed is not None else HTTPStatus.CONFLICT
            return printed
        except HTTPException as error:
            entry.status = error.status_code
            return None
        finally:
            entry.took_s = time.perf_counter() - started
            self.keep(entry)
            _log.info("%s", Line(entry))

    def _work(self, command: Command, asker: Asker, entry: Entry) -> Printed | None:
        with entry.timing():
            performed = self.performer.perform(command, asker)
        if performed is None:
            return None
        printed, answer = performed
        if answer is not None:
            entry.note(answer)
        return printed


@dataclass(frozen=True, slots=True)
class _Listener:
    """A socket that listens for what is about a data folder, and what that was at the time."""

    socket: socket.socket
    data: Path
    was: os.stat_result

    def is_in_place(self) -> bool:
        """Whether the data folder is still the one that the socket was made for."""
        try:
            return os.path.samestat(self.data.stat(), self.was)
        except OSError:
            return False


@contextmanager
def _listen(data: Path) -> Iterator[_Listener]:
    """A socket of a new name, open to its owner alone, which goes with its file in the end.

    Those that services have left behind, which were not let end, go now. Raises OSError where none
    can be made.
    """
    folder = find_folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    if not is_own(folder):
        raise PermissionError(f"{folder} is no folder that this user alone may enter")
    path = folder / f"{begin_name(data)}{secrets.token_hex(4)}"
    with ExitStack() as opened:
        listening = opened.enter_context(socket.socket(socket.AF_UNIX))
        with _locked(folder):
            # One at a time: a socket that is about to listen seems left behind.
            for left in folder.iterdir():
                if _is_left_behind(left):
                    left.unlink(missing_ok=True)
            listening.bind(str(path))
            opened.callback(path.unlink, missing_ok=True)
            path.chmod(0o600)
            listening.listen(_BACKLOG)
        listening.setblocking(False)
        yield _Listener(listening, data, data.stat())


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Be the only one to change what is in a folder, of those who ask."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _is_left_behind(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.setblocking(False)
        try:
            connection.connect(str(address))
        except ConnectionRefusedError:
            return True
        except OSError:
            return False
        return False
