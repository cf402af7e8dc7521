"""Releases whose words are markup, beside the small monthly series."""

from datetime import date

from qa.records import Release
from tests.qa.monthly_releases import RELEASES

SCRIPT = "<script>alert('title')</script>"
NASTY = Release(
    'nasty/1?a=<b>&"c"',
    f"Anchovy Quota \"Doubles\" {SCRIPT} & 'More'",
    date(2025, 8, 20),
    "The anchovy quota doubles to 9,000 tons <img src=https://evil.example/x.png onerror=alert(1)> "
    "in August 2025, </p></main><script>alert('body')</script> the board of fisheries said. "
    "{{ 7 * 7 }} boats take part in the anchovy fishery.",
    "Board of <b>Fisheries</b>",
    "javascript:alert('url')",
    category="</dd><script>alert('category')</script>",
)
KOREAN = Release(
    "korean-1",
    "리튬 비축 물량 확대",
    date(2025, 8, 21),
    "산업통상부는 리튬 비축 물량을 2025년 8월 30일분으로 늘렸다고 밝혔다. 희소금속 비축도 늘린다.",
    "산업통상부",
    "https://example.org/보도/1",
    language="ko",
)
OLDER = Release(
    "older-1",
    "Battery Exporters Meet in Ochang",
    date(2023, 5, 2),
    "Exporters of batteries met in Ochang on May 2, 2023. They spoke of exports of batteries to "
    "North America and of charging standards.",
    "Battery Association",
)
LIBRARY = (*RELEASES, NASTY, KOREAN, OLDER)
