"""Which indicator of a series is marked, where its releases state several in changing words."""

import pytest

from qa.periods import Period
from tests.qa.drawing import draw, month

Told = tuple[tuple[Period, str], ...]

OIL: Told = (
    (month(1), "Korea imported 72.6 million barrels of crude oil, down 1.7 percent. Consumption of "
               "petroleum products rose to 61.0 million barrels."),
    (month(2), "Consumption of petroleum products fell to 62.0 million barrels. Crude imports rose "
               "3.0 percent to 75.1 million barrels."),
    (month(3), "Domestic demand for oil products was 63.0 million barrels. Refiners brought in "
               "70.4 million barrels of crude, down 2.0 percent."),
    (month(4), "Domestic demand for oil products was 64.0 million barrels. Crude imports fell 2.0 "
               "percent to 74.4 million barrels."),
    (month(5), "Consumption of petroleum products rose to 65.0 million barrels."),
)  # fmt: skip
GOODS: Told = (
    (month(1), "Exports of consumer goods were USD 2.1 billion. Food exports rose to USD 0.9 "
               "billion. Cosmetics earned USD 0.7 billion."),
    (month(2), "Food exports fell to USD 0.8 billion. Exports of consumer goods were USD 2.0 "
               "billion; cosmetics alone made USD 0.6 billion."),
    (month(3), "Exports of consumer goods were USD 2.2 billion. Food exports rose to USD 1.0 "
               "billion."),
)  # fmt: skip
CARS: Told = (
    (month(1), "Car exports rose to USD 5.5 billion. Car production was 348,000 vehicles and "
               "dealers at home sold 120,000 vehicles."),
    (month(2), "Car exports fell to USD 5.1 billion. Output at domestic plants was 331,000 "
               "vehicles."),
    (month(3), "Car exports rose to USD 5.8 billion. Strikes cost several days of production."),
)  # fmt: skip
TRADE: Told = tuple(
    (month(each), f"Exports came to USD 5{each}.0 billion. {daily}")
    for each, daily in enumerate(
        (
            "Average daily exports came to USD 2.1 billion.",
            "Daily shipments averaged USD 2.2 billion.",
            "Oil prices moved exports.",
            "Average daily exports came to USD 2.4 billion.",
        ),
        start=1,
    )
)
PLACES: Told = (
    (month(1), "Exports to China (up 3.1 percent) and Vietnam (up 2.2 percent) grew."),
    (month(2), "Exports to Vietnam (up 4.1 percent) and China (up 1.4 percent) grew."),
    (month(3), "Exports to India (up 2.1 percent), Vietnam (up 1.3 percent) and China (up 1.2 "
               "percent) grew."),
    (month(4), "Exports to Vietnam (up 5.1 percent) and India (up 1.9 percent) grew."),
)  # fmt: skip
STORES: Told = (
    (month(1), "Sales of 23 major retailers rose 2.0 percent to KRW 15.1 trillion. Online sales "
               "made up 58.9 percent of the total."),
    (month(2), "Retail chains rang up KRW 15.3 trillion in sales. Online sales accounted for 59.6 "
               "percent of the total."),
)  # fmt: skip


def mark(question: str, told: Told) -> list[str | None]:
    return [point.figure_text for point in draw(question, told).points]


@pytest.mark.parametrize(
    ("question", "told", "figures"),
    [
        ("crude oil imports", OIL, ["72.6 million barrels", "75.1 million barrels",
                                    "70.4 million barrels", "74.4 million barrels", None]),
        ("consumption of petroleum products", OIL, ["61.0 million barrels", "62.0 million barrels",
                                                    "63.0 million barrels", "64.0 million barrels",
                                                    "65.0 million barrels"]),
        ("cosmetics exports", GOODS, ["USD 0.7 billion", "USD 0.6 billion", None]),
        ("food exports", GOODS, ["USD 0.9 billion", "USD 0.8 billion", "USD 1.0 billion"]),
        ("car production", CARS, ["348,000 vehicles", "331,000 vehicles", None]),
        ("car exports", CARS, ["USD 5.5 billion", "USD 5.1 billion", "USD 5.8 billion"]),
        ("average daily exports", TRADE, ["USD 2.1 billion", "USD 2.2 billion", None,
                                          "USD 2.4 billion"]),
        ("exports to China", PLACES, ["3.1 percent", "1.4 percent", "1.2 percent", None]),
        ("retail sales", STORES, ["KRW 15.1 trillion", "KRW 15.3 trillion"]),
        ("online share of retail sales", STORES, ["58.9 percent", "59.6 percent"]),
        ("what share of major retailers' sales", STORES, ["58.9 percent", "59.6 percent"]),
        ("How many retailers were surveyed?", STORES, ["23 major retailers", None]),
    ],
)  # fmt: skip
def test_figure_is_of_the_indicator_asked_for(
    question: str, told: Told, figures: list[str | None]
) -> None:
    assert mark(question, told) == figures
