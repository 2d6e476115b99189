"""Which limits hold for whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.auth import SubscriptionTier
from app.domain.errors import RateLimitedError
from app.domain.ports.rate_limiter import Allowance, IRateLimiter, Rule
from app.domain.unit_of_work import IUnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRules:
    """The configured limits. Who is signed in is counted by account, everybody else by address."""

    user: Rule
    address: Rule
    generations: Rule


def limit_rules(*, user_per_minute: int, address_per_day: int, generations_per_hour: int) -> LimitRules:
    """Return the rules; 0 turns one off."""
    return LimitRules(
        user=Rule("user", user_per_minute, 60),
        address=Rule("address", address_per_day, 86_400),
        generations=Rule("generations", generations_per_hour, 3600),
    )


class RateLimitService:
    """Counts requests, and generations by a language model."""

    def __init__(
        self,
        limiter: IRateLimiter,
        rules: LimitRules,
        *,
        quotas: Mapping[SubscriptionTier, int | None],
        clock: Callable[[], datetime],
    ) -> None:
        self._limiter = limiter
        self._rules = rules
        self._quotas = quotas
        self._clock = clock

    async def count_request(self, user_id: UUID | None, address: str) -> Allowance | None:
        """Count a request and return where its sender stands, `None` where no limit holds.

        The caller refuses the request unless the allowance says it is allowed.
        """
        rule = self._rules.user if user_id else self._rules.address
        if rule.count <= 0:
            return None
        return await self._limiter.hit(rule, str(user_id) if user_id else address)

    async def count_generation(self, user_id: UUID) -> None:
        """Count a generation of this hour; raise `RateLimitedError`."""
        allowance = await self._limiter.hit(self._rules.generations, str(user_id))
        if not allowance.is_allowed:
            raise self.refusal(allowance)

    async def spend_quota(self, uow: IUnitOfWork, user_id: UUID) -> None:
        """Count a generation of this month within the caller's transaction; raise `QuotaExceededError`."""
        user = await uow.users.get(user_id, lock=True)
        user.spend_generation(self._quotas[user.subscription_tier], self._clock())
        await uow.users.save(user)

    @staticmethod
    def refusal(allowance: Allowance) -> RateLimitedError:
        """Return the error for a request that is not allowed."""
        return RateLimitedError(retry_after=allowance.reset_seconds, limit=allowance.limit)
