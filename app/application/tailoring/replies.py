"""Answers what the user says in a session: wishes, questions about the document, refused changes, undo."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from app.application.tailoring.chat import GONE, HELP, LEFT_OUT, NO_DOCUMENT, OPEN_QUESTION, SAYS, tone_told, unchanged
from app.application.tailoring.lengths import lengthened, shortened
from app.application.tailoring.wording import ChatWriter
from app.application.tailoring.writing import SessionWriter
from app.domain.documents import Document, DocumentVersion
from app.domain.tailoring import Step, TailoringMessage, TailoringSession
from app.domain.text.career import Career
from app.domain.text.chat.edits import apply_edits, drop, drop_line
from app.domain.text.chat.emphasis import wide_wish
from app.domain.text.chat.places import find_place
from app.domain.text.chat.telling import explain, template_name, told_changes, told_missing, told_templates
from app.domain.text.chat.wishes import Wish, understand
from app.domain.text.compose import original_content
from app.domain.text.difference import changes_between, without_changes
from app.domain.text.document import Content
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.render.text import render_text
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

_DONE = {"undone": "Undone", "refused": "Taken back"}
Change = Callable[[TailoringSession, IUnitOfWork], Awaitable[None]]


class Replies:
    """Each reply is a change of the session that the runner commits; `chat_writer` is there where a model is."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        writer: SessionWriter,
        chat_writer: ChatWriter | None,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._writer = writer
        self._chat_writer = chat_writer
        self._clock = clock

    async def to(self, session: TailoringSession, message: TailoringMessage) -> Change:
        """Return what the user's message brings about."""
        words = str(message.data.get("message", ""))
        if session.document_id is None:
            if session.status == "completed":
                return self._said("The document of this session was deleted; start another session.", message.seq)
            return self._noted(session, understand(words), message.seq)
        career, posting = await self._writer.inputs(session)
        async with self._unit_of_work(read_only=True) as uow:
            document = await uow.documents.get(session.document_id, owner_id=session.user_id)
        if "refuse" in message.data:
            return await self._reviewed(session, document, message, career, posting)
        wish, seq = understand(words, document.content), message.seq
        if wish.kind in ("rewrite", "again", "reset"):
            return await self._rewritten(session, document, wish, seq, career)
        if wish.kind in ("shorter", "longer"):
            return await self._relengthened(session, document, wish, seq)
        if wish.kind in ("drop", "template"):
            return await self._edited(session, document, wish, seq, career, posting)
        if wish.kind == "undo":
            return await self._undone(session, document, seq)
        if wish.kind == "denied":
            return await self._denied(session, document, wish.text, seq, career, posting)
        if wish.kind in ("unknown", "tone", "complaint"):
            return await self._worded(session, document, message, wish, career, posting)
        return self._said(await self._told(session, document, wish, career, posting), seq)

    async def _relengthened(self, session: TailoringSession, document: Document, wish: Wish, handled: int) -> Change:
        change = shortened if wish.kind == "shorter" else lengthened
        written, told = await change(self._writer, session, document.content, is_one_page=bool(wish.text))
        if written is None:
            return self._said(told, handled)
        return self._new_version(document, written.content, handled, written.instructions, session.template)

    async def _edited(
        self, session: TailoringSession, document: Document, wish: Wish, handled: int, career: Career, posting: Posting
    ) -> Change:
        if wish.kind == "template":
            if wish.text == document.template:
                return self._said(f"It is in the {template_name(wish.text)} template already.", handled)
            return self._new_version(document, document.content, handled, session.instructions, wish.text)
        place = find_place(wish.text, document.content)
        if place is None:
            return self._said(unchanged(wish, document.content, career), handled)
        edit = drop(place)
        content = await self._writer.validated(session, apply_edits(document.content, [edit]), career, posting)
        return self._new_version(document, content, handled, (*session.instructions, edit), session.template)

    async def _told(
        self, session: TailoringSession, document: Document, wish: Wish, career: Career, posting: Posting
    ) -> str:
        """Return the answer to what changes nothing."""
        if wish.kind == "templates":
            return told_templates()
        if wish.kind == "changed":
            clause = told_changes(await self._before(session, document, career), document.content)
            return f"Against the version before: {clause or 'the same text, laid out anew'}."
        if wish.kind in ("why", "missing", "match"):
            report = (await self._writer.compile(session, career, posting)).report
            if wish.kind == "why":
                dropped = (one for one in session.instructions if one.startswith("drop "))
                asked = next((one for one in dropped if one.removeprefix("drop ") in wish.text), "")
                if asked:
                    return f"Because you said “{asked}”. Say “undo” to go back, step by step."
                if wish.text.endswith(GONE) and len(wish.text.split()) > 1:
                    return LEFT_OUT
                return explain(wish.text, document.content, career, report)
            missing = await self._missing(session, report)
            return (
                f"Your profile fits this posting at {report.score} of 100. {missing}"
                if wish.kind == "match"
                else missing
            )
        return SAYS.get(wish.kind, HELP)

    async def _reviewed(
        self, session: TailoringSession, document: Document, message: TailoringMessage, career: Career, posting: Posting
    ) -> Change:
        number, refused = message.data["version_number"], message.data["refuse"]
        if number != document.version_number or not isinstance(refused, list):
            return self._said("The document has changed since; look at its latest version.", message.seq)
        if not refused:
            return self._said("Kept: all changes of this version.", message.seq)
        before = await self._before(session, document, career)
        content = without_changes(before, document.content, refused)
        if content == document.content:
            return self._said("There is no such change in this version.", message.seq)
        content = await self._writer.validated(session, content, career, posting)
        # A line that was refused must not come back with the next wish.
        unwanted = (
            one.after
            for index, one in enumerate(changes_between(before, document.content))
            if index in refused and one.kind == "added"
        )
        wishes = (*session.instructions, *(drop_line(text) for text in unwanted if text))
        return self._new_version(document, content, message.seq, wishes, session.template, "refused")

    async def _before(self, session: TailoringSession, document: Document, career: Career) -> Content:
        if document.version_number == 1:
            return original_content(career)
        async with self._unit_of_work(read_only=True) as uow:
            number = document.version_number - 1
            return (await uow.documents.get_version(document.id, number, owner_id=session.user_id)).content

    async def _worded(
        self,
        session: TailoringSession,
        document: Document,
        message: TailoringMessage,
        wish: Wish,
        career: Career,
        posting: Posting,
    ) -> Change:
        if self._chat_writer is None or not await self._chat_writer.is_on(session.user_id):
            told = tone_told(document.content) if wish.kind == "tone" else SAYS.get(wish.kind, HELP)
            if wish.kind == "complaint" and (place := find_place(wish.text, document.content)):
                told = f"Do you mean {place.name}? {told}"
            return self._said(told, message.seq)

        async def is_over() -> bool:
            async with self._unit_of_work(read_only=True) as uow:
                current = await uow.tailoring.get(session.id, owner_id=session.user_id)
            return current.status in ("stopped", "failed")

        content, remark = await self._chat_writer.word(
            document.content,
            career,
            posting,
            str(message.data["message"]),
            today=session.created_at.date(),
            owner_id=session.user_id,
            is_over=is_over,
        )
        if content == document.content:
            return self._said(remark or "The language model left every line as it is.", message.seq)
        content = await self._writer.validated(session, content, career, posting)
        return self._new_version(document, content, message.seq, session.instructions, session.template)

    async def _deny(self, session: TailoringSession, uow: IUnitOfWork, skill: str) -> None:
        if skill and session.profile_id is not None:
            await uow.tailoring.deny(session.profile_id, skill, user_id=session.user_id)

    def _said(
        self, text: str, handled: int, instructions: tuple[str, ...] = (), template: str = "", denied: str = ""
    ) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            await self._deny(current, uow, denied)
            current.handled_seq = handled
            current.instructions = (*current.instructions, *instructions)
            current.template = template or current.template
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change

    def _noted(self, session: TailoringSession, wish: Wish, handled: int) -> Change:
        if wish.kind in ("rewrite", "shorter", "longer"):
            wished = wish.text or wish.kind
            return self._said("Noted; I will write it that way.", handled, instructions=(wished,))
        if wish.kind == "template":
            told = f"Noted; I will use the {template_name(wish.text)} template."
            return self._said(told, handled, template=wish.text)
        if wish.kind == "templates":
            return self._said(told_templates(), handled)
        if wish.kind in SAYS or wish.kind == "unknown":
            is_asked = OPEN_QUESTION if session.question else ""
            return self._said(SAYS.get(wish.kind, HELP) + is_asked, handled)
        return self._said(NO_DOCUMENT, handled)

    async def _missing(self, session: TailoringSession, report: MatchReport) -> str:
        async with self._unit_of_work(read_only=True) as uow:
            denied = await uow.tailoring.denied(session.profile_id) if session.profile_id else []
        return told_missing(report, denied)

    async def _rewritten(
        self, session: TailoringSession, document: Document, wish: Wish, handled: int, career: Career
    ) -> Change:
        wishes = () if wish.kind == "reset" else session.instructions
        if wish.kind == "rewrite":
            wishes = (*wishes, wide_wish(wish.text, career))
            wish = Wish("rewrite", wishes[-1])
        content = (await self._writer.written(session, wishes)).validated.content
        if content != document.content:
            return self._new_version(document, content, handled, wishes, session.template)
        if wish.kind == "rewrite":
            return self._said(unchanged(wish, content, career), handled)
        return self._said("I wrote it again from your profile as it is now: nothing is different.", handled)

    async def _denied(
        self, session: TailoringSession, document: Document, what: str, handled: int, career: Career, posting: Posting
    ) -> Change:
        report = (await self._writer.compile(session, career, posting)).report
        names = [match.keyword for match in report.keywords] + [skill.name for skill in career.skills]
        name = next((one for one in names if one.casefold() == what.casefold()), "")
        if not name and what.casefold() not in document.content_text.casefold():
            return self._said(
                f"“{what}” stands nowhere in your resume, and what your profile does not say is never claimed.", handled
            )
        name = name or what
        wishes = (*session.instructions, f"drop {name}")
        content = (await self._writer.written(session, wishes)).validated.content
        noted = f"Noted: no {name}. It will not be claimed, and you will not be asked about it."
        if any(skill.name.casefold() == name.casefold() for skill in career.skills):
            noted += " Your profile still names it; take it out there, too."
        if content == document.content:
            noted += " It does not stand in this resume."
            return self._said(noted, handled, denied=name, instructions=(f"drop {name}",))
        return self._new_version(document, content, handled, wishes, session.template, denied=name, note=noted)

    async def _undone(self, session: TailoringSession, document: Document, handled: int) -> Change:
        if not session.steps:
            return self._said("There is nothing to undo.", handled)
        step = session.steps[-1]
        async with self._unit_of_work(read_only=True) as uow:
            earlier = await uow.documents.get_version(document.id, step.version_number, owner_id=session.user_id)
        return self._new_version(document, earlier.content, handled, step.instructions, step.template, "undone")

    def _new_version(
        self,
        document: Document,
        content: Content,
        handled: int,
        instructions: tuple[str, ...],
        template: str,
        reason: Literal["asked for in chat", "refused", "undone"] = "asked for in chat",
        *,
        denied: str = "",
        note: str = "",
    ) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            await self._deny(current, uow, denied)
            latest = await uow.documents.get(document.id, owner_id=document.user_id, lock=True)
            before, was = latest.content, latest.template
            step = Step(
                version_number=latest.version_number, instructions=current.instructions, template=current.template
            )
            current.steps = current.steps[:-1] if reason == "undone" else [*current.steps, step]
            current.instructions, current.template, current.handled_seq = instructions, template, handled
            latest.template, latest.updated_at = template, self._clock()
            latest.take_edit(content, render_text(content))
            await uow.documents.add_version(DocumentVersion.of(latest, note=reason))
            await uow.documents.save(latest)
            await self._writer.show(current, uow, latest, before)
            clauses = [told_changes(before, content)]
            if template != was:
                clauses.append(f"in the {template_name(template)} template now")
            told = "; ".join(clause for clause in clauses if clause) or "the same lines, laid out anew"
            text = f"{_DONE.get(reason, 'Done')}: {told}. This is version {latest.version_number}. {note}".rstrip()
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change
