import json

import pytest

from app.domain.errors import ValidationError
from app.domain.text.career import Experience
from app.domain.text.plain import career_from_plain, content_from_plain


def field_of(error: pytest.ExceptionInfo[ValidationError]) -> str:
    return str(error.value.details["fields"][0]["field"])  # type: ignore[index]


def test_a_profile_is_read_with_its_unknown_keys_ignored_and_missing_keys_empty() -> None:
    career = career_from_plain(
        {
            "id": "p",
            "user_id": "u",
            "created_at": "2026-01-01T00:00:00Z",
            "experiences": [{"id": "e1", "title": "Cook", "start_date": "2020-02", "end_date": None, "extra": {}}],
            "skills": None,
        }
    )

    assert career.experiences == [
        Experience(id="e1", title="Cook", start_date=career.experiences[0].start_date, is_current=True)
    ]
    assert (career.experiences[0].start_date, career.skills, career.full_name) == ("2020-02", [], "")


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        ([], "body"),
        ("profile", "body"),
        ({"full_name": ["a"]}, "full_name"),
        ({"version": "two"}, "version"),
        ({"version": True}, "version"),
        ({"experiences": {}}, "experiences"),
        ({"experiences": ["x"]}, "experiences.0"),
        ({"experiences": [{"start_date": "02/2020"}]}, "experiences.0.start_date"),
        ({"experiences": [{"start_date": "2020-13"}]}, "experiences.0.start_date"),
        ({"experiences": [{"achievements": [None]}]}, "experiences.0.achievements.0"),
        ({"experiences": [{"is_current": "yes"}]}, "experiences.0.is_current"),
        ({"skills": [{"category": "magic"}]}, "skills.0.category"),
        ({"custom_fields": {"awards": [{}]}}, "custom_fields.awards.0"),
        ({"headline": "a\ud800b"}, "headline"),
        ({"headline": "x" * 200_000}, "headline"),
    ],
)
def test_a_wrong_type_in_a_profile_is_named(plain: object, field: str) -> None:
    with pytest.raises(ValidationError) as error:
        career_from_plain(plain)

    assert field_of(error) == field


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        (None, "body"),
        ({"document_type": "novel"}, "document_type"),
        ({"header": "x"}, "header"),
        ({"sections": [{"kind": "poem"}]}, "sections.0.kind"),
        ({"sections": [{"items": [{"sentences": [{"text": {}}]}]}]}, "sections.0.items.0.sentences.0.text"),
        (
            {"sections": [{"items": [{"sentences": [{"source_ids": "e"}]}]}]},
            "sections.0.items.0.sentences.0.source_ids",
        ),
        (
            {"sections": [{"items": [{"sentences": [{"reasons": [{"span": [1, "2"]}]}]}]}]},
            "sections.0.items.0.sentences.0.reasons.0.span",
        ),
    ],
)
def test_a_wrong_type_in_a_document_is_named(plain: object, field: str) -> None:
    with pytest.raises(ValidationError) as error:
        content_from_plain(plain)

    assert field_of(error) == field


def test_an_open_end_is_told_from_an_unstated_one() -> None:
    sections = [{"kind": "experience", "items": [{"start_date": "2020", "end_date": None}, {"start_date": "2020"}]}]

    items = content_from_plain(json.loads(json.dumps({"sections": sections}))).sections[0].items

    assert [item.end_date for item in items] == [None, ""]
