"""`/interview-preps`: what to expect and revise, practice with feedback, and a sheet to print."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query, Response
from pydantic import Field, StringConstraints

from app.application.interviews.service import SheetFormat
from app.domain.interviews import AnswerWording, InterviewAnswer, InterviewPrep, InterviewStatus
from app.domain.text.interview.attempts import Comparison, InterviewProgress
from app.domain.text.interview.feedback import AnswerFeedback
from app.domain.text.interview.model import InterviewQuestion, QuestionToAsk, RevisionTopic
from app.domain.text.interview.rounds import InterviewRound
from app.domain.text.render.rendered import PageSize
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.files import attachment, file_schema
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/interview-preps", tag="interviews")
RoundName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file's bytes.",
        "content": {kind: {"schema": file_schema(kind)} for kind in ("application/pdf", "text/markdown")},
    }
}


class InterviewPrepIn(ApiModel):
    """The job and the profile; `rounds` narrows the questions to what such rounds ask."""

    job_id: UUID
    profile_id: UUID
    rounds: list[RoundName] = Field([], max_length=10)


class InterviewPrepSummaryOut(ApiModel):
    """A preparation in a list, without its questions."""

    id: UUID
    user_id: UUID
    job_id: UUID
    profile_id: UUID
    profile_version: int
    resume_document_id: UUID | None
    cover_letter_document_id: UUID | None
    job_title: str
    company: str
    rounds: list[InterviewRound]
    status: InterviewStatus
    error_message: str | None
    created_at: datetime
    updated_at: datetime


class InterviewPrepOut(InterviewPrepSummaryOut):
    """A preparation. It is empty until its status is `completed`."""

    questions: list[InterviewQuestion]
    topics: list[RevisionTopic]
    questions_to_ask: list[QuestionToAsk]
    facts: dict[str, str]


class InterviewAnswerIn(ApiModel):
    """What the user would say."""

    question_id: str = Field(min_length=1, max_length=20)
    answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]
    engine: Literal["builtin", "llm"] = "builtin"


class InterviewAnswerOut(ApiModel):
    """One try at a question with the feedback on it."""

    id: UUID
    prep_id: UUID
    question_id: str
    attempt: int
    answer: str
    score: int
    feedback: AnswerFeedback
    comparison: Comparison | None
    wording: AnswerWording | None
    created_at: datetime
    updated_at: datetime


@router.post("", status_code=201)
async def start_interview_prep(
    body: InterviewPrepIn, user: CurrentUser, services: ServicesDep, response: Response
) -> InterviewPrepOut:
    """Choose the questions to expect for a job and a profile, in the background; poll it until `completed`."""
    prep = await services.interviews.start(
        body.job_id, body.profile_id, rounds=tuple(body.rounds), owner_id=user.user_id
    )
    response.headers["Location"] = f"/api/v1/interview-preps/{prep.id}"
    return InterviewPrepOut.model_validate(prep)


@router.get("", response_model=PageOut[InterviewPrepSummaryOut])
async def list_interview_preps(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    job_id: Annotated[UUID | None, Query(description="Only those for this job.")] = None,
    profile_id: Annotated[UUID | None, Query(description="Only those of this profile.")] = None,
    status: Annotated[InterviewStatus | None, Query(description="Only those with this status.")] = None,
) -> object:
    """List the caller's preparations."""
    return await services.interviews.page(user.user_id, page, job_id=job_id, profile_id=profile_id, status=status)


@router.get("/{prep_id}", response_model=InterviewPrepOut)
async def get_interview_prep(prep_id: UUID, user: CurrentUser, services: ServicesDep) -> InterviewPrep:
    """Return a preparation: questions with reasons and outlines, what to revise, what to ask."""
    return await services.interviews.get(prep_id, owner_id=user.user_id)


@router.delete("/{prep_id}", status_code=204)
async def delete_interview_prep(prep_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete a preparation with all answers."""
    await services.interviews.delete(prep_id, owner_id=user.user_id)


@router.post("/{prep_id}/answers", status_code=201)
async def answer_interview_question(
    prep_id: UUID, body: InterviewAnswerIn, user: CurrentUser, services: ServicesDep, response: Response
) -> InterviewAnswerOut:
    """Practise: give an answer and get feedback, compared with the try before.

    With `engine` `llm` it is also worded better in the background; poll the answer until its `wording` is no longer
    `pending`.
    """
    made = await services.interviews.answer(
        prep_id, body.question_id, body.answer, by_llm=body.engine == "llm", owner_id=user.user_id
    )
    response.headers["Location"] = f"/api/v1/interview-preps/{prep_id}/answers/{made.id}"
    return InterviewAnswerOut.model_validate(made)


@router.get("/{prep_id}/answers", response_model=PageOut[InterviewAnswerOut])
async def list_interview_answers(
    prep_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    question_id: Annotated[str | None, Query(max_length=20, description="Only those to this question.")] = None,
) -> object:
    """List the answers practised, newest first."""
    return await services.interviews.answers(prep_id, page, question_id=question_id, owner_id=user.user_id)


@router.get("/{prep_id}/answers/{answer_id}", response_model=InterviewAnswerOut)
async def get_interview_answer(
    prep_id: UUID, answer_id: UUID, user: CurrentUser, services: ServicesDep
) -> InterviewAnswer:
    """Return one answer with its feedback and, where it was asked for, a better wording."""
    return await services.interviews.get_answer(prep_id, answer_id, owner_id=user.user_id)


@router.get("/{prep_id}/progress")
async def get_interview_progress(prep_id: UUID, user: CurrentUser, services: ServicesDep) -> InterviewProgress:
    """Return how far the practice is, by category, and what to practise next."""
    return await services.interviews.progress(prep_id, owner_id=user.user_id)


@router.get("/{prep_id}/export", response_class=Response, responses=_FILES)
async def export_interview_prep(
    prep_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    sheet_format: Annotated[SheetFormat, Query(alias="format", description="Which format.")] = "pdf",
    page_size: Annotated[PageSize, Query(description="The page size of the PDF.")] = "a4",
) -> Response:
    """Return the preparation as a sheet to print, with the best answers so far."""
    sheet = await services.interviews.export(prep_id, sheet_format, page_size=page_size, owner_id=user.user_id)
    return attachment(sheet.data, sheet.name, sheet.content_type)
