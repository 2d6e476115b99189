"""Vectors follow the things they were made of, and jobs are found beside each other."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.indexing import TASK_KIND, Indexer
from app.application.jobs import JobInput, JobService
from app.application.metering import LLMMeter
from app.application.similar_jobs import SimilarJobs, SimilarJobsService
from app.application.tasks import TaskRunner
from app.domain.errors import ForbiddenError, NotFoundError
from app.domain.ids import uuid7
from app.domain.jobs import Job
from app.domain.ports.embeddings import EmbeddingsUnavailableError
from app.domain.ports.job_pages import ExtractionFailedError
from app.domain.resumes import Resume
from app.domain.tasks import Lease
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_career, make_job, make_profile, make_task, make_user
from tests.fakes import (
    FakeEmbedder,
    FakeJobPages,
    FakeTaskQueue,
    FakeTextExtractor,
    FakeUnitOfWorkFactory,
    FakeVectorIndex,
)

BREAD = "You bake bread, rolls and cakes for the six shops of a family business in the old town. Start at four o'clock."


class World:
    """One user, an index, and what brings the one to the other."""

    def __init__(self, **embedder: Any) -> None:
        self.units, self.index = FakeUnitOfWorkFactory(), FakeVectorIndex()
        self.embedder, self.lexical = FakeEmbedder(**embedder), FakeEmbedder(name="lexical", is_instant=True)
        self.now = NOON
        self.owner = uuid7()
        self.indexer = self.make_indexer("one")
        self.similar = SimilarJobsService(self.units, self.index, self.indexer, clock=self.clock)

    def clock(self) -> datetime:
        return self.now

    def make_indexer(self, signature: str) -> Indexer:
        meter = LLMMeter(self.units, max_tokens=1000, clock=self.clock)
        return Indexer(
            self.units, self.index, self.embedder, self.lexical, meter, signature=signature, clock=self.clock
        )

    async def keep(self, *jobs: Job) -> None:
        async with self.units() as uow:
            for job in jobs:
                await uow.jobs.save(job)
            await uow.commit()

    async def find(self, job: Job, *, limit: int = 20, offset: int = 0) -> SimilarJobs:
        return await self.similar.find(job.id, owner_id=self.owner, limit=limit, offset=offset)

    @property
    def queued(self) -> list[UUID]:
        return [task.subject_id for task in self.units.unit.tasks.rows.values() if task.kind == TASK_KIND]


@pytest.fixture
def world() -> World:
    return World()


async def test_everything_a_user_has_is_indexed_with_the_items_of_profiles(world: World) -> None:
    job, profile = make_job(world.owner), make_profile(world.owner)
    resume = Resume(
        user_id=world.owner,
        original_filename="r.txt",
        content_type="text/plain",
        size_bytes=1,
        sha256="0",
        storage_key="k",
        parsed_text="Baker",
        parsed=ParsedResume(career=make_career()),
        created_at=NOON,
        updated_at=NOON,
    )
    async with world.units() as uow:
        await uow.jobs.save(job)
        await uow.resumes.save(resume)
        await uow.profiles.save(profile)
        await uow.commit()
    await world.indexer.run(make_task(world.owner, kind=TASK_KIND), Lease(uuid7(), 1))
    found = {
        (text.kind, text.part)
        for thing in (job.id, resume.id, profile.id)
        for text in await world.index.load(world.owner, thing)
    }
    parts = [item.id for item in profile.experiences] + [item.id for item in profile.projects]
    items = {("profile_item", part) for part in parts}
    assert found == {("job", ""), ("resume", ""), ("profile", ""), *items}
    assert not any("Zoë" in text or "zoe@" in text for text in world.embedder.texts)


async def test_only_what_changed_is_embedded_again(world: World) -> None:
    profile = make_profile(world.owner)
    async with world.units() as uow:
        await uow.profiles.save(profile)
        await uow.commit()
    await world.indexer.catch_up(world.owner)
    world.embedder.texts.clear()
    await world.indexer.catch_up(world.owner)
    assert world.embedder.texts == []
    profile.experiences[0].achievements.append("Planted a tree.")
    removed = profile.projects.pop()
    profile.touch(NOON + timedelta(seconds=1))
    async with world.units() as uow:
        await uow.profiles.save(profile)
        await uow.commit()
    await world.indexer.catch_up(world.owner)
    assert [text.split("\n")[0] for text in world.embedder.texts] == [profile.headline, profile.experiences[0].title]
    assert removed.id not in {text.part for text in await world.index.load(world.owner, profile.id)}


async def test_what_is_deleted_is_forgotten(world: World) -> None:
    gone, kept = make_job(world.owner), make_job(world.owner)
    await world.keep(gone, kept)
    await world.indexer.catch_up(world.owner)
    async with world.units() as uow:
        await uow.jobs.delete(gone.id, owner_id=world.owner)
        await uow.commit()
    await world.indexer.catch_up(world.owner)
    assert set(await world.index.states(world.owner)) == {kept.id}


async def test_a_change_while_its_text_is_embedded_is_not_left_behind(world: World) -> None:
    job = make_job(world.owner, title="Baker")

    class Slow(FakeEmbedder):
        async def embed(self, texts: Any, *, budget: Any) -> Any:
            if len(self.texts) == 0:
                await world.keep(replace(job, title="Miller", updated_at=NOON + timedelta(seconds=1)))
            return await super().embed(texts, budget=budget)

    world.embedder = Slow()
    await world.keep(job)
    await world.make_indexer("one").catch_up(world.owner)
    assert [text.split("\n")[0] for text in world.embedder.texts] == ["Baker", "Miller"]
    assert (await world.index.states(world.owner))[job.id].changed_at == NOON + timedelta(seconds=1)


async def test_another_embedder_makes_all_vectors_anew(world: World) -> None:
    job = make_job(world.owner)
    await world.keep(job)
    await world.indexer.catch_up(world.owner)
    world.embedder = FakeEmbedder(name="better")
    await world.make_indexer("two").catch_up(world.owner)
    assert [text.embedder for text in await world.index.load(world.owner, job.id)] == ["better"]


async def test_all_users_are_queued_once_after_index_or_embedder_changed(world: World) -> None:
    others = [uuid7() for _ in range(3)]
    await world.keep(*(make_job(owner) for owner in others))
    assert [await world.indexer.renew_all() for _ in range(2)] == [3, 0]
    assert sorted(world.queued) == others
    assert await world.make_indexer("two").renew_all() == 3
    assert len(world.queued) == 3


async def test_texts_leave_the_machine_only_for_users_who_allowed_it_and_each_call_is_listed() -> None:
    world = World(name="vendor", host="api.example", provider="openai")
    users = [make_user(llm_enabled=allowed) for allowed in (True, False)]
    jobs = [make_job(user.id) for user in users]
    async with world.units() as uow:
        for user in users:
            await uow.users.save(user)
        await uow.commit()
    await world.keep(*jobs)
    for user in users:
        await world.indexer.catch_up(user.id)
    assert (len(world.embedder.texts), len(world.lexical.texts)) == (1, 1)
    calls = list(world.units.unit.llm_calls.rows.values())
    assert [(call.user_id, call.host, call.purpose, call.data_kinds, call.status) for call in calls] == [
        (users[0].id, "api.example", "embed", ["job posting"], "completed")
    ]
    world.embedder.is_away = True
    await world.keep(make_job(users[0].id))
    with pytest.raises(EmbeddingsUnavailableError):
        await world.indexer.catch_up(users[0].id)
    assert [call.status for call in world.units.unit.llm_calls.rows.values()] == ["completed", "failed"]


async def test_an_instant_embedder_indexes_what_is_asked_for_at_once() -> None:
    world = World(is_instant=True)
    baker = make_job(world.owner, title="Baker", description=BREAD, parsed_keywords=())
    near = make_job(world.owner, title="Bread baker", description=f"{BREAD} Apply.", parsed_keywords=())
    far = make_job(world.owner, title="QQQ", description="xyz xyz qqq jjj", parsed_keywords=())
    await world.keep(baker, near, far, make_job(uuid7(), title="Baker"))
    found = await world.find(baker)
    assert [(job.title, job.is_duplicate) for job in found.items] == [("Bread baker", True), ("QQQ", False)]
    assert found.items[0].similarity > found.items[1].similarity
    assert (found.total, found.pending, found.compared_by) == (2, 0, "letters")
    assert [job.title for job in (await world.find(baker, limit=1, offset=1)).items] == ["QQQ"]
    assert world.queued == []


async def test_a_model_is_never_waited_for(world: World) -> None:
    baker, miller = make_job(world.owner, title="Baker"), make_job(world.owner, title="Miller")
    await world.keep(baker, miller)
    first = await world.find(baker)
    assert (list(first.items), first.total, first.pending, world.embedder.texts) == ([], 0, 2, [])
    await world.find(baker)
    assert world.queued == [world.owner]
    world.now = NOON + timedelta(seconds=2)
    runner = TaskRunner(
        world.units, {TASK_KIND: world.indexer.run}, {TASK_KIND: world.indexer.on_parked}, owner="w", clock=world.clock
    )
    assert await runner.run_until_idle() == 1
    second = await world.find(baker)
    assert ([job.title for job in second.items], second.total, second.pending) == (["Miller"], 1, 0)


async def test_another_users_job_is_not_compared(world: World) -> None:
    theirs = make_job(uuid7())
    await world.keep(theirs)
    with pytest.raises(ForbiddenError):
        await world.find(theirs)
    with pytest.raises(NotFoundError):
        await world.find(make_job(world.owner))


async def test_a_posting_that_was_changed_a_little_names_the_older_one(world: World) -> None:
    first = make_job(world.owner, description=BREAD, content_hash="1", created_at=NOON)
    again = make_job(world.owner, description=f"{BREAD} Apply now!", content_hash="2")
    other = make_job(world.owner, description="Drive the van from shop to shop.", content_hash="3")
    await world.keep(first, again, other)
    await world.indexer.catch_up(world.owner)
    async with world.units(read_only=True) as uow:
        found = [await uow.jobs.find_duplicate(job) for job in (first, again, other)]
    assert found == [None, first.id, None]
    again.description, again.updated_at = "Something else entirely, in other words.", NOON + timedelta(seconds=1)
    await world.keep(again)
    await world.indexer.catch_up(world.owner)
    async with world.units(read_only=True) as uow:
        assert await uow.jobs.find_duplicate(again) is None


def jobs_of(world: World) -> JobService:
    nothing = FakeJobPages(ExtractionFailedError("Nothing there"))
    return JobService(world.units, nothing, FakeTextExtractor(), lexicon, FakeTaskQueue(), clock=world.clock)


async def test_saving_and_deleting_a_job_queue_the_work_once(world: World) -> None:
    service = jobs_of(world)
    given = JobInput(source="manual", raw_text=BREAD, manual={})
    job = await service.create(given, owner_id=world.owner)
    await service.create(given, owner_id=world.owner)
    assert world.queued == [world.owner]
    world.units.unit.tasks.rows.clear()
    await service.delete(job.id, owner_id=world.owner)
    assert world.queued == [world.owner]


async def test_erasing_takes_everything_of_the_user_and_nothing_else(world: World) -> None:
    other = uuid7()
    await world.keep(make_job(world.owner), make_job(other))
    for owner in (world.owner, other):
        await world.indexer.catch_up(owner)
    await world.indexer.erase(world.owner)
    assert (len(await world.index.states(world.owner)), len(await world.index.states(other))) == (0, 1)
