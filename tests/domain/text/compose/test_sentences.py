"""What the writer says of particular careers, sentence by sentence."""

from dataclasses import replace

import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Skill
from app.domain.text.compose import ComposeOptions
from app.domain.text.compose.options import WrittenLanguage
from app.domain.text.compose.spelling import named_as
from app.domain.text.compose.verbs import starts_with_present
from app.domain.text.document import Content
from app.domain.text.grounding import verify_content
from app.domain.text.skills import lexicon
from tests.domain.text.compose.cases import TODAY, job, posting, write

PLATFORM = posting(
    """Platform Engineer
Company: Kestrel Freight

Requirements
- Python, PostgreSQL, Kubernetes and Terraform
- React or Vue
- German and English
- Java, Go, Rust, Scala, Elixir, Haskell, Perl
- AWS or Azure
- Certified Kubernetes Administrator
"""
)
CLEAR = "React Ansible Docker Redis Kafka Grafana Jenkins Knitting Photoshop Figma Excel Git Linux"


def engineer() -> Career:
    """Return a platform engineer with eleven years of work and many skills."""
    names = f"Python PostgreSQL Kubernetes Terraform SQL {CLEAR}".split()
    return Career(
        id="p",
        full_name="Ada Berg",
        email="ada@example.org",
        professional_summary=(
            "Platform engineer who runs Kubernetes for 40 teams. Cut cloud cost by 30 % with Terraform. "
            "Mentors five people."
        ),
        experiences=[
            job(1, "Platform Engineer", "Northwind", "2018-01", None,
                "Cut build time by 30 % in Python and PostgreSQL",
                "Northwind's clusters: moved 40 services to Kubernetes",
                "Run the on-call rota in Python for 12 people", "Python"),
            job(2, "Engineer", "", "2015-01", "2017-12",
                "Migrated 12 databases to PostgreSQL", "Wrote Terraform modules for 9 teams"),
        ],
        skills=[
            *(Skill(id=f"s{number}", name=name) for number, name in enumerate(names)),
            Skill(id="l1", category="language", name="German", proficiency="C1"),
            Skill(id="l2", category="language", name="English"),
            Skill(id="c1", category="certification", name="Certified Kubernetes Administrator"),
        ],
    )  # fmt: skip


def student_of(course: Education, *skills: str) -> Career:
    """Return someone with a course of study and skills, and nothing else."""
    return Career(
        id="p",
        full_name="Max Ruiz",
        education=[course],
        skills=[Skill(id=f"s{number}", name=name) for number, name in enumerate(skills)],
    )


def said(content: Content, kind: str) -> list[str]:
    return [s.text for part in content.sections if part.kind == kind for item in part.items for s in item.sentences]


def test_a_summary_of_one_s_own_keeps_its_best_sentences_in_their_order() -> None:
    assert said(write(engineer(), PLATFORM).resume, "summary") == [
        "Platform engineer who runs Kubernetes for 40 teams.",
        "Cut cloud cost by 30 % with Terraform.",
        "Work has included PostgreSQL and Python.",
    ]


@pytest.mark.parametrize(
    "own",
    [
        "I love Kubernetes and I run it daily for forty teams.",
        "Looking for a position with Kubernetes.",
        "A bit of everything, always eager to learn.",
        "Kubernetes.",
    ],
)
def test_a_summary_that_speaks_of_i_wishes_or_says_nothing_gives_way(own: str) -> None:
    career = replace(engineer(), professional_summary=own)
    assert said(write(career, PLATFORM).resume, "summary")[0] == (
        "Platform Engineer with over 11 years of experience and hands-on work in Kubernetes, PostgreSQL and Python."
    )


def test_work_without_dates_is_told_without_years() -> None:
    career = Career(
        id="p",
        full_name="Ada Berg",
        experiences=[
            Experience(
                id="j1",
                title="Data Engineer",
                company="Northwind",
                achievements=["Built pipes in Python and PostgreSQL"],
            )
        ],
    )
    written = write(career, PLATFORM)
    assert said(written.resume, "summary") == ["Data Engineer with experience in PostgreSQL and Python."]
    assert "Most recently I worked as Data Engineer at Northwind." in said(written.letter, "letter")


COURSES: dict[str, tuple[Education, str, str]] = {
    "a student of a field": (
        Education(
            id="e1", institution="State University", degree="BSc", field_of_study="Physics",
            start_date=PartialDate("2025"), end_date=PartialDate("2028"),
        ),
        "Physics student at State University with skills in Python.",
        "I study Physics at State University.",
    ),
    "a student of a degree": (
        Education(
            id="e1", institution="Oslo Metropolitan University", degree="BSc Nursing", start_date=PartialDate("2025"),
            end_date=PartialDate("2028"),
        ),
        "Student at Oslo Metropolitan University (BSc Nursing) with skills in Python.",
        "I study at Oslo Metropolitan University (BSc Nursing).",
    ),
    "a graduate": (
        Education(
            id="e1", institution="Hull", degree="BSc", field_of_study="Physics", end_date=PartialDate("2025-06")
        ),
        "Physics graduate (BSc, Hull) with skills in Python.",
        "I studied Physics at Hull.",
    ),
    "a degree of long ago": (
        Education(id="e1", institution="Hull", degree="BSc in Physics", end_date=PartialDate("2005-06")),
        "BSc in Physics, Hull, with skills in Python.",
        "I studied Physics at Hull.",
    ),
    "a degree without a field": (
        Education(id="e1", institution="Hull", degree="BSc"),
        "BSc, Hull, with skills in Python.",
        "I studied at Hull (BSc).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", COURSES)
def test_someone_at_the_beginning_is_introduced_by_their_studies(name: str) -> None:
    course, summary, letter = COURSES[name]
    written = write(student_of(course, "Python"), PLATFORM)
    assert said(written.resume, "summary")[0] == summary
    assert letter in said(written.letter, "letter")


@pytest.mark.parametrize(
    "course",
    [
        Education(id="e1", institution="Hull"),
        Education(id="e1", institution="Central High School", degree="High school diploma"),
    ],
)
def test_school_and_a_place_without_a_degree_introduce_nobody(course: Education) -> None:
    written = write(student_of(course, "Python"), PLATFORM)
    assert said(written.resume, "summary") == ["Skilled in Python."]
    assert not any("stud" in text for text in said(written.letter, "letter"))


def test_a_degree_without_a_school_stands_alone() -> None:
    course = Education(id="e1", degree="BSc", field_of_study="Physics")
    written = write(student_of(course, "Python"), PLATFORM)
    assert said(written.resume, "summary")[0] == "BSc, Physics with skills in Python."
    assert not any("stud" in text for text in said(written.letter, "letter"))


def test_a_crowded_skill_list_stands_in_labelled_rows_and_leaves_out_what_is_far_off() -> None:
    resume = write(engineer(), PLATFORM).resume
    rows = {item.title: [s.text for s in item.sentences] for part in resume.sections for item in part.items
            if part.kind == "skills"}  # fmt: skip
    assert rows == {
        "Cloud and DevOps": ["Kubernetes", "Terraform", "Ansible", "Docker", "Grafana", "Jenkins", "Git"],
        "Programming languages": ["Python", "SQL"],
        "Databases": ["PostgreSQL", "Redis"],
        "Other": ["React", "Knitting"],
    }


def test_letters_tell_what_cannot_follow_i_as_a_quotation() -> None:
    texts = said(write(engineer(), PLATFORM).letter, "letter")
    assert "Among my results at Northwind: Cut build time by 30 % in Python and PostgreSQL." in texts
    assert "Also in that role: Northwind's clusters: moved 40 services to Kubernetes." in texts
    assert "In addition, I run the on-call rota in Python for 12 people." in texts


@pytest.mark.parametrize(
    ("language", "second", "third"),
    [
        ("de", "Ebenfalls dort: „", "Außerdem: „"),
        ("fr", "Dans ce même poste : « ", "En outre : « "),
        ("es", "En ese mismo puesto: «", "Además: «"),
    ],
)
def test_a_letter_in_another_language_does_not_repeat_how_it_quotes(
    language: WrittenLanguage, second: str, third: str
) -> None:
    career = replace(engineer(), experiences=engineer().experiences[:1])
    letter = write(career, PLATFORM, ComposeOptions(language=language)).letter
    texts = said(letter, "letter")
    assert [sum(text.startswith(start) for text in texts) for start in (second, third)] == [1, 1]
    report = verify_content(letter, career, lexicon(), today=TODAY)
    assert report.ungrounded == 0


def test_a_line_of_topics_is_no_achievement() -> None:
    topics = replace(engineer().experiences[1], achievements=["Focus: PostgreSQL, Terraform, Kubernetes"])
    texts = said(write(replace(engineer(), experiences=[topics]), PLATFORM).letter, "letter")
    assert not any("Focus" in text for text in texts)


def test_an_employer_that_is_not_named_is_not_invented() -> None:
    career = replace(engineer(), experiences=[replace(engineer().experiences[1], is_current=True, end_date=None)])
    texts = said(write(career, PLATFORM).letter, "letter")
    assert "I bring over 11 years of experience." in texts
    assert "In my work I migrated 12 databases to PostgreSQL." in texts


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Elixir and Go would be new to me, and I am keen to learn."),
        ("de", "Für mich neu: Elixir und Go; die Einarbeitung reizt mich."),
        ("fr", "Nouveau pour moi : Elixir et Go, que j’aimerais apprendre."),
        ("es", "Nuevo para mí: Elixir y Go, que me gustaría aprender."),
    ],
)
def test_gaps_are_named_where_that_is_wished_and_alternatives_that_are_met_are_none(
    language: str, expected: str
) -> None:
    wished = ComposeOptions(language=language, instructions="Mention the gaps.")
    written = write(engineer(), PLATFORM, wished)
    assert expected in said(written.letter, "letter")
    report = verify_content(written.letter, engineer(), lexicon(), today=TODAY, posting=PLATFORM)
    assert [one for one in report.sentences if one.verdict == "ungrounded"] == []
    assert expected not in said(write(engineer(), PLATFORM, ComposeOptions(language=language)).letter, "letter")


def test_no_gap_is_named_where_there_is_none() -> None:
    vacancy = posting("Clerk\nCompany: Acme\n\nRequirements\n- Python\n- React or Vue\n")
    texts = said(write(engineer(), vacancy, ComposeOptions(instructions="Mention the gaps.")).letter, "letter")
    assert not any("new to me" in text for text in texts)


def test_advice_names_each_gap_then_the_rest_together() -> None:
    bare = replace(engineer(), skills=[], professional_summary="", email="", full_name="")
    advice = write(bare, PLATFORM).selection.recommendations
    assert advice[0] == (
        "The posting asks for React or Vue.js; your profile shows none of them. If you have used one, add where."
    )
    assert advice[6] == (
        "The posting also asks for Perl, Rust, Scala, AWS or Azure and CKA, which your profile does not show."
    )
    assert advice[-2:] == (
        "Your profile has no name. Add it before you send anything.",
        "Your profile has no e-mail address or phone number. Add one, so that you can be reached.",
    )


def test_a_document_that_cannot_be_as_short_as_wished_says_so() -> None:
    many = replace(
        engineer(), experiences=[job(n, f"Clerk {n}", f"Firm {n}", f"{1960 + n}", f"{1961 + n}") for n in range(40)]
    )
    advice = write(many, PLATFORM, ComposeOptions(length="one_page")).selection.recommendations
    assert "What a resume must keep does not fit the length you asked for; the document is longer." in advice


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("python", "Python"),
        ("POSTGRESQL", "PostgreSQL"),
        ("distributed system", "distributed systems"),
        ("Project management", "project management"),
        ("backend", ""),
        ("software engineers", ""),
        ("glass blowing", "glass blowing"),
        ("Node", "Node"),
        ("team work", "team work"),
    ],
)
def test_a_skill_named_in_passing_is_spelled_as_the_skill_is_called(text: str, name: str) -> None:
    assert named_as(text, lexicon()) == name


@pytest.mark.parametrize(
    ("bullet", "is_verb"),
    [
        ("Lead gameplay programmer on an unannounced title built in Unreal Engine 5", False),
        ("Lead engineer of the agentless backtracking system", False),
        ("Lead a team of programmers on an unannounced title", True),
        ("Lead programmers on an unannounced title", True),
        ("Lead", True),
    ],
)
def test_a_role_is_no_verb(bullet: str, is_verb: bool) -> None:
    assert starts_with_present(bullet) is is_verb


def test_a_word_or_two_are_no_summary() -> None:
    written = write(student_of(Education(id="e1", degree="BSc"), "Falconry"), PLATFORM)
    assert "summary" not in [section.kind for section in written.resume.sections]
