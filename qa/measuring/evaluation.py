"""Asking a collection's questions and keeping what is needed to measure the answers.

Every question with known answers is asked twice: as it is, and with the releases that answer it
taken away, which makes an unanswerable one whose topic is all there.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Encoder, Progress, no_progress
from qa import wiring
from qa.answers import Hit, Verdict
from qa.measuring.collections import Collection, TestQuestion
from qa.questions import Question
from qa.records import UNDATED
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import Ranking, stretch
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.signals import Values
from qa.settings import Settings

_DEPTH = 50  # releases kept of each ranking
_RRF_CONSTANT = 60.0


def open_collection(
    settings: Settings,
    encoder: Encoder,
    ranking: Ranking | None,
    collection: Collection,
    progress: Progress = no_progress,
    *,
    languages: Sequence[str] | None = None,
) -> Asker:
    """What answers from the releases of a collection, indexed under the settings' data folder.

    Encodings stay there, so that a second evaluation encodes nothing. `languages` are what the
    encoder knows, where no ranking says.
    """
    if collection.releases is None:
        return wiring.open_asker(settings, encoder, ranking, languages=languages)
    ids = "\n".join(release.id for release in collection.releases)
    name = f"{collection.name}-{hashlib.sha256(ids.encode()).hexdigest()[:8]}"
    own = settings.model_copy(update={"data": settings.data / "collections" / name})
    wiring.update_library(own, encoder, collection.releases, progress, languages=languages)
    return wiring.open_asker(own, encoder, ranking, languages=languages)


class System(Enum):
    """What is compared: our ranking, and the baselines it has to beat."""

    OURS = "ours"
    BM25 = "bm25"
    DENSE = "dense"
    RRF = "rrf"
    MIN_MAX = "min-max"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was said of one question: how sure its first hit is, and whether that answers."""

    confidence: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question asked.

    `rankings` has each system's releases with their scores. `emptied` is what was said when the
    releases that answer were taken away; None where nothing answers in the first place.
    `sentence_right` says whether the marked sentence of the first hit holds the answer's words;
    None where these are not known.
    """

    question: TestQuestion
    rankings: Mapping[System, Mapping[str, float]]
    hits: tuple[Hit, ...]
    said: Verdicts
    emptied: Verdicts | None
    sentence_right: bool | None

    @property
    def first_right(self) -> bool:
        """Whether the first hit is of a release that answers."""
        return bool(self.hits) and self.hits[0].release.id in self.question.relevant

    @property
    def answer_right(self) -> bool:
        """Whether the first hit is a passage that answers: of a right release and, where the
        answer's words are known, with these in it."""
        answers = self.question.answers
        return self.first_right and (
            not answers or any(words in self.hits[0].passage.text for words in answers)
        )


def find_day(asker: Asker) -> date:
    """The day on which questions without one of their own are asked, so that they mean the same
    whenever they are measured: when the newest release held came out; today where none has a day.
    """
    newest = asker.holdings.latest_published
    return date.today() if newest is None or newest == UNDATED else newest


def ask_all(asker: Asker, questions: Sequence[TestQuestion], day: date) -> Iterator[Outcome]:
    """The outcome of each question, in order; `day` is that of those without one of their own."""
    for question in questions:
        yield _ask_one(asker, question, day)


def shortlists(
    asker: Asker, question: TestQuestion, day: date
) -> tuple[Shortlist, Shortlist | None]:
    """The shortlist of a question, and the one without the releases that answer it."""
    asked = Question(
        question.text, question.as_of or day, question.published, ignore=question.ignore
    )
    interpretation = asker.interpret(asked)
    whole = asker.shortlist(interpretation)
    if not question.relevant:
        return whole, None
    return whole, asker.shortlist(interpretation, without=frozenset(question.relevant))


def rank_releases(scores: Values, shortlist: Shortlist) -> dict[str, float]:
    """The releases of a shortlist with the best score of their passages, best first."""
    return _best_of_releases(scores, [stored.release.id for stored in shortlist.passages])


def _ask_one(asker: Asker, question: TestQuestion, day: date) -> Outcome:
    whole, without = shortlists(asker, question, day)
    scores = asker.score(whole)
    hits = asker.make_hits(whole, k=5, per_release=1)
    sentence = hits[0].sentence if hits else None
    right = None
    if question.answers and question.relevant:
        right = sentence is not None and any(answer in sentence for answer in question.answers)
    return Outcome(
        question=question,
        rankings={
            System.OURS: rank_releases(scores, whole),
            **_rank_baselines(asker, whole),
        },
        hits=hits,
        said=_hear(asker, hits),
        emptied=None
        if without is None
        else _hear(asker, asker.make_hits(without, k=5, per_release=1)),
        sentence_right=right,
    )


def _hear(asker: Asker, hits: Sequence[Hit]) -> Verdicts:
    return Verdicts(hits[0].confidence if hits else None, asker.judge(hits))


def _rank_baselines(asker: Asker, shortlist: Shortlist) -> dict[System, dict[str, float]]:
    """The baselines over the pooled candidates, each by its own score alone."""
    found, terms = shortlist.candidates, list(shortlist.question.wanted.weights)
    keys: list[int] = found.keys.tolist()
    releases = asker.snapshot.read_release_ids(keys)
    bm25 = asker.index.score_passages(terms, keys)
    dense = _best_of_releases(found.cosine, releases)
    lexical = _best_of_releases(bm25, releases)
    mixed = 0.5 * stretch(found.cosine) + 0.5 * stretch(bm25)
    fused: dict[str, float] = {}
    for ranking in (dense, lexical):
        for place, release in enumerate(ranking, start=1):
            fused[release] = fused.get(release, 0.0) + 1 / (_RRF_CONSTANT + place)
    return {
        System.BM25: lexical,
        System.DENSE: dense,
        System.RRF: _cut(fused),
        System.MIN_MAX: _best_of_releases(mixed, releases),
    }


def _best_of_releases(
    scores: npt.NDArray[np.floating[Any]], releases: Sequence[str]
) -> dict[str, float]:
    """Each release with the best score of its passages, best first."""
    best: dict[str, float] = {}
    for release, score in zip(releases, scores, strict=True):
        best[release] = max(best.get(release, float("-inf")), float(score))
    return _cut(best)


def _cut(scores: Mapping[str, float]) -> dict[str, float]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:_DEPTH])
