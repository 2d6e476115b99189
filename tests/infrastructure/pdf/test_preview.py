import struct

import pytest

from app.domain.errors import NotFoundError, UnprocessableError
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.preview import preview_png
from tests.render_profiles import many_bullets, senior


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_page_becomes_a_picture_of_the_width_asked_for() -> None:
    width, height = size_of(preview_png(render_pdf(senior(), "modern").data, width=600))
    assert width == 600
    assert height == pytest.approx(600 * 841.89 / 595.28, abs=1.5)


def test_every_page_has_its_own_picture() -> None:
    pdf = render_pdf(many_bullets(), "modern").data
    assert preview_png(pdf, page=1, width=300) != preview_png(pdf, page=2, width=300)
    assert preview_png(pdf, page=1, width=300) == preview_png(pdf, page=1, width=300)


def test_a_page_that_is_not_there_and_a_file_that_is_no_pdf_are_told() -> None:
    with pytest.raises(NotFoundError):
        preview_png(render_pdf(senior(), "modern").data, page=9)
    with pytest.raises(UnprocessableError):
        preview_png(b"no PDF")
