"""Idempotency keys in the database."""

from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, and_, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.idempotency import Effect, IdempotencyRecord, RequestInProgressError
from app.infrastructure.database.base import Repository, Row, table_of, values_of
from app.infrastructure.database.types import TypedJson


class IdempotencyRow(Row):
    """A key that was sent with a creating request."""

    __tablename__ = "idempotency_keys"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    claim: Mapped[UUID]
    state: Mapped[str] = mapped_column(String(10))
    lease_expires_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    created_at: Mapped[datetime]
    effects: Mapped[tuple[str, ...]] = mapped_column(TypedJson(tuple[str, ...]))
    status_code: Mapped[int | None]
    headers: Mapped[tuple[tuple[str, str], ...]] = mapped_column(TypedJson(tuple[tuple[str, str], ...]))
    sealed_body: Mapped[bytes] = mapped_column(LargeBinary)


_keys = table_of(IdempotencyRow)
_NAMES = tuple(f.name for f in fields(IdempotencyRecord))
_select = select(*(_keys.c[name] for name in _NAMES))


class SqlIdempotencyRepository(Repository):
    """`IIdempotencyRepository` in SQL."""

    async def claim(self, record: IdempotencyRecord, *, now: datetime) -> IdempotencyRecord:
        """See `IIdempotencyRepository.claim`."""
        insert = postgresql.insert(_keys) if self._dialect == "postgresql" else sqlite.insert(_keys)
        stale = or_(
            _keys.c.expires_at <= now,
            and_(
                _keys.c.state == "running",
                _keys.c.lease_expires_at <= now,
                _keys.c.fingerprint == insert.excluded.fingerprint,
            ),
        )
        replaced = {name: insert.excluded[name] for name in _NAMES if name != "digest"}
        statement = insert.on_conflict_do_update(index_elements=["digest"], set_=replaced, where=stale)
        claimed = await self._execute(statement.returning(_keys.c.digest), values_of(record, _NAMES))
        if claimed.one_or_none() is not None:
            return record
        found = await self.find(record.digest)
        if found is None:
            # Released between the two statements: the sender may try at once.
            raise RequestInProgressError
        return found

    async def find(self, digest: str) -> IdempotencyRecord | None:
        """See `IIdempotencyRepository.find`."""
        found = (await self._execute(_select.where(_keys.c.digest == digest))).one_or_none()
        return None if found is None else IdempotencyRecord(**found._mapping)  # noqa: SLF001 - the documented dict view

    async def mark_committed(self, effect: Effect) -> None:
        """See `IIdempotencyRepository.mark_committed`."""
        if not await self._update(effect, state="committed", effects=tuple(effect.saved)):
            raise RequestInProgressError

    async def complete(
        self, effect: Effect, *, status_code: int, headers: tuple[tuple[str, str], ...], sealed_body: bytes
    ) -> None:
        """See `IIdempotencyRepository.complete`."""
        await self._update(effect, state="done", status_code=status_code, headers=headers, sealed_body=sealed_body)

    async def release(self, effect: Effect) -> None:
        """See `IIdempotencyRepository.release`."""
        await self._execute(delete(_keys).where(_keys.c.digest == effect.digest, _keys.c.claim == effect.claim))

    async def purge(self, *, now: datetime) -> None:
        """See `IIdempotencyRepository.purge`."""
        await self._execute(delete(_keys).where(_keys.c.expires_at <= now))

    async def _update(self, effect: Effect, **values: Any) -> bool:
        statement = update(_keys).where(_keys.c.digest == effect.digest, _keys.c.claim == effect.claim)
        return bool((await self._execute(statement.values(**values))).rowcount == 1)
