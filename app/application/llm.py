"""What users see of the language model: what is set up, whether it works, and the ledger."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.application.metering import LLMMeter
from app.domain.llm import LLMCall, LLMNotEnabledError, check_llm_allowed
from app.domain.pagination import Page, PageRequest
from app.domain.ports.llm import ILLMService, LLMMessage, LLMRequest, LLMSchema
from app.domain.unit_of_work import UnitOfWorkFactory

_TEST_SCHEMA = LLMSchema(
    "test",
    {
        "type": "object",
        "properties": {"answer": {"type": "string", "description": "the word you were asked for"}},
        "required": ["answer"],
        "additionalProperties": False,
    },
)


@dataclass(frozen=True, slots=True)
class LLMStatus:
    """What is set up, and whether this user switched it on. Without a provider the built-in engine writes alone."""

    configured: bool
    provider: str
    host: str
    model: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class LLMTest:
    """A question was answered in the asked shape: by which model, and how fast."""

    model: str
    seconds: float
    input_tokens: int
    output_tokens: int


class LLMUseService:
    """Use cases around the language model itself."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        llm: ILLMService | None,
        meter: LLMMeter,
        *,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._llm = llm
        self._meter = meter
        self._timer = timer

    async def status(self, owner_id: UUID) -> LLMStatus:
        """Return what is set up for this user."""
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(owner_id)
        if self._llm is None:
            return LLMStatus(False, "builtin", "", "", user.llm_enabled)
        return LLMStatus(True, self._llm.provider, self._llm.host, self._llm.model, user.llm_enabled)

    async def calls(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[LLMCall]:
        """Return a page of the calls made for this user."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.llm_calls.page(owner_id, request, **equals)

    async def test(self, owner_id: UUID) -> LLMTest:
        """Ask the model for one word, and send nothing of the user.

        Raises `LLMNotEnabledError` or one of `LLM_ERRORS`.
        """
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(owner_id)
        llm = self._llm
        if llm is None:
            raise LLMNotEnabledError
        check_llm_allowed(configured=True, enabled=user.llm_enabled)
        request = LLMRequest(
            purpose="test",
            system="You are being tested.",
            messages=(LLMMessage("user", 'Answer with the word "ready" in the field "answer" of a JSON object.'),),
            max_tokens=200,
            schema=_TEST_SCHEMA,
        )
        budget, began = await self._meter.budget(), self._timer()
        try:
            result = await llm.generate(request, budget=budget)
        finally:
            await self._meter.record(budget, llm, owner_id=owner_id, data_kinds=())
        seconds = round(self._timer() - began, 3)
        return LLMTest(result.model, seconds, result.input_tokens, result.output_tokens)
