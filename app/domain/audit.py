"""Who did what to an account, and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One security-relevant event. `user_id` is `None` where no account is known."""

    id: UUID = field(default_factory=uuid7)
    user_id: UUID | None
    action: str
    detail: str = ""
    ip_address: str = ""
    created_at: datetime


class IAuditRepository(Protocol):
    """An append-only log."""

    async def add(self, entry: AuditEntry) -> None:
        """Append the entry."""
        ...

    async def list_for(self, user_id: UUID) -> list[AuditEntry]:
        """Return the user's entries, oldest first."""
        ...
