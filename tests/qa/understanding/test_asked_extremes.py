"""Which questions ask for an extreme over time, by a table of those that do and those that do not.

Where a row names none, the question is of an extreme among things, of an event called the first or
the last, of a part of the year, or of whether something was a record.
"""

from pathlib import Path

import pytest

from qa.understanding.asked_extremes import find_extreme


def _read_table() -> list[object]:
    path = Path(__file__).with_name("asked_extremes.tsv")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [pytest.param(*row, id=row[1]) for row in rows]


@pytest.mark.parametrize(("extreme", "question"), _read_table())
def test_extreme_over_time_is_told_from_any_other(extreme: str, question: str) -> None:
    assert (find_extreme(question) or "") == extreme
