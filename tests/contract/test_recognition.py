"""Scans, read by tesseract in a reader process."""

import io
import shutil
from collections.abc import AsyncIterator

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader

from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from app.domain.text.source import RECOGNIZED
from app.infrastructure.text_extraction.extractor import RecognizingTextExtractor, SandboxedTextExtractor
from tests.conftest import REQUIRED
from tests.contract import text_extraction_pdfs as pdf_files

PROGRAM = shutil.which("tesseract")
pytestmark = [
    pytest.mark.integration,
    pytest.mark.skipif(PROGRAM is None and not REQUIRED, reason="tesseract is not installed"),
]


def scan_of(pdf: bytes) -> bytes:
    """Return a PDF that holds pictures of the pages of `pdf`."""
    sheet = pdf_files.Sheet()
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        picture = io.BytesIO()
        page.render(scale=200 / 72, grayscale=True).to_pil().save(picture, "PNG")
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, pdf_files.WIDTH, pdf_files.HEIGHT)
        sheet.page()
    document.close()
    return sheet.bytes()


@pytest.fixture
async def extractor() -> AsyncIterator[RecognizingTextExtractor]:
    assert PROGRAM is not None, "tesseract is not installed, and JOBWISE_REQUIRE_SERVICES=1 forbids skipping"
    recognizer = SandboxedTextExtractor(readers=1, wall_seconds=40, recognition=(PROGRAM, "eng"))
    made = RecognizingTextExtractor(SandboxedTextExtractor(readers=1), recognizer)
    yield made
    await made.aclose()


async def test_a_scan_is_read_with_its_order_columns_and_marks(extractor: RecognizingTextExtractor) -> None:
    source = await extractor.extract(scan_of(pdf_files.one_column()))
    texts = [line.text for line in source.lines if line.text]
    assert texts[0] == "Ada Byron"
    assert "Experience" in texts
    assert any(text.startswith("Analyst, Difference Works\tJan 2019") for text in texts)
    marked = [line.text for line in source.lines if line.bullet]
    assert marked[-1] == "Trained 4 engineers."
    assert (source.kind, source.pages, source.needs_ocr, source.warnings) == ("pdf", 1, False, (RECOGNIZED,))


async def test_the_fields_of_a_recognized_resume_are_less_sure(extractor: RecognizingTextExtractor) -> None:
    pdf = pdf_files.one_column()
    written = parse_resume(await extractor.extract(pdf), lexicon())
    seen = parse_resume(await extractor.extract(scan_of(pdf)), lexicon())
    assert seen.career.full_name == written.career.full_name == "Ada Byron"
    assert RECOGNIZED in seen.warnings
    assert seen.confidence["full_name"] < written.confidence["full_name"]


async def test_a_file_with_text_is_not_recognized(extractor: RecognizingTextExtractor) -> None:
    assert (await extractor.extract(pdf_files.one_column())).warnings == ()


async def test_a_scan_that_takes_too_long_stays_a_scan() -> None:
    recognizer = SandboxedTextExtractor(wall_seconds=0.01, recognition=(PROGRAM or "", "eng"))
    extractor = RecognizingTextExtractor(SandboxedTextExtractor(), recognizer)
    try:
        source = await extractor.extract(scan_of(pdf_files.one_column()))
    finally:
        await extractor.aclose()
    assert (source.needs_ocr, RECOGNIZED in source.warnings) == (True, False)


async def test_a_language_that_is_not_installed_leaves_a_scan() -> None:
    recognizer = SandboxedTextExtractor(wall_seconds=20, recognition=(PROGRAM or "", "none"))
    other = RecognizingTextExtractor(SandboxedTextExtractor(), recognizer)
    try:
        assert (await other.extract(scan_of(pdf_files.one_column()))).needs_ocr
    finally:
        await other.aclose()
