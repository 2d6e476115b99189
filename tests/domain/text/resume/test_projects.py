"""Projects, in the ways in which people set them."""

import pytest

from app.domain.partial_date import PartialDate
from app.domain.text.career import Project
from app.domain.text.resume import parse_resume
from app.domain.text.skills import lexicon
from tests.domain.text.resume.reading import source_of

PROJECTS: dict[str, tuple[str, list[Project]]] = {
    "a list with one project a bullet": (
        """
        - Tide Clock: shows the tide for any harbour https://tide.example
        - Bread Map (Python, Flask): a map of bakeries
        - Seed Library | runs the seed library of the town
        - Repaired the church organ
        - Wrote and set the yearbook of the whole village, which tells of every birth and death
        """,
        [
            Project(name="Tide Clock", url="https://tide.example", description="shows the tide for any harbour"),
            Project(name="Bread Map", description="a map of bakeries", technologies=["Python", "Flask"]),
            Project(name="Seed Library", description="runs the seed library of the town"),
            Project(
                name="Repaired the church organ",
                description="Wrote and set the yearbook of the whole village, which tells of every birth and death",
            ),
        ],
    ),
    "a long line alone is its own name": (
        "- Wrote and set the yearbook of the whole village, which tells of every birth and death",
        [Project(name="Wrote and set the yearbook of the whole village, which tells of every birth and death")],
    ),
    "head, technologies, a word for the link, and text": (
        """
        Tide Clock
        Technologies: Rust, SVG
        View demo
        Shows the tide for any harbour.
        - Used by 300 sailors
        """,
        [
            Project(
                name="Tide Clock",
                technologies=["Rust", "SVG"],
                description="Shows the tide for any harbour.\nUsed by 300 sailors",
            )
        ],
    ),
    "head with dates, address and technologies in rows of their own": (
        (
            "Harbour Watch   2020 - 2021\ngithub.com/ada/harbour-watch\nBuilt with: Go, Kafka\n"
            "A dashboard of ships that wait outside the harbour\n- Read 40,000 AIS messages a minute"
        ),
        [
            Project(
                name="Harbour Watch",
                url="github.com/ada/harbour-watch",
                technologies=["Go", "Kafka"],
                start_date=PartialDate("2020"),
                end_date=PartialDate("2021"),
                description="A dashboard of ships that wait outside the harbour\nRead 40,000 AIS messages a minute",
            )
        ],
    ),
    "technologies behind a colon, among the bullets, and in a second project": (
        """
        Bread Map: Python, Django, PostgreSQL
        - Lists 900 bakeries
        - Tech stack: Redis, Celery
        Seed Library | Excel, Access
        - Lends 400 kinds of seed
        """,
        [
            Project(
                name="Bread Map",
                technologies=["Python", "Django", "PostgreSQL", "Redis", "Celery"],
                description="Lists 900 bakeries",
            ),
            Project(name="Seed Library", technologies=["Excel", "Access"], description="Lends 400 kinds of seed"),
        ],
    ),
    "sentences with bullets below": (
        """
        Built a small weather station for the roof of our school, which sends its figures out hourly.
        - Soldered twelve boards
        """,
        [
            Project(
                name="Built a small weather station for the roof of our school, which sends its figures out hourly.",
                description="Soldered twelve boards",
            )
        ],
    ),
    "one project a line, each behind a dash": (
        """
        Tide Clock – shows the tide for any harbour
        Seed Library – lends and collects the seeds of a whole town
        """,
        [
            Project(name="Tide Clock", description="shows the tide for any harbour"),
            Project(name="Seed Library", description="lends and collects the seeds of a whole town"),
        ],
    ),
    "only dates and bullets": (
        """
        2021
        - Tide Clock
        - Used by 300 sailors
        """,
        [
            Project(
                name="Tide Clock",
                description="Used by 300 sailors",
                start_date=PartialDate("2021"),
                end_date=PartialDate("2021"),
            )
        ],
    ),
}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_is_read_whole(name: str) -> None:
    text, expected = PROJECTS[name]
    career = parse_resume(source_of(f"Projects\n{text.strip()}"), lexicon()).career
    assert career.projects == expected
