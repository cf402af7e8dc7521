"""What one-off releases say besides their subject: one pool per part and language."""

from tests.ministry.series import Split

_FIT = """
The {ministry} has [named|identified] {topic3} as a priority for {year}.
"We will make sure that {topic} and {topic3} grow together," an official of the division said.
According to {agency2}, the market for {topic} has [doubled|grown by half] within five years.
{short} plans to report on progress by the [first|second] half of {next_year}.
Minister {minister} has said repeatedly that cooperation should "bear fruit that companies can
  feel."
Officials from the Ministry of Foreign Affairs and the Ministry of Economy and Finance also
  attended.
Small firms in [the provinces|Chungcheong|the southeast] stand to benefit most.
The matter had been raised with the National Assembly's trade committee in {last_year}.
Supply chains have been a standing item since the [shortage of parts|disruption of shipping] of the
  year before.
Questions by the press concerned {topic3} and the schedule for {next_year}.
The budget for {next_year} provides for [more|the same amount of] staff in this area.
Journalists were [shown|given] a short film and a fact sheet in [English|Korean and English].
Similar steps had been taken for {topic3} [two|three|five] years earlier.
[Think tanks|Trade associations] were asked for their views beforehand.
Vice Minister {vice} will [brief|inform] the cabinet on [Tuesday|the matter next week].
The Korean version of this release contains a list of contacts.
[Some|Around] {share2} of the firms asked in a poll called the step helpful.
Local governments will be [consulted|involved] before the [summer|end of the year].
Experience with {topic3} showed that [timing|financing|training] decides over success.
Several embassies in Seoul have [asked about|taken an interest in] the program.
The ministry has [published|put online] answers to frequent questions.
It follows the [third|fourth|fifth] basic plan, which runs until {term}.
Weather and traffic permitting, results are collected by the regional offices within [ten|fifteen]
  days.
Trade Minister {trade} had [announced|hinted at] it in an interview in {last_year}.
"""

_HELDOUT = """
Nothing was said about {topic3}; that will be dealt with separately.
Observers see in it a sign of the growing weight of {topic}.
Newspapers in {city} had written about the plan beforehand.
Figures on {topic3} will be handed in later.
Costs are borne half by the state and half by those who profit.
Minister {minister} called it "one step among many."
Those in charge have changed twice since {last_year}.
A hotline for questions is staffed from nine to six.
Critics doubt that the timetable until {next_year} can be kept.
{agency2^} published a booklet about it.
In neighboring countries, comparable schemes have been [given up|copied].
The audit office looks over the accounts every other year.
Two [newspapers|broadcasters] carried the story on their front pages.
For {topic3}, by contrast, there is still [no timetable|no money].
Lawmakers of both parties [wished for|would have liked] a faster pace.
About {share2} of those asked on the street knew of it.
[Photographs|Recordings] can be ordered from the press room.
A similar attempt in {last_year} had come to nothing.
Whoever wants to know more is referred to {agency2}.
At {venue}, an exhibition on {topic3} can be seen at the same time.
Vice Minister {vice} keeps an eye on the expenses.
There were [no|hardly any] objections during the hearing.
Experts expect [little|much] of it before {term}.
Provincial offices had sent in [seventy|ninety|a hundred and twenty] suggestions.
"""

_FIT_KO = """
{short}<은> {topic3_ko} 분야도 {year}년 중점 과제로 추진하고 있다.
이번 논의는 {last_year}년에 시작된 협의의 연장선에 있다.
정부는 {next_year}년 예산에 관련 사업을 반영할 계획이다.
{minister} 장관은 “기업이 체감할 수 있는 성과를 내겠다”고 밝혔다.
업계는 세제 지원과 규제 완화를 함께 건의하였다.
전문가들은 {topic_ko} 시장이 당분간 성장할 것으로 보고 있다.
관계 기관은 세부 일정을 조율 중이다.
"""

_HELDOUT_KO = """
{topic3_ko} 문제는 따로 다루기로 했다.
지난 {last_year}년에도 비슷한 시도가 있었으나 결실을 보지 못했다.
비용은 정부와 수혜자가 절반씩 낸다.
현장에서는 일정이 빠듯하다는 목소리도 나온다.
{minister} 장관은 “여러 걸음 가운데 하나”라고 평했다.
궁금한 점은 상담 전화로 물으면 된다.
세부 지침은 {next_year}년에 내려올 전망이다.
"""

_POOLS = {
    (Split.FIT, "en"): _FIT,
    (Split.HELDOUT, "en"): _HELDOUT,
    (Split.FIT, "ko"): _FIT_KO,
    (Split.HELDOUT, "ko"): _HELDOUT_KO,
}


def oneoff_remarks(split: Split, language: str) -> tuple[str, ...]:
    """Templates of remarks for one-off releases of a part, in a language."""
    return tuple(_POOLS[split, language].replace("\n  ", " ").strip().splitlines())
