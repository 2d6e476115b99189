from io import BytesIO

import docx
import pytest

from app.domain.text.render.readback import read_back
from app.domain.text.render.templates import TEMPLATES
from app.domain.text.source import plain_source
from app.infrastructure.docx.generator import PythonDocxGenerator, render_docx
from tests.render_profiles import PROFILES, RIGHT_TO_LEFT, letter, make_resume, senior

TEMPLATE_IDS = [template.id for template in TEMPLATES]


def read(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)


@pytest.mark.parametrize("profile", [*PROFILES, *RIGHT_TO_LEFT])
def test_every_document_comes_back(profile: str) -> None:
    content = (PROFILES | RIGHT_TO_LEFT)[profile]()
    assert read_back(plain_source(read(render_docx(content, "modern").data)), content).problems == ()


@pytest.mark.parametrize("template", TEMPLATE_IDS)
@pytest.mark.parametrize("profile", ["senior", "academic", "letter", "markup"])
def test_every_template_comes_back(profile: str, template: str) -> None:
    content = PROFILES[profile]()
    assert read_back(plain_source(read(render_docx(content, template).data), "txt"), content).problems == ()


async def test_the_same_document_gives_the_same_bytes() -> None:
    generator = PythonDocxGenerator()
    assert await generator.render(senior(), template="modern") == await generator.render(senior(), template="modern")


def test_headings_lists_and_links_are_real() -> None:
    document = docx.Document(BytesIO(render_docx(senior(), "modern").data))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[:4] == ["Title", "Headline", "Contact", "Heading 1"]
    assert styles.count("Heading 1") == 4
    assert styles.count("List Bullet") == 4
    contact = document.paragraphs[2]
    assert [link.address for link in contact.hyperlinks] == [
        "mailto:someone@example.com", "https://www.linkedin.com/in/amelia-thornton", "https://github.com/athornton",
    ]  # fmt: skip


def test_the_file_carries_no_clock_and_the_language() -> None:
    document = docx.Document(BytesIO(render_docx(letter(), "modern", "letter").data))
    core = document.core_properties
    assert (core.title, core.author, core.language) == ("Amelia Thornton – Cover letter", "Amelia Thornton", "en")
    assert core.created is not None
    assert core.created == core.modified
    assert core.created.year == 2000
    assert document.sections[0].page_width is not None
    assert document.sections[0].page_width.pt == 612


def test_a_curriculum_vitae_numbers_its_pages() -> None:
    document = docx.Document(BytesIO(render_docx(senior(), "academic").data))
    assert document.sections[0].different_first_page_header_footer is True
    assert 'w:instr="PAGE"' in document.sections[0].footer.paragraphs[0]._p.xml


def test_a_side_column_becomes_part_of_the_one_column_and_says_so() -> None:
    assert len(render_docx(senior(), "sidebar").notes) == 1


def test_right_to_left_names_run_right_to_left() -> None:
    document = docx.Document(BytesIO(render_docx(make_resume("דנה לוי", language="he"), "modern").data))
    assert "w:bidi" in document.paragraphs[0]._p.xml
    assert document.paragraphs[0].runs[0].font.rtl is True
