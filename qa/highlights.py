"""Which sentence of a passage answers.

A sentence is scored by how well its tokens cover the question's (MaxSim over the encoder's token
vectors, which see the whole passage and so know what "it" stands for), by how well it does
together with the sentence before it, and by whether it holds the kind of thing asked for. The
weights are those of a conditional logit over the sentences of tests/collections/senate-press.
"""

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import TokenCodes, TokenVectors, compare_tokens
from qa.answer_types import holds_type
from qa.sentences import Span
from qa.signals import PassageWords, Wanted

_OWN_WEIGHT = 1.0
_WITH_PREVIOUS_WEIGHT = 1.0
_TYPE_WEIGHT = 0.1


def find_answer_sentence(
    wanted: Wanted,
    text: str,
    words: PassageWords,
    question: TokenVectors,
    codes: TokenCodes,
    tokens: npt.NDArray[np.int64],
) -> Span | None:
    """The sentence of `text` that answers best; the earlier of equals; None without sentences.

    `codes` are the token codes of the encoded passage and `tokens`, (tokens, 2), where each
    stands in `text`; what stands before 0 is the heading's.
    """
    if not words.sentences or not len(question):
        return None
    similarities = compare_tokens(question, codes)  # (tokens, question tokens)
    scores = []
    before = np.zeros(len(question), np.float32)
    for span in words.sentences:
        inside = (tokens[:, 0] >= span.start) & (tokens[:, 1] <= span.end)
        own = similarities[inside].max(axis=0) if inside.any() else np.zeros_like(before)
        together = np.maximum(own, before)
        score = _OWN_WEIGHT * own.mean() + _WITH_PREVIOUS_WEIGHT * together.mean()
        if wanted.answer_type is not None:
            score += _TYPE_WEIGHT * holds_type(wanted.answer_type, text[span.start : span.end])
        scores.append(float(score))
        before = own
    return words.sentences[int(np.argmax(scores))]
