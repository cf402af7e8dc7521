"""What the sentence to mark is measured by where a figure is asked for: whether it is the figure of
what the question names, of all of it, and of its period. `qa.retrieval.highlights` says what each
number means.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from qa.language.answer_types import AnswerType
from qa.language.asked_figures import rate_measure
from qa.language.bases import Basis, find_bases
from qa.language.counted import find_counted, find_deed, rate_counted, tells_deed
from qa.language.countries import names_country
from qa.language.directions import MOVED
from qa.language.elsewhen import says_part, says_period
from qa.language.itemised import find_itemised, is_list
from qa.language.terms import find_terms_in
from qa.language.wholes import (
    is_of_days,
    speaks_of_days,
    speaks_of_whole,
    states_all_of,
    states_whole,
)
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Values
from qa.understanding.wanted import Wanted

# What a term counts for that the title has, as a share: every sentence there is about that.
_TITLED = 0.2
_HOW = MOVED | {"growth"}  # says nothing of what figures are of


def cover_own(
    wanted: Wanted,
    held: npt.NDArray[np.bool_],
    titled: npt.NDArray[np.bool_],
    releases: npt.NDArray[np.int64],
) -> Values:
    """The own_coverage of each sentence: (sentences,).

    `held` and `titled`, (terms, sentences), say which of the terms asked for a sentence has, and
    which the title of its release; `releases`, (sentences,), numbers these.
    """
    things = wanted.matter - _HOW or wanted.matter
    matter = [row for row, term in enumerate(wanted.weights) if term in things]
    if wanted.figure is None or not matter or not len(releases):
        return np.zeros(len(releases))
    held = held[matter]
    sizes = np.bincount(releases)  # (releases,)
    counts = np.stack([np.bincount(releases, each, len(sizes)) for each in held])
    own = np.log1p((sizes - counts + 0.5) / (counts + 0.5))  # (terms, releases)
    own *= np.array(list(wanted.weights.values()))[matter, np.newaxis] * (counts > 0)
    of_terms = own[:, releases] * np.where(titled[matter], _TITLED, 1.0)  # (terms, sentences)
    share: Values = (held * of_terms).sum(axis=0) / np.maximum(of_terms.sum(axis=0), 1e-9)
    return share


def itemise(wanted: Wanted, passages: Sequence[ReadPassage]) -> Values:
    """The itemised and item_missing of each sentence: (sentences, 2)."""
    if wanted.figure is None:
        return np.zeros((sum(len(each.sentences) for each in passages), 2))
    found: list[tuple[bool, bool]] = []
    for each in passages:
        if "(" not in each.stored.passage.text:
            found += [(False, False)] * len(each.sentences)
            continue
        language = each.stored.release.language
        # What the whole release is about is none of its parts.
        parts = {term for term in wanted.matter if not each.places.get(term, 0) & 1}
        for sentence in each.read_sentences():
            items = find_itemised(sentence)
            named = any(_names_any(item, language, parts, wanted.countries) for item in items)
            found.append((named, bool(items) and not named and is_list(sentence)))
    return np.array(found, np.float64).reshape(-1, 2)


def _names_any(item: str, language: str, terms: set[str], countries: frozenset[str]) -> bool:
    """Whether a thing that is listed has one of the terms, or is one of the countries."""
    if not terms.isdisjoint(find_terms_in(item, language)):
        return True
    return any(names_country(item, each) for each in countries)


def count_things(
    wanted: Wanted, sentences: Sequence[str], releases: npt.NDArray[np.int64]
) -> Values:
    """The counted of each sentence: (sentences,)."""
    rated = np.zeros(len(sentences))
    things = (
        find_counted(wanted.question) if wanted.answer_type is AnswerType.COUNT else frozenset()
    )
    if not things or not sentences:
        return rated
    rated += [rate_counted(each, things, wanted.said) for each in sentences]
    if deed := find_deed(wanted.question):
        told = [tells_deed(deed, each) for each in sentences]
        counts = np.array([_counts(wanted, each) for each in sentences]) & told
        rated[counts] = 1.0
        rated[(np.bincount(releases, counts)[releases] > 0) & ~np.array(told)] = 0.0
    return rated


def _counts(wanted: Wanted, sentence: str) -> bool:
    """Whether a sentence holds a figure that may be a count: neither money nor a share."""
    figure = wanted.figure
    return (
        figure is not None and wanted.finds_figure(sentence) and rate_measure(figure, sentence) > 0
    )


def miss_whole(wanted: Wanted, passages: Sequence[ReadPassage]) -> Values:
    """The whole_missing of each sentence: (sentences,)."""
    sentences = [sentence for each in passages for sentence in each.read_sentences()]
    missing = np.zeros(len(sentences))
    if wanted.a_day:
        missing += [not speaks_of_days(each) for each in sentences]
    elif wanted.asks_figure:
        missing += [is_of_days(each) for each in sentences]
    if wanted.of_whole:
        missing += [not states for each in passages for states in _state_whole(each)]
    return missing.clip(max=1)


def _state_whole(read: ReadPassage) -> list[bool]:
    """Whether each sentence speaks of exports or imports as a whole; in a release on those of
    something, of all of that."""
    title = read.stored.release.title
    terms = () if speaks_of_whole(title) else find_terms_in(title, read.stored.release.language)
    said = read.read_sentences()
    return [states_whole(each) or states_all_of(terms, each) for each in said]


def miss_period(
    wanted: Wanted, passages: Sequence[ReadPassage], releases: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Whether a figure is asked for, and each sentence has none of its period, though another of
    the release names that with a figure: (sentences,).

    Where it is the release's own what does not say when is of that; what has figures of parts of it
    alone is not.
    """
    said: list[bool] = []
    beside: list[bool] = []
    for each in passages:
        about, published = each.stored.about, each.stored.release.published
        asked = wanted.find_figure_period(about)
        if about is None or asked is None:
            said += [False] * len(each.sentences)
            beside += [False] * len(each.sentences)
            continue
        is_own = asked.same_days(about)
        for sentence in each.read_sentences():
            says = says_period(sentence, published, asked) and wanted.finds_figure(sentence)
            said.append(says)
            beside.append(says_part(sentence, published, asked) if is_own else not says)
    says_it = np.array(said, np.bool_)
    if not says_it.any():
        return says_it
    anywhere: npt.NDArray[np.bool_] = np.bincount(releases, says_it)[releases] > 0
    return anywhere & np.array(beside, np.bool_)


def miss_basis(
    wanted: Wanted, sentences: Sequence[str], releases: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Whether it is said what a change that is asked for is measured against, and each sentence
    does not say that, though another of its release does, with a figure: (sentences,).

    Against the year before is measured as well what does not say so.
    """
    missing = np.zeros(len(sentences), np.bool_)
    asked = find_bases(wanted.question)
    if wanted.figure is None or wanted.figure.kind is not AnswerType.CHANGE or len(asked) != 1:
        return missing
    said = [find_bases(each) for each in sentences]
    tells = np.array(
        [
            asked <= bases and wanted.finds_figure(each)
            for bases, each in zip(said, sentences, strict=True)
        ],
        np.bool_,
    )
    if not tells.any():
        return missing
    of_year = Basis.YEAR in asked
    others = np.array([bool(each) if of_year else True for each in said]) & ~tells
    anywhere: npt.NDArray[np.bool_] = np.bincount(releases, tells)[releases] > 0
    return anywhere & others
