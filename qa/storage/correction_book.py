"""Which release is corrected by which, for looking up what has become of one that is shown.

A correction is of the release held that it names most plainly, and of none where it names another
at least half as plainly: what is not known is not told. What is told of the two is read from their
own words, so that damage to what was noted of them leads to none that they do not name.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from qa.language.corrections import find_correction, weigh_naming
from qa.records import UNCORRECTED, CorrectionLink, Corrections, Release
from qa.storage.moment import Moment
from qa.storage.schema import RELEASE_COLUMNS, chunks, marks, to_release
from qa.storage.shelf import Shelf

_KEPT = 65_536  # releases that are remembered: most are in no correction

PAIRS = (
    "SELECT r.id, c.id FROM corrected t JOIN releases r ON r.key = t.release_key"
    " JOIN releases c ON c.key = t.correction_key"
    " WHERE NOT EXISTS (SELECT 1 FROM corrected o WHERE o.correction_key = t.correction_key"
    " AND o.release_key <> t.release_key AND 2 * o.weight > t.weight)"
)
"""The ids of what is corrected and of what corrects it."""


class CorrectionBook:
    """The corrections of a library as it stood at one moment. Safe to share between threads."""

    def __init__(self, held: Moment) -> None:
        self._held = held
        self.is_empty = not held.query("SELECT 1 FROM corrected LIMIT 1")
        self._of_release = Shelf(self._load, size=_KEPT)

    def find(self, release_ids: Sequence[str], as_of: date = date.max) -> list[Corrections]:
        """What is known by a day of each of these releases, in their order: a correction that was
        published later is not."""
        if self.is_empty:
            return [UNCORRECTED] * len(release_ids)
        return [_see(each, as_of) for each in self._of_release.read(release_ids)]

    def _load(self, release_ids: Sequence[str]) -> Iterator[Corrections]:
        pairs = list(self._find_pairs(release_ids))
        corrected_by: dict[str, list[CorrectionLink]] = {}
        corrects: dict[str, CorrectionLink] = {}
        releases = self._read({each for pair in pairs for each in pair})
        for corrected, correction in pairs:
            if corrected not in releases or correction not in releases:
                continue
            earlier, later = releases[corrected], releases[correction]
            said = find_correction(later)
            if said is not None and weigh_naming(later, said, earlier):
                corrected_by.setdefault(corrected, []).append(_link(later, whole=said.whole))
                corrects[correction] = _link(earlier, whole=said.whole)
        for each in release_ids:
            later_ones = sorted(corrected_by.get(each, []), key=lambda link: link.published)
            known = later_ones or each in corrects
            yield Corrections(tuple(later_ones), corrects.get(each)) if known else UNCORRECTED

    def _find_pairs(self, release_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        """What is corrected and what corrects it, by their ids, where either is among these."""
        found = dict[tuple[str, str], None]()
        for part in chunks(release_ids):
            for side in ("r", "c"):
                sql = f"{PAIRS} AND {side}.id IN ({marks(part)})"
                found.update(((one, other), None) for one, other in self._held.query(sql, part))
        return iter(found)

    def _read(self, release_ids: set[str]) -> dict[str, Release]:
        return {
            release.id: release
            for part in chunks(sorted(release_ids))
            for row in self._held.query(
                f"SELECT {RELEASE_COLUMNS} FROM releases r WHERE id IN ({marks(part)})", part
            )
            for release in (to_release(row),)
        }


def _link(release: Release, *, whole: bool) -> CorrectionLink:
    return CorrectionLink(release.id, release.title, release.published, release.language, whole)


def _see(all_known: Corrections, as_of: date) -> Corrections:
    """What of it came out by a day. What is corrected came before what corrects it."""
    if all_known is UNCORRECTED:
        return all_known
    seen = tuple(each for each in all_known.corrected_by if each.published <= as_of)
    return Corrections(seen, all_known.corrects)
