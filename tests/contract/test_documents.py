"""Documents, their versions and exports keep the same promises on the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from app.domain.documents import MOST_WORDS, Document, DocumentExport, DocumentVersion, ReadBackResult
from app.domain.errors import ForbiddenError, NotFoundError, VersionConflictError
from app.domain.generations import GenerationFeedback
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import NOON, make_content, make_document, make_generation, make_job
from tests.contract.owned import Ground, prepare


def make_export(document: Document, **overrides: Any) -> DocumentExport:
    values: dict[str, Any] = {
        "version_number": 1, "format": "pdf", "template": "classic", "page_size": "a4", "storage_key": "a.pdf",
        "size_bytes": 3, "sha256": "0" * 64, "page_count": 1, "readback": ReadBackResult(ok=False, problems=("ö",)),
        "created_at": NOON,
    }  # fmt: skip
    return DocumentExport(document_id=document.id, user_id=document.user_id, **{**values, **overrides})


async def with_versions(unit_of_work: UnitOfWorkFactory) -> tuple[Ground, Document]:
    """Keep a document with two versions."""
    ground = await prepare(unit_of_work)
    document = make_document(ground.owner)
    async with unit_of_work() as uow:
        await uow.documents.save(document)
        await uow.documents.add_version(DocumentVersion.of(document, note="generated"))
        document.take_edit(make_content("Backend engineer."), "Backend engineer.")
        await uow.documents.save(document)
        await uow.documents.add_version(DocumentVersion.of(document, note="edited"))
        await uow.commit()
    return ground, document


async def find(unit_of_work: UnitOfWorkFactory, document: Document, **overrides: Any) -> DocumentExport | None:
    values = {"export_format": "pdf", "template": "classic", "page_size": "a4", **overrides}
    async with unit_of_work(read_only=True) as uow:
        return await uow.documents.find_export(document.id, 1, **values)


async def test_documents_are_found_by_title_and_by_job(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    job = make_job(ground.owner, title="Platform Engineer", company="Åkerö & Söner", content_hash="p" * 64)
    made = [
        make_document(ground.owner, title="My résumé, 100 % mine", job_id=job.id),
        make_document(ground.owner, title="LETTER to somebody", document_type="cover_letter"),
        make_document(ground.owner, title="Letter – Platform Lead", document_type="cover_letter"),
    ]
    async with unit_of_work() as uow:
        await uow.jobs.save(job)
        for document in made:
            await uow.documents.save(document)
        await uow.commit()

    async def found(q: str, owner: UUID = ground.owner, **equals: Any) -> list[int]:
        async with unit_of_work(read_only=True) as uow:
            page = await uow.documents.search(owner, PageRequest(sort="title"), q=q, **equals)
        ids = [document.id for document in made]
        assert page.total == len(page.items)
        return sorted(ids.index(document.id) for document in page.items)

    assert await found("platform") == [0, 2]
    assert await found("ÅKERÖ mine") == [0]
    assert await found("letter") == [1, 2]
    assert await found("lead letter") == [2]
    assert await found("platform", document_type="cover_letter") == [2]
    assert await found("platform", job_id=job.id) == [0]
    assert await found("%") == [0]
    assert await found("_") == await found("platform nobody") == await found("mine", ground.stranger) == []
    # Of more words than it looks for, the first ones count.
    assert await found("lead " * MOST_WORDS + "nobody") == [2]
    async with unit_of_work(read_only=True) as uow:
        second = await uow.documents.search(ground.owner, PageRequest(limit=1, offset=1, sort="title"), q="letter")
    assert (len(second.items), second.total) == (1, 2)


async def test_every_version_is_kept_newest_first_and_never_overwritten(unit_of_work: UnitOfWorkFactory) -> None:
    ground, document = await with_versions(unit_of_work)
    async with unit_of_work() as uow:
        page = await uow.documents.page_versions(document.id, PageRequest(), owner_id=ground.owner)
        assert ([one.note for one in page.items], page.total) == (["edited", "generated"], 2)
        second = await uow.documents.page_versions(document.id, PageRequest(limit=1, offset=1), owner_id=ground.owner)
        assert ([one.version_number for one in second.items], second.total) == ([1], 2)
        first = await uow.documents.get_version(document.id, 1, owner_id=ground.owner)
        assert first == page.items[1]
        assert first.content == make_content()
        with pytest.raises(NotFoundError):
            await uow.documents.get_version(document.id, 3, owner_id=ground.owner)
        for refused in (
            uow.documents.get_version(document.id, 1, owner_id=ground.stranger),
            uow.documents.page_versions(document.id, PageRequest(), owner_id=ground.stranger),
        ):
            with pytest.raises(ForbiddenError):
                await refused
        with pytest.raises(VersionConflictError):
            await uow.documents.add_version(first)


async def test_an_export_is_found_by_what_it_shows_and_replaced(unit_of_work: UnitOfWorkFactory) -> None:
    ground, document = await with_versions(unit_of_work)
    first, letter = make_export(document), make_export(document, page_size="letter", storage_key="b.pdf")
    again = replace(first, storage_key="c.pdf", readback=ReadBackResult(ok=True))
    async with unit_of_work() as uow:
        for export in (first, letter, again):
            await uow.documents.save_export(export)
        await uow.commit()
    assert await find(unit_of_work, document) == again
    assert await find(unit_of_work, document, page_size="letter") == letter
    for other in ({"export_format": "docx"}, {"template": "modern"}):
        assert await find(unit_of_work, document, **other) is None
    async with unit_of_work() as uow:
        assert await uow.documents.storage_keys(document.id) == ["b.pdf", "c.pdf"]
        await uow.documents.delete(document.id, owner_id=ground.owner)
        assert await uow.documents.storage_keys(document.id) == []
        await uow.commit()
    assert await find(unit_of_work, document) is None


async def generation_of(unit_of_work: UnitOfWorkFactory, ground: Ground) -> UUID:
    generation = make_generation(ground.owner, profile_id=ground.profile_id, job_id=ground.job_id)
    async with unit_of_work() as uow:
        await uow.generations.save(generation)
        await uow.commit()
    return generation.id


async def test_a_generation_makes_one_document(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    generation_id = await generation_of(unit_of_work, ground)
    document = make_document(ground.owner, generation_id=generation_id)
    async with unit_of_work() as uow:
        assert await uow.documents.find_for_generation(generation_id) is None
        await uow.documents.save(document)
        await uow.commit()
    async with unit_of_work() as uow:
        assert await uow.documents.find_for_generation(generation_id) == document
        with pytest.raises(VersionConflictError):
            await uow.documents.save(make_document(ground.owner, generation_id=generation_id))


async def test_a_generation_has_the_latest_feedback_and_its_artifacts_until_it_is_deleted(
    unit_of_work: UnitOfWorkFactory,
) -> None:
    ground = await prepare(unit_of_work)
    generation_id = await generation_of(unit_of_work, ground)
    first, second = (
        GenerationFeedback(
            user_id=ground.owner, generation_id=generation_id, rating=rating, comment="ö", accepted=accepted,
            created_at=NOON, updated_at=NOON,
        )
        for rating, accepted in ((2, None), (5, True))
    )  # fmt: skip
    async with unit_of_work() as uow:
        assert await uow.generations.find_feedback(generation_id) is None
        with pytest.raises(NotFoundError):
            await uow.generations.get_artifacts(generation_id)
        await uow.generations.save_feedback(first)
        await uow.generations.save_feedback(second)
        await uow.commit()
    async with unit_of_work() as uow:
        found = await uow.generations.find_feedback(generation_id)
        assert found is not None
        assert (found.rating, found.accepted, found.comment) == (5, True, "ö")
        await uow.generations.delete(generation_id, owner_id=ground.owner)
        assert await uow.generations.find_feedback(generation_id) is None
        with pytest.raises(NotFoundError):
            await uow.generations.get(uuid7(), owner_id=ground.owner)
