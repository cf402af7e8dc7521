"""What readers take the series to report that the ranking is fitted on, and no release does: by
series, in English and in Korean that the glossary knows."""

BESIDE_FIT = """
# exports
exports of umbrellas | exports of paper | exports of cut flowers | exports of fertilizers |
  exports of used clothing | exports of pianos | exports of drones | imports of coffee |
  imports of corn | imports of wine | overseas sales of rice
종이 수출액 | 커피 수입액 | 피아노 수출
# ict-exports
software exports | exports of video games | exports of hearing aids | web comic exports |
  the surplus in film rights | the number of ICT workers
게임 수출액 | 소프트웨어 수출
# retail
sales at pharmacies | sales at petrol stations | sales of farm shops | sales at bakeries |
  sales at car repair shops | hotel revenues | average rents of shops
주유소 매출액
# oil
iron ore imports | uranium imports | timber imports | the amount of rubber imported |
  sugar consumption | hydrogen consumption | the average price of nickel | the average price of rice
철광석 수입량 | 목재 수입량
# bio-health
exports of eyeglasses | exports of shoes | exports of cameras | exports of dairy products |
  exports of plastic goods | perfume exports
안경 수출
# textiles
exports of carpentry tools | exports of glass | wooden furniture exports
유리 수출액
# bsi
the households' sentiment index | the farmers' survey index | the sentiment index of hotels |
  the housing price index | the share price index
주택가격지수
# ship-orders
railway orders | orders for satellites | turbine orders | bus orders | orders for robots |
  orders for power plants
철도차량 수주액
# fdi
foreigners' bond holdings | remittances by workers abroad | bank loans to small firms |
  property purchases by foreigners | donations to charities
해외 송금액
# parts
exports of fruit | exports of works of art | exports of school books
쌀 수출액
# trade-remedies
trademark disputes | bankruptcy cases | labor complaints
사업장 안전사고 건수
# energy-balance
rice consumption | drinking water use | paper use by offices
쌀 소비량
# annual-exports
the annual number of births | annual film exports | annual farm income
연간 출생아 수
"""
