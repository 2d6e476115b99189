"""What a profile lacks and comes to, and its way in and out as a file, over HTTP."""

import json
from pathlib import Path
from typing import Any

import httpx2
import jsonschema

from tests.api.conftest import SignUp

# Nasty on purpose: fields that no profile has, sections of our own, half dates, a key that is also a field's name.
DOCUMENT: dict[str, Any] = {
    "$schema": "https://example.org/schema.json",
    "basics": {
        "name": "Mira Okafor",
        "label": "Chef de cuisine",
        "image": "https://mira.example/me.jpg",
        "email": "mira@example.com",
        "phone": "+33 6 12 34 56 78",
        "url": "https://mira.example",
        "summary": "Chef. Menus for 200 covers.\n\nNo waste.",
        "location": {"city": "Lyon", "region": "Rhône", "countryCode": "FR", "postalCode": "69002"},
        "profiles": [
            {"network": "GitHub", "username": "mira"},
            {"network": "Mastodon", "username": "mira", "url": "https://social.example/@mira"},
        ],
        "pronouns": "she/her",
    },
    "work": [
        {"name": "Le Fanal", "position": "Chef", "startDate": "2019", "highlights": ["Led 9 cooks"], "x-brigade": 9},
        {
            "name": "Maison Roux", "position": "Sous-chef", "startDate": "2015-04", "endDate": "2018-12-24",
            "location": "Paris", "summary": "Fish.", "url": "https://roux.example",
        },
    ],
    "education": [
        {"institution": "Ferrandi", "studyType": "CAP", "area": "Cuisine", "endDate": "2012", "courses": ["Sauces 1"]}
    ],
    "projects": [{"name": "Carnet", "keywords": ["Python"], "startDate": "2020", "roles": ["author"]}],
    "skills": [{"name": "Kitchen", "level": "expert", "keywords": ["HACCP", "Menu planning"]}, {"name": "Wine"}],
    "languages": [{"language": "French", "fluency": "native"}],
    "certificates": [{"name": "HACCP 2", "date": "2018-05-01", "issuer": "AFNOR", "url": "https://afnor.example/2"}],
    "volunteer": [{"organization": "Soup Kitchen", "position": "Cook", "startDate": "2020"}],
    "awards": [{"title": "Bib", "date": "2021-01-01", "awarder": "Guide"}],
    "interests": [{"name": "Diving", "keywords": ["caves"]}],
    "meta": {"version": "v1.0.0"},
    "pets": ["one cat"],
    "skills_matrix": {"deep": [1, 2, {"a": True}]},
}  # fmt: skip

RESUME = """Jo Doe
jo@example.org

Experience
Backend Engineer, Fjord Pay, Oslo
2019-03 - Present
- Built payment services in Python and PostgreSQL for 40 shops

Skills
Python, PostgreSQL, Docker
"""


async def _imported(client: httpx2.AsyncClient, headers: dict[str, str], document: object) -> dict[str, Any]:
    answer = await client.post("/api/v1/profiles/import", json={"json_resume": document}, headers=headers)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_nothing_of_a_json_resume_is_lost_on_the_round_trip(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    out = await client.get(f"/api/v1/profiles/{profile['id']}/export", headers=headers)
    assert (out.status_code, out.headers["Content-Type"]) == (200, "application/json")
    assert 'filename="mira-okafor-profile.json"' in out.headers["Content-Disposition"]
    assert out.json() == DOCUMENT
    again = (await _imported(client, headers, out.json()))["profile"]
    assert (await client.get(f"/api/v1/profiles/{again['id']}/export", headers=headers)).json() == DOCUMENT


async def test_an_edited_profile_exports_a_valid_json_resume(
    client: httpx2.AsyncClient, sign_up: SignUp, shared_data: Path
) -> None:
    schema = json.loads((shared_data / "jsonresume" / "schema.json").read_text(encoding="utf-8"))
    headers = await sign_up()
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    base = f"/api/v1/profiles/{profile['id']}"
    job = {"title": "Head chef", "company": "Ambre", "start_date": "2024-02", "achievements": ["Cut waste by 30%"]}
    await client.post(f"{base}/experiences", json=job, headers=headers)
    await client.patch(f"{base}/skills/{profile['skills'][0]['id']}", json={"name": "HACCP plans"}, headers=headers)
    out = (await client.get(f"{base}/export?format=json_resume", headers=headers)).json()
    jsonschema.validate(out, schema)
    assert [one["name"] for one in out["work"]] == ["Le Fanal", "Maison Roux", "Ambre"]
    assert (out["work"][0]["x-brigade"], out["pets"], out["work"][2]["highlights"]) == (
        9, ["one cat"], ["Cut waste by 30%"],
    )  # fmt: skip


async def test_importing_twice_into_one_profile_doubles_nothing(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    body = {"json_resume": DOCUMENT, "profile_id": profile["id"]}
    stale = await client.post("/api/v1/profiles/import", json=body, headers={**headers, "If-Match": '"9"'})
    assert stale.status_code == 412
    merged = await client.post("/api/v1/profiles/import", json=body, headers=headers)
    assert (merged.status_code, merged.headers["ETag"]) == (201, '"2"'), merged.text
    assert merged.json()["report"]["added"] == []
    same = ("experiences", "education", "projects", "skills", "custom_fields", "full_name", "headline")
    assert {name: merged.json()["profile"][name] for name in same} == {name: profile[name] for name in same}
    more = {
        **DOCUMENT,
        "work": [*DOCUMENT["work"], {"name": "Ambre", "position": "Head chef", "startDate": "2024"}],
        "skills": [{"name": "Pastry"}],
    }
    grown = (await client.post("/api/v1/profiles/import", json={**body, "json_resume": more}, headers=headers)).json()
    assert [job["company"] for job in grown["profile"]["experiences"]].count("Ambre") == 1
    assert len(grown["profile"]["experiences"]) == 3
    assert len(grown["profile"]["skills"]) == len(profile["skills"]) + 1
    out = (await client.get(f"/api/v1/profiles/{profile['id']}/export", headers=headers)).json()
    assert (out["work"][0]["x-brigade"], out["skills_matrix"]) == (9, DOCUMENT["skills_matrix"])


async def test_a_resume_is_merged_into_a_profile_once(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    files = {"file": ("resume.txt", RESUME.encode(), "text/plain")}
    resume_id = (await client.post("/api/v1/resumes", files=files, headers=headers)).json()["id"]
    mine = {"full_name": "Jo Doe", "skills": [{"name": "python"}], "headline": "Engineer at heart"}
    profile = (await client.post("/api/v1/profiles", json=mine, headers=headers)).json()
    body = {"resume_id": resume_id, "profile_id": profile["id"]}
    first = await client.post("/api/v1/profiles/import", json=body, headers=headers)
    assert (first.status_code, first.headers["ETag"]) == (201, '"2"'), first.text
    merged = first.json()["profile"]
    assert (merged["id"], merged["headline"], merged["email"]) == (profile["id"], mine["headline"], "jo@example.org")
    assert [job["company"] for job in merged["experiences"]] == ["Fjord Pay"]
    assert [one["name"].lower() for one in merged["skills"]] == ["python", "postgresql", "docker"]
    assert merged["skills"][0]["id"] == profile["skills"][0]["id"]
    again = (await client.post("/api/v1/profiles/import", json=body, headers=headers)).json()
    same = ("experiences", "education", "projects", "skills", "email", "headline")
    assert {name: again["profile"][name] for name in same} == {name: merged[name] for name in same}
    for wrong in (body, {"resume_id": resume_id}, {"json_resume": {}, "profile_id": profile["id"]}):
        assert (await client.post("/api/v1/profiles/import", json=wrong, headers=stranger)).status_code == 403


async def test_an_import_is_seen_before_and_taken_by_section(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    mine = {"full_name": "Mira Okafor", "skills": [{"name": "haccp"}], "experiences": [{"title": "Chef"}]}
    profile = (await client.post("/api/v1/profiles", json=mine, headers=headers)).json()
    body = {"json_resume": DOCUMENT, "profile_id": profile["id"]}
    seen = await client.post("/api/v1/profiles/import/preview", json=body, headers=headers)
    assert seen.status_code == 200, seen.text
    assert (seen.json()["profile_id"], seen.json()["version"]) == (profile["id"], 1)
    told = {one["section"]: one for one in seen.json()["sections"]}
    assert list(told) == ["contact", "experiences", "education", "projects", "skills", "custom_fields"]
    work = told["experiences"]
    assert (work["added"], work["completed"], work["unchanged"], work["conflicts"]) == (1, 1, 0, 0)
    first, second = work["entries"]
    assert (first["path"], first["target"], first["outcome"]) == ("experiences.0", "experiences.0", "completed")
    assert first["fields"] == ["company", "start_date", "achievements"]
    assert (second["path"], second["target"], second["outcome"]) == ("experiences.1", "experiences.1", "added")
    assert {"path": "full_name", "outcome": "unchanged"}.items() <= told["contact"]["entries"][0].items()
    assert (await client.get(f"/api/v1/profiles/{profile['id']}", headers=headers)).json() == profile
    refused = await client.post("/api/v1/profiles/import/preview", json=body, headers=stranger)
    assert refused.status_code == 403

    taken = {**body, "sections": ["education", "skills"]}
    merged = await client.post("/api/v1/profiles/import", json=taken, headers={**headers, "If-Match": '"1"'})
    assert (merged.status_code, merged.headers["ETag"]) == (201, '"2"'), merged.text
    after, added = merged.json()["profile"], merged.json()["report"]["added"]
    assert [one["institution"] for one in after["education"]] == ["Ferrandi"]
    assert len(after["skills"]) == 1 + told["skills"]["added"]
    assert {path.partition(".")[0] for path in added} == {"education", "skills"}
    left = ("experiences", "projects", "custom_fields", "full_name", "email", "headline", "professional_summary")
    assert {name: after[name] for name in left} == {name: profile[name] for name in left}


async def test_a_new_profile_takes_only_the_sections_that_are_named(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    seen = await client.post("/api/v1/profiles/import/preview", json={"json_resume": DOCUMENT}, headers=headers)
    assert (seen.json()["profile_id"], seen.json()["version"]) == (None, None)
    assert {entry["outcome"] for one in seen.json()["sections"] for entry in one["entries"]} == {"added"}
    body = {"json_resume": DOCUMENT, "sections": ["contact", "contact"]}
    profile = (await client.post("/api/v1/profiles/import", json=body, headers=headers)).json()["profile"]
    assert (profile["full_name"], profile["custom_fields"]) == ("Mira Okafor", {})
    assert [profile[name] for name in ("experiences", "education", "projects", "skills")] == [[], [], [], []]
    added = {"title": "Chef", "company": "Ambre"}
    await client.post(f"/api/v1/profiles/{profile['id']}/experiences", json=added, headers=headers)
    again = (await client.post("/api/v1/profiles/import", json=body, headers=headers)).json()["profile"]
    assert again["experiences"] == []


async def test_periods_that_cannot_be_are_reported_and_not_kept(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    work = [{"name": "Le Fanal", "position": "Chef", "startDate": "2019", "endDate": "2015"}]
    body = await _imported(client, headers, {"basics": {"name": "Mira"}, "work": work})
    (job,) = body["profile"]["experiences"]
    assert (job["title"], job["start_date"], job["end_date"], job["is_current"]) == ("Chef", None, None, False)
    assert body["report"]["unplaced"] == ["experiences.0: 2019 – 2015"]


async def test_what_an_import_refuses(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    answer = await client.post(
        "/api/v1/profiles/import",
        content=b'{"json_resume": {"basics": {"name": "\\ud800", "x": ["\\udfff"]}}}',
        headers={**headers, "Content-Type": "application/json"},
    )
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "validation_error")
    both: dict[str, object] = {"json_resume": {}, "resume_id": "019a0000-0000-7000-8000-000000000000"}
    bodies: list[dict[str, object]] = [{}, both, {"json_resume": []}]
    for body in bodies:
        refused = await client.post("/api/v1/profiles/import/preview", json=body, headers=headers)
        assert refused.status_code == 400
    bodies += [{"json_resume": {}, "sections": wrong} for wrong in ([], ["hobbies"], "skills", ["skills"] * 7)]
    for body in bodies:
        refused = await client.post("/api/v1/profiles/import", json=body, headers=headers)
        assert refused.status_code == 400


async def test_analytics_say_what_is_missing_and_why(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    empty = (await client.post("/api/v1/profiles", json={}, headers=headers)).json()
    found = (await client.get(f"/api/v1/profiles/{empty['id']}/analytics", headers=headers)).json()
    assert (found["profile_id"], found["version"], found["completeness"]) == (empty["id"], 1, 0)
    assert {section["name"] for section in found["sections"]} == {
        "contact", "summary", "experience", "education", "skills",
    }  # fmt: skip
    assert sum(section["maximum"] for section in found["sections"]) == 100
    assert all(step["why"] and step["gain"] > 0 for step in found["next_steps"])
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    fuller = (await client.get(f"/api/v1/profiles/{profile['id']}/analytics", headers=headers)).json()
    assert 60 < fuller["completeness"] < 100
    assert sum(step["gain"] for step in fuller["next_steps"]) == 100 - fuller["completeness"]


async def test_a_summary_tells_years_and_evidence(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    found = (await client.get(f"/api/v1/profiles/{profile['id']}/summary", headers=headers)).json()
    assert found["totals"] == {
        "experiences": 2, "education": 1, "projects": 1, "technical_skills": 3, "soft_skills": 0, "languages": 1,
        "certifications": 1, "achievements": 1,
    }  # fmt: skip
    assert (found["languages"], found["current_titles"]) == (["French (native)"], ["Chef"])
    python = next(skill for skill in found["top_skills"] if skill["name"] == "Python")
    project = profile["projects"][0]
    assert [one["fact_id"] for one in python["evidence"]] == [f"{project['id']}:technologies:0"]


async def test_a_profile_is_exported_in_every_format(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    profile = (await _imported(client, headers, DOCUMENT))["profile"]
    url = f"/api/v1/profiles/{profile['id']}/export"
    signs = {"pdf": b"%PDF", "docx": b"PK", "markdown": b"# Mira Okafor", "txt": b"Mira Okafor", "html": b"<!"}
    for name, sign in signs.items():
        file = await client.get(f"{url}?format={name}&page_size=letter", headers=headers)
        assert (file.status_code, file.content[: len(sign)].lower()) == (200, sign.lower()), (name, file.content[:80])
        assert b"x-brigade" not in file.content
    assert (await client.get(f"{url}?format=rtf", headers=headers)).status_code == 400
    assert (await client.get(f"{url}?format=pdf&template=no-such", headers=headers)).status_code == 400
    for path in ("export", "analytics", "summary", "versions"):
        answer = await client.get(f"/api/v1/profiles/{profile['id']}/{path}", headers=stranger)
        assert (answer.status_code, "Mira" in answer.text) == (403, False)
    empty = (await client.post("/api/v1/profiles", json={}, headers=headers)).json()
    for name in (*signs, "json_resume"):
        file = await client.get(f"/api/v1/profiles/{empty['id']}/export?format={name}", headers=headers)
        assert file.status_code == 200, (name, file.text[:200])
