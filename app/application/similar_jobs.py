"""Which of a user's jobs are alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from app.application.indexing import Indexer, queue_indexing
from app.domain.jobs import JobListing, SimilarJob
from app.domain.ports.vectors import IVectorIndex, Neighbour
from app.domain.unit_of_work import UnitOfWorkFactory

_WHILE_ASKED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarJobs:
    """The nearest of a user's jobs. `compared_by` made the vectors; `pending` jobs are not compared yet."""

    items: Sequence[SimilarJob]
    total: int
    limit: int
    offset: int
    compared_by: str
    pending: int


class SimilarJobsService:
    """Use cases of jobs beside each other."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        index: IVectorIndex,
        indexer: Indexer,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._index = index
        self._indexer = indexer
        self._clock = clock

    async def find(self, job_id: UUID, *, owner_id: UUID, limit: int, offset: int) -> SimilarJobs:
        """Return the owner's other jobs, the most similar first; raise `UnavailableError` while the index is away.

        What is not indexed yet is indexed first where that takes no time, else in the background.
        """
        async with self._unit_of_work(read_only=True) as uow:
            await uow.jobs.get(job_id, owner_id=owner_id)
        embedder = await self._indexer.embedder_for(owner_id)
        standing = await self._indexer.standing(owner_id)
        if standing.outdated and embedder.is_instant:
            await self._indexer.catch_up(owner_id, at_most=_WHILE_ASKED)
            standing = await self._indexer.standing(owner_id)
        pending = standing.jobs(standing.outdated)
        if pending:
            async with self._unit_of_work() as uow:
                await queue_indexing(uow, owner_id, self._clock())
                await uow.commit()
        own = [text for text in await self._index.load(owner_id, job_id) if text.embedder == embedder.name]
        near: list[Neighbour] = []
        if own:
            vector, wanted = own[0].vector, offset + limit + 1
            near = await self._index.nearest(owner_id, vector, kind="job", embedder=embedder.name, limit=wanted)
        others = [one for one in near if one.thing_id != job_id][offset : offset + limit]
        return SimilarJobs(
            items=await self._jobs(job_id, others, owner_id),
            total=len(set(standing.jobs(standing.things)) - {*pending, job_id}) if own else 0,
            limit=limit,
            offset=offset,
            compared_by=embedder.name,
            pending=len(pending),
        )

    async def _jobs(self, job_id: UUID, near: Sequence[Neighbour], owner_id: UUID) -> list[SimilarJob]:
        async with self._unit_of_work(read_only=True) as uow:
            found = await uow.jobs.listings([one.thing_id for one in near], owner_id=owner_id)
            same = await uow.jobs.near_duplicates(job_id)
        return [
            SimilarJob(
                **{f.name: getattr(found[one.thing_id], f.name) for f in fields(JobListing)},
                similarity=round(one.similarity, 4),
                is_duplicate=one.thing_id in same,
            )
            for one in near
            if one.thing_id in found
        ]
