"""The repositories of jobs and of what was analysed about them."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from uuid import UUID

from app.domain.analyses import Analysis
from app.domain.errors import ConflictError
from app.domain.jobs import Job, JobFilter, JobListing
from app.domain.pagination import Page, PageRequest
from tests.fakes.base import FakeOwnedRepository


class FakeJobRepository(FakeOwnedRepository[Job]):
    def __init__(self, noun: str, sortable: Iterable[str]) -> None:
        super().__init__(noun, sortable)
        self.near: dict[UUID, UUID] = {}

    async def save(self, entity: Job) -> None:
        await super().save(replace(entity, duplicate_of=None))

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        found = FakeJobRepository(self._noun, self._sortable)
        found.rows = {key: row for key, row in self.rows.items() if self._fits(row, wanted)}
        equals = {name: getattr(wanted, name) for name in ("status", "source", "remote")}
        page = await found.page(owner_id, request, **equals)
        names = [f.name for f in fields(JobListing)]
        items = [JobListing(**{name: getattr(job, name) for name in names}) for job in page.items]
        return Page(items, page.total, page.limit, page.offset)

    async def get_marked(self, job_id: UUID, *, owner_id: UUID) -> Job:
        job = await self.get(job_id, owner_id=owner_id)
        return replace(job, duplicate_of=await self.find_duplicate(job))

    async def get_many(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> list[Job]:
        return [await self.get(job_id, owner_id=owner_id) for job_id in dict.fromkeys(job_ids)]

    async def find_duplicate(self, job: Job) -> UUID | None:
        same = [
            row
            for row in self.rows.values()
            if row.user_id == job.user_id and row.content_hash == job.content_hash and row.id != job.id
        ]
        if not job.description.strip():
            return None
        return min(same, key=lambda row: (row.created_at, row.id)).id if same else self._near().get(job.id)

    async def set_near_duplicates(self, job_id: UUID, pairs: Iterable[tuple[UUID, UUID]]) -> None:
        self.near = {key: other for key, other in self._near().items() if job_id not in (key, other)}
        for newer, older in pairs:
            self.near[newer] = min(older, self.near.get(newer, older))

    async def near_duplicates(self, job_id: UUID) -> set[UUID]:
        oldest = self._near().get(job_id, job_id)
        alike = {key for key, other in self._near().items() if other == oldest}
        return {oldest, *alike} - {job_id} if alike else set()

    async def listings(self, job_ids: Iterable[UUID], *, owner_id: UUID) -> dict[UUID, JobListing]:
        found = [self.rows[key] for key in job_ids if key in self.rows and self.rows[key].user_id == owner_id]
        names = [f.name for f in fields(JobListing)]
        return {job.id: JobListing(**{name: getattr(job, name) for name in names}) for job in found}

    def _near(self) -> dict[UUID, UUID]:
        return {key: other for key, other in self.near.items() if {key, other} <= self.rows.keys()}

    async def find_saved(
        self, owner_id: UUID, *, urls: Sequence[str], content_hashes: Sequence[str]
    ) -> dict[str, UUID]:
        found: dict[str, UUID] = {}
        for job in sorted(self.rows.values(), key=lambda row: (row.created_at, row.id)):
            if job.user_id == owner_id:
                if job.job_url is not None and job.job_url in urls:
                    found.setdefault(job.job_url, job.id)
                if job.content_hash in content_hashes:
                    found.setdefault(job.content_hash, job.id)
        return found

    async def expire(self, *, before: date, now: datetime) -> int:
        due = [row for row in self.rows.values() if row.status == "active" and row.application_deadline is not None]
        due = [row for row in due if str(row.application_deadline) < before.isoformat()]
        for row in due:
            row.status, row.updated_at = "expired", now
        return len(due)

    @staticmethod
    def _fits(job: Job, wanted: JobFilter) -> bool:
        if wanted.company is not None and (job.company or "").lower() != wanted.company.strip().lower():
            return False
        if not (wanted.q and wanted.q.strip()):
            return True
        text = " ".join(filter(None, (job.title, job.company, job.location, job.description)))
        words = set("".join(c if c.isalnum() else " " for c in text.lower()).split())
        *whole, last = wanted.words() or ("", "")
        return bool(last) and words.issuperset(whole) and any(word.startswith(last) for word in words)


class FakeAnalysisRepository(FakeOwnedRepository[Analysis]):
    async def save(self, entity: Analysis) -> None:
        if any(row.job_id == entity.job_id and row.id != entity.id for row in self.rows.values()):
            raise ConflictError
        await super().save(entity)

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        return self._find(job_id=job_id, user_id=owner_id)
