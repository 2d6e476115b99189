import re

import pytest

from app.domain.text.career import facts
from app.domain.text.compose import ComposeOptions, original_content
from app.domain.text.document import Content, sentences
from app.domain.text.grounding import verify_content
from app.domain.text.skills import lexicon
from tests.domain.text.compose.cases import (
    NURSE_POSTING,
    TODAY,
    developer,
    nurse,
    odd_careers,
    posting,
    student,
    write,
)

CAREERS = {"developer": developer(), "nurse": nurse(), "student": student(), **odd_careers()}
POSTINGS = {"backend": posting(), "nurse": posting(NURSE_POSTING), "empty": posting("Help wanted")}


def _texts(content: Content, kind: str) -> list[str]:
    return [s.text for part in content.sections if part.kind == kind for item in part.items for s in item.sentences]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("name", CAREERS)
def test_every_sentence_names_facts_that_exist_and_no_document_is_blank(name: str, language: str) -> None:
    career = CAREERS[name]
    known = facts(career)
    for vacancy in POSTINGS.values():
        written = write(career, vacancy, ComposeOptions(language=language))
        for sentence in (*sentences(written.resume), *sentences(written.letter)):
            assert sentence.text.strip() == sentence.text
            assert sentence.text
            assert [source for source in sentence.source_ids if source not in known] == []
        assert all(sentence.source_ids for sentence in sentences(written.resume))
        assert len(sentences(written.letter)) >= 4
        assert all(part.items for part in (*written.resume.sections, *written.letter.sections))


@pytest.mark.parametrize("name", CAREERS)
def test_every_job_stays_with_its_own_title_employer_and_dates(name: str) -> None:
    career = CAREERS[name]
    resume = write(career, POSTINGS["backend"]).resume
    items = [item for part in resume.sections if part.kind == "experience" for item in part.items]
    assert sorted((i.item_id, i.title, i.organization, i.start_date, i.end_date) for i in items if i.item_id) == sorted(
        (j.id, j.title, j.company, j.start_date or "", None if j.is_current else j.end_date or "")
        for j in career.experiences
    )


@pytest.mark.parametrize("name", ["developer", "nurse", "student"])
@pytest.mark.parametrize("tone", ["professional", "warm", "direct"])
def test_the_verifier_has_nothing_against_what_is_written(name: str, tone: str) -> None:
    career = CAREERS[name]
    for vacancy in POSTINGS.values():
        written = write(career, vacancy, ComposeOptions(tone=tone))  # type: ignore[arg-type]
        for content in (written.resume, written.letter):
            report = verify_content(content, career, lexicon(), today=TODAY, posting=vacancy)
            assert [one for one in report.sentences if one.verdict == "ungrounded"] == []


def test_bullets_are_the_candidate_s_own_words() -> None:
    career = developer()
    own = {text for job in career.experiences for text in job.achievements}
    assert set(_texts(write(career, POSTINGS["backend"]).resume, "experience")) <= own


def test_what_the_job_asks_for_comes_first_and_a_repeated_keyword_counts_less() -> None:
    resume = write(developer(), POSTINGS["backend"]).resume
    first = _texts(resume, "experience")[:2]
    assert set(first) == {
        "Built payment services in Python and Docker for 2 million users",
        "Reduced page load time by 40 % by moving sessions to PostgreSQL",
    }


def test_skills_the_job_asks_for_lead_in_its_spelling_and_keep_their_version() -> None:
    skills = _texts(write(developer(), POSTINGS["backend"]).resume, "skills")
    assert skills[:2] == ["PostgreSQL", "Python 3.11"]
    assert "Kubernetes" not in skills
    assert skills.index("Photoshop") > skills.index("Docker")


def test_a_skill_that_only_the_posting_names_is_advice_and_nothing_else() -> None:
    written = write(developer(), POSTINGS["backend"])
    words = " ".join(sentence.text for sentence in (*sentences(written.resume), *sentences(written.letter)))
    assert "Kubernetes" not in words
    assert (
        "The posting asks for Kubernetes; your profile does not show it. If you have used it, add where."
        in written.selection.recommendations
    )


def test_the_summary_counts_only_years_in_the_line_of_work() -> None:
    summary = _texts(write(developer(), POSTINGS["backend"]).resume, "summary")
    assert summary[0] == (
        "Senior Backend Developer with over 10 years of experience and hands-on work in PostgreSQL, Python and Docker."
    )
    assert (
        summary[-1] == "Most recently at Globex Inc.: built payment services in Python and Docker for 2 million users."
    )


def test_a_shouted_title_is_calmed_in_sentences_only() -> None:
    written = write(nurse(), POSTINGS["nurse"])
    assert _texts(written.resume, "summary")[0] == (
        "Registered Nurse with over 6 years of experience and hands-on work in patient assessment and wound care."
    )
    assert next(part for part in written.resume.sections if part.kind == "experience").items[0].title == (
        "REGISTERED NURSE"
    )


def test_a_student_is_introduced_by_studies_and_projects_come_before_jobs() -> None:
    resume = write(student(), POSTINGS["backend"]).resume
    assert [part.kind for part in resume.sections][:4] == ["summary", "education", "skills", "projects"]
    assert _texts(resume, "summary")[0] == (
        "Physics student at State University with hands-on work in Python and Docker."
    )


def test_the_letter_tells_achievements_in_the_first_person_where_the_verb_allows() -> None:
    letter = write(developer(), POSTINGS["backend"]).letter
    paragraphs = [" ".join(sentence.text for sentence in item.sentences) for item in letter.sections[0].items]
    assert paragraphs[0] == "Dear Acme GmbH hiring team,"
    assert paragraphs[1] == (
        "I am writing to apply for the position of Backend Engineer at Acme GmbH. "
        "I bring over 10 years of experience and currently work as Senior Backend Developer at Globex Inc."
    )
    assert "At Globex Inc. I built payment services in Python and Docker for 2 million users." in paragraphs[2]
    assert "Earlier, at Initech, I was responsible for REST APIs used by 30 partners." in paragraphs[2]
    assert paragraphs[-1] == "Sincerely,"
    assert letter.sections[0].items[0].start_date == "2026-11-21"


def test_facts_in_another_language_are_quoted() -> None:
    career = developer()
    career.experiences[0].description = "The team was responsible for the payment services of the company and its users"
    letter = write(career, POSTINGS["backend"], ComposeOptions(language="de")).letter
    text = " ".join(sentence.text for sentence in sentences(letter))
    assert "„Built payment services in Python and Docker for 2 million users“" in text
    assert not re.search(r"\bich [Bb]uilt\b", text)


def test_only_wanted_sections_are_written() -> None:
    options = ComposeOptions(include_sections=("experience", "education"))
    assert [part.kind for part in write(developer(), POSTINGS["backend"], options).resume.sections] == [
        "experience",
        "education",
    ]


def test_instructions_emphasise_drop_and_leave_the_rest_to_be_reported() -> None:
    options = ComposeOptions(instructions="Emphasise summer party. Drop Photoshop; make me ten years younger")
    written = write(developer(), POSTINGS["backend"], options)
    assert _texts(written.resume, "experience")[0] == "Organised the summer party for the department"
    assert "Photoshop" not in _texts(written.resume, "skills")
    assert written.selection.instructions.ignored == ("make me ten years younger",)
    assert any("make me ten years younger" in advice for advice in written.selection.recommendations)


def test_the_same_input_gives_the_same_documents() -> None:
    assert write(developer(), POSTINGS["backend"]) == write(developer(), POSTINGS["backend"])


@pytest.mark.parametrize("name", CAREERS)
def test_the_original_keeps_the_candidate_s_order_and_all_achievements(name: str) -> None:
    career = CAREERS[name]
    content = original_content(career)
    known = facts(career)
    assert all(source in known for sentence in sentences(content) for source in sentence.source_ids)
    experience = next((part.items for part in content.sections if part.kind == "experience"), [])
    assert [item.item_id for item in experience] == [job.id for job in career.experiences]


def test_every_choice_gives_its_reason() -> None:
    pieces = write(developer(), POSTINGS["backend"]).selection.pieces
    reasons = {piece.text: (piece.chosen, piece.reason) for piece in pieces}
    assert reasons["Built payment services in Python and Docker for 2 million users"][0] is True
    assert (
        "which the posting asks for; names a result"
        in (reasons["Built payment services in Python and Docker for 2 million users"][1])
    )
    assert all(piece.reason.endswith(".") for piece in pieces)
