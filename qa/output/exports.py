"""The hits of an answer as a table, in UTF-8: CSV (RFC 4180) or JSON Lines (https://jsonlines.org).

One row a hit, in order of rank, in both with the same columns; an answer without hits has none.
Every cell is as it stands in its release, as in `qa.timelines.tables`.
"""

import csv
import io
import json
from dataclasses import asdict, dataclass, fields

from qa.answers import Answer, Hit, Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """A hit in a table. `verdict` is that of its answer, of several periods that any is answered;
    days are as 2025-12-31.

    `sentence` is the one that answers best, `passage` the text around it. `period_first` to
    `period_last` is what the release is about, where it says so.
    """

    rank: int
    verdict: str
    confidence: float | None
    published: str
    title: str
    publisher: str
    period_first: str | None
    period_last: str | None
    sentence: str | None
    passage: str
    citation: str
    url: str | None
    release_id: str
    passage_id: str


COLUMNS = tuple(field.name for field in fields(Row))


def make_row(hit: Hit, verdict: Verdict) -> Row:
    return Row(
        rank=hit.rank,
        verdict=verdict.value,
        confidence=None if hit.confidence is None else round(hit.confidence, 4),
        published=hit.release.published.isoformat(),
        title=hit.release.title,
        publisher=hit.release.publisher,
        period_first=hit.about.first.isoformat() if hit.about else None,
        period_last=hit.about.last.isoformat() if hit.about else None,
        sentence=hit.sentence,
        passage=hit.passage.text,
        citation=hit.citation,
        url=hit.release.url,
        release_id=hit.release.id,
        passage_id=hit.passage.id,
    )


def write_csv(answer: Answer) -> str:
    """The hits as CSV with a header line; lines end with CR LF, and what is not known is empty."""
    written = io.StringIO()
    table = csv.DictWriter(written, COLUMNS)
    table.writeheader()
    table.writerows(asdict(make_row(hit, answer.verdict)) for hit in answer.hits)
    return written.getvalue()


def write_jsonl(answer: Answer) -> str:
    """The hits as JSON objects, one a line; what is not known is null."""
    rows = (asdict(make_row(hit, answer.verdict)) for hit in answer.hits)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
