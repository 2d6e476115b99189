"""What tailoring may not lose, and what must never be printed."""

from dataclasses import replace

import pytest

from app.domain.text.career import KEPT_DOCUMENT, Career, facts
from app.domain.text.compose import ComposeOptions, original_content
from app.domain.text.document import Content, sentences
from app.domain.text.grounding import verify_content
from app.domain.text.match import match_career, match_content, total
from app.domain.text.match.completeness import completeness
from app.domain.text.skills import lexicon
from tests.domain.text.compose.cases import (
    NURSE_POSTING,
    TODAY,
    developer,
    job,
    nurse,
    odd_careers,
    posting,
    student,
    write,
)

CAREERS = {"developer": developer(), "nurse": nurse(), "student": student(), **odd_careers()}
SECRET = '{"meta":{"canonical":"https://example.org/kept.json"},"skills":[{"name":"Kubernetes"}]}'


def _all(content: Content, kind: str) -> list[str]:
    return [s.text for part in content.sections if part.kind == kind for item in part.items for s in item.sentences]


def _score(content: Content, career: Career, text: str) -> float:
    return total(match_content(content, career, posting(text), lexicon(), today=TODAY))


def _engineer(summary: str) -> Career:
    roles = [
        job(
            1, "Software Engineer", "Tidal", "2020-01", None,
            "Organised the summer party and the talks at lunch",
            "Built services in Python that answer 900 requests a second",
            "Moved the reports from MySQL to PostgreSQL without a day of downtime",
            "Wrote the Docker images that every team uses",
        ),
        job(
            2, "Developer", "Estuary", "2016-01", "2019-12",
            "Tested the printers", "Wrote REST APIs for 12 partners", "Tuned PostgreSQL for the night import",
        ),
    ]  # fmt: skip
    return replace(developer(), headline="", professional_summary=summary, experiences=roles, projects=[])


@pytest.mark.parametrize("name", CAREERS)
@pytest.mark.parametrize("text", ["", NURSE_POSTING, "Help wanted"])
def test_the_tailored_resume_never_scores_lower_than_the_untailored_one(name: str, text: str) -> None:
    career = CAREERS[name]
    assert _score(write(career, posting(text)).resume, career, text) >= _score(original_content(career), career, text)


def test_a_keyword_keeps_its_evidence_though_the_page_is_full() -> None:
    long = [f"Wrote Python service number {number} for customer {number} with great care" for number in range(80)]
    career = replace(
        developer(),
        professional_summary="",
        skills=[],
        projects=[],
        experiences=[
            job(1, "Backend Engineer", "Tidal", "2016-01", None, *long),
            job(2, "Administrator", "Estuary", "2001-01", "2002-12", "Ran Terraform for three small sites"),
        ],
    )
    written = write(career, posting(), ComposeOptions(length="one_page"))
    assert "Ran Terraform for three small sites" in " ".join(_all(written.resume, "experience"))


def test_what_an_import_keeps_is_neither_a_fact_nor_printed_scored_or_a_known_link() -> None:
    career = developer()
    kept = replace(career, custom_fields={**career.custom_fields, KEPT_DOCUMENT: SECRET})
    assert facts(kept) == facts(career)
    assert match_career(kept, posting(), lexicon(), today=TODAY) == match_career(
        career, posting(), lexicon(), today=TODAY
    )
    assert original_content(kept) == original_content(career)
    plain, written = write(career, posting()), write(kept, posting())
    assert (written.resume, written.letter) == (plain.resume, plain.letter)
    assert completeness(kept) == completeness(career)
    forged = replace(plain.resume, header=replace(plain.resume.header, links=[SECRET]))
    report = verify_content(forged, kept, lexicon(), today=TODAY)
    assert [one.path for one in report.fields if one.verdict == "ungrounded"] == ["header/links/0"]


def test_a_weak_summary_of_one_s_own_does_not_open_the_document() -> None:
    career = _engineer("Software engineer with a bit of everything. Looking for new challenges in a nice team.")
    said = " ".join(_all(write(career, posting()).resume, "summary"))
    assert "everything" not in said
    assert "challenges" not in said
    assert said.startswith("Software Engineer with over 10 years of experience and hands-on work in ")


def test_a_telling_summary_of_one_s_own_stays() -> None:
    own = "Software engineer who has run Python and PostgreSQL for 40 banks."
    assert _all(write(_engineer(own), posting()).resume, "summary")[0] == own


def test_the_latest_title_stands_under_the_name_where_there_is_no_headline() -> None:
    written = write(_engineer(""), posting())
    assert written.resume.header.headline == "Software Engineer"
    assert written.letter.header.headline == "Software Engineer"


def test_lines_that_have_nothing_to_do_with_the_job_leave_when_others_have() -> None:
    printed = _all(write(_engineer(""), posting()).resume, "experience")
    assert not [text for text in printed if "party" in text or "printers" in text]
    assert len(printed) == 5


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("name", ["developer", "nurse", "student"])
def test_no_two_sentences_of_a_letter_begin_alike(name: str, language: str) -> None:
    letter = write(CAREERS[name], posting(), ComposeOptions(language=language)).letter
    beginnings = [" ".join(one.text.split()[:4]) for one in sentences(letter)]
    assert len(beginnings) == len(set(beginnings))


def _listed(work: str, skill: str, asked: str) -> str:
    career = replace(
        developer(),
        headline="",
        professional_summary="",
        experiences=[job(1, "Software Engineer", "Tidal", "2020-01", None, work)],
        projects=[],
        skills=[replace(developer().skills[0], name=skill)],
    )
    return " ".join(_all(write(career, posting(asked)).resume, "skills"))


def test_a_language_that_a_framework_cannot_do_without_is_listed_where_it_is_asked_for() -> None:
    asked = "Backend Engineer\n\nRequirements:\n- Python\n- SQL\n- Git"
    assert "Python" in _listed("Built services in FastAPI for 12 partners", "Git", asked)
    assert "SQL" in _listed("Tuned PostgreSQL for the night import", "Git", asked).replace("PostgreSQL", "")


def test_what_a_tool_only_suggests_is_left_for_the_candidate_to_claim() -> None:
    asked = "Backend Engineer\n\nRequirements:\n- Message queues\n- Git"
    assert "queue" not in _listed("Moved the orders to RabbitMQ", "Git", asked).casefold()


def test_a_skill_takes_no_spelling_of_the_posting_that_says_more() -> None:
    asked = "Developer\n\nRequirements:\n- Java SE or Java/J2EE\n- Amazon Web Services"
    listed = _listed("Ran the reports on AWS", "Java", asked)
    assert "Java" in listed
    assert not any(more in listed for more in ("Java SE", "J2EE"))


def test_the_one_skill_of_a_list_that_is_asked_for_is_named_in_german_too() -> None:
    roles = [
        job(
            1, "Softwareentwicklerin", "Nordlicht", "2016-01", None,
            "Entwicklung von Schnittstellen in Python für zwölf Partner der Spedition",
            "Umstellung der Abrechnung auf eine neue Datenbank ohne einen Tag Ausfall",
        ),
    ]  # fmt: skip
    career = replace(
        _engineer("Softwareentwicklerin mit zehn Jahren Erfahrung in Python und verteilten Diensten."),
        experiences=roles,
        skills=[replace(developer().skills[0], name="Kubernetes")],
    )
    written = write(career, posting("Backend Engineer\n\nRequirements:\n- Python\n- Kubernetes"))
    assert any("Kubernetes" in text for text in _all(written.resume, "summary"))
