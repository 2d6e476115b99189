"""Documents: reading, editing, comparing and exporting them."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from app.application.exporting import EXTENSIONS, DocumentExporter, Exported
from app.domain.documents import Document, DocumentExport, DocumentVersion, ExportFormat
from app.domain.pagination import Page, PageRequest
from app.domain.ports.storage import IFileStorage
from app.domain.text.render.rendered import PageSize
from app.domain.unit_of_work import UnitOfWorkFactory


class DocumentService:
    """Use cases of documents."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        exporter: DocumentExporter,
        storage: IFileStorage,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._exporter = exporter
        self._storage = storage
        self._clock = clock

    async def get(self, document_id: UUID, *, owner_id: UUID) -> Document:
        """Return the document at its latest version."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.get(document_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[Document]:
        """Return a page of the owner's documents."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.page(owner_id, request, **equals)

    async def versions(self, document_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[DocumentVersion]:
        """Return a page of the document's versions, newest first."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.page_versions(document_id, request, owner_id=owner_id)

    async def delete(self, document_id: UUID, *, owner_id: UUID) -> None:
        """Delete the document with its versions and files."""
        async with self._unit_of_work() as uow:
            await uow.documents.get(document_id, owner_id=owner_id, lock=True)
            keys = await uow.documents.storage_keys(document_id)
            await uow.documents.delete(document_id, owner_id=owner_id)
            await uow.commit()
        for key in keys:
            await self._storage.delete(key)

    async def export(
        self,
        document_id: UUID,
        export_format: ExportFormat,
        *,
        template: str | None,
        page_size: PageSize | None,
        owner_id: UUID,
    ) -> tuple[Document, DocumentExport]:
        """Return the export of the latest version, made and read back now unless it is kept already."""
        document = await self.get(document_id, owner_id=owner_id)
        template = template or document.template
        size: PageSize = page_size or ("letter" if document.parameters.get("page_size") == "letter" else "a4")
        async with self._unit_of_work(read_only=True) as uow:
            kept = await uow.documents.find_export(
                document.id, document.version_number, export_format=export_format, template=template, page_size=size
            )
        if kept is not None:
            return document, kept
        made = await self._exporter.export(document.content, export_format, template=template, page_size=size)
        export = self._export(document, export_format, template, size, made)
        await self._storage.put(export.storage_key, made.data)
        async with self._unit_of_work() as uow:
            await uow.documents.get(document_id, owner_id=owner_id, lock=True)
            await uow.documents.save_export(export)
            await uow.commit()
        return document, export

    async def download(
        self,
        document_id: UUID,
        export_format: ExportFormat,
        *,
        template: str | None,
        page_size: PageSize | None,
        owner_id: UUID,
    ) -> tuple[str, bytes]:
        """Return the file's name and bytes, exporting first where that was not done."""
        document, export = await self.export(
            document_id, export_format, template=template, page_size=page_size, owner_id=owner_id
        )
        data = await self._storage.get(export.storage_key)
        return f"{document.file_stem}.{EXTENSIONS[export_format]}", data

    def _export(
        self, document: Document, export_format: ExportFormat, template: str, page_size: PageSize, made: Exported
    ) -> DocumentExport:
        digest = hashlib.sha256(made.data).hexdigest()
        folder = f"users/{document.user_id}/documents/{document.id}/{document.version_number}"
        return DocumentExport(
            document_id=document.id,
            user_id=document.user_id,
            version_number=document.version_number,
            format=export_format,
            template=template,
            page_size=page_size,
            storage_key=f"{folder}/{digest}.{EXTENSIONS[export_format]}",
            size_bytes=len(made.data),
            sha256=digest,
            page_count=made.page_count,
            readback=made.readback,
            created_at=self._clock(),
        )
