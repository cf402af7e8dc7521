"""The way of a question through one generation of the library, from text to answer."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from embeddings.encoder import Encoder, Reranker
from embeddings.late_interaction import compare_passages
from qa.answers import Answer, Hit, Interpretation, Question, Signal, Verdict
from qa.choosing import choose, find_margins
from qa.encoded_text import PassageWriter
from qa.highlights import SENTENCE_SIGNALS, measure_sentences
from qa.interpreting import interpret
from qa.passage_index import PassageIndex
from qa.passages import write_heading
from qa.periods import Period
from qa.ranking import Ranking, Values, explain_mix, mix_plainly, mix_sentences_plainly
from qa.records import DateRange, Release, StoredPassage
from qa.sentences import Span
from qa.series import Instalment, SeriesPlace
from qa.shortlisting import ReadQuestion, Shortlist, Shortlister
from qa.signals import SIGNALS, Matrix
from qa.snapshot import Snapshot
from qa.stopwatch import Stage, stage
from qa.timeline import Candidate, Timeline, line_up

_TOKENS_KEPT = 1024  # passages, whose tokens are looked for where they were shown
_NEAREST = 3  # releases offered when a window is empty


class Asker:
    """Answers questions from one generation of a library. Safe for concurrent questions.

    Without a `ranking` fitted for the encoder, hits are in the order of the plain mix and no
    verdict is claimed. Questions in languages that the encoder does not know are rendered in
    English; `languages` are those it knows where no ranking says, None: all.
    """

    def __init__(
        self,
        encoder: Encoder,
        index: PassageIndex,
        snapshot: Snapshot,
        ranking: Ranking | None,
        *,
        languages: Sequence[str] | None = None,
        threshold: float | None = None,
        reranker: Reranker | None = None,
        rerank_depth: int = 20,
    ) -> None:
        self._encoder = encoder
        self.index = index
        self.snapshot = snapshot
        fits = ranking is not None and ranking.holds_for(encoder.fingerprint)
        self._ranking = ranking if fits else None
        known = self._ranking.languages if self._ranking is not None else languages
        self._render_korean = known is not None and "ko" not in known
        # Of the writer, not of this object: that would keep open a library that nobody uses.
        self._find_tokens = lru_cache(_TOKENS_KEPT)(PassageWriter(encoder, known).find_tokens)
        self._threshold = threshold
        self.reranker = reranker
        self._rerank_depth = rerank_depth
        self.holdings = snapshot.read_holdings()
        self._series = snapshot.read_series()
        self._shortlister = Shortlister(encoder, index, snapshot, self._series)

    @property
    def encoder(self) -> Encoder:
        return self._encoder

    def ask(self, question: Question) -> Answer:
        """The hits for a question and a verdict on them.

        Raises QuestionError when the question's window is the wrong way round.
        """
        with stage(Stage.INTERPRET):
            interpretation = self.interpret(question)
        if not self.index.count_passages(interpretation.window):
            return Answer(
                question,
                interpretation,
                Verdict.NOT_FOUND,
                hits=(),
                nearest=self._find_nearest(interpretation),
                generation=self.snapshot.generation,
            )
        with stage(Stage.RANK):
            shortlist = self.shortlist(interpretation)
            hits = self.make_hits(
                shortlist,
                k=question.k,
                per_release=question.per_release,
                per_series=question.per_series,
            )
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
        return interpret(question, render_korean=self._render_korean)

    def shortlist(
        self, interpretation: Interpretation, without: frozenset[str] = frozenset()
    ) -> Shortlist:
        """The passages worth ranking for a question, with their signals.

        Releases whose ids are in `without` are passed over, as though they were not held.
        """
        return self._shortlister.shortlist(interpretation, without)

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
        if self.reranker is None or not len(scores):
            return scores, {}
        best = np.argsort(-scores, kind="stable")[: self._rerank_depth]
        texts = [
            write_heading(stored.release.title, stored.release.published) + stored.passage.text
            for stored in (shortlist.passages[row] for row in best)
        ]
        said = self.reranker.score(shortlist.question.text, texts)
        reread = scores[best] + said
        final: Values = scores - scores.max() + reread.min() - 1
        final[best] = reread
        return final, {int(row): float(value) for row, value in zip(best, said, strict=True)}

    def make_hits(
        self, shortlist: Shortlist, *, k: int, per_release: int, per_series: int = 1
    ) -> tuple[Hit, ...]:
        """The `k` best of a shortlist, at most `per_release` of one release and `per_series`
        releases of one series."""
        scores, reread = self._score(shortlist)
        releases = shortlist.releases
        chosen, others = choose(
            scores, releases, k, per_release, series=shortlist.series, per_series=per_series
        )
        confidences: Values | None = None
        if self._ranking is not None:
            margins = find_margins(scores, shortlist.rivals)
            confidences = self._ranking.judge(shortlist.signals, margins)
        marked = self._mark(shortlist, chosen)
        return tuple(
            Hit(
                rank=rank,
                score=float(scores[row]),
                confidence=None if confidences is None else float(confidences[row]),
                passage=shortlist.passages[row].passage,
                release=shortlist.passages[row].release,
                highlights=marked[rank - 1],
                signals=self._explain(shortlist, row, reread.get(row)),
                others=tuple(shortlist.passages[other].passage for other in others[row]),
                about=shortlist.passages[row].about,
                place=self._series.place(releases[row], shortlist.as_of),
            )
            for rank, row in enumerate(chosen, start=1)
        )

    def draw_timeline(self, question: Question) -> Timeline:
        """What the question asks for, across all instalments of the series that answers it.

        Of a period that holds several instalments, only these. Raises QuestionError as `ask` does.
        """
        interpretation = self.interpret(question)
        shortlist = self.shortlist(interpretation)
        hits = self.make_hits(shortlist, k=question.k, per_release=1)
        answering = (hit for hit in hits if self.judge([hit]) is not Verdict.NOT_FOUND)
        places = [hit.place for hit in answering if hit.place is not None]
        if not places:
            return line_up(question, interpretation, None, (), self.snapshot.generation)
        series = places[0].series
        instalments = self._series.list_current(series, interpretation.window)
        if asked := interpretation.period:
            within = [each for each in instalments if asked.period.contains(each.period)]
            instalments = within if len(within) > 1 else instalments
        topic = self._shortlister.read_question(interpretation, interpretation.topic)
        told = self._read_candidates(topic, instalments)
        return line_up(question, interpretation, series, told, self.snapshot.generation)

    def _read_candidates(
        self, question: ReadQuestion, instalments: Sequence[Instalment]
    ) -> list[tuple[Period, Release, list[Candidate]]]:
        """Each instalment with all its sentences, scored by how well they answer."""
        of_each = self.snapshot.find_passage_keys([each.release_id for each in instalments])
        keys = [key for of_one in of_each for key in of_one]
        candidates: dict[str, list[Candidate]] = {}
        releases: dict[str, Release] = {}
        passages = self.snapshot.read_passages(keys)
        measured = self.measure_sentences(question, passages)
        for stored, matrix in zip(passages, measured, strict=True):
            start, release = stored.passage.start, stored.release
            releases[release.id] = release
            candidates.setdefault(release.id, []).extend(
                Candidate(Span(start + span.start, start + span.end), float(score))
                for span, score in zip(
                    self.split(stored), self._score_sentences(matrix), strict=True
                )
            )
        return [
            (each.period, releases[each.release_id], candidates[each.release_id])
            for each in instalments
            if each.release_id in candidates
        ]

    def judge(self, hits: Sequence[Hit]) -> Verdict:
        """Whether `hits` answer their question."""
        if not hits:
            return Verdict.NOT_FOUND
        if self._ranking is None:
            return Verdict.UNJUDGED
        threshold = self._ranking.threshold if self._threshold is None else self._threshold
        best = max(hit.confidence or 0.0 for hit in hits)
        return Verdict.ANSWERED if best >= threshold else Verdict.NOT_FOUND

    def _mark(self, shortlist: Shortlist, rows: Sequence[int]) -> list[tuple[Span, ...]]:
        """The sentence that answers best in the passage of each row; none where there is none."""
        passages = [shortlist.passages[row] for row in rows]
        return [
            (self.split(stored)[int(np.argmax(self._score_sentences(matrix)))],)
            if len(matrix)
            else ()
            for stored, matrix in zip(
                passages, self.measure_sentences(shortlist.question, passages), strict=True
            )
        ]

    def _explain(self, shortlist: Shortlist, row: int, reread: float | None) -> tuple[Signal, ...]:
        """The signals of a row by name, the reranker's last where it read the row."""
        if self._ranking is None:
            usual, weights = explain_mix(shortlist.signals)
        else:
            usual, weights = self._ranking.order.centers, self._ranking.order.slopes
        numbers = (shortlist.signals[row].tolist(), usual.tolist(), weights.tolist())
        signals = tuple(map(Signal, SIGNALS, *numbers))
        return signals if reread is None else (*signals, Signal("reranker", reread, weight=1.0))

    def find_place(self, release_id: str, as_of: date) -> SeriesPlace | None:
        """Where a release stands in its series, as far as that was published by a day."""
        return self._series.place(release_id, as_of)

    def split(self, stored: StoredPassage) -> tuple[Span, ...]:
        """The sentences of a passage."""
        return self._shortlister.read_words(stored).sentences

    def measure_sentences(
        self, question: ReadQuestion, passages: Sequence[StoredPassage]
    ) -> list[Matrix]:
        """What speaks for each sentence of each passage: see `qa.highlights`."""
        codes = self.index.read_tokens([stored.key for stored in passages])
        compared = compare_passages(question.encoded.tokens, codes)
        return [
            measure_sentences(
                question.wanted,
                stored,
                self._shortlister.read_words(stored),
                similarities,
                self._find_tokens(stored.release, stored.passage.text),
            )
            for stored, similarities in zip(passages, compared, strict=True)
        ]

    def _score_sentences(self, matrix: Matrix) -> Values:
        unread = not matrix[:, SENTENCE_SIGNALS.index("late")].any()
        if self._ranking is None or unread:
            return mix_sentences_plainly(matrix)
        return self._ranking.sentence.score(matrix)

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
