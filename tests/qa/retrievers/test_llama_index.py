"""The retriever in LlamaIndex itself."""

import asyncio

import pytest

pytest.importorskip("llama_index.core", reason="needs: pip install '.[llama-index]'")

from llama_index.core.schema import MetadataMode, NodeWithScore
from llama_index.core.tools import RetrieverTool

from qa.client import AsyncClient, Client, Limits
from qa.retrievers.llama_index import ReleaseRetriever
from tests.qa.retrievers.expected import QUESTION, UNANSWERED, check_metadata


def test_nodes_of_a_question_have_their_metadata_and_score(url: str) -> None:
    with Client(url) as client:
        nodes = ReleaseRetriever(client, limits=Limits(k=2)).retrieve(QUESTION)
    assert len(nodes) == 2
    assert nodes[0].score == nodes[0].metadata["confidence"]
    assert nodes[0].node_id == nodes[0].metadata["passage_id"]
    check_metadata(nodes[0].text, nodes[0].metadata)


def test_model_is_told_the_citation_and_not_the_ids(url: str) -> None:
    with Client(url) as client:
        first = ReleaseRetriever(client).retrieve(QUESTION)[0]
    told = first.get_content(metadata_mode=MetadataMode.LLM)
    assert str(first.metadata["citation"]) in told
    assert str(first.metadata["passage_id"]) not in told


def test_question_that_nothing_answers_has_nodes_only_when_wanted(url: str) -> None:
    with Client(url) as client:
        assert ReleaseRetriever(client).retrieve(UNANSWERED) == []
        nearest = ReleaseRetriever(client, abstain=False).retrieve(UNANSWERED)
    assert {node.metadata["verdict"] for node in nearest} == {"not_found"}


@pytest.mark.parametrize("own", [True, False])
def test_awaited_nodes_are_the_same(url: str, own: bool) -> None:
    async def ask(waiting: Client) -> list[NodeWithScore]:
        async with AsyncClient(url) as client:
            retriever = ReleaseRetriever(waiting, async_client=client if own else None)
            found: list[NodeWithScore] = await retriever.aretrieve(QUESTION)
            return found

    with Client(url) as client:
        expected = ReleaseRetriever(client).retrieve(QUESTION)
        awaited = asyncio.run(ask(client))
    assert [node.node_id for node in awaited] == [node.node_id for node in expected]
    check_metadata(awaited[0].text, awaited[0].metadata)


def test_retriever_serves_an_agent_as_a_tool(url: str) -> None:
    with Client(url) as client:
        tool = RetrieverTool.from_defaults(ReleaseRetriever(client))
        assert "15 December 2025" in tool.call(QUESTION).content
