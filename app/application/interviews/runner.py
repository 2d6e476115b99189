"""The handler of interview preparations: chooses the questions, off the event loop, and writes them once."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.domain.documents import Document
from app.domain.errors import JobWiseError, NotFoundError, UnavailableError
from app.domain.interviews import InterviewPrep
from app.domain.pagination import PageRequest
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.career import Career, facts
from app.domain.text.document import DocumentType
from app.domain.text.interview.plan import Sources, plan_interview
from app.domain.text.interview.rounds import categories_of
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

TASK_KIND = "interview_prep"


class InterviewRunner:
    """Plans a preparation. The result is written under the task's fence."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, lexicon: Callable[[], Lexicon], *, clock: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._lexicon = lexicon
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Plan the preparation `task.subject_id`; raise to be tried again."""
        async with self._unit_of_work(read_only=True) as uow:
            prep = await uow.interviews.get(task.subject_id, owner_id=task.user_id)
        if prep.status != "pending":
            return
        try:
            career, sources, documents = await self._gather(prep)
            plan = await asyncio.to_thread(lambda: plan_interview(sources, self._lexicon()))
        except (LeaseLostError, UnavailableError):
            raise
        except JobWiseError as error:
            message = error.message
            await self._write(task, lease, lambda current: current.fail(message, self._clock()))
            return
        texts = {fact.id: fact.text for fact in facts(career).values()}

        def take(current: InterviewPrep) -> None:
            current.complete(plan, texts, self._clock())
            current.profile_version = career.version
            current.resume_document_id = _id_of(documents, "resume")
            current.cover_letter_document_id = _id_of(documents, "cover_letter")

        await self._write(task, lease, take)

    async def on_parked(self, task: Task, error: str) -> None:
        """End the preparation whose last attempt failed."""
        async with self._unit_of_work() as uow:
            try:
                prep = await uow.interviews.get(task.subject_id, owner_id=task.user_id, lock=True)
            except NotFoundError:
                return
            if prep.status != "pending":
                return
            prep.fail("The questions could not be chosen after several attempts; try again", self._clock())
            await uow.interviews.save(prep)
            await uow.commit()

    async def _gather(self, prep: InterviewPrep) -> tuple[Career, Sources, list[Document]]:
        async with self._unit_of_work(read_only=True) as uow:
            job = await uow.jobs.get(prep.job_id, owner_id=prep.user_id)
            profile = await uow.profiles.get(prep.profile_id, owner_id=prep.user_id)
            denied = await uow.tailoring.denied(profile.id)
            documents = await _documents_sent(uow, prep)
        career = profile.career()
        sources = Sources(
            career=career,
            posting=job.posting(),
            documents=tuple(document.content for document in documents),
            denied=tuple(denied),
            categories=categories_of(prep.rounds),
            today=prep.created_at.date(),
        )
        return career, sources, documents

    async def _write(self, task: Task, lease: Lease, change: Callable[[InterviewPrep], None]) -> None:
        async with self._unit_of_work() as uow:
            await uow.tasks.guard(lease)
            prep = await uow.interviews.get(task.subject_id, owner_id=task.user_id, lock=True)
            change(prep)
            await uow.interviews.save(prep)
            await uow.commit()


async def _documents_sent(uow: IUnitOfWork, prep: InterviewPrep) -> list[Document]:
    """Return what the application names as sent, else the latest document of each type for the job and profile."""
    applications = await uow.applications.page(prep.user_id, PageRequest(limit=1), job_id=prep.job_id)
    named: dict[DocumentType, UUID | None] = {"resume": None, "cover_letter": None}
    for application in applications.items:
        named = {"resume": application.resume_document_id, "cover_letter": application.cover_letter_document_id}
    documents: list[Document] = []
    for kind, document_id in named.items():
        if document_id is not None:
            documents.append(await uow.documents.get(document_id, owner_id=prep.user_id))
            continue
        latest = await uow.documents.page(
            prep.user_id, PageRequest(limit=1), job_id=prep.job_id, profile_id=prep.profile_id, document_type=kind
        )
        documents += latest.items
    return documents


def _id_of(documents: list[Document], kind: DocumentType) -> UUID | None:
    return next((document.id for document in documents if document.document_type == kind), None)
