"""Whether two series tell of the same matter, as one in English and one in Korean may: by what
their titles name, of Korean ones their English renderings.

What most titles of one have must stand in some of the other's, and the other way round: where
one is on "ICT Exports", the other has to name "ICT" too, and may not be on "Textile Exports".
Whether their figures agree is for others to say, who have the texts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from qa.language.glossary import find_unrendered, render
from qa.language.terms import find_terms
from qa.language.wholes import speaks_of_whole
from qa.periods import Granularity, find_periods
from qa.records import EVERYTHING, Scope
from qa.series.series import Instalment, SeriesBook
from qa.series.templates import CHANGING

_TITLES_KEPT = 65_536
_SERIES_KEPT = 4096  # of series within a scope
_MOST = 0.5  # of a series' titles: what these have is its matter
_SOME = 0.1  # of the other's
# Words of titles that say nothing of the matter.
FORM = CHANGING | frozenset(
    find_terms(
        "trend report result review statistic figure number data total value amount level index "
        "reach hit post record stand come see make achieve announce publish release show tally "
        "month monthly quarterly yearly annual korea korean domestic global major main "
        "good product item industry sector on-year year-on-year preliminary provisional final"
    )
)
_TRADED = frozenset({"export", "import"})
_OF_PUBLISHERS = frozenset(find_terms("ministry agency office service korea republic national"))


@dataclass(frozen=True, slots=True)
class Profile:
    """What tells the matter of a series. `shares` are those of its titles that have each term;
    `of_whole`: of those on exports or imports most speak of these as a whole; `publishers` are
    terms of their names, none where a name has no English."""

    shares: Mapping[str, float]
    of_whole: bool
    publishers: frozenset[str]

    @property
    def core(self) -> frozenset[str]:
        """The terms that most titles have."""
        return frozenset(term for term, share in self.shares.items() if share >= _MOST)

    def matches(self, other: "Profile") -> bool:
        """Whether both are of one matter. Not where nothing is in most titles of either."""
        return (
            self.of_whole is other.of_whole
            and self._has(other.core)
            and other._has(self.core)
            and not (
                self.publishers
                and other.publishers
                and self.publishers.isdisjoint(other.publishers)
            )
        )

    def _has(self, core: Collection[str]) -> bool:
        return bool(core) and all(self.shares.get(term, 0.0) >= _SOME for term in core)


class KinFinder:
    """Finds what tells of the same matter as a series does, from one generation of a library.

    `find_translations` lists the series in another language that do so, for periods of its kind.
    """

    def __init__(self, series: SeriesBook) -> None:
        self._series = series
        read = self._read_profile = lru_cache(_SERIES_KEPT)(
            lambda name, scope: _read_shown(series.list_current(name, scope))
        )
        # Judged by all instalments, whatever of them a question looks at: read once.
        self.find_translations = lru_cache(_SERIES_KEPT)(
            lambda name: [
                each
                for each in series.list_in_other_languages(name)
                if read(name, EVERYTHING).matches(read(each, EVERYTHING))
            ]
        )

    def find(self, series: str, kind: Granularity, scope: Scope) -> list[str]:
        """What tells of its matter for periods of a kind: other series, and single releases about
        periods that it does not tell of; most instalments first.

        Only what has instalments in scope, by which alone it is judged. None for ranges, which have
        no step.
        """
        if kind is Granularity.RANGE:
            return []
        own = {each.period for each in self._series.list_current(series, scope)}
        profile = self._read_profile(series, scope)
        found: list[tuple[str, int]] = []
        for name in self._series.list_of_kind(kind):
            shown = self._series.list_current(name, scope)
            adds = len(shown) > 1 or any(each.period not in own for each in shown)
            if name != series and adds and profile.matches(self._read_profile(name, scope)):
                found.append((name, len(shown)))
        found.sort(key=lambda each: -each[1])
        return [name for name, _ in found]

    def name_matters(self, names: Iterable[str]) -> dict[str, str]:
        """Each of `names` with the first of them that tells of its matter, itself or the series in
        another language for periods of the same kind."""
        first: dict[str, str] = {}
        for name in names:
            kin = self.find_translations(name)
            first[name] = next((other for other in first.values() if other in kin), name)
        return first


def _read_shown(instalments: Sequence[Instalment]) -> Profile:
    return read_profile(
        [(each.title, each.published) for each in instalments],
        [each.publisher for each in instalments],
    )


def read_profile(titles: Iterable[tuple[str, date]], publishers: Iterable[str]) -> Profile:
    """What tells the matter of releases of these titles, each with its day, and publishers.

    >>> english = read_profile([("ICT Exports Rise in May", date(2025, 6, 14))], ["Ministry"])
    >>> korean = read_profile([("5월 ICT 수출 증가", date(2025, 6, 14))], ["Ministry"])
    >>> sorted(english.core), english.matches(korean)
    (['export', 'ict'], True)
    """
    held: Counter[str] = Counter()
    count = traded = whole = 0
    for title, day in titles:
        terms, of_whole = _read_title(title, day)
        held.update(terms)
        count += 1
        traded += not terms.isdisjoint(_TRADED)
        whole += of_whole
    return Profile(
        shares={term: number / count for term, number in held.items()},
        of_whole=2 * whole > traded,
        publishers=_name_publishers(publishers),
    )


@lru_cache(_TITLES_KEPT)
def _read_title(title: str, day: date) -> tuple[frozenset[str], bool]:
    """The terms of a title that name its matter, and whether it speaks of exports or imports as a
    whole. "Exports and imports" names exports."""
    kept, position = [], 0
    for mention in find_periods(title, day):
        kept.append(title[position : mention.start])
        position = mention.end
    kept.append(title[position:])
    text = " ".join(kept)
    # What has no English may be all that tells it from others.
    words = [*find_terms(render(text)), *find_unrendered(text)]
    terms = frozenset(term for term in words if not term[0].isdigit()) - FORM
    named = terms - {"import"} if "export" in terms else terms
    return named, speaks_of_whole(title)


def _name_publishers(names: Iterable[str]) -> frozenset[str]:
    rendered = [render(each) for each in dict.fromkeys(names)]
    if not all(each.isascii() for each in rendered):
        return frozenset()
    return frozenset(term for each in rendered for term in find_terms(each)) - _OF_PUBLISHERS
