"""What `qa add` and `qa sync` have in common: reading sources, and taking releases in."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.encoder import Encoder
from qa import wiring
from qa.cli.options import PATIENCE, say, show_progress
from qa.errors import LibraryError, SourceError
from qa.index import changing_library
from qa.language.plurals import count
from qa.records import Reading, Release
from qa.settings import Settings
from qa.storage.fetched_pages import finish_sites
from qa.storage.schema import FILE_NAME
from qa.today import is_far_ahead

if TYPE_CHECKING:
    from qa.reading.fetching import Fetcher
    from qa.reading.sources import OpenFetcher
    from qa.storage.syncing import SyncPlan


def add_sources(
    settings: Settings, sources: Sequence[str | Path], *, allow_private: bool = False
) -> None:
    """Add what `sources` hold, saying on stderr what could not be read and what was done."""
    from qa.reading.sources import read_sources
    from qa.storage.syncing import SyncPlan

    changing_library.bring_up_to_date(settings.data, PATIENCE)
    reading = read_with_fetcher(settings, lambda fetch: read_sources(sources, fetch), allow_private)
    if not reading.releases:
        raise SourceError("expected at least one release, found none; correct what is named above")
    changed = changing_library.find_changed(settings.data, reading.releases)
    warn_of_days(settings, [reading], changed, dry_run=False)
    take_in(
        settings, [reading], reading.releases, changed, lambda: SyncPlan(reading.releases, (), {})
    )


def read_with_fetcher(
    settings: Settings, read: "Callable[[OpenFetcher], Reading]", allow_private: bool
) -> Reading:
    """What `read` reads with a fetcher, saying on stderr what could not be read."""
    with show_progress("Fetching", unit="page") as progress:

        def open_fetcher() -> "Fetcher":
            return wiring.open_fetcher(
                settings, allow_private=allow_private, report=lambda _: progress(1)
            )

        reading = read(open_fetcher)
    for problem in reading.problems:
        say(str(problem))
    return reading


def warn_of_days(
    settings: Settings, readings: Sequence[Reading], changed: Sequence[Release], *, dry_run: bool
) -> None:
    """Say which of what is new or changed is dated far ahead; it is held all the same."""
    today = settings.find_today()
    held, out = ("would be", "") if dry_run else ("is", " and take out what is held by qa remove")
    places = {
        release.id: place
        for reading in readings
        for release, place in zip(reading.releases, reading.places, strict=True)
    }
    for release in changed:
        if is_far_ahead(release.published, today):
            say(
                f"{places[release.id]}: {release.id} is dated more than a year ahead, "
                f"{release.published}. It {held} held, and found from that day on; if the day is "
                f"wrong, correct it{out}"
            )


def take_in(
    settings: Settings,
    readings: Sequence[Reading],
    releases: Sequence[Release],
    changed: Sequence[Release],
    make_plan: "Callable[[], SyncPlan]",
) -> None:
    """Put what was read into the library, and take out what is gone, saying so on stderr.

    `changed` are those of `releases` that are new or differ from what is held. `make_plan` is asked
    what is gone while nobody else changes the library: what other processes did since the releases
    were read counts. A site is finished only once its releases are held.
    """
    # Loaded before others are kept from writing, as it takes seconds; and without one no library.
    is_needed = changed or changing_library.is_outdated(settings.data)
    encoder = _load_encoder(settings, len(releases), len(changed)) if is_needed else None
    _change(settings, releases, encoder, make_plan)
    finished = frozenset[str]().union(*(reading.finished for reading in readings))
    finish_sites(settings.data, finished)


def warn_of_log(settings: Settings) -> None:
    """Say so where what was removed is not off the disk yet, as another process uses the log.

    Such a process is waited for, some seconds at most. The removal is done, whatever is found here.
    """
    with suppress(LibraryError):
        if changing_library.empty_log(settings.data):
            return
    say(
        f"Words of it are still in {settings.data / FILE_NAME}-wal, which another process reads "
        f"from or is changing: they go when that has ended."
    )


def _change(
    settings: Settings,
    releases: Sequence[Release],
    encoder: Encoder | None,
    make_plan: "Callable[[], SyncPlan]",
) -> None:
    with changing_library.changing(settings.data, PATIENCE) as library:
        plan = make_plan()
        changed = library.find_changed(plan.releases)
        outdated = changing_library.is_outdated(settings.data)
        if not changed and not plan.gone and not outdated:
            library.put([], held_by=plan.held_by)
            read = count(len(releases), "release")
            say(f"{read} read; the library holds them all. Nothing to do.")
            return
        with show_progress("Encoding passages") as progress:
            change = wiring.change_library(
                settings,
                library,
                encoder or _load_encoder(settings, len(releases), len(changed)),
                plan.releases,
                progress,
                remove=plan.gone,
                held_by=plan.held_by,
            )
    applied = change.applied
    # Those that are only divided anew, by the rules of another version, say what they said.
    replaced = {release.id for release in changed}.intersection(applied.replaced)
    say(
        f"{count(len(applied.added), 'release')} added, {len(replaced)} changed, "
        f"{len(applied.removed)} removed; {count(change.encoded, 'passage')} encoded; "
        f"generation {change.generation} in {settings.data}."
    )
    if applied.removed:
        warn_of_log(settings)


def _load_encoder(settings: Settings, read: int, changed: int) -> Encoder:
    say(f"{count(read, 'release')} read, {changed} new or changed. Loading the model.")
    return wiring.load_encoder(settings, say)
