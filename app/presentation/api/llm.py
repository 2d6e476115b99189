"""`/llm`: which language model is set up, whether it works, and what was sent to it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.application.llm import LLMStatus, LLMTest
from app.domain.ports.llm import LLMAttemptStatus
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut

router = feature_router("/llm", tag="llm")


class LLMCallOut(ApiModel):
    """One call that left the server. `cost_estimate` is in US dollars, `null` where the price is not known."""

    id: UUID
    generation_id: UUID | None
    purpose: str
    provider: str
    host: str
    model: str
    data_kinds: list[str]
    input_tokens: int
    output_tokens: int
    cost_estimate: float | None
    status: LLMAttemptStatus
    created_at: datetime


@router.get("")
async def get_llm(user: CurrentUser, services: ServicesDep) -> LLMStatus:
    """Tell which model is set up, where data would go, and whether the caller switched it on."""
    return await services.llm.status(user.user_id)


@router.post("/test")
async def try_llm(user: CurrentUser, services: ServicesDep) -> LLMTest:
    """Ask the model for one word. Nothing of the caller is sent; 422 `llm_not_enabled`, 503 `llm_unavailable`."""
    return await services.llm.test(user.user_id)


@router.get("/calls", response_model=PageOut[LLMCallOut])
async def list_llm_calls(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    generation_id: Annotated[UUID | None, Query(description="Only those of this generation.")] = None,
) -> object:
    """List what was sent for the caller: when, to whom, which kinds of data, and what it took."""
    return await services.llm.calls(user.user_id, page, generation_id=generation_id)
