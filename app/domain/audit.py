"""Who did what to an account, and when."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.ids import uuid7


@dataclass(frozen=True, slots=True)
class ClientInfo:
    """Where a request comes from, as shown in the list of sessions and kept in the audit log."""

    user_agent: str = ""
    ip_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One security-relevant event. `user_id` is `None` where no account is known."""

    id: UUID = field(default_factory=uuid7)
    user_id: UUID | None
    action: str
    detail: str = ""
    ip_address: str = ""
    created_at: datetime

    @classmethod
    def of(cls, user_id: UUID | None, action: str, client: ClientInfo, now: datetime) -> "AuditEntry":
        """Return the entry of what was done from where."""
        return cls(
            user_id=user_id,
            action=action,
            detail=client.user_agent[:400],
            ip_address=client.ip_address[:64],
            created_at=now,
        )


class IAuditRepository(Protocol):
    """An append-only log."""

    async def add(self, entry: AuditEntry) -> None:
        """Append the entry."""
        ...

    async def list_for(self, user_id: UUID) -> list[AuditEntry]:
        """Return the user's entries, oldest first."""
        ...
