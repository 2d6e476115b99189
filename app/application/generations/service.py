"""What users do with generations."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.application.generations.events import announce
from app.domain.documents import Document
from app.domain.generations import (
    BUILTIN_MODEL,
    Generation,
    GenerationArtifacts,
    GenerationFeedback,
    GenerationNotReadyError,
    GenerationOptions,
)
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.llm import check_llm_allowed
from app.domain.pagination import Page, PageRequest
from app.domain.ports.events import IEventBus
from app.domain.ports.llm import ILLMService
from app.domain.ports.queue import ITaskQueue
from app.domain.ports.storage import IFileStorage
from app.domain.tasks import Task
from app.domain.text.document import DocumentType
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

TASK_KIND = "generation"


class LlmAllowance(Protocol):
    """How many generations by a language model somebody may start."""

    async def count_generation(self, user_id: UUID) -> None:
        """Count one of this hour; raise `RateLimitedError`."""
        ...

    async def spend_quota(self, uow: IUnitOfWork, user_id: UUID) -> None:
        """Count one of this month in the same transaction; raise `QuotaExceededError`."""
        ...


class GenerationService:
    """Use cases of generations. Starting one commits its row and its task before any worker is told."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        queue: ITaskQueue,
        storage: IFileStorage,
        allowance: LlmAllowance,
        bus: IEventBus,
        llm: ILLMService | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._allowance = allowance
        self._llm = llm
        self._unit_of_work = unit_of_work
        self._queue = queue
        self._bus = bus
        self._storage = storage
        self._clock = clock

    async def start(
        self,
        document_type: DocumentType,
        *,
        profile_id: UUID,
        job_id: UUID,
        options: GenerationOptions,
        owner_id: UUID,
        parent_id: UUID | None = None,
    ) -> Generation:
        """Accept a generation; raise `JobHasNoDescriptionError`, or as `get` for profile and job.

        One by a language model raises as `check_llm_allowed` and `LlmAllowance` do, and counts towards the hourly
        limit and the monthly quota.
        """
        now = self._clock()
        if options.engine == "llm":
            await self._check_llm(owner_id)
            await self._allowance.count_generation(owner_id)
        async with self._unit_of_work() as uow:
            profile = await uow.profiles.get(profile_id, owner_id=owner_id)
            job = await uow.jobs.get(job_id, owner_id=owner_id)
            if not job.description.strip():
                raise JobHasNoDescriptionError
            if options.engine == "llm":
                await self._allowance.spend_quota(uow, owner_id)
            generation = Generation(
                user_id=owner_id,
                profile_id=profile.id,
                profile_version=profile.version,
                job_id=job.id,
                parent_generation_id=parent_id,
                document_type=document_type,
                options=options,
                engine=options.engine,
                model=self._llm.model if self._llm and options.engine == "llm" else BUILTIN_MODEL,
                created_at=now,
                updated_at=now,
            )
            task = Task(
                user_id=owner_id, kind=TASK_KIND, subject_id=generation.id, run_at=now, created_at=now, updated_at=now
            )
            await uow.generations.save(generation)
            await uow.generations.save_artifacts(
                GenerationArtifacts(generation_id=generation.id, career=profile.career(), posting=job.posting())
            )
            await uow.tasks.add(task)
            await uow.commit()
        await self._queue.notify(task.id)
        return generation

    async def get(self, generation_id: UUID, *, owner_id: UUID) -> Generation:
        """Return the generation."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.generations.get(generation_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[Generation]:
        """Return a page of the owner's generations."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.generations.page(owner_id, request, **equals)

    async def result(self, generation_id: UUID, *, owner_id: UUID) -> tuple[Generation, Document]:
        """Return the generation with its document; raise `GenerationNotReadyError` where it has none."""
        async with self._unit_of_work(read_only=True) as uow:
            generation = await uow.generations.get(generation_id, owner_id=owner_id)
            if generation.document_id is None:
                raise GenerationNotReadyError(status=generation.status)
            return generation, await uow.documents.get(generation.document_id, owner_id=owner_id)

    async def analytics(
        self, generation_id: UUID, *, owner_id: UUID
    ) -> tuple[Generation, GenerationArtifacts, GenerationFeedback | None]:
        """Return the generation with the outcome of its stages and its feedback; raise `GenerationNotReadyError`."""
        async with self._unit_of_work(read_only=True) as uow:
            generation = await uow.generations.get(generation_id, owner_id=owner_id)
            artifacts = await uow.generations.get_artifacts(generation_id)
            if artifacts.validation is None:
                raise GenerationNotReadyError(status=generation.status)
            return generation, artifacts, await uow.generations.find_feedback(generation_id)

    async def regenerate(
        self, generation_id: UUID, *, options: GenerationOptions | None, instructions: str | None, owner_id: UUID
    ) -> Generation:
        """Start a new generation linked to this one, with its options where none are given."""
        parent = await self.get(generation_id, owner_id=owner_id)
        chosen = options or parent.options
        if instructions is not None:
            chosen = replace(chosen, instructions=instructions)
        return await self.start(
            parent.document_type,
            profile_id=parent.profile_id,
            job_id=parent.job_id,
            options=chosen,
            owner_id=owner_id,
            parent_id=parent.id,
        )

    async def cancel_or_delete(self, generation_id: UUID, *, owner_id: UUID) -> None:
        """Cancel a running generation and keep it; delete an ended one with its document."""
        async with self._unit_of_work() as uow:
            generation = await uow.generations.get(generation_id, owner_id=owner_id, lock=True)
            keys: list[str] = []
            if generation.has_ended:
                if generation.document_id is not None:
                    keys = await uow.documents.storage_keys(generation.document_id)
                    await uow.documents.delete(generation.document_id, owner_id=owner_id)
                await uow.generations.delete(generation_id, owner_id=owner_id)
            else:
                generation.end("cancelled", self._clock())
                await uow.generations.save(generation)
                await uow.tasks.cancel(generation_id)
            await uow.commit()
        await announce(self._bus, generation)
        for key in keys:
            await self._storage.delete(key)

    async def _check_llm(self, owner_id: UUID) -> None:
        async with self._unit_of_work(read_only=True) as uow:
            user = await uow.users.get(owner_id)
        check_llm_allowed(configured=self._llm is not None, enabled=user.llm_enabled)

    async def give_feedback(
        self, generation_id: UUID, *, rating: int, comment: str, accepted: bool | None, owner_id: UUID
    ) -> GenerationFeedback:
        """Keep what the user thinks, replacing what they said before."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            await uow.generations.get(generation_id, owner_id=owner_id)
            feedback = GenerationFeedback(
                user_id=owner_id,
                generation_id=generation_id,
                rating=rating,
                comment=comment,
                accepted=accepted,
                created_at=now,
                updated_at=now,
            )
            await uow.generations.save_feedback(feedback)
            await uow.commit()
        return feedback
