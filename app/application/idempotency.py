"""One effect and one answer for each idempotency key."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.errors import JobWiseError
from app.domain.idempotency import (
    Effect,
    IdempotencyKeyReusedError,
    IdempotencyRecord,
    RequestInProgressError,
)
from app.domain.ports.security import ISealer
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
Headers = tuple[tuple[str, str], ...]
KEPT_FOR = timedelta(hours=24)
LEASE = timedelta(seconds=20)
_PURGE_EVERY = timedelta(minutes=10)
_WAIT_SECONDS = 5.0
_LOST_AFTER_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedRequest:
    """What makes a request the same request: who (`user_id`, or `sender` where nobody is signed in), where, key, body.

    `body_digest` is a digest of the body in a form that does not depend on how it was written down.
    """

    user_id: UUID | None
    sender: str
    method: str
    path: str
    key: str
    body_digest: bytes

    @property
    def digest(self) -> str:
        """Return the name the key is kept under."""
        who = str(self.user_id) if self.user_id else f"address {self.sender}"
        return _sha256("scope", who, self.method, self.path, self.key).hex()

    @property
    def fingerprint(self) -> str:
        """Return what tells this body from others."""
        return _sha256("body", self.body_digest.hex()).hex()

    @property
    def secret(self) -> bytes:
        """Return 32 bytes that only somebody with the same key and body can make."""
        return _sha256("secret", self.key, self.body_digest.hex())


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """The first answer."""

    status_code: int
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class LostAnswer:
    """The effect happened, its answer was lost; `effects` names what was stored, as `table/id`."""

    effects: tuple[str, ...]


class IdempotencyService:
    """Claims keys, keeps answers and gives them again."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, sealer: ISealer, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._sealer = sealer
        self._clock = clock
        self._purged_at: datetime | None = None

    async def begin(self, request: KeyedRequest) -> Effect | StoredAnswer | LostAnswer:
        """Return the right to have the effect, or the answer of whoever had it.

        Waits a few seconds for a request that is running. Raise `IdempotencyKeyReusedError` or
        `RequestInProgressError`.
        """
        effect = Effect(request.digest)
        waited, pause = 0.0, 0.025
        while True:
            found = await self._claim(request, effect)
            if found.claim == effect.claim:
                return effect
            if found.fingerprint != request.fingerprint:
                raise IdempotencyKeyReusedError
            if found.state == "done" and found.status_code is not None:
                secret_headers, body = _unpacked(self._sealer.open(found.sealed_body, secret=request.secret))
                return StoredAnswer(found.status_code, (*found.headers, *secret_headers), body)
            if found.state == "committed" and waited >= _LOST_AFTER_SECONDS:
                return LostAnswer(found.effects)
            if waited >= _WAIT_SECONDS:
                raise RequestInProgressError
            await asyncio.sleep(pause)
            waited += pause
            pause = min(0.4, pause * 2)

    async def complete(
        self,
        request: KeyedRequest,
        effect: Effect,
        *,
        status_code: int,
        headers: Headers,
        body: bytes,
        secret_headers: Headers = (),
    ) -> None:
        """Keep the answer; of its body and `secret_headers` (cookies) nobody without key and request can read.

        An answer that cannot be kept is still given, and a retry reads the resource.
        """
        sealed = self._sealer.seal(_packed(secret_headers, body), secret=request.secret)
        try:
            async with self._unit_of_work() as uow:
                await uow.idempotency.complete(effect, status_code=status_code, headers=headers, sealed_body=sealed)
                await uow.commit()
        except JobWiseError:
            logger.warning("the answer to a request with an idempotency key could not be kept")

    async def release(self, effect: Effect) -> None:
        """Forget the key, so that the request can be sent again."""
        try:
            async with self._unit_of_work() as uow:
                await uow.idempotency.release(effect)
                await uow.commit()
        except JobWiseError:
            logger.warning("an idempotency key could not be released; it is free again after its lease")

    async def _claim(self, request: KeyedRequest, effect: Effect) -> IdempotencyRecord:
        async with self._unit_of_work(read_only=True) as uow:
            found = await uow.idempotency.find(effect.digest)
        now = self._clock()
        if found is not None and found.expires_at > now and (found.state != "running" or found.lease_expires_at > now):
            return found
        record = IdempotencyRecord(
            digest=effect.digest,
            user_id=request.user_id,
            fingerprint=request.fingerprint,
            claim=effect.claim,
            lease_expires_at=now + LEASE,
            expires_at=now + KEPT_FOR,
            created_at=now,
        )
        async with self._unit_of_work() as uow:
            if self._purged_at is None or now - self._purged_at >= _PURGE_EVERY:
                await uow.idempotency.purge(now=now)
                self._purged_at = now
            found = await uow.idempotency.claim(record, now=now)
            await uow.commit()
        return found


def _packed(headers: Headers, body: bytes) -> bytes:
    head = json.dumps(headers).encode()
    return len(head).to_bytes(4, "big") + head + body


def _unpacked(packed: bytes) -> tuple[Headers, bytes]:
    end = 4 + int.from_bytes(packed[:4], "big")
    return tuple((name, value) for name, value in json.loads(packed[4:end])), packed[end:]


def _sha256(*parts: str) -> bytes:
    return hashlib.sha256("\n".join(f"{len(part)}:{part}" for part in parts).encode()).digest()
