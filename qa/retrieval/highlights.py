"""Which sentence of a passage answers.

Each sentence is measured by a few named numbers, and the one that a fitted conditional logit puts
first is marked; its weights stand beside those of the ranking.

    late_votes          how much of the question it answers to rather than the rest of its release:
                        each of the question's tokens has one vote, which goes to the sentences and
                        titles with the tokens most like it. What many speak of decides little, and
                        what the title says, nothing. The logarithm of a sentence's mean share, as
                        in a long release all shares are small; 0 at a thousandth. The vectors of
                        tokens see the whole passage, and so know what "it" stands for. 0 where a
                        figure is asked for
    figure_votes        the same where one is, else 0: the lead of a release of figures takes the
                        votes of month and ministry, whatever is asked of it
    late_beyond_title   MaxSim of the question's tokens over those of the sentence and the one
                        before it, as far as it goes beyond what title and day give
    coverage            share of the question's terms that it holds, by weight; of a country's name
                        any form will do
    own_coverage        where a figure is asked for, likewise of the terms that say of what, each
                        weighed by how few sentences of the release have it, and little where its
                        title has it: of a release on direct investment one sentence alone says that
                        it is about electronics
    letters             share of the question's Korean words, by weight, that it has letter for
                        letter: "고용률" and "취업자" may be one word in English. Where no
                        figure is asked for those of the title count little, and nothing where a
                        thing is, who or why: they are in the lead, whatever is asked of it
    itemised            1 where a figure is asked for, and right before one in brackets it names
                        what is asked for and not in the title: "electronics (up 5.2 percent)"; else
                        0
    item_missing        1 where a figure is asked for, and it only lists other things so; else 0
    answer_type         1 when it holds a thing of the kind asked for that the question does not
                        name, and the office whose holder is asked for, -1 when not, 0 no matter
    measure             1 when a figure of it is in percent where a change is asked for, in another
                        unit where an amount is, in money where that is, in a unit that is no money
                        either where a count is, in time where it is asked how long, -1 when none is
                        so, 0 when no figure is asked for or a share may do
                        (`qa.language.asked_figures`)
    counted             where it is asked how many there are of something, 1 when it says so of just
                        that or the like, a half when of some kind of it; else 0. Where it is asked
                        how many there are that something was done to, 1 when it has a figure and
                        says that, and 0 when it does not, though another of its release does both
                        (`qa.language.counted`)
    whole_missing       1 when exports or imports are asked for without saying of what, and it does
                        not speak of them so, nor of all that its title says they are of, or where
                        its figure is what comes to a day and that is not asked for, or the other
                        way round; else 0, as where what `told` rates is asked for
    told                where a reason is asked for, or several things, of a report that opens with
                        figures, or companies, or what somebody said, what is laid down, who has
                        charge of it or when the next is held, how plainly it tells that: 1 when it
                        lists such things with a figure for each, or behind a lead that counts them,
                        gives words of who is named, lays down by when, from when, who may or must,
                        or what is exempt, says who runs it, tells of the next, or is there to say
                        why, a half when it lists things otherwise, or says what brought something
                        about; else 0
    untold_missing      1 where a reason is asked for of such a report, and it only says how much
                        there was, or several things, and it opens the report without listing any;
                        where a company is asked for and it names none, or a quote and it is none;
                        where it neither lays down what is asked for, says who runs it nor tells of
                        the next, and another of its release does; else 0
    opposite            1 when it speaks of the contrary (imports for exports, what rose for what
                        fell, figures of other periods for those of one) and not of what is asked
                        for, or of others alone by number ("the first round" for the second), or
                        lacks the words that are quoted or the office whose holder is asked for, if
                        it is said which or another of its release has it, or does not name who
                        holds it as plainly as another where only that is asked, or does not name
                        the period whose figure is asked for where it is not the release's own and
                        another sentence names it, or has those of parts of it alone, or measures a
                        change against another time than is asked for where another does that, or
                        only says which release it corrects where a figure is asked for, or does not
                        say that this is the extreme over time that is asked for where another does,
                        else 0; such a sentence comes after all others
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import Comparison
from qa.language.asked_figures import rate_measure
from qa.language.countries import speaks_of_country
from qa.language.synonyms import list_others
from qa.retrieval.contrary_sentences import find_opposite
from qa.retrieval.figure_sentences import (
    count_things,
    cover_own,
    itemise,
    miss_whole,
)
from qa.retrieval.letter_matches import cover_letters
from qa.retrieval.read_passages import ReadPassage, find_places
from qa.retrieval.signals import Matrix, Values
from qa.retrieval.told_sentences import tell
from qa.understanding.wanted import Wanted

SENTENCE_SIGNALS = (
    "late_votes",
    "figure_votes",
    "late_beyond_title",
    "coverage",
    "own_coverage",
    "letters",
    "itemised",
    "item_missing",
    "answer_type",
    "measure",
    "counted",
    "whole_missing",
    "told",
    "untold_missing",
    "opposite",
)
"""Names of the columns of a sentence matrix, in order."""

_NOTHING = np.empty(0, np.int64)
# How much more alike, as an estimated cosine, makes a share e times as great.
_TEMPERATURE = 0.05
_LEAST_SHARE = 0.001


def measure_sentences(
    wanted: Wanted, passages: Sequence[ReadPassage], compared: Comparison
) -> Matrix:
    """The numbers of each sentence of each passage, in their order: (sentences,
    len(SENTENCE_SIGNALS)).

    `compared` are the tokens of the encoded passages with the question's. Where a passage has
    others, since it was encoded by an earlier version, nothing is late.
    """
    places, asked = _find_asked(wanted, passages), len(wanted.weights)
    count = np.array([len(each.sentences) for each in passages], np.int64)
    # The first place is the title; a passage with fewer sentences than another has places to spare.
    kept = np.arange(places.shape[2] - 1) < count[:, np.newaxis]  # (passages, most sentences)
    held = places[:, :, 1:][:, kept]  # (terms, sentences)
    titled = places[:asked, :, 0]  # (terms asked for, passages)
    sentences = [sentence for each in passages for sentence in each.read_sentences()]
    _find_countries(wanted, held, sentences)
    _find_countries(wanted, titled, [each.stored.release.title for each in passages])
    releases = np.repeat(_number([each.stored.release.id for each in passages]), count)
    votes, beyond = _match_sentences(compared, passages).T
    of_figure = float(wanted.figure is not None)
    told = tell(wanted, passages)
    return np.column_stack(
        [
            *(votes * (1 - of_figure), votes * of_figure, beyond),
            wanted.cover(held[:asked]),
            cover_own(wanted, held[:asked], np.repeat(titled, count, axis=1), releases),
            cover_letters(wanted, passages),
            itemise(wanted, passages),
            _rate_types(wanted, sentences, told),
            count_things(wanted, sentences, releases),
            miss_whole(wanted, passages) * (told is None),
            np.zeros((len(sentences), 2)) if told is None else told,
            find_opposite(wanted, passages, held, releases),
        ]
    )


def _find_asked(wanted: Wanted, passages: Sequence[ReadPassage]) -> npt.NDArray[np.bool_]:
    """Where the terms asked for stand, each also as another word for the same thing, and then the
    contraries: (terms, passages, places), as `find_places` has them."""
    terms = [*wanted.weights, *(contrary for _, contrary in wanted.opposites)]
    others = [
        (row, other) for row, term in enumerate(wanted.weights) for other in list_others(term)
    ]
    places = find_places([*terms, *(other for _, other in others)], passages)
    for (row, _), stands in zip(others, places[len(terms) :], strict=True):
        places[row] |= stands
    return places[: len(terms)]


def _find_countries(wanted: Wanted, held: npt.NDArray[np.bool_], texts: Sequence[str]) -> None:
    """Have the terms that name a country be held by what names it, in any form: "the US" by "the
    United States", and not by "US$3". `held`, (terms, texts), is changed."""
    asked = list(wanted.weights)
    for term, country in wanted.country_terms:
        held[asked.index(term)] = [speaks_of_country(each, country) for each in texts]


def _rate_types(wanted: Wanted, sentences: Sequence[str], told: Values | None) -> Values:
    """The answer_type and measure of each sentence: (sentences, 2). What tells of several things,
    or why, holds a thing of the kind asked for, and what plainly does not holds none."""
    types = np.array([_match_type(wanted, each) for each in sentences], np.float64).reshape(-1, 2)
    if told is not None:
        types[told[:, 0] > 0, 0] = 1.0
        types[told[:, 1] > 0, 0] = -1.0
    return types


def _match_type(wanted: Wanted, sentence: str) -> tuple[float, float]:
    """answer_type and measure."""
    if wanted.figure is not None:
        of_type = wanted.finds_figure(sentence)
        return 1.0 if of_type else -1.0, rate_measure(wanted.figure, sentence)
    if wanted.answer_type is None:
        return 0.0, 0.0
    return 1.0 if wanted.finds_answer(sentence) else -1.0, 0.0


def _match_sentences(
    compared: Comparison, passages: Sequence[ReadPassage]
) -> npt.NDArray[np.float64]:
    """The columns of late: (sentences, 2)."""
    tokens = [each.tokens for each in passages]
    counts = np.array([len(each.starts) for each in tokens], np.int64)
    headings = np.cumsum(counts) - counts
    belongs = compared.ends - compared.starts == [each.count for each in tokens]
    offsets, kept = np.repeat(compared.starts, counts), np.repeat(belongs, counts)
    starts = np.concatenate([_NOTHING, *(each.starts for each in tokens)]) + offsets
    stops = np.concatenate([_NOTHING, *(each.stops for each in tokens)]) + offsets
    best = compared.match(starts, np.where(kept, stops, starts))  # of headings and sentences
    rows = np.delete(np.arange(len(starts)), headings)
    if not best.size:
        return np.zeros((len(rows), 2))
    releases = np.repeat(_number([each.stored.release.id for each in passages]), counts)
    votes = _vote(best, releases) * (kept & (starts < stops))[:, np.newaxis]
    shares = np.maximum(votes[rows].mean(axis=1, dtype=np.float64), _LEAST_SHARE)
    beyond = np.maximum(best - np.repeat(best[headings], counts, axis=0), 0)
    # Before the first sentence there is the heading, whose own row is 0.
    reached = np.maximum(beyond[rows], beyond[rows - 1]).mean(axis=1, dtype=np.float64)
    return np.column_stack([np.log(shares / _LEAST_SHARE), reached])


def _number(names: Sequence[str]) -> npt.NDArray[np.int64]:
    """The same number, from 0 on, for the same name."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], np.int64)


def _vote(best: npt.NDArray[np.float32], group: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """What of each column's one vote in each group falls to each row: a softmax, (rows, columns).

    `group`, (rows,), numbers the groups from 0 on, none of them empty.
    """
    order = np.argsort(group, kind="stable")
    starts = np.searchsorted(group[order], np.arange(group.max() + 1))
    greatest = np.maximum.reduceat(best[order], starts)
    votes = np.exp((best - greatest[group]) / np.float32(_TEMPERATURE))
    given: npt.NDArray[np.float32] = votes / np.add.reduceat(votes[order], starts)[group]
    return given
