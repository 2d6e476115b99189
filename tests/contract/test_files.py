"""What rows say about files is the same on the fake, SQLite and PostgreSQL."""

from app.domain.documents import DocumentVersion
from app.domain.ids import uuid7
from app.domain.ports.storage import KeptFile
from app.domain.unit_of_work import UnitOfWorkFactory
from tests.builders import make_document, make_resume
from tests.contract.owned import prepare
from tests.contract.test_documents import make_export


async def test_the_files_of_resumes_and_exports_are_counted_once_each(unit_of_work: UnitOfWorkFactory) -> None:
    ground = await prepare(unit_of_work)
    document = make_document(ground.owner)
    resume = make_resume(ground.owner, storage_key="users/1/resumes/1", size_bytes=10, sha256="1" * 64)
    async with unit_of_work() as uow:
        await uow.resumes.save(resume)
        await uow.documents.save(document)
        await uow.documents.add_version(DocumentVersion.of(document, note="generated"))
        for size in ("a4", "letter"):
            # A text has no pages: both exports name the same file.
            await uow.documents.save_export(make_export(document, page_size=size, storage_key="users/1/documents/1"))
        await uow.commit()
    async with unit_of_work(read_only=True) as uow:
        assert await uow.files.of_owners([ground.owner]) == [
            KeptFile(storage_key="users/1/documents/1", size_bytes=3, sha256="0" * 64),
            KeptFile(storage_key="users/1/resumes/1", size_bytes=10, sha256="1" * 64),
        ]
        assert await uow.files.use(ground.owner) == (2, 13)
        assert await uow.files.of_owners([uuid7()]) == []
        assert await uow.files.use(uuid7()) == (0, 0)
        first = await uow.files.owners(after=None, limit=1)
        second = await uow.files.owners(after=first[0], limit=1)
        assert [*first, *second] == sorted([ground.owner, ground.stranger])
        assert await uow.files.owners(after=second[0], limit=1) == []
