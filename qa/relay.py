"""How a command is passed on to a service over the same data folder, and what it prints comes back.

A service listens on a Unix socket of its own in `services`, in its data folder, that its owner
alone may open: who can do that can read the folder too, so no key is asked for. It greets with the
program that it is, is sent a `Command` as a line of JSON, and sends what is `Printed` as another;
it closes without one where the command is not for it. No socket is needed to know of its service's
end: one that nobody listens on refuses at once.

A command begins with this file, which for that imports little.
"""

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

RELAYED = ("ask", "timeline")
"""The commands that are passed on."""
FOLDER_NAME = "services"
MAX_BYTES = 1 << 20
"""Of a command: more than a command line and its settings come to."""

_PACKAGES = ("qa", "embeddings")
_PARTS = (".py", ".json", ".tsv")
_INSTALLED = "*.dist-info"  # https://peps.python.org/pep-0376/


@dataclass(frozen=True, slots=True)
class Command:
    """A command line as it was given, without the program's name, and what else it goes by.

    `folder` is where it was given, and `data` the data folder as it was named there. `today` is as
    2025-12-31, and `environment` what of it counts.
    """

    arguments: list[str]
    folder: str
    data: str
    environment: dict[str, str]
    columns: int
    stdout_is_terminal: bool
    stderr_is_terminal: bool
    today: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command prints on stdout and stderr, and the status that it ends with."""

    out: str
    err: str
    status: int


def find_program() -> str:
    """Which program this is, in one line: another one where any of its code differs, or the version
    of any package that is installed with it.

    It is read from the disk: to be called before that can have changed.
    """
    root = Path(__file__).resolve().parent.parent
    checksum = 0
    for package in _PACKAGES:
        for folder, folders, names in os.walk(root / package):
            folders.sort()
            for name in sorted(names):
                if name.endswith(_PARTS):
                    checksum = zlib.crc32(name.encode(), checksum)
                    checksum = zlib.crc32(Path(folder, name).read_bytes(), checksum)
    for name in sorted(_find_installed()):
        checksum = zlib.crc32(name.encode(), checksum)
    return f"{checksum:08x} {sys.hexversion:08x} {sys.prefix!r}"


def _find_installed() -> set[str]:
    """The packages installed, each as name and version, by the folders that tell of them."""
    found: set[str] = set()
    for place in sys.path:
        with suppress(OSError):  # no folder, but an archive, or nothing
            found.update(each.name for each in Path(place).glob(_INSTALLED))
    return found


@contextmanager
def open_folder(data: Path) -> Iterator[tuple[int, Path]]:
    """The folder of sockets, as a descriptor and a path of few characters. Raises OSError.

    A socket's address has 107 bytes at most (unix(7)), which the path of a folder may exceed.
    """
    path = data / FOLDER_NAME
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        short = Path(f"/proc/self/fd/{descriptor}")
        yield descriptor, short if short.is_dir() else path
    finally:
        os.close(descriptor)
