"""A language model's second reading of a posting, where the user switched one on and the first left something open."""

import asyncio
import json
from collections.abc import Callable
from uuid import UUID

from app.application.metering import LLMMeter
from app.application.prompts import prompt
from app.domain.ports.llm import LLM_ERRORS, ILLMService, LLMBudget, LLMMessage, LLMRequest, LLMSchema
from app.domain.text.job.second_reading import SHAPE, open_fields, with_quotes
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon

_SCHEMA = LLMSchema("second_reading", SHAPE)
_ANSWER_TOKENS = 1_500
_MOST_CHARACTERS = 16_000
_DATA_KINDS = ("job posting",)


class SecondReader:
    """Asks a model once about a posting. Whatever it answers, only words of the posting are taken, for open fields.

    A model that fails, or takes longer than `seconds`, leaves the posting as it was read.
    """

    def __init__(
        self,
        llm: ILLMService | None,
        meter: LLMMeter,
        lexicon: Callable[[], Lexicon],
        *,
        seconds: float = 20.0,
    ) -> None:
        self._llm = llm
        self._meter = meter
        self._lexicon = lexicon
        self._seconds = seconds

    async def complete(self, posting: Posting, *, owner_id: UUID, generation_id: UUID | None = None) -> Posting:
        """Return the posting with what a second reading adds, or as it is where the owner allows none."""
        unread = open_fields(posting)
        if self._llm is None or not unread or not await self._meter.allows(owner_id):
            return posting
        spendable = await self._meter.budget(generation_id)
        budget = LLMBudget(min(1, spendable.calls_left), spendable.tokens_left)
        said = {"open": list(unread), "posting": posting.description[:_MOST_CHARACTERS]}
        request = LLMRequest(
            purpose="read_posting",
            system=prompt("second_reading"),
            messages=(LLMMessage("user", json.dumps(said, ensure_ascii=False)),),
            max_tokens=_ANSWER_TOKENS,
            schema=_SCHEMA,
        )
        try:
            async with asyncio.timeout(self._seconds):
                result = await self._llm.generate(request, budget=budget)
        except TimeoutError:
            return posting
        except LLM_ERRORS:
            return posting
        finally:
            await self._meter.record(
                budget, self._llm, owner_id=owner_id, data_kinds=_DATA_KINDS, generation_id=generation_id
            )
        return await asyncio.to_thread(with_quotes, posting, result.data or {}, self._lexicon())
