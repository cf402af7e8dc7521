"""The questions of a collection asked once, with all that fitting and ablating go by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from qa.measuring.collections import Collection, TestQuestion
from qa.measuring.evaluation import find_day, shortlists
from qa.measuring.regression import Choice
from qa.questions import Aspect, Question
from qa.retrieval.asking import Asker
from qa.retrieval.news import leads_with
from qa.retrieval.shortlist import Shortlist


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its shortlist, and the one without the releases that answer it.

    `sentences` are those of each right release's passages, where the words of the answer are known.
    """

    question: TestQuestion
    whole: Shortlist
    emptied: Shortlist | None
    sentences: tuple[Choice, ...] = ()


def ask_shortlists(
    asker: Asker, collection: Collection, *, unread_windows: bool = False
) -> list[Asked]:
    """Every question of a collection with its shortlists.

    With `unread_windows`, those whose words name a window of publication come a second time with
    it unread: a window may be said in words that are not understood, and then the ranking has to
    do.
    """
    day = find_day(asker)
    asked = []
    questions = list(collection.questions)
    if unread_windows:
        questions += _unread_windows(asker, questions, day)
    for question in questions:
        whole, emptied = shortlists(asker, question, day)
        sentences = tuple(_label_sentences(asker, question, whole))
        asked.append(Asked(question, _lighten(whole), emptied and _lighten(emptied), sentences))
    return asked


def _unread_windows(
    asker: Asker, questions: Iterable[TestQuestion], day: date
) -> list[TestQuestion]:
    unread = frozenset({Aspect.PUBLISHED})
    reading = (
        (each, asker.interpret(Question(each.text, each.as_of or day))) for each in questions
    )
    return [replace(each, ignore=unread) for each, read in reading if read.published_words]


def _lighten(shortlist: Shortlist) -> Shortlist:
    """A shortlist without its tokens: half a megabyte, of which nothing more is asked."""
    return replace(shortlist, compared=shortlist.compared.select([]))


def _label_sentences(
    asker: Asker, question: TestQuestion, shortlist: Shortlist
) -> Iterator[Choice]:
    """The sentences of each release that answers, where some but not all of them do, and it is not
    the opening one that is marked in any case."""
    right: dict[str, list[int]] = {}
    for row, release_id in enumerate(shortlist.releases):
        if question.answers and release_id in question.relevant:
            right.setdefault(release_id, []).append(row)
    for rows in right.values():
        passages = [shortlist.read[row] for row in rows]
        if any(leads_with(shortlist.question.wanted.news_of, each) for each in passages):
            continue
        labels = np.array(
            [
                any(answer in sentence for answer in question.answers)
                for each in passages
                for sentence in each.read_sentences()
            ],
            bool,
        )
        if labels.any() and not labels.all():
            compared = shortlist.compared.select(rows)
            measured = asker.highlighter.measure(shortlist.question, passages, compared)
            yield Choice(measured, labels)
