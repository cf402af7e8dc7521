"""Korean words of a question, matched with passages letter for letter.

To an encoder that knows no Korean a word without English means nothing: no token of the question
stands for it. What a passage covers of the question would then be measured without it, though it is
often all that the question is about. Each such word is a further token, as like a passage as any
word is like one that has it, or has it not. Of a word with English its tokens are about as like a
passage that has the word itself as any that is named by them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from qa.language.unread_words import UnreadWord
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Values
from qa.understanding.wanted import Wanted

# As estimated cosines: about those of a word that stands in a passage, and of one that does not.
_SAME, _OTHER = 0.7, 0.2
# Of a word with English this much, or as much as any is like it up to the former: releases in
# English, which have no letters of it, are not to fall behind.
_NAMED = 0.6
# What a word counts for that the title has, as a share: every sentence there is about that.
_TITLED = 0.2


@dataclass(frozen=True, slots=True)
class Letters:
    """The Korean words of a question: those without English that releases have, and those with,
    each with the places of the tokens that stand for it."""

    unread: tuple[UnreadWord, ...] = ()
    rendered: tuple[tuple[str, tuple[int, ...]], ...] = ()


NO_LETTERS = Letters()


def find_tokens(
    rendered: Sequence[tuple[str, str]], text: str, spans: npt.NDArray[np.int64]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each Korean word that is `rendered`, with the places of the tokens of its English in `text`.

    `spans`, (tokens, 2), is where each token stands in it.

    >>> spans = np.array([[0, 0], [0, 8], [9, 16], [17, 21]])
    >>> find_tokens([("취업자", "employed persons")], "employed persons rise", spans)
    (('취업자', (1, 2)),)
    """
    found = []
    for korean, english in rendered:
        at = re.search(rf"(?<!\w){re.escape(english)}(?!\w)", text)
        if at is not None:
            inside = (spans[:, 0] < at.end()) & (spans[:, 1] > at.start())
            found.append((korean, tuple(np.flatnonzero(inside).tolist())))
    return tuple(found)


def match_letters(
    matches: npt.NDArray[np.float32], letters: Letters, passages: Sequence[ReadPassage]
) -> npt.NDArray[np.float32]:
    """How like each passage, with its title, the tokens of a question are, and then each of its
    words without English: (passages, tokens) -> (passages, tokens + words)."""
    if letters == NO_LETTERS:
        return matches
    further = np.full((len(passages), len(letters.unread)), _OTHER, np.float32)
    matched = np.concatenate([matches, further], axis=1)
    first = matches.shape[1]
    most = np.clip(matched.max(axis=0, initial=0.0), _NAMED, _SAME)
    most[first:] = _SAME
    for row, each in enumerate(passages):
        text = f"{each.stored.release.title}\n{each.stored.passage.text}"
        held = [first + at for at, word in enumerate(letters.unread) if word.stands_in(text)]
        held += [at for word, places in letters.rendered if word in text for at in places]
        matched[row, held] = np.maximum(matched[row, held], most[held])
    return matched


def cover_letters(wanted: Wanted, passages: Sequence[ReadPassage]) -> Values:
    """The letters of each sentence (`qa.retrieval.highlights`): (sentences,)."""
    if not wanted.letters:
        return np.zeros(sum(len(each.sentences) for each in passages))
    of_thing = wanted.answer_type is not None
    titled = 1.0 if wanted.figure is not None else 0.0 if of_thing else _TITLED
    covered: list[float] = []
    for each in passages:
        title = each.stored.release.title
        own = [
            (word, weight * (titled if word in title else 1.0)) for word, weight in wanted.letters
        ]
        total = sum(weight for _, weight in own) or 1.0
        covered += (
            sum(weight for word, weight in own if word in sentence) / total
            for sentence in each.read_sentences()
        )
    return np.array(covered, np.float64)
