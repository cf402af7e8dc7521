"""Yearly series held out of the fit."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_ROBOTS = """
# title 2025
Robot Industry Survey for {year}
Robot Makers' Sales of {level} in {year}
# lead 2025
Robot makers sold {level} in {year}, {level_up} {level_change}, the yearly survey of the {ministry}
  and the Korea Institute for Robot Industry Advancement finds.
Sales of the robot industry for {year} add up to {level}, the survey of {short} says.
# detail
They employed {staff} people.
Payrolls counted {staff} people in December.
Robots for manufacturing gave {factory}.
Sales of manufacturing robots {factory_rose} {factory_change} to {factory}.
Sales in {before_period} had been {level_before}.
Service robots, from serving to surgery, are catching up.
Nine firms in ten have sales of less than five billion won.
Reducers and servo motors are still bought abroad.
# close
The survey covered some 2,500 firms by interview.
# ask level
sales of the robot industry | robot makers' sales
로봇산업 매출액
# ask staff
the number of people employed by robot makers
로봇기업 종사자 수
# ask factory
sales of manufacturing robots
제조업용 로봇 매출액
"""

_RENEWABLE = """
# title 2025
Renewable Capacity Added in {year}
{level} of New Renewables in {year}
# lead 2025
Newly installed renewable capacity in {year} was {level}, of which solar gave {solar}, the Korea
  Energy Agency and the {ministry} determined.
In {year} plants for renewable energy with a capacity of {level} were commissioned.
# detail
Solar power contributed {solar}.
New solar plants came to {solar}, after {solar_before} in {before_period}.
The addition of {before_period} was {level_before}.
Onshore wind suffered from lengthy permits.
Residents' shares in projects are rewarded with extra certificates.
Grid connections in Jeolla are a bottleneck.
The average age of modules is low.
# close
Capacity figures are rounded and may be amended in the yearbook.
# ask level
newly installed renewable capacity | renewable energy capacity added
재생에너지 신규 설치용량
# ask solar
new solar capacity
태양광 신규 설치용량
"""

_FTA = """
# title 2025
Use of Free Trade Agreements in {year}
FTA Utilisation at {level} for Exports in {year}
# lead 2025
Exporters made use of free trade agreements for {level} of the eligible trade in {year}, the
  {ministry} and the Korea Customs Service established.
The rate at which exports profit from trade agreements was {level} for {year}, and that for imports
  {bought}.
# detail
On the import side the rate was {bought}.
Importers claimed preferences for {bought}.
The export rate had been {level_before} in {before_period}.
Smaller firms lag because proving origin costs them time.
Machinery and vehicles use preferences most, farm goods least.
Certificates of origin are now exchanged electronically with several partners.
Help desks in 18 regions gave advice.
# close
A handbook on rules of origin is handed out free of charge.
# ask level
the FTA utilisation rate of exports | the share of eligible exports that used trade agreements
FTA 수출활용률
# ask bought
the FTA utilisation rate of imports
FTA 수입활용률
"""

_STANDARDS = """
# title 2025
National Standards in {year}: A Stocktaking
Korean Proposals Become {level} International Standards in {year}
# lead 2025
In {year}, {level} proposals from Korea were adopted by ISO and IEC, the national standards
  agency (KATS), a body of the {ministry}, reports.
{level} international standards of {year} go back to Korean proposals, a count by {short} shows.
# detail
The stock of Korean Industrial Standards was {stock}.
{stock} Korean Industrial Standards were in force at the end of December.
Koreans chair {chairs} committees of ISO and IEC.
Experts from Korea held {chairs} posts in technical committees.
There were {level_before} such proposals in {before_period}.
Displays, hydrogen and nuclear instruments stand out.
Out-of-date standards are withdrawn after five years without use.
# close
The next general assembly takes place in autumn.
# ask level
Korean proposals adopted as international standards
국제표준으로 채택된 한국 제안 건수
# ask chairs
the number of ISO and IEC posts held by Koreans
ISO·IEC 의장·간사 수임 수
# ask stock
the number of Korean Industrial Standards in force
한국산업표준(KS) 보유 종수
"""

Y = Cadence.YEARLY

YEARLY_HELDOUT: tuple[Series, ...] = (
    make_series(
        "robots",
        Split.HELDOUT,
        Y,
        "Industry",
        (280, 350),
        (
            Measure("level", Unit.KRW_TRILLION, 2.1, 0.07, 0, 0.04),
            Measure("staff", Unit.COUNT, 21400, 0.03, 0, 0.03),
            Measure("factory", Unit.KRW_TRILLION, 0.72, -0.012, 0, 0.02, part_of="level"),
        ),
        _ROBOTS,
    ),
    make_series(
        "renewables",
        Split.HELDOUT,
        Y,
        "Energy",
        (100, 240),
        (
            Measure("level", Unit.GW, 1.0, 0.1, 0, 0.15),
            Measure("solar", Unit.GW, 0.7, 0.01, 0, 0.06, part_of="level"),
        ),
        _RENEWABLE,
    ),
    make_series(
        "fta-use",
        Split.HELDOUT,
        Y,
        "Trade",
        (30, 55),
        (
            Measure("level", Unit.SHARE, 64, 0.012, 0, 0.015),
            Measure("bought", Unit.SHARE, 1.07, 0, 0, 0.01, part_of="level"),
        ),
        _FTA,
    ),
    make_series(
        "standards",
        Split.HELDOUT,
        Y,
        "Industry",
        (20, 45),
        (
            Measure("level", Unit.COUNT, 38, 0.05, 0, 0.12),
            Measure("stock", Unit.COUNT, 23600, -0.008, 0, 0.005),
            Measure("chairs", Unit.COUNT, 124, 0.05, 0, 0.03),
        ),
        _STANDARDS,
    ),
)
