"""Releases that another on the shortlist corrects, in what is asked for.

A correction names the figures that were wrong. What it does not correct stands as it was published,
so that the release is superseded by it only where what is asked for is among what it corrects; one
that replaces another does so for all. Both speak for the same matter, and are no rivals.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from qa.language.abbreviations import write_out
from qa.language.answer_types import AnswerType
from qa.language.corrections import find_corrected, read_correction
from qa.language.figures import Figure, find_figures
from qa.language.stipulations import find_stipulation
from qa.language.terms import find_terms_in
from qa.records import Corrections
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import SIGNALS, Matrix
from qa.series.series import Standing
from qa.understanding.wanted import Wanted


def find_withdrawn(
    wanted: Wanted, shortlist: Sequence[ReadPassage], known: Mapping[str, Corrections]
) -> dict[str, str]:
    """Each release that is corrected in what is asked for, and what last corrects it, by their ids.

    `known` has what is corrected of each release on the shortlist.
    """
    of_release = defaultdict[str, list[ReadPassage]](list)
    for each in shortlist:
        of_release[each.stored.release.id].append(each)
    return {
        name: link.release_id
        for name, passages in of_release.items()
        for link in known[name].corrected_by
        if (later := of_release.get(link.release_id)) is not None
        and (link.whole or corrects(wanted, later, passages))
    }


def withdraw(
    withdrawn: Mapping[str, str], shortlist: Sequence[ReadPassage], standings: Sequence[Standing]
) -> list[Standing]:
    """The standings, with what is corrected superseded by what corrects it."""
    corrected = {correction: name for name, correction in withdrawn.items()}
    placed: list[Standing] = []
    for each, standing in zip(shortlist, standings, strict=True):
        name = each.stored.release.id
        matter = standing.matter or corrected.get(name) or (name if name in withdrawn else None)
        superseded = standing.superseded or name in withdrawn
        placed.append(replace(standing, superseded=superseded, matter=matter))
    return placed


def settle_corrected(
    signals: Matrix, shortlist: Sequence[ReadPassage], withdrawn: Mapping[str, str]
) -> Matrix:
    """The signals, of which those of a correction are of the period that what it corrects is of,
    which it need not name again."""
    settled, column = signals.copy(), SIGNALS.index("period_missing")
    names = np.array([each.stored.release.id for each in shortlist])
    for name, correction in withdrawn.items():
        rows = names == correction
        least = signals[names == name, column].min()
        settled[rows, column] = np.minimum(signals[rows, column], least)
    return settled


def corrects(
    wanted: Wanted, correction: Sequence[ReadPassage], corrected: Sequence[ReadPassage]
) -> bool:
    """Whether what is asked for is among what a correction corrects.

    Of a figure its words are compared, but for those of the title, and where there are no others
    the figures that the title has. Of anything else the correction has to tell more, as of why it
    came about. Abbreviations are asked for written out as well.
    """
    release = corrected[0].stored.release
    matter = {term for term in wanted.matter if write_out(term) == term}
    if wanted.figure is None:
        told = _weigh_best(wanted, matter, correction, with_lead=True)
        return told > _weigh_best(wanted, matter, corrected, with_lead=True)
    beyond = matter.difference(find_terms_in(release.title, release.language))
    if not beyond:
        headline = {(each.value, each.unit) for each in find_figures(release.title)}
        return not headline.isdisjoint(_find_amounts(correction))
    told = _weigh_best(wanted, beyond, correction, correcting=True)
    return told > 0 and told >= _weigh_best(wanted, beyond, corrected, with_lead=True)


def names_figure(wanted: Wanted, correction: Sequence[ReadPassage], figure: Figure) -> bool:
    """Whether a figure is among those that a correction speaks of in saying what is corrected, by
    words of what is asked for."""
    matter = {term for term in wanted.matter if write_out(term) == term}
    held = (figure.value, figure.unit) in _find_amounts(correction)
    return held and _weigh_best(wanted, matter, correction, correcting=True) > 0


def _find_amounts(correction: Sequence[ReadPassage]) -> set[tuple[float, str]]:
    """The figures, with their units, of the sentences that say what is corrected."""
    return {(each.value, each.unit) for text in _read(correction) for each in find_figures(text)}


def _read(correction: Sequence[ReadPassage]) -> Iterator[str]:
    """The sentences that say what is corrected."""
    for each in correction:
        yield from (each.read_sentence(place) for place in _find_correcting(each))


def _find_correcting(read: ReadPassage) -> list[int]:
    """Where they are; the lead names the release."""
    found = find_corrected(read.read_sentences())
    return [place for place in found if read.sentences[place] not in read.lead]


def _weigh_best(
    wanted: Wanted,
    terms: set[str],
    passages: Sequence[ReadPassage],
    *,
    with_lead: bool = False,
    correcting: bool = False,
) -> float:
    """The weight of those of the terms that stand in the sentence of these passages with most of
    them, `with_lead` together with title and opening; `correcting`: of those that say what is
    corrected."""
    best = 0.0
    for each in passages:
        lead = terms & each.lead_terms if with_lead else set[str]()
        for place in _find_correcting(each) if correcting else range(len(each.sentences)):
            held = {term for term in terms if each.places.get(term, 0) >> place + 1 & 1}
            best = max(best, math.fsum(wanted.weights[term] for term in lead | held))
    return best


def only_names(wanted: Wanted, passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Whether a figure, a day or what is laid down is asked for, and each sentence only says which
    release another corrects, whose title may have figures too, and whose day is not that one:
    (sentences,)."""
    asks = wanted.figure is not None or wanted.answer_type is AnswerType.DATE
    asks = asks or find_stipulation(wanted.question) is not None
    names: list[bool] = []
    for each in passages:
        release, lead = each.stored.release, set[int]()
        looked = asks and bool(each.lead)
        if looked and read_correction(release.title, each.opening, release.published) is not None:
            led = [each.sentences.index(span) for span in each.lead]
            lead = {at for at in led if not find_corrected([each.read_sentence(at)])}
        names += [place in lead for place in range(len(each.sentences))]
    return np.array(names, np.bool_)
