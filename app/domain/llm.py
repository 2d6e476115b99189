"""Using language models: who allowed it, and the ledger of what was sent where."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.errors import UnprocessableError
from app.domain.ports.llm import LLMAttemptStatus
from app.domain.repository import IOwnedRepository

# US dollars for a million tokens in and out, by the beginning of the model's name; the longest beginning counts. The
# vendors' public price lists of 2026-11. A model that is not here (and every model at home) has no estimate.
_PRICES: dict[str, tuple[float, float]] = {
    "gpt-4o-mini": (0.15, 0.60),
    "gpt-4o": (2.50, 10.00),
    "gpt-4.1-nano": (0.10, 0.40),
    "gpt-4.1-mini": (0.40, 1.60),
    "gpt-4.1": (2.00, 8.00),
    "gpt-5-nano": (0.05, 0.40),
    "gpt-5-mini": (0.25, 2.00),
    "gpt-5": (1.25, 10.00),
    "claude-3-5-haiku": (0.80, 4.00),
    "claude-haiku-4": (1.00, 5.00),
    "claude-sonnet-4": (3.00, 15.00),
    "claude-opus-4": (15.00, 75.00),
}
_PRICED_PROVIDERS = frozenset({"openai", "anthropic"})


class LLMNotEnabledError(UnprocessableError):
    """A language model was asked for where none is configured, or the user has not allowed it."""

    code = "llm_not_enabled"
    default_message = "No language model is set up on this server; use the built-in engine"


@dataclass(slots=True, kw_only=True)
class LLMCall(OwnedEntity):
    """One call that left the process: to whom, what kinds of the user's data it carried, what it took.

    `cost_estimate` is in US dollars, or `None` where the price is not known. The text itself is not kept.
    """

    generation_id: UUID | None = None
    purpose: str
    provider: str
    host: str
    model: str
    data_kinds: list[str] = field(default_factory=list)
    input_tokens: int = 0
    output_tokens: int = 0
    cost_estimate: float | None = None
    status: LLMAttemptStatus = "completed"


@dataclass(frozen=True, slots=True)
class LLMSpending:
    """What a generation has taken so far."""

    calls: int
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMUse:
    """What all accounts together took of a provider's models, by what came of the calls."""

    provider: str
    status: str
    calls: int
    input_tokens: int
    output_tokens: int


def check_llm_allowed(*, configured: bool, enabled: bool) -> None:
    """Raise `LLMNotEnabledError` unless the server has a model and the user allowed its use."""
    if not configured:
        raise LLMNotEnabledError
    if not enabled:
        raise LLMNotEnabledError("Switch the language model on in your account first (llm_enabled)")


def cost_estimate(provider: str, model: str, input_tokens: int, output_tokens: int) -> float | None:
    """Return the list price in US dollars, `None` where it is not known."""
    known = [name for name in _PRICES if model.startswith(name)]
    if provider not in _PRICED_PROVIDERS or not known:
        return None
    price_in, price_out = _PRICES[max(known, key=len)]
    return round((input_tokens * price_in + output_tokens * price_out) / 1_000_000, 6)


class ILLMCallRepository(IOwnedRepository[LLMCall], Protocol):
    """The ledger."""

    async def spent(self, generation_id: UUID) -> LLMSpending:
        """Return how many calls the generation has made and how many tokens they took."""
        ...

    async def use_since(self, since: datetime) -> list[LLMUse]:
        """Return what all accounts took in calls that were written down since then, by provider and status."""
        ...
