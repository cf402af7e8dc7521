"""Kinds of one-off releases that the ranking is fitted on: meetings, agreements, negotiations."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_AMBASSADOR = """
# title
Trade Minister Meets Ambassador of {country}
Korea and {country} to [Deepen|Widen] Ties in {topic^}
New {adjective} Envoy [Calls on|Visits] Trade Minister
# lead
Trade Minister {trade} of the {ministry} ({short}, Minister {minister}) met with {ambassador},
  Ambassador of {country} to the Republic of Korea, on {weekday}, {date}, at {venue}.
Trade Minister {trade} received {ambassador}, the [newly appointed|outgoing] Ambassador of
  {country}, on {date} to [discuss|talk about] cooperation in {topic}.
# detail
The two sides [exchanged views on|held wide-ranging discussions on] {topic}, {topic1} and {topic2}.
Minister {trade_family} [asked for|requested] the embassy's help for the {firms} Korean companies
  that
  operate in {country}.
Ambassador {ambassador} [expressed interest in|welcomed the idea of] a joint working group on
  {topic}.
Trade between the two countries [came to|reached] {usd2} in {last_year}.
Both agreed that non-tariff barriers, certification above all, should be [removed|eased] step by
  step.
The ambassador handed over an invitation to a trade fair in {capital} next spring.
# close
{short} will [stay in close contact with|work closely with] the embassy on the matters discussed.
# ask ambassador
Who is the ambassador of {country} that the Korean trade minister talked to about {topic}?
What was the name of {country}'s envoy when he or she discussed {topic} and {topic1} with Korea?
# ask firms
How many Korean companies operate in {country}, according to the trade minister's talk with its
  ambassador about {topic}?
# ko ambassador
{topic_ko}<을> 두고 통상 담당 장관과 만난 {country_ko} 대사의 이름은?
"""

_VISIT = """
# title
Minister Visits {country} to [Step Up|Promote] {topic^} Cooperation
Korea, {country} Agree to Cooperate on {topic^}
Minister {minister_family} Holds Talks with {adjective} Counterpart in {capital}
# lead
Minister {minister} visited {capital}, {country}, [from {date}|on {date} for two days] and met
  {counterpart}, {counterpart_office}, to discuss cooperation on {topic}.
{minister}, Minister of the {ministry}, held talks with {counterpart_office} {counterpart} in
  {capital}
  on {weekday}, {date}.
# detail
The ministers agreed to [launch|set up] a dialogue on {topic} that will meet [twice|once] a year.
{counterpart} proposed that Korean firms take part in a {usd2} project for {topic1}.
A delegation of {number} companies, among them {company} and {company2}, accompanied the minister.
On the sidelines, {company} signed a supply contract worth {usd} with a local partner.
The minister also visited the plant of {company3} outside {capital} and met its employees.
"The two economies complement each other well," Minister {minister_family} said.
Korea's exports to {country} consist mainly of machinery, steel and chemicals.
# close
A follow-up meeting is [planned|to be held] in Seoul in {next_year}.
# ask counterpart
Whom did the Korean minister meet in {capital} to talk about {topic}?
Who was the {adjective} official across the table when cooperation on {topic} was discussed in
  {capital}?
# ask usd
What was the supply contract worth that {company} signed in {capital}?
# ko counterpart
{capital_ko}에서 장관과 {topic_ko} 협력을 논의한 상대는 누구였나요?
"""

_MOU = """
# title
Korea and {country} Sign MOU on {topic^}
MOU with {country} to [Boost|Advance] {topic^}
# lead
The {ministry} and its {adjective} counterpart signed a memorandum of understanding (MOU) on {topic}
  [at {venue}|in {capital}] on {date}.
A memorandum on {topic} between Korea and {country} was signed on {weekday}, {date}, by Vice
  Minister
  {vice} and {counterpart}, {counterpart_office}.
# detail
Under the memorandum the two ministries will [exchange|share] information and hold a joint committee
  every {years} years.
It covers joint research, training and a pilot project worth {usd}.
{agency^} is to [act as|be] the secretariat on the Korean side.
{counterpart} called {topic} "[a field in which Korea is ahead|a priority of our government]."
The text had been under negotiation since {last_year}.
The first joint project will [start|begin] in {city} in {next_year}.
It is the {round} memorandum that the ministry has concluded with {country}.
# close
The memorandum is valid until {term} and is extended automatically.
# ask usd
How much is the pilot project worth under the memorandum with {country} on {topic}?
What sum goes into the pilot project that Korea and {country} agreed on for {topic}?
# ask agency
Which agency serves as the Korean secretariat for the memorandum on {topic} with {country}?
# ask term
Until when does the memorandum with {country} on {topic} run?
# ko usd
{country_ko}<과> 맺은 {topic_ko} 양해각서의 시범사업 규모는?
# ko term
{country_ko}<과> 체결한 {topic_ko} 양해각서는 언제까지 유효한가요?
"""

_COMMITTEE = """
# title
Korea–{country} FTA Joint Committee Meets in {capital}
{round^} Joint Committee with {country} Reviews {topic^}
# lead
The {round} joint committee under the trade agreement between Korea and {country} [convened|met] in
  {capital} on {date}, with {negotiator} leading the {adjective} side.
# detail
The committee [examined|looked into] complaints about {topic} and agreed on {number} measures.
Use of the agreement's preferences stood at {share} of eligible trade.
Experts [will|are to] revise the product rules for {topic1} by the end of {next_year}.
Bilateral trade has grown to {usd2} since the agreement entered into force.
{negotiator} asked Korea to speed up quarantine checks on fruit.
Korea requested that duties on {topic2} be [abolished|reduced] ahead of schedule.
# close
The committee will meet next [in Seoul|by video link] in {next_year}.
# ask negotiator
Who headed the delegation of {country} at the joint committee that dealt with {topic}?
# ask number
How many measures did the joint committee with {country} agree on after complaints about {topic}?
# ask share
What portion of eligible trade used the preferences, as heard at the {round} joint committee with
  {country}?
# ko negotiator
{topic_ko} 문제를 다룬 {country_ko}<과>의 공동위원회에서 상대측 수석대표는?
"""

_ROUND = """
# before-title
Korea, {country} to Hold {round^} Round of Trade Talks
Negotiators to Meet in {capital} on {topic^}
# before-lead
Korea and {country} will hold the {round} round of negotiations on [an economic partnership|a free
  trade] agreement in {capital} from {date}, the {ministry} announced.
# before-detail
The agenda [includes|covers] {topic}, {topic1} and dispute settlement.
About {expected} officials from the two sides are expected to take part.
In the previous round, the text on {topic2} could not be settled.
The Korean delegation [will be|is] led by the director-general for trade negotiations.
The ministry held a public hearing on the agreement in {last_year}.
Industry groups have [asked|called] for lower duties on car parts and cosmetics.
# before-close
The results will be [made known|published] after the round.
# title
{round^} Round of Korea–{country} Trade Talks [Ends|Concludes] in {capital}
Korea and {country} Narrow Differences on {topic^}
# lead
The {round} round of negotiations between Korea and {country}, held in {capital} from {date}, ended
  with
  agreement on {number} chapters.
# detail
Talks on {topic} [made headway|moved ahead], whereas {topic1} had to wait for the next round.
{negotiator}, chief negotiator of {country}, [spoke of|saw] "a constructive mood."
The two sides exchanged improved offers that cover {share} of tariff lines.
Services, investment and government procurement were dealt with by separate groups.
Legal review of the finished chapters has begun.
Both aim at concluding the talks by {next_year}.
# close
The next round will take place in Seoul.
# ask number
How many chapters were settled in the {round} round of talks with {country}?
# ask share
What share of tariff lines did the improved offers cover in the {round} round with {country}?
# ask negotiator
Who negotiated for {country} in the {round} round of trade talks?
# ko number
{country_ko}<과>의 협상에서 {topic_ko} 논의에 진전이 있었던 차수에 합의된 챕터는 몇 개였나요?
"""

_FORUM = """
# before-title
Korea–{country} {topic^} Forum to Open [in Seoul|on {date}]
Business Forum on {topic^} with {country} Set for {date}
# before-lead
The {ministry} will hold a business forum on {topic} with {country} on {date} at {venue}.
# before-detail
Some {expected} participants have registered, among them {company} and {company2}.
{counterpart}, {counterpart_office} of {country}, is to [give|deliver] the opening address.
Sessions deal with {topic}, {topic1} and financing.
One-on-one consultations are offered in the afternoon.
Interpretation will be provided in both languages.
{agency^} is [in charge of|handling] registration, which closes two days before.
# before-close
Admission is free for companies.
# title
Companies of Korea and {country} [Discuss|Explore] {topic^}
Forum on {topic^} Brings {meetings} Consultations
# lead
A business forum on {topic} between Korea and {country} took place at {venue} on {date} with
  {people}
  participants.
# detail
In {meetings} consultations, contracts worth {usd} were [initialed|discussed].
{counterpart} said that {country} "offers stable conditions to investors."
{company} presented its experience with {topic1}.
{company2} and {company3} signed a letter of intent.
Speakers pointed to permits and land prices as obstacles.
Surveyed afterwards, {share} of the firms wanted the forum to be repeated.
# close
Contacts made at the forum will be followed up by {agency}.
# ask people
How many participants came to the business forum on {topic} with {country}?
# ask meetings
How many consultations were there at the {topic} forum with {country}?
# ask usd
What were the contracts worth that came up at the forum with {country} on {topic}?
# ko people
{country_ko}<과> 연 {topic_ko} 비즈니스 포럼에는 몇 명이 참석했나요?
# ko usd
{country_ko} {topic_ko} 포럼에서 논의된 계약 규모는 얼마인가요?
"""

DIPLOMACY_FIT: tuple[Kind, ...] = (
    make_kind("ambassador", Split.FIT, "Trade", _AMBASSADOR, takes_policy=True),
    make_kind("visit", Split.FIT, "Trade", _VISIT, takes_policy=True),
    make_kind("memorandum", Split.FIT, "Trade", _MOU, takes_policy=True),
    make_kind("committee", Split.FIT, "Trade", _COMMITTEE, takes_policy=True),
    make_kind("round", Split.FIT, "Trade", _ROUND, takes_policy=True),
    make_kind("forum", Split.FIT, "Trade", _FORUM, takes_policy=True),
)
