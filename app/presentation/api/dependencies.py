"""What routes reach: the services, who is calling, and which page. Nothing is built here.

Every dependency is `async`, those too that await nothing: FastAPI sends a plain function through its thread pool, which
cost a request a fifth to a third of its time.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request
from fastapi.security import OAuth2PasswordBearer

from app.application.services import Services
from app.domain.audit import ClientInfo
from app.domain.auth import Caller
from app.domain.errors import NotAuthenticatedError, VersionConflictError
from app.domain.pagination import PageRequest

_scheme = OAuth2PasswordBearer(tokenUrl="/api/v1/auth/token", auto_error=False)


async def get_services(request: Request) -> Services:
    """Return what the application was started with."""
    return cast("Services", request.app.state.services)


ServicesDep = Annotated[Services, Depends(get_services)]


async def current_user(
    request: Request, services: ServicesDep, token: Annotated[str | None, Depends(_scheme)]
) -> Caller:
    """Return who the bearer token belongs to; raise a `NotAuthenticatedError`."""
    if token is None:
        raise NotAuthenticatedError
    caller = await services.auth.authenticate(token)
    request.state.user_id = caller.user_id
    return caller


CurrentUser = Annotated[Caller, Depends(current_user)]


async def signed_in_check(
    services: ServicesDep, token: Annotated[str | None, Depends(_scheme)]
) -> Callable[[], Awaitable[Caller]]:
    """Return what raises a `NotAuthenticatedError` once the caller's session has ended: for answers that last."""
    return partial(services.auth.authenticate, token or "")


SignedInCheck = Annotated[Callable[[], Awaitable[Caller]], Depends(signed_in_check)]
LastEventId = Annotated[
    str | None, Header(max_length=100, description="The last event you saw: every later one is sent.")
]


async def client_info(request: Request) -> ClientInfo:
    """Return where the request comes from."""
    host = request.client.host if request.client else ""
    return ClientInfo(user_agent=request.headers.get("user-agent", ""), ip_address=host)


ClientDep = Annotated[ClientInfo, Depends(client_info)]


async def page_params(
    limit: Annotated[int, Query(ge=1, le=100, description="How many items at most.")] = 20,
    offset: Annotated[int, Query(ge=0, le=2**31, description="How many items to skip.")] = 0,
    sort: Annotated[
        str, Query(max_length=60, description="A field name; with a leading `-`, descending.")
    ] = "-created_at",
) -> PageRequest:
    """Return which page was asked for."""
    return PageRequest(limit=limit, offset=offset, sort=sort)


PageParams = Annotated[PageRequest, Depends(page_params)]


async def version_check(
    if_match: Annotated[str | None, Header(description="The ETag this change builds on.")] = None,
) -> Callable[[int], None]:
    """Return a function that raises `VersionConflictError` when `If-Match` names another version."""

    def check(version: int) -> None:
        wanted = [tag.strip().removeprefix("W/").strip('"') for tag in (if_match or "*").split(",")]
        if "*" not in wanted and str(version) not in wanted:
            raise VersionConflictError(current_version=version)

    return check


VersionCheck = Annotated[Callable[[int], None], Depends(version_check)]


def etag(version: int) -> dict[str, str]:
    """Return the header that names a version."""
    return {"ETag": f'"{version}"'}
