"""With what probability a hit answers, and whether that is an answer.

A fitted model says so of every passage of a shortlist, by what `qa.retrieval.confidence` measures.
Then come adjustments, in the order of `ADJUSTMENTS`: what hardly a question fitted on asks for, so
that no fit can tell what it is worth. They stand here and nowhere else. In which order hits come is
left to `qa.retrieval.alike`, and what is said of a judgement to `qa.output`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from qa.answers import Hit, Verdict
from qa.judgements import Adjustment, Judgement, Signal
from qa.language.exclusions import find_excluded_words
from qa.retrieval.alike import join_rivals
from qa.retrieval.lacking import find_lacks
from qa.retrieval.ranking import LinearModel, Ranking, require_numbers
from qa.retrieval.shortlist import Flags, Shortlist
from qa.retrieval.signals import Matrix, Values
from qa.retrieval.untold import Untold

HOLDS_OFFICE = Adjustment("holds_office", least=0.95)
"""It says who holds the office asked for, where nothing else is asked (`qa.retrieval.holders`)."""

LEADS_WITH_MATTER = Adjustment("leads_with_matter", least=0.95)
"""Its release leads with the matter that news is asked for of (`qa.retrieval.news`)."""

QUOTES_SPEAKER = Adjustment("quotes_speaker", least=0.95)
"""It gives words of who is named in full, where what they said is asked for and nothing else."""

NOT_UNDERSTOOD = Adjustment("not_understood", factor=0.0)
"""Of what is not understood nearly everything may be an answer, and nothing to the question."""

SPEAKS_OF_EXCLUDED = Adjustment("speaks_of_excluded", factor=0.05)
"""A figure is asked for without a part of what it is of, and this is with it."""

ANOTHER_PERIOD = Adjustment("another_period", refuses=True)
"""It is of another period than the one asked about: what was the matter in that other month is
beside the question."""

EXTREME_UNTOLD = Adjustment("extreme_untold", factor=0.1, refuses=True)
"""It does not say the extreme over time that is asked for. Something is left, as more may have been
read into the question than it asks."""

ASKED_MISSING = Adjustment("asked_missing", factor=0.1, refuses=True)
"""The sentence shown holds nothing of the kind that is plainly asked for, no date, no sum of money
(`qa.language.plainly_missing`): whatever else is in its passage, it is not the answer."""

PART_UNTOLD = Adjustment("part_untold", factor=0.1, refuses=True)
"""It has no word for the part that a figure is asked for, of which other instalments of its series
tell (`qa.retrieval.untold`)."""

SUBJECT_UNTOLD = Adjustment("subject_untold", factor=0.1, refuses=True)
"""It has no word for that of which it is asked whether something was done to it."""

ADJUSTMENTS = (
    HOLDS_OFFICE,
    LEADS_WITH_MATTER,
    QUOTES_SPEAKER,
    NOT_UNDERSTOOD,
    SPEAKS_OF_EXCLUDED,
    ANOTHER_PERIOD,
    EXTREME_UNTOLD,
    ASKED_MISSING,
    PART_UNTOLD,
    SUBJECT_UNTOLD,
)
"""All of them, in the order in which they are made."""

_ALL_TOLD = Untold()


@dataclass(frozen=True, slots=True)
class Judged:
    """A `shortlist` as it is judged. `sure` says with what probability each passage answers, by
    what is known before its sentences are read: (passages,).

    `inputs` are what the `model` went by, with a column for each of CONFIDENCE_SIGNALS, `fitted`
    is what it says, (passages,), and `adjusted` which passages each adjustment is made to.
    """

    shortlist: Shortlist
    model: LinearModel
    inputs: Matrix
    fitted: Values
    adjusted: tuple[tuple[Adjustment, Flags], ...]
    sure: Values

    def judge_hit(self, row: int, untold: Untold = _ALL_TOLD) -> Judgement:
        """The judgement on the passage in a row as a hit, which does not tell what is `untold`."""
        made = [each for each, rows in self.adjusted if rows[row]]
        # That a figure is another than the one to be confirmed is an answer.
        missing = None if untold.missing == "claimed_figure" else untold.missing
        for adjustment, of in (
            (EXTREME_UNTOLD, untold.extreme and untold.extreme.value),
            (ASKED_MISSING, missing),
            (PART_UNTOLD, untold.part),
            (SUBJECT_UNTOLD, untold.subject),
        ):
            if of is not None:
                made.append(replace(adjustment, of=(of,)))
        model = self.model
        numbers = (self.inputs[row].tolist(), model.centers.tolist(), model.slopes.tolist())
        return Judgement(
            fitted=float(self.fitted[row]),
            intercept=model.intercept,
            signals=tuple(map(Signal, model.names, *numbers)),
            adjustments=tuple(made),
            lacks=find_lacks(self.shortlist, row),
        )


def judge(ranking: Ranking, shortlist: Shortlist, scores: Values, alike: Flags) -> Judged:
    """How sure each passage of a shortlist is. `scores`, (passages,), are what it is ordered by,
    and `alike`, (passages,), says which tell of the like and so are no rivals of each other.

    Raises EncodingFault where the fit gives no numbers.
    """
    context = join_rivals(shortlist.context, alike)
    inputs = ranking.measure_confidence(shortlist.signals, scores, context)
    fitted = ranking.find_probabilities(inputs)
    require_numbers(fitted)
    adjusted = _adjust(shortlist)
    sure = fitted.copy()
    for adjustment, rows in adjusted:
        for row in np.flatnonzero(rows):
            sure[row] = adjustment.apply(sure[row])
    return Judged(shortlist, ranking.confidence, inputs, fitted, adjusted, sure)


def give_verdict(hits: Sequence[Hit], least: float) -> Verdict:
    """Whether the first of `hits`, whose sentence is the one shown, answers their question: it is
    not refused, and at least as sure as `least`.

    How sure those below it are says nothing of that sentence, and there are more of them the more
    hits are asked for.
    """
    if not hits:
        return Verdict.NOT_FOUND
    judgement = hits[0].judgement
    if judgement is None:
        return Verdict.UNJUDGED
    answers = not judgement.is_refused and judgement.probability >= least
    return Verdict.ANSWERED if answers else Verdict.NOT_FOUND


def _adjust(shortlist: Shortlist) -> tuple[tuple[Adjustment, Flags], ...]:
    """The adjustments that are made before sentences are read, and to which passages."""
    wanted = shortlist.question.wanted
    excluded = find_excluded_words(wanted.question)
    return (
        (HOLDS_OFFICE, shortlist.find_holding()),
        (LEADS_WITH_MATTER, shortlist.find_leading()),
        (QUOTES_SPEAKER, shortlist.find_quoting()),
        (NOT_UNDERSTOOD, np.full(len(shortlist.read), not wanted.is_understood)),
        (
            replace(SPEAKS_OF_EXCLUDED, of=() if excluded is None else (excluded,)),
            shortlist.find_with_excluded(),
        ),
        (ANOTHER_PERIOD, shortlist.find_elsewhen()),
    )
