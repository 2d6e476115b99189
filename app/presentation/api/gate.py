"""The gate before every API route, pure ASGI: limits who asks too often, reads bodies, gives a retry its first answer.

It stands inside the request middleware, which counts the bytes, and outside the routes, so that whatever is added later
is guarded too.
"""

from collections.abc import Iterator, Mapping
from typing import cast

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.application.idempotency import KeyedRequest, StoredAnswer
from app.application.services import Services
from app.domain.auth import Caller
from app.domain.errors import JobWiseError, NotAuthenticatedError, ValidationError
from app.domain.idempotency import Effect, current_effect
from app.domain.ports.rate_limiter import Allowance
from app.presentation.api import bodies
from app.presentation.api.addresses import AddressTable
from app.presentation.api.errors import error_response, method_not_allowed
from app.presentation.api.replays import Answer, lost_answer

_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_KEPT_HEADERS = frozenset({"content-type", "location", "etag", "content-disposition"})
_SECRET_HEADERS = frozenset({"set-cookie"})
_LONGEST_KEY = 255


class Gate:
    """See the module."""

    def __init__(self, app: ASGIApp, addresses: AddressTable) -> None:
        self._app = app
        self._addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        services = cast("Services", scope["app"].state.services)
        headers = Headers(scope=scope)
        try:
            caller = await _caller(services, headers)
        except JobWiseError as error:
            # Whose token it is cannot be told now: the database or the identity provider is away.
            await error_response(error)(scope, receive, send)
            return
        address = scope["client"][0] if scope.get("client") else ""
        allowance = await services.limits.count_request(caller.user_id if caller else None, address)
        limited_send = _with_limits(send, allowance)
        try:
            if allowance is not None and not allowance.is_allowed:
                raise services.limits.refusal(allowance)
            allowed = self._addresses.methods(scope["path"])
            if allowed and scope["method"] not in allowed:
                await method_not_allowed(allowed)(scope, receive, limited_send)
                return
            bodies.check_address(scope["path"], scope["query_string"])
            if scope["method"] in _WITH_BODY:
                body = await _read(receive)
                receive = _replayed(body, receive)
                key = _key(scope, headers, _checked(headers.get("content-type", ""), body))
                if key is not None and (caller is not None or scope["path"].endswith("/auth/register")):
                    request = KeyedRequest(
                        user_id=caller.user_id if caller else None,
                        sender=address,
                        method=scope["method"],
                        path=scope["path"],
                        key=key,
                        body_digest=bodies.digest_of(body, headers.get("content-type", ""), scope["query_string"]),
                    )
                    await self._once(services, request, scope, receive, limited_send)
                    return
            await self._app(scope, receive, limited_send)
        except JobWiseError as error:
            await error_response(error)(scope, receive, limited_send)

    async def _once(
        self, services: Services, request: KeyedRequest, scope: Scope, receive: Receive, send: Send
    ) -> None:
        begun = await services.idempotency.begin(request)
        if isinstance(begun, Effect):
            answer = await self._have_effect(services, request, begun, scope, receive)
        elif isinstance(begun, StoredAnswer):
            answer = Answer(begun.status_code, [*begun.headers, ("idempotent-replayed", "true")], bytearray(begun.body))
        else:
            answer = await lost_answer(self._app, scope, begun.effects)
        await answer.send(send)

    async def _have_effect(
        self, services: Services, request: KeyedRequest, effect: Effect, scope: Scope, receive: Receive
    ) -> Answer:
        answer = Answer()
        token = current_effect.set(effect)
        try:
            await self._app(scope, receive, answer.collect)
        finally:
            effect.is_open = False
            current_effect.reset(token)
            # A refusal happened before any effect; after an effect only a failure of ours keeps the key.
            if not 200 <= answer.status < 300 and not (effect.is_committed and answer.status in (0, *range(500, 600))):
                await services.idempotency.release(effect)
        if 200 <= answer.status < 300:
            kept = tuple((name, value) for name, value in answer.headers if name in _KEPT_HEADERS)
            await services.idempotency.complete(
                request,
                effect,
                status_code=answer.status,
                headers=kept,
                body=bytes(answer.body),
                secret_headers=tuple(pair for pair in answer.headers if pair[0] in _SECRET_HEADERS),
            )
        return answer


async def _caller(services: Services, headers: Mapping[str, str]) -> Caller | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    try:
        return await services.auth.authenticate(token.strip())
    except NotAuthenticatedError:
        return None


def _with_limits(send: Send, allowance: Allowance | None) -> Send:
    if allowance is None:
        return send

    async def limited(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("RateLimit-Limit", str(allowance.limit))
            headers.setdefault("RateLimit-Remaining", str(allowance.remaining))
            headers.setdefault("RateLimit-Reset", str(allowance.reset_seconds))
        await send(message)

    return limited


async def _read(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            break
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    pending: Iterator[Message] = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        return next(pending, None) or await receive()

    return replay


def _checked(content_type: str, body: bytes) -> object:
    """Return the parsed body of a JSON request, else `None`; raise `ValidationError`."""
    kind = bodies.content_kind(content_type)
    if kind == "json" and body:
        return bodies.read_json(body)
    if kind == "form":
        bodies.check_form(body)
    elif kind == "multipart" and bodies.boundary_of(content_type):
        bodies.check_multipart(body, content_type)
    return None


def _key(scope: Scope, headers: Mapping[str, str], parsed: object) -> str | None:
    """Return the idempotency key, from the header or, on generations, `client_request_id`."""
    path: str = scope["path"]
    if scope["method"] != "POST" or ("/auth/" in path and not path.endswith("/auth/register")):
        return None
    key = headers.get("idempotency-key")
    if key is not None:
        if not key.strip() or len(key) > _LONGEST_KEY:
            raise ValidationError.of_field("Idempotency-Key", f"1 to {_LONGEST_KEY} characters")
        return key
    if path.startswith("/api/v1/generations/") and isinstance(parsed, dict):
        given = parsed.get("client_request_id")
        if isinstance(given, str) and given.strip() and len(given) <= _LONGEST_KEY:
            return given
    return None
