"""How readers ask, in the part held out of the fit. Read by `tests.ministry.asking`."""

QUESTIONS_HELDOUT = """
# dated amount
Which value is on record for {noun}, {months}?
{months}: {noun}
Could somebody look up what {noun} ran to during {months}?
How big {was} {noun} during {period}, all told?
Put a number on {noun} during {period}.
Do we know {noun} as of {period}?
What total is given for {noun} over {period}?
Quote me the official {bare} during {months}.
My report lacks {noun} for {months}; what should I write?
Say what {noun} measured throughout {period}.
Level of {noun} during {months}
During {period}, what could be seen in {noun}?
Whatever happened to {noun} during {months}? I need the value.
Which amount goes with {noun} and {months}?
# dated change
What growth or shrinkage against the prior year did {noun} show during {period}?
{noun}, rate of change over a year, {months}
How {do} {noun} of {months} compare to twelve months earlier, in relative terms?
At what pace {was} {noun} changing year over year as of {months}?
Name the rate by which {noun} differed from the prior year during {period}.
Increase or decrease of {noun} during {months} versus one year before
# ko-dated amount
{noun}<이> {period}에는 어떻게 집계됐는지 확인 부탁드립니다.
{period} 한정으로 {noun} 값이 필요해요.
{period}치 {noun}<을> 말해 봐.
{noun} - {period}분
보고서에 쓸 {period} {noun}<을> 확인해 주시겠어요?
{period} 동안 {noun}<은> 얼마나 나왔습니까?
{noun}<은> {period}에 어떤 수준이었는지요?
{period}<을> 놓고 보면 {noun}<은> 얼마죠?
혹시 {period} {noun}<이> 얼마로 나왔는지 아세요?
{period}에 해당하는 {noun} 숫자 하나만요.
{noun}에 관한 {period} 공식 집계가 있습니까?
{period}분 {noun} 집계 결과를 요청드립니다.
# ko-dated change
{noun}의 {period} 성장률이 전년과 견줘 어떠했는지요?
{period}분 {noun}, 한 해 전과의 차이를 비율로 말해 주세요.
한 해 전에 비해 {period} {noun}<은> 몇 % 달라졌을까요?
{noun} {period} 전년비
# relative amount
Any idea how {noun} turned out {when}?
{noun}: what came of it {when}?
Numbers on {noun}, {when}, please
So {when}, to what value did {noun} run?
Please look up {noun} {when}.
How good or bad {was} {noun} {when}?
A quick one: {noun} {when}?
Let me have {noun} {when}.
Which total did {noun} end on {when}?
I missed the data {when} on {noun}; what was it?
{when}: {noun}?
My boss asks what {noun} amounted to {when}.
# relative change
{when}, at which rate did {noun} differ from the prior year?
In which direction over the year, and by what percentage, did {noun} go {when}?
Rate of change over one year of {noun} {when}
# ko-relative amount
{noun}, {when} 것으로 부탁해요.
{when}치 {noun} 나왔나요? 얼마예요?
{noun}<이> {when} 얼마까지 갔는지 알고 싶네요.
{when} 한 번 보자, {noun}<은>?
{when} 마감된 {noun} 숫자를 말씀해 주시죠.
회의 자료용으로 {when} {noun}<이> 필요합니다.
{noun}<은> {when} 기준으로 얼마라고 하나요?
{when}분 {noun}<을> 불러 주세요.
{when} 집계된 {noun}, 얼마라고 나왔어요?
{noun}의 {when} 값
{when}에는 {noun}<이> 좀 나아졌나요?
{when} 결과로 나온 {noun}<을> 확인하려고요.
# ko-relative change
{when} {noun}, 한 해 전과 견줘 몇 % 움직였어요?
{noun}의 {when} 전년비는 어떻게 됩니까?
# when MONTHLY 1
during the month just ended
over the month that has just closed
in the month preceding this one
# when MONTHLY 2
two calendar months back
in the last month but one
# when MONTHLY 12
in this very month a year ago
# when QUARTERLY 1
during the quarter just ended
in the quarter preceding this one
# when QUARTERLY 2
in the last quarter but one
# when QUARTERLY 4
in this very quarter a year ago
# when YEARLY 1
during the year just ended
in the year preceding this one
# ko-when MONTHLY 1
바로 앞 달
저번 달
# ko-when MONTHLY 2
저저번 달
# ko-when MONTHLY 12
전년도 이맘달
# ko-when QUARTERLY 1
직전 분기
저번 분기
# ko-when QUARTERLY 2
전전 분기
# ko-when QUARTERLY 4
전년도 같은 분기
# ko-when YEARLY 1
전년도
직전 연도
# latest
Bring me up to speed on {noun}.
As things stand, what {is} {noun}?
What's the freshest number we have for {noun}?
{noun}: state of play?
How {do} {noun} look today?
Which value for {noun} is the last one known?
Update on {noun}, please
What do we have in the way of recent data on {noun}?
The last published {bare}, if you would
Up to now, what {do} {noun} amount to, going by the newest data?
Any fresh word on {noun}?
Most current value, {noun}
# ko-latest
{noun} 쪽은 요새 사정이 어때요?
마지막 집계로 보면 {noun}<은> 얼마쯤 하나요?
방금 나온 것까지 쳐서 {noun}<은> 어떻게 되나요?
{noun} 현황 업데이트 부탁드려요.
오늘까지 나온 자료 가운데 {noun} 마지막 값은요?
{noun}<은> 이제 어디까지 왔나요?
따끈따끈한 {noun} 숫자 있나요?
이 시점에 인용할 수 있는 {noun}<은> 얼마인지요?
{noun}, 지금 나와 있는 마지막 숫자로.
새로 나온 {noun} 있으면 말해 줘요.
현 단계의 {noun} 파악 부탁합니다.
근래 {noun}<은> 얼마로 잡히나요?
# published
Go through the output {window} and pick what touches {tag}.
{tag}: which statements were issued {window}?
Did {tag} come up {window}? In what?
I was away; what became public {window} as to {tag}?
Pull the notice issued {window} that has to do with {tag}.
Is there a text about {tag} that went out {window}?
Statements {window} mentioning {tag} as their subject
What's new {window} where {tag} is concerned?
List whatever appeared {window} under the heading of {tag}.
Who or what made headlines {window} with regard to {tag}?
{tag}, {window}: any communiqué?
Summaries of {tag} issued {window}, please
# ko-published
{tag} 건으로 {window} 뭐가 나왔는지 훑어 주세요.
{window} 올라온 글 가운데 {tag}<을> 다룬 것 있나요?
{window} 자료에서 {tag} 이야기를 골라 줘요.
{tag}, {window}에 무슨 말이 나왔어요?
{window} 사이 {tag} 소식을 놓쳤는데 뭐였죠?
{window} 게시물 중 {tag} 부분을 확인해 주십시오.
{tag} 얘기가 {window} 있었다던데요?
{window} 내놓은 {tag} 설명자료 있습니까?
{tag}<을> 주제로 {window} 무엇을 알렸나요?
{window} 새로 알려진 {tag} 내용은 무엇인지요?
{tag} 쪽에서 {window} 생긴 일 정리해 줘.
{window}치 자료에서 {tag} 검색
# window week
in the week before this one
# window this-week
in the week now running
since Monday
# window month
in the calendar month before this one
# window since
from {first} onwards
no earlier than {first}
# window between
from {first} through {last}
# window day
on the very day of {day}
# window in
during {month}
# window days
within the past {days} days
# ko-window week
저번 주
# ko-window this-week
월요일부터 오늘까지
# ko-window month
저번 달
# ko-window since
{first}부터 지금까지
# ko-window between
{first}에서 {last} 사이
# ko-window day
{day}자
# ko-window in
{month} 중
# ko-window days
지난 {days}일간
# nowhere
Which value is on record for {noun} during {period}?
Put a number on {noun} during {period}.
{period}: {noun}?
What's the freshest count of {noun}?
Could somebody look up {noun} as of {period}?
# nowhere-subject
kindergarten places | postal parcels | divorces | blood donations | theatre performances |
dental clinics | national park hikers | crop insurance claims | dog licenses | wedding halls |
foster families | church members
# ko-nowhere
{noun}<이> {period}에는 어떻게 집계됐는지 확인 부탁드립니다.
{period}치 {noun}<을> 말해 봐.
{noun} 현황 업데이트 부탁드려요.
{period} 한정으로 {noun} 값이 필요해요.
# ko-nowhere-subject
유치원 정원 | 소포 물량 | 이혼 건수 | 헌혈자 수 | 공연 횟수 | 치과 의원 수 | 국립공원 탐방객 수 |
  반려견 등록 수
"""
