"""Kinds of one-off releases that the ranking is fitted on: companies, rules, research, energy."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_ROUNDTABLE = """
# title
Ministry Hears from {topic^} Companies
Vice Minister [Holds|Chairs] Roundtable on {topic^}
# lead
Vice Minister {vice} held a roundtable with {number} companies in the field of {topic} at {venue} on
  {weekday}, {date}.
# detail
{company}, {company2} and {company3} were [among those present|represented].
The companies [asked for|called for] faster permits and help with {topic1}.
"Regulation must not lag behind technology," said the head of {company}.
The vice minister promised a support package of {krw} before the end of the year.
Several participants complained about a lack of engineers.
The ministry will [revise|review] the rules on {topic2} together with other ministries.
# close
A second roundtable is to follow in {city}.
# ask krw
How large is the support package that the vice minister promised companies in {topic}?
# ask venue
Where did the vice minister hold the roundtable on {topic} with firms such as {company}?
# ko krw
차관이 {topic_ko} 업계 간담회에서 약속한 지원 규모는?
"""

_CENTER = """
# title
{topic^} Center Opens in {city}
Ministry [Opens|Inaugurates] Test Center for {topic^}
# lead
A [test and certification|research and support] center for {topic} was opened in {city} on {date},
  the
  {ministry} announced.
# detail
It cost {krw} and was built in {years} years.
{agency^} [operates|runs] the center with a staff of {number}.
Companies no longer need to have their products tested abroad, which saves {share} of the cost.
Equipment for {topic1} is to be added in {next_year}.
{company} is the first customer.
Around {people} guests attended the ceremony.
The province contributed the land.
# close
Companies can book the equipment online.
# ask krw
What did the {topic} center in {city} cost?
# ask agency
Who runs the {topic} center in {city}?
# ask company
Which firm was the first customer of the center for {topic} in {city}?
# ko krw
{city_ko}에 문을 연 {topic_ko} 센터의 건립 비용은 얼마인가요?
"""

_DUMPING = """
# pool product
stainless steel plates | polyester film | plywood | float glass | titanium dioxide | PET resin |
aluminum foil | copper tubes | printing plates | industrial robots | petroleum resin | hot-rolled
  coils | cold-rolled sheets | ceramic tiles | coated paper | sodium dithionite | butyl acrylate |
H-beams | optical fiber | flat steel wire
# title
KTC Rules on Dumping of {product^} from {country}
Anti-Dumping Duties [Proposed|Recommended] on {adjective} {product^}
# lead
The Korea Trade Commission (KTC) [ruled|determined] on {date} that {product} from {country} were
  sold
  below fair value and injured domestic industry.
# detail
The commission [recommended|proposed] duties of {percent} for {years} years.
The petition had been filed by {company} in {last_year}.
Imports of the product had taken {share} of the domestic market.
Investigators visited {number} producers and importers.
The Minister of Economy and Finance will decide on the duties within the next months.
{company2}, a user of the product, had [argued|spoken] against the measure.
# close
Parties may inspect the public version of the report.
# ask percent
What anti-dumping rate did the trade commission want on {product} from {country}?
How high are the duties proposed for {product} of {adjective} origin?
# ask company
Which company filed the dumping petition about {product} from {country}?
# ko percent
{country_ko}산 제품({product})에 건의된 덤핑방지관세율은?
"""

_RESEARCH = """
# title
{krw} for Research on {topic^}
Ministry Calls for Projects in {topic^}
# lead
The {ministry} will [spend|invest] {krw} on research into {topic} until {term}, it announced on
  {date}.
# detail
Consortia of companies and universities can [apply|hand in proposals] until the end of next month.
The program supports {number} projects, {years} years each.
{agency^} evaluates the proposals.
In the first phase, teams are to combine {topic} with {topic1}.
At least one partner must be a small or medium-sized enterprise.
A demonstration site is planned in {city}.
# close
Briefings are held in Seoul and {city}.
# ask krw
How much money was set aside for research on {topic} until {term}?
# ask number
How many projects does the research program on {topic} support that runs until {term}?
# ask agency
Which body evaluates proposals for the {krw} program on {topic}?
# ko krw
{term}년까지 {topic_ko} 연구에 투입되는 예산은?
"""

_RECALL = """
# pool product
electric blankets | children's bicycles | power banks | hair dryers | LED lamps | air fryers |
baby strollers | electric kettles | toy slime | inflatable pools | heated vests | phone chargers |
scooter helmets | string lights | rice cookers | humidifiers
# title
{number} Models of {product^} Recalled
Recall Ordered for {product^}
# lead
The Korean Agency for Technology and Standards under the {ministry} ordered the recall of {number}
  models
  of {product} on {date} after safety tests.
# detail
Of the {firms} models tested, most [passed|met the requirements].
The recalled goods [overheated|contained too much plasticizer|had faulty insulation].
Importers have to [refund the price|exchange the goods] and report on it every month.
One model, sold by {company}, had caused a fire in {city}.
Sales were stopped in shops and online malls through the blocking system.
Consumers find the models on the product safety website.
# close
The next check covers goods for the {year} holiday season.
# ask number
How many models of {product} were recalled when {company} had sold one of them?
# ask city
Where did {product} sold by {company} cause a fire?
# ko number
{company} 제품이 포함된 {product} 리콜 대상은 몇 개 모델이었나요?
"""

_GROUND = """
# title
{company} Breaks Ground for {topic^} Plant in {city}
{adjective} Capital for {topic^}: Plant Started in {city}
# lead
{company}, a joint venture with {adjective} investors, broke ground for a plant for {topic} in
  {city} on
  {date}, in the presence of Minister {minister}.
# detail
The investment [amounts to|is put at] {usd} and will create {people} jobs.
Production [is to start|starts] in {term}.
The site lies in a free economic zone and enjoys reduced rents.
{share} of the output is meant for export.
The city [assisted with|provided] permits within {number} weeks.
"We chose {city} for its port and its people," {counterpart} of the investor group said.
# close
The ministry will go on to support foreign-invested firms from permits to schools.
# ask usd
How much is being invested in the {topic} plant of {company} in {city}?
# ask people
How many jobs does the plant of {company} in {city} bring?
# ask term
When does {company}'s plant for {topic} in {city} start producing?
# ko usd
{city_ko}에 착공한 {company}의 {topic_ko} 공장 투자액은?
"""

_RULES = """
# title
Rules on {topic^} [Revised|Amended]
Enforcement Decree on {topic^} Takes Effect
# lead
Amended rules on {topic} [enter|come] into force on {date}, the {ministry} said.
# detail
Approval now takes {number} days instead of two months.
Firms with sales of less than {krw} are exempt from reporting.
Fines for violations [rise|were raised] to {krw_fine}.
The amendment goes back to a proposal of {company} under the regulatory sandbox.
{agency^} will answer questions about the new rules.
Rules on {topic1} are to be revised next.
# pool krw_fine
KRW 5 million | KRW 10 million | KRW 20 million | KRW 30 million | KRW 50 million
# close
The full text stands in the official gazette.
# ask number
Within how many days are approvals given under the revised rules on {topic} proposed by {company}?
# ask krw
Below which sales are firms exempt from reporting under the {topic} rules that {company} asked for?
# ko number
{company}의 건의로 개정된 {topic_ko} 규정에서 승인 기간은 며칠인가요?
"""

_AWARD = """
# title
{company} Wins {year} Award for {topic^}
Presidential Citation Goes to {company}
# lead
{company} received the presidential citation for its work in {topic} at a ceremony at {venue} on
  {date}.
# detail
The firm [developed|brought to market] a process for {topic} that cuts costs by {share}.
Its exports grew to {usd} in {last_year}.
Another {number} firms and persons were honored by the minister.
{company2} took the prime minister's prize for {topic1}.
"{years^} years of failures came before," the head of the firm told the {people} guests.
The prize has been given every year since 1996.
# close
Applications for the {next_year} prize open in spring.
# ask share
By how much does the prize-winning process of {company} in {topic} cut costs?
# ask company2
Who took the prime minister's prize when {company} won the citation for {topic}?
# ko company2
{company}<이> {topic_ko} 분야 대통령 표창을 받을 때 국무총리상을 받은 기업은?
"""

INDUSTRY_FIT: tuple[Kind, ...] = (
    make_kind("roundtable", Split.FIT, "Industry", _ROUNDTABLE),
    make_kind("center", Split.FIT, "Industry", _CENTER),
    make_kind("dumping", Split.FIT, "Trade", _DUMPING),
    make_kind("research", Split.FIT, "Industry", _RESEARCH),
    make_kind("recall", Split.FIT, "Industry", _RECALL),
    make_kind("ground", Split.FIT, "Investment", _GROUND),
    make_kind("rules", Split.FIT, "Industry", _RULES),
    make_kind("award", Split.FIT, "Industry", _AWARD),
)
