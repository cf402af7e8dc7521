"""Ten releases of three monthly series, with a month left out and one corrected.

Exports of batteries: March, April, June, July; April was corrected. Trade in electricity: May,
June, July. What visitors spent, in won and then in dollars: May, June.
"""

from calendar import month_name
from datetime import date

from qa.records import Release

AS_OF = date(2025, 9, 1)
PUBLISHER = "Ministry of Trade"


def write_batteries(
    month: int, change: str, figure: str, day: date, *, title: str = "", suffix: str = ""
) -> Release:
    name = month_name[month]
    return Release(
        f"battery-{month:02}{suffix}",
        title or f"Battery Exports at USD {figure} Million in {name}",
        day,
        f"Battery makers met in Ochang to speak of charging standards. "
        f"Exports of secondary batteries {change} percent year-on-year to USD {figure} million in "
        f"{name} 2025. Imports of batteries came to USD 400 million. Demand for energy storage "
        f"held up in North America.",
        PUBLISHER,
        f"https://example.org/battery/{month:02}{suffix}",
    )


def write_electricity(month: int, figure: str, day: date) -> Release:
    name = month_name[month]
    return Release(
        f"electricity-{month:02}",
        f"Electricity Trading Volume for {name} 2025",
        day,
        f"The power exchange traded {figure} TWh of electricity in {name} 2025. Nuclear plants "
        f"supplied about a third of it. Households were asked to save power in the evening hours.",
        "Power Exchange",
    )


def write_visitors(month: int, figure: str, day: date) -> Release:
    name = month_name[month]
    return Release(
        f"visitors-{month:02}",
        f"What Visitors Spent in {name}",
        day,
        f"Visitors from abroad spent {figure} in {name} 2025. Duty-free shops and hotels gained "
        f"most from it. Guides for more languages are being trained.",
        "Tourism Board",
    )


RELEASES = (
    write_batteries(3, "rose 2.5", "712", date(2025, 4, 14)),
    write_batteries(4, "fell 1.8", "655", date(2025, 5, 14)),
    write_batteries(4, "fell 1.2", "659", date(2025, 6, 20), suffix="-corrected"),
    write_batteries(6, "rose 4.0", "730", date(2025, 7, 14)),
    write_batteries(
        7,
        "rose 9.6",
        "1,801",
        date(2025, 8, 14),
        title="Battery Exports <Double> in July: R&D at “USD 1,801 Million”",
    ),
    write_electricity(5, "41.2", date(2025, 6, 10)),
    write_electricity(6, "44.8", date(2025, 7, 10)),
    write_electricity(7, "50.3", date(2025, 8, 11)),
    write_visitors(5, "KRW 1.2 trillion", date(2025, 6, 24)),
    write_visitors(6, "USD 930 million", date(2025, 7, 24)),
)
