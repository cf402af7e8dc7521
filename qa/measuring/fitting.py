"""Fitting the ranking: from a collection's questions to the coefficients in ranking.json.

The order is a conditional logit over the passages of each shortlist, and the sentence to mark one
over the sentences of releases that answer. The probability is a logistic regression over the best
hits of questions asked as they are and with their answers taken away; what counts for series alone
comes last, and changes nothing for what is in none. No weight may go against the
meaning of its signal: words in common never count against a passage, what is missing never for it.
Each question weighs the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.model_selection import GroupKFold

from qa.measuring.asked import Asked
from qa.measuring.collections import BESIDE, TestQuestion
from qa.measuring.regression import (
    Choice,
    Labels,
    fit_conditional_logit,
    fit_logistic,
    fit_weight,
    stack,
)
from qa.retrieval.choosing import choose
from qa.retrieval.confidence import CONFIDENCE_SIGNALS, TIME_SIGNALS, confidence_matrix
from qa.retrieval.highlights import SENTENCE_SIGNALS
from qa.retrieval.ranking import LinearModel
from qa.retrieval.shortlist import Shortlist
from qa.retrieval.signals import SIGNALS, Matrix

# Where questions held out in fitting have the least log-loss: qa/measuring/penalties.py. That of
# sentences is stronger, by which more of them are marked rightly in reports on figures.
ORDER_PENALTY = 0.0005
CONFIDENCE_PENALTY = 0.0001
SENTENCE_PENALTY = 0.005
# What is known and hardly a question fitted on would teach, in log-odds: whoever has the words that
# are quoted is who said them, one country's figures are not another's, nor is one minister another,
# the 14th conference the 15th, or that in Osaka the one in Fukuoka, though like it in all else.
KNOWN = {
    "quotation": 8.0,
    **dict.fromkeys(("whose_missing", "office_missing", "number_missing"), -6.0),
    **dict.fromkeys(("place_missing", "party_missing", "form_missing"), -7.0),
}
# And in the order, that what a later version says stands, however well the earlier has the words.
# A release without the name or the form is no answer, but the next one with it in passing is none
# either.
KNOWN_OF_ORDER = {
    **KNOWN,
    "superseded": -6.0,
    **dict.fromkeys(("party_missing", "form_missing"), 0.0),
}
# Hardly one asks why, or which things, of reports on figures, or how many there are of what two
# sentences count, and Korean reports that are fitted on say little that a rendering mixes up.
KNOWN_OF_SENTENCES = {"told": 2.0, "untold_missing": -1.0, "counted": 2.0, "letters": 3.0}
_GENERATED_WEIGHT = 0.25  # of a question, where the sentence to mark is learned
_OF_SERIES = "things_short"  # counts for series alone
_HITS = 3  # hits of each question that the probability is learned from
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """Three models, a threshold, and what it does to held-out questions: shares from 0 to 1.

    `refused_wrongly` is of questions with an answer, `refused_rightly` of those without, and
    `answers_wrong` of the answers given that are right or wrong.
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
    """How sure the first hit of a question was, and what would have been right.

    `right` is None, and the hit counts neither way, where it is of a release that answers, but the
    passage it was found by is not the one that does.
    """

    sure: float
    answerable: bool
    right: bool | None


def fit_ranking(
    real: Sequence[Asked], generated: Sequence[Asked] = (), *, refuse: float = 0.05
) -> Fit:
    """The models that fit what was asked, and the threshold that refuses a share of what is
    answerable.

    The threshold is read off probabilities that each come from models fitted without their
    question: `refuse` of the questions that the collection answers fall below it.
    """
    asked = [*real, *generated]
    order = fit_order(asked)
    confidence = fit_confidence(asked, order)
    judged: list[Judged] = []
    for part, held_out in fold(asked):
        order_of_part = fit_order(part)
        model = fit_confidence(part, order_of_part)
        for each in held_out:
            judged.extend(judge_asked(each, order_of_part, model))
    sure = [each.sure for each in judged if each.answerable]
    threshold = float(np.quantile(sure, refuse))
    empty = [each for each in judged if not each.answerable]
    return Fit(
        order,
        confidence,
        fit_sentence(real, generated),
        threshold,
        refused_wrongly=float(np.mean([value < threshold for value in sure])),
        refused_rightly=float(np.mean([each.sure < threshold for each in empty])),
        answers_wrong=find_share_wrong(judged, threshold),
    )


def find_share_wrong(judged: Sequence[Judged], threshold: float) -> float:
    """The share of the answers given that are wrong, of those that count; 0 where none does.

    >>> find_share_wrong([Judged(0.9, True, True), Judged(0.9, True, None)], 0.5)
    0.0
    """
    given = [each for each in judged if each.sure >= threshold and each.right is not None]
    return sum(not each.right for each in given) / max(1, len(given))


def fold(asked: Sequence[Asked]) -> Iterator[tuple[list[Asked], list[Asked]]]:
    """Most of the questions and the others, so that each is once among the others.

    Questions about one release stay together.
    """
    groups = _groups(asked)
    folds = GroupKFold(min(_FOLDS, len(set(groups))))
    for kept, held_out in folds.split(asked, groups=groups):
        yield [asked[place] for place in kept], [asked[place] for place in held_out]


def fit_order(asked: Iterable[Asked], penalty: float = ORDER_PENALTY) -> LinearModel:
    """The conditional logit that puts passages that answer before those that do not."""
    model = fit_conditional_logit(list(find_choices(asked)), SIGNALS, penalty)
    return _hold(model, KNOWN_OF_ORDER)


def _hold(model: LinearModel, known: Mapping[str, float]) -> LinearModel:
    for name, weight in known.items():
        model = model.hold(name, weight)
    return model


def find_choices(asked: Iterable[Asked]) -> Iterator[Choice]:
    """The passages of each question that one of them answers."""
    for each in asked:
        labels, counted = _label(each.question, each.whole)
        if labels[counted].any():
            yield Choice(each.whole.signals[counted], labels[counted])


def fit_sentence(
    real: Iterable[Asked], generated: Iterable[Asked] = (), penalty: float = SENTENCE_PENALTY
) -> LinearModel:
    """The conditional logit that puts sentences that answer before the others of their release.

    Questions about generated releases weigh less: they share their sentences with one another. What
    is known is left out while the others are fitted.
    """
    choices = [choice for each in real for choice in each.sentences]
    for each in generated:
        choices += [replace(choice, weight=_GENERATED_WEIGHT) for choice in each.sentences]
    fitted = np.array([name not in KNOWN_OF_SENTENCES for name in SENTENCE_SIGNALS], np.float64)
    choices = [replace(choice, matrix=choice.matrix * fitted) for choice in choices]
    return _hold(fit_conditional_logit(choices, SENTENCE_SIGNALS, penalty), KNOWN_OF_SENTENCES)


def fit_confidence(
    asked: Iterable[Asked],
    order: LinearModel,
    penalty: float = CONFIDENCE_PENALTY,
    *,
    without: Sequence[str] = (),
) -> LinearModel:
    """The logistic regression of whether a best hit answers; what is `without` weighs nothing."""
    asked = list(asked)
    rest = [each for each in asked if each.question.kind != BESIDE]
    matrix, labels, shares = stack(find_hits(rest, order))
    # What is known takes nothing of what the others tell.
    left_out = {*without, *KNOWN, _OF_SERIES}
    kept = np.array([name not in left_out for name in CONFIDENCE_SIGNALS], np.float64)
    model = fit_logistic(matrix * kept, labels, shares, CONFIDENCE_SIGNALS, penalty)
    model = _hold(model, KNOWN)
    if _OF_SERIES in without:
        return model
    matrix, labels, shares = stack(find_hits(asked, order))
    column = matrix[:, CONFIDENCE_SIGNALS.index(_OF_SERIES)]
    return model.hold(_OF_SERIES, fit_weight(column, labels, shares, model.score(matrix)))


def find_hits(asked: Iterable[Asked], order: LinearModel) -> Iterator[tuple[Matrix, Labels]]:
    """The best hits of each way a question is asked, and which of them answer."""
    for each in asked:
        for shortlist in _ways(each):
            best, rows = _best_rows(shortlist, order)
            labels, counted = _label(each.question, shortlist)
            kept = [place for place, row in enumerate(rows) if counted[row]]
            if kept:
                yield best[kept], labels[[rows[place] for place in kept]]


def judge_asked(asked: Asked, order: LinearModel, confidence: LinearModel) -> Iterator[Judged]:
    """Each way a question is asked, judged by its first hit."""
    for shortlist in _ways(asked):
        matrix, rows = _best_rows(shortlist, order)
        labels, counted = _label(asked.question, shortlist)
        yield Judged(
            sure=float(1 / (1 + np.exp(-confidence.score(matrix)[0]))),
            answerable=shortlist is asked.whole and bool(asked.question.relevant),
            right=bool(labels[rows[0]]) if counted[rows[0]] else None,
        )


def _ways(asked: Asked) -> Iterator[Shortlist]:
    for shortlist in (asked.whole, asked.emptied):
        if shortlist is not None and shortlist.passages:
            yield shortlist


def _best_rows(shortlist: Shortlist, order: LinearModel) -> tuple[Matrix, list[int]]:
    """The confidence columns of a shortlist's best hits, and which rows these are."""
    scores = order.score(shortlist.signals)
    rows, _ = choose(scores, shortlist.releases, _HITS, 1, series=shortlist.series, per_series=1)
    topical = order.score(shortlist.signals, without=TIME_SIGNALS)
    matrix = confidence_matrix(shortlist.signals, scores, topical, shortlist.context)
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


def _groups(asked: Sequence[Asked]) -> list[int]:
    """Questions about one release stay in one fold."""
    places: dict[str, int] = {}
    return [
        places.setdefault(min(each.question.relevant, default=each.question.id), len(places))
        for each in asked
    ]
