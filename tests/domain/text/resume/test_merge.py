import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume import SECTIONS, CareerSection, Conflict, merge_careers, only_sections, section_of
from app.domain.text.resume.json_resume import KEPT


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


def test_the_same_study_at_another_time_or_school_is_another() -> None:
    mine = Career(
        education=[Education(institution="Hull", degree="BSc", start_date=date("2010"), end_date=date("2013"))]
    )
    others = [
        Education(institution="Hull", degree="BSc", start_date=date("2015"), end_date=date("2018")),
        Education(institution="Leeds", degree="BSc", start_date=date("2010")),
    ]
    merged, report = merge_careers(mine, Career(education=others))
    assert merged.education == [*mine.education, *others]
    assert report.added == ["education.1", "education.2"]


def test_a_role_of_which_one_side_tells_only_the_title_and_the_other_only_the_employer_is_two() -> None:
    merged, _ = merge_careers(
        Career(experiences=[Experience(title="Cook")]), Career(experiences=[Experience(company="Blue Inn")])
    )
    assert merged.experiences == [Experience(title="Cook"), Experience(company="Blue Inn")]


def test_a_project_is_one_by_its_address() -> None:
    mine = Career(projects=[Project(name="Tide", url="https://tide.example/")])
    merged, report = merge_careers(
        mine, Career(projects=[Project(name="Tide clock for harbours", url="tide.example", technologies=["Rust"])])
    )
    assert merged.projects == [Project(name="Tide", url="https://tide.example/", technologies=["Rust"])]
    assert report.conflicts == [Conflict("projects.0.name", "Tide", "Tide clock for harbours")]


def test_a_certificate_is_no_skill_of_its_name() -> None:
    merged, _ = merge_careers(
        Career(skills=[Skill(name="Scrum")]), Career(skills=[Skill(category="certification", name="Scrum")])
    )
    assert [skill.category for skill in merged.skills] == ["technical", "certification"]


def test_fields_of_ones_own_join_line_by_line_and_texts_that_differ_are_named() -> None:
    mine = Career(custom_fields={"awards": ["Baker of the year 2019"], "motto": "Rye", "interests": ""})
    other = Career(
        custom_fields={
            "awards": ["baker of the year, 2019", "Golden loaf"],
            "motto": "Wheat",
            "interests": ["Bees"],
            "volunteering": "Fire brigade",
        }
    )
    merged, report = merge_careers(mine, other)
    assert merged.custom_fields == {
        "awards": ["Baker of the year 2019", "Golden loaf"],
        "motto": "Rye",
        "interests": ["Bees"],
        "volunteering": "Fire brigade",
    }
    assert report.added == ["custom_fields.interests", "custom_fields.volunteering"]
    assert report.merged == ["custom_fields.awards"]
    assert report.conflicts == [Conflict("custom_fields.motto", "Rye", "Wheat")]


def test_a_text_joins_a_list_of_the_same_name() -> None:
    merged, _ = merge_careers(
        Career(custom_fields={"awards": ["Oar"]}), Career(custom_fields={"awards": "Golden loaf"})
    )
    assert merged.custom_fields == {"awards": ["Oar", "Golden loaf"]}


def test_what_imported_documents_kept_joins_too() -> None:
    mine, other = Career(custom_fields={KEPT: '{"a":1}'}), Career(custom_fields={KEPT: '{"a":2,"b":3}'})
    merged, report = merge_careers(mine, other)
    assert merged.custom_fields == {KEPT: '{"a":1,"b":3}'}
    assert report.conflicts == []


def test_each_entry_that_comes_in_says_what_becomes_of_it() -> None:
    mine = Career(
        email="mira@example.org",
        experiences=[Experience(title="Baker", company="Fanal"), Experience(title="Chef", company="Ambre")],
        skills=[Skill(name="Kubernetes")],
        custom_fields={"awards": ["Oar"], "hobby": "Chess"},
    )
    other = Career(
        full_name="Mira Okafor",
        email="other@example.org",
        experiences=[
            Experience(title="Chef", company="Ambre", location="Lyon", achievements=["Led 9 cooks"]),
            Experience(title="Cook", company="Roux"),
        ],
        skills=[Skill(name="k8s")],
        custom_fields={"awards": ["Oar", "Golden loaf"], "hobby": "Go", "pets": ["A cat"], KEPT: "{}"},
    )
    _, report = merge_careers(mine, other)
    hobby = Conflict("custom_fields.hobby", "Chess", "Go")
    assert {(entry.path, entry.target, entry.outcome, entry.fields, entry.conflicts) for entry in report.entries} == {
        ("full_name", "full_name", "added", (), ()),
        ("email", "email", "unchanged", (), (Conflict("email", "mira@example.org", "other@example.org"),)),
        ("experiences.0", "experiences.1", "completed", ("location", "achievements"), ()),
        ("experiences.1", "experiences.2", "added", (), ()),
        ("skills.0", "skills.0", "unchanged", (), ()),
        ("custom_fields.awards", "custom_fields.awards", "completed", (), ()),
        ("custom_fields.hobby", "custom_fields.hobby", "unchanged", (), (hobby,)),
        ("custom_fields.pets", "custom_fields.pets", "added", (), ()),
    }


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_is_not_taken_is_empty_and_the_others_stay(section: CareerSection) -> None:
    career = Career(
        id="c1",
        full_name="Mira Okafor",
        experiences=[Experience(title="Chef")],
        education=[Education(institution="Lund")],
        projects=[Project(name="Menu app")],
        skills=[Skill(name="HACCP")],
        custom_fields={"awards": ["Oar"]},
    )
    without = only_sections(career, [one for one in SECTIONS if one != section])
    alone = only_sections(career, [section])
    field = "full_name" if section == "contact" else section
    for one in SECTIONS:
        name = "full_name" if one == "contact" else one
        told, nothing = getattr(career, name), getattr(Career(), name)
        assert getattr(without, name) == (nothing if name == field else told)
        assert getattr(alone, name) == (told if name == field else nothing)
    assert only_sections(career, SECTIONS) == career


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("experiences.0.title", "experiences"),
        ("skills.3", "skills"),
        ("email", "contact"),
        ("custom_fields.a", "custom_fields"),
    ],
)
def test_a_path_names_its_section(path: str, section: str) -> None:
    assert section_of(path) == section
