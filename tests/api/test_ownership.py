"""Every operation of the description, tried by somebody else, and with tokens that are none."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx2

from app.domain.ids import uuid7
from app.infrastructure.security import JoseTokenService
from app.settings import Settings
from tests.api.conftest import SignUp
from tests.api.test_main_job import POSTING, RESUME, prepare, wait

Ids = dict[str, str]
SECRET = "Priya Raman"  # stands in everything that the owner has
# Their own secret in the address is what lets one in, and what they take ends the session of the test itself.
OPEN = re.compile(r"calendar\.ics|/auth/(logout|account|password|email)")


class Described:
    """The operations of the API, and bodies that fit them."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._schemas = document["components"]["schemas"]
        self.paths: dict[str, dict[str, Any]] = document["paths"]

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield path template, method and operation of everything that needs a sign-in."""
        for path, operations in self.paths.items():
            for method, operation in operations.items():
                if operation.get("security") and not OPEN.search(path):
                    yield path, method, operation

    def request(self, operation: dict[str, Any], ids: Ids) -> dict[str, Any]:
        """Return the arguments of a request that fits the operation and names `ids` wherever it can."""
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            return {"json": self._value(content["application/json"]["schema"], "", ids)}
        if "multipart/form-data" in content:
            form = self._resolved(content["multipart/form-data"]["schema"])["properties"]
            data = {name: ids[name] for name in form if name in ids}
            return {"data": data, "files": {"file": ("resume.txt", RESUME.encode(), "text/plain")}}
        return {}

    def _value(self, schema: dict[str, Any], name: str, ids: Ids) -> Any:
        schema = self._resolved(schema)
        if name in ids:
            return ids[name]
        for alternatives in ("anyOf", "oneOf", "allOf"):
            if alternatives in schema:
                return self._value(schema[alternatives][0], name, ids)
        if "const" in schema or "enum" in schema:
            return schema.get("const", schema.get("enum", [None])[0])
        kind = schema.get("type")
        if kind == "object":
            fields = schema.get("properties", {})
            wanted = [field for field in fields if field in schema.get("required", []) or field in ids]
            return {field: self._value(fields[field], field, ids) for field in wanted}
        if kind == "string":
            words = {"uuid": str(uuid7()), "date-time": "2027-01-01T00:00:00Z", "date": "2027-01-01"}
            return words.get(schema.get("format", ""), POSTING if name in ("raw_text", "job_text") else "Python")
        minimum = schema.get("minimum", 1)
        return {"array": [], "integer": minimum, "number": minimum, "boolean": True}.get(str(kind))

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema


def fill(template: str, ids: Ids) -> str:
    """Return the path with ids in it; a number where a version is asked for, and an unknown id otherwise."""
    return re.sub(r"\{(\w+)\}", lambda m: "1" if "version" in m[1] else ids.get(m[1], str(uuid7())), template)


async def everything_of_the_owner(client: httpx2.AsyncClient, headers: dict[str, str]) -> Ids:
    """Make one of each thing; return ids by the name of the parameter that takes them."""
    profile_id, job_id = await prepare(client, headers)
    profile = (await client.get(f"/api/v1/profiles/{profile_id}", headers=headers)).json()
    body = {"profile_id": profile_id, "job_id": job_id}
    started = await client.post("/api/v1/generations/resume", json=body, headers=headers)
    done = await wait(client, headers, started.headers["Location"])
    resumes = (await client.get("/api/v1/resumes", headers=headers)).json()
    told = (await client.get("/api/v1/notifications", headers=headers)).json()
    return {
        "notification_id": told["items"][0]["id"],
        "profile_id": profile_id,
        "job_id": job_id,
        "item_id": profile["experiences"][0]["id"],
        "generation_id": done["id"],
        "document_id": done["result"]["document_id"],
        "resume_id": resumes["items"][0]["id"],
        "session_id": (await client.get("/api/v1/auth/sessions", headers=headers)).json()[0]["id"],
    }


async def add_what_other_features_make(
    client: httpx2.AsyncClient, headers: dict[str, str], described: Described, ids: Ids
) -> None:
    """Create one thing in each collection that has items of its own and is not known yet."""
    for path, method, operation in list(described.operations()):
        item = next((other for other in described.paths if re.fullmatch(re.escape(path) + r"/\{(\w+)\}", other)), None)
        name = item.rsplit("{", 1)[1].rstrip("}") if item else ""
        if method != "post" or not name or name in ids:
            continue
        answer = await client.post(fill(path, ids), headers=headers, **described.request(operation, ids))
        if answer.status_code in (201, 202) and "id" in answer.json():
            ids[name] = answer.json()["id"]


async def snapshot(client: httpx2.AsyncClient, headers: dict[str, str], described: Described, ids: Ids) -> Ids:
    """Return all that the owner can read, by address."""
    found = {}
    for path, method, _ in described.operations():
        if method == "get" and not path.endswith(("/stream", "/events", "/download", "/export", "/search")):
            url = fill(path, ids)
            answer = await client.get(url, headers=headers)
            found[url] = answer.text if answer.status_code == 200 else ""
    return {url: text for url, text in found.items() if text and not url.endswith("/auth/sessions")}


async def test_nobody_reaches_what_belongs_to_somebody_else(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    described = Described((await client.get("/openapi.json")).json())
    owner, stranger = await sign_up(), await sign_up()
    ids = await everything_of_the_owner(client, owner)
    await add_what_other_features_make(client, owner, described, ids)
    own = await everything_of_the_owner(client, stranger)
    before = await snapshot(client, owner, described, ids)
    tried, leaks = 0, []
    for path, method, operation in described.operations():
        names = re.findall(r"\{(\w+)\}", path)
        urls = [fill(path, ids)] if names else []
        if any(name in ids for name in names[1:]):
            urls.append(fill(path, {**ids, names[0]: own.get(names[0], str(uuid7()))}))
        request = described.request(operation, ids)
        if not names and any(isinstance(request.get(kind), dict) and set(request[kind]) & set(ids) for kind in request):
            urls.append(path)
        for url in urls:
            answer = await client.request(method.upper(), url, headers=stranger, **request)
            tried += 1
            if answer.status_code < 400 or answer.status_code >= 500 or SECRET in answer.text:
                leaks.append((method, url, answer.status_code, answer.text[:200]))
    assert leaks == []
    assert tried > 60
    assert await snapshot(client, owner, described, ids) == before


async def test_filters_by_ids_of_somebody_else_find_nothing(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    described = Described((await client.get("/openapi.json")).json())
    owner, stranger = await sign_up(), await sign_up()
    ids = await everything_of_the_owner(client, owner)
    tried = 0
    for path, method, operation in described.operations():
        for parameter in operation.get("parameters", []):
            if method == "get" and "{" not in path and parameter["in"] == "query" and parameter["name"] in ids:
                answer = await client.get(path, params={parameter["name"]: ids[parameter["name"]]}, headers=stranger)
                tried += 1
                assert answer.status_code in (403, 404) or answer.json().get("items") == [], path
                assert SECRET not in answer.text
    assert tried >= 5


async def test_a_token_that_is_none_opens_nothing(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    described = Described((await client.get("/openapi.json")).json())
    revoked = await sign_up()
    me = (await client.get("/api/v1/auth/me", headers=revoked)).json()
    session = (await client.get("/api/v1/auth/sessions", headers=revoked)).json()[0]
    await client.post("/api/v1/auth/logout", headers=revoked)
    tokens = JoseTokenService(database_settings.resolved_jwt_secret)
    forger = JoseTokenService("another secret of at least 32 bytes")
    hours_ago = datetime.now(UTC) - timedelta(hours=3)
    claims = {"user_id": UUID(me["id"]), "email": me["email"], "session_id": UUID(session["id"])}
    headers: list[dict[str, str]] = [
        {},
        {"Authorization": "Bearer nonsense"},
        {"Authorization": "Basic YTpi"},
        {"Authorization": f"Bearer {tokens.issue(**claims, now=hours_ago)}"},
        {"Authorization": f"Bearer {forger.issue(**claims, now=datetime.now(UTC))}"},
        revoked,
    ]
    wrong = []
    for path, method, operation in described.operations():
        request = described.request(operation, {})
        for given in headers:
            answer = await client.request(method.upper(), fill(path, {}), headers=given, **request)
            if answer.status_code != 401 or answer.headers.get("WWW-Authenticate") != "Bearer":
                wrong.append((method, path, given.get("Authorization", "")[:20], answer.status_code, answer.text[:200]))
    assert wrong == []
