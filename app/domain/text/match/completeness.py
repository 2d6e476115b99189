"""How complete a profile is, section by section, with what is missing and why it matters."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.text.career import Career, Experience
from app.domain.text.counting import word_count

_ENOUGH_SKILLS = 6
_ENOUGH_STATEMENTS = 3
_SUMMARY_WORDS = 15


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a profile lacks: `gain` points once it is there, and why a reader looks for it."""

    field: str
    why: str
    gain: int


@dataclass(frozen=True, slots=True)
class SectionCompleteness:
    """Points of one section, of at most `maximum`; `missing` by gain."""

    name: str
    score: int
    maximum: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """`score` 0-100 is the sum over `sections`; `next_steps` are all that is missing, the largest gain first."""

    score: int
    sections: tuple[SectionCompleteness, ...]
    next_steps: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class _Wish:
    field: str
    points: int
    met: bool
    why: str


def completeness(career: Career) -> Completeness:
    """Return how complete `career` is. Without any role, projects and education carry what roles would."""
    sections = []
    for name, wishes in _wishes(career):
        missing = sorted((Missing(one.field, one.why, one.points) for one in wishes if not one.met), key=_by_gain)
        earned = sum(one.points for one in wishes if one.met)
        sections.append(SectionCompleteness(name, earned, sum(one.points for one in wishes), tuple(missing)))
    steps = sorted((one for section in sections for one in section.missing), key=_by_gain)
    return Completeness(sum(section.score for section in sections), tuple(sections), tuple(steps))


def _by_gain(one: Missing) -> tuple[int, str]:
    return -one.gain, one.field


def _wishes(career: Career) -> Iterator[tuple[str, list[_Wish]]]:
    technical = [one for one in career.skills if one.category == "technical" and one.name]
    yield (
        "contact",
        [
            _Wish("full_name", 4, bool(career.full_name), "A document needs a name on top."),
            _Wish("email", 5, bool(career.email), "Recruiters answer by e-mail; applicant systems file you under it."),
            _Wish("phone", 3, bool(career.phone), "Many first calls are made without an e-mail before."),
            _Wish("location", 3, bool(career.location), "Postings are filtered by place and time zone."),
            _Wish(
                "links",
                3,
                bool(career.linkedin or career.github or career.website),
                "Links let a reader check your work.",
            ),
        ],
    )
    yield (
        "summary",
        [
            _Wish(
                "headline", 4, bool(career.headline), "The headline is compared with the title of the posting first."
            ),
            _Wish(
                "professional_summary",
                6,
                word_count(career.professional_summary) >= _SUMMARY_WORDS,
                "Two or three sentences on top say what you are best at; it is what most readers read.",
            ),
        ],
    )
    yield "experience", _experience(career)
    yield (
        "education",
        [
            _Wish(
                "education", 8, bool(career.education), "Many postings ask for a degree or training, and filter by it."
            ),
            _Wish(
                "education.degree",
                4,
                bool(career.education) and all(one.degree for one in career.education),
                "Without the degree's name its level cannot be matched.",
            ),
        ],
    )
    yield (
        "skills",
        [
            _Wish("skills", 8, bool(technical), "Applicant systems search for skills by name."),
            _Wish(
                "skills.enough",
                6,
                len({one.name.casefold() for one in technical}) >= _ENOUGH_SKILLS,
                f"With {_ENOUGH_SKILLS} or more skills there is something to choose from for each posting.",
            ),
            _Wish(
                "skills.languages",
                4,
                any(one.category == "language" for one in career.skills),
                "Languages are asked for more often than they are stated.",
            ),
        ],
    )


def _experience(career: Career) -> list[_Wish]:
    roles, projects = career.experiences, career.projects
    statements = [text for job in roles for text in _statements(job)] + [
        one.description for one in projects if one.description
    ]
    dated = all(job.start_date and (job.end_date or job.is_current) for job in roles)
    return [
        _Wish(
            "experiences", 12, bool(roles or projects), "What you did is what a reader believes: add a role or project."
        ),
        _Wish(
            "experiences.dates",
            8,
            bool(roles or projects) and dated,
            "Years of experience are counted from start and end dates; a role without them counts as nothing.",
        ),
        _Wish(
            "experiences.title",
            4,
            bool(roles or projects) and all(job.title and job.company for job in roles),
            "Each role needs its title and employer to be compared with a posting.",
        ),
        _Wish(
            "experiences.achievements",
            10,
            len(statements) >= _ENOUGH_STATEMENTS and all(_statements(job) for job in roles),
            "Skills count most where a statement shows them in use; each role should have some.",
        ),
        _Wish(
            "experiences.results",
            8,
            any(any(sign.isdigit() for sign in text) for text in statements),
            "A figure (how many, how much, how often) makes a statement believable.",
        ),
    ]


def _statements(job: Experience) -> list[str]:
    return [text for text in (job.description, *job.achievements) if text.strip()]
