"""What both ends of the relay agree on: what is sent, between which programs, by which socket.

A service listens on a Unix socket of its own, in a folder for temporary files that its user alone
may enter: whoever can do that can read the data folder too, so no key is asked for. It lies beside
the data folder's others by that one's number on its disk, not in it: sockets can be neither copied
nor archived, and one that was killed leaves its own. A service greets with the program that it is,
is sent a `Command` as a line of JSON, and sends what is `Printed` as another; it closes without one
where the command is not for it. No socket is needed to know of its service's end: one that nobody
listens on refuses at once. Connecting and listening are left to `sending` and `door`.

A command begins with this file, which for that imports little.
"""

import os
import stat
import sys
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

RELAYED = ("ask", "timeline")
"""The commands that are passed on."""
MAX_BYTES = 1 << 20
"""Of a command: more than a command line and its settings come to."""

_PACKAGES = ("qa", "embeddings")
_PARTS = (".py", ".json", ".tsv")
_INSTALLED = "*.dist-info"  # https://peps.python.org/pep-0376/


@dataclass(frozen=True, slots=True)
class Command:
    """A command line as it was given, without the program's name, and what else it goes by.

    `folder` is where it was given, and `data` the data folder as it was named there. `today` is its
    machine's day, as 2025-12-31, and `environment` what of it counts.
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
    root = Path(__file__).resolve().parents[2]
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


def find_folder() -> Path:
    """The folder of the sockets of this user's services; see `is_own` before it is used."""
    return Path(os.environ.get("TMPDIR") or "/tmp", f"release-qa-{os.geteuid()}")


def is_own(folder: Path) -> bool:
    """Whether a folder is this user's, and nobody else may enter it. Raises OSError for none.

    Where all may write, somebody else could have made it.
    """
    status = folder.lstat()
    closed = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    return closed and status.st_uid == os.geteuid()


def begin_name(data: Path) -> str:
    """What the names of the sockets of a data folder begin with, however its path is written.

    Another folder in its place has others. Raises OSError when there is none.
    """
    status = data.stat()
    return f"{status.st_dev:x}-{status.st_ino:x}-"
