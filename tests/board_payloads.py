"""What each job board answers, in its own shape, with content of our own: three vacancies on each.

The first is a backend engineer in Hamburg, the second a nurse in Leeds, the third a remote data analyst.
"""

from typing import Any

TEXT = "Sturmvogel runs harbour pilots' software. You write Python and PostgreSQL."
HTML = f"<p>{TEXT}</p><ul><li>Three years of Python</li><li>German is a plus</li></ul>"
NURSE = "<p>Night shifts on a surgical ward. NMC registration is required.</p>"
ANALYST = "<p>Remote within Europe. SQL every day, Tableau now and then.</p>"


def _three(*rows: dict[str, Any], **shared: Any) -> list[dict[str, Any]]:
    return [{**shared, **row} for row in rows]


GREENHOUSE = {
    "jobs": _three(
        {
            "id": 7001,
            "title": "Backend Engineer (m/w/d)",
            "location": {"name": "Hamburg, Germany"},
            "absolute_url": "https://job-boards.greenhouse.io/sturmvogel/jobs/7001",
            "content": HTML.replace("<", "&lt;").replace(">", "&gt;"),
        },
        {
            "id": 7002,
            "title": "Staff Nurse",
            "location": {"name": "Leeds"},
            "absolute_url": "https://job-boards.greenhouse.io/sturmvogel/jobs/7002",
            "content": NURSE,
        },
        {
            "id": 7003,
            "title": "Data Analyst",
            "location": {"name": "Remote - Europe"},
            "absolute_url": "https://job-boards.greenhouse.io/sturmvogel/jobs/7003",
            "content": ANALYST,
        },
        internal_job_id=1,
        company_name="Sturmvogel",
        first_published="2026-03-01T09:00:00-05:00",
        updated_at="2026-03-02T09:00:00-05:00",
        requisition_id="R-1",
        metadata=[],
        departments=[{"id": 1, "name": "Engineering", "child_ids": [], "parent_id": None}],
        offices=[{"id": 1, "name": "Hamburg", "location": None, "child_ids": [], "parent_id": None}],
        language="en",
    ),
    "meta": {"total": 3},
}

LEVER = _three(
    {
        "id": "3f0a9f00-0000-4000-8000-000000000001",
        "text": "Backend Engineer (m/w/d)",
        "categories": {"commitment": "Full-time", "location": "Hamburg, Germany", "team": "Platform"},
        "description": f"<p>{TEXT}</p>",
        "lists": [{"text": "Requirements", "content": "<li>Three years of Python</li><li>German is a plus</li>"}],
        "hostedUrl": "https://jobs.lever.co/sturmvogel/3f0a9f00-0000-4000-8000-000000000001",
        "workplaceType": "onsite",
    },
    {
        "id": "3f0a9f00-0000-4000-8000-000000000002",
        "text": "Staff Nurse",
        "categories": {"commitment": "Part-time", "location": "Leeds", "team": "Care"},
        "description": NURSE,
        "lists": [],
        "hostedUrl": "https://jobs.lever.co/sturmvogel/3f0a9f00-0000-4000-8000-000000000002",
        "workplaceType": "onsite",
    },
    {
        "id": "3f0a9f00-0000-4000-8000-000000000003",
        "text": "Data Analyst",
        "categories": {"commitment": "Full-time", "location": "Europe", "team": "Data"},
        "description": ANALYST,
        "lists": [],
        "hostedUrl": "https://jobs.lever.co/sturmvogel/3f0a9f00-0000-4000-8000-000000000003",
        "workplaceType": "remote",
    },
    createdAt=1772355600000,
    country="DE",
    additional="",
    applyUrl="https://jobs.lever.co/sturmvogel/apply",
)

ASHBY = {
    "apiVersion": "1",
    "jobs": _three(
        {
            "id": "a-1",
            "title": "Backend Engineer (m/w/d)",
            "location": "Hamburg, Germany",
            "descriptionHtml": HTML,
            "jobUrl": "https://jobs.ashbyhq.com/sturmvogel/a-1",
            "isRemote": False,
            "workplaceType": "OnSite",
            "isListed": True,
        },
        {
            "id": "a-2",
            "title": "Staff Nurse",
            "location": "Leeds",
            "descriptionHtml": NURSE,
            "jobUrl": "https://jobs.ashbyhq.com/sturmvogel/a-2",
            "isRemote": None,
            "workplaceType": None,
            "isListed": True,
        },
        {
            "id": "a-3",
            "title": "Data Analyst",
            "location": "Europe",
            "descriptionHtml": ANALYST,
            "jobUrl": "https://jobs.ashbyhq.com/sturmvogel/a-3",
            "isRemote": True,
            "workplaceType": "Remote",
            "isListed": True,
        },
        {
            "id": "a-4",
            "title": "Backend Engineer, not announced",
            "location": "Hamburg",
            "descriptionHtml": HTML,
            "jobUrl": "https://jobs.ashbyhq.com/sturmvogel/a-4",
            "isListed": False,
        },
        department="Engineering",
        team="Platform",
        employmentType="FullTime",
        secondaryLocations=[],
        publishedAt="2026-03-01T10:00:00.000+00:00",
        descriptionPlain="",
    ),
}

WORKABLE = {
    "name": "Sturmvogel",
    "description": "<p>Software for harbours.</p>",
    "jobs": _three(
        {
            "title": "Backend Engineer (m/w/d)",
            "shortcode": "AAAA111111",
            "city": "Hamburg",
            "state": "",
            "country": "Germany",
            "telecommuting": False,
            "description": HTML,
            "url": "https://apply.workable.com/j/AAAA111111",
        },
        {
            "title": "Staff Nurse",
            "shortcode": "BBBB222222",
            "city": "Leeds",
            "state": "England",
            "country": "United Kingdom",
            "telecommuting": False,
            "description": NURSE,
            "url": "https://apply.workable.com/j/BBBB222222",
        },
        {
            "title": "Data Analyst",
            "shortcode": "CCCC333333",
            "city": "",
            "state": "",
            "country": "Ireland",
            "telecommuting": True,
            "description": ANALYST,
            "url": "https://apply.workable.com/j/CCCC333333",
        },
        code="",
        employment_type="Full-time",
        department="Engineering",
        published_on="2026-03-01",
        created_at="2026-02-27",
        education="",
        experience="",
        function="",
        industry="",
        locations=[],
    ),
}

_SMART_PLACES: dict[str, dict[str, Any]] = {
    "1": {"city": "Hamburg", "region": "HH", "country": "de", "remote": False, "fullLocation": "Hamburg, Germany"},
    "2": {"city": "Leeds", "country": "gb", "remote": False, "fullLocation": "Leeds, United Kingdom"},
    "3": {"city": "", "country": "ie", "remote": True, "fullLocation": "Ireland"},
}


def _smart(number: str, title: str, text: str | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": f"74400000000000{number}",
        "uuid": f"uuid-{number}",
        "name": title,
        "refNumber": f"REF{number}",
        "company": {"identifier": "Sturmvogel", "name": "Sturmvogel"},
        "releasedDate": "2026-03-01T08:00:00.000Z",
        "location": _SMART_PLACES[number],
        "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
        "experienceLevel": {"id": "mid_senior_level", "label": "Mid-Senior Level"},
        "customField": [],
    }
    if text is not None:
        sections = {"jobDescription": {"title": "Job Description", "text": text}}
        row |= {"jobAd": {"sections": sections}, "applyUrl": "https://example.org", "active": True}
    return row


SMARTRECRUITERS = {
    "offset": 0,
    "limit": 100,
    "totalFound": 3,
    "content": [
        _smart("1", "Backend Engineer (m/w/d)", None),
        _smart("2", "Staff Nurse", None),
        _smart("3", "Data Analyst", None),
    ],
}
SMART_DETAILS = {
    "744000000000001": _smart("1", "Backend Engineer (m/w/d)", HTML),
    "744000000000002": _smart("2", "Staff Nurse", NURSE),
    "744000000000003": _smart("3", "Data Analyst", ANALYST),
}

RECRUITEE = {
    "offers": _three(
        {
            "id": 11,
            "slug": "backend-engineer",
            "title": "Backend Engineer (m/w/d)",
            "description": HTML,
            "location": "Hamburg, Germany",
            "remote": False,
            "careers_url": "https://sturmvogel.recruitee.com/o/backend-engineer",
            "status": "published",
        },
        {
            "id": 12,
            "slug": "staff-nurse",
            "title": "Staff Nurse",
            "description": NURSE,
            "location": "Leeds",
            "remote": False,
            "careers_url": "https://sturmvogel.recruitee.com/o/staff-nurse",
            "status": "published",
        },
        {
            "id": 13,
            "slug": "data-analyst",
            "title": "Data Analyst",
            "description": ANALYST,
            "location": "Europe",
            "remote": True,
            "careers_url": "https://sturmvogel.recruitee.com/o/data-analyst",
            "status": "published",
        },
        {
            "id": 14,
            "slug": "backend-draft",
            "title": "Backend Engineer, a draft",
            "description": HTML,
            "location": "Hamburg",
            "careers_url": "https://sturmvogel.recruitee.com/o/backend-draft",
            "status": "draft",
        },
        company_name="Sturmvogel",
        requirements="",
        employment_type_code="fulltime_permanent",
        published_at="2026-03-01 08:00:00 UTC",
        created_at="2026-02-27 08:00:00 UTC",
        department="Engineering",
    )
}

REMOTIVE = {
    "0-legal-notice": "Link back, please.",
    "job-count": 3,
    "jobs": _three(
        {
            "id": 21,
            "url": "https://remotive.com/remote-jobs/software-dev/backend-engineer-21",
            "title": "Backend Engineer (m/w/d)",
            "candidate_required_location": "Hamburg, Germany",
            "salary": "€60,000 - €75,000",
            "description": HTML,
        },
        {
            "id": 22,
            "url": "https://remotive.com/remote-jobs/medical/staff-nurse-22",
            "title": "Staff Nurse",
            "candidate_required_location": "Leeds",
            "salary": "",
            "description": NURSE,
        },
        {
            "id": 23,
            "url": "https://remotive.com/remote-jobs/data/data-analyst-23",
            "title": "Data Analyst",
            "candidate_required_location": "Worldwide",
            "salary": "",
            "description": ANALYST,
        },
        company_name="Sturmvogel",
        company_logo="https://remotive.com/job/21/logo",
        category="Software Development",
        tags=["python"],
        job_type="full_time",
        publication_date="2026-03-01T08:00:00",
    ),
}

ARBEITNOW = {
    "data": _three(
        {
            "slug": "backend-engineer-hamburg-1",
            "title": "Backend Engineer (m/w/d)",
            "description": HTML,
            "remote": False,
            "url": "https://www.arbeitnow.com/jobs/companies/sturmvogel/backend-engineer-hamburg-1",
            "location": "Hamburg, Germany",
        },
        {
            "slug": "staff-nurse-leeds-2",
            "title": "Staff Nurse",
            "description": NURSE,
            "remote": False,
            "url": "https://www.arbeitnow.com/jobs/companies/sturmvogel/staff-nurse-leeds-2",
            "location": "Leeds",
        },
        {
            "slug": "data-analyst-3",
            "title": "Data Analyst",
            "description": ANALYST,
            "remote": True,
            "url": "https://www.arbeitnow.com/jobs/companies/sturmvogel/data-analyst-3",
            "location": "",
        },
        company_name="Sturmvogel",
        tags=["Engineering"],
        job_types=["Full Time"],
        created_at=1772355600,
    ),
    "links": {"first": None, "last": None, "prev": None, "next": None},
    "meta": {"current_page": 1, "per_page": 100},
}

THEMUSE = {
    "page": 0,
    "page_count": 1,
    "items_per_page": 20,
    "took": 3,
    "timed_out": False,
    "total": 3,
    "results": _three(
        {
            "id": 31,
            "name": "Backend Engineer (m/w/d)",
            "contents": HTML,
            "locations": [{"name": "Hamburg, Germany"}],
            "refs": {"landing_page": "https://www.themuse.com/jobs/sturmvogel/backend-engineer"},
        },
        {
            "id": 32,
            "name": "Staff Nurse",
            "contents": NURSE,
            "locations": [{"name": "Leeds, United Kingdom"}],
            "refs": {"landing_page": "https://www.themuse.com/jobs/sturmvogel/staff-nurse"},
        },
        {
            "id": 33,
            "name": "Data Analyst",
            "contents": ANALYST,
            "locations": [{"name": "Flexible / Remote"}],
            "refs": {"landing_page": "https://www.themuse.com/jobs/sturmvogel/data-analyst"},
        },
        type="external",
        publication_date="2026-03-01T08:00:00Z",
        short_name="x",
        model_type="jobs",
        categories=[{"name": "Software Engineering"}],
        levels=[{"name": "Mid Level", "short_name": "mid"}],
        tags=[],
        company={"id": 5, "short_name": "sturmvogel", "name": "Sturmvogel"},
    ),
}

_ADZUNA_ROWS = _three(
    {
        "id": "41",
        "title": "<strong>Backend</strong> Engineer (m/w/d)",
        "description": f"{TEXT} …",
        "redirect_url": "https://www.adzuna.de/details/41",
        "location": {"display_name": "Hamburg, Germany", "area": ["Deutschland", "Hamburg"]},
    },
    {
        "id": "42",
        "title": "Staff Nurse",
        "description": "Night shifts on a surgical ward. NMC registration …",
        "redirect_url": "https://www.adzuna.de/details/42",
        "location": {"display_name": "Leeds", "area": ["UK", "Leeds"]},
    },
    {
        "id": "43",
        "title": "Data Analyst (remote)",
        "description": "SQL every day, Tableau now and then …",
        "redirect_url": "https://www.adzuna.de/details/43",
        "location": {"display_name": "Europe", "area": []},
    },
    created="2026-03-01T08:00:00Z",
    company={"display_name": "Sturmvogel"},
    category={"label": "IT Jobs", "tag": "it-jobs"},
    salary_min=60000,
    salary_max=75000,
    salary_is_predicted="0",
    contract_time="full_time",
    latitude=53.5,
    longitude=10.0,
    adref="x",
)


def _usajob(number: int, title: str, text: str, *, where: str, remote: bool) -> dict[str, Any]:
    return {
        "MatchedObjectId": str(number),
        "MatchedObjectDescriptor": {
            "PositionID": f"DE-{number}",
            "PositionTitle": title,
            "PositionURI": f"https://www.usajobs.gov/job/{number}",
            "ApplyURI": [f"https://www.usajobs.gov/job/{number}?PostingChannelID="],
            "PositionLocationDisplay": where,
            "PositionLocation": [{"LocationName": where, "CountryCode": "x"}],
            "OrganizationName": "Sturmvogel",
            "DepartmentName": "Department of Harbours",
            "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
            "QualificationSummary": "One year of specialised experience.",
            "PositionRemuneration": [
                {
                    "MinimumRange": "60000.0",
                    "MaximumRange": "75000.0",
                    "RateIntervalCode": "PA",
                    "Description": "Per Year",
                }
            ],
            "PublicationStartDate": "2026-03-01T00:00:00.0000",
            "ApplicationCloseDate": "2026-04-01T23:59:59.9970",
            "UserArea": {
                "Details": {"JobSummary": text, "MajorDuties": ["Keep it running."], "RemoteIndicator": remote}
            },
        },
        "RelevanceRank": 0,
    }


def answers_to(query: dict[str, list[str]], rows: list[Any], word: str) -> list[Any]:
    """Return the rows that a board finds which searches itself: those whose words hold what was asked for."""
    wanted = query.get(word, [""])[0].lower().split()
    return [row for row in rows if all(part in str(row).lower() for part in wanted)]


def adzuna(query: dict[str, list[str]]) -> dict[str, Any]:
    found = answers_to(query, answers_to(query, _ADZUNA_ROWS, "what"), "where")
    return {"__CLASS__": "Adzuna::API::Response::JobSearchResults", "count": len(found), "results": found}


_USA_ROWS = [
    _usajob(51, "Backend Engineer (m/w/d)", TEXT, where="Hamburg, Germany", remote=False),
    _usajob(52, "Staff Nurse", "Night shifts on a surgical ward.", where="Leeds", remote=False),
    _usajob(53, "Data Analyst", "SQL every day, Tableau now and then.", where="Anywhere in the U.S.", remote=True),
]


def usajobs(query: dict[str, list[str]]) -> dict[str, Any]:
    found = answers_to(query, answers_to(query, _USA_ROWS, "Keyword"), "LocationName")
    result = {"SearchResultCount": len(found), "SearchResultCountAll": len(found), "SearchResultItems": found}
    return {"LanguageCode": "EN", "SearchParameters": {}, "SearchResult": result}


_THREADS = {
    "hits": [
        {"objectID": "900", "title": "Ask HN: Who wants to be hired? (March 2026)", "author": "whoishiring"},
        {"objectID": "901", "title": "Ask HN: Who is hiring? (March 2026)", "author": "whoishiring"},
        {"objectID": "801", "title": "Ask HN: Who is hiring? (February 2026)", "author": "whoishiring"},
    ]
}


def _comment(number: int, text: str, parent: int = 901) -> dict[str, Any]:
    return {
        "objectID": str(number),
        "author": "someone",
        "comment_text": text,
        "parent_id": parent,
        "story_id": 901,
        "created_at": "2026-03-01T16:00:00Z",
        "created_at_i": 1772380800,
    }


_COMMENTS = {
    "hits": [
        _comment(
            61, f"Sturmvogel | Backend Engineer (m&#x2F;w&#x2F;d) | Hamburg, Germany | ONSITE | Full-time<p>{HTML}"
        ),
        _comment(62, f"Sturmvogel | Staff Nurse | Leeds, UK | Full-time<p>{NURSE}"),
        _comment(63, f"Sturmvogel | Data Analyst | REMOTE | Full-time | https:&#x2F;&#x2F;example.org<p>{ANALYST}"),
        _comment(64, "Is the Backend Engineer role in Hamburg still open?", parent=61),
        _comment(65, "Please stop posting Backend Engineer roles in Hamburg."),
    ]
}


def hacker_news(query: dict[str, list[str]]) -> dict[str, Any]:
    return _THREADS if query["tags"][0].startswith("story,") else _COMMENTS


PAYLOADS: dict[str, dict[str, Any]] = {
    "greenhouse:sturmvogel": {"/v1/boards/sturmvogel/jobs": GREENHOUSE},
    "lever:sturmvogel": {"/v0/postings/sturmvogel": LEVER},
    "lever_eu:sturmvogel": {"/v0/postings/sturmvogel": LEVER},
    "ashby:sturmvogel": {"/posting-api/job-board/sturmvogel": ASHBY},
    "workable:sturmvogel": {"/api/v1/widget/accounts/sturmvogel": WORKABLE},
    "smartrecruiters:Sturmvogel": {
        "/v1/companies/Sturmvogel/postings": SMARTRECRUITERS,
        **{f"/v1/companies/Sturmvogel/postings/{number}": detail for number, detail in SMART_DETAILS.items()},
    },
    "recruitee:sturmvogel": {"/api/offers/": RECRUITEE},
    "remotive": {"/api/remote-jobs": REMOTIVE},
    "arbeitnow": {"/api/job-board-api": lambda query: ARBEITNOW if query["page"] == ["1"] else {"data": []}},
    "themuse": {"/api/public/jobs": lambda query: THEMUSE if query["page"] == ["0"] else {"results": []}},
    "adzuna:de": {"/v1/api/jobs/de/search/1": adzuna},
    "usajobs": {"/api/search": usajobs},
    "hackernews": {"/api/v1/search_by_date": hacker_news},
}
"""By the board's name: what it answers at which path."""
