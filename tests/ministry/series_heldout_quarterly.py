"""Quarterly series held out of the fit."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_ODI = """
# title 2017
Korean Companies' Outward Investment: {code}
Outbound Investment {level_up^} {level_change} in {month^}
# lead 2017
Korean companies invested {level} abroad in {period}, {level_up} {level_change} over four
  quarters, a statement of the {ministry} says.
# title 2025
Outbound Direct Investment of {level} in {months}
Companies Take {level} Abroad in {month^}
# lead 2025
Gross outbound direct investment for {period} is {level} ({level_up} {level_change}); net of funds
  returned it is {net}.
From {months}, firms directed {level} into affiliates abroad, as reported by {short}.
# detail
Net outflows were {net}.
After deduction of what flowed back, {net} remained.
The preceding quarter had ended at {level_before}.
Battery and chip plants abroad drew [a large part|less than before].
Finance and insurance placed money in funds on the Cayman Islands and in Luxembourg.
{ago_period} had closed at {level_ago}.
Investments of less than one million dollars are recorded but seldom matter.
The sum is the largest since {level_since}.
{level_if_down}Financing costs made firms cautious.
# items place
the United States=미국 | Vietnam=베트남 | Singapore=싱가포르 | the Cayman Islands=케이맨제도
# place
Money for {place_ups} became more, for {place_downs} less.
# close
The Korea Eximbank keeps the detailed tables.
# ask level
outbound direct investment | what Korean firms invested abroad | Korean companies' outward
  investment
해외직접투자액 | 우리 기업의 해외직접투자
# ask level_change
outbound direct investment
해외직접투자액
# ask net
net outbound investment | outward investment net of funds returned
해외직접투자 순투자액
"""

_COMPLEX = """
# title 2016
National Industrial Complexes in {code}
Factories on Industrial Complexes Run at {use}
# lead 2016
The national industrial complexes produced {level} in {period} and were {use} utilised, the Korea
  Industrial Complex Corporation told the {ministry}.
# title 2025
Industrial Complexes: Output {level}, Utilisation {use}
Output on National Complexes {level_Rises} by {level_change}
# lead 2025
Output on the 30-odd national industrial complexes for {period} was {level}, a {level_rise} of
  {level_change}, with factories {use} utilised.
Factories on national complexes worked at {use} of capacity in {month} of {year}, for an output of
  {level}.
# detail
They exported {sold}, {sold_up} {sold_change}.
Exports of tenants were {sold}.
Utilisation was {use_before} the quarter before.
Four quarters ago, output stood at {level_ago}.
Banwol-Sihwa and Namdong have the smallest tenants, Yeosu and Ulsan the largest plants.
Vacant lots are found mainly in Daebul.
Smart-factory lines [spread|were subsidised] on four complexes.
Employment on the complexes [held steady|fell a little].
# items product
machinery=기계 | petrochemicals=석유화학 | electrical goods=전기전자 | textiles=섬유
# product
Output rose among tenants in {product_ups} and fell in {product_downs}.
# close
Ageing complexes are being rebuilt under a ten-year plan.
# ask level
production on national industrial complexes | the output of the national complexes
국가산업단지 생산액
# ask use
the utilisation rate of factories on national complexes | capacity utilisation on industrial
  complexes
국가산업단지 가동률
# ask sold
exports from national industrial complexes
국가산업단지 수출액
"""

_PLANT = """
# title 2018
Overseas Plant Contracts of {level} in {month^}
Plant Builders' Orders {level_up^} {level_change}
# lead 2018
Builders of plants signed contracts of {level} abroad during {period}, {level_up} {level_change} on
  the four quarters before.
# title 2025
Overseas Plant Orders: {code}
Plant Contracts Abroad Total {level}
# lead 2025
Contracts for overseas plants in {period} carry a value of {level}, of which the Middle East gave
  {east}, according to the {ministry} and the plant industry association.
# detail
The Middle East awarded {east} of it.
Contracts in {before_period} had carried {level_before}.
In {ago_period} it was {level_ago}.
Refineries and desalination works were most in demand.
Financing packages by public lenders decided several tenders.
Equipment makers at home get about a third of the value.
Two bids are in the last round.
{level_if_down}Award decisions slipped into the following quarter.
# items product
oil and gas=오일·가스 | power plants=발전 | offshore units=해양 | chemical works=석유화학
# product
Contracts for {product_ups} grew, whereas those for {product_downs} dwindled.
# close
A fund for feasibility studies was topped up.
# ask level
overseas plant orders | contracts for plants abroad
해외 플랜트 수주액 | 해외 플랜트 수주
# ask level_change
overseas plant orders
해외 플랜트 수주액
# ask east
plant orders from the Middle East
중동 플랜트 수주액
"""

Q = Cadence.QUARTERLY

QUARTERLY_HELDOUT: tuple[Series, ...] = (
    make_series(
        "outbound-investment",
        Split.HELDOUT,
        Q,
        "Investment",
        (60, 80),
        (
            Measure("level", Unit.USD_BILLION, 7.1, 0.055, 0.1, 0.1),
            Measure("net", Unit.USD_BILLION, 0.74, 0, 0.03, 0.05, part_of="level"),
        ),
        _ODI,
    ),
    make_series(
        "complexes",
        Split.HELDOUT,
        Q,
        "Industry",
        (40, 70),
        (
            Measure("level", Unit.KRW_TRILLION, 128, 0.01, 0.03, 0.03),
            Measure("use", Unit.SHARE, 82, -0.001, 0.01, 0.01),
            Measure("sold", Unit.USD_BILLION, 0.34, 0, 0.02, 0.03, part_of="level"),
        ),
        _COMPLEX,
    ),
    make_series(
        "plants",
        Split.HELDOUT,
        Q,
        "Trade",
        (5, 15),
        (
            Measure("level", Unit.USD_BILLION, 14.2, -0.01, 0.2, 0.18),
            Measure("east", Unit.USD_BILLION, 0.36, 0, 0.1, 0.13, part_of="level"),
        ),
        _PLANT,
        last_year=2024,
    ),
)
