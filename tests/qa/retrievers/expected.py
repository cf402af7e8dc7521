"""What every retriever is asked, and what has to come of it."""

from collections.abc import Mapping

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
UNANSWERED = "Who won the World Cup?"


def check_metadata(text: str, metadata: Mapping[str, object]) -> None:
    """That a passage about November 2025 says who published what, when, and how sure it is."""
    assert metadata["title"] == "Korea’s ICT Exports Reach All-Time High in November"
    assert metadata["published"] == "2025-12-15"
    assert metadata["publisher"] == "Ministry of Trade, Industry and Resources"
    assert (metadata["period_first"], metadata["period_last"]) == ("2025-11-01", "2025-11-30")
    assert metadata["url"] is None
    assert str(metadata["release_id"]).startswith("2025-12-15-")
    assert str(metadata["passage_id"]).startswith(f"{metadata['release_id']}:")
    assert (metadata["rank"], metadata["verdict"]) == (1, "answered")
    assert isinstance(metadata["confidence"], float)
    assert 0.5 < metadata["confidence"] <= 1
    assert str(metadata["sentence"]) in text
    assert "24.3 percent" in str(metadata["sentence"])
    assert "15 December 2025" in str(metadata["citation"])
