"""What it is asked of whether something was done to it: "Were any electric blankets recalled?".

Whatever else was recalled, a release without a word for blankets does not say.
"""

from qa.lazy_regex import lazy_regex

_WORD = r"[^\W\d_][\w’'&-]*"
# Irregular participles besides: of what is done to things in releases.
_PARTICIPLE = (
    rf"(?:{_WORD}ed|built|sold|won|held|made|found|cut|given|taken|chosen|lost|sent|bought|brought"
    r"|begun|known|shown|drawn|withdrawn|frozen|stolen|hit|put)"
)
_ASKED = lazy_regex(
    r"^\W*(?:and |so |but )?(?:was|were|has|have|had|is|are) (?:there )?(?:an? |any |the |some )?"
    rf"(?:(?!(?:been|not|n['’]t|able|that|which|who)\b){_WORD} ){{0,4}}?"
    rf"(?P<head>(?!(?:anything|something|nothing|anyone|anybody|someone|it|this|that|they|he|she|we"
    rf"|you|there|one|ones|been|being|still|now|not)\b){_WORD}) "
    rf"(?:(?:ever|also|already|yet|still|now|not) )?(?:been |being )?{_PARTICIPLE}\b"
    # "Are small unlicensed stalls able to" asks of stalls.
    r"(?=\W*$| (?:in|at|on|by|for|from|with|under|of|since|this|last|during|over|after|before|as"
    r"|into|out|again|back|off|up|down|through|because|near|within|between|\d+)\b)",
)


def find_subject(question: str) -> str | None:
    """The noun of which it is asked whether something was done to it; None where none is.

    >>> find_subject("Were any electric blankets recalled in 2026?")
    'blankets'
    >>> find_subject("Were they recalled?"), find_subject("What was recalled?")
    (None, None)
    """
    found = _ASKED.search(question[:1].lower() + question[1:])
    return found["head"] if found else None
