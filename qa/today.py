"""Which day it is where releases are published: on a machine elsewhere it may still be another.

Time zones go by their names in the IANA database (https://www.iana.org/time-zones), the system's
or else the package tzdata's; "" is the machine's own.
"""

from datetime import date, datetime

_FAR_DAYS = 366


def find_today(timezone: str) -> date:
    """The day that it is now in a time zone."""
    if not timezone:
        return date.today()
    # Imported here and below: where none is named, a question is answered in less time without.
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(timezone)).date()


def is_far_ahead(published: date, today: date) -> bool:
    """Whether a day of publication is more than a year to come, and so most likely a mistake.

    >>> is_far_ahead(date(2125, 12, 15), date(2025, 12, 15))
    True
    """
    return (published - today).days > _FAR_DAYS


def require_timezone(name: str) -> str:
    """The name itself. Raises ValueError when no time zone has it."""
    if not name:
        return name
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: "Asia", a folder
        raise ValueError(
            f"expected the name of a time zone, as Asia/Seoul, found {name!r}; take one of the "
            f"IANA database, or leave it out for the machine's own"
        ) from error
    return name
