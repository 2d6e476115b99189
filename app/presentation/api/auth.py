"""`/auth`: accounts and sessions."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Depends, Query, Request, Response
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import Field, StrictBool

from app.application.auth import SignedIn
from app.domain.auth import SubscriptionTier, User, UserSession
from app.domain.errors import NotAuthenticatedError, RateLimitedError, ValidationError
from app.presentation.api import refresh_cookie
from app.presentation.api.dependencies import ClientDep, CurrentUser, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel

router = feature_router("/auth", tag="auth")


@dataclass(frozen=True, slots=True)
class _Delivery:
    """How the refresh token reaches the client."""

    request: Request
    response: Response
    by_cookie: bool


async def _delivery(
    request: Request,
    response: Response,
    cookie: Annotated[
        bool, Query(description="Give the refresh token in an HTTP-only cookie, not in the body.")
    ] = False,
) -> _Delivery:
    return _Delivery(request, response, cookie)


_DeliveryDep = Annotated[_Delivery, Depends(_delivery)]


class RegisterIn(ApiModel):
    """A new account."""

    email: str = Field(max_length=254)
    password: str = Field(max_length=1024)
    full_name: str = Field("", max_length=200)
    username: str | None = Field(None, max_length=40)


class LoginIn(ApiModel):
    """A sign-in, by address or by name."""

    email: str | None = Field(None, max_length=254)
    username: str | None = Field(None, max_length=254)
    password: str = Field(max_length=1024)


class RefreshIn(ApiModel):
    """A refresh token to spend; without one the cookie's is."""

    refresh_token: str | None = Field(None, max_length=2000)


class MeIn(ApiModel):
    """Changes of one's own account."""

    full_name: str | None = Field(None, max_length=200)
    username: str | None = Field(None, max_length=40)
    llm_enabled: StrictBool | None = None


class UserOut(ApiModel):
    """An account, as its owner sees it."""

    id: UUID
    email: str
    username: str | None
    full_name: str
    is_active: bool
    is_verified: bool
    subscription_tier: SubscriptionTier
    generations_used: int
    generations_limit: int | None
    llm_enabled: bool
    created_at: datetime
    updated_at: datetime


class SignedInOut(ApiModel):
    """A user with fresh tokens."""

    user: UserOut
    access_token: str
    refresh_token: str | None
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the token's type, not a secret
    expires_in: int


class SessionOut(ApiModel):
    """One sign-in."""

    id: UUID
    user_agent: str
    ip_address: str
    created_at: datetime
    last_used_at: datetime
    expires_at: datetime
    is_current: bool


@router.post("/register", status_code=201)
async def register(
    body: RegisterIn, services: ServicesDep, client: ClientDep, delivery: _DeliveryDep, response: Response
) -> SignedInOut:
    """Make an account and sign it in."""
    signed_in = await services.auth.register(**body.model_dump(), client=client)
    response.headers["Location"] = "/api/v1/auth/me"
    with suppress(RateLimitedError):
        await services.accounts.ask_for_verification(signed_in.user.id)
    return _signed_in(signed_in, services, delivery)


@router.post("/login")
async def login(body: LoginIn, services: ServicesDep, client: ClientDep, delivery: _DeliveryDep) -> SignedInOut:
    """Sign in."""
    name = body.email or body.username
    if name is None:
        raise ValidationError.of_field("email", "give an e-mail address or a username")
    signed_in = await services.auth.login(login=name, password=body.password, client=client)
    return _signed_in(signed_in, services, delivery)


@router.post("/token")
async def token(
    form: Annotated[OAuth2PasswordRequestForm, Depends()],
    services: ServicesDep,
    client: ClientDep,
    delivery: _DeliveryDep,
) -> SignedInOut:
    """Sign in with the OAuth2 password form, as Swagger UI's Authorize does."""
    signed_in = await services.auth.login(login=form.username, password=form.password, client=client)
    return _signed_in(signed_in, services, delivery)


@router.post("/refresh")
async def refresh(
    services: ServicesDep, client: ClientDep, delivery: _DeliveryDep, body: RefreshIn | None = None
) -> SignedInOut:
    """Spend a refresh token, of the body or of the cookie, for a new pair; it comes back the way it came."""
    given = body.refresh_token if body else None
    if given is None:
        given = refresh_cookie.take(delivery.request)
        if given is None:
            raise NotAuthenticatedError
        delivery = replace(delivery, by_cookie=True)
    signed_in = await services.auth.refresh(given, client=client, may_repeat=delivery.by_cookie)
    return _signed_in(signed_in, services, delivery)


@router.get("/me")
async def get_me(user: CurrentUser, services: ServicesDep) -> UserOut:
    """Return the caller's account."""
    return _user(await services.auth.me(user), services)


@router.patch("/me")
async def update_me(body: MeIn, user: CurrentUser, services: ServicesDep) -> UserOut:
    """Change the caller's account."""
    changes = body.model_dump(exclude_unset=True)
    return _user(await services.auth.update_me(user, changes=changes), services)


@router.post("/logout", status_code=204)
async def logout(
    user: CurrentUser, services: ServicesDep, client: ClientDep, request: Request, response: Response
) -> None:
    """End this session; its tokens are dead at once."""
    refresh_cookie.clear(request, response)
    await services.auth.end_session(user, user.session_id, client=client)


@router.post("/logout-all", status_code=204)
async def logout_all(user: CurrentUser, services: ServicesDep, client: ClientDep) -> None:
    """End every session of the caller."""
    await services.auth.end_all_sessions(user, client=client)


@router.get("/sessions")
async def list_sessions(user: CurrentUser, services: ServicesDep) -> list[SessionOut]:
    """Tell where the caller is signed in."""
    return [_session(session, user.session_id) for session in await services.auth.sessions(user)]


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(session_id: UUID, user: CurrentUser, services: ServicesDep, client: ClientDep) -> None:
    """Sign one session out."""
    await services.auth.end_session(user, session_id, client=client)


def _user(user: User, services: ServicesDep) -> UserOut:
    used, limit = services.auth.usage(user)
    counted = {"generations_used": used, "generations_limit": limit}
    return UserOut.model_validate({**{name: getattr(user, name) for name in _USER_FIELDS}, **counted})


_USER_FIELDS = tuple(name for name in UserOut.model_fields if not name.startswith("generations_"))


def _signed_in(signed_in: SignedIn, services: ServicesDep, delivery: _Delivery) -> SignedInOut:
    tokens = signed_in.tokens
    if delivery.by_cookie:
        refresh_cookie.give(delivery.request, delivery.response, tokens.refresh_token)
    return SignedInOut(
        user=_user(signed_in.user, services),
        access_token=tokens.access_token,
        refresh_token=None if delivery.by_cookie else tokens.refresh_token,
        expires_in=tokens.expires_in,
    )


def _session(session: UserSession, current: UUID) -> SessionOut:
    values = {name: getattr(session, name) for name in SessionOut.model_fields if name != "is_current"}
    return SessionOut.model_validate({**values, "is_current": session.id == current})
