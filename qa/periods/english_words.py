"""The English words that dates are made of: patterns over text in lower case, and their numbers."""

from datetime import date

from qa.periods.month_names import FULL_NAME, SHORTENED

ORDINALS = {
    word: place
    for place, words in enumerate(
        (
            "first 1st opening front initial earlier",
            "second 2nd latter later back",
            "third 3rd",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
            "eleventh 11th",
            "twelfth 12th",
        ),
        start=1,
    )
    for word in words.split()
}
_ONES = "one two three four five six seven eight nine".split()
_TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    **{word: n for n, word in enumerate([*_ONES, *_TEENS], start=1)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
}
# The days of a month spelt out, which a noun may follow too: "the fourth of July".
_FIRST_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DAYS = {word: day for day, word in enumerate(_FIRST_DAYS, start=1)}
_DAYS |= {f"twenty-{word}": 20 + day for word, day in [*_DAYS.items()][:9]}
_DAYS |= {"thirtieth": 30, "thirty-first": 31}
_WEEKDAYS = "mon tue wed thu fri sat sun".split()

ORDINAL = rf"(?:{'|'.join(ORDINALS)}|last|final|closing)"
NUMBER = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)})\b)?"
    rf"|(?:{'|'.join(sorted([*_ONES, *_TEENS], key=len, reverse=True))})|[1-9][0-9]{{0,2}})"
)
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
MONTH = rf"(?:(?:{FULL_NAME}|(?:{SHORTENED})(?![a-z])\.?)(?![0-9a-zà-ÿ]))"
# Without a day of September that is a name: "Sept-11".
SHORT_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?(?![-/]?11)|oct|nov|dec)"
ORDINAL_DAY = rf"(?:{'|'.join(sorted(_DAYS, key=len, reverse=True))})"
DASH = r"\s?[-–—~]\s?"
YEAR = r"(?:(?:(?:19|20)[0-9]{2}|2100)(?![0-9a-z_가-힣]|[,.][0-9]))"
DAY_OF_MONTH = r"(?:3[01]|[12][0-9]|0?[1-9])"
DAY = (
    rf"(?:{DAY_OF_MONTH}(?:st|nd|rd|th)?"
    r"(?![0-9a-z가-힣]|[,.:/][0-9]|\s?(?:%|percent|per\scent|million|billion|[ap]\.?m\b)"
    r"|-(?:year|day|month|week|hour|minute|point|percent|member|mile|page)"
    r"|\s(?:years?|months?|weeks?|days?)\b))"
)
# What figures are made of, and called; none that is also a verb ("may total").
FIGURES = (
    r"(?:exports|imports|shipments|deliveries|sales|trade|surplus|deficit|output|production"
    r"|consumption|generation|investment|fdi|inflation|orders|registrations|completions|results"
    r"|figures|data|index|totals|numbers|statistics|turnover|revenues|earnings|growth|outlook"
    r"|forecasts|targets|balance(?!\s(?:its|the|their|our|a|out)\b))"
)
# What ends a clause: "the year before" is a year there, "the year before she came" is not.
CLAUSE_END = r"(?=[.,;:?!)]|\s*$|\s(?:how|what|which|please|pls|compared|versus|vs)\b|\s[-–—]\s)"
_NEAR_YEAR = (
    r"(?:(?:the\s)?(?:last|this|next|past|prev(?:ious|\.)?|prior|preceding|current|following)"
    r"\s(?:fiscal\s|calendar\s)?(?:year|yr)"
    r"|the\syear\s(?:before\slast(?:\syear)?|gone\sby"
    r"|(?:(?:that|which)\s)?(?:(?:has|is)\s)?(?:just|recently|now)\s(?:ended|gone|past|over|closed|finished)"
    rf"|(?:before|prior){CLAUSE_END}))(?![a-z-])"
)
_COUNTED_YEAR = (
    rf"(?:(?:(?:{NUMBER}|an?|a\scouple\sof)\s(?:years?|yrs?)|year|yr|(?:12|twelve)\smonths)\s"
    r"(?:ago|back|earlier(?!\sthan)|removed|previously|before|prior)"
    r"(?:\s(?:this(?:\sone)?|now|today))?(?![a-z-]))"
)
# A year by its distance from today: "last year", "the year before last", "two years ago".
YEAR_AWAY = rf"(?:{_NEAR_YEAR}|{_COUNTED_YEAR})"
# What may stand after a month or quarter; "in March, a year earlier" is not one thing.
OTHER_YEAR = rf"(?:{_NEAR_YEAR}|(?<!,\s){_COUNTED_YEAR}|the\syear(?![a-z-]))"


def day_number(words: str) -> int:
    """1 to 31, from what DAY or ORDINAL_DAY matched.

    >>> day_number("4th"), day_number("twenty-first")
    (4, 21)
    """
    return _DAYS[words] if words in _DAYS else int(words.rstrip("stndrh"))


def weekday_number(name: str | None) -> int | None:
    """0 for Monday to 6 for Sunday, from a name or an abbreviation; None for none."""
    return _WEEKDAYS.index(name[:3]) if name else None


def number(words: str) -> int:
    """The number that NUMBER matched; "a" and "an" are 1, "a couple of" is 2.

    >>> number("twenty-four")
    24
    """
    if words.isdigit():
        return int(words)
    if words in ("a", "an"):
        return 1
    if "couple" in words:
        return 2
    return sum(_NUMBERS[word] for word in words.replace("-", " ").split())


def years_away(words: str) -> int:
    """How many years from today's the year is that YEAR_AWAY or OTHER_YEAR matched.

    >>> years_away("the year before last"), years_away("two years ago")
    (-2, -2)
    """
    words = words.removeprefix("the ")
    if words.startswith("year before last"):
        return -2
    if words.startswith(("this", "current")) or words == "year":
        return 0
    if words.startswith(("next", "following")):
        return 1
    counted, found, _ = words.replace(" yr", " year").partition(" year")
    # What is left says no number but is a year all the same: "last year", "12 months ago".
    return -number(counted) if found and not counted.startswith(_LAST) else -1


def other_year(words: str, anchor: date) -> int:
    """The year that OTHER_YEAR matched: "last year", "the year"."""
    return anchor.year + years_away(words)


_LAST = ("last", "past", "prev", "prior", "preceding")
