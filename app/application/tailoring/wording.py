"""Free wording in a session's chat: a model words the shown document as wished, through the same verifier."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

from app.application.calling_off import unless_called_off
from app.application.metering import LLMMeter
from app.application.rewriting import Rewriter, Subject
from app.domain.generations import GenerationOptions
from app.domain.ports.llm import LLM_ERRORS, LLMBudget
from app.domain.text.career import Career
from app.domain.text.document import Content
from app.domain.text.posting import Posting


class ChatWriter:
    """Asks the model only for accounts that switched it on; every call is in the ledger."""

    def __init__(self, rewriter: Rewriter, meter: LLMMeter) -> None:
        self._rewriter = rewriter
        self._meter = meter

    async def is_on(self, user_id: UUID) -> bool:
        """Tell whether the account lets a model word its documents."""
        return await self._meter.allows(user_id)

    async def word(
        self,
        content: Content,
        career: Career,
        posting: Posting,
        wish: str,
        *,
        today: date,
        owner_id: UUID,
        is_over: Callable[[], Awaitable[bool]],
    ) -> tuple[Content, str]:
        """Return the document as worded and a remark; unchanged, with the reason, where the model was of no use.

        `is_over` is asked once a second: when the session has ended, the model is hung up on.
        """
        subject = Subject(content, career, posting, GenerationOptions(instructions=wish), today)
        budget = await self._meter.budget()
        kinds = (await asyncio.to_thread(self._rewriter.brief, subject)).data_kinds
        try:
            return await unless_called_off(self._ask(subject, budget), is_over) or (content, "")
        except LLM_ERRORS as error:
            return content, f"The language model could not help: {error.message[0].lower()}{error.message[1:]}"
        finally:
            await self._meter.record(budget, self._rewriter.llm, owner_id=owner_id, data_kinds=kinds)

    async def _ask(self, subject: Subject, budget: LLMBudget) -> tuple[Content, str]:
        draft = await self._rewriter.propose(subject, budget=budget)
        content, draft = await self._rewriter.settle(subject, draft, budget=budget)
        return content, draft.notice
