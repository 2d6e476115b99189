"""What the candidate may call themselves: a title they have had, and the years in that line of work."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.regex import regex
from app.domain.text.career import Career
from app.domain.text.compose.demand import stems
from app.domain.text.compose.selection import Selection
from app.domain.text.compose.timeline import is_training, months_between
from app.domain.text.compose.units import role_units
from app.domain.text.compose.wording import calm_case, tidy
from app.domain.text.posting import Posting

_REMARK = regex(r"\s*[(\[][^)\]]*[)\]]|\s+[|–—]\s.*$|\s+-\s.*$|\s*[|•·].*$")
_LONGEST = 60
_LEAST_LETTERS = 2
_STILL_CALLED_YEARS = 4.0
_HEADLINE_WORDS = 6
_HEADLINE_SIGNS = regex(r"[|•·,;!/]| - | – |\b(?:seeking|looking|passionate|experienced|aspiring)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """A title of the candidate's, its fact, the months in its line of work and the facts that date them."""

    text: str
    fact_id: str
    months: int
    dated_by: tuple[str, ...]


def own_title(career: Career, posting: Posting, selection: Selection, today: date) -> OwnTitle | None:
    """Return the recent title that is closest to the posting's, the latest of equals; `None` where there is none."""
    wanted = set(stems(posting.title or ""))
    found: list[tuple[str, str]] = []
    for choice in selection.roles[:3]:
        job = career.experiences[choice.index]
        title = printed_title(job.title)
        if (
            title
            and not is_training(job)
            and (not found or selection.timeline.ages[choice.index] < _STILL_CALLED_YEARS)
        ):
            found.append((title, f"{job.id}:title"))
    headline = tidy(career.headline)
    held = {stem for title, _ in found for stem in stems(title)}
    plain = len(headline.split()) <= _HEADLINE_WORDS and not _HEADLINE_SIGNS.search(headline)
    if plain and held & set(stems(headline)):
        found.append((calm_case(headline), f"{career.id}:headline"))
    if not found:
        return None
    title, fact_id = max(found, key=lambda one: len(wanted & set(stems(one[0]))))
    months, dated_by = _years_as(title, career, selection, today)
    return OwnTitle(title, fact_id, months, dated_by)


def headline_of(career: Career, selection: Selection) -> str:
    """Return the latest title, to stand under the name where the profile has no headline; empty where none is plain."""
    if not selection.roles:
        return ""
    job = career.experiences[selection.roles[0].index]
    title = "" if is_training(job) else printed_title(job.title)
    return title if sum(map(str.isalpha, title)) >= _LEAST_LETTERS else ""


def printed_title(title: str) -> str:
    """Return a title without remarks in brackets or after a dash, and without shouting; empty where it is too long."""
    short = calm_case(_REMARK.sub("", tidy(title)).strip(" ,;:-"))
    return short if len(short) <= _LONGEST else ""


def _years_as(title: str, career: Career, selection: Selection, today: date) -> tuple[int, tuple[str, ...]]:
    """Count the roles with a word of the title, or with something that the posting asks for by name."""
    line = set(stems(title))
    demand = selection.demand
    jobs = []
    for job in career.experiences:
        if is_training(job) and not is_training_only(career):
            continue
        related = bool(line & set(stems(job.title))) or not line
        if related or any(demand.shown(unit).keywords for unit in role_units(job)):
            jobs.append(job)
    dated_by = [f"{job.id}:{name}" for job in jobs for name in ("start_date", "end_date") if getattr(job, name)]
    return months_between(jobs, today), tuple(dated_by)


def is_training_only(career: Career) -> bool:
    """Tell whether all roles were internships and the like."""
    return all(map(is_training, career.experiences))
