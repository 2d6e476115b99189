"""The repositories of interview preparations and answers."""

import copy
from uuid import UUID

from app.domain.errors import ConflictError
from app.domain.interviews import InterviewAnswer
from tests.fakes.base import FakeOwnedRepository


class FakeInterviewAnswerRepository(FakeOwnedRepository[InterviewAnswer]):
    async def save(self, entity: InterviewAnswer) -> None:
        taken = (entity.prep_id, entity.question_id, entity.attempt)
        for other in self.rows.values():
            if other.id != entity.id and (other.prep_id, other.question_id, other.attempt) == taken:
                raise ConflictError
        await super().save(entity)

    async def of_prep(self, prep_id: UUID, *, question_id: str | None = None) -> list[InterviewAnswer]:
        found = [
            row
            for row in self.rows.values()
            if row.prep_id == prep_id and (question_id is None or row.question_id == question_id)
        ]
        return copy.deepcopy(sorted(found, key=lambda row: (row.created_at, row.attempt, row.id)))
