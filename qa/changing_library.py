"""What goes with a change of a library, before and after: what it follows, and what is to go.

Releases are put in by `qa.indexing`, and all of it is one transaction of `qa.release_library`.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from qa.addresses import normalise
from qa.errors import FetchError
from qa.page_cache import FILE_NAME as PAGES_NAME
from qa.page_cache import PageCache
from qa.records import Noted, Release
from qa.release_library import Library
from qa.schema import FILE_NAME
from qa.snapshot import Snapshot
from qa.upkeep import publish_if_missing
from qa.write_lock import Patience


@contextmanager
def changing(data: Path, patience: Patience | None = None) -> Iterator[Library]:
    """The library in `data`, made if need be, and changed by nobody else until the block ends.

    It is brought up to this version of the program, and has its index before and after: to open
    one of an earlier version raises its generation, or else the index is of another format.
    Raises as `Library` does, and IndexDamaged when the disk refuses.
    """
    with Library(data, patience) as library:
        publish_if_missing(data)
        yield library
        publish_if_missing(data)


def bring_up_to_date(data: Path, patience: Patience | None = None) -> None:
    """Bring the library in `data`, if there is one, up to this version of the program."""
    if (data / FILE_NAME).is_file():
        with changing(data, patience):
            pass


def read_sources(data: Path) -> dict[str, Noted]:
    """The sources that the library in `data` was synchronised with: `Snapshot.read_sources`.

    None where there is no library yet.
    """
    with _look_into(data) as snapshot:
        return {} if snapshot is None else snapshot.read_sources()


def read_stamps(data: Path) -> frozenset[str]:
    """The stamps of all generations of the library in `data`; none where there is no library."""
    with _look_into(data) as snapshot:
        return frozenset() if snapshot is None else frozenset(snapshot.stamps.values())


def find_changed(data: Path, releases: Sequence[Release]) -> list[Release]:
    """Those of `releases` that the library in `data` does not hold just as they are."""
    with _look_into(data) as snapshot:
        return list(releases) if snapshot is None else snapshot.find_changed(releases)


def finish_sites(data: Path, sites: Collection[str]) -> None:
    """Note that the library in `data` has all that the listings of these sites name, by address.

    Their next reading then ends where nothing is new. Raises SourceError when the pages kept
    cannot be used.
    """
    if not sites:
        return
    with closing(Snapshot(data)) as snapshot:
        stamp = snapshot.stamp
    if stamp is not None:
        with closing(PageCache(data / PAGES_NAME)) as pages:
            pages.finish(sites, stamp)


def forget_pages(data: Path, release_ids: Collection[str]) -> None:
    """Take out of the pages kept in `data` whatever may hold words of releases to be removed.

    Only the pages of the other releases stay. A feed or a listing has words of many: these go, and
    are fetched whole with the next reading. Raises SourceError when the pages cannot be used.
    """
    kept = data / PAGES_NAME
    if not release_ids or not kept.is_file():
        return
    with closing(Snapshot(data)) as snapshot:
        addresses = snapshot.read_addresses()
    removed = addresses.keys() & release_ids
    if not removed:
        return
    going = {normalised for each in removed for normalised in _normalise(addresses.get(each))}
    staying = {
        normalised
        for release_id, address in addresses.items()
        if release_id not in removed
        for normalised in _normalise(address)
    }
    with closing(PageCache(kept)) as pages:
        pages.keep_only(staying - going)


def _normalise(address: str | None) -> Iterator[str]:
    """An address as pages are kept under, if it is one."""
    with suppress(FetchError):
        if address is not None:
            yield normalise(address)


@contextmanager
def _look_into(data: Path) -> Iterator[Snapshot | None]:
    """The library in `data`, for reading; None where there is none yet."""
    if not (data / FILE_NAME).is_file():
        yield None
        return
    with closing(Snapshot(data)) as snapshot:
        yield snapshot
