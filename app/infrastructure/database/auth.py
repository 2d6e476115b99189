"""Accounts and sessions in the database."""

from dataclasses import fields
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, String, delete, or_, update
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.auth import EmailTakenError, User, UsernameTakenError, UserSession
from app.domain.errors import JobWiseError, NotFoundError
from app.infrastructure.database.base import Repository, Row, entity_reader, table_of, upsert, values_of
from app.infrastructure.database.types import TypedJson


class UserRow(Row):
    """An account."""

    __tablename__ = "users"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    email: Mapped[str] = mapped_column(String(254), unique=True)
    username: Mapped[str | None] = mapped_column(String(40), unique=True)
    full_name: Mapped[str]
    password_hash: Mapped[str]
    is_active: Mapped[bool]
    is_verified: Mapped[bool]
    subscription_tier: Mapped[str] = mapped_column(String(20))
    generations_used: Mapped[int]
    llm_enabled: Mapped[bool]
    usage_month: Mapped[str] = mapped_column(String(7), server_default="")
    external_id: Mapped[str | None] = mapped_column(String(64), index=True, unique=True)


class UserSessionRow(Row):
    """A sign-in."""

    __tablename__ = "user_sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    refresh_hash: Mapped[str] = mapped_column(String(64))
    user_agent: Mapped[str]
    ip_address: Mapped[str] = mapped_column(String(64))
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    spent: Mapped[dict[str, datetime]] = mapped_column(TypedJson(dict[str, datetime]))


_users, _sessions = table_of(UserRow), table_of(UserSessionRow)
_select_user, _user = entity_reader(User, UserRow)
_select_session, _session = entity_reader(UserSession, UserSessionRow)
_USER_NAMES = tuple(f.name for f in fields(User))
_SESSION_NAMES = tuple(f.name for f in fields(UserSession))


class SqlUserRepository(Repository):
    """`IUserRepository` in SQL."""

    conflicts: ClassVar[dict[str, type[JobWiseError]]] = {
        "uq_users_email": EmailTakenError,
        "uq_users_username": UsernameTakenError,
    }

    async def get(self, user_id: UUID, *, lock: bool = False) -> User:
        """See `IUserRepository.get`."""
        statement = _select_user.where(_users.c.id == user_id)
        found = (await self._execute(statement.with_for_update() if lock else statement)).one_or_none()
        if found is None:
            raise NotFoundError("User not found")
        return _user(found)  # type: ignore[no-any-return]

    async def find_by_login(self, login: str) -> User | None:
        """See `IUserRepository.find_by_login`."""
        folded = login.strip()
        statement = _select_user.where(or_(_users.c.email == folded.lower(), _users.c.username == folded))
        found = (await self._execute(statement)).first()
        return _user(found) if found else None

    async def find_by_external_id(self, external_id: str) -> User | None:
        """See `IUserRepository.find_by_external_id`."""
        found = (await self._execute(_select_user.where(_users.c.external_id == external_id))).one_or_none()
        return _user(found) if found else None

    async def save(self, user: User) -> None:
        """See `IUserRepository.save`."""
        await self._execute(upsert(_users, self._dialect), values_of(user, _USER_NAMES))

    async def delete(self, user_id: UUID) -> None:
        """See `IUserRepository.delete`."""
        await self._execute(delete(_users).where(_users.c.id == user_id))


class SqlUserSessionRepository(Repository):
    """`IUserSessionRepository` in SQL."""

    async def find(self, session_id: UUID, *, lock: bool = False) -> UserSession | None:
        """See `IUserSessionRepository.find`."""
        statement = _select_session.where(_sessions.c.id == session_id)
        found = (await self._execute(statement.with_for_update() if lock else statement)).one_or_none()
        return _session(found) if found else None

    async def save(self, session: UserSession) -> None:
        """See `IUserSessionRepository.save`."""
        await self._execute(upsert(_sessions, self._dialect), values_of(session, _SESSION_NAMES))

    async def list_alive(self, user_id: UUID, *, now: datetime) -> list[UserSession]:
        """See `IUserSessionRepository.list_alive`."""
        table = _sessions.c
        statement = _select_session.where(table.user_id == user_id, table.revoked_at.is_(None), table.expires_at > now)
        found = await self._execute(statement.order_by(table.last_used_at.desc(), table.id.desc()))
        return [_session(row) for row in found]

    async def revoke_all(self, user_id: UUID, *, now: datetime) -> None:
        """See `IUserSessionRepository.revoke_all`."""
        table = _sessions.c
        statement = update(_sessions).where(table.user_id == user_id, table.revoked_at.is_(None))
        await self._execute(statement.values(revoked_at=now, updated_at=now))
