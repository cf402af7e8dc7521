"""Where a command stands: what it is given besides its arguments, and where what it prints goes.

Usually that is this process and its terminal. A service carries commands out for others, and gives
them what it has loaded: see `qa.relay.performing`.
"""

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Protocol

from qa import wiring
from qa.answers import Answer
from qa.cli.options import load_asker, say
from qa.output.terminal import Terminal, find_terminal
from qa.retrieval.asking import Asker
from qa.settings import Settings, read_settings


class Surroundings(Protocol):
    """Of a command that asks."""

    def find_today(self, settings: Settings) -> date:
        """The day that it is, in the time zone of the settings if they name one."""
        ...

    @property
    def terminal(self) -> Terminal:
        """What results are printed on."""
        ...

    @property
    def is_interactive(self) -> bool:
        """Whether somebody reads both results and messages at a terminal."""
        ...

    def read_settings(self, *, data: Path | None, model: str | None) -> Settings:
        """The settings, with these options in place of anything else. Raises SettingsError."""
        ...

    def open_asker(self, settings: Settings) -> Asker:
        """What answers from the library of the settings, as it is now. Raises QaError."""
        ...

    def write(self, text: str) -> None:
        """Put text on stdout."""
        ...

    def say(self, message: str) -> None:
        """Put a line on stderr."""
        ...

    def note(self, answer: Answer) -> None:
        """Hear of an answer."""
        ...


class Here:
    """This process."""

    def find_today(self, settings: Settings) -> date:
        return settings.find_today()

    @property
    def terminal(self) -> Terminal:
        return find_terminal(
            is_terminal=sys.stdout.isatty(),
            columns=shutil.get_terminal_size().columns,
            environment=os.environ,
        )

    @property
    def is_interactive(self) -> bool:
        return sys.stdout.isatty() and sys.stderr.isatty()

    def read_settings(self, *, data: Path | None, model: str | None) -> Settings:
        return read_settings(data=data, model=model)

    def open_asker(self, settings: Settings) -> Asker:
        wiring.require_library(settings)
        return load_asker(settings)

    def write(self, text: str) -> None:
        sys.stdout.write(text)

    def say(self, message: str) -> None:
        say(message)

    def note(self, answer: Answer) -> None:
        """Nobody is told."""
