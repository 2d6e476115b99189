"""The one middleware, pure ASGI: it names, limits, measures and logs each request and guards each response."""

import re
import time
from collections.abc import Callable
from uuid import uuid4

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.domain.errors import PayloadTooLargeError
from app.domain.ports.tracing import ISpan, ITracer, NoTracer
from app.presentation.api.errors import envelope, error_response

log = structlog.get_logger("jobwise.http")
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,128}")
_SECURITY_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
# Styles in the page need the nonce that its answer was given; nothing else of the client is in the page itself.
_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self'{nonce}; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
_PLAIN_CSP = _CSP.format(nonce="").encode()
# Swagger UI starts itself with an inline script; nothing personal is on that page.
_DOCS_CSP = b"default-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net https://fastapi.tiangolo.com data:"
JSON_LIMIT = 1024 * 1024
FILE_LIMIT = 10 * 1024 * 1024
_FORM_OVERHEAD = 64 * 1024


class RequestMiddleware:
    """See the module. `observe(method, route, status, seconds)` is told of every finished request."""

    def __init__(self, app: ASGIApp, observe: Callable[[str, str, int, float], None]) -> None:
        self._app = app
        self._observe = observe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await _Exchange(self._app, scope, receive, send).run(self._observe)


class _Exchange:
    def __init__(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        self._app, self._scope, self._receive, self._send = app, scope, receive, send
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"").decode("latin-1")
        self._request_id = given if _SANE_ID.fullmatch(given) else uuid4().hex
        is_form = headers.get(b"content-type", b"").startswith(b"multipart/")
        self._limit = FILE_LIMIT + _FORM_OVERHEAD if is_form else JSON_LIMIT
        self._length = headers.get(b"content-length", b"")
        self._read = 0
        self._status = 0

    async def run(self, observe: Callable[[str, str, int, float], None]) -> None:
        services = getattr(self._scope["app"].state, "services", None)
        tracer: ITracer = services.tracer if services else NoTracer()
        parent = dict(self._scope["headers"]).get(b"traceparent", b"").decode("latin-1")
        with tracer.span("request", parent=parent, http_request_method=self._scope["method"]) as span:
            await self._run(observe, span)

    async def _run(self, observe: Callable[[str, str, int, float], None], span: ISpan) -> None:
        started = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=self._request_id)
        self._scope.setdefault("state", {})["request_id"] = self._request_id
        try:
            if self._length.isdigit() and int(self._length) > self._limit:
                await error_response(self._too_large())(self._scope, self._receive, self._guarded_send)
            else:
                await self._app(self._scope, self._guarded_receive, self._guarded_send)
        except Exception:
            log.exception("request failed", method=self._scope["method"], path=self._scope["path"])
            if self._status:
                raise
            await self._answer_500()
        finally:
            seconds = time.perf_counter() - started
            route = getattr(self._scope.get("route"), "path", "unmatched")
            observe(self._scope["method"], route, self._status, seconds)
            method = self._scope["method"]
            span.tell(name=f"{method} {route}", http_route=route, http_response_status=self._status)
            if route != "unmatched" and not route.startswith("/health"):
                log.info(
                    "request",
                    method=self._scope["method"],
                    route=route,
                    status=self._status,
                    ms=round(seconds * 1000, 1),
                )

    def _too_large(self) -> PayloadTooLargeError:
        return PayloadTooLargeError(f"At most {self._limit // 1024} KiB are taken here", limit_bytes=self._limit)

    async def _guarded_receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._read += len(message.get("body", b""))
            if self._read > self._limit:
                raise self._too_large()
        return message

    async def _guarded_send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = [*message.get("headers", ()), (b"x-request-id", self._request_id.encode()), *_SECURITY_HEADERS]
            headers.append((b"content-security-policy", self._policy()))
            if self._scope["path"].startswith("/api/") and all(name != b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-store"))
            message = {**message, "headers": headers}
        await self._send(message)

    def _policy(self) -> bytes:
        if self._scope["path"] == "/docs":
            return _DOCS_CSP
        nonce = self._scope["state"].get("style_nonce")
        return _CSP.format(nonce=f" 'nonce-{nonce}'").encode() if nonce else _PLAIN_CSP

    async def _answer_500(self) -> None:
        body = envelope("internal_error", "Something went wrong on our side", {"request_id": self._request_id})
        start: Message = {
            "type": "http.response.start",
            "status": 500,
            "headers": [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())],
        }
        await self._guarded_send(start)
        await self._send({"type": "http.response.body", "body": body})
