"""`jobwise demo`: the main job through the whole service, in one process, on embedded defaults."""

import asyncio
import secrets
import tempfile
from pathlib import Path
from typing import Any
from uuid import UUID

from app.application.jobs import JobInput
from app.application.services import Services
from app.domain.audit import ClientInfo
from app.domain.documents import ExportFormat
from app.domain.errors import NotFoundError
from app.domain.generations import Generation, GenerationOptions
from app.domain.text.document import DocumentType
from app.presentation.cli import output
from app.presentation.cli.door import Door
from app.presentation.cli.tailoring import print_report

_FORMATS: tuple[ExportFormat, ...] = ("pdf", "docx", "txt")
_KINDS: tuple[DocumentType, ...] = ("resume", "cover_letter")


async def run(door: Door, *, samples: Path, out: Path) -> int:
    """Register, upload, import, add the job, generate both documents, download them; return the exit code."""
    resume, posting = samples / "resume.pdf", samples / "posting.txt"
    out.mkdir(parents=True, exist_ok=True)
    with (
        output.domain_errors(as_json=False),
        tempfile.TemporaryDirectory(prefix="jobwise-demo-") as folder,
        output.Steps(100, quiet=False) as steps,
    ):
        for path in (resume, posting):
            if not path.is_file():
                raise NotFoundError(f"There is no sample {path}; name the folder with --samples")
        async with door.services(data_dir=Path(folder), workers=2) as services:
            needs_review = await _journey(services, resume, posting, out, steps)
    output.out.print(f"\nThe documents and report.json are in {out}/", markup=False)
    return output.NEEDS_REVIEW if needs_review else 0


async def _journey(services: Services, resume: Path, posting: Path, out: Path, steps: output.Steps) -> bool:
    steps.update("Registering", 2)
    password = f"Demo-{secrets.token_urlsafe(16)}-1a"
    account = await services.auth.register(
        email="demo@example.org", password=password, full_name="", username=None, client=ClientInfo()
    )
    owner = account.user.id
    steps.update("Reading the resume", 8)
    kept = await services.resumes.upload(resume.read_bytes(), filename=resume.name, job_id=None, owner_id=owner)
    profile, _ = await services.profile_import.run(resume_id=kept.id, json_resume=None, profile_id=None, owner_id=owner)
    steps.update("Reading the posting", 16)
    given = JobInput(source="demo", raw_text=posting.read_text(encoding="utf-8"), manual={})
    job = await services.jobs.create(given, owner_id=owner)
    started = [
        await services.generations.start(
            kind, profile_id=profile.id, job_id=job.id, options=GenerationOptions(), owner_id=owner
        )
        for kind in _KINDS
    ]
    done = await _wait(services, [generation.id for generation in started], owner, steps)
    steps.update("Exporting", 92)
    report: dict[str, Any] = {"job": {"title": job.title, "company": job.company}, "documents": []}
    for generation in done:
        report["documents"].append(await _download(services, generation, owner, out))
    _, artifacts, _ = await services.generations.analytics(done[0].id, owner_id=owner)
    match = artifacts.require_compiled().report
    report["match"] = output.plain(match)
    (out / "report.json").write_text(output.to_json(report), encoding="utf-8")
    steps.update("Done", 100)
    print_report(match, job.title, job.company)
    return any(generation.status != "completed" for generation in done)


async def _wait(services: Services, ids: list[UUID], owner: UUID, steps: output.Steps) -> list[Generation]:
    while True:
        found = [await services.generations.get(identifier, owner_id=owner) for identifier in ids]
        percent = sum(generation.percent for generation in found) / len(found)
        stage = next((generation.current_stage for generation in found if generation.current_stage), "prepare_export")
        steps.update(stage.replace("_", " ").capitalize(), 20 + 0.7 * percent)
        if all(generation.has_ended for generation in found):
            return found
        await asyncio.sleep(0.05)


async def _download(services: Services, generation: Generation, owner: UUID, out: Path) -> dict[str, Any]:
    _, document = await services.generations.result(generation.id, owner_id=owner)
    files = {}
    for export_format in _FORMATS:
        name, data = await services.documents.download(
            document.id, export_format, template=None, page_size=None, owner_id=owner
        )
        _, export = await services.documents.export(
            document.id, export_format, template=None, page_size=None, owner_id=owner
        )
        (out / name).write_bytes(data)
        files[name] = {
            "size_bytes": len(data),
            "page_count": export.page_count,
            "readback": output.plain(export.readback),
        }
    return {
        "document_type": document.document_type,
        "status": generation.status,
        "ats_score": document.ats_score,
        "ats_score_details": document.ats_score_details,
        "content": output.plain(document.content),
        "files": files,
    }
