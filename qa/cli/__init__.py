"""The command `qa`: index releases, ask them, serve them, measure how well that works.

Results go to stdout and everything else to stderr. Exit status: 0 done, or answered; 1 not
found, below the mark asked for, or not read whole; 2 used wrongly, or something is missing; 75
another process was changing the library, and the same command may do it later (EX_TEMPFAIL of
https://man7.org/linux/man-pages/man3/sysexits.h.3head.html).
"""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from qa.errors import LibraryBusy, QaError
from qa.relay.sending import relay

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_ANSWERING = ("ask", "timeline", "serve", "mcp")
_TRY_AGAIN = 75


def main(
    arguments: Sequence[str] | None = None, prepare: Callable[[], None] = lambda: None
) -> None:
    """Run the command line. Errors end it with a message on stderr and status 2, or 75.

    `prepare` is called before it is run in this process, and not where a service answers.
    """
    _prepare_streams()
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        try:
            printed = relay(given)
            if printed is None:
                prepare()
                _run(given)
                return
            sys.stdout.write(printed.out)
            sys.stdout.flush()
            sys.stderr.write(printed.err)
            sys.exit(printed.status)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        of_stdout = isinstance(error, _StdoutRefused)
        # What is said of a disk that fails may have come from reading as well.
        failed = (
            "stdout cannot be written to"
            if of_stdout
            else f"{error.filename or 'a file'} cannot be used"
        )
        print(f"qa: {failed}: {error.strerror}.", file=sys.stderr)
        if of_stdout:
            # What is left of it would be tried again, and complained of, when the process ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


class _StdoutRefused(OSError):
    """What was printed could not be written; of any other file it is a plain OSError."""


class _Stdout(io.TextIOWrapper):
    """Standard output, whose errors say whose they are."""

    def write(self, text: str) -> int:
        with _telling_refusals():
            return super().write(text)

    def flush(self) -> None:
        with _telling_refusals():
            super().flush()


@contextmanager
def _telling_refusals() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise _StdoutRefused(error.errno, error.strerror) from error


def _prepare_streams() -> None:
    """Put an empty one in place of each standard stream that the process was started without.

    Otherwise a file of the library would be given its number, and what is printed be put into it.
    And what a locale has no letter for is printed as its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Open to the end of the process.
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
        # The process's own, which stays open with it: not what took its place.
        if sys.stdout is sys.__stdout__:
            sys.stdout = _Stdout(
                sys.stdout.buffer,
                encoding=sys.stdout.encoding,
                errors=sys.stdout.errors,
                line_buffering=sys.stdout.line_buffering,
                write_through=sys.stdout.write_through,
            )


def _run(arguments: list[str]) -> None:
    """Carry a command out in this process."""
    # Waiting threads of PyTorch's pool would spin, and take the cores from those that work.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if arguments[:1] and arguments[0] in _ANSWERING:
        # Questions are what runs at once: threads within one are only in the way.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
    # Imported here: what a service answers does without.
    import logging

    from qa.cli.commands import app
    from qa.cli.options import say

    logging.getLogger("transformers").setLevel(logging.ERROR)
    try:
        app(args=arguments, prog_name="qa")
    except QaError as error:
        say(f"qa: {error}")
        sys.exit(_TRY_AGAIN if isinstance(error, LibraryBusy) else 2)
    except ModuleNotFoundError as error:
        # An installation may leave out what its commands do without, as the container image does.
        if (error.name or "qa").split(".")[0] in ("qa", "embeddings"):
            raise
        say(
            f"qa: this takes the package {error.name}, which is not installed here. scripts/setup "
            f"installs everything."
        )
        sys.exit(2)
