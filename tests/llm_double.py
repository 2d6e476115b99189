"""A local server that answers like OpenAI's chat completions and Anthropic's messages, or misbehaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.http_double import Request, http_double

KEY = "sk-live-0123456789abcdef"
Body = dict[str, Any]
Respond = Callable[["Exchange"], Awaitable[None]]


class Exchange(Request):
    """One call of a model and the wire to answer it on."""

    @cached_property
    def body(self) -> Body:
        data: Body = json.loads(self.content or b"{}")
        return data

    @property
    def is_anthropic(self) -> bool:
        return self.target.endswith("/messages")


@dataclass
class LLMDouble:
    """Answers the nth call with the nth behaviour, and further ones with the last."""

    script: list[Respond] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""
    received: asyncio.Event = field(default_factory=asyncio.Event)

    def plan(self, *script: Respond) -> None:
        self.script = list(script)
        self.bodies.clear()
        self.headers.clear()

    @property
    def sent(self) -> str:
        """Everything the server was ever sent."""
        return json.dumps(self.bodies, ensure_ascii=False)


@asynccontextmanager
async def llm_double(*script: Respond) -> AsyncIterator[LLMDouble]:
    double = LLMDouble(list(script))

    async def answer(exchange: Exchange) -> None:
        at = min(len(double.bodies), len(double.script) - 1)
        double.bodies.append(exchange.body)
        double.headers.append(exchange.headers)
        double.received.set()
        await double.script[at](exchange)

    async with http_double(answer, Exchange) as double.url:
        yield double


def envelope(exchange: Exchange, text: str, *, finish: str = "", counts: bool = True) -> bytes:
    """Return the vendor's body around `text`."""
    model = exchange.body["model"]
    if exchange.is_anthropic:
        return json.dumps(
            {
                "id": "msg_1",
                "type": "message",
                "role": "assistant",
                "model": model,
                "content": [{"type": "text", "text": text}],
                "stop_reason": finish or "end_turn",
                "stop_sequence": None,
                "usage": {"input_tokens": 100, "output_tokens": 20},
            }
        ).encode()
    usage = {"usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}} if counts else {}
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish or "stop"}
    body = {"id": "c1", "object": "chat.completion", "created": 1, "model": model, "choices": [choice], **usage}
    return json.dumps(body).encode()


def say(text: str, *, finish: str = "", counts: bool = True) -> Respond:
    async def respond(exchange: Exchange) -> None:
        if exchange.body.get("stream"):
            await _stream(exchange, [text[at : at + 5] for at in range(0, len(text), 5)], whole=True)
        else:
            await exchange.send(200, envelope(exchange, text, finish=finish, counts=counts))

    return respond


def answer_with(make: Callable[[Body], object]) -> Respond:
    """Answer with the JSON that `make` makes of the request's body."""

    async def respond(exchange: Exchange) -> None:
        await exchange.send(200, envelope(exchange, json.dumps(make(exchange.body))))

    return respond


def status(code: int, **headers: str) -> Respond:
    """Fail, quoting the key, as careless servers do."""

    async def respond(exchange: Exchange) -> None:
        body = {"type": "error", "error": {"type": "x", "message": f"Incorrect API key provided: {KEY}", "code": "x"}}
        await exchange.send(code, json.dumps(body).encode(), **headers)

    return respond


def raw(data: bytes, *, kind: str = "application/json", **headers: str) -> Respond:
    async def respond(exchange: Exchange) -> None:
        await exchange.send(200, data, kind=kind, **headers)

    return respond


async def refuse(exchange: Exchange) -> None:
    if exchange.is_anthropic:
        await exchange.send(200, envelope(exchange, "", finish="refusal"))
        return
    body = json.loads(envelope(exchange, ""))
    body["choices"][0]["message"] = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
    await exchange.send(200, json.dumps(body).encode())


async def hang(exchange: Exchange) -> None:
    await exchange.closing.wait()


async def reset(exchange: Exchange) -> None:
    exchange.writer.transport.abort()


async def reset_midway(exchange: Exchange) -> None:
    if exchange.body.get("stream"):
        await _stream(exchange, ["Hello", " wor"], whole=False)
    else:
        await exchange.open(length=1000)
        exchange.writer.write(envelope(exchange, "half")[:40])
        await exchange.writer.drain()
    exchange.writer.transport.abort()


async def flood(exchange: Exchange) -> None:
    """Fifty megabytes, or as many as are taken."""
    await exchange.open(length=50_000_000)
    for _ in range(500):
        exchange.writer.write(b"x" * 100_000)
        await exchange.writer.drain()


async def drip(exchange: Exchange) -> None:
    """A byte at a time, slowly, for as long as somebody listens."""
    await exchange.open(length=1_000_000)
    while not exchange.closing.is_set():
        exchange.writer.write(b" ")
        await exchange.writer.drain()
        with suppress(TimeoutError):
            await asyncio.wait_for(exchange.closing.wait(), 0.05)


async def only_plain(exchange: Exchange) -> None:
    """A small server: it knows neither schemas nor JSON mode, counts nothing, and talks around its JSON."""
    if "response_format" in exchange.body or "output_config" in exchange.body:
        await status(400)(exchange)
        return
    await exchange.send(200, envelope(exchange, 'Sure!\n```json\n{"word": "kelp"}\n```\nHope it helps.', counts=False))


async def _stream(exchange: Exchange, pieces: list[str], *, whole: bool) -> None:
    await exchange.open(kind="text/event-stream")
    for event in _events(exchange, pieces, whole=whole):
        exchange.writer.write(event)
        await exchange.writer.drain()
    exchange.writer.close()


def _events(exchange: Exchange, pieces: list[str], *, whole: bool) -> list[bytes]:
    if exchange.is_anthropic:
        message = {**json.loads(envelope(exchange, "")), "content": [], "stop_reason": None}
        block: list[Body] = [
            {"type": "message_start", "message": message},
            {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
            *(
                {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": piece}}
                for piece in pieces
            ),
        ]
        if whole:
            delta = {"stop_reason": "end_turn", "stop_sequence": None}
            block += [
                {"type": "content_block_stop", "index": 0},
                {"type": "message_delta", "delta": delta, "usage": {"output_tokens": 9}},
                {"type": "message_stop"},
            ]
        return [f"event: {one['type']}\ndata: {json.dumps(one)}\n\n".encode() for one in block]
    chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": exchange.body["model"]}
    found: list[Body] = [
        {**chunk, "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]} for piece in pieces
    ]
    lines = [f"data: {json.dumps(one)}\n\n".encode() for one in found]
    if whole:
        last = {**chunk, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}
        usage = {**chunk, "choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18}}
        lines += [f"data: {json.dumps(one)}\n\n".encode() for one in (last, usage)] + [b"data: [DONE]\n\n"]
    return lines
