"""Collections to measure retrieval with: texts, questions, and which text answers which.

Two forms are read. A folder in the form of BEIR (Thakur et al. 2021,
https://arxiv.org/abs/2104.08663): corpus.jsonl, queries.jsonl and qrels.tsv, or qrels/test.tsv,
each plain or .gz; beyond BEIR a text may have `published`, `publisher` and `language`, a question
`answers`, `kind` and `as_of`. And a file of questions about the releases of a library, one JSON
object a line: `question`, `release_id` (null: not answered by any), `answer`, and optional `id`,
`kind`, `as_of`, `published_from`, `published_to`.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qa.errors import CollectionError
from qa.lazy_regex import lazy_regex
from qa.questions import Aspect
from qa.records import UNDATED, DateRange, Release

_PUBLISHER = "collection"
BESIDE = "beside"
"""Kind of the questions about what no release reports, though a series reports the like of it."""
_UNANSWERED = ("unanswerable", BESIDE)  # kinds
_GRADE = lazy_regex(r"-?[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class TestQuestion:
    """A question with what is known of its answer.

    `relevant` grades the releases that answer it, by id; none: it is not answered. `answers` are
    words of which at least one stands in a right release; () where they are not known.
    """

    __test__ = False  # pytest: this is no test class

    id: str
    text: str
    relevant: Mapping[str, int]
    answers: tuple[str, ...] = ()
    kind: str = ""
    language: str = "en"
    as_of: date | None = None
    published: DateRange | None = None
    ignore: frozenset[Aspect] = frozenset()


@dataclass(frozen=True, slots=True)
class Collection:
    """Test questions, and the releases to index for them; None: those of a library at hand."""

    name: str
    releases: tuple[Release, ...] | None
    questions: tuple[TestQuestion, ...]

    @property
    def digest(self) -> str:
        """SHA-256 over the questions' words: by it a fit is known to have seen them."""
        words = "\n".join(sorted(question.text for question in self.questions))
        return hashlib.sha256(words.encode()).hexdigest()


def read_collection(path: Path) -> Collection:
    """The collection at `path`: a folder in BEIR form, or a file of questions.

    Raises CollectionError, with file and line, when it cannot be read.
    """
    if path.is_dir():
        return _read_folder(path)
    if path.is_file():
        placed = [
            (f"{path}:{number}", _read_question(fields, f"{path}:{number}", number))
            for number, fields in _read_lines(path)
        ]
        if not placed:
            raise CollectionError(f"{path} holds no questions: expected one JSON object a line.")
        _check_ids((place, question.id) for place, question in placed)
        return Collection(path.stem, None, tuple(question for _, question in placed))
    raise CollectionError(
        f"There is no {path}. Expected a folder with corpus.jsonl, queries.jsonl and qrels.tsv, "
        f"or a file of questions."
    )


def _read_folder(folder: Path) -> Collection:
    relevant = _read_qrels(folder)
    corpus = _find(folder, "corpus.jsonl")
    texts = [
        (f"{corpus}:{number}", _read_text(fields, f"{corpus}:{number}"))
        for number, fields in _read_lines(corpus)
    ]
    _check_ids((place, release.id) for place, release in texts)
    held = {release.id for _, release in texts}
    for question, grades in relevant.items():
        if unknown := set(grades) - held:
            raise CollectionError(
                f"{folder}: question {question} is judged for {sorted(unknown)[0]!r}, which "
                f"corpus.jsonl does not hold. Judgments and corpus must belong together."
            )
    queries = _find(folder, "queries.jsonl")
    questions = []
    places = []
    for number, fields in _read_lines(queries):
        place = f"{queries}:{number}"
        question_id = _take(fields, "_id", place)
        # A question without judgments is either outside this split, or has no answer at all.
        if question_id not in relevant and fields.get("kind") not in _UNANSWERED:
            continue
        places.append((place, question_id))
        questions.append(
            TestQuestion(
                id=question_id,
                text=_take(fields, "text", place),
                relevant=relevant.get(question_id, {}),
                answers=_take_answers(fields, place),
                kind=fields.get("kind", ""),
                language=fields.get("language", "en"),
                as_of=_day(fields.get("as_of"), place),
            )
        )
    _check_ids(places)
    return Collection(folder.name, tuple(release for _, release in texts), tuple(questions))


def _read_qrels(folder: Path) -> dict[str, dict[str, int]]:
    """Grades above 0, by question and text. The first line may be a header."""
    path = _find(folder, "qrels.tsv", "qrels/test.tsv")
    relevant: dict[str, dict[str, int]] = {}
    for number, line in enumerate(_read_plain(path), start=1):
        cells = line.rstrip("\n").split("\t")
        judged = len(cells) == 3 and _GRADE.fullmatch(cells[2]) is not None
        if not line.strip() or (number == 1 and not judged):
            continue
        if not judged:
            raise CollectionError(
                f"{path}:{number}: expected query-id, corpus-id and a whole number between tabs, "
                f"found {line.strip()!r}."
            )
        if int(cells[2]) > 0:
            relevant.setdefault(cells[0], {})[cells[1]] = int(cells[2])
    return relevant


def _read_text(fields: Mapping[str, Any], place: str) -> Release:
    return Release(
        id=_take(fields, "_id", place),
        title=" ".join(str(fields.get("title") or "").split()),
        published=_day(fields.get("published"), place) or UNDATED,
        body=_take(fields, "text", place, may_be_empty=True),
        publisher=str(fields.get("publisher") or _PUBLISHER),
        language=str(fields.get("language") or "en"),
    )


def _read_question(fields: Mapping[str, Any], place: str, number: int) -> TestQuestion:
    release_id = fields.get("release_id")
    first = _day(fields.get("published_from"), place)
    last = _day(fields.get("published_to"), place)
    if first and last and first > last:
        raise CollectionError(
            f"{place}: expected published_from to be no later than published_to, found {first} "
            f"and {last}."
        )
    answer = None if fields.get("answer") is None else _take(fields, "answer", place)
    return TestQuestion(
        id=str(fields.get("id") or f"q{number}"),
        text=_take(fields, "question", place),
        relevant={str(release_id): 1} if release_id else {},
        answers=(answer,) if answer else (),
        kind=str(fields.get("kind") or ""),
        language=str(fields.get("language") or "en"),
        as_of=_day(fields.get("as_of"), place),
        published=DateRange(first or date.min, last or date.max) if first or last else None,
    )


def _take(fields: Mapping[str, Any], name: str, place: str, *, may_be_empty: bool = False) -> str:
    value = fields.get(name)
    if not isinstance(value, str) or not (value.strip() or may_be_empty):
        raise CollectionError(f"{place}: expected words in the field {name!r}, found {value!r}.")
    return value


def _take_answers(fields: Mapping[str, Any], place: str) -> tuple[str, ...]:
    value = fields.get("answers") or []
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise CollectionError(
            f"{place}: expected a list of words in the field 'answers', found {value!r}."
        )
    return tuple(value)


def _check_ids(placed: Iterable[tuple[str, str]]) -> None:
    """Raise CollectionError for an id met twice, or one that a run in TREC form cannot hold."""
    seen: set[str] = set()
    for place, each in placed:
        if each in seen:
            raise CollectionError(f"{place}: expected each id once, found {each!r} again.")
        if len(each.split()) != 1:
            raise CollectionError(f"{place}: expected an id without spaces, found {each!r}.")
        seen.add(each)


def _day(value: object, place: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise CollectionError(f"{place}: expected a day as 2025-12-31, found {value!r}.") from error


def _find(folder: Path, *names: str) -> Path:
    for name in names:
        for path in (folder / name, folder / f"{name}.gz"):
            if path.is_file():
                return path
    raise CollectionError(f"There is no {' or '.join(names)} in {folder}, plain or .gz.")


def _read_plain(path: Path) -> Iterator[str]:
    try:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8") as file:
                yield from file
        else:
            with path.open(encoding="utf-8") as file:
                yield from file
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise CollectionError(f"{path} cannot be read: {error}.") from error


def _read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(_read_plain(path), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CollectionError(f"{path}:{number}: not JSON: {error}.") from error
        if not isinstance(fields, dict):
            raise CollectionError(f"{path}:{number}: expected a JSON object, found {fields!r:.60}.")
        yield number, fields
