"""Real and odd files of the evaluation data, when it is there."""

import gzip
import json
import os
import resource
import sys
import time
from pathlib import Path

import pytest

from app.domain.errors import JobWiseError
from app.infrastructure.text_extraction.extractor import SandboxedTextExtractor
from app.infrastructure.text_extraction.reading import read_source

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def data() -> Path:
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    found = Path(os.environ.get("JOBWISE_SHARED_DATA", beside))  # noqa: TID251 - only tests look there
    if not (found / "robust").is_dir():
        pytest.skip("the evaluation data is not here")
    return found


async def test_every_odd_file_is_answered_in_time_with_text_or_a_known_error(data: Path) -> None:
    extractor = SandboxedTextExtractor()
    unit = 1024 if sys.platform == "darwin" else 1
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
    slow: list[str] = []
    codes: set[str] = set()
    for file in sorted((data / "robust").glob("*/*")):
        raw = file.read_bytes()
        start = time.monotonic()
        try:
            await extractor.extract(gzip.decompress(raw) if file.suffix == ".gz" else raw, filename=file.name)
        except JobWiseError as error:
            codes.add(error.code)
        if time.monotonic() - start > 5.0:
            slow.append(file.name)
    await extractor.aclose()
    assert slow == []
    assert codes <= {"file_damaged", "file_encrypted", "file_too_complex", "unsupported_media_type"}
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit - before < 300 * 1024


def test_scans_ask_for_ocr_and_nothing_else_does(data: Path) -> None:
    files = sorted((data / "resumes" / "pdf").glob("*.pdf"))
    asking = [file.name for file in files if read_source(file.read_bytes()).needs_ocr]
    assert asking == [file.name for file in files if file.name.startswith("scan-")]


def test_names_titles_and_employers_stand_inside_one_line(data: Path) -> None:
    wanted, kept = 0, 0
    for file in sorted([*(data / "resumes" / "pdf").iterdir(), *(data / "resumes" / "docx").iterdir()]):
        truth_file = data / "resumes" / "truth" / f"{file.stem}.json"
        if not truth_file.exists() or file.name.startswith("scan-"):
            continue
        truth = json.loads(truth_file.read_text())
        words = [truth["name"], *(job[key] for job in truth["experiences"] for key in ("title", "company"))]
        lines = ["".join(line.text.split()).lower() for line in read_source(file.read_bytes()).lines]
        for word in filter(None, words):
            wanted += 1
            kept += any("".join(word.split()).lower() in line for line in lines)
    assert kept / wanted > 0.97
