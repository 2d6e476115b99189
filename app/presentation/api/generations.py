"""`/generations`: making documents."""
# size: the shapes of the contract stand beside their routes

from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Field, StrictBool, WithJsonSchema, field_validator

from app.domain.documents import ReadBackResult
from app.domain.generations import (
    FINAL_POSITION,
    Engine,
    Generation,
    GenerationFeedback,
    GenerationOptions,
    GenerationStatus,
    Stage,
    StageName,
)
from app.domain.text.ats.report import AtsCheck, AtsReport, CandidateLevel
from app.domain.text.document import Content, DocumentType, sentences
from app.domain.text.grounding import GroundingReport
from app.domain.text.match.report import KeywordMatch, ScorePart
from app.domain.text.render.html import render_html
from app.domain.text.render.rendered import PageSize
from app.domain.text.render.templates import TEMPLATES
from app.domain.text.render.text import render_markdown
from app.presentation.api.dependencies import CurrentUser, LastEventId, PageParams, ServicesDep
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut, ShortText, Whole

router = feature_router("/generations", tag="generations")
_TYPICAL_SECONDS = {"builtin": 3, "llm": 45}


NameList = Annotated[
    list[ShortText],
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": {"type": "string", "maxLength": 500}, "maxItems": 50},
                {"type": "string"},
            ],
            "examples": [["Python", "AWS"], "Python, AWS"],
        }
    ),
]
"""A list of names, or one string with commas."""


class OptionsIn(ApiModel):
    """What the document should be like."""

    template: str = Field("classic", max_length=40)
    engine: Engine = "builtin"
    length: Annotated[str, Field(pattern="^(one_page|two_page|auto)$")] = "auto"
    tone: Annotated[str, Field(pattern="^(professional|warm|direct)$")] = "professional"
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    candidate_level: CandidateLevel | None = None
    target_stack: NameList = Field([], max_length=50)
    instructions: str = Field("", max_length=2000)
    include_sections: list[ShortText] | None = Field(None, max_length=20)
    page_size: PageSize = "a4"
    allow_fallback: StrictBool = True

    @field_validator("target_stack", mode="before")
    @classmethod
    def split_stack(cls, value: object) -> object:
        """Take "Python, AWS" as well as a list."""
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("template")
    @classmethod
    def known_template(cls, value: str) -> str:
        """Refuse a template that does not exist."""
        if value not in {template.id for template in TEMPLATES}:
            raise ValueError(f"one of {', '.join(template.id for template in TEMPLATES)}")
        return value

    def options(self) -> GenerationOptions:
        """Return the domain's options."""
        values = self.model_dump()
        for name in ("target_stack", "include_sections"):
            values[name] = None if values[name] is None else tuple(values[name])
        return GenerationOptions(**values)


class GenerationIn(ApiModel):
    """Which profile for which job."""

    profile_id: UUID
    job_id: UUID
    options: OptionsIn = Field(default_factory=OptionsIn)
    client_request_id: str | None = Field(None, max_length=255)


class RegenerateIn(ApiModel):
    """What to do differently."""

    options: OptionsIn | None = None
    instructions: str | None = Field(None, max_length=2000)


class FeedbackIn(ApiModel):
    """What the user thinks of it."""

    rating: Whole = Field(ge=1, le=5)
    comment: str = Field("", max_length=4000)
    accepted: StrictBool | None = None


class ProgressOut(ApiModel):
    """How far the pipeline is."""

    percent: int
    stage: StageName | None
    stages: list[Stage]


class ResultLinkOut(ApiModel):
    """Where the result is."""

    document_id: UUID
    pdf_url: str
    ats_score: int | None


class GenerationOut(ApiModel):
    """A run of the pipeline."""

    id: UUID
    generation_id: UUID
    user_id: UUID
    profile_id: UUID
    profile_version: int
    job_id: UUID
    parent_generation_id: UUID | None
    document_type: DocumentType
    status: GenerationStatus
    options: GenerationOptions
    engine: Engine
    model: str
    prompt_version: str
    progress: ProgressOut
    match_score: int | None
    keywords_required_count: int | None
    keywords_matched_count: int | None
    recommendations: list[str]
    error_message: str | None
    token_usage: int
    generation_time_seconds: float | None
    estimated_completion: datetime | None
    result: ResultLinkOut | None
    created_at: datetime
    completed_at: datetime | None
    updated_at: datetime


class GenerationEventOut(ApiModel):
    """How a generation stood at one moment: the data of each of its events."""

    generation_id: UUID
    status: GenerationStatus
    progress: ProgressOut
    message: str
    """What the stage that finished last found, or why the generation failed."""
    result: ResultLinkOut | None


class ProvenanceOut(ApiModel):
    """A sentence of the document and the facts it rests on."""

    text: str
    source_ids: list[str]
    origin: str
    verdict: str


class GenerationResultOut(ApiModel):
    """The finished text with the source of each sentence."""

    generation_id: UUID
    document_id: UUID
    document_type: DocumentType
    content_text: str
    content_markdown: str
    content_html: str
    pdf_url: str
    ats_score: int | None
    ats_score_details: dict[str, object]
    provenance: list[ProvenanceOut]


class GroundingOut(ApiModel):
    """How many sentences the verifier could trace."""

    grounded: int
    ungrounded: int
    unchecked: int
    repaired: int


class GenerationAnalyticsOut(ApiModel):
    """Why the scores are what they are."""

    generation_id: UUID
    match_score: int
    match_parts: list[ScorePart]
    match_ceiling: int
    keywords: list[KeywordMatch]
    ats: AtsReport
    grounding: GroundingOut
    feedback: GenerationFeedback | None


class ValidationOut(ApiModel):
    """What the verifier and the ATS checks find in the current text, and whether its PDF read back."""

    document_id: UUID
    grounding: GroundingReport
    ats_checks: list[AtsCheck]
    readback: ReadBackResult | None


class TemplateOut(ApiModel):
    """A look of documents."""

    id: str
    name: str
    description: str
    columns: int
    ats_safe: bool
    preview_url: str | None


@router.get("/templates")
async def list_templates() -> list[TemplateOut]:
    """List the templates."""
    return [
        TemplateOut(
            id=template.id,
            name=template.name,
            description=template.description,
            columns=template.columns,
            ats_safe=template.ats_safe,
            preview_url=None,
        )
        for template in TEMPLATES
    ]


@router.post("/resume", status_code=201)
async def generate_resume(
    body: GenerationIn, user: CurrentUser, services: ServicesDep, response: Response
) -> GenerationOut:
    """Start making a tailored resume."""
    return await _start("resume", body, user, services, response)


@router.post("/cover-letter", status_code=201)
async def generate_cover_letter(
    body: GenerationIn, user: CurrentUser, services: ServicesDep, response: Response
) -> GenerationOut:
    """Start making a cover letter."""
    return await _start("cover_letter", body, user, services, response)


@router.get("", response_model=PageOut[GenerationOut])
async def list_generations(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    job_id: Annotated[UUID | None, Query(description="Only those for this job.")] = None,
    profile_id: Annotated[UUID | None, Query(description="Only those of this profile.")] = None,
    status: Annotated[GenerationStatus | None, Query(description="Only those with this status.")] = None,
    document_type: Annotated[DocumentType | None, Query(description="Only those of this kind.")] = None,
) -> object:
    """List the caller's generations."""
    filters = {"job_id": job_id, "profile_id": profile_id, "status": status, "document_type": document_type}
    found = await services.generations.page(user.user_id, page, **filters)
    items = [_generation(generation) for generation in found.items]
    return PageOut[GenerationOut](items=items, total=found.total, limit=found.limit, offset=found.offset)


@router.get("/{generation_id}")
async def get_generation(generation_id: UUID, user: CurrentUser, services: ServicesDep) -> GenerationOut:
    """Return how a generation stands."""
    return _generation(await services.generations.get(generation_id, owner_id=user.user_id))


async def _own_generation(generation_id: UUID, user: CurrentUser, services: ServicesDep) -> Generation:
    """Refuse before the stream begins: afterwards there is no status to answer with."""
    return await services.generations.get(generation_id, owner_id=user.user_id)


@router.get(
    "/{generation_id}/events",
    response_class=EventSourceResponse,
    responses={200: {"description": "`progress` for each start and finish of a stage, then the final status."}},
)
async def stream_generation_events(
    generation: Annotated[Generation, Depends(_own_generation)],
    services: ServicesDep,
    last_event_id: LastEventId = None,
) -> AsyncIterator[ServerSentEvent]:
    """Stream what happens: `progress`, at last `completed`, `needs_review`, `failed` or `cancelled`; then it ends.

    The data is a `GenerationEventOut`. Ids count up; a new reader starts with how things stand, one with
    `Last-Event-ID` gets all it missed. Close the stream after the final event. A comment every 15 s keeps it open.
    """
    follow = services.generation_events.follow(
        generation.id, owner_id=generation.user_id, after=_position(last_event_id)
    )
    async with aclosing(follow) as states:
        async for position, state in states:
            name = state.status if state.has_ended else "progress"
            yield ServerSentEvent(data=_event(state), event=name, id=str(position))


@router.get("/{generation_id}/result")
async def get_generation_result(generation_id: UUID, user: CurrentUser, services: ServicesDep) -> GenerationResultOut:
    """Return the finished text with the source of each sentence; 409 `not_ready` before the end."""
    generation, document = await services.generations.result(generation_id, owner_id=user.user_id)
    return GenerationResultOut(
        generation_id=generation.id,
        document_id=document.id,
        document_type=document.document_type,
        content_text=document.content_text,
        content_markdown=render_markdown(document.content),
        content_html=render_html(document.content),
        pdf_url=_pdf_url(document.id),
        ats_score=document.ats_score,
        ats_score_details=document.ats_score_details,
        provenance=provenance(document.content),
    )


@router.get("/{generation_id}/analytics")
async def get_generation_analytics(
    generation_id: UUID, user: CurrentUser, services: ServicesDep
) -> GenerationAnalyticsOut:
    """Explain the scores: parts, keywords with their evidence, grounding; 409 `not_ready` before the check."""
    _, artifacts, feedback = await services.generations.analytics(generation_id, owner_id=user.user_id)
    report, checked = artifacts.require_compiled().report, artifacts.require_validation()
    return GenerationAnalyticsOut(
        generation_id=generation_id,
        match_score=report.score,
        match_parts=list(report.parts),
        match_ceiling=report.ceiling,
        keywords=list(report.keywords),
        ats=checked.ats,
        grounding=GroundingOut.model_validate(checked),
        feedback=feedback,
    )


@router.post("/{generation_id}/validate")
async def validate_generation(generation_id: UUID, user: CurrentUser, services: ServicesDep) -> ValidationOut:
    """Run the checks again, on the document's current text; 409 `not_ready` before the end."""
    _, document = await services.generations.result(generation_id, owner_id=user.user_id)
    report, checks = await services.document_reviews.check(document.id, owner_id=user.user_id)
    return ValidationOut(document_id=document.id, grounding=report, ats_checks=list(checks), readback=document.readback)


@router.post("/{generation_id}/regenerate", status_code=201)
async def regenerate(
    generation_id: UUID, body: RegenerateIn, user: CurrentUser, services: ServicesDep, response: Response
) -> GenerationOut:
    """Start again, with other options or instructions, as a new generation linked to this one."""
    generation = await services.generations.regenerate(
        generation_id,
        options=body.options.options() if body.options else None,
        instructions=body.instructions,
        owner_id=user.user_id,
    )
    response.headers["Location"] = f"/api/v1/generations/{generation.id}"
    return _generation(generation)


@router.post("/{generation_id}/feedback", status_code=201)
async def give_generation_feedback(
    generation_id: UUID, body: FeedbackIn, user: CurrentUser, services: ServicesDep, response: Response
) -> GenerationFeedback:
    """Keep what the user thinks of it."""
    response.headers["Location"] = f"/api/v1/generations/{generation_id}/analytics"
    return await services.generations.give_feedback(generation_id, **body.model_dump(), owner_id=user.user_id)


@router.delete("/{generation_id}", status_code=204)
async def cancel_or_delete_generation(generation_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Cancel a running generation and keep it as cancelled; delete an ended one with its document."""
    await services.generations.cancel_or_delete(generation_id, owner_id=user.user_id)


async def _start(
    document_type: DocumentType, body: GenerationIn, user: CurrentUser, services: ServicesDep, response: Response
) -> GenerationOut:
    generation = await services.generations.start(
        document_type,
        profile_id=body.profile_id,
        job_id=body.job_id,
        options=body.options.options(),
        owner_id=user.user_id,
    )
    response.headers["Location"] = f"/api/v1/generations/{generation.id}"
    return _generation(generation)


def provenance(content: Content) -> list[ProvenanceOut]:
    """Return every sentence with its sources, in reading order."""
    return [ProvenanceOut.model_validate(sentence) for sentence in sentences(content)]


def _generation(generation: Generation) -> GenerationOut:
    computed = ("generation_id", "progress", "estimated_completion", "result")
    values = {name: getattr(generation, name) for name in GenerationOut.model_fields if name not in computed}
    seconds = _TYPICAL_SECONDS[generation.engine]
    return GenerationOut.model_validate(
        {
            **values,
            "generation_id": generation.id,
            "progress": _progress(generation),
            "estimated_completion": None
            if generation.has_ended
            else generation.created_at + timedelta(seconds=seconds),
            "result": _result(generation),
        }
    )


def _event(generation: Generation) -> GenerationEventOut:
    told = [stage.message for stage in generation.stages if stage.message]
    return GenerationEventOut(
        generation_id=generation.id,
        status=generation.status,
        progress=_progress(generation),
        message=generation.error_message or (told[-1] if told else ""),
        result=_result(generation),
    )


def _position(last_event_id: str | None) -> int | None:
    """Return the position a reader has seen; `None` for none, or for an id that no event here has."""
    text = (last_event_id or "").strip()
    known = text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= FINAL_POSITION
    return int(text) if known else None


def _progress(generation: Generation) -> ProgressOut:
    return ProgressOut(percent=generation.percent, stage=generation.current_stage, stages=generation.stages)


def _result(generation: Generation) -> ResultLinkOut | None:
    if generation.document_id is None:
        return None
    return ResultLinkOut(
        document_id=generation.document_id,
        pdf_url=_pdf_url(generation.document_id),
        ats_score=generation.ats_score,
    )


def _pdf_url(document_id: UUID) -> str:
    return f"/api/v1/documents/{document_id}/download?format=pdf"
