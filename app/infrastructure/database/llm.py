"""The ledger of language model calls in the database."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.ids import least_uuid7
from app.domain.llm import LLMCall, LLMSpending, LLMUse
from app.infrastructure.database.base import OwnedRepository, Row, table_of
from app.infrastructure.database.types import TypedJson


class LLMCallRow(Row):
    """A call that left the process."""

    __tablename__ = "llm_calls"
    __table_args__ = (Index("ix_llm_calls_owner", "user_id", "created_at", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    generation_id: Mapped[UUID | None] = mapped_column(ForeignKey("generations.id", ondelete="SET NULL"), index=True)
    purpose: Mapped[str] = mapped_column(String(40))
    provider: Mapped[str] = mapped_column(String(40))
    host: Mapped[str] = mapped_column(String(255))
    model: Mapped[str]
    data_kinds: Mapped[list[str]] = mapped_column(TypedJson(list[str]))
    input_tokens: Mapped[int]
    output_tokens: Mapped[int]
    cost_estimate: Mapped[float | None]
    status: Mapped[str] = mapped_column(String(20))


_calls = table_of(LLMCallRow)


class SqlLLMCallRepository(OwnedRepository[LLMCall]):
    """`ILLMCallRepository` in SQL."""

    entity, row, noun = LLMCall, LLMCallRow, "Call"
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at"})

    async def spent(self, generation_id: UUID) -> LLMSpending:
        """See `ILLMCallRepository.spent`."""
        tokens = func.coalesce(func.sum(_calls.c.input_tokens + _calls.c.output_tokens), 0)
        counted: Any = (
            await self._execute(select(func.count(), tokens).where(_calls.c.generation_id == generation_id))
        ).one()
        return LLMSpending(counted[0], int(counted[1]))

    async def use_since(self, since: datetime) -> list[LLMUse]:
        """See `ILLMCallRepository.use_since`. By the ids, which grow with time: the ledger may be long."""
        table = _calls.c
        statement = (
            select(
                table.provider,
                table.status,
                func.count(),
                func.sum(table.input_tokens),
                func.sum(table.output_tokens),
            )
            .where(table.id >= least_uuid7(since))
            .group_by(table.provider, table.status)
            .order_by(table.provider, table.status)
        )
        found: Any = await self._execute(statement)
        return [
            LLMUse(provider=provider, status=status, calls=calls, input_tokens=int(given), output_tokens=int(answered))
            for provider, status, calls, given, answered in found
        ]
