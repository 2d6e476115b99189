"""Recipient and subject of a letter: the names of the posting and of the writer stand, others are marked."""

from dataclasses import replace

import pytest

from app.domain.text.career import Career, Experience
from app.domain.text.document import CheckedField, Content
from app.domain.text.grounding.letter_head import check_letter_head
from app.domain.text.posting import Posting

CAREER = Career(
    id="p",
    full_name="Ines Kraft",
    headline="Backend engineer",
    experiences=[Experience(id="e1", title="Software Developer", company="Nordwind Logistics")],
)
POSTING = Posting(
    title="Senior Backend Engineer (Python)", company="Harbourline Logistics", location="Rotterdam", description=""
)


def judged(recipient: str = "", subject: str = "", posting: Posting | None = POSTING) -> dict[str, CheckedField]:
    content = Content(document_type="cover_letter", recipient=recipient, subject=subject)
    return {one.path: one for one in check_letter_head(content, CAREER, posting)}


@pytest.mark.parametrize(
    "recipient",
    [
        "Harbourline",
        "Harbourline Logistics B.V.",
        "Ms Jane Lee, Harbourline Logistics",
        "Jane Lee",
        "Ms Lee",
        "Herrn Dr. Schmidt\nPersonalabteilung\nHauptstraße 5\n10115 Berlin",
        "Jane Lee, Head of People, 12 Dock Road, Rotterdam",
        "Hiring team",
        "Human Resources Department",
        "Personalabteilung",
        "Nordwind Logistics",
    ],
)
def test_the_employer_a_person_and_an_address_are_the_writers_own(recipient: str) -> None:
    assert judged(recipient)["recipient"].verdict == "grounded"


@pytest.mark.parametrize(
    ("recipient", "named"),
    [("Globex Corporation", "Globex Corporation"), ("Jane Lee, Globex GmbH", "Globex GmbH"), ("Google", "Google")],
)
def test_another_employer_as_recipient_is_marked(recipient: str, named: str) -> None:
    found = judged(recipient)["recipient"]
    assert found.verdict == "ungrounded"
    (reason,) = found.reasons
    assert reason.kind == "employer"
    assert recipient[slice(*reason.span)] == named
    assert "Harbourline Logistics" in reason.message


@pytest.mark.parametrize(
    ("recipient", "description"),
    [
        ("Smith", "Questions? Contact Jane Smith, our recruiter."),
        ("Smith", "Jane A. Smith\nTalent Partner\njane.smith@harbourline.example"),
        ("Dear Ms Smith", "Your contact is Jane Smith."),
        ("Smith", "Apply to Ms Smith before May."),
        ("Schmidt", "Fragen beantwortet Frau Dr. Petra Schmidt gern."),
        ("O’Neill", "Call Mr. O’Neill on 555 0100."),
    ],
)
def test_a_last_name_that_the_posting_gives_in_full_is_a_person(recipient: str, description: str) -> None:
    posting = replace(POSTING, description=description)
    assert judged(recipient, posting=posting)["recipient"].verdict == "grounded"


@pytest.mark.parametrize(
    ("recipient", "description"),
    [
        ("Jones", "Contact Jane Smith, our recruiter."),
        ("Smith", "Contact Jane Smithson, our recruiter."),
        ("Globex", "Join Globex today."),
        ("Globex", "You come from Globex, or know somebody there."),
        ("Globex", "Jane Globex runs Globex with us."),
        ("Smith", "Our client is Jane Smith Ltd."),
        ("Kelp", "Senior Kelp knowledge is a plus. The Kelp way."),
    ],
)
def test_a_lone_name_that_is_no_person_of_the_posting_is_marked(recipient: str, description: str) -> None:
    posting = replace(POSTING, description=description)
    assert judged(recipient, posting=posting)["recipient"].verdict == "ungrounded"


@pytest.mark.parametrize(
    "subject",
    [
        "Application for Senior Backend Engineer (Python)",
        "Application for the position of Backend Engineer at Harbourline, reference 2026-113",
        "Bewerbung als Senior Backend Engineer, Kennziffer 4711",
        "Software Developer, Ines Kraft",
        "Your job posting of 12 March",
    ],
)
def test_the_postings_and_the_own_titles_stand_in_the_subject(subject: str) -> None:
    assert judged(subject=subject)["subject"].verdict == "grounded"


@pytest.mark.parametrize(
    ("subject", "kind", "named"),
    [
        ("Application for Chief Technology Officer", "title", "Chief"),
        ("Application for Data Scientist", "title", "Data"),
        ("Application as Data Engineer", "title", "Data"),
        ("Senior Backend Engineer at Globex", "employer", "Globex"),
        ("Bewerbung als Backend Engineer bei Globex", "employer", "Globex"),
    ],
)
def test_another_title_or_employer_in_the_subject_is_marked(subject: str, kind: str, named: str) -> None:
    found = judged(subject=subject)["subject"]
    (reason,) = found.reasons
    assert (found.verdict, reason.kind, subject[slice(*reason.span)]) == ("ungrounded", kind, named)


def test_whom_the_letter_is_for_may_stand_in_the_subject() -> None:
    assert judged("Ms Jane Lee", "For Jane Lee: Senior Backend Engineer")["subject"].verdict == "grounded"


def test_without_the_posting_or_in_a_resume_nothing_is_said() -> None:
    assert judged("Globex", "Application for Data Scientist", posting=None) == {}
    resume = Content(document_type="resume", recipient="Globex", subject="Chief Technology Officer")
    assert list(check_letter_head(resume, CAREER, POSTING)) == []
