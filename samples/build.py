"""Draws `resume.pdf` from `resume.md`: the plain, unhelpfully ordered resume that the demonstration starts from."""

from pathlib import Path

from rendercv_fonts import path_of
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

FOLDER = Path(__file__).parent


def build() -> None:
    """Write `resume.pdf` beside this file; the same bytes each time."""
    for style in ("Regular", "Bold"):
        pdfmetrics.registerFont(TTFont(f"Sample-{style}", str(path_of["Open Sans"] / f"OpenSans-{style}.ttf")))
    body = ParagraphStyle("body", fontName="Sample-Regular", fontSize=9.5, leading=13)
    bold = ParagraphStyle("bold", body, fontName="Sample-Bold")
    styles = {
        "# ": ParagraphStyle("name", bold, fontSize=20, leading=26),
        "## ": ParagraphStyle("head", bold, fontSize=12.5, leading=16, spaceBefore=9, spaceAfter=3),
        "### ": ParagraphStyle("item", bold, spaceBefore=5),
        "- ": ParagraphStyle("bullet", body, leftIndent=10, bulletIndent=0),
    }
    story = []
    for line in (FOLDER / "resume.md").read_text(encoding="utf-8").splitlines():
        mark = next((mark for mark in styles if line.startswith(mark)), "")
        if line.strip():
            text = line.removeprefix(mark).replace("&", "&amp;")
            story.append(Paragraph(text, styles.get(mark, body), bulletText="•" if mark == "- " else None))
    document = SimpleDocTemplate(
        str(FOLDER / "resume.pdf"),
        pagesize=A4,
        leftMargin=22 * mm,
        rightMargin=22 * mm,
        topMargin=18 * mm,
        bottomMargin=18 * mm,
        title="Resume of Ines Carvalho",
        author="Ines Carvalho",
        invariant=1,
    )
    document.build(story)


if __name__ == "__main__":
    build()
