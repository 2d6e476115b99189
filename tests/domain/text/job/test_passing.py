"""A name dropped in passing is no demand; the same name asked for is one."""

import pytest

from app.domain.text.job import parse_posting
from app.domain.text.skills import lexicon

FRAME = """\
{title}
Company: {company}

## What you will do
- {duty}

## Requirements
- {demand}
- Fluency in Kotlin, Gradle, PostgreSQL, Redis and Terraform
"""


def keywords(
    demand: str = "Bring your laptop", duty: str = "Ship", title: str = "Ferry Planner", company: str = "Nordlys AS"
) -> set[str]:
    text = FRAME.format(title=title, company=company, duty=duty, demand=demand)
    return {keyword.keyword for keyword in parse_posting(text, lexicon()).parsed_keywords}


@pytest.mark.parametrize(
    ("demand", "skill"),
    [
        ("Hands-on experience with automation of harbour cranes", "Automation"),
        ("Knowledge of open source licensing and accessibility", "Accessibility"),
        ("P&L experience", "Profit and Loss"),
        ("Automation", "Automation"),
        ("Proven track record in retrospectives", "Retrospectives"),
        ("Gute Kenntnisse in Barrierefreiheit", "Accessibility"),
        ("Customer service in three languages, at the counter and on the phone", "Customer Service"),
    ],
)
def test_wording_that_names_it_makes_a_demand(demand: str, skill: str) -> None:
    assert skill in keywords(demand)


@pytest.mark.parametrize(
    ("demand", "skill"),
    [
        ("You care about accessibility as much as about looks", "Accessibility"),
        ("Comfort in an environment that values automation over heroics", "Automation"),
        ("You have seen startups from the inside", "Startups"),
        ("Curious about the product roadmap and ready to question it", "Product Roadmap"),
        ("Bachelor's degree in computer science or a related field", "Computer Science"),
        ("Sound computer science foundations", "Computer Science"),
        ("Experience with Docker, Kubernetes and other container orchestration platforms", "Container Orchestration"),
        ("Experience with version control (Git, Perforce)", "Version Control"),
        ("Sense for data quality, security and governance", "Corporate Governance"),
    ],
)
def test_a_word_in_passing_makes_none(demand: str, skill: str) -> None:
    assert skill not in keywords(demand)


def test_what_other_departments_do_is_not_asked_for_in_a_duty() -> None:
    assert "Procurement" not in keywords(duty="Answer questions that procurement and finance raise every quarter")


def test_the_title_vouches_for_its_words() -> None:
    duty = "Look after procurement for the whole fleet, from paint to propellers"
    assert "Procurement" in keywords(duty=duty, title="Head of Procurement")


def test_an_employer_does_not_ask_for_itself() -> None:
    duty = "Explain Terraform modules to those who know Grafana and Prometheus"
    assert "Grafana" in keywords(duty=duty, demand="Deep experience with Grafana", company="Grafana")
    assert "Grafana" not in keywords(demand="You believe in what Grafana, Inc. stands for", company="Grafana, Inc.")


def test_a_posting_of_few_words_keeps_what_it_names() -> None:
    text = "Harbour clerk\n\n## What you will do\n- Prepare our product roadmap and our retrospectives every month"
    posting = parse_posting(text, lexicon())
    assert {keyword.keyword for keyword in posting.parsed_keywords} == {"Product Roadmap", "Retrospectives"}


@pytest.mark.parametrize(
    ("demand", "skills"),
    [
        ("Erfahrung mit Datenmodellierung, Datenarchitekturen und Datenqualität", ("Data Modeling", "Data Quality")),
        ("코드 리뷰와 리팩토링, 단위 테스트 경험", ("Code Review", "Refactoring", "Unit Testing")),
        ("コードレビューと単体テストの経験", ("Code Review", "Unit Testing")),
        ("Experience in SQL performance tuning", ("Query Optimization",)),
    ],
)
def test_names_in_other_languages_and_other_words(demand: str, skills: tuple[str, ...]) -> None:
    assert set(skills) <= keywords(demand)
