"""The HTTP client under both vendor clients: bounded answers, no redirects, no compression to blow up."""

from collections.abc import AsyncIterator
from typing import cast

import httpx2

ANSWER_AT_MOST = 2_000_000


class AnswerTooLargeError(httpx2.ReadError):
    """The provider sends more than any answer can need."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Reads at most `max_bytes` of a response, as they come over the wire."""

    def __init__(self, *, max_bytes: int = ANSWER_AT_MOST) -> None:
        self._inner = httpx2.AsyncHTTPTransport()
        self._max_bytes = max_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send without accepting compression: a small packed answer may unpack to anything."""
        request.headers["accept-encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise AnswerTooLargeError("The answer is packed, which was not asked for", request=request)
        stream = cast("httpx2.AsyncByteStream", response.stream)
        response.stream = _BoundedStream(stream, self._max_bytes, request)
        return response

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, max_bytes: int, request: httpx2.Request) -> None:
        self._inner = inner
        self._left = max_bytes
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._inner:
            self._left -= len(piece)
            if self._left < 0:
                raise AnswerTooLargeError("The answer is too large", request=self._request)
            yield piece

    async def aclose(self) -> None:
        await self._inner.aclose()


def make_client(timeout: float) -> httpx2.AsyncClient:
    """Return the HTTP client to hand to a vendor's client; `timeout` is in seconds."""
    limits = httpx2.Timeout(timeout, connect=min(5.0, timeout))
    return httpx2.AsyncClient(transport=BoundedTransport(), timeout=limits, follow_redirects=False)
