import time
from io import BytesIO
from itertools import pairwise

import pypdf
import pypdfium2
import pytest

from app.domain.errors import ValidationError
from app.domain.text.document import Content, Item
from app.domain.text.render.readback import read_back
from app.domain.text.render.rendered import UnrenderableTextError
from app.domain.text.render.templates import TEMPLATES
from app.domain.text.source import SourceText, plain_source
from app.infrastructure.pdf import fonts
from app.infrastructure.pdf.generator import ReportLabPDFGenerator, render_pdf
from tests.render_profiles import PROFILES, RIGHT_TO_LEFT, job, make_resume, many_bullets, said, section, senior

TEMPLATE_IDS = [template.id for template in TEMPLATES]


def read_with_pypdf(data: bytes) -> SourceText:
    return plain_source("\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages), "pdf")


def read_with_pdfium(data: bytes) -> SourceText:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
    finally:
        document.close()
    return plain_source("\n".join(texts), "pdf")


@pytest.mark.parametrize("profile", PROFILES)
def test_every_document_comes_back_through_two_readers(profile: str) -> None:
    content = PROFILES[profile]()
    data = render_pdf(content, "modern").data
    assert read_back(read_with_pdfium(data), content).problems == ()
    assert read_back(read_with_pypdf(data), content).problems == ()


@pytest.mark.parametrize("template", TEMPLATE_IDS)
@pytest.mark.parametrize("profile", ["long_names", "cyrillic", "letter", "markup"])
def test_every_template_comes_back(profile: str, template: str) -> None:
    content = PROFILES[profile]()
    assert read_back(read_with_pdfium(render_pdf(content, template).data), content).problems == ()


@pytest.mark.slow
@pytest.mark.integration
@pytest.mark.parametrize("template", TEMPLATE_IDS)
def test_every_document_comes_back_from_every_template(template: str) -> None:
    for build in PROFILES.values():
        data = render_pdf(build(), template).data
        assert read_back(read_with_pdfium(data), build()).problems == ()
        assert read_back(read_with_pypdf(data), build()).problems == ()


async def test_the_same_document_gives_the_same_bytes() -> None:
    generator = ReportLabPDFGenerator()
    first = await generator.render(senior(), template="modern")
    assert await generator.render(senior(), template="modern") == first
    assert first.page_count == len(pypdf.PdfReader(BytesIO(first.data)).pages)


@pytest.mark.parametrize(("size", "points"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_pages_have_the_size_that_was_asked_for(size: str, points: tuple[float, float]) -> None:
    page = pypdf.PdfReader(BytesIO(render_pdf(senior(), "modern", size).data)).pages[0]  # type: ignore[arg-type]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(points, abs=0.01)


def last_page(data: bytes) -> tuple[float, int]:
    """Return how far down the text of the last page goes, as a share of its height, and on how many lines it stands."""
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[len(document) - 1]
        text_page = page.get_textpage()
        boxes = [text_page.get_rect(index) for index in range(text_page.count_rects())]
        # Letters of one line begin and end at different heights: lines are told apart by the middles of their boxes.
        middles = sorted((bottom + top) / 2 for _, bottom, _, top in boxes)
        lines = 1 + sum(after - before > 4 for before, after in pairwise(middles))
        lowest = min(bottom for _, bottom, _, _ in boxes) / page.get_height()
        text_page.close()
        page.close()
    finally:
        document.close()
    return 1 - lowest, lines


def busy(bullets: int) -> Content:
    content = many_bullets()
    content.sections[0].items[0].sentences = content.sections[0].items[0].sentences[:bullets]
    return content


@pytest.mark.parametrize("template", ["classic", "modern", "sidebar"])
@pytest.mark.parametrize("bullets", [1, 12, 30, 60])
def test_how_full_the_last_page_is_told_as_it_is_drawn(template: str, bullets: int) -> None:
    rendered = render_pdf(busy(bullets), template)
    depth, lines = last_page(rendered.data)
    assert 0 < rendered.last_page_fill <= 1
    # The margins are not part of what can be filled: at most a sixth of the page.
    assert rendered.last_page_fill == pytest.approx(depth, abs=0.1)
    if rendered.page_count > 1 or template != "sidebar":
        assert rendered.page_lines[-1] == lines


def test_an_empty_page_is_not_full() -> None:
    rendered = render_pdf(make_resume("Una Unpublished"), "classic")
    assert rendered.last_page_fill < 0.2


def test_an_unknown_template_is_refused() -> None:
    with pytest.raises(ValidationError):
        render_pdf(senior(), "no-such-template")


def test_the_file_says_what_it_is() -> None:
    reader = pypdf.PdfReader(BytesIO(render_pdf(senior(), "modern").data))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Amelia Thornton – Resume", "Amelia Thornton")
    assert reader.metadata.subject == "Senior Backend Engineer"
    assert str(reader.root_object["/Lang"]) == "en"
    assert [str(entry.get("/Title")) for entry in reader.outline if isinstance(entry, dict)] == [
        "Summary", "Skills", "Experience", "Education",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["", "<x>", "\x00", "e" * 300])
def test_a_language_that_is_none_becomes_english(language: str) -> None:
    reader = pypdf.PdfReader(BytesIO(render_pdf(make_resume("A B", language=language), "modern").data))
    assert str(reader.root_object["/Lang"]) == "en"


def test_control_characters_and_lone_surrogates_never_reach_the_file() -> None:
    content = make_resume("A\x00B\ud800C", section("summary", Item(sentences=said("x\x07y\uffff\ue000z \u202eevil"))))
    assert read_with_pypdf(render_pdf(content, "modern").data).text.split()[-2:] == ["xyz", "evil"]


def test_links_lead_to_safe_addresses_only() -> None:
    content = make_resume("A B", links=("javascript:alert(1)", "https://example.com/a", "file:///etc/passwd"))
    reader = pypdf.PdfReader(BytesIO(render_pdf(content, "modern").data))
    targets = [str(note.get_object()["/A"]["/URI"]) for note in reader.pages[0].annotations or []]
    assert targets == ["mailto:someone@example.com", "https://example.com/a"]


@pytest.mark.parametrize(("text", "script"), [("नमस्ते", "Devanagari"), ("สวัสดี", "Thai"), ("ကြယ်", "Myanmar")])
def test_letters_without_a_font_are_refused_by_their_script(text: str, script: str) -> None:
    with pytest.raises(UnrenderableTextError) as refused:
        render_pdf(make_resume(text), "modern")
    assert refused.value.details["script"] == script


@pytest.mark.parametrize("profile", RIGHT_TO_LEFT)
def test_right_to_left_documents_are_drawn_and_come_back(profile: str) -> None:
    content = RIGHT_TO_LEFT[profile]()
    try:
        rendered = render_pdf(content, "modern")
    except UnrenderableTextError:
        pytest.skip("this system has no DejaVu fonts")
    result = read_back(read_with_pdfium(rendered.data), content)
    assert result.words_in_order > 0.97
    assert not any("contact" in problem or "did not come back:" in problem for problem in result.problems)
    assert "Right-to-left" in rendered.notes[0]


def test_right_to_left_text_is_refused_without_a_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_right_to_left_face", lambda *, bold: None)
    with pytest.raises(UnrenderableTextError) as refused:
        render_pdf(make_resume("דנה"), "modern")
    assert refused.value.details == {"script": "Hebrew", "characters": "דהנ"}


@pytest.mark.parametrize("name", ["𠮷野 花子", "𠮟る 太郎"])
def test_rare_kanji_come_back(name: str) -> None:
    data = render_pdf(make_resume(name, language="ja"), "modern").data
    assert read_with_pypdf(data).lines[0].text == name
    assert read_with_pdfium(data).lines[0].text == name


def test_emoji_are_left_out_and_told() -> None:
    rendered = render_pdf(make_resume("Emo Ji", section("summary", Item(sentences=said("Shipped 🚀 it")))), "modern")
    assert rendered.notes == ("Left out, because no font draws them: 🚀",)
    assert "Shipped it" in read_with_pypdf(rendered.data).text
    assert "\x00" not in read_with_pypdf(rendered.data).text


def test_a_slightly_overfull_page_is_tightened_to_one() -> None:
    def of(lines: int) -> int:
        bullets = [f"Delivery {n} reached every region on time and under budget." for n in range(lines)]
        content = make_resume("Full Page", section("experience", job("Role", "Employer", "2010", None, *bullets)))
        return render_pdf(content, "modern").page_count

    first_of_two = next(lines for lines in range(46, 60) if of(lines) == 2)
    # Without tightening, 44 bullets fill the page.
    assert 49 <= first_of_two <= 56


def test_pages_after_the_first_are_numbered_in_a_curriculum_vitae() -> None:
    pages = pypdf.PdfReader(BytesIO(render_pdf(many_bullets(), "academic").data)).pages
    assert "Bea Bullet · 2" in pages[1].extract_text()
    assert "· 1" not in pages[0].extract_text().splitlines()[-1]


def test_no_page_ends_with_a_heading_or_parts_a_head_from_its_first_bullet() -> None:
    for count in range(30, 42):
        jobs = [job(f"Role {n}", f"Employer {n}", "2010", "2012", f"Bullet of {n}") for n in range(count // 4)]
        content = make_resume(
            "Page Breaker",
            section("summary", *(Item(sentences=said(f"Line {n}")) for n in range(count))),
            section("experience", *jobs),
        )
        reader = pypdf.PdfReader(BytesIO(render_pdf(content, "modern").data))
        for page in reader.pages:
            last = page.extract_text().strip().splitlines()[-1]
            assert not last.startswith(("EXPERIENCE", "Role", "Employer")), count


@pytest.mark.slow
def test_a_warm_page_costs_little() -> None:
    render_pdf(senior(), "modern")
    started = time.perf_counter()
    pages = sum(render_pdf(senior(), "modern").page_count for _ in range(10))
    assert (time.perf_counter() - started) / pages < 2  # seconds: a wide bound, for what is not linear takes minutes
