"""What is worth ranking for a question: the question as it is searched with, and the passages.

How they are found is left to `qa.retrieval.shortlisting`, and what is made of them to
`qa.retrieval.asking`.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from embeddings.encoder import EncodedQuestion
from embeddings.late_interaction import Comparison
from qa.index.passage_index import Candidates
from qa.language.exclusions import says_excluded
from qa.language.sayings import find_saying
from qa.language.unread_words import UnreadWord
from qa.language.wholes import speaks_of_whole
from qa.records import StoredPassage
from qa.retrieval.confidence import Context
from qa.retrieval.letter_matches import NO_LETTERS, Letters
from qa.retrieval.news import leads_with
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import SIGNALS, Matrix, Values
from qa.understanding.wanted import Wanted

_BEST = 3  # releases or series, of which the surest may come first
_LIKELY = 0.5

Flags = npt.NDArray[np.bool_]
"""One yes or no a passage: (passages,)."""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it is searched with: its text, what it asks for, and the encoder's view of it.

    `token_weights` are how rare the words of its tokens are, and then those of `letters` that have
    no tokens: (tokens,). `names` are the places of the tokens of each name, `things` those of each
    word that says of what a figure is asked for, `own` of those that only say that it is of Korea.
    `unread` are its words that name something in no English, and `letters` its Korean words that
    releases may have as they stand.
    """

    text: str
    wanted: Wanted
    encoded: EncodedQuestion
    token_weights: npt.NDArray[np.float64]
    names: tuple[tuple[int, ...], ...]
    things: tuple[tuple[int, ...], ...] = ()
    own: tuple[int, ...] = ()
    unread: tuple[UnreadWord, ...] = ()
    letters: Letters = NO_LETTERS


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The best candidates of one question with their signals, in the order of publication.

    `series` is that of each and `matters` what tells of its matter, None for what is in none.
    `compared` are their tokens beside the question's, `matches`, (passages, tokens), the one of
    each passage that is most like, and then its words that only letters stand for
    (`qa.retrieval.letter_matches`). `candidates` is all that was pooled, which the baselines of an
    evaluation are made of. `preferred` are those that say the extreme over time asked for before
    all others on their matter do, or alone tell of the part asked for, and `holding` the keys of
    those that say who holds the office asked for.
    """

    question: ReadQuestion
    as_of: date
    read: tuple[ReadPassage, ...]
    compared: Comparison
    matches: npt.NDArray[np.float32]
    series: tuple[str | None, ...]
    matters: tuple[str | None, ...]
    signals: Matrix
    candidates: Candidates
    newest_first: bool = False
    preferred: tuple[bool, ...] = ()
    holding: frozenset[int] = frozenset()

    def find_holding(self) -> Flags:
        """Which passages say who holds the office asked for."""
        return np.array([each.stored.key in self.holding for each in self.read], np.bool_)

    def find_leading(self) -> Flags:
        """Which passages are of a release that leads with the matter that news is asked for of."""
        matter = self.question.wanted.news_of
        return np.array([leads_with(matter, each) for each in self.read], np.bool_)

    def find_quoting(self) -> Flags:
        """Which passages have words of who is named in full, where these alone are asked for."""
        saying = find_saying(self.question.wanted.question)
        if saying is None or not saying.alone:
            return np.zeros(len(self.read), np.bool_)
        has = [any(map(saying.is_in, each.read_sentences())) for each in self.read]
        return np.array(has, np.bool_)

    def find_elsewhen(self) -> Flags:
        """Which passages are of another period than the one asked about."""
        return self.signals[:, SIGNALS.index("period_missing")] > 0

    def find_with_excluded(self) -> Flags:
        """Which passages, where a figure is asked for without a part of what it is of, speak of
        that part, or are on exports or imports as a whole, but for what speaks of them without."""
        excluded = self.question.wanted.excluded
        with_excluded = np.zeros(len(self.read), np.bool_)
        for row, each in enumerate(self.read if excluded else ()):
            title, text = each.stored.release.title, each.stored.passage.text
            of_whole = speaks_of_whole(title) or speaks_of_whole(each.opening)
            with_all = of_whole or excluded <= each.places.keys()
            with_excluded[row] = with_all and not says_excluded(excluded, text)
        return with_excluded

    def lift_surer(self, scores: Values, sure: Values) -> Values:
        """The scores, with the surest of the three best releases or series first where the best is
        unsure and that is not, nor of another period than the one asked about.

        What a release leads with draws the words of the order ("decline"); the probability also
        goes by what no answer can be without. `scores` and `sure` are (passages,).
        """
        rivals, best = self.rivals, dict[str, int]()
        for row in np.argsort(-scores, kind="stable").tolist():
            best.setdefault(rivals[row], row)
        first, *others = list(best.values())[:_BEST] or [0]
        elsewhen = self.find_elsewhen()
        sure_others = [row for row in others if sure[row] >= _LIKELY and not elsewhen[row]]
        if not sure_others or sure[first] >= _LIKELY:
            return scores
        lifted = scores.copy()
        lifted[max(sure_others, key=lambda row: sure[row])] = np.nextafter(scores[first], np.inf)
        return lifted

    @property
    def passages(self) -> list[StoredPassage]:
        return [each.stored for each in self.read]

    @property
    def releases(self) -> list[str]:
        """The release of each passage."""
        return [each.stored.release.id for each in self.read]

    @property
    def rivals(self) -> list[str]:
        """What each passage speaks for: the matter of its series, else its release."""
        return [name or each for name, each in zip(self.matters, self.releases, strict=True)]

    @property
    def context(self) -> Context:
        """What the passages are judged by beyond their signals."""
        return Context(
            rivals=self.rivals,
            matches=self._match_beyond_own(),
            names=self.question.names,
            things=self.question.things,
            in_series=[name is not None for name in self.series],
            timed=self.question.wanted.is_timed,
            lacking=self._find_lacking(),
        )

    def _match_beyond_own(self) -> npt.NDArray[np.float32]:
        """The `matches`, with what only says that it is of Korea said by all as well as by any:
        what goes without saying in Korean is no reason to be less sure of it."""
        own = list(self.question.own)
        if not own:
            return self.matches
        matches = self.matches.copy()
        matches[:, own] = matches[:, own].max(axis=0, initial=-np.inf)
        return matches

    def _find_lacking(self) -> list[list[UnreadWord]]:
        """The words without English that the release of each passage has not; none at all where the
        question has no such words."""
        unread = self.question.unread
        if not unread:
            return []
        of_release = {each.release.id: each.release for each in self.passages}
        texts = {id_: f"{each.title}\n{each.body}" for id_, each in of_release.items()}
        lacking = {
            id_: [word for word in unread if not word.stands_in(text)]
            for id_, text in texts.items()
        }
        return [lacking[id_] for id_ in self.releases]
