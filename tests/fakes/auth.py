"""The repositories of accounts: users, sessions, one-time tokens, the audit log."""

import copy
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.audit import AuditEntry
from app.domain.auth import EmailTakenError, User, UsernameTakenError, UserSession
from app.domain.errors import ConflictError, NotFoundError
from app.domain.one_time_tokens import OneTimePurpose, OneTimeToken
from tests.fakes.base import FakeOwnedRepository


class Belongings(Protocol):
    """Rows that go with their user."""

    rows: dict[Any, Any]


class FakeUserRepository:
    def __init__(
        self,
        audit: "FakeAuditRepository",
        owned: "Iterable[FakeOwnedRepository[Any]]",
        belongings: Iterable[Belongings],
    ) -> None:
        self.rows: dict[UUID, User] = {}
        self._audit, self._owned, self._belongings = audit, tuple(owned), tuple(belongings)

    async def get(self, user_id: UUID, *, lock: bool = False) -> User:
        if user_id not in self.rows:
            raise NotFoundError("User not found")
        return copy.deepcopy(self.rows[user_id])

    async def find_by_login(self, login: str) -> User | None:
        folded = login.strip()
        for user in self.rows.values():
            if user.email == folded.lower() or (user.username is not None and user.username == folded):
                return copy.deepcopy(user)
        return None

    async def find_by_external_id(self, external_id: str) -> User | None:
        found = (user for user in self.rows.values() if user.external_id == external_id)
        return copy.deepcopy(next(found, None))

    async def save(self, user: User) -> None:
        for other in self.rows.values():
            if other.id != user.id and user.external_id is not None and other.external_id == user.external_id:
                raise ConflictError
            if other.id != user.id and other.email == user.email:
                raise EmailTakenError
            if other.id != user.id and user.username is not None and other.username == user.username:
                raise UsernameTakenError
        self.rows[user.id] = copy.deepcopy(user)

    async def delete(self, user_id: UUID) -> None:
        self.rows.pop(user_id, None)
        for repository in self._owned:
            for row in list(repository.rows.values()):
                if row.user_id == user_id and row.id in repository.rows:
                    repository._drop(row.id)
        for kept in self._belongings:
            kept.rows = {key: row for key, row in kept.rows.items() if row.user_id != user_id}
        self._audit.entries = [entry for entry in self._audit.entries if entry.user_id != user_id]


class FakeUserSessionRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, UserSession] = {}

    async def find(self, session_id: UUID, *, lock: bool = False) -> UserSession | None:
        return copy.deepcopy(self.rows.get(session_id))

    async def save(self, session: UserSession) -> None:
        self.rows[session.id] = copy.deepcopy(session)

    async def list_alive(self, user_id: UUID, *, now: datetime) -> list[UserSession]:
        alive = [row for row in self.rows.values() if row.user_id == user_id and row.is_alive(now)]
        return copy.deepcopy(sorted(alive, key=lambda row: (row.last_used_at, row.id), reverse=True))

    async def revoke_all(self, user_id: UUID, *, now: datetime) -> None:
        for row in self.rows.values():
            if row.user_id == user_id and row.revoked_at is None:
                row.revoked_at = row.updated_at = now


class FakeAuditRepository:
    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []

    async def add(self, entry: AuditEntry) -> None:
        self.entries.append(entry)

    async def list_for(self, user_id: UUID) -> list[AuditEntry]:
        mine = [entry for entry in self.entries if entry.user_id == user_id]
        return sorted(mine, key=lambda entry: (entry.created_at, entry.id))


class FakeOneTimeTokenRepository:
    def __init__(self) -> None:
        self.rows: dict[str, OneTimeToken] = {}

    async def add(self, token: OneTimeToken) -> None:
        self.rows[token.digest] = token

    async def spend(self, digest: str, *, purpose: OneTimePurpose, now: datetime) -> OneTimeToken | None:
        found = self.rows.get(digest)
        if found is None or found.purpose != purpose or found.expires_at <= now:
            return None
        return self.rows.pop(digest)

    async def discard(self, user_id: UUID, *, purpose: OneTimePurpose) -> None:
        self.rows = {d: t for d, t in self.rows.items() if (t.user_id, t.purpose) != (user_id, purpose)}

    async def purge(self, *, now: datetime) -> None:
        self.rows = {digest: token for digest, token in self.rows.items() if token.expires_at > now}


class FakeAccountDataRepository:
    """Reads the tables of the owned repositories it is given by name."""

    def __init__(
        self,
        users: FakeUserRepository,
        sessions: FakeUserSessionRepository,
        audit: FakeAuditRepository,
        owned: "Mapping[str, FakeOwnedRepository[Any]]",
    ) -> None:
        self._users, self._sessions, self._audit, self._owned = users, sessions, audit, owned

    async def everything(self, user_id: UUID) -> dict[str, list[dict[str, object]]]:
        tables: dict[str, Iterable[Any]] = {
            "users": [row for row in self._users.rows.values() if row.id == user_id],
            "user_sessions": [row for row in self._sessions.rows.values() if row.user_id == user_id],
            "audit_logs": [row for row in self._audit.entries if row.user_id == user_id],
        }
        for name, repository in self._owned.items():
            tables[name] = [row for row in repository.rows.values() if row.user_id == user_id]
        return {name: [_plain(row) for row in sorted(rows, key=lambda row: row.id)] for name, rows in tables.items()}


def _plain(row: Any) -> dict[str, object]:
    values = {name: value for name, value in asdict(row).items() if not name.endswith("_hash")}
    plain: dict[str, object] = json.loads(json.dumps(values, default=str))
    return plain
