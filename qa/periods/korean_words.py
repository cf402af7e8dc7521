"""The Korean words that periods are counted with: units, what says which and how many of them."""

import re

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity

_KINDS = {
    "개월": Granularity.MONTH,
    "달": Granularity.MONTH,
    "월": Granularity.MONTH,
    "주일": Granularity.WEEK,
    "주간": Granularity.WEEK,
    "주": Granularity.WEEK,
    "분기": Granularity.QUARTER,
    "반기": Granularity.HALF,
    "연도": Granularity.YEAR,
    "년도": Granularity.YEAR,
    "해": Granularity.YEAR,
    "년": Granularity.YEAR,
    "일": Granularity.DAY,
}
_COUNTS = {
    **dict.fromkeys(("한", "일"), 1),
    **dict.fromkeys(("두", "이", "두어"), 2),
    **dict.fromkeys(("세", "석", "삼"), 3),
    **dict.fromkeys(("네", "넉", "사"), 4),
    **dict.fromkeys(("다섯", "오"), 5),
    **dict.fromkeys(("여섯", "육"), 6),
    **dict.fromkeys(("일곱", "칠"), 7),
    **dict.fromkeys(("여덟", "팔"), 8),
    **dict.fromkeys(("아홉", "구"), 9),
    **dict.fromkeys(("열", "십"), 10),
    **dict.fromkeys(("열한", "십일"), 11),
    **dict.fromkeys(("열두", "십이"), 12),
}
_DAY_COUNTS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "일주일": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
    "보름": 15,
}
COUNT = rf"(?:[1-9][0-9]{{0,2}}|반|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
DAY_COUNT = rf"(?:{'|'.join(_DAY_COUNTS)})"

_SINO = frozenset("일 이 삼 사 오 육 칠 팔 구 십 십일 십이".split())
_NATIVE_UNITS = ("달", "해")

# What says which one, with the steps from today's: first what goes with every unit.
_OVER = (
    r"(?:(?:이제|얼마\s전|가장|제일)\s?)?"
    r"(?:갓|막|방금|직전에?|엊그제|최근에?|마지막으로|얼마\s전에?)\s?"
    r"(?:끝난|마친|지난|지나간|마무리된|(?:마감|종료|완료)(?:된|한|\s?(?=[달월분반])))"
)
_PREVIOUS = r"(?:바로\s?)?(?:직전의?|요전|먼젓번?|앞선|이전|지나간)|바로\s?[앞전]"
_ANY = rf"지지난|다다음|저저번|지난번?|저번|이번|다음|{_OVER}|{_PREVIOUS}"
# Short words that go with some units alone: 이주 is to move, 내일 tomorrow, 전기 electricity.
_PAIRS = {
    "이": r"\s?달|\s분기",
    "금": r"\s?(?:주|월|년도?|분기|반기)",
    "당": r"\s?(?:월|분기|반기|해)",
    "현": r"\s?(?:분기|반기)",
    "내": "주(?!는)|달|년도?",
    "익": "월|주|분기|년도?",
    "차": "년도|분기",
    "전전": r"\s?(?:월|달|분기|반기|년도?|해)",
    "전": r"\s?(?:월|년도?|분기|반기)|\s(?:달|해)"
    r"|달(?=[에엔의치분]|보다|까지|\s(?:\S{1,20}\s){0,2}\S{0,20}"
    r"(?:수출|수입|실적|무역|[흑적]자|판매|생산|투자|매출|지수|수지|통계|물량|가격|건수|대수|규모|[액률율]))",
    "앞": r"\s(?:달|월|분기|반기|해)|달",
}
_STEPS = {"지지난": -2, "저저번": -2, "전전": -2, "다음": 1, "내": 1, "익": 1, "차": 1, "다다음": 2}
_STEPS |= dict.fromkeys(("이번", "이", "금", "당", "현"), 0)
_REPEATING = lazy_regex(rf"(?:{_PREVIOUS}|[전앞익])")
_ORDER_UNIT = "달|월|주|분기|반기|연도|년도|해|년"
_PAIR = "|".join(f"{which}(?:{units})" for which, units in _PAIRS.items())
# 전달 is also what is handed over.
_NOT_HANDED = r"(?=[\s의에엔치분])(?!\s(?:[받하했됐될식되]|체계|방[식법]|사항|과정|경로|수단|의무))"
ORDER = (
    rf"(?=(?:{_ANY})|^전달{_NOT_HANDED}|(?:{_PAIR}))"
    rf"(?P<o_which>{_ANY}|전전|[이금당현내익차전앞])\s?(?P<o_unit>{_ORDER_UNIT})"
)
# "지난달의 전달", "이달 말고 그 앞의 달", "이번 달 바로 앞 달": one more back.
ONE_BACK = (
    r"(?:(?:의|\s말고(?:\s?[그이])?|으?로\s넘어오기)\s?(?:바로\s?)?(?:그\s?)?(?:직전|이전|전|앞)"
    rf"|\s(?:바로\s?[앞전]|직전|이전|[앞전](?=\s)|전(?=달{_NOT_HANDED})))"
    rf"의?\s?(?P<o_before>{_ORDER_UNIT})(?!\s?(?:[동당](?:월|기|\s?분기)|같은))"
    rf"|(?P<o_prior>\s(?:바로\s?전|직전))(?!\s?(?:{_ORDER_UNIT}))"
)
PUBLISHED = (
    r"(?:나온|나왔|쏟아진|발표|공개|배포|올라온|보도|공지|게시|게재|소식|뉴스|알린|밝힌|내놓)"
)
PUBLISHED_AFTER = rf"\s(?:\S{{1,20}}\s){{0,3}}{PUBLISHED}"

_YEAR_BEFORE_LAST = r"지지난\s?해|재작년|전전년"
_LAST_YEAR = (
    r"작년|전년|거년|먼젓해|(?:지난번?|저번|요전|직전|이전|앞선|지나간)\s?(?:해|연도|년도?)"
    r"|(?:바로\s)?(?:[전앞]\s?(?:해|연도)|전\s년도)"
)
YEAR_WORD = (
    rf"(?:{_YEAR_BEFORE_LAST}|{_LAST_YEAR}"
    rf"|{COUNT}\s?(?:개?년|해)을?\s?(?:이?전|앞선?|거슬러(?:\s?올라간)?)"
    r"|(?:지난|작년)\s한\s해)"
)
_COUNTED_YEARS = lazy_regex(rf"({COUNT})\s?(?:개?년|해)")


def kind_of(unit: str) -> Granularity:
    """The kind of period a unit's word stands for: "달" is a month."""
    return _KINDS[unit]


def order_steps(which: str) -> int:
    """How many units from today's is the one that ORDER's first word says: -1 for "지난"."""
    return _STEPS.get(which, -1)


def repeats(which: str) -> bool:
    """Whether it counts from a period named before rather than from today: "직전", "익"."""
    return _REPEATING.fullmatch(which) is not None


def years_away(words: str) -> int:
    """How many years from today's is what YEAR_WORD matched.

    >>> years_away("재작년"), years_away("두 해 전")
    (-2, -2)
    """
    found = _COUNTED_YEARS.match(words)
    if found:
        return -count_units(found[1], "년")[0]
    return -2 if re.fullmatch(_YEAR_BEFORE_LAST, words) else -1


def count_units(words: str, unit: str) -> tuple[int, Granularity]:
    """How many of which kind of period: "반", "년" is six months. None as 0: "이 달" is this one.

    >>> count_units("석", "달")
    (3, <Granularity.MONTH: 'month'>)
    """
    if words == "반":
        return (6 if unit == "년" else 0), Granularity.MONTH
    if words in _SINO and unit in _NATIVE_UNITS:
        return 0, _KINDS[unit]
    kind = _KINDS[unit if unit in _KINDS else unit[-2:]]  # "2개 분기"
    return int(words) if words.isdigit() else _COUNTS[words], kind


def count_days(words: str) -> int:
    """How many days: "열흘" is ten."""
    return _DAY_COUNTS[words]
