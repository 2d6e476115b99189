"""Reusable answers: keeping, changing and finding them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from app.domain.pagination import Page, PageRequest
from app.domain.reusable_answers import MOST_ANSWERS, ReusableAnswer, TooManyAnswersError
from app.domain.unit_of_work import UnitOfWorkFactory


class ReusableAnswerService:
    """Use cases of reusable answers."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def create(self, *, question: str, answer: str, owner_id: UUID) -> ReusableAnswer:
        """Keep an answer; raise `TooManyAnswersError`."""
        now = self._clock()
        kept = ReusableAnswer(user_id=owner_id, question=question, answer=answer, created_at=now, updated_at=now)
        async with self._unit_of_work() as uow:
            if (await uow.reusable_answers.page(owner_id, PageRequest(limit=1))).total >= MOST_ANSWERS:
                raise TooManyAnswersError
            await uow.reusable_answers.save(kept)
            await uow.commit()
        return kept

    async def get(self, answer_id: UUID, *, owner_id: UUID) -> ReusableAnswer:
        """Return the answer."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.reusable_answers.get(answer_id, owner_id=owner_id)

    async def page(self, owner_id: UUID, request: PageRequest) -> Page[ReusableAnswer]:
        """Return a page of the owner's answers."""
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.reusable_answers.page(owner_id, request)

    async def update(self, answer_id: UUID, changes: Mapping[str, str], *, owner_id: UUID) -> ReusableAnswer:
        """Change the question, the answer or both."""
        async with self._unit_of_work() as uow:
            kept = await uow.reusable_answers.get(answer_id, owner_id=owner_id, lock=True)
            for name, value in changes.items():
                setattr(kept, name, value)
            kept.updated_at = self._clock()
            await uow.reusable_answers.save(kept)
            await uow.commit()
        return kept

    async def delete(self, answer_id: UUID, *, owner_id: UUID) -> None:
        """Delete the answer."""
        async with self._unit_of_work() as uow:
            await uow.reusable_answers.delete(answer_id, owner_id=owner_id)
            await uow.commit()
