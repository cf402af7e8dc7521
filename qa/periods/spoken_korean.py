"""Korean periods as people say them when they ask: roundabout, and all relative to the day.

"저번 분기", "바로 앞 달", "작년 이맘때", "막 끝난 분기", "최근 열흘", "그저께". Plain
relative words are left to `korean_relative`.
"""

import re
from collections.abc import Iterator
from datetime import date

from qa.periods.calendar import Granularity, days, rolling, unit_around
from qa.periods.clues import Clue
from qa.periods.korean import WORD_END
from qa.periods.readers import (
    Reader,
    a_year_ago,
    around,
    echo_before,
    echo_year_ago,
    known,
    part_of_year,
    read_branches,
)

_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "일주일": 7,
    "한주": 7,
    "열흘": 10,
    "두주": 14,
    "이주일": 14,
    "보름": 15,
}
_COUNTS = {"한": 1, "두": 2, "세": 3, "네": 4}

_UNIT = r"(?:달|월|분기|반기|주|해|연도|년도|년)"
_BRANCHES = {
    "before": r"(?:바로\s?)?(?:(?:요전|먼젓|직전|앞선|이전)\s?|바로\s?[앞전]\s?|앞\s|전\s(?=달|해))"
    rf"(?P<k_unit>{_UNIT})"
    r"|(?P<k_month>전달)(?=에|의|보다|까지|\s(?:수출|수입|실적|무역|판매|생산))"
    r"|^(?P<first_month>전달)(?=\s)",
    "last": r"(?:저번|지난번|(?:(?:이제\s?)?(?:막|방금)|(?:가장\s)?최근에?)\s?"
    r"(?:끝난|마감된|마감한|마친|지난))\s?"
    rf"(?P<s_unit>{_UNIT})",
    "earlier": rf"(?:지지난|저저번|전전)\s?(?P<e_unit>{_UNIT})|(?P<e_n>[한두세네])\s?해\s?전"
    r"|(?P<half>반\s?년\s?전)",
    "so_far": r"(?:이번\s?달|이달|이번\s?분기)\s?들어(?:\s?(?:현재|지금)까지)?",
    "days": r"(?:최근|지난|요)\s?"
    r"(?P<days>하루|이틀|사흘|나흘|닷새|엿새|일주일|열흘|보름|한\s?주|두\s?주|이\s?주일)"
    r"(?:\s?(?:동안|사이에?|간|내에?))?|그(?:저께|제)",
    "now": r"[당금](?P<n_unit>월|분기|반기)",
    "year_ago": r"(?P<years>작년|지난해|전년도?|재작년|(?:[12]|[일이한두])\s?[년해]\s?(?:전|앞선))"
    r"\s?"
    r"(?:(?P<y_unit>[이요]맘\s?때|이\s?무렵|이\s?시기)|[이그](?:번\s?|\s)?(?P<i_unit>달|분기|주|반기)"
    r"|(?P<same>같은|동일)\s?(?P<g_unit>달|월|분기|주|반기|기간|시기|시점|무렵|때))",
    "of_year": r"전년도?\s?(?:(?P<m>1[0-2]|[1-9])월|(?P<q>[1-4])분기)",
}
_SPOKEN = re.compile(
    r"(?=[바직앞이전저지막방한두세네당금작가최그요먼재반1일])(?<![가-힣0-9])(?:"
    + "|".join(f"(?P<is_{name}>{branch})" for name, branch in _BRANCHES.items())
    + rf"){WORD_END}"
)


def read_spoken_korean(text: str, anchor: date) -> Iterator[Clue]:
    """The roundabout periods of a Korean text, in order."""
    yield from read_branches(_SPOKEN, text, anchor, _READERS)


def _read_earlier(found: re.Match[str], anchor: date) -> Clue | None:
    if found["half"]:
        return around(found, anchor, "달", -6)
    if found["e_n"]:
        return around(found, anchor, "해", -_COUNTS[found["e_n"]])
    return around(found, anchor, found["e_unit"], -2)


def _read_so_far(found: re.Match[str], anchor: date) -> Clue | None:
    whole = unit_around(anchor, Granularity.QUARTER if "분기" in found[0] else Granularity.MONTH)
    if whole is None:
        return None
    return known(found, days(whole.first.toordinal(), anchor.toordinal(), Granularity.RANGE))


def _read_days(found: re.Match[str], anchor: date) -> Clue | None:
    if not found["days"]:
        return known(found, unit_around(anchor, Granularity.DAY, -2))
    return known(found, rolling(anchor, _DAYS["".join(found["days"].split())], Granularity.DAY))


def _read_year_ago(found: re.Match[str], anchor: date) -> Clue | None:
    years = -2 if found["years"][0] in "재2이두" else -1
    if found["same"]:
        return echo_year_ago(found, anchor, found["g_unit"], years)
    return a_year_ago(found, anchor, "달" if found["y_unit"] else found["i_unit"], years)


def _read_of_year(found: re.Match[str], anchor: date) -> Clue | None:
    if found["m"]:
        return part_of_year(found, anchor.year - 1, Granularity.MONTH, int(found["m"]))
    return part_of_year(found, anchor.year - 1, Granularity.QUARTER, int(found["q"]))


_READERS: dict[str, Reader] = {
    "is_before": lambda found, anchor: echo_before(found, anchor, found["k_unit"] or "달"),
    "is_last": lambda found, anchor: around(found, anchor, found["s_unit"], -1),
    "is_earlier": _read_earlier,
    "is_so_far": _read_so_far,
    "is_days": _read_days,
    "is_now": lambda found, anchor: around(found, anchor, found["n_unit"], 0),
    "is_year_ago": _read_year_ago,
    "is_of_year": _read_of_year,
}
