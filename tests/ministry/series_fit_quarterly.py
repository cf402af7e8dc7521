"""Quarterly series that the ranking is fitted on."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_FDI = """
# title 2015
FDI [Pledges|Commitments] {level_Rise} {level_change} in {month^}
Foreign Direct Investment Trends for {code}
# lead 2015
Foreign direct investment (FDI) pledged to Korea in {period} {level_rose} {level_change} on-year to
  {level}, the {ministry} [said|announced on {day}].
FDI pledges for {month} came in at {level}, {level_up} {level_change} from the same quarter a year
  earlier, while arrivals were {arrived}.
# title 2025
Foreign Investors Pledge {level} in {month^}
{code} Foreign Direct Investment at {level}
FDI {level_Rises} {level_change} as Investors Weigh [Rates|Trade Frictions|Supply Chains]
# lead 2025
Foreign investors pledged {level} in Korea in {period}, {level_up} {level_change}, and delivered
  {arrived} of it[, {short} said on {day}|].
{short} announced that pledged FDI {level_rose} by {level_change} to {level} in {month} of {year}.
# detail
On an arrival basis, investment {arrived_rose} {arrived_change} to {arrived}.
Funds that actually arrived amounted to {arrived}.
The quarter compares with {level_ago} in {ago_period}.
In {before_period}, pledges had amounted to {level_before}.
Pledges since January come to {level_so_far}.
Greenfield projects made up the larger part, and mergers and acquisitions the rest.
{level_if_down}A strong dollar and high interest rates [discouraged|delayed] acquisitions.
{level_if_up}Large projects in [semiconductor materials|offshore wind|data centers] were declared in
  the last weeks.
It was {level_record} for a single quarter.
Quarterly amounts depend on a few large declarations.
# items product
manufacturing=제조업 | services=서비스업 | chemicals=화학 | electronics=전기·전자
# product
By industry, pledges in {product_ups} [rose|went up] and those in {product_downs} [fell|went down].
# items place
the United States=미국 | the EU=유럽연합 | Japan=일본 | Greater China=중화권
# place
By origin, investors from {place_ups} pledged more, those from {place_downs} less.
More money was promised from {place_ups}[, and less from {place_downs}|].
# close
The ministry will [hold investor relations events|send missions] abroad to keep up the
  [pace|inflow].
Incentives for high-tech investors are to be [raised|reviewed] in the coming year.
# ask level
pledged FDI | foreign direct investment pledges | FDI commitments
외국인직접투자 신고액 | 외국인직접투자(신고 기준)
# ask level_change
pledged FDI | foreign direct investment pledges
외국인직접투자 신고액
# ask arrived
FDI on an arrival basis | the foreign investment that actually arrived
외국인직접투자 도착액
# ask place
pledged FDI from {item}
{item}의 외국인직접투자 신고액
"""

_BSI = """
# title 2018
Manufacturers' Business Survey Index at {level} for {month^}
Manufacturing BSI Results, {code}
# lead 2018
The business survey index (BSI) of manufacturers' current conditions was {level} in {period},
  {level_up} {level_change} from a year earlier, the {ministry} and the Korea Institute for
  Industrial Economics and Trade (KIET) found.
# title 2025
Manufacturing BSI: Current Conditions at {level}, Outlook at {outlook}
Factories' Sentiment {level_step_Rises} in {month^}
# lead 2025
In a survey of some 1,500 manufacturers by KIET and {short}, the index of current business
  conditions
  for {period} stood at {level}, and that of the quarter ahead at {outlook}.
Manufacturers' business sentiment came to {level} in {month}, {level_step_up} {level_step_change}
  from
  the quarter before, the {ministry} said.
# detail
A reading above 100 means that more firms see conditions improving than worsening.
The outlook index for the next quarter came in at {outlook}.
Expectations for {next_month} were put at {outlook}.
The index had been {level_before} in {before_month}.
The reading of {ago_period} was {level_ago}.
The sub-index of sales was {sales}, {sales_step_up} {sales_step_change}.
Sales were rated at {sales}, against {sales_before} in the quarter before.
It is the highest reading since {level_since}.
Firms named [raw material prices|exchange rates|sluggish domestic demand|labor costs] as their main
  difficulty.
Large firms answered with more confidence than small ones.
# items product
shipbuilding=조선 | automobiles=자동차 | steel=철강 | secondary batteries=이차전지
# product
Sentiment [improved|brightened] in {product_ups} and [worsened|darkened] in {product_downs}.
# close
The next survey will be [made|carried out] toward the end of {next_month}.
The full report is on KIET's website.
# ask level
the manufacturing BSI | manufacturers' sentiment index | the index of factories' current conditions
제조업 경기실사지수(BSI) | 제조업 시황 BSI
# ask outlook
the outlook index of the manufacturing survey | manufacturers' expectations index for the quarter
  ahead
제조업 전망 BSI
# ask sales
the sales sub-index of the manufacturing survey
제조업 매출 BSI
"""

_SHIPS = """
# title 2016
Shipbuilders Win {level} of Orders in {month^}
Trends in Shipbuilding, {code}
# lead 2016
Korean shipyards won orders for {level} in {period}, {level_up} {level_change} on-year, or {share}
  of
  the world's total, according to the {ministry}.
# title 2025
Korea's Shipyards Take {share} of Global Orders in {month^}
Ship Orders {level_Rise} {level_change} in {code}
# lead 2025
Korea's yards booked {level} of new ships in {period}, {level_up} {level_change}, [for a world share
  of {share}|{short} said, citing Clarksons].
{short} said that ship orders {level_rose} {level_change} in {month} to {level}, with a global share
  of
  {share}.
# detail
The global share was {share}, {share_up} {share_change}.
In the same quarter of the previous year, orders had been {level_ago}.
New orders in {before_month} were {level_before}.
The value of the orders was {value}.
In value, the orders {value_rose} {value_change} to {value}.
LNG carriers [were the mainstay|made up the larger part].
Very large container ships were ordered by [European|Asian] owners.
Owners chose dual-fuel engines ahead of the IMO's emission rules.
{level_if_up}Order books are [filled|full] for about three years.
{level_if_down}Owners [waited for lower prices|put off decisions].
Price indices for new ships [held up|moved little].
# close
Support for refund guarantees and skilled workers will [continue|be widened].
# ask level
ship orders won by Korean yards | new orders at the shipyards
국내 조선업 수주량 | 조선 수주량
# ask level_change
ship orders won by Korean yards
조선 수주량
# ask share
Korea's share of global ship orders | the world share of Korean shipyards
세계 선박 발주에서 한국의 점유율
# ask value
the value of ship orders
선박 수주액
"""

Q = Cadence.QUARTERLY

QUARTERLY_FIT: tuple[Series, ...] = (
    make_series(
        "fdi",
        Split.FIT,
        Q,
        "Investment",
        (2, 6),
        (
            Measure("level", Unit.USD_BILLION, 3.4, 0.05, 0.15, 0.12),
            Measure("arrived", Unit.USD_BILLION, 0.62, 0, 0.08, 0.06, part_of="level"),
        ),
        _FDI,
    ),
    make_series(
        "bsi",
        Split.FIT,
        Q,
        "Industry",
        (3, 14),
        (
            Measure("level", Unit.INDEX, 91, 0.0, 0.02, 0.03),
            Measure("outlook", Unit.INDEX, 96, 0.0, 0.03, 0.03),
            Measure("sales", Unit.INDEX, 1.01, 0, 0.01, 0.015, part_of="level"),
        ),
        _BSI,
    ),
    make_series(
        "ship-orders",
        Split.FIT,
        Q,
        "Industry",
        (8, 20),
        (
            Measure("level", Unit.CGT, 2.6, 0.01, 0.15, 0.16),
            Measure("share", Unit.SHARE, 32, 0.0, 0.08, 0.06),
            Measure("value", Unit.USD_BILLION, 2.5, 0.015, 0.04, 0.05, part_of="level"),
        ),
        _SHIPS,
    ),
)
