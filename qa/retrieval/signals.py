"""The signals that the ranking goes by: one named number each, for a passage and a question.

Each means the same for every question, so that a probability can rest on it: none is stretched
over a question's own candidates.

    cosine              of the passage's vector with the question's
    late_interaction    MaxSim over the tokens of the question (embeddings.late_interaction)
    late_rare           the same, each token weighed by how rare its word is in the library
    release_bm25        BM25 of the whole release, as a share of what the question could reach
    coverage            share of the question's terms in passage or title, by weight
    title_coverage      likewise in the title alone
    rarest_missing      weight of the rarest missing term, against the rarest asked
    numbers_missing     share of the question's numbers that are not in the passage
    names_missing       likewise of its names
    countries_missing   share of the countries that the question names, in any form, that neither
                        title nor body names
    whose_missing       share of the countries whose own figures are asked for ("Japan's exports")
                        that neither title nor body may tell any of
    whole_missing       whether exports or imports are asked for without saying of what, and neither
                        title nor opening speaks of them so, though others on the shortlist do: 1,
                        else 0
    office_missing      whether the holder of an office is asked for of which it is said whose, of
                        what rank or in charge of what, and the passage names no such one: 1, also
                        where others on the shortlist name one in charge of just that, else 0
    number_missing      share of what the question names by number ("the 15th conference") of which
                        title and body have others of the like alone, by number
    place_missing       share of the places where the question says that something stands or
                        happened ("K-FEZ Day in Osaka") in whose stead title and body have others
    party_missing       whether the question names companies, people, bodies or towns, and title,
                        body or publisher have not all of them, in any form: 1, else 0
    form_missing        whether what is asked for is written in few ways, as a telephone number is,
                        or is a stage of something, as its completion, and neither title nor body
                        has anything of that form, or any word for it: 1, else 0
    quotation           whether passage or title has the words that somebody is asked to have said:
                        1 it has, -1 it has not, 0 none are quoted
    answer_type         whether a sentence that covers as much of the question as any, or any where
                        the holder of an office is asked for, holds a thing of the kind asked for
                        that the question does not name: 1, -1, 0 no matter
    period              whether passage or title speak of the period asked about: 1 of it, 0.5 of
                        one that holds it or lies in it, -1 of others of its kind only, else 0
    release_period      likewise of the period that an instalment of a series is about; -1 for any
                        other where the figure of all of the period is asked for
    published_in        whether what is in no series was published in the period asked about: 1 it
                        was, -1 it was not, 0 none is asked; events are reported as they happen
    period_missing      whether a period is asked about and a release is of another: 1 where neither
                        of the two above is for it, nor its words, where they speak of the matter,
                        unless what it reports is another such period; where a figure of all of the
                        period is asked for, a report on a part of it or on more is of another too,
                        unless it has that figure besides. 0 where no day of publication is known
    latest              1 for the newest instalment of a series, -1 for the others, 0 for what is in
                        none; half of it when the question does not say which it wants. -1 for an
                        instalment about a part of the period whose figure is asked for, where
                        another on its matter is about a later part of it; 0 for the last
    superseded          whether a later version of the same instalment has come out, or another
                        release corrects it in what is asked for
    cadence             whether the release is about the kind of period that figures are asked for
                        ("annual exports"): 1 it is, -1 it is not, 0 nothing is said of it
    series_late         late_rare of the best passage on the shortlist of the same series, or of one
                        on the same matter in the other language: what it is about the series says
                        better than the wording of one month
    series_bm25         likewise release_bm25
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from qa.language.countries import names_country
from qa.language.whose_figures import tells_figures_of
from qa.retrieval.missing import (
    miss_countries,
    miss_form,
    miss_numbered,
    miss_office,
    miss_parties,
    miss_places,
    miss_whole,
)
from qa.retrieval.read_passages import ReadPassage, find_places
from qa.retrieval.time_signals import measure_time
from qa.series.series import Standing
from qa.understanding.quotations import Quotation
from qa.understanding.wanted import Wanted

SIGNALS = (
    "cosine",
    "late_interaction",
    "late_rare",
    "release_bm25",
    "coverage",
    "title_coverage",
    "rarest_missing",
    "numbers_missing",
    "names_missing",
    "countries_missing",
    "whose_missing",
    "whole_missing",
    "office_missing",
    "number_missing",
    "place_missing",
    "party_missing",
    "form_missing",
    "quotation",
    "answer_type",
    "period",
    "release_period",
    "published_in",
    "period_missing",
    "latest",
    "superseded",
    "cadence",
    "series_late",
    "series_bm25",
)
"""Names of the columns of a signal matrix, in order."""

_BM25_CEILING = 2.2  # k1 + 1: what a term's BM25 approaches, as a multiple of its idf

Values = npt.NDArray[np.float64]
"""One number a passage: (passages,)."""

Matrix = npt.NDArray[np.float64]
"""One row a passage, one column a signal: (passages, len(SIGNALS))."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the indexes say of each passage on a shortlist: (passages,), but for `matches`.

    `matches`, (passages, question tokens), is how well each token of the question is covered.
    """

    cosine: npt.NDArray[np.float32]
    matches: npt.NDArray[np.float32]
    release_bm25: npt.NDArray[np.float32]


def measure(
    wanted: Wanted,
    token_weights: npt.NDArray[np.float64],
    shortlist: Sequence[ReadPassage],
    scores: Scores,
    standings: Sequence[Standing],
) -> Matrix:
    """The signals of each passage of the shortlist: (passages, len(SIGNALS)).

    No signal is ever NaN: what a question does not ask for (no number, no name, no type) is 0.
    """
    ceiling = max(_BM25_CEILING * wanted.total, 1e-9)
    plain, rare = _measure_matches(scores.matches.astype(np.float64), token_weights)
    release_bm25 = scores.release_bm25 / ceiling
    matters = [where.matter for where in standings]
    return np.column_stack(
        [
            *(scores.cosine, plain, rare, release_bm25),
            *_measure_words(wanted, shortlist),
            *measure_time(wanted, shortlist, standings),
            *(_best_of(matters, rare), _best_of(matters, release_bm25)),
        ]
    )


def _best_of(
    series: Sequence[str | None], values: npt.NDArray[np.floating[Any]]
) -> npt.NDArray[np.float64]:
    """The best value of each row's series; its own where it is in none: (passages,)."""
    best: dict[str, float] = {}
    for name, value in zip(series, values, strict=True):
        if name is not None:
            best[name] = max(best.get(name, -np.inf), float(value))
    return np.array(
        [
            float(value) if name is None else best[name]
            for name, value in zip(series, values, strict=True)
        ],
        np.float64,
    )


def _measure_matches(
    matches: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], ...]:
    """late_interaction and late_rare: (passages,) each."""
    if not matches.shape[1]:
        return (np.zeros(len(matches)),) * 2
    plain = matches.mean(axis=1)
    if not weights.any():
        return plain, plain
    return plain, matches @ weights / weights.sum()  # (passages, tokens) @ (tokens,)


def _measure_words(wanted: Wanted, shortlist: Sequence[ReadPassage]) -> tuple[Values, ...]:
    """coverage, title_coverage, rarest_missing, numbers_missing, names_missing, countries_missing,
    whose_missing, whole_missing, office_missing, number_missing, place_missing,
    party_missing, form_missing, quotation and answer_type."""
    asked = list(wanted.weights)
    names = [name for name in wanted.names if name not in wanted.weights]
    places = find_places([*asked, *names], shortlist)
    held: npt.NDArray[np.bool_] = np.logical_or.reduce(places, axis=2)  # (terms, passages)
    covered = wanted.cover(places[: len(asked)])  # (passages, places)
    row_of = {term: row for row, term in enumerate([*asked, *names])}

    def share_missing(terms: Collection[str]) -> Values:
        if not terms:
            return np.zeros(len(shortlist))
        share: Values = (~held[[row_of[term] for term in terms]]).mean(axis=0)
        return share

    return (
        wanted.cover(held[: len(asked)]),
        covered[:, 0],
        _weigh_rarest_missing(wanted, ~held[[row_of[term] for term, _ in wanted.rarest]]),
        share_missing(wanted.numbers),
        share_missing(wanted.names),
        miss_countries(names_country, wanted.countries, shortlist),
        miss_countries(tells_figures_of, wanted.whose, shortlist),
        miss_whole(shortlist) if wanted.of_whole else np.zeros(len(shortlist)),
        miss_office(wanted.office, shortlist),
        miss_numbered(wanted.numbered, shortlist),
        miss_places(wanted.places, shortlist),
        miss_parties(wanted.parties, shortlist),
        miss_form(wanted.form, shortlist),
        _quote(wanted.quotation, shortlist),
        _match_types(wanted, shortlist, covered[:, 1:]),
    )


def _quote(asked: Quotation | None, shortlist: Sequence[ReadPassage]) -> Values:
    """The quotation of each passage: (passages,)."""
    if asked is None:
        return np.zeros(len(shortlist))
    has = [
        asked.is_in(each.stored.passage.text) or asked.is_in(each.stored.release.title)
        for each in shortlist
    ]
    return np.where(has, 1.0, -1.0)


def _weigh_rarest_missing(wanted: Wanted, missing: npt.NDArray[np.bool_]) -> Values:
    """The weight of the rarest term that is missing: (passages,), from 0 to 1.

    `missing`, (terms, passages), has the rarest term first.
    """
    weights = np.array([weight for _, weight in wanted.rarest])
    if not len(weights) or not weights[0]:
        return np.zeros(missing.shape[1])
    weighed: Values = np.where(missing.any(axis=0), weights[missing.argmax(axis=0)], 0) / weights[0]
    return weighed


def _match_types(
    wanted: Wanted, shortlist: Sequence[ReadPassage], covered: npt.NDArray[np.float64]
) -> Values:
    """1 or -1: whether a sentence that covers as much of the question as any holds what it asks
    for. Where the holder of an office is asked for, any sentence with both will do: who else is
    named beside most of the words is not who is asked for."""
    matched = np.zeros(len(shortlist))
    if wanted.answer_type is None or not covered.shape[1]:
        return matched
    most = covered == covered.max(axis=1, keepdims=True)  # (passages, sentences)
    most |= wanted.office is not None
    for row, (each, best) in enumerate(zip(shortlist, most, strict=True)):
        if not each.sentences:
            continue
        # A passage with fewer sentences than another has places to spare.
        places = np.flatnonzero(best[: len(each.sentences)]).tolist()
        held = any(wanted.finds_answer(each.read_sentence(at)) for at in places)
        matched[row] = 1.0 if held else -1.0
    return matched
