"""Which figure of which sentence states the indicator that is asked for, one an instalment.

All that are marked are of one measure: the unit that most sentences state, of change ("rose 3.2
percent") or not, as the question asks. A sentence about another period than its instalment's is
passed over, and a figure counts as the one asked for by the words that lead up to it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.elsewhen import opens_elsewhen
from qa.figures import INDEX, PERCENT, POINTS, Figure, find_figures
from qa.periods import Period, PeriodMention, find_periods
from qa.records import Release
from qa.sentences import Span
from qa.terms import find_terms

_CHANGE = re.compile(
    r"\b(?:growth|grow[ns]?|grew|growing|chang(?:e[ds]?|ing)|r[io]se|rises|risen|rising|f[ae]ll(?:s|en"
    r"|ing)?|increas\w*|decreas\w*|drop\w*|declin\w*|gain\w*|year-on-year)\b"
    r"|증감|증가|감소|변화|변동|늘|줄",
    re.IGNORECASE,
)
_SHARE = re.compile(r"per ?cent|%|\b(?:shares?|rates?|ratio)\b|비중|[율률]", re.IGNORECASE)
_MONTH = timedelta(days=27)  # from the first day of the shortest to its last
_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*")
# Whose figures are asked for, and not how many of these there are: "manufacturers' sentiment".
_OWNER = re.compile(r"\b\w+(?:s['’]|['’]s)(?=\s\w)")
_INDEXED = re.compile(r"\b(?:bsi|sentiment)\b|체감|경기실사", re.IGNORECASE)
# Words of questions that say nothing of what is asked for.
_ASKING = frozenset(
    find_terms(
        "how much many high low large big each every month monthly quarter quarterly year annual "
        "figure number amount value total level over time change rise fall worth korea korean "
        "rose fell increase decrease grow drop percent come came stand latest current "
        "얼마 추이 변화 증가 감소 매월 월별 분기 연간 한국 우리"
    )
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `span` of a release's body, with its figures as offsets into its text.

    `elsewhen`: it is about another period than its instalment. None of those that it names is the
    instalment's, or it opens with "in the same month a year earlier".
    """

    text: str
    span: Span
    figures: tuple[Figure, ...]
    elsewhen: bool = False


_Measure = tuple[str, bool]
"""A unit, and whether the figure says by how much something changed."""

Marked = tuple[Sentence, Figure | None]


def read_sentence(release: Release, period: Period, span: Span) -> Sentence:
    """A sentence of an instalment about `period`, with the figures that it states."""
    text = release.body[span.start : span.end]
    mentions = find_periods(text, release.published)
    dates = [Span(each.start, each.end) for each in mentions]
    return Sentence(
        text,
        span,
        figures=tuple(find_figures(text, dates)),
        elsewhen=_is_elsewhen(text, mentions, period),
    )


def _is_elsewhen(text: str, mentions: Sequence[PeriodMention], period: Period) -> bool:
    # Shorter ones say when something was announced.
    shortest = min((period.last - period.first) / 2, _MONTH)
    named = [
        each.period
        for each in mentions
        if not each.echo and each.period.last - each.period.first >= shortest
    ]
    if named:
        return not any(each.same_days(period) for each in named)
    return opens_elsewhen(text, mentions)


def find_topic(question: str) -> frozenset[str]:
    """The terms of a question that name what it asks for.

    >>> sorted(find_topic("How much were exports of ICT goods each month?"))
    ['export', 'good', 'ict']
    """
    return frozenset(find_terms(question)) - _ASKING


def mark_figures(
    question: str, topic: frozenset[str], instalments: Sequence[Sequence[Sentence]]
) -> list[Marked]:
    """For each instalment the sentence that states the indicator, and the figure in it.

    `instalments` are their sentences, best first, at least one each. Of those with a figure of the
    measure, the one is taken whose figure most terms of `topic` lead up to; without any, the best
    sentence, unmarked. So is a figure that few terms lead up to, but words that lead up to figures
    passed over elsewhere: "exports of" where imports are asked for.
    """
    told = [[each for each in row if not each.elsewhen] for row in instalments]
    measure = _choose_measure(question, topic, [row[0] for row in told if row])
    options = [
        [found for each in row if (found := _find_options(each, measure, topic))] for row in told
    ]
    chosen = [_choose(row) for row in options]
    most = max((each.terms for each in chosen if each), key=len, default=frozenset())
    sure = [each for each in chosen if each and 2 * len(each.terms & most) >= len(most)]
    passed_over = [
        option
        for row, best in zip(options, chosen, strict=True)
        for found in row
        for option in found
        if best in sure and best is not None and len(option.terms) < len(best.terms)
    ]
    led = Counter(word for option in passed_over for word in option.lead)
    other = {word for word, count in led.items() if 2 * count >= len(passed_over)}
    other -= {word for each in sure for word in each.lead}
    marked: list[Marked] = []
    for row, sentences, best in zip(instalments, told, chosen, strict=True):
        if best is not None and (best in sure or not best.lead & other):
            marked.append((best.sentence, best.figure))
        else:
            marked.append((best.sentence if best else (sentences or row)[0], None))
    return marked


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
    dates = [Span(each.start, each.end) for each in find_periods(sentence, published)]
    figures = tuple(find_figures(sentence, dates))
    [(_, marked)] = mark_figures(
        question, topic, [[Sentence(sentence, Span(0, len(sentence)), figures)]]
    )
    return marked


@dataclass(frozen=True, slots=True)
class _Option:
    """A figure that may be the one, the terms that lead up to it, and which of them are asked for.

    `nearness` is minus the characters from there to the figure.
    """

    sentence: Sentence
    figure: Figure
    lead: frozenset[str]
    terms: frozenset[str]
    nearness: int


def _choose(sentences: Sequence[Sequence[_Option]]) -> _Option | None:
    """The figure most asked for: the best sentence's of equals, in it that of the nearest term.

    "Exports of USD 25.5 billion and imports of USD 12.8 billion": both, if trade is asked for, are
    led up to by nothing, and the first is taken.
    """
    best = [
        max(each, key=lambda option: (len(option.terms), option.nearness)) for each in sentences
    ]
    return max(best, key=lambda option: len(option.terms), default=None)


def _find_options(
    sentence: Sentence, measure: _Measure | None, topic: frozenset[str]
) -> list[_Option]:
    """The figures of the measure; to each lead up the words since the one before it."""
    options: list[_Option] = []
    start = 0
    for figure in sentence.figures:
        if _measure(figure) != measure:
            continue
        at: dict[str, int] = {}
        for word in _WORD.finditer(sentence.text, start, figure.start):
            at.update((term, word.end()) for term in find_terms(word[0]))
        terms = topic.intersection(at)
        nearness = max(at[term] for term in terms) - figure.start if terms else 0
        options.append(_Option(sentence, figure, frozenset(at), terms, nearness))
        start = figure.end
    return options


def _measure(figure: Figure) -> _Measure:
    return figure.unit, figure.is_change


def _choose_measure(
    question: str, topic: frozenset[str], stated: Sequence[Sentence]
) -> _Measure | None:
    """The measure that most terms lead up to, then that most sentences state; of equals the first.

    One whose unit the question names goes before, then what at least half of them state and is of
    change, or of share, just as the question asks.
    """
    held = Counter(
        measure for each in stated for measure in dict.fromkeys(map(_measure, each.figures))
    )
    of_change, of_share = _CHANGE.search(question), _SHARE.search(question)

    def answers(measure: _Measure) -> bool:
        unit, is_change = measure
        relative = unit in (PERCENT, POINTS)
        if of_change:
            return is_change and (relative or not of_share)
        return relative is (of_share is not None) and not is_change

    def weigh(measure: _Measure) -> tuple[int, int]:
        found = (_find_options(each, measure, topic) for each in stated)
        asked_for = sum(max((len(each.terms) for each in row), default=0) for row in found)
        return asked_for, held[measure]

    units = topic.intersection(find_terms(_OWNER.sub(" ", question)))
    if _INDEXED.search(question):
        units |= {INDEX}
    asked = [measure for measure in held if units.intersection(find_terms(measure[0]))]
    common = [measure for measure, count in held.items() if 2 * count >= len(stated)]
    ranked = asked or [measure for measure in common if answers(measure)] or list(held)
    return max(ranked, key=weigh, default=None)
