"""The English words that dates are made of: patterns over text in lower case, and their numbers."""

from datetime import date

ORDINALS = {
    word: place
    for place, words in enumerate(
        ("first 1st opening", "second 2nd", "third 3rd", "fourth 4th"), start=1
    )
    for word in words.split()
}
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()

ORDINAL = rf"(?:{'|'.join(ORDINALS)}|last|final|closing)"
NUMBER = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[1-9][0-9]{{0,2}})"
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])\.?)(?![0-9a-zà-ÿ]))"
)
DASH = r"\s?[-–—~]\s?"
YEAR = r"(?:(?:(?:19|20)[0-9]{2}|2100)(?![0-9a-z_가-힣]|[,.][0-9]))"
DAY = (
    r"(?:(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![0-9a-z가-힣]|[,.:/][0-9]|\s?(?:%|percent|per\scent|million|billion|[ap]\.?m\b)"
    r"|-(?:year|day|month|week|hour|minute|point|percent|member|mile|page)"
    r"|\s(?:years?|months?|weeks?|days?)\b))"
)
OTHER_YEAR = (
    r"(?:the\syear\sbefore\slast|(?:last|this|next|the(?:\s(?:current|previous|prior|following))?)"
    r"\s(?:fiscal\s|calendar\s)?year(?![a-z-]))"
)


def month_number(name: str) -> int:
    """1 to 12, from a name or an abbreviation."""
    return _MONTHS.index(name[:3]) + 1


def weekday_number(name: str | None) -> int | None:
    """0 for Monday to 6 for Sunday, from a name or an abbreviation; None for none."""
    return _WEEKDAYS.index(name[:3]) if name else None


def number(words: str) -> int:
    """The number that NUMBER matched; "a" and "an" are 1."""
    if words.isdigit():
        return int(words)
    return 1 if words in ("a", "an") else _NUMBERS.index(words) + 1


def other_year(words: str, anchor: date) -> int:
    """The year that OTHER_YEAR matched: "last year", "the year"."""
    if words.endswith("before last"):
        return anchor.year - 2
    if words.startswith(("last", "the previous", "the prior")):
        return anchor.year - 1
    return anchor.year + (1 if words.startswith(("next", "the following")) else 0)
