"""The way of a question through one generation of the library, from text to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from embeddings.encoder import EncodedQuestion, Encoder, Reranker
from embeddings.late_interaction import match_passages
from qa.answers import Answer, Hit, Interpretation, Question, Signal, Verdict
from qa.choosing import choose, find_margins
from qa.highlights import find_answer_sentence
from qa.interpreting import interpret
from qa.passage_index import Candidates, PassageIndex
from qa.passages import fit_heading, write_heading
from qa.ranking import Ranking, Values, mix_plainly, stretch
from qa.records import DateRange, Release
from qa.schema import StoredPassage
from qa.sentences import Span
from qa.signals import (
    SIGNALS,
    Matrix,
    PassageWords,
    Scores,
    Wanted,
    measure,
    read_question,
    read_words,
    weigh_tokens,
)
from qa.snapshot import Snapshot
from qa.terms import find_terms

_DEPTH = 100  # candidates asked of each leg
_SHORTLIST = 50  # candidates whose words are read
_NEAREST = 3  # releases offered when a window is empty
_WORDS_KEPT = 4096  # passages whose words are remembered


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The best candidates of one question with their signals, in the order of publication.

    `candidates` is all that was pooled, which the baselines of an evaluation are made of.
    """

    question: str
    wanted: Wanted
    encoded: EncodedQuestion
    passages: tuple[StoredPassage, ...]
    signals: Matrix
    candidates: Candidates


class Asker:
    """Answers questions from one generation of a library. Safe for concurrent questions.

    Without a `ranking` fitted for the encoder, hits are in the order of the plain mix and no
    verdict is claimed.
    """

    def __init__(
        self,
        encoder: Encoder,
        index: PassageIndex,
        snapshot: Snapshot,
        ranking: Ranking | None,
        *,
        threshold: float | None = None,
        reranker: Reranker | None = None,
        rerank_depth: int = 20,
    ) -> None:
        self._encoder = encoder
        self._index = index
        self.snapshot = snapshot
        fits = ranking is not None and ranking.encoder_fingerprint == encoder.fingerprint
        self._ranking = ranking if fits else None
        self._threshold = threshold
        self._reranker = reranker
        self._rerank_depth = rerank_depth
        self.holdings = snapshot.read_holdings()
        self._read_words = lru_cache(_WORDS_KEPT)(self._read_words_of)

    @property
    def encoder(self) -> Encoder:
        return self._encoder

    def ask(self, question: Question) -> Answer:
        """The hits for a question and a verdict on them.

        Raises QuestionError when the question's window is the wrong way round.
        """
        interpretation = self.interpret(question)
        if not self._index.count_passages(interpretation.window):
            return Answer(
                question,
                interpretation,
                Verdict.NOT_FOUND,
                hits=(),
                nearest=self._find_nearest(interpretation),
                generation=self.snapshot.generation,
            )
        shortlist = self.shortlist(interpretation)
        hits = self.make_hits(shortlist, k=question.k, per_release=question.per_release)
        return Answer(
            question,
            interpretation,
            self.judge(hits),
            hits,
            nearest=(),
            generation=self.snapshot.generation,
        )

    def interpret(self, question: Question) -> Interpretation:
        """How a question is understood. Raises QuestionError as `ask` does."""
        knows_korean = self._ranking is None or "ko" in self._ranking.languages
        return interpret(question, render_korean=not knows_korean)

    def shortlist(
        self, interpretation: Interpretation, without: frozenset[str] = frozenset()
    ) -> Shortlist:
        """The passages worth ranking for a question, with their signals.

        Releases whose ids are in `without` are passed over, as though they were not held.
        """
        text = interpretation.searched
        encoded = self._encoder.encode_question(text)
        wanted = self._read_question(interpretation)
        candidates = self._index.find_candidates(
            encoded.vector, list(wanted.weights), published=interpretation.window, depth=_DEPTH
        )
        passages = self.snapshot.read_passages(_cut(candidates))
        passages = [stored for stored in passages if stored.release.id not in without]
        keys = [stored.key for stored in passages]
        row_of = {int(key): row for row, key in enumerate(candidates.keys)}
        kept = [row_of[key] for key in keys]
        scores = Scores(
            cosine=candidates.cosine[kept],
            matches=match_passages(encoded.tokens, self._index.read_tokens(keys)),
            passage_bm25=candidates.passage_bm25[kept],
            release_bm25=candidates.release_bm25[kept],
        )
        words = [self._read_words(stored) for stored in passages]
        weights = weigh_tokens(text, encoded.spans, wanted)
        signals = measure(wanted, weights, passages, words, scores)
        return Shortlist(text, wanted, encoded, tuple(passages), signals, candidates)

    def score(self, shortlist: Shortlist) -> Values:
        """What the shortlist is ordered by, the higher the better: (passages,).

        A reranker's log-odds are added for the best `rerank_depth`; the others follow these.
        """
        scores, _ = self._score(shortlist)
        return scores

    def _score(self, shortlist: Shortlist) -> tuple[Values, dict[int, float]]:
        """The scores, and for each row that the reranker read, what it said."""
        if self._ranking is None:
            scores = mix_plainly(shortlist.signals)
        else:
            scores = self._ranking.score(shortlist.signals)
        if self._reranker is None or not len(scores):
            return scores, {}
        best = np.argsort(-scores, kind="stable")[: self._rerank_depth]
        texts = [
            write_heading(stored.release.title, stored.release.published) + stored.passage.text
            for stored in (shortlist.passages[row] for row in best)
        ]
        said = self._reranker.score(shortlist.question, texts)
        reread = scores[best] + said
        final: Values = scores - scores.max() + reread.min() - 1
        final[best] = reread
        return final, {int(row): float(value) for row, value in zip(best, said, strict=True)}

    def make_hits(self, shortlist: Shortlist, *, k: int, per_release: int) -> tuple[Hit, ...]:
        """The `k` best of a shortlist, at most `per_release` of one release."""
        scores, reread = self._score(shortlist)
        releases = [stored.release.id for stored in shortlist.passages]
        chosen, others = choose(scores, releases, k, per_release)
        confidences: Values | None = None
        if self._ranking is not None:
            margins = find_margins(scores, releases)
            confidences = self._ranking.judge(shortlist.signals, margins)
        return tuple(
            Hit(
                rank=rank,
                score=float(scores[row]),
                confidence=None if confidences is None else float(confidences[row]),
                passage=shortlist.passages[row].passage,
                release=shortlist.passages[row].release,
                highlights=self._highlight(shortlist, row),
                signals=_explain(shortlist, row, reread.get(row)),
                others=tuple(shortlist.passages[other].passage for other in others[row]),
            )
            for rank, row in enumerate(chosen, start=1)
        )

    def judge(self, hits: Sequence[Hit]) -> Verdict:
        """Whether `hits` answer their question."""
        if not hits:
            return Verdict.NOT_FOUND
        if self._ranking is None:
            return Verdict.UNJUDGED
        threshold = self._ranking.threshold if self._threshold is None else self._threshold
        best = max(hit.confidence or 0.0 for hit in hits)
        return Verdict.ANSWERED if best >= threshold else Verdict.NOT_FOUND

    def _read_question(self, interpretation: Interpretation) -> Wanted:
        """What a question asks for. Of a rendered one, its own words count where releases have
        them, so that Korean finds Korean too."""
        searched = interpretation.searched
        terms = find_terms(searched)
        if searched != interpretation.question:
            own = find_terms(interpretation.question)
            terms += [term for term in own if self._index.count_term(term)]
        asked = interpretation.period
        period = asked.period if asked else None
        return read_question(searched, terms, period, self._index.count_term, len(self._index))

    def _highlight(self, shortlist: Shortlist, row: int) -> tuple[Span, ...]:
        stored = shortlist.passages[row]
        heading = fit_heading(stored.release, self._encoder.max_tokens, self._encoder.count_tokens)
        text = stored.passage.text
        sentence = find_answer_sentence(
            shortlist.wanted,
            text,
            self._read_words(stored),
            shortlist.encoded.tokens,
            self._index.read_tokens([stored.key])[0],
            self._encoder.find_tokens(heading + text) - len(heading),
        )
        return () if sentence is None else (sentence,)

    def _find_nearest(self, interpretation: Interpretation) -> tuple[Release, ...]:
        """The releases nearest in time to an empty window, among those published by `as_of`."""
        asked = interpretation.published or interpretation.window
        before = DateRange(date.min, min(asked.first, interpretation.as_of))
        after = DateRange(asked.last, interpretation.as_of)
        found = self.snapshot.list_releases(before, limit=_NEAREST)
        found += self.snapshot.list_releases(after, limit=_NEAREST, newest_first=False)

        def distance(release: Release) -> int:
            return max(
                (asked.first - release.published).days, (release.published - asked.last).days
            )

        return tuple(sorted(found, key=distance)[:_NEAREST])

    def _read_words_of(self, stored: StoredPassage) -> PassageWords:
        return read_words(stored)


def _explain(shortlist: Shortlist, row: int, reread: float | None) -> tuple[Signal, ...]:
    """The signals of a row by name, the reranker's last where it read the row."""
    values = zip(SIGNALS, shortlist.signals[row], strict=True)
    signals = tuple(Signal(name, float(value)) for name, value in values)
    return signals if reread is None else (*signals, Signal("reranker", reread))


def _cut(candidates: Candidates) -> list[int]:
    """The keys of the candidates that the plain mix puts first, in the candidates' own order."""
    mix = stretch(candidates.cosine) + stretch(candidates.release_bm25)
    best = np.argsort(-mix, kind="stable")[:_SHORTLIST]
    return [int(candidates.keys[row]) for row in sorted(best)]
