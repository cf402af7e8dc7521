"""Releases from files, folders and the web: what is read, in what order, by which parser.

A file is read as the end of its name says (`qa.reading.forms`); a `.toml` file describes a web site
to be read (`qa.reading.sites`); an address is fetched (`qa.reading.crawling`). A folder is read
with the folders inside it, by name. Passed over in a folder, without a word, is only what is
plainly no source of releases: hidden files and folders, files called README, LICENSE, NOTICE,
CHANGELOG or CONTRIBUTING, and a JSON Lines file whose first object is a test question (it has a
field `question` and no `title`, `published` or `body`). Any other file in it that cannot be read is
a problem, and so is any of these when it is named itself.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.crawling import read_address, read_site
from qa.reading.decoding import decode_text
from qa.reading.fetching import Fetcher
from qa.reading.forms import SUFFIXES, Content, Form, form_of_name, is_questions, scan
from qa.reading.identity import Found, settle
from qa.reading.sites import parse_site
from qa.records import Problem, Reading

_SITE = ".toml"
_ADDRESS = lazy_regex(r"https?://", re.IGNORECASE)
_ABOUT = lazy_regex(r"(?i)(readme|license|notice|changelog|contributing)(\..*)?")

OpenFetcher = Callable[[], Fetcher]
"""Makes what fetches pages, when the first has to be; it is closed after the last."""


def read_sources(wheres: Sequence[str | Path], open_fetcher: OpenFetcher | None = None) -> Reading:
    """The releases of all sources, in the order of `wheres`, and whatever could not be read.

    A source is the path of a file or folder, or an address. Without `open_fetcher` what has to be
    fetched is a problem. A release met again, in any form, is settled as
    `qa.reading.identity.settle` says. A file met twice is read once. Raises SourceError when a path
    does not exist or is empty, or when nothing at all can be read.
    """
    for where in wheres:
        _require_words(where)
    with ExitStack() as stack:
        reader = _Reader(wheres, open_fetcher, stack)
        entries = [entry for where in wheres for entry in reader.read(where)]
    if not reader.texts:
        raise SourceError(_say_nothing(wheres, entries))
    return replace(
        settle(entries),
        passing=frozenset(_find_passing(entries)),
        finished=frozenset(reader.finished),
    )


def name_source(where: str | Path) -> str:
    """What a source is known by, from wherever it is named: an address, or the whole path.

    Raises SourceError for an empty one.
    """
    _require_words(where)
    return str(where) if is_address(where) else _name(Path(where).resolve())


def is_address(where: str | Path) -> bool:
    """Whether a source is an address on the web, and no path.

    >>> is_address("https://example.org/feed.xml"), is_address("seeds")
    (True, False)
    """
    return isinstance(where, str) and _ADDRESS.match(where) is not None


def _require_words(where: str | Path) -> None:
    """An empty path would be that of the folder one happens to be in, with all that is there."""
    if where == "":
        raise SourceError(
            "expected a file, a folder or an address, found an empty argument; name one, or write "
            '"." for the folder you are in'
        )


def _find_passing(entries: Iterable[Found | Problem]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Found):
            feed = form_of_name(entry.source) is Form.FEED
            if feed or is_address(entry.source):
                yield entry.release.id


class _Reader:
    """Reads one source after another.

    `texts` counts what could be read; `finished` are the sites of which nothing is wanting.
    """

    def __init__(
        self,
        wheres: Sequence[str | Path],
        open_fetcher: OpenFetcher | None,
        stack: ExitStack,
    ) -> None:
        self.texts = 0
        self.finished: set[str] = set()
        self._named = {Path(where) for where in wheres if not is_address(where)}
        self._seen: set[Path | str] = set()
        self._open_fetcher = open_fetcher
        self._stack = stack
        self._fetcher: Fetcher | None = None

    def read(self, where: str | Path) -> Iterator[Found | Problem]:
        if isinstance(where, str) and is_address(where):
            yield from self._read_address(where)
            return
        for file in _find_files(Path(where)):
            if isinstance(file, Problem):
                yield file
                continue
            try:
                yield from self._read_file(file)
            except SourceError as error:
                yield _report(file, str(error))

    def _read_address(self, url: str) -> Iterator[Found | Problem]:
        try:
            if url in self._seen:
                raise SourceError("this address has been read already; name it once")
            self._seen.add(url)
            found = list(read_address(url, self._fetch_with()))
            self.texts += 1
        except SourceError as error:
            found = [Problem(url, 1, str(error))]
        yield from found or [Problem(url, 1, _NO_RELEASE)]

    def _read_file(self, file: Path) -> Iterator[Found | Problem]:
        form = form_of_name(file.name)
        is_site = file.suffix.lower() == _SITE
        if form is None and not is_site:
            raise SourceError(_say_unknown(file))
        content = Content(_name(file), _read_bytes(file))
        if form and file not in self._named and is_questions(form, content):
            return
        if file.resolve() in self._seen:
            said = "this file has been read already; name it once"
            yield Problem(_name(file), 1, said, is_repeat=True)
            return
        self._seen.add(file.resolve())
        found = self._read_site(content) if form is None else scan(form, content)
        is_empty = True
        self.texts += 1
        for entry in found:
            is_empty = False
            yield entry
        if is_empty:
            yield _report(file, _NO_RELEASE)

    def _read_site(self, content: Content) -> Iterator[Found | Problem]:
        site = parse_site(decode_text(content.data))
        if (yield from read_site(site, content.name, self._fetch_with())):
            self.finished.add(site.url)

    def _fetch_with(self) -> Fetcher:
        if self._open_fetcher is None:
            raise SourceError("expected files that are here, found what has to be fetched")
        if self._fetcher is None:
            self._fetcher = self._stack.enter_context(self._open_fetcher())
        return self._fetcher


def _find_files(path: Path) -> Iterator[Path | Problem]:
    """The file named, or those in the folder named, or why something there is none."""
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


def _read_bytes(path: Path) -> bytes:
    """What is in a file; raises SourceError with what to do when it cannot be read."""
    try:
        if not path.is_file():
            raise SourceError("expected a file, found a broken link or a device; take it out")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(_say_unreadable(path, error)) from error


_NO_RELEASE = "expected at least one release, found none; fill it or take it out"


def _report(path: Path, reason: str) -> Problem:
    return Problem(_name(path), 1, reason)


def _name(path: Path | str) -> str:
    # A name that is not UTF-8 on disk must still be printable.
    return str(path).encode("utf-8", "replace").decode()


def _say_unreadable(path: Path, error: OSError) -> str:
    return f"expected to read {_name(path)}, found: {error.strerror}; check its permissions"


def _say_unknown(file: Path) -> str:
    known = ", ".join(form.value for form in Form)
    return (
        f'expected {known} or a site (.toml), found "{file.suffix}"; convert it, rename it or '
        "take it out"
    )


def _say_nothing(wheres: Sequence[str | Path], entries: Sequence[Found | Problem]) -> str:
    named = ", ".join(map(_name, wheres)) or "no path at all"
    found = "".join(f"\n  {entry}" for entry in entries[:5])
    more = f"\n  and {len(entries) - 5} more" if len(entries) > 5 else ""
    return (
        f"expected at least one readable source of releases ({', '.join(SUFFIXES)}, {_SITE} or an "
        f"address), found none in {named}; name one, or a folder that holds one{found}{more}"
    )
