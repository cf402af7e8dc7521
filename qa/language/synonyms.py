"""Words for the same thing, which releases of one series use by turns: cars, autos, vehicles.

Only of what these words alone tell: a green car is of another kind, whatever it is called.
"""

from qa.language.terms import find_terms

_SAME = (
    "car auto automobile automotive vehicle",
    "chip semiconductor",
    "ship vessel",
    "price inflation",
)
_TERMS = {term: find_terms(words.split()[0])[0] for words in _SAME for term in find_terms(words)}


def unify(term: str) -> str:
    """The term that stands for all words for the same thing; of others itself.

    >>> unify("vehicl"), unify("steel")
    ('car', 'steel')
    """
    return _TERMS.get(term, term)
