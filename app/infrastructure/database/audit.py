"""The audit log in the database."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, insert
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.audit import AuditEntry
from app.infrastructure.database.base import Repository, Row, entity_reader, table_of, values_of


class AuditEntryRow(Row):
    """A security-relevant event."""

    __tablename__ = "audit_logs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    action: Mapped[str] = mapped_column(String(60))
    detail: Mapped[str]
    ip_address: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


_entries = table_of(AuditEntryRow)
_select, _entry = entity_reader(AuditEntry, AuditEntryRow)
_NAMES = tuple(f.name for f in fields(AuditEntry))


class SqlAuditRepository(Repository):
    """`IAuditRepository` in SQL."""

    async def add(self, entry: AuditEntry) -> None:
        """See `IAuditRepository.add`."""
        await self._execute(insert(_entries), values_of(entry, _NAMES))

    async def list_for(self, user_id: UUID) -> list[AuditEntry]:
        """See `IAuditRepository.list_for`."""
        statement = _select.where(_entries.c.user_id == user_id).order_by(_entries.c.created_at, _entries.c.id)
        return [_entry(row) for row in await self._execute(statement)]
