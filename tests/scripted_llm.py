"""A model in the process: it answers with what a function makes of the brief, or fails as told."""

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from app.domain.errors import JobWiseError
from app.domain.ports.llm import LLMAttempt, LLMBudget, LLMBudgetError, LLMRequest, LLMResult

Answer = Callable[[dict[str, Any]], dict[str, Any]]


class ScriptedLLM:
    """`ILLMService` without a network; `asked` keeps every brief."""

    provider, host, model = "scripted", "nowhere.example", "script-1"

    def __init__(self, answer: Answer, *, error: JobWiseError | None = None) -> None:
        self._answer = answer
        self._error = error
        self.asked: list[dict[str, Any]] = []

    async def generate(self, request: LLMRequest, *, budget: LLMBudget) -> LLMResult:
        if budget.calls_left <= 0:
            raise LLMBudgetError
        said = request.messages[-1].content
        brief = json.loads(said) if said.startswith("{") else {"said": said}
        self.asked.append(brief)
        failed = self._error is not None
        budget.book(
            LLMAttempt(
                purpose=request.purpose,
                status="failed" if failed else "completed",
                model=self.model,
                input_tokens=10,
                output_tokens=5,
            )
        )
        if self._error is not None:
            raise self._error
        data = self._answer(brief)
        return LLMResult(text=json.dumps(data), data=data, input_tokens=10, output_tokens=5, model=self.model)

    async def stream(self, request: LLMRequest, *, budget: LLMBudget) -> AsyncIterator[str]:
        yield (await self.generate(request, budget=budget)).text

    async def aclose(self) -> None:
        """Nothing is open."""
