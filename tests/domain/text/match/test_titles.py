import pytest

from app.domain.text.match.degrees import degree_level
from app.domain.text.match.formula import rank_share
from app.domain.text.match.titles import best_similarity, seniority_of, similarity, title_implies


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Senior Backend Engineer (m/f/d)", "Back-End Developer"),
        ("Site Reliability Engineer", "SRE"),
        ("Full Stack Developer", "Fullstack Engineer"),
        ("BI Analyst", "Business Intelligence Analyst"),
        ("Machine Learning Engineer", "ML Engineer"),
        ("Softwareentwicklerin", "Software Engineer"),
        ("Data Analyst (m/w/d)", "Datenanalyst*in"),
        ("Analista de Dados Sênior", "Data Analyst"),
        ("Développeuse backend", "Backend Developer"),
    ],
)
def test_titles_of_one_trade_are_the_same(first: str, second: str) -> None:
    assert similarity(first, second) == similarity(second, first) == 1.0


@pytest.mark.parametrize(
    ("first", "second", "least", "most"),
    [
        ("Backend Engineer", "Software Engineer", 0.6, 0.8),
        ("DevOps Engineer", "Site Reliability Engineer", 0.7, 0.95),
        ("Analytics Engineer", "Game Developer", 0.3, 0.49),
        ("Graphic Designer", "Product Designer", 0.5, 0.8),
        ("Nurse", "Backend Engineer", 0.0, 0.0),
        ("", "Backend Engineer", 0.0, 0.0),
        ("Senior", "Junior", 0.0, 0.0),
    ],
)
def test_neighbouring_titles_are_alike_in_part(first: str, second: str, least: float, most: float) -> None:
    assert least <= similarity(first, second) <= most
    assert similarity(first, second) == similarity(second, first)


def test_of_joined_titles_the_closest_counts() -> None:
    assert best_similarity("Site Reliability Engineer", "Founder & SRE & Team Lead") == 1.0


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Senior Backend Engineer", "senior"),
        ("Sr. Analyst", "senior"),
        ("Staff Engineer", "principal"),
        ("Staff Nurse", None),
        ("Product Manager", None),
        ("Engineering Manager", "manager"),
        ("Head of Design", "manager"),
        ("Assistant Manager", None),
        ("VP Engineering", "director"),
        ("Software Engineering Intern", "intern"),
        ("Junior Accountant", "junior"),
        ("Tech Lead", "lead"),
        ("Accountant", None),
        ("", None),
    ],
)
def test_a_title_states_its_rank_or_none(title: str, rank: str | None) -> None:
    assert seniority_of(title) == rank


def test_ranks_too_low_cost_more_than_ranks_too_high() -> None:
    assert [rank_share(distance) for distance in (-4, -2, -1, 0, 1, 2, 9)] == [0.0, 0.2, 0.6, 1.0, 0.95, 0.8, 0.5]
    assert rank_share(-0.5) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("title", "skill", "implied"),
    [
        ("Software Engineer", "Software Development", True),
        ("Senior Graphic Designer", "Graphic Design", True),
        ("Software Engineer", "Engineering", False),
        ("Data Analyst", "Data Engineering", False),
        ("Recruiter", "Recruiting", True),
        ("Designer", "", False),
    ],
)
def test_who_bears_a_title_does_its_trade(title: str, skill: str, implied: bool) -> None:
    assert title_implies(title, skill) is implied


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("B.Sc. Computer Science", "bachelor"),
        ("BA", "bachelor"),
        ("B.Tech in IT", "bachelor"),
        ("Bachelor's degree", "bachelor"),
        ("Bacharelado, Estatística", "bachelor"),
        ("Master of Science", "master"),
        ("M.S.", "master"),
        ("MBA", "master"),
        ("Dipl.-Ing. Maschinenbau", "master"),
        ("Diplom-Informatiker", "master"),
        ("PhD, after a Master of Arts", "phd"),
        ("Dr. rer. nat.", "phd"),
        ("Associate degree, H.R. Management", "associate"),
        ("High School Diploma", None),
        ("to be or not to be", None),
        ("ma", None),
        ("", None),
    ],
)
def test_degrees_are_told_by_their_level(text: str, level: str | None) -> None:
    assert degree_level(text) == level
