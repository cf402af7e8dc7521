"""Hits as CSV and JSON Lines, read back by other readers."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa.answers import Answer, Hit, Verdict
from qa.language.sentences import Span
from qa.output.exports import COLUMNS, write_csv, write_jsonl
from qa.periods import Granularity, Period
from qa.questions import Interpretation, Question
from qa.records import Passage, Release

DAY = date(2025, 12, 15)
NOVEMBER = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)


def make_answer(
    bodies: Sequence[str], *, title: str = "Exports Rise", verdict: Verdict = Verdict.ANSWERED
) -> Answer:
    """An answer whose hits are whole releases, of which the first four characters are marked."""
    hits = tuple(
        Hit(
            rank=rank,
            score=1.0 / rank,
            confidence=0.123456 if rank == 1 else None,
            passage=Passage(f"r{rank}:0", f"r{rank}", 0, 0, len(body), body),
            release=Release(f"r{rank}", title, DAY, body, "Ministry of Trade"),
            highlights=(Span(0, 4),) if rank == 1 else (),
            signals=(),
            about=NOVEMBER if rank == 1 else None,
        )
        for rank, body in enumerate(bodies, start=1)
    )
    question = Question("How much?", DAY)
    understood = Interpretation("How much?", DAY, None, "How much?", "How much?")
    return Answer(question, understood, verdict, hits, nearest=(), generation=1)


def read_csv(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_csv(answer), newline="")))


def read_jsonl(answer: Answer) -> list[dict[str, str | float | None]]:
    written = write_jsonl(answer)
    assert written.endswith("\n") or not written
    return [json.loads(line) for line in written.split("\n")[:-1]]


def test_hit_is_a_row_with_its_sentence_date_and_source() -> None:
    assert write_csv(make_answer(['Rose, "by 8".'])) == (
        "rank,verdict,confidence,published,title,publisher,period_first,period_last,sentence,"
        "passage,citation,url,release_id,passage_id\r\n"
        "1,answered,0.1235,2025-12-15,Exports Rise,Ministry of Trade,2025-11-01,2025-11-30,Rose,"
        '"Rose, ""by 8"".","Ministry of Trade, “Exports Rise”, 15 December 2025.",,r1,r1:0\r\n'
    )


def test_line_of_json_holds_the_same_with_nulls_for_what_is_not_known() -> None:
    first, second = read_jsonl(make_answer(["Rose by 8.", "Fell."], verdict=Verdict.NOT_FOUND))
    assert (first["sentence"], first["confidence"], first["url"]) == ("Rose", 0.1235, None)
    assert (second["rank"], second["verdict"], second["period_first"]) == (2, "not_found", None)
    assert second["sentence"] is None
    assert tuple(first) == COLUMNS


def test_answer_without_hits_has_no_rows() -> None:
    nothing = make_answer([], verdict=Verdict.NOT_FOUND)
    assert (read_csv(nothing), write_jsonl(nothing)) == ([], "")


@given(st.lists(st.text(min_size=1), max_size=4), st.text(max_size=40))
def test_any_text_comes_back_as_it_stood(bodies: list[str], title: str) -> None:
    answer = make_answer(bodies, title=title)
    expected = [(hit.passage.text, title, hit.citation) for hit in answer.hits]
    for rows in (read_csv(answer), read_jsonl(answer)):
        assert [(row["passage"], row["title"], row["citation"]) for row in rows] == expected
