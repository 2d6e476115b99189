"""Ligatures that a PDF gives no text for, or the first letter only."""

import io
import re
from typing import Any, cast

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, NameObject
from rendercv_fonts import path_of
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.infrastructure.text_extraction.pdf_ligatures import MISSING, Glyph, mend
from app.infrastructure.text_extraction.reading import read_source

_WIDTHS = {"f": 0.30, "i": 0.25, "l": 0.25, "t": 0.33, "j": 0.25}
_FONT = path_of["Source Sans 3"] / "SourceSans3-Regular.ttf"


def glyphs(text: str, *, missing: bool) -> list[Glyph]:
    """Draw `text`; letters in braces are one glyph whose text is missing, or its first letter."""
    drawn: list[Glyph] = []
    at, space = 0.0, False
    for piece in re.findall(r"\{\w+\}|.", text):
        if piece == " ":
            at, space = at + 2.5, True
            continue
        letters = piece.strip("{}")
        width = 10 * sum(_WIDTHS.get(letter, 0.5) for letter in letters)
        shown = letters if len(letters) == 1 else MISSING if missing else letters[0]
        drawn.append(Glyph(shown, at, at + width, 0.0, 10.0, "Serif", space))
        at, space = at + width, False
    return drawn


def read(drawn: list[Glyph]) -> str:
    mend(drawn)
    return "".join((" " if glyph.space else "") + glyph.text for glyph in drawn)


SENTENCE = "E{ffi}cient sta{ff} of the o{ffi}ce: work{fl}ow, {fi}nal {fi}eld, shu{ffl}e, refit of a{ff}air, so{ft}ware"


@pytest.mark.parametrize("missing", [True, False])
def test_a_ligature_gets_the_letters_that_fit_its_width_and_make_a_word(missing: bool) -> None:
    assert read(glyphs(SENTENCE, missing=missing)) == SENTENCE.replace("{", "").replace("}", "")


def test_an_f_that_is_wide_by_design_stays_an_f() -> None:
    drawn = glyphs("profile of four reefs for five software offices", missing=False)
    for number, glyph in enumerate(one for one in drawn if one.text == "f"):
        glyph.right += number % 2 * 2.5
    assert read(drawn) == "profile of four reefs for five software offices"


def test_an_f_that_is_wide_wherever_it_stands_is_none_though_some_words_would_fit() -> None:
    text = "terraform and grafana, telegraf for all of it from four free terraform functions, i t"
    drawn = glyphs(text, missing=False)
    for glyph in [one for one in drawn if one.text == "f"][1:]:
        glyph.right += 2.5
    assert read(drawn) == text


def test_a_missing_text_that_makes_no_word_stays_missing() -> None:
    assert read(glyphs("tail {fi}7 x{ff}q", missing=True)) == f"tail {MISSING}7 x{MISSING}q"


@pytest.mark.parametrize("text", ["", "0066"])
def test_a_pdf_whose_font_table_leaves_ligatures_out_reads_whole_words(text: str) -> None:
    lines = [
        "Led an e\ufb03cient sta\ufb00 of \ufb01ve in the o\ufb03ce",
        "Cut tra\ufb03c of the work\ufb02ow for a \ufb01nal time",
    ]
    source = read_source(with_gaps(lines, text))
    assert [line.text for line in source.lines] == [
        "Led an efficient staff of five in the office",
        "Cut traffic of the workflow for a final time",
    ]


def with_gaps(lines: list[str], text: str) -> bytes:
    """Draw `lines`, then take the ligatures' texts out of the font's table, or put `text` for them."""
    out = io.BytesIO()
    pdfmetrics.registerFont(TTFont("Regular", str(_FONT)))
    canvas = Canvas(out)
    canvas.setFont("Regular", 11)
    for number, line in enumerate(lines):
        canvas.drawString(50, 780 - 16 * number, line)
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(out))
    fonts = cast("dict[str, Any]", writer.pages[0]["/Resources"])["/Font"]
    for font in (one.get_object() for one in fonts.values()):
        if "/ToUnicode" in font:
            table = DecodedStreamObject()
            table.set_data(_without_ligatures(font["/ToUnicode"].get_data().decode("latin-1"), text).encode("latin-1"))
            font[NameObject("/ToUnicode")] = writer._add_object(table)
    changed = io.BytesIO()
    writer.write(changed)
    return changed.getvalue()


def _without_ligatures(table: str, text: str) -> str:
    kept = [
        re.sub(r"<FB0\d>", f"<{text}>", line) for line in table.splitlines() if text or not re.search(r"<FB0\d>", line)
    ]
    entries = sum(re.fullmatch(r"<\w\w> <\w+>", line) is not None for line in kept) - 1
    return re.sub(r"\d+ beginbfchar", f"{entries} beginbfchar", "\n".join(kept))
