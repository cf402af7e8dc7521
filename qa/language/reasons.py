"""Sentences that say why something came about in so many words: "helped by demand", "덕분에".

Others that may be a reason, such as "to support farmers", are `qa.language.answer_candidates`'.
"""

import re

from qa.lazy_regex import lazy_regex

_CAUSES = lazy_regex(
    r"\b(?:because|due to|owing to|thanks to|driven by|caused by|attribut\w+|reasons?"
    r"|on (?:strong|robust|solid|firm|weak|sluggish|soft|higher|lower|rising|falling|growing"
    r"|continued|increased)|on the back of|(?:stem(?:s|med|ming)?|result(?:s|ed|ing)?) from"
    r"|weigh(?:s|ed|ing)? on|explain(?:s|ed)?(?! (?:why|how)\b)"
    r"|helped(?! (?:to )?\w+ (?:the|a)\b)|boosted|lifted|drove"
    r"|spurred|prompted|hampered|dragged down|held back|delayed|fuell?ed|buoyed"
    r"|given (?:the|that)|in (?:view|light) of|for fear|lest"
    r"|amid (?:[\w’'-]+ ){0,5}?(?:demand|recovery|slump|slowdown|boom|(?:up|down)turn|surge"
    r"|shortage|glut|strike)s?)\b"
    r"|, as (?!opposed|well|part|of\b|an?\b|reported|announced|against|compared|follows)"
    r"|때문|인해|힘입|영향|덕분|으?로 인한|탓|원인|요인(?:으로|이다|이었다|은)",
    re.IGNORECASE,
)
# A sentence that is there to say why.
_EXPLAINS = lazy_regex(
    r"\b(?:is|are|was|were|been)(?: (?:mainly|largely|partly|chiefly|also))?"
    r" (?:because|due to|owe[dn] to|owing to|attribut\w+|caused by|blamed on|explained by"
    r"|(?:meant|intended|designed|aimed) (?:to|at))\b"
    r"|\b(?:had been|was|were) (?:(?:wrongly|mistakenly) \w+|\w+ (?:twice|by mistake|in error))\b"
    r"|(?:오류|착오)(?:이다|였다|입니다|였습니다)|과정에서 [^.]*(?:생[겼겨]|빚어졌)"
    # What goods are recalled for.
    r"|\b(?:exceed(?:s|ed|ing)?|above|over) the (?:(?:safety|legal|permitted|allowed|maximum) )?"
    r"(?:limit|standard)s?\b|\bfail(?:s|ed)? (?:to meet |to pass )?(?:an?|the) (?:[\w-]+ ){0,4}?"
    r"(?:standard|test|requirement|inspection)s?\b"
    r"|기준치?[를을]? ?(?:초과|넘)|기준에 (?:미달|못 ?미)"
    r"|\b(?:mistake|error|mix-up|fault) (?:was made|arose|occurred|happened|came about)\b"
    r"|(?<!\bno )\b(?:reason|cause)s? (?:for|of|is|are|was|were|behind)\b|\battribut(?:e[sd]|ing)\b"
    r"|(?:때문|탓|덕분|원인|이유|까닭)(?:이다|이었다|이라[고며]|입니다|으로)"
    r"|(?:위[한해]|따른) (?:것|조치)(?:이다|이?라[고며]|입니다|으로)|따라 (?:이같이|이렇게) ",
    re.IGNORECASE,
)
_ASKED = lazy_regex(
    r"\bwhat (?:caused|(?:is|was|were|are) (?:the (?:reason|cause)s?|behind)\b"
    r"|(?:made|makes|drove|pushed|prompted) (?!by\b)(?:\w+ ){1,5}?(?:go|rise|grow|fall|drop|decline"
    r"|increase|decrease|up|down|higher|lower)\b)"
    r"|\bfor (?:what|which) reasons?\b|(?:이유|까닭)[는은가이]|원인[은이]",
    re.IGNORECASE,
)
_MEASURED = lazy_regex(r"\d ?(?:percent|[mbtr]+illion|%|억|조|만)")


def asks_reason(question: str) -> bool:
    """Whether a question asks for a reason by that name; one that asks "why" is of that type.

    >>> asks_reason("For what reason was it recalled?"), asks_reason("Why was it recalled?")
    (True, False)
    """
    return _ASKED.search(question) is not None


def names_cause(sentence: str) -> bool:
    """Whether a sentence says what brought something about.

    >>> names_cause("Firm demand for memory chips helped.")
    True
    """
    return _CAUSES.search(sentence) is not None


def explains(sentence: str) -> bool:
    """Whether a sentence is there to say why, and does not only name a cause in passing.

    >>> explains("It is because of the rain."), explains("Sales fell because of the rain.")
    (True, False)
    """
    return _EXPLAINS.search(sentence) is not None


def only_measures(sentence: str) -> bool:
    """Whether a sentence says how much there was, and not what brought it about.

    >>> only_measures("Exports rose 3.1 percent."), only_measures("They rose 3% on firm demand.")
    (True, False)
    """
    return _MEASURED.search(sentence) is not None and not names_cause(sentence)
