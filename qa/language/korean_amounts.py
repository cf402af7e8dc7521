"""What a Korean amount comes to: "3조 2,100억" is 3.21 trillion.

Where in a text an amount stands, and of what it is, is for those to say who look for it.
"""

from decimal import Decimal

from qa.lazy_regex import lazy_regex

_MULTIPLES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12, "": 1}
_STEPS = lazy_regex(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s?([십백천]?)([조억만]?)")


def read_amount(text: str) -> Decimal:
    """The value of an amount: figures, each with its multiples of ten behind it.

    >>> read_amount("3조 2,100억"), read_amount("1만2천"), read_amount("1,234.5")
    (Decimal('3210000000000'), Decimal('12000'), Decimal('1234.5'))
    """
    total = section = Decimal(0)
    for figure, small, large in _STEPS.findall(text):
        section += Decimal(figure.replace(",", "")) * _MULTIPLES[small]
        if large:
            total, section = total + section * _MULTIPLES[large], Decimal(0)
    return total + section
