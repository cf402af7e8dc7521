"""Questions in Korean, in the part held out of the fit. See `tests.ministry.asking_heldout`."""

KOREAN_HELDOUT = """
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
