"""The main job without accounts, worded by a model."""

from datetime import UTC, datetime

import pytest

from app.application.pipeline import Pipeline
from app.application.quick import QuickService, with_stable_ids
from app.application.rewriting import Rewriter, Subject
from app.domain.generations import GenerationOptions
from app.domain.llm import LLMNotEnabledError
from app.domain.ports.llm import LLMRefusedError
from app.domain.text.document import Content
from app.domain.text.job.parse import parse_posting
from app.domain.text.skills import lexicon
from tests.application.test_rewriting import JOB, OPTIONS, TODAY, only, run, sentence_about
from tests.builders import make_career
from tests.scripted_llm import ScriptedLLM

TEXT = "Migrated 14 services from cron jobs to a RabbitMQ queue."


async def word(rewriter: Rewriter | None, options: GenerationOptions) -> tuple[Content, list[str]]:
    done = await run(only(TEXT))
    subject = Subject(
        done.before, with_stable_ids(make_career(), b"zoe"), parse_posting(JOB, lexicon()), options, TODAY
    )
    told: list[str] = []
    service = QuickService(Pipeline(lexicon), None, rewriter, clock=lambda: datetime(2026, 3, 14, tzinfo=UTC))  # type: ignore[arg-type]
    return await service._word(subject, told.append), told


async def test_the_command_line_words_with_a_model_where_it_is_asked_to() -> None:
    content, _ = await word(Rewriter(ScriptedLLM(only(TEXT)), lexicon), OPTIONS)
    assert sentence_about(content, "14 services").text == TEXT
    plain, _ = await word(None, GenerationOptions())
    assert sentence_about(plain, "14 services").origin == "builtin"
    with pytest.raises(LLMNotEnabledError):
        await word(None, OPTIONS)


async def test_a_refusal_keeps_the_built_in_wording_or_ends_the_work() -> None:
    refusing = Rewriter(ScriptedLLM(dict, error=LLMRefusedError()), lexicon)
    content, told = await word(refusing, OPTIONS)
    assert sentence_about(content, "14 services").origin == "builtin"
    assert told[0].startswith("Keeping the built-in wording")
    with pytest.raises(LLMRefusedError):
        await word(refusing, GenerationOptions(engine="llm", allow_fallback=False))
