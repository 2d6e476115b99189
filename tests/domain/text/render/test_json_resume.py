import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from app.domain.errors import UnprocessableError
from app.domain.text.document import Item, Sentence
from app.domain.text.render.json_resume import render_json_resume
from tests.render_profiles import PROFILES, RIGHT_TO_LEFT, academic, fresher, letter, make_resume, section, senior

RESUMES = [name for name in [*PROFILES, *RIGHT_TO_LEFT] if "letter" not in name]


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    beside = Path(__file__).parents[4].parent / "shared" / "data"
    folder = beside if beside.is_dir() else Path(os.environ.get("JOBWISE_SHARED_DATA", beside))  # noqa: TID251
    path = folder / "jsonresume" / "schema.json"
    if not path.is_file():
        pytest.skip("the JSON Resume schema is not here")
    return Draft7Validator(json.loads(path.read_text()), format_checker=FormatChecker())


@pytest.mark.parametrize("profile", RESUMES)
def test_every_resume_fits_the_schema(profile: str, schema: Draft7Validator) -> None:
    document = json.loads(render_json_resume((PROFILES | RIGHT_TO_LEFT)[profile]()))
    assert [error.message for error in schema.iter_errors(document)] == []


def test_a_resume_keeps_its_fields() -> None:
    document = json.loads(render_json_resume(fresher()))
    del document["$schema"]
    assert document == {
        "basics": {"name": "Rahul Menon", "email": "someone@example.com", "phone": "+44 20 7946 0958"},
        "education": [
            {
                "institution": "National Institute of Technology",
                "studyType": "B.Tech",
                "area": "Computer Science",
                "startDate": "2022",
                "endDate": "2026",
                "courses": ["CGPA 8.7"],
            }
        ],
        "projects": [
            {
                "name": "Attendance by face recognition",
                "url": "https://github.com/rmenon/attendance",
                "startDate": "2025-08",
                "highlights": ["Trained a small network on 1,200 photographs; 96 % of 40 classmates recognised."],
            }
        ],
        "skills": [{"name": "Python"}, {"name": "C++"}, {"name": "SQL"}, {"name": "Git"}],
        "languages": [{"language": "English"}, {"language": "Hindi"}, {"language": "Malayalam"}],
    }


def test_a_current_role_has_no_end_and_networks_are_named() -> None:
    document = json.loads(render_json_resume(senior()))
    assert "endDate" not in document["work"][0]
    assert [profile["network"] for profile in document["basics"]["profiles"]] == ["LinkedIn", "GitHub"]
    assert document["skills"][0] == {"name": "Languages", "keywords": ["Python", "Go", "SQL", "TypeScript"]}


def test_sections_of_the_users_own_are_kept() -> None:
    document = json.loads(render_json_resume(academic()))
    assert [section["title"] for section in document["custom"]] == ["Publications", "Teaching"]
    assert len(document["custom"][0]["entries"][0]["highlights"]) == 24
    assert document["custom"][1]["entries"] == [
        {"title": "Visiting Lecturer", "organization": "University of Lagos", "startDate": "2020", "endDate": "2021"}
    ]


def test_a_letter_has_no_such_form() -> None:
    with pytest.raises(UnprocessableError):
        render_json_resume(letter())


def test_further_links_certificates_without_fields_and_single_entries_are_kept() -> None:
    content = make_resume(
        "Ida Holm",
        section("skills", Item(title="Welding"), Item(title="Tools", sentences=[Sentence(text="TIG")])),
        section("languages", Item(sentences=[Sentence(text="German (C1)"), Sentence(text="Welsh")])),
        section("certifications", Item(sentences=[Sentence(text="ISO 9606-1")])),
        section(
            "certifications",
            Item(title="First aid", organization="Red Cross", end_date="2024-05", url="https://redcross.example/7"),
        ),
    )
    content.header.links = ["ida.example", "https://shop.example/ida", "linkedin.com/in/ida"]
    document = json.loads(render_json_resume(content))
    assert document["basics"]["url"] == "https://ida.example"
    assert document["basics"]["profiles"] == [
        {"network": "shop.example", "url": "https://shop.example/ida"},
        {"network": "LinkedIn", "username": "ida", "url": "https://linkedin.com/in/ida"},
    ]
    assert document["skills"] == [{"name": "Welding"}, {"name": "Tools", "keywords": ["TIG"]}]
    assert document["languages"] == [{"language": "German", "fluency": "C1"}, {"language": "Welsh"}]
    assert document["certificates"] == [
        {"name": "ISO 9606-1"},
        {"name": "First aid", "issuer": "Red Cross", "date": "2024-05", "url": "https://redcross.example/7"},
    ]
