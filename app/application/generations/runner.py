"""Runs a generation through its five stages, each persisted before the next starts."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from app.application.exporting import DocumentExporter, Exported
from app.application.generations.events import announce
from app.application.generations.llm_stage import LLMStage
from app.application.pipeline import Pipeline
from app.domain.documents import Document, DocumentExport, DocumentVersion
from app.domain.errors import JobWiseError, UnavailableError
from app.domain.generations import (
    BUILTIN_MODEL,
    STAGES,
    Generation,
    GenerationArtifacts,
    GenerationCancelledError,
    StageName,
)
from app.domain.ids import uuid7
from app.domain.ports.events import IEventBus
from app.domain.ports.llm import LLM_ERRORS
from app.domain.ports.storage import IFileStorage
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.document import Content, sentences
from app.domain.text.render.names import file_name
from app.domain.text.render.rendered import UnrenderableTextError
from app.domain.text.render.text import render_text
from app.domain.text.rewrite import Draft
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


class GenerationRunner:
    """The handler of generation tasks. Every write checks the task's fence, so a worker that lost it writes nothing.

    A stage that was completed before a crash is not run again: the run goes on with its kept outcome.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        pipeline: Pipeline,
        exporter: DocumentExporter,
        storage: IFileStorage,
        bus: IEventBus,
        llm: LLMStage,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._exporter = exporter
        self._storage = storage
        self._bus = bus
        self._llm = llm
        self._clock = clock
        self._stages: dict[StageName, Callable[[Generation, GenerationArtifacts, Lease], Awaitable[str]]] = {
            "analyze_job": self._analyze_job,
            "compile_profile": self._compile_profile,
            "generate_content": self._generate_content,
            "validate_quality": self._validate_quality,
        }

    async def run(self, task: Task, lease: Lease) -> None:
        """Run the generation `task.subject_id` to its end; raise to be tried again."""
        async with self._unit_of_work(read_only=True) as uow:
            generation = await uow.generations.get(task.subject_id, owner_id=task.user_id)
            artifacts = await uow.generations.get_artifacts(task.subject_id)
        try:
            for name in STAGES:
                if generation.stage(name).status != "completed":
                    generation = await self._run_stage(name, generation, artifacts, lease)
        except GenerationCancelledError:
            return
        except LLM_ERRORS as error:
            # The stage has spent its calls; a second run of the task must not spend them again.
            await self._fail(generation.id, task.user_id, lease, error.message)
        except (UnavailableError, LeaseLostError):
            raise
        except JobWiseError as error:
            await self._fail(generation.id, task.user_id, lease, error.message)

    async def on_parked(self, task: Task, error: str) -> None:
        """End the generation whose last attempt failed."""
        async with self._unit_of_work() as uow:
            generation = await uow.generations.get(task.subject_id, owner_id=task.user_id, lock=True)
            message = "This could not be finished after several attempts; try again, or report it with its id"
            generation.end("failed", self._clock(), error_message=message)
            await uow.generations.save(generation)
            await uow.commit()
        await announce(self._bus, generation)

    async def _run_stage(
        self, name: StageName, generation: Generation, artifacts: GenerationArtifacts, lease: Lease
    ) -> Generation:
        generation = await self._write(
            generation.id, generation.user_id, lease, lambda current, _uow: current.start_stage(name, self._clock())
        )
        if name == "prepare_export":
            return await self._prepare_export(generation, artifacts, lease)
        message = await self._stages[name](generation, artifacts, lease)

        async def finish(current: Generation, uow: IUnitOfWork) -> None:
            self._take_over_results(current, artifacts)
            current.token_usage = (await uow.llm_calls.spent(current.id)).tokens
            current.finish_stage(name, self._clock(), message)
            await uow.generations.save_artifacts(artifacts)

        return await self._write(generation.id, generation.user_id, lease, finish)

    async def _analyze_job(self, _: Generation, artifacts: GenerationArtifacts, __: Lease) -> str:
        artifacts.posting = await self._pipeline.analyze(artifacts.posting)
        required = sum(1 for keyword in artifacts.posting.parsed_keywords if keyword.required)
        return f"{required} required and {len(artifacts.posting.parsed_keywords) - required} preferred keywords"

    async def _compile_profile(self, generation: Generation, artifacts: GenerationArtifacts, _: Lease) -> str:
        artifacts.compiled = await self._pipeline.compile(
            artifacts.career,
            artifacts.posting,
            generation.options,
            today=generation.created_at.date(),
        )
        report = artifacts.compiled.report
        return f"{len(report.matched_keywords)} keywords shown, {len(report.missing_keywords)} missing"

    async def _generate_content(self, generation: Generation, artifacts: GenerationArtifacts, lease: Lease) -> str:
        artifacts.content = await self._compose(generation, artifacts)
        written = f"{len(sentences(artifacts.content))} sentences written"
        if generation.options.engine != "llm":
            return written

        async def keep() -> None:
            await self._write(
                generation.id, generation.user_id, lease, lambda _, uow: uow.generations.save_artifacts(artifacts)
            )

        artifacts.content = await self._llm.word(generation, artifacts, artifacts.content, keep=keep)
        draft = artifacts.draft or Draft()
        if draft.notice:
            return f"{written}. {draft.notice}"
        return f"{written}, {draft.accepted} of them worded by {draft.model}; {len(draft.refused)} wordings refused"

    async def _compose(self, generation: Generation, artifacts: GenerationArtifacts) -> Content:
        return await self._pipeline.write(
            generation.document_type,
            artifacts.career,
            artifacts.posting,
            artifacts.require_compiled(),
            generation.options,
            today=generation.created_at.date(),
        )

    async def _validate_quality(self, generation: Generation, artifacts: GenerationArtifacts, _: Lease) -> str:
        artifacts.validation = await self._pipeline.validate(
            artifacts.require_content(),
            artifacts.career,
            artifacts.posting,
            generation.options,
            today=generation.created_at.date(),
            scored=await self._compose(generation, artifacts) if artifacts.draft else None,
        )
        found = artifacts.validation
        return f"{found.grounded} sentences grounded, {found.ungrounded} not, {found.repaired} repaired"

    def _take_over_results(self, generation: Generation, artifacts: GenerationArtifacts) -> None:
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

    async def _prepare_export(self, generation: Generation, artifacts: GenerationArtifacts, lease: Lease) -> Generation:
        validated = artifacts.require_validation()
        options = generation.options
        exported, trouble = None, ""
        try:
            exported = await self._exporter.export(
                validated.content, "pdf", template=options.template, page_size=options.page_size
            )
        except UnrenderableTextError as error:
            # The text is good and other formats can show it: the user decides.
            trouble = error.message
        document = self._document(generation, artifacts, exported)
        if exported is not None and document.pdf_file_path is not None:
            # The key holds the content's hash: a second attempt writes the same bytes to the same place.
            await self._storage.put(document.pdf_file_path, exported.data)

        async def finish(current: Generation, uow: IUnitOfWork) -> None:
            earlier = await uow.documents.find_for_generation(current.id)
            if earlier is None:
                await uow.documents.save(document)
                await uow.documents.add_version(DocumentVersion.of(document, note="generated"))
                if exported is not None:
                    await uow.documents.save_export(_export(document, options.page_size, exported))
            current.document_id = earlier.id if earlier else document.id
            current.finish_stage("prepare_export", self._clock(), trouble or _told(exported))
            needs_review = validated.needs_review or exported is None
            current.end("needs_review" if needs_review else "completed", self._clock())

        return await self._write(generation.id, generation.user_id, lease, finish)

    def _document(self, generation: Generation, artifacts: GenerationArtifacts, exported: Exported | None) -> Document:
        validated, posting = artifacts.require_validation(), artifacts.posting
        content, now, document_id = validated.content, self._clock(), uuid7()
        data = exported.data if exported else b""
        folder = f"users/{generation.user_id}/generations/{generation.id}"
        company, role = posting.company or "", posting.title or ""
        kind = "Resume" if generation.document_type == "resume" else "Cover letter"
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

    async def _fail(self, generation_id: UUID, owner_id: UUID, lease: Lease, message: str) -> None:
        try:
            await self._write(
                generation_id,
                owner_id,
                lease,
                lambda current, _uow: current.end("failed", self._clock(), error_message=message),
            )
        except GenerationCancelledError:
            return

    async def _write(
        self,
        generation_id: UUID,
        owner_id: UUID,
        lease: Lease,
        change: Callable[[Generation, IUnitOfWork], Awaitable[None] | None],
    ) -> Generation:
        async with self._unit_of_work() as uow:
            await uow.tasks.guard(lease)
            generation = await uow.generations.get(generation_id, owner_id=owner_id, lock=True)
            generation.check_running()
            done = change(generation, uow)
            if done is not None:
                await done
            await uow.generations.save(generation)
            await uow.commit()
        await announce(self._bus, generation)
        return generation


def _told(exported: Exported | None) -> str:
    if exported is None:
        return "There is no PDF"
    pages = f"{exported.page_count} page{'' if exported.page_count == 1 else 's'}"
    return f"{pages}; the PDF {'reads back completely' if exported.readback.ok else 'does not read back completely'}"


def _export(document: Document, page_size: str, exported: Exported) -> DocumentExport:
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
