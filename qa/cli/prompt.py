"""The prompt of `qa ask`: lines typed at a terminal, with a history that outlives the session.

Line editing is GNU readline's (https://docs.python.org/3/library/readline.html); the history is
in the state folder of the XDG Base Directory Specification, for its owner's eyes alone.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from qa.cli.hints import find_hints
from qa.cli.options import say
from qa.cli.session import COMMANDS, Session
from qa.errors import QaError

_PROMPT = "qa> "
_KEPT = 1000  # lines of history
_LEAVE = (":quit", ":q", ":exit")
_WAKE_S = 1  # within which an interrupt is heard, wherever it came


def run_prompt(session: Session) -> None:
    """Do what the lines typed say, until :quit or the end of input. For the main thread alone.

    An interrupt drops the line, or the answer being made.
    """
    heeded = False

    def interrupt(*_: object) -> None:
        # Once: while one is being seen to there is nothing that another could drop.
        nonlocal heeded
        if heeded:
            heeded = False
            raise KeyboardInterrupt

    with _handle_signals(interrupt), _keep_history(find_history(os.environ)):
        while True:
            try:
                heeded = True
                _run_lines(session)
                return
            except KeyboardInterrupt:
                say("")


def find_history(environment: Mapping[str, str]) -> Path:
    """Where the lines of earlier sessions are kept.

    >>> find_history({"XDG_STATE_HOME": "/home/kim/state"}).as_posix()
    '/home/kim/state/release-qa/history'
    """
    state = Path(environment.get("XDG_STATE_HOME", ""))
    # What is not absolute is to be ignored, says the specification.
    folder = state if state.is_absolute() else Path.home() / ".local" / "state"
    return folder / "release-qa" / "history"


def _run_lines(session: Session) -> None:
    """Do what each line says. Raises KeyboardInterrupt."""
    while True:
        try:
            line = _read_line()
        except EOFError:
            say("")
            return
        if line in _LEAVE:
            return
        if line:
            _run(session, line)


def _run(session: Session, line: str) -> None:
    before = session.answer
    try:
        print(session.run(line), end="\n\n", flush=True)
    except QaError as error:
        say(str(error))
    if session.answer is not None and session.answer is not before:
        for hint in find_hints(session.answer):
            say(f"{hint.said}: {hint.line}")


def _read_line() -> str:
    # What waits for keys looks for interrupts only when it is woken. One that came just before it
    # began to wait would be heard with the next key.
    signal.setitimer(signal.ITIMER_REAL, _WAKE_S, _WAKE_S)
    try:
        if sys.stdout.isatty():
            return input(_PROMPT).strip()
        # Results go elsewhere, and the prompt is none.
        print(_PROMPT, end="", file=sys.stderr, flush=True)
        return input().strip()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextlib.contextmanager
def _handle_signals(interrupt: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """`interrupt` is called for Ctrl-C, also where what started this had it ignored; alarms wake.

    What a script starts in the background ignores Ctrl-C, and so does all that is started from
    there, terminals as well.
    """
    interrupts = signal.signal(signal.SIGINT, interrupt)
    alarms = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGALRM, alarms)
        signal.signal(signal.SIGINT, interrupts)


@contextlib.contextmanager
def _keep_history(path: Path) -> Iterator[None]:
    """Line editing with the history of `path`, to which the lines of this session are added."""
    try:
        # Not part of every build of Python; without it lines are read unedited.
        import readline
    except ImportError:
        yield
        return
    readline.set_completer_delims("")
    readline.set_completer(_complete)
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        path.chmod(0o600)
        readline.read_history_file(path)
    except OSError as error:
        say(f"No history is kept: {path} cannot be used ({error.strerror}).")
        yield
        return
    held = readline.get_current_history_length()
    try:
        yield
    finally:
        readline.set_history_length(_KEPT)
        with contextlib.suppress(OSError):  # the disk is full: the session ends all the same
            readline.append_history_file(readline.get_current_history_length() - held, path)


def _complete(text: str, state: int) -> str | None:
    """The `state`-th command that begins with `text`."""
    found = [f"{command} " for command in COMMANDS if text and command.startswith(text)]
    return found[state] if state < len(found) else None
