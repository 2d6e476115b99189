"""The repositories of job boards, saved searches and their hits."""

import copy
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.errors import ConflictError
from app.domain.job_search import SourceHealth
from app.domain.saved_searches import SavedSearch, SavedSearchHit
from tests.fakes.auth import FakeUserRepository
from tests.fakes.base import FakeOwnedRepository


class FakeJobSourceRepository:
    def __init__(self) -> None:
        self.rows: dict[str, SourceHealth] = {}

    async def note_success(self, source: str, at: datetime) -> None:
        known = self.rows.get(source, SourceHealth(source=source))
        if known.last_success_at is None or known.last_success_at < at:
            self.rows[source] = replace(known, last_success_at=at)

    async def note_failure(self, source: str, at: datetime, error: str) -> None:
        known = self.rows.get(source, SourceHealth(source=source))
        if known.last_failure_at is None or known.last_failure_at < at:
            self.rows[source] = replace(known, last_failure_at=at, last_error=error[:500])

    async def list_all(self) -> list[SourceHealth]:
        return [self.rows[name] for name in sorted(self.rows)]


class FakeSavedSearchRepository(FakeOwnedRepository[SavedSearch]):
    def __init__(self) -> None:
        super().__init__("Saved search", ["name", "last_run_at"])
        self._users: FakeUserRepository | None = None

    def know(self, users: FakeUserRepository) -> None:
        """Say where the accounts are."""
        self._users = users

    async def take_due(self, *, before: datetime, now: datetime) -> list[SavedSearch]:
        assert self._users is not None
        due = [
            row
            for row in self.rows.values()
            if row.is_scheduled
            and (row.scheduled_at is None or row.scheduled_at <= before)
            and self._users.rows[row.user_id].is_active
        ]
        for row in due:
            row.scheduled_at = now
        return copy.deepcopy(sorted(due, key=lambda row: row.id))


class FakeSavedSearchHitRepository(FakeOwnedRepository[SavedSearchHit]):
    async def save(self, entity: SavedSearchHit) -> None:
        same = (row for row in self.rows.values() if (row.search_id, row.mark) == (entity.search_id, entity.mark))
        if any(row.id != entity.id for row in same):
            raise ConflictError
        await super().save(entity)

    async def find_seen(
        self, search_id: UUID, *, marks: Sequence[str], name_marks: Sequence[str]
    ) -> list[SavedSearchHit]:
        found = [
            row
            for row in self.rows.values()
            if row.search_id == search_id and (row.mark in marks or row.name_mark in name_marks)
        ]
        return copy.deepcopy(sorted(found, key=lambda row: row.id))
