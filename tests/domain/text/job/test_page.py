"""A job page: what it states in fields of its own, and what its text says."""

import pytest

from app.domain.text.job.page import JobPage, posting_from_page
from app.domain.text.posting import Salary
from app.domain.text.skills import lexicon

TEXT = "Baker\nOven Door\nLeeds\n\n# Requirements\n- Rye\n\nRemote work: yes. Salary: $30k. Apply by 1 May 2026."


def test_fields_of_the_page_win_over_its_text() -> None:
    posting = posting_from_page(
        JobPage(
            text=TEXT, title="Head Baker (m/f/d)", company="Oven Door Ltd", location="York", workplace="onsite",
            employment_type="part_time", salary=Salary(12.5, 15, "GBP", "hour"), date_posted="2026-03-01",
            application_deadline="2026-06-01",
        ),
        lexicon(),
    )  # fmt: skip
    assert (posting.title, posting.company, posting.location) == ("Head Baker", "Oven Door Ltd", "York")
    assert (posting.workplace, posting.remote, posting.employment_type) == ("onsite", False, "part_time")
    assert (posting.salary, posting.salary_range) == (Salary(12.5, 15, "GBP", "hour"), "GBP 12.50 - 15 per hour")
    assert (posting.date_posted, posting.application_deadline) == ("2026-03-01", "2026-06-01")
    assert "salary" not in posting.uncertain


def test_what_the_page_does_not_state_is_read_from_its_text() -> None:
    posting = posting_from_page(JobPage(text=TEXT), lexicon())
    assert (posting.title, posting.workplace, posting.remote) == ("Baker", "remote", True)
    assert (posting.application_deadline, posting.salary) == ("2026-05-01", Salary(30_000, 30_000, "USD", "year"))


@pytest.mark.parametrize(
    ("salary", "words"),
    [
        (Salary(50_000, 50_000, "EUR", "year"), "EUR 50,000 per year"),
        (Salary(None, 70_000, "EUR", None), "EUR 70,000"),
        (Salary(700, None, None, "day"), "700 per day"),
    ],
)
def test_pay_is_put_into_words(salary: Salary, words: str) -> None:
    assert posting_from_page(JobPage(text="Baker", salary=salary), lexicon()).salary_range == words
