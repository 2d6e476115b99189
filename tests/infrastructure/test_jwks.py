"""Tokens of another issuer: what is believed, what is forged, and how often its keys are fetched."""

import asyncio
import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jose import jwk, jwt

from app.domain.auth import InvalidTokenError, TokenExpiredError
from app.domain.errors import UnavailableError
from app.infrastructure.security import JwksTokenVerifier
from tests.gotrue_double import SECRET, SigningKey

ISSUER, AUDIENCE = "https://abc.supabase.example/auth/v1", "authenticated"


class Issuer:
    """Keys, a clock, and a count of how often the keys were fetched."""

    def __init__(self, *, secret: str = "") -> None:
        self.now = datetime.now(UTC)
        self.keys = [SigningKey()]
        self.published: Any = None
        self.is_away = False
        self.fetched = 0
        self.verifier = JwksTokenVerifier(self.fetch, issuer=ISSUER, audience=AUDIENCE, secret=secret)

    async def fetch(self) -> object:
        self.fetched += 1
        await asyncio.sleep(0)
        if self.is_away:
            raise UnavailableError("away", retry_after=3)
        return {"keys": [key.jwk for key in self.keys]} if self.published is None else self.published

    def claims(self, **changes: Any) -> dict[str, Any]:
        start = int(self.now.timestamp())
        claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "zoe", "iat": start, "exp": start + 3600, **changes}
        return {name: value for name, value in claims.items() if value is not ...}

    def token(self, key: SigningKey | None = None, *, kid: str | None = None, **changes: Any) -> str:
        key = key or self.keys[-1]
        headers = {"kid": kid or key.kid}
        return str(jwt.encode(self.claims(**changes), key.private, algorithm="ES256", headers=headers))

    async def verify(self, token: str) -> dict[str, Any]:
        return await self.verifier.verify(token, self.now)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def forged(header: dict[str, Any], claims: dict[str, Any], key: bytes | None) -> str:
    """Return a token put together by hand, signed with HMAC of `key` or not at all."""
    signed = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
    return f"{signed}.{b64(hmac.digest(key, signed.encode(), hashlib.sha256)) if key is not None else ''}"


async def test_a_token_of_a_published_key_is_believed_and_the_key_kept() -> None:
    issuer = Issuer()
    claims = await issuer.verify(issuer.token(email="zoe@example.org"))
    assert (claims["sub"], claims["email"]) == ("zoe", "zoe@example.org")
    assert claims["expires_at"] == issuer.now.replace(microsecond=0) + timedelta(hours=1)
    for _ in range(5):
        await issuer.verify(issuer.token())
    assert issuer.fetched == 1


async def test_a_token_of_an_rsa_key_is_believed_too() -> None:
    issuer, key = Issuer(), rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    kind = serialization.PublicFormat.SubjectPublicKeyInfo
    public = key.public_key().public_bytes(serialization.Encoding.PEM, kind).decode()
    issuer.published = {"keys": [{**jwk.construct(public, "RS256").to_dict(), "kid": "rsa", "use": "sig"}]}
    token = jwt.encode(issuer.claims(), private, algorithm="RS256", headers={"kid": "rsa"})
    assert (await issuer.verify(token))["sub"] == "zoe"
    with pytest.raises(InvalidTokenError):
        await issuer.verify(issuer.token(kid="rsa"))


async def test_a_token_of_the_shared_secret_is_believed_where_there_is_one() -> None:
    token = jwt.encode(Issuer().claims(), SECRET, algorithm="HS256")
    with_secret, without = Issuer(secret=SECRET), Issuer()
    assert (await with_secret.verify(token))["sub"] == "zoe"
    assert (await with_secret.verify(with_secret.token()))["sub"] == "zoe"
    with pytest.raises(InvalidTokenError):
        await without.verify(token)
    with pytest.raises(InvalidTokenError):
        await with_secret.verify(jwt.encode(with_secret.claims(), "another secret of 32 bytes or more", "HS256"))


@pytest.mark.parametrize(
    "changes",
    [
        {"aud": "another"},
        {"aud": ["another"]},
        {"aud": ...},
        {"iss": "https://evil.example/auth/v1"},
        {"iss": ...},
        {"sub": ...},
        {"exp": ...},
        {"exp": "tomorrow"},
        {"exp": 10**30},
        {"iat": ...},
    ],
)
async def test_a_token_for_others_or_without_a_word_that_counts_is_refused(changes: dict[str, Any]) -> None:
    issuer = Issuer()
    with pytest.raises(InvalidTokenError):
        await issuer.verify(issuer.token(**changes))


async def test_an_expired_token_is_told_from_a_wrong_one_and_to_the_second() -> None:
    issuer = Issuer()
    token = issuer.token(exp=int(issuer.now.timestamp()) + 10)
    issuer.now += timedelta(seconds=8)
    await issuer.verify(token)
    issuer.now += timedelta(seconds=2)
    with pytest.raises(TokenExpiredError):
        await issuer.verify(token)


@pytest.mark.parametrize("algorithm", ["none", "None", "nOnE", "HS384", "HS512", "ES384", "EdDSA", "", 5])
@pytest.mark.parametrize("secret", ["", SECRET])
async def test_no_other_algorithm_is_taken(algorithm: Any, secret: str) -> None:
    issuer = Issuer(secret=secret)
    header = {"alg": algorithm, "typ": "JWT", "kid": issuer.keys[0].kid}
    for key in (None, b"", SECRET.encode()):
        with pytest.raises(InvalidTokenError):
            await issuer.verify(forged(header, issuer.claims(), key))


@pytest.mark.parametrize("secret", ["", SECRET])
async def test_a_public_key_is_no_secret_in_whatever_form(secret: str) -> None:
    issuer = Issuer(secret=secret)
    await issuer.verify(issuer.token())
    key = issuer.keys[0]
    forms = [
        key.public_pem.encode(),
        key.public_pem.strip().encode(),
        key.public_der,
        base64.b64encode(key.public_der),
        json.dumps(key.jwk).encode(),
        key.kid.encode(),
    ]
    for form in forms:
        header = {"alg": "HS256", "typ": "JWT", "kid": key.kid}
        with pytest.raises(InvalidTokenError):
            await issuer.verify(forged(header, issuer.claims(), form))


async def test_a_symmetric_key_among_the_published_ones_verifies_nothing() -> None:
    issuer = Issuer()
    issuer.published = {"keys": [{"kty": "oct", "k": b64(SECRET.encode()), "kid": "oct", "alg": "HS256"}]}
    for algorithm in ("HS256", "ES256"):
        token = forged({"alg": algorithm, "kid": "oct"}, issuer.claims(), SECRET.encode())
        with pytest.raises(InvalidTokenError):
            await issuer.verify(token)


async def test_a_key_for_something_else_or_of_another_algorithm_verifies_nothing() -> None:
    issuer = Issuer()
    own = issuer.keys[0].jwk
    for change in ({"use": "enc"}, {"alg": "ES384"}, {"kty": "RSA"}, {"x": "!!"}):
        other = Issuer()
        other.keys, other.published = issuer.keys, {"keys": [{**own, **change}]}
        with pytest.raises(InvalidTokenError):
            await other.verify(other.token())


@pytest.mark.parametrize("published", [None, [], {"keys": None}, {"keys": [1, {}, {"kid": "x"}]}, "x", {"keys": {}}])
async def test_keys_in_another_shape_are_no_keys(published: Any) -> None:
    issuer = Issuer()
    issuer.published = published if published is not None else {}
    with pytest.raises(InvalidTokenError):
        await issuer.verify(issuer.token())


@pytest.mark.parametrize("token", ["", "x", "a.b", "a.b.c", "....", "é.é.é", "a" * 10_000, "e30.e30.e30"])
async def test_what_is_no_token_is_refused_without_asking_for_keys(token: str) -> None:
    issuer = Issuer()
    with pytest.raises(InvalidTokenError):
        await issuer.verify(token)
    assert issuer.fetched == 0


async def test_a_signature_that_was_touched_is_refused() -> None:
    issuer = Issuer()
    head, claims, signature = issuer.token().split(".")
    other = b64(json.dumps(issuer.claims(sub="eve")).encode())
    for token in (f"{head}.{other}.{signature}", f"{head}.{claims}.{signature[:-4]}AAAA", f"{head}.{claims}."):
        with pytest.raises(InvalidTokenError):
            await issuer.verify(token)
    with pytest.raises(InvalidTokenError):
        await issuer.verify(issuer.token(SigningKey(), kid=issuer.keys[0].kid))


async def test_a_new_key_is_fetched_when_it_is_first_named_and_an_old_one_forgotten() -> None:
    issuer = Issuer()
    old, old_token = issuer.keys[0], issuer.token()
    await issuer.verify(old_token)
    issuer.keys = [old, SigningKey()]
    issuer.now += timedelta(seconds=61)
    await issuer.verify(issuer.token())
    await issuer.verify(old_token)
    assert issuer.fetched == 2
    issuer.keys = issuer.keys[1:]
    issuer.now += timedelta(minutes=10)
    await issuer.verify(issuer.token())
    with pytest.raises(InvalidTokenError):
        await issuer.verify(old_token)
    assert issuer.fetched == 3


async def test_a_storm_of_unknown_keys_fetches_once_a_minute() -> None:
    issuer = Issuer()
    await issuer.verify(issuer.token())
    issuer.now += timedelta(seconds=61)
    strangers = [issuer.token(kid=f"stranger-{number}") for number in range(200)]
    results = await asyncio.gather(*map(issuer.verify, strangers), return_exceptions=True)
    assert all(isinstance(result, InvalidTokenError) for result in results)
    assert issuer.fetched == 2
    await issuer.verify(issuer.token())
    issuer.now += timedelta(seconds=59)
    with pytest.raises(InvalidTokenError):
        await issuer.verify(strangers[0])
    assert issuer.fetched == 2


async def test_many_at_once_fetch_the_first_keys_once() -> None:
    issuer = Issuer()
    await asyncio.gather(*(issuer.verify(issuer.token()) for _ in range(50)))
    assert issuer.fetched == 1


async def test_without_keys_the_answer_is_later_and_not_no() -> None:
    issuer = Issuer()
    issuer.is_away = True
    for _ in range(20):
        with pytest.raises(UnavailableError) as told:
            await issuer.verify(issuer.token())
        assert told.value.retry_after == 3
    assert issuer.fetched == 1
    issuer.is_away = False
    issuer.now += timedelta(seconds=5)
    assert (await issuer.verify(issuer.token()))["sub"] == "zoe"


async def test_known_keys_hold_for_a_day_while_the_issuer_is_silent() -> None:
    issuer = Issuer()
    await issuer.verify(issuer.token())
    issuer.is_away = True
    issuer.now += timedelta(hours=23)
    assert (await issuer.verify(issuer.token()))["sub"] == "zoe"
    with pytest.raises(UnavailableError):
        await issuer.verify(issuer.token(kid="new"))
    issuer.now += timedelta(hours=2)
    with pytest.raises(UnavailableError):
        await issuer.verify(issuer.token())
