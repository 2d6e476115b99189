"""The handler of better wordings of answers by a language model: one question, and code decides what stands."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.application.metering import LLMMeter
from app.application.prompts import INTERVIEW_PROMPT_VERSION, prompt
from app.domain.errors import NotFoundError
from app.domain.interviews import AnswerWording, InterviewAnswer
from app.domain.llm import LLMNotEnabledError
from app.domain.ports.llm import LLM_ERRORS, ILLMService, LLMMessage, LLMRequest, LLMSchema
from app.domain.tasks import Lease, Task
from app.domain.text.career import Career
from app.domain.text.interview.rewording import DATA_KINDS, REWORDING_SHAPE, Told, settle, tell
from app.domain.text.posting import Posting
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory

TASK_KIND = "interview_wording"
_ANSWER_TOKENS = 2_000
_SCHEMA = LLMSchema("reword_answer", REWORDING_SHAPE)
_NOTHING = "Nothing in this answer could be worded: what it claims is not in your profile"
_NONE_STOOD = "No wording of the language model passed the check against your facts; your own words stand"


class AnswerWordingRunner:
    """Asks the model once for an answer; what fails the check goes back to the candidate's own words."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        llm: ILLMService | None,
        meter: LLMMeter,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._llm = llm
        self._meter = meter
        self._lexicon = lexicon
        self._clock = clock

    async def run(self, task: Task, lease: Lease) -> None:
        """Word the answer `task.subject_id`. A model that fails ends the wording, not the answer."""
        async with self._unit_of_work(read_only=True) as uow:
            answer = await uow.interview_answers.get(task.subject_id, owner_id=task.user_id)
            if answer.wording is None or answer.wording.status != "pending":
                return
            prep = await uow.interviews.get(answer.prep_id, owner_id=task.user_id)
            career = (await uow.profiles.get(prep.profile_id, owner_id=task.user_id)).career()
            posting = (await uow.jobs.get(prep.job_id, owner_id=task.user_id)).posting()
        question = prep.question(answer.question_id)
        told = await asyncio.to_thread(tell, question, answer.answer, answer.feedback, career)
        wording = await self._word(answer, told, career, posting)
        async with self._unit_of_work() as uow:
            await uow.tasks.guard(lease)
            current = await uow.interview_answers.get(task.subject_id, owner_id=task.user_id, lock=True)
            current.wording, current.updated_at = wording, self._clock()
            await uow.interview_answers.save(current)
            await uow.commit()

    async def on_parked(self, task: Task, error: str) -> None:
        """End the wording whose last attempt failed."""
        async with self._unit_of_work() as uow:
            try:
                answer = await uow.interview_answers.get(task.subject_id, owner_id=task.user_id, lock=True)
            except NotFoundError:
                return
            if answer.wording is None or answer.wording.status != "pending":
                return
            notice = "The answer could not be worded after several attempts; your own words stand"
            answer.wording = replace(answer.wording, status="failed", notice=notice)
            answer.updated_at = self._clock()
            await uow.interview_answers.save(answer)
            await uow.commit()

    async def _word(self, answer: InterviewAnswer, told: Told, career: Career, posting: Posting) -> AnswerWording:
        llm = self._llm
        if llm is None:
            return AnswerWording(status="failed", notice=LLMNotEnabledError.default_message)
        if not told.sentences:
            return AnswerWording(status="failed", notice=_NOTHING)
        made = AnswerWording(status="completed", host=llm.host, prompt_version=INTERVIEW_PROMPT_VERSION)
        # One JSON document: nothing that was said can end the string it stands in and speak to the model from outside.
        request = LLMRequest(
            purpose="word_interview_answer",
            system=prompt("reword_answer"),
            messages=(LLMMessage("user", json.dumps(told.said, ensure_ascii=False)),),
            max_tokens=_ANSWER_TOKENS,
            schema=_SCHEMA,
        )
        budget = await self._meter.budget()
        try:
            result = await llm.generate(request, budget=budget)
        except LLM_ERRORS as error:
            return replace(made, status="failed", notice=error.message)
        finally:
            await self._meter.record(budget, llm, owner_id=answer.user_id, data_kinds=DATA_KINDS)
        today = self._clock().date()
        settled = await asyncio.to_thread(
            lambda: settle(result.data or {"sentences": []}, told, career, posting, self._lexicon(), today=today)
        )
        worded = any(not one.own for one in settled.sentences)
        return replace(
            made,
            model=result.model,
            sentences=settled.sentences if worded else (),
            refused=settled.refused,
            notice="" if worded else _NONE_STOOD,
        )
