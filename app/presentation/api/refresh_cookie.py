"""The refresh token in a cookie that no script reads: for browsers.

Safe from other sites twice over: `SameSite=Strict` keeps the cookie at home, and a request that the browser itself
calls foreign (`Sec-Fetch-Site`) is refused. The cookie goes to `/api/v1/auth` only; everything else takes a bearer
token, which no form and no image can send.
"""

from fastapi import Request, Response

from app.domain.errors import ForbiddenError

_NAME = "jobwise_refresh"
_PATH = "/api/v1/auth"
_SECONDS = 7 * 86_400


def give(request: Request, response: Response, refresh_token: str) -> None:
    """Set the cookie."""
    response.set_cookie(
        _NAME,
        refresh_token,
        max_age=_SECONDS,
        path=_PATH,
        secure=_is_secure(request),
        httponly=True,
        samesite="strict",
    )


def take(request: Request) -> str | None:
    """Return the cookie's token; raise `ForbiddenError` when another site made the browser send it."""
    token = request.cookies.get(_NAME)
    if token and request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForbiddenError("The cookie is only taken from JobWise's own pages")
    return token or None


def clear(request: Request, response: Response) -> None:
    """Delete the cookie."""
    if _NAME in request.cookies:
        response.delete_cookie(_NAME, path=_PATH, secure=_is_secure(request), httponly=True, samesite="strict")


def _is_secure(request: Request) -> bool:
    return bool(getattr(request.app.state, "secure_cookies", False)) or request.url.scheme == "https"
