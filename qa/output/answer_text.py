"""Answers and timelines as text for people: the date first, then the words, then where they stand.

The sentence that answers stands between » and «, in colours too: styles only repeat what the text
says. Of a sentence that answers "how much", the figure asked for is in bold.
"""

from datetime import date

from rich.text import Text

from qa.answers import Answer, Hit, cite, count_percent, describe_later
from qa.language.answer_types import FIGURES, find_answer_type
from qa.language.plurals import count
from qa.output.correction_text import write_corrections
from qa.output.remarks import NOT_FOUND, write_remark
from qa.output.signal_text import format_judgement, format_signals
from qa.output.terminal import PLAIN, Terminal, lay_out, make_safe
from qa.periods import Granularity
from qa.periods.period_names import name_period
from qa.questions import Interpretation, Obstacle
from qa.records import UNCORRECTED, Corrections, DateRange, Release
from qa.series.series import SeriesPlace
from qa.timelines.marking import find_figure, find_topic
from qa.timelines.timeline import Point, Timeline

_OBSTACLES = {
    Obstacle.NOTHING_ASKED: "Nothing is asked for that a release could tell.",
    Obstacle.LANGUAGE: "The question seems to be in a language that is not understood here.",
}
_ASK = "Ask in English or Korean for a figure, a name, a date, or by a word of the matter."

_INSTALMENTS = {
    Granularity.DAY: "day",
    Granularity.WEEK: "week",
    Granularity.MONTH: "month",
    Granularity.QUARTER: "quarter",
    Granularity.HALF: "half-year",
    Granularity.YEAR: "year",
    Granularity.RANGE: "instalment",
}

_DAY, _TITLE, _FIGURE, _REFUSAL, _ASIDE = "cyan", "bold", "bold", "yellow", "dim"


def format_answer(answer: Answer, *, explain: bool = False, terminal: Terminal = PLAIN) -> str:
    """The answer as lines of text, without a line break at the end."""
    width = terminal.width
    parts = _write_understood(answer.interpretation, width)
    if not answer.hits:
        parts.append(_write_nothing(answer, width))
    else:
        parts.extend(_write_sentence(answer, hit, width) for hit in answer.leads)
    if answer.total is not None:
        parts.append([Text(_head_new(len(answer.hits), answer.total))])
        parts.extend(_write_new(hit, width) for hit in answer.hits)
        return _join(parts, terminal)
    if answer.hits and (remark := write_remark(answer)):
        parts.append(lay_out(Text(remark, _REFUSAL), width))
    parts.extend(_write_hit(hit, width, explain=explain) for hit in answer.hits)
    return _join(parts, terminal)


def _head_new(shown: int, total: int) -> str:
    releases = count(total, "release")
    return (
        f"{releases}, the newest first:" if shown == total else f"{releases}, the newest {shown}:"
    )


def _write_new(hit: Hit, width: int) -> list[Text]:
    """A release among all that were published: its title, and the sentence that leads it."""
    lead = Text.assemble(f"{hit.rank}. ", (str(hit.release.published), _DAY), "  ")
    lines = lay_out(Text(make_safe(hit.release.title), _TITLE), width, lead)
    lines += lay_out(Text(make_safe(hit.sentence or "")), width, "   ")
    lines += lay_out(Text(make_safe(f"— {cite(hit.release)}"), _ASIDE), width, "   ")
    return lines + _write_corrections(hit.corrections, width)


def format_timeline(timeline: Timeline, *, terminal: Terminal = PLAIN) -> str:
    """A timeline as lines of text, one a release, one a gap, in order of the period; beneath a
    release that was corrected, or corrects another, a line that says so."""
    rows = [((p.period.first, p.period.last), _write_point(p)) for p in timeline.points]
    rows += [
        ((gap.first, gap.last), [Text(f"{name_period(gap)}: no release", _ASIDE)])
        for gap in timeline.gaps
    ]
    parts = _write_understood(timeline.interpretation, terminal.width)
    rows.sort(key=lambda row: row[0])
    return _join([*parts, [line for _, lines in rows for line in lines]], terminal)


def format_release(release: Release, hit: Hit, *, terminal: Terminal = PLAIN) -> str:
    """The whole release of a hit as lines of text, its passage marked as in `format_answer`."""
    width, start, end = terminal.width, hit.passage.start, hit.passage.end
    body = Text(make_safe(release.body))
    text = Text.assemble(_dim(body[:start]), _mark(hit), _dim(body[end:]))
    parts = [
        lay_out(
            Text(make_safe(release.title), _TITLE), width, Text(f"{release.published}  ", _DAY)
        ),
        lay_out(text, width),
        [
            *lay_out(Text(make_safe(f"— {cite(release)}"), _ASIDE), width),
            *_write_corrections(hit.corrections, width, ""),
        ],
    ]
    return _join(parts, terminal)


def _join(parts: list[list[Text]], terminal: Terminal) -> str:
    """The parts with an empty line between them."""
    lines = [line for part in parts for line in [Text(), *part]]
    return terminal.render(lines[1:])


def _write_point(point: Point) -> list[Text]:
    text, marked = Text(make_safe(point.sentence)), point.marked
    if marked is not None:
        before, figure, after = text.divide([marked.start, marked.end])
        figure.stylize(_FIGURE)
        text = Text.assemble(before, "»", figure, "«", after)
    words = Text(" ").join(
        [word for line in text.split("\n") for word in line.split(" ") if word.plain]
    )
    line = Text.assemble(
        name_period(point.period), "  ", (str(point.release.published), _DAY), "  ", words
    )
    said = write_corrections(point.corrections, withdrawn=point.withdrawn)
    return [line, *(Text(make_safe(f"  {each}"), _REFUSAL) for each in said)]


def _write_understood(understood: Interpretation, width: int) -> list[list[Text]]:
    """What a question was understood to ask, as one part of lines; none where there is nothing."""

    def quote(words: str | None) -> str:
        return "given" if words is None else f"“{make_safe(words)}”"

    said = []
    if periods := understood.periods:
        days = (
            f"{each.period.first} to {each.period.last} ({quote(each.words)})" for each in periods
        )
        said.append(f"About {', '.join(days)}")
    if understood.published is not None:
        window = describe_window(understood.published)
        said.append(f"Published {window} ({quote(understood.published_words)})")
    if understood.publisher is not None:
        names = ", ".join([understood.publisher, *understood.further_publishers])
        said.append(f"By {make_safe(names)} ({quote(understood.publisher_words)})")
    if understood.wants_latest:
        said.append(f"The newest is wanted ({quote(understood.latest_words)})")
    if understood.extreme is not None:
        said.append(f"When it was the {understood.extreme.phrase} is asked for")
    if understood.respelt:
        said.append(", ".join(f"{quote(a)} is read as {quote(b)}" for a, b in understood.respelt))
    if understood.unread:
        words = ", ".join(quote(word.korean) for word in understood.unread)
        said.append(f"Looked for as it stands, as no English is known for it: {words}")
    lines = [line for each in said for line in lay_out(Text(each, _ASIDE), width)]
    return [lines] if lines else []


def describe_window(window: DateRange) -> str:
    """
    >>> describe_window(DateRange(date.min, date(2025, 12, 14)))
    'until 2025-12-14'
    """
    if window.first == date.min:
        return f"until {window.last}"
    if window.last == date.max:
        return f"from {window.first} on"
    return f"from {window.first} to {window.last}"


def _write_sentence(answer: Answer, hit: Hit, width: int) -> list[Text]:
    sentence, question = hit.sentence or "", answer.question.text
    shown = Text(make_safe(sentence))
    if find_answer_type(question) in FIGURES:
        topic = find_topic(f"{answer.interpretation.topic} {question}")
        figure = find_figure(question, topic, sentence, hit.release.published)
        if figure is not None:
            shown.stylize(_FIGURE, figure.start, figure.end)
    about = f"about {name_period(hit.about)}  " if hit.about and answer.dates_extreme(hit) else ""
    return lay_out(shown, width, Text.assemble((str(hit.release.published), _DAY), "  ", about))


def _write_hit(hit: Hit, width: int, *, explain: bool) -> list[Text]:
    lead = Text.assemble(f"{hit.rank}. ", (str(hit.release.published), _DAY), "  ")
    lines = lay_out(Text(make_safe(hit.release.title), _TITLE), width, lead)
    if hit.confidence is not None:
        sure = f"  ({count_percent(hit.confidence)}% sure)"
        if lines[-1].cell_len + len(sure) > width:
            lines.append(Text(" " * (lead.cell_len - 2)))
        lines[-1] = Text.assemble(lines[-1], sure)
    lines += lay_out(_mark(hit), width, "   ")
    lines += lay_out(Text(make_safe(f"— {cite(hit.release)}"), _ASIDE), width, "   ")
    lines += _write_corrections(hit.corrections, width)
    if hit.others:
        lines.append(Text(f"   + {len(hit.others)} more from this release", _ASIDE))
    if hit.place is not None:
        lines += _write_place(hit.place, width)
    if explain:
        lines += format_signals(hit)
        if hit.judgement is not None:
            lines += format_judgement(hit.judgement, width)
    return lines


def _write_corrections(known: Corrections, width: int, indent: str = "   ") -> list[Text]:
    said = write_corrections(known)
    return [
        line for each in said for line in lay_out(Text(make_safe(each), _REFUSAL), width, indent)
    ]


def _mark(hit: Hit) -> Text:
    """The passage with its answering sentences between » and «, and the rest dim."""
    text = Text(make_safe(hit.passage.text))
    parts: list[Text | str] = []
    done = 0
    for span in sorted(hit.highlights, key=lambda span: span.start):
        parts += [_dim(text[done : span.start]), "»", text[span.start : span.end], "«"]
        done = span.end
    return Text.assemble(*parts, _dim(text[done:]))


def _dim(text: Text) -> Text:
    text.stylize(_ASIDE)
    return text


def _write_place(place: SeriesPlace, width: int) -> list[Text]:
    """Where a release stands in its series: how many others there are, and which lie beside it."""
    kind = _INSTALMENTS[place.period.granularity]
    others = f"+ {place.others} other {kind}{'s' if place.others != 1 else ''}"
    beside = {"previous": place.previous, "next": place.next}
    named = [
        f"{side}: {name_period(each.period)} “{each.title}”"
        for side, each in beside.items()
        if each is not None
    ]
    said = [f"{others} ({', '.join(named)})" if named else others]
    if (later := place.superseded_by) is not None:
        said.append(f"superseded by “{later.title}”, published {later.published}")
    return [line for each in said for line in lay_out(Text(make_safe(each), _ASIDE), width, "   ")]


def _write_nothing(answer: Answer, width: int) -> list[Text]:
    asked = answer.interpretation
    of = f" of “{make_safe(asked.publisher)}”" if asked.publisher is not None else ""
    window = f" {describe_window(asked.published)}" if asked.published else ""
    if asked.obstacle is not None:
        return lay_out(Text(f"{NOT_FOUND} {_OBSTACLES[asked.obstacle]} {_ASK}", _REFUSAL), width)
    said = f"{NOT_FOUND} Nothing{of} was published{window}"
    if not answer.nearest:
        said = f"{NOT_FOUND} Nothing{of} was published by {asked.as_of}"
    elif answer.later:
        said = f"{NOT_FOUND} As of {asked.as_of} nothing{of} was published{window}"
    said += f", but {describe_later(answer.later)}." if answer.later else "."
    if answer.nearest:
        said += " Nearest in time:"
    elif asked.publisher is not None and asked.publisher_words is None and not answer.later:
        said += " The names of those held are in: qa status"
    lines = lay_out(Text(said, _REFUSAL), width)
    for release in answer.nearest:
        lines += _write_release(release, width)
        lines += _write_corrections(answer.corrections.get(release.id, UNCORRECTED), width)
    return lines


def _write_release(release: Release, width: int) -> list[Text]:
    lead = Text.assemble("   ", (str(release.published), _DAY), "  ")
    return lay_out(Text(make_safe(release.title)), width, lead)
