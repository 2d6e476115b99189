"""What users do to prepare for an interview."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.application.exporting import CONTENT_TYPES, EXTENSIONS
from app.application.interviews.runner import TASK_KIND as PREP
from app.application.interviews.wording import TASK_KIND as WORDING
from app.domain.errors import NotFoundError
from app.domain.interviews import (
    AnswerWording,
    InterviewAnswer,
    InterviewPrep,
    attempts_of,
    best_answers,
)
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.llm import check_llm_allowed
from app.domain.pagination import Page, PageRequest
from app.domain.ports.llm import ILLMService
from app.domain.ports.pdf import IPDFGenerator
from app.domain.ports.queue import ITaskQueue
from app.domain.tasks import Task
from app.domain.text.interview.attempts import InterviewProgress, compare, progress_of
from app.domain.text.interview.feedback import Ground, assess
from app.domain.text.interview.rounds import read_round
from app.domain.text.interview.sheet import sheet_of
from app.domain.text.render.names import name_of
from app.domain.text.render.rendered import PageSize
from app.domain.text.render.text import markdown_of
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory

SheetFormat = Literal["pdf", "markdown"]


class HourlyAllowance(Protocol):
    """How often somebody may have a language model write."""

    async def count_generation(self, user_id: UUID) -> None:
        """Count one of this hour; raise `RateLimitedError`."""
        ...


@dataclass(frozen=True, slots=True)
class InterviewSheet:
    """A preparation as a file."""

    name: str
    content_type: str
    data: bytes


class InterviewService:
    """Use cases of interview preparations. Planning happens in the background, feedback at once."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        queue: ITaskQueue,
        pdf: IPDFGenerator,
        llm: ILLMService | None,
        allowance: HourlyAllowance,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._queue = queue
        self._pdf = pdf
        self._llm = llm
        self._allowance = allowance
        self._lexicon = lexicon
        self._clock = clock

    async def start(
        self, job_id: UUID, profile_id: UUID, *, rounds: Sequence[str] = (), owner_id: UUID
    ) -> InterviewPrep:
        """Accept a preparation; raise `JobHasNoDescriptionError`, or as `get` for job and profile."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            job = await uow.jobs.get(job_id, owner_id=owner_id)
            profile = await uow.profiles.get(profile_id, owner_id=owner_id)
            if not job.description.strip():
                raise JobHasNoDescriptionError
            prep = InterviewPrep(
                user_id=owner_id,
                job_id=job.id,
                profile_id=profile.id,
                profile_version=profile.version,
                job_title=job.title or "",
                company=job.company or "",
                rounds=tuple(read_round(name) for name in rounds),
                created_at=now,
                updated_at=now,
            )
            task = Task(user_id=owner_id, kind=PREP, subject_id=prep.id, run_at=now, created_at=now, updated_at=now)
            await uow.interviews.save(prep)
            await uow.tasks.add(task)
            await uow.commit()
        await self._queue.notify(task.id)
        return prep

    async def get(self, prep_id: UUID, *, owner_id: UUID) -> InterviewPrep:
        """Return the preparation."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.interviews.get(prep_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[InterviewPrep]:
        """Return a page of the owner's preparations."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.interviews.page(owner_id, request, **equals)

    async def delete(self, prep_id: UUID, *, owner_id: UUID) -> None:
        """Delete the preparation with its answers; work on it ends."""
        async with self._unit_of_work() as uow:
            await uow.interviews.get(prep_id, owner_id=owner_id, lock=True)
            await uow.tasks.cancel(prep_id)
            for answer in await uow.interview_answers.of_prep(prep_id):
                await uow.tasks.cancel(answer.id)
            await uow.interviews.delete(prep_id, owner_id=owner_id)
            await uow.commit()

    async def answer(
        self, prep_id: UUID, question_id: str, answer: str, *, by_llm: bool = False, owner_id: UUID
    ) -> InterviewAnswer:
        """Take an answer and return the feedback on it, compared with the try before.

        Raise as `InterviewPrep.question`; with `by_llm`, which has it worded in the background, as `check_llm_allowed`
        and `HourlyAllowance` do.
        """
        async with self._unit_of_work(read_only=True) as uow:
            prep = await uow.interviews.get(prep_id, owner_id=owner_id)
            question = prep.question(question_id)
            career = (await uow.profiles.get(prep.profile_id, owner_id=owner_id)).career()
            posting = (await uow.jobs.get(prep.job_id, owner_id=owner_id)).posting()
            denied = await uow.tailoring.denied(prep.profile_id)
            user = await uow.users.get(owner_id) if by_llm else None
        if user is not None:
            check_llm_allowed(configured=self._llm is not None, enabled=user.llm_enabled)
            await self._allowance.count_generation(owner_id)
        ground = Ground(career=career, posting=posting, denied=tuple(denied), today=self._clock().date())
        feedback = await asyncio.to_thread(lambda: assess(question, answer, ground, self._lexicon()))
        task = None
        async with self._unit_of_work() as uow:
            # Two tries at the same moment are numbered one after the other.
            await uow.interviews.get(prep_id, owner_id=owner_id, lock=True)
            tries = await uow.interview_answers.of_prep(prep_id, question_id=question_id)
            before, now = max(tries, key=lambda one: one.attempt, default=None), self._clock()
            made = InterviewAnswer(
                user_id=owner_id,
                prep_id=prep_id,
                question_id=question_id,
                attempt=before.attempt + 1 if before else 1,
                answer=answer,
                score=feedback.score,
                feedback=feedback,
                comparison=compare(before.feedback, feedback) if before else None,
                wording=AnswerWording() if by_llm else None,
                created_at=now,
                updated_at=now,
            )
            await uow.interview_answers.save(made)
            if by_llm:
                task = Task(
                    user_id=owner_id, kind=WORDING, subject_id=made.id, run_at=now, created_at=now, updated_at=now
                )
                await uow.tasks.add(task)
            await uow.commit()
        if task is not None:
            await self._queue.notify(task.id)
        return made

    async def get_answer(self, prep_id: UUID, answer_id: UUID, *, owner_id: UUID) -> InterviewAnswer:
        """Return one answer of the preparation."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.interviews.get(prep_id, owner_id=owner_id)
            found = await uow.interview_answers.get(answer_id, owner_id=owner_id)
        if found.prep_id != prep_id:
            raise NotFoundError("Answer not found")
        return found

    async def answers(
        self, prep_id: UUID, request: PageRequest, *, owner_id: UUID, question_id: str | None = None
    ) -> Page[InterviewAnswer]:
        """Return a page of the preparation's answers (to one question)."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.interviews.get(prep_id, owner_id=owner_id)
            return await uow.interview_answers.page(owner_id, request, prep_id=prep_id, question_id=question_id)

    async def progress(self, prep_id: UUID, *, owner_id: UUID) -> InterviewProgress:
        """Return how far the practice is."""
        async with self._unit_of_work(read_only=True) as uow:
            prep = await uow.interviews.get(prep_id, owner_id=owner_id)
            answers = await uow.interview_answers.of_prep(prep_id)
        return progress_of(prep.questions, attempts_of(answers))

    async def export(
        self, prep_id: UUID, sheet_format: SheetFormat, *, page_size: PageSize, owner_id: UUID
    ) -> InterviewSheet:
        """Return the preparation as a sheet to print; raise `InterviewNotReadyError` or `UnrenderableTextError`."""
        async with self._unit_of_work(read_only=True) as uow:
            prep = await uow.interviews.get(prep_id, owner_id=owner_id)
            prep.check_ready()
            best = best_answers(await uow.interview_answers.of_prep(prep_id))
        sheet = sheet_of(prep.plan, job_title=prep.job_title, company=prep.company, facts=prep.facts, best=best)
        if sheet_format == "markdown":
            data = markdown_of(sheet).encode()
        else:
            title = f"{sheet.name} – {sheet.headline}" if sheet.headline else sheet.name
            data = (await self._pdf.sheet(sheet, title=title, page_size=page_size)).data
        name = name_of(("interview", prep.company, prep.job_title), EXTENSIONS[sheet_format])
        return InterviewSheet(name, CONTENT_TYPES[sheet_format], data)
