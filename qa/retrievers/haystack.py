"""A component for Haystack (https://docs.haystack.deepset.ai), by the extra `haystack`."""

import asyncio
from typing import Self

from haystack import Document, component, default_from_dict, default_to_dict
from haystack.utils import Secret, deserialize_secrets_inplace

from qa.client import Client, Limits
from qa.retrievers.found import read_found


@component
class ReleaseRetriever:
    """Passages of releases, their metadata as `qa.retrievers.found` says.

    It asks the service at `url` for `k` passages at most, with a `key` where that wants one. With
    `abstain` there are none where nothing answers. Raises ClientError.
    """

    def __init__(
        self,
        url: str,
        *,
        key: Secret | None = None,
        k: int = 5,
        abstain: bool = True,
    ) -> None:
        self.url = url
        self.key = key
        self.k = k
        self.abstain = abstain
        self._client: Client | None = None

    def warm_up(self) -> None:
        """Resolve the key and make ready to ask; a pipeline does this before it runs."""
        self._open()

    def _open(self) -> Client:
        if self._client is None:
            self._client = Client(self.url, key=self.key.resolve_value() if self.key else None)
        return self._client

    def close(self) -> None:
        """Give up the connection to the service; a pipeline that is closed does this."""
        if self._client is not None:
            self._client.close()
            self._client = None

    @component.output_types(documents=list[Document])
    def run(self, query: str, limits: Limits | None = None) -> dict[str, list[Document]]:
        """The documents for a question; `limits` go before `k`."""
        answer = self._open().ask(query, limits or Limits(k=self.k))
        return {
            "documents": [
                Document(id=each.id, content=each.text, meta=each.metadata, score=each.score)
                for each in read_found(answer, abstain=self.abstain)
            ]
        }

    @component.output_types(documents=list[Document])
    async def run_async(
        self, query: str, limits: Limits | None = None
    ) -> dict[str, list[Document]]:
        """The same, awaited."""
        return await asyncio.to_thread(self.run, query, limits)

    def to_dict(self) -> dict[str, object]:
        """As a pipeline is saved: without the key itself."""
        key = self.key.to_dict() if self.key else None
        saved: dict[str, object] = default_to_dict(
            self, url=self.url, key=key, k=self.k, abstain=self.abstain
        )
        return saved

    @classmethod
    def from_dict(cls, data: dict[str, object]) -> Self:
        """As a pipeline is loaded."""
        deserialize_secrets_inplace(data["init_parameters"], keys=["key"])
        loaded: Self = default_from_dict(cls, data)
        return loaded
