"""A retriever for LangChain (https://docs.langchain.com), which the extra `langchain` installs."""

import asyncio

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from qa.api.answer_schemas import AnswerOut
from qa.client import AsyncClient, Client, Limits
from qa.client.calls import NO_LIMITS
from qa.retrievers.found import read_found


class ReleaseRetriever(BaseRetriever):
    """Passages of releases, their metadata as `qa.retrievers.found` says.

    With `abstain` there are none where nothing answers. Without an `async_client`, what awaits it
    has the `client` ask in a thread. Raises ClientError.
    """

    client: Client
    async_client: AsyncClient | None = None
    limits: Limits = NO_LIMITS
    abstain: bool = True

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's own
    ) -> list[Document]:
        return self._make_documents(self.client.ask(query, self.limits))

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's own
    ) -> list[Document]:
        if self.async_client is None:
            answer = await asyncio.to_thread(self.client.ask, query, self.limits)
        else:
            answer = await self.async_client.ask(query, self.limits)
        return self._make_documents(answer)

    def _make_documents(self, answer: AnswerOut) -> list[Document]:
        return [
            Document(id=each.id, page_content=each.text, metadata=each.metadata)
            for each in read_found(answer, abstain=self.abstain)
        ]
