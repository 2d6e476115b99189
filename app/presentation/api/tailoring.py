"""`/tailoring-sessions`: tailoring in conversation."""

from typing import Annotated
from uuid import UUID

from fastapi import File, Form, Query, Response, UploadFile

from app.domain.tailoring import TailoringSession, TailoringStatus
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import PageOut
from app.presentation.api.tailoring_shapes import (
    AnswerIn,
    AnswerPreviewOut,
    ChatIn,
    ChatOut,
    QuestionOut,
    RefusedChangesIn,
    StoppedOut,
    TailoringMessageOut,
    TailoringOut,
    TailoringSummaryOut,
    ToldFactOut,
)

router = feature_router("/tailoring-sessions", tag="tailoring")


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


@router.post("/{tailoring_id}/answers/preview")
async def preview_tailoring_answer(
    tailoring_id: UUID, body: AnswerIn, user: CurrentUser, services: ServicesDep
) -> AnswerPreviewOut:
    """Say what an answer would add to the profile; nothing is kept."""
    answer = await services.tailoring.preview_answer(tailoring_id, body.question_id, body.answer, owner_id=user.user_id)
    return AnswerPreviewOut(kind=answer.kind, message=answer.message, facts=list(answer.facts))


@router.post("/{tailoring_id}/changes", status_code=202)
async def refuse_tailoring_changes(
    tailoring_id: UUID, body: RefusedChangesIn, user: CurrentUser, services: ServicesDep
) -> ChatOut:
    """Take back changes of the shown version, or keep all; the new version comes over the socket and in `messages`."""
    said = await services.tailoring.refuse_changes(
        tailoring_id, body.version_number, body.refuse, owner_id=user.user_id
    )
    return ChatOut(seq=said.seq)


def _question(session: TailoringSession) -> QuestionOut | None:
    question = session.question
    if question is None:
        return None
    return QuestionOut(
        question_id=question.id, question=question.question, reason=question.reason, choices=list(question.choices)
    )
