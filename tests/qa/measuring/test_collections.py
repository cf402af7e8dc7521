"""Collections written by hand: what they hold, and where each malformed one is said to be so."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest

from qa.errors import CollectionError
from qa.measuring.collections import Collection, TestQuestion, read_collection
from qa.records import UNDATED, DateRange, Release

CORPUS = """\
{"_id": "r1", "title": " Exports  rise", "text": "They rose.", "published": "2025-12-15"}

{"_id": "r2", "text": "", "publisher": "Ministry", "language": "ko"}
"""
QUERIES = """\
{"_id": "q1", "text": "What rose?", "answers": ["rose"], "kind": "figure", "as_of": "2025-12-16"}
{"_id": "q2", "text": "What fell?", "kind": "unanswerable"}
{"_id": "other split", "text": "Who?"}
"""
QRELS = "query-id\tcorpus-id\tscore\nq1\tr1\t2\nq1\tr2\t0\n"


def write_folder(
    folder: Path,
    *,
    corpus: str = CORPUS,
    queries: str = QUERIES,
    qrels: str = QRELS,
    qrels_name: str = "qrels.tsv",
) -> Path:
    (folder / qrels_name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.jsonl").write_text(corpus, encoding="utf-8")
    (folder / "queries.jsonl").write_text(queries, encoding="utf-8")
    (folder / qrels_name).write_text(qrels, encoding="utf-8")
    return folder


def write_questions(folder: Path, text: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def check_is_the_folder(collection: Collection) -> None:
    assert collection.releases == (
        Release("r1", "Exports rise", date(2025, 12, 15), "They rose.", "collection"),
        Release("r2", "", UNDATED, "", "Ministry", language="ko"),
    )
    assert collection.questions == (
        TestQuestion("q1", "What rose?", {"r1": 2}, ("rose",), "figure", as_of=date(2025, 12, 16)),
        TestQuestion("q2", "What fell?", {}, kind="unanswerable"),
    )


def test_folder_in_beir_form_is_read(tmp_path: Path) -> None:
    collection = read_collection(write_folder(tmp_path / "press"))
    assert collection.name == "press"
    check_is_the_folder(collection)


def test_judgments_may_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    check_is_the_folder(read_collection(write_folder(tmp_path, qrels_name="qrels/test.tsv")))


def test_packed_files_read_like_plain_ones(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for path in list(tmp_path.iterdir()):
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    check_is_the_folder(read_collection(tmp_path))


def test_questions_file_is_about_a_library_at_hand(tmp_path: Path) -> None:
    path = write_questions(
        tmp_path,
        '{"question": "What rose?", "release_id": "r1", "answer": "rose", "kind": "figure"}\n\n'
        '{"id": "x", "question": "무엇?", "release_id": null, "answer": null, "language": "ko",'
        ' "as_of": "2025-12-16", "published_from": "2025-12-01"}\n',
    )
    collection = read_collection(path)
    assert (collection.name, collection.releases) == ("questions", None)
    assert collection.questions == (
        TestQuestion("q1", "What rose?", {"r1": 1}, ("rose",), "figure"),
        TestQuestion(
            "x",
            "무엇?",
            {},
            language="ko",
            as_of=date(2025, 12, 16),
            published=DateRange(date(2025, 12, 1), date.max),
        ),
    )


def test_digest_is_of_the_words_in_whatever_order(tmp_path: Path) -> None:
    lines = ['{"question": "What rose?"}\n', '{"question": "What fell?"}\n']
    one = read_collection(write_questions(tmp_path, "".join(lines)))
    other = read_collection(write_questions(tmp_path, "".join(reversed(lines))))
    more = read_collection(write_questions(tmp_path, "".join(lines) + '{"question": "Who?"}\n'))
    assert one.digest == other.digest != more.digest
    # printf 'What fell?\nWhat rose?' | sha256sum
    assert one.digest == "c9b7bde340a441e8ada1b946945c41ac081e9fdff2717b7794c32d38b7b83a1a"


QUESTION = '{"question": "What rose?"}\n'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (QUESTION + "{", r"questions\.jsonl:2: .*JSON"),
        (QUESTION + "\n[1]", r"questions\.jsonl:3: .*JSON object.*\[1\]"),
        ("[" * 100_000, r"questions\.jsonl:1: .*JSON"),
        ("{}", r"questions\.jsonl:1: .*'question'.*None"),
        ('{"question": " "}', r"questions\.jsonl:1: .*'question'.*' '"),
        ('{"question": 7}', r"questions\.jsonl:1: .*'question'.*7"),
        ('{"question": "Q", "as_of": "16.12.2025"}', r"questions\.jsonl:1: .*16\.12\.2025"),
        ('{"question": "Q", "published_to": 2025}', r"questions\.jsonl:1: .*2025"),
        (
            '{"question": "Q", "published_from": "2025-12-02", "published_to": "2025-12-01"}',
            r"questions\.jsonl:1: .*2025-12-0[12].*2025-12-0[12]",
        ),
        ('{"question": "Q", "answer": 670}', r"questions\.jsonl:1: .*'answer'.*670"),
        (
            '{"id": "a", "question": "Q"}\n{"id": "a", "question": "R"}',
            r"questions\.jsonl:2: .*'a'",
        ),
        ('{"id": "a b", "question": "Q"}', r"questions\.jsonl:1: .*'a b'"),
        ("\n", "no questions"),
    ],
)
def test_malformed_questions_file_is_refused_at_its_line(
    tmp_path: Path, text: str, place: str
) -> None:
    path = write_questions(tmp_path, text)
    with pytest.raises(CollectionError, match=place):
        read_collection(path)


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("corpus", "{", r"corpus\.jsonl:1: .*JSON"),
        ("corpus", CORPUS + '{"text": "b"}', r"corpus\.jsonl:4: .*'_id'"),
        ("corpus", '{"_id": 1, "text": "b"}', r"corpus\.jsonl:1: .*'_id'.*1"),
        ("corpus", '{"_id": "r1"}', r"corpus\.jsonl:1: .*'text'.*None"),
        (
            "corpus",
            '{"_id": "r1", "text": "b", "published": "2025-13-01"}',
            r"corpus\.jsonl:1: .*2025-13-01",
        ),
        ("corpus", CORPUS + CORPUS, r"corpus\.jsonl:4: .*'r1'"),
        ("queries", "null", r"queries\.jsonl:1: .*JSON object.*None"),
        ("queries", '{"_id": "q1"}', r"queries\.jsonl:1: .*'text'.*None"),
        ("queries", '{"text": "What rose?"}', r"queries\.jsonl:1: .*'_id'"),
        ("queries", '{"_id": "q1", "text": "Q", "as_of": "soon"}', r"queries\.jsonl:1: .*soon"),
        (
            "queries",
            '{"_id": "q1", "text": "Q", "answers": "rose"}',
            r"queries\.jsonl:1: .*'answers'.*'rose'",
        ),
        ("queries", QUERIES + QUERIES, r"queries\.jsonl:4: .*'q1'"),
        ("qrels", "head\nq1\tr1\n", r"qrels\.tsv:2: .*'q1\\tr1'"),
        ("qrels", "head\nq1\tr1\tvery\n", r"qrels\.tsv:2: .*very"),
        ("qrels", "head\nq1\tr1\t--1\n", r"qrels\.tsv:2: .*--1"),
        ("qrels", "head\nq1\tr1\t²\n", r"qrels\.tsv:2: .*²"),
        ("qrels", "head\nq1\tr9\t1\n", "q1.*'r9'"),
    ],
)
def test_malformed_folder_is_refused_at_its_file_and_line(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    write_folder(
        tmp_path,
        corpus=text if file == "corpus" else CORPUS,
        queries=text if file == "queries" else QUERIES,
        qrels=text if file == "qrels" else QRELS,
    )
    with pytest.raises(CollectionError, match=place):
        read_collection(tmp_path)


def test_judgments_without_a_header_are_all_read(tmp_path: Path) -> None:
    # A header was taken for granted, and the first question left out of what is measured.
    _, without_header = QRELS.split("\n", 1)
    write_folder(tmp_path / "with")
    write_folder(tmp_path / "without", qrels=without_header)
    read = [read_collection(tmp_path / name).questions for name in ("with", "without")]
    assert read[0] == read[1]
    assert read[1][0].relevant == {"r1": 2}


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    (write_folder(tmp_path) / name).unlink()
    with pytest.raises(CollectionError, match=re.escape(name)):
        read_collection(tmp_path)


def test_path_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="nowhere"):
        read_collection(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "data",
    [
        b"not packed at all",
        gzip.compress(CORPUS.encode())[:-20],
        gzip.compress(CORPUS.encode())[:12] + b"\xff" * 40,
        gzip.compress(b"\xff\xfe"),
    ],
    ids=["plain", "cut off", "damaged", "not UTF-8"],
)
def test_packed_file_that_cannot_be_unpacked_is_named(tmp_path: Path, data: bytes) -> None:
    (write_folder(tmp_path) / "corpus.jsonl").unlink()
    (tmp_path / "corpus.jsonl.gz").write_bytes(data)
    with pytest.raises(CollectionError, match=r"corpus\.jsonl\.gz cannot be read"):
        read_collection(tmp_path)


def test_questions_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes('{"question": "수출?"}'.encode("cp949"))
    with pytest.raises(CollectionError, match=r"questions\.jsonl cannot be read"):
        read_collection(path)
