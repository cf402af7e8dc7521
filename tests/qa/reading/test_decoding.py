"""Pages in the encodings they come in, whatever is said of them. Files: see test_sources.py."""

import pytest

from qa.errors import SourceError
from qa.reading.decoding import decode_page


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "euc-kr", "cp949"])
@pytest.mark.parametrize("said", [None, "text/html", "text/html; charset=ISO-8859-1", "charset=?"])
def test_korean_page_is_decoded_whatever_is_said_of_it(encoding: str, said: str | None) -> None:
    page = "<p>11월 정보통신산업 수출이 역대 최대를 기록했다.</p>"
    assert decode_page(page.encode(encoding), said) == page


def test_page_is_decoded_as_it_says_of_itself() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">“Café”'
    assert decode_page(page.encode("cp1252")) == page
    japanese = "<p>輸出が増えた</p>"
    assert decode_page(japanese.encode("shift_jis"), "text/html; charset=Shift_JIS") == japanese


def test_few_broken_bytes_do_not_lose_a_page() -> None:
    page = ("수출이 늘었다. " * 200).encode() + b"\xff"
    assert decode_page(page).endswith("\ufffd")
    with pytest.raises(SourceError, match="none of them"):
        decode_page(b"\xff\x00" * 100)
