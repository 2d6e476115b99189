"""Both adapters against a server that behaves, and one that does not."""

import asyncio
import json
import logging
import time
import traceback
from collections.abc import AsyncIterator

import pytest

from app.domain.errors import JobWiseError
from app.domain.ports.llm import (
    LLM_ERRORS,
    ILLMService,
    LLMBudget,
    LLMBudgetError,
    LLMMessage,
    LLMOutputError,
    LLMRefusedError,
    LLMRequest,
    LLMSchema,
    LLMUnavailableError,
)
from app.infrastructure.llm.anthropic import AnthropicLLMService
from app.infrastructure.llm.openai import OpenAILLMService
from tests.llm_double import (
    KEY,
    LLMDouble,
    Respond,
    drip,
    flood,
    hang,
    llm_double,
    only_plain,
    raw,
    refuse,
    reset,
    reset_midway,
    say,
    status,
)

SCHEMA = LLMSchema(
    "word",
    {
        "type": "object",
        "properties": {"word": {"type": "string"}},
        "required": ["word"],
        "additionalProperties": False,
    },
)
GOOD = say('{"word": "kelp"}')


def ask(schema: LLMSchema | None = SCHEMA, **changes: object) -> LLMRequest:
    values = {"purpose": "test", "system": "Be brief.", "messages": (LLMMessage("user", "A word"),), "max_tokens": 500}
    return LLMRequest(**{**values, "schema": schema, **changes})  # type: ignore[arg-type]


class Clock:
    """Stands in for sleeping and keeps what was asked of it."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


@pytest.fixture
async def double() -> AsyncIterator[LLMDouble]:
    async with llm_double(GOOD) as double:
        yield double


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["openai", "anthropic"])
async def service(request: pytest.FixtureRequest, double: LLMDouble, clock: Clock) -> AsyncIterator[ILLMService]:
    service: ILLMService
    if request.param == "openai":
        service = OpenAILLMService(api_key=KEY, model="m-1", base_url=f"{double.url}/v1", timeout=20, sleep=clock.sleep)
    else:
        service = AnthropicLLMService(api_key=KEY, model="m-1", base_url=double.url, timeout=20, sleep=clock.sleep)
    yield service
    await service.aclose()
    await service.aclose()


def hurry(service: ILLMService, seconds: float) -> None:
    service._timeout = seconds  # type: ignore[attr-defined]


async def warm(service: ILLMService, double: LLMDouble) -> None:
    """Load the vendor's client, which takes seconds, before time counts."""
    await service.generate(ask(), budget=LLMBudget())
    double.bodies.clear()
    double.received.clear()


async def test_data_of_the_schema_comes_back_and_is_booked(service: ILLMService, double: LLMDouble) -> None:
    budget = LLMBudget(tokens_left=10_000)
    result = await service.generate(ask(), budget=budget)
    assert (result.data, result.model) == ({"word": "kelp"}, "m-1")
    assert (result.input_tokens, result.output_tokens) == (100, 20)
    assert (budget.calls_left, budget.tokens_left) == (2, 9_880)
    assert [(attempt.purpose, attempt.status) for attempt in budget.attempts] == [("test", "completed")]
    assert json.dumps(SCHEMA.schema) in double.sent
    assert service.host == double.url.removeprefix("http://")


async def test_text_comes_back_whole_and_in_pieces(service: ILLMService, double: LLMDouble) -> None:
    double.plan(say("Grüße aus Malmö"))
    assert (await service.generate(ask(None), budget=LLMBudget())).text == "Grüße aus Malmö"
    budget = LLMBudget()
    pieces = [piece async for piece in service.stream(ask(None), budget=budget)]
    assert (len(pieces), "".join(pieces)) == (3, "Grüße aus Malmö")
    assert [attempt.status for attempt in budget.attempts] == ["completed"]


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"word": "kelp"}\n```',
        'Here you are:\n```\n{"word": "kelp"}\n```\nBye',
        '<think>{"no": 1}</think>{"word": "kelp"}',
        '  {"word": "kelp"} trailing words',
    ],
)
async def test_json_is_found_in_what_models_wrap_it_in(service: ILLMService, double: LLMDouble, text: str) -> None:
    double.plan(say(text))
    assert (await service.generate(ask(), budget=LLMBudget())).data == {"word": "kelp"}


@pytest.mark.parametrize(
    ("script", "error", "calls"),
    [
        ([status(401)], LLMUnavailableError, 1),
        ([status(403)], LLMUnavailableError, 1),
        ([status(404)], LLMUnavailableError, 1),
        ([status(302, Location="http://127.0.0.1:9/")], LLMUnavailableError, 1),
        ([status(413)], LLMUnavailableError, 1),
        ([status(429)], LLMUnavailableError, 3),
        ([status(500)], LLMUnavailableError, 3),
        ([status(503)], LLMUnavailableError, 3),
        ([status(529)], LLMUnavailableError, 3),
        ([reset], LLMUnavailableError, 3),
        ([reset_midway], LLMUnavailableError, 3),
        ([refuse], LLMRefusedError, 1),
        ([flood], LLMOutputError, 1),
        ([say("")], LLMOutputError, 2),
        ([say('{"word": "ke')], LLMOutputError, 2),
        ([say('{"word": "kelp"', finish="length")], LLMOutputError, 2),
        ([say('{"word": 7}')], LLMOutputError, 2),
        ([say('{"word": "a", "more": 1}')], LLMOutputError, 2),
        ([say('{"word": "\\ud800"}')], LLMOutputError, 2),
        ([say('{"word": NaN}')], LLMOutputError, 2),
        ([say('{"word": ' + "[" * 100_000)], LLMOutputError, 2),
        ([say("I would rather talk.")], LLMOutputError, 2),
        ([raw(b"<html>gateway</html>", kind="text/html")], LLMOutputError, 1),
        ([raw(b"{not json")], LLMOutputError, 1),
        ([raw(b"[]")], LLMOutputError, 1),
        ([raw(b"x", Content_Encoding="br")], LLMOutputError, 1),
        ([status(500), say("no json"), say("still none")], LLMOutputError, 3),
    ],
    ids=[
        "401",
        "403",
        "404",
        "redirect",
        "413",
        "429",
        "500",
        "503",
        "529",
        "reset",
        "reset midway",
        "refusal",
        "50 MB",
        "empty",
        "cut",
        "cut by the ceiling",
        "wrong type",
        "unknown property",
        "surrogate",
        "NaN",
        "deep nesting",
        "prose",
        "html",
        "broken envelope",
        "other envelope",
        "packed",
        "500 then prose",
    ],
)
async def test_each_misbehaviour_ends_in_one_domain_error(
    service: ILLMService, double: LLMDouble, script: list[Respond], error: type[JobWiseError], calls: int
) -> None:
    await warm(service, double)
    double.plan(*script)
    budget, began = LLMBudget(), time.monotonic()
    with pytest.raises(LLM_ERRORS) as caught:
        await service.generate(ask(), budget=budget)
    assert type(caught.value) is error, caught.value
    assert (len(double.bodies), len(budget.attempts)) == (calls, calls)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("behaviour", [hang, drip])
async def test_silence_and_slowness_end_at_the_time_limit(
    service: ILLMService, double: LLMDouble, behaviour: Respond
) -> None:
    await warm(service, double)
    double.plan(behaviour)
    hurry(service, 0.3)
    budget, began = LLMBudget(), time.monotonic()
    with pytest.raises(LLMUnavailableError, match=r"did not answer within 0\.3 seconds"):
        await service.generate(ask(), budget=budget)
    assert time.monotonic() - began < 2
    assert [attempt.status for attempt in budget.attempts] == ["failed"]


async def test_a_passing_failure_is_tried_again_with_growing_pauses(
    service: ILLMService, double: LLMDouble, clock: Clock
) -> None:
    double.plan(status(500), status(529), GOOD)
    budget = LLMBudget()
    assert (await service.generate(ask(), budget=budget)).data == {"word": "kelp"}
    assert clock.waited == [0.5, 1.5]
    assert [attempt.status for attempt in budget.attempts] == ["failed", "failed", "completed"]


@pytest.mark.parametrize(("header", "value", "waited"), [("Retry_After", "3", 3.0), ("retry_after_ms", "250", 0.25)])
async def test_retry_after_is_obeyed(
    service: ILLMService, double: LLMDouble, clock: Clock, header: str, value: str, waited: float
) -> None:
    double.plan(status(429, **{header: value}), GOOD)
    await service.generate(ask(), budget=LLMBudget())
    assert clock.waited == [waited]


@pytest.mark.parametrize("value", ["120", "Fri, 01 Jan 2100 00:00:00 GMT", "1e300", "soon"])
async def test_a_long_retry_after_is_passed_on_instead_of_slept(
    service: ILLMService, double: LLMDouble, clock: Clock, value: str
) -> None:
    double.plan(status(429, Retry_After=value))
    with pytest.raises(LLMUnavailableError) as caught:
        await service.generate(ask(), budget=LLMBudget())
    assert 30 <= caught.value.retry_after <= 3600
    assert max(clock.waited, default=0) <= 20


async def test_an_unusable_answer_is_complained_about_once(service: ILLMService, double: LLMDouble) -> None:
    double.plan(say('{"wort": "Tang"}'), GOOD)
    budget = LLMBudget()
    assert (await service.generate(ask(), budget=budget)).data == {"word": "kelp"}
    assert [attempt.status for attempt in budget.attempts] == ["invalid", "completed"]
    said = [(message["role"], message["content"]) for message in double.bodies[1]["messages"]]
    assert ("assistant", '{"wort": "Tang"}') in said
    assert "answer.word is missing" in said[-1][1]


async def test_a_server_without_schemas_is_asked_in_words_and_remembered(
    service: ILLMService, double: LLMDouble
) -> None:
    double.plan(only_plain)
    first, second = LLMBudget(), LLMBudget()
    assert (await service.generate(ask(), budget=first)).data == {"word": "kelp"}
    assert '"additionalProperties": false' in json.dumps(double.bodies[-1]).replace('\\"', '"')
    assert (await service.generate(ask(), budget=second)).data == {"word": "kelp"}
    assert (len(first.attempts), len(second.attempts)) == (len(service.structures), 1)  # type: ignore[attr-defined]
    assert second.attempts[0].input_tokens > 0


async def test_calls_and_tokens_are_bounded_over_several_questions(service: ILLMService, double: LLMDouble) -> None:
    budget = LLMBudget(calls_left=2)
    await service.generate(ask(), budget=budget)
    await service.generate(ask(max_tokens=4_000_000), budget=budget)
    assert double.bodies[-1]["max_tokens"] < budget.tokens_left + 200
    with pytest.raises(LLMBudgetError):
        await service.generate(ask(), budget=budget)
    with pytest.raises(LLMBudgetError):
        await service.generate(ask(system="word " * 4000), budget=LLMBudget(tokens_left=1000))
    assert len(double.bodies) == 2


async def test_cancelling_ends_the_call_at_once_and_it_is_booked(service: ILLMService, double: LLMDouble) -> None:
    await warm(service, double)
    double.plan(hang)
    budget = LLMBudget()
    work = asyncio.create_task(service.generate(ask(), budget=budget))
    await double.received.wait()
    began = time.monotonic()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert time.monotonic() - began < 1
    assert [attempt.status for attempt in budget.attempts] == ["cancelled"]


async def test_a_stream_that_breaks_off_says_so_and_is_not_repeated(service: ILLMService, double: LLMDouble) -> None:
    double.plan(reset_midway)
    budget, said = LLMBudget(), []
    with pytest.raises(LLMUnavailableError):  # noqa: PT012 - the pieces before the break count
        async for piece in service.stream(ask(None), budget=budget):
            said.append(piece)
    assert (said, len(double.bodies)) == (["Hello", " wor"], 1)
    assert [attempt.status for attempt in budget.attempts] == ["failed"]


@pytest.mark.parametrize(
    ("behaviour", "error"),
    [
        (status(401), LLMUnavailableError),
        (status(500), LLMUnavailableError),
        (say(""), LLMOutputError),
        (raw(b"event: message_start\ndata: {broken\n\n", kind="text/event-stream"), LLMOutputError),
        (raw(b"", kind="text/event-stream"), LLMUnavailableError),
        (flood, LLMOutputError),
    ],
    ids=["401", "500", "empty", "broken event", "no event", "50 MB"],
)
async def test_a_stream_fails_in_domain_errors(
    service: ILLMService, double: LLMDouble, behaviour: Respond, error: type[JobWiseError]
) -> None:
    double.plan(behaviour)
    with pytest.raises(error):
        assert [piece async for piece in service.stream(ask(None), budget=LLMBudget())] == []


async def test_a_slow_stream_ends_at_the_time_limit(service: ILLMService, double: LLMDouble) -> None:
    await warm(service, double)
    double.plan(hang)
    hurry(service, 0.2)
    with pytest.raises(LLMUnavailableError, match="did not answer within"):
        assert [piece async for piece in service.stream(ask(None), budget=LLMBudget())] == []


async def test_a_stream_nobody_reads_to_its_end_is_closed(service: ILLMService, double: LLMDouble) -> None:
    double.plan(say("one two three"))
    budget = LLMBudget()
    stream = service.stream(ask(None), budget=budget)
    assert await anext(stream) == "one t"
    await stream.aclose()  # type: ignore[attr-defined]
    assert [attempt.status for attempt in budget.attempts] == ["cancelled"]


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    async with llm_double(GOOD) as gone:
        url = gone.url
    service = OpenAILLMService(api_key="", model="m", base_url=f"{url}/v1", timeout=20, sleep=Clock().sleep)
    budget = LLMBudget()
    with pytest.raises(LLMUnavailableError):
        await service.generate(ask(), budget=budget)
    assert len(budget.attempts) == 3
    await service.aclose()


async def test_the_key_is_sent_and_told_to_nobody_else(
    service: ILLMService, double: LLMDouble, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    double.plan(status(401))
    try:
        await service.generate(ask(), budget=LLMBudget())
    except LLMUnavailableError as error:
        told = "".join(traceback.format_exception(error)) + repr(error) + str(error.details)
    else:
        told = KEY
    sent = double.headers[0].get("authorization", "") + double.headers[0].get("x-api-key", "")
    assert KEY in sent
    assert KEY not in told + caplog.text + repr(service)


def test_providers_are_told_apart() -> None:
    vendor = OpenAILLMService(api_key="k", model="m")
    groq = OpenAILLMService(api_key="k", model="m", base_url="https://api.groq.com/openai/v1")
    claude = AnthropicLLMService(api_key="k", model="m")
    assert [(service.provider, service.host, service.model) for service in (vendor, groq, claude)] == [
        ("openai", "api.openai.com", "m"),
        ("openai_compatible", "api.groq.com", "m"),
        ("anthropic", "api.anthropic.com", "m"),
    ]
