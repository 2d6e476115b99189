"""The work behind tailoring sessions: each step is committed with what it says, and a restart goes on at the next."""

from collections.abc import Awaitable, Callable
from copy import deepcopy
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.application.indexing import queue_indexing
from app.application.pipeline import Pipeline
from app.application.tailoring.events import topic
from app.application.tailoring.replies import Change, Replies
from app.application.tailoring.service import ask
from app.application.tailoring.wording import ChatWriter
from app.application.tailoring.writing import SessionWriter
from app.domain.documents import DocumentVersion
from app.domain.errors import JobWiseError, UnavailableError, UnprocessableError
from app.domain.jobs import Job
from app.domain.ports.events import Event, IEventBus
from app.domain.profiles import Profile, ProfileVersion, take_out_impossible_periods
from app.domain.resumes import ResumeHasNoTextError
from app.domain.tailoring import TailoringSession, TailoringStatus
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.compose import original_content
from app.domain.text.questions import questions_for
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

_SAYS: dict[TailoringStatus, str] = {
    "scraping": "Reading the posting",
    "parsing": "Reading your resume",
    "analyzing": "Comparing both",
    "tailoring": "Writing your resume",
}


class JobReader(Protocol):
    """Reads a posting from an address or a text into a job that is not kept yet."""

    async def __call__(self, *, job_url: str | None, job_text: str | None, owner_id: UUID) -> Job:
        """Return the job; raise `ExtractionFailedError`."""
        ...


class TailoringRunner:
    """The handler of tailoring tasks."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pipeline: Pipeline,
        read_job: JobReader,
        bus: IEventBus,
        chat_writer: ChatWriter | None = None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._writer = SessionWriter(unit_of_work, pipeline, clock=clock)
        self._replies = Replies(unit_of_work, self._writer, chat_writer, clock=clock)
        self._read_job = read_job
        self._bus = bus
        self._clock = clock
        self._steps: dict[TailoringStatus, Callable[[TailoringSession], Awaitable[Change]]] = {
            "pending": self._begin,
            "scraping": self._scrape,
            "parsing": self._parse,
            "analyzing": self._analyze,
            "tailoring": self._tailor,
        }

    async def run(self, task: Task, lease: Lease) -> None:
        """Do all that the session `task.subject_id` can do without its user; raise to be tried again."""
        while True:
            async with self._unit_of_work(read_only=True) as uow:
                session = await uow.tailoring.get(task.subject_id, owner_id=task.user_id)
                said = await uow.tailoring.messages(session.id, after=session.handled_seq)
            message = next(
                (one for one in said if one.data.get("role") == "user" and "answer_to" not in one.data), None
            )
            try:
                if session.status in self._steps:
                    change = await self._steps[session.status](session)
                elif message is not None and session.status in ("waiting_for_input", "completed"):
                    change = await self._replies.to(session, message)
                else:
                    return
                await self._write(session, lease, change)
            except (UnavailableError, LeaseLostError):
                raise
            except JobWiseError as error:
                await self._write(session, lease, self._failure(error.code, error.message))

    async def on_parked(self, task: Task, error: str) -> None:
        """End the session whose last attempt failed."""
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.tailoring.get(task.subject_id, owner_id=task.user_id)
        message = "This could not be finished after several attempts; try again, or report it with its id"
        await self._write(session, None, self._failure("internal_error", message))

    async def _write(self, session: TailoringSession, lease: Lease | None, change: Change) -> None:
        """Apply the change, unless the session moved on meanwhile: then the caller looks again."""
        async with self._unit_of_work() as uow:
            if lease is not None:
                await uow.tasks.guard(lease)
            current = await uow.tailoring.get(session.id, owner_id=session.user_id, lock=True)
            if current.revision != session.revision:
                return
            await change(current, uow)
            current.revision += 1
            current.updated_at = self._clock()
            await uow.tailoring.save(current)
            await uow.commit()
        await self._bus.publish(topic(session.id), Event("message"))

    async def _move(self, session: TailoringSession, uow: IUnitOfWork, status: TailoringStatus) -> None:
        session.move_to(status)
        await uow.tailoring.add_message(
            session.message(
                "progress_update", self._clock(), message=_SAYS[status], progress=session.progress, stage=status
            )
        )

    def _failure(self, code: str, message: str) -> Change:
        async def fail(current: TailoringSession, uow: IUnitOfWork) -> None:
            current.move_to("failed")
            current.error_message = message
            await uow.tailoring.add_message(current.message("failed", self._clock(), code=code, message=message))

        return fail

    async def _begin(self, _session: TailoringSession) -> Change:
        return lambda current, uow: self._move(current, uow, "scraping")

    async def _scrape(self, session: TailoringSession) -> Change:
        job = None
        if session.job_id is None:
            job = await self._read_job(job_url=session.job_url, job_text=session.job_text, owner_id=session.user_id)

        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            if job is not None:
                await uow.jobs.save(job)
                await queue_indexing(uow, job.user_id, self._clock())
                current.job_id = job.id
            await self._move(current, uow, "parsing")

        return change

    async def _parse(self, session: TailoringSession) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            if current.profile_id is None:
                if current.resume_id is None:
                    raise UnprocessableError("The resume of this session is gone")
                resume = await uow.resumes.get(current.resume_id, owner_id=current.user_id)
                if resume.status != "parsed":
                    raise ResumeHasNoTextError("No text could be read from this resume; upload one with real text")
                now, career = self._clock(), deepcopy(resume.parsed.career)
                take_out_impossible_periods(career)
                profile = Profile(user_id=current.user_id, created_at=now, updated_at=now)
                profile.is_active = await uow.profiles.find_active(current.user_id) is None
                profile.set_facts(career)
                await uow.profiles.save(profile)
                await queue_indexing(uow, profile.user_id, now)
                await uow.profiles.add_version(ProfileVersion.of(profile))
                current.profile_id = profile.id
            await self._move(current, uow, "analyzing")

        return change

    async def _analyze(self, session: TailoringSession) -> Change:
        career, posting = await self._writer.inputs(session)
        posting = await self._pipeline.analyze(posting)
        compiled = await self._writer.compile(session, career, posting)
        async with self._unit_of_work(read_only=True) as uow:
            denied = await uow.tailoring.denied(UUID(career.id))
        questions = questions_for(career, compiled.report, denied)

        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            current.open_questions = questions
            if questions:
                current.move_to("waiting_for_input")
                await ask(uow, current, questions[0], self._clock())
            else:
                await self._move(current, uow, "tailoring")

        return change

    async def _tailor(self, session: TailoringSession) -> Change:
        written = await self._writer.written(session, session.instructions)
        document = self._writer.document(session, written)
        before = original_content(written.career)

        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            await uow.documents.save(document)
            await uow.documents.add_version(DocumentVersion.of(document, note="tailored"))
            current.document_id = document.id
            current.move_to("completed")
            await self._writer.show(current, uow, document, before)
            data = {"document_id": str(document.id), "match_score": written.report.score}
            await uow.tailoring.add_message(current.message("completed", self._clock(), **data))

        return change
