"""The local rows of people whom an identity provider knows: made when they are first seen."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.audit import ClientInfo
from app.domain.auth import EmailTakenError, InvalidTokenError, User, UserSession, normalise_email
from app.domain.errors import ConflictError
from app.domain.ports.identity import ExternalClaims
from app.domain.unit_of_work import UnitOfWorkFactory

# The provider decides when a session is over; ours only has to outlast it.
_MIRRORED_FOR = timedelta(days=400)


class ExternalUsers:
    """Finds or makes accounts and sessions of verified claims. It may be asked for the same one many times at once.

    `links_by_email` lets somebody take over the account that was made here with their address. Only where the provider
    confirms addresses does that prove anything.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime], links_by_email: bool) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._links_by_email = links_by_email

    async def find_or_make(self, claims: ExternalClaims, *, full_name: str = "", username: str | None = None) -> User:
        """Return the account; raise `EmailTakenError` where another one has its address, or `UsernameTakenError`."""
        found = await self._find(claims)
        if found is not None:
            return found
        now = self._clock()
        user = User(
            email=normalise_email(claims.email),
            username=username,
            full_name=(full_name or claims.full_name).strip()[:200],
            is_verified=True,
            external_id=claims.external_id,
            created_at=now,
            updated_at=now,
        )
        try:
            async with self._unit_of_work() as uow:
                await uow.users.save(user)
                await uow.commit()
        except ConflictError as error:
            # Another request may have seen the same person first; else somebody else has the address or the name.
            made = await self._find(claims)
            if made is None and isinstance(error, EmailTakenError) and self._links_by_email:
                made = await self._link(claims)
            if made is None:
                raise
            return made
        return user

    async def keep_address(self, user: User, claims: ExternalClaims) -> User:
        """Return the account with the address that fresh claims say, unless somebody else has it here."""
        email = normalise_email(claims.email)
        if user.email == email:
            return user
        try:
            async with self._unit_of_work() as uow:
                changed = await uow.users.get(user.id, lock=True)
                changed.email, changed.updated_at = email, self._clock()
                await uow.users.save(changed)
                await uow.commit()
        except EmailTakenError:
            return user
        return changed

    async def mirror(self, user: User, session_id: UUID, client: ClientInfo | None = None) -> None:
        """Keep a row of the provider's session, and with `client` that it was just signed in from there.

        Raise `InvalidTokenError` where the session was ended here.
        """
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.sessions.find(session_id)
        if session is None or client is not None:
            now = self._clock()
            async with self._unit_of_work() as uow:
                session = await uow.sessions.find(session_id, lock=True)
                session = session or UserSession(
                    id=session_id,
                    user_id=user.id,
                    refresh_hash="",
                    last_used_at=now,
                    expires_at=now + _MIRRORED_FOR,
                    created_at=now,
                    updated_at=now,
                )
                if client is not None:
                    session.user_agent, session.ip_address = client.user_agent[:400], client.ip_address[:64]
                    session.last_used_at = session.updated_at = now
                if session.user_id == user.id:
                    await uow.sessions.save(session)
                    await uow.commit()
        if session.user_id != user.id or session.revoked_at is not None:
            raise InvalidTokenError("This session has ended")

    async def _find(self, claims: ExternalClaims) -> User | None:
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.users.find_by_external_id(claims.external_id)

    async def _link(self, claims: ExternalClaims) -> User | None:
        async with self._unit_of_work() as uow:
            found = await uow.users.find_by_login(normalise_email(claims.email))
            if found is None or found.external_id is not None:
                return None
            user = await uow.users.get(found.id, lock=True)
            user.external_id, user.updated_at = claims.external_id, self._clock()
            await uow.users.save(user)
            await uow.commit()
        return user
