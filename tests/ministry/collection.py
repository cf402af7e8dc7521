"""The generated ministry as values, and written in the form of BEIR."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from qa.records import Release
from tests.ministry.asking import Question
from tests.ministry.series import Split


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a release of a series: the days of its period, and what it revises."""

    release_id: str
    series: str
    first: date
    last: date
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class Ministry:
    """Releases in order of publication, facts about those of series, and questions.

    `splits` has the part of each release, by its id. `gaps` are the periods without an instalment,
    as series and first day.
    """

    releases: tuple[Release, ...]
    splits: Mapping[str, Split]
    facts: tuple[Fact, ...]
    gaps: tuple[tuple[str, date], ...]
    questions: tuple[Question, ...]


def take_part(ministry: Ministry, split: Split) -> Ministry:
    """A part's questions, and what they are asked of.

    Held-out questions are asked of all releases, those to fit on of their own part's alone: what is
    held out is not seen in fitting, not even as what is wrong.
    """
    releases = ministry.releases
    if split is Split.FIT:
        releases = tuple(each for each in releases if ministry.splits[each.id] is split)
    questions = tuple(each for each in ministry.questions if each.split is split)
    return replace(ministry, releases=releases, questions=questions)


def write_collection(ministry: Ministry, folder: Path) -> None:
    """corpus.jsonl, queries.jsonl and qrels.tsv in `folder`, which is made if need be.

    Grades in qrels.tsv: 2 answers the question, 1 did until a revision superseded it. A question
    without a line there has no answer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    facts = {fact.release_id: fact for fact in ministry.facts}
    _write_lines(
        folder / "corpus.jsonl",
        (_dump(_corpus_fields(each, facts.get(each.id))) for each in ministry.releases),
    )
    _write_lines(
        folder / "queries.jsonl", (_dump(_query_fields(each)) for each in ministry.questions)
    )
    judgments = (
        f"{question.id}\t{release_id}\t{grade}"
        for question in ministry.questions
        for release_id, grade in question.grades
    )
    _write_lines(folder / "qrels.tsv", ("query-id\tcorpus-id\tscore", *judgments))


def write_releases(ministry: Ministry, path: Path) -> None:
    """The releases alone, one JSON object a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = ("id", "title", "body", "publisher", "category", "language")
    _write_lines(
        path,
        (
            _dump(
                {name: getattr(release, name) for name in fields}
                | {"published": release.published.isoformat()}
            )
            for release in ministry.releases
        ),
    )


def _corpus_fields(release: Release, fact: Fact | None) -> Mapping[str, object]:
    fields: dict[str, object] = {
        "_id": release.id,
        "title": release.title,
        "text": release.body,
        "published": release.published.isoformat(),
        "publisher": release.publisher,
        "category": release.category,
        "language": release.language,
    }
    if fact is not None:
        fields["series"] = fact.series
        fields["period_first"] = fact.first.isoformat()
        fields["period_last"] = fact.last.isoformat()
        if fact.supersedes is not None:
            fields["supersedes"] = fact.supersedes
    return fields


def _query_fields(question: Question) -> Mapping[str, object]:
    fields: dict[str, object] = {
        "_id": question.id,
        "text": question.text,
        "as_of": question.as_of.isoformat(),
        "kind": question.kind.value,
        "split": question.split.value,
        "language": question.language,
        "answers": list(question.answers),
    }
    if question.reason:
        fields["reason"] = question.reason
    return fields


def _dump(fields: Mapping[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False)


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
