"""What a question asks for beside its topic: which period, the newest, published when.

Each thing understood comes with the words of the question that said so, can be given instead of
said, and can be switched off. Relative words ("last month") count from the question's `as_of`. A
window of publication keeps releases out of sight, given or said (`qa.understanding.windows`); a
period that is asked about (`qa.understanding.asked_periods`) is a signal of the ranking.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from qa.language.abbreviations import write_out
from qa.language.bodies import Body
from qa.language.glossary import find_rendered, find_unrendered, render
from qa.language.sentences import Span
from qa.language.unread_words import find_unread_words
from qa.lazy_regex import lazy_regex
from qa.periods import Granularity, PeriodMention, find_periods
from qa.periods.month_names import SHORT_NAME
from qa.questions import Aspect, Interpretation, Question
from qa.understanding.asked_extremes import find_extreme
from qa.understanding.asked_periods import find_asked, read_asked
from qa.understanding.cadence import find_cadence
from qa.understanding.chat import leave_out_chat
from qa.understanding.courtesy import find_courtesy
from qa.understanding.cutting import cut_out, cut_words
from qa.understanding.latest import find_latest
from qa.understanding.limits import make_window
from qa.understanding.misspelt_dates import Spelt, spell_dates
from qa.understanding.news_asked import When, find_news
from qa.understanding.obstacles import find_obstacle
from qa.understanding.periods_beside import join_beside
from qa.understanding.periods_compared import find_denials
from qa.understanding.periods_cumulated import add_up
from qa.understanding.periods_in_passing import leave_in_passing
from qa.understanding.periods_listed import MOST, find_others
from qa.understanding.telling import has_korean
from qa.understanding.whats_new import asks_what_there_was
from qa.understanding.window_bounds import find_days
from qa.understanding.window_parts import widen_part
from qa.understanding.windows import Window, find_window

# A period that words name as releases do: searched for, where "last month" would not be.
_NAMED = lazy_regex(
    rf"[0-9]|\b(?:{SHORT_NAME}|first|second|third|fourth)|분기|반기",
    re.IGNORECASE,
)
_READ = 50  # periods of one question, of which at most twelve are looked for


def interpret(
    question: Question,
    *,
    render_korean: bool,
    known: Collection[str] | None = None,
    bodies: Sequence[Body] = (),
) -> Interpretation:
    """How a question is understood.

    With `render_korean` Korean words are rendered in English, for an encoder that knows no
    Korean; `known` are the languages that it knows, None: any. `bodies` are those whose news may be
    asked for. Raises QuestionError when the window of publication ends before it begins.
    """
    given = question.published
    if given is not None:
        make_window(given.first, given.last)  # raises where it is none
    own = leave_out_chat(question.text)
    spelt = spell_dates(own or question.text)
    text = spelt.text
    mentions, window = _read_times(text, question.as_of)
    said = None if given or Aspect.PUBLISHED in question.ignore else window
    latest = None if Aspect.LATEST in question.ignore else find_latest(text, mentions)
    denials = find_denials(text, mentions)
    times = [Span(each.start, each.end) for each in mentions] + ([latest] if latest else [])
    times += denials
    courtesy = find_courtesy(text)
    untimed = [*times, *courtesy]
    # No release has Korean's in English, where "알려 줄" would be a decrease.
    times += courtesy if render_korean and has_korean(text) else []
    topic = write_out(cut_words(text, times))
    meant = [each for each in mentions if all(each.start != denial.start for denial in denials)]
    named = _find_named(text, meant, said)
    unnamed = [span for span in times if span not in named]
    asked = find_asked(question, text, mentions, window)
    cadence = find_cadence(text, mentions)
    periods = read_asked(question, spelt, asked)

    def search_for(mention: PeriodMention | None) -> tuple[str, tuple[str, ...]]:
        """What is searched with, and what of it has no English, of several periods for one."""
        others = [*find_others(text, mention, asked)] if mention and len(asked) > 1 else []
        own = [span for span in named if span not in others]
        searched = write_out(cut_words(text, [*unnamed, *others], own))
        if not render_korean:
            return searched, ()
        return render(searched), find_unrendered(searched)

    searched, unrendered = search_for(asked[0] if asked else None)
    timed = bool(periods or cadence)
    when = When(
        published=said is not None,
        latest=latest is not None,
        given=given is not None,
        may_want_all=not timed,
        may_want_matter=not (periods or (cadence and not said)),
    )
    reads_body = question.publisher is None and Aspect.PUBLISHER not in question.ignore
    news = find_news(text, untimed, when, bodies if reads_body else ())
    by = news.by.body.names if news.by else ()
    interpretation = Interpretation(
        question=text,
        as_of=question.as_of,
        published=said.published if said else given,
        topic=render(topic) if render_korean else topic,
        searched=searched,
        period=periods[0] if periods else None,
        cadence=cadence,
        latest_words=spelt.quote(latest.start, latest.end) if latest else None,
        published_words=_words(spelt, said.mentions) if said else None,
        reads_latest=Aspect.LATEST not in question.ignore,
        publisher=by[0] if by else question.publisher,
        further_publishers=by[1:],
        publisher_words=spelt.quote(news.by.span.start, news.by.span.end) if news.by else None,
        unrendered=unrendered,
        unread=find_unread_words(text, unrendered),
        rendered=find_rendered(topic) if render_korean else (),
        wants_all=news.wants_all,
        news_of=news.matter,
        extreme=None if Aspect.EXTREME in question.ignore else find_extreme(text),
        obstacle=find_obstacle(own, known),
    )
    if interpretation.wants_all:
        return replace(interpretation, obstacle=None)
    if len(periods) < 2:
        return interpretation
    further = []
    for mention, period in zip(asked[1:MOST], periods[1:MOST], strict=True):
        searched, unrendered = search_for(mention)
        further.append(
            replace(interpretation, period=period, searched=searched, unrendered=unrendered)
        )
    return replace(interpretation, further=tuple(further), beyond=tuple(periods[MOST:]))


def _read_times(text: str, as_of: date) -> tuple[list[PeriodMention], Window | None]:
    """The periods that a question speaks of, and the window of publication that they say, if any.

    Figures are of no part of a year or month ("late last year"): the words for a part are of a
    mention only where the window is said by it, and are else left to be searched for.
    """
    found = leave_in_passing(text, find_periods(text, as_of, past=True)[:_READ])
    joined = join_beside(text, add_up(text, found), as_of)
    parts = [widen_part(text, each) for each in joined]
    window = find_window(text, parts) or _find_bare_window(text, parts)
    if window and _says_nothing(window, as_of):
        window = None
    told = window.mentions if window else ()
    mentions = [
        part if part in told else each
        for part, each in zip(parts, joined, strict=True)
        if part in told or not _is_today(each, as_of)
    ]
    return mentions, window


def _find_bare_window(text: str, mentions: Sequence[PeriodMention]) -> Window | None:
    """The window of a question for nothing but what there was: "Fill me in on last week". A period
    that is named as releases name theirs, "the first quarter", is what they are about."""
    if len(mentions) != 1 or _NAMED.search(text, mentions[0].start, mentions[0].end):
        return None
    [only] = mentions
    plain = cut_out(text, [Span(only.start, only.end), *find_courtesy(text)])
    return Window(find_days(text, only), (only,)) if asks_what_there_was(text, plain) else None


def _find_named(text: str, mentions: Sequence[PeriodMention], said: Window | None) -> list[Span]:
    """The words for periods that are searched for, since releases have them too: those that name
    one, unless they only say when releases came out."""
    return [
        Span(each.start, each.end)
        for each in mentions
        if _NAMED.search(text[each.start : each.end]) and not (said and each in said.mentions)
    ]


def _says_nothing(window: Window, as_of: date) -> bool:
    """Whether it hides nothing, "out by today", or is the part to come of a period that is running:
    "announced to open late this year"."""
    if window.published.first == date.min:
        return as_of in window.published
    running = any(each.period.first <= as_of <= each.period.last for each in window.mentions)
    return running and window.published.first > as_of


def _words(spelt: Spelt, mentions: Sequence[PeriodMention]) -> str:
    starts, ends = [each.start for each in mentions], [each.end for each in mentions]
    return spelt.quote(min(starts), max(ends))


def _is_today(mention: PeriodMention, as_of: date) -> bool:
    """Whether a period is the day itself: "as of today" asks for the newest there is."""
    period = mention.period
    return period.granularity is Granularity.DAY and period.first == as_of
