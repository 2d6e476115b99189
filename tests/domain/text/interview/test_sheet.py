"""The preparation on paper."""

import re
from io import BytesIO
from typing import Any

import pypdf
import pytest
from markdown_it import MarkdownIt

from app.domain.text.career import facts
from app.domain.text.interview.model import InterviewPlan
from app.domain.text.interview.plan import Sources, plan_interview
from app.domain.text.interview.sheet import BestAnswer, sheet_of
from app.domain.text.job import parse_posting
from app.domain.text.render.printed import Printed, lines_of
from app.domain.text.render.rendered import UnrenderableTextError
from app.domain.text.render.text import markdown_of
from app.domain.text.skills import lexicon
from app.infrastructure.pdf.generator import ReportLabPDFGenerator, render_sheet
from tests.domain.text.interview.test_plan import POSTING, TODAY, career


@pytest.fixture(scope="module")
def plan() -> InterviewPlan:
    posting = parse_posting(POSTING, lexicon())
    return plan_interview(Sources(career=career(), posting=posting, today=TODAY), lexicon())


def printed(plan: InterviewPlan, **overrides: Any) -> Printed:
    values: dict[str, Any] = {
        "job_title": "Senior Backend Engineer", "company": "Harbourline", "best": {},
        "facts": {fact.id: fact.text for fact in facts(career()).values()},
    }  # fmt: skip
    return sheet_of(plan, **{**values, **overrides})


def test_the_sheet_has_all_questions_in_order_and_says_what_for(plan: InterviewPlan) -> None:
    sheet = printed(plan)
    assert (sheet.name, sheet.headline) == ("Interview preparation", "Senior Backend Engineer at Harbourline")
    assert [part.title for part in sheet.parts] == [
        "Your stories", "About you and about them", "Stories from your work", "About the work itself",
        "Technical questions", "Where the posting asks for more", "What to revise", "What to ask them",
    ]  # fmt: skip
    asked = [entry.head[0].text for part in sheet.parts for entry in part.entries if entry.head]
    questions = [line for line in asked if re.match(r"Q\d+\. ", line)]
    assert questions == [f"Q{at}. {one.question}" for at, one in enumerate(plan.questions, start=1)]
    lines = lines_of(sheet)
    assert all(one.why_asked in lines for one in plan.questions)
    assert all(one.question in lines for one in plan.questions_to_ask)


def test_stories_name_the_questions_they_answer(plan: InterviewPlan) -> None:
    (told,) = (entry for entry in printed(plan).parts[0].entries if entry.form == "bullets")
    assert any(re.search(r"RabbitMQ \(questions \d+(?:, \d+)*\)$", line) for line in told.texts)


def test_what_is_known_and_what_is_to_be_recalled_look_different(plan: InterviewPlan) -> None:
    lines = lines_of(printed(plan))
    assert any(line.startswith("Situation: Senior Backend Engineer at Fjord Pay") for line in lines)
    assert any(line.startswith("Task? ") for line in lines)


def test_the_best_answer_is_printed_with_its_question(plan: InterviewPlan) -> None:
    best = {"q1": BestAnswer(82, "I build payment APIs. " * 80)}
    (line,) = (line for line in lines_of(printed(plan, best=best)) if line.startswith("Your best answer"))
    assert line.startswith("Your best answer so far (82 of 100): I build payment APIs.")
    assert line.endswith(" …")
    assert len(line) < 1000


def test_an_empty_plan_is_a_sheet_without_parts() -> None:
    sheet = printed(InterviewPlan((), (), ()), job_title="", company="")
    assert (sheet.parts, sheet.headline) == ((), "")
    assert markdown_of(sheet).startswith("# Interview preparation")


def test_markdown_shows_the_same_lines(plan: InterviewPlan) -> None:
    sheet = printed(plan)
    page = MarkdownIt("commonmark", {"html": False}).render(markdown_of(sheet))
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("&quot;", '"').replace("&amp;", "&")
    missing = [line for line in lines_of(sheet) if " ".join(line.split()) not in text]
    assert missing == []


@pytest.mark.slow
async def test_the_pdf_reads_back_and_breaks_no_question_over_two_pages(plan: InterviewPlan) -> None:
    sheet = printed(plan)
    made = await ReportLabPDFGenerator().sheet(sheet, title="Interview preparation – Harbourline")
    assert made == render_sheet(sheet, "Interview preparation – Harbourline")
    assert made.page_count > 2
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(made.data)).pages]
    words = re.sub(r"\s+", "", "".join(pages)).casefold()
    assert [line for line in lines_of(sheet) if re.sub(r"\s+", "", line).casefold() not in words] == []
    assert [page for page in pages if page.lstrip().startswith("•")] == []
    assert [f"Interview preparation · {at}" in page for at, page in enumerate(pages[1:], start=2)] == [True] * 4


def test_letters_without_a_font_are_refused(plan: InterviewPlan) -> None:
    with pytest.raises(UnrenderableTextError):
        render_sheet(printed(plan, company="สวัสดี"), "x")
