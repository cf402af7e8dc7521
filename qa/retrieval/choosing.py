"""Which passages become the hits of an answer, once they are scored."""

from collections.abc import Mapping, Sequence

from qa.retrieval.signals import Values


def choose(
    scores: Values,
    releases: Sequence[str],
    k: int,
    per_release: int,
    *,
    series: Sequence[str | None],
    per_series: int,
) -> tuple[list[int], dict[int, list[int]]]:
    """The rows of the `k` best hits, and for each the further rows of its release.

    At most `per_release` hits are of one release; what is beyond goes with its best hit. At most
    `per_series` releases are of one series; the others are passed over. `series` names that of each
    row, None where it is of none. Equal scores keep the order of the rows, newer ones first.
    """
    order = sorted(range(len(scores)), key=lambda row: (-scores[row], -row))
    chosen: list[int] = []
    of_release: dict[str, list[int]] = {}
    of_series: dict[str, set[str]] = {}
    others: dict[int, list[int]] = {}
    for row in order:
        if (name := series[row]) is not None:
            shown = of_series.setdefault(name, set())
            if releases[row] not in shown and len(shown) >= per_series:
                continue
            shown.add(releases[row])
        held = of_release.setdefault(releases[row], [])
        if len(held) < per_release and len(chosen) < k:
            held.append(row)
            chosen.append(row)
            others[row] = []
        elif held:
            others[held[0]].append(row)
    return chosen, others


def show(
    chosen: Sequence[int],
    others: Mapping[int, Sequence[int]],
    releases: Sequence[str],
    values: Mapping[int, float],
) -> tuple[list[int], list[list[int]]]:
    """The row that each hit shows, and for each the rows that go with it.

    Of a release that has places among the hits those rows are shown that have the greatest
    `values`; equal ones keep the order in which they were chosen.
    """
    rows: dict[str, list[int]] = {}
    for row in chosen:
        rows.setdefault(releases[row], []).append(row)
    for row in chosen:
        rows[releases[row]].extend(others[row])
    best = {each: iter(sorted(held, key=lambda row: -values[row])) for each, held in rows.items()}
    shown = [next(best[releases[row]]) for row in chosen]
    # The first hit of a release takes all that is left.
    return shown, [list(best[releases[row]]) for row in chosen]
