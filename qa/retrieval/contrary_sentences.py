"""Which sentences are no answer however well their words agree, and come after all others: those on
the contrary of what is asked for, or on another of the like.
`qa.retrieval.highlights` says what all of them are.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from qa.language.directions import is_contrary
from qa.language.elsewhen import is_elsewhen
from qa.language.ordinals import find_numbered, is_another
from qa.retrieval.corrected import only_names
from qa.retrieval.extreme_sentences import miss_extreme
from qa.retrieval.figure_sentences import miss_basis, miss_period
from qa.retrieval.holders import miss_holder
from qa.retrieval.read_passages import ReadPassage
from qa.understanding.wanted import Wanted


def find_opposite(
    wanted: Wanted,
    passages: Sequence[ReadPassage],
    held: npt.NDArray[np.bool_],
    releases: npt.NDArray[np.int64],
) -> npt.NDArray[np.bool_]:
    """The opposite of each sentence of the passages: (sentences,).

    `held`, (terms, sentences), has the terms asked for, then the contraries; `releases`,
    (sentences,), numbers these.
    """
    sentences = [sentence for each in passages for sentence in each.read_sentences()]
    return (
        _find_contrary(wanted, held)
        | _find_contrary_direction(wanted, sentences)
        | _find_elsewhen(wanted, passages)
        | miss_period(wanted, passages, releases)
        | miss_basis(wanted, sentences, releases)
        | only_names(wanted, passages)
        | miss_extreme(wanted, passages, releases)
        | _lack_quotation(wanted, sentences)
        | _lack_office(wanted, sentences, releases)
        | _find_other_numbers(wanted, passages)
        | miss_holder(wanted, passages)
    )


def _find_contrary(wanted: Wanted, held: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether each sentence speaks of the contrary of what is asked for alone: (sentences,).

    `held`, (terms, sentences), has the terms asked for, then the contraries.
    """
    asked = list(wanted.weights)
    found = np.zeros(held.shape[1], np.bool_)
    for (term, _), contrary in zip(wanted.opposites, held[len(asked) :], strict=True):
        found |= contrary & ~held[asked.index(term)]
    return found


def _find_contrary_direction(wanted: Wanted, sentences: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether each sentence says that things went the other way alone: (sentences,)."""
    asked = wanted.direction
    if asked is None:
        return np.zeros(len(sentences), np.bool_)
    return np.array([is_contrary(asked, sentence) for sentence in sentences], np.bool_)


def _lack_quotation(wanted: Wanted, sentences: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Whether words are quoted and each sentence has them not: (sentences,)."""
    quoted = wanted.quotation
    lack = [quoted is not None and not quoted.is_in(sentence) for sentence in sentences]
    return np.array(lack, np.bool_)


def _lack_office(
    wanted: Wanted, sentences: Sequence[str], releases: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Whether the holder of an office is asked for and each sentence has none, though it is said
    which office or another of its release has one: (sentences,)."""
    if wanted.office is None:
        return np.zeros(len(sentences), np.bool_)
    has = np.array([wanted.finds_answer(sentence) for sentence in sentences], np.bool_)
    anywhere: npt.NDArray[np.bool_] = np.bincount(releases, has)[releases] > 0
    return ~has & (anywhere | wanted.office.is_particular)


def _find_other_numbers(wanted: Wanted, passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Whether the how-manieth of something is asked for and each sentence tells of others alone:
    (sentences,)."""
    found = [
        any(
            is_another(asked, find_numbered(said, each.stored.release.language))
            for asked in wanted.numbered
        )
        for each in passages
        for said in each.read_sentences()
    ]
    return np.array(found, np.bool_)


def _find_elsewhen(wanted: Wanted, passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Whether each sentence states only figures of other periods than the one whose figure is asked
    for, if one is: (sentences,)."""
    found: list[bool] = []
    for each in passages:
        about, published = each.stored.about, each.stored.release.published
        asked = wanted.find_figure_period(about)
        found += [
            asked is not None and is_elsewhen(said, published, asked, about)
            for said in each.read_sentences()
        ]
    return np.array(found, np.bool_)
