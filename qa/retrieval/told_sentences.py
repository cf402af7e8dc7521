"""What the sentence to mark is measured by where a reason is asked for, several things, a company,
what somebody said, what is laid down, who has charge of something or when it is held next: whether
it tells that, or only what the question says already.
`qa.retrieval.highlights` says what each number means.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from qa.language.answer_types import AnswerType
from qa.language.charges import find_charge, tells_charge
from qa.language.companies import asks_company, may_name_company
from qa.language.listings import find_several, lists_counted
from qa.language.reasons import asks_reason, explains, names_cause, only_measures
from qa.language.sayings import find_saying
from qa.language.stipulations import find_stipulation, stipulates
from qa.language.upcoming import asks_next, tells_next
from qa.lazy_regex import lazy_regex
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Values
from qa.understanding.wanted import Wanted

_HOW_MUCH = lazy_regex(r"\bhow\b|\bpercent|%|\b(?:rate|share)\b|얼마|몇", re.IGNORECASE)


def tell(wanted: Wanted, passages: Sequence[ReadPassage]) -> Values | None:
    """The told and untold_missing of each sentence: (sentences, 2); None where neither a reason is
    asked for, nor several things, a company, what somebody said, what is laid down, who has charge
    of something or when it is held next.

    Things, and reasons in passing, count in reports on figures, which open with how much there was
    of all. What opens otherwise has them in its first sentence as often as not.
    """
    question = wanted.question
    if wanted.answer_type is AnswerType.REASON or asks_reason(question):
        explaining = _find_releases(passages, explains)
        reports = _find_reports(passages)
        return _join(
            _rate(explaining, passages, explains, lambda *_: False),
            _rate(
                reports,
                passages,
                lambda said: 0.5 * names_cause(said),
                lambda said, _: only_measures(said),
            ),
        )
    if wanted.figure is None and (saying := find_saying(question)):
        return _rate(
            passages,
            passages,
            saying.is_in,
            lambda said, _: saying.verbatim and not saying.is_in(said),
        )
    if tells := _find_telling(wanted):
        return _rate(
            _find_releases(passages, tells), passages, tells, lambda said, _: not tells(said)
        )
    if wanted.answer_type is AnswerType.DATE or (
        wanted.figure is not None and _HOW_MUCH.search(question)
    ):
        return None
    several = find_several(question)
    if asks_company(question):

        def names(said: str) -> bool:
            return may_name_company(said, wanted.said)

        return _rate(
            passages,
            passages,
            lambda said: several.rate(said) * names(said) if several else 0.0,
            lambda said, _: not names(said),
        )
    if several is None:
        return None
    counting = {each: _find_list(each) for each in passages}
    lists = {said for each in counting.values() for said in each}
    return _join(
        _rate(
            _find_reports(passages),
            passages,
            several.rate,
            lambda said, leads: leads and not several.rate(said),
        ),
        _rate(
            [each for each, found in counting.items() if found],
            passages,
            lambda said: said in lists,
            lambda said, leads: leads and said not in lists,
        ),
    )


def _find_list(read: ReadPassage) -> list[str]:
    """The sentence that says which things those are that the lead counts, if any does."""
    said = read.read_sentences()
    leads = [read.sentences.index(span) for span in read.lead]
    return [
        said[place + 1]
        for place in leads
        if len(said) > place + 1 and lists_counted(said[place], said[place + 1])
    ]


def _join(*rated: Values | None) -> Values | None:
    """The greater of what sentences are rated by either; None where they are by none."""
    found = [each for each in rated if each is not None]
    return np.maximum.reduce(found) if found else None


def _find_telling(wanted: Wanted) -> Callable[[str], bool] | None:
    """What says whether a sentence lays down what is asked for, or who has charge of it, or when
    the next is held; None where none of that is asked for, or how much or how many."""
    figure = wanted.figure
    if figure is not None and not (figure.by_name or figure.how_long):
        return None
    if asks_next(wanted.question):
        return tells_next
    if stipulation := find_stipulation(wanted.question):
        return partial(stipulates, stipulation)
    if charge := find_charge(wanted.question):
        return partial(tells_charge, charge)
    return None


def _find_releases(
    passages: Sequence[ReadPassage], tells: Callable[[str], bool]
) -> list[ReadPassage]:
    """The passages of releases of which a sentence tells what is asked for."""
    telling = {
        each.stored.release.id for each in passages if any(map(tells, each.read_sentences()))
    }
    return [each for each in passages if each.stored.release.id in telling]


def _find_reports(passages: Sequence[ReadPassage]) -> list[ReadPassage]:
    return [each for each in passages if only_measures(each.opening)]


def _rate(
    reports: Sequence[ReadPassage],
    passages: Sequence[ReadPassage],
    told: Callable[[str], float],
    untold: Callable[[str, bool], bool],
) -> Values | None:
    """What each sentence of `reports` is rated by `told` and, with whether it leads its release, by
    `untold`; 0 for those of the other passages. None where there are no reports."""
    if not reports:
        return None
    rows = [
        (told(each.read_sentence(place)), untold(each.read_sentence(place), span in each.lead))
        if each in reports
        else (0.0, 0.0)
        for each in passages
        for place, span in enumerate(each.sentences)
    ]
    return np.array(rows, np.float64).reshape(-1, 2)
