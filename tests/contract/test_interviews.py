"""Interview preparations and answers keep the same promises on the fake, SQLite and PostgreSQL."""

from datetime import timedelta
from uuid import UUID

import pytest

from app.domain.errors import ConflictError, ForbiddenError, NotFoundError
from app.domain.ids import uuid7
from app.domain.interviews import AnswerWording, InterviewAnswer, InterviewPrep
from app.domain.jobs import Job
from app.domain.pagination import PageRequest
from app.domain.profiles import Profile
from app.domain.text.interview.attempts import Comparison
from app.domain.text.interview.feedback import Ground, assess
from app.domain.text.interview.plan import Sources, plan_interview
from app.domain.text.interview.rewording import RewordedSentence
from app.domain.text.interview.rounds import read_round
from app.domain.text.skills import lexicon
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_job, make_profile, make_user


async def prepared(unit_of_work: UnitOfWorkFactory) -> tuple[UUID, Job, Profile]:
    user = make_user()
    job, profile = make_job(user.id), make_profile(user.id)
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.jobs.save(job)
        await uow.profiles.save(profile)
        await uow.commit()
    return user.id, job, profile


def make_prep(owner_id: UUID, job: Job, profile: Profile) -> InterviewPrep:
    prep = InterviewPrep(
        user_id=owner_id,
        job_id=job.id,
        profile_id=profile.id,
        job_title="Backend Engineer",
        company="Acme",
        rounds=(read_round("Phone screen"),),
        created_at=NOON,
        updated_at=NOON,
    )
    sources = Sources(career=profile.career(), posting=job.posting(), today=NOON.date())
    prep.complete(plan_interview(sources, lexicon()), {f"{profile.id}:headline": "Zoë"}, NOON)
    return prep


def make_answer(
    prep: InterviewPrep, profile: Profile, job: Job, attempt: int, question_id: str = "q1"
) -> InterviewAnswer:
    said = "At Fjord Pay I cut the p99 from 900 ms to 140 ms, and basically I led 12 people."
    ground = Ground(career=profile.career(), posting=job.posting(), today=NOON.date())
    feedback = assess(prep.question(question_id), said, ground, lexicon())
    at = NOON + timedelta(minutes=attempt)
    return InterviewAnswer(
        user_id=prep.user_id,
        prep_id=prep.id,
        question_id=question_id,
        attempt=attempt,
        answer=said,
        score=feedback.score,
        feedback=feedback,
        comparison=Comparison(3, ("The result is there now.",), ()) if attempt > 1 else None,
        wording=AnswerWording(
            status="completed", sentences=(RewordedSentence("I cut it.", ("f",)),), refused=("x",), model="m-1"
        )
        if attempt > 1
        else None,
        created_at=at,
        updated_at=at,
    )


async def test_a_preparation_comes_back_as_it_was_saved(unit_of_work: UnitOfWorkFactory) -> None:
    owner, job, profile = await prepared(unit_of_work)
    prep = make_prep(owner, job, profile)
    async with unit_of_work() as uow:
        await uow.interviews.save(prep)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.interviews.get(prep.id, owner_id=owner) == prep
        found = await uow.interviews.page(owner, PageRequest(), job_id=job.id, status="completed")
        assert (found.items, found.total) == ([prep], 1)
        assert (await uow.interviews.page(owner, PageRequest(), profile_id=uuid7())).total == 0
        with pytest.raises(ForbiddenError):
            await uow.interviews.get(prep.id, owner_id=uuid7())


async def test_answers_are_numbered_once_and_come_back_in_order(unit_of_work: UnitOfWorkFactory) -> None:
    owner, job, profile = await prepared(unit_of_work)
    prep = make_prep(owner, job, profile)
    first, second = (make_answer(prep, profile, job, attempt) for attempt in (1, 2))
    other = make_answer(prep, profile, job, 1, "q2")
    async with unit_of_work() as uow:
        await uow.interviews.save(prep)
        for answer in (second, other, first):
            await uow.interview_answers.save(answer)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.interview_answers.of_prep(prep.id, question_id="q1") == [first, second]
        assert {one.id for one in await uow.interview_answers.of_prep(prep.id)} == {first.id, second.id, other.id}
        assert await uow.interview_answers.of_prep(uuid7()) == []
        assert await uow.interview_answers.get(second.id, owner_id=owner) == second
        page = await uow.interview_answers.page(owner, PageRequest(limit=1), prep_id=prep.id, question_id="q1")
        assert ([one.id for one in page.items], page.total) == ([second.id], 2)
        with pytest.raises(ConflictError):
            await uow.interview_answers.save(make_answer(prep, profile, job, 2))


@pytest.mark.parametrize("gone", ["prep", "job", "profile", "user"])
async def test_a_preparation_goes_with_what_it_is_about(unit_of_work: UnitOfWorkFactory, gone: str) -> None:
    owner, job, profile = await prepared(unit_of_work)
    prep = make_prep(owner, job, profile)
    answer = make_answer(prep, profile, job, 1)
    async with unit_of_work() as uow:
        await uow.interviews.save(prep)
        await uow.interview_answers.save(answer)
        await uow.commit()
    async with unit_of_work() as uow:
        if gone == "prep":
            await uow.interviews.delete(prep.id, owner_id=owner)
        elif gone == "job":
            await uow.jobs.delete(job.id, owner_id=owner)
        elif gone == "profile":
            await uow.profiles.delete(profile.id, owner_id=owner)
        else:
            await uow.users.delete(owner)
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.interview_answers.of_prep(prep.id) == []
        with pytest.raises(NotFoundError):
            await uow.interviews.get(prep.id, owner_id=owner)
        with pytest.raises(NotFoundError):
            await uow.interview_answers.get(answer.id, owner_id=owner)
