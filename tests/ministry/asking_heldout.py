"""How readers ask, in the part held out of the fit. Read by `tests.ministry.asking` alone.

Written and reviewed by others, who saw neither the code nor its tests; whoever reads this to
mend what is misread has to have it written anew (README, "The right month").
"""

QUESTIONS_HELDOUT = """
# dated amount
Would you look up {noun} for {period}, please?
What does the ministry's release give as {noun} for {period}?
{noun} during {period}?
How big {was} {noun} in {period}?
I can't find {noun} for {period} anywhere. What did the ministry report?
{code} statistics: {noun}
Ahead of a hearing, I have to know {noun} for {period}.
Going by the ministry's own data, what {was} {noun} in {period}?
We're translating a report that mentions {noun} in {period}. What should the figure be?
{period}, {noun}, official number
For the record, what {was} {noun} in {period}?
Hello, one quick question: what did {noun} come out at in {period}?
Could somebody point me to {noun} for {period}?
A colleague says you have {noun} for {period}. May I have the value?
data point: {noun}, {code}
Taking {period} by itself, what {was} {noun}?
Can you confirm what {noun} {was} in {period}?
Back in {period}, how large {was} {noun}?
Please supply the official statistic on {noun} for {period}.
My source and I disagree about {noun} in {period}. What's the published figure?
{noun}, {code}: how much?
I'm told there's an official number on {noun} for {period}. What is it?
In figures, please: {noun} in {period}.
Got {noun} for {period}?
Which figure was released on {noun} for {period}?
Sorry to bother you, but where did {noun} stand in {period}?
# dated change
How did {period} turn out for {noun} against the year before, in percent?
What percentage did {noun} gain or shed in {period}, year on year?
{noun}, {code}: yoy growth in %
Year-on-year increase or decrease in {noun} for {period}, in percent?
Did {noun} grow or shrink in {period} from the year-earlier level? Please give the percentage.
By what rate did {noun} expand or contract in {period} over the corresponding period a year before?
I'm charting year-on-year changes. What do I enter for {noun} in {period}?
By how many percent did {noun} move in {period} versus a year before?
Against the level of a year earlier, how far did {noun} rise or fall in {period}?
{code}: {noun}, on-year % change
The year-on-year percentage for {noun} in {period}, if you please.
What yoy rate was published for {noun} for {period}?
# relative amount
Could I get the figure for {noun} {when}, please?
What {was} {noun} {when}, going by official statistics?
{noun} {when}: how much?
{when}, how high {was} {noun}?
Have you got a figure for {noun} {when}?
Quickly: how large {was} {noun} {when}?
I'm compiling a table. What goes in for {noun} {when}?
Could you tell our office how much {noun} came to {when}?
I was asked in class what {noun} {was} {when}. Do you know?
figure wanted: {noun} {when}
{when}, {noun} came to how much?
Do we have data on {noun} {when}, and what do they show?
What can you tell me about the level of {noun} {when}?
Let me know how {noun} turned out {when}.
Please state {noun} {when}.
For the minister's brief: {noun} {when}.
Now {noun}: what was the level {when}?
Hi there, can you check {noun} {when}?
How did {noun} come out {when}?
{noun}: what level {when}?
How much did {noun} amount to {when}, officially?
Honestly, I have no idea what {noun} {was} {when}. Can you help me out?
Which number should go into my article for {noun} {when}?
I'm asking about {noun} {when}. What's the official value?
In absolute terms, what {was} {noun} {when}?
{when}, what value was recorded for {noun}?
Tell me this: what {was} {noun} {when}?
# relative change
In percentage terms, what on-year change did {noun} show {when}?
What was the yoy rate for {noun} {when}?
{noun} {when}, yoy in %
{when}, how big was the year-on-year percentage change in {noun}?
Year over year, by what percentage did {noun} rise or drop {when}?
Please report the on-year rate of change in {noun} {when}.
How fast did {noun} grow or decline year-on-year {when}?
on-year change in %: {noun} {when}
Was there a rise or a fall in {noun} {when}, year on year, and how big was it in percent?
I'd like the year-on-year change for {noun} {when}, as a percentage.
How much growth on the year did {noun} see {when}?
# when MONTHLY 1
last month
last calendar month
for the whole of last month
in the month before the current one
in the month that has just finished
in the month which has just come to an end
in the month that came right before this one
in the most recent month to have finished
# when MONTHLY 2
two months ago
two months before the current month
in the month that preceded the one just gone
the month before the one we've just had
in the second month before this one
two months back from this month
# when MONTHLY 3
three months ago
three months before the current month
in the third month before this one
three months back from this month
in the month that was three months before this one
three months prior to this month
# when MONTHLY 6
six months ago
six months before the current month
in the sixth month before this one
six months back from this month
in the month half a year back from this one
half a year prior to this month
# when MONTHLY 12
in this month last year
at this time last year
in the same month a year ago
during this month of last year
exactly one year ago this month
a year ago, in this same month
in the month a year before the one we are in
twelve months prior to this month
# when MONTHLY 24
in this month two years ago
at this time two years ago
in the same month two years ago
exactly two years ago this month
in the month two years before the one we are in
two years prior to this month
# when QUARTERLY 1
last quarter
last calendar quarter
a quarter ago
for the whole of last quarter
in the quarter before the current one
in the quarter that has just finished
in the quarter which has just come to an end
in the three months that made up last quarter
in the most recent quarter to have finished
# when QUARTERLY 2
two quarters ago
two quarters before the current quarter
in the quarter that preceded the one just gone
the quarter before the one we've just had
two quarters back from this quarter
two quarters prior to this quarter
# when QUARTERLY 3
three quarters ago
three quarters before the current quarter
three quarters back from this quarter
in the quarter that was three quarters before this one
three quarters prior to this quarter
# when QUARTERLY 4
in this quarter last year
in the same quarter a year ago
during this quarter of last year
exactly one year ago this quarter
a year ago, in this same quarter
in the quarter a year before the one we are in
four quarters before the current quarter
# when YEARLY 1
last year
for the whole of last year
in all of last year
last year, January to December
in the year before the current one
in the year that has just finished
in the year which has just come to an end
in the twelve months that made up last year
in the most recent year to have finished
# when YEARLY 2
two years ago
in the year before last year
two years before the current year
in the year that preceded the one just gone
the year before the one we've just had
two years back from this year
# when YEARLY 3
three years ago
three years before the current year
in the third year before this one
three years back from this year
in the year that was three years before this one
three years prior to this year
# latest
What's the latest we have on {noun}?
May I ask for the most recent figure on {noun}?
{noun}, latest reading
How large {is} {noun} currently?
newest figures: {noun}
What value did the ministry last publish for {noun}?
{noun} as of today
Where {is} {noun} right now, according to the ministry?
I need something current on {noun}. What's the newest figure?
What {is} {noun} according to the most recent statistics?
Which figure on {noun} is the newest you've got?
Please advise on the current level of {noun}.
I last looked at {noun} ages ago. What's the level now?
What do we currently know about the level of {noun}?
For my evening bulletin, the newest number on {noun}, please.
How {do} {noun} look right now?
What's the most recently released statistic for {noun}?
Looking for the latest available data on {noun}.
What level {is} {noun} currently at?
So, {noun}: what's the latest?
The most up-to-date value of {noun}, if I may ask.
Our fact sheet needs refreshing. What {do} {noun} stand at now?
{bare}, latest available
As of today, what's the last figure out for {noun}?
Any update on {noun}? Just the newest number.
Can you quote me {noun} as last reported?
# published
What did the trade ministry have to say {window} about {tag}?
{tag} announcements {window}
Any ministry press release {window} about {tag}?
Was there ministry news on {tag} {window}?
Could you check whether something on {tag} was published {window}, and what it was?
{tag}, {window}: which releases?
I'm writing about {tag} and want whatever the ministry issued {window}.
Which release that came out {window} covered {tag}?
{window}, what news was there from the ministry about {tag}?
What did the ministry bring out {window} in the way of news on {tag}?
Pull together what was put out {window} about {tag}.
Did the ministry report on {tag} {window}?
My MP is asking what was published {window} about {tag}.
Please send me any ministry statement on {tag} made public {window}.
releases {window}, {tag}
Concerning {tag}, what appeared {window}?
Did I overlook a release about {tag} that was issued {window}? What was in it?
Could you summarise the news on {tag} that the ministry released {window}?
{tag}: published {window}
How about {tag}? What did the ministry announce {window}?
Did any news about {tag} reach the press {window}?
Restricting the search to releases issued {window}, what is there about {tag}?
May we have the text of anything published {window} regarding {tag}?
Let me see the press releases on {tag} that came out {window}.
{window}, was there something from the ministry on {tag}?
# window week
last week
last week (Monday to Sunday)
in the last calendar week
in the course of last week
on some day last week
in the week before the current one
at one time or another last week
# window this-week
this week
since the beginning of this week
in the present week
this calendar week
in the course of this week
at any time since this week began
this week (today included)
# window month
last month
in the last calendar month
on some day last month
in the month before the current one
in the month that has just finished
at one time or another last month
# window since
since {first}
at any time since {first}
since {first} (that day included)
at any time from {first} up to today
from {first} through today
between {first} and the present day
since the end of {before}
on {first} or afterwards
# window between
between {first} and {last}
at some point from {first} to {last}
at some time between {first} and {last}
over the period from {first} to {last}
on or after {first} and on or before {last}
from {first} to {last} (first and last day included)
from {first} onwards but no later than {last}
# window day
on {day}
on {day} (that day only)
on {day} and no other day
on {day} exactly
sometime during {day}
# window in
in {month}
in {month} alone
at any time in {month}
on any date in {month}
from the first to the final day of {month}
within the month of {month}
at one point or another in {month}
# window days
during the last {days} days
within the past {days} days
at some point in the last {days} days
at any time in the past {days} days
in the last {days} days (counting today as one of them)
in the {days}-day period that ends today
in the {days}-day span ending today
in the {days} days finishing today
# nowhere
How many {noun} were registered in {period}?
{noun}, {period}, total?
What's the current count of {noun}?
Give me the {code} tally of {noun}.
Do you know how many {noun} there were in {period}?
Looking for data on {noun} in {period}.
Latest figures on {noun}, please.
For {period}, what number of {noun} was reported?
I need to cite how many {noun} there were in {period}.
{code}: {noun}, how many?
How many {noun} do the most recent statistics show?
# nowhere-subject
midwives | funerals | chess grandmasters | ballet dancers | speeding tickets | juvenile offenders |
speech therapists | court interpreters | stray cats | lifeguards | bird watchers | orphanages |
school librarians | mountain huts | poets
# ko-dated amount
아래 항목의 수치를 알려 주세요: {period} {noun}
{period} {noun}<을> 한 줄로 답해 주십시오.
{noun}<은> {period} 통계에서 얼마로 잡혔나요?
공보실이죠? {period} {noun}<이> 얼마였는지 알고 싶습니다.
{period} {noun}, 정확한 숫자 있어요?
{period} {noun} 통계값
{noun} / {period}
통계표에서 {period}의 {noun}<을> 못 찾겠어요. 얼마인가요?
{period} {noun}<이> 얼마였다고 발표됐지?
옛날 기사 고치는 중인데 {period} {noun}<이> 얼마였어?
질의서에 {period} {noun}<을> 넣어야 하는데 공식 수치가 어떻게 됩니까?
비교 기준으로 삼으려고 합니다. {period}의 {noun}<은> 얼마였습니까?
{noun} 자료 요청: {period}
{period}에 {noun}<이> 얼마나 됐는지 혹시 알아?
{period} {noun}<을> 알 수 있는 자료를 찾아 주시겠습니까?
정부 발표로는 {period} {noun}<이> 얼마라던가요?
졸업논문 표에 쓸 건데 {period} {noun}<이> 얼마인지 알려 줄래요?
{noun} 하나만 물어볼게요. {period}에는 얼마였나요?
{period} {noun}<은> 얼마로 공표되었습니까?
산업부가 내놓은 {period} {noun} 수치를 인용하려 합니다. 얼마입니까?
{period} {noun}, 얼마라고 쓰면 돼?
{noun}<이> {period}에는 얼마였나 확인해 줘.
{period} 통계를 정리하고 있습니다. {noun}<은> 얼마입니까?
본국 보고용으로 {period} {noun}<이> 필요해요. 얼마였죠?
{period} {noun}<이> 얼마였는지 급히 확인 바랍니다.
{noun} 공식 수치 {period}
# ko-dated change
{period} {noun} 전년 동기 대비 몇 %?
{noun}<은> {period}에 전년 동기와 비교해 몇 퍼센트 늘었나요, 아니면 줄었나요?
{period} {noun} 전년 동기비 증감
전년의 같은 기간을 기준으로 하면 {period} {noun}<은> 몇 퍼센트 변동했습니까?
기사에 쓰려는데 {period} {noun}<은> 전년 대비 몇 퍼센트 증가 또는 감소인가요?
{period} {noun}<이> 전년 동기보다 늘었어, 줄었어? 몇 퍼센트야?
{noun} 증감률(전년 동기 대비), {period}
{period} {noun}의 전년 동기 대비 변동 폭을 퍼센트로 확인해 주시기 바랍니다.
{period} {noun}, 전년 같은 때와 비교하면 몇 프로 달라진 거예요?
전년 동기에 비해 {period} {noun}<은> 몇 퍼센트 증가했습니까, 아니면 감소했습니까?
{noun}<이> {period}에 한 해 전보다 몇 퍼센트 많았는지, 아니면 적었는지 알려 줘.
# ko-relative amount
{when} {noun}<이> 얼마였는지 알려 주시겠어요?
{when} {noun} 숫자 있어?
{noun}, {when} 수치로 부탁드립니다.
{when}의 {noun}<은> 얼마였습니까?
{when} {noun} 값
{noun} – {when}
방송 원고에 {when} {noun}<을> 넣을 건데 얼마예요?
{when}에는 {noun}<이> 얼마였어요?
궁금한 게 있는데요, {when} {noun}<은> 얼마였나요?
시기는 {when}, 항목은 {noun}입니다. 수치를 알려 주세요.
{when}에 {noun}<이> 얼마였는지 바로 답해 줘.
{when} {noun}<은> 공식 통계로 얼마죠?
보고서 각주에 달려고 하니 {when} {noun} 수치를 알려 주시기 바랍니다.
{noun}<이> 얼마였나요, {when}에?
{when} {noun} 어땠어? 숫자로.
{noun} 수치를 {when} 것만 뽑아 주세요.
국감을 준비하며 {when} {noun}<을> 확인 중입니다. 얼마였습니까?
혹시 아는 사람? {when} {noun}<이> 얼마인지.
과제 마감이 코앞인데 {when} {noun}<이> 얼마인지 좀 알려 줘.
{when} {noun}<은> 얼마로 나타났습니까?
{when} {noun}<을> 팀장님이 물으시는데 얼마인가요?
{when} {noun} 공식 수치
{when} {noun}<이> 생각이 안 나는데 얼마였지?
{noun} 문의입니다. {when}에는 얼마였는지요?
{when}의 {noun}<을> 숫자 하나로 적어 주세요.
{when}에 {noun}<은> 어느 정도였습니까?
{noun}<을> 알고 싶습니다. 시점은 {when}입니다.
# ko-relative change
{when} {noun}<은> 전년 동기 대비 몇 % 증가했나요, 아니면 감소했나요?
{noun} 전년비 증감률: {when}
{when}의 {noun} 전년 동기 대비 증감률은 얼마입니까?
{when} {noun}, 전년 동기보다 몇 프로 늘었어, 줄었어?
{when}에 {noun}<이> 전년 동기와 견줘 어떻게 달라졌는지 퍼센트로 알려 주세요.
{when} {noun}<은> 전년 동기비 플러스야, 마이너스야? 몇 퍼센트?
{when} {noun}의 증감률을 전년 동기 대비로 확인해 주시겠습니까?
{when} {noun}<은> 전년 동기에 비해 몇 퍼센트 변동했습니까?
{when} {noun} 전년 동기 대비 %
기사에 {when} {noun} 증감률(전년 동기 대비)을 넣어야 해요. 얼마죠?
# ko-when MONTHLY 1
지난달
이달 직전 달
이번 달 기준 전월
이번 달에서 한 달 거슬러 올라간 달
오늘 기준으로 지난달
이번 달 말고 지난달
이번 달보다 한 달 앞선 달
# ko-when MONTHLY 2
지지난달
이달 기준 전전월
오늘 기준으로 두 달 전
이번 달보다 두 달 앞선 달
저번 달보다 한 달 앞선 달
저번 달 말고 지지난달
# ko-when MONTHLY 3
꼭 석 달 전
오늘로부터 3개월 전
이달 기준 3개월 전
두 달 전 말고 석 달 전
이번 달보다 석 달 앞선 달
저번 달보다 두 달 앞선 달
# ko-when MONTHLY 6
꼭 반년 전
정확히 6개월 전
이달 기준 6개월 전
지금으로부터 반년 전
이번 달보다 여섯 달 앞선 달
이달에서 반년 거슬러 올라간 달
# ko-when MONTHLY 12
작년 이번 달
1년 전 이맘때
작년 요맘때
한 해 전 이달
이달 기준 12개월 전
이번 달보다 열두 달 앞선 달
올해 말고 작년 이맘때
# ko-when MONTHLY 24
재작년 이번 달
두 해 전 이맘때
재작년 요맘때
지지난해 이달
이달 기준 24개월 전
이번 달보다 2년 앞선 달
작년 말고 재작년 이맘때
# ko-when QUARTERLY 1
지난 분기
이번 분기 말고 저번 분기
이번 분기 기준 직전 분기
오늘 기준으로 지난 분기
이번 분기 바로 앞의 분기
이번 분기보다 한 분기 앞선 분기
# ko-when QUARTERLY 2
지지난 분기
이번 분기 기준 전전 분기
지난 분기 말고 지지난 분기
지난 분기 직전의 분기
이번 분기보다 두 분기 앞선 분기
저번 분기보다 한 분기 앞선 분기
# ko-when QUARTERLY 3
꼭 세 분기 전
이번 분기로부터 세 분기 전
이번 분기 기준 3개 분기 전
두 분기 전 말고 세 분기 전
지지난 분기 직전의 분기
저번 분기보다 두 분기 앞선 분기
# ko-when QUARTERLY 4
지난해 이번 분기
한 해 전 이번 분기
올해 말고 작년 이번 분기
지금으로부터 네 분기 전
이번 분기보다 네 분기 앞선 분기
이번 분기에서 1년 거슬러 올라간 분기
# ko-when YEARLY 1
작년
지난해 한 해
올해 말고 작년
올해 기준 1년 전
올해 바로 직전 해
올해보다 한 해 앞선 해
# ko-when YEARLY 2
재작년
지지난해 한 해
작년 말고 재작년
올해 기준 전전년도
지금으로부터 2년 전
작년 직전 해
올해보다 두 해 앞선 해
# ko-when YEARLY 3
올해로부터 3년 전
재작년 말고 그 전해
2년 전 말고 3년 전
재작년 직전 해
올해보다 3년 앞선 해
재작년보다 한 해 앞선 해
# ko-latest
{noun} 최신 수치 부탁드려요.
{noun}, 최근 걸로 하나만.
가장 최근에 발표된 {noun} 수치는 얼마인가요?
{noun}<이> 지금은 얼마나 되나요?
{noun} 최근 통계값
{noun} 최신 자료
최신 {noun}<을> 한마디로 답해 줘.
업데이트된 {noun}<이> 필요합니다. 얼마입니까?
{noun} 요즘 얼마래요?
현재 공식 통계로 {noun}<은> 얼마입니까?
오늘 시점에서 가장 최신인 {noun}<은> 얼마죠?
인용할 {noun}<은> 최신 것이어야 합니다. 얼마인가요?
제일 나중에 나온 {noun} 수치가 얼마야?
슬라이드에 넣을 {noun} 최신 숫자 알려 줘.
{noun}<은> 가장 최근 발표에서 얼마로 나왔습니까?
지금까지 공개된 {noun} 중 마지막 수치를 알려 주십시오.
{noun} 새 통계 나왔나요? 얼마예요?
{noun}<이> 현재 얼마인지 확인해 주시겠습니까?
묵은 자료 말고 최신 {noun}<이> 얼마인지 알고 싶어요.
{noun} 지금 수치
요즘 {noun}<이> 얼마쯤 되는지 궁금해요.
가장 최신 집계에서 {noun}<은> 얼마였나요?
{noun}, 현재까지 나온 가장 새로운 값은?
면담 자료를 갱신하려고 {noun} 최신값을 요청드립니다.
{noun} 얼마야, 요즘?
당장 구할 수 있는 최신 {noun}<은> 얼마인가?
# ko-published
{window} 발표된 {tag} 관련 소식을 전부 보여 주세요.
{tag}, {window} 발표된 거 뭐 있지?
{window} 산업부에서 {tag} 관련 보도자료를 냈습니까?
{tag} 관련 보도자료, {window} 나온 것 목록
{window} 배포된 {tag} 자료 찾아 줄래?
정부가 {window} {tag}<을> 놓고 발표한 내용이 무엇인지 알려 주십시오.
{tag} 발표: {window} 나온 자료
{window} 나온 {tag} 관련 보도자료의 요지를 알고 싶습니다.
{tag}<을> 취재 중입니다. {window} 관련 발표가 있었는지요?
{window} {tag}에 관한 보도자료가 나간 적 있나요?
보고서에 넣을 {tag} 소식을 찾는데 {window} 나온 게 있을까요?
{window} {tag} 얘기가 담긴 보도자료가 나왔는데 뭐였더라?
{window} 부처가 {tag} 건으로 공식 발표한 게 뭐예요?
{tag}에 관하여 {window} 공표된 보도자료를 확인하고자 합니다.
{window} 무슨 {tag} 발표가 있었는지 알려 줄 수 있어?
산업부 보도자료, {tag}, {window} 배포
{window} 나온 정부 발표 가운데 {tag}<과> 관계있는 것은?
동료한테 들었는데 {window} {tag} 관련 발표가 나왔대요. 무슨 내용인가요?
{tag} 쪽 소식 좀. {window} 발표된 거로.
{window} {tag} 관련해 산업부가 언론에 알린 사항은 무엇입니까?
대사관입니다. {tag}<과> 관련하여 {window} 발표된 자료를 보내 주시겠습니까?
{window} {tag} 관련 보도자료가 나왔다는데 어떤 건이야?
{tag}에 대해 조사하는 학생인데요, {window} 정부가 발표한 게 있나요?
{window} 나온 발표가 있나요? {tag}에 관한 것으로요.
{window} 나온 {tag} 보도자료를 아직 못 봤어요. 어떤 내용이었죠?
의원실 요청 사항입니다: {window} 발표된 {tag} 관련 자료
# ko-window week
바로 지난주에
지난주 한 주간
저번 주 한 주 동안
이번 주 말고 지난주에
오늘 기준으로 지난주에
지난주 월요일에서 일요일까지
# ko-window this-week
이번 주 중에
금주 들어
지난주 말고 이번 주에
이번 주 들어 지금까지
이번 주 월요일 이후로
이번 주 월요일부터 오늘까지
# ko-window month
바로 지난달에
지난달 한 달간
저번 달 중에
이번 달 말고 지난달에
오늘 기준으로 지난달에
지난달 첫날부터 마지막 날까지
# ko-window since
{first} 이후로
{first}부터 오늘까지
{before}<이> 지나고 나서
{first} 또는 그 이후에
{before} 다음 날부터 오늘까지
{first}<을> 포함하여 그 이후에
# ko-window between
{first}에서 {last}까지
{first}부터 {last}까지(양일 포함)
{first}부터 {last}까지의 기간에
{first}에서 시작해 {last}까지
{first} 이후로 {last}까지
# ko-window day
{day} 당일에
딱 {day}에
정확히 {day}에
{day} 그날 하루 동안
배포일 기준으로 {day}에
전날도 다음 날도 아닌 {day}에
# ko-window in
{month} 한 달 동안
앞뒤 달 말고 {month}에
배포일 기준으로 {month}에
{month} 1일에서 말일 사이에
{month} 초부터 그달 말까지
# ko-window days
최근 {days}일간
최근 {days}일 안에
지난 {days}일 사이에
오늘까지 최근 {days}일간
오늘까지 지난 {days}일 동안
오늘을 포함한 최근 {days}일 동안
# ko-nowhere
{period} {noun}<이> 얼마였는지 혹시 나와 있어요?
{noun} 통계 {period}
{noun} 수치를 알고 싶습니다. 기간은 {period}입니다.
산업부 자료에 {period} {noun} 수치가 있나요?
요즘 {noun}<이> 얼마쯤인지 알려 줘.
{period} 한 달간 {noun}<은> 얼마로 집계됐습니까?
가장 최근 발표된 {noun} 수치가 얼마예요?
기사에 쓸 {period} {noun}<을> 확인 부탁드립니다.
{noun}<은> {period}에 얼마나 됐지?
{period} {noun} 공식 집계를 인용하고자 합니다. 얼마입니까?
# ko-nowhere-subject
다문화 가구 수 | 산후조리원 수 | 재혼 건수 | 층간소음 민원 건수 | 백일해 환자 수 | 토익 응시자 수 |
지하철 유실물 접수 건수 | 소방관 채용 인원 | 건강검진 수검자 수 | 어린이집 원아 수 |
템플스테이 참가자 수 | 해수욕장 방문객 수 | 요양병원 입원 환자 수 | 산불 감시원 수
"""
