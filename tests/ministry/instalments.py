"""The instalments of a series over the years, each with its text and what it states."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from qa.records import Release
from tests.ministry.figures import Change, describe
from tests.ministry.names import minister_on, office_on, trade_minister_on, vice_minister_on
from tests.ministry.phrases import compose, compose_any, list_words, slots_of
from tests.ministry.planning import Issue, Plan, plan_series
from tests.ministry.remarks import remarks_for
from tests.ministry.series import Group, Instalment, Series, era_on
from tests.ministry.spans import Span, write_day

_PERCENT = re.compile(r"(?<=\d) percent\b")
_REVISED_TITLES = ("{} (Revised)", "{} (Corrected)", "[Revised] {}", "{}: Revised Figures")
_REVISED_TITLES_KO = ("{}(수정)", "[정정] {}", "{} (수정본)")
_REVISED_NOTES = (
    "Figures in the release of {day} have been corrected.",
    "This release replaces the one issued on {day}, in which some figures were provisional.",
    "Following late customs declarations, the figures published on {day} were revised.",
)
_REVISED_NOTES_KO = (
    "{day} 배포한 자료의 일부 수치를 바로잡은 자료임.",
    "{day}자 보도자료의 잠정치가 확정치로 수정되었음을 알려드립니다.",
)


def make_id(*parts: str) -> str:
    """A short id that tells nothing of what it stands for.

    >>> make_id("ict-exports", "2025-11")
    'm4be2c4626f'
    """
    return "m" + hashlib.sha256("/".join(parts).encode()).hexdigest()[:10]


def write_series(series: Series, seed: int) -> tuple[list[Instalment], tuple[Span, ...]]:
    """Every instalment of a series, in order of period, and the periods that have none."""
    plan = plan_series(series, seed)
    instalments: list[Instalment] = []
    for issue in plan.issues:
        superseded = None
        for day in (issue.published, issue.revised):
            if day is not None:
                instalments.append(_write_instalment(series, plan, issue, day, superseded, seed))
                superseded = instalments[-1].release.id
    return instalments, plan.gaps


def _write_instalment(
    series: Series, plan: Plan, issue: Issue, day: date, superseded: str | None, seed: int
) -> Instalment:
    span = plan.spans[issue.at]
    # The same draws for both versions: a revision repeats the wording of what it revises.
    rng = Random(f"{seed}/{series.name}/{span.year}/{span.number}")
    hidden = frozenset(plan.gaps)
    slots = name_people(day, issue.korean) | _name_periods(span, day, issue.korean)
    for measure, values in zip(series.measures, plan.known_on(day), strict=True):
        slots |= describe(measure, plan.spans, values, issue.at, hidden, issue.korean, rng)
    items: dict[str, str] = {}
    form = series.measures[0].unit.value.change
    for group, changes in zip(series.groups, plan.changes, strict=True):
        told, facts = _tell(group, changes[issue.at], form, issue.korean, rng)
        slots |= told
        items |= facts
    title, body = _write(series, issue.korean, day, slots, rng)
    stated = {key: value for key, value in {**slots, **items}.items() if value and value in body}
    if not issue.korean and rng.random() < 0.3:
        body = _PERCENT.sub("%", body)
        title = _PERCENT.sub("%", title)
        stated = {key: _PERCENT.sub("%", value) for key, value in stated.items()}
    if superseded is not None:
        title, body = _mark_revised(title, body, issue.published, issue.korean, rng)
    office = office_on(day)
    release = Release(
        id=make_id(series.name, span.korean, day.isoformat()),
        title=title,
        published=day,
        body=body,
        publisher=office.korean if issue.korean else office.name,
        category=series.category,
        language="ko" if issue.korean else "en",
    )
    return Instalment(release, series, span, stated, superseded)


def _write(
    series: Series, korean: bool, day: date, slots: Mapping[str, str], rng: Random
) -> tuple[str, str]:
    """Title and body of an instalment; a body of details, as long as chance would have it."""
    wording = series.korean if korean else series.english
    era = era_on(wording, day)
    title = compose_any(era.titles, slots, rng)
    leads = [lead for lead in era.leads if compose_any([lead], slots, rng) is not None]
    template = rng.choice(leads)
    lead = compose(template, slots, rng)
    if title is None:
        raise ValueError(f"{series.name} has no title for {sorted(slots)}.")
    breakdowns = [compose_any(templates, slots, rng) for _, templates in wording.breakdowns]
    blocks = [[lead], *([sentence] for sentence in breakdowns if sentence is not None)]
    wanted = rng.randint(45, 90) if korean else int(rng.triangular(85, 290, 130))
    said = set(slots_of(template))
    details: list[str] = []
    remarks = list(remarks_for(series, korean))
    pool = rng.sample(wording.details, len(wording.details))
    pool += rng.sample(remarks, min(len(remarks), 12))
    # A few remarks come early, so that short releases have them too.
    pool.insert(rng.randint(2, 4), pool.pop())
    words = sum(len(sentence.split()) for block in blocks for sentence in block)
    for template in pool:
        told = set(slots_of(template))
        if words >= wanted or (told and told <= said):
            continue
        sentence = compose_any([template], slots, rng)
        if sentence is not None:
            said |= told
            details.append(sentence)
            words += len(sentence.split())
    cut = rng.randint(1, 3)
    blocks[0] += details[:cut]
    blocks.append(details[cut:])
    if rng.random() < 0.6:
        blocks.append([compose(rng.choice(wording.closings), slots, rng)])
    return title, join_blocks(blocks, korean, rng)


def join_blocks(blocks: Sequence[Sequence[str]], korean: bool, rng: Random) -> str:
    """A body of blocks of sentences: in one paragraph, in several, or, in Korean, as bullets."""
    paragraphs = [" ".join(block) for block in blocks if block]
    if korean and rng.random() < 0.5:
        return "\n".join(f"□ {paragraph}" for paragraph in paragraphs)
    return rng.choice((" ", "\n\n")).join(paragraphs)


def name_people(day: date, korean: bool) -> dict[str, str]:
    """Slots for the ministry and those who lead it on a day."""
    office = office_on(day)
    people = {
        "minister": minister_on(day),
        "trade": trade_minister_on(day),
        "vice": vice_minister_on(day),
    }
    if korean:
        names = {key: holder.korean for key, holder in people.items()}
        return names | {"ministry": office.korean, "short": office.korean_short}
    return {
        "ministry": office.name,
        "short": office.short,
        **{key: holder.name for key, holder in people.items()},
        **{f"{key}_family": holder.family for key, holder in people.items()},
    }


def _name_periods(span: Span, day: date, korean: bool) -> dict[str, str]:
    before, ago, after = span.shift(-1), span.shift(-span.cadence.value), span.shift(1)
    if korean:
        return {
            "period": span.korean,
            "month": span.short_korean,
            "year": str(span.year),
            "before_month": before.short_korean,
            "before_period": before.korean,
            "ago_period": ago.korean,
            "next_month": after.short_korean,
            "day": f"{day.month}월 {day.day}일",
        }
    return {
        "period": span.full,
        "month": span.short,
        "months": span.months,
        "code": span.code,
        "year": str(span.year),
        "before_month": before.short,
        "before_period": before.full,
        "ago_period": ago.full,
        "next_month": after.short,
        "day": write_day(day),
    }


def _tell(
    group: Group, changes: Sequence[float], form: Change, korean: bool, rng: Random
) -> tuple[dict[str, str], dict[str, str]]:
    """Slots over the items that rose and that fell, and each item's change by `product:name`.

    The slots `_all_up` and `_all_down` are at hand only when it is so.
    """
    told: dict[bool, list[str]] = {True: [], False: []}
    facts = {}
    signed = rng.random() < 0.35
    for at in sorted(range(len(changes)), key=lambda at: -abs(changes[at])):
        up = changes[at] > 0
        size = form.value[korean].format(abs(changes[at]))
        facts[f"{group.key}:{group.items[at][0]}"] = size
        name = group.items[at][korean]
        if korean:
            told[up].append(f"{name}({size})")
        elif signed:
            told[up].append(f"{name} ({'+' if up else '-'}{size})")
        else:
            told[up].append(f"{name} ({'up' if up else 'down'} {size})")
    slots = {}
    for up, ending in ((True, "up"), (False, "down")):
        if told[up]:
            names = told[up]
            slots[f"{group.key}_{ending}s"] = ", ".join(names) if korean else list_words(names)
        if not told[not up]:
            slots[f"{group.key}_all_{ending}"] = ""
    return slots, facts


def _mark_revised(title: str, body: str, first: date, korean: bool, rng: Random) -> tuple[str, str]:
    """A revision's title and body; some revisions say in neither that they are one."""
    day = f"{first.month}월 {first.day}일" if korean else write_day(first)
    if rng.random() < 0.55:
        title = rng.choice(_REVISED_TITLES_KO if korean else _REVISED_TITLES).format(title)
    if rng.random() < 0.55:
        note = rng.choice(_REVISED_NOTES_KO if korean else _REVISED_NOTES).format(day=day)
        body = f"{body}\n\n{note}" if rng.random() < 0.5 else f"{note} {body}"
    return title, body
