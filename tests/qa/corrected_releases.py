"""Two monthly series, one in English and one in Korean, each with a month that was corrected later,
and a notice that was replaced.

Arrivals of investment: March to June 2026; May's were 7.9 billion dollars and not 8.2, and June's
are corrected in words that leave open what is right. Exports of seafood: the same months; May's
were 2억 6,420만 달러 and not 2억 8,400만.
"""

from calendar import month_name
from datetime import date

from qa.records import Release

AS_OF = date(2026, 8, 1)
TRADE, OCEANS = "Ministry of Trade", "해양수산부"


def write_arrivals(month: int, amount: str, pledged: str) -> Release:
    name = month_name[month]
    return Release(
        f"arrivals-{month:02}",
        f"Foreign Investment Arrivals in {name} 2026",
        date(2026, month + 1, 7),
        f"Arrivals of foreign investment in Korea came to USD {amount} billion in {name} 2026, the "
        f"ministry said. Pledges of foreign investment were USD {pledged} billion. Investors from "
        "Japan and the United States led, in chips and batteries.",
        TRADE,
    )


def write_seafood(month: int, amount: str, laver: str) -> Release:
    return Release(
        f"seafood-{month:02}",
        f"2026년 {month}월 수산물 수출 동향",
        date(2026, month + 1, 20),
        f"2026년 {month}월 수산물 수출액은 {amount} 달러로 집계되었다. 김 수출액은 {laver} "
        "달러였다. 주요 수출국은 일본과 중국, 미국이었다.",
        OCEANS,
        language="ko",
    )


CORRECTION = Release(
    "correction",
    "Correction: Figures in Release of June 7 on Foreign Investment Arrivals",
    date(2026, 6, 12),
    "The Ministry of Trade corrects its release of June 7 on arrivals of foreign investment. The "
    "amount of arrivals was given as USD 8.2 billion. The correct amount is USD 7.9 billion, up "
    "8.2 percent. A fund had been counted twice. Pledges are not affected.",
    TRADE,
)
UNSURE = Release(
    "unsure",
    "Correction: Release of July 7 on Foreign Investment Arrivals",
    date(2026, 7, 9),
    "The Ministry of Trade corrects its release of July 7 on arrivals of foreign investment. The "
    "amount of arrivals should have read USD 6.1 billion or USD 6.2 billion, not USD 6.5 billion.",
    TRADE,
)
KOREAN = Release(
    "korean",
    "[정정] 5월 수산물 수출액 관련 보도자료 수정 안내",
    date(2026, 6, 24),
    "해양수산부는 6월 20일 배포한 「2026년 5월 수산물 수출 동향」 보도자료의 수치 일부에 오류가 "
    "있어 아래와 같이 바로잡는다. 전체 수산물 수출액은 2억 8,400만 달러에서 2억 6,420만 달러로 "
    "고친다. 김 수출액은 변동이 없다.",
    OCEANS,
    language="ko",
)
NOTICE = Release(
    "notice",
    "Market Shops May Apply for Fire Insurance of KRW 60 Million",
    date(2026, 3, 3),
    "Market shops may apply for fire insurance of up to KRW 60 million from April 1.",
    "Ministry of Startups",
)
REPLACEMENT = Release(
    "replacement",
    "Market Shops May Apply for Fire Insurance of KRW 100 Million",
    date(2026, 3, 5),
    "This replaces the release of March 3. Market shops may apply for fire insurance of up to KRW "
    "100 million from May 2.",
    "Ministry of Startups",
)

RELEASES = (
    write_arrivals(3, "5.1", "9.3"),
    write_arrivals(4, "4.4", "7.7"),
    write_arrivals(5, "8.2", "14.8"),
    write_arrivals(6, "6.5", "8.6"),
    CORRECTION,
    UNSURE,
    write_seafood(3, "2억 4,100만", "8,800만"),
    write_seafood(4, "2억 5,300만", "9,100만"),
    write_seafood(5, "2억 8,400만", "9,700만"),
    write_seafood(6, "2억 7,200만", "9,900만"),
    KOREAN,
    NOTICE,
    REPLACEMENT,
)
