from dataclasses import replace

from app.domain.text.career import Career, Project, Skill
from app.domain.text.match.completeness import completeness
from app.domain.text.match.quick import quick_analysis
from app.domain.text.skills import lexicon
from tests.domain.text.match.builders import TODAY, keyword, make_career, make_posting


def full() -> Career:
    career = make_career(
        email="ada@example.org",
        phone="+43 1 2345678",
        location="Wien",
        github="github.com/ada",
        professional_summary="Backend engineer. " + "Builds services in Python that many people use every day. " * 2,
    )
    career.skills += [Skill(id=f"t{number}", name=f"Tool {number}") for number in range(6)]
    return career


def test_nothing_is_missing_from_a_full_profile() -> None:
    result = completeness(full())
    assert (result.score, result.next_steps) == (100, ())
    assert sum(section.maximum for section in result.sections) == 100


def test_an_empty_profile_is_told_what_matters_most_first() -> None:
    result = completeness(Career())
    assert result.score == 0
    assert result.next_steps[0].field == "experiences"
    assert sum(step.gain for step in result.next_steps) == 100


def test_a_role_without_dates_is_named_with_the_reason() -> None:
    career = full()
    career.experiences[1] = replace(career.experiences[1], start_date=None)
    result = completeness(career)
    assert [(step.field, step.gain) for step in result.next_steps] == [("experiences.dates", 8)]
    assert "counted" in result.next_steps[0].why


def test_projects_stand_in_for_roles() -> None:
    projects = [Project(id=f"j{n}", name="App", description=f"Serves {n} users") for n in range(3)]
    career = replace(full(), experiences=[], projects=projects)
    assert completeness(career).score == 100


def test_a_quick_analysis_is_a_tenth_of_the_match_score() -> None:
    posting = make_posting(*(keyword(name) for name in ("FastAPI", "Kafka", "Python", "Docker", "Rust")))
    result = quick_analysis(make_career(), posting, lexicon(), today=TODAY)
    assert result.relevance_score == result.report.score / 10
    assert result.missing_keywords == ("Rust",)
    assert 0 < len(result.recommended_improvements) <= 8
    assert any(text.startswith("Rust (required) is not shown") for text in result.recommended_improvements)
