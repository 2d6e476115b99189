"""Keeps the vectors of resumes, profiles and jobs as the things are."""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from app.application.metering import LLMMeter
from app.domain.errors import NotFoundError
from app.domain.jobs import Job
from app.domain.ports.embeddings import IEmbedder, Vector
from app.domain.ports.llm import LLMBudget
from app.domain.ports.vectors import IndexedState, IndexedText, IVectorIndex, VectorKind
from app.domain.tasks import Lease, Task
from app.domain.text.gist import career_gist, item_gists, posting_gist
from app.domain.text.likeness import is_same_posting
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory
from app.domain.vectors import Indexable, IndexableKind

logger = logging.getLogger(__name__)
TASK_KIND = "indexing"
# Many changes in a row are one piece of work.
_DELAY = timedelta(seconds=1)
_LONGEST = 20_000
_MOST_TOKENS = 10_000_000
_NEIGHBOURS = 8
_DATA_KINDS: dict[VectorKind, str] = {
    "job": "job posting",
    "resume": "resume",
    "profile": "summary",
    "profile_item": "work and projects",
}


async def queue_indexing(uow: IUnitOfWork, owner_id: UUID, now: datetime) -> None:
    """Queue the work of bringing the owner's vectors up to date, in the transaction that changes or deletes a thing."""
    run_at = now + _DELAY
    task = Task(user_id=owner_id, kind=TASK_KIND, subject_id=owner_id, run_at=run_at, created_at=now, updated_at=now)
    await uow.tasks.add_once(task)


@dataclass(frozen=True, slots=True)
class _Text:
    kind: VectorKind
    part: str
    text: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a user there is to index; `outdated` has vectors that are missing, older, or another embedder's."""

    things: Mapping[UUID, Indexable]
    outdated: Sequence[UUID]

    def jobs(self, keys: Iterable[UUID]) -> list[UUID]:
        """Return those of the keys that are jobs."""
        return [key for key in keys if key in self.things and self.things[key].kind == "job"]


class Indexer:
    """The handler of indexing tasks: what it finds changed, new or gone is what it does, whoever asked for it.

    `embedder` is the configured one. One that sends texts away is for users who allowed that (`llm_enabled`); `lexical`
    is for the others.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        index: IVectorIndex,
        embedder: IEmbedder,
        lexical: IEmbedder,
        meter: LLMMeter,
        *,
        signature: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._index = index
        self._embedder = embedder
        self._lexical = lexical
        self._meter = meter
        self._signature = signature
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Bring the vectors of `task.user_id` up to date."""
        await self.catch_up(task.user_id)

    async def on_parked(self, task: Task, error: str) -> None:
        """Leave it at that: what is not indexed is compared less well, and the next change asks again."""
        logger.warning("the vectors of user %s are not up to date: %s", task.user_id, error)

    async def embedder_for(self, owner_id: UUID) -> IEmbedder:
        """Return what makes this user's vectors."""
        if not self._embedder.host:
            return self._embedder
        return self._embedder if await self._meter.allows(owner_id) else self._lexical

    async def standing(self, owner_id: UUID) -> Standing:
        """Return what of the owner there is to index, and what of that is not indexed as it is now."""
        return (await self._compare(owner_id, await self.embedder_for(owner_id)))[0]

    async def catch_up(self, owner_id: UUID, *, at_most: int | None = None) -> None:
        """Index what is outdated, `at_most` so many things, and forget what is gone.

        It looks again after its last write, so that of two that work at once neither leaves the older state behind.
        """
        embedder = await self.embedder_for(owner_id)
        done: set[tuple[UUID, datetime]] = set()
        while at_most is None or len(done) < at_most:
            standing, gone = await self._compare(owner_id, embedder)
            if gone:
                await self._index.replace(owner_id, dict.fromkeys(gone, ()))
            outdated = [(key, standing.things[key]) for key in standing.outdated]
            # What has no text to index stays outdated; once is enough.
            todo = [(key, thing) for key, thing in outdated if (key, thing.changed_at) not in done]
            if not todo:
                return
            for key, thing in todo if at_most is None else todo[: at_most - len(done)]:
                await self._index_one(owner_id, key, thing, embedder)
                done.add((key, thing.changed_at))

    async def erase(self, owner_id: UUID) -> None:
        """Forget all of a user; raise `UnavailableError`."""
        await self._index.erase(owner_id)

    async def renew_all(self) -> int:
        """Queue every user's indexing once after index or embedder were changed; return how many users that were."""
        async with self._unit_of_work(read_only=True) as uow:
            if await uow.indexables.signature() == self._signature:
                return 0
        return await self.reindex()

    async def reindex(self) -> int:
        """Queue every user's indexing; return how many users there are."""
        count, last, now = 0, None, self._clock()
        while True:
            async with self._unit_of_work() as uow:
                owners = await uow.indexables.owners(after=last, limit=500)
                for owner_id in owners:
                    await queue_indexing(uow, owner_id, now)
                if not owners:
                    await uow.indexables.set_signature(self._signature)
                await uow.commit()
            if not owners:
                return count
            count, last = count + len(owners), owners[-1]

    async def _compare(self, owner_id: UUID, embedder: IEmbedder) -> tuple[Standing, set[UUID]]:
        states = await self._index.states(owner_id)
        async with self._unit_of_work(read_only=True) as uow:
            things = await uow.indexables.of_owner(owner_id)
        outdated = [
            key for key, thing in things.items() if states.get(key) != IndexedState(thing.changed_at, embedder.name)
        ]
        return Standing(things, outdated), states.keys() - things.keys()

    async def _index_one(self, owner_id: UUID, key: UUID, thing: Indexable, embedder: IEmbedder) -> None:
        try:
            job, texts = await self._read(owner_id, key, thing.kind)
        except NotFoundError:
            return
        kept = {
            (text.kind, text.part, text.text_hash): text.vector
            for text in await self._index.load(owner_id, key)
            if text.embedder == embedder.name
        }
        fresh = [text for text in texts if (text.kind, text.part, text.hash) not in kept]
        kept |= {
            (text.kind, text.part, text.hash): vector
            for text, vector in zip(fresh, await self._embed(owner_id, fresh, embedder), strict=True)
        }
        entries = [
            IndexedText(
                kind=text.kind,
                part=text.part,
                text_hash=text.hash,
                changed_at=thing.changed_at,
                embedder=embedder.name,
                vector=kept[text.kind, text.part, text.hash],
            )
            for text in texts
        ]
        await self._index.replace(owner_id, {key: entries})
        if job is not None and entries:
            await self._compare_postings(job, entries[0])

    async def _read(self, owner_id: UUID, key: UUID, kind: IndexableKind) -> tuple[Job | None, list[_Text]]:
        async with self._unit_of_work(read_only=True) as uow:
            if kind == "job":
                job = await uow.jobs.get(key, owner_id=owner_id)
                return job, _texts(_Text("job", "", posting_gist(job.posting())))
            if kind == "resume":
                resume = await uow.resumes.get(key, owner_id=owner_id)
                return None, _texts(_Text("resume", "", career_gist(resume.parsed.career) or resume.parsed_text))
            career = (await uow.profiles.get(key, owner_id=owner_id)).career()
        items = (_Text("profile_item", part, text) for part, text in item_gists(career))
        return None, _texts(_Text("profile", "", career_gist(career)), *items)

    async def _embed(self, owner_id: UUID, texts: Sequence[_Text], embedder: IEmbedder) -> list[Vector]:
        if not texts:
            return []
        budget = LLMBudget(calls_left=len(texts), tokens_left=_MOST_TOKENS)
        try:
            return await embedder.embed([text.text for text in texts], budget=budget)
        finally:
            kinds = dict.fromkeys(_DATA_KINDS[text.kind] for text in texts)
            await self._meter.record(budget, embedder, owner_id=owner_id, data_kinds=kinds)

    async def _compare_postings(self, job: Job, entry: IndexedText) -> None:
        near = await self._index.nearest(
            job.user_id, entry.vector, kind="job", embedder=entry.embedder, limit=_NEIGHBOURS + 1
        )
        pairs = []
        for neighbour in near:
            if neighbour.thing_id == job.id:
                continue
            try:
                async with self._unit_of_work(read_only=True) as uow:
                    other = await uow.jobs.get(neighbour.thing_id, owner_id=job.user_id)
            except NotFoundError:
                continue
            if await asyncio.to_thread(is_same_posting, job.posting(), other.posting()):
                older, newer = sorted((job, other), key=lambda one: (one.created_at, one.id))
                pairs.append((newer.id, older.id))
        async with self._unit_of_work() as uow:
            await uow.jobs.set_near_duplicates(job.id, pairs)
            await uow.commit()


def _texts(*texts: _Text) -> list[_Text]:
    return [replace(text, text=text.text[:_LONGEST]) for text in texts if text.text.strip()]
