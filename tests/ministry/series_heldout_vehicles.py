"""Two monthly series held out of the fit: automobiles, and the electricity market."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_AUTO = """
# title 2015
{month} Performance of the Automobile Industry
Carmakers' Exports {level_up^} {level_change} in {month}
# lead 2015
In {period}, the automobile industry turned out {made}, sold {home} at home and exported cars worth
  {level}, figures of the {ministry} indicate.
Exports of automobiles for {period} were valued at {level}, which is {level_up} {level_change} on
  the corresponding month of the preceding year; production was {made}.
# title 2021
Auto Exports {level_Rise} to {level}
Monthly Automobile Report: {period}
Car Production at {made} in {month}
# lead 2021
Car exports by value {level_rose} {level_change} and reached {level} in {month}, and factories built
  {made}, [as the {ministry} disclosed|in a tally by {short}].
Automakers made {made} and exported {level} worth of vehicles during {month} {year}.
# title 2025
Eco-Friendly Cars Set the Pace for {month} Auto Exports
Value of Auto Exports Comes In at {level} for {month}
Automobile Exports, Production and Domestic Sales: {code}
# lead 2025
Vehicle exports brought in {level} during {month} of {year}, a {level_change} {level_rise} over
  {ago_period}, and output was {made}, {short} (Minister {minister}) said.
The value of automobile exports {level_rose} by {level_change} during {period}, arriving at {level};
  eco-friendly models contributed {eco}.
# detail
Of this, {eco} came from eco-friendly vehicles.
Eco-friendly cars, hybrids above all, brought {eco}, {eco_up} {eco_change}.
Output at domestic plants {made_rose} {made_change} to {made}.
Plants had produced {made_ago} in {ago_period}.
Dealers at home delivered {home}, a {home_rise} of {home_change}.
Domestic sales ran to {home}.
For comparison, the export value of {before_period} was {level_before}.
Twelve months before, the value had been {level_ago}.
Not since {level_since} had the value been this high.
{level_if_down}Strikes at [a large carmaker|parts suppliers] cost several days of output.
{level_if_up}Sport utility vehicles with hybrid drives were [in short supply|much sought after].
Auto parts are counted separately and are not in these figures.
The consumption tax cut [lured|encouraged] buyers to bring purchases forward.
For the year so far the value stands at {level_so_far}.
{level_if_up}This is the {level_streak} straight monthly gain in value.
# items place
North America=북미 | the European Union=EU | the Middle East=중동 | Latin America=중남미 |
  Oceania=오세아니아
# place
Markets differed: {place_ups} took more cars, {place_downs} took fewer.
More went to {place_ups}; less to {place_downs}.
{place_all_up}Every market took more cars: {place_ups}.
# close
{short} is [consulting|in talks with] carmakers on tariffs and on parts supply.
The figures for {next_month} will show whether [the trend holds|suppliers have caught up].
# ask level
auto exports | the value of car exports | automobile shipments overseas
자동차 수출액 | 자동차 수출
# ask level_change
auto exports by value | car exports
자동차 수출액
# ask made
domestic car production | vehicle output at Korean plants
자동차 생산 대수 | 국내 자동차 생산량
# ask home
domestic car sales | cars delivered on the home market
자동차 내수 판매 대수
# ask eco
exports of eco-friendly cars | the export value of green vehicles
친환경차 수출액
# ask place
auto exports to {item}
{item} 자동차 수출
# ko-title 2025
{month} 자동차산업 동향
{period} 자동차 수출액 {level}
# ko-lead 2025
{period} 자동차 수출은 {level}<으로> 전년 같은 기간보다 {level_change} {level_up}했고 생산은
  {made}<을> 기록했다고
  {ministry}<이> 발표했다.
{ministry}에 따르면 {month} 자동차 산업은 {made}<을> 생산해 {level}어치를 해외에 판매한 것으로
  나타났다.
# ko-detail
친환경차 수출은 {eco}<을> 차지했다.
내수 판매는 {home}<으로> {home_change} {home_up}했다.
전년 같은 달의 수출액은 {level_ago}<으로> 집계된 바 있다.
하이브리드차 인기가 이어지며 시장별로 명암이 엇갈렸다.
부품업계의 납품 일정도 생산에 영향을 주었다.
# ko-place
북미 등 시장별 증감을 보면 {place_ups}에서 늘었고 {place_downs}에서는 줄었다.
# ko-close
{short}<은> 완성차 업계와 통상 현안을 협의할 방침이다.
"""

_POWER = """
# title 2016
Electricity Market Results for {period}
Power Demand {level_up^} {level_change} in {month}
# lead 2016
Electricity traded on the power exchange totalled {level} in {period}, a {level_rise} of
  {level_change}
  over the year, at a system marginal price (SMP) of {price}.
# title 2025
Power Traded in {month}: {level}
SMP Averages {price} in {month}
Electricity Sales {level_Rise}, Renewables' Part at {share}
# lead 2025
The Korea Power Exchange settled {level} of electricity for {month} {year}; the system marginal
  price
  averaged {price}.
Trading of electricity in {period} ended at {level}, with a mean system marginal price of {price},
  the {ministry} reported.
# detail
Demand peaked at {peak} on a working day.
The highest hourly load of the period was {peak}.
Renewable sources generated {share} of it.
The renewables' part was {share}, having been {share_ago} in {ago_period}.
The marginal price a year ago was {price_ago}.
Compared with {price_before} in {before_month}, the price moved {price_step_up} by
  {price_step_change}.
Nuclear units returned from overhaul and displaced gas.
Coal-fired output was capped on days with fine dust.
LNG costs fed through to the price with the usual lag.
The volume of {ago_period} had been {level_ago}.
Heating and cooling needs explain most of the seasonal pattern.
The reserve margin never fell below ten percent.
# items product
nuclear=원자력 | coal=석탄 | gas=LNG | hydro and pumped storage=수력·양수
# product
Generation from {product_ups} expanded; from {product_downs} it receded.
{product_all_up}By fuel, every source gave more: {product_ups}.
# close
Settlement data by plant can be had from the exchange.
Supply measures for the coming [season|peak] are in place, the vice minister {vice} assured.
# ask level
electricity traded on the exchange | the volume of power trading | power sold through the exchange
전력거래량 | 전력시장 거래량
# ask price
the system marginal price of electricity | the average SMP | the wholesale power price
계통한계가격(SMP) | 전력 도매가격
# ask peak
the highest electricity load | peak power demand
최대전력 수요
# ask share
the renewables' part of traded electricity | the share of renewable sources in traded power
전력거래에서 재생에너지 비중
# ko-title 2025
{period} 전력시장 운영실적
{month} 전력거래량 {level}
# ko-lead 2025
{period} 전력거래량은 {level}<으로> 집계되었으며 계통한계가격(SMP)은 평균 {price}<을> 나타냈다.
전력거래소가 정산한 {month} 전력거래량은 {level}, 계통한계가격은 {price}<으로> 정해졌다.
# ko-detail
최대전력은 {peak}<으로> 기록되었다.
재생에너지 비중은 {share}<을> 보였다.
전년 동월에는 {level_ago}<이> 거래되었다.
원전 정비가 끝나면서 가스 발전이 줄었다.
# ko-product
연료별로 보면 {product_ups} 발전이 늘어난 데 비해 {product_downs} 발전은 줄었다.
# ko-close
예비력은 충분한 수준을 유지했다고 {short}<은> 덧붙였다.
"""

M = Cadence.MONTHLY

VEHICLES_HELDOUT: tuple[Series, ...] = (
    make_series(
        "autos",
        Split.HELDOUT,
        M,
        "Industry",
        (13, 21),
        (
            Measure("level", Unit.USD_BILLION, 3.6, 0.033, 0.07, 0.06),
            Measure("made", Unit.VEHICLES, 365000, 0.0, 0.07, 0.05),
            Measure("home", Unit.VEHICLES, 132000, 0.004, 0.06, 0.05),
            Measure("eco", Unit.USD_FINE, 0.06, 0.12, 0.04, 0.04, part_of="level"),
        ),
        _AUTO,
        korean_share=0.08,
    ),
    make_series(
        "power",
        Split.HELDOUT,
        M,
        "Energy",
        (8, 22),
        (
            Measure("level", Unit.TWH, 39, 0.014, 0.08, 0.02),
            Measure("price", Unit.WON_PER_KWH, 118, 0.004, 0.06, 0.08),
            Measure("peak", Unit.GW, 68, 0.016, 0.08, 0.02),
            Measure("share", Unit.SHARE, 2.6, 0.09, 0.05, 0.04),
        ),
        _POWER,
        korean_share=0.07,
    ),
)
