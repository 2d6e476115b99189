import json

import pytest

from app.domain.errors import ValidationError
from app.domain.text.career import Experience
from app.domain.text.document import Reason
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


def test_every_part_of_a_profile_is_read() -> None:
    career = career_from_plain(
        {
            "version": 3,
            "phone": 4312345,
            "experiences": [{"title": "Cook", "start_date": "2020", "is_current": False}],
            "projects": [{"name": "Menu", "technologies": ["Pen"], "start_date": "2021-02"}],
            "skills": [{"name": "Wine", "proficiency": "expert", "date_obtained": "2020", "category": ""}],
            "custom_fields": {"motto": "Salt", "awards": ["Star", 7], "nothing": None},
        }
    )
    assert (career.version, career.phone) == (3, "4312345")
    assert (career.experiences[0].id, career.experiences[0].is_current) == ("experiences.0", False)
    assert (career.projects[0].technologies, career.projects[0].start_date) == (["Pen"], "2021-02")
    assert (career.skills[0].category, career.skills[0].date_obtained) == ("technical", "2020")
    assert career.custom_fields == {"motto": "Salt", "awards": ["Star", "7"]}


def test_a_document_is_read_with_the_reasons_of_its_verdicts() -> None:
    content = content_from_plain(
        {
            "header": {"full_name": "Ada", "links": ["https://ada.example", {"url": "https://b.example"}]},
            "sections": [
                {
                    "kind": "summary",
                    "items": [
                        {
                            "item_id": None,
                            "end_date": None,
                            "sentences": [
                                {
                                    "text": "Won.",
                                    "verdict": "ungrounded",
                                    "reasons": [
                                        {"kind": "claim", "span": [0, 3], "message": "A claim"},
                                        {"kind": "date"},
                                    ],
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    )
    assert content.header.links == ["https://ada.example", "https://b.example"]
    (item,) = content.sections[0].items
    assert (item.item_id, item.end_date) == (None, None)
    assert item.sentences[0].reasons == [Reason("claim", (0, 3), "A claim"), Reason("date", (0, 0), "")]


def test_a_list_of_more_entries_than_anybody_has_is_refused() -> None:
    with pytest.raises(ValidationError) as error:
        career_from_plain({"skills": [{"name": "Wine"}] * 2_001})

    assert field_of(error) == "skills"
