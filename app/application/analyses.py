"""Analyses: a resume against a posting at once, and the analysis of a saved job in the background."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.pipeline import Pipeline
from app.domain.analyses import Analysis, NoProfileError
from app.domain.errors import JobWiseError, NotFoundError, UnavailableError, UnprocessableError
from app.domain.jobs import Job, JobHasNoDescriptionError
from app.domain.ports.queue import ITaskQueue
from app.domain.resumes import Resume, ResumeHasNoTextError
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.ats.report import AtsReport, CandidateLevel
from app.domain.text.career import Career
from app.domain.text.job import parse_posting
from app.domain.text.match.quick import QuickAnalysis
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.resume import parse_resume
from app.domain.text.skills import Lexicon
from app.domain.text.source import plain_source
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

TASK_KIND = "analysis"


@dataclass(frozen=True, slots=True)
class Sides:
    """What to compare: a kept resume, its text or a profile with a kept job or its text; exactly one of each is given.

    `candidate_level` and `target_stack` are the terms of the ATS score.
    """

    resume_id: UUID | None = None
    resume_text: str | None = None
    job_id: UUID | None = None
    job_description: str | None = None
    profile_id: UUID | None = None
    candidate_level: CandidateLevel = "experienced"
    target_stack: tuple[str, ...] = ()


class AnalysisService:
    """Use cases of analyses. A job has at most one, the latest that was asked for."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pipeline: Pipeline,
        queue: ITaskQueue,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._queue = queue
        self._lexicon = lexicon
        self._clock = clock

    async def compare(self, sides: Sides, *, owner_id: UUID) -> tuple[QuickAnalysis, AtsReport]:
        """Analyse at once; nothing is kept but the resume's `last_analyzed`.

        Raise `ResumeHasNoTextError` or `JobHasNoDescriptionError` where there is nothing to compare.
        """
        async with self._unit_of_work(read_only=True) as uow:
            resume = await uow.resumes.get(sides.resume_id, owner_id=owner_id) if sides.resume_id else None
            profile = await uow.profiles.get(sides.profile_id, owner_id=owner_id) if sides.profile_id else None
            job = await uow.jobs.get(sides.job_id, owner_id=owner_id) if sides.job_id else None
            denied = await uow.tailoring.denied(profile.id) if profile else []
        if profile is not None:
            career = profile.career()
        else:
            career = _career_of(resume) if resume else await self._read_resume(sides.resume_text or "")
        posting = _posting_of(job) if job else await self._read_posting(sides.job_description or "")
        _, ats, quick = await self._pipeline.analyses(
            career,
            posting,
            candidate_level=sides.candidate_level,
            target_stack=sides.target_stack,
            today=self._clock().date(),
            denied=denied,
        )
        if resume is not None:
            async with self._unit_of_work() as uow:
                current = await uow.resumes.get(resume.id, owner_id=owner_id, lock=True)
                current.last_analyzed = self._clock()
                await uow.resumes.save(current)
                await uow.commit()
        return quick, ats

    async def match_jobs(
        self, job_ids: Sequence[UUID], *, profile_id: UUID | None, owner_id: UUID
    ) -> tuple[UUID, dict[UUID, MatchReport | None]]:
        """Return the profile and its match with each job, `None` where a job has no text; nothing is kept.

        Without `profile_id` it is the active profile. Raise `NoProfileError`, or what refuses a profile or a job.
        """
        async with self._unit_of_work(read_only=True) as uow:
            profile = await uow.profiles.get(await _profile_id(uow, profile_id, owner_id), owner_id=owner_id)
            jobs = await uow.jobs.get_many(job_ids, owner_id=owner_id)
        told = [job for job in jobs if job.description.strip()]
        reports = await self._pipeline.matches(
            profile.career(), [job.posting() for job in told], today=self._clock().date()
        )
        by_job = dict(zip((job.id for job in told), reports, strict=True))
        return profile.id, {job.id: by_job.get(job.id) for job in jobs}

    async def start(
        self,
        job_id: UUID,
        *,
        resume_id: UUID | None,
        profile_id: UUID | None,
        candidate_level: CandidateLevel,
        target_stack: list[str],
        owner_id: UUID,
    ) -> Analysis:
        """Accept an analysis in place of the job's earlier one; without resume and profile the active profile is used.

        Raise `JobHasNoDescriptionError`, `ResumeHasNoTextError` or `NoProfileError`.
        """
        now = self._clock()
        async with self._unit_of_work() as uow:
            _posting_of(await uow.jobs.get(job_id, owner_id=owner_id, lock=True))
            if resume_id is not None:
                _career_of(await uow.resumes.get(resume_id, owner_id=owner_id))
            else:
                profile_id = await _profile_id(uow, profile_id, owner_id)
            analysis = Analysis(
                user_id=owner_id,
                job_id=job_id,
                resume_id=resume_id,
                profile_id=profile_id,
                status="processing",
                candidate_level=candidate_level,
                target_stack=target_stack,
                created_at=now,
                updated_at=now,
            )
            earlier = await uow.analyses.find_for_job(job_id, owner_id=owner_id)
            if earlier is not None:
                # Whoever works on it loses the task, and with it the right to write a result.
                await uow.tasks.cancel(earlier.id)
                await uow.analyses.delete(earlier.id, owner_id=owner_id)
            task = Task(
                user_id=owner_id, kind=TASK_KIND, subject_id=analysis.id, run_at=now, created_at=now, updated_at=now
            )
            await uow.analyses.save(analysis)
            await uow.tasks.add(task)
            await uow.commit()
        await self._queue.notify(task.id)
        return analysis

    async def find(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        """Return the job's analysis, if one was asked for."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.jobs.get(job_id, owner_id=owner_id)
            return await uow.analyses.find_for_job(job_id, owner_id=owner_id)

    async def _read_resume(self, text: str) -> Career:
        if not text.strip():
            raise ResumeHasNoTextError
        parsed = await asyncio.to_thread(lambda: parse_resume(plain_source(text), self._lexicon()))
        return parsed.career

    async def _read_posting(self, text: str) -> Posting:
        if not text.strip():
            raise JobHasNoDescriptionError
        return await asyncio.to_thread(lambda: parse_posting(text, self._lexicon()))


class AnalysisRunner:
    """The handler of analysis tasks. A result is written under the task's fence, so a replaced one is never written."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, pipeline: Pipeline, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Analyse for `task.subject_id`; raise to be tried again."""
        async with self._unit_of_work(read_only=True) as uow:
            analysis = await uow.analyses.get(task.subject_id, owner_id=task.user_id)
            job = await uow.jobs.get(analysis.job_id, owner_id=task.user_id)
        if analysis.has_ended:
            return
        try:
            report = await self._analyze(analysis, job)
        except (LeaseLostError, UnavailableError):
            raise
        except JobWiseError as error:
            message = error.message
            await self._write(task, lease, lambda current: current.fail(message, self._clock()))
            return
        await self._write(task, lease, lambda current: current.complete(report, self._clock()))

    async def on_parked(self, task: Task, error: str) -> None:
        """End the analysis whose last attempt failed."""
        async with self._unit_of_work() as uow:
            try:
                analysis = await uow.analyses.get(task.subject_id, owner_id=task.user_id, lock=True)
            except NotFoundError:
                return
            if analysis.has_ended:
                return
            analysis.fail("This could not be analysed after several attempts; try again", self._clock())
            await uow.analyses.save(analysis)
            await uow.commit()

    async def _analyze(self, analysis: Analysis, job: Job) -> AtsReport:
        career = await self._career(analysis)
        async with self._unit_of_work(read_only=True) as uow:
            denied = await uow.tailoring.denied(analysis.profile_id) if analysis.profile_id else []
        _, ats, _ = await self._pipeline.analyses(
            career,
            _posting_of(job),
            candidate_level=analysis.candidate_level,
            target_stack=tuple(analysis.target_stack),
            today=analysis.created_at.date(),
            denied=denied,
        )
        return ats

    async def _career(self, analysis: Analysis) -> Career:
        async with self._unit_of_work(read_only=True) as uow:
            if analysis.resume_id is not None:
                return _career_of(await uow.resumes.get(analysis.resume_id, owner_id=analysis.user_id))
            if analysis.profile_id is not None:
                return (await uow.profiles.get(analysis.profile_id, owner_id=analysis.user_id)).career()
        raise UnprocessableError("The resume or profile was deleted before it could be analysed")

    async def _write(self, task: Task, lease: Lease, change: Callable[[Analysis], None]) -> None:
        async with self._unit_of_work() as uow:
            await uow.tasks.guard(lease)
            analysis = await uow.analyses.get(task.subject_id, owner_id=task.user_id, lock=True)
            change(analysis)
            await uow.analyses.save(analysis)
            await uow.commit()


async def _profile_id(uow: IUnitOfWork, profile_id: UUID | None, owner_id: UUID) -> UUID:
    if profile_id is not None:
        return (await uow.profiles.get(profile_id, owner_id=owner_id)).id
    active = await uow.profiles.find_active(owner_id)
    if active is None:
        raise NoProfileError
    return active.id


def _career_of(resume: Resume) -> Career:
    if resume.status != "parsed":
        raise ResumeHasNoTextError("No text could be read from this resume; upload one with real text")
    return resume.parsed.career


def _posting_of(job: Job) -> Posting:
    if not job.description.strip():
        raise JobHasNoDescriptionError
    return job.posting()
