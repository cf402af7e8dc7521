"""What is written out of a question, told by hand."""

import pytest

from qa.language.abbreviations import write_out


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("latest FDI", "latest foreign direct investment (FDI)"),
        ("latest fdi?", "latest foreign direct investment (fdi)?"),
        ("outbound FDI", "outbound direct investment"),
        ("SMEs' exports", "small and medium-sized enterprises (SMEs)' exports"),
        ("SMRs built", "small modular reactors (SMRs) built"),
        ("2분기 FDI는?", "2분기 foreign direct investment (FDI)는?"),
        ("foreign direct investment, FDI", "foreign direct investment, FDI"),
        ("NTBs of trade", "non-tariff barriers (NTBs) of trade"),
        ("small and medium-sized enterprises (SMEs)", "small and medium-sized enterprises (SMEs)"),
        ("K-FEZ, ICT, SMEDIA, x.FDI, FDI-led", "K-FEZ, ICT, SMEDIA, x.FDI, FDI-led"),
        ("", ""),
    ],
)
def test_abbreviations_of_the_trade_are_written_out_where_the_question_does_not(
    text: str, written: str
) -> None:
    assert write_out(text) == written
