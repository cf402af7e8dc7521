"""What was fetched from the web, kept so that it need not be fetched again: one SQLite file.

A page is kept with what HTTP needs to ask whether it has changed (https://www.rfc-editor.org/rfc/
rfc9111): its ETag and Last-Modified. A reading of a site that was stopped goes on from here. Which
sites were read to their end is kept with the stamp of the library that has taken it all in: it says
nothing to another library, or to one that was put back to an earlier state. The file holds nothing
that the web does not: it may be deleted at any time.
"""

import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from qa.errors import SourceError

FILE_NAME = "fetched.sqlite3"
_FORMAT = 2
_TABLES = """
create table if not exists page (
    url text primary key, final_url text not null, etag text, modified text, content_type text,
    fetched_at real not null, data blob not null
) without rowid;
create table if not exists finished (site text primary key, stamp text not null) without rowid;
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was got: its bytes, decompressed, and what HTTP said of it.

    `url` is where it was got from in the end, after redirects. `fetched_at` counts seconds since
    1970, UTC.
    """

    url: str
    data: bytes
    content_type: str | None
    etag: str | None
    modified: str | None
    fetched_at: float


class PageCache:
    """The pages fetched. One process writes at a time; others wait."""

    def __init__(self, path: Path, has_been: Callable[[str], bool] = lambda _stamp: False) -> None:
        """Open the file, or make it. Raises SourceError when it cannot be used.

        `has_been` tells whether a stamp is of any generation of the library that is read for.
        """
        self._path = path
        self._has_been = has_been
        with self._translated(), ExitStack() as unless_opened:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=30, isolation_level=None)
            unless_opened.callback(self._connection.close)
            self._connection.execute("pragma journal_mode = wal")
            found = self._connection.execute("pragma user_version").fetchone()[0]
            if found == 1:  # it told of no library
                # Gone already where one who opened it before was killed right behind this.
                self._connection.execute("drop table if exists finished")
            elif found not in (0, _FORMAT):
                raise SourceError(
                    f"expected pages in form {_FORMAT} in {path}, found form {found}; delete it"
                )
            self._connection.executescript(_TABLES)
            self._connection.execute(f"pragma user_version = {_FORMAT}")
            unless_opened.pop_all()

    def find(self, url: str) -> Page | None:
        """The page kept for an address, if there is one."""
        with self._translated():
            row = self._connection.execute(
                "select final_url, data, content_type, etag, modified, fetched_at from page"
                " where url = ?",
                (url,),
            ).fetchone()
            if row is None:
                return None
            final_url, data, content_type, etag, modified, fetched_at = row
            data = zlib.decompress(data)
        return Page(final_url, data, content_type, etag, modified, fetched_at)

    def holds(self, url: str) -> bool:
        """Whether a page is kept for an address."""
        with self._translated():
            row = self._connection.execute("select 1 from page where url = ?", (url,))
            return row.fetchone() is not None

    def keep(self, url: str, page: Page) -> None:
        """Keep what was got for `url`, in place of what was kept for it."""
        with self._translated():
            self._connection.execute(
                "insert or replace into page values (?, ?, ?, ?, ?, ?, ?)",
                (
                    url,
                    page.url,
                    page.etag,
                    page.modified,
                    page.content_type,
                    page.fetched_at,
                    zlib.compress(page.data),
                ),
            )

    def keep_only(self, urls: Collection[str]) -> None:
        """Take out all pages but those kept for `urls`, which are normalised, wholly.

        What is freed is overwritten, and the write-ahead log emptied.
        """
        with self._translated():
            rows = self._connection.execute("select url from page").fetchall()
            others = [row for row in rows if row[0] not in urls]
            self._connection.execute("pragma secure_delete = on")
            self._connection.execute("begin immediate")
            self._connection.executemany("delete from page where url = ?", others)
            self._connection.execute("commit")
            # What was replaced before, by whatever build of SQLite, may stand in what is free.
            self._connection.execute("vacuum")
            self._connection.execute("pragma wal_checkpoint(truncate)")

    def is_finished(self, site: str) -> bool:
        """Whether the library has all of a site's listing, and nothing is wanting since."""
        with self._translated():
            row = self._connection.execute("select stamp from finished where site = ?", (site,))
            return any(self._has_been(stamp) for (stamp,) in row.fetchall())

    def finish(self, sites: Iterable[str], stamp: str) -> None:
        """Note that the library, of whose generation this is the stamp, has all of these sites."""
        with self._translated():
            self._connection.executemany(
                "insert or replace into finished values (?, ?)", [(site, stamp) for site in sites]
            )

    def unfinish(self, site: str) -> None:
        """Take back that the library has all of a site's listing."""
        with self._translated():
            self._connection.execute("delete from finished where site = ?", (site,))

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, zlib.error, OSError) as error:
            raise SourceError(
                f"expected to read and write the pages kept in {self._path}, found: {error}; check "
                "its permissions and the disk, or delete it"
            ) from error
