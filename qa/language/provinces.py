"""Korea's provinces, by whatever form: "South Jeolla", "Jeonnam" and "전남" are one.

A town lies in one, and a release may name the town alone: what was confirmed in Yeoncheon was so in
Gyeonggi. So a province is only set against others that are named. Jeolla by itself may be either.
"""

from functools import lru_cache

from qa.lazy_regex import lazy_regex

_KEPT = 4096  # releases on shortlists, which come back
_FORMS = {
    "Gangwon": r"\bGangwon\b|강원",
    "Gyeonggi": r"\bGyeonggi\b|경기도|경기(?= [가-힣]{1,3}[시군]\b)",
    "North Chungcheong": r"\bNorth Chungcheong\b|\bChungbuk\b|충북|충청북도",
    "South Chungcheong": r"\bSouth Chungcheong\b|\bChungnam\b|충남|충청남도",
    "North Gyeongsang": r"\bNorth Gyeongsang\b|\bGyeongbuk\b|경북|경상북도",
    "South Gyeongsang": r"\bSouth Gyeongsang\b|\bGyeongnam\b|경남|경상남도",
    "North Jeolla": r"\bNorth Jeolla\b|\bJeonbuk\b|전북|전라북도",
    "South Jeolla": r"\bSouth Jeolla\b|\bJeonnam\b|전남|전라남도",
    "Jeju": r"\bJeju\b|제주",
}
_PATTERNS = {name: lazy_regex(forms) for name, forms in _FORMS.items()}
_EITHER = lazy_regex(
    r"(?<!North )(?<!South )\b(?:Jeolla|Gyeongsang|Chungcheong)\b"
    r"|(?:전라|경상|충청)도|호남|영남|\b(?:Honam|Yeongnam)\b"
)


@lru_cache(_KEPT)
def find_provinces(text: str) -> frozenset[str]:
    """Those that a text names, in English.

    >>> sorted(find_provinces("전남 무안과 Jeju Island"))
    ['Jeju', 'South Jeolla']
    """
    return frozenset(name for name, forms in _PATTERNS.items() if forms.search(text))


def is_in_others(asked: str, text: str) -> bool:
    """Whether a text names other provinces, and neither that one nor a part of Korea that may hold
    it.

    >>> is_in_others("Jeju", "a farm in Gyeonggi"), is_in_others("Jeju", "a farm in Yeoncheon")
    (True, False)
    """
    named = find_provinces(text)
    return bool(named) and asked not in named and not _EITHER.search(text)
