"""Documents in the database: the latest state, every version, every export."""

from dataclasses import fields
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    PrimaryKeyConstraint,
    String,
    Text,
    Uuid,
    bindparam,
    column,
    insert,
    or_,
    select,
    table,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.documents import (
    MOST_WORDS,
    Document,
    DocumentExport,
    DocumentVersion,
    ExportFormat,
    ReadBackResult,
)
from app.domain.errors import JobWiseError, NotFoundError, VersionConflictError
from app.domain.pagination import Page, PageRequest
from app.domain.text.document import Content
from app.infrastructure.database.base import OwnedRepository, Row, entity_reader, table_of, upsert, values_of
from app.infrastructure.database.statements import as_bound, literal_pattern, lowered
from app.infrastructure.database.types import TypedJson


class DocumentRow(Row):
    """A document at its latest version."""

    __tablename__ = "documents"
    __table_args__ = (
        Index("ix_documents_owner", "user_id", "created_at", "id"),
        Index("ix_documents_job", "job_id"),
        Index("ix_documents_profile", "profile_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    generation_id: Mapped[UUID | None] = mapped_column(ForeignKey("generations.id", ondelete="SET NULL"), unique=True)
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    profile_id: Mapped[UUID | None] = mapped_column(ForeignKey("master_profiles.id", ondelete="SET NULL"))
    document_type: Mapped[str] = mapped_column(String(20))
    title: Mapped[str]
    version_number: Mapped[int]
    template: Mapped[str] = mapped_column(String(40))
    parameters: Mapped[dict[str, object]] = mapped_column(TypedJson(dict[str, object]))
    content: Mapped[Content] = mapped_column(TypedJson(Content))
    content_text: Mapped[str]
    pdf_file_path: Mapped[str | None]
    pdf_size_bytes: Mapped[int | None]
    pdf_page_count: Mapped[int | None]
    ats_score: Mapped[int | None]
    ats_score_details: Mapped[dict[str, object]] = mapped_column(TypedJson(dict[str, object]))
    readback: Mapped[ReadBackResult | None] = mapped_column(TypedJson(ReadBackResult))
    file_stem: Mapped[str]


class DocumentVersionRow(Row):
    """A document as it once was."""

    __tablename__ = "document_versions"
    __table_args__ = (PrimaryKeyConstraint("document_id", "version_number"),)

    document_id: Mapped[UUID] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    version_number: Mapped[int]
    template: Mapped[str] = mapped_column(String(40))
    content: Mapped[Content] = mapped_column(TypedJson(Content))
    note: Mapped[str]
    created_at: Mapped[datetime]


class DocumentExportRow(Row):
    """A rendered file."""

    __tablename__ = "document_exports"
    __table_args__ = (
        PrimaryKeyConstraint("document_id", "version_number", "format", "template", "page_size"),
        ForeignKeyConstraint(
            ["document_id", "version_number"],
            ["document_versions.document_id", "document_versions.version_number"],
            ondelete="CASCADE",
        ),
    )

    document_id: Mapped[UUID]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    version_number: Mapped[int]
    format: Mapped[str] = mapped_column(String(20))
    template: Mapped[str] = mapped_column(String(40))
    page_size: Mapped[str] = mapped_column(String(10))
    storage_key: Mapped[str]
    size_bytes: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    page_count: Mapped[int | None]
    readback: Mapped[ReadBackResult] = mapped_column(TypedJson(ReadBackResult))
    created_at: Mapped[datetime]


_documents, _versions, _exports = table_of(DocumentRow), table_of(DocumentVersionRow), table_of(DocumentExportRow)
# The jobs' own module is a sibling; this names only what a document is looked for by.
_jobs = table("jobs", column("id", Uuid()), column("title", Text()), column("company", Text()))
_select_version, _version = entity_reader(DocumentVersion, DocumentVersionRow)
_select_export, _export = entity_reader(DocumentExport, DocumentExportRow)


def _names_word(parameter: str) -> ColumnElement[bool]:
    """Return the condition that the title, or the job's title or company, has the word that is bound."""
    word = lowered(bindparam(parameter))
    of_job = (lowered(place).contains(word, escape="/") for place in (_jobs.c.title, _jobs.c.company))
    return or_(
        lowered(_documents.c.title).contains(word, escape="/"),
        select(_jobs.c.id).where(_jobs.c.id == _documents.c.job_id, or_(*of_job)).exists(),
    )


class SqlDocumentRepository(OwnedRepository[Document]):
    """`IDocumentRepository` in SQL."""

    entity, row, noun = Document, DocumentRow, "Document"
    conflicts: ClassVar[dict[str, type[JobWiseError]]] = {
        "pk_document_versions": VersionConflictError,
        "uq_document_versions_document_id_version_number": VersionConflictError,
        "uq_documents_generation_id": VersionConflictError,
    }
    sortable: ClassVar[frozenset[str]] = frozenset({"created_at", "updated_at", "title", "version_number", "ats_score"})

    async def search(self, owner_id: UUID, request: PageRequest, *, q: str, **equals: object) -> Page[Document]:
        """See `IDocumentRepository.search`."""
        given = {name: value for name, value in equals.items() if value is not None}
        words = {f"word_{at}": literal_pattern(word) for at, word in enumerate(q.split()[:MOST_WORDS])}
        listing = self._listing(
            (*given, len(words)),
            lambda: (*(as_bound(_documents, name) for name in given), *(_names_word(name) for name in words)),
        )
        return await self._page(listing, request, {"user_id": owner_id, **given, **words})

    async def add_version(self, version: DocumentVersion) -> None:
        """See `IDocumentRepository.add_version`."""
        names = tuple(f.name for f in fields(DocumentVersion))
        await self._execute(insert(_versions), values_of(version, names))

    async def page_versions(self, document_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[DocumentVersion]:
        """See `IDocumentRepository.page_versions`."""
        document = await self.get(document_id, owner_id=owner_id)
        statement = _select_version.where(_versions.c.document_id == document_id)
        found = await self._execute(
            statement.order_by(_versions.c.version_number.desc()).limit(request.limit).offset(request.offset)
        )
        items = [_version(row) for row in found]
        return Page(items=items, total=document.version_number, limit=request.limit, offset=request.offset)

    async def get_version(self, document_id: UUID, version_number: int, *, owner_id: UUID) -> DocumentVersion:
        """See `IDocumentRepository.get_version`."""
        await self.get(document_id, owner_id=owner_id)
        columns = _versions.c
        statement = _select_version.where(columns.document_id == document_id, columns.version_number == version_number)
        found = (await self._execute(statement)).one_or_none()
        if found is None:
            raise NotFoundError("Document version not found")
        return _version(found)  # type: ignore[no-any-return]

    async def find_for_generation(self, generation_id: UUID) -> Document | None:
        """See `IDocumentRepository.find_for_generation`."""
        return await self._find_one(_documents.c.generation_id == generation_id)

    async def save_export(self, export: DocumentExport) -> None:
        """See `IDocumentRepository.save_export`."""
        names = tuple(f.name for f in fields(DocumentExport))
        await self._execute(upsert(_exports, self._dialect, guard="user_id"), values_of(export, names))

    async def find_export(
        self, document_id: UUID, version_number: int, *, export_format: ExportFormat, template: str, page_size: str
    ) -> DocumentExport | None:
        """See `IDocumentRepository.find_export`."""
        columns = _exports.c
        statement = _select_export.where(
            columns.document_id == document_id,
            columns.version_number == version_number,
            columns.format == export_format,
            columns.template == template,
            columns.page_size == page_size,
        )
        found = (await self._execute(statement)).one_or_none()
        return _export(found) if found else None

    async def storage_keys(self, document_id: UUID) -> list[str]:
        """See `IDocumentRepository.storage_keys`."""
        keys = select(_exports.c.storage_key).where(_exports.c.document_id == document_id)
        return sorted(set((await self._execute(keys)).scalars()))
