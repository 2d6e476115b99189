"""What a generation leaves behind: its figures, its document and the document's first PDF."""

import hashlib
from dataclasses import asdict
from datetime import datetime

from app.application.exporting import Exported
from app.domain.documents import Document, DocumentExport
from app.domain.generations import BUILTIN_MODEL, Generation, GenerationArtifacts
from app.domain.ids import uuid7
from app.domain.text.render.names import file_name
from app.domain.text.render.text import render_text


def take_over_results(generation: Generation, artifacts: GenerationArtifacts) -> None:
    """Show on the generation what its stages have found so far."""
    if artifacts.compiled is not None:
        report = artifacts.compiled.report
        generation.match_score = report.score
        generation.keywords_required_count = len(report.keywords)
        generation.keywords_matched_count = len(report.matched_keywords)
        generation.recommendations = list(artifacts.compiled.recommendations)
    if artifacts.draft is not None:
        by_model = artifacts.draft.accepted > 0
        generation.engine = "llm" if by_model else "builtin"
        generation.model = artifacts.draft.model if by_model else BUILTIN_MODEL
        generation.prompt_version = artifacts.draft.prompt_version
        generation.recommendations += [artifacts.draft.notice] if artifacts.draft.notice else []
    if artifacts.validation is not None:
        generation.ats_score = artifacts.validation.ats.ats_score


def make_document(
    generation: Generation, artifacts: GenerationArtifacts, exported: Exported | None, *, now: datetime
) -> Document:
    """Return the document of a validated generation, with its PDF where there is one."""
    validated, posting = artifacts.require_validation(), artifacts.posting
    content, document_id = validated.content, uuid7()
    data = exported.data if exported else b""
    folder = f"users/{generation.user_id}/generations/{generation.id}"
    company, role = posting.company or "", posting.title or ""
    resume = generation.document_type == "resume"
    kind = "Resume" if resume else "Cover letter"
    return Document(
        id=document_id,
        user_id=generation.user_id,
        generation_id=generation.id,
        job_id=generation.job_id,
        profile_id=generation.profile_id,
        document_type=generation.document_type,
        title=" – ".join(part for part in (kind, role, company) if part),
        template=generation.options.template,
        parameters={
            "profile_version": generation.profile_version,
            "engine": generation.engine,
            "page_size": generation.options.page_size,
            "pages": 2 if resume and generation.options.length == "two_page" else 1,
        },
        content=content,
        content_text=render_text(content),
        pdf_file_path=f"{folder}/{hashlib.sha256(data).hexdigest()}.pdf" if exported else None,
        pdf_size_bytes=len(data) if exported else None,
        pdf_page_count=exported.page_count if exported else None,
        ats_score=validated.ats.ats_score,
        ats_score_details=asdict(validated.ats.score_breakdown),
        readback=exported.readback if exported else None,
        file_stem=file_name(content, company, role, "pdf").removesuffix(".pdf"),
        created_at=now,
        updated_at=now,
    )


def told(exported: Exported | None) -> str:
    """Return what became of the PDF, in words."""
    if exported is None:
        return "There is no PDF"
    pages = f"{exported.page_count} page{'' if exported.page_count == 1 else 's'}"
    return f"{pages}; the PDF {'reads back completely' if exported.readback.ok else 'does not read back completely'}"


def make_export(document: Document, page_size: str, exported: Exported) -> DocumentExport:
    """Return the record of the document's first PDF."""
    return DocumentExport(
        document_id=document.id,
        user_id=document.user_id,
        version_number=document.version_number,
        format="pdf",
        template=document.template,
        page_size=page_size,
        storage_key=document.pdf_file_path or "",
        size_bytes=len(exported.data),
        sha256=hashlib.sha256(exported.data).hexdigest(),
        page_count=exported.page_count,
        readback=exported.readback,
        created_at=document.created_at,
    )
