"""What a profile lacks, what it comes to, and the whole of it as a file."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.exporting import CONTENT_TYPES, EXTENSIONS, DocumentExporter
from app.domain.documents import ExportFormat
from app.domain.profiles import Profile
from app.domain.text.compose import original_content
from app.domain.text.match.completeness import Completeness, completeness
from app.domain.text.match.summary import CareerSummary, summarize
from app.domain.text.render.names import file_name
from app.domain.text.render.rendered import PageSize
from app.domain.text.resume import career_to_json_resume
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """A profile as a file."""

    name: str
    content_type: str
    data: bytes


class ProfileInsightService:
    """Use cases that read a profile and change nothing."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        exporter: DocumentExporter,
        lexicon: Callable[[], Lexicon],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._exporter = exporter
        self._lexicon = lexicon
        self._clock = clock

    async def analytics(self, profile_id: UUID, *, owner_id: UUID) -> tuple[Profile, Completeness]:
        """Return how complete the profile is."""
        profile = await self._get(profile_id, owner_id)
        return profile, completeness(profile.career())

    async def summary(self, profile_id: UUID, *, owner_id: UUID) -> tuple[Profile, CareerSummary]:
        """Return what the profile comes to today."""
        profile = await self._get(profile_id, owner_id)
        today = self._clock().date()
        return profile, await asyncio.to_thread(lambda: summarize(profile.career(), self._lexicon(), today=today))

    async def export(
        self,
        profile_id: UUID,
        export_format: ExportFormat,
        *,
        template: str,
        page_size: PageSize,
        owner_id: UUID,
    ) -> ProfileFile:
        """Return all of the profile as a file; raise `UnrenderableTextError` where no font has its letters."""
        career = (await self._get(profile_id, owner_id)).career()
        content = await asyncio.to_thread(original_content, career)
        if export_format == "json_resume":
            # From the facts themselves: the printed resume has no room for all that the format keeps.
            data = json.dumps(career_to_json_resume(career), ensure_ascii=False, indent=2).encode()
        else:
            exported = await self._exporter.export(content, export_format, template=template, page_size=page_size)
            data = exported.data
        name = file_name(content, "", "profile", EXTENSIONS[export_format])
        return ProfileFile(name, CONTENT_TYPES[export_format], data)

    async def _get(self, profile_id: UUID, owner_id: UUID) -> Profile:
        async with self._unit_of_work(read_only=True) as uow:
            return await uow.profiles.get(profile_id, owner_id=owner_id)
