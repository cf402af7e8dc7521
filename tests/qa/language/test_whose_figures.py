"""Whose figures a question asks for, and which releases may tell them."""

import pytest

from qa.language.whose_figures import find_whose, tells_figures_of
from tests.timing import takes_less


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("What were Japan's ICT exports in November 2025?", {"Japan"}),
        ("did japan’s exports rise", {"Japan"}),
        ("How much did Chinese semiconductor exports rise?", {"China"}),
        ("Did Japanese exports rise in May?", {"Japan"}),
        ("the Philippines' imports", {"Philippines"}),
        ("How much did exports of Japan rise?", {"Japan"}),
        ("the trade deficit of the United States in May", {"United States"}),
        ("What did Vietnam export in November?", {"Vietnam"}),
        ("How many ships did Japanese shipyards win?", {"Japan"}),
        ("How many ships have Japanese shipyards won?", {"Japan"}),
        ("How do Japan's exports compare with Taiwan's exports?", {"Japan", "Taiwan"}),
        ("일본의 11월 ICT 수출액은?", {"Japan"}),
        ("미국이 11월에 수출한 자동차는?", {"United States"}),
        ("Japan's chip exports to China", {"Japan"}),
        ("exports to Japan", set()),
        ("Korea's exports to Japan's neighbor", set()),
        ("Japan ICT exports", set()),
        ("US exports in May", set()),
        ("the share of China in exports", set()),
        ("Chinese imports in May", set()),
        ("Did Japanese investment in Korea rise?", set()),
        ("중국의 투자 신고액은 얼마인가요?", set()),
        ("What did Japan's minister say?", set()),
        ("What did Yeo say about China's export controls?", set()),
        ("Did China agree to buy more?", set()),
        ("중국의 수출 통제에 대해 뭐라고 했나?", set()),
        ("일본 수출은 얼마나 늘었나?", set()),
        ("Korea's exports", set()),
        ("", set()),
    ],
)
def test_whose_figures_are_asked_for_is_what_is_said_plainly(
    question: str, countries: set[str]
) -> None:
    assert find_whose(question) == countries


@pytest.mark.parametrize(
    ("text", "country", "told"),
    [
        ("Exports to Japan also rose 18.0 percent.", "Japan", False),
        ("exports to China, including Hong Kong (up 5%), the EU (up 2%) and Japan", "Japan", False),
        ("By destination, Vietnam (up 11.6 percent) and Japan (-2%) led.", "Vietnam", False),
        ("Imports from Japan fell.", "Japan", False),
        ("Competition from Japanese makers has grown.", "Japan", False),
        ("The surplus came to US$9.4 billion.", "United States", False),
        ("a network investment in the United States", "United States", False),
        ("Demand for cars in Vietnam recovered.", "Vietnam", False),
        ("대일본 수출은 3% 늘었다.", "Japan", False),
        ("국가별로 일본(18.0%), 대만(3.1%) 수출이 늘었다.", "Japan", False),
        ("Japan’s exports of chips rose.", "Japan", True),
        ("Japanese car production fell to 600,000.", "Japan", True),
        ("Korea won 30 percent of all orders, and China took 45 percent.", "China", True),
        ("Chinese shipyards won 45 percent.", "China", True),
        ("Retail sales in Japan rose 2 percent.", "Japan", True),
        ("Exports (up 2%) of Japan rose.", "Japan", True),
        ("Investors from Greater China (up 2.2%) and Japan pledged more.", "Japan", True),
        ("일본의 반도체 수출은 2% 늘었다.", "Japan", True),
        ("일본 기업이 투자를 신고했다.", "Japan", True),
        ("Exports of Korea rose.", "Japan", False),
        # What a release is on needs not be said at each figure.
        ("Peru has relieved its miners. Exports of copper to China rose.", "Peru", False),
        ("Peru has relieved its miners, the Peruvian Congress said. Exports rose.", "Peru", True),
        ("Exports to Japan rose. Those to Japan had fallen.", "Japan", False),
    ],
)
def test_figures_of_a_country_are_not_what_went_there(text: str, country: str, told: bool) -> None:
    assert tells_figures_of(text, country) is told


@pytest.mark.parametrize(
    "piece", ["to China, Japan, ", "to China (", "to China and ", "China ", "from A B C D ("]
)
def test_time_is_linear_in_a_release_of_nothing_but_countries(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    # Were it quadratic, five seconds to fifteen.
    assert takes_less(lambda: tells_figures_of.__wrapped__(text, "China"), 3)
