"""What users see of the language model, over the fakes."""

from typing import Any

import pytest

from app.application.llm import LLMUseService
from app.application.metering import LLMMeter
from app.application.rate_limits import RateLimitService, limit_rules
from app.domain.errors import JobWiseError, NotFoundError, RateLimitedError
from app.domain.ids import uuid7
from app.domain.llm import LLMNotEnabledError
from app.domain.pagination import PageRequest
from app.domain.ports.llm import CALLS_AT_MOST, LLMRefusedError
from app.infrastructure.rate_limits import SlidingWindowLimiter
from tests.builders import NOON, make_llm_call, make_user
from tests.fakes import FakeUnitOfWorkFactory
from tests.scripted_llm import ScriptedLLM


def ready(error: JobWiseError | None = None) -> ScriptedLLM:
    return ScriptedLLM(lambda _: {"answer": "ready"}, error=error)


class World:
    """A user and the service over a model, or none."""

    def __init__(self, llm: Any = None, *, enabled: bool = True) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.user = make_user(llm_enabled=enabled)
        self.meter = LLMMeter(self.units, max_tokens=1000, clock=lambda: NOON)
        seconds = iter((10.0, 10.25))
        self.use = LLMUseService(self.units, llm, self.meter, timer=lambda: next(seconds))

    async def fill(self) -> "World":
        await self.unit.users.save(self.user)
        return self


async def test_the_status_names_what_is_set_up_and_switched_on() -> None:
    here = await World(ready(), enabled=False).fill()
    status = await here.use.status(here.user.id)
    assert (status.configured, status.provider, status.model, status.enabled) == (
        True, "scripted", "script-1", False,
    )  # fmt: skip
    without = await World().fill()
    plain = await without.use.status(without.user.id)
    assert (plain.configured, plain.provider, plain.host, plain.enabled) == (False, "builtin", "", True)
    with pytest.raises(NotFoundError):
        await here.use.status(uuid7())


async def test_a_test_asks_one_question_without_anything_of_the_user_and_is_booked() -> None:
    model = ready()
    here = await World(model).fill()
    done = await here.use.test(here.user.id)
    assert (done.model, done.seconds, done.input_tokens) == ("script-1", 0.25, 10)
    assert [list(asked) for asked in model.asked] == [["said"]]
    assert here.user.email not in model.asked[0]["said"]
    (call,) = (await here.use.calls(here.user.id, PageRequest(), purpose="test")).items
    assert (call.data_kinds, call.generation_id, call.status) == ([], None, "completed")
    assert (await here.use.calls(uuid7(), PageRequest())).items == []


async def test_a_test_that_failed_is_booked_as_well() -> None:
    here = await World(ready(LLMRefusedError())).fill()
    with pytest.raises(LLMRefusedError):
        await here.use.test(here.user.id)
    assert [call.status for call in here.unit.llm_calls.rows.values()] == ["failed"]


@pytest.mark.parametrize(("llm", "enabled"), [(None, True), (ready(), False)])
async def test_nothing_is_asked_without_a_model_or_leave(llm: Any, enabled: bool) -> None:
    here = await World(llm, enabled=enabled).fill()
    with pytest.raises(LLMNotEnabledError):
        await here.use.test(here.user.id)
    assert here.unit.llm_calls.rows == {}


async def test_a_generation_has_what_it_did_not_spend_yet() -> None:
    here = await World().fill()
    generation_id = uuid7()
    fresh = await here.meter.budget(generation_id)
    await here.unit.llm_calls.save(
        make_llm_call(here.user.id, generation_id=generation_id, input_tokens=600, output_tokens=50)
    )
    left = await here.meter.budget(generation_id)
    assert (fresh.calls_left - left.calls_left, fresh.tokens_left - left.tokens_left) == (1, 650)
    for _ in range(CALLS_AT_MOST):
        await here.unit.llm_calls.save(make_llm_call(here.user.id, generation_id=generation_id, input_tokens=600))
    spent = await here.meter.budget(generation_id)
    assert (spent.calls_left, spent.tokens_left) == (0, 0)


async def test_requests_are_counted_by_account_and_by_address_where_a_limit_holds() -> None:
    def limits(user: int, address: int) -> RateLimitService:
        rules = limit_rules(user_per_minute=user, address_per_day=address, generations_per_hour=1)
        return RateLimitService(SlidingWindowLimiter(), rules, quotas={"free": 1}, clock=lambda: NOON)

    open_to_all = limits(0, 0)
    ana, bo = uuid7(), uuid7()
    assert await open_to_all.count_request(ana, "198.51.100.7") is None
    assert await open_to_all.count_request(None, "198.51.100.7") is None
    limited = limits(1, 1)
    stood = [
        await limited.count_request(who, address)
        for who, address in ((ana, "a"), (bo, "a"), (None, "a"), (None, "b"), (ana, "b"), (None, "a"))
    ]
    assert [one.is_allowed for one in stood if one] == [True, True, True, True, False, False]
    assert stood[4] is not None
    refusal = limited.refusal(stood[4])
    assert (refusal.retry_after > 0, refusal.details) == (True, {"limit": 1})
    await limited.count_generation(ana)
    with pytest.raises(RateLimitedError):
        await limited.count_generation(ana)
