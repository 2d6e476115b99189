"""The pipeline's stages as functions over values: what a generation runs, and the CLI without a server."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

from app.domain.errors import UnprocessableError
from app.domain.generations import Compiled, GenerationOptions, Validated
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.text.ats import ats_checks, ats_score
from app.domain.text.ats.report import AtsCheck, AtsReport, CandidateLevel
from app.domain.text.career import Career
from app.domain.text.compose import ComposeOptions, compose_cover_letter, compose_resume, select
from app.domain.text.document import Content, DocumentType
from app.domain.text.grounding import (
    GroundingReport,
    RepairReport,
    apply_report,
    repair_content,
    verify_content,
)
from app.domain.text.match import match_career, match_content
from app.domain.text.match.quick import QuickAnalysis, quick_analysis
from app.domain.text.match.reading import read_career, read_content
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon


class ProfileIsEmptyError(UnprocessableError):
    """There are no facts to write from."""

    code = "profile_is_empty"
    default_message = "This profile has no experience, education, project or skill yet; import a resume or add facts"


_WRITERS = {"resume": compose_resume, "cover_letter": compose_cover_letter}


class Pipeline:
    """Stages one to four with the built-in engine. Work on the processor leaves the event loop."""

    def __init__(self, lexicon: Callable[[], Lexicon]) -> None:
        self._lexicon = lexicon

    async def analyze(self, posting: Posting) -> Posting:
        """Return the posting to write for; raise `JobHasNoDescriptionError`."""
        if not posting.description.strip():
            raise JobHasNoDescriptionError
        return posting

    async def compile(
        self,
        career: Career,
        posting: Posting,
        options: GenerationOptions,
        *,
        today: date,
        denied: Sequence[str] = (),
    ) -> Compiled:
        """Score every fact against the posting and choose; raise `ProfileIsEmptyError`. `denied` is not recommended."""
        if not (career.experiences or career.education or career.projects or career.skills):
            raise ProfileIsEmptyError

        def work() -> Compiled:
            lexicon = self._lexicon()
            report = match_career(career, posting, lexicon, today=today, denied=denied)
            selection = select(career, posting, report, lexicon, compose_options(options), today=today)
            return Compiled(
                report=report,
                pages=selection.pages,
                pieces=selection.pieces,
                recommendations=selection.recommendations,
            )

        return await asyncio.to_thread(work)

    async def write(
        self,
        document_type: DocumentType,
        career: Career,
        posting: Posting,
        compiled: Compiled,
        options: GenerationOptions,
        *,
        today: date,
    ) -> Content:
        """Compose the document from the candidate's own facts."""
        compose = _WRITERS[document_type]
        chosen = compose_options(options)

        def work() -> Content:
            lexicon, report = self._lexicon(), compiled.report
            selection = select(career, posting, report, lexicon, chosen, today=today)
            return compose(career, posting, report, selection, lexicon, chosen, today=today)

        return await asyncio.to_thread(work)

    async def validate(
        self,
        content: Content,
        career: Career,
        posting: Posting,
        options: GenerationOptions,
        *,
        today: date,
        scored: Content | None = None,
    ) -> Validated:
        """Verify every claim, repair what fails, and check what an ATS would.

        `scored` is read for the score in place of `content`: a model's wording adds no point and takes none.
        """

        def work() -> Validated:
            lexicon = self._lexicon()
            repaired, repair = repair_content(content, career, lexicon, today=today, posting=posting)
            shown = repaired
            if scored is not None:
                shown, _ = repair_content(scored, career, lexicon, today=today, posting=posting)
            ats = ats_score(
                career,
                posting,
                lexicon,
                candidate_level=options.candidate_level or "experienced",
                target_stack=options.target_stack,
                today=today,
                reading=read_content(shown, lexicon, today=today),
            )
            return _validated(repaired, repair, ats)

        return await asyncio.to_thread(work)

    async def verify(self, content: Content, career: Career, posting: Posting | None, *, today: date) -> Content:
        """Return the content with a fresh verdict on each sentence; nothing is repaired."""

        def work() -> Content:
            report = verify_content(content, career, self._lexicon(), today=today, posting=posting)
            return apply_report(content, report)

        return await asyncio.to_thread(work)

    async def check(
        self, content: Content, career: Career, posting: Posting | None, *, today: date, page_count: int
    ) -> tuple[GroundingReport, tuple[AtsCheck, ...]]:
        """Return what the verifier finds and what an ATS would."""

        def work() -> tuple[GroundingReport, tuple[AtsCheck, ...]]:
            report = verify_content(content, career, self._lexicon(), today=today, posting=posting)
            return report, ats_checks(content, today=today, page_count=page_count)

        return await asyncio.to_thread(work)

    async def match(
        self, content: Content, career: Career, posting: Posting, *, today: date, denied: Sequence[str]
    ) -> MatchReport:
        """Return how well the document shows that the candidate fits the posting; evidence names places in it."""
        return await asyncio.to_thread(
            lambda: match_content(content, career, posting, self._lexicon(), today=today, denied=denied)
        )

    async def matches(self, career: Career, postings: Sequence[Posting], *, today: date) -> list[MatchReport]:
        """Return how well a career that is read once fits each posting, in their order."""

        def work() -> list[MatchReport]:
            lexicon = self._lexicon()
            reading = read_career(career, lexicon, today=today)
            return [match_career(career, posting, lexicon, today=today, reading=reading) for posting in postings]

        return await asyncio.to_thread(work)

    async def analyses(
        self,
        career: Career,
        posting: Posting,
        *,
        candidate_level: CandidateLevel,
        target_stack: tuple[str, ...],
        today: date,
        denied: Sequence[str] = (),
    ) -> tuple[MatchReport, AtsReport, QuickAnalysis]:
        """Return match, ATS score and quick analysis of a career that is read once; `denied` is not suggested."""

        def work() -> tuple[MatchReport, AtsReport, QuickAnalysis]:
            lexicon = self._lexicon()
            reading = read_career(career, lexicon, today=today)
            quick = quick_analysis(career, posting, lexicon, today=today, reading=reading, denied=denied)
            ats = ats_score(
                career,
                posting,
                lexicon,
                today=today,
                candidate_level=candidate_level,
                target_stack=target_stack,
                reading=reading,
                denied=denied,
            )
            return quick.report, ats, quick

        return await asyncio.to_thread(work)


def compose_options(options: GenerationOptions) -> ComposeOptions:
    """Return what the writer needs of the user's options."""
    return ComposeOptions(
        length=options.length,
        tone=options.tone,
        language=options.language,
        candidate_level=options.candidate_level,
        target_stack=options.target_stack,
        instructions=options.instructions,
        include_sections=options.include_sections,
    )


def _validated(content: Content, repair: RepairReport, ats: AtsReport) -> Validated:
    report = repair.report
    return Validated(
        content=content,
        grounded=report.grounded,
        ungrounded=report.ungrounded,
        unchecked=report.unchecked,
        repaired=len(repair.replaced) + len(repair.dropped) + len(repair.fields),
        needs_review=repair.needs_review,
        ats=ats,
    )
