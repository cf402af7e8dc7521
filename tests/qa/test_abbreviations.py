"""What is written out of a question, told by hand."""

import pytest

from qa.abbreviations import write_out


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("latest FDI", "latest foreign direct investment (FDI)"),
        ("latest fdi?", "latest foreign direct investment (fdi)?"),
        ("SMEs' exports", "small and medium-sized enterprises (SMEs)' exports"),
        ("FTAs signed", "free trade agreements (FTAs) signed"),
        ("2분기 FDI는?", "2분기 foreign direct investment (FDI)는?"),
        ("foreign direct investment, FDI", "foreign direct investment, FDI"),
        ("M&A and MOUs", "merger and acquisition (M&A) and memorandums of understanding (MOUs)"),
        ("EV sales", "electric vehicle (EV) sales"),
        ("ev sales", "ev sales"),
        ("K-FEZ, ICT, SMEDIA, x.FTA, FTA-based", "K-FEZ, ICT, SMEDIA, x.FTA, FTA-based"),
        ("", ""),
    ],
)
def test_abbreviations_of_the_trade_are_written_out_where_the_question_does_not(
    text: str, written: str
) -> None:
    assert write_out(text) == written
