"""Values as they stand in a library's rows: read, and what is said of those that cannot be."""

from datetime import date, datetime

from qa.errors import LibraryDamaged

PUT_BACK = 'Put back a backup: qa restore FOLDER --replace (README.md, "Backing up").'
"""What is to be done where a library is damaged that cannot be made again."""

_SHOWN = 40  # characters of a value that cannot be read


def to_day(value: str) -> date:
    """A day as it is kept, which damage may have made of any type. Raises LibraryDamaged."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise make_unread("a day", value) from error


def to_time(value: str) -> datetime:
    """A moment as it is kept. Raises LibraryDamaged."""
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise make_unread("a moment", value) from error


def make_unread(expected: str, found: object) -> LibraryDamaged:
    """The error of a value that cannot be read."""
    return LibraryDamaged(
        f"The library is damaged: expected {expected} in it, found {str(found)[:_SHOWN]!r}. Find "
        f"out whose that is, and what to do: qa check"
    )


def to_number(value: str) -> int:
    """A number of what is noted of a library as a whole. Raises LibraryDamaged."""
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise LibraryDamaged(
            f"The library is damaged: expected a number in its notes, found "
            f"{str(value)[:_SHOWN]!r}. {PUT_BACK}"
        ) from error
