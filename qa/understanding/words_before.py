"""What stands right before a place in a question, looked for without reading all that does.

Each period of a question is asked about what leads it: read from the beginning each time, one of
nothing but periods would take seconds.
"""

import re

FAR = 150
"""Characters that are looked back over."""


def find_before(
    pattern: re.Pattern[str], text: str, end: int, *, far: int = FAR
) -> re.Match[str] | None:
    """Where a pattern that ends at its end (`$`) is found right before the place `end` of a text,
    beginning no more than `far` characters before it.

    >>> find_before(re.compile(r"since (?:the )?$"), "Exports since the war", 18).start()
    8
    """
    return pattern.search(text, max(0, end - far), end)
