"""An identity provider in memory."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.auth import (
    EmailNotConfirmedError,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    RegistrationClosedError,
    TokenExpiredError,
)
from app.domain.errors import JobWiseError, ValidationError
from app.domain.ids import uuid7
from app.domain.ports.identity import ExternalClaims, ExternalSession, IIdentityProvider, MailPurpose


@dataclass
class KnownPerson:
    email: str
    password: str
    full_name: str
    is_confirmed: bool
    id: str = field(default_factory=lambda: str(uuid7()))


class FakeIdentityProvider(IIdentityProvider):
    """Fails with `trouble` where that is set. A password that begins with "Pwned" is too weak for it."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.people: dict[str, KnownPerson] = {}
        self.tokens: dict[str, ExternalClaims] = {}
        self.refreshing: dict[str, UUID] = {}
        self.mailed: dict[str, str] = {}
        self.confirms, self.is_open, self.may_delete = False, True, True
        self.trouble: JobWiseError | None = None
        self.verified = 0

    async def sign_up(self, *, email: str, password: str, full_name: str) -> ExternalSession | None:
        self._well()
        if not self.is_open:
            raise RegistrationClosedError
        if email in self.people and not self.confirms:
            raise EmailTakenError
        self._strong(password)
        self.people.setdefault(email, KnownPerson(email, password, full_name, not self.confirms))
        if self.confirms:
            self.mailed[email] = f"mail{uuid7().hex}"
            return None
        return self.open(email)

    async def sign_in(self, *, email: str, password: str) -> ExternalSession:
        self._well()
        person = self.people.get(email)
        if person is None or person.password != password:
            raise InvalidCredentialsError
        if not person.is_confirmed:
            raise EmailNotConfirmedError
        return self.open(email)

    async def refresh(self, refresh_token: str) -> ExternalSession:
        self._well()
        session_id = self.refreshing.pop(refresh_token, None)
        claims = next((claims for claims in self.tokens.values() if claims.session_id == session_id), None)
        if session_id is None or claims is None:
            raise InvalidTokenError
        return self.open(claims.email, session_id)

    async def verify(self, token: str, *, now: datetime) -> ExternalClaims:
        self._well()
        self.verified += 1
        if token not in self.tokens:
            raise InvalidTokenError
        if self.tokens[token].expires_at <= now:
            raise TokenExpiredError
        return self.tokens[token]

    async def sign_out(self, token: str, *, everywhere: bool) -> None:
        self._well()
        claims = self.tokens.get(token)
        ended = {
            one.session_id
            for one in self.tokens.values()
            if claims is not None
            and (one.session_id == claims.session_id or (everywhere and one.external_id == claims.external_id))
        }
        self.refreshing = {key: session for key, session in self.refreshing.items() if session not in ended}

    async def send_recovery(self, email: str) -> None:
        self._well()
        if email in self.people:
            self.mailed[email] = f"mail{uuid7().hex}"

    async def send_confirmation(self, email: str) -> None:
        await self.send_recovery(email)

    async def redeem(self, secret: str, *, purpose: MailPurpose) -> ExternalSession:
        self._well()
        for email, mailed in list(self.mailed.items()):
            if mailed == secret:
                del self.mailed[email]
                self.people[email].is_confirmed = True
                return self.open(email)
        raise InvalidTokenError

    async def set_password(self, token: str, password: str) -> None:
        self._well()
        claims = self.tokens.get(token)
        if claims is None:
            raise InvalidTokenError
        self._strong(password)
        self.people[claims.email].password = password

    async def delete(self, external_id: str) -> bool:
        self._well()
        if self.may_delete:
            self.people = {email: person for email, person in self.people.items() if person.id != external_id}
        return self.may_delete

    async def check(self) -> None:
        self._well()

    def open(self, email: str, session_id: UUID | None = None) -> ExternalSession:
        """Return a session of the person, a new one or a renewed one."""
        person = self.people[email]
        claims = ExternalClaims(
            external_id=person.id,
            email=email,
            full_name=person.full_name,
            session_id=session_id or uuid7(),
            expires_at=self.now + timedelta(hours=1),
        )
        session = ExternalSession(
            claims=claims, access_token=f"at{uuid7().hex}", refresh_token=f"rt{uuid7().hex}", expires_in=3600
        )
        self.tokens[session.access_token] = claims
        self.refreshing[session.refresh_token] = claims.session_id
        return session

    def _well(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _strong(self, password: str) -> None:
        if password.startswith("Pwned"):
            raise ValidationError.of_field("password", "is too weak")
