"""Countries, topics, venues, agencies and names: the vocabulary that one-off releases draw on.

It is shared by both parts of the collection, so that they distract each other; their templates
are not. Names of people and companies are invented.
"""

from dataclasses import dataclass

from tests.ministry.phrases import read_sections


@dataclass(frozen=True, slots=True)
class Country:
    """A partner country; `region` says what its people are called."""

    english: str
    korean: str
    adjective: str
    capital: str
    capital_korean: str
    region: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that is talked about, by its English and its Korean name."""

    english: str
    korean: str


_COUNTRIES = """
Vietnam|베트남|Vietnamese|Hanoi|하노이|viet
Indonesia|인도네시아|Indonesian|Jakarta|자카르타|malay
Malaysia|말레이시아|Malaysian|Kuala Lumpur|쿠알라룸푸르|malay
Thailand|태국|Thai|Bangkok|방콕|thai
the Philippines|필리핀|Philippine|Manila|마닐라|latin
Singapore|싱가포르|Singaporean|Singapore|싱가포르|china
Cambodia|캄보디아|Cambodian|Phnom Penh|프놈펜|thai
India|인도|Indian|New Delhi|뉴델리|india
Bangladesh|방글라데시|Bangladeshi|Dhaka|다카|india
Sri Lanka|스리랑카|Sri Lankan|Colombo|콜롬보|india
Mongolia|몽골|Mongolian|Ulaanbaatar|울란바토르|steppe
Kazakhstan|카자흐스탄|Kazakh|Astana|아스타나|steppe
Uzbekistan|우즈베키스탄|Uzbek|Tashkent|타슈켄트|steppe
Turkmenistan|투르크메니스탄|Turkmen|Ashgabat|아시가바트|steppe
China|중국|Chinese|Beijing|베이징|china
Taiwan|대만|Taiwanese|Taipei|타이베이|china
Japan|일본|Japanese|Tokyo|도쿄|japan
Australia|호주|Australian|Canberra|캔버라|anglo
New Zealand|뉴질랜드|New Zealand|Wellington|웰링턴|anglo
Canada|캐나다|Canadian|Ottawa|오타와|anglo
the United States|미국|American|Washington, D.C.|워싱턴|anglo
the United Kingdom|영국|British|London|런던|anglo
Germany|독일|German|Berlin|베를린|german
Austria|오스트리아|Austrian|Vienna|빈|german
France|프랑스|French|Paris|파리|french
Belgium|벨기에|Belgian|Brussels|브뤼셀|french
the Netherlands|네덜란드|Dutch|The Hague|헤이그|german
Norway|노르웨이|Norwegian|Oslo|오슬로|nordic
Denmark|덴마크|Danish|Copenhagen|코펜하겐|nordic
Finland|핀란드|Finnish|Helsinki|헬싱키|nordic
Poland|폴란드|Polish|Warsaw|바르샤바|slavic
Czechia|체코|Czech|Prague|프라하|slavic
Hungary|헝가리|Hungarian|Budapest|부다페스트|slavic
Romania|루마니아|Romanian|Bucharest|부쿠레슈티|slavic
Spain|스페인|Spanish|Madrid|마드리드|latin
Mexico|멕시코|Mexican|Mexico City|멕시코시티|latin
Peru|페루|Peruvian|Lima|리마|latin
Chile|칠레|Chilean|Santiago|산티아고|latin
Colombia|콜롬비아|Colombian|Bogotá|보고타|latin
Brazil|브라질|Brazilian|Brasília|브라질리아|latin
Argentina|아르헨티나|Argentine|Buenos Aires|부에노스아이레스|latin
the United Arab Emirates|아랍에미리트|Emirati|Abu Dhabi|아부다비|arab
Saudi Arabia|사우디아라비아|Saudi|Riyadh|리야드|arab
Qatar|카타르|Qatari|Doha|도하|arab
Oman|오만|Omani|Muscat|무스카트|arab
Egypt|이집트|Egyptian|Cairo|카이로|arab
Morocco|모로코|Moroccan|Rabat|라바트|arab
Israel|이스라엘|Israeli|Jerusalem|예루살렘|hebrew
Türkiye|튀르키예|Turkish|Ankara|앙카라|turkic
South Africa|남아프리카공화국|South African|Pretoria|프리토리아|africa
Kenya|케냐|Kenyan|Nairobi|나이로비|africa
Tanzania|탄자니아|Tanzanian|Dodoma|도도마|africa
Ethiopia|에티오피아|Ethiopian|Addis Ababa|아디스아바바|africa
"""
COUNTRIES: tuple[Country, ...] = tuple(
    Country(*line.split("|")) for line in _COUNTRIES.strip().splitlines()
)

_GOODS = """
hydrogen=수소 | offshore wind=해상풍력 | nuclear power=원자력 발전 | secondary batteries=이차전지
memory chips=메모리 반도체 | electric vehicles=전기차 | shipbuilding=조선 | green steel=친환경 철강
technical textiles=산업용 섬유 | service robots=서비스 로봇 | drones=드론 | smart farming=스마트팜
carbon capture=탄소 포집 | biosimilars=바이오시밀러 | vaccines=백신 | cosmetics=화장품
halal food=할랄식품 | OLED displays=OLED 디스플레이 | AI chips=인공지능 반도체 | heat pumps=히트펌프
satellite parts=위성 부품 | precision machinery=정밀기계 | battery recycling=배터리 재활용
power grids=전력망 | small modular reactors=소형모듈원전 | ammonia bunkering=암모니아 벙커링
lithium refining=리튬 정제 | fertilizers=비료 | urban air mobility=도심항공교통
medical imaging=의료영상기기 | optical lenses=광학렌즈 | fisheries equipment=수산 장비
carbon fiber=탄소섬유 | power semiconductors=전력반도체 | 3D printing=3D 프린팅 | tidal
  turbines=조류발전기
electric buses=전기버스 | dental implants=치과용 임플란트 | smart glasses=스마트 안경 | sodium
  cells=나트륨 전지
"""
_POLICIES = """
critical minerals=핵심광물 | rare earths=희토류 | digital trade=디지털 통상 | e-commerce=전자상거래
rules of origin=원산지 규정 | trade secrets=영업비밀 보호 | smart cities=스마트시티
liquefied natural gas=액화천연가스 | energy efficiency=에너지 효율 | customs clearance=통관
supply chain resilience=공급망 안정 | startup exchange=스타트업 교류 | trade in services=서비스 무역
visas for engineers=기술인력 비자 | infrastructure finance=인프라 금융 | copper mining=구리 광산
carbon border taxes=탄소국경세 | export controls=수출통제 | food security=식량안보 | grain
  imports=곡물 수입
"""


def _read_topics(block: str) -> tuple[Topic, ...]:
    pairs = (
        pair
        for line in block.strip().replace("\n  ", " ").splitlines()
        for pair in line.split(" | ")
    )
    return tuple(Topic(*pair.split("=")) for pair in pairs)


GOODS: tuple[Topic, ...] = _read_topics(_GOODS)
POLICIES: tuple[Topic, ...] = _read_topics(_POLICIES)

_VENUES = """
the Korea Chamber of Commerce and Industry=대한상공회의소 | COEX in Seoul=서울 코엑스
the Lotte Hotel in Seoul=서울 롯데호텔 | BEXCO in Busan=부산 벡스코 | KINTEX in Goyang=고양 킨텍스
the Government Complex in Sejong=정부세종청사 | EXCO in Daegu=대구 엑스코
the Songdo Convensia in Incheon=인천 송도컨벤시아 | the Daejeon Convention Center=대전컨벤션센터
the Korea Trade Insurance Corporation=한국무역보험공사 | the Plaza Hotel in Seoul=서울 더플라자호텔
the Kimdaejung Convention Center in Gwangju=광주 김대중컨벤션센터 | the Korea Press
  Center=한국프레스센터
the International Convention Center Jeju=제주국제컨벤션센터 | the KOTRA headquarters=코트라 본사
the Trade Tower in Seoul=서울 트레이드타워 | the Hotel Shilla=신라호텔 | CECO in Changwon=창원
  컨벤션센터
"""
VENUES: tuple[Topic, ...] = _read_topics(_VENUES)

AGENCIES: tuple[str, ...] = (
    "the Korea Trade-Investment Promotion Agency (KOTRA)",
    "the Korea Institute for Advancement of Technology (KIAT)",
    "the Korea International Trade Association (KITA)",
    "the Korea Electrotechnology Research Institute",
    "the Korea Testing Laboratory",
    "the Korea Energy Agency",
    "the Korea Institute of Geoscience and Mineral Resources (KIGAM)",
    "the Korea Planning and Evaluation Institute of Industrial Technology",
    "the Korea Institute for Robot Industry Advancement",
    "the Korea Trade Insurance Corporation (K-SURE)",
    "the Korea Automotive Technology Institute",
    "the Korea Industrial Complex Corporation",
)

CITIES: tuple[Topic, ...] = tuple(
    Topic(*pair.split("="))
    for pair in (
        "Ulsan=울산 Pohang=포항 Gunsan=군산 Yeosu=여수 Changwon=창원 Gumi=구미 Cheongju=청주 "
        "Wonju=원주 Jeonju=전주 Mokpo=목포 Geoje=거제 Asan=아산 Iksan=익산 Gangneung=강릉 "
        "Andong=안동 Gwangyang=광양 Seosan=서산 Jecheon=제천 Jinju=진주 Chuncheon=춘천"
    ).split()
)

COMPANIES: tuple[str, ...] = tuple(
    f"{first} {last}"
    for first in (
        "Hanbit Daeryuk Saebom Mirinae Cheongun Baekdu Norang Garam Onnuri Taeseong "
        "Haedong Jinsol Woorim Pureun Areum Daegyo Sinpo Hyeonmu Gaon Namhae"
    ).split()
    for last in ("Precision", "Energy Solutions", "Chemical", "Electronics", "Motors", "Biologics")
)

_PEOPLE = """
# viet
Nguyen Van Lam | Tran Thi Hoa | Pham Quoc Bao
Le Minh Duc | Vo Thanh Son | Do Thi Mai
# malay
Hartono Wijaya | Siti Rahmawati | Azman Idris
Budi Santosa | Nur Aini Salleh | Rizal Hakim
# thai
Somchai Prasert | Kannika Wongsa | Anan Chaiyasit
Malee Srisuk | Sok Vannak | Chan Dara
# latin
Lucía Fuentes | Rafael Ortega | Marisol Quiroga
Ernesto Valdés | Joaquín Beltrán | Inés Carvalho
# china
Zhou Mingyuan | Lin Xiaohui | Gao Shaoqing
Hsieh Chia-wen | Tang Wei Ming | Fan Yulan
# india
Arvind Kulkarni | Meera Subramanian | Rajat Bhattacharya
Anil Perera | Farhana Haque | Vikas Rao
# steppe
Batbayar Ganzorig | Aigerim Sadykova | Daniyar Bekov
Rustam Yuldashev | Oyun Tsend | Azat Orazov
# japan
Okada Shinji | Morimoto Keiko | Hayashi Tetsuo
Fujisawa Ryo | Nishimoto Akane | Sakai Jun
# anglo
Margaret Ellery | Thomas Wainwright | Fiona Hartley
Douglas Pryor | Helen Ashcombe | Grant Maddox
# german
Karin Vollmer | Jürgen Brandtner | Anneke de Wit
Matthias Oberhauser | Ulrike Sommer | Pieter Smit
# french
Hélène Marchand | Olivier Delacourt | Benoît Lambrecht
Sophie Garnier | Luc Verhaegen | Claire Noël
# nordic
Ingrid Solberg | Mikkel Thorsen | Aino Lehtonen
Lars Nygaard | Freja Holm | Jukka Salmi
# slavic
Marek Zieliński | Jana Horáková | Gábor Szentes
Ioana Dumitrescu | Piotr Wrona | Tomáš Kubík
# arab
Khalid Al Mansouri | Noura Al Harthy | Tarek Fahmy
Yousef Benali | Saif Al Dosari | Amal Haddad
# hebrew
Yael Shamir | Eitan Regev | Noa Bar-On
Amir Golan | Tamar Peled | Uri Navon
# turkic
Selin Aydoğan | Murat Keskin | Emre Toprak
Zeynep Yalçın | Kemal Soylu | Defne Arslan
# africa
Thandiwe Mokoena | Joseph Kiprono | Amina Mwakalinga
Bekele Tadesse | Grace Wanjiku | Sipho Dlamini
"""
_REGIONS = {
    section.name: tuple(name for line in section.lines for name in line.split(" | "))
    for section in read_sections(_PEOPLE)
}


def people_of(region: str) -> tuple[str, ...]:
    """Names of officials from a region."""
    return _REGIONS[region]
