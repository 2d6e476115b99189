"""Embeddings of OpenAI, and of every server that speaks its interface: Ollama, vLLM, LiteLLM."""

import asyncio
import math
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.domain.ports.embeddings import EmbeddingsUnavailableError, Vector
from app.domain.ports.llm import LLMAttempt, LLMAttemptStatus, LLMBudget
from app.infrastructure.llm.failures import CallFailedError, VendorErrors, translated
from app.infrastructure.llm.openai_client import OPENAI_URL, make_openai_client

if TYPE_CHECKING:
    import openai

_AT_ONCE = 16
_LONGEST = 8000


class OpenAIEmbedder:
    """`IEmbedder` over `/embeddings`. A call is made once: whoever asks in the background asks again later."""

    def __init__(self, *, api_key: str, model: str, base_url: str = "", timeout: float = 30.0) -> None:
        self._api_key = api_key
        self._model = model
        self._base_url = base_url or OPENAI_URL
        self._timeout = timeout
        self._loading = asyncio.Lock()
        self._kept: tuple[openai.AsyncOpenAI, VendorErrors] | None = None

    @property
    def name(self) -> str:
        """See `IEmbedder.name`."""
        return f"{self._model}@{self.host}"

    @property
    def host(self) -> str:
        """See `IEmbedder.host`."""
        parts = urlsplit(self._base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""

    @property
    def provider(self) -> str:
        """See `IEmbedder.provider`."""
        return "openai" if self.host == "api.openai.com" else "openai_compatible"

    @property
    def is_instant(self) -> bool:
        """See `IEmbedder.is_instant`."""
        return False

    async def embed(self, texts: Sequence[str], *, budget: LLMBudget) -> list[Vector]:
        """See `IEmbedder.embed`; of a long text the first 8,000 characters count."""
        async with self._loading:
            if self._kept is None:
                self._kept = await asyncio.to_thread(
                    make_openai_client, api_key=self._api_key, base_url=self._base_url, timeout=self._timeout
                )
        vectors: list[Vector] = []
        for start in range(0, len(texts), _AT_ONCE):
            vectors += await self._call([text[:_LONGEST] or " " for text in texts[start : start + _AT_ONCE]], budget)
        return vectors

    async def aclose(self) -> None:
        """See `IEmbedder.aclose`."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            await kept[0].close()

    async def _call(self, texts: Sequence[str], budget: LLMBudget) -> list[Vector]:
        tokens, done = sum(map(len, texts)) // 4, False
        try:
            vectors, counted = await self._ask(texts)
            tokens, done = counted or tokens, True
        except TimeoutError:
            raise EmbeddingsUnavailableError("The embedding model took too long") from None
        except CallFailedError as failed:
            raise EmbeddingsUnavailableError(retry_after=getattr(failed.error, "retry_after", 30)) from None
        finally:
            status: LLMAttemptStatus = "completed" if done else "failed"
            budget.book(LLMAttempt(purpose="embed", status=status, model=self._model, input_tokens=tokens))
        return vectors

    async def _ask(self, texts: Sequence[str]) -> tuple[list[Vector], int]:
        if self._kept is None:
            raise EmbeddingsUnavailableError
        client, errors = self._kept
        with translated(errors):
            async with asyncio.timeout(self._timeout):
                # Compatible servers know the plain form only.
                found: Any = await client.embeddings.create(
                    model=self._model, input=list(texts), encoding_format="float"
                )
            rows = sorted(found.data, key=lambda row: row.index)
            vectors = [_unit(row.embedding) for row in rows]
            if len(vectors) != len(texts) or len({len(vector) for vector in vectors}) != 1:
                raise ValueError("an answer of another shape")
            return vectors, getattr(found.usage, "prompt_tokens", 0)


def _unit(numbers: Sequence[float]) -> Vector:
    length = math.hypot(*numbers)
    if not math.isfinite(length) or length == 0.0:
        raise ValueError("a vector without a direction")
    return array("f", [value / length for value in numbers])
