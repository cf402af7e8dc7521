"""Which of the forms that there are is wanted, by an Accept header (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping
from typing import TypeVar

_Form = TypeVar("_Form")


def choose_form(accept: str, media_types: Mapping[_Form, str]) -> _Form:
    """The form whose media type is preferred; the first when none is named, or none before it.

    >>> types = {"json": "application/json", "csv": "text/csv"}
    >>> choose_form("text/html, text/csv;q=0.8, */*;q=0.1", types)
    'csv'
    """
    weights: dict[str, float] = {}
    for part in accept.lower().split(","):
        media_range, *parameters = (piece.strip() for piece in part.split(";"))
        weights[media_range] = _read_weight(parameters)

    def weigh(form: _Form) -> float:
        media_type = media_types[form]
        group = media_type.split("/")[0] + "/*"
        named = next((each for each in (media_type, group, "*/*") if each in weights), None)
        return 0.0 if named is None else weights[named]

    return max(media_types, key=weigh)


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
