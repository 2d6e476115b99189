"""Where each page begins is told as it is drawn: by the words that pdfium reads at the top of the page."""

import re
import unicodedata
from itertools import pairwise

import pypdfium2
import pytest

from app.domain.text.document import Content, Item
from app.domain.text.render.origins import PageStart
from app.domain.text.render.rendered import PageSize, RenderedDocument
from app.domain.text.render.templates import TEMPLATES
from app.infrastructure.pdf.generator import render_pdf
from tests.render_profiles import PROFILES, job, letter, make_resume, many_bullets, said, section, skills

SIZES: tuple[PageSize, ...] = ("a4", "letter")


def pages_of(data: bytes) -> list[str]:
    """Return the words of each page as one text without spaces."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            texts.append(squeezed(text_page.get_text_range()))
            text_page.close()
            page.close()
    finally:
        document.close()
    return texts


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def words_at(content: Content, start: PageStart) -> list[str]:
    """Return the text at the place: a sentence, or how an entry (its title or employer) or a section may begin."""
    found: object = content
    for step in start.path.split("/"):
        found = found[int(step)] if isinstance(found, list) else getattr(found, step)
    return [squeezed(text) for name in ("text", "title", "organization") if (text := getattr(found, name, ""))]


def paragraphs(count: int, sentences: int = 4) -> Content:
    """Return a letter of as many paragraphs, of sentences that end somewhere in a line."""
    content = letter()
    content.sections[0].items[1:3] = [
        Item(
            sentences=said(*(f"Sentence {n} of paragraph {p} {'tells what I did ' * 7}well." for n in range(sentences)))
        )
        for p in range(count)
    ]
    return content


def career(jobs: int, more: int = 0) -> Content:
    """Return a resume with as many jobs with long and short bullets, `more` lines in the last one, then skills."""
    content = make_resume(
        "Paige Turner",
        section(
            "experience",
            *(
                job(
                    f"Role {n}",
                    f"Employer {n}",
                    "2001",
                    "2002",
                    f"Task {n}a was short.",
                    f"Task {n}b " + "took many words to tell because it went on and on and " * 6 + "ended.",
                    f"Task {n}c was short as well.",
                )
                for n in range(jobs)
            ),
            title="Experience",
        ),
        section(
            "skills",
            skills(*(f"Skill{n}" for n in range(90)), label="Languages"),
            skills(*(f"Tool{n}" for n in range(90))),
            title="Skills",
        ),
    )
    content.sections[0].items[-1].sentences += said(*(f"Line {n} of the last job" for n in range(more)))
    return content


def check(content: Content, rendered: RenderedDocument) -> list[PageStart]:
    """Hold what is told against the pages; return it."""
    pages = pages_of(rendered.data)
    assert len(rendered.page_starts) == len(pages) - 1
    assert len(rendered.page_lines) == len(pages)
    told = []
    for (before, page), start in zip(pairwise(pages), rendered.page_starts, strict=True):
        assert start is not None
        told.append(start)
        if not start.within:
            assert page.startswith(tuple(words_at(content, start))), (start, page[:80])
        else:
            # The page before ends with its first words, this one begins with the rest.
            (words,) = words_at(content, start)
            cuts = [cut for cut in range(1, len(words)) if page.startswith(words[cut:]) and words[:cut] in before]
            assert cuts, (start, words, page[:80])
    return told


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("template", [template.id for template in TEMPLATES])
def test_pages_begin_where_it_is_told(template: str, size: PageSize) -> None:
    resumes = [career(jobs) for jobs in (4, 7, 10, 16)]
    letters = [paragraphs(count) for count in (5, 7, 12)]
    told = [start for content in resumes + letters for start in check(content, render_pdf(content, template, size))]
    assert len(told) >= 4


def test_pages_begin_with_sections_entries_and_sentences_and_within_sentences() -> None:
    contents = [*(career(7, more) for more in range(0, 40, 2)), *map(paragraphs, range(4, 9))]
    told = [start for content in contents for start in check(content, render_pdf(content, "modern"))]
    seen = {(re.sub(r"\d+", "0", start.path), start.within) for start in told}
    assert seen == {
        ("sections/0", False),
        ("sections/0/items/0", False),
        ("sections/0/items/0/sentences/0", False),
        ("sections/0/items/0/sentences/0", True),
    }


def test_one_page_has_no_break() -> None:
    rendered = render_pdf(PROFILES["senior"](), "modern")
    assert (rendered.page_starts, len(rendered.page_lines)) == ((), 1)


def test_lines_are_counted_on_each_page() -> None:
    rendered = render_pdf(many_bullets(), "classic")
    assert rendered.page_count == len(rendered.page_lines) > 1
    assert sum(rendered.page_lines) >= 60


def test_where_the_words_are_changed_for_print_no_sentence_is_named() -> None:
    content = paragraphs(14)
    for item in content.sections[0].items[1:-1]:
        # No font has it, so that it is left out: the next sentence begins earlier than it is written.
        item.sentences[0].text = f"🚀 {item.sentences[0].text}"
    told = render_pdf(content, "modern").page_starts
    assert told == (None,) * len(told)
    assert told


def test_lines_within_a_sentence_belong_to_it() -> None:
    content = paragraphs(1)
    content.sections[0].items[1].sentences = said(
        *("\n".join(f"Line {n} of list {m}" for n in range(30)) for m in range(4))
    )
    (start,) = check(content, render_pdf(content, "classic"))[:1]
    assert (start.path, start.within) == ("sections/0/items/1/sentences/1", True)
