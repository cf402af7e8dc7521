"""Countries in questions and in releases, by each of their forms."""

import pytest

from qa.language.countries import count_countries, cut_countries, find_countries, names_country


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("Has Korea announced a center in Chile?", {"Chile"}),
        ("nuclear plant in peru", {"Peru"}),
        ("What did Japanese and Indonesian firms ask for?", {"Japan", "Indonesia"}),
        ("exports to the U.S. and the EU", {"United States", "European Union"}),
        ("trade with the United Arab Emirates", {"United Arab Emirates"}),
        ("Korea–Mongolia center", {"Mongolia"}),
        ("What does Türkiye import?", {"Türkiye"}),
        ("let us see what Seoul exports", set()),
        ("turkey prices", set()),
        ("exports to Latin America", set()),
        ("wind farms in New Mexico", set()),
        ("wind farms in new mexico", set()),
        ("New Mexican tariffs on steel", {"Mexico"}),
        ("the new Mexican tariffs, and new Indian ones", {"Mexico", "India"}),
        ("south american and North American markets", set()),
        ("South Africa and South America", {"South Africa"}),
        ("Korean exports in Georgia", set()),
        ("the Indianapolis motor show", set()),
        ("", set()),
    ],
)
def test_countries_that_a_question_names_are_found(question: str, countries: set[str]) -> None:
    assert find_countries(question) == countries


@pytest.mark.parametrize(
    ("text", "country", "named"),
    [
        ("The Chilean ministry of mining", "Chile", True),
        ("칠레 광업부와 협약을 맺었다.", "Chile", True),
        ("한국과 미국은", "United States", True),
        ("American firms", "United States", True),
        ("WASHINGTON, DC: U S Senators", "United States", True),
        ("the U. S. market", "United States", True),
        ("It is open to all of us.", "United States", False),
        ("Mongolia and Peru", "Chile", False),
        ("exports to Latin America", "United States", False),
        ("중남미 수출", "United States", False),
        ("대일 의존도", "Japan", True),
        ("한·미 협의", "Japan", False),
        ("한·미 협의", "United States", True),
        ("한-중-일 정상회의", "Japan", True),
        ("한미일 3국이", "Japan", True),
        ("한미일 3국이", "United States", True),
        ("한일중 정상회의", "China", True),
        ("대미 투자", "United States", True),
        ("한독 산업협력", "Germany", True),
        ("한베 공급망 센터", "Vietnam", True),
        ("몽골과 페루", "Chile", False),
    ],
)
def test_release_names_a_country_in_any_of_its_forms(text: str, country: str, named: bool) -> None:
    assert names_country(text, country) is named


def test_their_names_are_cut_in_any_form() -> None:
    assert cut_countries("Chilean and peruvian firms").split() == ["and", "firms"]


def test_countries_are_counted_by_any_form_and_the_dollar_is_none() -> None:
    counted = count_countries("Chile sold copper for US$3 to China. Chilean wine sells too.")
    assert counted == {"Chile": 2, "China": 1}
