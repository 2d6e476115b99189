"""What is written where a narrower choice would show less than the untailored resume."""

from dataclasses import replace

from app.domain.text.career import Career, Project, Skill
from app.domain.text.compose.widening import widened, with_own_summary
from app.domain.text.document import Content, Item, Section, Sentence
from tests.domain.text.compose.cases import developer, posting, write


def whole() -> Career:
    """Return the developer with more skills, a project and awards than one page takes."""
    career = developer()
    career.skills += [Skill(id=f"k{number}", name=f"Craft {number}") for number in range(40)]
    career.skills.append(Skill(id="l9", category="language", name="Danish"))
    career.projects = [Project(id="r1", name="Tide clock", description="Shows the tide. Built with Docker.")]
    career.custom_fields = {"awards": ["Golden loaf"], "empty": ""}
    return career


def test_a_wide_selection_leaves_nothing_out_and_begins_with_what_is_asked_for() -> None:
    career = whole()
    selection = widened(write(career, posting()).selection, career)
    told = [unit.text for choice in selection.roles for unit in choice.units]
    assert sorted(told) == sorted(text for job in career.experiences for text in job.achievements)
    assert selection.roles[0].units[0].text == "Built payment services in Python and Docker for 2 million users"
    assert [unit.text for unit in selection.projects[0].units] == ["Shows the tide. Built with Docker."]
    named = [item.text for row in selection.skills for item in row.items]
    assert {f"Craft {number}" for number in range(40)} <= set(named)
    assert "Danish" not in named
    assert len(named) == len(set(named))
    assert [choice.key for choice in selection.custom] == ["awards"]
    assert all(piece.chosen for piece in selection.pieces)


def test_nothing_is_added_to_a_list_of_skills_that_is_whole() -> None:
    career = developer()
    selection = write(career, posting()).selection
    assert [row for row in widened(selection, career).skills if row not in selection.skills] == []


def test_one_s_own_summary_follows_the_composed_one_once() -> None:
    career = replace(developer(), professional_summary="Builds payment services. Likes Python")
    composed = [
        Sentence(text="Developer with over 10 years of experience.", source_ids=["job1:title"]),
        Sentence(text="Likes Python.", source_ids=["p:professional_summary"]),
    ]
    skills = Section(kind="skills", items=[Item(sentences=[Sentence(text="Python", source_ids=["s3:name"])])])
    content = Content(
        document_type="resume", sections=[Section(kind="summary", items=[Item(sentences=composed)]), skills]
    )
    summary, kept = with_own_summary(content, career).sections
    assert [sentence.text for sentence in summary.items[0].sentences] == [
        "Developer with over 10 years of experience.",
        "Builds payment services.",
        "Likes Python.",
    ]
    assert kept == skills
