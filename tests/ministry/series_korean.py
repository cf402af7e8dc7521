"""Series that come in Korean only: two that the ranking is fitted on, two held out of the fit."""

from tests.ministry.figures import Measure, Unit
from tests.ministry.series import Series, Split, make_series
from tests.ministry.spans import Cadence

_TEXTILE = """
# ask level
textile and apparel exports | exports of textiles
섬유 수출액 | 섬유·패션 수출 | 섬유류 수출
# ask level_change
textile exports
섬유 수출
# ask fabric
exports of woven fabrics
직물 수출액
# items product
yarn=섬유사 | fiber=섬유원료 | finished goods=섬유제품
# ko-title 2018
{month} 섬유 수출 {level}, {level_change} {level_up}
{period} 섬유산업 수출입 동향
# ko-lead 2018
{ministry}<은> {period} 섬유류 수출이 {level}<으로> 전년 동월 대비 {level_change} {level_up}하였다고
  밝혔다.
{month} 섬유 수출은 {level}<을> 기록하여 지난해 같은 달보다 {level_change} {level_up}했다.
# ko-title 2025
섬유·패션 수출, {month} {level} 기록
{month} 섬유 수출 {level_up}… {level}
# ko-lead 2025
{month} 섬유·패션 수출이 {level}<으로> 전년 대비 {level_change} {level_up}한 것으로 나타났다.
  {ministry}<이>
  {day} 발표한 자료에 따른 것이다.
우리 섬유업계는 {period} 한 달간 {level}<을> 수출했다({level_change} {level_up}).
# ko-detail
직물 수출은 {fabric}<으로> {fabric_change} {fabric_up}하였다.
이 가운데 직물은 {fabric}<이> 수출되었다.
{before_month}의 {level_before}<과> 비교하면 {level_step_change} {level_step_up}하였다.
작년 같은 달에는 {level_ago}<을> 수출했다.
원료 가격과 환율이 수출 단가에 영향을 미쳤다.
베트남과 인도네시아 현지 공장의 가동률이 회복되고 있다.
친환경 소재와 재생섬유에 대한 해외 주문이 늘었다.
올해 들어 {month}까지의 누계는 {level_so_far}이다.
대구·경북 지역 업체들은 인력난을 호소하고 있다.
# ko-product
품목별로는 {product_ups}<이> 증가한 반면 {product_downs}<은> 감소했다.
# ko-close
{short}<은> 업계 간담회를 열어 애로사항을 청취할 예정이다.
자세한 내용은 붙임 자료를 참고하기 바란다.
"""

_PARTS = """
# ask level
exports of materials, parts and equipment
소재·부품 수출액 | 소재부품 수출
# ask level_change
exports of materials and parts
소재·부품 수출
# ask surplus
the trade surplus in materials and parts
소재·부품 무역흑자
# ko-title 2025
{month} 소재·부품 수출 {level}
{period} 소재·부품 교역 동향
소재부품 무역수지 {surplus} 흑자
# ko-lead 2025
{period} 소재·부품 수출은 전년 동기 대비 {level_change} {level_up}한 {level}<으로> 잠정 집계되었다.
{ministry}에 따르면 {month} 소재·부품 수출은 {level}, 무역흑자는 {surplus}<을> 기록했다.
# ko-detail
무역수지는 {surplus} 흑자를 나타냈다.
흑자 규모는 작년 같은 분기의 {surplus_ago}에서 {surplus}<으로> 바뀌었다.
직전 분기에는 {level_before}<을> 수출했다.
대일 의존도는 {rate}<으로> 낮은 수준을 유지하였다.
전자부품과 화학제품이 전체의 절반 이상을 차지한다.
핵심 품목의 국산화를 위한 연구개발 투자가 이어지고 있다.
수요기업과 공급기업 간 협력 모델도 확산되고 있다.
# ko-close
정부는 공급망 안정을 위해 비축과 수입선 다변화를 병행할 방침이다.
"""

_APPLIANCE = """
# ask level
home appliance exports | household appliance shipments abroad
가전 수출액 | 가전제품 수출
# ask level_change
home appliance exports
가전 수출액
# ask fridge
refrigerator exports
냉장고 수출액
# ko-title 2018
가전제품 수출 실적({period})
{month} 가전 수출, 전년보다 {level_change} {level_up}
# ko-lead 2018
가전제품의 {period} 수출 실적은 {level}<으로>, 1년 전보다 {level_change} {level_up}한 규모이다.
# ko-title 2025
{period} 가전 수출 실적 발표
생활가전 수출 {level}… {level_up}세
# ko-lead 2025
해외로 나간 가전제품은 {month} 기준 {level}어치이며 1년 전과 견주어 {level_change} {level_up}한
  것으로 파악되었다.
{period} 가전업계의 수출 실적이 {level}<으로> 확인되었다고 {ministry} 관계자는 설명했다.
# ko-detail
냉장고는 {fridge}어치가 팔려 나갔다.
그중 냉장고 수출 실적은 {fridge}이다.
한 달 전 실적은 {level_before}, 1년 전 실적은 {level_ago}<으로> 나타난 바 있다.
프리미엄 제품 위주로 수요가 옮겨 가는 모습이다.
해외 생산 비중이 높아 국내 수출에는 한계가 있다는 지적도 있다.
세탁기 세이프가드의 영향은 크지 않았다.
에너지효율 규제가 강화되면서 고효율 제품이 주목받았다.
물류비 부담은 여전하다는 것이 업계의 설명이다.
# ko-close
관련 통계는 협회 누리집에서 내려받을 수 있다.
"""

_REGION = """
# ask level
exports of small and medium-sized enterprises
중소기업 수출액 | 중소기업 분기 수출
# ask firms
the number of exporting small firms
수출 중소기업 수
# ko-title 2025
중소기업 수출 실적({period})
{month} 중소기업 수출 {level_up}세 나타내
# ko-lead 2025
중소기업이 {period}에 올린 수출 실적은 {level}이며, 참여 기업은 {firms}개사이다.
지난 {month} 중소기업 수출은 {level}<으로> 확정되었다.
# ko-detail
수출에 나선 기업은 {firms}개사로 파악되었다.
한 해 전 같은 분기의 실적은 {level_ago}이다.
화장품과 플라스틱 제품이 상위 품목에 올랐다.
온라인 수출 기업이 꾸준히 늘고 있다.
수출바우처를 받은 기업의 성과가 상대적으로 좋았다.
전 분기({level_before})와의 차이는 계절 요인이 크다.
# ko-close
지방청별 상담 창구에서 신청을 받는다.
"""

KOREAN_SERIES: tuple[Series, ...] = (
    make_series(
        "textiles",
        Split.FIT,
        Cadence.MONTHLY,
        "Industry",
        (15, 24),
        (
            Measure("level", Unit.USD_FINE, 1.31, -0.012, 0.05, 0.04),
            Measure("fabric", Unit.USD_FINE, 0.52, -0.005, 0.02, 0.02, part_of="level"),
        ),
        _TEXTILE,
        korean_share=1.0,
        first_year=2014,
    ),
    make_series(
        "parts",
        Split.FIT,
        Cadence.QUARTERLY,
        "Industry",
        (18, 30),
        (
            Measure("level", Unit.USD_BILLION, 63, 0.02, 0.03, 0.04),
            Measure("surplus", Unit.USD_BILLION, 0.36, 0, 0.03, 0.04, part_of="level"),
            Measure("rate", Unit.SHARE, 21, -0.015, 0.0, 0.02),
        ),
        _PARTS,
        korean_share=1.0,
    ),
    make_series(
        "appliances",
        Split.HELDOUT,
        Cadence.MONTHLY,
        "Industry",
        (16, 26),
        (
            Measure("level", Unit.USD_FINE, 0.92, -0.01, 0.06, 0.05),
            Measure("fridge", Unit.USD_FINE, 0.23, 0.005, 0.05, 0.03, part_of="level"),
        ),
        _APPLIANCE,
        korean_share=1.0,
        first_year=2016,
    ),
    make_series(
        "small-firms",
        Split.HELDOUT,
        Cadence.QUARTERLY,
        "Trade",
        (25, 40),
        (
            Measure("level", Unit.USD_BILLION, 23.5, 0.015, 0.03, 0.04),
            Measure("firms", Unit.COUNT, 61000, 0.012, 0.02, 0.02),
        ),
        _REGION,
        korean_share=1.0,
    ),
)
