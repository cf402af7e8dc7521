"""How many there are of something, in English."""


def count(number: int, thing: str) -> str:
    """A number and what it counts, which ends in "-s" unless it is one.

    >>> count(1, "release"), count(0, "release"), count(1200, "passage")
    ('1 release', '0 releases', '1200 passages')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
