"""The main job in one call, over the fakes."""

from dataclasses import asdict

import pytest

from app.application.exporting import DocumentExporter
from app.application.pipeline import Pipeline, ProfileIsEmptyError
from app.application.quick import QuickService, Tailored, with_stable_ids
from app.domain.generations import GenerationOptions
from app.domain.jobs import JobHasNoDescriptionError
from app.domain.text.career import Career
from app.domain.text.job import parse_posting
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText, plain_source
from tests.builders import NOON, make_career
from tests.fakes import FakeDocumentGenerator, FakeTextExtractor

POSTING = "Backend Engineer\n\nRequirements\n- Python and PostgreSQL\n- payment APIs and queues\n- Kafka is a plus\n"


class Forgetful(FakeTextExtractor):
    """Reads nothing back."""

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        return plain_source("")


def service(extractor: FakeTextExtractor | None = None) -> QuickService:
    generator = FakeDocumentGenerator()
    exporter = DocumentExporter(generator, generator, extractor or FakeTextExtractor())
    return QuickService(Pipeline(lexicon), exporter, None, clock=lambda: NOON)


async def tailor(
    career: Career | None = None,
    *,
    quick: QuickService | None = None,
    posting: Posting | None = None,
    told: list[str] | None = None,
) -> Tailored:
    return await (quick or service()).tailor(
        with_stable_ids(career or make_career(), b"zoe"),
        posting or parse_posting(POSTING, lexicon(), company="Acme GmbH"),
        GenerationOptions(),
        document_types=("resume", "cover_letter"),
        progress=([] if told is None else told).append,
    )


async def test_a_resume_and_a_letter_come_out_in_every_format_with_each_step_told() -> None:
    told: list[str] = []
    done = await tailor(told=told)
    resume, letter = done.documents
    assert [name.rsplit(".", 1)[1] for name in resume.files] == ["pdf", "docx", "txt"]
    assert (resume.document_type, letter.document_type, done.needs_review) == ("resume", "cover_letter", False)
    assert told == [
        "Analysing the posting", "Matching the profile", "Writing the resume", "Verifying the resume",
        "Exporting the resume", "Writing the cover letter", "Verifying the cover letter",
        "Exporting the cover letter",
    ]  # fmt: skip


async def test_the_same_inputs_give_the_same_bytes() -> None:
    first, second = await tailor(), await tailor()
    assert [document.files for document in first.documents] == [document.files for document in second.documents]


async def test_a_format_that_cannot_be_drawn_is_told_and_the_others_are_there() -> None:
    done = await tailor(make_career(full_name="𒀀 Ångström"))
    for document in done.documents:
        assert [name.rsplit(".", 1)[1] for name in document.files] == ["txt"]
        assert len(document.refused) == 2
    assert done.needs_review


async def test_a_file_that_does_not_read_back_needs_a_look() -> None:
    done = await tailor(quick=service(Forgetful()))
    assert [file.readback.ok for file in done.documents[0].files.values()] == [False, False, True]
    assert done.needs_review


async def test_nothing_is_written_without_facts_or_without_a_posting() -> None:
    with pytest.raises(ProfileIsEmptyError):
        await tailor(Career(full_name="Jo Doe"))
    with pytest.raises(JobHasNoDescriptionError):
        await tailor(posting=Posting(title="Cook"))


async def test_a_career_is_measured_as_of_today() -> None:
    posting = parse_posting(POSTING, lexicon())
    match, ats, quick = await service().analyze(
        make_career(), posting, candidate_level="experienced", target_stack=("Python",)
    )
    assert (match.score, sum(asdict(ats.score_breakdown).values())) == (quick.report.score, ats.ats_score)
    assert service().today() == NOON.date()
