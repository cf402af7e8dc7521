"""What readers take the series held out of the fit to report, and no release does: by series, in
English and in Korean. Other goods, and other measures of the same ones, as a journalist asks for.

Chosen by what the releases say and never by what is made of the question. Whoever reads them to
mend what is answered has to have them chosen anew, as with `tests.ministry.asking_heldout`.
"""

BESIDE_HELDOUT = """
# autos
exports of motorcycles | bicycle exports | exports of used cars | tractor exports | car imports |
  sales of imported cars | tire exports | the number of registered vehicles | vehicle thefts |
  the average price of a new car | the number of scrapped cars |
  the number of unsold cars at dealers
오토바이 수출액 | 중고차 수출 대수 | 자동차 등록 대수
# power
household electricity bills | the number of power outages | district heating sales |
  city gas sales | tap water sales | losses on the power grid | the number of charging stations |
  carbon emissions from power plants | electricity use by data centers | unpaid electricity bills
도시가스 판매량 | 가정용 전기요금 | 정전 건수
# batteries
exports of dry cells | exports of separators for batteries | exports of anode materials |
  electrolyte exports | battery imports | lithium imports | exports of fuel cells |
  exports of phone chargers | the average price of lithium | the profits of battery makers |
  the amount of used batteries collected | the number of battery fires
충전기 수출액 | 건전지 수출액 | 리튬 수입량
# machine-tools
orders for printing presses | orders for packaging machines | orders for excavators |
  forklift orders | elevator orders | machine tool imports | shipments of industrial pumps |
  shipments of sewing machines | the order backlog of machine tool builders |
  wages at machine tool builders | the average price of a lathe
굴착기 수주액 | 공작기계 수입액 | 지게차 출하 대수
# consumer-goods
exports of toys | exports of stationery | exports of handbags | watch exports | jewelry exports |
  exports of kitchenware | exports of pet food | soap exports | exports of wigs |
  exports of sports goods | imports of consumer goods | exports of musical instruments
장난감 수출액 | 가방 수출액 | 시계 수출
# outbound-investment
Koreans' purchases of foreign shares | Koreans' purchases of houses abroad |
  outbound portfolio investment | development aid to poor countries | loans to foreign governments |
  dividends from affiliates abroad | royalties on foreign patents |
  spending by Korean tourists abroad | jobs at Korean factories abroad |
  the number of firms that moved back to Korea
해외 주식 투자액 | 해외여행 지출액 | 국내로 돌아온 기업 수
# complexes
employment on national industrial complexes | the number of firms on national complexes |
  accidents on industrial complexes | factory rents on national complexes |
  land prices on industrial complexes | waste from national complexes |
  water use on industrial complexes | the output of free trade zones |
  the occupancy rate of hotels | the utilisation rate of hospital beds
국가산업단지 고용 인원 | 산업단지 임대료 | 호텔 객실 가동률
# plants
overseas housing contracts | orders for bridges abroad | overseas road contracts |
  orders for subway lines abroad | contracts for airports abroad | plant orders from Africa |
  domestic plant orders | profits on overseas plants | unpaid bills for overseas plants |
  the number of Korean workers on overseas sites
해외 도로 수주액 | 아프리카 플랜트 수주액 | 해외 주택 수주
# robots
robot exports | robot imports | sales of cleaning robots | sales of surgical robots |
  drone makers' sales | sales of 3D printers | research spending by robot makers |
  the average wage at robot makers | the number of robot accidents
로봇 수출액 | 청소 로봇 매출액 | 드론산업 매출액
# renewables
new wind power capacity | new hydropower capacity | new geothermal capacity | new nuclear capacity |
  retired coal capacity | newly installed battery storage | heat pump installations |
  the price of solar modules | solar panel exports | jobs in renewable energy |
  the amount of discarded solar panels | subsidies for rooftop solar
풍력 신규 설치용량 | 태양광 패널 수출액 | 재생에너지 일자리 수
# fta-use
the number of certificates of origin issued | tariffs saved through trade agreements |
  customs revenue | the number of trade agreements in force |
  the utilisation rate of export insurance | the FTA utilisation rate of services |
  the share of exports sent by air | the average time of customs clearance | false origin claims
원산지증명서 발급 건수 | 관세 납부액 | 수출보험 이용률
# standards
copyright registrations | trademark registrations | design registrations |
  the number of Korean standards withdrawn | the number of Korean standards translated |
  the number of accredited laboratories | the number of products with a KC mark |
  the budget of the standards agency | the number of firms with ISO certificates |
  the number of complaints about product marks
저작권 등록 건수 | 상표 등록 건수 | 공인 시험기관 수
# appliances
washing machine exports | air conditioner exports | vacuum cleaner exports | television exports |
  dishwasher exports | rice cooker exports | exports of massage chairs | lamp exports |
  imports of home appliances | domestic sales of home appliances | refrigerator imports
세탁기 수출액 | 에어컨 수출액 | 밥솥 수출
# small-firms
exports of large corporations | exports of mid-sized companies | exports of start-ups |
  exports of women-led firms | online exports of small firms | imports of small firms |
  wages at small firms | jobs at small firms | overdue loans of small firms |
  research spending of small firms | the number of small firms closed
대기업 수출액 | 중견기업 수출액 | 중소기업 폐업 건수
"""
