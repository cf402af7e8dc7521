"""What the ministry was called and who led it, by date. Every person is invented."""

from dataclasses import dataclass
from datetime import date

FIRST_DAY = date(2011, 1, 1)
LAST_DAY = date(2025, 12, 31)


@dataclass(frozen=True, slots=True)
class Office:
    """A ministry's name while it bore it, from `since` on."""

    since: date
    name: str
    short: str
    korean: str
    korean_short: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office from `since` on: the family name last, alone, and in Korean."""

    since: date
    name: str
    family: str
    korean: str


_OFFICES = (
    Office(date(2008, 2, 29), "Ministry of Knowledge Economy", "MKE", "지식경제부", "지경부"),
    Office(
        date(2013, 3, 23),
        "Ministry of Trade, Industry and Energy",
        "MOTIE",
        "산업통상자원부",
        "산업부",
    ),
    Office(
        date(2025, 10, 1),
        "Ministry of Trade, Industry and Resources",
        "MOTIR",
        "산업통상부",
        "산업부",
    ),
)

_MINISTERS = (
    Holder(date(2010, 9, 1), "Seo Gwang-ho", "Seo", "서광호"),
    Holder(date(2012, 2, 10), "Min Tae-yul", "Min", "민태율"),
    Holder(date(2013, 3, 23), "Noh Byung-chan", "Noh", "노병찬"),
    Holder(date(2015, 1, 12), "Ha Dong-wook", "Ha", "하동욱"),
    Holder(date(2017, 7, 21), "Ryu Hye-sook", "Ryu", "류혜숙"),
    Holder(date(2019, 9, 9), "Eom Ki-tak", "Eom", "엄기탁"),
    Holder(date(2022, 5, 13), "Gil Sang-min", "Gil", "길상민"),
    Holder(date(2024, 1, 5), "Pyo Jae-hoon", "Pyo", "표재훈"),
    Holder(date(2025, 7, 18), "Cheon Mi-rae", "Cheon", "천미래"),
)

_TRADE_MINISTERS = (
    Holder(date(2010, 1, 1), "Bong Chang-sup", "Bong", "봉창섭"),
    Holder(date(2013, 4, 2), "Woo In-sik", "Woo", "우인식"),
    Holder(date(2016, 2, 15), "Jin Sun-young", "Jin", "진선영"),
    Holder(date(2019, 3, 4), "Pi Kyung-rok", "Pi", "피경록"),
    Holder(date(2022, 6, 1), "Tak Yoo-jin", "Tak", "탁유진"),
    Holder(date(2025, 6, 20), "Ok Seung-bae", "Ok", "옥승배"),
)

_VICE_MINISTERS = (
    Holder(date(2010, 1, 1), "Cho Man-seok", "Cho", "조만석"),
    Holder(date(2013, 3, 25), "Yang Hee-dong", "Yang", "양희동"),
    Holder(date(2016, 8, 17), "Baek Jong-in", "Baek", "백종인"),
    Holder(date(2019, 12, 23), "Do Eun-kyung", "Do", "도은경"),
    Holder(date(2023, 7, 3), "Maeng Chul-soo", "Maeng", "맹철수"),
)


def office_on(day: date) -> Office:
    """
    >>> office_on(date(2013, 3, 22)).short, office_on(date(2013, 3, 23)).short
    ('MKE', 'MOTIE')
    """
    return [each for each in _OFFICES if each.since <= day][-1]


def minister_on(day: date) -> Holder:
    return _holder(_MINISTERS, day)


def trade_minister_on(day: date) -> Holder:
    return _holder(_TRADE_MINISTERS, day)


def vice_minister_on(day: date) -> Holder:
    return _holder(_VICE_MINISTERS, day)


def _holder(holders: tuple[Holder, ...], day: date) -> Holder:
    return [each for each in holders if each.since <= day][-1]
