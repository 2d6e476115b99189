import json

import pytest

from app.domain.text.job import JobPage
from app.domain.text.posting import Salary
from app.infrastructure.job_pages import read_page
from app.infrastructure.job_pages.boards import board_posting, read_board

BODY = "<p>Keep tides.</p><ul><li>Python</li></ul>"
BODY_TEXT = "Keep tides.\n\n- Python"
UUID = "0f0f0f0f-1111-2222-3333-444444444444"


@pytest.mark.parametrize(
    ("url", "api_url"),
    [
        (
            "https://boards.greenhouse.io/pegel/jobs/123?gh_src=x",
            "https://boards-api.greenhouse.io/v1/boards/pegel/jobs/123?pay_transparency=true",
        ),
        (
            "https://job-boards.eu.greenhouse.io/pegel/jobs/9",
            "https://boards-api.greenhouse.io/v1/boards/pegel/jobs/9?pay_transparency=true",
        ),
        (
            "https://boards.greenhouse.io/embed/job_app?for=pegel&token=55",
            "https://boards-api.greenhouse.io/v1/boards/pegel/jobs/55?pay_transparency=true",
        ),
        (f"https://jobs.lever.co/pegel/{UUID}/apply", f"https://api.lever.co/v0/postings/pegel/{UUID}?mode=json"),
        (f"https://jobs.eu.lever.co/pegel/{UUID}", f"https://api.eu.lever.co/v0/postings/pegel/{UUID}?mode=json"),
        (
            f"https://jobs.ashbyhq.com/Pegel%20Co/{UUID}",
            "https://api.ashbyhq.com/posting-api/job-board/Pegel%20Co?includeCompensation=true",
        ),
        (
            "https://apply.workable.com/pegel/j/AB12CD34EF/",
            "https://apply.workable.com/api/v1/widget/accounts/pegel?details=true",
        ),
        (
            "https://jobs.smartrecruiters.com/Pegel/743999000000001-tide-analyst",
            "https://api.smartrecruiters.com/v1/companies/Pegel/postings/743999000000001",
        ),
        ("https://pegel.recruitee.com/o/tide-analyst", "https://pegel.recruitee.com/api/offers/tide-analyst"),
        ("https://pegel.jobs.personio.de/job/77?language=de", "https://pegel.jobs.personio.de/xml?language=en"),
    ],
)
def test_addresses_of_boards_lead_to_their_data(url: str, api_url: str) -> None:
    found = board_posting(url)
    assert found is not None
    assert found.api_url == api_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/jobs/1",
        "https://boards.greenhouse.io/pegel",
        "ftp://jobs.lever.co/pegel/" + UUID,
        "https://evil.test/jobs.lever.co/a/b",
        "x",
    ],
)
def test_other_addresses_are_nobodys(url: str) -> None:
    assert board_posting(url) is None


GREENHOUSE = {
    "id": 123,
    "absolute_url": "https://boards.greenhouse.io/pegel/jobs/123",
    "title": "Tide Analyst",
    "company_name": "Skagen Pegel",
    "location": {"name": "Skagen"},
    "first_published": "2026-09-01T08:00:00-04:00",
    "content": "&lt;p&gt;Keep tides.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Python&lt;/li&gt;&lt;/ul&gt;",
    "pay_input_ranges": [{"min_cents": 4800000, "max_cents": 5600000, "currency_type": "EUR"}],
}
LEVER = {
    "id": UUID,
    "text": "Tide Analyst",
    "hostedUrl": "https://jobs.lever.co/pegel/x",
    "categories": {"location": "Skagen", "commitment": "Full-time"},
    "workplaceType": "hybrid",
    "createdAt": 1788249600000,
    "description": "<p>Keep tides.</p>",
    "lists": [{"text": "You have", "content": "<li>Python</li>"}],
    "salaryRange": {"min": 48000, "max": 56000, "currency": "EUR", "interval": "per-year-salary"},
}
ASHBY = {
    "id": UUID,
    "title": "Tide Analyst",
    "jobUrl": "https://jobs.ashbyhq.com/pegel/x",
    "location": "Skagen",
    "employmentType": "FullTime",
    "secondaryLocations": [{"location": "Aarhus"}],
    "isRemote": True,
    "publishedAt": "2026-09-01T08:00:00+00:00",
    "descriptionHtml": BODY,
    "compensation": {"compensationTierSummary": "€48K – €56K"},
}
WORKABLE = {
    "title": "Tide Analyst",
    "shortcode": "AB12CD34EF",
    "telecommuting": True,
    "city": "Skagen",
    "country": "Denmark",
    "published_on": "2026-09-01",
    "description": BODY,
}
SMARTRECRUITERS = {
    "id": "743999000000001",
    "name": "Tide Analyst",
    "company": {"name": "Skagen Pegel"},
    "releasedDate": "2026-09-01T08:00:00Z",
    "location": {"city": "Skagen", "country": "dk", "remote": False, "hybrid": True},
    "typeOfEmployment": {"label": "Full-time"},
    "jobAd": {
        "sections": {
            "jobDescription": {"title": "Job", "text": BODY},
            "qualifications": {"title": "You", "text": "<p>SQL</p>"},
        }
    },
}
RECRUITEE = {
    "id": 5,
    "slug": "tide-analyst",
    "title": "Tide Analyst",
    "company_name": "Skagen Pegel",
    "careers_url": "https://pegel.recruitee.com/o/tide-analyst",
    "city": "Skagen",
    "country": "Denmark",
    "remote": True,
    "employment_type_code": "fulltime_permanent",
    "published_at": "2026-09-01 08:00:00 UTC",
    "description": BODY,
    "requirements": "<p>SQL</p>",
    "salary": {"min": "48000", "max": "56000", "currency": "EUR", "period": "year"},
}
PAY = Salary(48_000, 56_000, "EUR", "year")


@pytest.mark.parametrize(
    ("url", "payload", "expected"),
    [
        (
            "https://boards.greenhouse.io/pegel/jobs/123",
            GREENHOUSE,
            JobPage(
                title="Tide Analyst",
                company="Skagen Pegel",
                location="Skagen",
                salary=PAY,
                date_posted="2026-09-01",
                text=BODY_TEXT,
            ),
        ),
        (
            f"https://jobs.lever.co/pegel/{UUID}",
            LEVER,
            JobPage(
                title="Tide Analyst",
                company="Pegel",
                location="Skagen",
                workplace="hybrid",
                employment_type="full_time",
                salary=PAY,
                date_posted="2026-09-01",
                text="Keep tides.\n\n# You have\n- Python",
            ),
        ),
        (
            f"https://jobs.ashbyhq.com/pegel/{UUID}",
            {"jobs": [{**ASHBY, "id": "another", "title": "Cook"}, ASHBY]},
            JobPage(
                title="Tide Analyst",
                company="Pegel",
                location="Skagen; Aarhus",
                workplace="remote",
                employment_type="full_time",
                salary=PAY,
                date_posted="2026-09-01",
                text=BODY_TEXT,
            ),
        ),
        (
            "https://apply.workable.com/pegel/j/AB12CD34EF",
            {"name": "Skagen Pegel", "jobs": [WORKABLE]},
            JobPage(
                title="Tide Analyst",
                company="Skagen Pegel",
                location="Skagen, Denmark",
                workplace="remote",
                date_posted="2026-09-01",
                text=BODY_TEXT,
            ),
        ),
        (
            "https://jobs.smartrecruiters.com/Pegel/743999000000001-x",
            SMARTRECRUITERS,
            JobPage(
                title="Tide Analyst",
                company="Skagen Pegel",
                location="Skagen, dk",
                workplace="hybrid",
                employment_type="full_time",
                date_posted="2026-09-01",
                text=f"# Job\n{BODY_TEXT}\n\n# You\nSQL",
            ),
        ),
        (
            "https://pegel.recruitee.com/o/tide-analyst",
            {"offer": RECRUITEE},
            JobPage(
                title="Tide Analyst",
                company="Skagen Pegel",
                location="Skagen, Denmark",
                workplace="remote",
                employment_type="full_time",
                salary=PAY,
                date_posted="2026-09-01",
                text=f"{BODY_TEXT}\n\n# Requirements\nSQL",
            ),
        ),
    ],
)
def test_board_data_is_read(url: str, payload: object, expected: JobPage) -> None:
    board = board_posting(url)
    assert board is not None
    assert read_board(board, json.dumps(payload)) == expected


def test_personio_xml_is_read_and_its_entities_are_not_expanded() -> None:
    xml = """<?xml version='1.0'?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
      <workzag-jobs>
      <position><id>77</id>
      <subcompany>Skagen Pegel</subcompany><office>Skagen</office><name>Tide Analyst</name>
      <schedule>full-time</schedule>
      <createdAt>2026-09-01T08:00:00+00:00</createdAt><jobDescriptions><jobDescription><name>Tasks &secret;</name>
      <value><![CDATA[<p>Keep tides.</p><ul><li>Python</li></ul>]]></value>
      </jobDescription>
      </jobDescriptions></position></workzag-jobs>"""
    board = board_posting("https://pegel.jobs.personio.de/job/77")
    assert board is not None
    assert read_board(board, xml) == JobPage(
        title="Tide Analyst",
        company="Skagen Pegel",
        location="Skagen",
        employment_type="full_time",
        date_posted="2026-09-01",
        text=f"# Tasks\n{BODY_TEXT}",
    )


@pytest.mark.parametrize(
    "payload", ["", "null", "[]", "{}", "<html>", '{"jobs": [{"id": "other", "title": "Cook"}]}', "[" * 100_000]
)
def test_a_posting_that_the_data_does_not_hold_is_not_made_up(payload: str) -> None:
    board = board_posting(f"https://jobs.ashbyhq.com/pegel/{UUID}")
    assert board is not None
    assert read_board(board, payload) is None


def test_saved_board_data_is_told_by_its_shape() -> None:
    assert read_page(json.dumps(LEVER)).text == "Keep tides.\n\n# You have\n- Python"
