"""Series told apart as releases arrive: by hand, and those of the generated ministry."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from qa.periods import Granularity, Period
from qa.records import Release
from qa.series.series_finder import Arrival, SeriesFinder, read_arrival
from qa.series.templates import Template, read_template
from tests.ministry import Ministry

STATISTICS = "Office for National Statistics"
OCTOBER = Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)


def arrive(release: Release) -> Arrival:
    arrival = read_arrival(release)
    assert arrival is not None, f"{release.title} is about no period"
    return arrival


def join_all(arrivals: Iterable[Arrival]) -> dict[str, str]:
    """The series of each once all have arrived."""
    finder, series = SeriesFinder(), dict[str, str]()
    for each in arrivals:
        joined = finder.join(each)
        series[each.id] = joined.series
        series.update(dict.fromkeys(joined.strays, joined.series))
    return series


def test_release_joins_the_series_it_shares_most_words_with() -> None:
    def join(id_: str, language: str, words: str) -> str:
        template = Template(OCTOBER, frozenset(words.split()))
        day = date(2025, 11, 14)
        return finder.join(Arrival(id_, "", day, "Ministry", language, template)).series

    finder = SeriesFinder()
    assert join("chips", "en", "chip export memory wafer customer") == "chips"
    assert join("cars", "en", "car export plant hybrid model") == "cars"
    assert join("chips-2", "en", "chip export memory price wafer") == "chips"
    assert join("other", "en", "one two three four five") == "other"
    # The same words in another language's releases, or about years, are another series.
    assert join("chips-ko", "ko", "chip export memory wafer customer") == "chips-ko"


def test_series_of_the_generated_ministry_are_told_apart_as_they_arrive(
    ministry: Ministry,
) -> None:
    series_of = {fact.release_id: fact.series for fact in ministry.facts}
    finder = SeriesFinder()
    joined: dict[str, Counter[str | None]] = defaultdict(Counter)
    parts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for release in ministry.releases:
        if read_template(release) is not None:
            joining = finder.join(arrive(release))
            found = joining.series
            assert not joining.strays
            joined[found][series_of.get(release.id)] += 1
            if release.id in series_of:
                parts[series_of[release.id], release.language][found] += 1
    mixed = [dict(names) for names in joined.values() if len(names) > 1]
    torn = {key: dict(found) for key, found in parts.items() if len(found) > 1}
    # 15 years of drifting templates and five names of the ministry; none of them may matter.
    assert not mixed
    assert not torn


def make_release(day: date, title: str, body: str, language: str = "en") -> Release:
    return Release(f"{day:%m%d}-{language}", title, day, body, STATISTICS, language=language)


PRICES = [
    make_release(
        date(2026, 3, 4),
        "Consumer prices up 2.1 percent in February",
        "The consumer price index stood at 118.42 in February 2026, 2.1 percent higher than a year "
        "earlier. Food prices rose 3.4 percent, with rice up 12.8 percent and eggs up 6.1 percent. "
        "Petroleum products fell 2.7 percent. Core inflation, which leaves out food and energy, "
        "came to 2.0 percent. Rents went up 0.9 percent and services for individuals 2.9 percent.",
    ),
    make_release(
        date(2026, 4, 2),
        "Inflation slows to 1.9 percent as petrol gets cheaper",
        "Prices that consumers pay were 1.9 percent above those of March 2025 in March, the "
        "slowest pace in seven months. Petrol dropped 6.2 percent. Vegetables were 4.8 percent "
        "cheaper after a mild winter, while pork rose 5.0 percent. Without food and energy the "
        "index increased 2.0 percent. Electricity, gas and water were up 2.2 percent.",
    ),
    make_release(
        date(2026, 5, 6),
        "April consumer price index: food pushes inflation back above 2 percent",
        "Inflation was 2.2 percent in April 2026, according to the consumer price index. Processed "
        "food jumped 4.4 percent as makers of noodles and coffee raised their prices. Petroleum "
        "products slipped 1.4 percent. Rents increased 1.0 percent, public services 1.3 percent. "
        "Core inflation stood at 2.1 percent.",
    ),
    make_release(
        date(2026, 6, 3),
        "Prices in May: a quiet month",
        "In May the consumer price index rose 2.0 percent on the year and did not move on the "
        "month. Eggs cost 9.3 percent more, rice 7.7 percent more. Energy: petrol down 0.8 "
        "percent, electricity unchanged. Rents rose 1.0 percent. The rate without food and energy "
        "was 2.0 percent. Services for individuals went up 3.1 percent.",
    ),
]
KOREAN_PRICES = [
    make_release(
        date(2026, 3, 6),
        "2월 소비자물가 2.1% 상승",
        "2월 소비자물가지수는 118.42로 작년 같은 달보다 2.1% 올랐다. 농축수산물은 "
        "3.2% 상승했고 쌀은 12.8% 올랐다. 석유류는 2.7% 내렸다. 생활물가지수는 2.3% 상승했다. "
        "집세는 0.9% 올랐다.",
        "ko",
    ),
    make_release(
        date(2026, 4, 2),
        "3월 물가 상승률 1.9%로 둔화… 석유류 하락",
        "지난달 소비자물가가 1년 전보다 1.9% 오르는 데 그쳤다. 3월 석유류는 6.2% 내렸고 집세는 "
        "0.9% 올랐다. 채소류는 4.8% 하락한 반면 돼지고기는 5.0% 올랐다. 외식 물가는 3.0% 올랐다.",
        "ko",
    ),
]
OTHERS = [
    # Of the same days, of the same month, and as late for a month that the prices lack.
    make_release(
        date(2026, 3, 20),
        "Producer prices fall for a second month",
        "The producer price index declined 0.3 percent in February from the month before. "
        "Manufactured goods fell 0.5 percent, led by chemicals and basic metals. Services, among "
        "them transport and finance, were up 0.1 percent.",
    ),
    make_release(
        date(2026, 5, 5),
        "Household survey to ask about remote work",
        "From July the household survey will ask who works from home. A test in April with 2,000 "
        "households went well. Results are to be published each quarter.",
    ),
    make_release(
        date(2026, 7, 3),
        "Rents and eggs: what a shopping basket tells",
        "In June the office opened a museum of its work. It shows how the basket of goods that "
        "households buy has changed, and what rice and eggs cost in 1965. Admission is free.",
    ),
]


def test_figures_reported_in_other_words_each_month_are_one_series_in_whatever_order() -> None:
    arrivals = [arrive(each) for each in (*PRICES, *KOREAN_PRICES, *OTHERS)]
    for seed in range(10):
        random.Random(seed).shuffle(arrivals)
        series = join_all(arrivals)
        together = Counter(series[each.id] for each in PRICES)
        assert len(together) == 1, f"{series}, by the order of seed {seed}"
        assert len({series[each.id] for each in KOREAN_PRICES}) == 1
        assert Counter(series.values())[series[PRICES[0].id]] == len(PRICES)


def test_reworded_figures_join_only_what_the_same_publisher_reported_as_soon() -> None:
    first, second = arrive(PRICES[1]), arrive(PRICES[3])
    assert len(set(join_all([first, second]).values())) == 1
    elsewhere = replace(second, publisher="Chamber of Commerce")
    late = replace(second, published=date(2026, 6, 20))
    # A month has one such release: what is worded otherwise tells of something else.
    again = replace(second, template=Template(first.template.period, second.template.words))
    for other in (elsewhere, late, again):
        assert len(set(join_all([first, other]).values())) == 2
