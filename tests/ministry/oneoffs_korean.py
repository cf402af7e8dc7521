"""Kinds of one-off releases that come in Korean: three fitted on, three held out of the fit."""

from tests.ministry.oneoffs import Kind, make_kind
from tests.ministry.series import Split

_MEETING = """
# title
{country_ko}<과> {topic_ko} 협력 방안 논의
{minister} 장관, {country_ko} 측과 {topic_ko} 협력 협의
# lead
{ministry} {minister} 장관은 {date_ko} {venue_ko}에서 {country_ko} {counterpart} 장관을 만나
  {topic_ko} 분야
  협력 방안을 논의하였다.
# detail
양측은 {topic1_ko} 분야로 협력을 넓혀 나가기로 하였다.
양국 교역에는 {firms}개 우리 기업이 참여하고 있다.
{counterpart} 장관은 한국 기업의 투자 확대를 요청하였다.
우리 측은 현지 진출 기업의 통관 애로를 해소해 달라고 당부했다.
두 장관은 실무협의체를 연 {number}회 열기로 합의하였다.
차기 회의는 {capital_ko}에서 열릴 예정이다.
# close
{short}<은> 합의 사항이 조속히 이행되도록 후속 협의를 이어 갈 계획이다.
# ask firms
How many Korean firms are active in trade with {country}, as mentioned in the minister's talks on
  {topic}?
# ko firms
{topic_ko} 협력을 논의한 자리에서 언급된 {country_ko} 교역 참여 기업은 몇 개인가요?
{country_ko} 장관과 {topic_ko} 협력을 논의할 때, 교역에 참여 중인 우리 기업 수는?
# ko number
{country_ko}<과> {topic_ko} 협력을 위한 실무협의체는 1년에 몇 번 열리나요?
"""

_SUPPORT = """
# title
{topic_ko} 기술개발에 {krw_ko} 지원
{short}, {topic_ko} 연구개발 신규 과제 공고
# lead
{ministry}<은> {topic_ko} 분야 기술개발에 {krw_ko}<을> 지원한다고 {date_ko} 밝혔다.
# detail
{number}개 신규 과제를 선정하여 기업과 연구기관을 지원한다.
중소기업이 참여하는 컨소시엄에는 가점을 부여한다.
실증 시설은 {city_ko}에 구축된다.
{topic1_ko}<과> 연계한 융합 과제도 포함되었다.
신청은 다음 달 말까지 전담기관 누리집에서 접수한다.
{vice} 차관은 “초격차 기술 확보가 시급하다”고 말했다.
# close
선정 결과는 평가를 거쳐 개별 통보한다.
# ask krw_ko
How much support goes into {topic} technology whose test facility will be in {city}?
# ko krw_ko
{city_ko}에 실증 시설을 짓는 {topic_ko} 기술개발의 지원 규모는?
# ko number
{city_ko}에 시설이 구축되는 {topic_ko} 사업은 몇 개 과제를 뽑나요?
"""

_FIELD = """
# title
{vice} 차관, {city_ko} {topic_ko} 현장 방문
{city_ko} {topic_ko} 업체 현장 간담회 개최
# lead
{vice} {ministry} 차관은 {date_ko} {city_ko} 소재 {topic_ko} 업체를 방문하여 현장 애로를 청취하였다.
# detail
이 업체는 임직원 {people}명 규모로 매출의 절반 이상을 해외에서 올리고 있다.
업체 측은 전기요금과 물류비 부담을 호소하였다.
신규 설비에 {krw_ko}<을> 투자할 계획이라고 설명하였다.
차관은 {topic1_ko} 관련 규제를 살펴보겠다고 답하였다.
간담회에는 협력업체 {number}곳도 함께하였다.
참석자들은 숙련 인력 부족을 공통된 어려움으로 꼽았다.
# close
건의 사항은 관계 부처와 협의하여 처리할 예정이다.
# ask krw_ko
How much will the {topic} maker in {city} visited by the vice minister invest in new equipment?
# ko krw_ko
차관이 방문한 {city_ko} {topic_ko} 업체의 설비 투자 계획은 얼마인가요?
# ko people
차관이 찾은 {city_ko} {topic_ko} 업체의 임직원은 몇 명입니까?
"""

_EXPO = """
# title
{topic_ko} 산업전, {venue_ko}서 개막
{venue_ko}에서 {topic_ko} 전시회 열려
# lead
{topic_ko} 산업전이 {date_ko} {venue_ko}에서 막을 올렸다. {ministry}<이> 후원하는 이 행사에는
  {firms}개사가
  부스를 차렸다.
# detail
개막식에는 주한 {country_ko} 대사를 비롯한 내외빈 {people}명이 자리했다.
해외 바이어와의 상담은 {meetings}건에 이를 전망이다.
{topic1_ko} 특별관이 새로 마련됐다.
우수 제품 {number}점에는 상패가 돌아갔다.
학생 관람객을 위한 해설 프로그램도 운영된다.
주최 측은 입장객 집계를 폐막 후 내놓는다.
# close
전시는 나흘간 이어진다.
# ask firms
How many exhibitors had a booth at the {topic} show that the ambassador of {country} attended?
# ko firms
주한 {country_ko} 대사가 참석한 {topic_ko} 산업전에는 몇 개사가 부스를 냈나?
# ko meetings
{country_ko} 대사가 자리한 {topic_ko} 전시회의 예상 상담 건수는?
"""

_LAW = """
# title
{topic_ko} 관련 고시 개정… {years_ko} 시행
{topic_ko} 인증 절차 간소화
# pool years_ko
내달 | 내년 초 | 공포 즉시
# lead
앞으로 {topic_ko} 제품의 인증에 드는 기간이 {number}일로 줄어든다. {ministry}<이> {date_ko} 고시를
  손질한 데
  따른 것이다.
# detail
수수료는 건당 {fee_ko}<으로> 내린다.
{city_ko} 시험소가 지정 기관으로 추가되었다.
외국 인증을 가진 제품은 서류 심사만 받으면 된다.
{topic1_ko} 제품은 이번 대상에서 빠졌다.
업계는 연간 {krw_ko}<을> 아낄 것으로 내다본다.
위반 업체에는 판매 중지 명령이 내려진다.
# pool fee_ko
12만 원 | 18만 원 | 25만 원 | 33만 원 | 47만 원
# close
바뀐 서식은 국가법령정보센터에 올라와 있다.
# ask number
To how many days is certification for {topic} cut now that {city} has a designated laboratory?
# ko fee_ko
{city_ko} 시험소가 추가된 {topic_ko} 인증의 수수료는 건당 얼마로 내리나?
# ko krw_ko
{city_ko} 시험소 지정과 함께 {topic_ko} 인증 개선으로 아끼는 금액은 연간 얼마로 예상되나?
"""

_ZONE = """
# title
{city_ko}, {topic_ko} 특화단지로 지정
{topic_ko} 특화단지에 {city_ko} 낙점
# lead
{city_ko}<이> {topic_ko} 특화단지로 뽑혔다. {ministry}<은> {date_ko} 위원회를 열어 이같이 결정했다.
# detail
입주를 희망한 업체는 {firms}곳이다.
나랏돈 {krw_ko}<이> 기반 시설에 쓰인다.
경쟁에 나선 지자체는 모두 {number}곳이었다.
인근 대학은 {topic1_ko} 학과를 새로 연다.
일자리 {people}개가 생길 것으로 추산됐다.
용수와 전력 공급 계획은 별도로 확정한다.
# close
탈락한 지역에는 보완 기회가 주어진다.
# ask people
How many jobs are expected from the {topic} cluster in {city}?
# ko krw_ko
{city_ko} {topic_ko} 특화단지 기반 시설에 드는 국비는?
# ko people
{city_ko} {topic_ko} 특화단지로 생길 일자리는 몇 개로 추산됐나?
# ko firms
{city_ko} {topic_ko} 특화단지에 들어가겠다고 한 업체는 몇 곳인가?
"""

KOREAN_KINDS: tuple[Kind, ...] = (
    make_kind("ko-meeting", Split.FIT, "Trade", _MEETING, "ko", takes_policy=True),
    make_kind("ko-support", Split.FIT, "Industry", _SUPPORT, "ko"),
    make_kind("ko-field", Split.FIT, "Industry", _FIELD, "ko"),
    make_kind("ko-expo", Split.HELDOUT, "Industry", _EXPO, "ko"),
    make_kind("ko-certification", Split.HELDOUT, "Industry", _LAW, "ko"),
    make_kind("ko-cluster", Split.HELDOUT, "Industry", _ZONE, "ko"),
)
