import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume import Conflict, merge_careers


def date(text: str) -> PartialDate:
    return PartialDate(text)


def test_a_career_merged_with_itself_stays_as_it_is() -> None:
    career = Career(
        full_name="Mira Okafor",
        experiences=[
            Experience(title="Chef", company="Le Fanal", start_date=date("2019"), achievements=["Led 9 cooks"])
        ],
        education=[Education(institution="Institut Lyfe", degree="BTS")],
        projects=[Project(name="Menu app")],
        skills=[Skill(name="HACCP"), Skill(category="language", name="French")],
        custom_fields={"awards": ["Bib Gourmand"]},
    )
    merged, report = merge_careers(career, career)
    assert merged == career
    assert (report.added, report.merged, report.conflicts) == ([], [], [])


def test_the_same_role_takes_what_only_the_other_tells() -> None:
    mine = Career(
        experiences=[Experience(id="e1", title="Software Engineer", company="Acme, Inc.", start_date=date("2020"))]
    )
    other = Career(
        experiences=[
            Experience(
                title="Software engineer",
                company="ACME",
                start_date=date("2020-03"),
                location="Oslo",
                achievements=["Cut cost"],
            )
        ]
    )
    merged, report = merge_careers(mine, other)
    assert merged.experiences == [
        Experience(
            id="e1", title="Software Engineer", company="Acme, Inc.", location="Oslo", start_date=date("2020-03"),
            achievements=["Cut cost"],
        )
    ]  # fmt: skip
    assert report.merged == ["experiences.0"]
    assert mine.experiences[0].achievements == []


@pytest.mark.parametrize(
    "other",
    [
        Experience(title="Software Engineer", company="Acme", start_date=date("2010"), end_date=date("2012")),
        Experience(title="Engineering Manager", company="Acme", start_date=date("2020")),
        Experience(title="Software Engineer", company="Globex", start_date=date("2020")),
    ],
    ids=["another time", "another title", "another employer"],
)
def test_another_role_is_added(other: Experience) -> None:
    mine = Career(experiences=[Experience(title="Software Engineer", company="Acme", start_date=date("2020"))])
    merged, report = merge_careers(mine, Career(experiences=[other]))
    assert merged.experiences == [*mine.experiences, other]
    assert report.added == ["experiences.1"]


def test_a_skill_is_one_under_all_its_spellings() -> None:
    mine = Career(skills=[Skill(name="Kubernetes"), Skill(category="language", name="German")])
    other = Career(
        skills=[
            Skill(name="k8s"),
            Skill(name="Terraform"),
            Skill(category="language", name="Deutsch", proficiency="C1"),
        ]
    )
    merged, report = merge_careers(mine, other)
    assert [(skill.name, skill.proficiency) for skill in merged.skills] == [
        ("Kubernetes", ""), ("German", "C1"), ("Terraform", ""),
    ]  # fmt: skip
    assert report.added == ["skills.2"]
    assert report.merged == ["skills.1"]


def test_what_differs_is_kept_and_named() -> None:
    mine = Career(email="a@example.com", experiences=[Experience(title="Cook", company="Inn", is_current=True)])
    other = Career(
        email="b@example.com", phone="555", experiences=[Experience(title="Cook", company="Inn", end_date=date("2021"))]
    )
    merged, report = merge_careers(mine, other)
    assert (merged.email, merged.phone) == ("a@example.com", "555")
    assert report.conflicts == [
        Conflict("email", "a@example.com", "b@example.com"), Conflict("experiences.0.end_date", "present", "2021"),
    ]  # fmt: skip


def test_a_degree_is_one_by_its_initials() -> None:
    mine = Career(education=[Education(institution="State University", degree="B.S.", field_of_study="Biology")])
    other = Career(education=[Education(institution="State University", degree="Bachelor of Science", gpa="3.7")])
    merged, _ = merge_careers(mine, other)
    assert merged.education == [
        Education(institution="State University", degree="B.S.", field_of_study="Biology", gpa="3.7")
    ]
