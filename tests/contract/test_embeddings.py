"""What whoever compares texts may rely on, whichever model made the vectors."""

import json
import math
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.ports.embeddings import EmbeddingsUnavailableError, IEmbedder, Vector
from app.domain.ports.llm import LLMBudget
from app.infrastructure.embeddings.lexical import LexicalEmbedder
from app.infrastructure.embeddings.minilm import SUMS, MiniLMEmbedder, model_folder
from app.infrastructure.llm.embeddings import OpenAIEmbedder
from tests.fakes import FakeEmbedder
from tests.llm_double import KEY, Exchange, Respond, hang, llm_double, raw, status

TEXTS = ["We look for a baker", "Kernel driver engineer", "We look for a baker", "", "Grüße 職務 🙂"]


def dot(one: Vector, other: Vector) -> float:
    return sum(left * right for left, right in zip(one, other, strict=True))


def letters(*, scale: float = 1.0, shuffle: bool = False) -> Respond:
    """Answer like `/embeddings`, with the fake's vectors made longer."""

    async def respond(exchange: Exchange) -> None:
        made = [FakeEmbedder._vector(text) for text in exchange.body["input"]]
        rows = [{"index": n, "embedding": [scale * value for value in vector]} for n, vector in enumerate(made)]
        answer = {
            "object": "list",
            "model": exchange.body["model"],
            "data": [{"object": "embedding", **row} for row in (reversed(rows) if shuffle else rows)],
            "usage": {"prompt_tokens": 7, "total_tokens": 7},
        }
        await exchange.send(200, json.dumps(answer).encode())

    return respond


def weights() -> Path:
    folder = model_folder()
    assert folder is not None, "make setup installs the weights"
    return folder


@pytest.fixture(params=["fake", "lexical", "openai", pytest.param("minilm", marks=pytest.mark.slow)])
async def embedder(request: pytest.FixtureRequest) -> AsyncIterator[IEmbedder]:
    if request.param == "openai":
        async with llm_double(letters(scale=3.0, shuffle=True)) as double:
            made = OpenAIEmbedder(api_key=KEY, model="e-1", base_url=f"{double.url}/v1")
            yield made
            await made.aclose()
        return
    other: IEmbedder
    if request.param == "minilm":
        other = MiniLMEmbedder(weights())
    else:
        other = FakeEmbedder() if request.param == "fake" else LexicalEmbedder()
    yield other
    await other.aclose()
    await other.aclose()


async def test_each_text_has_a_vector_of_length_one_in_order(embedder: IEmbedder) -> None:
    budget = LLMBudget()
    vectors = await embedder.embed(TEXTS, budget=budget)
    assert len(vectors) == len(TEXTS)
    assert len({len(vector) for vector in vectors}) == 1
    assert all(vector.typecode == "f" for vector in vectors)
    assert [math.hypot(*vector) for vector in vectors] == pytest.approx([1.0] * len(TEXTS), abs=1e-5)
    assert vectors[0] == vectors[2]
    assert dot(vectors[0], vectors[1]) < 0.9
    assert dot(vectors[0], vectors[2]) == pytest.approx(1.0, abs=1e-5)
    assert [attempt.status for attempt in budget.attempts] == (["completed"] if embedder.host else [])


async def test_no_text_needs_no_call(embedder: IEmbedder) -> None:
    budget = LLMBudget()
    assert (await embedder.embed([], budget=budget), budget.attempts) == ([], [])


async def test_an_embedder_says_who_and_where_it_is(embedder: IEmbedder) -> None:
    assert embedder.name
    assert bool(embedder.host) == (embedder.provider != "builtin")
    assert not (embedder.host and embedder.is_instant)


async def test_shared_words_bring_texts_together_lexically() -> None:
    one, near, far = await LexicalEmbedder().embed(
        ["Python and C++ engineer", "Engineer (C++, Python)", "Head of bread and rolls"], budget=LLMBudget()
    )
    assert dot(one, near) > 0.7
    assert abs(dot(one, far)) < 0.3


@pytest.mark.slow
async def test_the_model_gives_the_published_numbers_and_knows_meanings() -> None:
    model = MiniLMEmbedder(weights())
    texts = ["This is an example sentence", "We bake bread", "a bakery", "kernel driver development"]
    example, bread, bakery, kernel = await model.embed(texts, budget=LLMBudget())
    # The first numbers on the model's own page.
    assert list(example[:4]) == pytest.approx([0.0676569194, 0.0634959564, 0.0487131178, 0.0793049857], abs=2e-6)
    assert dot(bread, bakery) > 0.5 > dot(bread, kernel)
    assert len((await model.embed(["word " * 2000], budget=LLMBudget()))[0]) == 384


async def test_weights_that_somebody_changed_are_refused(tmp_path: Path) -> None:
    for name in SUMS:
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(EmbeddingsUnavailableError, match="not the one that was published"):
        await MiniLMEmbedder(tmp_path).embed(["a"], budget=LLMBudget())
    with pytest.raises(EmbeddingsUnavailableError, match="cannot be read"):
        await MiniLMEmbedder(tmp_path / "nowhere").embed(["a"], budget=LLMBudget())


async def test_many_texts_go_out_in_calls_of_sixteen_and_are_booked() -> None:
    async with llm_double(letters()) as double:
        embedder, budget = OpenAIEmbedder(api_key=KEY, model="e-1", base_url=f"{double.url}/v1"), LLMBudget()
        vectors = await embedder.embed([f"text {'x' * n}" for n in range(20)] + ["y" * 50_000], budget=budget)
        await embedder.aclose()
    assert len({tuple(vector) for vector in vectors}) == 21
    assert [len(body["input"]) for body in double.bodies] == [16, 5]
    assert len(double.bodies[1]["input"][-1]) == 8000
    assert [(attempt.purpose, attempt.model, attempt.input_tokens) for attempt in budget.attempts] == [
        ("embed", "e-1", 7)
    ] * 2
    assert embedder.name == f"e-1@{embedder.host}"


@pytest.mark.parametrize(
    "respond",
    [status(401), status(429), status(500), raw(b"no json"), raw(b'{"data": [], "model": "e-1"}'), hang],
    ids=["key", "busy", "broken", "nonsense", "too few", "silent"],
)
async def test_a_provider_that_fails_is_one_error_and_one_call(respond: Respond) -> None:
    async with llm_double(respond) as double:
        embedder = OpenAIEmbedder(api_key=KEY, model="e-1", base_url=f"{double.url}/v1", timeout=2.0)
        budget = LLMBudget()
        with pytest.raises(EmbeddingsUnavailableError) as raised:
            await embedder.embed(["My name is Zoë"], budget=budget)
        await embedder.aclose()
    assert len(double.bodies) == 1
    assert [attempt.status for attempt in budget.attempts] == ["failed"]
    assert KEY not in str(raised.value) + repr(embedder)
