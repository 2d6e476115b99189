"""A job page as values, and the posting it amounts to."""

from dataclasses import dataclass, replace

from app.domain.text.job.parse import parse_posting
from app.domain.text.posting import EmploymentType, Posting, Salary, Workplace
from app.domain.text.skills import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class JobPage:
    """What a page says of a job in fields of its own; `text` is the description as plain text with marked lists.

    Headings in `text` are lines that begin with `# `, list items lines that begin with `- `. Dates are `YYYY-MM-DD`.
    `others` counts the further postings of the same source.
    """

    url: str = ""
    title: str | None = None
    company: str | None = None
    location: str | None = None
    workplace: Workplace | None = None
    employment_type: EmploymentType | None = None
    salary: Salary | None = None
    date_posted: str | None = None
    application_deadline: str | None = None
    text: str = ""
    others: int = 0


def posting_from_page(page: JobPage, lexicon: Lexicon) -> Posting:
    """Read the page's text; what the page states in fields of its own wins over what its text seems to say."""
    posting = parse_posting(page.text, lexicon, title=page.title, company=page.company, location=page.location)
    workplace = page.workplace or posting.workplace
    uncertain = (
        posting.uncertain if page.salary is None else tuple(name for name in posting.uncertain if name != "salary")
    )
    return replace(
        posting,
        workplace=workplace,
        remote=workplace == "remote",
        employment_type=page.employment_type or posting.employment_type,
        salary=page.salary or posting.salary,
        salary_range=_in_words(page.salary) if page.salary else posting.salary_range,
        date_posted=page.date_posted or posting.date_posted,
        application_deadline=page.application_deadline or posting.application_deadline,
        uncertain=uncertain,
    )


def _in_words(salary: Salary) -> str:
    ends = [f"{end:,.2f}".removesuffix(".00") for end in (salary.min, salary.max) if end is not None]
    figures = " - ".join(dict.fromkeys(ends))
    return " ".join(
        part for part in (salary.currency, figures, f"per {salary.period}" if salary.period else "") if part
    )
