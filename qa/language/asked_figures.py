"""What figure a question asks for, and how well a sentence measures as it asks.

Only the sentence to mark goes by this, so that it may take more for a question for a figure than
`answer_types`, which the order of hits rests on: "latest FDI pledges", "What duty did it propose?",
"Did exports rise?", which a change answers, be it a rise or a fall.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.language.answer_candidates import find_candidates, holds_counted
from qa.language.answer_types import FIGURES, AnswerType, find_answer_type
from qa.language.figures import CURRENCIES, PERCENT, SHARES, Figure, find_figures
from qa.language.reasons import asks_reason
from qa.lazy_regex import lazy_regex

_KEPT = 8192  # sentences: those on shortlists come back, and are asked for the same few kinds
_QUESTION_WORDS = lazy_regex(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|had"
    r"|will|would|can|could|should)\b|누구|누가|무엇|뭐|어떤|어느|무슨|언제|어디|왜|어떻게|까닭|이유",
    re.IGNORECASE,
)
# What is stated in percent or in money, as may be: "What duty did the commission propose?"
_IN_EITHER = lazy_regex(
    r"\b(?:what|which) (?!(?:did|do|does|is|are|was|were|has|have|had|can|could|will|would)\b)"
    r"(?:[\w’'-]+ ){0,2}?(?:dut(?:y|ies)|tariffs?|tax(?:es)?|levy|fines?|penalt(?:y|ies)|fees?"
    r"|rates?|subsid(?:y|ies)|wages?|discount)\b|\bdut(?:y|ies) (?:on|for)\b"
    r"|(?:세|세율|벌금|과태료)[은는]?\W*$",
    re.IGNORECASE,
)
_WHAT_COST = lazy_regex(
    r"\bwhat (?:did|do|does|will|would)\b.*\bcost\b|\bhow (?:expensive|costly)\b"
    r"|(?:(?:사업|건설|공사|운영|참가)비|예산|금액|부담액|낙찰액)[은는]?\W*$",
    re.IGNORECASE,
)
# "What was the BSI for sales in May?", but not "What was the reason for higher exports?"
_WHAT_WAS = lazy_regex(
    r"^\W*(?:and |so )?what(?:['’]s| (?:is|are|was|were))\b(?!.*\b(?:reasons?|causes?|behind|said"
    r"|told|announced|reported|published|released|about|effects?|impact|results?|plans?|measures|goals?"
    r"|aims?|topic|response|role|name|purpose|done|agreed|discussed)\b)",
    re.IGNORECASE,
)
# "What did exports of hybrids come to?"
_WHAT_CAME_TO = lazy_regex(
    r"\bwhat (?:did|do|does)\b.*\b(?:come to|amount to|add up to|total|reach|stand at|run to)\W*"
    r"(?:$|(?:in|for|during|by|last|this)\b)",
    re.IGNORECASE,
)
# How far something went, in words that "how much" alone takes for an amount.
_HOW_FAR = lazy_regex(
    r"\bhow (?:much|far|sharply) .*\b(?:leap|leapt|soar(?:ed)?|spiked?|tumbled?|advanced?|eased?"
    r"|rebound(?:ed)?)\b"
    r"|얼마나 (?:뛰|뛴|뛸|치솟|급[등락증감]|하락|반등|낮아|높아|커[지진졌])",
    re.IGNORECASE,
)
_OF_MONEY = lazy_regex(
    r"\bworth\b|\bvalue of\b|\b(?:in|by) value\b|\bcosts?\b|\bmoney\b|\bspen[dt]\b"
    r"|\b(?:in|many) (?:us )?(?:dollars|won|euros|yen|yuan)\b|\bhow much funding\b"
    r"|\bhow much (?:did|do|does|has|have|had|was|were|is|are|will|would) (?:[\w.’'-]+ ){1,6}?"
    r"(?:get|got|gave|give|given|receive[ds]?|w[io]n|secured?|obtain(?:ed)?|award(?:ed)?|pa(?:id|y)"
    r"|earn(?:ed)?|donated?|granted?|allocated?|charged?|budgeted|fined|invest(?:ed|ing)?|lent|lend"
    r"|borrow(?:ed)?|owed?)\b"
    r"|\b(?:what|which) price\b"
    r"|\bwhat (?:is|was|are|were) the (?:[\w’'-]+ ){0,2}?prices? (?:of|for)\b"
    r"|(?:수주|발주|수출|수입|거래|매출|투자|부담|낙찰|금)액|달러로|비용(?!량)"
    r"|(?:사업|건설|공사|운영|참가)비[은는이가]?(?:\W|얼마|$)|예산[은이]?\W*(?:얼마|$)",
    re.IGNORECASE,
)
# "What share of sales was online?", but not "By what share did sales rise?"
_OF_SHARE = lazy_regex(
    r"\b(?:shares?|proportion|percentage)\b(?! points?)|\b(?:utili[sz]ation|usage|operating"
    r"|employment|unemployment|penetration|participation|adoption|recycling|self-sufficiency)"
    r" rate\b"
    r"|비중|(?:활용|이용|가동|점유|보급|실업|고용|자급|달성|참여)[률율]",
    re.IGNORECASE,
)
MAKES_UP = lazy_regex(r"\baccount(?:s|ed|ing)? for\b|\bma(?:kes?|de|king) up\b|차지", re.IGNORECASE)
"""What has a share, said without that word."""

_SHARED = lazy_regex(
    rf"\b(?:shares?|proportion|rates?|ratio|of (?:all|total|the total))\b|비중|[율률]"
    rf"|{MAKES_UP.pattern}",
    re.IGNORECASE,
)
_OF_CHANGE = lazy_regex(
    r"\b(?:ris(?:e|en|es|ing)|rose|gr[eo]w\w*|increas\w*|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*"
    r"|chang\w*|gain\w*|improv\w*)\b|증가|감소|증감|변[화동]|늘|줄|올[라랐]|오른|내[려렸]|떨어",
    re.IGNORECASE,
)
_HOW_LONG = lazy_regex(
    r"\bhow long\b|얼마(?:나 오래| ?동안)|며칠 ?(?:간|동안)|기간[은이]", re.IGNORECASE
)
# "8 years", "a two-week course", "until 2028", and what is long in space.
_LONG = lazy_regex(
    r"\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|half|several|many|few|couple of)"
    r"[\s-](?:\w+ )?(?:second|minute|hour|night|day|week|weekend|month|quarter|year|decade|century"
    r"|centurie|generation|inche?|foot|feet|yard|meter|metre|mile|km|kilomet(?:er|re))s?\b"
    r"|\b(?:since|until|till|for (?:life|decades|centuries|years|months|weeks|days|hours))\b"
    r"|(?<!\d)(?!(?:19|20)\d\d년)\d+ ?"
    r"(?:개월|년|주|시간|분|일 ?(?:간|동안)|미터|킬로미터|km|m)(?![a-z월])",
    re.IGNORECASE,
)
_HOW_MUCH = lazy_regex(r"\bhow (?:much|many|large|big|high)\b|얼마|몇", re.IGNORECASE)
_WHETHER = lazy_regex(
    r"^\W*(?:and |but |so |tell me (?:if|whether) )?"
    r"(?:did|do|does|have|has|had|was|were|is|are)\b(?!.*\b(?:what|which|who|how|where|when|why)\b)"
    r"|^(?!.*(?:얼마|몇|무엇|뭐|어떤|어느|무슨|언제|어디|누가|누구|왜|어떻게)).*"
    r"(?:[했었랐났졌](?:나요?|습니까|는가|는지|어요?|지요?|죠|니))\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """The kind of figure that is asked for; `in_money` where in that alone, `or_share` where in
    percent as well, `is_share` where it is how much of a whole something is. One `by_name` is asked
    for by the name of what it measures: what a release breaks down it may give in percent only.
    `how_long` is in time, or in space, and one that `is_named` is asked whether it is so much as
    the question says."""

    kind: AnswerType
    in_money: bool = False
    by_name: bool = False
    or_share: bool = False
    is_share: bool = False
    how_long: bool = False
    is_named: bool = False


def find_asked_figure(
    question: str, kind: AnswerType | None, *, of_figures: bool, of_news: bool
) -> AskedFigure | None:
    """What figure a question of that `kind` asks for; None where it asks for none.

    `of_figures` says whether it speaks of what figures are made for, `of_news` whether it asks for
    whatever was published.

    >>> asked = find_asked_figure("latest FDI pledges", None, of_figures=True, of_news=False)
    >>> asked == AskedFigure(AnswerType.AMOUNT, by_name=True)
    True
    """
    if asks_reason(question):
        return None
    if kind in FIGURES:
        if _OF_SHARE.search(question) and not _OF_CHANGE.search(question):
            return AskedFigure(AnswerType.CHANGE, is_share=True)
        if kind is not AnswerType.AMOUNT:
            return AskedFigure(kind)
        if _HOW_FAR.search(question):
            return AskedFigure(AnswerType.CHANGE)
        if _HOW_LONG.search(question):
            return AskedFigure(kind, how_long=True)
        money = _OF_MONEY.search(question) is not None
        return AskedFigure(kind, money, not money and _HOW_MUCH.search(question) is None)
    if kind is not None or of_news:
        return None
    if asks_whether(question) and names_money(question):
        return AskedFigure(AnswerType.AMOUNT, in_money=True, is_named=True)
    if _IN_EITHER.search(question):
        return AskedFigure(AnswerType.AMOUNT, or_share=True)
    if _WHAT_COST.search(question):
        return AskedFigure(AnswerType.AMOUNT, in_money=True)
    if _WHAT_CAME_TO.search(question):
        return AskedFigure(AnswerType.AMOUNT)
    if of_figures and (_WHAT_WAS.search(question) or not _QUESTION_WORDS.search(question)):
        return AskedFigure(AnswerType.AMOUNT, _OF_MONEY.search(question) is not None, by_name=True)
    return None


def names_money(text: str) -> bool:
    """Whether a text names a sum of money.

    >>> names_money("Did it cost $2 million?")
    True
    """
    return any(figure.unit in CURRENCIES for figure in find_figures(text))


def asks_money(question: str) -> bool:
    """Whether only a sum of money answers it, be it not known which.

    >>> asks_money("What was the value of exports?"), asks_money("How much did their value rise?")
    (True, False)
    """
    kind = find_answer_type(question)
    asked = find_asked_figure(question, kind, of_figures=False, of_news=False)
    return asked is not None and asked.in_money and not asked.is_named


def asks_whether(question: str) -> bool:
    """Whether yes or no answers it.

    >>> asks_whether("Did exports rise in May?"), asks_whether("Which exports rose in May?")
    (True, False)
    """
    return _WHETHER.search(question) is not None


@lru_cache(_KEPT)
def rate_measure(asked: AskedFigure, sentence: str) -> float:
    """How well a sentence measures as a question asks, from -1 to 1: a change in percent or points,
    a share in percent that nothing rose or fell by, an amount in any other unit, one of money in
    that, one of time in years and the like, a count in one that is no money either, a streak in
    times in a row.

    >>> rate_measure(AskedFigure(AnswerType.AMOUNT), "Exports rose 24.3 percent.")
    -1.0
    >>> rate_measure(AskedFigure(AnswerType.AMOUNT, by_name=True), "Exports rose 24.3 percent.")
    0.0
    """
    kind = asked.kind
    if kind is AnswerType.STREAK:
        return 1.0 if find_candidates(kind, sentence) else -1.0
    if asked.how_long:
        return 1.0 if _LONG.search(sentence) else -1.0
    figures = find_figures(sentence)
    units = {figure.unit for figure in figures}
    if asked.is_share:
        return 1.0 if _states_share(sentence, figures) else -1.0
    if kind is AnswerType.CHANGE:
        changes = not units.isdisjoint(SHARES) or "points" in units
        return 1.0 if changes else -1.0
    if kind is AnswerType.COUNT:
        counts = not units <= SHARES | CURRENCIES or holds_counted(sentence)
        return 1.0 if counts else -1.0
    if asked.or_share:
        return 1.0 if units else -1.0
    if not (units & CURRENCIES if asked.in_money else units - SHARES):
        return 0.0 if asked.by_name and PERCENT in units else -1.0
    return 1.0


def _states_share(sentence: str, figures: Sequence[Figure]) -> bool:
    """Whether a sentence has a figure in percent that nothing rose or fell by. Behind one by which
    something did, another is of the like ("apparel rose 12.4% and shoes 7.1%"), unless the sentence
    speaks of shares."""
    percent = [each.is_change for each in figures if each.unit == PERCENT]
    if not percent or all(percent):
        return False
    return not percent[0] or _SHARED.search(sentence) is not None
