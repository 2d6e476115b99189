"""Passwords that an identity provider keeps, and mails that it sends."""

import logging
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.application.accounts.service import AccountService
from app.application.external_users import ExternalUsers
from app.domain.audit import ClientInfo
from app.domain.auth import Caller, InvalidCredentialsError, User, check_password, normalise_email
from app.domain.errors import NotFoundError, RateLimitedError
from app.domain.ports.identity import ExternalSession, IIdentityProvider
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)


class ExternalAccountService(AccountService):
    """`AccountService` over an identity provider."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        provider: IIdentityProvider,
        users: ExternalUsers,
        *,
        common_passwords: frozenset[str],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(unit_of_work, clock=clock)
        self._provider = provider
        self._users = users
        self._common = common_passwords

    async def confirm_password(self, user_id: UUID, password: str) -> User:
        """See `AccountService.confirm_password`."""
        user, session = await self._signed_in(user_id, password)
        await self._provider.sign_out(session.access_token, everywhere=False)
        return user

    async def change_password(self, caller: Caller, *, current: str, new: str, client: ClientInfo) -> None:
        """See `AccountService.change_password`."""
        user, session = await self._signed_in(caller.user_id, current)
        try:
            check_password(new, common=self._common)
            await self._provider.set_password(session.access_token, new)
        finally:
            await self._provider.sign_out(session.access_token, everywhere=False)
        await self._changed(user, "password_changed", client, keep=caller.session_id)

    async def forgot_password(self, email: str, *, client: ClientInfo) -> None:
        """See `AccountService.forgot_password`; the provider limits how many mails an address gets."""
        folded = normalise_email(email)
        try:
            await self._provider.send_recovery(folded)
        except RateLimitedError:
            # The same answer as ever: another one would tell that the address is known.
            logger.info("the identity provider sends no more mails for now")
        async with self._unit_of_work() as uow:
            user = await uow.users.find_by_login(folded)
            if user is not None and user.email == folded:
                await self._audit(uow, user.id, "password_reset_asked", client)
                await uow.commit()

    async def reset_password(self, token: str, *, new: str, client: ClientInfo) -> None:
        """See `AccountService.reset_password`."""
        check_password(new, common=self._common)
        session = await self._provider.redeem(token, purpose="recovery")
        await self._provider.set_password(session.access_token, new)
        user = await self._users.find_or_make(session.claims)
        await self._provider.sign_out(session.access_token, everywhere=True)
        await self._changed(user, "password_reset", client, keep=None)

    async def ask_for_verification(self, user_id: UUID) -> None:
        """See `AccountService.ask_for_verification`."""
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(user_id)
        if not user.is_verified:
            await self._provider.send_confirmation(user.email)

    async def verify_email(self, token: str, *, client: ClientInfo) -> User:
        """See `AccountService.verify_email`."""
        session = await self._provider.redeem(token, purpose="email")
        user = await self._users.find_or_make(session.claims)
        await self._provider.sign_out(session.access_token, everywhere=False)
        async with self._unit_of_work() as uow:
            user = await uow.users.get(user.id, lock=True)
            user.is_verified, user.updated_at = True, self._clock()
            await uow.users.save(user)
            await self._audit(uow, user.id, "email_verified", client)
            await uow.commit()
        return user

    async def forget(self, user_id: UUID) -> None:
        """Delete the account at the provider too, where it lets us."""
        try:
            async with self._unit_of_work(read_only=True) as uow:
                user = await uow.users.get(user_id)
        except NotFoundError:
            return
        if user.external_id is not None and not await self._provider.delete(user.external_id):
            logger.warning(
                "the account of user %s at the identity provider is left; the key may not delete it", user_id
            )

    async def _signed_in(self, user_id: UUID, password: str) -> tuple[User, ExternalSession]:
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(user_id)
        try:
            session = await self._provider.sign_in(email=user.email, password=password)
        except InvalidCredentialsError as error:
            raise InvalidCredentialsError("The password is wrong") from error
        return user, session

    async def _changed(self, user: User, action: str, client: ClientInfo, *, keep: UUID | None) -> None:
        async with self._unit_of_work() as uow:
            await self._end_sessions(uow, user.id, keep=keep)
            await self._audit(uow, user.id, action, client)
            await uow.commit()
