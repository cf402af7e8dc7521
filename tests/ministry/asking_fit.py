"""How readers ask, in the part that the ranking is fitted on. Read by `tests.ministry.asking`."""

QUESTIONS_FIT = """
# dated amount
What {was} {noun} in {period}?
How much did {noun} [come to|amount to|add up to] in {period}?
[Give|Tell|Show] me {noun} for {period}.
{noun} in {period}
{code} {noun}?
I [need|am looking for] the figure for {noun} in {period}.
What level did {noun} reach in {period}?
For {period}, what figure did the ministry report for {noun}?
In {period}, how high {was} {noun}?
Where did {noun} stand in {period}?
What did the ministry say about {noun} for {period}?
[Can you|Could you] find {noun} of {period}?
{noun} {code}
What {was} {noun} back in {period}, please?
According to the ministry, how large {was} {noun} in {period}?
# dated change
By how much did {noun} change in {period} from a year earlier?
What was the year-on-year change in {noun} in {period}?
How [fast|strongly] did {noun} move in {period} compared with the year before?
Did {noun} rise or fall in {period} on-year, and by what rate?
[Annual|On-year] change of {noun}, {period}
{noun} {code} yoy change
In {period}, what was the change over twelve months in {noun}?
# ko-dated amount
{period} {noun}<은> 얼마인가요?
{period} {noun}<은>?
{period} {noun} [알려 줘|알려 주세요].
{period}의 {noun}<이> 궁금합니다.
{period} {noun}<은> 어느 정도였나?
{period}에 {noun}<은> 얼마를 기록했습니까?
{noun} {period} 수치
{period} 기준 {noun}<은> 얼마였나요?
{noun}, {period}에는 얼마였지?
{period} {noun} 실적을 찾고 있어요.
정부가 발표한 {period} {noun}<은> 얼마인가?
{period} {noun} 통계 좀 보여 주세요.
# ko-dated change
{period} {noun}<은> 전년 동기 대비 얼마나 변했나요?
{period} {noun} 증감률은?
{period} {noun}<은> 1년 전보다 몇 퍼센트 늘거나 줄었습니까?
전년 같은 기간과 비교한 {period} {noun} 증감률을 알려 주세요.
# relative amount
What {was} {noun} {when}?
How did {noun} do {when}?
How much did {noun} come to {when}?
{noun} {when}
[Tell|Show] me {noun} {when}.
What figure was reported for {noun} {when}?
I would like to know {noun} {when}.
How large {was} {noun} {when}?
What did {noun} look like {when}?
Which value did {noun} have {when}?
{when}, what {was} {noun}?
Give me the number for {noun} {when}.
# relative change
By how much did {noun} change on-year {when}?
How did {noun} compare with a year earlier {when}?
What rate of year-on-year change did {noun} show {when}?
# ko-relative amount
{when} {noun}<은> 얼마였나요?
{when} {noun}<은>?
{when} {noun} 알려 줘.
{when} {noun}<은> 어떻게 됐나요?
{when} {noun} 실적이 궁금해요.
{when} {noun} 수치를 찾아 주세요.
{when}의 {noun} 규모는 어느 정도인가요?
{noun}<은> {when}에 얼마였습니까?
{when} {noun}<이> 얼마나 됐지?
{when} 발표 기준이 아니라 {when} 실적 기준으로 {noun}<은> 얼마인가요?
{when}에 기록한 {noun}<은> 얼마인가요?
{when} {noun} 통계 보여 주세요.
# ko-relative change
{when} {noun}<은> 전년보다 몇 퍼센트 변했나요?
{when} {noun} 증감률은?
# when MONTHLY 1
last month
in the previous month
for last month
# when MONTHLY 2
two months ago
in the month before last
# when MONTHLY 12
in the same month last year
# when QUARTERLY 1
last quarter
in the previous quarter
# when QUARTERLY 2
two quarters ago
# when QUARTERLY 4
in the same quarter last year
# when YEARLY 1
last year
in the previous year
# ko-when MONTHLY 1
지난달
전월
# ko-when MONTHLY 2
두 달 전
지지난달
# ko-when MONTHLY 12
작년 같은 달
# ko-when QUARTERLY 1
지난 분기
전 분기
# ko-when QUARTERLY 2
두 분기 전
# ko-when QUARTERLY 4
작년 같은 분기
# ko-when YEARLY 1
작년
지난해
# latest
What is the latest figure for {noun}?
Where {do} {noun} currently stand?
What {is} the most recent {bare}?
How {is} {noun} doing at the moment?
[Latest|Newest] {bare}
What do the latest statistics say about {noun}?
Give me the most up-to-date number for {noun}.
What was last reported for {noun}?
Current level of {noun}?
What is the newest reading of {noun}?
How much {do} {noun} come to these days?
What {is} {noun} now?
# ko-latest
가장 최근 {noun}<은> 얼마인가요?
최신 {noun} 알려 주세요.
현재 {noun}<은> 얼마나 되나요?
요즘 {noun}<은> 어느 수준인가?
최근 발표된 {noun}<은>?
지금 {noun}<은> 얼마야?
{noun} 최신 수치는?
제일 최근에 나온 {noun} 통계를 보여 주세요.
마지막으로 집계된 {noun}<은> 얼마입니까?
현시점에서 확인되는 {noun}<은>?
{noun}, 가장 새로운 자료로 알려 줘.
최근 {noun} 추이가 궁금합니다.
# published
What was announced {window} about {tag}?
What did the ministry [say|publish|release] {window} on {tag}?
[Announcements|Press releases] {window} [on|about] {tag}
Was anything published {window} concerning {tag}?
Show me what came out {window} about {tag}.
Which release {window} dealt with {tag}?
News on {tag} {window}?
{window}, what was there on {tag}?
Anything on {tag} that was released {window}?
What has the ministry put out {window} regarding {tag}?
Find the announcement on {tag} made {window}.
Tell me what was reported {window} in connection with {tag}.
# ko-published
{window} {tag} 관련 발표는 무엇이었나요?
{window} 나온 {tag} 관련 보도자료를 보여 줘.
{window} {tag}에 대해 발표된 내용은?
{tag} 관련해서 {window} 발표된 것이 있나요?
{window} 배포된 보도자료 중 {tag} 관련 자료는?
{window} {tag} 소식 알려 주세요.
{window} 산업부가 {tag}에 관해 발표한 것은?
{tag} 자료 중 {window} 나온 것을 찾아 주세요.
{window} {tag} 분야에서 무슨 발표가 있었습니까?
{window} 공개된 {tag} 보도자료
{window} {tag}<과> 관련한 소식이 있었어?
{window}에 발표한 {tag} 건을 알고 싶습니다.
# window week
last week
# window this-week
this week
earlier this week
# window month
last month
# window since
since {first}
after {before}
# window between
between {first} and {last}
# window day
on {day}
# window in
in {month}
# window days
in the last {days} days
# ko-window week
지난주
# ko-window this-week
이번 주
# ko-window month
지난달
# ko-window since
{first} 이후
# ko-window between
{first}부터 {last}까지
# ko-window day
{day}
# ko-window in
{month}
# ko-window days
최근 {days}일 동안
# nowhere
What {was} {noun} in {period}?
How many {noun} were counted in {period}?
[Tell|Show] me the number of {noun} for {period}.
Latest {noun}
What did the ministry report on {noun} for {period}?
{noun} {code}
# nowhere-subject
hospital beds | school meals | apartment prices | newborn babies | cinema tickets | library loans |
subway passengers | rice harvests | university entrants | road accidents | museum visitors |
forest fires
# ko-nowhere
{period} {noun}<은> 얼마인가요?
{period} {noun} 통계를 알려 주세요.
최근 {noun}<은> 얼마나 되나요?
{period} {noun}<은>?
# ko-nowhere-subject
병상 수 | 학교 급식 인원 | 아파트 매매가격 | 출생아 수 | 영화 관객 수 | 도서관 대출 권수 | 지하철
  승객 수 |
쌀 생산량
"""
