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
_CLASSES = [tuple(dict.fromkeys(find_terms(words))) for words in _SAME]
_CLASS_OF = {term: terms for terms in _CLASSES for term in terms}


def unify(term: str) -> str:
    """The term that stands for all words for the same thing; of others itself.

    >>> unify("vehicl"), unify("steel")
    ('car', 'steel')
    """
    return _CLASS_OF.get(term, (term,))[0]


def list_others(term: str) -> tuple[str, ...]:
    """The other terms of words for the same thing.

    >>> list_others("semiconductor"), list_others("steel")
    (('chip',), ())
    """
    return tuple(each for each in _CLASS_OF.get(term, ()) if each != term)
