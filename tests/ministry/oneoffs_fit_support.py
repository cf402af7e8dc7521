"""Kinds of one-off releases that the ranking is fitted on: exporters, energy, people."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_MISSION = """
# before-title
Trade Mission to {country} Leaves on {date}
{number} Firms to Look for Buyers in {capital}
# before-lead
A trade mission of {number} firms in the field of {topic} will [leave|set out] for {capital},
  {country}, on
  {date}, the {ministry} and {agency} said.
# before-detail
It is the {round} mission to {country} in this field.
{company} and {company2} are taking part for the first time.
Some {expected} buyers have been invited to the consultations.
Travel costs of small firms are refunded in part.
A seminar on certification in {country} will be held beforehand.
The local chamber of commerce helps with the choice of buyers.
# before-close
The mission's results will be reported upon its return.
# title
Mission to {country} [Brings Home|Returns with] Orders
Trade Mission Books {usd} in {capital}
# lead
The trade mission for {topic} that [travelled|went] to {capital} on {date} has returned with
  contracts worth
  {usd}.
# detail
{company} alone signed for [a third|nearly half] of it.
In all, {meetings} meetings with buyers were held.
Buyers showed most interest in {topic1}.
{counterpart}, {counterpart_office} of {country}, received the delegation.
Participants rated prices and delivery as strengths, after-sales service as a weakness.
Samples worth {krw} were handed out.
# close
{agency^} will assist with the contracts still under discussion.
# ask usd
What were the contracts worth that the {topic} mission to {capital} came back with?
# ask meetings
How many meetings with buyers did the mission to {country} for {topic} hold?
# ko usd
{capital_ko}에 다녀온 {topic_ko} 무역사절단의 계약 실적은?
"""

_PLANT = """
# pool site
Samcheok | Taean | Dangjin | Hadong | Boryeong | Yeongheung | Sinan | Haenam | Miryang | Gijang |
Seogwipo | Pyeongchang | Cheongsong | Yeongdeok | Imsil | Uljin
# title
{site} {plant^} Goes into Operation
{plant^} in {site} Completed
# pool plant
wind farm | solar park | fuel cell plant | pumped storage station | gas turbine | biomass plant |
tidal station
# lead
A {plant} with a capacity of {mw} MW began to supply power in {site} on {date}, the {ministry} said.
# pool mw
24 | 48.3 | 60 | 76.5 | 99 | 120 | 154 | 210 | 345 | 480 | 640 | 816
# detail
It supplies the needs of {meetings} thousand households.
Construction took {years} years and {krw}.
{company} delivered the main equipment.
Residents hold {share} of the shares.
The plant is connected to the grid near {city}.
Fishermen and farmers had objected to earlier plans.
# close
Similar projects are [being prepared|in preparation] in {other_city}.
# ask mw
What capacity in MW does the {plant} in {site} have?
# ask share
What part of the {plant} in {site} do residents own?
# ask company
Who delivered the main equipment for the {plant} in {site}?
# ko mw
{site}에 준공된 {plant}의 설비용량은 몇 MW인가요?
"""

_FACTORY = """
# title
Minister {minister_family} Visits {company}'s Plant in {city}
Minister Encourages {topic^} Makers in {city}
# lead
Minister {minister} visited the plant of {company} in {city} on {weekday}, {date}, to see how
  {topic} is
  made.
# detail
The firm employs {people} people and exports to {firms} customers.
The minister [listened to|heard of] complaints about the cost of electricity and freight.
Management reported plans to invest {krw} in a new line for {topic1}.
"Yours is the kind of firm that keeps a supply chain together," the minister told workers.
Last year, {share} of its sales came from abroad.
The minister also had lunch with young engineers.
# close
The ministry will [look into|consider] the company's proposals.
# ask krw
How much does {company} plan to invest in a new line at the {city} plant the minister visited?
# ask people
How many people work at the {city} plant of {company} that the minister visited?
# ko krw
장관이 방문한 {city_ko} {company} 공장의 신규 투자 계획은 얼마인가요?
"""

_LOAN = """
# title
Trade Insurance for {company}'s Project in {country}
{usd} Guarantee for {topic^} in {country}
# lead
{company} receives a guarantee of {usd} from the Korea Trade Insurance Corporation for a {topic}
  project
  in {country}, the {ministry} said on {date}.
# detail
The guarantee covers {share} of the loan and runs for {number} years.
Banks from {years} countries take part in the financing.
The project creates orders for {firms} Korean suppliers.
{counterpart}, {counterpart_office} of {country}, [called|described] it as a model.
Completion is due in {term}.
It is the largest guarantee for {topic} so far this year.
# close
Further guarantees for projects in {country} are being examined.
# ask usd
How large is the guarantee for {company}'s {topic} project in {country}?
# ask firms
How many Korean suppliers get orders from {company}'s project in {country}?
# ko usd
{country_ko}에서 추진되는 {company}의 {topic_ko} 사업에 제공된 보증액은?
"""

_TRAINING = """
# title
Experts from {country} Trained in {topic^}
Korea Shares Know-How in {topic^} with {country}
# lead
{number} officials from {country} [completed|finished] a course on {topic} in {city} on {date},
  which the
  {ministry} offers as development aid.
# detail
{agency^} taught the course, which lasted {years} weeks.
The participants visited {company} and {company2}.
Since the program began, {people} officials have been trained.
{ambassador}, ambassador of {country}, handed over the certificates.
The budget for the program is {krw} a year.
A laboratory for {topic} in {capital} will be equipped next.
# close
Courses for other countries follow in {next_year}.
# ask people
How many officials from {country} have been trained in {topic} since the program began?
# ask agency
Who taught the course on {topic} for officials from {country}?
# ko people
{country_ko} 공무원 대상 {topic_ko} 연수를 받은 누적 인원은?
"""

SUPPORT_FIT: tuple[Kind, ...] = (
    make_kind("mission", Split.FIT, "Trade", _MISSION),
    make_kind("plant-opening", Split.FIT, "Energy", _PLANT),
    make_kind("factory", Split.FIT, "Industry", _FACTORY),
    make_kind("guarantee", Split.FIT, "Trade", _LOAN),
    make_kind("course", Split.FIT, "Industry", _TRAINING),
)
