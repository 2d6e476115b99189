"""What every text extractor promises, on files that the tests make themselves."""

import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable

import pypdf
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from app.domain.errors import JobWiseError, PayloadTooLargeError, UnsupportedMediaTypeError
from app.domain.ports.text_extraction import (
    FileDamagedError,
    FileEncryptedError,
    FileTooComplexError,
    ITextExtractor,
)
from app.domain.text.source import Line, Link
from app.infrastructure.text_extraction.extractor import SandboxedTextExtractor
from app.infrastructure.text_extraction.inline import InlineTextExtractor
from tests.contract import text_extraction_docx as docx_files
from tests.contract import text_extraction_pdfs as pdf_files


@pytest.fixture(params=["inline", pytest.param("sandboxed", marks=pytest.mark.integration)])
async def extractor(request: pytest.FixtureRequest) -> AsyncIterator[ITextExtractor]:
    made: ITextExtractor = InlineTextExtractor() if request.param == "inline" else SandboxedTextExtractor(readers=1)
    yield made
    await made.aclose()


async def _texts(extractor: ITextExtractor, data: bytes) -> list[str]:
    return [line.text for line in (await extractor.extract(data)).lines if line.text]


async def test_a_pdf_gives_lines_with_size_weight_and_list_marks(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.one_column())
    assert [line for line in source.lines if line.text] == [
        Line("Ada Byron", size=22.0, bold=True),
        Line("ada@example.org | Portfolio", size=10.0),
        Line("Experience", size=14.0, bold=True),
        Line("Analyst, Difference Works\tJan 2019 - Mar 2021", size=10.0, bold=True),
        Line("Wrote the first published program for a general machine and cut the run", size=10.0, bullet=True),
        Line("time of the tables by 30%.", size=10.0),
        Line("Trained 4 engineers.", size=10.0, bullet=True),
    ]
    assert (source.kind, source.pages, source.needs_ocr, source.warnings) == ("pdf", 1, False, ())


async def test_a_pdf_link_keeps_its_words(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.one_column())
    assert source.links == (Link("Portfolio", "https://ada.example.org/work"),)


@pytest.mark.parametrize("row_by_row", [True, False])
async def test_columns_are_read_one_after_the_other(extractor: ITextExtractor, row_by_row: bool) -> None:
    texts = await _texts(extractor, pdf_files.two_columns(row_by_row=row_by_row))
    assert texts == ["Grace Murray", *pdf_files.LEFT, *pdf_files.RIGHT]


async def test_a_table_below_columns_keeps_its_heading(extractor: ITextExtractor) -> None:
    sheet = pdf_files.Sheet()
    for n, text in enumerate(pdf_files.LEFT):
        sheet.text(50, 60 + 14 * n, text)
    for n, text in enumerate(pdf_files.RIGHT[:5]):
        sheet.text(310, 60 + 14 * n, text)
    table = (("Year", "Degree", "School"), ("2012", "Visual Communication at the School", "College of Art"))
    sheet.text(50, 220, "Education", size=12, font=pdf_files.BOLD)
    for n, cells in enumerate(table):
        for x, cell in zip((50, 150, 350), cells, strict=True):
            sheet.text(x, 240 + 14 * n, cell)
    assert await _texts(extractor, sheet.bytes()) == [
        *pdf_files.LEFT,
        *pdf_files.RIGHT[:5],
        "Education",
        *("\t".join(cells) for cells in table),
    ]


async def test_margin_headings_are_lines_of_their_own(extractor: ITextExtractor) -> None:
    sheet = pdf_files.Sheet()
    rows = (
        ("EDUCATION", "University of Turin, doctor of mathematics and of mechanical philosophy"),
        ("", "Thesis on the analytical engine"),
        ("", "Honours in two of three years"),
        ("WORK", "Difference Works, analyst"),
        ("HISTORY", "Wrote the first published program"),
        ("", "Trained four engineers"),
        ("", "Left for the opera"),
    )
    for n, (label, text) in enumerate(rows):
        sheet.text(50, 60 + 13 * n, label, font=pdf_files.BOLD)
        sheet.text(150, 60 + 13 * n, text)
    texts = [text for _, text in rows]
    assert await _texts(extractor, sheet.bytes()) == ["EDUCATION", *texts[:3], "WORK HISTORY", *texts[3:]]


async def test_a_grid_of_labels_is_read_row_by_row(extractor: ITextExtractor) -> None:
    texts = await _texts(extractor, pdf_files.label_grid())
    assert texts == [f"{years}\t{what}" for years, what in pdf_files.LABELS]


async def test_what_repeats_on_pages_is_read_once_and_page_numbers_never(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.running_heads())
    assert [(line.page, line.text) for line in source.lines if line.text] == [
        (1, "Ada Byron - Resume"),
        (1, "First page text."),
        (1, "It has something of its own to say: aaa."),
        (2, "Second page text."),
        (2, "It has something of its own to say: bbb."),
        (3, "Third page text."),
        (3, "It has something of its own to say: ccc."),
    ]


async def test_drawn_list_discs_count_as_list_marks(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.drawn_bullets())
    assert [(line.text, line.bullet) for line in source.lines if line.text] == [
        ("Experience", False),
        ("Led a team of five.", True),
        ("Shipped the engine.", True),
        ("Not a list line.", False),
    ]


async def test_letters_of_symbol_fonts_are_list_marks_not_words(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.dingbat_bullets())
    assert [(line.text, line.bullet) for line in source.lines] == [
        ("Led a team of five.", True),
        ("Shipped the engine.", True),
    ]


async def test_letter_spaced_names_are_put_together(extractor: ITextExtractor) -> None:
    assert await _texts(extractor, pdf_files.letter_spaced()) == ["JOAN CLARKE", "Cryptanalyst at Hut Eight"]


async def test_a_scan_asks_for_ocr_and_a_blank_page_does_not(extractor: ITextExtractor) -> None:
    scan, blank = await extractor.extract(pdf_files.scan()), await extractor.extract(pdf_files.blank())
    assert (scan.lines, scan.needs_ocr) == ((), True)
    assert (blank.lines, blank.needs_ocr) == ((), False)


async def test_a_turned_page_reads_upright(extractor: ITextExtractor) -> None:
    assert await _texts(extractor, pdf_files.rotated()) == ["Sideways Sam", "Stored turned, shown straight."]


async def test_text_that_nobody_sees_is_left_out_with_a_warning(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.hidden_words())
    assert [line.text for line in source.lines] == ["Visible words of an honest resume"]
    assert source.warnings == ("hidden_text",)


async def test_pages_behind_the_thirtieth_are_left_out_with_a_warning(extractor: ITextExtractor) -> None:
    source = await extractor.extract(pdf_files.long_document(34))
    assert (source.pages, max(line.page for line in source.lines), source.warnings) == (34, 30, ("pages_truncated",))


async def test_a_password_is_asked_for_only_when_it_is_needed_to_open(extractor: ITextExtractor) -> None:
    locked = pdf_files.Sheet(encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))
    locked.text(50, 60, "Locked words")
    with pytest.raises(FileEncryptedError):
        await extractor.extract(locked.bytes())
    restricted = pdf_files.Sheet(encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0, strength=128))
    restricted.text(50, 60, "Words one may read")
    assert await _texts(extractor, restricted.bytes()) == ["Words one may read"]


async def test_half_a_pdf_is_damaged(extractor: ITextExtractor) -> None:
    with pytest.raises(FileDamagedError):
        await extractor.extract(b"%PDF-1.7\n" + bytes(range(256)) * 4)


async def test_a_docx_is_read_wherever_word_keeps_its_text(extractor: ITextExtractor) -> None:
    source = await extractor.extract(docx_files.everywhere())
    assert [line for line in source.lines if line.text] == [
        Line("Ada Byron", size=20.0, bold=True),
        Line("Experience", size=14.0, bold=True, heading=True),
        Line("listed", size=10.0, bullet=True),
        Line("label\tvalue", size=10.0),
        Line("in a control", size=10.0),
        Line("inserted", size=10.0),
        Line("my site", size=10.0),
        Line("beside", size=10.0),
        Line("in a text box", size=10.0),
        Line("noted", size=10.0),
        Line("a note", size=10.0),
        Line("ada@example.org", size=10.0),
    ]
    assert source.links == (Link("my site", "https://ada.example.org"),)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (docx_files.zip_bomb, FileTooComplexError),
        (docx_files.encrypted, FileEncryptedError),
        (lambda: docx_files.everywhere()[:2_000], FileDamagedError),
        (lambda: docx_files.docx(_nested("sdt", "sdtContent", 110)), FileTooComplexError),
        (lambda: docx_files.docx(_nested("tbl", "tr", 400)), FileTooComplexError),
    ],
    ids=["bomb", "encrypted", "truncated", "deep", "deeper"],
)
async def test_docx_that_cannot_be_read_say_why(
    extractor: ITextExtractor, make: Callable[[], bytes], error: type[JobWiseError]
) -> None:
    with pytest.raises(error):
        await extractor.extract(make())


def _nested(outer: str, inner: str, times: int) -> str:
    return f"<w:{outer}><w:{inner}>" * times + docx_files.paragraph("deep") + f"</w:{inner}></w:{outer}>" * times


async def test_an_odt_is_read_with_headings_lists_and_tables(extractor: ITextExtractor) -> None:
    source = await extractor.extract(docx_files.odt())
    assert source.kind == "odt"
    assert list(source.lines) == [
        Line("Ada Byron", heading=True),
        Line("Analyst", size=12.0, bold=True),
        Line("Cut run time", bullet=True),
        Line("French\tfluent"),
    ]
    assert source.links == (Link("run time", "https://x.example"),)


async def test_a_link_that_is_a_field_is_found(extractor: ITextExtractor) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText> HYPERLINK "https://x.example" </w:instrText></w:r>'
    words = char("separate") + "<w:r><w:t>my page</w:t></w:r>" + char("end")
    body = f"<w:p><w:r><w:t>See </w:t></w:r>{char('begin')}{instruction}{words}</w:p>"
    source = await extractor.extract(docx_files.docx(body))
    assert ([line.text for line in source.lines], source.links) == (
        ["See my page"],
        (Link("my page", "https://x.example"),),
    )


async def test_text_drawn_twice_is_read_once(extractor: ITextExtractor) -> None:
    sheet = pdf_files.Sheet()
    for shift in (0.0, 0.4):
        sheet.text(50 + shift, 60, "Shadowed Name", size=20)
    assert await _texts(extractor, sheet.bytes()) == ["Shadowed Name"]


async def test_external_entities_are_not_resolved(extractor: ITextExtractor) -> None:
    body = docx_files.docx(docx_files.paragraph("before") + "<w:p><w:r><w:t>&leak;</w:t></w:r></w:p>")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = b'<!DOCTYPE d [<!ENTITY leak SYSTEM "file:///etc/hostname">]>' + content
            new.writestr(name, content)
    assert await _texts(extractor, out.getvalue()) == ["before"]


_RESUME = "José Müller-Łukasiewicz\nŻeglarz – 2019–2021"
_WESTERN = "José Müller\nDirektor für Straße und Café"


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (_RESUME.encode("utf-8"), _RESUME.split("\n")),
        (_RESUME.encode("utf-8-sig"), _RESUME.split("\n")),
        (_RESUME.encode("utf-16"), _RESUME.split("\n")),
        (_RESUME.encode("utf-16-be"), _RESUME.split("\n")),
        (_RESUME.encode("utf-32"), _RESUME.split("\n")),
        (_WESTERN.encode("cp1252"), _WESTERN.split("\n")),
        (_WESTERN.encode("latin-1"), _WESTERN.split("\n")),
        ("氏名 山田太郎\n職歴 株式会社".encode("shift_jis"), ["氏名 山田太郎", "職歴 株式会社"]),
        (b"one\rtwo\r\nthree\x0cfour", ["one", "two", "three", "four"]),
        (b"\x1b[1mAda\x1b[0m By\x00ron\x07", ["Ada Byron"]),
        ("Ada\u202e B\u200by\u00adron".encode(), ["Ada Byron"]),
        (b"broken \xff utf-8 \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", ["broken utf-8 éééé"]),
        (b"", []),
        (b" \n\t \n", []),
    ],
    ids="utf8 bom utf16 utf16be utf32 cp1252 latin1 sjis newlines ansi bidi broken empty white".split(),
)  # fmt: skip
async def test_text_of_any_encoding_is_read(extractor: ITextExtractor, data: bytes, texts: list[str]) -> None:
    assert await _texts(extractor, data) == texts


async def test_list_marks_of_text_files_are_told_apart(extractor: ITextExtractor) -> None:
    source = await extractor.extract("• one\n- two\n\uf0b7 three\n* four\nfive - six\n-\n==========\nseven".encode())
    marked = [line.text for line in source.lines if line.bullet]
    unmarked = [line.text for line in source.lines if line.text and not line.bullet]
    assert (marked, unmarked) == (["one", "two", "three", "four"], ["five - six", "-", "seven"])


async def test_markdown_marks_become_flags(extractor: ITextExtractor) -> None:
    text = "# Ada Byron\n\n## Work\n**Analyst**\n- Cut [run time](https://x.example/a_(b)) by *30%*\n1. Wrote `it`\n---"
    source = await extractor.extract(text.encode())
    assert source.kind == "markdown"
    assert [line for line in source.lines if line.text] == [
        Line("Ada Byron", heading=True),
        Line("Work", heading=True),
        Line("Analyst", bold=True),
        Line("Cut run time by 30%", bullet=True),
        Line("Wrote it", bullet=True),
    ]
    assert source.links == (Link("run time", "https://x.example/a_(b)"),)


async def test_html_is_read_as_a_reader_sees_it(extractor: ITextExtractor) -> None:
    page = """<!doctype html><html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script>
    <h1>Ada Byron</h1><p>Analyst<br>Difference <b>Works</b></p><ul><li>Cut <a href="https://x.example">time</a></li></ul>
    <table><tr><td>Language</td><td>French</td></tr></table></body></html>"""
    source = await extractor.extract(page.encode())
    assert source.kind == "html"
    assert list(source.lines) == [
        Line("Ada Byron", heading=True),
        Line("Analyst"),
        Line("Difference Works", bold=False),
        Line("Cut time", bullet=True),
        Line("Language\tFrench"),
    ]
    assert source.links == (Link("time", "https://x.example"),)


async def test_json_resume_is_handed_on_as_it_is(extractor: ITextExtractor) -> None:
    resume = {"basics": {"name": "Ada Byron"}, "work": [{"name": "Difference Works", "highlights": ["Cut 30%"]}]}
    source = await extractor.extract(json.dumps(resume).encode())
    assert (source.kind, source.structured) == ("json_resume", resume)
    assert [line.text for line in source.lines if line.text] == [
        "Basics",
        "Ada Byron",
        "Work",
        "Difference Works",
        "Cut 30%",
    ]


async def test_json_strings_are_made_storable(extractor: ITextExtractor) -> None:
    resume = {"basics": {"name": "Ada\x00 Byron", "image": "data:image/png;base64," + "A" * 5_000}, "work": []}
    source = await extractor.extract(json.dumps(resume).encode())
    assert source.structured == {"basics": {"name": "Ada Byron", "image": ""}, "work": []}


async def test_broken_json_names_the_place(extractor: ITextExtractor) -> None:
    with pytest.raises(FileDamagedError, match=r"line 2, column 3") as caught:
        await extractor.extract(b'{"basics": {\n  name: "Ada"}}')
    assert caught.value.details == {"line": 2, "column": 3}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b'{"name": "left-pad", "version": "1.0.0"}', UnsupportedMediaTypeError),
        (b'{"basics": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", FileTooComplexError),
        (b"{\\rtf1 Ada}", UnsupportedMediaTypeError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnsupportedMediaTypeError),
        (b"\x89PNG\r\n\x1a\n" + bytes(300), UnsupportedMediaTypeError),
        (bytes(range(256)) * 40, UnsupportedMediaTypeError),
        (b"a" * (10 * 1024 * 1024 + 1), PayloadTooLargeError),
    ],
    ids=["package.json", "deep json", "rtf", "doc", "png", "binary", "large"],
)
async def test_what_is_not_read_says_why(extractor: ITextExtractor, data: bytes, error: type[JobWiseError]) -> None:
    with pytest.raises(error):
        await extractor.extract(data, filename="resume.txt")


async def test_a_linkedin_archive_becomes_rows_by_file(extractor: ITextExtractor) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Profile.csv", "First Name,Last Name\nAda,Byron\n")
        archive.writestr("Positions.csv", 'Company Name,Title,Description\nWorks,Analyst,"Cut, by 30%\nTrained 4"\n')
        archive.writestr("Connections.csv", 'Notes:\n"Some are missing"\n\nFirst Name,Company\nCharles,Engines\n')
    source = await extractor.extract(out.getvalue())
    assert source.kind == "linkedin"
    assert source.structured == {
        "Profile": [{"First Name": "Ada", "Last Name": "Byron"}],
        "Positions": [{"Company Name": "Works", "Title": "Analyst", "Description": "Cut, by 30%\nTrained 4"}],
        "Connections": [{"First Name": "Charles", "Company": "Engines"}],
    }


async def test_a_europass_profile_becomes_nested_values(extractor: ITextExtractor) -> None:
    xml = """<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
    <Identification><PersonName><FirstName>Ada</FirstName><Surname>Byron</Surname></PersonName></Identification>
    <Skill><Label>English</Label></Skill><Skill><Label>French</Label></Skill></LearnerInfo></SkillsPassport>"""
    source = await extractor.extract(xml.encode())
    assert source.kind == "europass"
    assert source.structured == {
        "SkillsPassport": {
            "LearnerInfo": {
                "Identification": {"PersonName": {"FirstName": "Ada", "Surname": "Byron"}},
                "Skill": [{"Label": "English"}, {"Label": "French"}],
            }
        }
    }


async def test_the_profile_inside_a_europass_pdf_is_found(extractor: ITextExtractor) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_files.one_column()))
    profile = b'<SkillsPassport xmlns="http://europass.cedefop.europa.eu"><A>1</A></SkillsPassport>'
    writer.add_attachment("attachment.xml", profile)
    out = io.BytesIO()
    writer.write(out)
    source = await extractor.extract(out.getvalue())
    assert (source.kind, source.structured) == ("europass", {"SkillsPassport": {"A": "1"}})
    assert source.lines[0].text == "Ada Byron"


async def test_list_items_side_by_side_are_lines_of_their_own(extractor: ITextExtractor) -> None:
    sheet = pdf_files.Sheet()
    for n, word in enumerate(("Alpha", "Gamma", "Beta", "Delta")):
        sheet.text(50 + 200 * (n % 2), 60 + 15 * (n // 2), f"• {word}")
    source = await extractor.extract(sheet.bytes())
    assert [(line.text, line.bullet) for line in source.lines] == [
        ("Alpha", True),
        ("Gamma", True),
        ("Beta", True),
        ("Delta", True),
    ]


async def test_one_line_of_five_megabytes_is_cut_with_a_warning(extractor: ITextExtractor) -> None:
    source = await extractor.extract(b"Python, SQL; " * 400_000)
    assert (len(source.lines), len(source.text) > 900_000, source.warnings) == (1, True, ("text_truncated",))


async def test_closing_twice_is_fine(extractor: ITextExtractor) -> None:
    await extractor.aclose()
    await extractor.aclose()
