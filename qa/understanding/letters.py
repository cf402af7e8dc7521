"""The Korean words of a question that a Korean release may have letter for letter."""

from collections.abc import Collection, Mapping
from itertools import chain

from qa.language.terms import find_terms
from qa.questions import Interpretation


def weigh_letters(
    asked: Interpretation, weights: Mapping[str, float], *, without: Collection[str]
) -> tuple[tuple[str, float], ...]:
    """The Korean words that say of what a question is, each with the weight of its rarest term, or
    of its English: not those of which no term weighs anything, nor those with a term in `without`.
    """
    unread = ((word.korean, word.terms) for word in asked.unread)
    rendered = ((korean, find_terms(english)) for korean, english in asked.rendered)
    weighed = {
        korean: max((weights.get(term, 0.0) for term in terms), default=0.0)
        for korean, terms in chain(unread, rendered)
        if not any(term in without for term in terms)
    }
    return tuple((korean, weight) for korean, weight in weighed.items() if weight)
