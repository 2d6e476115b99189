"""Saved jobs over the fakes: what each kind of input gives, and what a change of them sets off."""

from dataclasses import asdict

import pytest

from app.application.jobs import JobInput, JobService
from app.domain.errors import ForbiddenError, NotFoundError, UnsupportedMediaTypeError, ValidationError
from app.domain.ids import uuid7
from app.domain.jobs import JobFilter
from app.domain.pagination import PageRequest
from app.domain.ports.job_pages import ExtractionFailedError, JobPage
from app.domain.tasks import Task
from app.domain.text.skills import lexicon
from tests.builders import NOON
from tests.fakes import FakeJobPages, FakeTaskQueue, FakeTextExtractor, FakeUnitOfWorkFactory

OWNER, STRANGER = uuid7(), uuid7()
URL = "https://acme.example/jobs/1"
TEXT = "Engineer\nCompany: Acme GmbH\nLocation: Berlin\n\nRequirements\n- Python and PostgreSQL\n- Kafka is a plus\n"
PAGE = JobPage(url=URL, title="Baker", company="Rolls & Sons", text="Bake bread; food safety training is a must.")
NOTHING = ExtractionFailedError("Nothing there")
BY_HAND = {"title": "Cook", "company": "Globex", "description": "Cook for two hundred guests."}


def given(**overrides: object) -> JobInput:
    values: dict[str, object] = {"source": "manual", "manual": {}, **overrides}
    return JobInput(**values)  # type: ignore[arg-type]


class World:
    """The service, with every address showing the same page or nothing."""

    def __init__(self, page: JobPage | ExtractionFailedError = PAGE) -> None:
        self.units = FakeUnitOfWorkFactory()
        self.unit = self.units.unit
        self.queue, self.files, self.pages = FakeTaskQueue(), FakeTextExtractor(), FakeJobPages(page)
        self.jobs = JobService(self.units, self.pages, self.files, lexicon, self.queue, clock=lambda: NOON)

    def readings(self) -> list[Task]:
        return [task for task in self.unit.tasks.rows.values() if task.kind == "extraction"]


@pytest.fixture
def world() -> World:
    return World()


async def test_a_text_is_read_and_what_is_given_by_hand_wins(world: World) -> None:
    job = await world.jobs.create(
        given(raw_text=TEXT, job_url=URL, manual={"title": "Engineer II", "company": None, "description": "unused"}),
        owner_id=OWNER,
    )
    assert (job.title, job.company, job.job_url, job.raw_text) == ("Engineer II", "Acme GmbH", URL, TEXT)
    assert "Python" in {keyword.keyword for keyword in job.parsed_keywords}
    assert (job.extraction_status, world.pages.read_count) == ("success", 0)
    assert await world.jobs.get(job.id, owner_id=OWNER) == job


async def test_an_address_is_read_at_once(world: World) -> None:
    job = await world.jobs.create(given(job_url=URL, source="other"), owner_id=OWNER)
    assert (job.title, job.company, job.description_source) == ("Baker", "Rolls & Sons", "extracted")
    assert job.raw_text == job.description


async def test_an_address_that_cannot_be_read_needs_the_fields_by_hand() -> None:
    world = World(NOTHING)
    with pytest.raises(ExtractionFailedError):
        await world.jobs.create(given(job_url=URL, manual={"title": "Cook"}), owner_id=OWNER)
    assert world.unit.jobs.rows == {}
    job = await world.jobs.create(given(job_url=URL, manual=BY_HAND), owner_id=OWNER)
    assert (job.title, job.extraction_status, job.extraction_error) == ("Cook", "needs_manual", "Nothing there")


async def test_fields_alone_make_a_job_when_they_are_complete(world: World) -> None:
    job = await world.jobs.parse(given(manual={**BY_HAND, "location": "Malmö"}), owner_id=OWNER)
    assert {**BY_HAND, "location": "Malmö"}.items() <= asdict(job).items()
    assert world.unit.jobs.rows == {}
    for incomplete in ({}, {"title": "Cook"}, {**BY_HAND, "company": " "}):
        with pytest.raises(ValidationError):
            await world.jobs.parse(given(raw_text=" ", manual=incomplete), owner_id=OWNER)


async def test_the_same_text_again_names_the_job_it_doubles(world: World) -> None:
    first = await world.jobs.create(given(raw_text=TEXT), owner_id=OWNER)
    second = await world.jobs.create(given(raw_text=TEXT + "\n"), owner_id=OWNER)
    theirs = await world.jobs.create(given(raw_text=TEXT), owner_id=STRANGER)
    assert (first.duplicate_of, second.duplicate_of, theirs.duplicate_of) == (None, first.id, None)


async def test_a_file_is_a_saved_page_or_a_text(world: World) -> None:
    page = await world.jobs.read_file(b"\xef\xbb\xbf  <!DOCTYPE HTML><p>x", filename="job.html")
    assert page.title == "Baker"
    assert (await world.jobs.read_file(b"<!-- saved --><HEAD></HEAD>", filename="")).title == "Baker"
    assert (await world.jobs.read_file(TEXT.encode(), filename="job.txt")).company == "Acme GmbH"
    world.files.sources[b"\x7fELF"] = UnsupportedMediaTypeError()
    with pytest.raises(UnsupportedMediaTypeError):
        await world.jobs.read_file(b"\x7fELF", filename="job")


async def test_a_new_description_is_read_and_the_names_stay(world: World) -> None:
    job = await world.jobs.create(given(raw_text=TEXT), owner_id=OWNER)
    changed = await world.jobs.update(job.id, {"description": "Nurse\nRequirements\n- Wound care"}, owner_id=OWNER)
    assert (changed.title, changed.company) == (job.title, job.company)
    assert "Python" not in {keyword.keyword for keyword in changed.parsed_keywords}
    assert (changed.raw_text, changed.description_source) == ("Nurse\nRequirements\n- Wound care", "manual")
    assert changed.content_hash != job.content_hash
    untouched = await world.jobs.update(job.id, {"description": " ", "status": "archived"}, owner_id=OWNER)
    assert (untouched.description, untouched.status) == (changed.description, "archived")


async def test_a_new_address_is_read_in_the_background_unless_all_is_given_with_it(world: World) -> None:
    job = await world.jobs.create(given(raw_text=TEXT), owner_id=OWNER)
    waiting = await world.jobs.update(job.id, {"job_url": URL}, owner_id=OWNER)
    (task,) = world.readings()
    assert (waiting.extraction_status, task.kind, task.subject_id) == ("pending", "extraction", job.id)
    assert world.queue.told == [task.id]
    same = await world.jobs.update(job.id, {"job_url": URL, "title": "Engineer"}, owner_id=OWNER)
    assert (same.extraction_status, len(world.readings())) == ("pending", 1)
    whole = await world.jobs.update(job.id, {"job_url": f"{URL}0", **BY_HAND}, owner_id=OWNER)
    assert (whole.extraction_status, world.readings()) == ("success", [])


async def test_without_an_address_nothing_is_waited_for(world: World) -> None:
    job = await world.jobs.create(given(raw_text=TEXT), owner_id=OWNER)
    await world.jobs.update(job.id, {"job_url": URL}, owner_id=OWNER)
    without = await world.jobs.update(job.id, {"job_url": None}, owner_id=OWNER)
    assert (without.extraction_status, world.readings()) == ("success", [])


async def test_jobs_are_their_owners_alone(world: World) -> None:
    job = await world.jobs.create(given(raw_text=TEXT), owner_id=OWNER)
    for refused in (
        world.jobs.get(job.id, owner_id=STRANGER),
        world.jobs.update(job.id, {"title": "Stolen"}, owner_id=STRANGER),
        world.jobs.delete(job.id, owner_id=STRANGER),
    ):
        with pytest.raises(ForbiddenError):
            await refused
    assert (await world.jobs.search(STRANGER, PageRequest(), JobFilter())).total == 0
    assert [one.id for one in (await world.jobs.search(OWNER, PageRequest(), JobFilter(q="kafka"))).items] == [job.id]
    await world.jobs.delete(job.id, owner_id=OWNER)
    with pytest.raises(NotFoundError):
        await world.jobs.get(job.id, owner_id=OWNER)
