"""The language that a reader of the page wants."""

from qa.api.negotiation import read_preferences
from qa.output.words import Language


def choose_language(wanted: str | None, accept_language: str) -> Language:
    """The language that is `wanted`, else the one that an Accept-Language header prefers
    (RFC 9110, section 12.5.4); English when neither names one of ours.

    >>> choose_language(None, "fr, ko-KR;q=0.8, en;q=0.5")
    <Language.KOREAN: 'ko'>
    """
    known = {language.value: language for language in Language}
    if wanted in known:
        return known[wanted]
    best, most = Language.ENGLISH, 0.0
    for name, weight in read_preferences(accept_language).items():
        code, _, _ = name.partition("-")
        if code in known and weight > most:
            best, most = known[code], weight
    return best
