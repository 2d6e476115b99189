"""Documents and their versions. A version is never overwritten."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from app.domain.entity import OwnedEntity
from app.domain.pagination import Page, PageRequest
from app.domain.repository import IOwnedRepository
from app.domain.text.document import Content, DocumentType

ExportFormat = Literal["pdf", "docx", "txt", "markdown", "html", "json_resume"]


@dataclass(frozen=True, slots=True)
class ReadBackResult:
    """Whether an export, parsed again, says what it should; `problems` names what did not come back."""

    ok: bool
    problems: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Document(OwnedEntity):
    """A document at its latest version."""

    generation_id: UUID | None = None
    job_id: UUID | None = None
    profile_id: UUID | None = None
    document_type: DocumentType
    title: str
    version_number: int = 1
    template: str = "classic"
    parameters: dict[str, object] = field(default_factory=dict)
    content: Content
    content_text: str = ""
    pdf_file_path: str | None = None
    pdf_size_bytes: int | None = None
    pdf_page_count: int | None = None
    ats_score: int | None = None
    ats_score_details: dict[str, object] = field(default_factory=dict)
    readback: ReadBackResult | None = None
    file_stem: str = "document"

    def take_edit(self, content: Content, text: str) -> None:
        """Take `content` (and its plain `text`) as the next version; the kept PDF is of an earlier one then."""
        self.content, self.content_text = content, text
        self.version_number += 1
        self.pdf_file_path = self.pdf_size_bytes = self.pdf_page_count = self.readback = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVersion:
    """A document as it was at `version_number`; `note` says what made it."""

    document_id: UUID
    user_id: UUID
    version_number: int
    template: str
    content: Content
    note: str = ""
    created_at: datetime

    @classmethod
    def of(cls, document: Document, *, note: str) -> "DocumentVersion":
        """Return the document as it is now."""
        return cls(
            document_id=document.id,
            user_id=document.user_id,
            version_number=document.version_number,
            template=document.template,
            content=document.content,
            note=note,
            created_at=document.updated_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentExport:
    """One rendered file of one version. The bytes are kept under `storage_key`."""

    document_id: UUID
    user_id: UUID
    version_number: int
    format: ExportFormat
    template: str
    page_size: str
    storage_key: str
    size_bytes: int
    sha256: str
    page_count: int | None
    readback: ReadBackResult
    created_at: datetime


MOST_WORDS = 10
"""How many words a search looks for."""


class IDocumentRepository(IOwnedRepository[Document], Protocol):
    """Documents, their versions and exports."""

    async def search(self, owner_id: UUID, request: PageRequest, *, q: str, **equals: object) -> Page[Document]:
        """Return a page of those whose fields equal what is given and that match `q`.

        Each of its words, of the first `MOST_WORDS`, stands in the title, or in the title or company of the job; the
        case does not count.
        """
        ...

    async def add_version(self, version: DocumentVersion) -> None:
        """Keep a version; raise `VersionConflictError` when its number is taken."""
        ...

    async def page_versions(self, document_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[DocumentVersion]:
        """Return a page of the document's versions, newest first."""
        ...

    async def get_version(self, document_id: UUID, version_number: int, *, owner_id: UUID) -> DocumentVersion:
        """Return one version; raise `NotFoundError` or `ForbiddenError`."""
        ...

    async def find_for_generation(self, generation_id: UUID) -> Document | None:
        """Return the document the generation made."""
        ...

    async def save_export(self, export: DocumentExport) -> None:
        """Keep (or replace) the export of a version in one format, template and page size."""
        ...

    async def find_export(
        self, document_id: UUID, version_number: int, *, export_format: ExportFormat, template: str, page_size: str
    ) -> DocumentExport | None:
        """Return the kept export."""
        ...

    async def storage_keys(self, document_id: UUID) -> list[str]:
        """Return the keys of every file of the document."""
        ...
