"""One-time tokens in the database."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, delete, insert
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.one_time_tokens import OneTimePurpose, OneTimeToken
from app.infrastructure.database.base import Repository, Row, table_of, values_of


class OneTimeTokenRow(Row):
    """A secret that works once."""

    __tablename__ = "one_time_tokens"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(254))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)


_tokens = table_of(OneTimeTokenRow)
_NAMES = tuple(f.name for f in fields(OneTimeToken))


class SqlOneTimeTokenRepository(Repository):
    """`IOneTimeTokenRepository` in SQL."""

    async def add(self, token: OneTimeToken) -> None:
        """See `IOneTimeTokenRepository.add`."""
        await self._execute(insert(_tokens), values_of(token, _NAMES))

    async def spend(self, digest: str, *, purpose: OneTimePurpose, now: datetime) -> OneTimeToken | None:
        """See `IOneTimeTokenRepository.spend`."""
        taken = (
            delete(_tokens)
            .where(_tokens.c.digest == digest, _tokens.c.purpose == purpose, _tokens.c.expires_at > now)
            .returning(*(_tokens.c[name] for name in _NAMES))
        )
        found = (await self._execute(taken)).one_or_none()
        return None if found is None else OneTimeToken(**found._mapping)  # noqa: SLF001 - the documented dict view

    async def discard(self, user_id: UUID, *, purpose: OneTimePurpose) -> None:
        """See `IOneTimeTokenRepository.discard`."""
        await self._execute(delete(_tokens).where(_tokens.c.user_id == user_id, _tokens.c.purpose == purpose))

    async def purge(self, *, now: datetime) -> None:
        """See `IOneTimeTokenRepository.purge`."""
        await self._execute(delete(_tokens).where(_tokens.c.expires_at <= now))
