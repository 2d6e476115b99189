"""The promises of the score on real resumes and postings, where the evaluation data is at hand."""

import json
import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from app.domain.text.career import Career
from app.domain.text.compose import original_content
from app.domain.text.job.parse import parse_posting
from app.domain.text.match import match_career, match_content, total
from app.domain.text.match.reading import read_career
from app.domain.text.posting import Posting
from app.domain.text.resume import parse_json_resume
from app.domain.text.skills import lexicon
from tests.domain.text.match.builders import TODAY

_BESIDE = Path(__file__).parents[4].parent / "shared" / "data"
DATA = _BESIDE if _BESIDE.is_dir() else Path(os.environ.get("JOBWISE_SHARED_DATA", "/nonexistent"))  # noqa: TID251
EVERY = 12

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the evaluation data is not here")


def careers() -> Iterator[Career]:
    for file in sorted((DATA / "jsonresume").glob("*.json")):
        document = json.loads(file.read_text(encoding="utf-8"))
        if not file.stem.endswith("schema"):
            yield parse_json_resume(document).career


def postings() -> Iterator[Posting]:
    for file in sorted((DATA / "jobs" / "text").glob("*.txt"))[::EVERY]:
        yield parse_posting(file.read_text(encoding="utf-8"), lexicon())


def test_reports_on_real_pairs_keep_every_promise() -> None:
    pairs = list(product(careers(), postings()))
    assert len(pairs) > 50
    for career, posting in pairs:
        reading = read_career(career, lexicon(), today=TODAY)
        report = match_career(career, posting, lexicon(), today=TODAY, reading=reading)
        assert round(sum(part.maximum for part in report.parts), 1) == 100.0
        assert report.score == int(total(report) + 0.5)
        assert report.score <= report.ceiling <= 100
        for one in report.keywords:
            assert all(posting.description[span.start : span.end] == span.text for span in one.posting_evidence)
            assert (one.status == "missing") == (not one.profile_evidence and one.via is None)


def test_the_untailored_document_of_a_real_career_scores_about_as_the_career() -> None:
    for career, posting in list(product(careers(), postings()))[::5]:
        document = match_content(original_content(career), career, posting, lexicon(), today=TODAY)
        # A paragraph of the profile becomes several sentences in print, so the share of relevant ones may differ.
        assert abs(total(document) - total(match_career(career, posting, lexicon(), today=TODAY))) <= 2
