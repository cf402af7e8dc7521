"""Passages as the lexical index takes them: their terms, and those of the release around them."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from qa.index.lexical_index import LexicalEntry
from qa.language.terms import find_terms_in
from qa.records import StoredPassage
from qa.storage.snapshot import Snapshot

_TERMS = 10_000  # of a release; few have a tenth as many


def read_entries(snapshot: Snapshot, after: int = 0) -> Iterator[LexicalEntry]:
    """The passages under keys beyond `after` as the lexical index takes them."""
    return _make_entries(snapshot.iterate_passages(after))


def read_entries_of(snapshot: Snapshot, keys: Collection[int]) -> Iterator[LexicalEntry]:
    """Those under some keys, of which there is one at least, as far as they are held."""
    among = frozenset(keys)
    passages = snapshot.iterate_passages(min(among) - 1, max(among))
    return _make_entries(stored for stored in passages if stored.key in among)


def _make_entries(passages: Iterable[StoredPassage]) -> Iterator[LexicalEntry]:
    for release, group in groupby(passages, key=lambda stored: stored.release):
        title = find_terms_in(release.title, release.language)
        whole = title + find_terms_in(release.body, release.language)
        for stored in group:
            own = title + find_terms_in(stored.passage.text, release.language)
            yield LexicalEntry(
                stored.key,
                release.published,
                release.publisher,
                passage=own,
                release=_take_around(whole, stored.passage.start / len(release.body)),
            )


def _take_around(terms: list[str], place: float) -> list[str]:
    """As many of a release's terms as a passage is indexed with: those around its `place`, 0 to 1.

    Each passage is found by the whole release, if not by all of one that is as long as a book: with
    these for each of its thousands of passages, the index would outgrow any disk.
    """
    first = int(place * len(terms)) - _TERMS // 2
    first = max(0, min(first, len(terms) - _TERMS))
    return terms[first : first + _TERMS]
