"""The work behind tailoring sessions: each step is committed with what it says, and a restart goes on at the next."""
# size: one step a status and one reply a wish; they share how a change is committed

from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.application.pipeline import Pipeline
from app.application.tailoring.chat import HELP, Wish, explain, understand
from app.application.tailoring.service import ask, topic
from app.domain.documents import Document, DocumentVersion
from app.domain.errors import JobWiseError, UnavailableError, UnprocessableError
from app.domain.generations import GenerationOptions, Validated
from app.domain.jobs import Job
from app.domain.ports.events import Event, IEventBus
from app.domain.profiles import Profile, ProfileVersion, take_out_impossible_periods
from app.domain.tailoring import Step, TailoringMessage, TailoringSession, TailoringStatus
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.career import Career
from app.domain.text.compose import original_content
from app.domain.text.difference import difference
from app.domain.text.document import Content, sentences
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.questions import questions_for
from app.domain.text.render.names import file_name
from app.domain.text.render.text import render_text
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

Change = Callable[[TailoringSession, IUnitOfWork], Awaitable[None]]
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


@dataclass(frozen=True, slots=True)
class _Written:
    """A resume as it would be written now, and what it was written from."""

    validated: Validated
    report: MatchReport
    career: Career
    posting: Posting


class TailoringRunner:
    """The handler of tailoring tasks."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pipeline: Pipeline,
        read_job: JobReader,
        bus: IEventBus,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
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
                    change = await self._reply(session, message)
                else:
                    return
            except (UnavailableError, LeaseLostError):
                raise
            except JobWiseError as error:
                change = self._failure(error.code, error.message)
            await self._write(session, lease, change)

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
                current.job_id = job.id
            await self._move(current, uow, "parsing")

        return change

    async def _parse(self, session: TailoringSession) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            if current.profile_id is None:
                if current.resume_id is None:
                    raise UnprocessableError("The resume of this session is gone")
                resume = await uow.resumes.get(current.resume_id, owner_id=current.user_id)
                now, career = self._clock(), deepcopy(resume.parsed.career)
                take_out_impossible_periods(career)
                profile = Profile(user_id=current.user_id, created_at=now, updated_at=now)
                profile.is_active = await uow.profiles.find_active(current.user_id) is None
                profile.set_facts(career)
                await uow.profiles.save(profile)
                await uow.profiles.add_version(ProfileVersion.of(profile))
                current.profile_id = profile.id
            await self._move(current, uow, "analyzing")

        return change

    async def _analyze(self, session: TailoringSession) -> Change:
        career, posting = await self._inputs(session)
        today = session.created_at.date()
        posting = await self._pipeline.analyze(posting)
        compiled = await self._pipeline.compile(career, posting, GenerationOptions(), today=today)
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
        written = await self._written(session, session.instructions)
        document = self._document(session, written)
        before = original_content(written.career)

        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            await uow.documents.save(document)
            await uow.documents.add_version(DocumentVersion.of(document, note="tailored"))
            current.document_id = document.id
            current.move_to("completed")
            await self._show(current, uow, document, before)
            data = {"document_id": str(document.id), "match_score": written.report.score}
            await uow.tailoring.add_message(current.message("completed", self._clock(), **data))

        return change

    async def _reply(self, session: TailoringSession, message: TailoringMessage) -> Change:
        wish = understand(str(message.data.get("message", "")))
        if session.document_id is None:
            return self._noted(wish, message.seq)
        career, posting = await self._inputs(session)
        async with self._unit_of_work(read_only=True) as uow:
            document = await uow.documents.get(session.document_id, owner_id=session.user_id)
        if wish.kind == "rewrite":
            return await self._rewritten(session, document, (*session.instructions, wish.text), message.seq)
        if wish.kind == "template":
            return self._new_version(document, document.content, message.seq, session.instructions, wish.text)
        if wish.kind == "undo":
            return await self._undone(session, document, message.seq)
        if wish.kind == "why":
            return self._said(explain(wish.text, document.content, career), message.seq)
        if wish.kind == "missing":
            return self._said(await self._missing(session, career, posting), message.seq)
        return self._said(HELP, message.seq)

    def _said(self, text: str, handled: int, instructions: tuple[str, ...] = (), template: str = "") -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            current.handled_seq = handled
            current.instructions = (*current.instructions, *instructions)
            current.template = template or current.template
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change

    def _noted(self, wish: Wish, handled: int) -> Change:
        if wish.kind == "rewrite":
            return self._said("Noted; I will write it that way.", handled, instructions=(wish.text,))
        if wish.kind == "template":
            return self._said(f"Noted; I will use the {wish.text} template.", handled, template=wish.text)
        if wish.kind == "unknown":
            return self._said(HELP, handled)
        return self._said("There is no document yet; answer or skip the questions first.", handled)

    async def _missing(self, session: TailoringSession, career: Career, posting: Posting) -> str:
        compiled = await self._pipeline.compile(career, posting, GenerationOptions(), today=session.created_at.date())
        missing = compiled.report.missing_keywords
        if not missing:
            return "Nothing: your profile shows every keyword of the posting."
        return f"The posting asks for these, and your profile does not show them: {', '.join(missing)}."

    async def _rewritten(
        self, session: TailoringSession, document: Document, instructions: tuple[str, ...], handled: int
    ) -> Change:
        written = await self._written(session, instructions)
        if written.validated.content == document.content:
            return self._said("That changes nothing: it is written that way already.", handled)
        return self._new_version(document, written.validated.content, handled, instructions, session.template)

    async def _undone(self, session: TailoringSession, document: Document, handled: int) -> Change:
        if not session.steps:
            return self._said("There is nothing to undo.", handled)
        step = session.steps[-1]
        async with self._unit_of_work(read_only=True) as uow:
            earlier = await uow.documents.get_version(document.id, step.version_number, owner_id=session.user_id)
        return self._new_version(document, earlier.content, handled, step.instructions, step.template, is_undo=True)

    def _new_version(
        self,
        document: Document,
        content: Content,
        handled: int,
        instructions: tuple[str, ...],
        template: str,
        *,
        is_undo: bool = False,
    ) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            latest = await uow.documents.get(document.id, owner_id=document.user_id, lock=True)
            before = latest.content
            step = Step(
                version_number=latest.version_number, instructions=current.instructions, template=current.template
            )
            current.steps = current.steps[:-1] if is_undo else [*current.steps, step]
            current.instructions, current.template, current.handled_seq = instructions, template, handled
            latest.template, latest.updated_at = template, self._clock()
            latest.take_edit(content, render_text(content))
            await uow.documents.add_version(
                DocumentVersion.of(latest, note="undone" if is_undo else "asked for in chat")
            )
            await uow.documents.save(latest)
            count = await self._show(current, uow, latest, before)
            lines = f"{count} line{'' if count == 1 else 's'} changed"
            text = f"{'Undone' if is_undo else 'Done'}: {lines}. This is version {latest.version_number}."
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change

    async def _show(self, session: TailoringSession, uow: IUnitOfWork, document: Document, before: Content) -> int:
        sources = {sentence.text: sentence.source_ids for sentence in sentences(document.content)}
        changes = [
            {**asdict(one), "source_ids": sources.get(one.after or "", [])}
            for one in difference(before, document.content)
            if one.kind != "unchanged"
        ]
        await uow.tailoring.add_message(
            session.message(
                "resume_update",
                self._clock(),
                document_id=str(document.id),
                version_number=document.version_number,
                template=document.template,
                content=asdict(document.content),
                changes=changes,
            )
        )
        return len(changes)

    async def _inputs(self, session: TailoringSession) -> tuple[Career, Posting]:
        if session.profile_id is None or session.job_id is None:
            raise UnprocessableError("The profile or the job of this session was deleted")
        async with self._unit_of_work(read_only=True) as uow:
            profile = await uow.profiles.get(session.profile_id, owner_id=session.user_id)
            job = await uow.jobs.get(session.job_id, owner_id=session.user_id)
        return profile.career(), job.posting()

    async def _written(self, session: TailoringSession, instructions: tuple[str, ...]) -> _Written:
        career, posting = await self._inputs(session)
        today = session.created_at.date()
        options = replace(GenerationOptions(template=session.template), instructions="\n".join(instructions))
        compiled = await self._pipeline.compile(career, posting, options, today=today)
        content = await self._pipeline.write("resume", career, posting, compiled, options, today=today)
        validated = await self._pipeline.validate(content, career, posting, options, today=today)
        return _Written(validated, compiled.report, career, posting)

    def _document(self, session: TailoringSession, written: _Written) -> Document:
        posting, content, now = written.posting, written.validated.content, self._clock()
        company, role = posting.company or "", posting.title or ""
        return Document(
            user_id=session.user_id,
            job_id=session.job_id,
            profile_id=session.profile_id,
            document_type="resume",
            title=" – ".join(part for part in ("Resume", role, company) if part),
            template=session.template,
            parameters={"profile_version": written.career.version, "engine": "builtin", "page_size": "a4"},
            content=content,
            content_text=render_text(content),
            ats_score=written.validated.ats.ats_score,
            ats_score_details=asdict(written.validated.ats.score_breakdown),
            file_stem=file_name(content, company, role, "pdf").removesuffix(".pdf"),
            created_at=now,
            updated_at=now,
        )
