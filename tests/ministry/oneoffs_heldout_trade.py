"""Kinds of one-off releases held out of the fit: trade policy, partners, resources."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_CALL = """
# title
Video Conference with {counterpart_office} of {country}
Korea and {country} Confer Online about {topic^}
# lead
In a video conference on {date}, Minister {minister} and {counterpart}, {counterpart_office} of
  {country},
  took stock of joint work on {topic}.
# detail
Both regretted that {number} shipments are still held up at the border.
{counterpart} will send a delegation of {people} business people before the year is over.
The conversation lasted for more than an hour and also touched on {topic1}.
A fast lane for travelers on business was brought up by the Korean side.
{company} is waiting for a license in {country}; the minister put in a word for it.
Vaccinations, freight space and visas took up the second half.
They plan to see each other in person on the fringe of the OECD council.
# close
Working groups pick up the details from here.
# ask counterpart
Name the official from {country} who took part in the video conference about {topic}.
# ask number
How many shipments were stuck at the border, as deplored in the video conference with {country} on
  {topic}?
# ask company
Which firm's pending license came up in the online meeting with {country} about {topic}?
# ko counterpart
{topic_ko} 관련 화상회의에 참석한 {country_ko} 측 인사는 누구인가요?
"""

_DISPUTE = """
# pool case
washing machines | oil country tubular goods | large power transformers | stainless steel bars |
pneumatic valves | import bans on seafood | solar cells | phosphoric acid | supercalendered paper |
ferro-alloys | polyethylene | lead-acid batteries
# title
WTO Panel Sides with Korea on {case^}
Ruling in the {case^} Dispute with {country}
# lead
A panel of the World Trade Organization issued its findings in the dispute with {country} over
  {case} on
  {date}; the {ministry} welcomed them.
# detail
Of {number} claims, the panel upheld all but {years}.
The measure costs Korean producers some {usd} a year.
{country^} has sixty days to appeal.
{company} and {company2} are the producers concerned.
The case was brought to Geneva in {last_year}.
Lawyers for Korea argued that zeroing inflates margins of dumping.
# close
Retaliation comes into question only if the ruling is not heeded.
# ask number
On how many claims did the WTO panel rule in the dispute with {country} over {case}?
# ask usd
What does the measure on {case} by {country} cost Korean producers each year?
# ko usd
{country_ko}<과>의 WTO 분쟁({case})에서 우리 업계의 연간 피해액은?
"""

_RECOGNITION = """
# title
Mutual Recognition in {topic^} with {country}
{country^} to Accept Korean Test Reports for {topic^}
# lead
Test reports for {topic} issued in Korea will be accepted in {country} from {date}, thanks to an
  arrangement between the accreditation bodies.
# detail
Up to now, exporters had to wait {number} weeks and pay {krw_fee} per model.
{agency^} is one of {years} laboratories on the list.
For {company}, that means savings of {krw} a year.
The arrangement grew out of talks that {negotiator} opened in {last_year}.
The same is being sought for {topic1}.
A contact point deals with rejected reports.
# pool krw_fee
KRW 3 million | KRW 4.5 million | KRW 6 million | KRW 8 million | KRW 12 million | KRW 15 million
# close
The list is reviewed once a year.
# ask krw
How much does {company} save because {country} accepts Korean test reports?
# ask krw_fee
What did exporters have to pay per model before {country} recognised Korean tests of {topic}?
# ask agency
Which laboratory is listed for {topic} tests that {country} recognises?
# ko krw_fee
{country_ko}<이> {topic_ko} 시험성적서를 인정하기 전 모델당 비용은?
"""

_CONTRACT = """
# title
{company} Lands {usd2} Contract in {country}
Korean Consortium Chosen for {topic^} in {country}
# lead
A consortium led by {company} has been chosen for a {usd2} project in {topic} in {country}, the
  {ministry}
  confirmed on {date}.
# detail
It prevailed over {number} bidders.
{company2} supplies the control systems, {company3} the vessels and piping.
The client intends to commission the works in {term}.
The minister had written to {counterpart}, {counterpart_office}, in support of the bid.
{share} of the equipment is made in Korea.
Up to {people} Korean engineers will live on site.
# close
An office in {capital} will assist subcontractors.
# ask number
How many bidders did the consortium of {company} beat in {country}?
# ask people
How many engineers from Korea will stay at the site of {company}'s project in {country}?
# ask company2
Who provides the control systems for the {topic} project that {company} won in {country}?
# ko people
{company} 컨소시엄이 {country_ko}에서 수주한 사업에 파견될 한국 기술자는 몇 명인가요?
"""

_RESOURCE = """
# pool block
Block 6-1 | Block 8 | Block 11 | the Carmen block | the Tesoro field | the Amber prospect |
the Kestrel deposit | the Bayan pit | the Ruvo concession | the Silver Lake claim | Block 128 |
the Orion lease
# title
Find Reported in {block^}
Drilling in {block^}, {country}, Yields Result
# lead
Drilling in {block} in {country}, in which Korean companies hold {share}, has found reserves worth
  developing, the {ministry} reported on {date}.
# detail
The reserves are put at {usd2}.
The well went down to {depth} meters.
{company} is the operator for the Korean side.
{counterpart_office^} {counterpart} congratulated by letter.
Two appraisal wells are to follow in {next_year}.
Whether to produce {topic} at the same place is left open.
# pool depth
1,840 | 2,215 | 2,760 | 3,105 | 3,480 | 3,920 | 4,260 | 4,775
# close
Shareholders decide on the next step within six months.
# ask depth
How deep was the well in {block}, in meters?
# ask share
What stake do Korean companies have in {block} in {country}?
# ask company
Who operates {block} on behalf of the Koreans?
# ko depth
{country_ko} {block} 시추공의 깊이는 몇 미터인가요?
"""

_FAIR = """
# before-title
Product Show for {country} Buyers Announced
{topic^} on Show at {venue^}
# before-lead
On {date}, {venue} becomes a showroom for {topic}: {firms} makers meet buyers from {country}, the
  {ministry} let it be known.
# before-detail
Roughly {expected} visitors are looked for.
Booths were given away by lot.
Live commerce from the floor is planned for the first time.
{company} will unveil a novelty.
Buses run from Seoul Station.
{agency^} shares the cost.
# before-close
The show is open to trade visitors only.
# title
{people} Visitors at {topic^} Show
Buyers from {country} Leave with {usd} of Orders
# lead
The product show for {topic} at {venue}, which ran on {date}, drew {people} visitors and orders of
  {usd}.
# detail
{company2} sold out its stock on the first day.
Buyers from {country} made up {share} of the visitors.
Prices were bargained down less than last time.
A panel spoke about {topic1} before a full house.
Exhibitors filled out {meetings} contact sheets.
Complaints concerned parking and the air conditioning.
# close
The organizers have booked the hall again for {next_year}.
# ask usd
What value did orders have at the {topic} product show for buyers from {country}?
# ask people
How big was the attendance at the {topic} product show with {country} buyers?
# ask company2
Which exhibitor sold out on day one of the {topic} show visited by buyers from {country}?
# ko people
{country_ko} 바이어가 찾은 {topic_ko} 상품전의 관람객은 몇 명이었나요?
"""

_BUREAU = """
# title
Trade Support Bureau in {capital} Starts Work
Bureau for Exporters of {topic^} Set up in {capital}
# lead
To smooth the way for exporters of {topic}, a support bureau has started work in {capital},
  {country}; a
  plaque was put up on {date}.
# detail
It has room for {number} young firms.
The bureau costs {krw} a year and is financed by {agency}.
{ambassador} spoke at the ceremony for the host country.
Legal advice on {topic1} comes free of charge.
{company} and {company2} moved in first.
A storeroom for samples is attached.
# close
It is the third of its kind on the continent.
# ask krw
What does it cost per year to run the bureau in {capital} for exporters of {topic}?
# ask number
For how many young firms is there room at the trade support bureau in {capital} for {topic}?
# ask ambassador
Who spoke for the host country when the bureau for {topic} exporters in {capital} got its plaque?
# ko number
{capital_ko}에 생긴 {topic_ko} 수출 지원 거점에는 몇 개 기업이 입주할 수 있나요?
"""

TRADE_HELDOUT: tuple[Kind, ...] = (
    make_kind("conference", Split.HELDOUT, "Trade", _CALL, takes_policy=True),
    make_kind("dispute", Split.HELDOUT, "Trade", _DISPUTE),
    make_kind("recognition", Split.HELDOUT, "Trade", _RECOGNITION),
    make_kind("contract", Split.HELDOUT, "Trade", _CONTRACT),
    make_kind("resource", Split.HELDOUT, "Energy", _RESOURCE),
    make_kind("show", Split.HELDOUT, "Trade", _FAIR),
    make_kind("bureau", Split.HELDOUT, "Trade", _BUREAU),
)
