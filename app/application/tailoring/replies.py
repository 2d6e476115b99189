"""Answers what the user says in a session: wishes, questions about the document, refused changes, undo."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Literal

from app.application.tailoring.chat import HELP, Wish, explain, understand
from app.application.tailoring.wording import ChatWriter
from app.application.tailoring.writing import SessionWriter
from app.domain.documents import Document, DocumentVersion
from app.domain.tailoring import Step, TailoringMessage, TailoringSession
from app.domain.text.career import Career
from app.domain.text.compose import original_content
from app.domain.text.difference import without_changes
from app.domain.text.document import Content
from app.domain.text.posting import Posting
from app.domain.text.render.text import render_text
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

UNCHANGED = (
    "That changes nothing: it is written that way already. You can drop things by name, as in “drop Redis”, or refuse "
    "single changes."
)
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
        wish = understand(str(message.data.get("message", "")))
        if session.document_id is None:
            if session.status == "completed":
                return self._said("The document of this session was deleted; start another session.", message.seq)
            return self._noted(wish, message.seq)
        career, posting = await self._writer.inputs(session)
        async with self._unit_of_work(read_only=True) as uow:
            document = await uow.documents.get(session.document_id, owner_id=session.user_id)
        if "refuse" in message.data:
            return await self._reviewed(session, document, message, career, posting)
        if wish.kind == "rewrite":
            return await self._rewritten(session, document, (*session.instructions, wish.text), message.seq)
        if wish.kind == "template":
            return self._new_version(document, document.content, message.seq, session.instructions, wish.text)
        if wish.kind == "undo":
            return await self._undone(session, document, message.seq)
        if wish.kind == "why":
            return self._said(explain(wish.text, document.content, career), message.seq)
        if wish.kind == "missing":
            return self._said(await self._missing(session, career, posting), message.seq)
        return await self._worded(session, document, message, career, posting)

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
        return self._new_version(document, content, message.seq, session.instructions, session.template, "refused")

    async def _before(self, session: TailoringSession, document: Document, career: Career) -> Content:
        if document.version_number == 1:
            return original_content(career)
        async with self._unit_of_work(read_only=True) as uow:
            number = document.version_number - 1
            return (await uow.documents.get_version(document.id, number, owner_id=session.user_id)).content

    async def _worded(
        self, session: TailoringSession, document: Document, message: TailoringMessage, career: Career, posting: Posting
    ) -> Change:
        if self._chat_writer is None or not await self._chat_writer.is_on(session.user_id):
            return self._said(HELP, message.seq)

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

    def _said(self, text: str, handled: int, instructions: tuple[str, ...] = (), template: str = "") -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            current.handled_seq = handled
            current.instructions = (*current.instructions, *instructions)
            current.template = template or current.template
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change

    def _noted(self, wish: Wish, handled: int) -> Change:
        if wish.kind == "rewrite":
            return self._said("Noted; I will write it that way.", handled, instructions=(wish.text,))
        if wish.kind == "template":
            return self._said(f"Noted; I will use the {wish.text} template.", handled, template=wish.text)
        if wish.kind == "unknown":
            return self._said(HELP, handled)
        return self._said("There is no document yet; answer or skip the questions first.", handled)

    async def _missing(self, session: TailoringSession, career: Career, posting: Posting) -> str:
        compiled = await self._writer.compile(session, career, posting)
        missing = compiled.report.missing_keywords
        if not missing:
            return "Nothing: your profile shows every keyword of the posting."
        return f"The posting asks for these, and your profile does not show them: {', '.join(missing)}."

    async def _rewritten(
        self, session: TailoringSession, document: Document, instructions: tuple[str, ...], handled: int
    ) -> Change:
        written = await self._writer.written(session, instructions)
        if written.validated.content == document.content:
            return self._said(UNCHANGED, handled)
        return self._new_version(document, written.validated.content, handled, instructions, session.template)

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
    ) -> Change:
        async def change(current: TailoringSession, uow: IUnitOfWork) -> None:
            latest = await uow.documents.get(document.id, owner_id=document.user_id, lock=True)
            before = latest.content
            step = Step(
                version_number=latest.version_number, instructions=current.instructions, template=current.template
            )
            current.steps = current.steps[:-1] if reason == "undone" else [*current.steps, step]
            current.instructions, current.template, current.handled_seq = instructions, template, handled
            latest.template, latest.updated_at = template, self._clock()
            latest.take_edit(content, render_text(content))
            await uow.documents.add_version(DocumentVersion.of(latest, note=reason))
            await uow.documents.save(latest)
            count = await self._writer.show(current, uow, latest, before)
            lines = f"{count} line{'' if count == 1 else 's'} changed" if count else "the same lines, laid out anew"
            text = f"{_DONE.get(reason, 'Done')}: {lines}. This is version {latest.version_number}."
            said = current.message("chat_message", self._clock(), role="assistant", message=text)
            await uow.tailoring.add_message(said)

        return change
