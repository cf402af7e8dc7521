"""Timelines as CSV, read back by another reader."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from qa.timelines.tables import COLUMNS, write_csv
from qa.timelines.timeline import Timeline
from tests.qa.drawing import draw, month


def read(timeline: Timeline) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(timeline), newline="")))


def test_rows_are_releases_and_gaps_in_order_of_the_period() -> None:
    found = draw(
        "How much were exports?",
        [(month(3), "Exports came to USD 2,100 million."), (month(1), 'Exports: "USD 2 billion".')],
    )
    assert write_csv(found) == (
        "period_first,period_last,granularity,published,figure,unit,sentence,title,release_id,url"
        "\r\n"
        "2025-01-01,2025-01-31,month,2025-02-15,USD 2 billion,USD,"
        '"Exports: ""USD 2 billion"".",Release of 2025-01-01,r2025-01-01,\r\n'
        "2025-02-01,2025-02-28,month,,,,,,,\r\n"
        '2025-03-01,2025-03-31,month,2025-04-15,"USD 2,100 million",USD,'
        '"Exports came to USD 2,100 million.",Release of 2025-03-01,r2025-03-01,\r\n'
    )


def test_release_without_the_figure_has_empty_cells_for_it() -> None:
    told = [(month(1), "Exports came to USD 2 billion."), (month(2), "Figures are delayed.")]
    row = read(draw("How much were exports?", told))[1]
    assert (row["figure"], row["unit"], row["sentence"]) == ("", "", "Figures are delayed.")


@given(
    st.lists(st.tuples(st.integers(1, 12), st.text(min_size=1)), max_size=5),
    st.text(max_size=40),
)
def test_any_text_comes_back_as_it_stood(told: list[tuple[int, str]], title: str) -> None:
    found = draw("exports", [(month(number), body) for number, body in told], title=title)
    rows = [row for row in read(found) if row["release_id"]]
    assert [(row["sentence"], row["title"]) for row in rows] == [
        (point.sentence, point.release.title) for point in found.points
    ]
    assert all(tuple(row) == COLUMNS for row in rows)
