"""Interview preparations over the fakes: how planning and wording start, end and fail."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.application.interviews.runner import TASK_KIND as PREP
from app.application.interviews.runner import InterviewRunner
from app.application.interviews.service import InterviewService
from app.application.interviews.wording import TASK_KIND as WORDING
from app.application.interviews.wording import AnswerWordingRunner
from app.application.metering import LLMMeter
from app.domain.errors import ForbiddenError, NotFoundError, RateLimitedError, UnavailableError
from app.domain.ids import uuid7
from app.domain.interviews import InterviewAnswer, InterviewNotReadyError, InterviewPrep, NoSuchInterviewQuestionError
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.llm import LLMNotEnabledError
from app.domain.pagination import PageRequest
from app.domain.ports.llm import LLMUnavailableError
from app.domain.tasks import Lease, LeaseLostError, Task
from app.domain.text.skills import Lexicon, lexicon
from tests.builders import NOON, make_job, make_profile, make_user
from tests.fakes import FakeUnitOfWorkFactory
from tests.fakes.ports import FakeDocumentGenerator
from tests.scripted_llm import Answer, ScriptedLLM

SAID = "At Fjord Pay I had to make the payment API faster. I cut round trips. As a result the p99 fell to 140 ms."


def now() -> datetime:
    return NOON


class Queue:
    def __init__(self) -> None:
        self.told: list[UUID] = []

    async def notify(self, task_id: UUID) -> None:
        self.told.append(task_id)


class Allowance:
    left = 1

    async def count_generation(self, user_id: UUID) -> None:
        self.left -= 1
        if self.left < 0:
            raise RateLimitedError


class World:
    """A user with a job and a profile, and the service over them; the model says what `answer` makes of its brief."""

    def __init__(
        self, answer: Answer | None = None, *, error: Any = None, words: Callable[[], Lexicon] = lexicon
    ) -> None:
        self.unit_of_work = FakeUnitOfWorkFactory()
        self.unit = self.unit_of_work.unit
        self.queue, self.pdf = Queue(), FakeDocumentGenerator()
        self.llm = ScriptedLLM(answer or (lambda _: {"sentences": []}), error=error)
        meter = LLMMeter(self.unit_of_work, max_tokens=1000, clock=now)
        self.service = InterviewService(
            self.unit_of_work, self.queue, self.pdf, self.llm, Allowance(), lexicon, clock=now
        )
        self.runner = InterviewRunner(self.unit_of_work, words, clock=now)
        self.worder = AnswerWordingRunner(self.unit_of_work, self.llm, meter, lexicon, clock=now)
        self.mute = AnswerWordingRunner(self.unit_of_work, None, meter, lexicon, clock=now)
        self.user = make_user(llm_enabled=True)
        self.job, self.profile = make_job(self.user.id), make_profile(self.user.id)

    async def fill(self) -> "World":
        await self.unit.users.save(self.user)
        await self.unit.jobs.save(self.job)
        await self.unit.profiles.save(self.profile)
        return self

    async def start(self) -> InterviewPrep:
        return await self.service.start(self.job.id, self.profile.id, owner_id=self.user.id)

    async def claim(self, kind: str) -> tuple[Task, Lease]:
        task = await self.unit.tasks.claim(owner="w", now=NOON, lease=timedelta(seconds=9), kinds=(kind,))
        assert task is not None
        return task, Lease(task.id, task.fence)

    async def ready(self) -> InterviewPrep:
        prep = await self.start()
        await self.runner.run(*await self.claim(PREP))
        return await self.service.get(prep.id, owner_id=self.user.id)

    async def answer(self, prep: InterviewPrep, *, by_llm: bool = False, said: str = SAID) -> InterviewAnswer:
        question = next(one for one in prep.questions if one.category == "behavioral")
        return await self.service.answer(prep.id, question.id, said, by_llm=by_llm, owner_id=self.user.id)

    async def reload(self, answer: InterviewAnswer) -> InterviewAnswer:
        return await self.service.get_answer(answer.prep_id, answer.id, owner_id=self.user.id)


@pytest.fixture
async def world() -> World:
    return await World().fill()


async def test_a_preparation_is_planned_once_and_tells_the_queue(world: World) -> None:
    prep = await world.start()
    assert (prep.status, prep.questions, prep.profile_version, len(world.queue.told)) == ("pending", (), 1, 1)
    task, lease = await world.claim(PREP)
    await world.runner.run(task, lease)
    done = await world.service.get(prep.id, owner_id=world.user.id)
    assert (done.status, bool(done.questions), bool(done.topics), bool(done.questions_to_ask)) == (
        "completed", True, True, True,
    )  # fmt: skip
    await world.runner.run(task, lease)
    assert await world.service.get(prep.id, owner_id=world.user.id) == done


async def test_what_was_denied_in_a_tailoring_session_is_known(world: World) -> None:
    await world.unit.tailoring.deny(world.profile.id, "Kafka", user_id=world.user.id)
    prep = await world.ready()
    kafka = next(one for one in prep.questions if one.keyword == "Kafka" and one.category == "gap")
    assert "You have said that you have not used it" in kafka.why_asked
    (claim,) = (await world.answer(prep, said="At Fjord Pay I used Kafka.")).feedback.unproven
    assert "do not claim it" in claim.message


async def test_a_result_that_comes_too_late_is_not_written(world: World) -> None:
    prep = await world.start()
    task, lease = await world.claim(PREP)
    await world.unit.tasks.cancel(prep.id)
    with pytest.raises(LeaseLostError):
        await world.runner.run(task, lease)
    assert (await world.service.get(prep.id, owner_id=world.user.id)).status == "pending"


async def test_an_outage_is_tried_again_and_ends_when_it_is_parked() -> None:
    def away() -> Lexicon:
        raise UnavailableError

    world = await World(words=away).fill()
    prep = await world.start()
    task, lease = await world.claim(PREP)
    with pytest.raises(UnavailableError):
        await world.runner.run(task, lease)
    await world.runner.on_parked(task, "no luck")
    parked = await world.service.get(prep.id, owner_id=world.user.id)
    assert (parked.status, parked.error_message) == (
        "failed", "The questions could not be chosen after several attempts; try again",
    )  # fmt: skip
    await world.runner.on_parked(task, "again")
    world.unit.interviews.rows.clear()
    await world.runner.on_parked(task, "gone")
    with pytest.raises(InterviewNotReadyError, match="after several attempts"):
        parked.question("q1")


async def test_a_failure_ends_in_a_clear_state() -> None:
    def broken() -> Lexicon:
        raise JobHasNoDescriptionError

    world = await World(words=broken).fill()
    prep = await world.start()
    await world.runner.run(*await world.claim(PREP))
    failed = await world.service.get(prep.id, owner_id=world.user.id)
    assert (failed.status, failed.error_message) == ("failed", JobHasNoDescriptionError.default_message)


async def test_what_cannot_be_prepared_is_refused_and_not_kept(world: World) -> None:
    blank = make_job(world.user.id, description=" ")
    await world.unit.jobs.save(blank)
    with pytest.raises(JobHasNoDescriptionError):
        await world.service.start(blank.id, world.profile.id, owner_id=world.user.id)
    with pytest.raises(NotFoundError):
        await world.service.start(world.job.id, uuid7(), owner_id=world.user.id)
    with pytest.raises(ForbiddenError):
        await world.service.start(world.job.id, world.profile.id, owner_id=uuid7())
    assert (world.unit.interviews.rows, world.unit.tasks.rows, world.queue.told) == ({}, {}, [])


async def test_answers_need_a_question_that_is_there(world: World) -> None:
    prep = await world.start()
    with pytest.raises(InterviewNotReadyError):
        await world.service.answer(prep.id, "q1", SAID, owner_id=world.user.id)
    with pytest.raises(InterviewNotReadyError):
        await world.service.export(prep.id, "markdown", page_size="a4", owner_id=world.user.id)
    await world.runner.run(*await world.claim(PREP))
    with pytest.raises(NoSuchInterviewQuestionError):
        await world.service.answer(prep.id, "q99", SAID, owner_id=world.user.id)
    other = await world.ready()
    made = await world.answer(other)
    with pytest.raises(NotFoundError):
        await world.service.get_answer(prep.id, made.id, owner_id=world.user.id)


async def test_deleting_ends_the_work_on_it(world: World) -> None:
    prep = await world.ready()
    await world.answer(prep, by_llm=True)
    task, lease = await world.claim(WORDING)
    await world.service.delete(prep.id, owner_id=world.user.id)
    assert (world.unit.interviews.rows, world.unit.interview_answers.rows) == ({}, {})
    with pytest.raises((LeaseLostError, NotFoundError)):
        await world.worder.run(task, lease)
    await world.worder.on_parked(task, "gone")


async def test_the_sheet_is_drawn_with_the_best_answer(world: World) -> None:
    prep = await world.ready()
    await world.answer(prep)
    sheet = await world.service.export(prep.id, "pdf", page_size="a4", owner_id=world.user.id)
    assert (sheet.name, sheet.content_type) == ("interview-acme-gmbh-backend-engineer.pdf", "application/pdf")
    assert f"Your best answer so far ({(await world.answer(prep)).score} of 100)" in sheet.data.decode()
    progress = await world.service.progress(prep.id, owner_id=world.user.id)
    assert (progress.questions_answered, progress.attempts) == (1, 2)
    page = await world.service.answers(prep.id, PageRequest(), owner_id=world.user.id)
    assert page.total == 2


def repeat(brief: dict[str, Any]) -> dict[str, Any]:
    return {"sentences": [{"text": one["text"], "source_ids": [one["id"]]} for one in brief["answer"]]}


def invent(brief: dict[str, Any]) -> dict[str, Any]:
    return {"sentences": [{"text": "I led 40 engineers at Google.", "source_ids": ["s1", "f1", "nothing"]}]}


async def test_a_wording_is_kept_with_the_call_in_the_ledger() -> None:
    world = await World(repeat).fill()
    made = await world.answer(await world.ready(), by_llm=True)
    assert made.wording is not None
    assert (made.wording.status, len(world.queue.told)) == ("pending", 2)
    task, lease = await world.claim(WORDING)
    await world.worder.run(task, lease)
    wording = (await world.reload(made)).wording
    assert wording is not None
    assert (wording.status, wording.model, wording.host, wording.notice) == (
        "completed", "script-1", "nowhere.example", "",
    )  # fmt: skip
    assert " ".join(one.text for one in wording.sentences) == SAID
    (call,) = world.unit.llm_calls.rows.values()
    assert (call.purpose, call.user_id, call.generation_id) == ("word_interview_answer", world.user.id, None)
    await world.worder.run(task, lease)
    assert len(world.llm.asked) == 1
    assert set(world.llm.asked[0]) == {"language", "question", "answer", "facts", "advice"}


async def test_where_no_wording_stands_the_candidates_own_words_do() -> None:
    world = await World(invent).fill()
    made = await world.answer(await world.ready(), by_llm=True)
    await world.worder.run(*await world.claim(WORDING))
    wording = (await world.reload(made)).wording
    assert wording is not None
    assert (wording.status, wording.sentences) == ("completed", ())
    assert wording.refused == ("I led 40 engineers at Google.",)
    assert "your own words stand" in wording.notice


async def test_a_model_that_is_away_ends_the_wording_and_nothing_else() -> None:
    world = await World(error=LLMUnavailableError()).fill()
    made = await world.answer(await world.ready(), by_llm=True)
    await world.worder.run(*await world.claim(WORDING))
    after = await world.reload(made)
    assert after.wording is not None
    assert (after.wording.status, after.wording.notice) == ("failed", LLMUnavailableError.default_message)
    assert after.feedback == made.feedback
    assert [call.status for call in world.unit.llm_calls.rows.values()] == ["failed"]


async def test_an_answer_of_unproven_claims_is_not_sent(world: World) -> None:
    made = await world.answer(await world.ready(), by_llm=True, said="I led 12 engineers at Google.")
    await world.worder.run(*await world.claim(WORDING))
    after = await world.reload(made)
    assert after.wording is not None
    assert (after.wording.status, world.llm.asked) == ("failed", [])
    assert "not in your profile" in after.wording.notice


async def test_without_a_model_or_luck_the_wording_ends(world: World) -> None:
    made = await world.answer(await world.ready(), by_llm=True)
    task, lease = await world.claim(WORDING)
    await world.mute.run(task, lease)
    after = await world.reload(made)
    assert after.wording is not None
    assert (after.wording.status, after.wording.notice) == ("failed", LLMNotEnabledError.default_message)
    await world.worder.on_parked(task, "late")
    world.unit.interview_answers.rows[made.id].wording = made.wording
    await world.worder.on_parked(task, "no luck")
    parked = await world.reload(made)
    assert parked.wording is not None
    assert (parked.wording.status, "several attempts" in parked.wording.notice) == ("failed", True)


async def test_a_model_is_asked_within_the_hours_limit_and_with_leave_only(world: World) -> None:
    prep = await world.ready()
    await world.answer(prep, by_llm=True)
    with pytest.raises(RateLimitedError):
        await world.answer(prep, by_llm=True)
    world.user.llm_enabled = False
    await world.unit.users.save(world.user)
    with pytest.raises(LLMNotEnabledError):
        await world.answer(prep, by_llm=True)
    assert len(world.unit.interview_answers.rows) == 1
