"""Fakes that keep the promises of the ports; `tests/contract` holds them to the same sentences as the adapters."""

import copy
import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from types import TracebackType
from typing import Any, Generic, Self, TypeVar
from uuid import UUID

from app.domain.analyses import Analysis
from app.domain.applications import (
    Application,
    ApplicationContact,
    ApplicationEvent,
    ApplicationExistsError,
    ApplicationReminder,
    ApplicationStatus,
    CalendarToken,
    EventKind,
    JobSummary,
)
from app.domain.audit import AuditEntry
from app.domain.auth import EmailTakenError, User, UsernameTakenError, UserSession
from app.domain.documents import Document, DocumentExport, DocumentVersion, ExportFormat
from app.domain.entity import OwnedEntity
from app.domain.errors import ConflictError, ForbiddenError, NotFoundError, ValidationError, VersionConflictError
from app.domain.generations import Generation, GenerationArtifacts, GenerationFeedback
from app.domain.idempotency import Effect, IdempotencyRecord, RequestInProgressError
from app.domain.jobs import Job, JobFilter, JobListing
from app.domain.llm import LLMCall, LLMSpending
from app.domain.one_time_tokens import OneTimePurpose, OneTimeToken
from app.domain.pagination import Page, PageRequest
from app.domain.profiles import Profile, ProfileVersion
from app.domain.resumes import Resume
from app.domain.tailoring import TailoringMessage, TailoringSession
from app.domain.tasks import Lease, LeaseLostError, Task, TaskStatus

E = TypeVar("E", bound=OwnedEntity)


class FakeOwnedRepository(Generic[E]):
    """`IOwnedRepository` in a dictionary. What is handed out is a copy, as it is from a database."""

    def __init__(self, noun: str, sortable: Iterable[str]) -> None:
        self.rows: dict[UUID, E] = {}
        self._noun = noun
        self._sortable = {"created_at", "updated_at", *sortable}

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> E:
        found = self.rows.get(entity_id)
        if found is None:
            raise NotFoundError(f"{self._noun} not found")
        if found.user_id != owner_id:
            raise ForbiddenError
        return copy.deepcopy(found)

    async def page(self, owner_id: UUID, request: PageRequest, **equals: object) -> Page[E]:
        field = request.sort.removeprefix("-")
        if field not in self._sortable:
            raise ValidationError.of_field("sort", f"one of {sorted(self._sortable)}")
        wanted = {name: value for name, value in equals.items() if value is not None}
        rows = [
            row
            for row in self.rows.values()
            if row.user_id == owner_id and all(getattr(row, name) == value for name, value in wanted.items())
        ]
        rows.sort(key=lambda row: (getattr(row, field), row.id), reverse=request.sort.startswith("-"))
        window = rows[request.offset : request.offset + request.limit]
        return Page(copy.deepcopy(window), len(rows), request.limit, request.offset)

    async def save(self, entity: E) -> None:
        stored = self.rows.get(entity.id)
        if stored is None or stored.user_id == entity.user_id:
            self.rows[entity.id] = copy.deepcopy(entity)

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        await self.get(entity_id, owner_id=owner_id)
        del self.rows[entity_id]

    def _find(self, **equals: object) -> E | None:
        rows = [row for row in self.rows.values() if all(getattr(row, name) == equals[name] for name in equals)]
        return copy.deepcopy(min(rows, key=lambda row: row.id)) if rows else None


class FakeUserRepository:
    def __init__(self, owned: "Iterable[FakeOwnedRepository[Any]]") -> None:
        self.rows: dict[UUID, User] = {}
        self._owned = tuple(owned)

    async def get(self, user_id: UUID, *, lock: bool = False) -> User:
        if user_id not in self.rows:
            raise NotFoundError("User not found")
        return copy.deepcopy(self.rows[user_id])

    async def find_by_login(self, login: str) -> User | None:
        folded = login.strip()
        for user in self.rows.values():
            if user.email == folded.lower() or (user.username is not None and user.username == folded):
                return copy.deepcopy(user)
        return None

    async def save(self, user: User) -> None:
        for other in self.rows.values():
            if other.id != user.id and other.email == user.email:
                raise EmailTakenError
            if other.id != user.id and user.username is not None and other.username == user.username:
                raise UsernameTakenError
        self.rows[user.id] = copy.deepcopy(user)

    async def delete(self, user_id: UUID) -> None:
        self.rows.pop(user_id, None)
        for repository in self._owned:
            repository.rows = {key: row for key, row in repository.rows.items() if row.user_id != user_id}


class FakeUserSessionRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, UserSession] = {}

    async def find(self, session_id: UUID, *, lock: bool = False) -> UserSession | None:
        return copy.deepcopy(self.rows.get(session_id))

    async def save(self, session: UserSession) -> None:
        self.rows[session.id] = copy.deepcopy(session)

    async def list_alive(self, user_id: UUID, *, now: datetime) -> list[UserSession]:
        alive = [row for row in self.rows.values() if row.user_id == user_id and row.is_alive(now)]
        return copy.deepcopy(sorted(alive, key=lambda row: (row.last_used_at, row.id), reverse=True))

    async def revoke_all(self, user_id: UUID, *, now: datetime) -> None:
        for row in self.rows.values():
            if row.user_id == user_id and row.revoked_at is None:
                row.revoked_at = row.updated_at = now


class FakeAuditRepository:
    def __init__(self) -> None:
        self.entries: list[AuditEntry] = []

    async def add(self, entry: AuditEntry) -> None:
        self.entries.append(entry)

    async def list_for(self, user_id: UUID) -> list[AuditEntry]:
        mine = [entry for entry in self.entries if entry.user_id == user_id]
        return sorted(mine, key=lambda entry: (entry.created_at, entry.id))


class FakeProfileRepository(FakeOwnedRepository[Profile]):
    def __init__(self) -> None:
        super().__init__("Profile", ["full_name", "version"])
        self.versions: dict[UUID, list[ProfileVersion]] = defaultdict(list)

    async def save(self, entity: Profile) -> None:
        others = (row for row in self.rows.values() if row.user_id == entity.user_id and row.id != entity.id)
        if entity.is_active and any(row.is_active for row in others):
            raise ConflictError
        await super().save(entity)

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        await super().delete(entity_id, owner_id=owner_id)
        self.versions.pop(entity_id, None)

    async def find_active(self, owner_id: UUID) -> Profile | None:
        return self._find(user_id=owner_id, is_active=True)

    async def deactivate_others(self, profile_id: UUID, *, owner_id: UUID) -> None:
        for row in self.rows.values():
            if row.user_id == owner_id and row.id != profile_id:
                row.is_active = False

    async def add_version(self, version: ProfileVersion) -> None:
        if any(kept.version == version.version for kept in self.versions[version.profile_id]):
            raise ConflictError
        self.versions[version.profile_id].append(copy.deepcopy(version))

    async def page_versions(self, profile_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[ProfileVersion]:
        await self.get(profile_id, owner_id=owner_id)
        newest_first = request.sort != "version"
        kept = sorted(self.versions[profile_id], key=lambda version: version.version, reverse=newest_first)
        window = kept[request.offset : request.offset + request.limit]
        return Page(copy.deepcopy(window), len(kept), request.limit, request.offset)

    async def get_version(self, profile_id: UUID, version: int, *, owner_id: UUID) -> ProfileVersion:
        await self.get(profile_id, owner_id=owner_id)
        for kept in self.versions[profile_id]:
            if kept.version == version:
                return copy.deepcopy(kept)
        raise NotFoundError("Profile version not found")


class FakeJobRepository(FakeOwnedRepository[Job]):
    async def save(self, entity: Job) -> None:
        await super().save(replace(entity, duplicate_of=None))

    async def search(self, owner_id: UUID, request: PageRequest, wanted: JobFilter) -> Page[JobListing]:
        found = FakeJobRepository(self._noun, self._sortable)
        found.rows = {key: row for key, row in self.rows.items() if self._fits(row, wanted)}
        equals = {name: getattr(wanted, name) for name in ("status", "source", "remote")}
        page = await found.page(owner_id, request, **equals)
        names = [f.name for f in fields(JobListing)]
        items = [JobListing(**{name: getattr(job, name) for name in names}) for job in page.items]
        return Page(items, page.total, page.limit, page.offset)

    async def find_duplicate(self, job: Job) -> UUID | None:
        same = [
            row
            for row in self.rows.values()
            if row.user_id == job.user_id and row.content_hash == job.content_hash and row.id != job.id
        ]
        return min(same, key=lambda row: (row.created_at, row.id)).id if same and job.description.strip() else None

    async def expire(self, *, before: date, now: datetime) -> int:
        due = [row for row in self.rows.values() if row.status == "active" and row.application_deadline is not None]
        due = [row for row in due if str(row.application_deadline) < before.isoformat()]
        for row in due:
            row.status, row.updated_at = "expired", now
        return len(due)

    @staticmethod
    def _fits(job: Job, wanted: JobFilter) -> bool:
        if wanted.company is not None and (job.company or "").lower() != wanted.company.strip().lower():
            return False
        if not (wanted.q and wanted.q.strip()):
            return True
        text = " ".join(filter(None, (job.title, job.company, job.location, job.description)))
        words = set("".join(c if c.isalnum() else " " for c in text.lower()).split())
        *whole, last = wanted.words() or ("", "")
        return bool(last) and words.issuperset(whole) and any(word.startswith(last) for word in words)


class FakeApplicationRepository(FakeOwnedRepository[Application]):
    def __init__(self, jobs: FakeJobRepository) -> None:
        super().__init__("Application", ["saved_at", "applied_at", "deadline", "next_action_at", "position"])
        self._jobs = jobs

    async def save(self, entity: Application) -> None:
        if any(row.job_id == entity.job_id and row.id != entity.id for row in self.rows.values()):
            raise ApplicationExistsError
        await super().save(dataclasses.replace(entity, job=None))

    async def get(self, entity_id: UUID, *, owner_id: UUID, lock: bool = False) -> Application:
        return self._with_job(await super().get(entity_id, owner_id=owner_id, lock=lock))

    async def search(
        self,
        owner_id: UUID,
        request: PageRequest,
        *,
        status: ApplicationStatus | None = None,
        q: str | None = None,
        due_before: datetime | None = None,
    ) -> Page[Application]:
        found = await super().page(owner_id, PageRequest(10**6, 0, request.sort), status=status)
        rows = [
            row
            for row in (self._with_job(row) for row in found.items)
            if (due_before is None or (row.deadline is not None and row.deadline < due_before))
            and (not q or any(q.lower() in (text or "").lower() for text in _searched(row)))
        ]
        window = rows[request.offset : request.offset + request.limit]
        return Page(window, len(rows), request.limit, request.offset)

    async def list_all(self, owner_id: UUID, *, status: ApplicationStatus | None = None) -> list[Application]:
        return (await self.search(owner_id, PageRequest(10**6, 0, "position"), status=status)).items

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Application | None:
        found = self._find(job_id=job_id, user_id=owner_id)
        return self._with_job(found) if found else None

    async def next_position(self, owner_id: UUID, status: ApplicationStatus) -> int:
        mine = [row.position for row in self.rows.values() if row.user_id == owner_id and row.status == status]
        return max(mine, default=-1) + 1

    async def place(self, owner_id: UUID, application_ids: Sequence[UUID]) -> None:
        for position, application_id in enumerate(application_ids):
            if self.rows[application_id].user_id == owner_id:
                self.rows[application_id].position = position

    def _with_job(self, application: Application) -> Application:
        job = self._jobs.rows[application.job_id]
        names = [field.name for field in dataclasses.fields(JobSummary)]
        application.job = JobSummary(**{name: getattr(job, name) for name in names})
        return application


def _searched(application: Application) -> tuple[str | None, ...]:
    job = application.job
    return (application.notes, job.title if job else None, job.company if job else None)


class FakeApplicationEventRepository(FakeOwnedRepository[ApplicationEvent]):
    async def list_all(
        self, owner_id: UUID, *, kinds: Sequence[EventKind] = (), application_id: UUID | None = None
    ) -> list[ApplicationEvent]:
        request = PageRequest(10**6, 0, "occurred_at")
        found = await self.page(owner_id, request, application_id=application_id)
        return [event for event in found.items if not kinds or event.kind in kinds]


class FakeApplicationReminderRepository(FakeOwnedRepository[ApplicationReminder]):
    async def list_open(self, owner_id: UUID) -> list[ApplicationReminder]:
        return (await self.page(owner_id, PageRequest(10**6, 0, "remind_at"), is_done=False)).items


class FakeCalendarTokenRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, CalendarToken] = {}

    async def save(self, token: CalendarToken) -> None:
        self.rows[token.user_id] = token

    async def find_user(self, token_hash: str) -> UUID | None:
        return next((row.user_id for row in self.rows.values() if row.token_hash == token_hash), None)


class FakeAnalysisRepository(FakeOwnedRepository[Analysis]):
    async def save(self, entity: Analysis) -> None:
        if any(row.job_id == entity.job_id and row.id != entity.id for row in self.rows.values()):
            raise ConflictError
        await super().save(entity)

    async def find_for_job(self, job_id: UUID, *, owner_id: UUID) -> Analysis | None:
        return self._find(job_id=job_id, user_id=owner_id)


class FakeGenerationRepository(FakeOwnedRepository[Generation]):
    def __init__(self) -> None:
        super().__init__("Generation", ["completed_at", "match_score", "status"])
        self.artifacts: dict[UUID, GenerationArtifacts] = {}
        self.feedback: dict[UUID, GenerationFeedback] = {}

    async def save_artifacts(self, artifacts: GenerationArtifacts) -> None:
        self.artifacts[artifacts.generation_id] = copy.deepcopy(artifacts)

    async def get_artifacts(self, generation_id: UUID) -> GenerationArtifacts:
        if generation_id not in self.artifacts:
            raise NotFoundError("Generation not found")
        return copy.deepcopy(self.artifacts[generation_id])

    async def save_feedback(self, feedback: GenerationFeedback) -> None:
        self.feedback[feedback.generation_id] = copy.deepcopy(feedback)

    async def find_feedback(self, generation_id: UUID) -> GenerationFeedback | None:
        return copy.deepcopy(self.feedback.get(generation_id))


class FakeDocumentRepository(FakeOwnedRepository[Document]):
    def __init__(self) -> None:
        super().__init__("Document", ["title", "version_number", "ats_score"])
        self.versions: dict[tuple[UUID, int], DocumentVersion] = {}
        self.exports: dict[tuple[object, ...], DocumentExport] = {}

    async def save(self, entity: Document) -> None:
        for other in self.rows.values():
            if entity.generation_id and other.generation_id == entity.generation_id and other.id != entity.id:
                raise VersionConflictError
        await super().save(entity)

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        await super().delete(entity_id, owner_id=owner_id)
        self.versions = {key: value for key, value in self.versions.items() if key[0] != entity_id}
        self.exports = {key: value for key, value in self.exports.items() if key[0] != entity_id}

    async def add_version(self, version: DocumentVersion) -> None:
        key = (version.document_id, version.version_number)
        if key in self.versions:
            raise VersionConflictError
        self.versions[key] = copy.deepcopy(version)

    async def page_versions(self, document_id: UUID, request: PageRequest, *, owner_id: UUID) -> Page[DocumentVersion]:
        await self.get(document_id, owner_id=owner_id)
        kept = [value for key, value in sorted(self.versions.items(), reverse=True) if key[0] == document_id]
        window = kept[request.offset : request.offset + request.limit]
        return Page(copy.deepcopy(window), len(kept), request.limit, request.offset)

    async def get_version(self, document_id: UUID, version_number: int, *, owner_id: UUID) -> DocumentVersion:
        await self.get(document_id, owner_id=owner_id)
        if (document_id, version_number) not in self.versions:
            raise NotFoundError("Document version not found")
        return copy.deepcopy(self.versions[document_id, version_number])

    async def find_for_generation(self, generation_id: UUID) -> Document | None:
        return self._find(generation_id=generation_id)

    async def save_export(self, export: DocumentExport) -> None:
        key = (export.document_id, export.version_number, export.format, export.template, export.page_size)
        self.exports[key] = export

    async def find_export(
        self, document_id: UUID, version_number: int, *, export_format: ExportFormat, template: str, page_size: str
    ) -> DocumentExport | None:
        return self.exports.get((document_id, version_number, export_format, template, page_size))

    async def storage_keys(self, document_id: UUID) -> list[str]:
        return sorted({export.storage_key for key, export in self.exports.items() if key[0] == document_id})


class FakeLLMCallRepository(FakeOwnedRepository[LLMCall]):
    async def spent(self, generation_id: UUID) -> LLMSpending:
        calls = [row for row in self.rows.values() if row.generation_id == generation_id]
        return LLMSpending(len(calls), sum(call.input_tokens + call.output_tokens for call in calls))


class FakeTailoringRepository(FakeOwnedRepository[TailoringSession]):
    def __init__(self) -> None:
        super().__init__("Tailoring session", [])
        self.said: dict[tuple[UUID, int], TailoringMessage] = {}
        self.denials: dict[tuple[UUID, str], UUID] = {}

    async def delete(self, entity_id: UUID, *, owner_id: UUID) -> None:
        await super().delete(entity_id, owner_id=owner_id)
        self.said = {key: message for key, message in self.said.items() if key[0] != entity_id}

    async def add_message(self, message: TailoringMessage) -> None:
        key = (message.session_id, message.seq)
        if key in self.said:
            raise ConflictError
        self.said[key] = copy.deepcopy(message)

    async def messages(self, session_id: UUID, *, after: int = 0) -> list[TailoringMessage]:
        return [self.said[key] for key in sorted(self.said) if key[0] == session_id and key[1] > after]

    async def deny(self, profile_id: UUID, skill: str, *, user_id: UUID) -> None:
        self.denials.setdefault((profile_id, skill), user_id)

    async def denied(self, profile_id: UUID) -> list[str]:
        return sorted(skill for profile, skill in self.denials if profile == profile_id)


class FakeTaskRepository:
    def __init__(self) -> None:
        self.rows: dict[UUID, Task] = {}

    async def add(self, task: Task) -> None:
        self.rows[task.id] = copy.deepcopy(task)

    async def claim(self, *, owner: str, now: datetime, lease: timedelta, kinds: tuple[str, ...]) -> Task | None:
        due = [task for task in self._due(now) if task.kind in kinds]
        if not due:
            return None
        task = min(due, key=lambda task: (self._load(task.user_id, now), task.attempts, task.run_at, task.id))
        task.status, task.lease_owner, task.lease_expires_at = "running", owner, now + lease
        task.fence += 1
        task.attempts += 1
        task.updated_at = now
        return copy.deepcopy(task)

    async def renew(self, lease: Lease, *, until: datetime) -> None:
        self._held(lease).lease_expires_at = until

    async def guard(self, lease: Lease) -> None:
        self._held(lease)

    async def finish(
        self, lease: Lease, *, status: TaskStatus, error: str = "", run_at: datetime | None = None
    ) -> None:
        task = self._held(lease)
        task.status, task.last_error, task.lease_owner, task.lease_expires_at = status, error, "", None
        task.run_at = run_at or task.run_at

    async def cancel(self, subject_id: UUID) -> None:
        unfinished = [
            task.id
            for task in self.rows.values()
            if task.subject_id == subject_id and task.status in ("queued", "running")
        ]
        for task_id in unfinished:
            del self.rows[task_id]

    async def depth(self, *, now: datetime) -> tuple[int, float]:
        due = list(self._due(now))
        return len(due), max(((now - task.run_at).total_seconds() for task in due), default=0.0)

    def _due(self, now: datetime) -> Iterable[Task]:
        for task in self.rows.values():
            expired = task.lease_expires_at is not None and task.lease_expires_at <= now
            if (task.status == "queued" and task.run_at <= now) or (task.status == "running" and expired):
                yield task

    def _load(self, user_id: UUID, now: datetime) -> int:
        return sum(
            task.user_id == user_id
            and task.status == "running"
            and task.lease_expires_at is not None
            and task.lease_expires_at > now
            for task in self.rows.values()
        )

    def _held(self, lease: Lease) -> Task:
        task = self.rows.get(lease.task_id)
        if task is None or task.fence != lease.fence or task.status != "running":
            raise LeaseLostError
        return task


class FakeAccountDataRepository:
    def __init__(self, users: FakeUserRepository) -> None:
        self._users = users

    async def everything(self, user_id: UUID) -> dict[str, list[dict[str, object]]]:
        found = self._users.rows.get(user_id)
        return {"users": [{"id": str(found.id), "email": found.email}] if found else []}


class FakeIdempotencyRepository:
    def __init__(self) -> None:
        self.rows: dict[str, IdempotencyRecord] = {}

    async def claim(self, record: IdempotencyRecord, *, now: datetime) -> IdempotencyRecord:
        found = self.rows.get(record.digest)
        if found is not None and found.expires_at > now:
            abandoned = found.state == "running" and found.lease_expires_at <= now
            if not abandoned or found.fingerprint != record.fingerprint:
                return found
        self.rows[record.digest] = record
        return record

    async def find(self, digest: str) -> IdempotencyRecord | None:
        return self.rows.get(digest)

    async def mark_committed(self, effect: Effect) -> None:
        found = self.rows.get(effect.digest)
        if found is None or found.claim != effect.claim:
            raise RequestInProgressError
        self.rows[effect.digest] = replace(found, state="committed", effects=tuple(effect.saved))

    async def complete(
        self, effect: Effect, *, status_code: int, headers: tuple[tuple[str, str], ...], sealed_body: bytes
    ) -> None:
        found = self.rows.get(effect.digest)
        if found is not None and found.claim == effect.claim:
            self.rows[effect.digest] = replace(
                found, state="done", status_code=status_code, headers=headers, sealed_body=sealed_body
            )

    async def release(self, effect: Effect) -> None:
        found = self.rows.get(effect.digest)
        if found is not None and found.claim == effect.claim:
            del self.rows[effect.digest]

    async def purge(self, *, now: datetime) -> None:
        self.rows = {digest: row for digest, row in self.rows.items() if row.expires_at > now}


class FakeOneTimeTokenRepository:
    def __init__(self) -> None:
        self.rows: dict[str, OneTimeToken] = {}

    async def add(self, token: OneTimeToken) -> None:
        self.rows[token.digest] = token

    async def spend(self, digest: str, *, purpose: OneTimePurpose, now: datetime) -> OneTimeToken | None:
        found = self.rows.get(digest)
        if found is None or found.purpose != purpose or found.expires_at <= now:
            return None
        return self.rows.pop(digest)

    async def discard(self, user_id: UUID, *, purpose: OneTimePurpose) -> None:
        self.rows = {d: t for d, t in self.rows.items() if (t.user_id, t.purpose) != (user_id, purpose)}

    async def purge(self, *, now: datetime) -> None:
        self.rows = {digest: token for digest, token in self.rows.items() if token.expires_at > now}


class FakeUnitOfWork:
    """`IUnitOfWork` in memory: what was not committed is undone."""

    def __init__(self) -> None:
        self.sessions = FakeUserSessionRepository()
        self.audit = FakeAuditRepository()
        self.profiles = FakeProfileRepository()
        self.resumes: FakeOwnedRepository[Resume] = FakeOwnedRepository("Resume", ["original_filename", "size_bytes"])
        self.jobs = FakeJobRepository("Job", ["title", "company", "date_posted", "application_deadline"])
        self.applications = FakeApplicationRepository(self.jobs)
        self.application_events = FakeApplicationEventRepository("Event", ["occurred_at"])
        self.application_contacts: FakeOwnedRepository[ApplicationContact] = FakeOwnedRepository("Contact", ["name"])
        self.application_reminders = FakeApplicationReminderRepository("Reminder", ["remind_at"])
        self.calendar_tokens = FakeCalendarTokenRepository()
        self.analyses = FakeAnalysisRepository("Analysis", [])
        self.generations = FakeGenerationRepository()
        self.documents = FakeDocumentRepository()
        self.tailoring = FakeTailoringRepository()
        self.tasks = FakeTaskRepository()
        self.llm_calls = FakeLLMCallRepository("Call", [])
        self.idempotency = FakeIdempotencyRepository()
        self.one_time_tokens = FakeOneTimeTokenRepository()
        owned: list[FakeOwnedRepository[Any]] = [
            self.profiles, self.resumes, self.jobs, self.applications, self.application_events,
            self.application_contacts, self.application_reminders, self.analyses, self.generations, self.documents,
            self.llm_calls,
            self.tailoring,
        ]  # fmt: skip
        self.users = FakeUserRepository(owned)
        self.account_data = FakeAccountDataRepository(self.users)
        self._before: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        self._before = self._state()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, state in self._before.items():
            vars(getattr(self, name)).update(state)

    async def commit(self) -> None:
        self._before = self._state()

    def _state(self) -> dict[str, Any]:
        return {
            name: copy.deepcopy({key: value for key, value in vars(repository).items() if not key.startswith("_")})
            for name, repository in vars(self).items()
            if not name.startswith("_")
        }


class FakeUnitOfWorkFactory:
    """Hands out the same unit of work again and again: its rows are the database."""

    def __init__(self) -> None:
        self.unit = FakeUnitOfWork()

    def __call__(self, *, read_only: bool = False) -> FakeUnitOfWork:
        return self.unit
