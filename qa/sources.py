"""Releases from files and folders: which files are read, in what order, and their encodings.

A `.txt` file is a listing (`qa.listing`); `.jsonl` and `.ndjson` files are JSON Lines
(`qa.jsonlines`). A folder is read with the folders inside it, by name. Passed over in a folder,
without a word, is only what is plainly no source of releases: hidden files and folders, files
called README, LICENSE, NOTICE, CHANGELOG or CONTRIBUTING, and a JSON Lines file whose first
object is a test question (it has a field `question` and no `title`, `published` or `body`). Any
other file in it that cannot be read is a problem, and so is any of these when it is named itself.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from qa.errors import SourceError
from qa.identity import Found, settle
from qa.jsonlines import holds_questions, scan_json_lines
from qa.listing import scan_listing
from qa.records import Problem, Reading

_JSON_LINES = (".jsonl", ".ndjson")
_READ = (".txt", *_JSON_LINES)
_ABOUT = re.compile(r"(?i)(readme|license|notice|changelog|contributing)(\..*)?")
_PAIR = re.compile(rb"[\x81-\xfe][\x41-\xfe]")
_COMMON_PAIR = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]")
_MIN_COMMON = 0.9  # share of the pairs of real Korean text that lie in KS X 1001


def read_releases(paths: Sequence[Path]) -> Reading:
    """The releases of all files, in the order of `paths`, and whatever could not be read.

    A release met again, in any file, is settled as `qa.identity.settle` says. A file met twice is
    read once. Raises SourceError when a path does not exist, or when none leads to a text that
    can be read.
    """
    entries: list[Found | Problem] = []
    seen: set[Path] = set()
    texts = 0
    for file in _find_files(paths):
        if isinstance(file, Problem):
            entries.append(file)
            continue
        try:
            text = _read_text(file)
        except SourceError as error:
            entries.append(_report(file, str(error)))
            continue
        is_named = file in paths
        if _is_questions(file, text) and not is_named:
            continue
        if file.resolve() in seen:
            entries.append(_report(file, "this file has been read already; name it once"))
            continue
        seen.add(file.resolve())
        texts += 1
        entries.extend(_scan(file, text))
    if not texts:
        raise SourceError(_say_nothing(paths, entries))
    return settle(entries)


def _find_files(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """The files named and those in the folders named, or why something there is none."""
    for path in paths:
        try:
            is_there, is_folder = path.exists(), path.is_dir()
        except OSError as error:
            raise SourceError(_say_unreadable(path, error)) from error
        if not is_there:
            raise SourceError(
                f"expected a file or folder of releases, found nothing at {_name(path)}; "
                "correct the path"
            )
        yield from _find_in_folder(path) if is_folder else iter([path])


def _find_in_folder(folder: Path) -> Iterator[Path | Problem]:
    try:
        inside = [(path, path.is_dir()) for path in sorted(folder.iterdir())]
    except OSError as error:
        yield _report(folder, _say_unreadable(folder, error))
        return
    for path, is_folder in inside:
        if path.name.startswith(".") or (_ABOUT.fullmatch(path.name) and not is_folder):
            continue
        if not is_folder:
            yield path
        elif path.is_symlink():
            yield _report(path, "expected a folder, found a link to one, not followed; name it too")
        else:
            yield from _find_in_folder(path)


def _read_text(path: Path) -> str:
    """The text of a file; raises SourceError with what to do when there is none to be had."""
    if path.suffix.lower() not in _READ:
        raise SourceError(
            f"expected a listing (.txt) or JSON Lines (.jsonl, .ndjson), found "
            f'"{path.suffix}"; convert it, rename it or take it out'
        )
    try:
        if not path.is_file():
            raise SourceError("expected a file, found a broken link or a device; take it out")
        text = decode_text(path.read_bytes())
    except OSError as error:
        raise SourceError(_say_unreadable(path, error)) from error
    if "\0" in text:
        raise SourceError(
            "expected text, found NUL characters, as in a binary file or UTF-16 without its byte "
            "order mark; save it as UTF-8"
        )
    return text


def decode_text(data: bytes) -> str:
    r"""UTF-8 with or without a byte order mark, UTF-16 with one, or else Korean cp949.

    Nearly any bytes can be read as cp949, so those that make mostly syllables outside KS X 1001,
    rare in real Korean, are refused: they are curly quotes of another 8-bit encoding. Raises
    SourceError.

    >>> decode_text("등록일".encode("cp949"))
    '등록일'
    """
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        fault = error
    if not is_utf_16 and _is_common_korean(data):
        try:
            return data.decode("cp949")
        except UnicodeDecodeError:
            pass
    raise SourceError(
        "expected UTF-8, UTF-16 with a byte order mark or Korean cp949, found bytes that are none "
        f"of them (the first at {fault.start}); save it as UTF-8"
    ) from fault


def _is_common_korean(data: bytes) -> bool:
    pairs = _PAIR.findall(data)
    common = sum(_COMMON_PAIR.fullmatch(pair) is not None for pair in pairs)
    return common >= _MIN_COMMON * len(pairs)


def _is_questions(path: Path, text: str) -> bool:
    return path.suffix.lower() in _JSON_LINES and holds_questions(text)


def _scan(path: Path, text: str) -> Iterator[Found | Problem]:
    if _is_questions(path, text):
        yield _report(path, "expected releases, found test questions; name a file of releases")
        return
    scan = scan_json_lines if path.suffix.lower() in _JSON_LINES else scan_listing
    is_empty = True
    for entry in scan(text, _name(path)):
        is_empty = False
        yield entry
    if is_empty:
        yield _report(path, "expected at least one release, found none; fill it or take it out")


def _report(path: Path, reason: str) -> Problem:
    return Problem(_name(path), 1, reason)


def _name(path: Path) -> str:
    # A name that is not UTF-8 on disk must still be printable.
    return str(path).encode("utf-8", "replace").decode()


def _say_unreadable(path: Path, error: OSError) -> str:
    return f"expected to read {_name(path)}, found: {error.strerror}; check its permissions"


def _say_nothing(paths: Sequence[Path], entries: Sequence[Found | Problem]) -> str:
    named = ", ".join(_name(path) for path in paths) or "no path at all"
    found = "".join(f"\n  {entry}" for entry in entries[:5])
    more = f"\n  and {len(entries) - 5} more" if len(entries) > 5 else ""
    return (
        "expected at least one readable .txt, .jsonl or .ndjson file of releases, found none in "
        f"{named}; name such a file or a folder that holds one{found}{more}"
    )
