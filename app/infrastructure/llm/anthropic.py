"""Anthropic's messages."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TYPE_CHECKING, Any, ClassVar

from app.domain.ports.llm import LLMRefusedError, LLMRequest, LLMUnavailableError
from app.infrastructure.llm.conversation import Answer, ConversingLLMService, Structure
from app.infrastructure.llm.failures import CallFailedError, VendorErrors, translated
from app.infrastructure.llm.transport import make_client

if TYPE_CHECKING:
    import anthropic

ANTHROPIC_URL = "https://api.anthropic.com"


class AnthropicLLMService(ConversingLLMService):
    """`ILLMService` over the messages API. The client is made at the first call and kept."""

    structures: ClassVar[tuple[Structure, ...]] = ("json_schema", "plain")

    def __init__(
        self,
        *,
        api_key: str,
        model: str,
        base_url: str = "",
        timeout: float = 90.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        super().__init__(model=model, base_url=base_url or ANTHROPIC_URL, timeout=timeout, sleep=sleep)
        self._api_key = api_key
        self._kept: tuple[anthropic.AsyncAnthropic, VendorErrors] | None = None

    @property
    def provider(self) -> str:
        """See `ILLMService.provider`."""
        return "anthropic"

    async def aclose(self) -> None:
        """See `ILLMService.aclose`."""
        if self._kept is not None:
            await self._kept[0].close()
            self._kept = None

    async def _call(self, request: LLMRequest, structure: Structure) -> Answer:
        client, errors = await self._connected()
        shape: dict[str, Any] = {}
        if request.schema is not None and structure == "json_schema":
            shape = {"output_config": {"format": {"type": "json_schema", "schema": dict(request.schema.schema)}}}
        with translated(errors):
            found: Any = await client.messages.create(**self._arguments(request), **shape)
            usage = getattr(found, "usage", None)
            return Answer(
                "".join(block.text for block in found.content or [] if block.type == "text"),
                refused=found.stop_reason == "refusal",
                cut=found.stop_reason == "max_tokens",
                input_tokens=getattr(usage, "input_tokens", None),
                output_tokens=getattr(usage, "output_tokens", None),
                model=found.model or "",
            )

    async def _pieces(self, request: LLMRequest) -> AsyncGenerator[str, None]:
        client, errors = await self._connected()
        with translated(errors):
            events: Any = await client.messages.create(**self._arguments(request), stream=True)
            finished = False
            async with events:
                async for event in events:
                    if event.type == "message_delta":
                        finished = True
                        if event.delta.stop_reason == "refusal":
                            raise CallFailedError(LLMRefusedError())
                    elif event.type == "content_block_delta" and event.delta.type == "text_delta":
                        yield event.delta.text
            if not finished:
                raise CallFailedError(LLMUnavailableError("The language model's answer broke off"))

    def _arguments(self, request: LLMRequest) -> dict[str, Any]:
        messages = [{"role": message.role, "content": message.content} for message in request.messages]
        system = {"system": request.system} if request.system else {}
        return {"model": self._model, "messages": messages, "max_tokens": request.max_tokens, **system}

    async def _connected(self) -> "tuple[anthropic.AsyncAnthropic, VendorErrors]":
        async with self._loading:
            if self._kept is None:
                self._kept = await asyncio.to_thread(self._make)
            return self._kept

    def _make(self) -> "tuple[anthropic.AsyncAnthropic, VendorErrors]":
        import anthropic  # noqa: PLC0415 - the import takes seconds, and most installations never call a model

        client = anthropic.AsyncAnthropic(
            api_key=self._api_key,
            base_url=self._base_url,
            timeout=self._timeout,
            max_retries=0,
            http_client=make_client(self._timeout),
        )
        errors = VendorErrors(
            anthropic.APIStatusError, anthropic.APITimeoutError, anthropic.APIConnectionError, anthropic.APIError
        )
        return client, errors
