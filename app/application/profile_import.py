"""Importing what was read from a resume into a profile."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.application.denied_skills import take_back_denials
from app.application.indexing import queue_indexing
from app.domain.errors import UnprocessableError
from app.domain.profiles import Profile, ProfileVersion, take_out_impossible_periods
from app.domain.resumes import ResumeHasNoTextError
from app.domain.text.career import Career
from app.domain.text.resume import (
    SECTIONS,
    CareerSection,
    Conflict,
    MergedEntry,
    merge_careers,
    only_sections,
    parse_json_resume,
    section_of,
)
from app.domain.text.resume.parsed import ParsedResume
from app.domain.text.skills import Lexicon
from app.domain.unit_of_work import UnitOfWorkFactory

UNCERTAIN_BELOW = 0.6


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import read with little confidence, could not place, merged, and warns about."""

    uncertain: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSection:
    """What an import does to one section of the profile. An entry with a conflict counts by its outcome too."""

    section: CareerSection
    added: int
    completed: int
    unchanged: int
    conflicts: int
    entries: tuple[MergedEntry, ...]

    @classmethod
    def of(cls, section: CareerSection, entries: Collection[MergedEntry]) -> "ImportSection":
        """Return the section with its entries counted."""
        own = tuple(entry for entry in entries if section_of(entry.path) == section)
        outcomes = [entry.outcome for entry in own]
        return cls(
            section,
            outcomes.count("added"),
            outcomes.count("completed"),
            outcomes.count("unchanged"),
            sum(len(entry.conflicts) for entry in own),
            own,
        )


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do, section by section; `version` is that of the profile it was compared with."""

    profile_id: UUID | None
    version: int | None
    sections: tuple[ImportSection, ...]


class ProfileImportService:
    """Makes a profile of a resume, or merges one into a profile without doubling anything."""

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, lexicon: Callable[[], Lexicon], *, clock: Callable[[], datetime]
    ) -> None:
        self._unit_of_work = unit_of_work
        self._lexicon = lexicon
        self._clock = clock

    async def run(
        self,
        *,
        resume_id: UUID | None,
        json_resume: Mapping[str, object] | None,
        profile_id: UUID | None,
        owner_id: UUID,
        sections: Collection[CareerSection] = SECTIONS,
        check: Callable[[int], None] = lambda _version: None,
    ) -> tuple[Profile, ImportReport]:
        """Import an uploaded resume or a JSON Resume document; raise `ResumeHasNoTextError` for a scan.

        Of what was read only the named `sections` are taken. `check` is given the current version of the
        profile to merge into; it raises when the caller built on another.
        """
        parsed = await self._parsed(resume_id, json_resume, owner_id)
        incoming = only_sections(parsed.career, sections)
        impossible = take_out_impossible_periods(incoming)
        now = self._clock()
        report = ImportReport(
            uncertain=tuple(
                path
                for path, value in sorted(parsed.confidence.items())
                if value < UNCERTAIN_BELOW and section_of(path) in sections
            ),
            unplaced=(*parsed.unplaced, *impossible),
            warnings=tuple(parsed.warnings),
        )
        async with self._unit_of_work() as uow:
            if profile_id is None:
                profile = Profile(user_id=owner_id, created_at=now, updated_at=now)
                profile.is_active = await uow.profiles.find_active(owner_id) is None
                profile.set_facts(incoming)
            else:
                profile = await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
                check(profile.version)
                skills = profile.skill_names()
                career, merge = merge_careers(profile.career(), incoming, self._lexicon())
                profile.set_facts(career)
                profile.touch(now)
                await take_back_denials(uow, profile, skills)
                report = ImportReport(
                    uncertain=report.uncertain,
                    unplaced=report.unplaced,
                    added=tuple(merge.added),
                    merged=tuple(merge.merged),
                    conflicts=tuple(merge.conflicts),
                    warnings=report.warnings,
                )
            await uow.profiles.save(profile)
            await uow.profiles.add_version(ProfileVersion.of(profile))
            await queue_indexing(uow, owner_id, now)
            await uow.commit()
        return profile, report

    async def preview(
        self,
        *,
        resume_id: UUID | None,
        json_resume: Mapping[str, object] | None,
        profile_id: UUID | None,
        owner_id: UUID,
    ) -> ImportPreview:
        """Return what `run` would add to each section, complete in it and leave as it is; nothing is changed."""
        parsed = await self._parsed(resume_id, json_resume, owner_id)
        take_out_impossible_periods(parsed.career)
        career, version = Career(), None
        if profile_id is not None:
            async with self._unit_of_work(read_only=True) as uow:
                profile = await uow.profiles.get(profile_id, owner_id=owner_id)
            career, version = profile.career(), profile.version
        _, merge = merge_careers(career, parsed.career, self._lexicon())
        return ImportPreview(
            profile_id, version, tuple(ImportSection.of(section, merge.entries) for section in SECTIONS)
        )

    async def _parsed(
        self, resume_id: UUID | None, json_resume: Mapping[str, object] | None, owner_id: UUID
    ) -> ParsedResume:
        if json_resume is not None:
            return parse_json_resume(dict(json_resume))
        if resume_id is None:
            raise UnprocessableError("Nothing to import was named")
        async with self._unit_of_work(read_only=True) as uow:
            resume = await uow.resumes.get(resume_id, owner_id=owner_id)
        if resume.status != "parsed":
            raise ResumeHasNoTextError("No text could be read from this resume; upload one with real text")
        return resume.parsed
