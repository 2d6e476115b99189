"""A local server in the place of Supabase Auth: accounts, sessions and keys in memory, and troubles as told."""

import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk, jwt

from tests.http_double import HangUp, Request, http_double

SECRET = "the-secret-of-a-project-with-32-bytes"
PUBLISHABLE, SECRET_KEY = "sb_publishable_double", "sb_secret_double"
Trouble = Literal["500", "html", "broken", "silence", "hang_up", "429", "bad_key"]
Answer = tuple[int, Any]


class SigningKey:
    """A key pair for ES256."""

    def __init__(self) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        self.kid = str(uuid4())
        self.private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode()
        public = key.public_key()
        kind = serialization.PublicFormat.SubjectPublicKeyInfo
        self.public_pem = public.public_bytes(serialization.Encoding.PEM, kind).decode()
        self.public_der = public.public_bytes(serialization.Encoding.DER, kind)
        self.jwk = {**jwk.construct(self.public_pem, "ES256").to_dict(), "kid": self.kid, "use": "sig", "alg": "ES256"}


@dataclass
class Person:
    """An account at the double."""

    email: str
    password: str
    full_name: str = ""
    is_confirmed: bool = True
    id: str = field(default_factory=lambda: str(uuid4()))


@dataclass
class GoTrueDouble:
    """`signs_with` chooses between public keys and the shared secret. Mailed secrets are kept by address."""

    url: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    sessions: dict[str, tuple[str, str]] = field(default_factory=dict)
    keys: list[SigningKey] = field(default_factory=lambda: [SigningKey()])
    signs_with: Literal["ES256", "HS256"] = "ES256"
    confirms: bool = False
    is_open: bool = True
    trouble: Trouble | None = None
    mailed: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    @property
    def issuer(self) -> str:
        return f"{self.url}/auth/v1"

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(urlsplit(asked).path == f"/auth/v1/{path}" for _, asked in self.asked)

    def claims(self, person: Person, session_id: str, /, **changes: Any) -> dict[str, Any]:
        now = self.now()
        claims = {
            "iss": self.issuer,
            "sub": person.id,
            "aud": "authenticated",
            "exp": int((now + timedelta(hours=1)).timestamp()),
            "iat": int(now.timestamp()),
            "email": person.email,
            "phone": "",
            "app_metadata": {"provider": "email", "providers": ["email"]},
            "user_metadata": {"full_name": person.full_name, "email_verified": True},
            "role": "authenticated",
            "aal": "aal1",
            "amr": [{"method": "password", "timestamp": int(now.timestamp())}],
            "session_id": session_id,
            "is_anonymous": False,
        }
        return {name: value for name, value in {**claims, **changes}.items() if value is not ...}

    def mint(self, person: Person, session_id: str, /, **changes: Any) -> str:
        """Return an access token; a claim that is `...` is left out."""
        claims = self.claims(person, session_id, **changes)
        if self.signs_with == "HS256":
            return str(jwt.encode(claims, SECRET, algorithm="HS256", headers={"typ": "JWT"}))
        key = self.keys[-1]
        return str(jwt.encode(claims, key.private, algorithm="ES256", headers={"typ": "JWT", "kid": key.kid}))

    def open(self, person: Person) -> dict[str, Any]:
        """Return the answer of a sign-in: a new session."""
        return self._session(person, str(uuid4()))

    def _session(self, person: Person, session_id: str) -> dict[str, Any]:
        refresh_token = secrets.token_urlsafe(9)
        self.sessions[session_id] = (person.email, refresh_token)
        return {
            "access_token": self.mint(person, session_id),
            "token_type": "bearer",
            "expires_in": 3600,
            "expires_at": int(self.now().timestamp()) + 3600,
            "refresh_token": refresh_token,
            "user": {"id": person.id, "aud": "authenticated", "email": person.email, "identities": [{}]},
        }

    def answer(self, method: str, target: str, headers: dict[str, str], body: dict[str, Any]) -> Answer:
        """Return status and JSON of the answer to a request."""
        parts = urlsplit(target)
        path, query = parts.path.removeprefix("/auth/v1/"), parse_qs(parts.query)
        if path == ".well-known/jwks.json":
            return 200, {"keys": [key.jwk for key in self.keys]}
        if headers.get("apikey") not in (PUBLISHABLE, SECRET_KEY) or self.trouble == "bad_key":
            return 401, {"message": "Invalid API key", "hint": "Double check your Supabase API key."}
        if self.trouble == "429":
            return 429, {"code": 429, "error_code": "over_request_rate_limit", "msg": "Request rate limit reached"}
        if path.startswith("admin/users/"):
            return self._delete(path.rpartition("/")[2], headers)
        plain = {"signup": self._sign_up, "recover": self._recover, "resend": self._recover, "verify": self._redeem}
        if path in plain:
            return plain[path](body)
        if path == "token":
            return self._token(query["grant_type"][0], body)
        if path in {"logout", "user"}:
            return self._signed_in(path, query, headers, body)
        return (200, {"name": "GoTrue", "version": "v2"}) if path == "health" else (404, {"msg": "no such path"})

    def _sign_up(self, body: dict[str, Any]) -> Answer:
        if not self.is_open:
            return 422, {"code": 422, "error_code": "signup_disabled", "msg": "Signups not allowed for this instance"}
        if body["email"] in self.people and not self.confirms:
            return 422, {"code": 422, "error_code": "user_already_exists", "msg": "User already registered"}
        if body["password"].startswith("Pwned"):
            return 422, {"code": 422, "error_code": "weak_password", "msg": "Password is known to be weak"}
        full_name = body.get("data", {}).get("full_name", "")
        person = Person(body["email"], body["password"], full_name, is_confirmed=not self.confirms)
        self.people.setdefault(person.email, person)
        if self.confirms:
            self.mailed[person.email] = secrets.token_hex(8)
            return 200, {"id": person.id, "email": person.email, "confirmation_sent_at": "2026-03-14T12:00:00Z"}
        return 200, self.open(person)

    def _token(self, grant: str, body: dict[str, Any]) -> Answer:
        if grant == "password":
            person = self.people.get(body["email"])
            if person is None or person.password != body["password"]:
                return 400, {"code": 400, "error_code": "invalid_credentials", "msg": "Invalid login credentials"}
            if not person.is_confirmed:
                return 400, {"code": 400, "error_code": "email_not_confirmed", "msg": "Email not confirmed"}
            return 200, self.open(person)
        for session_id, (email, refresh_token) in self.sessions.items():
            if refresh_token == body["refresh_token"]:
                return 200, self._session(self.people[email], session_id)
        return 400, {"code": 400, "error_code": "refresh_token_not_found", "msg": "Invalid Refresh Token"}

    def _recover(self, body: dict[str, Any]) -> Answer:
        if body["email"] in self.people:
            self.mailed[body["email"]] = secrets.token_hex(8)
        return 200, {}

    def _redeem(self, body: dict[str, Any]) -> Answer:
        for email, secret in self.mailed.items():
            if secret == body["token_hash"]:
                del self.mailed[email]
                self.people[email].is_confirmed = True
                return 200, self.open(self.people[email])
        return 403, {"code": 403, "error_code": "otp_expired", "msg": "Email link is invalid or has expired"}

    def _signed_in(self, path: str, query: dict[str, Any], headers: dict[str, str], body: dict[str, Any]) -> Answer:
        try:
            claims = jwt.get_unverified_claims(headers.get("authorization", "").removeprefix("Bearer "))
            email, _ = self.sessions[claims["session_id"]]
        except (KeyError, jwt.JWTError):
            return 403, {"code": 403, "error_code": "session_not_found", "msg": "Session from session_id not found"}
        if path == "logout":
            everywhere = query["scope"] == ["global"]
            self.sessions = {
                session_id: kept
                for session_id, kept in self.sessions.items()
                if session_id != claims["session_id"] and not (everywhere and kept[0] == email)
            }
            return 204, None
        if body["password"].startswith("Pwned"):
            return 422, {"code": 422, "error_code": "weak_password", "msg": "Password is known to be weak"}
        self.people[email].password = body["password"]
        return 200, {"id": self.people[email].id, "email": email}

    def _delete(self, identity: str, headers: dict[str, str]) -> Answer:
        if headers.get("authorization") != f"Bearer {SECRET_KEY}":
            return 403, {"code": 403, "error_code": "not_admin", "msg": "User not allowed"}
        found = [email for email, person in self.people.items() if person.id == identity]
        for email in found:
            del self.people[email]
            self.sessions = {key: kept for key, kept in self.sessions.items() if kept[0] != email}
        return (200, {}) if found else (404, {"code": 404, "error_code": "user_not_found", "msg": "User not found"})


@asynccontextmanager
async def gotrue_double() -> AsyncIterator[GoTrueDouble]:
    """Serve a double on a port of this machine."""
    double = GoTrueDouble()

    async def answer(request: Request) -> None:
        double.asked.append((request.method, request.target))
        if double.trouble == "silence":
            await request.closing.wait()
        if double.trouble in {"silence", "hang_up"}:
            raise HangUp
        sent = json.loads(request.content or b"{}")
        status, data = double.answer(request.method, request.target, request.headers, sent)
        said = b"" if data is None else json.dumps(data).encode()
        if double.trouble in {"500", "html", "broken"}:
            status = 500 if double.trouble == "500" else 200
            said = {"500": b"{}", "html": b"<html>", "broken": b'{"access_token": "x", '}[double.trouble]
        await request.send(status, said)

    async with http_double(answer, Request) as double.url:
        yield double
