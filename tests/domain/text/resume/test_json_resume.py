import json
from pathlib import Path

import jsonschema
import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Career, Education, Experience, Project, Skill
from app.domain.text.resume import career_to_json_resume, parse_json_resume
from app.domain.text.resume.json_resume import KEPT, join_kept
from app.domain.text.resume.json_resume_form import in_form
from tests.domain.text.resume.conftest import DATA

DOCUMENT: dict[str, object] = {
    "$schema": "https://example.org/schema.json",
    "basics": {
        "name": "Mira Okafor",
        "label": "Chef de cuisine",
        "email": "mira@example.com",
        "url": "https://mira.example",
        "location": {"city": "Lyon", "region": "Rhône", "countryCode": "FR", "postalCode": "69002"},
        "profiles": [
            {"network": "GitHub", "username": "mira"},
            {"network": "Mastodon", "username": "mira", "url": "https://social.example/@mira"},
        ],
    },
    "work": [
        {"name": "Le Fanal", "position": "Chef", "startDate": "2019", "highlights": ["Led 9 cooks"], "x-brigade": 9},
        {"name": "Maison Roux", "position": "Sous-chef", "startDate": "2015-04", "endDate": "2018-12-24"},
    ],
    "skills": [{"name": "Kitchen", "level": "expert", "keywords": ["HACCP", "Menu planning"]}, {"name": "Wine"}],
    "volunteer": [{"organization": "Soup Kitchen", "position": "Cook", "startDate": "2020"}],
    "meta": {"version": "v1.0.0"},
    "pets": ["one cat"],
}


def schema() -> dict[str, object]:
    path = DATA / "jsonresume" / "schema.json"
    if not path.exists():
        pytest.skip("no shared data")
    loaded: dict[str, object] = json.loads(path.read_text())
    return loaded


def test_every_field_of_a_document_comes_back() -> None:
    parsed = parse_json_resume(DOCUMENT)
    assert parsed.unplaced == []
    assert career_to_json_resume(parsed.career) == DOCUMENT


def test_a_document_is_read_as_a_career() -> None:
    career = parse_json_resume(DOCUMENT).career
    assert (career.full_name, career.headline, career.location) == ("Mira Okafor", "Chef de cuisine", "Lyon, Rhône")
    assert career.github == "https://github.com/mira"
    assert career.experiences[0] == Experience(
        title="Chef", company="Le Fanal", start_date=PartialDate("2019"), is_current=True, achievements=["Led 9 cooks"]
    )
    assert [skill.name for skill in career.skills] == ["HACCP", "Menu planning", "Wine"]
    assert career.custom_fields["volunteering"] == ["Cook, Soup Kitchen (2020)"]
    assert career.custom_fields["pets"] == ["one cat"]


def test_a_changed_item_is_written_as_it_is_now_and_the_others_as_they_were() -> None:
    career = parse_json_resume(DOCUMENT).career
    career.experiences[0].title = "Head chef"
    career.skills.pop(0)
    work = career_to_json_resume(career)["work"]
    assert work == [
        {"name": "Le Fanal", "position": "Head chef", "startDate": "2019", "highlights": ["Led 9 cooks"]},
        {"name": "Maison Roux", "position": "Sous-chef", "startDate": "2015-04", "endDate": "2018-12-24"},
    ]
    assert career_to_json_resume(career)["skills"] == [
        {"name": "Kitchen", "level": "expert", "keywords": ["Menu planning"]},
        {"name": "Wine"},
    ]


def test_a_removed_section_does_not_come_back() -> None:
    career = parse_json_resume(DOCUMENT).career
    del career.custom_fields["volunteering"]
    assert "volunteer" not in career_to_json_resume(career)


def test_a_role_of_unknown_end_is_not_made_to_last() -> None:
    career = Career(experiences=[Experience(title="Cook", company="Inn", start_date=PartialDate("2010"))])
    written = career_to_json_resume(career)
    assert parse_json_resume(written).career == career


def test_a_career_with_all_fields_is_valid_and_comes_back() -> None:
    career = Career(
        full_name="Mira Okafor",
        email="mira@example.com",
        location="Lyon, FR",
        linkedin="https://linkedin.com/in/mira",
        education=[
            Education(institution="Institut Lyfe", degree="BTS", field_of_study="Cuisine", honors=["Mention bien"])
        ],
        skills=[
            Skill(name="HACCP"),
            Skill(category="language", name="Français", proficiency="C2"),
            Skill(
                category="certification",
                name="Allergens",
                issuer="CCI",
                date_obtained=PartialDate("2021-03"),
                credential_id="77",
            ),
        ],
        custom_fields={"awards": ["Bib Gourmand 2019"], "hobbies": ["Bees"]},
    )
    written = career_to_json_resume(career)
    jsonschema.Draft7Validator(schema()).validate(written)
    again = parse_json_resume(written).career
    again.custom_fields.pop(KEPT)
    assert again == career


@pytest.mark.parametrize(
    "broken",
    [
        {"basics": {"name": ["Jane"], "email": 42, "profiles": {"network": "x"}}, "work": "none", "education": {}},
        {
            "work": [{"startDate": "soon", "endDate": "2020-13", "highlights": [{"a": 1}, None, 3]}],
            "skills": ["Python", 3],
        },
        {"basics": None, "work": [None, 7, []], "projects": [[]], "languages": [{"name": "English"}]},
    ],
)
def test_broken_documents_are_read_as_far_as_they_go(broken: dict[str, object]) -> None:
    parsed = parse_json_resume(broken)
    written = career_to_json_resume(parsed.career)
    jsonschema.Draft7Validator(schema()).validate(written)


def test_what_does_not_fit_is_named() -> None:
    parsed = parse_json_resume({"work": [{"name": "Inn", "startDate": "soon"}]})
    assert parsed.unplaced == ["work.0.startDate: soon"]
    assert parsed.career.experiences == [Experience(company="Inn")]


@pytest.mark.parametrize("path", sorted((DATA / "jsonresume").glob("[!s]*.json")), ids=lambda path: path.stem)
def test_published_documents_come_back_whole_and_valid(path: Path) -> None:
    data = json.loads(path.read_text())
    if "basics" not in data:
        pytest.skip("no resume")
    document = in_form(data)[0]
    written = career_to_json_resume(parse_json_resume(data).career)
    jsonschema.Draft7Validator(schema()).validate(written)
    assert {"$schema": written["$schema"], **document} == written


FULL: dict[str, object] = {
    "basics": {
        "name": "Jonas Weber",
        "location": {"address": "Lindenweg 4, Köln"},
        "profiles": [{"network": "LinkedIn", "username": "jweber"}, {"network": "Twitter", "username": "jweber"}],
    },
    "work": [{"name": "Stadtwerke", "position": "Elektriker", "startDate": "2015", "isCurrent": False}],
    "education": [
        {
            "institution": "HTW Berlin", "area": "Elektrotechnik", "studyType": "B.Eng.", "startDate": "2010",
            "endDate": "2014", "score": "1,7", "courses": ["Netze", "Regelung"], "honors": ["cum laude"],
        }
    ],
    "projects": [
        {
            "name": "Zähler", "description": "Liest Zähler aus.", "highlights": ["300 Haushalte"], "keywords": ["Rust"],
            "startDate": "2020-02", "endDate": "2020-05", "url": "https://zaehler.example",
        }
    ],
    "certificates": [{"name": "VEFK", "issuer": "TÜV", "date": "2019-04-01", "credentialId": "9"}],
    "languages": [{"language": "Deutsch", "fluency": "Muttersprache"}],
    "interests": [{"name": "Modellbau", "keywords": ["Schiffe", "Züge"]}],
    "awards": [{"title": "Meisterpreis", "awarder": "HWK", "date": "2018", "summary": "Bester seines Jahrgangs"}],
    "references": [{"name": "Eva Kurz", "reference": "Immer pünktlich."}],
    "motto": "Strom ist kein Spielzeug.",
}  # fmt: skip


def test_every_section_of_a_document_is_read_and_comes_back() -> None:
    parsed = parse_json_resume(FULL)
    career = parsed.career
    assert parsed.unplaced == []
    assert career_to_json_resume(career) | FULL == career_to_json_resume(career)
    assert (career.full_name, career.location) == ("Jonas Weber", "Lindenweg 4, Köln")
    assert career.linkedin == "https://www.linkedin.com/in/jweber"
    assert career.experiences == [
        Experience(title="Elektriker", company="Stadtwerke", start_date=PartialDate("2015"), is_current=False)
    ]
    assert career.education == [
        Education(
            institution="HTW Berlin", degree="B.Eng.", field_of_study="Elektrotechnik", start_date=PartialDate("2010"),
            end_date=PartialDate("2014"), gpa="1,7", honors=["cum laude"],
        )
    ]  # fmt: skip
    assert career.projects == [
        Project(
            name="Zähler", description="Liest Zähler aus.\n300 Haushalte", technologies=["Rust"],
            start_date=PartialDate("2020-02"), end_date=PartialDate("2020-05"), url="https://zaehler.example",
        )
    ]  # fmt: skip
    assert career.skills == [
        Skill(category="language", name="Deutsch", proficiency="Muttersprache"),
        Skill(
            category="certification",
            name="VEFK",
            issuer="TÜV",
            date_obtained=PartialDate("2019-04-01"),
            credential_id="9",
        ),
    ]
    custom = {key: value for key, value in career.custom_fields.items() if key != KEPT}
    assert custom == {
        "coursework": ["HTW Berlin: Netze", "HTW Berlin: Regelung"],
        "interests": ["Modellbau: Schiffe, Züge"],
        "awards": ["Meisterpreis, HWK (2018): Bester seines Jahrgangs"],
        "references": ["Eva Kurz: Immer pünktlich."],
        "motto": ["Strom ist kein Spielzeug."],
    }


def test_what_was_taken_out_of_a_career_does_not_come_back() -> None:
    career = parse_json_resume(FULL).career
    career.full_name, career.linkedin, career.projects = "", "", []
    career.custom_fields["awards"] = ["Meisterpreis"]
    written = career_to_json_resume(career)
    assert written["basics"] == {
        "location": {"address": "Lindenweg 4, Köln"},
        "profiles": [{"network": "Twitter", "username": "jweber"}],
    }
    assert "projects" not in written
    assert written["awards"] == [{"title": "Meisterpreis"}]
    career.skills = []
    assert career_to_json_resume(career).keys().isdisjoint({"languages", "certificates"})


def test_a_skill_group_that_lost_all_its_skills_is_gone() -> None:
    career = parse_json_resume({"skills": [{"name": "Kitchen", "keywords": ["HACCP"]}, {"name": "Wine"}]}).career
    career.skills = [skill for skill in career.skills if skill.name != "HACCP"]
    assert career_to_json_resume(career)["skills"] == [{"name": "Wine"}]


def test_a_kept_document_that_is_no_json_is_passed_over() -> None:
    written = career_to_json_resume(Career(full_name="Ada", custom_fields={KEPT: "{"}))
    assert written["basics"] == {"name": "Ada"}


def test_two_kept_documents_join_and_the_first_wins_where_they_differ() -> None:
    mine = '{"meta":{"version":"1"},"work":[{"name":"Inn"}]}'
    theirs = '{"meta":{"version":"2"},"work":[{"name":"Inn"},{"name":"Bar"}],"pets":["cat"]}'
    assert json.loads(join_kept(mine, theirs)) == {
        "meta": {"version": "1"},
        "work": [{"name": "Inn"}, {"name": "Bar"}],
        "pets": ["cat"],
    }


@pytest.mark.parametrize(
    ("data", "document", "rest"),
    [
        (
            {"work": [{"name": "Inn", "highlights": "Cooked"}]},
            {"work": [{"name": "Inn", "highlights": ["Cooked"]}]},
            [],
        ),
        (
            {"work": [{"company": "Inn", "title": "Cook"}], "languages": [{"name": "English", "level": "C1"}]},
            {"work": [{"name": "Inn", "position": "Cook"}], "languages": [{"language": "English", "fluency": "C1"}]},
            [],
        ),
        ({"skills": ["Rye"]}, {"skills": [{"name": "Rye"}]}, []),
        ({"pets": {"cat": {"name": "Tom", "age": None}, "dog": None}}, {"pets": {"cat": {"name": "Tom"}}}, []),
        ({"pets": {"cat": None}}, {}, []),
        ({"pets": [1] * 501}, {}, ["pets: " + str([1] * 501)[:500]]),
        ({"pets": {"a": object()}}, {}, ["pets.a: …"]),
        ({"basics": {"email": "nobody"}}, {}, ["basics.email: nobody"]),
        ({"work": [{"startDate": "2020-01-01T00:00:00Z"}]}, {"work": [{"startDate": "2020-01-01"}]}, []),
    ],
)
def test_what_careless_writers_write_is_brought_into_form(
    data: dict[str, object], document: dict[str, object], rest: list[str]
) -> None:
    assert in_form(data) == (document, rest)
