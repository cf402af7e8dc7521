"""The retriever in LangChain itself."""

import asyncio

import pytest

pytest.importorskip("langchain_core", reason="needs: pip install '.[langchain]'")

from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from qa.client import AsyncClient, Client, Limits
from qa.retrievers.langchain import ReleaseRetriever
from tests.qa.retrievers.expected import QUESTION, UNANSWERED, check_metadata


def test_documents_of_a_question_have_their_metadata(url: str) -> None:
    with Client(url) as client:
        documents = ReleaseRetriever(client=client, limits=Limits(k=2)).invoke(QUESTION)
    assert len(documents) == 2
    assert documents[0].id == documents[0].metadata["passage_id"]
    check_metadata(documents[0].page_content, documents[0].metadata)


def test_question_that_nothing_answers_has_documents_only_when_wanted(url: str) -> None:
    with Client(url) as client:
        assert ReleaseRetriever(client=client).invoke(UNANSWERED) == []
        nearest = ReleaseRetriever(client=client, abstain=False).invoke(UNANSWERED)
    assert {document.metadata["verdict"] for document in nearest} == {"not_found"}


@pytest.mark.parametrize("own", [True, False])
def test_awaited_documents_are_the_same(url: str, own: bool) -> None:
    async def ask(waiting: Client) -> list[Document]:
        async with AsyncClient(url) as client:
            retriever = ReleaseRetriever(client=waiting, async_client=client if own else None)
            found: list[Document] = await retriever.ainvoke(QUESTION)
            return found

    with Client(url) as client:
        assert asyncio.run(ask(client)) == ReleaseRetriever(client=client).invoke(QUESTION)


def test_retriever_is_a_link_of_a_chain(url: str) -> None:
    def cite(documents: list[Document]) -> str:
        return str(documents[0].metadata["citation"])

    with Client(url) as client:
        chain = ReleaseRetriever(client=client) | RunnableLambda(cite)
        assert "15 December 2025" in chain.invoke(QUESTION)
