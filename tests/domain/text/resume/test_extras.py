"""Sections that are kept as lists: awards, publications, volunteering."""

from app.domain.text.resume import ParsedResume, parse_resume
from app.domain.text.skills import lexicon
from tests.domain.text.resume.reading import source_of

HEAD = (
    "Mira Sole\nmira@example.org\n\nExperience\nBaker, Golden Rye, Turin\n2019 - 2024\n- Baked 900 loaves a night\n\n"
)


def read(text: str) -> ParsedResume:
    return parse_resume(source_of(text), lexicon())


def test_numbered_lines_and_lines_that_begin_with_a_year_are_entries_of_their_own() -> None:
    custom = read(
        HEAD + "Patents\n"
        "1. A mould that keeps the steam of a loaf for as long as it needs it (EP 123)\n"
        "2. A cooling rack that turns itself while nobody looks, with a second\n"
        "motor for the nights (EP 124)\n\n"
        "Awards\n"
        "2021 Second place in the national championship of sourdough bakers\n"
        "2019 Finalist in the national championship of sourdough bakers\n"
    ).career.custom_fields
    assert custom["publications"] == [
        "1. A mould that keeps the steam of a loaf for as long as it needs it (EP 123)",
        "2. A cooling rack that turns itself while nobody looks, with a second motor for the nights (EP 124)",
    ]
    assert custom["awards"] == [
        "2021 Second place in the national championship of sourdough bakers",
        "2019 Finalist in the national championship of sourdough bakers",
    ]


def test_what_stands_below_a_dated_line_belongs_to_it() -> None:
    custom = read(
        HEAD + "Publications\n"
        "Rye at Scale: Hydration of Very Large Doughs    July 2023\n"
        "Mira Sole, Ugo Pane\n"
        "Journal of Crust\n"
        "Steam Without Regret    Dec 2022\n"
        "Ugo Pane, Mira Sole\n"
    ).career.custom_fields
    assert custom["publications"] == [
        "Rye at Scale: Hydration of Very Large Doughs · July 2023 · Mira Sole, Ugo Pane · Journal of Crust",
        "Steam Without Regret · Dec 2022 · Ugo Pane, Mira Sole",
    ]


def test_a_templates_own_notice_is_set_aside() -> None:
    parsed = read(
        HEAD + "Education\nDiploma in Baking, Hotel School Turin, 2015 - 2018\n"
        "(c) 2018 some template\nResume design 2018 · licensed under the MIT license\n"
    )
    assert [one.institution for one in parsed.career.education] == ["Hotel School Turin"]
    assert [one for one in parsed.unplaced if "template" in one or "licensed" in one] == [
        "(c) 2018 some template",
        "Resume design 2018 · licensed under the MIT license",
    ]
