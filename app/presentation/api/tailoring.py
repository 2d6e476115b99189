"""`/tailoring-sessions` and `/ws/tailoring/{id}`: tailoring in conversation."""

import asyncio
import json
from contextlib import aclosing, suppress
from datetime import datetime
from typing import Annotated, cast
from urllib.parse import urlsplit
from uuid import UUID

from fastapi import APIRouter, File, Form, Query, Response, UploadFile, WebSocket, WebSocketDisconnect
from pydantic import Field

from app.application.services import Services
from app.domain.errors import ForbiddenError, JobWiseError, NotAuthenticatedError, NotFoundError
from app.domain.tailoring import MessageType, TailoringMessage, TailoringSession, TailoringStatus
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.schemas import ApiModel, PageOut

router = APIRouter(prefix="/tailoring-sessions", tags=["tailoring"])
sockets = APIRouter()
LARGEST_FRAME = 64 * 1024
_MOST_FRAMES, _FRAME_SECONDS = 30, 10.0
_CLOSE_CODES: tuple[tuple[type[JobWiseError], int], ...] = (
    (NotAuthenticatedError, 4401),
    (ForbiddenError, 4403),
    (NotFoundError, 4404),
)


class QuestionOut(ApiModel):
    """The question that is open."""

    question_id: str
    question: str
    reason: str
    choices: list[str]


class TailoringMessageOut(ApiModel):
    """One message of a session."""

    seq: int
    type: MessageType
    data: dict[str, object]
    created_at: datetime


class ToldFactOut(ApiModel):
    """What the candidate told in this session, and what it answered."""

    question_id: str
    text: str
    told_at: datetime


class TailoringSummaryOut(ApiModel):
    """A session in a list, without what was said."""

    id: UUID
    status: TailoringStatus
    progress: int
    job_id: UUID | None
    profile_id: UUID | None
    document_id: UUID | None
    error_message: str | None
    created_at: datetime
    updated_at: datetime


class TailoringOut(TailoringSummaryOut):
    """A session with all that was said."""

    question: QuestionOut | None
    facts: list[ToldFactOut]
    messages: list[TailoringMessageOut]


class ChatIn(ApiModel):
    """What the user says."""

    message: str = Field(min_length=1, max_length=4000)
    context: str = Field("", max_length=4000)


class ChatOut(ApiModel):
    """Where the message stands in the session."""

    seq: int


class AnswerIn(ApiModel):
    """What the user answers."""

    question_id: str = Field(max_length=600)
    answer: str = Field(max_length=4000)


class StoppedOut(ApiModel):
    """That the session has ended."""

    status: TailoringStatus


@router.post("", status_code=201)
async def start_tailoring_session(
    user: CurrentUser,
    services: ServicesDep,
    response: Response,
    resume: Annotated[UploadFile | None, File(description="The resume file, at most 10 MB.")] = None,
    resume_id: Annotated[UUID | None, Form(description="An uploaded resume, instead of a file.")] = None,
    profile_id: Annotated[UUID | None, Form(description="A profile, instead of a resume.")] = None,
    job_url: Annotated[str | None, Form(max_length=2000, description="Where the posting stands.")] = None,
    job_text: Annotated[str | None, Form(max_length=500_000, description="The posting's text.")] = None,
    job_id: Annotated[UUID | None, Form(description="A saved job, instead of a posting.")] = None,
) -> TailoringSummaryOut:
    """Start a session with a resume and a posting; it goes on in the background and asks what matters."""
    if resume is not None and resume.size:
        data = await resume.read()
        kept = await services.resumes.upload(data, filename=resume.filename or "", job_id=None, owner_id=user.user_id)
        resume_id = kept.id
    if resume_id is not None and profile_id is None:
        await services.resumes.require_parsed(resume_id, owner_id=user.user_id)
    session = await services.tailoring.start(
        resume_id=resume_id,
        profile_id=profile_id,
        job_id=job_id,
        job_url=job_url,
        job_text=job_text,
        owner_id=user.user_id,
    )
    response.headers["Location"] = f"/api/v1/tailoring-sessions/{session.id}"
    return TailoringSummaryOut.model_validate(session)


@router.get("", response_model=PageOut[TailoringSummaryOut])
async def list_tailoring_sessions(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    status: Annotated[TailoringStatus | None, Query(description="Only those with this status.")] = None,
) -> object:
    """List the caller's sessions."""
    return await services.tailoring.page(user.user_id, page, status=status)


@router.get("/{tailoring_id}")
async def get_tailoring_session(tailoring_id: UUID, user: CurrentUser, services: ServicesDep) -> TailoringOut:
    """Return how a session stands, with all that was said."""
    session, messages = await services.tailoring.get(tailoring_id, owner_id=user.user_id)
    return TailoringOut(
        **TailoringSummaryOut.model_validate(session).model_dump(),
        question=_question(session),
        facts=[ToldFactOut.model_validate(fact) for fact in session.facts],
        messages=[TailoringMessageOut.model_validate(message) for message in messages],
    )


@router.post("/{tailoring_id}/stop")
async def stop_tailoring_session(tailoring_id: UUID, user: CurrentUser, services: ServicesDep) -> StoppedOut:
    """End a session; what was written stays."""
    session = await services.tailoring.stop(tailoring_id, owner_id=user.user_id)
    return StoppedOut(status=session.status)


@router.post("/{tailoring_id}/chat", status_code=202)
async def chat_in_tailoring_session(
    tailoring_id: UUID, body: ChatIn, user: CurrentUser, services: ServicesDep
) -> ChatOut:
    """Say something; the answer comes over the socket and in `messages`."""
    said = await services.tailoring.chat(tailoring_id, body.message, owner_id=user.user_id)
    return ChatOut(seq=said.seq)


@router.post("/{tailoring_id}/answers", status_code=202)
async def answer_tailoring_question(
    tailoring_id: UUID, body: AnswerIn, user: CurrentUser, services: ServicesDep
) -> ChatOut:
    """Answer the open question; an empty answer skips it."""
    await services.tailoring.answer(tailoring_id, body.question_id, body.answer, owner_id=user.user_id)
    session, _ = await services.tailoring.get(tailoring_id, owner_id=user.user_id)
    return ChatOut(seq=session.last_seq)


@sockets.websocket("/ws/tailoring/{tailoring_id}")
async def tailoring_socket(socket: WebSocket, tailoring_id: UUID) -> None:
    """Send every message past `?after=` and take answers, chat, `stop` and `ping`.

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
    with suppress(RuntimeError):
        await socket.close(1000)


async def _send(socket: WebSocket, services: Services, session_id: UUID, owner_id: UUID, after: int) -> None:
    follow = services.tailoring.follow(session_id, owner_id=owner_id, after=after)
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
    try:
        frame = json.loads(text)
        kind = frame["type"]
        if kind == "human_input":
            answer = AnswerIn.model_validate(frame)
            await services.tailoring.answer(session_id, answer.question_id, answer.answer, owner_id=owner_id)
        elif kind == "chat":
            await services.tailoring.chat(session_id, ChatIn.model_validate(frame).message, owner_id=owner_id)
        elif kind == "stop":
            await services.tailoring.stop(session_id, owner_id=owner_id)
        elif kind == "ping":
            await socket.send_text(json.dumps({"type": "pong"}))
        else:
            await _refuse(socket, "validation_error", "type is one of human_input, chat, stop, ping")
    except (ValueError, KeyError, TypeError, RecursionError):
        await _refuse(socket, "validation_error", "This frame does not fit any message")


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


def _question(session: TailoringSession) -> QuestionOut | None:
    question = session.question
    if question is None:
        return None
    return QuestionOut(
        question_id=question.id, question=question.question, reason=question.reason, choices=list(question.choices)
    )
