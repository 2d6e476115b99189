"""What an installation is told to use, used once: the requests of `jobwise doctor` to the world outside."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from urllib.parse import urlsplit
from uuid import uuid4

from app.bootstrap.adapters import build_embedder, build_llm, build_mailer, build_storage
from app.domain.errors import JobWiseError
from app.domain.ports.embeddings import IEmbedder
from app.domain.ports.llm import (
    ILLMService,
    LLMBudget,
    LLMMessage,
    LLMOutputError,
    LLMRefusedError,
    LLMRequest,
)
from app.domain.ports.storage import IFileStorage
from app.infrastructure.mail import SmtpMailer
from app.settings import Settings

Check = tuple[str, str, str]
_SECONDS = 30.0
_ANSWER_TOKENS = 16


async def reach(settings: Settings) -> list[Check]:
    """Try every service that the settings name and health checks leave alone: `(check, "ok" | "fail", remark)` each.

    Models are asked for a word, which costs some tokens; the file storage keeps a few bytes for a moment. Raise
    `ValueError` where the settings do not fit together.
    """
    tries: dict[str, Callable[[], Awaitable[str]]] = {"storage": partial(_store, build_storage(settings))}
    llm, embedder, mailer = build_llm(settings), build_embedder(settings), build_mailer(settings)
    if llm is not None:
        tries["language model"] = partial(_ask, llm)
    if settings.embeddings_provider == "openai":
        tries["embeddings"] = partial(_embed, embedder)
    if isinstance(mailer, SmtpMailer):
        tries["mail server"] = partial(_greet, mailer)
    if settings.otel_exporter_otlp_endpoint:
        tries["trace collector"] = partial(_connect, settings.otel_exporter_otlp_endpoint)
    try:
        return list(await asyncio.gather(*(_tried(name, attempt) for name, attempt in tries.items())))
    finally:
        await embedder.aclose()
        if llm is not None:
            await llm.aclose()


async def _tried(name: str, attempt: Callable[[], Awaitable[str]]) -> Check:
    try:
        async with asyncio.timeout(_SECONDS):
            return (name, "ok", await attempt())
    except TimeoutError:
        return (name, "fail", f"no answer within {_SECONDS:g} seconds")
    except JobWiseError as error:
        return (name, "fail", error.message)
    except OSError as error:
        return (name, "fail", f"not reached ({type(error).__name__})")


async def _store(storage: IFileStorage) -> str:
    key, data = f"doctor/{uuid4()}", uuid4().bytes
    await storage.put(key, data)
    try:
        same = await storage.get(key) == data
    finally:
        await storage.delete(key)
    if not same:
        raise JobWiseError("what was written does not read back")
    return "writes, reads and deletes"


async def _ask(llm: ILLMService) -> str:
    asked = LLMRequest(
        purpose="doctor", system="", messages=(LLMMessage("user", "Answer: OK"),), max_tokens=_ANSWER_TOKENS
    )
    # So few tokens may not suffice for an answer of any use; that there was one is what counts here.
    with suppress(LLMOutputError, LLMRefusedError):
        await llm.generate(asked, budget=LLMBudget(calls_left=1))
    return f"{llm.model} at {llm.host} answers"


async def _embed(embedder: IEmbedder) -> str:
    await embedder.embed(["doctor"], budget=LLMBudget(calls_left=1))
    return f"{embedder.name} answers"


async def _greet(mailer: SmtpMailer) -> str:
    await mailer.check()
    return "lets JobWise in"


async def _connect(url: str) -> str:
    parts = urlsplit(url if "//" in url else f"//{url}")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    _, writer = await asyncio.open_connection(parts.hostname, port)
    writer.close()
    await writer.wait_closed()
    return f"{parts.hostname}:{port} takes connections"
