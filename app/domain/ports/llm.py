"""Language models, whoever runs them."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from app.domain.errors import JobWiseError, UnavailableError, UnprocessableError

LLMRole = Literal["user", "assistant"]
LLMAttemptStatus = Literal["completed", "invalid", "refused", "failed", "cancelled"]
CALLS_AT_MOST = 3


class LLMUnavailableError(UnavailableError):
    """The provider is away, busy, too slow, or does not accept the server's key or model."""

    code = "llm_unavailable"
    default_message = "The language model is unavailable; try again later or use the built-in engine"


class LLMRefusedError(UnprocessableError):
    """The model declined to answer."""

    code = "llm_refused"
    default_message = "The language model declined this request; the built-in engine does not"


class LLMOutputError(UnprocessableError):
    """The model answered, but not with what was asked for, also after it was told so."""

    code = "llm_output_invalid"
    default_message = "The language model's answer could not be used"


class LLMBudgetError(UnprocessableError):
    """The calls or tokens that this piece of work may spend are used up."""

    code = "llm_budget_exhausted"
    default_message = "The limit of language model calls or tokens for this work is reached"


LLM_ERRORS: tuple[type[JobWiseError], ...] = (LLMUnavailableError, LLMRefusedError, LLMOutputError, LLMBudgetError)
"""Every error an `ILLMService` raises."""


@dataclass(frozen=True, slots=True)
class LLMMessage:
    """One turn of a conversation."""

    role: LLMRole
    content: str


@dataclass(frozen=True, slots=True)
class LLMSchema:
    """What structured output must look like, as JSON Schema.

    Of the language: `type` (one name), `properties`, `required`, `additionalProperties: false`, `items`, `enum` and
    `description`; every property is required. Vendors accept that much of it in strict mode.
    """

    name: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMRequest:
    """What is asked. `max_tokens` bounds the answer; with a `schema` the answer is data of that shape."""

    purpose: str
    system: str
    messages: tuple[LLMMessage, ...]
    max_tokens: int
    schema: LLMSchema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMAttempt:
    """One call that left the process. Tokens are the provider's count, or estimated at four characters each."""

    purpose: str
    status: LLMAttemptStatus
    model: str
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(slots=True)
class LLMBudget:
    """What one piece of work may spend, and what it has spent: it keeps the books also when the work fails."""

    calls_left: int = CALLS_AT_MOST
    tokens_left: int = 50_000
    attempts: list[LLMAttempt] = field(default_factory=list)

    def book(self, attempt: LLMAttempt) -> None:
        """Take a call and its tokens off what is left."""
        self.calls_left -= 1
        self.tokens_left -= attempt.input_tokens + attempt.output_tokens
        self.attempts.append(attempt)


@dataclass(frozen=True, slots=True, kw_only=True)
class LLMResult:
    """An answer. `data` fits the request's schema, or is `None` where none was given. The tokens are of all calls."""

    text: str
    data: Mapping[str, object] | None
    input_tokens: int
    output_tokens: int
    model: str


class ILLMService(Protocol):
    """A language model behind one provider.

    However it goes wrong, a call ends within the configured time in one of `LLM_ERRORS`, after at most as many calls as
    the budget allows, retries and the one repair of an unusable answer counted. Cancelling it closes the connection. No
    error, log line or `repr` carries a key or a word of what was sent.
    """

    @property
    def provider(self) -> str:
        """Name of the provider: `openai`, `anthropic`, `openai_compatible`."""
        ...

    @property
    def host(self) -> str:
        """Where the data goes: host name, and port where it is not the usual one."""
        ...

    @property
    def model(self) -> str:
        """The configured model."""
        ...

    async def generate(self, request: LLMRequest, *, budget: LLMBudget) -> LLMResult:
        """Return the answer; raise one of `LLM_ERRORS`. Every call is booked in `budget`."""
        ...

    def stream(self, request: LLMRequest, *, budget: LLMBudget) -> AsyncIterator[str]:
        """Yield the answer's text as it comes, without schema; raise one of `LLM_ERRORS`.

        Nothing is tried again once a piece was yielded. The call is booked when the iteration ends, however it ends.
        """
        ...

    async def aclose(self) -> None:
        """Close the kept connections. A second call does nothing."""
        ...
