"""`AUTH_PROVIDER=supabase` over HTTP, with a local server in the place of Supabase Auth."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
from jose import jwt

from app.settings import Settings
from tests.api.conftest import serve
from tests.gotrue_double import PUBLISHABLE, SECRET, SECRET_KEY, GoTrueDouble, Person, gotrue_double

ZOE = {"email": "zoe@example.org", "password": "Correct-Horse-9"}
NEW = "Battery-Staple-8"


@dataclass
class World:
    """A service whose accounts are at the double."""

    client: httpx2.AsyncClient
    double: GoTrueDouble
    settings: Settings

    async def post(self, path: str, body: Any = None, token: str = "") -> httpx2.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.client.post(f"/api/v1/auth/{path}", json=body, headers=headers)

    async def me(self, token: str) -> httpx2.Response:
        return await self.client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"})

    async def register(self) -> dict[str, Any]:
        answer = await self.post("register", {**ZOE, "full_name": "Zoë", "username": "zoe"})
        assert answer.status_code == 201, answer.text
        body: dict[str, Any] = answer.json()
        return body

    def somebody(self) -> str:
        """Return a token of somebody who was never seen here."""
        person = Person("bo@example.org", "Correct-Horse-9", "Bo")
        self.double.people[person.email] = person
        token: str = self.double.open(person)["access_token"]
        return token


@pytest.fixture(params=["ES256", "HS256"])
async def world(request: pytest.FixtureRequest, database_settings: Settings) -> AsyncIterator[World]:
    async with gotrue_double() as double:
        double.signs_with = request.param
        settings = database_settings.model_copy(
            update={
                "auth_provider": "supabase",
                "supabase_url": f"{double.url}/",
                "supabase_key": SECRET_KEY,
                "supabase_jwt_secret": SECRET if request.param == "HS256" else "",
            }
        )
        async with serve(settings) as client:
            yield World(client, double, settings)


async def test_an_account_lives_at_the_provider_from_its_making_to_its_end(world: World) -> None:
    made = await world.register()
    assert (made["user"]["email"], made["user"]["full_name"], made["user"]["username"]) == (ZOE["email"], "Zoë", "zoe")
    assert (made["user"]["is_verified"], made["expires_in"], made["token_type"]) == (True, 3600, "bearer")
    assert world.double.sessions[_session(made)][1] == made["refresh_token"]
    me = await world.me(made["access_token"])
    assert (me.status_code, me.json()["id"]) == (200, made["user"]["id"])
    again = await world.post("register", ZOE)
    assert (again.status_code, again.json()["error"]["code"]) == (409, "email_taken")
    by_name = await world.post("login", {"username": "zoe", "password": ZOE["password"]})
    assert (by_name.status_code, by_name.json()["user"]["id"]) == (200, made["user"]["id"])
    wrong = await world.post("login", {**ZOE, "password": "Wrong-Horse-9"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (401, "invalid_credentials")
    renewed = await world.post("refresh", {"refresh_token": made["refresh_token"]})
    assert (renewed.status_code, (await world.me(renewed.json()["access_token"])).status_code) == (200, 200)
    spent = await world.post("refresh", {"refresh_token": made["refresh_token"]})
    assert (spent.status_code, spent.json()["error"]["code"]) == (401, "invalid_token")
    headers = {"Authorization": f"Bearer {made['access_token']}"}
    refused = await world.client.request(
        "DELETE", "/api/v1/auth/account", json={"password": "Wrong-Horse-9"}, headers=headers
    )
    assert refused.status_code == 401
    gone = await world.client.request("DELETE", "/api/v1/auth/account", json=ZOE, headers=headers)
    assert gone.status_code == 204
    assert world.double.people == {}
    assert (await world.me(made["access_token"])).status_code == 401


def _session(made: dict[str, Any]) -> str:
    found: str = jwt.get_unverified_claims(made["access_token"])["session_id"]
    return found


async def test_a_browser_keeps_its_refresh_token_in_the_cookie_here_too(world: World) -> None:
    first = await world.post("register?cookie=true", ZOE)
    assert (first.json()["refresh_token"], "httponly" in first.headers["Set-Cookie"].lower()) == (None, True)
    second = await world.post("refresh")
    assert (second.status_code, second.json()["refresh_token"]) == (200, None)


async def test_logging_out_ends_the_session_there_and_kills_both_tokens_here_at_once(world: World) -> None:
    made, other = await world.register(), (await world.post("login", ZOE)).json()
    assert (await world.post("logout", token=made["access_token"])).status_code == 204
    assert (await world.me(made["access_token"])).status_code == 401
    assert (await world.post("refresh", {"refresh_token": made["refresh_token"]})).status_code == 401
    assert [kept[1] for kept in world.double.sessions.values()] == [other["refresh_token"]]
    assert (await world.me(other["access_token"])).status_code == 200
    listed = await world.client.get(
        "/api/v1/auth/sessions", headers={"Authorization": f"Bearer {other['access_token']}"}
    )
    assert [session["is_current"] for session in listed.json()] == [True]
    assert (await world.post("logout-all", token=other["access_token"])).status_code == 204
    assert world.double.sessions == {}


async def test_who_comes_with_a_token_from_there_gets_an_account_at_first_sight_once(world: World) -> None:
    token = world.somebody()
    headers = {"Authorization": f"Bearer {token}"}
    job = {"source": "manual", "title": "Nurse", "company": "Ward", "description": "Nights."}
    async with serve(world.settings) as other:
        answers = await asyncio.gather(
            *((world.client, other)[i % 2].post("/api/v1/jobs", json=job, headers=headers) for i in range(12))
        )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["user_id"] for answer in answers}) == 1
    me = (await world.me(token)).json()
    assert (me["email"], me["full_name"], me["subscription_tier"]) == ("bo@example.org", "Bo", "free")
    exported = await world.client.get("/api/v1/auth/account/export", headers=headers)
    with zipfile.ZipFile(io.BytesIO(exported.content)) as archive:
        data = json.loads(archive.read("data.json"))
    assert len(data["jobs"]) == 12
    assert len(data["user_sessions"]) == 1


async def test_what_is_no_token_of_that_project_opens_nothing(world: World) -> None:
    person = Person("bo@example.org", "x")
    world.double.people[person.email] = person
    session = world.double.open(person)["access_token"]
    now = world.double.claims(person, "s")["iat"]
    wrong = [
        world.double.mint(person, _session({"access_token": session}), **changes)
        for changes in (
            {"exp": now - 1},
            {"aud": "another"},
            {"iss": "https://evil.example/auth/v1"},
            {"role": "service_role"},
            {"sub": ...},
        )
    ]
    for token in [*wrong, "nonsense", session[:-6] + "AAAAAA", PUBLISHABLE, SECRET_KEY]:
        answer = await world.me(token)
        assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer"), token
    assert (await world.me(wrong[0])).json()["error"]["code"] == "token_expired"
    assert (await world.me(session)).status_code == 200


async def test_while_the_provider_is_away_signing_in_is_later_and_who_is_in_stays_in(world: World) -> None:
    made = await world.register()
    assert (await world.me(made["access_token"])).status_code == 200
    world.double.trouble = "hang_up"
    for path, body in (
        ("register", {**ZOE, "email": "bo@example.org"}),
        ("login", ZOE),
        ("refresh", {"refresh_token": made["refresh_token"]}),
        ("password/forgot", {"email": ZOE["email"]}),
    ):
        answer = await world.post(path, body)
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "service_unavailable"), path
        assert int(answer.headers["Retry-After"]) > 0
        assert ZOE["password"] not in answer.text
    ready = (await world.client.get("/health/ready")).json()
    assert (ready["status"], ready["checks"]["database"]) == ("degraded", "ok")
    assert "does not answer" in ready["checks"]["supabase"]
    assert (await world.me(made["access_token"])).status_code == 200
    assert (await world.post("logout", token=made["access_token"])).status_code == 204
    assert (await world.me(made["access_token"])).status_code == 401


async def test_a_token_that_cannot_be_checked_yet_is_not_called_wrong(database_settings: Settings) -> None:
    async with gotrue_double() as double:
        settings = database_settings.model_copy(
            update={"auth_provider": "supabase", "supabase_url": double.url, "supabase_key": PUBLISHABLE}
        )
        async with serve(settings) as client:
            world = World(client, double, settings)
            token = world.somebody()
            double.trouble = "hang_up"
            for _ in range(5):
                assert (await world.me(token)).status_code == 503
            assert double.count(".well-known/jwks.json") == 1


async def test_passwords_are_changed_and_reset_at_the_provider(world: World) -> None:
    made = await world.register()
    token = made["access_token"]
    weak = await world.post(
        "password/change", {"current_password": ZOE["password"], "new_password": "Pwned-Horse-9"}, token
    )
    assert (weak.status_code, weak.json()["error"]["details"]["fields"][0]["field"]) == (400, "password")
    body = {"current_password": ZOE["password"], "new_password": NEW}
    assert (await world.post("password/change", body, token)).status_code == 204
    assert (await world.post("login", ZOE)).status_code == 401
    assert (await world.post("password/forgot", {"email": "nobody@example.org"})).status_code == 204
    assert (await world.post("password/forgot", {"email": ZOE["email"]})).status_code == 204
    secret = world.double.mailed[ZOE["email"]]
    reset = {"token": secret, "new_password": ZOE["password"]}
    assert (await world.post("password/reset", reset)).status_code == 204
    assert (await world.post("password/reset", reset)).status_code == 401
    assert (await world.me(token)).status_code == 401
    assert (await world.post("login", ZOE)).status_code == 200


async def test_an_address_may_have_to_be_confirmed_there_first(world: World) -> None:
    world.double.confirms = True
    waiting = await world.post("register", ZOE)
    assert (waiting.status_code, waiting.json()["error"]["code"]) == (403, "email_not_confirmed")
    assert (await world.post("login", ZOE)).json()["error"]["code"] == "email_not_confirmed"
    assert (await world.post("email/verify", {"token": world.double.mailed[ZOE["email"]]})).status_code == 204
    assert (await world.post("login", ZOE)).status_code == 200


async def test_registering_may_be_closed_there(world: World) -> None:
    world.double.is_open = False
    closed = await world.post("register", ZOE)
    assert (closed.status_code, closed.json()["error"]["code"]) == (403, "registration_closed")


async def test_a_socket_ticket_is_made_and_spent_with_the_provider_s_session(world: World) -> None:
    made = await world.register()
    assert (await world.post("ws-ticket", {}, made["access_token"])).status_code == 201


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "SUPABASE_URL and SUPABASE_KEY"),
        ({"supabase_url": "https://abc.supabase.co"}, "SUPABASE_KEY"),
        ({"supabase_url": "https://x", "supabase_key": "k", "supabase_jwt_secret": "short"}, "32 bytes"),
    ],
)
def test_half_a_project_refuses_to_start(given: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Settings(auth_provider="supabase", **given)  # type: ignore[arg-type]
