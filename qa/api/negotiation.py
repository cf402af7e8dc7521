"""What a reader prefers, by Accept headers and their like (RFC 9110, section 12.4.2)."""

from collections.abc import Mapping
from typing import TypeVar

_Form = TypeVar("_Form")


def choose_form(accept: str, media_types: Mapping[_Form, str]) -> _Form:
    """The form whose media type an Accept header prefers (RFC 9110, section 12.5.1); the first when
    none is named, or none before it.

    >>> types = {"json": "application/json", "csv": "text/csv"}
    >>> choose_form("text/html, text/csv;q=0.8, */*;q=0.1", types)
    'csv'
    """
    weights = read_preferences(accept)

    def weigh(form: _Form) -> float:
        media_type = media_types[form]
        group = media_type.split("/")[0] + "/*"
        named = next((each for each in (media_type, group, "*/*") if each in weights), None)
        return 0.0 if named is None else weights[named]

    return max(media_types, key=weigh)


def read_preferences(header: str) -> dict[str, float]:
    """What a header names, in lower case, in its order, each with its weight.

    A weight is from 0, not at all, to 1, which is that of what has none; what is no weight is 0.

    >>> read_preferences("ko-KR, en;q=0.5, fr;q=7")
    {'ko-kr': 1.0, 'en': 0.5, 'fr': 0.0}
    """
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights[name] = _read_weight(parameters)
    return weights


def _read_weight(parameters: list[str]) -> float:
    for each in parameters:
        name, _, value = each.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value)
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0
    return 1.0
