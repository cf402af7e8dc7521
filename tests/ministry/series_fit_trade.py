"""Two monthly series that the ranking is fitted on: exports as a whole, and of ICT goods."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_EXPORTS = """
# title 2013
Export and Import Trends for {month} {year}
Exports {level_Rise} {level_change} in {month}
{month} Trade Balance: Exports {level_up} {level_change}, Imports {imports_up} {imports_change}
# lead 2013
Korea's exports in {period} [amounted to|came to|totaled] {level}, {level_up} {level_change} from
  a year earlier, the {ministry} said on {day}.
According to provisional customs data [released|made public] by the {ministry} ({short}), exports
  {level_rose} {level_change} year-on-year to {level} in {month}, and imports {imports_rose}
  {imports_change} to {imports}.
# title 2019
{month} Exports Total {level}
Korea's Exports {level_Rise} in {month}, {year}
[Overseas|Outbound] Shipments {level_Rise} by {level_change} in {month}
# lead 2019
The {ministry} (Minister {minister}) announced that exports for {month} [posted|recorded]
  {level}, {level_up} {level_change} compared with the same month last year.
Exports {level_rose} {level_change} on-year to reach {level} in {month}, while imports
  {imports_rose} to {imports}.
Korea shipped {level} worth of goods abroad in {period}, {level_up} {level_change} on-year,
  [data from the trade ministry showed on {day}|the ministry's monthly count shows].
# title 2025
Korea Posts {level} in Exports in {month}
Exports {level_Rise} for {month} [as Chip Cycle Turns|amid Shifting Trade Conditions|]
{month} Exports {level_up^} {level_change}, [Trade Balance Out Today|Imports {imports_up}
  {imports_change}]
# lead 2025
Korea's exports {level_rose} {level_change} year-on-year to {level} in {month}, [the
  {ministry}|{short}]
  announced on {day}.
In {month} {year}, exports came in at {level} ({level_up} {level_change}) and imports at {imports}
  ({imports_up} {imports_change}), [according to {short}|Minister {minister} reported].
# detail
Imports {imports_rose} {imports_change} to {imports} [over the same period|in the month].
Inbound shipments [stood at|were worth] {imports}, compared with {imports_ago} a year before.
The figure compares with {level_ago} in {ago_period}.
That was [a {level_step_rise} of|a change of] {level_step_change} from {before_month}, when exports
  [had reached|stood at] {level_before}.
It was the {level_streak} month in a row that exports [moved in the same direction|kept their
  direction].
{level_if_up}The monthly total was the largest since {level_since}.
The amount was {level_record} for any month [on record|since the statistics began].
Average daily exports, adjusted for working days, came to {daily}.
Daily shipments averaged {daily}, against {daily_ago} a year ago.
Exports from January to {month} added up to {level_so_far}.
{level_if_down}The [decline|setback] was attributed to fewer working days and a high base in
  {ago_period}.
{level_if_up}A low base a year earlier and [firm|solid] demand for memory chips helped.
Oil prices [weighed on|moved] the unit value of petroleum products and petrochemicals.
The Lunar New Year and Chuseok holidays tend to shift shipments between neighboring months, the
  ministry noted.
# items product
semiconductors=반도체 | automobiles=자동차 | petrochemicals=석유화학 | steel=철강 | ships=선박
# product
Among the 15 major items, [gains were seen in|shipments grew for] {product_ups}, while
  {product_downs} [fell back|lost ground].
By item, {product_ups} [went up|advanced]; {product_downs} [went down|retreated].
{product_all_up}All of the five largest items [gained|went up]: {product_ups}.
{product_all_down}All of the five largest items [lost ground|went down]: {product_downs}.
# items place
China=중국 | the United States=미국 | the EU=유럽연합 | ASEAN=아세안 | Japan=일본
# place
By region, shipments to {place_ups} grew, and those to {place_downs} shrank.
Exports to {place_ups} [improved|picked up], [in contrast with|as opposed to] {place_downs}.
# close
The ministry will [hold an emergency export meeting|check on exporters' difficulties] in
  {next_month} and [extend trade insurance|expand trade finance] for small firms.
Trade conditions [are expected to remain|are likely to stay] uncertain, an official said.
"We will mobilize every means to support exporters," Minister {minister} said.
# ask level
Korea's exports | total exports | overall exports | outbound shipments of goods
총수출액 | 우리나라 수출 | 전체 수출
# ask level_change
Korea's exports | overall exports | total shipments abroad
총수출 | 우리나라 전체 수출
# ask imports
Korea's imports | total imports | overall purchases from abroad
총수입액 | 우리나라 전체 수입
# ask daily
average daily exports | exports per working day
일평균 수출액
# ask place
Korea's overall exports to {item} | total shipments to {item}
{item}에 대한 전체 수출
# ko-title 2025
{period} 수출 {level_change} {level_up}
{month} 수출입 동향
# ko-lead 2025
{ministry}(장관 {minister})는 {period} 수출이 전년 동월 대비 {level_change} {level_up}한 {level}<을>
  기록했다고
  {day} 밝혔다.
{month} 수출은 {level}<으로> 작년 같은 달보다 {level_change} {level_up}하였으며, 수입은
  {imports}<으로> 집계되었다.
# ko-detail
수입은 {imports_change} {imports_up}한 {imports}<으로> 나타났다.
일평균 수출액은 {daily}이다.
지난해 같은 달에는 {level_ago}<을> 수출하였다.
{before_month} 수출 {level_before}<과> 비교하면 {level_step_change} {level_step_up}한 수준이다.
1월부터 {month}까지 누계 수출액은 {level_so_far}<으로> 집계되었다.
# ko-product
품목별로는 {product_ups}<이> 늘고 {product_downs}<은> 줄었다.
# ko-place
지역별로는 {place_ups} 수출이 증가한 반면 {place_downs} 수출은 감소하였다.
# ko-close
{short}<은> 수출기업의 애로를 점검하고 무역보험을 확대할 계획이다.
"""

_ICT = """
# title 2014
ICT Exports Reach {level} in {month}
ICT Industry Trade Trends, {period}
IT Exports {level_Rise} {level_change} On-Year
# lead 2014
Exports of information and communication technology (ICT) products in {month} [were tallied
  at|amounted to] {level}, {level_up} {level_change} from the same month of the previous year,
  the {ministry} reported.
The {ministry} said that IT exports {level_rose} {level_change} to {level} in {period}, for a trade
  surplus of {balance}.
# title 2020
ICT Exports {level_Rise} by {level_change} in {month}
{month} ICT Exports [Come to|Stand at] {level}
ICT Exports {level_Rise} [on Memory Prices|as Displays Swing|in {month}]
# lead 2020
Korea's ICT exports [recorded|registered] {level} in {month}, {level_up} {level_change} on-year,
  and imports {imports_rose} to {imports}, leaving a surplus of {balance}.
ICT exports in {period} {level_rose} {level_change} year-on-year to {level}, according to the
  {ministry} and the Ministry of Science and ICT.
# title 2025
Korea's ICT Exports {level_Rise} {level_change} in {month}
Korea's ICT Exports {level_Rise} [in {month}|from a Year Earlier]
ICT Trade Surplus Comes to {balance} in {month}
# lead 2025
The {ministry} and the Ministry of Science and ICT announced on {day} that Korea's exports of ICT
  goods in {period} {level_rose} {level_change} year-on-year to {level}.
In {month}, exports of ICT goods were worth {level} ({level_up} {level_change}) and imports
  {imports}
  ({imports_up} {imports_change}).
# detail
Imports {imports_rose} by {imports_change} to {imports}, resulting in a trade surplus of {balance}.
ICT imports amounted to {imports} in {month}, {imports_up} {imports_change} year-on-year.
The balance of ICT trade was {balance} in the black.
ICT exports moved in the same direction for the {level_streak} consecutive month on a year-on-year
  basis.
The total was {level_record} for ICT goods.
{level_if_up}No month since {level_since} had seen a higher figure.
In {ago_period}, ICT exports were {level_ago}.
After {level_before} in {before_month}, the month's result was {level_step_up} by
  {level_step_change}.
{level_if_up}[Contract|Fixed] prices of memory chips [kept rising|stayed firm] on demand for
  [servers|high-value products].
{level_if_down}[Contract|Fixed] prices of DRAM and NAND flash [softened|kept falling], and set
  makers ran down inventories.
OLED panels [replaced|gained on] LCDs in displays.
Camera modules and other handset parts were shipped to assembly plants in Vietnam.
Communication equipment moved with network investment in the United States.
Solid-state drives accounted for most of the computers and peripherals sold abroad.
# items product
semiconductors=반도체 | displays=디스플레이 | mobile phones=휴대폰 |
  computers/peripherals=컴퓨터·주변기기
  | communication equipment=통신장비
# product
By product, exports of {product_ups} increased, while those of {product_downs} declined.
Sales abroad of {product_ups} grew[ on the year|]; those of {product_downs} [shrank|fell short].
{product_all_up}Every one of the main products contributed: {product_ups}.
{product_all_down}None of the main products escaped the downturn: {product_downs}.
# items place
China, including Hong Kong=중국(홍콩 포함) | Vietnam=베트남 | Taiwan=대만 | India=인도 | Japan=일본
# place
By destination, exports to {place_ups} all increased, whereas {place_downs} bought less.
Shipments to {place_downs} decreased, but {place_ups} [made up for it|bought more].
# close
The two ministries will monitor demand for ICT devices [closely|month by month].
For the [rest of the year|months ahead], server demand is seen as the main variable.
# ask level
ICT exports | exports of ICT goods | overseas sales of tech goods | IT exports
ICT 수출 | 정보통신기술 수출액 | 정보통신산업 수출
# ask level_change
ICT exports | shipments of ICT products abroad | overseas sales of information technology goods
ICT 수출 | 정보통신산업 수출
# ask imports
ICT imports | imports of ICT goods | foreign tech goods bought by Korea
ICT 수입 | 정보통신산업 수입액
# ask balance
the ICT trade surplus | the surplus in tech trade
ICT 무역수지 흑자 | 정보통신산업 무역흑자
# ask product
exports of {item} within ICT | ICT-sector exports of {item}
ICT 품목 중 {item} 수출
# ask place
ICT exports to {item} | tech shipments to {item}
{item}에 대한 ICT 수출
# ko-title 2025
{month} ICT 수출 {level} 달성
{period} 정보통신산업(ICT) 수출입 동향
# ko-lead 2025
{ministry}<은> {period} 정보통신산업(ICT) 수출액이 {level}<으로> 전년 동월 대비 {level_change}
  {level_up}했다고 밝혔다.
{month} ICT 수출은 {level}, 수입은 {imports}<으로> 무역수지는 {balance} 흑자를 기록하였다.
# ko-detail
ICT 수입은 {imports_change} {imports_up}한 {imports}<으로> 집계됐다.
무역수지 흑자 규모는 {balance}에 달했다.
작년 {month}에는 {level_ago}<을> 수출한 바 있다.
이로써 ICT 수출은 {level_streak}개월 연속 같은 방향의 흐름을 이어 갔다.
메모리 반도체 가격과 서버 수요가 수출을 좌우하였다.
# ko-product
품목별로는 {product_ups}<이> 증가하고 {product_downs}<은> 감소하였다.
# ko-close
{short}<은> 과학기술정보통신부와 함께 ICT 수출 동향을 계속 점검해 나갈 예정이다.
"""

M = Cadence.MONTHLY

TRADE_FIT: tuple[Series, ...] = (
    make_series(
        "exports",
        Split.FIT,
        M,
        "Trade",
        (1, 1),
        (
            Measure("level", Unit.USD_BILLION, 43, 0.016, 0.05, 0.045),
            Measure("imports", Unit.USD_BILLION, 0.95, -0.001, 0.02, 0.025, part_of="level"),
            Measure("daily", Unit.USD_FINE, 0.0445, 0, 0.02, 0.015, part_of="level"),
        ),
        _EXPORTS,
        korean_share=0.07,
    ),
    make_series(
        "ict-exports",
        Split.FIT,
        M,
        "Industry",
        (11, 17),
        (
            Measure("level", Unit.USD_BILLION, 12.8, 0.03, 0.06, 0.05),
            Measure("imports", Unit.USD_BILLION, 0.54, 0, 0.02, 0.025, part_of="level"),
            Measure("balance", Unit.USD_BILLION, minus=("level", "imports")),
        ),
        _ICT,
        korean_share=0.08,
    ),
)
