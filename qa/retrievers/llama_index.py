"""A retriever for LlamaIndex (https://developers.llamaindex.ai); the extra is `llama-index`."""

import asyncio

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from qa.api.answer_schemas import AnswerOut
from qa.client import AsyncClient, Client, Limits
from qa.client.calls import NO_LIMITS
from qa.retrievers.found import read_found


class ReleaseRetriever(BaseRetriever):
    """Passages of releases, their metadata as `qa.retrievers.found` says.

    With `abstain` there are none where nothing answers. Without an `async_client`, what awaits it
    has the `client` ask in a thread. Raises ClientError.
    """

    def __init__(
        self,
        client: Client,
        *,
        async_client: AsyncClient | None = None,
        limits: Limits = NO_LIMITS,
        abstain: bool = True,
    ) -> None:
        super().__init__()
        self._client = client
        self._async_client = async_client
        self._limits = limits
        self._abstain = abstain

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return self._make_nodes(self._client.ask(query_bundle.query_str, self._limits))

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        question = query_bundle.query_str
        if self._async_client is None:
            answer = await asyncio.to_thread(self._client.ask, question, self._limits)
        else:
            answer = await self._async_client.ask(question, self._limits)
        return self._make_nodes(answer)

    def _make_nodes(self, answer: AnswerOut) -> list[NodeWithScore]:
        return [
            NodeWithScore(
                node=TextNode(
                    id_=each.id,
                    text=each.text,
                    metadata=each.metadata,
                    # A model needs who said it and when; the rest is for programs.
                    excluded_llm_metadata_keys=[
                        name for name in each.metadata if name not in _TOLD
                    ],
                ),
                score=each.score,
            )
            for each in read_found(answer, abstain=self._abstain)
        ]


_TOLD = ("title", "published", "publisher", "citation")
