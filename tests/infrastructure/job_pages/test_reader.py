import html
import json
from contextlib import suppress

import pytest

from app.domain.ports.job_pages import ExtractionFailedError
from app.domain.text.job import JobPage, posting_from_page
from app.domain.text.posting import Salary
from app.domain.text.skills import lexicon
from app.infrastructure.job_pages import read_page

DESCRIPTION = (
    "<p>We keep the tide tables.</p><h3>Requirements</h3><ul><li>Python and "
    "PostgreSQL</li><li>Docker is a plus</li></ul>"
)
TEXT = "We keep the tide tables.\n\n# Requirements\n\n- Python and PostgreSQL\n- Docker is a plus"
JOB: dict[str, object] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Tide Analyst",
    "description": DESCRIPTION,
    "hiringOrganization": {"@type": "Organization", "name": "Skagen Pegel"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Skagen", "addressCountry": {"name": "DK"}}},
    "employmentType": ["FULL_TIME", "PART_TIME"],
    "datePosted": "2026-09-01T08:00:00Z",
    "validThrough": "2026-10-31",
    "baseSalary": {"currency": "DKK", "value": {"minValue": "480,000", "maxValue": 560000, "unitText": "YEAR"}},
}
PAGE = JobPage(
    title="Tide Analyst",
    company="Skagen Pegel",
    location="Skagen, DK",
    employment_type="part_time",
    salary=Salary(480_000, 560_000, "DKK", "year"),
    date_posted="2026-09-01",
    application_deadline="2026-10-31",
    text=TEXT,
)


def with_script(script: str, kind: str = "application/ld+json") -> str:
    return (
        f"<html><head><title>x</title><script type='{kind}'>{script}</script></head><body><p>Cookies?</p></body></html>"
    )


@pytest.mark.parametrize(
    "page",
    [
        with_script(json.dumps(JOB)),
        with_script(json.dumps(JOB), "Application/LD+JSON; charset=utf-8"),
        with_script("//<![CDATA[\n" + json.dumps(JOB) + "\n//]]>"),
        with_script("<!--" + json.dumps(JOB) + "-->"),
        with_script("/*<![CDATA[*/" + json.dumps(JOB) + "/*]]>*/"),
        with_script(json.dumps(JOB).replace('"DK"}}}', '"DK",},},}') + ";"),
        with_script(json.dumps(JOB, indent=1).replace("tide tables.", "tide\ttables.")),
        with_script(json.dumps([{"@type": "WebSite"}, JOB])),
        with_script(json.dumps({"@graph": [{"@type": "BreadcrumbList"}, JOB]})),
        with_script(json.dumps({"@type": "WebPage", "mainEntity": JOB})),
        with_script(json.dumps({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": JOB}]})),
        with_script(json.dumps({**JOB, "@type": ["Thing", "JobPosting"]})),
        with_script(json.dumps({**JOB, "@type": "http://schema.org/JobPosting"})),
        with_script(json.dumps({**JOB, "description": html.escape(DESCRIPTION)})),
        with_script(json.dumps({**JOB, "description": html.escape(html.escape(DESCRIPTION))})),
        with_script("{broken") + with_script(json.dumps(JOB)),
        with_script("") + with_script("null") + with_script(json.dumps(JOB)),
    ],
)
def test_json_ld_is_read_in_every_dress(page: str) -> None:
    assert read_page(page) == PAGE


def test_of_two_postings_the_one_the_page_is_about_is_read() -> None:
    other = {**JOB, "title": "Ferry Cook"}
    page = f"<title>Tide Analyst - Skagen Pegel</title>{with_script(json.dumps(other))}{with_script(json.dumps(JOB))}"
    assert read_page(page).title == "Tide Analyst"


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        ({"baseSalary": 52000, "salaryCurrency": "EUR"}, Salary(52_000, 52_000, "EUR", "year")),
        ({"baseSalary": "EUR 52.000 - 58.000 per year"}, Salary(52_000, 58_000, "EUR", "year")),
        ({"baseSalary": {"currency": "GBP", "value": 31.5, "unitText": "HOUR"}}, Salary(31.5, 31.5, "GBP", "hour")),
        (
            {"baseSalary": {"currency": "GBP", "value": {"minValue": 300, "unitText": "DAY"}}},
            Salary(300, None, "GBP", "day"),
        ),
        ({"baseSalary": {"currency": "USD", "minValue": 1, "value": {"value": 0}}}, None),
        ({"baseSalary": []}, None),
    ],
)
def test_pay_is_read_in_every_shape(pay: dict[str, object], expected: Salary | None) -> None:
    assert read_page(with_script(json.dumps({**JOB, "baseSalary": None, **pay}))).salary == expected


def test_a_job_without_a_place_may_be_done_from_anywhere_that_is_named() -> None:
    remote = {
        **JOB,
        "jobLocation": None,
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": [{"name": "Norway"}, {"name": "Denmark"}],
    }
    page = read_page(with_script(json.dumps(remote)))
    assert (page.location, page.workplace) == ("Norway; Denmark", "remote")


def test_microdata_and_rdfa_are_read() -> None:
    micro = """<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Tide Analyst</h2>
      <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
      <b itemprop="name">Skagen Pegel</b></span>
      <span itemprop="jobLocation" itemscope><span itemprop="address" itemscope><i
      itemprop="addressLocality">Skagen</i><meta itemprop="addressCountry" content="DK"></span></span>
      <time itemprop="datePosted" datetime="2026-09-01">soon</time>
      <div itemprop="description"><p>We keep the tide tables.</p></div><ul itemprop="skills"><li>Python</li></ul>
      </div>"""
    rdfa = (
        micro.replace("itemscope itemtype=", "typeof=")
        .replace("itemscope", "typeof='Thing'")
        .replace("itemprop", "property")
    )
    for page in (read_page(micro), read_page(rdfa)):
        assert (page.title, page.company, page.location, page.date_posted) == (
            "Tide Analyst",
            "Skagen Pegel",
            "Skagen, DK",
            "2026-09-01",
        )
        assert page.text == "We keep the tide tables.\n\n# Skills\n- Python"


def test_a_page_without_data_is_read_as_people_see_it() -> None:
    page = read_page(
        "<title>Skagen Pegel hiring Tide Analyst in Skagen, Denmark | Board</title><nav>Home Jobs "
        "Log in</nav><h1>Tide Analyst</h1>"
        f"<div "
        f"class='job-description'>{DESCRIPTION}{'<p>The sea is our trade, and we measure it twice a day.</p>' * 4}"
        f"</div>"
        "<aside>Similar jobs: COBOL developer</aside><footer>Imprint</footer>"
    )
    assert (page.title, page.company, page.location) == ("Tide Analyst", "Skagen Pegel", "Skagen, Denmark")
    assert page.text.startswith(TEXT)
    assert "COBOL" not in page.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-8-sig"])
def test_bytes_are_decoded_by_mark_header_or_letters(encoding: str) -> None:
    data = with_script(json.dumps({**JOB, "title": "Überseekapitän"}, ensure_ascii=False)).encode(encoding)
    declared = "text/html; charset=windows-1252" if encoding == "cp1252" else ""
    assert read_page(data, content_type=declared).title == "Überseekapitän"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "  \n ",
        "<html></html>",
        "{}",
        "[]",
        "{broken",
        '{"jobs": []}',
        "<script>window.location='/'</script>",
        "x" * 5_000_001,
        "<html><body>Please verify you are human</body></html>",
        '<script type=\'application/ld+json\'>{"@type": "JobPosting"}</script>',
    ],
)
def test_a_page_without_a_posting_says_so(page: str) -> None:
    with pytest.raises(ExtractionFailedError) as failure:
        read_page(page)
    assert failure.value.code == "extraction_failed"
    assert len(failure.value.message) > 20


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<ul><li>", "<b>", "</p>", "<table><tr><td>", "<!--", "<script>", "&lt;", "<a itemprop=x itemscope>"],
)
def test_broken_and_deep_pages_end_in_bounded_time(unit: str) -> None:
    page = "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop=title>Tide Analyst</b>" + unit * 30_000
    with suppress(ExtractionFailedError):
        assert read_page(page).title


def test_nested_json_ends_in_bounded_time() -> None:
    with pytest.raises(ExtractionFailedError):
        read_page(with_script("[" * 100_000 + "]" * 100_000))


def test_fields_of_the_page_win_over_its_text() -> None:
    posting = posting_from_page(read_page(with_script(json.dumps(JOB))), lexicon())
    assert (posting.title, posting.company, posting.location) == ("Tide Analyst", "Skagen Pegel", "Skagen, DK")
    assert (posting.salary, posting.salary_range) == (PAGE.salary, "DKK 480,000 - 560,000 per year")
    assert (posting.employment_type, posting.application_deadline) == ("part_time", "2026-10-31")
    assert {keyword.keyword: keyword.required for keyword in posting.parsed_keywords} == {
        "Python": True,
        "PostgreSQL": True,
        "Docker": False,
    }
