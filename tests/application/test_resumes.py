"""Uploaded resumes over the fakes: what is kept, and what leaves nothing behind."""

import copy
import json
from typing import Any
from uuid import UUID

import pytest

from app.application.profile_import import ImportPreview, ProfileImportService
from app.application.resumes import MAX_BYTES, ResumeService
from app.application.storage_quota import StorageQuota
from app.domain.errors import (
    ForbiddenError,
    NotFoundError,
    PayloadTooLargeError,
    StorageFullError,
    UnprocessableError,
    VersionConflictError,
)
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.ports.text_extraction import FileDamagedError
from app.domain.profiles import Profile
from app.domain.resumes import Resume, ResumeHasNoTextError
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText
from tests.builders import NOON, make_job, make_profile, make_resume
from tests.fakes import FakeFileStorage, FakeTextExtractor, FakeUnitOfWorkFactory

OWNER, STRANGER = uuid7(), uuid7()
TEXT = b"Jo Doe\njo@example.org\n\nSkills\nPython, Docker\n"
SCAN, DAMAGED = b"%PDF scan", b"%PDF damaged"


class World:
    """The services around resumes."""

    def __init__(self) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.files, self.storage = FakeTextExtractor(), FakeFileStorage()
        self.files.sources = {
            SCAN: SourceText(kind="pdf", needs_ocr=True, warnings=("The pages are pictures",)),
            DAMAGED: FileDamagedError(),
        }
        self.resumes = ResumeService(
            self.units, self.files, self.storage, StorageQuota(None), lexicon, clock=lambda: NOON
        )
        self.imports = ProfileImportService(self.units, lexicon, clock=lambda: NOON)

    async def upload(self, data: bytes = TEXT, **overrides: Any) -> Resume:
        values: dict[str, Any] = {"filename": "jo.txt", "job_id": None, "owner_id": OWNER, **overrides}
        return await self.resumes.upload(data, **values)

    async def take(self, **overrides: Any) -> Any:
        values: dict[str, Any] = {"resume_id": None, "json_resume": None, "profile_id": None, "owner_id": OWNER}
        return await self.imports.run(**{**values, **overrides})

    async def preview(self, resume: Resume, profile: Profile, owner_id: UUID = OWNER) -> ImportPreview:
        return await self.imports.preview(
            resume_id=resume.id, json_resume=None, profile_id=profile.id, owner_id=owner_id
        )


@pytest.fixture
def world() -> World:
    return World()


async def test_a_resume_is_kept_with_its_file_and_what_was_read(world: World) -> None:
    job = make_job(OWNER)
    await world.unit.jobs.save(job)
    resume = await world.upload(job_id=job.id)
    assert (resume.status, resume.size_bytes, resume.job_id) == ("parsed", len(TEXT), job.id)
    assert (resume.parsed.career.full_name, resume.content_type) == ("Jo Doe", "text/plain; charset=utf-8")
    assert await world.resumes.file(resume.id, owner_id=OWNER) == (resume, TEXT)
    assert (await world.resumes.page(OWNER, PageRequest(), status="parsed")).items == [resume]
    assert (await world.upload(filename="")).original_filename == "resume"


async def test_a_scan_is_kept_as_one(world: World) -> None:
    scan = await world.upload(SCAN)
    assert (scan.status, scan.warnings, scan.parsed.career.full_name) == (
        "needs_ocr", ["The pages are pictures"] * 2, "",
    )  # fmt: skip
    with pytest.raises(ResumeHasNoTextError):
        await world.resumes.require_parsed(scan.id, owner_id=OWNER)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", ResumeHasNoTextError),
        (b" \n", ResumeHasNoTextError),
        (DAMAGED, FileDamagedError),
        (b"x" * (MAX_BYTES + 1), PayloadTooLargeError),
    ],
)
async def test_nothing_is_kept_of_what_cannot_be_read(world: World, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        await world.upload(data)
    assert (world.unit.resumes.rows, world.storage.files) == ({}, {})


async def test_nothing_is_read_for_another_users_job(world: World) -> None:
    job = make_job(STRANGER)
    await world.unit.jobs.save(job)
    with pytest.raises(ForbiddenError):
        await world.upload(job_id=job.id)
    assert world.storage.files == {}


async def test_a_file_whose_row_cannot_be_stored_is_deleted_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(_resume: Resume) -> None:
        assert len(world.storage.files) == 1
        raise StorageFullError

    monkeypatch.setattr(world.unit.resumes, "save", full)
    with pytest.raises(StorageFullError):
        await world.upload()
    assert world.storage.files == {}


async def test_a_storage_that_is_full_leaves_no_row(world: World) -> None:
    world.storage.trouble = StorageFullError()
    with pytest.raises(StorageFullError):
        await world.upload()
    assert world.unit.resumes.rows == {}


async def test_a_file_is_read_again_in_place(world: World) -> None:
    resume = await world.upload()
    world.files.sources[TEXT] = SourceText(kind="txt", needs_ocr=True)
    again = await world.resumes.reparse(resume.id, owner_id=OWNER)
    assert (again.id, again.status, again.parsed_text) == (resume.id, "needs_ocr", "")
    del world.files.sources[TEXT]
    assert (await world.resumes.reparse(resume.id, owner_id=OWNER)).parsed == resume.parsed
    with pytest.raises(ForbiddenError):
        await world.resumes.reparse(resume.id, owner_id=STRANGER)


async def test_a_deleted_resume_takes_its_file_along(world: World) -> None:
    resume = await world.upload()
    with pytest.raises(ForbiddenError):
        await world.resumes.delete(resume.id, owner_id=STRANGER)
    assert len(world.storage.files) == 1
    await world.resumes.delete(resume.id, owner_id=OWNER)
    assert (world.unit.resumes.rows, world.storage.files) == ({}, {})
    with pytest.raises(NotFoundError):
        await world.resumes.get(resume.id, owner_id=OWNER)


async def test_only_a_resume_that_was_read_is_worked_with(world: World) -> None:
    resume = await world.upload()
    assert await world.resumes.require_parsed(resume.id, owner_id=OWNER) == resume
    failed = make_resume(OWNER, status="failed")
    await world.unit.resumes.save(failed)
    with pytest.raises(UnprocessableError):
        await world.resumes.require_parsed(failed.id, owner_id=OWNER)


async def test_the_first_import_is_the_active_profile_and_says_what_it_is_unsure_of(world: World) -> None:
    resume = make_resume(OWNER)
    resume.parsed.confidence = {"location": 0.2, "full_name": 0.9, "email": 0.5}
    resume.parsed.warnings = ["A column was cut"]
    await world.unit.resumes.save(resume)
    profile, report = await world.take(resume_id=resume.id)
    assert (profile.is_active, profile.version, profile.full_name) == (True, 1, "Zoë Ångström")
    assert (report.uncertain, report.unplaced, report.warnings) == (
        ("email", "location"), ("2 dogs",), ("A column was cut",),
    )  # fmt: skip
    second, _ = await world.take(json_resume={"basics": {"name": "Jo Doe"}})
    assert (second.is_active, second.full_name) == (False, "Jo Doe")
    assert [kept.version for kept in world.unit.profiles.versions[profile.id]] == [1]


async def test_an_import_into_a_profile_doubles_nothing_and_makes_a_version(world: World) -> None:
    profile, resume = make_profile(OWNER), make_resume(OWNER)
    await world.unit.profiles.save(profile)
    await world.unit.resumes.save(resume)
    merged, report = await world.take(resume_id=resume.id, profile_id=profile.id)
    assert (merged.version, len(merged.experiences), len(merged.skills)) == (2, 2, 3)
    assert (report.added, report.conflicts, report.unplaced) == ((), (), ("2 dogs",))
    assert [kept.version for kept in world.unit.profiles.versions[profile.id]] == [2]


async def test_doubts_about_a_section_that_is_not_taken_are_not_told(world: World) -> None:
    resume = make_resume(OWNER)
    resume.parsed.confidence = {"location": 0.2, "experiences.0.company": 0.3}
    await world.unit.resumes.save(resume)
    profile, report = await world.take(resume_id=resume.id, sections=["experiences"])
    assert (profile.full_name, report.uncertain) == ("", ("experiences.0.company",))
    assert profile.experiences


async def test_a_preview_changes_nothing_and_refuses_what_is_not_ones_own(world: World) -> None:
    profile, resume = make_profile(OWNER), make_resume(OWNER)
    await world.unit.profiles.save(profile)
    await world.unit.resumes.save(resume)
    before = copy.deepcopy(profile)
    seen = await world.preview(resume, profile)
    assert (seen.profile_id, seen.version) == (profile.id, 1)
    skills = next(section for section in seen.sections if section.section == "skills")
    assert (skills.added, skills.unchanged, len(skills.entries)) == (0, len(resume.parsed.career.skills), 3)
    assert world.unit.profiles.rows[profile.id] == before
    with pytest.raises(ForbiddenError):
        await world.preview(resume, profile, STRANGER)


async def test_an_import_built_on_another_version_is_refused(world: World) -> None:
    profile, resume = make_profile(OWNER), make_resume(OWNER)
    await world.unit.profiles.save(profile)
    await world.unit.resumes.save(resume)

    def check(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError):
        await world.take(resume_id=resume.id, profile_id=profile.id, check=check)
    assert world.unit.profiles.rows[profile.id].version == 1


async def test_what_cannot_be_imported_makes_no_profile(world: World) -> None:
    scan, theirs = make_resume(OWNER, status="needs_ocr"), make_resume(STRANGER)
    await world.unit.resumes.save(scan)
    await world.unit.resumes.save(theirs)
    for named, error in (
        ({}, UnprocessableError),
        ({"resume_id": scan.id}, ResumeHasNoTextError),
        ({"resume_id": theirs.id}, ForbiddenError),
        ({"resume_id": uuid7()}, NotFoundError),
    ):
        with pytest.raises(error):
            await world.take(**named)
    assert world.unit.profiles.rows == {}


async def test_periods_that_cannot_be_are_kept_as_lines(world: World) -> None:
    work = [{"name": "Kelp", "position": "Cook", "startDate": "2020-01", "endDate": "2019-01"}]
    profile, report = await world.take(json_resume=json.loads(json.dumps({"work": work})))
    assert (profile.experiences[0].start_date, profile.experiences[0].end_date) == (None, None)
    assert report.unplaced == ("experiences.0: 2020-01 – 2019-01",)
