import asyncio
import gzip
import time
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from app.infrastructure.http_guard import AddressRefusedError, FetchError, GuardedClient
from app.infrastructure.public_addresses import is_public

PRIVATE_HOSTS = """
    127.0.0.1 127.1 127.0.1 127.255.255.254 127.0.0.1. 0.0.0.0 0 0.0.0.1 2130706433 0x7f000001
    0x7f.0.0.1 0x7F.0x0.0x0.0x1 017700000001 0177.0.0.1 0177.0.0.0x1 127.0x1 00000177.0.0.1
    localhost LOCALHOST localhost. 10.0.0.1 10.255.255.255 167772161 0xa000001 012.0.0.1 172.16.0.1
    172.31.255.255 0xac100001 192.168.0.1 192.168.1 3232235521 0xc0.0xa8.0.1 169.254.169.254
    2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.170.2 100.64.0.1 100.100.100.200 168.63.129.16
    192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1
    239.255.255.255 240.0.0.1 255.255.255.255 [::1] [::] [0:0:0:0:0:0:0:1] [::127.0.0.1]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:0:127.0.0.1] [::ffff:169.254.169.254]
    [::ffff:10.0.0.1] [fe80::1] [fec0::1] [fc00::1] [fd00::1] [fd00:ec2::254] [ff02::1]
    [64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b:1::1] [2002:7f00:1::] [2002:a00:1::1]
    [2002:c0a8:101::1] [2001:0:53aa:64c::1] [2001:db8::1] [2001:20::1] [3fff::1] [5f00::1] [100::1]
    [2600::5efe:127.0.0.1] [2600::200:5efe:10.0.0.1] ①②⑦.⓪.⓪.① １２７.０.０.１ 127。0。0。1 %31%32%37.0.0.1
""".split()


@pytest.mark.parametrize("host", PRIVATE_HOSTS)
async def test_no_spelling_of_a_private_address_is_called(host: str) -> None:
    client = GuardedClient(timeout=3)
    with pytest.raises(FetchError, match=r"public web|name is not known|names no site|not a proper address"):
        await client.get(f"http://{host}/")
    await client.aclose()


def test_there_are_at_least_sixty_spellings() -> None:
    assert len(set(PRIVATE_HOSTS)) >= 60


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://example.org/",
            "file:///etc/passwd",
            "gopher://example.org/",
            "javascript:alert(1)",
            "data:text/html,x",
        ),
        *("//example.org/", "example.org", "", "http://", "http:///path", "http://user:secret@example.org/"),
        *("http://example.org:22/", "http://example.org:8080/", "https://example.org:6379/", "http://exa mple.org/"),
        *("http://[::1", "http://example.org:99999/", "unix:///var/run/docker.sock", "http://\x00/"),
        f"http://{'a' * 5_000}/",
    ],
)
async def test_only_plain_web_addresses_are_called(url: str) -> None:
    async def resolve(host: str) -> list[str]:
        raise AssertionError(host)

    client = GuardedClient(timeout=3, resolve=resolve)
    with pytest.raises(FetchError):
        await client.get(url)
    await client.aclose()


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"],
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


async def test_one_private_answer_among_public_ones_refuses_the_name() -> None:
    async def resolve(_host: str) -> list[str]:
        return ["93.184.216.34", "10.0.0.7"]

    client = GuardedClient(resolve=resolve)
    with pytest.raises(AddressRefusedError):
        await client.get("http://rebind.test/")
    await client.aclose()


async def test_a_name_without_answers_is_told() -> None:
    async def resolve(_host: str) -> list[str]:
        return []

    client = GuardedClient(resolve=resolve)
    with pytest.raises(FetchError, match="not known"):
        await client.get("http://nowhere.test/")
    await client.aclose()


Answer = Callable[[str, dict[str, str]], bytes | AsyncIterator[bytes]]


@asynccontextmanager
async def server(answer: Answer) -> AsyncIterator[tuple[int, list[tuple[str, dict[str, str]]]]]:
    """Serve `answer(path, headers)`, whole raw responses, on a port of this machine."""
    seen: list[tuple[str, dict[str, str]]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
            path = head[0].split(" ")[1]
            seen.append((path, headers))
            reply = answer(path, headers)
            if isinstance(reply, bytes):
                writer.write(reply)
                await writer.drain()
            else:
                async for piece in reply:
                    writer.write(piece)
                    await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield running.sockets[0].getsockname()[1], seen
    finally:
        running.close()
        await running.wait_closed()


def ok(body: bytes, *headers: str) -> bytes:
    lines = ["HTTP/1.1 200 OK", "connection: close", f"content-length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def to(location: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nconnection: close\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n".encode()


def allowed(port: int, **options: float) -> GuardedClient:
    return GuardedClient(
        allow_private_hosts=(f"127.0.0.1:{port}",),
        timeout=options.get("timeout", 5.0),
        max_bytes=int(options.get("max_bytes", 5_000_000)),
    )


async def test_an_allowed_host_and_port_is_read_and_no_other() -> None:
    async with server(lambda _path, _headers: ok(b"hello", "content-type: text/html; charset=utf-8")) as (port, _):
        client = allowed(port)
        page = await client.get(f"http://127.0.0.1:{port}/job")
        assert (page.status, page.content_type, page.body) == (200, "text/html; charset=utf-8", b"hello")
        with pytest.raises(AddressRefusedError):
            await client.get(f"http://localhost:{port}/job")
        with pytest.raises(FetchError):
            await client.get("http://127.0.0.1/")
        await client.aclose()


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data", "http://[::1]/", "file:///etc/passwd", "http://127.0.0.1:1/"]
)
async def test_a_redirect_passes_the_same_gate(target: str) -> None:
    async with server(lambda _path, _headers: to(target)) as (port, _):
        client = allowed(port)
        with pytest.raises(AddressRefusedError):
            await client.get(f"http://127.0.0.1:{port}/")
        await client.aclose()


async def test_five_redirects_are_followed_and_the_sixth_is_not() -> None:
    def answer(path: str, _headers: dict[str, str]) -> bytes:
        left = int(path.strip("/"))
        return to(f"/{left - 1}") if left else ok(b"there")

    async with server(answer) as (port, _):
        client = allowed(port)
        assert (await client.get(f"http://127.0.0.1:{port}/5")).body == b"there"
        with pytest.raises(FetchError, match="redirects"):
            await client.get(f"http://127.0.0.1:{port}/6")
        await client.aclose()


async def test_no_cookie_is_kept() -> None:
    async with server(lambda _path, _headers: ok(b"x", "set-cookie: session=1; path=/")) as (port, seen):
        client = allowed(port)
        for _ in range(2):
            await client.get(f"http://127.0.0.1:{port}/")
        await client.aclose()
    assert ["cookie" in headers for _, headers in seen] == [False, False]


@pytest.mark.parametrize("declared", [True, False])
async def test_a_page_over_the_limit_is_refused(declared: bool) -> None:
    body = b"x" * 200_000
    reply = ok(body) if declared else b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + body
    async with server(lambda _path, _headers: reply) as (port, _):
        client = allowed(port, max_bytes=100_000)
        with pytest.raises(FetchError, match="larger"):
            await client.get(f"http://127.0.0.1:{port}/")
        await client.aclose()


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
async def test_a_bomb_is_refused_before_it_inflates_and_a_page_is_not(
    encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    bodies = {"/page": pack(b"a page"), "/bomb": pack(bytes(50_000_000))}
    async with server(lambda path, _headers: ok(bodies[path], f"content-encoding: {encoding}")) as (port, _):
        client = allowed(port, max_bytes=1_000_000)
        assert (await client.get(f"http://127.0.0.1:{port}/page")).body == b"a page"
        with pytest.raises(FetchError, match="larger"):
            await client.get(f"http://127.0.0.1:{port}/bomb")
        await client.aclose()


async def test_a_site_that_drips_is_left_when_the_time_is_over() -> None:
    async def drip() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n"
        while True:
            await asyncio.sleep(0.02)
            yield b"x"

    async with server(lambda _path, _headers: drip()) as (port, _):
        client = allowed(port, timeout=0.3)
        began = time.monotonic()
        with pytest.raises(FetchError, match="did not answer"):
            await client.get(f"http://127.0.0.1:{port}/")
        assert time.monotonic() - began < 2
        await client.aclose()


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    asked: list[str] = []

    async def resolve(host: str) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    async with server(lambda _path, _headers: ok(b"pinned")) as (port, seen):
        client = GuardedClient(allow_private_hosts=(f"jobs.test:{port}",), resolve=resolve)
        assert (await client.get(f"http://jobs.test:{port}/")).body == b"pinned"
        await client.aclose()
    assert asked == ["jobs.test"]
    assert seen[0][1]["host"] == f"jobs.test:{port}"
