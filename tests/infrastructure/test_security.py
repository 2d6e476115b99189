"""Access tokens: what is in them counts, by the clock that is given."""

from datetime import timedelta

import pytest
from jose import jwt

from app.domain.auth import InvalidTokenError, TokenExpiredError
from app.domain.ids import uuid7
from app.infrastructure.security import AUDIENCE, ISSUER, JoseTokenService
from tests.builders import NOON

SECRET = "s" * 32
TOKENS = JoseTokenService(SECRET, lifetime_seconds=600)
CLAIMS = {
    "sub": str(uuid7()), "email": "ana@example.org", "sid": str(uuid7()), "iat": int(NOON.timestamp()),
    "exp": int(NOON.timestamp()) + 600, "iss": ISSUER, "aud": AUDIENCE, "jti": "1",
}  # fmt: skip


def signed(claims: dict[str, object], **headers: str) -> str:
    return str(jwt.encode(claims, SECRET, algorithm="HS256", headers={"typ": "at+jwt", **headers}))


def test_a_token_holds_until_its_time_is_over_by_the_clock_that_is_given() -> None:
    user_id, session_id = uuid7(), uuid7()
    token = TOKENS.issue(user_id=user_id, email="ana@example.org", session_id=session_id, now=NOON)
    last = NOON + timedelta(seconds=599)
    for now in (NOON, last):
        claims = TOKENS.verify(token, now=now)
        assert (claims.user_id, claims.session_id, claims.expires_at) == (
            user_id, session_id, NOON + timedelta(seconds=600),
        )  # fmt: skip
    with pytest.raises(TokenExpiredError):
        TOKENS.verify(token, now=NOON + timedelta(seconds=600))


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_claim_is_needed(claim: str) -> None:
    assert TOKENS.verify(signed(CLAIMS), now=NOON).email == "ana@example.org"
    with pytest.raises(InvalidTokenError):
        TOKENS.verify(signed({name: value for name, value in CLAIMS.items() if name != claim}), now=NOON)


@pytest.mark.parametrize(
    "changes", [{"iss": "other"}, {"aud": "other"}, {"sub": "ana"}, {"sid": "x"}, {"exp": "soon"}, {"exp": 10**20}]
)
def test_a_claim_that_is_wrong_makes_no_token(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidTokenError):
        TOKENS.verify(signed({**CLAIMS, **changes}), now=NOON)


def test_a_token_of_another_kind_key_or_algorithm_is_none() -> None:
    others = [
        signed(CLAIMS, typ="JWT"),
        str(jwt.encode(CLAIMS, "x" * 32, algorithm="HS256", headers={"typ": "at+jwt"})),
        str(jwt.encode(CLAIMS, SECRET, algorithm="HS512", headers={"typ": "at+jwt"})),
        "",
        "a.b.c",
    ]
    for token in others:
        with pytest.raises(InvalidTokenError):
            TOKENS.verify(token, now=NOON)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        JoseTokenService("short")
