"""What every provider has in common: the one retry budget, deadlines, repair of unusable answers, the books."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import ClassVar, Literal
from urllib.parse import urlsplit

from app.domain.ports.llm import (
    ILLMService,
    LLMAttempt,
    LLMAttemptStatus,
    LLMBudget,
    LLMBudgetError,
    LLMMessage,
    LLMOutputError,
    LLMRefusedError,
    LLMRequest,
    LLMResult,
    LLMUnavailableError,
)
from app.infrastructure.llm.answers import read_answer
from app.infrastructure.llm.failures import CallFailedError

Structure = Literal["json_schema", "json_object", "plain"]
_LEAST_ANSWER = 64
_FIRST_WAIT = 0.5
_QUOTED = 8_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call brought. Tokens are `None` where the provider does not count."""

    text: str
    refused: bool = False
    cut: bool = False
    input_tokens: int | None = None
    output_tokens: int | None = None
    model: str = ""


class ConversingLLMService(ILLMService, ABC):
    """`ILLMService` but for the call itself."""

    structures: ClassVar[tuple[Structure, ...]] = ("json_schema", "json_object", "plain")

    def __init__(
        self,
        *,
        model: str,
        base_url: str,
        timeout: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._model = model
        self._base_url = base_url
        self._timeout = timeout
        self._sleep = sleep
        self._loading = asyncio.Lock()
        # Which structure the server takes is a trait of the server, and there is one instance a server.
        self._structure = 0

    @property
    def model(self) -> str:
        """See `ILLMService.model`."""
        return self._model

    @property
    def host(self) -> str:
        """See `ILLMService.host`."""
        parts = urlsplit(self._base_url)
        return f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname or ""

    async def generate(self, request: LLMRequest, *, budget: LLMBudget) -> LLMResult:
        """See `ILLMService.generate`."""
        await self._connected()
        try:
            async with asyncio.timeout(self._timeout) as deadline:
                return await self._converse(request, budget, deadline)
        except TimeoutError:
            raise self._too_slow() from None

    async def stream(self, request: LLMRequest, *, budget: LLMBudget) -> AsyncIterator[str]:
        """See `ILLMService.stream`."""
        await self._connected()
        ends = asyncio.get_running_loop().time() + self._timeout
        asked = self._affordable(request, budget)
        said: list[str] = []
        status: LLMAttemptStatus = "cancelled"
        try:
            async with aclosing(self._pieces(asked)) as pieces:
                while True:
                    async with asyncio.timeout_at(ends):
                        piece = await anext(pieces, None)
                    if piece is None:
                        break
                    said.append(piece)
                    yield _encodable(piece)
            status = "completed" if said else "invalid"
        except TimeoutError:
            status = "failed"
            raise self._too_slow() from None
        except CallFailedError as failure:
            status = "refused" if isinstance(failure.error, LLMRefusedError) else "failed"
            raise failure.error from None
        finally:
            self._book(asked, budget, status, Answer("".join(said)))
        if not said:
            raise LLMOutputError("The language model's answer is empty")

    @abstractmethod
    async def _connected(self) -> object:
        """Return the vendor's client. Loading it the first time takes seconds, which are not the provider's."""

    @abstractmethod
    async def _call(self, request: LLMRequest, structure: Structure) -> Answer:
        """Make one call; raise `CallFailedError`."""

    @abstractmethod
    def _pieces(self, request: LLMRequest) -> AsyncGenerator[str, None]:
        """Make one streaming call; raise `CallFailedError`."""

    async def _converse(self, request: LLMRequest, budget: LLMBudget, deadline: asyncio.Timeout) -> LLMResult:
        structure, wait, repaired, spent = self._structure, _FIRST_WAIT, False, len(budget.attempts)
        while True:
            asked = self._affordable(request, budget)
            try:
                answer, data, problem = await self._attempt(asked, self.structures[structure], budget, deadline)
            except CallFailedError as failure:
                pause = wait if failure.wait is None else failure.wait
                simpler = failure.simpler and request.schema is not None and structure + 1 < len(self.structures)
                if not budget.calls_left or not (simpler or self._may_wait(failure, pause, deadline)):
                    raise failure.error from None
                if simpler:
                    structure += 1
                else:
                    await self._sleep(pause)
                    wait *= 3
                continue
            if not problem:
                self._structure = structure
                return self._result(answer, data, budget.attempts[spent:])
            if repaired or not budget.calls_left:
                raise LLMOutputError(f"The language model's answer could not be used: {problem}")
            repaired, request = True, _with_complaint(request, answer, problem)

    async def _attempt(
        self, request: LLMRequest, structure: Structure, budget: LLMBudget, deadline: asyncio.Timeout
    ) -> tuple[Answer, object, str]:
        status: LLMAttemptStatus = "failed"
        answer = Answer("")
        try:
            answer = await self._call(_spelled_out(request, structure), structure)
            status = "completed"
            if answer.refused:
                status = "refused"
                raise LLMRefusedError
            data, problem = _read(request, answer)
            if problem:
                status = "invalid"
        except asyncio.CancelledError:
            status = "failed" if deadline.expired() else "cancelled"
            raise
        else:
            return answer, data, problem
        finally:
            self._book(request, budget, status, answer)

    def _may_wait(self, failure: CallFailedError, pause: float, deadline: asyncio.Timeout) -> bool:
        ends = deadline.when()
        return failure.again and ends is not None and asyncio.get_running_loop().time() + pause < ends

    def _affordable(self, request: LLMRequest, budget: LLMBudget) -> LLMRequest:
        left = budget.tokens_left - _estimate(request)
        if budget.calls_left <= 0 or left < _LEAST_ANSWER:
            raise LLMBudgetError
        return replace(request, max_tokens=min(request.max_tokens, left))

    def _book(self, request: LLMRequest, budget: LLMBudget, status: LLMAttemptStatus, answer: Answer) -> None:
        counted = answer.input_tokens, answer.output_tokens
        nothing_came = status == "failed" and not answer.text
        guess = (0, 0) if nothing_came else (_estimate(request), len(answer.text) // 4)
        tokens = [guess[at] if count is None else max(0, count) for at, count in enumerate(counted)]
        budget.book(
            LLMAttempt(
                purpose=request.purpose,
                status=status,
                model=answer.model or self._model,
                input_tokens=tokens[0],
                output_tokens=tokens[1],
            )
        )

    def _result(self, answer: Answer, data: object, attempts: list[LLMAttempt]) -> LLMResult:
        return LLMResult(
            text=_encodable(answer.text),
            data=data if isinstance(data, dict) else None,
            input_tokens=sum(attempt.input_tokens for attempt in attempts),
            output_tokens=sum(attempt.output_tokens for attempt in attempts),
            model=answer.model or self._model,
        )

    def _too_slow(self) -> LLMUnavailableError:
        return LLMUnavailableError(f"The language model did not answer within {self._timeout:g} seconds")


def _read(request: LLMRequest, answer: Answer) -> tuple[object, str]:
    if not answer.text.strip():
        return None, "it was empty"
    if request.schema is None:
        return None, ""
    data, problem = read_answer(answer.text, request.schema)
    return data, "it was cut off before its end; be shorter" if problem and answer.cut else problem


def _spelled_out(request: LLMRequest, structure: Structure) -> LLMRequest:
    """Return the request with its schema in words, for servers that take none."""
    if request.schema is None or structure == "json_schema":
        return request
    return replace(request, system=f"{request.system}\n\n{_in_words(request)}")


def _in_words(request: LLMRequest) -> str:
    schema = json.dumps(request.schema.schema if request.schema else {}, ensure_ascii=False)
    return f"Answer with one JSON object and nothing else. It must fit this JSON Schema:\n{schema}"


def _with_complaint(request: LLMRequest, answer: Answer, problem: str) -> LLMRequest:
    complaint = f"Your answer could not be used: {problem}."
    if request.schema is not None:
        complaint = f"{complaint} {_in_words(request)}"
    said = (LLMMessage("assistant", answer.text[:_QUOTED]),) if answer.text.strip() else ()
    return replace(request, messages=(*request.messages, *said, LLMMessage("user", complaint)))


def _estimate(request: LLMRequest) -> int:
    """Return about how many tokens the request is: four characters each, as vendors tell for English."""
    schema = len(json.dumps(request.schema.schema)) if request.schema else 0
    return (len(request.system) + sum(len(message.content) for message in request.messages) + schema) // 4


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
