"""What releases of a series add besides their figures: one pool per part of the collection."""

from tests.ministry.phrases import read_sections
from tests.ministry.series import Series, Split

_FIT = """
# Trade
The International Monetary Fund [expects|projects] world trade to grow by [2.4|2.8|3.1|3.5] percent
  in {year}.
The won averaged [1,094|1,121|1,168|1,183|1,305|1,372] to the dollar in the period.
Small exporters can apply for vouchers worth up to [30|50|70] million won at the Korea
  Trade-Investment Promotion Agency (KOTRA).
Protectionist measures abroad and [monetary tightening|slowing growth in China] remain risks, the
  ministry added.
A meeting of [trade associations and ministries|exporters by industry] under the vice minister is
  scheduled for the [second|third|last] week of the month.
The ministry will send [five|eight|twelve] more trade missions to [Southeast Asia|Latin America|the
  Middle East] before the end of the year.
Export insurance limits were [raised to|set at] [165|190|252|260] trillion won for the year.
Provisional figures may change when [customs declarations are amended|late filings arrive].
# Industry
Investment plans of the ten largest firms in the sector come to [18|27|33|42] trillion won for the
  year, according to a survey in [January|March|the spring].
The government [set aside|budgeted] [84|112|230] billion won for research and development in the
  field.
Industry officials [pointed to|cited] [labor shortages in the provinces|the price of electricity|
  slow certification abroad] as obstacles.
A special act that offers tax credits for facility investment [took effect in July|passed the
  National Assembly last year].
The ministry meets with companies of the sector [every quarter|twice a year] to hear of their
  difficulties.
Demand is traditionally [weaker|stronger] in the second half, officials said.
Projects to train [1,200|2,500|4,000] specialists are under way at [six|nine] universities.
Competition from Chinese makers has [intensified|spread to mid-range products] in recent years.
# Energy
International prices reacted to [output cuts of producing countries|geopolitical tension in the
  Middle East|worries about demand].
Fuel tax relief was [extended by two months|reduced in steps] in the period under review.
The government [checks|inspects] storage terminals before [winter|the holiday season] each year.
Korea imports [nearly all|more than nine tenths] of the energy it uses.
A plan for the long term is [revised|drawn up] every two years after public hearings.
Energy vouchers support [about 600,000|some 1.1 million] low-income households.
# Investment
Korea operates [eight|nine] free economic zones with reduced customs duties.
Foreign-invested firms employ about [six|seven] percent of the work force.
An ombudsman at KOTRA handles [some 300|close to 400] grievances of investors a year.
Global direct investment [fell|rose] in the same period, UN Trade and Development estimates.
Cash grants can cover up to [30|40|50] percent of a strategic project.
# Any
An official of the [division in charge|ministry] said that "it is too early to speak of a
  turnaround."
"One [figure|month or quarter] alone does not make a trend," a director at the ministry remarked.
Analysts had [expected|forecast] a [slightly better|slightly weaker] result, a poll by a news agency
  showed.
Detailed tables are attached to the Korean version of this release.
The statistics follow the [revised|new] industrial classification.
For inquiries, contact the ministry's spokesperson's office in [Sejong|the Sejong government
  complex].
Comparisons with earlier years are affected by changes in [coverage|the sample].
Vice Minister {vice} [chaired|will chair] a review of the results with [experts|think tanks].
"""

_HELDOUT = """
# Trade
Freight rates between Busan and Rotterdam [eased|doubled] within half a year.
Overseas missions report that buyers place smaller and more frequent orders.
New rules of the European Union on [carbon at the border|supply chain due diligence] demand
  attention.
One firm in [four|five] surveyed finds customers through online platforms.
Lending by the Export-Import Bank was stepped up by [6|9|11] trillion won.
Two thirds of what is sold abroad is invoiced in US dollars.
Help with tariffs and non-tariff barriers can be had under the number 1380.
# Industry
Suppliers in [Gwangju|Gyeongnam|Chungbuk] employ [9,000|14,000|21,000] workers in this branch.
Inventories would last for [five|six|seven] weeks at the present pace.
Three [joint ventures|consortia] have asked for a site on reclaimed land.
Quality inspectors visited [210|340|480] workshops last year.
Wage talks were concluded without a stoppage at most firms.
The association that represents the makers wants depreciation to be speeded up.
Prototypes are tested at a center in [Daejeon|Jeonju|Gumi] that opened in [2007|2009].
Patents in the branch were up by [four|seven|nine] percent at the last count.
# Energy
Reservoirs were [fuller|emptier] than the ten-year mean.
Households pay by a progressive tariff, industry by time of use.
The transmission line to the east coast is [two years late|nearing completion].
Rooftops of [schools|warehouses] are being surveyed for further sites.
Public utilities carry debts of [120|160|200] trillion won between them.
# Investment
Tax treaties are in force with [93|96] states.
Reinvested profits are included, loans between affiliates are not.
Managers named market access as their foremost motive.
Embassies run support centers in [nine|twelve] cities.
# Any
No change to the method was made since the last issue.
Rounding may cause sums to differ from their parts.
Readers in a hurry will find a chart on the ministry's social media.
The compilation was supported by [two|three] research institutes.
Enquiries are taken by telephone on working days until six in the evening.
Quarter by quarter, swings tend to cancel each other out, the statisticians caution.
A parliamentary committee had asked for [finer detail|earlier publication].
Minister {minister} called the outcome "[in line with what we planned for|a reason to stay alert]."
"""

_FIT_KO = """
# Any
{short} 관계자는 “대외 여건의 불확실성이 여전히 크다”고 말했다.
잠정치이므로 추후 변동될 수 있다.
상세 통계는 누리집에 게시된 붙임 자료에서 확인할 수 있다.
환율과 국제유가의 움직임도 [변수|중요한 변수]로 꼽힌다.
정부는 [무역금융 확대|규제 개선|해외 판로 지원]를 지속 추진할 계획이다.
{minister} 장관은 “현장의 목소리를 정책에 반영하겠다”고 강조하였다.
조업일수는 지난해 같은 기간과 [같았다|하루 차이가 났다].
업계에서는 [하반기|내년 상반기]에 여건이 나아질 것으로 기대하고 있다.
관계부처 합동 점검회의가 이달 [하순|말]에 열린다.
"""

_HELDOUT_KO = """
# Any
통계 작성 방법은 종전과 다르지 않다.
단수 처리로 합계가 맞지 않을 수 있음을 유의해야 한다.
업계 단체는 세제 지원을 건의해 놓은 상태이다.
물류 여건은 [점차 안정되는|여전히 빠듯한] 흐름이다.
{vice} 차관은 “긴장을 늦추지 않겠다”는 뜻을 전했다.
전문가들은 공급망 재편이 당분간 이어질 것으로 내다보았다.
문의는 평일 오후 6시까지 담당 부서에서 받는다.
표본 교체에 따라 과거 수치와 단순 비교하기는 어렵다.
중소 업체의 자금 사정은 [나아졌다|빠듯하다]는 응답이 많았다.
"""

_POOLS = {
    (Split.FIT, False): read_sections(_FIT),
    (Split.HELDOUT, False): read_sections(_HELDOUT),
    (Split.FIT, True): read_sections(_FIT_KO),
    (Split.HELDOUT, True): read_sections(_HELDOUT_KO),
}


def remarks_for(series: Series, korean: bool) -> tuple[str, ...]:
    """Templates of remarks that fit a series."""
    return tuple(
        line
        for section in _POOLS[series.split, korean]
        if section.name in (series.category, "Any")
        for line in section.lines
    )


def all_remarks(split: Split) -> tuple[str, ...]:
    """Every template of remarks of a part of the collection."""
    return tuple(
        line
        for (part, _), sections in _POOLS.items()
        if part is split
        for section in sections
        for line in section.lines
    )
