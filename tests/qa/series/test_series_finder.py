"""Series told apart as releases arrive: by hand, and those of the generated ministry."""

from collections import Counter, defaultdict
from datetime import date

from qa.periods import Granularity, Period
from qa.series.series_finder import SeriesFinder
from qa.series.templates import Template, read_template
from tests.ministry import Ministry

OCTOBER = Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)


def test_release_joins_the_series_it_shares_most_words_with() -> None:
    def template(words: str) -> Template:
        return Template(OCTOBER, frozenset(words.split()))

    finder = SeriesFinder()
    assert finder.join("chips", "en", template("chip export memory wafer customer")) == "chips"
    assert finder.join("cars", "en", template("car export plant hybrid model")) == "cars"
    assert finder.join("chips-2", "en", template("chip export memory price wafer")) == "chips"
    assert finder.join("other", "en", template("one two three four five")) == "other"
    # The same words in another language's releases, or about years, are another series.
    assert (
        finder.join("chips-ko", "ko", template("chip export memory wafer customer")) == "chips-ko"
    )


def test_series_of_the_generated_ministry_are_told_apart_as_they_arrive(
    ministry: Ministry,
) -> None:
    series_of = {fact.release_id: fact.series for fact in ministry.facts}
    finder = SeriesFinder()
    joined: dict[str, Counter[str | None]] = defaultdict(Counter)
    parts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for release in ministry.releases:
        template = read_template(release)
        if template is not None:
            found = finder.join(release.id, release.language, template)
            joined[found][series_of.get(release.id)] += 1
            if release.id in series_of:
                parts[series_of[release.id], release.language][found] += 1
    mixed = [dict(names) for names in joined.values() if len(names) > 1]
    torn = {key: dict(found) for key, found in parts.items() if len(found) > 1}
    # 15 years of drifting templates and five names of the ministry; none of them may matter.
    assert not mixed
    assert not torn
