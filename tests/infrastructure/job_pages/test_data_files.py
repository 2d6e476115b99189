"""Saved data of job boards: what one posting, a list of them, a feed and broken data give."""

import json

import pytest

from app.domain.ports.job_pages import ExtractionFailedError
from app.domain.text.posting import Salary
from app.infrastructure.job_pages.data_files import read_data_file

BODY = "<p>Keep six ovens busy.</p><h3>Requirements</h3><ul><li>3 years of baking</li><li>Food safety</li></ul>"
TEXT = "Keep six ovens busy.\n\n# Requirements\n\n- 3 years of baking\n- Food safety"


def data(value: object) -> bytes:
    return json.dumps(value, indent=1).encode()


def test_a_saved_greenhouse_posting_is_read_by_its_shape() -> None:
    saved = {"absolute_url": "https://example.com/1", "title": "Baker", "content": BODY, "location": {"name": "Leeds"}}
    page = read_data_file(data(saved))
    assert (page.title, page.location, page.text, page.others) == ("Baker", "Leeds", TEXT, 0)


def test_of_a_saved_list_the_first_posting_is_read_and_the_others_are_counted() -> None:
    saved = [
        {
            "text": f"Baker {number}",
            "hostedUrl": "https://example.com",
            "categories": {"location": "Oslo"},
            "description": BODY,
        }
        for number in (1, 2, 3)
    ]
    page = read_data_file(data(saved))
    assert (page.title, page.location, page.others) == ("Baker 1", "Oslo", 2)


def test_what_an_organization_says_of_itself_goes_to_its_jobs() -> None:
    saved = {
        "name": "Rolls & Sons",
        "jobs": [{"title": "Baker", "shortcode": "A1", "description": BODY, "telecommuting": False}],
    }
    assert read_data_file(data(saved)).company == "Rolls & Sons"


def test_schema_org_data_without_a_page_around_it_is_read() -> None:
    saved = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Baker",
        "hiringOrganization": {"name": "Rolls & Sons"},
        "jobLocation": {"address": {"addressLocality": "Bergen", "addressCountry": "NO"}},
        "description": BODY,
    }
    page = read_data_file(data(saved))
    assert (page.title, page.company, page.location, page.text) == ("Baker", "Rolls & Sons", "Bergen, NO", TEXT)


def test_a_feed_nobody_knows_is_read_by_the_names_of_its_keys() -> None:
    saved = {
        "meta": {"total": 1},
        "data": [
            {
                "job_title": "Baker",
                "employer_name": "Rolls & Sons",
                "job_city": "Bergen",
                "job_description": BODY,
                "job_is_remote": False,
                "job_employment_type": "FULLTIME",
                "job_min_salary": 410000,
                "job_max_salary": "450 000",
                "job_salary_currency": "NOK",
                "job_salary_period": "YEAR",
                "publication_date": "2026-03-04T08:00:00Z",
            }
        ],
    }
    page = read_data_file(data(saved))
    assert (page.title, page.company, page.location, page.text) == ("Baker", "Rolls & Sons", "Bergen", TEXT)
    assert page.salary == Salary(410_000, 450_000, "NOK", "year")
    assert (page.date_posted, page.workplace) == ("2026-03-04", None)


def test_parts_of_a_posting_under_keys_of_their_own_become_sections() -> None:
    saved = {
        "position": "Baker",
        "company": {"display_name": "Rolls & Sons"},
        "location": {"city": "Bergen", "country": "Norway"},
        "description": "Keep six ovens busy.",
        "requirements": ["3 years of baking", "Food safety"],
        "isRemote": True,
    }
    page = read_data_file(data(saved))
    assert page.text == TEXT.replace("Requirements\n\n", "Requirements\n")
    assert (page.company, page.location, page.workplace) == ("Rolls & Sons", "Bergen, Norway", "remote")


def test_an_rss_feed_is_read() -> None:
    feed = f"""<?xml version="1.0"?><rss><channel><title>Jobs</title><item><title>Baker</title>
        <company>Rolls</company><description><![CDATA[{BODY}]]></description></item></channel></rss>"""
    page = read_data_file(feed.encode())
    assert (page.title, page.company, page.text) == ("Baker", "Rolls", TEXT)


def test_a_personio_feed_is_read() -> None:
    feed = f"""<?xml version="1.0"?><workzag-jobs><position><id>7</id><name>Baker</name><office>Ulm</office>
        <jobDescriptions><jobDescription><name>Tasks</name><value><![CDATA[{BODY}]]></value></jobDescription>
        </jobDescriptions></position></workzag-jobs>"""
    page = read_data_file(feed.encode())
    assert (page.title, page.location, page.text) == ("Baker", "Ulm", f"# Tasks\n{TEXT}")


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        (b'{"title": "Baker", "desc', "not valid JSON"),
        (data({"basics": {"name": "Ada Byron", "summary": "Analyst"}, "work": []}), "a JSON Resume"),
        (data({"count": 0, "results": []}), "no job posting"),
        (b"[" * 100_000 + b'{"a"', "nested too deeply"),
        (b'<?xml version="1.0"?><a><b>', "no job posting"),
        (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><title>&x;</title></a>',
            "no job",
        ),
        (b'{"a": "' + b"x" * 5_000_000 + b'"}', "larger than 5 MB"),
    ],
    ids=["cut off", "a resume", "empty", "deep", "broken XML", "entities", "large"],
)
def test_data_without_a_posting_says_why(saved: bytes, said: str) -> None:
    with pytest.raises(ExtractionFailedError, match=said):
        read_data_file(saved)
