"""What an identity provider promises: the fake, and Supabase Auth with public keys and with a shared secret."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from app.domain.auth import (
    EmailNotConfirmedError,
    EmailTakenError,
    InvalidCredentialsError,
    InvalidTokenError,
    RegistrationClosedError,
)
from app.domain.errors import JobWiseError, RateLimitedError, UnavailableError, ValidationError
from app.domain.ids import uuid7
from app.domain.ports.identity import IIdentityProvider
from app.infrastructure.security import JwksTokenVerifier
from app.infrastructure.supabase import GoTrueIdentityProvider
from tests.fakes.identity import FakeIdentityProvider
from tests.gotrue_double import PUBLISHABLE, SECRET, SECRET_KEY, GoTrueDouble, Trouble, gotrue_double

ZOE, PASSWORD = "zoe@example.org", "Correct-Horse-9"


def now() -> datetime:
    return datetime.now(UTC)


def provider_at(double: GoTrueDouble, *, key: str = SECRET_KEY, timeout: float = 5.0) -> GoTrueIdentityProvider:
    async def fetch_keys() -> object:
        return await provider.fetch_keys()

    secret = SECRET if double.signs_with == "HS256" else ""
    verifier = JwksTokenVerifier(fetch_keys, issuer=double.issuer, audience="authenticated", secret=secret)
    provider = GoTrueIdentityProvider(double.url, key, verifier.verify, clock=now, timeout=timeout)
    return provider


class Bench:
    """A provider, and what stands behind it."""

    def __init__(self, provider: IIdentityProvider, behind: Any) -> None:
        self.provider, self.behind = provider, behind

    async def join(self, email: str = ZOE) -> Any:
        session = await self.provider.sign_up(email=email, password=PASSWORD, full_name="Zoë")
        assert session is not None
        return session

    def break_down(self, error: JobWiseError, trouble: Trouble) -> None:
        self.behind.trouble = error if isinstance(self.behind, FakeIdentityProvider) else trouble


@pytest.fixture(params=["fake", "ES256", "HS256"])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    if request.param == "fake":
        fake = FakeIdentityProvider(now())
        yield Bench(fake, fake)
        return
    async with gotrue_double() as double:
        double.signs_with = request.param
        provider = provider_at(double)
        yield Bench(provider, double)
        await provider.aclose()


async def test_a_new_account_is_signed_in_and_its_token_says_whose_it_is(bench: Bench) -> None:
    session = await bench.join()
    claims = await bench.provider.verify(session.access_token, now=now())
    assert claims == session.claims
    assert (claims.email, claims.full_name, session.expires_in) == (ZOE, "Zoë", 3600)
    assert claims.external_id == bench.behind.people[ZOE].id
    assert session.access_token not in repr(session)
    assert session.refresh_token not in repr(session)
    with pytest.raises(EmailTakenError):
        await bench.join()


async def test_an_address_may_have_to_be_confirmed_first(bench: Bench) -> None:
    bench.behind.confirms = True
    assert await bench.provider.sign_up(email=ZOE, password=PASSWORD, full_name="") is None
    with pytest.raises(EmailNotConfirmedError):
        await bench.provider.sign_in(email=ZOE, password=PASSWORD)
    await bench.provider.send_confirmation(ZOE)
    session = await bench.provider.redeem(bench.behind.mailed[ZOE], purpose="email")
    assert session.claims.email == ZOE
    assert (await bench.provider.sign_in(email=ZOE, password=PASSWORD)).claims.email == ZOE
    assert await bench.provider.sign_up(email=ZOE, password="Another-Horse-9", full_name="") is None


async def test_what_it_refuses_is_told_apart(bench: Bench) -> None:
    with pytest.raises(ValidationError):
        await bench.provider.sign_up(email=ZOE, password="Pwned-Horse-9", full_name="")
    bench.behind.is_open = False
    with pytest.raises(RegistrationClosedError):
        await bench.join()
    for email, password in ((ZOE, PASSWORD), ("nobody@example.org", PASSWORD)):
        with pytest.raises(InvalidCredentialsError):
            await bench.provider.sign_in(email=email, password=password)


async def test_a_refresh_token_is_spent_once_and_its_session_stays(bench: Bench) -> None:
    first = await bench.join()
    second = await bench.provider.refresh(first.refresh_token)
    assert second.claims.session_id == first.claims.session_id
    assert second.refresh_token != first.refresh_token
    for spent in (first.refresh_token, "nonsense"):
        with pytest.raises(InvalidTokenError):
            await bench.provider.refresh(spent)


async def test_signing_out_ends_one_session_or_all(bench: Bench) -> None:
    await bench.join()
    one, two, three = [await bench.provider.sign_in(email=ZOE, password=PASSWORD) for _ in range(3)]
    assert len({session.claims.session_id for session in (one, two, three)}) == 3
    await bench.provider.sign_out(one.access_token, everywhere=False)
    await bench.provider.sign_out(one.access_token, everywhere=False)
    with pytest.raises(InvalidTokenError):
        await bench.provider.refresh(one.refresh_token)
    two = await bench.provider.refresh(two.refresh_token)
    await bench.provider.sign_out(three.access_token, everywhere=True)
    with pytest.raises(InvalidTokenError):
        await bench.provider.refresh(two.refresh_token)


async def test_a_password_is_changed_with_a_token_and_reset_with_a_mail(bench: Bench) -> None:
    session = await bench.join()
    await bench.provider.set_password(session.access_token, "Battery-Staple-8")
    with pytest.raises(InvalidCredentialsError):
        await bench.provider.sign_in(email=ZOE, password=PASSWORD)
    await bench.provider.send_recovery("nobody@example.org")
    await bench.provider.send_recovery(ZOE)
    secret = bench.behind.mailed[ZOE]
    redeemed = await bench.provider.redeem(secret, purpose="recovery")
    with pytest.raises(ValidationError):
        await bench.provider.set_password(redeemed.access_token, "Pwned-Horse-9")
    await bench.provider.set_password(redeemed.access_token, PASSWORD)
    assert (await bench.provider.sign_in(email=ZOE, password=PASSWORD)).claims.email == ZOE
    with pytest.raises(InvalidTokenError):
        await bench.provider.redeem(secret, purpose="recovery")
    with pytest.raises(InvalidTokenError):
        await bench.provider.set_password("nonsense", PASSWORD)


async def test_an_account_is_deleted_and_once_more_is_no_error(bench: Bench) -> None:
    session = await bench.join()
    for _ in range(2):
        assert await bench.provider.delete(session.claims.external_id) is True
    with pytest.raises(InvalidCredentialsError):
        await bench.provider.sign_in(email=ZOE, password=PASSWORD)
    assert await bench.provider.delete(str(uuid7())) is True


@pytest.mark.parametrize(
    ("error", "trouble"), [(UnavailableError(), "hang_up"), (RateLimitedError(retry_after=7), "429")]
)
async def test_a_provider_that_is_away_or_wants_patience_says_so_everywhere(
    bench: Bench, error: JobWiseError, trouble: Trouble
) -> None:
    session = await bench.join()
    bench.break_down(error, trouble)
    provider, token = bench.provider, session.access_token
    for call in (
        provider.sign_up(email="bo@example.org", password=PASSWORD, full_name=""),
        provider.sign_in(email=ZOE, password=PASSWORD),
        provider.refresh(session.refresh_token),
        provider.sign_out(token, everywhere=False),
        provider.send_recovery(ZOE),
        provider.send_confirmation(ZOE),
        provider.redeem("secret", purpose="recovery"),
        provider.set_password(token, PASSWORD),
        provider.check(),
    ):
        with pytest.raises(type(error)) as told:
            await call
        assert PASSWORD not in repr((told.value, told.value.details))
        assert token not in repr((told.value, told.value.details))


@pytest.mark.parametrize("trouble", [one for one in get_args(Trouble) if one != "429"])
async def test_whatever_goes_wrong_on_the_way_it_is_away(trouble: Trouble) -> None:
    async with gotrue_double() as double:
        provider = provider_at(double, timeout=0.3)
        session = await provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
        assert session is not None
        double.trouble = trouble
        for call in (provider.sign_in(email=ZOE, password=PASSWORD), provider.refresh(session.refresh_token)):
            with pytest.raises((UnavailableError, InvalidCredentialsError, InvalidTokenError)) as told:
                await call
            assert isinstance(told.value, UnavailableError), trouble
            assert PASSWORD not in str(told.value)
        await provider.aclose()


async def test_nobody_listening_is_away_too() -> None:
    async with gotrue_double() as double:
        provider = provider_at(double)
    with pytest.raises(UnavailableError):
        await provider.sign_in(email=ZOE, password=PASSWORD)
    await provider.aclose()


async def test_a_publishable_key_may_not_delete() -> None:
    async with gotrue_double() as double:
        provider = provider_at(double, key=PUBLISHABLE)
        session = await provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
        assert session is not None
        assert await provider.delete(session.claims.external_id) is False
        await provider.aclose()


async def test_a_provider_whose_own_tokens_do_not_verify_is_set_up_wrongly(caplog: pytest.LogCaptureFixture) -> None:
    async with gotrue_double() as double:
        provider = provider_at(double)
        double.signs_with = "HS256"
        with pytest.raises(UnavailableError):
            await provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
        assert "SUPABASE_JWT_SECRET" in caplog.text
        await provider.aclose()


@pytest.mark.parametrize(
    "changes",
    [
        {"role": "service_role"},
        {"role": ...},
        {"is_anonymous": True},
        {"email": ""},
        {"email": ...},
        {"sub": "service"},
        {"session_id": ...},
        {"session_id": "x"},
        {"user_metadata": "x", "role": "anon"},
    ],
)
async def test_a_token_of_nobody_in_particular_is_refused(changes: dict[str, Any]) -> None:
    async with gotrue_double() as double:
        provider = provider_at(double)
        session = await provider.sign_up(email=ZOE, password=PASSWORD, full_name="")
        assert session is not None
        person, session_id = double.people[ZOE], str(session.claims.session_id)
        assert (await provider.verify(double.mint(person, session_id), now=now())).email == ZOE
        with pytest.raises(InvalidTokenError):
            await provider.verify(double.mint(person, session_id, **changes), now=now())
        await provider.aclose()
