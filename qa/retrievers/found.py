"""What every retriever hands over: passages, each with where and when it was published."""

from dataclasses import dataclass

from qa.api.answer_schemas import AnswerOut, HitOut

Metadata = dict[str, str | int | float | None]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage. `score` is the probability that it answers, where the service knows that.

    `metadata` holds title, published (as 2025-12-31), publisher, url, period_first and period_last
    (what the release is about), confidence, verdict, sentence (the one that answers, verbatim),
    citation, rank, release_id and passage_id; what is not known is None.
    """

    id: str
    text: str
    score: float
    metadata: Metadata


def read_found(answer: AnswerOut, *, abstain: bool) -> list[Found]:
    """The passages of an answer, best first; with `abstain` none where nothing answers."""
    if abstain and answer.verdict == "not_found":
        return []
    return [
        Found(
            hit.passage.id,
            hit.passage.text,
            hit.score if hit.confidence is None else hit.confidence,
            _describe(hit, answer.verdict),
        )
        for hit in answer.hits
    ]


def _describe(hit: HitOut, verdict: str) -> Metadata:
    return {
        "title": hit.release.title,
        "published": hit.release.published.isoformat(),
        "publisher": hit.release.publisher,
        "url": hit.release.url,
        "period_first": hit.about.first.isoformat() if hit.about else None,
        "period_last": hit.about.last.isoformat() if hit.about else None,
        "confidence": hit.confidence,
        "verdict": verdict,
        "sentence": hit.sentence,
        "citation": hit.citation,
        "rank": hit.rank,
        "release_id": hit.release.id,
        "passage_id": hit.passage.id,
    }
