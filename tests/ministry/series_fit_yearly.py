"""Yearly series that the ranking is fitted on."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.series_fit_trade import TRADE_FIT
from tests.ministry.spans import Cadence

_ANNUAL = """
# title 2017
{year} Exports and Imports: Year in Review
Annual Exports {level_Rise} {level_change} in {year}
# lead 2017
Exports for the whole of {year} {level_rose} {level_change} to {level}, and imports {imports_rose}
  {imports_change} to {imports}, the {ministry} reported at the start of the year.
# title 2025
Korea Exports {level} in {year}
{year} Trade Results and Outlook for the New Year
# lead 2025
Korea's annual exports [came to|ended at] {level} in {year}, {level_up} {level_change}, [according
  to|as tallied by] the {ministry}.
For {year} as a whole, exports were {level} and imports {imports}, {short} announced.
# detail
The year before, exports had come to {level_before}.
Imports amounted to {imports}, after {imports_before} the year before.
The yearly total is {level_record}.
Korea kept its place among the ten largest exporters.
Semiconductors [remained|were] the largest item by far.
Small and medium-sized firms shipped {small} of the total.
SMEs' share was {small}, {small_up} {small_change}.
Trade with countries that have a free trade agreement with Korea did [better|no worse] than the
  rest.
{level_if_down}Falling oil prices and slower world trade explain most of it.
# close
For the new year, the ministry [expects|hopes for] a [moderate|slight] improvement.
Minister {minister} visited [a container terminal in Busan|an air freight center in Incheon] on the
  first day of the year.
# ask level
Korea's annual exports | exports for the year as a whole
연간 수출액 | 연간 총수출
# ask imports
annual imports | imports for the whole year
연간 수입액
# ask small
small firms' share of annual exports
연간 수출에서 중소기업 비중
"""

_REMEDY = """
# title 2018
Trade Remedy Activities in {year}
Korea Trade Commission Reports on {year}
# lead 2018
The Korea Trade Commission (KTC) opened {level} of anti-dumping investigation in {year}, after
  {level_before} the year before, the {ministry} said.
The Korea Trade Commission handled {level} of anti-dumping investigation in {year}, the {ministry}
  said.
# title 2025
Anti-Dumping Petitions {level_Rise} to {level} in {year}
{year} Report on Trade Remedies
# lead 2025
The Korea Trade Commission took up {level} of alleged dumping in {year}, its yearly report shows.
# detail
Foreign authorities had {foreign} against Korean goods open at the end of the year.
Import restrictions on Korean products abroad numbered {foreign}.
Definitive duties were imposed in {duties}.
Chemicals, steel and [paper|plywood] account for most petitions.
The commission also heard complaints about infringed intellectual property rights.
[China|Japan] was named most often as the origin of the goods.
Hearings were held in Sejong, and on-site verification abroad.
# close
The commission added [a division|staff] to keep up with its cases.
The report is published in Korean, with a summary in English.
# ask level
new anti-dumping investigations by the KTC | dumping cases taken up by the trade commission
무역위원회 덤핑 조사 개시 건수
# ask foreign
foreign trade restrictions against Korean goods
한국산 제품에 대한 해외 수입규제 건수
# ask duties
definitive anti-dumping duties imposed by Korea
덤핑방지관세 부과 건수
"""

_ENERGY = """
# title 2025
Final Energy Consumption {level_Rises} {level_change} in {year}
Energy Balance for {year} Published
# lead 2025
Korea's final energy consumption in {year} was {level}, {level_up} {level_change} on the year
  before,
  the energy balance [published|compiled] by the {ministry} and the Korea Energy Economics Institute
  shows.
Final energy use {level_rose} {level_change} to {level} in {year}, the {ministry} said.
# detail
Primary energy supply came to {supply}.
Total primary energy supply {supply_rose} {supply_change} to {supply}.
Industry used {industry}, by far the largest part.
Industrial consumption {industry_rose} {industry_change} to {industry}.
The figure of the year before was {level_before}.
Energy intensity [improved|hardly changed].
A [mild|cold] winter and [petrochemical output|steel output] shaped demand.
Dependence on imported energy remains above 90 percent.
# close
Revised figures follow in the yearbook of energy statistics.
# ask level
final energy consumption | final energy use
최종에너지 소비량 | 최종에너지 소비
# ask supply
primary energy supply
1차 에너지 공급량
# ask industry
energy consumption by industry
산업부문 에너지 소비량
"""

Y = Cadence.YEARLY

YEARLY_FIT: tuple[Series, ...] = (
    make_series(
        "annual-exports",
        Split.FIT,
        Y,
        "Trade",
        (1, 5),
        (
            Measure("level", Unit.USD_BILLION),
            Measure("imports", Unit.USD_BILLION),
            Measure("small", Unit.SHARE, 18.5, 0.004, 0, 0.02),
        ),
        _ANNUAL,
        yearly_of=TRADE_FIT[0],
    ),
    make_series(
        "trade-remedies",
        Split.FIT,
        Y,
        "Trade",
        (25, 60),
        (
            Measure("level", Unit.CASES, 9, 0.015, 0, 0.2),
            Measure("foreign", Unit.CASES, 140, 0.03, 0, 0.05),
            Measure("duties", Unit.CASES, 5, 0.01, 0, 0.25),
        ),
        _REMEDY,
    ),
    make_series(
        "energy-balance",
        Split.FIT,
        Y,
        "Energy",
        (150, 200),
        (
            Measure("level", Unit.MTOE, 206, 0.008, 0, 0.015),
            Measure("supply", Unit.MTOE, 1.33, 0, 0, 0.008, part_of="level"),
            Measure("industry", Unit.MTOE, 0.61, 0, 0, 0.008, part_of="level"),
        ),
        _ENERGY,
    ),
)
