from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from app.domain.text.document import Item, Sentence
from app.domain.text.render.html import render_html
from app.domain.text.render.printed import lines_of, plain_lines, printed, with_texts
from app.domain.text.render.readback import ReadBack, read_back
from app.domain.text.render.text import render_markdown, render_text
from app.domain.text.render.words import safe_href, shown_url
from app.domain.text.source import SourceText, plain_source
from tests.render_profiles import PROFILES, fresher, job, letter, make_resume, markup, said, section, senior


class Words(HTMLParser):
    """Collects the text of a page outside its head, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(html.partition("<body>")[2] or html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("profile", PROFILES)
def test_text_markdown_and_html_say_everything_in_order(profile: str) -> None:
    content = PROFILES[profile]()
    page = MarkdownIt("commonmark", {"html": False}).render(render_markdown(content))
    assert read_back(plain_source(render_text(content)), content).problems == ()
    assert read_back(plain_source("\n".join(Words(page).words)), content).words_in_order == 1.0
    assert read_back(plain_source("\n".join(Words(render_html(content)).words)), content).words_in_order == 1.0


def test_a_resume_as_text() -> None:
    assert render_text(fresher()) == (
        "Rahul Menon\n"
        "someone@example.com | +44 20 7946 0958\n\n"
        "EDUCATION\n\n"
        "B.Tech, Computer Science | 2022 – 2026\nNational Institute of Technology\n- CGPA 8.7\n\n"
        "PROJECTS\n\n"
        "Attendance by face recognition | Aug 2025\ngithub.com/rmenon/attendance\n"
        "- Trained a small network on 1,200 photographs; 96 % of 40 classmates recognised.\n\n"
        "SKILLS\n\nPython, C++, SQL, Git\n\n"
        "LANGUAGES\n\nEnglish, Hindi, Malayalam\n"
    )


def test_a_letter_is_printed_in_the_order_of_a_letter() -> None:
    assert plain_lines(letter()) == (
        "Amelia Thornton", "amelia@example.com", "London, UK", "20 November 2026",
        "Meridian Health GmbH", "Hiring Team",
        "Application for Staff Backend Engineer", "Dear Hiring Team,",
        "I am applying for the Staff Backend Engineer position. Reliability is what I have worked on.",
        "At Northwind I led the redesign of the settlement service.", "Kind regards,", "Amelia Thornton",
    )  # fmt: skip


def test_markup_of_the_user_stays_text() -> None:
    html = render_html(markup())
    assert Words(html).tags == {"header", "h1", "address", "ul", "li", "a", "main", "section", "h2", "p", "article"}
    assert "<img" not in html
    page = MarkdownIt("commonmark", {"html": False}).render(render_markdown(markup()))
    assert "<ol>" not in page
    assert "<blockquote>" not in page
    assert "<code>" not in page
    assert "<em>" not in page


@pytest.mark.parametrize(
    ("url", "href", "shown"),
    [
        ("https://www.example.com/a/", "https://www.example.com/a/", "example.com/a"),
        ("github.com/x", "https://github.com/x", "github.com/x"),
        ("someone@example.com", "mailto:someone@example.com", "someone@example.com"),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        ("data:text/html,x", "", "data:text/html,x"),
        ("Portfolio on request", "", "Portfolio on request"),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str, href: str, shown: str) -> None:
    assert (safe_href(url), shown_url(url)) == (href, shown)


def test_employer_first_puts_the_place_beside_the_employer() -> None:
    content = make_resume(
        "A B", section("experience", job("Cook", "Inn", "2019", None, place="Bath")), email="", phone=""
    )
    assert plain_lines(content, "employer_first") == ("A B", "Experience", "Inn", "Bath", "Cook", "2019 – Present")
    assert plain_lines(content) == ("A B", "Experience", "Cook", "2019 – Present", "Inn · Bath")


def test_what_did_not_come_back_is_named() -> None:
    content = senior()
    lines = [line for line in render_text(content).splitlines() if line != "EXPERIENCE"]
    text = "\n".join(lines).replace("someone@example.com", "").replace("settlement", "sett1ement")
    result = read_back(plain_source(text), content)
    assert result.ok is False
    assert "The contact data “someone@example.com” did not come back" in result.problems
    assert "The heading “Experience” did not come back as a line of its own" in result.problems
    assert result.problems[0] == "3 words did not come back: “someone@example.com”, “experience”, “settlement”"


def test_words_in_another_order_are_told_from_lost_ones() -> None:
    content = make_resume("A B", section("summary", Item(sentences=said("one two three four five six seven eight"))))
    text = render_text(content).replace("one two three four", "").replace("eight", "eight one two three four")
    assert read_back(plain_source(text), content) == ReadBack(
        ok=False,
        problems=("Every word came back, but 4 of them in another order, from “five”, “six”, “seven”, “eight”",),
        words_in_order=12 / 16,
    )


def test_single_lines_of_a_section_are_one_list() -> None:
    content = make_resume(
        "A B", section("certifications", Item(sentences=said("First, 2020")), Item(sentences=said("Second, 2021")))
    )
    assert render_text(content).endswith("CERTIFICATIONS\n\n- First, 2020\n- Second, 2021\n")


def test_a_cut_word_comes_back_when_its_halves_touch() -> None:
    content = make_resume("A B", section("summary", Item(sentences=said("see https://example.com/very/long"))))
    text = render_text(content).replace("/very/long", "/very/\nlong")
    assert read_back(plain_source(text), content) == ReadBack(ok=True, problems=(), words_in_order=1.0)


def test_a_scan_is_named() -> None:
    result = read_back(SourceText(kind="pdf", needs_ocr=True), make_resume("A B"))
    assert result.problems[0] == "The file has no text layer"


def test_an_empty_document_has_nothing_to_lose() -> None:
    content = make_resume("", email="", phone="")
    assert read_back(plain_source(""), content) == ReadBack(ok=True, problems=(), words_in_order=1.0)


def test_every_printed_text_can_be_changed_and_addresses_stay() -> None:
    document = printed(fresher())
    shouted = with_texts(document, str.upper)
    assert lines_of(shouted) == tuple(line.upper() for line in lines_of(document))
    assert [anchor.href for anchor in shouted.contact] == [anchor.href for anchor in document.contact]


def test_rows_paragraphs_and_lists_are_told_apart_in_html() -> None:
    content = make_resume(
        "Ida Holm",
        section("summary", Item(sentences=[Sentence(text="Bakes rye."), Sentence(text="Reads & writes.")])),
        section("skills", Item(title="Ovens", sentences=[Sentence(text="Deck"), Sentence(text="Wood <fired>")])),
        section("skills", Item(title="Sourdough")),
        section("skills", Item(organization="Guild", sentences=[Sentence(text="Judge of loaves")])),
    )
    page = render_html(content)
    assert "<p>Bakes rye. Reads &amp; writes.</p>" in page
    assert "<dt>Ovens:</dt><dd>Deck, Wood &lt;fired&gt;</dd>" in page
    assert "<p>Sourdough</p>" in page
    assert "<li>Judge of loaves</li>" in page
