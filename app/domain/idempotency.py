"""Retries of creating requests: one key, one effect, one answer."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.errors import ConflictError
from app.domain.ids import uuid7

KeyState = Literal["running", "committed", "done"]


class IdempotencyKeyReusedError(ConflictError):
    """The key was sent before, with another body."""

    code = "idempotency_key_reused"
    default_message = "This Idempotency-Key was used with another body; make a new key for a new request"


class RequestInProgressError(ConflictError):
    """The first request with this key has not ended."""

    code = "request_in_progress"
    default_message = "A request with this Idempotency-Key is still running; ask again shortly"


class AnswerLostError(ConflictError):
    """The request was carried out, and the process died before it could answer."""

    code = "answer_lost"
    default_message = "This request was carried out, but its answer was lost; read the resource instead"


@dataclass(frozen=True, slots=True, kw_only=True)
class IdempotencyRecord:
    """What is known of a key.

    `digest` names user, method, route and key; `fingerprint` the body. `claim` is whoever works on it until
    `lease_expires_at`. A `committed` one has had its effect, named by `effects` as `table/id`; a `done` one has its
    answer too, sealed with a secret that only a sender of the same request can make again.
    """

    digest: str
    user_id: UUID | None
    fingerprint: str
    claim: UUID
    state: KeyState = "running"
    lease_expires_at: datetime
    expires_at: datetime
    created_at: datetime
    effects: tuple[str, ...] = ()
    status_code: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    sealed_body: bytes = b""


@dataclass(slots=True)
class Effect:
    """A request that may have its effect once. Transactions committed under it mark the key in the same transaction."""

    digest: str
    claim: UUID = field(default_factory=uuid7)
    saved: list[str] = field(default_factory=list)
    is_open: bool = True
    is_committed: bool = False

    def note(self, kind: str, entity_id: UUID) -> None:
        """Remember what the transaction stores, in the order it was first stored."""
        name = f"{kind}/{entity_id}"
        if self.is_open and name not in self.saved:
            self.saved.append(name)


current_effect: ContextVar[Effect | None] = ContextVar("current_effect", default=None)
"""The effect of the request that is being handled. Background work never sees one that is open."""


class IIdempotencyRepository(Protocol):
    """The keys of the last day."""

    async def claim(self, record: IdempotencyRecord, *, now: datetime) -> IdempotencyRecord:
        """Store the record unless its digest is taken, and return what is stored then.

        Taken over are keys that expired, and those of the same fingerprint whose holder let the lease run out before it
        had any effect.
        """
        ...

    async def find(self, digest: str) -> IdempotencyRecord | None:
        """Return what is known of the key."""
        ...

    async def mark_committed(self, effect: Effect) -> None:
        """Note that the effect happens with this transaction; raise `RequestInProgressError` if the claim was lost."""
        ...

    async def complete(
        self, effect: Effect, *, status_code: int, headers: tuple[tuple[str, str], ...], sealed_body: bytes
    ) -> None:
        """Keep the answer."""
        ...

    async def release(self, effect: Effect) -> None:
        """Forget the key, so that it can be used again."""
        ...

    async def purge(self, *, now: datetime) -> None:
        """Delete what expired."""
        ...
