"""`/reusable-answers`: what application forms ask again and again, and what one answers."""

from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import StringConstraints

from app.domain.reusable_answers import ReusableAnswer
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/reusable-answers", tag="applications")
_Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
_Answer = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000)]


class ReusableAnswerIn(ApiModel):
    """What a form asks, and the answer."""

    question: _Question
    answer: _Answer


class ReusableAnswerChanges(ApiModel):
    """Fields of a reusable answer; those not sent are left as they are."""

    question: _Question | None = None
    answer: _Answer | None = None


@router.post("", status_code=201)
async def create_reusable_answer(
    body: ReusableAnswerIn, user: CurrentUser, services: ServicesDep, response: Response
) -> ReusableAnswer:
    """Keep an answer for later forms; no document is written from it."""
    kept = await services.reusable_answers.create(question=body.question, answer=body.answer, owner_id=user.user_id)
    response.headers["Location"] = f"/api/v1/reusable-answers/{kept.id}"
    return kept


@router.get("", response_model=PageOut[ReusableAnswer])
async def list_reusable_answers(user: CurrentUser, services: ServicesDep, page: PageParams) -> object:
    """List the caller's reusable answers."""
    return await services.reusable_answers.page(user.user_id, page)


@router.get("/{reusable_answer_id}")
async def get_reusable_answer(reusable_answer_id: UUID, user: CurrentUser, services: ServicesDep) -> ReusableAnswer:
    """Return the reusable answer."""
    return await services.reusable_answers.get(reusable_answer_id, owner_id=user.user_id)


@router.patch("/{reusable_answer_id}")
async def update_reusable_answer(
    reusable_answer_id: UUID, body: ReusableAnswerChanges, user: CurrentUser, services: ServicesDep
) -> ReusableAnswer:
    """Change the fields that are sent."""
    changes = {name: value for name, value in body.model_dump(exclude_unset=True).items() if value is not None}
    return await services.reusable_answers.update(reusable_answer_id, changes, owner_id=user.user_id)


@router.delete("/{reusable_answer_id}", status_code=204)
async def delete_reusable_answer(reusable_answer_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the reusable answer."""
    await services.reusable_answers.delete(reusable_answer_id, owner_id=user.user_id)
