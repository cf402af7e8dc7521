"""What is asked for that is written in few ways alone, and texts that have anything so written."""

import doctest

import pytest

from qa.language import asked_forms
from qa.language.asked_forms import find_asked_form


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(asked_forms).failed == 0


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("What is the telephone number of the center?", "Call the hotline 119.", True),
        ("소상공인 콜센터 전화번호는?", "문의는 콜센터(1533-0600)로 하면 된다.", True),
        ("소상공인 콜센터 전화번호는?", "2026년 예산은 5,790억원이다.", False),
        ("To which e-mail address are entries sent?", "Write to award@example.org.", True),
        ("What is the web address for vouchers?", "See the website of the center.", False),
        ("At what temperature did the cells fail?", "They failed above 90 degrees.", True),
        ("What was the temperature during the frost?", "The frost struck 6,870 hectares.", False),
        ("나주의 기온은 얼마였나요?", "영하 2도까지 내려갔다.", True),
        ("나주의 기온은 얼마였나요?", "도에 따르면 피해는 6,870헥타르다.", False),
        ("How tall are the turbines?", "The 180-metre turbines stand off Sinan.", True),
        ("How tall are the turbines?", "3.1 gigawatts were installed.", False),
        ("How deep is the quay?", "The quay takes ships of 50,000 tonnes.", False),
        ("부두의 수심은 얼마인가요?", "수심 17미터의 부두다.", True),
        ("What colour are the stickers?", "Stickers with raised symbols are free.", False),
        ("What colour are the stickers?", "The yellow stickers are free.", True),
        ("What percentage of cashmere goes to Korea?", "Korea buys cashmere.", False),
        ("What share of sales was online?", "Online sales were 56.5% of all.", True),
        ("온라인 비중은 얼마였나요?", "온라인이 절반을 넘었다.", True),
        ("How heavy was the cocaine?", "2.3 tonnes were found.", True),
        ("How much does the rocker weigh?", "8,640 rockers are taken back.", False),
        ("How large an area was struck?", "6,870 hectares were.", True),
        ("희토류 센터의 건물 면적은?", "5년 동안 180억원을 지원한다.", False),
        ("What time does the ceremony begin?", "It begins at 2 p.m. on Monday.", True),
        ("시상식은 몇 시에 열리나요?", "시상식은 29일 코엑스에서 열린다.", False),
        ("What salary does the director get?", "He earned his doctorate in 2004.", False),
        ("소장의 연봉은 얼마인가요?", "소장의 보수는 1억 2천만원이다.", True),
        ("By what vote did the bill pass?", "The Senate passed it 52-47.", True),
        ("Which university did he attend?", "He had to attend the assembly.", False),
        ("Which university takes part?", "KAIST takes part.", True),
        ("Which law firm reviewed it?", "It was reviewed by Roe & Poe.", True),
        ("어느 대학을 나왔나요?", "이화여대 경제학과를 졸업했다.", True),
        ("How deep is the quay?", "The towers are 120 metres tall.", False),
        ("How deep is the quay?", "The quay is 17 metres below the sea.", True),
        ("How many votes did the name get?", "It was named after a vote, with 600 chips.", False),
        ("How many votes did the name get?", "It won 4,120 votes.", True),
        ("What was the turnout of the vote?", "The vote was held on May 2.", False),
        ("What was the turnout of the vote?", "Turnout reached 61 percent.", True),
        ("What interest rate does the loan carry?", "The loan is of KRW 5 billion.", False),
        ("What interest rate does the loan carry?", "It is lent at a rate of 2.5 percent.", True),
        ("대출 금리는 얼마인가요?", "연 2.5%로 빌려준다.", True),
        ("How old is the new head?", "The head has led it for years.", False),
        ("How old is the new head?", "Seo, 58, was born in Daegu.", True),
        ("What is the name of the tanker?", "The tanker called at Panama.", False),
        ("What is the name of the tanker?", "The tanker Blue Pearl called at Panama.", True),
        ("유조선 이름은?", "유조선 ‘한바다’호가 들어왔다.", True),
        ("What is the name of the captain?", "The crew of 20 was questioned.", False),
        ("선장 이름은 무엇인가?", "선장 김모 씨를 조사했다.", True),
        ("사절단이 묵은 호텔은?", "사절단은 첸나이를 찾았다.", False),
        ("Which bank will finance it?", "The order is worth USD 54 million.", False),
        ("Which bank will finance it?", "한국수출입은행이 대출한다.", True),
        ("공장의 시공사는 어디인가?", "공장은 2027년 착공한다.", False),
        ("공장의 시공사는 어디인가?", "한빛건설이 짓는다.", True),
        ("보상금은 얼마인가?", "소 69마리를 키우는 농장이다.", False),
        ("보상금은 얼마인가?", "농장에는 시세의 80%를 보상한다.", True),
        ("What is the price of a launch?", "The launch was put off by a day.", False),
        ("What is the price of a launch?", "A launch costs KRW 40 billion.", True),
        ("발사 비용은 얼마인가요?", "발사는 하루 연기되었다.", False),
        ("발사 비용은 얼마인가요?", "한 번 쏘는 데 400억 원이 든다.", True),
        ("Which hospital treated them?", "Two of them had burns.", False),
    ],
)
def test_text_has_what_is_asked_for_where_anything_is_written_so(
    question: str, text: str, told: bool
) -> None:
    form = find_asked_form(question)
    assert form is not None
    assert form.is_in(text) is told


@pytest.mark.parametrize(
    "question",
    [
        "How high did exports rise?",
        "What interest did members show?",
        "How did interest rates move in May?",
        "How old is the plant?",
        "How was the turnout at the fair?",
        "가격은 얼마나 올랐나요?",
        "은행 대출은 늘었나요?",
        "How much did exports weigh on growth?",
        "What is planned to warm up at low temperatures?",
        "재배면적이 줄어드는 이유는?",
        "온도 센서 수출은 얼마입니까?",
        "What did the university announce?",
        "How many people were at the fair?",
        "What time frame was agreed on?",
        "몇 시간 걸리나요?",
        "",
    ],
)
def test_what_is_written_in_many_ways_has_no_form(question: str) -> None:
    assert find_asked_form(question) is None
