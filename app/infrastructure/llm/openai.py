"""OpenAI, and every server that speaks its chat completions: Groq, Ollama, vLLM, OpenRouter."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.ports.llm import LLMRefusedError, LLMRequest, LLMUnavailableError
from app.infrastructure.llm.conversation import Answer, ConversingLLMService, Structure
from app.infrastructure.llm.failures import CallFailedError, VendorErrors, translated
from app.infrastructure.llm.openai_client import OPENAI_URL, make_openai_client

if TYPE_CHECKING:
    import openai


class OpenAILLMService(ConversingLLMService):
    """`ILLMService` over chat completions. The client is made at the first call and kept."""

    def __init__(
        self,
        *,
        api_key: str,
        model: str,
        base_url: str = "",
        timeout: float = 90.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        super().__init__(model=model, base_url=base_url or OPENAI_URL, timeout=timeout, sleep=sleep)
        self._api_key = api_key
        self._is_vendor = self.host == "api.openai.com"
        self._kept: tuple[openai.AsyncOpenAI, VendorErrors] | None = None

    @property
    def provider(self) -> str:
        """See `ILLMService.provider`."""
        return "openai" if self._is_vendor else "openai_compatible"

    async def aclose(self) -> None:
        """See `ILLMService.aclose`."""
        if self._kept is not None:
            await self._kept[0].close()
            self._kept = None

    async def _call(self, request: LLMRequest, structure: Structure) -> Answer:
        client, errors = await self._connected()
        shape = _response_format(request, structure)
        with translated(errors):
            found: Any = await client.chat.completions.create(**self._arguments(request), **shape)
            usage = getattr(found, "usage", None)
            answer = Answer(
                "",
                input_tokens=getattr(usage, "prompt_tokens", None),
                output_tokens=getattr(usage, "completion_tokens", None),
                model=found.model or "",
            )
            if not found.choices:
                return answer
            message, reason = found.choices[0].message, found.choices[0].finish_reason
            refused = bool(getattr(message, "refusal", None)) or reason == "content_filter"
            return replace(answer, text=message.content or "", refused=refused, cut=reason == "length")

    async def _pieces(self, request: LLMRequest) -> AsyncGenerator[str, None]:
        client, errors = await self._connected()
        with translated(errors):
            chunks: Any = await client.chat.completions.create(
                **self._arguments(request), stream=True, stream_options={"include_usage": True}
            )
            finished = False
            async with chunks:
                async for chunk in chunks:
                    for choice in chunk.choices or []:
                        finished = finished or bool(choice.finish_reason)
                        if getattr(choice.delta, "refusal", None) or choice.finish_reason == "content_filter":
                            raise CallFailedError(LLMRefusedError())
                        if choice.delta.content:
                            yield choice.delta.content
            if not finished:
                raise CallFailedError(LLMUnavailableError("The language model's answer broke off"))

    def _arguments(self, request: LLMRequest) -> dict[str, Any]:
        messages = [{"role": "system", "content": request.system}] if request.system else []
        messages += [{"role": message.role, "content": message.content} for message in request.messages]
        # The vendor's newer models refuse the old name, many compatible servers do not know the new one.
        ceiling = "max_completion_tokens" if self._is_vendor else "max_tokens"
        return {"model": self._model, "messages": messages, ceiling: request.max_tokens}

    async def _connected(self) -> "tuple[openai.AsyncOpenAI, VendorErrors]":
        async with self._loading:
            if self._kept is None:
                self._kept = await asyncio.to_thread(
                    make_openai_client, api_key=self._api_key, base_url=self._base_url, timeout=self._timeout
                )
            return self._kept


def _response_format(request: LLMRequest, structure: Structure) -> dict[str, Any]:
    if request.schema is None or structure == "plain":
        return {}
    if structure == "json_object":
        return {"response_format": {"type": "json_object"}}
    schema = {"name": request.schema.name, "strict": True, "schema": dict(request.schema.schema)}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}
