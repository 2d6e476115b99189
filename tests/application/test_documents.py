"""Documents over the fakes: whose words stand in them, what they are compared with, and what is kept of each export."""

from copy import deepcopy
from typing import Any

import pytest

from app.application.document_reviews import DocumentReviewService
from app.application.documents import DocumentEdit, DocumentService
from app.application.exporting import DocumentExporter
from app.application.pipeline import Pipeline
from app.application.storage_quota import StorageQuota
from app.domain.documents import Document, DocumentVersion, ExportFormat
from app.domain.errors import ConflictError, ForbiddenError, NotFoundError, VersionConflictError
from app.domain.generations import GenerationArtifacts
from app.domain.ids import uuid7
from app.domain.pagination import PageRequest
from app.domain.text.compose import original_content
from app.domain.text.document import Content, Sentence, sentences
from app.domain.text.render.rendered import UnrenderableTextError
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_document, make_generation, make_job, make_profile
from tests.fakes import (
    FakeDocumentGenerator,
    FakeFileStorage,
    FakeTextExtractor,
    FakeUnitOfWork,
    FakeUnitOfWorkFactory,
)

OWNER, STRANGER = uuid7(), uuid7()
OWN = "Backend engineer who likes boring, well-measured systems."


def anything(_version: int) -> None:
    return None


class World:
    """A document made from a profile for a job, at its first version."""

    def __init__(self) -> None:
        self.units, self.storage, self.generator = FakeUnitOfWorkFactory(), FakeFileStorage(), FakeDocumentGenerator()
        self.unit = self.units.unit
        exporter = DocumentExporter(self.generator, self.generator, FakeTextExtractor())
        pipeline = Pipeline(lexicon)
        self.documents = DocumentService(
            self.units, exporter, pipeline, self.storage, StorageQuota(None), clock=lambda: NOON
        )
        self.reviews = DocumentReviewService(self.documents, pipeline, clock=lambda: NOON)
        self.profile, self.job = make_profile(OWNER), make_job(OWNER)
        self.content = original_content(self.profile.career())
        self.document = make_document(
            OWNER, profile_id=self.profile.id, job_id=self.job.id, content=self.content, file_stem="zoe"
        )

    async def fill(self) -> "World":
        await self.unit.profiles.save(self.profile)
        await self.unit.jobs.save(self.job)
        await self.unit.documents.save(self.document)
        await self.unit.documents.add_version(DocumentVersion.of(self.document, note="generated"))
        return self

    async def edit(self, check: Any = anything, owner_id: Any = OWNER, **edit: Any) -> Document:
        return await self.documents.update(self.document.id, DocumentEdit(**edit), owner_id=owner_id, check=check)

    async def export(self, export_format: ExportFormat = "pdf", **overrides: Any) -> tuple[str, bytes]:
        values: dict[str, Any] = {"template": None, "page_size": None, "owner_id": OWNER, **overrides}
        return await self.documents.download(self.document.id, export_format, **values)

    def edited(self, *lines: str) -> Content:
        """Return the document with another summary; no sentence says where it is from."""
        content = deepcopy(self.content)
        content.sections[0].items[0].sentences = [Sentence(text=line) for line in lines]
        return content

    @property
    def stored(self) -> Document:
        return self.unit.documents.rows[self.document.id]

    def versions(self) -> list[str]:
        return [version.note for _, version in sorted(self.unit.documents.versions.items())]


@pytest.fixture
async def world() -> World:
    return await World().fill()


async def test_a_title_or_a_template_makes_no_version(world: World) -> None:
    changed = await world.edit(title="For Acme", template="modern")
    assert (changed.title, changed.template, changed.version_number) == ("For Acme", "modern", 1)
    assert (world.versions(), await world.documents.get(world.document.id, owner_id=OWNER)) == (["generated"], changed)


async def test_the_paper_is_kept_and_exports_are_on_it(world: World) -> None:
    changed = await world.edit(page_size="letter")
    assert (changed.parameters["page_size"], changed.version_number) == ("letter", 1)
    await world.export()
    assert [export.page_size for export in world.unit.documents.exports.values()] == ["letter"]


async def test_rejected_changes_are_taken_back_and_the_others_stay(world: World) -> None:
    claim = "Led 40 engineers at Globex."
    await world.edit(content=world.edited(claim, "Enjoys systems that are boring and well measured."))
    changes = (await world.reviews.compare(world.document.id, 1, owner_id=OWNER))[0]
    added = [place for place, change in enumerate(changes) if change.after == claim]
    assert [changes[place].kind for place in added] == ["added"]
    unchanged = next(place for place, change in enumerate(changes) if change.kind == "unchanged")
    rejected = await world.reviews.reject(
        world.document.id, 1, [*added, unchanged, 4000], owner_id=OWNER, check=anything
    )
    texts = [sentence.text for sentence in sentences(rejected.content)]
    assert (claim in texts, texts[0]) == (False, "Enjoys systems that are boring and well measured.")
    assert (rejected.version_number, world.versions()[-1]) == (3, "changes taken back")
    original = (await world.reviews.compare(world.document.id, "original", owner_id=OWNER))[0]
    places = [place for place, change in enumerate(original) if change.kind != "unchanged"]
    back = await world.reviews.reject(world.document.id, "original", places, owner_id=OWNER, check=anything)
    first = sentences(back.content)[0]
    assert (first.text, first.source_ids, first.verdict) == (OWN, sentences(world.content)[0].source_ids, "grounded")


async def test_changes_of_another_version_are_not_taken_back(world: World) -> None:
    await world.edit(content=world.edited(OWN, "Reads."))

    def check(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError):
        await world.reviews.reject(world.document.id, 1, [0], owner_id=OWNER, check=check)
    assert world.stored.version_number == 2


async def test_the_match_of_a_document_names_the_places_that_show_a_keyword(world: World) -> None:
    report = await world.reviews.match(world.document.id, owner_id=OWNER)
    shown = [keyword for keyword in report.keywords if keyword.status == "shown"]
    assert shown
    assert {evidence.fact_id.split("/")[0] for keyword in shown for evidence in keyword.profile_evidence} <= {
        "sections",
        "header",
    }
    world.document.job_id = None
    await world.unit.documents.save(world.document)
    with pytest.raises(ConflictError):
        await world.reviews.match(world.document.id, owner_id=OWNER)


async def test_edited_words_are_the_users_and_every_sentence_is_verified_again(world: World) -> None:
    claim = "Led 40 engineers at Globex."
    edited = await world.edit(content=world.edited(OWN, claim), note="more")
    kept, new = sentences(edited.content)[:2]
    sources = sentences(world.content)[0].source_ids
    assert (kept.text, kept.origin, kept.verdict, kept.source_ids) == (OWN, "builtin", "grounded", sources)
    assert (new.text, new.origin, new.verdict) == (claim, "user", "ungrounded")
    assert (edited.version_number, edited.pdf_file_path, world.versions()) == (2, None, ["generated", "more"])
    assert (edited.content.profile_id, edited.content.profile_version) == (str(world.profile.id), 1)
    assert claim in edited.content_text


async def test_an_edit_of_an_older_version_is_refused(world: World) -> None:
    def check(version: int) -> None:
        raise VersionConflictError(current_version=version)

    with pytest.raises(VersionConflictError):
        await world.edit(check, title="For Acme")
    with pytest.raises(ForbiddenError):
        await world.edit(owner_id=STRANGER, title="For Acme")
    assert world.stored.title == world.document.title


async def test_an_edit_that_was_overtaken_while_it_was_verified_is_refused(world: World) -> None:
    class Overtaken(Pipeline):
        async def verify(self, content: Content, *args: Any, **options: Any) -> Content:
            world.stored.version_number = 2
            return content

    world.documents._pipeline = Overtaken(lexicon)
    with pytest.raises(VersionConflictError) as overtaken:
        await world.edit(content=world.edited("Mine"))
    assert overtaken.value.details == {"current_version": 2}
    assert world.versions() == ["generated"]


async def test_an_earlier_version_comes_back_as_a_new_one(world: World) -> None:
    await world.edit(content=world.edited("Mine"), template="modern")
    restored = await world.documents.restore(world.document.id, 1, owner_id=OWNER)
    assert (restored.version_number, restored.content, restored.template) == (3, world.content, "classic")
    assert world.versions() == ["generated", "edited", "restored from version 1"]
    page = await world.documents.versions(world.document.id, PageRequest(limit=2), owner_id=OWNER)
    assert ([version.version_number for version in page.items], page.total) == ([3, 2], 3)
    with pytest.raises(NotFoundError):
        await world.documents.restore(world.document.id, 9, owner_id=OWNER)


async def test_what_changed_is_told_against_a_version_or_the_own_resume(world: World) -> None:
    await world.edit(content=world.edited(OWN, "Mine"))
    changes = (await world.reviews.compare(world.document.id, 1, owner_id=OWNER))[0]
    assert [(one.kind, one.after) for one in changes if one.kind != "unchanged"] == [("added", "Mine")]
    whole = (await world.reviews.compare(world.document.id, "original", owner_id=OWNER))[0]
    assert [(one.kind, one.after) for one in whole if one.kind != "unchanged"] == [("added", "Mine")]


async def test_facts_come_from_the_generation_where_the_profile_is_gone(world: World) -> None:
    generation = make_generation(OWNER, job_id=world.job.id)
    career = world.profile.career()
    artifacts = GenerationArtifacts(generation_id=generation.id, career=career, posting=world.job.posting())
    await world.unit.generations.save(generation)
    await world.unit.generations.save_artifacts(artifacts)
    world.stored.profile_id, world.stored.generation_id = None, generation.id
    assert (await world.reviews.compare(world.document.id, "original", owner_id=OWNER))[0][0].after == OWN
    world.stored.generation_id = None
    with pytest.raises(ConflictError):
        await world.reviews.compare(world.document.id, "original", owner_id=OWNER)


@pytest.mark.parametrize("with_job", [True, False])
async def test_a_check_holds_against_the_profile_as_it_is_now(world: World, with_job: bool) -> None:
    if not with_job:
        world.stored.job_id = None
    report, checks = await world.reviews.check(world.document.id, owner_id=OWNER)
    assert (report.ungrounded, bool(checks)) == (0, True)
    world.unit.profiles.rows[world.profile.id].professional_summary = "A cook."
    changed, _ = await world.reviews.check(world.document.id, owner_id=OWNER)
    assert changed.ungrounded == 1


async def test_an_export_is_made_once_a_version_format_template_and_page_size(world: World) -> None:
    first = await world.export()
    assert (first, await world.export(), world.generator.made) == (("zoe.pdf", first[1]), first, 1)
    await world.export(page_size="letter")
    await world.export(template="modern")
    await world.export("docx")
    assert (world.generator.made, len(world.unit.documents.exports), len(world.storage.files)) == (4, 4, 2)
    await world.edit(content=world.edited("Mine"))
    assert b"Mine" in (await world.export())[1]
    assert len(world.unit.documents.exports) == 5


@pytest.mark.parametrize(
    ("export_format", "name", "beginning"),
    [
        ("txt", "zoe.txt", b"Zo\xc3\xab \xc3\x85ngstr\xc3\xb6m"),
        ("markdown", "zoe.md", b"# Zo\xc3\xab"),
        ("html", "zoe.html", b"<!DOCTYPE html>"),
        ("json_resume", "zoe.json", b"{"),
    ],
)
async def test_formats_of_text_need_no_generator(
    world: World, export_format: ExportFormat, name: str, beginning: bytes
) -> None:
    told, data = await world.export(export_format)
    assert (told, data[: len(beginning)].lower(), world.generator.made) == (name, beginning.lower(), 0)
    (export,) = world.unit.documents.exports.values()
    assert (export.page_count, export.readback.ok, export.size_bytes) == (None, True, len(data))


async def test_the_page_size_of_the_generation_is_kept(world: World) -> None:
    world.stored.parameters = {"page_size": "letter"}
    await world.export()
    (export,) = world.unit.documents.exports.values()
    assert export.page_size == "letter"


async def test_an_export_that_no_font_can_draw_is_not_kept(world: World) -> None:
    await world.edit(content=world.edited("𒀀"))
    with pytest.raises(UnrenderableTextError):
        await world.export()
    assert (world.unit.documents.exports, world.storage.files) == ({}, {})
    assert "𒀀".encode() in (await world.export("txt"))[1]


async def test_a_deleted_document_takes_versions_and_files_along(world: World) -> None:
    await world.export()
    with pytest.raises(ForbiddenError):
        await world.documents.delete(world.document.id, owner_id=STRANGER)
    await world.documents.delete(world.document.id, owner_id=OWNER)
    unit: FakeUnitOfWork = world.unit
    assert (unit.documents.rows, unit.documents.versions, world.storage.files) == ({}, {}, {})
    assert (await world.documents.page(OWNER, PageRequest())).total == 0


async def test_a_picture_of_a_page_keeps_nothing(world: World) -> None:
    picture = await world.documents.preview(world.content, template="classic", page_size="a4", page=1)
    assert (picture.data.startswith(b"PNG"), picture.page_count) == (True, 1)
    assert (picture.last_page_fill, picture.page_lines) == (0.5, (20,))
    with pytest.raises(NotFoundError):
        await world.documents.preview(world.content, template="classic", page_size="a4", page=2)
    assert world.storage.files == {}
