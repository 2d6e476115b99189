"""`/documents`: what generations made."""
# size: the shapes of the contract stand beside their routes

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from fastapi import Path, Query, Response
from pydantic import Field, field_validator, model_validator

from app.application.documents import DocumentEdit
from app.application.exporting import CONTENT_TYPES, EXTENSIONS
from app.domain.documents import Document, DocumentVersion, ExportFormat, ReadBackResult
from app.domain.text.ats.report import AtsCheck
from app.domain.text.difference import SentenceChange
from app.domain.text.document import Content, DocumentType, Reason, sentences
from app.domain.text.field_difference import FieldChange
from app.domain.text.grounding import GroundingReport
from app.domain.text.match.report import KeywordMatch
from app.domain.text.plain import content_from_plain
from app.domain.text.render.html import render_html
from app.domain.text.render.origins import PageStart
from app.domain.text.render.rendered import PageSize
from app.domain.text.render.templates import TEMPLATES, template_of
from app.domain.text.render.text import render_markdown
from app.presentation.api.dependencies import CurrentUser, PageParams, ServicesDep, VersionCheck, etag
from app.presentation.api.files import attachment, file_schema
from app.presentation.api.routing import feature_router
from app.presentation.api.schemas import ApiModel, PageOut, Whole

router = feature_router("/documents", tag="documents")


Against = Annotated[str, Field(pattern=r"^([1-9][0-9]{0,8}|original)$")]

VersionNumber = Annotated[int, Path(ge=1, le=2**31 - 1, description="Which version; the first is 1.")]


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


class DocumentIn(ApiModel):
    """What to change; fields that are not sent stay. `content` has the shape that the document has."""

    title: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    template: str | None = Field(None, max_length=40)
    page_size: PageSize | None = None
    content: dict[str, object] | None = None
    note: str = Field("", max_length=300)

    @field_validator("template")
    @classmethod
    def known_template(cls, value: str | None) -> str | None:
        """Refuse a template that does not exist."""
        if value is not None and value not in {template.id for template in TEMPLATES}:
            raise ValueError(f"one of {', '.join(template.id for template in TEMPLATES)}")
        return value


class DiffOut(ApiModel):
    """The sentences of both versions, each once, and what differs outside them."""

    against: str
    changes: list[SentenceChange]
    fields: list[FieldChange]


class RejectIn(ApiModel):
    """Which changes to take back, by their places in the comparison with `against`."""

    against: Against = "original"
    rejected: list[Annotated[int, Field(ge=0, strict=True)]] = Field(default_factory=list, max_length=2000)
    rejected_fields: list[Annotated[int, Field(ge=0, strict=True)]] = Field(default_factory=list, max_length=2000)

    @model_validator(mode="after")
    def names_a_change(self) -> Self:
        """Refuse a request that takes nothing back."""
        if not self.rejected and not self.rejected_fields:
            raise ValueError("name a change in rejected or rejected_fields")
        return self


class DocumentMatchOut(ApiModel):
    """What the job asks for and where this document shows it; evidence names places in the document."""

    match_score: int
    match_ceiling: int
    keywords: list[KeywordMatch]


class ChecksOut(ApiModel):
    """What the verifier and the ATS checks find now."""

    grounding: GroundingReport
    ats_checks: list[AtsCheck]


_MOST_PAGES = 50
"""Of how many pages previews are made and tell; proxies refuse long headers."""


class PreviewIn(ApiModel):
    """A document's content and the look to draw it in."""

    content: dict[str, object]
    template: str = Field("classic", max_length=40)
    page_size: PageSize = "a4"
    page: Whole = Field(1, ge=1, le=_MOST_PAGES)
    format: Literal["png", "html"] = "png"


class ExportFormatOut(ApiModel):
    """A format documents can be exported in."""

    format: ExportFormat
    extension: str
    content_type: str


_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file's bytes.",
        "content": {
            content_type.split(";")[0]: {"schema": file_schema(content_type)} for content_type in CONTENT_TYPES.values()
        },
    }
}


_PREVIEW: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The page.",
        "headers": {
            "Page-Count": {"description": "How many pages there are (PNG).", "schema": {"type": "integer"}},
            "Last-Page-Fill": {
                "description": "How full the last page is between its margins, in percent (PNG).",
                "schema": {"type": "integer", "minimum": 0, "maximum": 100},
            },
            "Last-Page-Lines": {
                "description": "How many printed lines stand on the last page (PNG).",
                "schema": {"type": "integer", "minimum": 0},
            },
            "Page-Lines": {
                "description": "How many printed lines stand on each page (PNG).",
                "schema": {"type": "string"},
                "example": "48, 51, 7",
            },
            "Page-Starts": {
                "description": (
                    "With which place of the content each page but the first begins (PNG): a section, an entry or a "
                    "sentence; `within` where its first words stand on the page before, `?0` where it is not known. "
                    "Of the first 50 pages."
                ),
                "schema": {"type": "string"},
                "example": "sections/1/items/2, sections/2/items/0/sentences/4;within",
            },
        },
        "content": {
            "image/png": {"schema": {"type": "string", "format": "binary"}},
            "text/html": {"schema": {"type": "string"}},
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
    q: Annotated[
        str | None,
        Query(max_length=200, description="Words that all stand in the title, or the job's title or company."),
    ] = None,
) -> object:
    """List the caller's documents."""
    filters = {"job_id": job_id, "profile_id": profile_id, "document_type": document_type}
    return await services.documents.page(user.user_id, page, q=q, **filters)


@router.get("/{document_id}")
async def get_document(document_id: UUID, user: CurrentUser, services: ServicesDep, response: Response) -> DocumentOut:
    """Return the document at its latest version."""
    document = await services.documents.get(document_id, owner_id=user.user_id)
    response.headers.update(etag(document.version_number))
    return _document(document)


@router.put("/{document_id}")
async def update_document(
    document_id: UUID,
    body: DocumentIn,
    user: CurrentUser,
    services: ServicesDep,
    check: VersionCheck,
    response: Response,
) -> DocumentOut:
    """Change title, template or paper; edited content makes a new version, verified again."""
    edit = DocumentEdit(
        title=body.title,
        template=body.template,
        content=None if body.content is None else content_from_plain(body.content),
        page_size=body.page_size,
        note=body.note,
    )
    document = await services.documents.update(document_id, edit, owner_id=user.user_id, check=check)
    response.headers.update(etag(document.version_number))
    return _document(document)


@router.get("/{document_id}/diff")
async def compare_document(
    document_id: UUID,
    user: CurrentUser,
    services: ServicesDep,
    against: Annotated[
        str,
        Query(
            pattern=r"^([1-9][0-9]{0,8}|original)$",
            description="A version number, or `original`: the untailored resume.",
        ),
    ] = "original",
) -> DiffOut:
    """Tell what changed, in sentences and outside them, from a version or the user's own resume to the latest one."""
    changes, fields = await services.document_reviews.compare(document_id, _base(against), owner_id=user.user_id)
    return DiffOut(against=against, changes=changes, fields=fields)


@router.post("/{document_id}/diff/reject")
async def reject_document_changes(
    document_id: UUID,
    body: RejectIn,
    user: CurrentUser,
    services: ServicesDep,
    check: VersionCheck,
    response: Response,
) -> DocumentOut:
    """Make a new version without some of the changes: old wordings, fields, lost lines and old places return."""
    document = await services.document_reviews.reject(
        document_id,
        _base(body.against),
        body.rejected,
        rejected_fields=body.rejected_fields,
        owner_id=user.user_id,
        check=check,
    )
    response.headers.update(etag(document.version_number))
    return _document(document)


@router.get("/{document_id}/match")
async def match_document(document_id: UUID, user: CurrentUser, services: ServicesDep) -> DocumentMatchOut:
    """Tell what the job asks for and where the latest version shows it; 409 where the job is gone."""
    report = await services.document_reviews.match(document_id, owner_id=user.user_id)
    return DocumentMatchOut(match_score=report.score, match_ceiling=report.ceiling, keywords=list(report.keywords))


@router.get("/{document_id}/checks")
async def check_document(document_id: UUID, user: CurrentUser, services: ServicesDep) -> ChecksOut:
    """Verify the latest version against the profile as it is now, and check what an ATS would."""
    report, checks = await services.document_reviews.check(document_id, owner_id=user.user_id)
    return ChecksOut(grounding=report, ats_checks=list(checks))


@router.get("/{document_id}/versions/{version_number}")
async def get_document_version(
    document_id: UUID,
    version_number: VersionNumber,
    user: CurrentUser,
    services: ServicesDep,
) -> DocumentVersion:
    """Return one version."""
    return await services.documents.version(document_id, version_number, owner_id=user.user_id)


@router.post("/{document_id}/versions/{version_number}/restore")
async def restore_document_version(
    document_id: UUID,
    version_number: VersionNumber,
    user: CurrentUser,
    services: ServicesDep,
    response: Response,
) -> DocumentOut:
    """Make a new version with the content of an earlier one."""
    document = await services.documents.restore(document_id, version_number, owner_id=user.user_id)
    response.headers.update(etag(document.version_number))
    return _document(document)


@router.post("/preview", response_class=Response, responses=_PREVIEW)
async def preview_document(body: PreviewIn, user: CurrentUser, services: ServicesDep) -> Response:
    """Return a picture (PNG) or the HTML of a page; nothing is stored."""
    content = content_from_plain(body.content)
    template_of(body.template)
    if body.format == "html":
        return Response(render_html(content), media_type="text/html; charset=utf-8")
    picture = await services.documents.preview(
        content, template=body.template, page_size=body.page_size, page=body.page
    )
    headers = {
        "Page-Count": str(picture.page_count),
        "Last-Page-Fill": str(round(picture.last_page_fill * 100)),
        "Last-Page-Lines": str(picture.page_lines[-1]),
        "Page-Lines": ", ".join(map(str, picture.page_lines[:_MOST_PAGES])),
        "Page-Starts": ", ".join(map(_page_start, picture.page_starts[: _MOST_PAGES - 1])),
    }
    return Response(picture.data, media_type="image/png", headers=headers)


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
    """Render the document and read the file back.

    `Location` is where this API gives the bytes; `download_url` is that too, or a link of the file store that needs no
    token and works for a limited time.
    """
    document, export = await services.documents.export(
        document_id, body.format, template=body.template, page_size=body.page_size, owner_id=user.user_id
    )
    url = f"/api/v1/documents/{document_id}/download?format={export.format}"
    url += f"&template={export.template}&page_size={export.page_size}"
    response.headers["Location"] = url
    return ExportOut(
        download_url=await services.documents.link(document, export) or url,
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


def _base(against: str) -> int | Literal["original"]:
    return "original" if against == "original" else int(against)


def _page_start(start: PageStart | None) -> str:
    """Return an item of a structured header (RFC 9651): a place is a token, not knowing it is false."""
    if start is None:
        return "?0"
    return f"{start.path};within" if start.within else start.path


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
