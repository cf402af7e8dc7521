"""Commands carried out within a service, for those who gave them elsewhere on its machine.

They are read and carried out by the code that does so anywhere; only their surroundings are others,
those that `qa.cli.surroundings` asks for. Listening for them is left to `qa.relay.door`.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import typer

from qa.answers import Answer
from qa.errors import QaError
from qa.output.terminal import Terminal, find_terminal, make_safe
from qa.relay.protocol import Command, Printed, find_program
from qa.retrieval.asking import Asker
from qa.settings import Settings, make_settings


class Declined(Exception):
    """A command is for whoever gave it to carry out."""


class CommandLine:
    """Carries out `commands` with what a service loads by its settings, later than this is made.

    `folder` is where relative paths in these begin. `program` is what `find_program` said when this
    was made.
    """

    def __init__(self, commands: typer.Typer, settings: Settings, folder: Path) -> None:
        self.program = find_program()
        self._basis = _find_basis(settings, folder)
        self._commands = typer.main.get_command(commands).commands  # type: ignore[attr-defined]

    def perform(self, command: Command, asker: Asker) -> tuple[Printed, Answer | None] | None:
        """What a command prints, and the answer in it, if any. None where it is not for a service.

        That is when the library has a newer generation than `asker`, when the command goes by other
        settings, reads or writes what its giver has, or comes to an error.
        """
        name, *arguments = command.arguments
        there = _There(command, asker, self._basis)
        try:
            with self._commands[name].make_context(name, arguments, obj=there) as context:
                if context.params.get("question") is None or context.params.get("svg") is not None:
                    return None
                status = 0
                try:
                    context.command.invoke(context)
                except typer.Exit as end:
                    status = end.exit_code
        except (Declined, QaError, typer.TyperException):
            return None
        return Printed("".join(there.out), "".join(there.err), status), there.answer


def _find_basis(settings: Settings, folder: Path) -> dict[str, object]:
    """What answers go by beside the library: settings, their paths as seen from `folder`.

    What is a file or folder is told by when it was changed, too.
    """
    basis: dict[str, object] = settings.choose_for_answers()
    for name in ("model", "ranking", "reranker"):
        if given := basis[name]:
            place = folder / str(given)
            with suppress(OSError):  # it is a name, and no path
                status = place.stat()
                basis[name] = (place.resolve(), status.st_mtime_ns, status.st_size)
    return basis


@dataclass(frozen=True, slots=True)
class _There:
    """The surroundings of a command that was given elsewhere: see `qa.cli.surroundings`."""

    command: Command
    asker: Asker
    basis: dict[str, object]
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    @property
    def answer(self) -> Answer | None:
        return self.answers[0] if self.answers else None

    def find_today(self, settings: Settings) -> date:
        # That process may have a TZ of its own.
        machines = date.fromisoformat(self.command.today)
        return settings.find_today() if settings.timezone else machines

    @property
    def terminal(self) -> Terminal:
        return find_terminal(
            is_terminal=self.command.stdout_is_terminal,
            columns=self.command.columns,
            environment=self.command.environment,
        )

    @property
    def is_interactive(self) -> bool:
        return self.command.stdout_is_terminal and self.command.stderr_is_terminal

    def read_settings(self, *, data: Path | None, model: str | None) -> Settings:
        return make_settings(self.command.environment, data=data, model=model)

    def open_asker(self, settings: Settings) -> Asker:
        """Raises Declined when the service's is not what would answer there."""
        if (
            settings.data != Path(self.command.data)
            or _find_basis(settings, Path(self.command.folder)) != self.basis
            or not self.asker.snapshot.is_current()
        ):
            raise Declined
        return self.asker

    def write(self, text: str) -> None:
        self.out.append(text)

    def say(self, message: str) -> None:
        self.err.append(make_safe(message) + "\n")

    def note(self, answer: Answer) -> None:
        self.answers.append(answer)
