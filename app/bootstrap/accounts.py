"""Who keeps accounts and passwords: JobWise itself, or an identity provider."""

from app.application.account_data import Eraser
from app.application.accounts import AccountPolicy, AccountService, ExternalAccountService, LocalAccountService
from app.application.auth import AuthService, ExternalAuthService, LocalAuthService
from app.application.external_users import ExternalUsers
from app.application.login_throttle import LoginThrottle
from app.application.users import UserService
from app.bootstrap.adapters import Adapters, now
from app.domain.auth import SubscriptionTier
from app.infrastructure.security import JoseTokenService, common_passwords
from app.settings import Settings


def build_auth(settings: Settings, adapters: Adapters) -> AuthService:
    """Return the service that signs people in, here or at the identity provider."""
    if adapters.identity is not None:
        return ExternalAuthService(
            adapters.unit_of_work,
            adapters.identity,
            _external_users(settings, adapters),
            LoginThrottle(adapters.limiter),
            common_passwords=common_passwords(),
            quotas=quotas(settings),
            clock=now,
        )
    return LocalAuthService(
        adapters.unit_of_work,
        adapters.hasher,
        JoseTokenService(settings.resolved_jwt_secret, lifetime_seconds=settings.access_token_seconds),
        LoginThrottle(adapters.limiter),
        common_passwords=common_passwords(),
        quotas=quotas(settings),
        clock=now,
    )


def _external_users(settings: Settings, adapters: Adapters) -> ExternalUsers:
    return ExternalUsers(adapters.unit_of_work, clock=now, links_by_email=settings.supabase_link_by_email)


def build_users(adapters: Adapters) -> UserService:
    """Return the operator's service of accounts."""
    makes_accounts = adapters.identity is None
    return UserService(
        adapters.unit_of_work,
        adapters.hasher,
        common_passwords=common_passwords(),
        makes_accounts=makes_accounts,
        clock=now,
    )


def erasers(accounts: AccountService) -> list[Eraser]:
    """Return what deletes an account at the identity provider, where there is one."""
    return [accounts.forget] if isinstance(accounts, ExternalAccountService) else []


def build_accounts(settings: Settings, adapters: Adapters) -> AccountService:
    """Return the service of one's own account, whoever keeps its password."""
    if adapters.identity is not None:
        return ExternalAccountService(
            adapters.unit_of_work,
            adapters.identity,
            _external_users(settings, adapters),
            common_passwords=common_passwords(),
            clock=now,
        )
    policy = AccountPolicy(common_passwords=common_passwords(), public_url=settings.public_url.rstrip("/"))
    return LocalAccountService(
        adapters.unit_of_work, adapters.hasher, adapters.mailer, adapters.limiter, policy, clock=now
    )


def quotas(settings: Settings) -> dict[SubscriptionTier, int | None]:
    """Return how many LLM generations a month each tier has; `None` is any number."""
    return {"free": settings.quota_free, "premium": settings.quota_premium, "enterprise": settings.quota_enterprise}
