"""Which figure of which sentence states the indicator that is asked for, one an instalment.

All that are marked are of one measure: the unit that most instalments state it in, of change ("rose
3.2 percent") or not, as the question asks. Figures about another period are passed over, and a
figure counts as the one asked for by the words beside it. What a day has, or what is expected, is
asked for where the question says so, and only there: see `qa.timelines.amounts` and
`qa.timelines.indicators`.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from itertools import zip_longest

from qa.language.bases import Basis, find_bases
from qa.language.figures import CURRENCIES, INDEX, PERCENT, POINTS, Figure
from qa.language.synonyms import unify
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.timelines.amounts import (
    Aspect,
    Measure,
    find_amounts,
    find_aspect,
    find_words,
)
from qa.timelines.dated_sentences import Sentence, read_alone
from qa.timelines.indicators import Deciding, Rows, choose_statements, find_deciding, weigh_terms
from qa.understanding.periods_cumulated import CUMULATED

_CHANGE = lazy_regex(
    r"\b(?:growth|grow[ns]?|grew|growing|chang(?:e[ds]?|ing)|r[io]se|rises|risen|rising|f[ae]ll(?:s|en"
    r"|ing)?|increas\w*|decreas\w*|drop\w*|declin\w*|gain\w*|inflation|year-on-year)\b"
    r"|증감|증가|감소|변화|변동|상승|하락|성장|등락|급등|급락|급증|급감|오름폭|내림폭"
    r"|늘|줄|오[르른]|올[라랐]|내[리린렸]",
    re.IGNORECASE,
)
# By how much something changed, which is what is asked of it and not what it is.
_RATE = lazy_regex(
    r"\b(?:growth|change) rates?\b|\brates? of (?:growth|increase|decrease|change|decline)\b"
    r"|(?:상승|하락|증가|감소|증감|성장|등락)[율률폭](?:[은는이가을를의]|도)?(?![가-힣])",
    re.IGNORECASE,
)
_SHARE = lazy_regex(r"per ?cent|%|\b(?:shares?|rates?|ratio)\b|비중|[율률]", re.IGNORECASE)
_MONEY = lazy_regex(r"\b(?:value|worth)\b|[가-힣]액", re.IGNORECASE)
# Of whatever is counted: not "23 major retailers" where retail sales are asked for.
_COUNTING = r"\b(?:how many|numbers? of|in)\s(?:[\w-]+\s){0,2}"
_INDEXED = lazy_regex(r"\b(?:bsi|sentiment)\b|체감|경기실사", re.IGNORECASE)
# Words of questions that say nothing of what is asked for.
_ASKING = frozenset(
    find_terms(
        "how much many high low large big each every month monthly quarter quarterly year annual "
        "figure number amount value total level over time change rise fall worth korea korean "
        "rose fell increase decrease grow drop percent come came stand latest current "
        "year-on-year on-year yoy month-on-month "
        "얼마 추이 변화 증가 감소 매월 월별 분기 연간 한국 우리"
    )
)


Marked = tuple[Sentence, Figure | None]


def find_topic(question: str) -> frozenset[str]:
    """The terms of a question that name what it asks for.

    >>> sorted(find_topic("How much were exports of ICT goods each month?"))
    ['export', 'good', 'ict']
    """
    named = CUMULATED.sub(" ", _RATE.sub(" ", question))
    return frozenset(map(unify, find_terms(named))) - _ASKING


def find_common_topic(question: str, languages: Collection[str]) -> frozenset[str]:
    """The terms of a question, rendered and in its own words, that releases in these languages may
    have: in English alone where some are, as Korean ones are known by their rendering too.

    Words that a few Korean releases alone can have would tell these from the others, and not the
    indicator.

    >>> sorted(find_common_topic("exports 수출", {"en", "ko"}))
    ['export']
    >>> sorted(find_common_topic("exports 수출", {"ko"}))
    ['export', '수출']
    """
    topic = find_topic(question)
    if "en" not in languages:
        return topic
    return frozenset(term for term in topic if term.isascii()) or topic


def mark_figures(
    question: str,
    topic: frozenset[str],
    instalments: Sequence[Sequence[Sentence]],
    titles: Sequence[Sentence] = (),
) -> list[Marked]:
    """For each instalment the sentence that states the indicator, and the figure in it.

    `instalments` are their sentences, best first, at least one each, and `titles` theirs, if any.
    Where none states it (`qa.timelines.indicators`), the best sentence is given, unmarked.
    """
    stated = _keep_aspect(
        find_aspect(question), [find_amounts(*told) for told in zip_longest(instalments, titles)]
    )
    weights = weigh_terms(topic, stated, [find_words(title.text) for title in titles])
    deciding = find_deciding(weights, stated)
    measure = _choose_measure(question, deciding, stated)
    of_measure = [[each for each in row if each.measure == measure] for row in stated]
    measured = _keep_basis(find_bases(question), deciding, of_measure)
    return [
        (chosen.sentence, chosen.figure) if chosen else (_find_best(row), None)
        for row, chosen in zip(
            instalments, choose_statements(weights, deciding, measured), strict=True
        )
    ]


def _keep_aspect(asked: Aspect, stated: Rows) -> Rows:
    """The amounts of what a question asks for: expected, cumulated or daily ones, where it does.
    Where none is daily, what it asks for is called so elsewhere, or all of it is; so it is where
    none is but cumulated."""
    kept = [[each for each in row if each.aspect is asked] for row in stated]
    if asked in (Aspect.AHEAD, Aspect.TO_DATE) or any(kept):
        return kept
    return [[each for each in row if each.aspect is not Aspect.AHEAD] for row in stated]


def _keep_basis(asked: frozenset[Basis], deciding: Deciding, measured: Rows) -> Rows:
    """The amounts without those measured against another time than the question says. Where it
    says none that is the year before, for an instalment that states what is asked for so."""
    basis = next(iter(asked)) if len(asked) == 1 else Basis.YEAR
    return [
        [each for each in row if not each.bases or basis in each.bases]
        if len(asked) == 1
        or any(basis in each.bases and deciding.takes(each.terms) for each in row)
        else row
        for row in measured
    ]


def _find_best(sentences: Sequence[Sentence]) -> Sentence:
    return next((each for each in sentences if not each.elsewhen), sentences[0])


def find_figure(
    question: str, topic: frozenset[str], sentence: str, published: date
) -> Figure | None:
    """The figure of one sentence that a question asks for, as offsets into it; None without one.

    `published` is the day of its release, which its dates are read against.

    >>> found = find_figure("How much did exports rise?", find_topic("exports"),
    ...     "In 2025 exports rose 24.3 percent to USD 25.5 billion.", date(2026, 1, 2))
    >>> (found.value, found.unit)
    (24.3, 'percent')
    """
    [(_, marked)] = mark_figures(question, topic, [[read_alone(sentence, published)]])
    return marked


def _choose_measure(question: str, deciding: Deciding, stated: Rows) -> Measure | None:
    """The measure that instalments state most of what is asked for in; of equals the first.

    One whose unit the question names goes before, then what at least half of them state it in and
    is of change, or of share, just as the question asks; then, where it asks for either, what half
    of them state at all.
    """
    sure = [[each for each in row if deciding.takes(each.terms)] for row in stated]
    held = Counter(measure for row in sure for measure in {each.measure: None for each in row})
    asks_change, asks_share = _CHANGE.search(question), _SHARE.search(question)

    def answers(measure: Measure) -> bool:
        unit, is_change = measure
        relative = unit in (PERCENT, POINTS)
        if asks_change:
            return is_change and (relative or not asks_share)
        return relative is (asks_share is not None) and not is_change

    told = Counter(measure for row in stated for measure in {each.measure: None for each in row})
    named = [each for each in told if _names(question, each[0]) and (asks_change or not each[1])]
    common = [each for each, count in held.items() if 2 * count >= sum(map(bool, sure))]
    # A change or a share that is asked for by name is no amount, whatever else it is called.
    usual = [each for each, count in told.items() if 2 * count >= len(stated)]
    ranked = (
        named
        or [each for each in common if answers(each)]
        or [each for each in usual if answers(each) and (asks_change or asks_share)]
        or list(held)
    )

    def weigh(measure: Measure) -> float:
        rows = ([each for each in row if each.measure == measure] for row in sure)
        return sum(max((deciding.weigh(each.terms) for each in row), default=0.0) for row in rows)

    return max(ranked, key=lambda measure: (weigh(measure), held[measure]), default=None)


def _names(question: str, unit: str) -> bool:
    """Whether a question names this unit: a thing counted where it asks for their number."""
    if unit == INDEX:
        return _INDEXED.search(question) is not None
    if unit in CURRENCIES:
        return _MONEY.search(question) is not None and not _CHANGE.search(question)
    if not unit.isascii():
        return unit in find_terms(question)
    return re.search(rf"{_COUNTING}{re.escape(unit)}\b", question, re.IGNORECASE) is not None
