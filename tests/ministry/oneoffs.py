"""One-off releases: meetings, visits, rulings, calls for tender, and events before and after.

A kind's wording is a block of sections (see `tests.ministry.phrases`): title, lead, detail,
close; `# pool NAME` for words of its own; `# ask SLOT` and `# ko SLOT` for questions that the
slot answers. An event is announced and reported on: sections of the announcement begin with
"before-". What is drawn for a release (country, topic, people, sums) are its slots.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from qa.records import Release
from tests.ministry.instalments import join_blocks, make_id, name_people
from tests.ministry.lexicon import (
    AGENCIES,
    CITIES,
    COMPANIES,
    COUNTRIES,
    GOODS,
    POLICIES,
    VENUES,
    Country,
    people_of,
)
from tests.ministry.names import FIRST_DAY, LAST_DAY, office_on
from tests.ministry.phrases import Section, compose, compose_any, read_sections
from tests.ministry.series import Split
from tests.ministry.spans import WEEKDAYS_KO, draw_weekday, ordinal, write_day

_OFFICES = (
    "Minister of Trade and Industry",
    "Minister of Economy",
    "Minister of Energy",
    "Vice Minister of Commerce",
    "Minister of Industry and Mines",
    "Deputy Minister for Foreign Trade",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of one-off release; with `is_event` every one comes twice, before and after.

    With `takes_policy` its topics may be matters of policy, not only goods and technologies.
    """

    name: str
    split: Split
    category: str
    language: str
    takes_policy: bool
    sections: tuple[Section, ...]

    def lines(self, name: str) -> tuple[str, ...]:
        """The templates of a section, () where there is none."""
        return tuple(line for each in self.sections if each.name == name for line in each.lines)

    @property
    def is_event(self) -> bool:
        return bool(self.lines("before-lead"))

    @property
    def templates(self) -> tuple[str, ...]:
        """Every template it is written with, and every question."""
        return tuple(line for each in self.sections if each.name != "pool" for line in each.lines)


@dataclass(frozen=True, slots=True)
class OneOff:
    """A one-off release; `slots` are what it was drawn from, `lead` its opening sentence.

    `sibling` is the id of the announcement that a report belongs to, or the other way round.
    """

    release: Release
    kind: Kind
    slots: Mapping[str, str]
    lead: str
    sibling: str | None


def make_kind(
    name: str,
    split: Split,
    category: str,
    block: str,
    language: str = "en",
    *,
    takes_policy: bool = False,
) -> Kind:
    """A kind with the wording of a block."""
    return Kind(name, split, category, language, takes_policy, read_sections(block))


def write_oneoffs(
    kind: Kind, remarks: tuple[str, ...], number: int, seed: int
) -> tuple[OneOff, ...]:
    """`number` releases of a kind, or pairs of them, spread over the years."""
    rng = Random(f"{seed}/{kind.name}")
    written: list[OneOff] = []
    for turn in range(number):
        day = draw_weekday(rng, FIRST_DAY + timedelta(days=20), LAST_DAY - timedelta(days=20))
        slots = _draw_slots(kind, day, turn, rng)
        delay = rng.choice((0, 0, 1, 1, 2, 4))
        report = draw_weekday(rng, day + timedelta(days=delay), day + timedelta(days=delay + 2))
        if not kind.is_event:
            written.append(_write(kind, "", remarks, slots, report, None, turn, rng))
            continue
        notice = draw_weekday(rng, day - timedelta(days=24), day - timedelta(days=3))
        ids = [make_id(kind.name, str(turn), prefix) for prefix in ("before-", "")]
        written.append(_write(kind, "before-", remarks, slots, notice, ids[1], turn, rng))
        written.append(_write(kind, "", remarks, slots, report, ids[0], turn, rng))
    return tuple(written)


def _draw_slots(kind: Kind, day: date, turn: int, rng: Random) -> dict[str, str]:
    """Everything a template of one-offs may use; Korean forms end in `_ko`."""
    country = rng.choice(COUNTRIES)
    topics = rng.sample((*GOODS, *POLICIES) if kind.takes_policy else GOODS, 4)
    venue, city, other = rng.choice(VENUES), rng.choice(CITIES), rng.choice(CITIES)
    agencies = rng.sample(AGENCIES, 2)
    companies = rng.sample(COMPANIES, 3)
    slots = {
        **_draw_counterpart(country, day),
        **{f"topic{at or ''}": topic.english for at, topic in enumerate(topics)},
        **{f"topic{at or ''}_ko": topic.korean for at, topic in enumerate(topics)},
        "venue": venue.english,
        "venue_ko": venue.korean,
        "city": city.english,
        "city_ko": city.korean,
        "other_city": other.english,
        "agency": agencies[0],
        "agency2": agencies[1],
        "company": companies[0],
        "company2": companies[1],
        "company3": companies[2],
        "people": str(rng.randint(8, 95) * 5),
        "firms": str(rng.randint(31, 289)),
        "expected": str(rng.randint(4, 60) * 10),
        "meetings": str(rng.randint(60, 990)),
        "usd": f"USD {rng.randint(11, 960)} million",
        "usd2": f"USD {rng.randint(11, 99) / 10:.1f} billion",
        "krw": f"KRW {rng.randint(12, 998) / 10:.1f} billion",
        "krw_ko": f"{rng.randint(12, 980)}억 원",
        "percent": f"{rng.randint(21, 489) / 10:.1f} percent",
        "share": f"{rng.randint(12, 91)} percent",
        "share2": f"{rng.randint(31, 88)} percent",
        "number": str(rng.randint(3, 28)),
        "round": ordinal(rng.randint(2, 14)),
        "years": rng.choice(("two", "three", "four", "five")),
        "year": str(day.year),
        "next_year": str(day.year + 1),
        "last_year": str(day.year - 1),
        "term": str(day.year + rng.randint(2, 6)),
    }
    for section in kind.sections:
        if section.name == "pool":
            words = (word.strip() for word in " | ".join(section.lines).split("|"))
            pool = [word for word in words if word]
            # in turn, so that few releases of a kind share a word
            slots[section.argument] = pool[(turn + rng.randint(0, 1)) % len(pool)]
    slots["weekday"] = f"{day:%A}"
    slots["date"] = write_day(day)
    slots["date_ko"] = f"{day.month}월 {day.day}일({WEEKDAYS_KO[day.weekday()]})"
    return slots


def _draw_counterpart(country: Country, day: date) -> dict[str, str]:
    """The country and those who speak for it, who change every three years."""
    rng = Random(f"{country.english}/{day.year // 3}")
    people = rng.sample(people_of(country.region), 3)
    return {
        "country": country.english,
        "country_ko": country.korean,
        "adjective": country.adjective,
        "capital": country.capital,
        "capital_ko": country.capital_korean,
        "counterpart": people[0],
        "counterpart_office": rng.choice(_OFFICES),
        "ambassador": people[1],
        "negotiator": people[2],
    }


def _write(
    kind: Kind,
    prefix: str,
    remarks: tuple[str, ...],
    slots: Mapping[str, str],
    published: date,
    sibling: str | None,
    turn: int,
    rng: Random,
) -> OneOff:
    korean = kind.language == "ko"
    filled = {**slots, **name_people(published, korean)}
    title = compose_any(kind.lines(prefix + "title"), filled, rng)
    lead = compose_any(kind.lines(prefix + "lead"), filled, rng)
    if title is None or lead is None:
        raise ValueError(f"{kind.name} lacks a slot that its titles and leads need.")
    details = [compose(line, filled, rng) for line in kind.lines(prefix + "detail")]
    rng.shuffle(details)
    dropped = rng.randint(0, max(0, len(details) - 5))
    details = details[dropped:]
    extra = rng.sample(remarks, len(remarks))
    wanted = rng.randint(42, 75) if korean else int(rng.triangular(84, 190, 100))
    while len(" ".join([lead, *details]).split()) < wanted and extra:
        details.insert(rng.randint(1, len(details)), compose(extra.pop(), filled, rng))
    cut = rng.randint(1, len(details))
    closings = kind.lines(prefix + "close")
    closing = [compose(rng.choice(closings), filled, rng)] if closings else []
    body = join_blocks([[lead, *details[:cut]], [*details[cut:], *closing]], korean, rng)
    office = office_on(published)
    release = Release(
        id=make_id(kind.name, str(turn), prefix),
        title=title,
        published=published,
        body=body,
        publisher=office.korean if korean else office.name,
        category=kind.category,
        language=kind.language,
    )
    return OneOff(release, kind, filled, lead, sibling)
