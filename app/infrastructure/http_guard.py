"""An HTTP client for addresses that strangers give: it reaches the public web and nothing else.

Every name is resolved once per connection, every answer must be a public address, and the connection goes to the
checked address itself, so that a second answer of the name server cannot lead elsewhere. Redirects pass the same gate.
"""

import asyncio
import re
import socket
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from http.cookiejar import DefaultCookiePolicy

import httpcore2
import httpx2

from app.infrastructure.public_addresses import is_literal, is_public

Resolve = Callable[[str], Awaitable[list[str]]]

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 5
_LONGEST_URL = 4_096
_ACCEPT = "text/html,application/json;q=0.9,*/*;q=0.5"
_PIECE = 65_536
_NOT_PUBLIC = "The address does not lead to the public web"
_HOST = re.compile(r"[\w.-]{1,253}|\[?[0-9a-fA-F:.]{2,45}\]?", re.ASCII)


class FetchError(Exception):
    """A page could not be fetched; the message says why, in words for the person who gave the address."""


class AddressRefusedError(FetchError):
    """The address is not one that this service may call."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response after its redirects: `url` is the last address, `body` is decompressed."""

    url: str
    status: int
    content_type: str
    body: bytes


class GuardedClient:
    """Fetches pages from the public web; safe to share, to be closed with `aclose`.

    `allow_private_hosts` lists `host` or `host:port` that may be private or on another port. `timeout` in seconds and
    `max_bytes` (after decompression) bound a whole call with its redirects. No cookie is kept or sent.
    """

    def __init__(
        self,
        *,
        allow_private_hosts: tuple[str, ...] = (),
        timeout: float = 10.0,
        max_bytes: int = 5_000_000,
        user_agent: str = "JobWise (+job page reader)",
        resolve: Resolve | None = None,
    ) -> None:
        self._allowed = frozenset(_endpoint(host) for host in allow_private_hosts)
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._user_agent = user_agent
        self._resolve = resolve or _resolve
        self._client: httpx2.AsyncClient | None = None

    async def get(self, url: str, *, accept: str = _ACCEPT, headers: Mapping[str, str] | None = None) -> Fetched:
        """Return what `url` answers, whatever its status. Raises `FetchError`, `AddressRefusedError`.

        `headers`, such as keys, go to the site of `url` only: a redirect to another one does not take them along.
        """
        async with self._bounded():
            return await self._get(url, accept, dict(headers or {}))

    def check(self, url: str) -> None:
        """Raise `AddressRefusedError` for an address that is refused by its form alone; resolves no name."""
        target = self._checked(url)
        port = target.port or _PORTS[target.scheme]
        if is_literal(target.host) and not is_public(target.host) and not self._allows(target.host, port):
            raise AddressRefusedError(_NOT_PUBLIC)

    async def post(self, url: str, body: bytes, *, headers: Mapping[str, str]) -> int:
        """Send `body` and return the status of the answer, which is not read; a redirect is not followed.

        Raises as `get` does.
        """
        async with self._bounded():
            sent = {**headers, "user-agent": self._user_agent}
            target = self._checked(url)
            async with self._connected().stream(
                "POST", target, content=body, headers=sent, follow_redirects=False
            ) as response:
                return int(response.status_code)

    @asynccontextmanager
    async def _bounded(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._timeout):
                yield
        except TimeoutError as error:
            raise FetchError(f"The site did not answer within {self._timeout:g} seconds") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, zlib.error, OSError, UnicodeError) as error:
            raise FetchError("The site could not be reached or did not speak proper HTTP") from error

    async def aclose(self) -> None:
        """Close the kept connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def _get(self, url: str, accept: str, own: dict[str, str]) -> Fetched:
        client = self._connected()
        site: tuple[str, str, int | None] | None = None
        for _ in range(_MOST_REDIRECTS + 1):
            target = self._checked(url)
            site = site or _site(target)
            headers = {"accept": accept, "accept-encoding": "gzip, deflate", "user-agent": self._user_agent}
            if _site(target) == site:
                headers |= own
            async with client.stream("GET", target, headers=headers, follow_redirects=False) as response:
                location = response.headers.get("location")
                if response.status_code in _REDIRECTS and location:
                    url = str(response.url.join(location))
                    continue
                body = await self._body(response)
                content_type = response.headers.get("content-type", "")
                return Fetched(str(response.url), response.status_code, content_type, body)
        raise FetchError(f"The address redirects more than {_MOST_REDIRECTS} times")

    def _checked(self, url: str) -> httpx2.URL:
        if len(url) > _LONGEST_URL:
            raise AddressRefusedError("The address is too long")
        try:
            target = httpx2.URL(url.strip())
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise AddressRefusedError("This is not a proper address") from error
        if target.scheme not in _PORTS:
            raise AddressRefusedError("Only http and https addresses can be read")
        if not _HOST.fullmatch(target.raw_host.decode("ascii", "replace")):
            raise AddressRefusedError("The address names no site")
        if target.userinfo:
            raise AddressRefusedError("The address must not carry a user name or password")
        port = target.port or _PORTS[target.scheme]
        if port not in _PORTS.values() and not self._allows(target.host, port):
            raise AddressRefusedError("Only the ports 80 and 443 can be called")
        return target

    def _allows(self, host: str, port: int) -> bool:
        name = host.casefold().rstrip(".").strip("[]")
        return (name, port) in self._allowed or ((name, None) in self._allowed and port in _PORTS.values())

    async def _body(self, response: httpx2.Response) -> bytes:
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > self._max_bytes:
            raise FetchError(self._too_large())
        body = bytearray()
        async for piece in _decoded(response):
            body += piece
            if len(body) > self._max_bytes:
                raise FetchError(self._too_large())
        return bytes(body)

    def _too_large(self) -> str:
        return f"The page is larger than {self._max_bytes / 1e6:g} MB"

    def _connected(self) -> httpx2.AsyncClient:
        if self._client is None:
            transport = httpx2.AsyncHTTPTransport(trust_env=False)
            # The transport has no public way to choose the network backend; the pinning tests fail when this changes.
            transport._pool = httpcore2.AsyncConnectionPool(  # noqa: SLF001
                ssl_context=_tls(),
                max_connections=20,
                keepalive_expiry=5.0,
                network_backend=_PublicOnly(self._allows, self._resolve),
            )
            self._client = httpx2.AsyncClient(transport=transport, trust_env=False, timeout=self._timeout)
            self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        return self._client


class _PublicOnly(httpcore2.AsyncNetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, allows: Callable[[str, int], bool], resolve: Resolve) -> None:
        self._allows = allows
        self._resolve = resolve
        self._network = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        addresses = await self._vetted(host, port)
        failure: Exception | None = None
        for address in addresses:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore2.ConnectError("no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        raise AddressRefusedError("Sockets of this machine cannot be called")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _vetted(self, host: str, port: int) -> list[str]:
        try:
            addresses = await self._resolve(host)
        except (OSError, UnicodeError) as error:
            raise FetchError("The site's name is not known") from error
        if not addresses:
            raise FetchError("The site's name is not known")
        if not self._allows(host, port) and not all(map(is_public, addresses)):
            raise AddressRefusedError(_NOT_PUBLIC)
        return addresses


@cache
def _tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


async def _resolve(host: str) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _site(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _endpoint(text: str) -> tuple[str, int | None]:
    """Return host and port of "host", "host:port", "[v6]:port" or a bare IPv6 address."""
    text = text.strip().casefold()
    if text.count(":") > 1 and not text.startswith("["):
        return text, None
    host, _, port = text.removeprefix("[").partition("]:" if text.startswith("[") else ":")
    return host.rstrip(".").rstrip("]"), int(port) if port.isdigit() else None


async def _decoded(response: httpx2.Response) -> AsyncIterator[bytes]:
    """Yield the decompressed body in small pieces, however much a piece of the wire inflates to."""
    encoding = response.headers.get("content-encoding", "identity").strip().casefold()
    if encoding in {"", "identity"}:
        async for piece in response.aiter_raw(_PIECE):
            yield piece
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError("The site answers in a compression that was not asked for")
    inflate = zlib.decompressobj(wbits=47)
    first = True
    async for piece in response.aiter_raw(_PIECE):
        if first and encoding == "deflate" and piece[0] & 0x0F != zlib.DEFLATED:
            inflate = zlib.decompressobj(wbits=-15)
        first = False
        waiting = piece
        while waiting and not inflate.eof:
            yield inflate.decompress(waiting, _PIECE)
            waiting = inflate.unconsumed_tail
