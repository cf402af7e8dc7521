"""What the sentence to mark is measured by where a reason is asked for, or several things, or what
somebody said: whether it tells that, or only what the question says already.
`qa.retrieval.highlights` says what each number means.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np

from qa.language.answer_types import AnswerType
from qa.language.listings import find_several
from qa.language.reasons import asks_reason, names_cause, only_measures
from qa.language.sayings import find_saying
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Values
from qa.understanding.wanted import Wanted

_HOW_MUCH = re.compile(r"\bhow\b|\bpercent|%|\b(?:rate|share)\b|얼마|몇", re.IGNORECASE)


def tell(wanted: Wanted, passages: Sequence[ReadPassage]) -> Values | None:
    """The told and untold_missing of each sentence: (sentences, 2); None where neither a reason is
    asked for, nor several things, nor what somebody said."""
    question = wanted.question
    if wanted.answer_type is AnswerType.REASON or asks_reason(question):
        return _rate(
            passages, lambda said: 0.5 * names_cause(said), lambda said, _: only_measures(said)
        )
    if wanted.figure is None and (saying := find_saying(question)):
        return _rate(passages, saying.is_in, lambda _said, _leads: False)
    if wanted.answer_type is AnswerType.DATE or (
        wanted.figure is not None and _HOW_MUCH.search(question)
    ):
        return None
    several = find_several(question)
    if several is None:
        return None
    return _rate(
        passages,
        several.rate,
        lambda said, leads: leads and only_measures(said) and not several.rate(said),
    )


def _rate(
    passages: Sequence[ReadPassage],
    told: Callable[[str], float],
    untold: Callable[[str, bool], bool],
) -> Values:
    """What each sentence is rated by `told` and, with whether it leads its release, by `untold`."""
    rows = [
        (told(each.read_sentence(place)), untold(each.read_sentence(place), span in each.lead))
        for each in passages
        for place, span in enumerate(each.sentences)
    ]
    return np.array(rows, np.float64).reshape(-1, 2)
