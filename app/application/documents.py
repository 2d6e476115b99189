"""Documents: reading, editing and exporting them."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.exporting import CONTENT_TYPES, EXTENSIONS, DocumentExporter, Exported
from app.application.pipeline import Pipeline
from app.application.storage_quota import StorageQuota
from app.domain.documents import Document, DocumentExport, DocumentVersion, ExportFormat
from app.domain.errors import ConflictError, StorageFullError, VersionConflictError
from app.domain.files import StorageQuotaExceededError
from app.domain.pagination import Page, PageRequest
from app.domain.ports.storage import IFileStorage
from app.domain.text.career import Career
from app.domain.text.document import Content, sentences
from app.domain.text.posting import Posting
from app.domain.text.render.rendered import PagePicture, PageSize
from app.domain.text.render.text import render_text
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEdit:
    """What a user changes of a document; `None` leaves it as it is. `note` names the new version."""

    title: str | None = None
    template: str | None = None
    content: Content | None = None
    page_size: PageSize | None = None
    note: str = ""


class DocumentService:
    """Use cases of documents."""

    # methods: reading, editing and exporting share the ways to a document's facts.

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        exporter: DocumentExporter,
        pipeline: Pipeline,
        storage: IFileStorage,
        quota: StorageQuota,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._exporter = exporter
        self._pipeline = pipeline
        self._storage = storage
        self._quota = quota
        self._clock = clock

    async def get(self, document_id: UUID, *, owner_id: UUID) -> Document:
        """Return the document at its latest version."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.get(document_id, owner_id=owner_id)

    async def page(
        self, owner_id: UUID, request: PageRequest, *, q: str | None = None, **equals: object
    ) -> Page[Document]:
        """Return a page of the owner's documents; with `q` those that `IDocumentRepository.search` finds."""
        async with self._unit_of_work(read_only=True) as uow:
            if q is not None and q.strip():
                return await uow.documents.search(owner_id, request, q=q, **equals)
            return await uow.documents.page(owner_id, request, **equals)

    async def versions(self, document_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[DocumentVersion]:
        """Return a page of the document's versions, newest first."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.page_versions(document_id, request, owner_id=owner_id)

    async def version(self, document_id: UUID, version_number: int, *, owner_id: UUID) -> DocumentVersion:
        """Return one version; raise `NotFoundError`."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.documents.get_version(document_id, version_number, owner_id=owner_id)

    async def update(
        self,
        document_id: UUID,
        edit: DocumentEdit,
        *,
        owner_id: UUID,
        check: Callable[[int], None],
    ) -> Document:
        """Change title, template or paper, or take edited content as a new version, every sentence verified again.

        Sentences whose text the user changed are theirs (`origin` user): unsupported ones are marked, not refused.
        `check` is given the current version and raises when the caller built on another one.
        """
        document = await self.get(document_id, owner_id=owner_id)
        check(document.version_number)
        content = None
        if edit.content is not None:
            content = await self._verified(document, _marked(edit.content, document.content))
        async with self._unit_of_work() as uow:
            current = await uow.documents.get(document_id, owner_id=owner_id, lock=True)
            if content is not None and current.version_number != document.version_number:
                raise VersionConflictError(current_version=current.version_number)
            current.title = edit.title or current.title
            current.template = edit.template or current.template
            if edit.page_size is not None:
                current.parameters = {**current.parameters, "page_size": edit.page_size}
            current.updated_at = self._clock()
            if content is not None:
                current.take_edit(content, render_text(content))
                await uow.documents.add_version(DocumentVersion.of(current, note=edit.note or "edited"))
            await uow.documents.save(current)
            await uow.commit()
        return current

    async def restore(self, document_id: UUID, version_number: int, *, owner_id: UUID) -> Document:
        """Make a new version with the content of an earlier one."""
        version = await self.version(document_id, version_number, owner_id=owner_id)
        now = self._clock()
        async with self._unit_of_work() as uow:
            document = await uow.documents.get(document_id, owner_id=owner_id, lock=True)
            document.template, document.updated_at = version.template, now
            document.take_edit(version.content, render_text(version.content))
            restored = DocumentVersion.of(document, note=f"restored from version {version_number}")
            await uow.documents.add_version(restored)
            await uow.documents.save(document)
            await uow.commit()
        return document

    async def preview(self, content: Content, *, template: str, page_size: PageSize, page: int) -> PagePicture:
        """Return a picture of one page of the content, and how full the pages are; nothing is stored."""
        return await self._exporter.preview(content, template=template, page_size=page_size, page=page)

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
        """Return the export of the latest version, made and read back now unless it is kept already.

        Raise `StorageQuotaExceededError` or `StorageFullError`.
        """
        document, export, made = await self._kept_or_made(
            document_id, export_format, template=template, page_size=page_size, owner_id=owner_id
        )
        if made is not None:
            await self._keep(export, made)
        return document, export

    async def link(self, document: Document, export: DocumentExport) -> str | None:
        """Return an address of the file storage that downloads a kept export; `None` where it has none."""
        return await self._storage.link(
            export.storage_key,
            filename=f"{document.file_stem}.{EXTENSIONS[export.format]}",
            content_type=CONTENT_TYPES[export.format],
        )

    async def _kept_or_made(
        self,
        document_id: UUID,
        export_format: ExportFormat,
        *,
        template: str | None,
        page_size: PageSize | None,
        owner_id: UUID,
    ) -> tuple[Document, DocumentExport, bytes | None]:
        """Return the export and, where it was made now and is not kept yet, its bytes."""
        document = await self.get(document_id, owner_id=owner_id)
        template = template or document.template
        size: PageSize = page_size or ("letter" if document.parameters.get("page_size") == "letter" else "a4")
        async with self._unit_of_work(read_only=True) as uow:
            kept = await uow.documents.find_export(
                document.id, document.version_number, export_format=export_format, template=template, page_size=size
            )
        if kept is not None:
            return document, kept, None
        made = await self._exporter.export(document.content, export_format, template=template, page_size=size)
        export = self._export(document, export_format, template, size, made)
        return document, export, made.data

    async def _keep(self, export: DocumentExport, data: bytes) -> None:
        async with self._unit_of_work(read_only=True) as uow:
            await self._quota.check(uow, export.user_id, len(data))
        # What is left of it when the rest fails is swept: another request may be making the same file.
        await self._storage.put(export.storage_key, data)
        async with self._unit_of_work() as uow:
            await self._quota.claim(uow, export.user_id, len(data))
            await uow.documents.get(export.document_id, owner_id=export.user_id, lock=True)
            await uow.documents.save_export(export)
            await uow.commit()

    async def download(
        self,
        document_id: UUID,
        export_format: ExportFormat,
        *,
        template: str | None,
        page_size: PageSize | None,
        owner_id: UUID,
    ) -> tuple[str, bytes]:
        """Return the file's name and bytes, exporting first where that was not done.

        Where there is no room to keep the export, it is made for this once.
        """
        document, export, data = await self._kept_or_made(
            document_id, export_format, template=template, page_size=page_size, owner_id=owner_id
        )
        if data is None:
            data = await self._storage.get(export.storage_key)
        else:
            try:
                await self._keep(export, data)
            except (StorageQuotaExceededError, StorageFullError):
                logger.info("an export of document %s could not be kept", document.id)
        return f"{document.file_stem}.{EXTENSIONS[export_format]}", data

    async def _verified(self, document: Document, content: Content) -> Content:
        career, posting = await self.career(document), await self.posting(document)
        content.profile_id, content.profile_version = career.id, career.version
        return await self._pipeline.verify(content, career, posting, today=self._clock().date())

    async def career(self, document: Document) -> Career:
        """Return the facts as the profile has them now; raise `ConflictError` where it is gone."""
        async with self._unit_of_work(read_only=True) as uow:
            if document.profile_id is not None:
                return (await uow.profiles.get(document.profile_id, owner_id=document.user_id)).career()
            if document.generation_id is not None:
                return (await uow.generations.get_artifacts(document.generation_id)).career
        raise ConflictError("The profile this document was made from is gone")

    async def denied_skills(self, document: Document) -> list[str]:
        """Return the skills that the owner of its profile said they do not have."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.tailoring.denied(document.profile_id) if document.profile_id else []

    async def posting(self, document: Document) -> Posting | None:
        """Return the job the document is for, as it is now; `None` where it is gone."""
        async with self._unit_of_work(read_only=True) as uow:
            if document.job_id is None:
                return None
            return (await uow.jobs.get(document.job_id, owner_id=document.user_id)).posting()

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


def _marked(edited: Content, before: Content) -> Content:
    """Say whose each sentence is: text that stood in the document before keeps its origin, the rest is the user's."""
    known = {sentence.text: sentence for sentence in sentences(before)}
    for sentence in sentences(edited):
        earlier = known.get(sentence.text)
        sentence.origin = earlier.origin if earlier else "user"
        sentence.refused = list(earlier.refused) if earlier else []
        if earlier and not sentence.source_ids:
            sentence.source_ids = list(earlier.source_ids)
    return edited
