"""Writes the document of a session and says what changed in it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from app.application.pipeline import Pipeline
from app.domain.documents import Document
from app.domain.errors import UnprocessableError
from app.domain.generations import Compiled, GenerationOptions, Validated
from app.domain.tailoring import TailoringSession
from app.domain.text.career import Career
from app.domain.text.chat.edits import apply_edits, is_edit
from app.domain.text.difference import changes_between
from app.domain.text.document import Content, sentences
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.render.names import file_name
from app.domain.text.render.text import render_text
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class Written:
    """A resume as it would be written now, and what it was written from."""

    validated: Validated
    report: MatchReport
    career: Career
    posting: Posting


class SessionWriter:
    """Composes what a session shows, from its profile, its job and the wishes so far."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, pipeline: Pipeline, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._pipeline = pipeline
        self._clock = clock

    async def compile(self, session: TailoringSession, career: Career, posting: Posting) -> Compiled:
        """Return what the profile shows for the posting."""
        return await self._pipeline.compile(career, posting, GenerationOptions(), today=session.created_at.date())

    async def validated(self, session: TailoringSession, content: Content, career: Career, posting: Posting) -> Content:
        """Return the document with the verifier's findings."""
        options, today = GenerationOptions(template=session.template), session.created_at.date()
        return (await self._pipeline.validate(content, career, posting, options, today=today)).content

    async def inputs(self, session: TailoringSession) -> tuple[Career, Posting]:
        """Return the facts and the posting; raise `UnprocessableError` where one was deleted."""
        if session.profile_id is None or session.job_id is None:
            raise UnprocessableError("The profile or the job of this session was deleted")
        async with self._unit_of_work(read_only=True) as uow:
            profile = await uow.profiles.get(session.profile_id, owner_id=session.user_id)
            job = await uow.jobs.get(session.job_id, owner_id=session.user_id)
        return profile.career(), job.posting()

    async def written(self, session: TailoringSession, instructions: tuple[str, ...]) -> Written:
        """Return the resume as it would be written by these wishes, the edits among them carried out last."""
        career, posting = await self.inputs(session)
        today = session.created_at.date()
        wishes = "\n".join(one for one in instructions if not is_edit(one))
        options = replace(GenerationOptions(template=session.template), instructions=wishes)
        compiled = await self._pipeline.compile(career, posting, options, today=today)
        content = await self._pipeline.write("resume", career, posting, compiled, options, today=today)
        content = apply_edits(content, filter(is_edit, instructions))
        validated = await self._pipeline.validate(content, career, posting, options, today=today)
        return Written(validated, compiled.report, career, posting)

    def document(self, session: TailoringSession, written: Written) -> Document:
        """Return a document that is not kept yet."""
        posting, content, now = written.posting, written.validated.content, self._clock()
        company, role = posting.company or "", posting.title or ""
        return Document(
            user_id=session.user_id,
            job_id=session.job_id,
            profile_id=session.profile_id,
            document_type="resume",
            title=" – ".join(part for part in ("Resume", role, company) if part),
            template=session.template,
            parameters={"profile_version": written.career.version, "engine": "builtin", "page_size": "a4"},
            content=content,
            content_text=render_text(content),
            ats_score=written.validated.ats.ats_score,
            ats_score_details=asdict(written.validated.ats.score_breakdown),
            file_stem=file_name(content, company, role, "pdf").removesuffix(".pdf"),
            created_at=now,
            updated_at=now,
        )

    async def show(self, session: TailoringSession, uow: IUnitOfWork, document: Document, before: Content) -> None:
        """Send the document with what changed since `before`, each with its evidence."""
        sources = {sentence.text: sentence.source_ids for sentence in sentences(document.content)}
        changes = [
            {"index": index, **asdict(one), "source_ids": sources.get(one.after or "", [])}
            for index, one in enumerate(changes_between(before, document.content))
        ]
        await uow.tailoring.add_message(
            session.message(
                "resume_update",
                self._clock(),
                document_id=str(document.id),
                version_number=document.version_number,
                template=document.template,
                content=asdict(document.content),
                changes=changes,
            )
        )
