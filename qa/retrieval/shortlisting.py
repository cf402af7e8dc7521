"""Which passages are worth ranking for a question, and what is known of each of them.

Candidates come from the passage index, by vector and by words. Instalments of one series share
their words, so that the month asked for need not be among these: for every series that was found,
the instalments asked for are added. So is what corrects a release that was found.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

import numpy as np

from embeddings.encoder import Encoder, Vectors
from embeddings.late_interaction import Comparison, compare
from qa.errors import EncodingFault
from qa.index.encoded_text import PassageWriter
from qa.index.passage_index import Candidates, PassageIndex
from qa.language.extremes import SAID_BY, Extreme
from qa.language.names import find_name_tokens, find_own_tokens
from qa.language.terms import find_terms
from qa.periods import Period
from qa.questions import Interpretation
from qa.records import DateRange, Scope
from qa.retrieval.corrected import find_withdrawn, settle_corrected, withdraw
from qa.retrieval.extreme_releases import find_saying, list_instalments, prefer, put_first
from qa.retrieval.holders import find_holder, settle_period
from qa.retrieval.letter_matches import Letters, find_tokens, match_letters
from qa.retrieval.ranking import stretch
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.shortlist import ReadQuestion, Shortlist
from qa.retrieval.signals import Scores, measure
from qa.retrieval.untold import UntoldFinder, prefer_telling
from qa.series.kinship import KinFinder
from qa.series.series import Instalment, SeriesBook, Standing
from qa.stopwatch import Stage, stage
from qa.storage.correction_book import CorrectionBook
from qa.storage.shelf import Shelf
from qa.storage.snapshot import Snapshot
from qa.understanding.asked_things import find_asked_tokens
from qa.understanding.latest import names_newest
from qa.understanding.question_reading import read_question
from qa.understanding.wanted import Wanted
from qa.understanding.weights import weigh_tokens

_DEPTH = 100  # candidates asked of each leg
_SHORTLIST = 30  # candidates whose words are read
_RECENT = (timedelta(days=31), timedelta(days=366))  # in which the newest are looked for
_OF_SERIES = 12  # instalments taken of a series whose periods only lie in the one asked about
_PASSAGES_KEPT = 8192  # that are remembered, of some 8 KB each
_KEYS_KEPT = 65_536  # that are remembered, of releases and of their passages


class Shortlister:
    """Makes shortlists from one generation of a library. Safe for concurrent questions."""

    def __init__(
        self,
        encoder: Encoder,
        index: PassageIndex,
        snapshot: Snapshot,
        series: SeriesBook,
        corrections: CorrectionBook,
        writer: PassageWriter,
    ) -> None:
        self._encoder = encoder
        self._index = index
        self._snapshot = snapshot
        self._series = series
        self._corrections = corrections
        self.kin = KinFinder(series)

        def read(keys: Sequence[int]) -> list[ReadPassage]:
            held = snapshot.read_passages(keys)
            return [ReadPassage(each, writer.read_analysis(each)) for each in held]

        self._passages = Shelf(read, size=_PASSAGES_KEPT)
        self._releases_of = Shelf(snapshot.read_release_ids, size=_KEYS_KEPT)
        self._keys_of = Shelf(snapshot.find_passage_keys, size=_KEYS_KEPT)
        self.untold = UntoldFinder(index, series, self._keys_of.read, self._passages.read)

    def shortlist(
        self, interpretation: Interpretation, without: frozenset[str] = frozenset()
    ) -> Shortlist:
        """The passages worth ranking for a question, with their signals.

        Releases whose ids are in `without` are passed over, as though they were not held.
        """
        question = self.read_question(interpretation, interpretation.searched)
        encoded, wanted = question.encoded, question.wanted
        terms, scope = list(wanted.weights), interpretation.scope
        candidates = self._index.find_candidates(encoded.vector, terms, scope=scope, depth=_DEPTH)
        keys = _rank(candidates)[:_SHORTLIST]
        keys += self._find_recent(interpretation, question, keys)
        keys += self._find_instalments(interpretation, keys)
        keys += self._find_extremes(wanted, scope, keys)
        keys += self._find_corrections(interpretation, keys)
        listing = self._snapshot.list_releases
        holding = find_holder(wanted, scope, listing, self.read_releases, without)
        keys += [key for key in holding if key not in keys]
        scored = self._score_all(encoded.vector, terms, candidates, keys)
        read = [each for each in self._passages.read(keys) if each.stored.release.id not in without]
        read.sort(key=lambda each: (each.stored.release.published, each.stored.key))
        row_of = {key: row for row, key in enumerate(scored.keys.tolist())}
        rows = [row_of[each.stored.key] for each in read]
        compared = self.compare(question, read)
        matches = match_letters(compared.match_passages(), question.letters, read)
        scores = Scores(scored.cosine[rows], matches, scored.release_bm25[rows])
        releases = [each.stored.release.id for each in read]
        standing = self._series.find_standings(releases, scope, without)
        joined = self._join_matters([standing[each] for each in releases], scope)
        known = self._corrections.find(releases, interpretation.as_of)
        withdrawn = find_withdrawn(wanted, read, dict(zip(releases, known, strict=True)))
        standings = withdraw(withdrawn, read, joined)
        extreme = prefer(wanted, read, standings)
        telling = prefer_telling(question, read, matches, standings)
        preferred = [one or other for one, other in zip(extreme, telling, strict=True)]
        placed = put_first(standings, preferred)
        measured = measure(wanted, question.token_weights, read, scores, placed)
        signals = settle_corrected(measured, read, withdrawn)
        return Shortlist(
            question=question,
            as_of=interpretation.as_of,
            read=tuple(read),
            compared=compared,
            matches=matches,
            series=tuple(each.series for each in standings),
            matters=tuple(each.matter for each in standings),
            signals=settle_period(signals, read, holding),
            candidates=candidates,
            newest_first=interpretation.wants_newest_first,
            preferred=tuple(preferred),
            holding=frozenset(holding),
        )

    def _join_matters(self, standings: Sequence[Standing], scope: Scope) -> list[Standing]:
        """The same with what series tell of the same matter, of whose newest instalments only the
        newest is one."""
        names = dict.fromkeys(each.series for each in standings if each.series is not None)
        matters = self.kin.name_matters(names)
        behind = {name for name in names if self._is_behind(name, scope)}
        return [
            each
            if each.series is None
            else replace(
                each,
                matter=matters[each.series],
                newness=-1 if each.series in behind else each.newness,
            )
            for each in standings
        ]

    def _is_behind(self, series: str, scope: Scope) -> bool:
        """Whether another language has a newer instalment on its matter."""
        if not self.kin.find_translations(series):
            return False
        own, newest = self._series.find_newest(series, scope), self._find_newest(series, scope)
        return own is not None and newest is not None and own.period.last < newest.period.last

    def read_releases(self, release_ids: Sequence[str]) -> list[ReadPassage]:
        """The passages of these releases, with their words."""
        of_each = self._keys_of.read(release_ids)
        return self._passages.read([key for of_one in of_each for key in of_one])

    def compare(self, question: ReadQuestion, passages: Sequence[ReadPassage]) -> Comparison:
        """The tokens of a question beside those of passages."""
        codes = self._index.read_tokens([each.stored.key for each in passages])
        return compare(question.encoded.tokens, codes)

    def _score_all(
        self, vector: Vectors, terms: Sequence[str], candidates: Candidates, keys: Sequence[int]
    ) -> Candidates:
        """The candidates and those of `keys` that are not among them, with every score."""
        known = set(candidates.keys.tolist())
        added = [key for key in keys if key not in known]
        return candidates.join(self._index.score(vector, terms, added)) if added else candidates

    def _find_recent(
        self, interpretation: Interpretation, question: ReadQuestion, found: Sequence[int]
    ) -> list[int]:
        """Keys of the best candidates of the last month and year, where the newest are wanted of
        what is in no series: older ones may be more, and agree better with the question's words."""
        if not interpretation.wants_newest_first:
            named = interpretation.wants_latest and names_newest(interpretation.question)
            if not named or any(map(self._series.find_series, self._releases_of.read(found[:1]))):
                return []
        terms, scope = list(question.wanted.weights), interpretation.scope
        first, last = scope.published.first, scope.published.last
        keys: list[int] = []
        for days in _RECENT:
            begin = max(first, last - min(days, last - date.min))
            recent = replace(scope, published=DateRange(begin, last))
            vector = question.encoded.vector
            best = self._index.find_candidates(vector, terms, scope=recent, depth=_DEPTH)
            keys += _rank(best)[:_SHORTLIST]
        return [key for key in dict.fromkeys(keys) if key not in set(found)]

    def _find_instalments(self, interpretation: Interpretation, found: Sequence[int]) -> list[int]:
        """Keys of other passages of the instalments asked for, in every series that was found.

        Which month is asked for the words of a template do not tell, so that the right instalment
        need not be among those found though others of its series are.
        """
        scope, asked = interpretation.scope, interpretation.period
        if not len(self._series) or (asked is None and not interpretation.recency):
            return []
        series = map(self._series.find_series, self._releases_of.read(found))
        wanted: list[Instalment] = []
        for name in dict.fromkeys(filter(None, series)):
            if asked is not None:
                wanted += self._find_about(name, asked.period, scope)
            else:
                newest = self._find_newest(name, scope)
                wanted += [newest] if newest is not None else []
        of_each = self._keys_of.read([each.release_id for each in wanted])
        return sorted(set(chain(*of_each)) - set(found))

    def _find_extremes(self, wanted: Wanted, scope: Scope, found: Sequence[int]) -> list[int]:
        """Keys of other passages that say the extreme over time asked for, if one is, of the series
        that were found."""
        asked = wanted.extreme
        if asked is None or not len(self._series):
            return []
        series = map(self._series.find_series, self._releases_of.read(found))
        likely = list_instalments(asked, series, self._series, self.kin, scope)
        held = self._keys_of.read([each.release_id for each in likely])
        keys = sorted(set(chain(*held)) - set(found))
        if asked is Extreme.LAST:
            return keys
        scores = self._index.score_passages(find_terms(SAID_BY[asked]), keys)
        keys = [key for key, score in zip(keys, scores.tolist(), strict=True) if score]
        return find_saying(wanted, self._passages.read(keys))

    def _find_corrections(self, interpretation: Interpretation, found: Sequence[int]) -> list[int]:
        """Keys of other passages of what corrects the releases that were found, and is in scope:
        a correction need not say again what they are about."""
        if self._corrections.is_empty:
            return []
        names = list(dict.fromkeys(self._releases_of.read(found)))
        known = self._corrections.find(names, interpretation.as_of)
        window = interpretation.scope.published  # a correction is its publisher's own
        links = (link for each in known for link in each.corrected_by if link.published in window)
        of_each = self._keys_of.read(list(dict.fromkeys(link.release_id for link in links)))
        return sorted(set(chain(*of_each)) - set(found))

    def _find_about(self, series: str, period: Period, scope: Scope) -> list[Instalment]:
        """The instalments of a series about a period; where it has none, those of the series in
        another language that tell of the same matter."""
        names = [series, *self.kin.find_translations(series)]
        about = (self._series.find_about(each, period, scope)[-_OF_SERIES:] for each in names)
        return next(filter(None, about), [])

    def _find_newest(self, series: str, scope: Scope) -> Instalment | None:
        """The newest instalment of a series, or of one in another language on its matter."""
        names = [series, *self.kin.find_translations(series)]
        newest = (self._series.find_newest(each, scope) for each in names)
        return max(filter(None, newest), key=lambda each: each.period.last, default=None)

    def read_question(self, interpretation: Interpretation, text: str) -> ReadQuestion:
        """The question as it is searched with by `text`."""
        wanted = read_question(interpretation, text, self._index.count_term, len(self._index))
        with stage(Stage.ENCODE):
            encoded = self._encoder.encode_question(text)
        if not (np.isfinite(encoded.vector).all() and np.isfinite(encoded.tokens).all()):
            # It would be compared all the same, and some passage come first.
            raise EncodingFault(
                f"The encoder {self._encoder.name} gave a vector that is no number. Restart the "
                f"service; if it does so again, set QA_ENGINE=torch."
            )
        lettered = [word for word in interpretation.unread if word.is_among(wanted.weights)]
        rarest = [max(wanted.weights[term] for term in word.terms) for word in lettered]
        return ReadQuestion(
            text,
            wanted,
            encoded,
            np.concatenate([weigh_tokens(text, encoded.spans, wanted.weights), rarest]),
            find_name_tokens(text, encoded.spans),
            find_asked_tokens(text, encoded.spans, wanted),
            find_own_tokens(text, encoded.spans),
            interpretation.unread,
            Letters(tuple(lettered), find_tokens(interpretation.rendered, text, encoded.spans)),
        )


def _rank(candidates: Candidates) -> list[int]:
    """The keys of the candidates, in the order of the plain mix."""
    mix = stretch(candidates.cosine) + stretch(candidates.release_bm25)
    ranked: list[int] = candidates.keys[np.argsort(-mix, kind="stable")].tolist()
    return ranked
