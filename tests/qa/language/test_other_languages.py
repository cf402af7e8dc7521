"""Which questions are plainly in another language than English and Korean."""

import doctest

import pytest

from qa.language import other_languages
from qa.language.other_languages import find_other_language


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(other_languages).failed == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2025年11月の輸出額はいくらでしたか", "ja"),
        ("リコール", "ja"),
        ("2025年11月信息通信技术出口额是多少?", "zh"),
        ("Сколько составил экспорт в ноябре?", "ru"),
        ("ما هي صادرات نوفمبر؟", "ar"),
        ("การส่งออกเดือนพฤศจิกายน", "th"),
        ("Quelles étaient les exportations en novembre 2025 ?", "fr"),
        ("Où se trouve le centre de recyclage ?", "fr"),
        ("Qui est le ministre du commerce dans ce pays ?", "fr"),
        ("Wie hoch waren die Exporte im November 2025?", "de"),
        ("Wann wurde das Zentrum eröffnet?", "de"),
        ("¿Cuánto crecieron las exportaciones en noviembre?", "es"),
        ("Quais foram as exportações de chips em novembro?", "pt"),
        ("Quanto sono cresciute le esportazioni a novembre?", "it"),
        ("Hoeveel was de export in november 2025?", "nl"),
    ],
)
def test_question_in_another_language_is_told(text: str, language: str) -> None:
    assert language in find_other_language(text)


@pytest.mark.parametrize(
    "text",
    """exports to São Paulo|Universidade de São Paulo|Rio de Janeiro trade mission|Volkswagen
    |Oscar de la Renta|Who is Luis de la Cruz?|Côte d'Ivoire|Les Misérables|pour homme perfumes
    |What does "wie geht es" mean?|What did Der Spiegel and Die Welt say on exports?|der Spiegel
    |Société Générale de Surveillance|Ministerio de Comercio para el Desarrollo|exports por favor
    |Como|北京 trade mission in 2025|韓中 FTA exports|수출 日本|일본 経済産業省|K-FEZ|2025|?|µ
    |α-carotene|fur exports|hat recalls|export novembre 2025|FDI
    |Darfur comment UN|de minimis comment deadline|Ho Chi Minh City exports per month
    |qui tam settlements La Jolla|Tai chi classes per week|Sono Motors e-cars una tantum""".split(
        "|"
    ),
)
def test_names_and_borrowed_words_make_no_other_language(text: str) -> None:
    assert find_other_language(text.strip()) == ()
