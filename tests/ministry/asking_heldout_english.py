"""Questions in English, in the part held out of the fit. See `tests.ministry.asking_heldout`."""

ENGLISH_HELDOUT = """
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
"""
