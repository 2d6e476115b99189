"""Applications in other programs: spreadsheets and calendars."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.application.bulk import BulkReport, in_bulk
from app.application.indexing import queue_indexing
from app.domain.applications import STATUSES, Application, ApplicationStatus, CalendarToken, calendar_entries
from app.domain.applications.spreadsheet import (
    COLUMN_WORDS,
    ColumnName,
    CsvColumn,
    CsvRow,
    RowAction,
    RowOutcome,
    read_csv,
    write_csv,
)
from app.domain.auth import InvalidTokenError
from app.domain.errors import ConflictError, NotFoundError
from app.domain.jobs import Job
from app.domain.pagination import PageRequest
from app.domain.ports.calendar import ICalendarWriter
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory

_JOB_COLUMNS = ("title", "company", "location", "source", "job_url")
_KEPT_DAYS = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvImportReport:
    """What an import did, or would do, in all and line by line."""

    dry_run: bool
    created: int
    updated: int
    skipped: int
    failed: int
    columns: tuple[CsvColumn, ...]
    rows: tuple[RowOutcome, ...]


class ApplicationExchangeService:
    """CSV in and out, and the calendar feed."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, calendar: ICalendarWriter, *, clock: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._calendar = calendar
        self._clock = clock

    async def export_csv(
        self,
        owner_id: UUID,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
        ids: Collection[UUID] = (),
    ) -> bytes:
        """Return the owner's applications that match all that is given as CSV; see `write_csv` and `page`."""
        async with self._unit_of_work(read_only=True) as uow:
            found = await uow.applications.list_all(owner_id, status=status, q=q, due_before=due_before)
        chosen = [application for application in found if not ids or application.id in ids]
        return await asyncio.to_thread(write_csv, chosen)

    async def import_csv(
        self,
        data: bytes,
        *,
        owner_id: UUID,
        dry_run: bool,
        mapping: Mapping[str, ColumnName | None] | None = None,
    ) -> CsvImportReport:
        """Take a table of applications over; with `dry_run` only say what would happen.

        A row is of a known application by its `id`, else by the address of its posting, else by title and company; it
        changes what it names, and nothing where all is the same. Rows that cannot be used are told and left out.
        `mapping` as `read_csv` takes it. Raise `UnreadableCsvError`.
        """
        table = await asyncio.to_thread(read_csv, data, mapping)
        now = self._clock()
        async with self._unit_of_work(read_only=dry_run) as uow:
            known = _Known(await uow.applications.list_all(owner_id, lock=not dry_run))
            outcomes = [await self._take(uow, known, row, owner_id, now, dry_run=dry_run) for row in table.rows]
            if not dry_run:
                await uow.commit()
        return CsvImportReport(
            dry_run=dry_run,
            created=sum(outcome.action == "create" for outcome in outcomes),
            updated=sum(outcome.action == "update" for outcome in outcomes),
            skipped=sum(outcome.action == "skip" for outcome in outcomes),
            failed=sum(outcome.action == "error" for outcome in outcomes),
            columns=table.columns,
            rows=tuple(outcomes),
        )

    async def undo_import(self, application_ids: Sequence[UUID], *, owner_id: UUID) -> BulkReport:
        """Delete what an import created: these applications, and the jobs nothing was made for since.

        What is gone already counts as done. What no import made, or not together with its job, is left alone and told.
        """

        async def take_back(application_id: UUID) -> None:
            with suppress(NotFoundError):
                await self._take_back(application_id, owner_id)

        return await in_bulk(application_ids, take_back)

    async def renew_calendar_token(self, owner_id: UUID) -> str:
        """Return a new secret for the owner's feed; the earlier one opens nothing any more."""
        token = secrets.token_urlsafe(32)
        async with self._unit_of_work() as uow:
            await uow.calendar_tokens.save(
                CalendarToken(user_id=owner_id, token_hash=_digest(token), created_at=self._clock())
            )
            await uow.commit()
        return token

    async def calendar(self, token: str) -> bytes:
        """Return the feed that the secret opens: deadlines, interviews and reminders, from half a year back on.

        Raise `InvalidTokenError`.
        """
        since = self._clock() - _KEPT_DAYS
        async with self._unit_of_work(read_only=True) as uow:
            owner_id = await uow.calendar_tokens.find_user(_digest(token))
            if owner_id is None or not (await uow.users.get(owner_id)).is_active:
                raise InvalidTokenError
            applications = await uow.applications.list_all(owner_id)
            interviews = await uow.application_events.list_all(owner_id, kinds=("interview",))
            reminders = await uow.application_reminders.list_open(owner_id)
        entries = calendar_entries(
            applications,
            (event for event in interviews if event.occurred_at >= since),
            (reminder for reminder in reminders if reminder.remind_at >= since),
        )
        return await asyncio.to_thread(self._calendar.write, "JobWise", entries)

    async def _take(
        self, uow: IUnitOfWork, known: "_Known", row: CsvRow, owner_id: UUID, now: datetime, *, dry_run: bool
    ) -> RowOutcome:
        found, problems = known.find(row)
        if problems:
            return _outcome(row, "error", found, *problems)
        if found is None:
            job = Job(user_id=owner_id, source="import", created_at=now, updated_at=now)
            for name in _JOB_COLUMNS:
                if name in row.values:
                    setattr(job, name, row.values[name])
            application = Application(user_id=owner_id, job_id=job.id, saved_at=now, created_at=now, updated_at=now)
            _apply(application, row)
            known.add(application, row)
            if not dry_run:
                application.position = await uow.applications.next_position(owner_id, application.status)
                await uow.jobs.save(job)
                await queue_indexing(uow, owner_id, now)
                await self._store(uow, application, row, now)
            return _outcome(row, "create", None if dry_run else application)
        changed = _apply(found, row)
        if _status_of(row, found) != found.status:
            changed.append("status")
        if not changed:
            return _outcome(row, "skip", found, "nothing to change")
        if not dry_run:
            await self._store(uow, found, row, now)
        return _outcome(row, "update", found, *(f"changes the {COLUMN_WORDS[name]}" for name in changed))

    async def _take_back(self, application_id: UUID, owner_id: UUID) -> None:
        async with self._unit_of_work() as uow:
            application = await uow.applications.get(application_id, owner_id=owner_id)
            # The job first, as whoever deletes a job does: two that begin at opposite ends would wait for each other.
            job = await uow.jobs.get(application.job_id, owner_id=owner_id, lock=True)
            # An import makes both in one moment, by one clock; by hand the job is there first.
            if job.created_at != application.created_at:
                raise ConflictError("It was not made by an import")
            await uow.applications.delete(application_id, owner_id=owner_id)
            if not await _is_used(uow, job.id, owner_id):
                await uow.tasks.cancel(job.id)
                await uow.jobs.delete(job.id, owner_id=owner_id)
            await queue_indexing(uow, owner_id, self._clock())
            await uow.commit()

    async def _store(self, uow: IUnitOfWork, application: Application, row: CsvRow, now: datetime) -> None:
        applied_at = row.values.get("applied_at")
        at = applied_at if isinstance(applied_at, datetime) and applied_at <= now else now
        event = application.move_to(_status_of(row, application), at, now=now, note="imported")
        if isinstance(applied_at, datetime):
            application.applied_at = applied_at
        application.touch(now)
        await uow.applications.save(application)
        if event is not None:
            await uow.application_events.save(event)


class _Known:
    """The owner's applications, found again by what a row says."""

    def __init__(self, applications: Sequence[Application]) -> None:
        self._by_id = {application.id: application for application in applications}
        self._by_key: dict[object, Application] = {}
        self._seen: set[UUID] = set()
        for application in applications:
            job = application.job
            if job is not None:
                for key in _keys(job.title, job.company, job.job_url):
                    self._by_key.setdefault(key, application)

    def find(self, row: CsvRow) -> tuple[Application | None, tuple[str, ...]]:
        """Return the row's application, or nothing; and what is wrong with the row."""
        identifier = row.values.get("id")
        problems = list(row.problems)
        found = self._by_id.get(identifier) if isinstance(identifier, UUID) else None
        if found is None and not problems:
            found = next((self._by_key[key] for key in self._row_keys(row) if key in self._by_key), None)
            if found is None and not {"title", "company"} & row.values.keys():
                problems.append("id: there is no such application")
        if found is not None and not problems:
            if found.id in self._seen:
                problems.append("this application stands in the file more than once")
            self._seen.add(found.id)
        return found, tuple(problems)

    def add(self, application: Application, row: CsvRow) -> None:
        """Remember an application that the row starts."""
        for key in self._row_keys(row):
            self._by_key.setdefault(key, application)
        self._seen.add(application.id)

    @staticmethod
    def _row_keys(row: CsvRow) -> list[object]:
        return _keys(*(row.values.get(name) for name in ("title", "company", "job_url")))


async def _is_used(uow: IUnitOfWork, job_id: UUID, owner_id: UUID) -> bool:
    """Tell whether documents, a tailoring session or an interview preparation were made for the job."""
    one = PageRequest(limit=1)
    for things in (uow.generations, uow.documents, uow.tailoring, uow.interviews):
        if (await things.page(owner_id, one, job_id=job_id)).total:
            return True
    return False


def _keys(title: object, company: object, url: object) -> list[object]:
    """Return how to tell a job: its address counts first; without a title a company alone says too little."""
    keys: list[object] = []
    if url:
        keys.append(("url", str(url).rstrip("/")))
    if title:
        keys.append(("name", _folded(title), _folded(company)))
    return keys


def _folded(text: object) -> str:
    return " ".join(str(text or "").casefold().split())


def _apply(application: Application, row: CsvRow) -> list[str]:
    changed = []
    for name in ("labels", "notes", "deadline", "next_action", "next_action_at", "saved_at", "applied_at"):
        if name in row.values and getattr(application, name) != row.values[name]:
            setattr(application, name, row.values[name])
            changed.append(name)
    return changed


def _status_of(row: CsvRow, application: Application) -> ApplicationStatus:
    given = row.values.get("status")
    return next((status for status in STATUSES if status == given), application.status)


def _outcome(row: CsvRow, action: RowAction, application: Application | None, *messages: str) -> RowOutcome:
    return RowOutcome(
        line=row.line,
        action=action,
        application_id=application.id if application else None,
        title=str(row.values.get("title", "")),
        company=str(row.values.get("company", "")),
        messages=messages,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
