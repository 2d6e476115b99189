"""How much of every template reads back, and what a page costs: `python bench/rendering.py`."""

import time
from collections.abc import Callable
from io import BytesIO

import pypdf
import pypdfium2

from app.domain.text.render.readback import read_back
from app.domain.text.render.templates import TEMPLATES
from app.domain.text.source import plain_source
from app.infrastructure.docx.generator import render_docx
from app.infrastructure.pdf.generator import render_pdf
from app.infrastructure.pdf.preview import preview_png
from tests.render_profiles import PROFILES, senior

_ROUNDS = 20


def with_pypdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages)


def with_pdfium(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def milliseconds(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return sorted(times)[len(times) // 2] * 1000


def main() -> None:
    print(f"{'template':<11} {'words in order':>14} {'problems':>8} {'pdf ms/page':>11} {'docx ms':>8}")
    for template in TEMPLATES:
        shares, problems = [], 0
        for build in PROFILES.values():
            content = build()
            data = render_pdf(content, template.id).data
            for read in (with_pypdf, with_pdfium):
                result = read_back(plain_source(read(data), "pdf"), content)
                shares.append(result.words_in_order)
                problems += len(result.problems)
        content = senior()
        pages = render_pdf(content, template.id).page_count
        pdf = milliseconds(lambda content=content, name=template.id: render_pdf(content, name)) / pages  # type: ignore[misc]
        word = milliseconds(lambda content=content, name=template.id: render_docx(content, name))  # type: ignore[misc]
        print(f"{template.id:<11} {min(shares):>14.4f} {problems:>8} {pdf:>11.1f} {word:>8.1f}")
    data = render_pdf(senior(), "modern").data
    print(f"preview 900 px: {milliseconds(lambda: preview_png(data)):.1f} ms")


if __name__ == "__main__":
    main()
