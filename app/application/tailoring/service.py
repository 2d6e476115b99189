"""What users do in tailoring sessions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.application.indexing import queue_indexing
from app.application.tailoring.events import topic
from app.domain.errors import ConflictError, UnprocessableError
from app.domain.pagination import Page, PageRequest
from app.domain.ports.events import Event, IEventBus
from app.domain.ports.queue import ITaskQueue
from app.domain.profiles import Profile, ProfileVersion
from app.domain.tailoring import TailoringMessage, TailoringSession, ToldFact
from app.domain.tasks import Task
from app.domain.text.answers import Answer, take_answer
from app.domain.text.questions import Question
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

TASK_KIND = "tailoring"


async def ask(uow: IUnitOfWork, session: TailoringSession, question: Question, now: datetime) -> None:
    """Send the open question."""
    await uow.tailoring.add_message(
        session.message(
            "human_input_required",
            now,
            question_id=question.id,
            question=question.question,
            reason=question.reason,
            choices=list(question.choices),
            questions_left=len(session.open_questions),
        )
    )


class TailoringService:
    """Use cases of tailoring sessions. Everything said is kept, so that any line may drop and go on."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, queue: ITaskQueue, bus: IEventBus, *, clock: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._queue = queue
        self._bus = bus
        self._clock = clock

    async def start(
        self,
        *,
        resume_id: UUID | None,
        profile_id: UUID | None,
        job_id: UUID | None,
        job_url: str | None,
        job_text: str | None,
        owner_id: UUID,
    ) -> TailoringSession:
        """Accept a session; raise `UnprocessableError` without a resume or a posting, or as `get` for what is named."""
        if resume_id is None and profile_id is None:
            raise UnprocessableError("Give a resume file, a resume_id or a profile_id")
        if job_id is None and not (job_url or "").strip() and not (job_text or "").strip():
            raise UnprocessableError("Give a job_url, a job_text or a job_id")
        now = self._clock()
        session = TailoringSession(
            user_id=owner_id,
            resume_id=resume_id,
            profile_id=profile_id,
            job_id=job_id,
            job_url=job_url,
            job_text=job_text,
            created_at=now,
            updated_at=now,
        )
        async with self._unit_of_work() as uow:
            if resume_id is not None:
                await uow.resumes.get(resume_id, owner_id=owner_id)
            if profile_id is not None:
                await uow.profiles.get(profile_id, owner_id=owner_id)
            if job_id is not None:
                await uow.jobs.get(job_id, owner_id=owner_id)
            await uow.tailoring.save(session)
            task = await self._queue_work(uow, session, now)
            await uow.commit()
        await self._queue.notify(task.id)
        return session

    async def get(self, session_id: UUID, *, owner_id: UUID) -> tuple[TailoringSession, list[TailoringMessage]]:
        """Return the session with all that was said."""
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id)
            return session, await uow.tailoring.messages(session_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[TailoringSession]:
        """Return a page of the owner's sessions."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.tailoring.page(owner_id, request, **equals)

    async def stop(self, session_id: UUID, *, owner_id: UUID) -> TailoringSession:
        """End the session; what was written stays."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id, lock=True)
            if session.status not in ("stopped", "failed"):
                session.move_to("stopped")
                session.open_questions = []
                await uow.tailoring.add_message(session.message("stopped", now))
                await self._save(uow, session, now)
                await uow.tasks.cancel(session_id)
                await uow.commit()
        await self._bus.publish(topic(session_id), Event("stopped"))
        return session

    async def chat(self, session_id: UUID, message: str, *, owner_id: UUID) -> TailoringMessage:
        """Keep what the user says and answer it in the background; raise `SessionEndedError`."""
        return await self._say(session_id, message, owner_id=owner_id)

    async def _say(self, session_id: UUID, message: str, *, owner_id: UUID, **data: object) -> TailoringMessage:
        now = self._clock()
        async with self._unit_of_work() as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id, lock=True)
            session.check_open()
            said = session.message("chat_message", now, role="user", message=message, **data)
            await uow.tailoring.add_message(said)
            await self._save(uow, session, now)
            task = await self._queue_work(uow, session, now)
            await uow.commit()
        await self._bus.publish(topic(session_id), Event("message"))
        await self._queue.notify(task.id)
        return said

    async def answer(self, session_id: UUID, question_id: str, answer: str, *, owner_id: UUID) -> None:
        """Take an answer: shown first, then kept as a fact of the profile; "no" is kept as well.

        What cannot be used is explained, and the question asked once more.
        Raise `NoSuchQuestionError` unless the question is the open one.
        """
        now = self._clock()
        task = None
        async with self._unit_of_work() as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id, lock=True)
            session.check_open()
            question = session.require_question(question_id)
            await uow.tailoring.add_message(
                session.message("chat_message", now, role="user", message=answer, answer_to=question_id)
            )
            outcome = await self._take(uow, session, question, answer, now)
            again = [replace(question, tries=1)] if outcome.kind == "unused" and not question.tries else []
            session.open_questions = [*again, *session.open_questions[1:]]
            if session.question is not None:
                await ask(uow, session, session.question, now)
            else:
                session.move_to("tailoring")
                task = await self._queue_work(uow, session, now)
            await self._save(uow, session, now)
            await uow.commit()
        await self._bus.publish(topic(session_id), Event("message"))
        if task is not None:
            await self._queue.notify(task.id)

    async def preview_answer(self, session_id: UUID, question_id: str, answer: str, *, owner_id: UUID) -> Answer:
        """Return what an answer to the open question would bring about; nothing is kept."""
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id)
            session.check_open()
            question = session.require_question(question_id)
            profile = await self._profile(uow, session)
        return take_answer(question, answer, profile.career())

    async def refuse_changes(
        self, session_id: UUID, version_number: int, refuse: list[int], *, owner_id: UUID
    ) -> TailoringMessage:
        """Take back changes of the shown version, named by their `index`; none refused keeps all.

        Raise `SessionEndedError`, or `ConflictError` where the document has moved on.
        """
        async with self._unit_of_work(read_only=True) as uow:
            session = await uow.tailoring.get(session_id, owner_id=owner_id)
            if session.document_id is None:
                raise ConflictError("There is no document yet")
            document = await uow.documents.get(session.document_id, owner_id=owner_id)
        if document.version_number != version_number:
            raise ConflictError("The document has changed since; look at its latest version")
        words = f"Take back {len(refuse)} of the changes" if refuse else "Keep all changes"
        review = {"version_number": version_number, "refuse": refuse}
        return await self._say(session_id, words, owner_id=owner_id, **review)

    async def _profile(self, uow: IUnitOfWork, session: TailoringSession, *, lock: bool = False) -> Profile:
        if session.profile_id is None:
            raise UnprocessableError("The profile of this session is gone")
        return await uow.profiles.get(session.profile_id, owner_id=session.user_id, lock=lock)

    async def _take(
        self, uow: IUnitOfWork, session: TailoringSession, question: Question, answer: str, now: datetime
    ) -> Answer:
        profile = await self._profile(uow, session, lock=True)
        career = profile.career()
        outcome = take_answer(question, answer, career)
        said = session.message("chat_message", now, role="assistant", message=outcome.message)
        await uow.tailoring.add_message(said)
        if outcome.kind == "denied":
            await uow.tailoring.deny(profile.id, question.subject, user_id=session.user_id)
        elif outcome.kind == "told":
            profile.set_facts(career)
            profile.touch(now)
            await uow.profiles.save(profile)
            await queue_indexing(uow, profile.user_id, now)
            await uow.profiles.add_version(ProfileVersion.of(profile))
            if question.kind == "skill":
                # Denied on the page of a job while the question stood open here: the latest word counts.
                await uow.tailoring.take_back_denials(profile.id, [question.subject])
            told = [ToldFact(question_id=question.id, text=text, told_at=now) for text in outcome.facts]
            session.facts = [*session.facts, *told]
        return outcome

    async def _save(self, uow: IUnitOfWork, session: TailoringSession, now: datetime) -> None:
        session.updated_at = now
        session.revision += 1
        await uow.tailoring.save(session)

    async def _queue_work(self, uow: IUnitOfWork, session: TailoringSession, now: datetime) -> Task:
        task = Task(
            user_id=session.user_id,
            kind=TASK_KIND,
            subject_id=session.id,
            run_at=now,
            created_at=now,
            updated_at=now,
        )
        await uow.tasks.add(task)
        return task
