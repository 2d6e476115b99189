"""What a thing is about, as one short text: what is compared when things are compared as wholes.

Titles and named skills find related postings better than whole texts do, for every embedder (docs/vectors.md): most of
a posting is about the employer, and models read a few hundred words at most.
"""

from collections.abc import Iterable, Iterator

from app.domain.text.career import Career
from app.domain.text.posting import Posting

_ENOUGH = 5


def posting_gist(posting: Posting) -> str:
    """Return title and keywords, the weightiest first; of a posting that names few, its duties and text too."""
    keywords = sorted(posting.parsed_keywords, key=lambda keyword: -keyword.weight)
    title, named = posting.title or "", ", ".join(keyword.keyword for keyword in keywords)
    rest = () if len(keywords) >= _ENOUGH else ("\n".join(posting.responsibilities), posting.description)
    # A title says what all the keywords together say, in three words of forty: it counts twice.
    return _lines((title, title, named, *rest))


def career_gist(career: Career) -> str:
    """Return headline, titles and skills, without name or contact; of a career that names few, its summary too."""
    skills = [skill.name for skill in career.skills if skill.category == "technical"]
    used = [technology for project in career.projects for technology in project.technologies]
    titles = ", ".join(role.title for role in career.experiences)
    rest = (
        () if len(skills) + len(used) >= _ENOUGH else (career.professional_summary, *(t for _, t in item_gists(career)))
    )
    return _lines((career.headline, titles, ", ".join(dict.fromkeys([*skills, *used])), *rest))


def item_gists(career: Career) -> Iterator[tuple[str, str]]:
    """Yield id and text of each role and project that says anything."""
    for role in career.experiences:
        if text := _lines((role.title, role.description, *role.achievements)):
            yield role.id, text
    for project in career.projects:
        if text := _lines((project.name, ", ".join(project.technologies), project.description)):
            yield project.id, text


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part.strip())
