"""How readers ask, in the part held out of the fit. Read by `tests.ministry.asking` alone.

Written and reviewed by people who had seen neither the code nor its tests; whoever reads this to
mend what is misread has to have it written anew (README, "The right month").
"""

QUESTIONS_HELDOUT = """
# dated amount
Quoting {noun} for {period} in a piece due tonight. What's the number?
{period} – what {was} {noun}?
official {bare} {code}
Our desk wants the stat for {noun} in {period}.
Per the ministry, {noun} in {period} came to what?
May I have {noun} as reported for {period}?
I have to cite {noun} in {period}; which value is correct?
Thesis question: how large {was} {noun} in {period}?
Take {period}. What level {was} {noun} at?
{noun} — {code}
What do the statistics for {period} give as {noun}?
Do you know offhand what {noun} came to in {period}?
Going back to {period}, what {was} {noun} at the time?
The embassy would be obliged to receive {noun} for {period}.
In {period}, {noun} reached what level?
{code}, {noun}, level please
I was wondering about {noun} in {period}. Any number?
stat for {noun} {code}
What value goes with {period} in the series on {noun}?
The select committee wants {noun} for {period}. What can we tell it?
Pls send {noun}, {code}
Footnote check: what {was} {noun} in {period}?
Is it known what {noun} amounted to in {period}?
We're comparing countries and still lack {noun} for {period}. Can you help?
What level did government statistics show for {noun} in {period}?
My professor asked what {noun} {was} in {period}, and I have no idea.
# dated change
Comparing {period} with the year before, how did {noun} fare in percentage terms?
growth rate of {noun}, {code}, year on year
What on-year percentage change did {noun} register in {period}?
How many percent higher or lower than a year before did {noun} come in for {period}?
% change on year-earlier level: {noun}, {code}
Did {noun} end up higher or lower in {period} than in the year-ago period, and by what percentage?
I'm told {noun} moved a lot in {period}. What was the year-over-year percentage?
Please state the change on a year earlier for {noun} in {period}.
y-o-y: {noun}, {code}
What did {noun} gain or lose in {period} against the same period a year earlier, in percent?
With the same period one year earlier as the base, what was the change in {noun} in {period}?
# relative amount
Can anyone tell me how large {noun} {was} {when}?
official stat: {noun} {when}
I've been asked for {noun} {when}. What's the answer?
{when} – {noun}
What value did {noun} take {when}?
Dear colleagues, would you kindly share {noun} {when}?
By the ministry's count, what {was} {noun} {when}?
I keep seeing conflicting numbers. What {was} {noun} {when}?
Okay, and {noun} {when}?
There's an empty cell in my spreadsheet for {noun} {when}. What should it say?
It's for a live broadcast: {noun} {when}, please.
May I ask how {noun} stood {when}?
What was the level of {noun} {when}?
Before I file, what {was} {noun} {when}?
Do the statistics say what {noun} came to {when}?
The talking points need {noun} {when}. What do I write?
With {noun}, where were we {when}?
Kindly advise what {noun} came to {when}.
Double-checking {noun} {when}. What does the official series show?
{noun} {when}? Just the level, no commentary.
Back to {noun}. What was the number {when}?
I was wondering how much {noun} came to {when}.
{when}, {noun} stood at what level exactly?
A student of mine is asking what {noun} came to {when}. What figure do I give her?
lookup: {noun} {when}
Any chance you could give me {noun} {when}?
{when}, what did {noun} amount to?
# relative change
What year-on-year percentage change was there in {noun} {when}?
{when}, by how many percent did {noun} rise or fall year-on-year?
y-o-y growth, {noun}, {when}
I need the yoy percentage for {noun} {when}.
Year-on-year, can you say how strongly {noun} grew or shrank {when}?
yoy: {noun} {when}
yoy comparison for {noun} {when}, in percent?
What was the on-year move in {noun} {when}, as a percentage?
Looking at {noun} {when}, how large a yoy change do you see?
Measured against a year earlier, how did {noun} develop {when}?
Please give the year-over-year percentage change in {noun} {when}.
# when MONTHLY 1
last month
in the month just past
in the last full month
in the month immediately before this one
the month before this
one calendar month ago
in the calendar month just finished
over the month that ended most recently
one month before the current month
during the month preceding the present one
# when MONTHLY 2
two months ago
not last month but the month before that
in the month before the previous one
in the month preceding the one just past
two calendar months before the present one
one month before the previous month
in the month that came before the previous one
# when MONTHLY 3
three months ago
in the month that came two months before the previous one
two months before the previous month
three calendar months before the present one
in the month we were in three months ago
three months back from the present month
# when MONTHLY 4
four months ago
three months before the previous month
four calendar months before the present one
in the month we were in four months ago
four months back from the present month
# when MONTHLY 6
six months ago
in the month we were in half a year ago
six calendar months before the present one
five months before the previous month
six months back from the present month
in the month falling six months before this one
# when MONTHLY 12
this same month last year
when this month came round last year
twelve calendar months ago
a year before the present month
in the month we were in a year ago
in last year's equivalent of the current month
not this month but the same month a year back
in this same month one year back
# when MONTHLY 24
this same month two years ago
twenty-four calendar months ago
when this month came round two years ago
two years before the present month
in the month we were in two years ago
the year before last, in this same month
not this month but the same month two years back
# when MONTHLY 36
this month three years ago
three years ago this month
in this same month three years back
when this month came round three years ago
thirty-six months ago
three years before the present month
# when QUARTERLY 1
last quarter
in the quarter just past
in the last full quarter
in the quarter immediately before this one
the quarter before this
one calendar quarter ago
in the calendar quarter just finished
over the quarter that ended most recently
one quarter before the current quarter
during the quarter preceding the present one
last quarter, not this quarter
# when QUARTERLY 2
two quarters ago
not last quarter but the quarter before that
in the quarter before the previous one
in the quarter preceding the one just past
two calendar quarters before the present one
one quarter before the previous quarter
in the quarter we were in half a year ago
# when QUARTERLY 3
three quarters ago
in the quarter that came two quarters before the previous one
two quarters before the previous quarter
three calendar quarters before the present one
in the quarter we were in nine months ago
three quarters back from the present quarter
# when QUARTERLY 4
this same quarter last year
when this quarter came round last year
four calendar quarters ago
in last year's equivalent of the current quarter
in the quarter we were in a year ago
in this same quarter one year back
not this quarter but the same quarter a year back
a year before the present quarter
# when QUARTERLY 8
this same quarter two years ago
two years ago this quarter
eight quarters ago
the year before last, in this same quarter
when this quarter came round two years ago
in the quarter we were in two years ago
two years before the present quarter
# when YEARLY 1
last year
in the year just past
the year before this
in the year immediately before this one
in the whole of the previous year
in the calendar year just finished
one year before the current year
during the year preceding the present one
last year, not this year
between January and December of last year
over the year that ended most recently
# when YEARLY 2
two years ago
not last year but the year before that
in the year before the previous one
in the year preceding the one just past
two calendar years before the present one
one year prior to last year
in the year that came before last year
# when YEARLY 3
three years ago
two years prior to last year
in the year that came two years before the previous one
three calendar years before the present one
three years back from the present year
# when YEARLY 5
five years ago
four years before last year
five calendar years before the present one
five years back from the present year
in the year falling five years before this one
# latest
What's the current reading on {noun}?
When the ministry last reported on {noun}, what did it say?
{bare}, newest value
{bare}, current
What level {do} {noun} stand at today?
I'd like the up-to-date picture on {noun}.
Give us the last known figure for {noun}.
As of the newest release, what {is} {noun}?
What {is} {noun} as we speak?
Can you update me on {noun}?
Most recent data available: {noun}
The value I have for {noun} may be out of date. What's the current one?
Given the newest numbers, how large {is} {noun}?
Which value of {noun} is the ministry quoting now?
Please provide the most recently published figure for {noun}.
Need a current figure for {noun} in my lede.
What did the last report put {noun} at?
{noun}: what's the current number?
How much {do} {noun} run to at present?
Only the very newest statistic on {noun}, please.
What's the state of {noun} according to the newest statistics?
up-to-date {bare}
Excuse me, how much {do} {noun} currently amount to?
For a dinner speech, what can I say {noun} {is} at now?
Which is the freshest statistic on {noun}, and what does it show?
Students keep asking me about {noun}. What's the current value?
# published
Did anything appear {window} on {tag}?
ministry release {tag} {window}
Which pieces of news about {tag} did the ministry send out {window}?
I'd like every release on {tag} issued {window}.
Search releases: {tag}, published {window}
Do you recall an announcement on {tag} that came out {window}?
What was in the release on {tag} published {window}?
Our correspondent needs what the ministry issued {window} about {tag}.
{window}, did anything come out concerning {tag}?
The ministry and {tag}: what was announced {window}?
May I see the press notices on {tag} that were put out {window}?
trade ministry news on {tag}, released {window}
As for {tag}, was there an announcement {window}?
What did we learn from the ministry {window} about {tag}?
Someone said a statement on {tag} was published {window}. What did it say?
I need to brief the ambassador on {tag}. What did the ministry release {window}?
Point me to anything the ministry announced {window} on {tag}.
Limit it to material published {window}: what is there on {tag}?
Were any notices dealing with {tag} published {window}?
Tell me which announcements on {tag} were made {window}.
What news broke {window} about {tag}?
For our archive, what did the ministry publish {window} on {tag}?
Hey, did they announce something {window} on {tag}?
Kindly share the releases on {tag} that the ministry circulated {window}.
Did {tag} come up in any release issued {window}?
{window}, which announcements were made about {tag}?
# window week
last week
sometime last week
during last week
in the week just past
in the calendar week before this one
the week before this
between the Monday and the Sunday of last week
# window this-week
this week
this week so far
since the week started
on or after Monday of this week
at one point or another this week
sometime this week
within this calendar week
in the week we're in now
# window month
last month
during last month
sometime last month
in the month just past
in the calendar month before this one
the month before this
between the 1st and the end of last month
in the calendar month just finished
# window since
since {first}
at some point since {first}
between {first} and today
on some day after {before}
after the end of {before}
in the time from {first} up to now
on {first} or at any time afterwards
from {first} forward
# window between
between {first} and {last} (both days included)
from {first} through to {last}
in the days from {first} to {last}
starting {first} and going through {last}
no sooner than {first} and no later than {last}
on a date between {first} and {last} inclusive
during the stretch from {first} to {last}
# window day
on {day}
on {day} alone
on the single day of {day}
precisely on {day}
under the date of {day}
on {day} specifically
# window in
in {month}
at one time or another in {month}
at some point in {month}
on some day in {month}
over the month of {month}
in the calendar month of {month}
between the beginning and the end of {month}
# window days
in the past {days} days
over the last {days} days
in the {days} days up to now
in the {days} days that end today
on one of the last {days} days including today
these last {days} days
in the past {days} days counting today
# nowhere
{noun}: {code} number
How large was the number of {noun} in {period}?
According to the ministry, how many {noun} were recorded during {period}?
I'm looking up {noun}. What was the tally for {period}?
How many {noun} are there these days?
latest tally {noun}
Would you have the number of {noun} for {period}?
{noun} in {period}: how many?
Most recent statistics on {noun}?
An editor needs the count of {noun} in {period}.
{period}: total {noun}
# nowhere-subject
foster parents | guide dogs | emergency room visits | cremations | amateur choirs |
wild boar sightings | lighthouse keepers | school excursions | Buddhist monks | traffic wardens |
twin births | piano teachers | election candidates | church weddings | tennis umpires
# ko-dated amount
발표 자료에 적힌 {period} {noun}<을> 그대로 옮겨 주세요.
산업부 통계 {period} {noun}
팩트체크 중입니다. {period} {noun}, 공식 수치가 얼마죠?
{period}에 {noun} 얼마 찍었어?
{noun} 데이터, {period}
표에 빈칸이 하나 있는데 {period} {noun}<을> 채워 줄 수 있어?
{noun}, 다른 때 말고 {period} 값만 주세요.
시계열에서 {period} 칸에 들어갈 {noun}<은> 얼마입니까?
{noun}에 관해 여쭙니다. {period} 수치가 어떻게 되나요?
{period} {noun}<이> 얼마나 되는지요?
{period} {noun} 공식 통계치
{period} {noun} 좀 불러 줄래요?
과장님께 {period} {noun}<을> 보고드려야 해서요, 숫자 하나만 부탁해요.
공식 집계상 {period} {noun}<이> 얼마였는지 답변 바랍니다.
{period}<을> 보면 {noun}<이> 얼마로 나오니?
발표문에는 {period} {noun}<이> 얼마라고 되어 있습니까?
{noun} 숫자 알아? {period} 거.
수업 발표에 넣으려는데요, {period}에 {noun}<은> 얼마였을까요?
{period} {noun}<이> 공식적으로 얼마인지 출처와 함께 알려 주십시오.
{noun} 얼마였지, {period}에?
영문 보고서에 {period} {noun}<을> 적어야 합니다. 값을 알려 주시면 감사하겠습니다.
통상 담당 기자인데요, {period} {noun} 수치 하나 확인할 수 있을까요?
귀 부처가 집계한 {period} {noun}<을> 문의드립니다.
{noun}<이> 얼마였는지 기억이 안 나네요. {period} 숫자요.
궁금한 건 {period}인데, {noun}<이> 얼마나 됐나요?
{period} {noun} 찾기
# ko-dated change
{period} {noun}, 한 해 전 같은 때보다 몇 % 늘었나 줄었나?
{noun} yoy, {period}
{period}의 {noun}<은> 전년 같은 기간에 견주어 어느 쪽으로 몇 퍼센트 움직였나요?
{period} {noun} 전년 동기 대비 등락률
전년 동기와 비교하면 {period} {noun}<은> 플러스였나요, 마이너스였나요? 몇 퍼센트인지도요.
{period} {noun}<이> 한 해 전보다 몇 퍼센트 바뀐 건지 설명해 줘.
{noun}의 전년 대비 변화율이 필요합니다. 기간은 {period}입니다.
그래프에 전년비를 표시하려고요. {period} {noun}<은> 몇 %로 적으면 되나요?
{period} {noun} 성장률, 전년 동기비로 숫자만 답해 줘.
{period} {noun}<은> 그 전해 같은 기간보다 몇 퍼센트 많거나 적었습니까?
전년 대비 {noun} 증가율 또는 감소율({period})
# ko-relative amount
{when} {noun}, 딱 숫자만 주세요.
{when} {noun} 통계치
{noun}: {when}
{when}에는 {noun}<이> 얼마였더라?
{noun} 좀 찾아 줘, {when} 걸로.
회의 들어가기 전에 {when} {noun}<을> 알아야 하는데 얼마예요?
내가 알고 싶은 건 {when} {noun} 하나뿐이야.
{when}의 {noun}<이> 얼마로 집계돼 있습니까?
담당자님, {when} {noun}<이> 얼마인지 여쭤봐도 될까요?
{when} {noun} 수치 좀 띄워 줘.
칼럼을 쓰고 있는데 {when} {noun}<이> 얼마였는지 가물가물하네요.
{when} {noun}<이> 얼마인지 찾아봐 줄래?
{when}의 {noun}<을> 공식 통계로 답변해 주시면 감사하겠습니다.
도표에는 {when} {noun}<이> 들어가야 합니다. 얼마입니까?
{noun} 숫자가 필요해요, {when}의 것이요.
{noun}<이> {when}에 얼마였다고 했죠?
{when} 수치: {noun}
{noun} 얼마? {when}.
얼마였어, {when} {noun}?
대사님 면담 자료에 {when} {noun}<을> 넣으려고 합니다. 얼마로 쓰면 됩니까?
{when}에 {noun}<은> 얼마만큼이었나?
제가 묻는 기간은 {when}입니다. {noun}<은> 얼마였나요?
{noun} 값 하나만, {when} 거.
선배가 {when} {noun}<을> 확인하래요. 얼마예요?
숫자 틀리면 안 돼서 그래. {when} {noun}<이> 정확히 얼마야?
{when} {noun} 수준이 어땠는지 한 줄로 답해 주세요.
{when} {noun}<은> 통계상 얼마였습니까?
# ko-relative change
{when} {noun} 전년 동기비 몇 퍼센트?
{when} {noun}<은> 그보다 한 해 전과 비교해 몇 % 달라졌나요?
전년 동기 대비 {noun} 증감률, {when}
{when} {noun}<이> 전년 동기 대비 올랐는지 내렸는지 퍼센트로 답해 주세요.
{when}에 {noun}<은> 전년 동기보다 몇 퍼센트나 늘었거나 줄었죠?
전년비로 보면 {when} {noun}<은> 어땠나요? 퍼센트로요.
{when} {noun}의 전년 동기 대비 변화율을 회신해 주십시오.
{noun}, {when}에 yoy 몇 프로야?
보도에 쓰려고 {when} {noun}의 전년 동기 대비 증감 비율을 확인하고 있습니다.
{when} {noun} 성장률(전년 동기비)
# ko-when MONTHLY 1
지난달
전달
1개월 전
바로 지난달
가장 최근에 끝난 달
이번 달 직전 달
이번 달 말고 그 전달
이달로 넘어오기 직전의 달
# ko-when MONTHLY 2
지지난달
지금부터 두 달 전
저번 달 말고 그 전달
이번 달 기준 두 달 전
한 달 전 말고 두 달 전
저번 달 바로 앞의 달
# ko-when MONTHLY 3
세 달 전
지금부터 3개월 전
이번 달 기준 석 달 전
전전달 바로 앞의 달
오늘이 속한 달의 3개월 전
정확히 석 달 전
# ko-when MONTHLY 6
딱 반년 전
반년 전 이맘때
지금부터 6개월 전
이번 달 기준 반년 전
이달로부터 꼭 여섯 달 전
오늘이 속한 달의 6개월 전
# ko-when MONTHLY 12
지난해 같은 달
작년 동월
1년 전 같은 달
지난해 이맘때
작년 이달
정확히 열두 달 전
작년 중 이번 달에 해당하는 달
# ko-when MONTHLY 24
2년 전 이맘때
재작년 이달
2년 전 같은 달
재작년 동월
작년 말고 재작년 이번 달
지금부터 스물네 달 전
재작년 중 이번 달에 해당하는 달
# ko-when QUARTERLY 1
지난 분기
전분기
1개 분기 전
바로 지난 분기
가장 최근에 끝난 분기
이번 분기 직전 분기
이번 분기 말고 그 앞 분기
# ko-when QUARTERLY 2
전전분기
지금부터 두 분기 전
저번 분기 말고 그 앞 분기
지난 분기 바로 앞 분기
이번 분기 기준 2개 분기 전
한 분기 전 말고 두 분기 전
이번 분기보다 반년 앞선 분기
# ko-when QUARTERLY 3
지금부터 3개 분기 전
이번 분기 기준 세 분기 전
전전분기 바로 앞 분기
이번 분기보다 아홉 달 앞선 분기
오늘이 속한 분기의 세 분기 전
정확히 세 분기 전
# ko-when QUARTERLY 4
지난해 같은 분기
작년 동분기
네 분기 전
1년 전 같은 분기
작년 이맘때가 속한 분기
작년 중 이번 분기에 해당하는 분기
# ko-when YEARLY 1
지난해
작년도
바로 지난해
올해 직전 해
가장 최근에 끝난 해
올해 말고 그 전해
# ko-when YEARLY 2
재작년
전전년
두 해 전
재작년 한 해
작년 말고 그 전해
올해 기준 2년 전
지난해 바로 앞의 해
# ko-when YEARLY 3
재재작년
세 해 전
올해 기준 3년 전
재작년 바로 앞의 해
지난해보다 두 해 앞선 해
지금부터 3년 전
# ko-latest
{noun}, 나와 있는 것 중 최신으로.
{noun} 지금 얼마 정도야?
방금 나온 것까지 포함해 {noun} 최신값을 알려 주십시오.
{noun}의 최근 공식 수치를 확인하려 합니다.
{noun} 최근 데이터
{noun} 최신 통계
오늘 기준으로 쓸 수 있는 {noun} 수치는 얼마입니까?
맨 마지막에 발표된 {noun}<이> 얼마였어요?
요새 {noun}<은> 얼마쯤이에요?
{noun} 최근 발표분
가장 나중에 발표된 {noun} 수치를 구합니다.
업데이트가 필요해요. {noun}, 현재 얼마예요?
{noun} 새로 나온 숫자 있으면 그걸로 알려 줘.
우리 자료의 {noun}<을> 최신 수치로 바꾸려는데 얼마로 고치면 될까요?
현재 {noun}<이> 어느 정도인지 여쭙니다.
{noun}<은> 지금 얼마로 잡혀 있나요?
장관 브리핑에 쓸 {noun}, 제일 새로운 수치로 부탁드립니다.
가장 새로 집계된 {noun}<은> 얼마인가?
{noun} 현 수준
{noun}<이> 현재로선 얼마나 되는지 궁금하네.
과거 말고 지금의 {noun}<을> 알고 싶어요.
확인 가능한 {noun} 가운데 가장 최근 것을 회신 바랍니다.
새 발표가 있었다던데 {noun}<은> 얼마래?
{noun}<은> 오늘 현재 얼마입니까?
최근 수치라고 쓰려면 {noun}<은> 얼마로 적어야 하죠?
가장 최근 통계에 따르면 {noun}<은> 얼마인가요?
제일 최신 {noun}, 얼마야?
# ko-published
{tag}<을> 주제로 {window} 발표된 자료가 궁금합니다.
{window} 나온 발표 중에 {tag} 얘기 있었어?
산업부가 {window} 낸 {tag} 관련 자료 좀 찾아 줘.
{tag} 보도자료 – {window} 배포
{window} 무슨 발표가 나왔는지, {tag} 쪽만 추려 줘.
{tag} 관련 발표, {window} 뭐 있었나요?
휴가 다녀왔는데요, {window} {tag} 관련해서 나온 발표가 있나요?
{tag}에 관한 정부 발표를 찾습니다. {window} 나온 것이면 됩니다.
{window} 보도자료로 나간 {tag} 소식을 정리해 주실 수 있나요?
{tag} 담당 기자입니다. {window} 배포된 관련 보도자료를 알려 주세요.
{window} 부처가 {tag}에 관해 공개한 소식은 무엇입니까?
{tag} 이슈로 {window} 공식 발표가 나왔다던데 내용이 뭔가요?
혹시 놓친 게 있을까 봐요. {window} {tag} 관련 발표가 나왔습니까?
{window} {tag} 언급한 보도자료 나온 거 있니?
{tag} 발표자료({window} 공개)
국회 보고 자료를 만들고 있습니다. {window} {tag}<과> 관련해 발표된 사항을 알려 주십시오.
{window} 나온 산업부 보도자료에 {tag}<이> 등장했나요?
{window} 정부에서 {tag} 관련해 뭐라고 발표했지?
{tag} 뉴스레터에 실을 만한 소식이 {window} 나왔나요?
{window} 언론에 배포한 자료 가운데 {tag}<이> 들어간 것은?
{tag} 관련 움직임을 모니터링합니다. 정부가 {window} 발표한 것을 보여 주십시오.
{window} {tag} 관련 브리핑이나 보도자료가 나왔는지 알고 싶어요.
{window} 새로 발표된 게 있어? {tag} 말이야.
{tag}에 대하여 {window} 산업부가 밝힌 내용을 요청드립니다.
{window} 나온 건데 {tag} 관련 발표였어. 뭐였지?
학생인데요, {window} {tag} 관련 발표가 있었다고 들었어요. 어떤 발표인가요?
본국에 보고하려고 합니다. {window} 나온 {tag} 관련 발표를 모두 알려 주세요.
# ko-window week
지난주 동안
이번 주 말고 그 전 주에
지난주 한 주 사이에
저번 주 월요일에서 일요일 사이에
가장 최근에 끝난 주에
이번 주가 시작되기 직전 한 주 동안
# ko-window this-week
이번 주에
이번 주에 들어와서
금주 월요일 이후
이번 주 시작하고 지금까지
이번 주 동안
이번 주 월요일에서 오늘 사이에
# ko-window month
지난달에
지난달 한 달 동안
이번 달 말고 그 전달에
저번 달 초부터 말까지
이번 달 직전 달에
가장 최근에 끝난 달에
전달 1일에서 말일 사이에
# ko-window since
{first}부터 현재까지
{first}부터 오늘 사이에
{before} 이튿날부터
{before}까지는 빼고 그 뒤에
{first} 이래로
{first}<을> 포함해 그 뒤로
{first} 이후로 지금까지
# ko-window between
{first}<과> {last} 사이에
{first}에서부터 {last}까지
{first} - {last} 기간에
{first}부터 {last}에 이르는 기간에
{first}부터 {last}까지 그 사이에
{first}에 시작되어 {last}에 끝나는 기간 동안
# ko-window day
{day} 하루 사이에
{day} 날짜로
{day} 그날
발표일 기준 {day}에
다른 날 말고 {day}에
{day} 하루에
# ko-window in
{month} 동안
{month} 한 달 사이에
{month} 초부터 말까지
{month} 첫날부터 마지막 날까지
발표일 기준 {month}에
다른 달 말고 {month}에
# ko-window days
최근 {days}일 사이에
최근 {days}일 이내에
지난 {days}일 동안
오늘을 마지막 날로 하는 {days}일 동안
오늘부터 거꾸로 세어 {days}일 사이에
오늘까지 해서 {days}일간
# ko-nowhere
{period}에 집계된 {noun}<은> 얼마나 되나요?
국내 {noun} {period}
{period}의 {noun}<을> 수치로 확인하고 싶습니다.
{noun} 관련 정부 통계가 있을까요? {period} 거면 됩니다.
리포트에 {period} {noun}<을> 쓰려는데 얼마였어?
최신 {noun}<은> 얼마로 발표됐습니까?
{period} {noun} 좀 찾아봐 줘.
{noun} 최근 숫자 알아요?
{period} 당시 {noun}<이> 어느 정도였는지 답변 부탁드립니다.
{noun}, {period} 값은 얼마죠?
# ko-nowhere-subject
초등학교 입학생 수 | 결핵 환자 수 | 119 구급 출동 건수 | 음주운전 적발 건수 | 보이스피싱 신고 건수 |
공무원 시험 응시자 수 | 반려견 등록 마릿수 | 독감 예방접종자 수 | 미세먼지 주의보 발령 횟수 |
프로축구 관중 수 | 기초연금 수급자 수 | 경로당 수 | 벚꽃 축제 방문객 수 | 전세사기 피해 신고 건수
"""
