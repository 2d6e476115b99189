"""A model's second reading: only where the user allowed it, booked, and never trusted."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from app.application.metering import LLMMeter
from app.application.second_reading import SecondReader
from app.domain.errors import JobWiseError
from app.domain.pagination import PageRequest
from app.domain.ports.llm import LLMOutputError, LLMRefusedError, LLMRequest, LLMResult, LLMUnavailableError
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from tests.builders import make_user
from tests.fakes import FakeUnitOfWorkFactory
from tests.scripted_llm import ScriptedLLM

NOW = datetime(2026, 3, 14, tzinfo=UTC)
TEXT = "Rolls & Sons are six shops in Bergen. " + "We bake at night and sell by day, and the ovens never cool. " * 4
SAID: dict[str, Any] = {
    "title": "",
    "company": "Rolls & Sons",
    "location": "Oslo",
    "workplace": "",
    "seniority": "",
    "required_skills": [],
    "preferred_skills": [],
}
POSTING = Posting(description=TEXT)


async def readers(llm: ScriptedLLM | None, *, enabled: bool = True) -> tuple[SecondReader, FakeUnitOfWorkFactory, UUID]:
    units = FakeUnitOfWorkFactory()
    user = replace(make_user(), llm_enabled=enabled)
    async with units() as uow:
        await uow.users.save(user)
        await uow.commit()
    meter = LLMMeter(units, max_tokens=50_000, clock=lambda: NOW)
    return SecondReader(llm, meter, lexicon, seconds=0.2), units, user.id


async def calls(units: FakeUnitOfWorkFactory, owner: UUID) -> list[tuple[str, str, list[str]]]:
    async with units(read_only=True) as uow:
        page = await uow.llm_calls.page(owner, PageRequest())
    return [(call.purpose, call.status, call.data_kinds) for call in page.items]


async def test_a_model_fills_open_fields_and_the_call_is_in_the_ledger() -> None:
    llm = ScriptedLLM(lambda _: SAID)
    reader, units, owner = await readers(llm)
    done = await reader.complete(POSTING, owner_id=owner)
    # Oslo is not in the text.
    assert (done.company, done.location) == ("Rolls & Sons", None)
    assert llm.asked[0]["posting"] == TEXT
    assert await calls(units, owner) == [("read_posting", "completed", ["job posting"])]


@pytest.mark.parametrize("error", [LLMUnavailableError(), LLMRefusedError(), LLMOutputError()])
async def test_a_model_that_fails_leaves_the_posting_and_is_booked(error: JobWiseError) -> None:
    reader, units, owner = await readers(ScriptedLLM(lambda _: SAID, error=error))
    assert await reader.complete(POSTING, owner_id=owner) is POSTING
    assert [status for _, status, _ in await calls(units, owner)] == ["failed"]


async def test_a_model_that_takes_too_long_leaves_the_posting() -> None:
    class Slow(ScriptedLLM):
        async def generate(self, request: LLMRequest, *, budget: Any) -> LLMResult:
            await asyncio.sleep(60)
            return await super().generate(request, budget=budget)

    reader, _, owner = await readers(Slow(lambda _: SAID))
    assert await reader.complete(POSTING, owner_id=owner) is POSTING


async def test_nothing_is_sent_where_the_user_did_not_switch_it_on() -> None:
    llm = ScriptedLLM(lambda _: SAID)
    reader, units, owner = await readers(llm, enabled=False)
    assert await reader.complete(POSTING, owner_id=owner) is POSTING
    assert (llm.asked, await calls(units, owner)) == ([], [])


async def test_nothing_is_sent_without_a_model_or_a_question() -> None:
    reader, _, owner = await readers(None)
    assert await reader.complete(POSTING, owner_id=owner) is POSTING
    llm = ScriptedLLM(lambda _: SAID)
    reader, _, owner = await readers(llm)
    short = Posting(description="Baker wanted")
    assert await reader.complete(short, owner_id=owner) is short
    assert llm.asked == []
