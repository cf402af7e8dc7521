"""The English names of the months, and patterns of them over text in lower case."""

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT_NAMES = tuple(name[:3].lower() for name in MONTH_NAMES)
FULL_NAME = "|".join(MONTH_NAMES).lower()
SHORT_NAME = "|".join(SHORT_NAMES)
SHORTENED = SHORT_NAME.replace("may|", "").replace("sep", "sept?")
"""The short names as people write them: there is no other for May, and two for September."""


def month_number(name: str) -> int:
    """1 to 12, from a name of any length and case.

    >>> month_number("Sept"), month_number("december")
    (9, 12)
    """
    return SHORT_NAMES.index(name[:3].lower()) + 1
