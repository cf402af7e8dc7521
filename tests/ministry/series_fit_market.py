"""Monthly series that the ranking is fitted on: retailers, crude oil, bio-health."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_RETAIL = """
# title 2016
Sales of Major Retailers, {period}
[Department Store and Discount Store|Large Retailers'] Sales {level_Rise} in {month}
# lead 2016
Sales at major [distributors|retail chains] {level_rose} {level_change} on-year to {level} in
  {month}, a survey by the {ministry} [showed|found].
The {ministry} surveyed 13 offline and 13 online distributors and found that they sold {level} worth
  of goods in {period}, {level_up} {level_change}.
# title 2025
Major Distributors' Sales {level_Rise} {level_change} in {month}
{month} Retail Sales Trends: Online Share at {share}
Retailers See Sales {level_Rise} [on Seasonal Demand|in {month}|as Shoppers Move Online]
# lead 2025
Total sales of 23 major [distributors|retailers] in {month} {level_rose} {level_change} from a year
  earlier to {level}, with online channels taking {share} of them, {short} said on {day}.
Korea's major distributors [rang up|posted] {level} in sales in {period}, {level_up} {level_change}
  year-on-year.
# detail
Online sales [made up|accounted for] {share} of the total, {share_up} {share_change} from a year
  earlier.
The share of online channels was {share_ago} in {ago_period}.
Spending per purchase averaged {ticket}.
A shopper spent {ticket} a visit on average, {ticket_up} {ticket_change}.
{before_month}'s sales had come to {level_before}.
Convenience stores [benefited from|were helped by] ready-to-eat meals and small households.
Supermarkets [suffered from|saw] [weaker|unsteady] demand for fresh food.
The number of days with discount promotions differed from the year before.
[Unseasonable|Hot|Cold] weather affected sales of clothing[ and home appliances|].
{level_if_up}It was the {level_streak} [monthly gain|rise] in sequence.
Sales since January stand at {level_so_far}.
Holiday gift sets fell in a different month than a year before.
# items product
department stores=백화점 | discount stores=대형마트 | convenience stores=편의점 |
  supermarkets=준대규모점포
# product
By type of store, {product_ups} sold more and {product_downs} [less|sold less].
Sales [rose|were higher] at {product_ups} [but fell|and lower] at {product_downs}.
# close
The survey covers chains that publish their sales, [so it does not speak for all of retail|and is
  not a census of the trade].
The ministry publishes [these figures|the survey] at the end of every month.
# ask level
sales at major distributors | retail sales of the big chains | major retailers' sales
주요 유통업체 매출 | 대형 유통업체 매출액
# ask level_change
sales at major distributors | big retail chains' takings
주요 유통업체 매출
# ask share
the online share of major retailers' sales | the share of retail sales made online
주요 유통업체 매출에서 온라인이 차지하는 비중
# ask ticket
spending per purchase at major retailers | the average basket at large distributors
유통업체 구매단가
# ask product
sales at {item} among the major distributors
유통업체 가운데 {item} 매출
"""

_OIL = """
# title 2017
Domestic Oil Supply and Demand in {month}
Crude Oil Imports {level_Rise} in {period}
# lead 2017
Korea imported {level} of crude oil in {period}, {level_up} {level_change} from a year before,
  according to the {ministry}.
Crude imports {level_rose} {level_change} to {level} in {month}, of which {share} came from the
  Middle East.
# title 2025
Petroleum Market in {month}: Crude Imports {level_Rise}
Crude [Purchases|Arrivals] {level_Rise} {level_change}, Dubai Averages {price} Dollars
Oil Supply and Demand, {code}
# lead 2025
Refiners brought in {level} of crude in {month}, {level_up} {level_change} on the year, [the
  {ministry}|{short}] said.
In {month}, {level} of crude oil arrived in Korea ({level_up} {level_change}), and consumption of
  petroleum products {use_rose} to {use}.
# detail
Consumption of petroleum products {use_rose} {use_change} to {use}.
Domestic demand for oil products was {use}, after {use_before} in {before_month}.
The Middle East supplied {share} of it, {share_up} {share_change}.
Dubai crude averaged {price} dollars a barrel in the month.
The price of Dubai crude was {price} dollars a barrel on average, against {price_ago} dollars a year
  earlier.
Crude from the Americas [gained ground|lost some ground] under the freight rebate scheme.
Naphtha demand followed the operating rates of crackers.
Diesel use [reflected|moved with] construction and freight.
A year earlier {level_ago} had been imported.
Refiners' regular maintenance [ended|began] during the month.
Jet fuel demand has [still not recovered fully|kept in step with flight schedules].
# close
Strategic stocks remain above the level required by the International Energy Agency.
The Korea National Oil Corporation supplies the underlying data.
# ask level
crude oil imports | the amount of crude imported | crude arrivals
원유 수입량 | 원유 도입 물량
# ask level_change
crude oil imports | refiners' crude purchases
원유 수입량
# ask use
consumption of petroleum products | domestic demand for oil products
석유제품 소비량
# ask price
the average price of Dubai crude in dollars a barrel
두바이유 평균 가격(달러)
# ask share
the Middle East's share of crude imports
원유 수입의 중동 비중
"""

_BIO = """
# title 2019
Bio-Health Exports {level_Rise} {level_change} in {month}
Exports of Bio-Health Products Hit {level}
# lead 2019
Exports of bio-health products, [from biosimilars to diagnostic kits|medicines and medical devices
  alike], {level_rose} {level_change} to {level} in {period}, the {ministry} said.
Korea sold {level} of medicines and medical devices abroad in {month}, {level_up} {level_change}
  from
  a year earlier.
# title 2025
{month} Bio-Health Exports at {level}
Biosimilars [Lead|Shape] Bio-Health Exports in {month}
Bio-Health Shipments {level_Rise} by {level_change}
# lead 2025
Bio-health exports for {month} were {level}, {level_up} {level_change} year-on-year, [in data out
  on {day}|{short} said].
{short} reported bio-health exports of {level} for {period} ({level_up} {level_change}).
# detail
Medicines accounted for {drugs} of the total.
Pharmaceuticals contributed {drugs}, {drugs_up} {drugs_change}.
Medical devices {devices_rose} {devices_change} to {devices}.
{before_month} had seen {level_before}.
The comparable figure for {ago_period} was {level_ago}.
It is the highest level since {level_since}.
{level_if_up}This was the {level_streak} monthly rise running.
Approvals in the United States and Europe widened the market for biosimilars.
Orders under contract manufacturing agreements are [lumpy|uneven from month to month].
Dental implants and ultrasound equipment sold [well|steadily] in [China|Southeast Asia].
{level_if_down}Demand for test kits [receded|kept falling].
New lines in Songdo [came on stream|are being validated].
# close
An export voucher program for bio-health firms is [open for applications|being extended].
# ask level
bio-health exports | exports of medicines and medical devices
바이오헬스 수출 | 바이오헬스 수출액
# ask level_change
bio-health exports | medical product exports
바이오헬스 수출
# ask devices
exports of medical devices
의료기기 수출
# ask drugs
exports of medicines
의약품 수출
"""

M = Cadence.MONTHLY

MARKET_FIT: tuple[Series, ...] = (
    make_series(
        "retail",
        Split.FIT,
        M,
        "Industry",
        (24, 30),
        (
            Measure("level", Unit.KRW_TRILLION, 7.4, 0.05, 0.05, 0.03),
            Measure("share", Unit.SHARE, 26, 0.045, 0.02, 0.02),
            Measure("ticket", Unit.WON, 24000, 0.02, 0.04, 0.03),
        ),
        _RETAIL,
    ),
    make_series(
        "oil",
        Split.FIT,
        M,
        "Energy",
        (22, 29),
        (
            Measure("level", Unit.BARRELS, 78, 0.008, 0.05, 0.04),
            Measure("use", Unit.BARRELS, 66, 0.012, 0.04, 0.03),
            Measure("share", Unit.SHARE, 78, -0.008, 0.02, 0.025),
            Measure("price", Unit.PRICE, 84, 0.0, 0.01, 0.09),
        ),
        _OIL,
    ),
    make_series(
        "bio-health",
        Split.FIT,
        M,
        "Industry",
        (12, 20),
        (
            Measure("level", Unit.USD_FINE, 0.81, 0.05, 0.05, 0.07),
            Measure("drugs", Unit.USD_FINE, 0.56, 0, 0.02, 0.03, part_of="level"),
            Measure("devices", Unit.USD_FINE, 0.33, 0, 0.02, 0.03, part_of="level"),
        ),
        _BIO,
        first_year=2014,
    ),
)
