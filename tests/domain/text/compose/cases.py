"""Careers and postings that the tests of the writer share: ordinary ones and nasty ones."""

from dataclasses import dataclass
from datetime import date

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.compose import ComposeOptions, Selection, compose_cover_letter, compose_resume, select
from app.domain.text.document import Content
from app.domain.text.job import parse_posting
from app.domain.text.match import match_career
from app.domain.text.match.report import MatchReport
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Written:
    """All that the writer makes of one career and posting."""

    report: MatchReport
    selection: Selection
    resume: Content
    letter: Content


def write(career: Career, posting: Posting, options: ComposeOptions | None = None) -> Written:
    """Write both documents."""
    chosen = options or ComposeOptions()
    known = lexicon()
    report = match_career(career, posting, known, today=TODAY)
    selection = select(career, posting, report, known, chosen, today=TODAY)
    resume = compose_resume(career, posting, report, selection, known, chosen, today=TODAY)
    letter = compose_cover_letter(career, posting, report, selection, known, chosen, today=TODAY)
    return Written(report, selection, resume, letter)


def posting(text: str = "") -> Posting:
    """Return a posting read from `text`, by default one for a backend engineer."""
    return parse_posting(text or _BACKEND, lexicon())


_BACKEND = """Backend Engineer
Company: Acme GmbH

Requirements
- 5+ years of experience with Python and PostgreSQL
- Kubernetes in production
- Docker and REST APIs

Nice to have
- Terraform

Responsibilities
- Design and run our payment services
"""

NURSE_POSTING = """Registered Nurse, Intensive Care Unit
Company: St. Mary's Hospital

Requirements
- 3 years of experience in intensive care
- Patient assessment and wound care
- BLS certification

Responsibilities
- Provide bedside care to patients
"""


def job(number: int, title: str, company: str, start: str, end: str | None, *achievements: str) -> Experience:
    """Return a role; an `end` of `None` means that it lasts."""
    return Experience(
        id=f"job{number}", title=title, company=company, start_date=PartialDate(start),
        end_date=PartialDate(end) if end else None, is_current=end is None, achievements=list(achievements),
    )  # fmt: skip


def developer() -> Career:
    """Return a backend developer with nine years of work."""
    return Career(
        id="p",
        full_name="Jane Doe",
        email="jane@example.org",
        experiences=[
            job(1, "Senior Backend Developer", "Globex Inc.", "2020-03", None,
                "Organised the summer party for the department",
                "Reduced page load time by 40 % by moving sessions to PostgreSQL",
                "Built payment services in Python and Docker for 2 million users",
                "Maintained the Python code base", "Wrote Python scripts"),
            job(2, "Backend Developer", "Initech", "2016-01", "2020-02",
                "Responsible for REST APIs used by 30 partners", "Sorted the mail"),
            job(3, "Waiter", "Café Central", "2009", "2012", "Served up to 80 guests a night"),
        ],
        education=[Education(id="e1", institution="TU Wien", degree="BSc", field_of_study="Computer Science",
                             end_date=PartialDate("2015"))],
        skills=[
            Skill(id="s1", name="Photoshop"), Skill(id="s2", name="postgres"), Skill(id="s3", name="Python 3.11"),
            Skill(id="s4", category="soft", name="Communication"),
            Skill(id="s5", category="language", name="German", proficiency="C1"),
        ],
    )  # fmt: skip


def nurse() -> Career:
    """Return a nurse with six years of work."""
    return Career(
        id="p",
        full_name="Ann Lee",
        experiences=[
            job(1, "REGISTERED NURSE", "City Clinic", "2020-06", None,
                "Provided bedside care and wound care for 12 patients a shift.",
                "Trained 8 new colleagues in patient assessment."),
        ],
        education=[Education(id="e1", institution="Nursing College", degree="Diploma in Nursing")],
        skills=[Skill(id="s1", category="certification", name="BLS", issuer="Red Cross",
                      date_obtained=PartialDate("2024-05"))],
    )  # fmt: skip


def student() -> Career:
    """Return a student without any job."""
    return Career(
        id="p",
        full_name="Max Ruiz",
        education=[Education(id="e1", institution="State University", degree="BSc", field_of_study="Physics",
                             start_date=PartialDate("2024"), end_date=PartialDate("2027"), gpa="3.8")],
        projects=[Project(id="r1", name="Weather box", description="Built a Python service with Docker.",
                          technologies=["Python", "Docker"])],
        skills=[Skill(id="s1", name="Python")],
    )  # fmt: skip


def odd_careers() -> dict[str, Career]:
    """Return careers that a writer may stumble over, by what is odd about them."""
    many = [job(n, f"Clerk {n}", f"Firm {n}", f"{1960 + n}", f"{1961 + n}", f"Filed {n} papers") for n in range(60)]
    return {
        "empty": Career(),
        "name only": Career(id="p", full_name="X"),
        "no name": Career(id="p", experiences=[job(1, "Cook", "", "2020", None, "Cooked")]),
        "nothing but skills": Career(id="p", skills=[Skill(id="s", name="Python")]),
        "sixty jobs": Career(id="p", experiences=many),
        "no dates": Career(id="p", experiences=[Experience(id="j", title="Baker", company="Bread & Co.")]),
        "no title": Career(id="p", experiences=[Experience(id="j", company="Firm", achievements=["- Did it all"])]),
        "CJK": Career(
            id="p", full_name="山田太郎", professional_summary="経験豊富なエンジニア。",
            experiences=[job(1, "エンジニア", "テスト", "2019-04", None, "決済を開発しました。")],
        ),
        "RTL": Career(
            id="p", full_name="يوسف علي", experiences=[job(1, "مهندس", "شركة", "2018", None, "بناء الخدمات")]
        ),
        "emoji": Career(id="p", full_name="🦊", experiences=[job(1, "🚀", "✨", "2018", None, "🎉🎉", "• ", "-----")]),
        "braces": Career(id="p", experiences=[job(1, "{title}", "{company} {", "2018", None, "Led {x} and {0} %s")]),
        "long": Career(id="p", professional_summary="word " * 400,
                       experiences=[job(1, "T" * 300, "C" * 300, "2018", None, *["Built " + "y" * 500] * 30)]),
        "blank lines": Career(
            id="p", professional_summary="\n\n", experiences=[Experience(id="j", description="\n \n")],
                              education=[Education(id="e")], projects=[Project(id="r")], skills=[Skill(id="s")],
        ),
        "ends before it starts": Career(
            id="p", experiences=[job(1, "Clerk", "Firm", "2021-05", "2019-01", "Filed")]
        ),
        "custom": Career(id="p", custom_fields={"publications": ["A, B. 2020.", ""], "hobby_list": "chess", "n": 3}),
    }  # fmt: skip
