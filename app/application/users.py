"""Accounts in the operator's hands: made and graded without a sign-in."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.domain.audit import AuditEntry, ClientInfo
from app.domain.auth import (
    RegistrationClosedError,
    SubscriptionTier,
    User,
    check_password,
    check_username,
    normalise_email,
)
from app.domain.errors import NotFoundError
from app.domain.ports.security import IPasswordHasher
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

OPERATOR = ClientInfo(user_agent="operator")


class UserService:
    """Use cases of the operator. Each leaves an entry in the account's audit log.

    Without `makes_accounts` somebody else keeps passwords, and no account is made here.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        hasher: IPasswordHasher,
        *,
        common_passwords: frozenset[str],
        makes_accounts: bool,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._hasher = hasher
        self._common = common_passwords
        self._makes_accounts = makes_accounts
        self._clock = clock

    async def create(
        self,
        *,
        email: str,
        password: str,
        full_name: str = "",
        username: str | None = None,
        tier: SubscriptionTier = "free",
        is_verified: bool = False,
    ) -> User:
        """Make an account; raise `EmailTakenError`, `UsernameTakenError` or `ValidationError`.

        Raise `RegistrationClosedError` where an identity provider keeps the accounts.
        """
        if not self._makes_accounts:
            raise RegistrationClosedError("Accounts are made at the identity provider; they appear here at first sight")
        email = normalise_email(email)
        if username is not None:
            check_username(username)
        check_password(password, common=self._common)
        now = self._clock()
        user = User(
            email=email,
            username=username,
            full_name=full_name.strip(),
            password_hash=await self._hasher.hash(password),
            subscription_tier=tier,
            is_verified=is_verified,
            created_at=now,
            updated_at=now,
        )
        async with self._unit_of_work() as uow:
            await uow.users.save(user)
            await self._audit(uow, user.id, "created_by_operator")
            await uow.commit()
        return user

    async def find(self, login: str) -> User:
        """Return the account with this address, username or id; raise `NotFoundError`."""
        async with self._unit_of_work(read_only=True) as uow:
            return await _find(uow, login)

    async def set_tier(self, login: str, tier: SubscriptionTier) -> User:
        """Put the account into another tier; raise `NotFoundError`."""
        async with self._unit_of_work() as uow:
            user = await uow.users.get((await _find(uow, login)).id, lock=True)
            user.subscription_tier, user.updated_at = tier, self._clock()
            await uow.users.save(user)
            await self._audit(uow, user.id, f"tier_set_to_{tier}")
            await uow.commit()
        return user

    async def _audit(self, uow: IUnitOfWork, user_id: UUID, action: str) -> None:
        await uow.audit.add(AuditEntry.of(user_id, action, OPERATOR, self._clock()))


async def _find(uow: IUnitOfWork, login: str) -> User:
    found = await uow.users.find_by_login(login)
    if found is not None:
        return found
    try:
        return await uow.users.get(UUID(login.strip()))
    except ValueError as error:
        raise NotFoundError(f"No account is called {login}") from error
