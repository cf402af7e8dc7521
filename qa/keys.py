"""Who may ask the service, and who may change what it holds: keys, in a file of the data folder.

A key is shown once, when it is made, and only its SHA-256 is kept. That is enough, where a password
would need a slow hash such as scrypt: a key has 256 random bits, so there is nothing to guess, and
it is looked up with every request.

The file is read by a running service and written by `qa keys`, whole and by rename, so that either
the old or the new is there. What was revoked stays in it: a service whose last key is revoked lets
nobody in, where one that never had any lets in whoever is on its machine.
"""

import hashlib
import hmac
import json
import os
import secrets
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from filelock import FileLock

from embeddings.files import flush
from qa.errors import KeyRingError
from qa.lazy_regex import lazy_regex

FILE_NAME = "keys.json"
_PREFIX = "qa_"  # so that a key can be told from other words, in a log or a commit
_NAME = lazy_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Right(StrEnum):
    """What a key is for. Neither holds the other."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept: `sha256` is that of the key itself, in hex."""

    name: str
    sha256: str
    rights: tuple[Right, ...]
    made: date
    revoked: date | None = None


class KeyRing:
    """The keys of a data folder. Safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / FILE_NAME
        # What the file was when it was read, and its keys: set at once, for other threads.
        self._read: tuple[tuple[int, int, int] | None, tuple[Key, ...]] = (None, ())

    def read(self) -> tuple[Key, ...]:
        """All keys, those revoked too, in the order they were made, as the file has them now.

        Raises KeyRingError when it cannot be read.
        """
        try:
            status = self._path.stat()
            # A new file has another inode, whatever its time and size.
            seen = (status.st_ino, status.st_mtime_ns, status.st_size)
            known, keys = self._read
            if seen != known:
                keys = _parse(self._path.read_bytes())
                self._read = seen, keys
            return keys
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KeyRingError(
                f"The keys in {self._path} cannot be read: {error}. Restore the file; without it "
                f"the service listens on this machine only, and asks for no key."
            ) from error

    def find(self, token: str) -> Key | None:
        """The key that these characters are, unless it was revoked. Raises as `read` does."""
        digest = _hash(token)
        found = None
        for key in self.read():
            # Each is compared, in constant time: how long it takes tells nothing of what is held.
            if hmac.compare_digest(key.sha256, digest) and key.revoked is None:
                found = key
        return found

    def add(self, name: str, rights: Sequence[Right], *, made: date) -> str:
        """A new key, which is kept nowhere but as its hash.

        Raises KeyRingError when the name cannot be used or a key that counts has it.
        """
        if not _NAME.fullmatch(name):
            raise KeyRingError(
                f"Expected a name of 1 to 64 letters, digits, dots, lines and dashes, found "
                f"{name!r}."
            )
        token = _PREFIX + secrets.token_urlsafe(32)
        with self._lock():
            keys = self.read()
            if any(key.name == name and key.revoked is None for key in keys):
                raise KeyRingError(
                    f"There is a key {name!r} already. Take another name, or revoke that first: "
                    f"qa keys revoke {name}"
                )
            own = tuple(dict.fromkeys(rights))
            self._write([*keys, Key(name, _hash(token), own, made)])
        return token

    def revoke(self, name: str, *, revoked: date) -> None:
        """Have a key count no longer. Raises KeyRingError when no key that counts has the name."""
        # Before the lock, for which a folder would be made whose name was mistyped.
        self._require(name)
        with self._lock():
            self._require(name)
            self._write(
                [
                    replace(key, revoked=revoked) if key.name == name and not key.revoked else key
                    for key in self.read()
                ]
            )

    def _require(self, name: str) -> None:
        """Raise KeyRingError unless a key that counts has the name."""
        live = [key.name for key in self.read() if key.revoked is None]
        if name not in live:
            raise KeyRingError(
                f"No key is named {name!r} in {self.folder}. "
                f"There are: {', '.join(live) or 'none'}."
            )

    @contextmanager
    def _lock(self) -> Iterator[None]:
        lock = FileLock(self._path.with_suffix(".lock"))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except OSError as error:
            raise KeyRingError(
                f"The folder {self.folder} cannot be written to: {error.strerror}. Name "
                f"another one with --data, or run this as the user whose it is."
            ) from error
        try:
            yield
        finally:
            lock.release()

    def _write(self, keys: Sequence[Key]) -> None:
        text = json.dumps({"keys": [asdict(key) for key in keys]}, indent=2, default=str)
        try:
            with ExitStack() as unless_replaced:
                # Made readable by its owner alone, and written by nobody else meanwhile.
                descriptor, name = tempfile.mkstemp(prefix=FILE_NAME, dir=self.folder)
                draft = Path(name)
                unless_replaced.callback(draft.unlink)
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(text + "\n")
                    file.flush()
                    os.fsync(descriptor)
                draft.replace(self._path)
                unless_replaced.pop_all()
        except OSError as error:
            raise KeyRingError(
                f"{self._path} cannot be written: {error.strerror}. The keys are as they were."
            ) from error
        try:
            # Or a power cut could bring a key back that was revoked.
            flush(self.folder)
        except OSError as error:
            raise KeyRingError(
                f"{self._path} was written, but a power cut could undo it, as its folder cannot be "
                f"flushed: {error.strerror}. See what counts now: qa keys list"
            ) from error


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _parse(content: bytes) -> tuple[Key, ...]:
    """Raises ValueError, KeyError or TypeError when it is not what `_write` writes."""
    return tuple(
        Key(
            name=str(each["name"]),
            sha256=str(each["sha256"]),
            rights=tuple(Right(right) for right in each["rights"]),
            made=date.fromisoformat(each["made"]),
            revoked=date.fromisoformat(each["revoked"]) if each["revoked"] else None,
        )
        for each in json.loads(content)["keys"]
    )
