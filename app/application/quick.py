"""The main job in one call, without accounts or storage: what the command line does."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from app.application.exporting import EXTENSIONS, DocumentExporter, Exported
from app.application.pipeline import Pipeline
from app.application.rewriting import Rewriter, Subject
from app.domain.documents import ExportFormat
from app.domain.generations import Compiled, GenerationOptions, Validated
from app.domain.llm import LLMNotEnabledError
from app.domain.ports.llm import LLM_ERRORS, LLMBudget
from app.domain.profiles import COMPONENT_TYPES
from app.domain.text.ats.report import AtsReport, CandidateLevel
from app.domain.text.career import Career
from app.domain.text.document import Content, DocumentType
from app.domain.text.match.quick import QuickAnalysis
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.render.names import file_name
from app.domain.text.render.rendered import UnrenderableTextError

FORMATS: tuple[ExportFormat, ...] = ("pdf", "docx", "txt")
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TailoredDocument:
    """One finished document: its checked content, its files by name, and why a format is missing."""

    document_type: DocumentType
    validated: Validated
    files: dict[str, Exported]
    refused: list[str]


@dataclass(frozen=True, slots=True)
class Tailored:
    """What a posting and a career gave: the match, and the documents."""

    compiled: Compiled
    documents: list[TailoredDocument]

    @property
    def needs_review(self) -> bool:
        """Tell whether a claim could not be proven, or a file does not read back."""
        return any(
            document.validated.needs_review
            or document.refused
            or not all(file.readback.ok for file in document.files.values())
            for document in self.documents
        )


class QuickService:
    """Runs the pipeline's stages over values. The same inputs on the same day give the same bytes."""

    def __init__(
        self,
        pipeline: Pipeline,
        exporter: DocumentExporter,
        rewriter: Rewriter | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._pipeline = pipeline
        self._exporter = exporter
        self._rewriter = rewriter
        self._clock = clock

    def today(self) -> date:
        """Return the day that "to the present" means."""
        return self._clock().date()

    async def tailor(
        self,
        career: Career,
        posting: Posting,
        options: GenerationOptions,
        *,
        document_types: tuple[DocumentType, ...],
        progress: Progress,
    ) -> Tailored:
        """Match, write, verify and export; `progress` is told each step's name as it begins."""
        today = self.today()
        progress("Analysing the posting")
        posting = await self._pipeline.analyze(posting)
        progress("Matching the profile")
        compiled = await self._pipeline.compile(career, posting, options, today=today)
        documents = []
        for kind in document_types:
            name = kind.replace("_", " ")
            progress(f"Writing the {name}")
            content = await self._pipeline.write(kind, career, posting, compiled, options, today=today)
            worded = await self._word(Subject(content, career, posting, options, today), progress)
            progress(f"Verifying the {name}")
            validated = await self._pipeline.validate(worded, career, posting, options, today=today, scored=content)
            progress(f"Exporting the {name}")
            stem = file_name(validated.content, posting.company or "", posting.title or "", "pdf").removesuffix(".pdf")
            files, refused = {}, []
            for export_format in FORMATS:
                try:
                    exported = await self._exporter.export(
                        validated.content, export_format, template=options.template, page_size=options.page_size
                    )
                except UnrenderableTextError as error:
                    refused.append(error.message)
                else:
                    files[f"{stem}.{EXTENSIONS[export_format]}"] = exported
            documents.append(TailoredDocument(kind, validated, files, refused))
        return Tailored(compiled, documents)

    async def _word(self, subject: Subject, progress: Progress) -> Content:
        if subject.options.engine != "llm":
            return subject.content
        if self._rewriter is None:
            raise LLMNotEnabledError
        budget = LLMBudget()
        try:
            draft = await self._rewriter.propose(subject, budget=budget)
            return (await self._rewriter.settle(subject, draft, budget=budget))[0]
        except LLM_ERRORS as error:
            if not subject.options.allow_fallback:
                raise
            progress(f"Keeping the built-in wording: {error.message}")
            return subject.content

    async def analyze(
        self, career: Career, posting: Posting, *, candidate_level: CandidateLevel, target_stack: tuple[str, ...]
    ) -> tuple[MatchReport, AtsReport, QuickAnalysis]:
        """Return the match, the ATS score and the quick analysis of a career for a posting."""
        return await self._pipeline.analyses(
            career, posting, candidate_level=candidate_level, target_stack=target_stack, today=self.today()
        )


def with_stable_ids(career: Career, seed: bytes) -> Career:
    """Give the career and its items ids that depend on nothing but `seed` and their place."""
    root = uuid5(NAMESPACE_URL, f"jobwise:{hashlib.sha256(seed).hexdigest()}")
    career.id = str(root)
    for component in COMPONENT_TYPES:
        for index, item in enumerate(getattr(career, component)):
            item.id = str(uuid5(root, f"{component}:{index}"))
    return career
