"""Whole resumes of many trades, layouts and languages, each beside what a careful reader writes down."""

import json
import re
from pathlib import Path

import pytest

from app.domain.text.resume import parse_resume
from app.domain.text.resume.japanese import japanese_heading
from app.domain.text.resume.parts import without_dates
from app.domain.text.resume.sections import heading_name
from app.domain.text.skills import lexicon
from app.domain.text.source import SourceText
from tests.domain.text.resume.reading import record, source_of

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").iterdir() if path.suffix in {".txt", ".md"})


def sample(path: Path) -> SourceText:
    return source_of(path.read_text(encoding="utf-8"), "markdown" if path.suffix == ".md" else "txt")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_resume_is_read_as_a_person_reads_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert record(parse_resume(sample(path), lexicon())) == expected


def _words(text: str) -> list[str]:
    """Words of four letters and more; where no blanks part them, pairs of characters beside the words for events."""
    text = re.sub("同大学|入学|卒業|修了|入社|退社|退職|取得|合格|就職|現在に至る|以上|[はがのにを]", " ", text)
    runs = re.findall(r"[\u3041-\u30ff\u4e00-\u9fff]{2,}", text)
    pairs = [run[at : at + 2] for run in runs for at in range(0, len(run) - 1, 2)]
    return [*re.findall(r"[^\W\d_\u3041-\u9fff]{4,}", text), *pairs]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_resume_is_kept_somewhere(path: Path) -> None:
    source = sample(path)
    parsed = parse_resume(source, lexicon())
    kept = re.sub(r"-\\s+", "", json.dumps(record(parsed), ensure_ascii=False).lower())
    lost = []
    for line in source.lines:
        words = _words(re.sub(r"^[^:：]{2,40}[:：]", "", without_dates(line.text)).lower())
        if (
            heading_name(line.text) is None
            and not japanese_heading(line.text)
            and not line.text.endswith((":", "】"))
            and words
            and sum(word in kept for word in words) * 2 < len(words)
        ):
            lost.append(line.text)
    assert lost == []
