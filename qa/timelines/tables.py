"""A timeline as a table: CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), in UTF-8.

One row a release, one row a gap, in order of the period; a gap's cells are empty from `published`
on. Every cell is as it stands in its release, so a spreadsheet must take cells for text: words that
begin with "=" are nobody's formula.
"""

import csv
import io

from qa.timelines.timeline import Timeline

COLUMNS = (
    *("period_first", "period_last", "granularity", "published", "figure", "unit", "sentence"),
    *("title", "release_id", "url"),
)


def write_csv(timeline: Timeline) -> str:
    """The timeline as CSV with a header line; lines end with CR LF.

    `figure` is the marked one, verbatim, and `unit` what it is in; both are empty where none is.
    """
    rows: list[tuple[str, ...]] = [
        (
            point.period.first.isoformat(),
            point.period.last.isoformat(),
            point.period.granularity.value,
            point.release.published.isoformat(),
            point.figure_text or "",
            point.marked.unit if point.marked else "",
            point.sentence,
            point.release.title,
            point.release.id,
            point.release.url or "",
        )
        for point in timeline.points
    ]
    rows += [
        (gap.first.isoformat(), gap.last.isoformat(), gap.granularity.value, *[""] * 7)
        for gap in timeline.gaps
    ]
    rows.sort(key=lambda row: row[:2])
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows(rows)
    return written.getvalue()
