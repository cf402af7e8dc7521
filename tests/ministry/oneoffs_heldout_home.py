"""Kinds of one-off releases held out of the fit: what the ministry does at home."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_TASK_FORCE = """
# title
Task Force on {topic^} Formed
Crisis Team Looks after {topic^}
# lead
A task force on {topic} took up its duties on {date}; {vice}, vice minister at the {ministry},
  presides.
# detail
It counts {number} members from {years} ministries and from firms such as {company}.
Stocks suffice for {percent_days} days, the vice minister said.
Should supplies run short, {krw} can be drawn on.
The task force sits every Monday at seven.
Weak points are seen in {topic1}.
{agency^} reports on prices day by day.
# pool percent_days
18 | 26 | 33 | 41 | 52 | 67 | 75 | 90 | 104 | 130
# close
It will be dissolved once the situation has settled.
# ask percent_days
For how many days will stocks last, going by the vice minister at the start of the {topic} task
  force
  with {company}?
# ask krw
What funds can the task force on {topic} with {company} fall back on?
# ko krw
{company}<이> 참여한 {topic_ko} 대책반이 쓸 수 있는 재원은?
"""

_TECHNOLOGY = """
# title
Export of {topic^} Technology Cleared
{company} May License Know-How to {country}
# lead
The committee for the protection of industrial technology allowed {company} on {date} to transfer
  know-how
  on {topic} to {country}, on conditions.
# detail
The license is worth {usd}.
{number} conditions were attached, among them a ban on passing it on.
{company2} had been refused a similar request in {last_year}.
Staff with access must register for {years} years after leaving.
The ministry has counted {topic} among the national core technologies since {core_year}.
Outside experts from {agency} were heard.
# pool core_year
2007 | 2008 | 2009 | 2010
# close
Breaches are punishable with up to fifteen years in prison.
# ask usd
How much is the license worth that lets {company} transfer {topic} know-how to {country}?
# ask company2
Whose earlier request was turned down before {company} was cleared to license {topic} to {country}?
# ask core_year
Since when has {topic} counted as a core technology, as noted when {company} was cleared for
  {country}?
# ko usd
{company}<이> {country_ko}에 이전하는 {topic_ko} 기술의 계약 규모는?
"""

_SAVING = """
# pool campaign
Cool Map Week | Warm Sweater Month | Lights-Out Evening | Twenty-Six Degrees | Stairs First |
Sunny Roof Days | Energy Diet | Plug-Out Friday
# title
"{campaign}" Campaign Kicks off in {city}
Citizens Save with "{campaign}"
# lead
The energy-saving campaign "{campaign}" began in {city} on {date} with {people} volunteers.
# detail
Shops that keep their doors shut receive a sticker.
Last time, consumption dropped by {percent} in the districts that joined.
{company} gives its employees {years} half-days off for taking part.
{agency^} lends measuring devices to households.
The best {number} apartment blocks win a prize of {krw_prize} each.
Schools hand in drawings.
# pool krw_prize
KRW 2 million | KRW 3 million | KRW 5 million | KRW 7 million | KRW 10 million
# close
Results will be weighed up in {next_year}.
# ask percent
By what rate did consumption drop the last time "{campaign}" ran before the launch in {city}?
# ask people
How many volunteers helped start "{campaign}" in {city}?
# ko people
{city_ko}에서 시작된 에너지 절약 운동("{campaign}")의 자원봉사자는 몇 명이었나요?
"""

_WORKERS = """
# title
Scholarships for Engineers in {topic^}
{firms} Young People to Learn {topic^} in {city}
# lead
A school for {topic} in {city} takes in {firms} young people; the {ministry} pays their fees, as was
  decided
  on {date}.
# detail
Each of them gets {krw_month} a month for {years} years.
{company} guarantees a job to the best {number}.
Teachers come from {agency}.
Women make up {share} of the applicants.
Classes on {topic1} are held in English.
A dormitory has been rented near the station.
# pool krw_month
KRW 400,000 | KRW 550,000 | KRW 700,000 | KRW 850,000 | KRW 1.1 million | KRW 1.3 million
# close
The first graduates are due in {term}.
# ask krw_month
How much a month do trainees at the {topic} school in {city} get?
# ask share
What proportion of applicants to the {city} school for {topic} are women?
# ko krw_month
{city_ko} {topic_ko} 교육생이 매달 받는 금액은?
"""

_RAID = """
# title
Smuggled {goods^} Seized
Inspectors Find Unsafe {goods^} at {city} Port
# pool goods
golf clubs | contact lenses | car lamps | hoverboards | laser pointers | gas heaters |
baby carriers | ladders | lighters | fire extinguishers | drone batteries | toy guns
# lead
At the port of {city}, inspectors of customs and of the {ministry} stopped {meetings} pieces of
  {goods} without
  valid safety marks on {date}.
# detail
Most of the shipment came from {country}.
Its value was {krw_value}.
The importer, {company}, had used a mark that belongs to {company2}.
Joint checks have been made since {last_year} and stopped {share} of suspicious loads.
Goods of this sort are bought online by {number} in a hundred households.
The pieces will be sent back or burnt.
# pool krw_value
KRW 24 million | KRW 61 million | KRW 88 million | KRW 135 million | KRW 260 million | KRW 410
  million
# close
Inspections go on until the end of the season.
# ask meetings
How many pieces of {goods} did inspectors stop at {city}?
# ask company
Who imported the {goods} that were stopped at the port of {city}?
# ko meetings
{city_ko}항에서 적발된 물품({goods})은 몇 점이었나요?
"""

_BILL = """
# title
Draft Act on {topic^} Open for Comment
Public Asked about {topic^} Bill
# lead
Until {date}, anyone may comment on a draft act on {topic}, which the {ministry} put on its website.
# detail
The draft provides for a fund of {krw} and a committee of {number}.
Operators will need a permit that is valid for {years} years.
{company} and the association of makers took part in drafting it.
Article 9 deals with {topic1}.
A regulatory impact study by {agency} expects costs of {usd} over a decade.
An earlier bill lapsed in {last_year}.
# close
The cabinet is to deal with it in the autumn.
# ask krw
What size is the fund in the draft act on {topic} that {company} helped to draft?
# ask usd
What costs over ten years does the study of the draft act on {topic} expect, with {company}
  involved?
# ko krw
{company}<이> 참여한 {topic_ko} 법률 제정안의 기금 규모는?
"""

_DRILL = """
# before-title
Safety Drill at {company}'s Site in {city}
{city} Prepares for a Disaster Drill
# before-lead
On {date}, {city} rehearses a leak at the site of {company}, with some {expected} people, according
  to the {ministry}'s
  notice.
# before-detail
Sirens will sound at two in the afternoon.
Road 7 stays closed for an hour.
{company2} next door takes part with its own fire engines.
Residents need not leave their homes.
Observers from {country} have been let in.
The script is kept secret until the morning.
# before-close
In heavy rain the drill will be put off.
# title
Drill in {city} Shows Gaps
{city} Drill: Lessons Learnt
# lead
The drill of {date} at the site of {company} in {city} was over in {number} minutes less than
  planned, with
  {people} people involved.
# detail
Radios failed in the east wing.
{agency^} acted as referee and gave {grade} points.
Vice Minister {vice} thanked the crews.
{share} of the residents had read the leaflet.
An ambulance lost its way at the north gate.
The mock casualties were taken to two hospitals.
# pool grade
61 | 68 | 72 | 77 | 79 | 83 | 86 | 91
# close
The next drill will be held without notice.
# ask grade
How many points did the referee give for the drill at {company}'s site in {city}?
# ask people
How many people were involved in the drill at {company} in {city}?
# ko grade
{city_ko} {company} 사업장 훈련은 몇 점을 받았나요?
"""

_BRAND = """
# title
{company} Joins the Ranks of World-Class Products
World-Class Product Label for {topic^} of {company}
# lead
The label "World-Class Product of Korea" was bestowed on {topic} from {company} on {date}.
# detail
Its world market share is {share}, the {round} largest.
With {number} other bearers it shares a stand abroad for {years} years.
Turnover with the product came to {krw}.
{agency^} had examined {firms} candidates.
{company2} lost the label, as its share had sunk.
The design was done by a studio in {city}.
# close
The label lapses unless it is renewed.
# ask share
What world market share does {company} have in {topic}, for which it got the world-class label?
# ask company2
Which firm lost the world-class label when {company} received it for {topic}?
# ask firms
How many candidates were examined before {company} got the world-class label for {topic}?
# ko share
세계일류상품으로 뽑힌 {company} {topic_ko} 제품의 세계 시장 점유율은?
"""

HOME_HELDOUT: tuple[Kind, ...] = (
    make_kind("task-force", Split.HELDOUT, "Industry", _TASK_FORCE, takes_policy=True),
    make_kind("technology", Split.HELDOUT, "Industry", _TECHNOLOGY),
    make_kind("saving", Split.HELDOUT, "Energy", _SAVING),
    make_kind("school", Split.HELDOUT, "Industry", _WORKERS),
    make_kind("seizure", Split.HELDOUT, "Trade", _RAID),
    make_kind("bill", Split.HELDOUT, "Industry", _BILL),
    make_kind("drill", Split.HELDOUT, "Energy", _DRILL),
    make_kind("label", Split.HELDOUT, "Trade", _BRAND),
)
