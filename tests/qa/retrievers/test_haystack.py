"""The component in Haystack itself."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest

pytest.importorskip("haystack", reason="needs: pip install '.[haystack]'")

from haystack import Pipeline
from haystack.components.joiners import DocumentJoiner
from haystack.utils import Secret

from qa.client import Limits
from qa.retrievers.haystack import ReleaseRetriever
from tests.qa.retrievers.expected import QUESTION, UNANSWERED, check_metadata


@pytest.fixture
def retriever(url: str) -> Iterator[ReleaseRetriever]:
    with closing(ReleaseRetriever(url, k=2)) as retriever:
        yield retriever


def test_documents_of_a_question_have_their_metadata_and_score(retriever: ReleaseRetriever) -> None:
    documents = retriever.run(query=QUESTION)["documents"]
    assert len(documents) == 2
    assert documents[0].id == documents[0].meta["passage_id"]
    assert documents[0].score == documents[0].meta["confidence"]
    assert documents[0].content is not None
    check_metadata(documents[0].content, documents[0].meta)


def test_question_that_nothing_answers_has_documents_only_when_wanted(url: str) -> None:
    with closing(ReleaseRetriever(url)) as retriever:
        assert retriever.run(query=UNANSWERED) == {"documents": []}
    with closing(ReleaseRetriever(url, abstain=False)) as retriever:
        nearest = retriever.run(query=UNANSWERED)["documents"]
    assert {document.meta["verdict"] for document in nearest} == {"not_found"}


def test_limits_are_given_with_the_question(retriever: ReleaseRetriever) -> None:
    limits = Limits(k=1, as_of=date(2025, 12, 15))
    [document] = retriever.run(QUESTION, limits)["documents"]
    assert document.meta["published"] == "2025-12-15"


def test_awaited_documents_are_the_same(retriever: ReleaseRetriever) -> None:
    assert asyncio.run(retriever.run_async(QUESTION)) == retriever.run(QUESTION)


def test_pipeline_is_saved_without_its_key_and_answers_when_loaded(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELEASE_QA_KEY", "secret")
    pipeline = Pipeline()
    key = Secret.from_env_var("RELEASE_QA_KEY")
    pipeline.add_component("releases", ReleaseRetriever(url, key=key, k=2))
    pipeline.add_component("joined", DocumentJoiner())
    pipeline.connect("releases.documents", "joined.documents")
    saved = pipeline.dumps()
    assert "secret" not in saved
    trusted = ["qa.retrievers.haystack"]
    with closing(Pipeline.loads(saved, allowed_modules=trusted)) as loaded:
        found = loaded.run({"releases": {"query": QUESTION}})
    first = found["joined"]["documents"][0]
    check_metadata(first.content, first.meta)
