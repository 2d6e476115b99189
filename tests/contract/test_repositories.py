"""Every repository keeps the same promises on the fake, SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from app.domain.analyses import Analysis
from app.domain.auth import EmailTakenError
from app.domain.errors import ConflictError, ForbiddenError, NotFoundError, ValidationError
from app.domain.generations import GenerationArtifacts
from app.domain.ids import uuid7
from app.domain.llm import LLMSpending, LLMUse
from app.domain.pagination import PageRequest
from app.domain.profiles import ProfileVersion
from app.domain.tasks import SUSPECT_WAITS, Lease, LeaseLostError, TaskCounts, TaskStatus, Turn
from app.domain.text.document import Reason
from app.domain.text.rewrite import Draft, Order, Refusal, Wording
from app.domain.unit_of_work import UnitOfWorkFactory
from app.domain.vectors import Indexable
from tests.builders import NOON, make_generation, make_job, make_llm_call, make_profile, make_task, make_user


async def new_user(unit_of_work: UnitOfWorkFactory) -> UUID:
    user = make_user()
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.commit()
    return user.id


async def test_what_is_not_committed_is_rolled_back(unit_of_work: UnitOfWorkFactory) -> None:
    user = make_user()
    async with unit_of_work() as uow:
        await uow.users.save(user)
    async with unit_of_work() as uow:
        with pytest.raises(NotFoundError):
            await uow.users.get(user.id)


async def test_an_address_is_taken_once(unit_of_work: UnitOfWorkFactory) -> None:
    async with unit_of_work() as uow:
        await uow.users.save(make_user(email="jo@example.org"))
        await uow.commit()
    async with unit_of_work() as uow:
        with pytest.raises(EmailTakenError):
            await uow.users.save(make_user(email="jo@example.org"))


async def test_a_job_comes_back_as_it_was_saved(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    job = make_job(owner)
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.jobs.get(job.id, owner_id=owner) == job


async def test_a_profile_comes_back_with_its_components_in_order(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    profile = make_profile(owner)
    async with unit_of_work() as uow:
        await uow.profiles.save(profile)
        await uow.commit()
    profile.skills.reverse()
    del profile.experiences[1]
    async with unit_of_work() as uow:
        await uow.profiles.save(profile)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.profiles.get(profile.id, owner_id=owner) == profile


async def test_another_users_job_is_forbidden_and_a_missing_one_not_found(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    job = make_job(owner)
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.commit()
    async with unit_of_work() as uow:
        with pytest.raises(ForbiddenError):
            await uow.jobs.get(job.id, owner_id=stranger)
        with pytest.raises(ForbiddenError):
            await uow.jobs.delete(job.id, owner_id=stranger)
        with pytest.raises(NotFoundError):
            await uow.jobs.get(uuid7(), owner_id=owner)
        stolen = make_job(stranger, id=job.id, title="Stolen")
        await uow.jobs.save(stolen)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert (await uow.jobs.get(job.id, owner_id=owner)).title == "Backend Engineer"


async def test_pages_are_sorted_filtered_and_counted(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    async with unit_of_work() as uow:
        for index in range(7):
            at = NOON + timedelta(minutes=index)
            company = "Acme" if index % 2 else "Globex"
            await uow.jobs.save(make_job(owner, title=f"Job {index}", company=company, created_at=at))
        await uow.jobs.save(make_job(stranger))
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        newest = await uow.jobs.page(owner, PageRequest(limit=3))
        assert ([job.title for job in newest.items], newest.total) == (["Job 6", "Job 5", "Job 4"], 7)
        oldest = await uow.jobs.page(owner, PageRequest(limit=3, offset=5, sort="created_at"))
        assert ([job.title for job in oldest.items], oldest.total) == (["Job 5", "Job 6"], 7)
        acme = await uow.jobs.page(owner, PageRequest(sort="title"), company="Acme", source=None)
        assert [job.title for job in acme.items] == ["Job 1", "Job 3", "Job 5"]
        beyond = await uow.jobs.page(owner, PageRequest(offset=50))
        assert (beyond.items, beyond.total) == ([], 7)
        with pytest.raises(ValidationError):
            await uow.jobs.page(owner, PageRequest(sort="password_hash"))


async def test_only_one_profile_is_active(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    first, second = make_profile(owner, is_active=True), make_profile(owner)
    async with unit_of_work() as uow:
        await uow.profiles.save(first)
        await uow.profiles.save(second)
        await uow.commit()
    async with unit_of_work() as uow:
        with pytest.raises(ConflictError):
            await uow.profiles.save(make_profile(owner, is_active=True))
    async with unit_of_work() as uow:
        await uow.profiles.deactivate_others(second.id, owner_id=owner)
        second.is_active = True
        await uow.profiles.save(second)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        active = await uow.profiles.find_active(owner)
        assert active is not None
        assert active.id == second.id


async def test_profile_versions_are_kept_and_never_overwritten(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    profile = make_profile(owner)
    async with unit_of_work() as uow:
        await uow.profiles.save(profile)
        await uow.profiles.add_version(ProfileVersion.of(profile))
        profile.headline = "Staff engineer"
        profile.touch(NOON)
        await uow.profiles.save(profile)
        await uow.profiles.add_version(ProfileVersion.of(profile))
        await uow.commit()
    async with unit_of_work() as uow:
        page = await uow.profiles.page_versions(profile.id, PageRequest(), owner_id=owner)
        assert ([version.version for version in page.items], page.total) == ([2, 1], 2)
        first = await uow.profiles.get_version(profile.id, 1, owner_id=owner)
        assert first.career.headline == "Backend engineer"
        with pytest.raises(NotFoundError):
            await uow.profiles.get_version(profile.id, 3, owner_id=owner)
        with pytest.raises(ConflictError):
            await uow.profiles.add_version(ProfileVersion.of(profile))


async def test_a_job_has_at_most_one_analysis(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger = await new_user(unit_of_work), await new_user(unit_of_work)
    job = make_job(owner)
    analysis = Analysis(
        user_id=owner, job_id=job.id, target_stack=["Python"], ats_score=50, created_at=NOON, updated_at=NOON
    )
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        assert await uow.analyses.find_for_job(job.id, owner_id=owner) is None
        await uow.analyses.save(analysis)
        await uow.commit()
    second = Analysis(user_id=owner, job_id=job.id, created_at=NOON, updated_at=NOON)
    async with unit_of_work() as uow:
        assert await uow.analyses.find_for_job(job.id, owner_id=owner) == analysis
        assert await uow.analyses.find_for_job(job.id, owner_id=stranger) is None
        with pytest.raises(ConflictError):
            await uow.analyses.save(second)
    async with unit_of_work() as uow:
        await uow.analyses.delete(analysis.id, owner_id=owner)
        await uow.analyses.save(second)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.analyses.find_for_job(job.id, owner_id=owner) == second


async def test_a_task_is_claimed_once_and_again_after_its_lease(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    task, lease = make_task(owner), timedelta(seconds=10)
    async with unit_of_work() as uow:
        await uow.tasks.add(task)
        first = await uow.tasks.claim(owner="a", now=NOON, lease=lease, kinds=("generation",))
        second = await uow.tasks.claim(owner="b", now=NOON, lease=lease, kinds=("generation",))
        await uow.commit()
    assert first is not None
    assert (first.id, first.fence, first.attempts, second) == (task.id, 1, 1, None)
    later = NOON + timedelta(seconds=11)
    async with unit_of_work() as uow:
        again = await uow.tasks.claim(owner="b", now=later, lease=lease, kinds=("generation",))
        await uow.commit()
    assert again is not None
    assert (again.id, again.fence, again.attempts) == (task.id, 2, 2)
    async with unit_of_work() as uow:
        for late in (uow.tasks.guard, lambda held: uow.tasks.finish(held, status="done")):
            with pytest.raises(LeaseLostError):
                await late(Lease(task.id, 1))
        await uow.tasks.guard(Lease(task.id, 2))
        await uow.tasks.finish(Lease(task.id, 2), status="done")
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.tasks.depth(now=later + timedelta(days=1)) == (0, 0.0)


async def test_a_task_given_back_is_due_again_at_its_time_and_a_parked_one_never(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    owner = await new_user(unit_of_work)
    task, length = make_task(owner), timedelta(seconds=10)
    soon, later = NOON + timedelta(seconds=30), NOON + timedelta(days=1)

    async def claim(now: datetime, *kinds: str) -> Lease | None:
        async with unit_of_work() as uow:
            found = await uow.tasks.claim(owner="a", now=now, lease=length, kinds=kinds or ("generation",))
            await uow.commit()
        return Lease(found.id, found.fence) if found else None

    async with unit_of_work() as uow:
        await uow.tasks.add(task)
        await uow.commit()
    assert await claim(NOON, "analysis") is None
    first = await claim(NOON)
    assert first is not None
    async with unit_of_work() as uow:
        await uow.tasks.renew(first, until=NOON + timedelta(minutes=5))
        await uow.commit()
    assert await claim(NOON + length) is None
    async with unit_of_work() as uow:
        await uow.tasks.finish(first, status="queued", error="no luck", run_at=soon)
        assert await uow.tasks.depth(now=NOON) == (0, 0.0)
        assert await uow.tasks.depth(now=soon + timedelta(seconds=2)) == (1, 2.0)
        await uow.commit()
    assert await claim(NOON) is None
    second = await claim(soon)
    assert second == Lease(task.id, 2)
    async with unit_of_work() as uow:
        with pytest.raises(LeaseLostError):
            await uow.tasks.renew(first, until=later)
        await uow.tasks.finish(second, status="parked", error="no luck")
        await uow.commit()
    assert await claim(later) is None
    async with unit_of_work() as uow:
        await uow.tasks.cancel(task.subject_id)
        assert await uow.tasks.depth(now=later) == (0, 0.0)


async def test_work_that_waits_already_is_not_queued_again(unit_of_work: UnitOfWorkFactory) -> None:
    owner, lease = await new_user(unit_of_work), timedelta(seconds=10)
    first = make_task(owner, kind="indexing", subject_id=owner)
    async with unit_of_work() as uow:
        await uow.tasks.add_once(first)
        await uow.tasks.add_once(make_task(owner, kind="indexing", subject_id=owner))
        await uow.tasks.add_once(make_task(owner, kind="generation", subject_id=owner))
        assert (await uow.tasks.depth(now=NOON))[0] == 2
        claimed = await uow.tasks.claim(owner="a", now=NOON, lease=lease, kinds=("indexing",))
        assert claimed is not None
        assert claimed.id == first.id
        # What changes while it runs may come too late for it.
        await uow.tasks.add_once(make_task(owner, kind="indexing", subject_id=owner))
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert (await uow.tasks.depth(now=NOON))[0] == 2


async def test_what_can_be_indexed_is_named_with_its_last_change(unit_of_work: UnitOfWorkFactory) -> None:
    owner, stranger, idle = [await new_user(unit_of_work) for _ in range(3)]
    job, profile = make_job(owner, updated_at=NOON + timedelta(seconds=1)), make_profile(owner)
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        await uow.jobs.save(make_job(owner, description=""))
        await uow.jobs.save(make_job(stranger))
        await uow.profiles.save(profile)
        await uow.indexables.set_signature("a")
        await uow.indexables.set_signature("b")
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.indexables.of_owner(owner) == {
            job.id: Indexable("job", job.updated_at),
            profile.id: Indexable("profile", NOON),
        }
        assert await uow.indexables.of_owner(idle) == {}
        assert await uow.indexables.owners(after=None, limit=10) == sorted([owner, stranger])
        assert await uow.indexables.owners(after=None, limit=1) == [min(owner, stranger)]
        assert await uow.indexables.owners(after=min(owner, stranger), limit=10) == [max(owner, stranger)]
        assert await uow.indexables.signature() == "b"


async def test_work_is_counted_by_what_became_of_it_and_forgotten_in_time(unit_of_work: UnitOfWorkFactory) -> None:
    owner, lease = await new_user(unit_of_work), timedelta(seconds=10)
    ended = [make_task(owner, kind=kind) for kind in ("done", "parked", "parked later")]
    async with unit_of_work() as uow:
        assert await uow.tasks.counts(now=NOON) == TaskCounts(
            due=0, oldest_seconds=0.0, running=0, parked=0, last_parked=""
        )
        for minute, task in enumerate(ended):
            await uow.tasks.add(task)
            now = NOON + timedelta(minutes=minute)
            claimed = await uow.tasks.claim(owner="a", now=now, lease=lease, kinds=(task.kind,))
            assert claimed is not None
            status: TaskStatus = "done" if task.kind == "done" else "parked"
            await uow.tasks.finish(Lease(claimed.id, claimed.fence), status=status, error=f"of {task.kind}")
        await uow.tasks.add(make_task(owner, kind="running"))
        await uow.tasks.add(make_task(owner, kind="due"))
        later = NOON + timedelta(minutes=3)
        await uow.tasks.claim(owner="a", now=later, lease=lease, kinds=("running",))
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.tasks.counts(now=later) == TaskCounts(
            due=1, oldest_seconds=180.0, running=1, parked=2, last_parked="of parked later"
        )
        assert await uow.tasks.depth(now=later, kinds=("running", "none")) == (0, 0.0)
        assert await uow.tasks.depth(now=later, kinds=("due",)) == (1, 180.0)
        limit = NOON + timedelta(minutes=2)
        assert await uow.tasks.purge(done_before=NOON, parked_before=NOON) == 0
        assert await uow.tasks.purge(done_before=limit, parked_before=limit) == 2
        assert (await uow.tasks.counts(now=later)).parked == 1


async def test_a_turn_is_one_instances_until_it_is_given_back_or_runs_out(unit_of_work: UnitOfWorkFactory) -> None:
    minute = timedelta(minutes=1)
    async with unit_of_work() as uow:
        turn = await uow.schedules.claim("tides", now=NOON, until=NOON + minute)
        assert turn == Turn("tides", NOON + minute)
        assert await uow.schedules.claim("tides", now=NOON, until=NOON + minute) is None
        assert await uow.schedules.claim("waves", now=NOON, until=NOON + minute) == Turn("waves", NOON + minute)
        again = await uow.schedules.claim("tides", now=NOON + minute, until=NOON + 2 * minute)
        assert again is not None
        await uow.schedules.finish(turn, next_at=NOON)
        assert await uow.schedules.claim("tides", now=NOON + minute, until=NOON + 9 * minute) is None
        await uow.schedules.finish(again, next_at=NOON + 3 * minute)
        await uow.commit()
    async with unit_of_work() as uow:
        for now, expected in ((NOON + 2 * minute, None), (NOON + 3 * minute, Turn("tides", NOON + 4 * minute))):
            assert await uow.schedules.claim("tides", now=now, until=NOON + 4 * minute) == expected


async def test_users_take_turns(unit_of_work: UnitOfWorkFactory) -> None:
    busy, quiet = await new_user(unit_of_work), await new_user(unit_of_work)
    async with unit_of_work() as uow:
        for _ in range(3):
            await uow.tasks.add(make_task(busy))
        await uow.tasks.add(make_task(quiet, run_at=NOON + timedelta(seconds=1)))
        now = NOON + timedelta(seconds=2)
        order = [
            await uow.tasks.claim(owner="a", now=now, lease=timedelta(seconds=10), kinds=("generation",))
            for _ in range(3)
        ]
        await uow.commit()
    assert [task.user_id for task in order if task] == [busy, quiet, busy]


async def test_what_lost_its_worker_goes_before_new_work_unless_it_loses_each(unit_of_work: UnitOfWorkFactory) -> None:
    owner, lease = await new_user(unit_of_work), timedelta(seconds=1)
    unlucky = make_task(owner, max_attempts=2)
    order = []
    async with unit_of_work() as uow:
        await uow.tasks.add(unlucky)
        for second in range(0, 10, 2):
            now = NOON + timedelta(seconds=second)
            claimed = await uow.tasks.claim(owner="a", now=now, lease=lease, kinds=("generation",))
            assert claimed is not None
            order.append(claimed.id == unlucky.id)
            if claimed.id != unlucky.id:
                await uow.tasks.finish(Lease(claimed.id, claimed.fence), status="done")
            await uow.tasks.add(make_task(owner, run_at=now))
        await uow.commit()
        later = NOON + timedelta(seconds=5) + SUSPECT_WAITS
        claimed = await uow.tasks.claim(owner="a", now=later, lease=lease, kinds=("generation",))
        assert claimed is not None
    assert order == [True, True, True, False, False]
    assert claimed.id == unlucky.id


async def test_cancelled_work_is_lost_to_its_holder(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    task = make_task(owner)
    async with unit_of_work() as uow:
        await uow.tasks.add(task)
        await uow.tasks.claim(owner="a", now=NOON, lease=timedelta(seconds=10), kinds=("generation",))
        await uow.tasks.cancel(task.subject_id)
        with pytest.raises(LeaseLostError):
            await uow.tasks.guard(Lease(task.id, 1))


async def test_deleting_a_user_takes_all_they_own(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    async with unit_of_work() as uow:
        await uow.jobs.save(make_job(owner))
        await uow.profiles.save(make_profile(owner))
        await uow.commit()
    async with unit_of_work() as uow:
        await uow.users.delete(owner)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert (await uow.jobs.page(owner, PageRequest())).total == 0
        assert (await uow.profiles.page(owner, PageRequest())).total == 0


async def test_the_ledger_adds_up_what_a_generation_took(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    profile, job = make_profile(owner), make_job(owner)
    generation = make_generation(owner, profile_id=profile.id, job_id=job.id)
    calls = [make_llm_call(owner, generation_id=generation.id, input_tokens=100 * n, output_tokens=n) for n in (1, 2)]
    async with unit_of_work() as uow:
        await uow.profiles.save(profile)
        await uow.jobs.save(job)
        await uow.generations.save(generation)
        for call in [*calls, make_llm_call(owner)]:
            await uow.llm_calls.save(call)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.llm_calls.spent(generation.id) == LLMSpending(calls=2, tokens=303)
        assert await uow.llm_calls.spent(uuid7()) == LLMSpending(calls=0, tokens=0)
        found = await uow.llm_calls.page(owner, PageRequest(), generation_id=generation.id)
        assert sorted(found.items, key=lambda call: call.id) == calls


async def test_what_all_accounts_worked_on_lately_is_told_by_when_it_was_begun(unit_of_work: UnitOfWorkFactory) -> None:
    earlier = datetime.now(UTC)
    await asyncio.sleep(0.002)
    owners = [await new_user(unit_of_work) for _ in range(2)]
    made = []
    for owner in owners:
        profile, job = make_profile(owner), make_job(owner)
        generation = make_generation(owner, profile_id=profile.id, job_id=job.id)
        generation.start_stage("analyze_job", NOON)
        generation.finish_stage("analyze_job", NOON, "read")
        made.append(generation)
        async with unit_of_work() as uow:
            await uow.profiles.save(profile)
            await uow.jobs.save(job)
            await uow.generations.save(generation)
            for status, tokens in (("completed", 10), ("completed", 5), ("failed", 1)):
                call = make_llm_call(owner, provider="p", status=status, input_tokens=tokens, output_tokens=1)
                await uow.llm_calls.save(call)
            await uow.commit()
    later = datetime.now(UTC) + timedelta(seconds=10)
    async with unit_of_work(read_only=True) as uow:
        assert await uow.llm_calls.use_since(earlier) == [
            LLMUse(provider="p", status="completed", calls=4, input_tokens=30, output_tokens=4),
            LLMUse(provider="p", status="failed", calls=2, input_tokens=2, output_tokens=2),
        ]
        newest_first = [generation.stages for generation in reversed(made)]
        assert await uow.generations.stages_since(earlier, limit=10) == newest_first
        assert await uow.generations.stages_since(earlier, limit=1) == newest_first[:1]
        assert (await uow.llm_calls.use_since(later), await uow.generations.stages_since(later, limit=9)) == ([], [])


async def test_a_generations_draft_comes_back_as_it_was_kept(unit_of_work: UnitOfWorkFactory) -> None:
    owner = await new_user(unit_of_work)
    profile, job = make_profile(owner), make_job(owner)
    generation = make_generation(owner, profile_id=profile.id, job_id=job.id)
    draft = Draft(
        prompt_version="rewrite-1",
        provider="openai",
        host="api.openai.com",
        model="m-1",
        wordings=[Wording("b1", ("s1", "s2"), "Reworded", ("f1",))],
        order=[Order("b2", ("s4", "s3"))],
        repairs=[],
        accepted=1,
        refused=[Refusal("Invented", ("s3",), (Reason("number", (0, 3), "why"),))],
    )
    artifacts = GenerationArtifacts(
        generation_id=generation.id, career=profile.career(), posting=job.posting(), draft=draft
    )
    async with unit_of_work() as uow:
        await uow.profiles.save(profile)
        await uow.jobs.save(job)
        await uow.generations.save(generation)
        await uow.generations.save_artifacts(artifacts)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.generations.get_artifacts(generation.id) == artifacts
