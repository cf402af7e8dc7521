"""Three monthly series held out of the fit: batteries, machine tools, consumer goods."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_BATTERY = """
# title 2020
Secondary Battery Exports at {level} for {month}
Rechargeable Batteries: Exports {level_up^} {level_change}
# lead 2020
Makers of secondary batteries exported {level} in {period}, {level_up} {level_change} over twelve
  months, as customs statistics analysed by the {ministry} reveal.
# title 2025
Battery Makers Export {level} in {month}
Export Value of Batteries Moves {level_up^} by {level_change}
Batteries in {month}: Cathodes {cathode_up^}, Cells {level_up^}
# lead 2025
During {month} {year} the export value of secondary batteries was {level}, a {level_rise} of
  {level_change}; cathode materials added {cathode}.
{short} put battery exports for {period} at {level}, {level_up} {level_change} on the same month
  one year earlier.
# detail
Cathode materials worth {cathode} were exported in addition.
Exports of cathode materials {cathode_rose} {cathode_change} to {cathode}.
Batteries worth {level_before} had left the country in {before_month}.
{ago_period} had brought {level_ago}.
Lithium and nickel prices are passed on in contracts with a delay of about a quarter.
Cell makers [run|are ramping up] plants in Michigan, Hungary and Poland, which lowers exports from
  Korea.
{level_if_down}Carmakers slowed their electric models and cut call-offs.
{level_if_up}Energy storage systems for data centers took up slack.
{level_if_up}There has been no larger month since {level_since}.
Cylindrical cells did better than pouches.
# close
A tax credit for battery materials is under discussion.
Safety certificates for used batteries start [soon|within the year].
# ask level
secondary battery exports | the export value of rechargeable batteries
이차전지 수출액 | 이차전지 수출
# ask level_change
secondary battery exports
이차전지 수출액
# ask cathode
exports of cathode materials
양극재 수출액
"""

_TOOLS = """
# title 2018
Machine Tool Orders in {period}
Orders for Machine Tools {level_up^} {level_change}
# lead 2018
Orders received by machine tool builders in {month} were worth {level}, {level_up} {level_change}
  in a year, the {ministry} announced jointly with the industry association.
# title 2025
Machine Tools: Order Intake of {level}
Toolmakers See Orders {level_Rise} in {month}
# lead 2025
The order intake of machine tool builders for {period} is put at {level} ({level_up}
  {level_change}),
  of which {abroad} came from abroad.
Machine tool builders took orders of {level} in {month}, while their shipments were {shipped}.
# detail
Customers abroad placed orders of {abroad}.
Foreign orders {abroad_rose} {abroad_change} to {abroad}.
Shipments ran at {shipped}, {shipped_up} {shipped_change}.
Builders delivered machines for {shipped} in the period.
{before_period} had closed at {level_before}.
Numerically controlled lathes and machining centers [dominate|make up the bulk].
Moulds and dies, a large customer, [invested little|invested again].
The intake in {ago_period} was {level_ago}.
Lead times [shortened|lengthened] to about five months.
{level_if_up}Orders of this size were last seen in {level_since}.
# close
The statistics leave out firms with fewer than ten employees.
A fair for production machinery will be held in Changwon.
# ask level
machine tool orders | the order intake of machine tool builders
공작기계 수주액 | 공작기계 수주
# ask level_change
machine tool orders
공작기계 수주
# ask shipped
shipments of machine tools | the value of machine tools delivered
공작기계 출하액
# ask abroad
foreign orders for machine tools
공작기계 해외 수주액
"""

_GOODS = """
# title 2025
Consumer Goods Exports: {level} in {month}
Cosmetics and Food Take Consumer Goods to {level}
K-Consumer Goods {level_up^} {level_change} in {month}
Five Promising Consumer Goods, {period}
# lead 2025
Exports of the five promising consumer goods were {level} for {period}, or {level_up} {level_change}
  within a year, {short} stated.
Korean consumer goods found buyers abroad for {level} in {month}, {level_up} {level_change};
  cosmetics
  alone made {beauty}.
# detail
Cosmetics earned {beauty}, {beauty_up} {beauty_change}.
Agricultural and seafood products earned {food}.
Food exports {food_rose} {food_change} to {food}.
Sales of {before_month} were {level_before}.
What was sold in {ago_period} came to {level_ago}.
Online malls and duty-free shops [matter more and more|are important outlets].
The popularity of Korean dramas and music is felt in [new markets|Latin America].
Instant noodles and seaweed snacks sold out in several chains.
Certification for halal markets was obtained by more firms.
{level_if_up}The sum exceeds every month since {level_since}.
{level_if_down}Daigou trade with China shrank further.
# close
Trade missions for consumer goods go to [Jakarta and Kuala Lumpur|Dubai and Riyadh|Mexico City].
# ask level
consumer goods exports | exports of the five promising consumer goods
유망 소비재 수출액 | 5대 소비재 수출
# ask beauty
cosmetics exports | foreign sales of Korean cosmetics
화장품 수출액
# ask food
exports of agricultural and seafood products
농수산식품 수출액
"""

M = Cadence.MONTHLY

GOODS_HELDOUT: tuple[Series, ...] = (
    make_series(
        "batteries",
        Split.HELDOUT,
        M,
        "Industry",
        (9, 18),
        (
            Measure("level", Unit.USD_FINE, 0.46, 0.032, 0.05, 0.07),
            Measure("cathode", Unit.USD_FINE, 0.18, 0.06, 0.05, 0.09),
        ),
        _BATTERY,
        first_year=2013,
    ),
    make_series(
        "machine-tools",
        Split.HELDOUT,
        M,
        "Industry",
        (25, 38),
        (
            Measure("level", Unit.KRW_BILLION, 272, 0.003, 0.06, 0.07),
            Measure("shipped", Unit.KRW_BILLION, 231, 0.004, 0.05, 0.05),
            Measure("abroad", Unit.KRW_BILLION, 0.47, 0.006, 0.04, 0.05, part_of="level"),
        ),
        _TOOLS,
        last_year=2023,
    ),
    make_series(
        "consumer-goods",
        Split.HELDOUT,
        M,
        "Trade",
        (10, 19),
        (
            Measure("level", Unit.USD_BILLION, 1.7, 0.04, 0.05, 0.05),
            Measure("beauty", Unit.USD_FINE, 0.2, 0.03, 0.03, 0.04, part_of="level"),
            Measure("food", Unit.USD_FINE, 0.36, -0.004, 0.03, 0.03, part_of="level"),
        ),
        _GOODS,
        first_year=2015,
    ),
)
