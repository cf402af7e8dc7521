"""The fetched pages that are kept beside a library, as releases come into it and go.

How they are kept is `qa.reading.page_cache`; how they are got, `qa.reading.fetching`.
"""

from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

from qa.errors import FetchError
from qa.reading.addresses import normalise
from qa.reading.page_cache import FILE_NAME, PageCache
from qa.storage.snapshot import Snapshot


def finish_sites(data: Path, sites: Collection[str]) -> None:
    """Note that the library in `data` has all that the listings of these sites name, by address.

    Their next reading then ends where nothing is new. Raises SourceError when the pages kept
    cannot be used.
    """
    if not sites:
        return
    with Snapshot(data) as snapshot:
        stamp = snapshot.stamp
    if stamp is not None:
        with closing(PageCache(data / FILE_NAME)) as pages:
            pages.finish(sites, stamp)


def forget_pages(data: Path, release_ids: Collection[str]) -> None:
    """Take out of the pages kept in `data` whatever may hold words of releases to be removed.

    Only the pages of the other releases stay. A feed or a listing has words of many: these go, and
    are fetched whole with the next reading. Raises SourceError when the pages cannot be used.
    """
    kept = data / FILE_NAME
    if not release_ids or not kept.is_file():
        return
    with Snapshot(data) as snapshot:
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
