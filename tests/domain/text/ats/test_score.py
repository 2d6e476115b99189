from dataclasses import replace
from random import Random

import pytest

from app.domain.text.ats import ats_score, target_stack_of
from app.domain.text.ats.report import AtsReport
from app.domain.text.career import Career, Education, Project, Skill
from app.domain.text.posting import Posting
from app.domain.text.skills import lexicon
from tests.domain.text.match.builders import (
    TODAY,
    keyword,
    make_career,
    make_posting,
    random_career,
    random_posting,
)

LEXICON = lexicon()
FIVE = tuple(keyword(name) for name in ("FastAPI", "Kafka", "Python", "Docker", "Kubernetes"))


def fresher() -> Career:
    return Career(
        id="p",
        projects=[
            Project(id="j1", name="Chat", description="Chat server in FastAPI", technologies=["Python", "Docker"]),
            Project(id="j2", name="Log", description="Streams logs", technologies=["Kafka"]),
        ],
        education=[Education(id="e", degree="BSc", field_of_study="Computer Science", honors=["Algorithms prize"])],
        skills=[Skill(id="s1", name="Python"), Skill(id="s2", name="AWS Cloud Practitioner", category="certification")],
    )


def parts(report: AtsReport) -> tuple[int, int, int, int]:
    one = report.score_breakdown
    return one.skills_match, one.project_impact, one.tools_frameworks, one.role_fit


@pytest.mark.parametrize("seed", range(2))
def test_parts_are_whole_bounded_and_sum_to_the_score(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - reproducible cases
    for _ in range(150):
        report = ats_score(
            random_career(random),
            random_posting(random),
            LEXICON,
            today=TODAY,
            candidate_level=random.choice(["fresher", "experienced"]),
            target_stack=random.choice([None, "Python, Docker", ["React", "Node.js"]]),
        )
        assert all(0 <= part <= 25 for part in parts(report))
        assert report.ats_score == sum(parts(report))
        assert {type(part) for part in parts(report)} == {int}
        assert all(0 <= one.points <= one.maximum for one in report.findings)
        assert len(report.suggestions) <= 8


def test_an_experienced_candidate_is_judged_on_impact_ownership_scale_and_architecture() -> None:
    report = ats_score(make_career(), make_posting(*FIVE), LEXICON, today=TODAY)
    names = [one.name for one in report.findings if one.part == "project_impact"]
    assert names == ["impact", "ownership", "scale", "architecture"]
    assert parts(report) == (20, 9, 20, 25)


def test_a_fresher_is_judged_on_projects_internships_fundamentals_and_learning() -> None:
    posting = make_posting(*FIVE, title="Junior Backend Engineer", seniority="junior", years_experience=None)
    career = fresher()
    report = ats_score(career, posting, LEXICON, today=TODAY, candidate_level="fresher")
    names = [one.name for one in report.findings if one.part == "project_impact"]
    assert names == ["projects", "internships", "fundamentals", "learning"]
    assert report.ats_score > ats_score(career, posting, LEXICON, today=TODAY).ats_score


def test_the_target_stack_is_what_tools_are_held_against() -> None:
    posting = make_posting(*FIVE)
    report = ats_score(make_career(), posting, LEXICON, today=TODAY, target_stack="k8s, Terraform; ansible,k8s")
    assert report.target_stack == ("Kubernetes", "Terraform", "Ansible")
    assert report.score_breakdown.tools_frameworks < 10
    assert report.missing_keywords == ("Ansible", "Terraform")


def test_a_stack_is_read_from_a_list_or_from_text() -> None:
    assert target_stack_of(["Python", "python3", " ", "a, b"], LEXICON) == ("Python", "a", "b")
    assert target_stack_of(None, LEXICON) == ()
    assert len(target_stack_of(",".join(f"tool{number}" for number in range(99)), LEXICON)) == 50


def test_a_posting_that_says_nothing_earns_next_to_nothing() -> None:
    report = ats_score(make_career(), Posting(), LEXICON, today=TODAY)
    assert report.score_breakdown.skills_match == 0
    assert report.score_breakdown.tools_frameworks == 0
    assert report.ats_score <= 10


def test_figures_raise_the_impact() -> None:
    career = make_career()
    job = career.experiences[0]
    plain = replace(job, achievements=["Built a FastAPI service", "Moved reporting to Kafka"])
    before = ats_score(make_career(experiences=[plain]), make_posting(*FIVE), LEXICON, today=TODAY)
    after = ats_score(career, make_posting(*FIVE), LEXICON, today=TODAY)
    assert after.score_breakdown.project_impact > before.score_breakdown.project_impact
