"""The language model's part of writing a document: within its budget, kept as it comes, ended when the user ends it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

from app.application.calling_off import unless_called_off
from app.application.metering import LLMMeter
from app.application.rewriting import Rewriter, Subject
from app.domain.errors import JobWiseError
from app.domain.generations import Generation, GenerationArtifacts, GenerationCancelledError
from app.domain.llm import LLMNotEnabledError
from app.domain.ports.llm import LLM_ERRORS, LLMBudget
from app.domain.text.document import Content
from app.domain.text.rewrite import Draft
from app.domain.unit_of_work import UnitOfWorkFactory

T = TypeVar("T")


class LLMStage:
    """Has a composed document worded. `poll_seconds` is how often it looks whether the user cancelled meanwhile."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, rewriter: Rewriter | None, meter: LLMMeter, *, poll_seconds: float = 1.0
    ) -> None:
        self._unit_of_work = unit_of_work
        self._rewriter = rewriter
        self._meter = meter
        self._poll_seconds = poll_seconds

    async def word(
        self,
        generation: Generation,
        artifacts: GenerationArtifacts,
        content: Content,
        *,
        keep: Callable[[], Awaitable[object]],
    ) -> Content:
        """Return the document as worded, or as it was where the model failed and the user allows that.

        `artifacts.draft` tells which. The proposal is handed to `keep` as soon as it is there, so that nothing is paid
        twice. Raises one of `LLM_ERRORS` or `LLMNotEnabledError` where the user allows no fallback.
        """
        options = generation.options
        subject = Subject(content, artifacts.career, artifacts.posting, options, generation.created_at.date())
        try:
            return await self._ask(subject, generation, artifacts, keep)
        except JobWiseError as error:
            if not (options.allow_fallback and isinstance(error, (*LLM_ERRORS, LLMNotEnabledError))):
                raise
            artifacts.draft = Draft(notice=_fallback(error))
            return content

    async def _ask(
        self,
        subject: Subject,
        generation: Generation,
        artifacts: GenerationArtifacts,
        keep: Callable[[], Awaitable[object]],
    ) -> Content:
        rewriter = self._rewriter
        if rewriter is None:
            raise LLMNotEnabledError
        budget = await self._meter.budget(generation.id)
        kinds = (await asyncio.to_thread(rewriter.brief, subject)).data_kinds
        try:
            if artifacts.draft is None:
                artifacts.draft = await self._unless_cancelled(rewriter.propose(subject, budget=budget), generation)
                await self._book(rewriter, budget, generation, kinds)
                await keep()
            settling = rewriter.settle(subject, artifacts.draft, budget=budget)
            content, artifacts.draft = await self._unless_cancelled(settling, generation)
            return content
        finally:
            await self._book(rewriter, budget, generation, kinds)

    async def _book(
        self, rewriter: Rewriter, budget: LLMBudget, generation: Generation, kinds: tuple[str, ...]
    ) -> None:
        await self._meter.record(
            budget, rewriter.llm, owner_id=generation.user_id, data_kinds=kinds, generation_id=generation.id
        )

    async def _unless_cancelled(self, asking: Coroutine[object, object, T], generation: Generation) -> T:
        async def has_ended() -> bool:
            async with self._unit_of_work(read_only=True) as uow:
                return (await uow.generations.get(generation.id, owner_id=generation.user_id)).has_ended

        answer = await unless_called_off(asking, has_ended, poll_seconds=self._poll_seconds)
        if answer is None:
            raise GenerationCancelledError
        return answer


def _fallback(error: JobWiseError) -> str:
    return f"The built-in engine wrote this document: {error.message[0].lower()}{error.message[1:]}"
