"""`/documents`: what generations made."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import Field

from app.application.exporting import CONTENT_TYPES, EXTENSIONS
from app.domain.documents import Document, DocumentVersion, ExportFormat, ReadBackResult
from app.domain.text.document import Content, DocumentType, Reason, sentences
from app.domain.text.render.html import render_html
from app.domain.text.render.rendered import PageSize
from app.domain.text.render.text import render_markdown
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep, etag
from app.presentation.api.files import attachment
from app.presentation.api.schemas import ApiModel, PageOut

router = APIRouter(prefix="/documents", tags=["documents"])


class SentenceSourceOut(ApiModel):
    """A sentence of the document and the facts it rests on."""

    text: str
    source_ids: list[str]
    origin: str
    verdict: str
    reasons: list[Reason]


class DocumentSummaryOut(ApiModel):
    """A document in a list, without its text."""

    id: UUID
    generation_id: UUID | None
    user_id: UUID
    job_id: UUID | None
    profile_id: UUID | None
    document_type: DocumentType
    title: str
    version_number: int
    template: str
    pdf_size_bytes: int | None
    pdf_page_count: int | None
    ats_score: int | None
    readback: ReadBackResult | None
    created_at: datetime
    updated_at: datetime


class DocumentOut(DocumentSummaryOut):
    """A document at its latest version."""

    parameters: dict[str, object]
    content: Content
    content_text: str
    content_markdown: str
    content_html: str
    pdf_file_path: str | None
    ats_score_details: dict[str, object]
    provenance: list[SentenceSourceOut]


class ExportIn(ApiModel):
    """Which format, in which look."""

    format: ExportFormat
    template: str | None = Field(None, max_length=40)
    page_size: PageSize | None = None


class ExportOut(ApiModel):
    """A rendered file, and whether it reads back."""

    download_url: str
    format: ExportFormat
    size_bytes: int
    page_count: int | None
    readback: ReadBackResult


class ExportFormatOut(ApiModel):
    """A format documents can be exported in."""

    format: ExportFormat
    extension: str
    content_type: str


_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file's bytes.",
        "content": {
            content_type.split(";")[0]: {"schema": {"type": "string", "format": "binary"}}
            for content_type in CONTENT_TYPES.values()
        },
    }
}


@router.get("/export-formats")
async def list_export_formats() -> list[ExportFormatOut]:
    """List the formats."""
    return [
        ExportFormatOut(format=name, extension=EXTENSIONS[name], content_type=CONTENT_TYPES[name])
        for name in CONTENT_TYPES
    ]


@router.get("", response_model=PageOut[DocumentSummaryOut])
async def list_documents(
    user: CurrentUser,
    services: ServicesDep,
    page: PageParams,
    job_id: Annotated[UUID | None, Query(description="Only those for this job.")] = None,
    profile_id: Annotated[UUID | None, Query(description="Only those of this profile.")] = None,
    document_type: Annotated[DocumentType | None, Query(description="Only those of this kind.")] = None,
) -> object:
    """List the caller's documents."""
    filters = {"job_id": job_id, "profile_id": profile_id, "document_type": document_type}
    return await services.documents.page(user.user_id, page, **filters)


@router.get("/{document_id}")
async def get_document(document_id: UUID, user: CurrentUser, services: ServicesDep, response: Response) -> DocumentOut:
    """Return the document at its latest version."""
    document = await services.documents.get(document_id, owner_id=user.user_id)
    response.headers.update(etag(document.version_number))
    return _document(document)


@router.delete("/{document_id}", status_code=204)
async def delete_document(document_id: UUID, user: CurrentUser, services: ServicesDep) -> None:
    """Delete the document with its versions and files."""
    await services.documents.delete(document_id, owner_id=user.user_id)


@router.get("/{document_id}/versions", response_model=PageOut[DocumentVersion])
async def list_document_versions(
    document_id: UUID, user: CurrentUser, services: ServicesDep, page: PageParams
) -> object:
    """List the document's versions, newest first."""
    return await services.documents.versions(document_id, page, owner_id=user.user_id)


@router.post("/{document_id}/export", status_code=201)
async def export_document(
    document_id: UUID, body: ExportIn, user: CurrentUser, services: ServicesDep, response: Response
) -> ExportOut:
    """Render the document and read the file back."""
    _, export = await services.documents.export(
        document_id, body.format, template=body.template, page_size=body.page_size, owner_id=user.user_id
    )
    url = f"/api/v1/documents/{document_id}/download?format={export.format}"
    url += f"&template={export.template}&page_size={export.page_size}"
    response.headers["Location"] = url
    return ExportOut(
        download_url=url,
        format=export.format,
        size_bytes=export.size_bytes,
        page_count=export.page_count,
        readback=export.readback,
    )


@router.get("/{document_id}/download", response_class=Response, responses=_FILE)
async def download_document(
    document_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    export_format: Annotated[ExportFormat, Query(alias="format", description="Which format.")] = "pdf",
    template: Annotated[str | None, Query(max_length=40, description="Another template than its own.")] = None,
    page_size: Annotated[PageSize | None, Query(description="Another page size than its own.")] = None,
) -> Response:
    """Return the file."""
    name, data = await services.documents.download(
        document_id, export_format, template=template, page_size=page_size, owner_id=user.user_id
    )
    return attachment(data, name, CONTENT_TYPES[export_format])


def _document(document: Document) -> DocumentOut:
    computed = ("content_markdown", "content_html", "provenance")
    values = {name: getattr(document, name) for name in DocumentOut.model_fields if name not in computed}
    return DocumentOut.model_validate(
        {
            **values,
            "content_markdown": render_markdown(document.content),
            "content_html": render_html(document.content),
            "provenance": [SentenceSourceOut.model_validate(sentence) for sentence in sentences(document.content)],
        }
    )
