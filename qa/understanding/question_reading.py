"""What a question asks for, read from its words as they were understood."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from itertools import chain

from qa.language.answer_candidates import find_words
from qa.language.answer_types import FIGURES, AnswerType, find_answer_type
from qa.language.asked_figures import AskedFigure, asks_whether, find_asked_figure
from qa.language.asked_forms import find_asked_form
from qa.language.asked_stages import find_asked_stage
from qa.language.countries import find_countries, find_mentions
from qa.language.directions import MOVED, find_direction, moves
from qa.language.exclusions import find_excluded
from qa.language.extremes import BESIDE
from qa.language.names import find_name_terms
from qa.language.office_holders import asks_holder_alone
from qa.language.offices import find_office
from qa.language.ordinals import find_asked_numbers
from qa.language.parties import find_parties
from qa.language.places import find_asked_places
from qa.language.terms import find_terms
from qa.language.wholes import asks_for_whole, speaks_of_days
from qa.language.whose_figures import find_whose
from qa.periods import find_periods
from qa.questions import Interpretation
from qa.understanding.letters import weigh_letters
from qa.understanding.quotations import find_quotation
from qa.understanding.telling import has_korean, speaks_of_figures
from qa.understanding.wanted import ASKING, TELLING, Wanted
from qa.understanding.weights import weigh_term

_OF_ALL = frozenset(  # terms that single nothing out
    "total overal entir whole all korea korean latest recent newest current".split()
)
_ANY_DAY = date(2000, 1, 1)  # where words of time stand does not hang on the day


def read_question(
    asked: Interpretation, text: str, count_term: Callable[[str], int], passages: int
) -> Wanted:
    """What a question asks for, as it was understood, where it is searched with by `text`.

    `count_term` says how many of all `passages` hold a term.
    """
    question, period, news_of = asked.question, asked.period, asked.news_of
    terms, unread = _find_terms(asked, text, count_term)
    weights = {term: weigh_term(min(count_term(term), passages), passages) for term in terms}
    office = find_office(question)
    of_figures = speaks_of_figures(question)
    answer_type = find_answer_type(question) if office is None else AnswerType.PERSON
    direction = find_direction(question) if answer_type not in FIGURES else None
    moved = direction is not None or (answer_type is None and of_figures and moves(question))
    whether = moved and asks_whether(question)
    reads_when = period is not None or asked.reads_latest
    reads_all = reads_when and all(len(word) < 2 for word in asked.unrendered)
    return Wanted(
        weights=weights,
        numbers=frozenset(term for term in weights if term[0].isdigit()),
        names=find_name_terms(text),
        answer_type=answer_type,
        period=period.period if period else None,
        year_guessed=period is not None and period.year_guessed,
        takes_parts=asked.takes_parts,
        is_running=asked.is_running,
        recency=asked.recency,
        cadence=asked.cadence,
        direction=None if whether else direction,
        office=office,
        held=reads_all and asks_holder_alone(office, asked.topic),
        countries=find_countries(text),
        country_terms=tuple(_find_country_terms(text, weights)),
        whose=find_whose(question),
        numbered=find_asked_numbers(text, question),
        places=find_asked_places(question, text),
        parties=find_parties(question),
        form=find_asked_form(question) or find_asked_stage(question),
        excluded=find_excluded(question),
        news_of=news_of,
        said=find_words(f"{question} {text}"),
        of_figures=of_figures,
        of_whole=not any(each.is_among(weights) for each in asked.unread)
        and asks_for_whole(asked.topic, BESIDE if asked.extreme else frozenset()),
        unread=unread,
        quotation=find_quotation(question),
        figure=AskedFigure(AnswerType.CHANGE)
        if whether
        else find_asked_figure(question, answer_type, of_figures=of_figures, of_news=bool(news_of)),
        matter=_find_matter(question, text, weights) - (MOVED if whether else frozenset()),
        a_day=speaks_of_days(text),
        extreme=asked.extreme,
        question=question,
        letters=weigh_letters(asked, weights, without=TELLING),
    )


def _find_terms(
    asked: Interpretation, text: str, count_term: Callable[[str], int]
) -> tuple[list[str], int]:
    """The distinct terms that a question is searched with by, and how many of its words nobody can
    read. Words without English count where releases have them; the others are found by the
    question's vector in releases of either language."""
    own = {word: find_terms(word) for word in asked.unrendered}
    surnames = (name for word in asked.unread for name in word.surnames)
    added = chain(*own.values(), *map(find_terms, surnames))
    held = [term for term in added if count_term(term)]
    unread = sum(len(word) > 1 for word, terms in own.items() if not set(held) & {*terms})
    return list(dict.fromkeys(find_terms(text) + held)), unread


def _find_matter(question: str, text: str, terms: Iterable[str]) -> frozenset[str]:
    """Those of the terms of `text` that say of what a question is, in its own words where these are
    searched with: neither when nor, of an abbreviation, what it stands for."""
    own = text if has_korean(question) else question
    rest, end = "", 0
    for mention in find_periods(own, _ANY_DAY):
        rest += own[end : mention.start] + " "
        end = mention.end
    found = set(find_terms(rest + own[end:]))
    return frozenset(each for each in terms if each in found) - ASKING - _OF_ALL


def _find_country_terms(text: str, terms: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each of the terms that names a country in `text`, and which."""
    for named in find_mentions(text):
        for term in find_terms(text[named.start : named.end]):
            if term in terms:
                yield term, named.country
