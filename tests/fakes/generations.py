"""The repositories of generations and of what they make, spend and ask."""

import copy
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.documents import MOST_WORDS, Document, DocumentExport, DocumentVersion, ExportFormat
from app.domain.errors import ConflictError, NotFoundError, VersionConflictError
from app.domain.generations import Generation, GenerationArtifacts, GenerationFeedback, Stage
from app.domain.ids import least_uuid7
from app.domain.llm import LLMCall, LLMSpending, LLMUse
from app.domain.pagination import Page, PageRequest
from app.domain.tailoring import TailoringMessage, TailoringSession
from tests.fakes.base import FakeOwnedRepository
from tests.fakes.jobs import FakeJobRepository


class FakeGenerationRepository(FakeOwnedRepository[Generation]):
    def __init__(self) -> None:
        super().__init__("Generation", ["completed_at", "match_score", "status"])
        self.artifacts: dict[UUID, GenerationArtifacts] = {}
        self.feedback: dict[UUID, GenerationFeedback] = {}

    def _drop(self, entity_id: UUID) -> None:
        super()._drop(entity_id)
        self.artifacts.pop(entity_id, None)
        self.feedback.pop(entity_id, None)

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

    async def stages_since(self, since: datetime, *, limit: int) -> list[list[Stage]]:
        found = sorted((row for row in self.rows.values() if row.id >= least_uuid7(since)), key=lambda row: row.id)
        return [copy.deepcopy(row.stages) for row in reversed(found[-limit:])]


class FakeDocumentRepository(FakeOwnedRepository[Document]):
    def __init__(self, jobs: FakeJobRepository) -> None:
        super().__init__("Document", ["title", "version_number", "ats_score"])
        self._jobs = jobs
        self.versions: dict[tuple[UUID, int], DocumentVersion] = {}
        self.exports: dict[tuple[object, ...], DocumentExport] = {}

    async def save(self, entity: Document) -> None:
        for other in self.rows.values():
            if entity.generation_id and other.generation_id == entity.generation_id and other.id != entity.id:
                raise VersionConflictError
        await super().save(entity)

    def _drop(self, entity_id: UUID) -> None:
        super()._drop(entity_id)
        self.versions = {key: value for key, value in self.versions.items() if key[0] != entity_id}
        self.exports = {key: value for key, value in self.exports.items() if key[0] != entity_id}

    async def search(self, owner_id: UUID, request: PageRequest, *, q: str, **equals: object) -> Page[Document]:
        found = await self.page(owner_id, replace(request, limit=10**6, offset=0), **equals)
        words = q.casefold().split()[:MOST_WORDS]
        items = [one for one in found.items if all(word in self._words(one) for word in words)]
        window = items[request.offset : request.offset + request.limit]
        return Page(window, len(items), request.limit, request.offset)

    def _words(self, document: Document) -> str:
        job = self._jobs.rows.get(document.job_id) if document.job_id else None
        return "\n".join([document.title, *((job.title or "", job.company or "") if job else ())]).casefold()

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

    async def use_since(self, since: datetime) -> list[LLMUse]:
        found: dict[tuple[str, str], list[LLMCall]] = {}
        for call in self.rows.values():
            if call.id >= least_uuid7(since):
                found.setdefault((call.provider, call.status), []).append(call)
        return [
            LLMUse(
                provider=provider,
                status=status,
                calls=len(calls),
                input_tokens=sum(call.input_tokens for call in calls),
                output_tokens=sum(call.output_tokens for call in calls),
            )
            for (provider, status), calls in sorted(found.items())
        ]


class FakeTailoringRepository(FakeOwnedRepository[TailoringSession]):
    def __init__(self) -> None:
        super().__init__("Tailoring session", [])
        self.said: dict[tuple[UUID, int], TailoringMessage] = {}
        self.denials: dict[tuple[UUID, str], UUID] = {}

    def _drop(self, entity_id: UUID) -> None:
        super()._drop(entity_id)
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

    async def take_back_denials(self, profile_id: UUID, skills: Collection[str]) -> None:
        taken_back = {skill.casefold() for skill in skills}
        meant = {(profile_id, name) for name in await self.denied(profile_id) if name.casefold() in taken_back}
        self.denials = {key: owner for key, owner in self.denials.items() if key not in meant}

    async def denied(self, profile_id: UUID) -> list[str]:
        return sorted((skill for profile, skill in self.denials if profile == profile_id), key=str.casefold)
