"""`/ws/tailoring/{id}`: a tailoring session as it happens."""

import asyncio
import json
from contextlib import aclosing, suppress
from typing import cast
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.application.services import Services
from app.domain.errors import ForbiddenError, JobWiseError, NotAuthenticatedError, NotFoundError
from app.domain.tailoring import TailoringMessage
from app.presentation.api.tailoring_shapes import AnswerIn, ChatIn, RefusedChangesIn

sockets = APIRouter()
LARGEST_FRAME = 64 * 1024
_MOST_FRAMES, _FRAME_SECONDS = 30, 10.0
_TYPES = "Send a JSON object whose type is human_input, chat, review, stop or ping"
_EXPECTED = {
    "human_input": "Send human_input with question_id and answer, both texts",
    "chat": "Send chat with message, a text of 1 to 4000 characters",
    "review": "Send review with version_number, and refuse: a list of the numbers of changes",
}
_CLOSE_CODES: tuple[tuple[type[JobWiseError], int], ...] = (
    (NotAuthenticatedError, 4401),
    (ForbiddenError, 4403),
    (NotFoundError, 4404),
)


@sockets.websocket("/ws/tailoring/{tailoring_id}")
async def tailoring_socket(socket: WebSocket, tailoring_id: UUID) -> None:
    """Send every message past `?after=` and take answers, chat, reviews of changes, `stop` and `ping`.

    `?ticket=` is from `POST /auth/ws-ticket`; else the token is the subprotocol after `bearer`.
    Closes with 4401, 4403 or 4404, and 1009 for a frame over 64 KiB.
    """
    services = cast("Services", socket.app.state.services)
    offered = [part.strip() for part in socket.headers.get("sec-websocket-protocol", "").split(",")]
    await socket.accept(subprotocol="bearer" if offered[0] == "bearer" else None)
    try:
        if not _is_own_origin(socket):
            raise ForbiddenError("This page may not open a session")
        ticket = socket.query_params.get("ticket")
        if ticket:
            caller = await services.accounts.spend_ticket(ticket)
        else:
            token = offered[1] if offered[0] == "bearer" and len(offered) > 1 else ""
            caller = await services.auth.authenticate(token)
        await services.tailoring.get(tailoring_id, owner_id=caller.user_id)
    except JobWiseError as error:
        code = next((code for kind, code in _CLOSE_CODES if isinstance(error, kind)), 1011)
        await socket.close(code, error.message[:120])
        return
    after = socket.query_params.get("after", "0")
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0
    sender = asyncio.create_task(_send(socket, services, tailoring_id, caller.user_id, start))
    receiver = asyncio.create_task(_receive(socket, services, tailoring_id, caller.user_id))
    try:
        await asyncio.wait({sender, receiver}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for work in (sender, receiver):
            work.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError, JobWiseError):
                await work
    with suppress(RuntimeError, WebSocketDisconnect):
        await socket.close(1000)


async def _send(socket: WebSocket, services: Services, session_id: UUID, owner_id: UUID, after: int) -> None:
    follow = services.tailoring_events.follow(session_id, owner_id=owner_id, after=after)
    async with aclosing(follow) as messages:
        async for message in messages:
            await socket.send_text(json.dumps(_frame(message), ensure_ascii=False, default=str))


async def _receive(socket: WebSocket, services: Services, session_id: UUID, owner_id: UUID) -> None:
    loop = asyncio.get_running_loop()
    seen: list[float] = []
    while True:
        text = await socket.receive_text()
        if len(text.encode()) > LARGEST_FRAME:
            await socket.close(1009, "A frame may have 64 KiB")
            return
        seen = [moment for moment in seen if moment > loop.time() - _FRAME_SECONDS] + [loop.time()]
        if len(seen) > _MOST_FRAMES:
            await _refuse(socket, "rate_limited", "Too many messages; wait a moment")
            continue
        try:
            await _take(socket, services, session_id, owner_id, text)
        except JobWiseError as error:
            await _refuse(socket, error.code, error.message)


async def _take(socket: WebSocket, services: Services, session_id: UUID, owner_id: UUID, text: str) -> None:
    expected = _TYPES
    try:
        frame = json.loads(text)
        kind = frame["type"]
        expected = _EXPECTED.get(kind, _TYPES)
        if kind == "human_input":
            answer = AnswerIn.model_validate(frame)
            await services.tailoring.answer(session_id, answer.question_id, answer.answer, owner_id=owner_id)
        elif kind == "chat":
            await services.tailoring.chat(session_id, ChatIn.model_validate(frame).message, owner_id=owner_id)
        elif kind == "review":
            review = RefusedChangesIn.model_validate(frame)
            await services.tailoring.refuse_changes(session_id, review.version_number, review.refuse, owner_id=owner_id)
        elif kind == "stop":
            await services.tailoring.stop(session_id, owner_id=owner_id)
        elif kind == "ping":
            await socket.send_text(json.dumps({"type": "pong"}))
        else:
            await _refuse(socket, "validation_error", _TYPES)
    except (ValueError, KeyError, TypeError, RecursionError):
        await _refuse(socket, "validation_error", expected)


async def _refuse(socket: WebSocket, code: str, message: str) -> None:
    await socket.send_text(json.dumps({"type": "error", "code": code, "message": message}))


def _is_own_origin(socket: WebSocket) -> bool:
    """Tell whether the page that opens the socket may: no page at all, this service's own, or a configured one."""
    origin = socket.headers.get("origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc == socket.headers.get("host") or origin in socket.app.state.cors_origins


def _frame(message: TailoringMessage) -> dict[str, object]:
    return {"seq": message.seq, "type": message.type, **message.data}
