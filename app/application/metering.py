"""The books of language model use: what work may still spend, and what each call took."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.llm import LLMCall, cost_estimate
from app.domain.ports.llm import CALLS_AT_MOST, LLMBudget
from app.domain.unit_of_work import UnitOfWorkFactory


class Provider(Protocol):
    """Whose model was called, and where: a language model or an embedder."""

    @property
    def provider(self) -> str:
        """Name of the provider."""
        ...

    @property
    def host(self) -> str:
        """Where the data went."""
        ...


class LLMMeter:
    """Knows who allows calls, opens budgets, writes calls into the ledger. `max_tokens`: what a generation may take."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, max_tokens: int, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._max_tokens = max_tokens
        self._clock = clock

    async def allows(self, owner_id: UUID) -> bool:
        """Tell whether the account lets its texts go to another host's model."""
        async with self._unit_of_work(read_only=True) as uow:
            return (await uow.users.get(owner_id)).llm_enabled

    async def budget(self, generation_id: UUID | None = None) -> LLMBudget:
        """Return what may be spent; what a generation spent before a restart counts."""
        if generation_id is None:
            return LLMBudget(tokens_left=self._max_tokens)
        async with self._unit_of_work(read_only=True) as uow:
            spent = await uow.llm_calls.spent(generation_id)
        return LLMBudget(max(0, CALLS_AT_MOST - spent.calls), max(0, self._max_tokens - spent.tokens))

    async def record(
        self,
        budget: LLMBudget,
        llm: Provider,
        *,
        owner_id: UUID,
        data_kinds: Iterable[str],
        generation_id: UUID | None = None,
    ) -> None:
        """Write down every call of `budget` that was not written down yet."""
        attempts, budget.attempts = budget.attempts, []
        if not attempts:
            return
        now, kinds = self._clock(), list(data_kinds)
        async with self._unit_of_work() as uow:
            for attempt in attempts:
                call = LLMCall(
                    user_id=owner_id,
                    generation_id=generation_id,
                    purpose=attempt.purpose,
                    provider=llm.provider,
                    host=llm.host,
                    model=attempt.model,
                    data_kinds=kinds,
                    input_tokens=attempt.input_tokens,
                    output_tokens=attempt.output_tokens,
                    cost_estimate=cost_estimate(
                        llm.provider, attempt.model, attempt.input_tokens, attempt.output_tokens
                    ),
                    status=attempt.status,
                    created_at=now,
                    updated_at=now,
                )
                await uow.llm_calls.save(call)
            await uow.commit()
