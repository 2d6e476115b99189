"""What a profile lacks, what it comes to and its file, over the fakes."""

import json

import pytest

from app.application.exporting import CONTENT_TYPES, DocumentExporter
from app.application.profile_insights import ProfileInsightService
from app.domain.documents import ExportFormat
from app.domain.errors import ForbiddenError
from app.domain.ids import uuid7
from app.domain.text.render.rendered import UnrenderableTextError
from app.domain.text.skills import lexicon
from tests.builders import NOON, make_profile
from tests.fakes import FakeDocumentGenerator, FakeTextExtractor, FakeUnitOfWorkFactory

OWNER = uuid7()


class World:
    """One profile and the service."""

    def __init__(self) -> None:
        self.units = FakeUnitOfWorkFactory()
        generator = FakeDocumentGenerator()
        exporter = DocumentExporter(generator, generator, FakeTextExtractor())
        self.insights = ProfileInsightService(self.units, exporter, lexicon, clock=lambda: NOON)
        self.profile = make_profile(OWNER)

    async def export(self, export_format: ExportFormat) -> tuple[str, str, bytes]:
        made = await self.insights.export(
            self.profile.id, export_format, template="classic", page_size="a4", owner_id=OWNER
        )
        return made.name, made.content_type, made.data


@pytest.fixture
async def world() -> World:
    made = World()
    await made.units.unit.profiles.save(made.profile)
    return made


async def test_a_profile_is_measured_and_summed_up_as_of_today(world: World) -> None:
    profile, found = await world.insights.analytics(world.profile.id, owner_id=OWNER)
    assert (profile, 0 < found.score <= 100) == (world.profile, True)
    _, summary = await world.insights.summary(world.profile.id, owner_id=OWNER)
    assert summary.years_of_experience == pytest.approx(10, abs=0.6)
    for refused in (
        world.insights.analytics(world.profile.id, owner_id=uuid7()),
        world.insights.summary(world.profile.id, owner_id=uuid7()),
    ):
        with pytest.raises(ForbiddenError):
            await refused


@pytest.mark.parametrize("export_format", [name for name in CONTENT_TYPES if name != "json_resume"])
async def test_a_profile_is_a_file_in_every_format(world: World, export_format: ExportFormat) -> None:
    name, content_type, data = await world.export(export_format)
    assert (name.split(".")[0], content_type) == ("zoe-angstroem-profile", CONTENT_TYPES[export_format])
    assert "Kelp Labs" in data.decode()


async def test_json_resume_is_made_of_the_facts_themselves(world: World) -> None:
    name, _, data = await world.export("json_resume")
    document = json.loads(data)
    assert (name, document["basics"]["name"], document["work"][1]["startDate"]) == (
        "zoe-angstroem-profile.json", "Zoë Ångström", "2016",
    )  # fmt: skip


async def test_a_profile_without_letters_to_draw_is_still_a_text(world: World) -> None:
    world.profile.headline = "𒀀"
    await world.units.unit.profiles.save(world.profile)
    with pytest.raises(UnrenderableTextError):
        await world.export("pdf")
    assert "𒀀" in (await world.export("txt"))[2].decode()
