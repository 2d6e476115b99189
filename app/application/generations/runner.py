"""Runs a generation through its five stages, each persisted before the next starts."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from app.application.exporting import DocumentExporter
from app.application.generations.events import announce
from app.application.generations.llm_stage import LLMStage
from app.application.generations.results import make_document, make_export, take_over_results, told
from app.application.notifying import Announced, Notifier, generation_ended
from app.application.pipeline import Pipeline
from app.application.second_reading import SecondReader
from app.application.storage_quota import StorageQuota
from app.domain.documents import DocumentVersion
from app.domain.errors import JobWiseError, NotFoundError, UnavailableError
from app.domain.generations import (
    STAGES,
    Generation,
    GenerationArtifacts,
    GenerationCancelledError,
    StageName,
)
from app.domain.ports.events import IEventBus
from app.domain.ports.llm import LLM_ERRORS
from app.domain.ports.storage import IFileStorage
from app.domain.ports.tracing import ITracer, NoTracer
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.document import Content, sentences
from app.domain.text.render.rendered import UnrenderableTextError
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
        quota: StorageQuota,
        bus: IEventBus,
        llm: LLMStage,
        notifier: Notifier,
        second: SecondReader | None = None,
        *,
        tracer: ITracer | None = None,
        clock: Callable[[], datetime],
    ) -> None:
        self._second = second
        self._tracer = tracer or NoTracer()
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._exporter = exporter
        self._storage = storage
        self._quota = quota
        self._bus = bus
        self._llm = llm
        self._notifier = notifier
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
            announced = await self._announce(uow, generation)
            await uow.commit()
        await announce(self._bus, generation)
        await self._notifier.publish(announced)

    async def _run_stage(
        self, name: StageName, generation: Generation, artifacts: GenerationArtifacts, lease: Lease
    ) -> Generation:
        generation = await self._write(
            generation.id, generation.user_id, lease, lambda current, _uow: current.start_stage(name, self._clock())
        )
        with self._tracer.span(f"stage {name}", generation_id=str(generation.id)):
            if name == "prepare_export":
                return await self._prepare_export(generation, artifacts, lease)
            message = await self._stages[name](generation, artifacts, lease)

        async def finish(current: Generation, uow: IUnitOfWork) -> None:
            take_over_results(current, artifacts)
            current.token_usage = (await uow.llm_calls.spent(current.id)).tokens
            current.finish_stage(name, self._clock(), message)
            await uow.generations.save_artifacts(artifacts)

        return await self._write(generation.id, generation.user_id, lease, finish)

    async def _analyze_job(self, generation: Generation, artifacts: GenerationArtifacts, _: Lease) -> str:
        posting = await self._pipeline.analyze(artifacts.posting)
        if generation.options.engine == "llm" and self._second is not None:
            posting = await self._second.complete(posting, owner_id=generation.user_id, generation_id=generation.id)
        artifacts.posting = posting
        required = sum(1 for keyword in artifacts.posting.parsed_keywords if keyword.required)
        return f"{required} required and {len(artifacts.posting.parsed_keywords) - required} preferred keywords"

    async def _compile_profile(self, generation: Generation, artifacts: GenerationArtifacts, _: Lease) -> str:
        async with self._unit_of_work(read_only=True) as uow:
            denied = await uow.tailoring.denied(generation.profile_id)
        artifacts.compiled = await self._pipeline.compile(
            artifacts.career,
            artifacts.posting,
            generation.options,
            today=generation.created_at.date(),
            denied=denied,
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
        return f"{found.grounded} claims proven, {found.ungrounded} not, {found.repaired} repaired"

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
        if exported is not None:
            async with self._unit_of_work(read_only=True) as uow:
                full = await self._quota.trouble(uow, generation.user_id, len(exported.data))
            if full is not None:
                # The work is done and its text takes no room: only the file is left out.
                exported, trouble = None, full.message
        document = make_document(generation, artifacts, exported, now=self._clock())
        if exported is not None and document.pdf_file_path is not None:
            # The key holds the content's hash: a second attempt writes the same bytes to the same place.
            await self._storage.put(document.pdf_file_path, exported.data)

        async def finish(current: Generation, uow: IUnitOfWork) -> None:
            earlier = await uow.documents.find_for_generation(current.id)
            if earlier is None:
                await uow.documents.save(document)
                await uow.documents.add_version(DocumentVersion.of(document, note="generated"))
                if exported is not None:
                    await uow.documents.save_export(make_export(document, options.page_size, exported))
            current.document_id = earlier.id if earlier else document.id
            current.finish_stage("prepare_export", self._clock(), trouble or told(exported))
            needs_review = validated.needs_review or exported is None
            current.end("needs_review" if needs_review else "completed", self._clock())

        try:
            return await self._write(generation.id, generation.user_id, lease, finish)
        except (GenerationCancelledError, LeaseLostError, NotFoundError):
            await self._discard_file(generation, document.pdf_file_path)
            raise

    async def _discard_file(self, generation: Generation, key: str | None) -> None:
        """Delete a file that no document will name; one that a worker who took over may name stays."""
        if key is None:
            return
        try:
            async with self._unit_of_work(read_only=True) as uow:
                current = await uow.generations.get(generation.id, owner_id=generation.user_id)
            is_wanted = current.status != "cancelled"
        except NotFoundError:
            is_wanted = False
        if not is_wanted:
            await self._storage.delete(key)

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
            announced = await self._announce(uow, generation) if generation.has_ended else None
            await uow.commit()
        await announce(self._bus, generation)
        await self._notifier.publish(announced)
        return generation

    async def _announce(self, uow: IUnitOfWork, generation: Generation) -> Announced | None:
        job = await uow.jobs.get(generation.job_id, owner_id=generation.user_id)
        name = " at ".join(part for part in (job.title, job.company) if part) or "a job"
        return await self._notifier.announce(uow, generation_ended(generation, name))
