"""What goes with a thing that is deleted, and what only forgets it, on the fake, SQLite and PostgreSQL."""

from typing import Any
from uuid import UUID

import pytest

from app.domain.errors import NotFoundError
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import make_application, make_document, make_resume
from tests.contract.owned import OWNED, Ground, prepare, repository


async def kept(unit_of_work: UnitOfWorkFactory, ground: Ground, **entities: Any) -> None:
    """Save each entity in the repository of its name."""
    async with unit_of_work() as uow:
        for name, entity in entities.items():
            await repository(uow, name).save(entity)
        await uow.commit()


async def deleted(unit_of_work: UnitOfWorkFactory, ground: Ground, name: str, entity_id: UUID) -> None:
    async with unit_of_work() as uow:
        await repository(uow, name).delete(entity_id, owner_id=ground.owner)
        await uow.commit()


async def names_of(unit_of_work: UnitOfWorkFactory, name: str, entity: Any, field: str) -> object:
    """Return what the entity names in a field now; `gone` where it is not there."""
    async with unit_of_work(read_only=True) as uow:
        try:
            return getattr(await repository(uow, name).get(entity.id, owner_id=entity.user_id), field)
        except NotFoundError:
            return "gone"


@pytest.mark.parametrize("target", ["job", "profile"])
async def test_a_job_or_profile_goes_with_its_generations_and_documents_stay(
    unit_of_work: UnitOfWorkFactory, target: str
) -> None:
    ground = await prepare(unit_of_work)
    generation = OWNED["generations"](ground)
    document = make_document(
        ground.owner, generation_id=generation.id, job_id=ground.job_id, profile_id=ground.profile_id
    )
    call, analysis = OWNED["llm_calls"](ground), OWNED["analyses"](ground)
    call.generation_id, analysis.profile_id = generation.id, ground.profile_id
    application, resume, session = OWNED["applications"](ground), OWNED["resumes"](ground), OWNED["tailoring"](ground)
    session.job_id = ground.job_id
    await kept(
        unit_of_work, ground, generations=generation, documents=document, llm_calls=call, analyses=analysis,
        applications=application, resumes=resume, tailoring=session,
    )  # fmt: skip
    is_job = target == "job"
    await deleted(unit_of_work, ground, f"{target}s", ground.job_id if is_job else ground.profile_id)
    expected = {
        ("generations", "job_id"): "gone",
        ("documents", "generation_id"): None,
        ("llm_calls", "generation_id"): None,
        ("documents", "job_id"): None if is_job else ground.job_id,
        ("documents", "profile_id"): ground.profile_id if is_job else None,
        ("analyses", "profile_id"): "gone" if is_job else None,
        ("applications", "job_id"): "gone" if is_job else ground.job_id,
        ("resumes", "job_id"): None if is_job else ground.job_id,
        ("tailoring", "job_id"): None if is_job else ground.job_id,
        ("tailoring", "profile_id"): ground.profile_id if is_job else None,
    }
    entities = {
        "generations": generation, "documents": document, "llm_calls": call, "analyses": analysis,
        "applications": application, "resumes": resume, "tailoring": session,
    }  # fmt: skip
    found = {key: await names_of(unit_of_work, key[0], entities[key[0]], key[1]) for key in expected}
    assert found == expected


async def test_an_application_goes_with_all_that_hangs_on_it(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    parts = {name: OWNED[name](ground) for name in OWNED if name.startswith("application_")}
    assert len(parts) == 3
    await kept(unit_of_work, ground, **parts)
    await deleted(unit_of_work, ground, "applications", ground.application_id)
    assert {await names_of(unit_of_work, name, part, "id") for name, part in parts.items()} == {"gone"}
    async with unit_of_work(read_only=True) as uow:
        assert (await uow.jobs.get(ground.job_id, owner_id=ground.owner)).id == ground.job_id


async def test_a_deleted_document_or_resume_is_forgotten_by_what_named_it(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    document, letter = make_document(ground.owner), make_document(ground.owner, document_type="cover_letter")
    resume = make_resume(ground.owner)
    application = make_application(
        ground.owner, ground.job_id, resume_document_id=document.id, cover_letter_document_id=letter.id
    )
    event, analysis, session = (OWNED[name](ground) for name in ("application_events", "analyses", "tailoring"))
    event.document_id = session.document_id = document.id
    analysis.resume_id = session.resume_id = resume.id
    await kept(unit_of_work, ground, documents=document, resumes=resume)
    await kept(
        unit_of_work, ground, documents=letter, applications=application, application_events=event,
        analyses=analysis, tailoring=session,
    )  # fmt: skip
    await deleted(unit_of_work, ground, "documents", document.id)
    await deleted(unit_of_work, ground, "resumes", resume.id)
    for name, entity, field in (
        ("applications", application, "resume_document_id"),
        ("application_events", event, "document_id"),
        ("analyses", analysis, "resume_id"),
        ("tailoring", session, "document_id"),
        ("tailoring", session, "resume_id"),
    ):
        assert await names_of(unit_of_work, name, entity, field) is None, (name, field)
    assert await names_of(unit_of_work, "applications", application, "cover_letter_document_id") == letter.id


async def test_a_generation_made_from_another_outlives_it(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    first, second = OWNED["generations"](ground), OWNED["generations"](ground)
    second.parent_generation_id = first.id
    await kept(unit_of_work, ground, generations=first)
    await kept(unit_of_work, ground, generations=second)
    await deleted(unit_of_work, ground, "generations", first.id)
    assert await names_of(unit_of_work, "generations", second, "parent_generation_id") is None
