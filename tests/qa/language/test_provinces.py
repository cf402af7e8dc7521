"""Korea's provinces by their forms, and which are others."""

import doctest

import pytest

from qa.language import provinces
from qa.language.provinces import find_provinces, is_in_others


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(provinces).failed == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("South Jeolla Province", {"South Jeolla"}),
        ("전라남도와 충북", {"South Jeolla", "North Chungcheong"}),
        ("경기도 연천", {"Gyeonggi"}),
        ("경기 연천군 농가", {"Gyeonggi"}),
        # The economy, a match, and a part of Korea that is two provinces.
        ("경기 침체", set()),
        ("축구 경기", set()),
        ("farms in Jeolla", set()),
        ("호남 지역", set()),
    ],
)
def test_province_is_found_in_any_form(text: str, named: set[str]) -> None:
    assert find_provinces(text) == named


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("a pig farm in Yeoncheon, Gyeonggi Province", True),
        ("전남 무안 한우농장", True),
        ("a pig farm in Seogwipo", False),
        ("farms in Gyeonggi and on Jeju Island", False),
    ],
)
def test_only_what_names_another_province_is_in_another(text: str, others: bool) -> None:
    assert is_in_others("Jeju", text) is others


def test_part_of_korea_may_hold_the_province() -> None:
    assert not is_in_others("South Jeolla", "in Honam and Jeju")
    assert is_in_others("South Jeolla", "in Jeju")
