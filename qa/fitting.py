"""Fitting the ranking: from a collection's questions to the coefficients in ranking.json.

The order is a conditional logit (McFadden 1974; as a ranking loss, ListNet's top-one, Cao et al.
2007, https://doi.org/10.1145/1273496.1273513) over the passages of each shortlist. The
probability is a logistic regression over the best hits of questions asked as they are and with
their answers taken away. Both are ridge-penalised, and no weight may go against the meaning of its
signal: words in common never count against a passage, what is missing never for it. Each question
weighs the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from qa.answers import Aspect, Question
from qa.asking import Asker
from qa.choosing import choose, find_margins
from qa.collections import Collection, TestQuestion
from qa.evaluation import shortlists
from qa.highlights import SENTENCE_SIGNALS
from qa.ranking import CONFIDENCE_SIGNALS, LinearModel, Values, confidence_matrix
from qa.shortlisting import Shortlist
from qa.signals import SIGNALS, Matrix

_ORDER_PENALTY = 0.05
_SENTENCE_PENALTY = 0.01
_CONFIDENCE_PENALTY = 0.01
_BOUNDS = {
    "missing": (None, 0),
    "superseded": (None, 0),
    "intercept": (None, None),
}  # by the last word of a name
_HITS = 3  # hits of each question that the probability is learned from
_FOLDS = 5

Labels = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SentenceSet:
    """The sentences of a passage that holds the answer, and which of them do."""

    matrix: Matrix
    labels: Labels


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its shortlist, and the one without the releases that answer it.

    `sentences` are of the passages of right releases, where the words of the answer are known.
    """

    question: TestQuestion
    whole: Shortlist
    emptied: Shortlist | None
    sentences: tuple[SentenceSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """Three models, a threshold, and what it does to held-out questions: shares from 0 to 1.

    `refused_wrongly` is of questions with an answer, `refused_rightly` of those without, and
    `answers_wrong` of the answers given.
    """

    order: LinearModel
    confidence: LinearModel
    sentence: LinearModel
    threshold: float
    refused_wrongly: float
    refused_rightly: float
    answers_wrong: float


@dataclass(frozen=True, slots=True)
class Judged:
    """How sure the best hit of a question was, and what would have been right."""

    sure: float
    answerable: bool
    right: bool


def ask_shortlists(
    asker: Asker, collection: Collection, *, unread_windows: bool = False
) -> list[Asked]:
    """Every question of a collection with its shortlists.

    With `unread_windows`, those whose words name a window of publication come a second time with
    it unread: a window may be said in words that are not understood, and then the ranking has to
    do.
    """
    today = date.today()
    asked = []
    questions = list(collection.questions)
    if unread_windows:
        questions += _unread_windows(asker, questions, today)
    for question in questions:
        whole, emptied = shortlists(asker, question, today)
        sentences = tuple(_label_sentences(asker, question, whole))
        asked.append(Asked(question, whole, emptied, sentences))
    return asked


def _unread_windows(
    asker: Asker, questions: Iterable[TestQuestion], today: date
) -> list[TestQuestion]:
    unread = frozenset({Aspect.PUBLISHED})
    reading = (
        (each, asker.interpret(Question(each.text, each.as_of or today))) for each in questions
    )
    return [replace(each, ignore=unread) for each, read in reading if read.published_words]


def _label_sentences(
    asker: Asker, question: TestQuestion, shortlist: Shortlist
) -> Iterator[SentenceSet]:
    """The sentences of passages that answer, where some but not all of them do."""
    for stored in shortlist.passages:
        text = stored.passage.text
        held = any(answer in text for answer in question.answers)
        if held and stored.release.id in question.relevant:
            spans = asker.split(stored)
            labels = np.array(
                [any(a in text[s.start : s.end] for a in question.answers) for s in spans], bool
            )
            if labels.any() and not labels.all():
                yield SentenceSet(asker.measure_sentences(shortlist.question, [stored])[0], labels)


def fit_ranking(
    asked: Sequence[Asked], *, sentences: Sequence[Asked] | None = None, refuse: float = 0.05
) -> Fit:
    """The models that fit `asked`, and the threshold that refuses a share of what is answerable.

    The sentence to mark is learned from `sentences`, if given.

    The threshold is read off probabilities that each come from models fitted without their
    question: `refuse` of the questions that the collection answers fall below it.
    """
    order = fit_order(asked)
    confidence = fit_confidence(asked, order)
    groups = _groups(asked)
    judged: list[Judged] = []
    folds = GroupKFold(min(_FOLDS, len(set(groups))))
    for kept, held_out in folds.split(asked, groups=groups):
        part = [asked[place] for place in kept]
        order_of_part = fit_order(part)
        model = fit_confidence(part, order_of_part)
        for place in held_out:
            judged.extend(judge_asked(asked[place], order_of_part, model))
    sentence = fit_sentence(asked if sentences is None else sentences)
    sure = [each.sure for each in judged if each.answerable]
    threshold = float(np.quantile(sure, refuse))
    given = [each for each in judged if each.sure >= threshold]
    empty = [each for each in judged if not each.answerable]
    return Fit(
        order,
        confidence,
        sentence,
        threshold,
        refused_wrongly=float(np.mean([value < threshold for value in sure])),
        refused_rightly=float(np.mean([each.sure < threshold for each in empty])),
        answers_wrong=float(np.mean([not each.right for each in given])),
    )


def fit_order(asked: Iterable[Asked]) -> LinearModel:
    """The conditional logit that puts passages that answer before those that do not."""
    sets: list[tuple[Matrix, Labels]] = []
    for each in asked:
        labels, counted = _label(each.question, each.whole)
        if labels[counted].any():
            sets.append((each.whole.signals[counted], labels[counted]))
    return _fit_logit(sets, SIGNALS, _ORDER_PENALTY)


def fit_sentence(asked: Iterable[Asked]) -> LinearModel:
    """The conditional logit that puts sentences that answer before the others of their passage."""
    sets = [(each.matrix, each.labels) for one in asked for each in one.sentences]
    return _fit_logit(sets, SENTENCE_SIGNALS, _SENTENCE_PENALTY)


def _fit_logit(
    sets: Sequence[tuple[Matrix, Labels]], names: Sequence[str], penalty: float
) -> LinearModel:
    """The conditional logit over sets of which some rows are right."""
    if not sets:
        flat = np.zeros(len(names))
        return LinearModel(tuple(names), flat, flat + 1, flat, 0.0)
    centers, scales = _standardise(np.vstack([matrix for matrix, _ in sets]))
    standard = [((matrix - centers) / scales, labels) for matrix, labels in sets]

    def lose(weights: Values) -> tuple[float, Values]:
        """Mean negative log-likelihood with its ridge, and the gradient."""
        loss = 0.0
        gradient = np.zeros_like(weights)
        for matrix, labels in standard:
            scores = matrix @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            right = shares * labels
            loss -= float(np.log(right.sum()))
            gradient += matrix.T @ (shares - right / right.sum())
        ridge = penalty * weights
        return (
            float(loss / len(standard) + weights @ ridge / 2),
            gradient / len(standard) + ridge,
        )

    weights = _minimise(lose, names)
    return LinearModel(tuple(names), centers, scales, weights, 0.0)


def fit_confidence(asked: Iterable[Asked], order: LinearModel) -> LinearModel:
    """The logistic regression of whether a best hit answers."""
    matrices, labels, shares = [], [], []
    for each in asked:
        for shortlist in _ways(each):
            best, rows = _best_rows(shortlist, order)
            of_question, counted = _label(each.question, shortlist)
            kept = [place for place, row in enumerate(rows) if counted[row]]
            if kept:
                matrices.append(best[kept])
                labels.append(of_question[[rows[place] for place in kept]])
                shares.append(np.full(len(kept), 1 / len(kept)))
    matrix, truth, share = np.vstack(matrices), np.concatenate(labels), np.concatenate(shares)
    centers, scales = _standardise(matrix)
    # The last column is the intercept's.
    standard = np.column_stack([(matrix - centers) / scales, np.ones(len(matrix))])
    share /= share.sum()

    def lose(weights: Values) -> tuple[float, Values]:
        """Weighted log-loss with its ridge, which spares the intercept, and the gradient."""
        log_odds = standard @ weights
        loss = share @ (np.logaddexp(0.0, log_odds) - truth * log_odds)
        gradient = standard.T @ (share * (1 / (1 + np.exp(-log_odds)) - truth))
        ridge = _CONFIDENCE_PENALTY * np.append(weights[:-1], 0.0)
        return float(loss + weights @ ridge / 2), gradient + ridge

    weights = _minimise(lose, (*CONFIDENCE_SIGNALS, "intercept"))
    return LinearModel(CONFIDENCE_SIGNALS, centers, scales, weights[:-1], float(weights[-1]))


def _minimise(lose: Callable[[Values], tuple[float, Values]], names: Sequence[str]) -> Values:
    """The weights with the least loss, each of the sign that the meaning of its name asks for."""
    bounds = [_BOUNDS.get(name.rpartition("_")[2], (0, None)) for name in names]
    found = minimize(lose, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, np.float64)


def judge_asked(asked: Asked, order: LinearModel, confidence: LinearModel) -> Iterator[Judged]:
    """Each way a question is asked, judged by its surest hit."""
    for shortlist in _ways(asked):
        matrix, rows = _best_rows(shortlist, order)
        log_odds = confidence.score(matrix)
        best = int(np.argmax(log_odds))
        labels, _ = _label(asked.question, shortlist)
        yield Judged(
            sure=float(1 / (1 + np.exp(-log_odds[best]))),
            answerable=shortlist is asked.whole and bool(asked.question.relevant),
            right=bool(labels[rows[best]]),
        )


def _ways(asked: Asked) -> Iterator[Shortlist]:
    for shortlist in (asked.whole, asked.emptied):
        if shortlist is not None and shortlist.passages:
            yield shortlist


def _best_rows(shortlist: Shortlist, order: LinearModel) -> tuple[Matrix, list[int]]:
    """The confidence columns of a shortlist's best hits, and which rows these are."""
    scores = order.score(shortlist.signals)
    rows, _ = choose(scores, shortlist.releases, _HITS, 1, series=shortlist.series, per_series=1)
    matrix = confidence_matrix(shortlist.signals, find_margins(scores, shortlist.rivals))
    return matrix[rows], rows


def _label(question: TestQuestion, shortlist: Shortlist) -> tuple[Labels, Labels]:
    """Which passages answer, and which count: (passages,) each.

    Where the words of the answer are known, a passage of the right release without them neither
    answers nor counts against it.
    """
    relevant = np.array([p.release.id in question.relevant for p in shortlist.passages], bool)
    if not question.answers:
        return relevant, np.ones(len(relevant), bool)
    holds = np.array(
        [any(words in p.passage.text for words in question.answers) for p in shortlist.passages],
        bool,
    )
    return relevant & holds, ~relevant | holds


def _standardise(matrix: Matrix) -> tuple[Values, Values]:
    """Means and deviations of the columns; a column that never varies keeps deviation 1."""
    scales = matrix.std(axis=0)
    scales[scales < 1e-9] = 1.0
    return matrix.mean(axis=0), scales


def _groups(asked: Sequence[Asked]) -> list[int]:
    """Questions about one release stay in one fold."""
    places: dict[str, int] = {}
    return [
        places.setdefault(min(each.question.relevant, default=each.question.id), len(places))
        for each in asked
    ]
