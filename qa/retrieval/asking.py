"""The way of a question through one generation of the library, from text to answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from embeddings.encoder import Encoder, Reranker
from qa.answers import Answer, Hit, PeriodAnswer, Verdict
from qa.index.encoded_text import PassageWriter
from qa.index.passage_index import PassageIndex
from qa.index.passages import write_heading
from qa.judgements import Judgement
from qa.language.bodies import find_bodies
from qa.questions import Interpretation, Question
from qa.retrieval.alike import find_alike, order
from qa.retrieval.choosing import choose, show
from qa.retrieval.highlighter import Highlighter
from qa.retrieval.judging import Judged, give_verdict, judge
from qa.retrieval.nearest import answer_nothing
from qa.retrieval.newest import list_hits
from qa.retrieval.ranking import Ranking, explain, mix_plainly, require_numbers
from qa.retrieval.series_teller import SeriesTeller
from qa.retrieval.several_periods import FoundFor, join_found
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.shortlisting import Shortlister
from qa.retrieval.signals import Values
from qa.retrieval.untold import Untold
from qa.series.series import SeriesPlace
from qa.stopwatch import Stage, stage
from qa.storage.correction_book import CorrectionBook
from qa.storage.snapshot import Snapshot
from qa.timelines.timeline import Timeline, line_up
from qa.understanding.misspelt_words import interpret_spelt
from qa.understanding.unheld_words import find_unheld_words

_HARDLY = 0.01  # of a probability: what more is not told makes no difference to


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
        self._known = self._ranking.languages if self._ranking is not None else languages
        own = 0.0 if self._ranking is None else self._ranking.threshold
        self._least = own if threshold is None else threshold
        self.reranker = reranker
        self._rerank_depth = rerank_depth
        self.holdings = snapshot.read_holdings()
        self._bodies = find_bodies(snapshot.find_publishing_days())
        self._series = snapshot.read_series()
        self.corrections = CorrectionBook(snapshot)
        writer = PassageWriter(encoder, self._known)
        self._shortlister = Shortlister(
            encoder, index, snapshot, self._series, self.corrections, writer
        )
        self.highlighter = Highlighter(None if self._ranking is None else self._ranking.sentence)
        self._teller = SeriesTeller(
            self._series, self.corrections, self._shortlister, self.highlighter
        )

    @property
    def encoder(self) -> Encoder:
        return self._encoder

    def ask(self, question: Question) -> Answer:
        """The hits for a question and a verdict on them.

        Raises QuestionError when the question's window is the wrong way round.
        """
        with stage(Stage.INTERPRET):
            interpretation = self.interpret(question)
        if interpretation.obstacle or not self.index.count_passages(interpretation.scope):
            return answer_nothing(question, interpretation, self.snapshot, self.corrections)
        by_period: tuple[PeriodAnswer, ...] = ()
        if interpretation.wants_all:
            hits, total = self._list_newest(interpretation, question.k)
            verdict = Verdict.ANSWERED
        else:
            found = [
                FoundFor(each.period, *self._find_best(question, each))
                for each in (interpretation, *interpretation.further)
            ]
            (hits, verdict, by_period), total = join_found(found, question.k), None
            by_period += tuple(
                PeriodAnswer(each, Verdict.UNJUDGED, None) for each in interpretation.beyond
            )
        unheld: tuple[str, ...] = ()
        if verdict is Verdict.NOT_FOUND:
            unheld = find_unheld_words(interpretation, self.index.count_term)
        return Answer(
            question,
            interpretation,
            verdict,
            hits,
            (),
            self.snapshot.generation,
            total,
            by_period=by_period,
            unheld=unheld,
        )

    def _find_best(
        self, question: Question, interpretation: Interpretation
    ) -> tuple[tuple[Hit, ...], Verdict]:
        with stage(Stage.RANK):
            hits = self.make_hits(
                self.shortlist(interpretation),
                k=question.k,
                per_release=question.per_release,
                per_series=question.per_series,
            )
        return hits, self.judge(hits)

    def _list_newest(self, asked: Interpretation, k: int) -> tuple[tuple[Hit, ...], int]:
        """The `k` newest releases in scope that have passages, and how many there are."""
        held, window = self.snapshot, asked.window
        publisher, further = asked.publisher, asked.further_publishers
        releases = held.list_releases(
            window, publisher=publisher, further=further, limit=k, with_passages=True
        )
        read = self._shortlister.read_releases([each.id for each in releases])
        places = [self.find_place(each.id, asked.as_of) for each in releases]
        known = self.corrections.find([each.id for each in releases], asked.as_of)
        total = held.count_releases(
            window, publisher=publisher, further=further, with_passages=True
        )
        return list_hits(releases, read, places, known), total

    def interpret(self, question: Question) -> Interpretation:
        """How a question is understood. Raises QuestionError as `ask` does."""
        count_pieces = self._encoder.count_tokens
        return interpret_spelt(
            question, self._known, self.index.count_term, count_pieces, self._bodies
        )

    def shortlist(
        self, interpretation: Interpretation, without: frozenset[str] = frozenset()
    ) -> Shortlist:
        """The passages worth ranking for a question, with their signals.

        Releases whose ids are in `without` are passed over, as though they were not held.
        """
        return self._shortlister.shortlist(interpretation, without)

    def score(self, shortlist: Shortlist) -> Values:
        """What hits are chosen by, the higher the better: (passages,)."""
        scores, _ = self._score(shortlist)
        return self._order(shortlist, scores)[0]

    def _score(self, shortlist: Shortlist) -> tuple[Values, dict[int, float]]:
        """The scores, and for each row that the reranker read, what it said.

        A reranker's log-odds are added for the best `rerank_depth`; the others follow these.
        """
        if self._ranking is None:
            scores = mix_plainly(shortlist.signals)
        else:
            scores = self._ranking.score(shortlist.signals)
        if self.reranker is None or not len(scores):
            return scores, {}
        best = np.argsort(-scores, kind="stable")[: self._rerank_depth]
        texts = [
            write_heading(stored.release.title, stored.release.published) + stored.passage.text
            for stored in (shortlist.read[row].stored for row in best)
        ]
        said = self.reranker.score(shortlist.question.text, texts)
        reread = scores[best] + said
        final: Values = scores - scores.max() + reread.min() - 1
        final[best] = reread
        return final, {int(row): float(value) for row, value in zip(best, said, strict=True)}

    def _order(self, shortlist: Shortlist, scores: Values) -> tuple[Values, Judged | None]:
        """What rows with these scores are ordered by, and how sure each is; without a ranking they
        are not judged. Raises EncodingFault for scores that are no numbers."""
        require_numbers(scores)
        if self._ranking is None:
            return order(shortlist, scores, np.zeros(len(scores), np.bool_), None), None
        alike = find_alike(shortlist, scores)
        judged = judge(self._ranking, shortlist, scores, alike)
        return order(shortlist, scores, alike, judged.sure), judged

    def make_hits(
        self,
        shortlist: Shortlist,
        *,
        k: int,
        per_release: int,
        per_series: int = 1,
        for_series: bool = False,
    ) -> tuple[Hit, ...]:
        """The `k` best of a shortlist, at most `per_release` of one release and `per_series`
        releases of one series. A release has the place of its best passage, and shows the one with
        the best sentence. With `for_series` they are to say which series answers, whatever their
        own sentences hold."""
        scores, reread = self._score(shortlist)
        ordered, judged = self._order(shortlist, scores)
        releases, series = shortlist.releases, shortlist.series
        chosen, others = choose(
            ordered, releases, k, per_release, series=series, per_series=per_series
        )
        passages = shortlist.passages
        found = [*chosen, *(row for rest in others.values() for row in rest)]
        marked = self.highlighter.mark(
            shortlist.question,
            [shortlist.read[row] for row in found],
            shortlist.compared.select(found),
        )
        require_numbers([mark.score for mark in marked if mark.highlights])
        marks = dict(zip(found, marked, strict=True))
        shown, beside = show(
            chosen, others, releases, {row: mark.score for row, mark in marks.items()}
        )
        places = {row: self._series.place(releases[row], shortlist.as_of) for row in chosen}
        known = self.corrections.find([releases[row] for row in chosen], shortlist.as_of)
        untold = dict.fromkeys(chosen, Untold())
        for row, best in [] if for_series else zip(chosen, shown, strict=True):
            hit = (shortlist.read[best], marks[best].highlights, places[row])
            likely = judged is not None and judged.sure[row] >= _HARDLY
            untold[row] = self._shortlister.untold.find(shortlist, row, *hit, likely=likely)
        judgements: dict[int, Judgement] = {}
        if judged is not None:
            judgements = {row: judged.judge_hit(row, untold[row]) for row in chosen}
        sure = {row: each.probability for row, each in judgements.items()}
        return tuple(
            Hit(
                rank=rank,
                score=float(scores[row]),
                confidence=sure.get(row),
                passage=passages[best].passage,
                release=passages[row].release,
                highlights=marks[best].highlights,
                signals=explain(self._ranking, shortlist.signals, row, reread.get(row)),
                others=tuple(passages[other].passage for other in rest),
                about=passages[row].about,
                place=places[row],
                untold=untold[row].extreme,
                missing=untold[row].missing,
                judgement=judgements.get(row),
                corrections=corrections,
            )
            for rank, (row, best, rest, corrections) in enumerate(
                zip(chosen, shown, beside, known, strict=True), 1
            )
        )

    def draw_timeline(self, question: Question) -> Timeline:
        """What the question asks for, across all instalments of the series that answers it, and of
        those that tell of the same matter.

        Of a period that holds several instalments, only these. Raises QuestionError as `ask` does.
        """
        # All periods are wanted, among them the extreme one.
        interpretation = replace(self.interpret(question), of_parts=True, extreme=None)
        # Where no matter is named, or only an office, no series is about it.
        hits: tuple[Hit, ...] = ()
        if not (interpretation.wants_all or interpretation.obstacle):
            shortlist = self.shortlist(interpretation)
            if not shortlist.holding:
                hits = self.make_hits(shortlist, k=question.k, per_release=1, for_series=True)
        answering = (hit for hit in hits if self.judge([hit]) is not Verdict.NOT_FOUND)
        places = [hit.place for hit in answering if hit.place is not None]
        generation = self.snapshot.generation
        if not places:
            return line_up(question, interpretation, None, (), generation)
        series, told, silent = self._teller.tell(interpretation, places)
        timeline = line_up(question, interpretation, series, told, generation, silent)
        return self._teller.tell_corrections(timeline)

    def judge(self, hits: Sequence[Hit]) -> Verdict:
        """Whether the first of `hits` answers their question, by this threshold."""
        return give_verdict(hits, self._least)

    def find_place(self, release_id: str, as_of: date) -> SeriesPlace | None:
        """Where a release stands in its series, as far as that was published by a day."""
        return self._series.place(release_id, as_of)
