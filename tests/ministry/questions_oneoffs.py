"""Questions about one-off releases: by a fact that is in one alone, or by when it came out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from qa.records import DateRange, Release
from tests.ministry.asking import Draft, ask, phrasings
from tests.ministry.names import LAST_DAY
from tests.ministry.oneoffs import OneOff
from tests.ministry.phrases import slots_of
from tests.ministry.series import Split
from tests.ministry.spans import write_day

_KOREAN_SHARE = 0.16


class Shelf:
    """All one-off releases, with a search for those whose title or body has given words."""

    def __init__(self, oneoffs: Sequence[OneOff], others: Sequence[Release]) -> None:
        self.oneoffs = tuple(oneoffs)
        self.others = tuple(others)
        self.by_id = {each.release.id: each for each in oneoffs}
        self._texts = {each.release.id: _text(each.release) for each in oneoffs}
        self.holding = lru_cache(maxsize=None)(self._holding)

    def _holding(self, words: str) -> frozenset[str]:
        sought = words.casefold()
        return frozenset(key for key, text in self._texts.items() if sought in text)

    def holding_all(self, keys: Sequence[tuple[str, str]]) -> frozenset[str]:
        """Ids of the releases that hold all keys, each in its English or its Korean form."""
        found = [self.holding(english) | self.holding(korean) for english, korean in keys]
        return frozenset.intersection(*found)


def _text(release: Release) -> str:
    return f"{release.title}\n{release.body}".casefold()


def _keys(template: str, slots: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a question says that its release must hold, in English and in Korean."""
    names = {name.removesuffix("_ko") for name in slots_of(template)}
    return [
        (slots.get(name, slots.get(f"{name}_ko", "")), slots.get(f"{name}_ko", slots.get(name, "")))
        for name in sorted(names)
    ]


def draw_undated(shelf: Shelf, split: Split, rng: Random) -> Iterator[Draft]:
    """Questions for a fact, each by words that one release alone holds together."""
    oneoffs = [each for each in shelf.oneoffs if each.kind.split is split]
    while True:
        oneoff = rng.choice(oneoffs)
        drawn = draw_template(oneoff, rng)
        if drawn is None:
            continue
        template, slot, language = drawn
        answer = oneoff.slots[slot]
        if answer not in oneoff.release.body:
            continue
        holding = shelf.holding_all(_keys(template, oneoff.slots)) - {oneoff.release.id}
        sibling = shelf.by_id.get(oneoff.sibling or "")
        if sibling is not None and answer not in sibling.release.body:
            holding -= {sibling.release.id}
        if holding:
            continue
        text = ask((template,), oneoff.slots, language, rng)
        as_of = _draw_day(rng, oneoff.release.published, LAST_DAY)
        yield Draft(text, as_of, language, (answer,), ((oneoff.release.id, 2),))


def draw_swapped(shelf: Shelf, split: Split, rng: Random) -> Iterator[Draft]:
    """The same questions with names from another release: what they suppose never was."""
    oneoffs = [each for each in shelf.oneoffs if each.kind.split is split]
    while True:
        oneoff, other = rng.sample(oneoffs, 2)
        drawn = draw_template(oneoff, rng)
        if drawn is None:
            continue
        template, _, language = drawn
        names = slots_of(template)
        swapped = rng.choice(names)
        stem = swapped.removesuffix("_ko")
        if stem not in other.slots or (f"{stem}_ko" in names and f"{stem}_ko" not in other.slots):
            continue
        taken = {name: other.slots[name] for name in (stem, f"{stem}_ko") if name in other.slots}
        if stem in ("country", "capital"):
            related = ("country", "country_ko", "capital", "capital_ko", "adjective")
            taken = {name: other.slots[name] for name in related}
        slots = {**oneoff.slots, **taken}
        if len(names) < 2 or shelf.holding_all(_keys(template, slots)):
            continue
        text = ask((template,), slots, language, rng)
        yield Draft(text, _draw_day(rng, date(2012, 1, 1), LAST_DAY), language, reason="swapped")


def draw_template(oneoff: OneOff, rng: Random) -> tuple[str, str, str] | None:
    """A question about a one-off: template, the slot that answers it, and its language."""
    is_korean = oneoff.release.language == "ko"
    korean = rng.random() < (0.75 if is_korean else _KOREAN_SHARE)
    sections = [each for each in oneoff.kind.sections if each.name == ("ko" if korean else "ask")]
    if not sections:
        return None
    section = rng.choice(sections)
    return rng.choice(section.lines), section.argument, "ko" if korean else "en"


def draw_published(shelf: Shelf, split: Split, rng: Random) -> Iterator[Draft]:
    """Questions for what came out in a window about a topic or country.

    Right are the one-offs in the window whose title or opening sentence names it; a window in which
    anything else as much as mentions it is not asked about.
    """
    oneoffs = [each for each in shelf.oneoffs if each.kind.split is split]
    texts = {each.id: _text(each) for each in shelf.others}
    while True:
        target = rng.choice(oneoffs)
        korean = rng.random() < (0.7 if target.release.language == "ko" else _KOREAN_SHARE)
        stem = rng.choice(("topic", "country"))
        tag = (target.slots[stem], target.slots[f"{stem}_ko"])
        if not _names(target, tag):
            continue
        window, as_of, phrase, slots = _draw_window(target.release.published, korean, rng)
        until = min(window.last, as_of)
        mentioning = shelf.holding_all([tag])
        inside = [
            each
            for each in shelf.oneoffs
            if window.first <= each.release.published <= until and each.release.id in mentioning
        ]
        right = [each for each in inside if _names(each, tag)]
        stray = any(
            window.first <= each.published <= until
            and any(form.casefold() in texts[each.id] for form in tag)
            for each in shelf.others
        )
        if len(right) != len(inside) or stray or any(each.kind.split != split for each in right):
            continue
        prefix = "ko-" if korean else ""
        words = ask(phrasings(split, f"{prefix}window", phrase), slots, "ko", rng)
        filled = {"window": words[:1].lower() + words[1:], "tag": tag[korean]}
        language = "ko" if korean else "en"
        text = ask(phrasings(split, f"{prefix}published"), filled, language, rng)
        yield Draft(
            text,
            as_of,
            language,
            tuple(each.lead for each in right),
            tuple((each.release.id, 2) for each in right),
        )


def _names(oneoff: OneOff, tag: tuple[str, str]) -> bool:
    """Whether a one-off's title or opening sentence names a topic or country."""
    head = f"{oneoff.release.title}\n{oneoff.lead}".casefold()
    return any(form.casefold() in head for form in tag)


def _draw_window(
    day: date, korean: bool, rng: Random
) -> tuple[DateRange, date, str, dict[str, str]]:
    """A window around a day, an as_of to ask from, the name of its phrase, and its slots."""
    write: Callable[[date], str] = _write_korean if korean else _write_english
    monday = day - timedelta(days=day.weekday())
    first_of_month = day.replace(day=1)
    next_month = (first_of_month + timedelta(days=32)).replace(day=1)
    month = DateRange(first_of_month, next_month - timedelta(days=1))
    first = day - timedelta(days=rng.randint(2, 25))
    last = day + timedelta(days=rng.randint(2, 25))
    later = last + timedelta(days=rng.randint(0, 400))
    match rng.choice(("week", "this-week", "month", "since", "between", "day", "in", "days")):
        case "week":
            window = DateRange(monday, monday + timedelta(days=6))
            return window, monday + timedelta(days=rng.randint(7, 11)), "week", {}
        case "this-week":
            as_of = _draw_day(rng, day, monday + timedelta(days=6))
            return DateRange(monday, as_of), as_of, "this-week", {}
        case "month":
            return month, next_month + timedelta(days=rng.randint(0, 25)), "month", {}
        case "since":
            slots = {"first": write(first), "before": write(first - timedelta(days=1))}
            return DateRange(first, last), last, "since", slots
        case "between":
            slots = {"first": write(first), "last": write(last)}
            return DateRange(first, last), later, "between", slots
        case "day":
            return DateRange(day, day), later, "day", {"day": write(day)}
        case "in":
            name = f"{day.year}년 {day.month}월" if korean else f"{day:%B} {day.year}"
            return month, month.last + timedelta(days=rng.randint(0, 400)), "in", {"month": name}
        case _:
            days = rng.choice((7, 10, 14, 30))
            as_of = day + timedelta(days=rng.randint(1, days - 2))
            window = DateRange(as_of - timedelta(days=days - 1), as_of)
            return window, as_of, "days", {"days": str(days)}


def _write_english(day: date) -> str:
    return f"{write_day(day)}, {day.year}"


def _write_korean(day: date) -> str:
    return f"{day.year}년 {day.month}월 {day.day}일"


def _draw_day(rng: Random, first: date, last: date) -> date:
    return first + timedelta(days=rng.randint(0, max(0, (last - first).days)))
