"""What the repository of tailoring sessions promises."""

from uuid import UUID

import pytest

from app.domain.errors import ConflictError
from app.domain.ids import uuid7
from app.domain.tailoring import Step, TailoringSession, ToldFact
from app.domain.text.questions import Question
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_profile, make_user


async def prepared(unit_of_work: UnitOfWorkFactory) -> tuple[UUID, UUID]:
    user = make_user()
    profile = make_profile(user.id)
    async with unit_of_work() as uow:
        await uow.users.save(user)
        await uow.profiles.save(profile)
        await uow.commit()
    return user.id, profile.id


async def test_a_session_comes_back_whole_with_its_messages(unit_of_work: UnitOfWorkFactory) -> None:
    owner_id, profile_id = await prepared(unit_of_work)
    session = TailoringSession(
        user_id=owner_id,
        profile_id=profile_id,
        job_text="Nurse",
        status="waiting_for_input",
        open_questions=[
            Question(id="skill:Kafka", kind="skill", subject="Kafka", question="?", reason="!", choices=("Yes", "No"))
        ],
        facts=[ToldFact(question_id="skill:Go", text="Go", told_at=NOON)],
        instructions=("shorter",),
        steps=[Step(version_number=1, instructions=(), template="classic")],
        created_at=NOON,
        updated_at=NOON,
    )
    said = [session.message("chat_message", NOON, role="user", message="Zoë", lines=[1, 2]) for _ in range(3)]
    async with unit_of_work() as uow:
        await uow.tailoring.save(session)
        for message in said:
            await uow.tailoring.add_message(message)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.tailoring.get(session.id, owner_id=owner_id) == session
        assert await uow.tailoring.messages(session.id) == said
        assert await uow.tailoring.messages(session.id, after=2) == said[2:]
        assert await uow.tailoring.messages(uuid7()) == []
        with pytest.raises(ConflictError):
            await uow.tailoring.add_message(said[0])


async def test_a_denied_skill_is_kept_once_for_its_profile(unit_of_work: UnitOfWorkFactory) -> None:
    owner_id, profile_id = await prepared(unit_of_work)
    async with unit_of_work() as uow:
        for skill in ("Kafka", "Go", "Kafka"):
            await uow.tailoring.deny(profile_id, skill, user_id=owner_id)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.tailoring.denied(profile_id) == ["Go", "Kafka"]
        assert await uow.tailoring.denied(uuid7()) == []


async def test_a_denial_that_is_taken_back_is_gone_for_its_profile_alone(unit_of_work: UnitOfWorkFactory) -> None:
    owner_id, profile_id = await prepared(unit_of_work)
    other = make_profile(owner_id)
    async with unit_of_work() as uow:
        await uow.profiles.save(other)
        for skill in ("Élan", "Go"):
            await uow.tailoring.deny(profile_id, skill, user_id=owner_id)
            await uow.tailoring.deny(other.id, skill, user_id=owner_id)
        await uow.tailoring.take_back_denials(profile_id, ["éLAN", "never said"])
        await uow.tailoring.take_back_denials(profile_id, [])
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.tailoring.denied(profile_id) == ["Go"]
        assert await uow.tailoring.denied(other.id) == ["Go", "Élan"]
