"""`/notifications` over HTTP."""

import asyncio
import base64
import hashlib
import hmac
import io
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import httpx2
import pytest

from app.domain.ids import uuid7
from app.settings import Settings
from tests.api.conftest import SignUp, serve
from tests.api.test_applications import new_application
from tests.receivers import WebReceiver, mail_receiver, web_receiver

BASE = "/api/v1/notifications"
Headers = dict[str, str]
UNCONFIRMED = "You have a notification in JobWise"  # the subject of mail to an address that was not confirmed


async def until(look: Callable[[], Any]) -> Any:
    """Return what `look` finds as soon as it finds something."""
    async with asyncio.timeout(20):
        while not (found := look()):  # noqa: ASYNC110 - receivers tell nobody
            await asyncio.sleep(0.01)
        return found


async def move(client: httpx2.AsyncClient, headers: Headers, application_id: str, status: str = "applied") -> None:
    url = f"/api/v1/applications/{application_id}/status"
    answer = await client.put(url, json={"status": status, "note": "By mail."}, headers=headers)
    assert answer.status_code == 200, answer.text


async def choose(client: httpx2.AsyncClient, headers: Headers, **body: Any) -> Any:
    answer = await client.put(f"{BASE}/preferences", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def shown(client: httpx2.AsyncClient, headers: Headers, query: str = "") -> Any:
    answer = await client.get(f"{BASE}?{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_status_is_told_at_once_with_a_link_to_its_application(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    application = await new_application(client, headers)
    assert await shown(client, headers) == {"items": [], "total": 0, "limit": 20, "offset": 0, "unread": 0}
    await move(client, headers, application["id"])
    page = await shown(client, headers)
    (told,) = page["items"]
    assert page["unread"] == 1
    assert (
        told.items()
        >= {
            "kind": "status_change",
            "title": "Applied: Ward Nurse at Riverside",
            "body": "It went from interested to applied. By mail.",
            "link": f"/applications/{application['id']}",
            "application_id": application["id"],
            "read_at": None,
            "deliveries": [],
        }.items()
    )
    assert (await client.get(f"{BASE}/{told['id']}", headers=headers)).json() == told
    await move(client, headers, application["id"])
    await client.put(f"/api/v1/applications/{application['id']}", json={"notes": "x"}, headers=headers)
    assert (await shown(client, headers))["total"] == 1


async def test_notifications_are_read_filtered_and_deleted(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    application = await new_application(client, headers)
    for status in ("applied", "interviewing", "offer"):
        await move(client, headers, application["id"], status)
    newest = (await shown(client, headers))["items"][0]
    url = f"{BASE}/{newest['id']}"
    assert newest["title"].startswith("Offer")
    read = [(await client.post(f"{url}/read", headers=headers)).json() for _ in range(2)]
    assert read[0]["read_at"] is not None
    assert read[0] == read[1]
    for path in (f"{url}/read", f"{url}/retry"):
        assert (await client.post(path, headers=stranger)).status_code == 403
    assert (await client.post(f"{BASE}/{uuid7()}/read", headers=headers)).status_code == 404
    assert [(await shown(client, headers, q))["total"] for q in ("unread=true", "unread=false")] == [2, 1]
    assert (await shown(client, headers, "kind=status_change"))["total"] == 3
    assert (await shown(client, headers, "kind=deadline"))["total"] == 0
    assert (await shown(client, headers, f"application_id={application['id']}&limit=1"))["total"] == 3
    assert (await client.get(f"{BASE}?kind=gossip", headers=headers)).status_code == 400
    assert (await client.post(f"{BASE}/read-all", headers=headers)).json() == {"read": 2}
    assert (await client.post(f"{BASE}/read-all", headers=headers)).json() == {"read": 0}
    assert (await shown(client, headers))["unread"] == 0
    assert (await client.delete(url, headers=stranger)).status_code == 403
    assert (await client.delete(url, headers=headers)).status_code == 204
    assert (await shown(client, headers))["total"] == 2
    await client.delete(f"/api/v1/applications/{application['id']}", headers=headers)
    assert (await shown(client, headers))["total"] == 0


async def test_everything_is_quiet_until_it_is_chosen(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    first = (await client.get(f"{BASE}/preferences", headers=headers)).json()
    quiet = {"in_app": True, "email": False, "sms": False, "webhook": False}
    kinds = ("status_change", "deadline", "reminder", "generation_done", "new_jobs")
    assert first["kinds"] == dict.fromkeys(kinds, quiet)
    assert {one["channel"]: (one["is_available"], one["remark"]) for one in first["channels"]} == {
        "in_app": (True, ""),
        "email": (True, "Confirm your e-mail address to get notifications in full"),
        "sms": (False, "This installation does not offer the channel"),
        "webhook": (False, "Say where to send to first"),
    }
    offered = [one["channel"] for one in first["channels"] if one["is_offered"]]
    assert offered == ["in_app", "email", "webhook"]
    changed = await choose(client, headers, kinds={"deadline": {"email": True}, "new_jobs": {"in_app": False}})
    assert changed["kinds"]["deadline"] == {**quiet, "email": True}
    assert changed["kinds"]["new_jobs"] == {**quiet, "in_app": False}
    assert changed["kinds"]["reminder"] == quiet
    again = (await client.get(f"{BASE}/preferences", headers=headers)).json()
    assert again == changed
    for wrong in ({"kinds": {"deadline": {"email": 1}}}, {"phone": "call me"}, {"webhook_url": "ftp://x.example"}):
        refused = await client.put(f"{BASE}/preferences", json=wrong, headers=headers)
        assert (refused.status_code, refused.json()["error"]["code"]) == (400, "validation_error")
    private = await client.put(f"{BASE}/preferences", json={"webhook_url": "http://10.0.0.8/"}, headers=headers)
    assert private.json()["error"]["details"]["fields"][0]["field"] == "webhook_url"


async def test_the_secret_of_a_webhook_is_shown_once(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    renew = f"{BASE}/preferences/webhook-secret"
    early = await client.post(renew, headers=headers)
    assert (early.status_code, early.json()["error"]["code"]) == (409, "no_webhook")
    first = await choose(client, headers, webhook_url="https://hooks.example.org/a")
    moved = await choose(client, headers, webhook_url="https://hooks.example.org/b", phone="+46 (70) 123-45 67")
    assert first["webhook_secret"].startswith("whsec_")
    assert (moved["webhook_secret"], moved["webhook_url"]) == (None, "https://hooks.example.org/b")
    assert moved["phone"] == "+46701234567"
    key = {**headers, "Idempotency-Key": "once"}
    renewed = [(await client.post(renew, headers=key)).json()["webhook_secret"] for _ in range(2)]
    assert renewed[0] == renewed[1] != first["webhook_secret"]
    gone = await choose(client, headers, webhook_url=None)
    assert (gone["webhook_url"], gone["phone"]) == ("", "+46701234567")
    fresh = await choose(client, headers, webhook_url="https://hooks.example.org/b")
    assert fresh["webhook_secret"] not in (None, first["webhook_secret"], renewed[0])


async def test_an_export_holds_notifications_and_choices_and_no_secret(
    client: httpx2.AsyncClient, sign_up: SignUp
) -> None:
    headers = await sign_up()
    await choose(client, headers, webhook_url="https://hooks.example.org/a", kinds={"reminder": {"email": True}})
    await move(client, headers, (await new_application(client, headers))["id"])
    exported = await client.get("/api/v1/auth/account/export", headers=headers)
    data = json.loads(zipfile.ZipFile(io.BytesIO(exported.content)).read("data.json"))
    assert [one["title"] for one in data["notifications"]] == ["Applied: Ward Nurse at Riverside"]
    (settings,) = data["notification_settings"]
    assert settings["choices"] == {"reminder": ["in_app", "email"]}
    assert settings["webhook_url"] == "https://hooks.example.org/a"
    assert [name for name in settings if "salt" in name or "secret" in name] == []


async def test_a_muted_application_tells_nothing(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers, stranger = await sign_up(), await sign_up()
    application = await new_application(client, headers)
    url = f"{BASE}/muted/{application['id']}"
    assert (await client.put(url, headers=stranger)).status_code == 403
    assert [(await client.put(url, headers=headers)).status_code for _ in range(2)] == [204, 204]
    preferences = (await client.get(f"{BASE}/preferences", headers=headers)).json()
    assert preferences["muted_application_ids"] == [application["id"]]
    await move(client, headers, application["id"], "applied")
    assert (await client.delete(url, headers=stranger)).status_code == 403
    assert (await client.delete(url, headers=headers)).status_code == 204
    await move(client, headers, application["id"], "offer")
    assert [one["title"] for one in (await shown(client, headers))["items"]] == ["Offer: Ward Nurse at Riverside"]


async def test_a_test_tells_whether_the_channel_works(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()

    async def attempt(channel: str) -> Any:
        return (await client.post(f"{BASE}/test", json={"channel": channel}, headers=headers)).json()

    assert await attempt("in_app") == {"channel": "in_app", "is_delivered": True, "error": ""}
    assert [one["kind"] for one in (await shown(client, headers))["items"]] == ["test"]
    assert await attempt("email") == {"channel": "email", "is_delivered": True, "error": ""}
    assert (await attempt("sms"))["error"] == "This installation does not offer the channel"
    assert (await attempt("webhook"))["error"] == "There is no webhook any more"
    await choose(client, headers, webhook_url="http://localhost/")
    assert await attempt("webhook") == {
        "channel": "webhook",
        "is_delivered": False,
        "error": "The address does not lead to the public web",
    }
    refused = [await client.post(f"{BASE}/test", json={"channel": "sms"}, headers=headers) for _ in range(20)]
    assert refused[-1].status_code == 429
    assert int(refused[-1].headers["Retry-After"]) > 0


@pytest.fixture
async def receivers(
    database_settings: Settings,
) -> AsyncIterator[tuple[httpx2.AsyncClient, WebReceiver, Callable[[], list[Any]]]]:
    """A service that sends to this machine: a client, what the web server got, and how to see the mails."""
    with mail_receiver() as inbox:
        async with web_receiver() as receiver:
            changes = {
                "smtp_url": f"smtp://127.0.0.1:{inbox.port}",
                "sms_url": f"json://{receiver.host}/sms/{{phone}}",
                "webhook_allowed_hosts": (receiver.host,),
            }
            async with serve(database_settings.model_copy(update=changes)) as client:
                yield client, receiver, lambda: [mail for mail in inbox.mails if mail["Subject"] == UNCONFIRMED]


async def test_a_status_goes_out_over_every_chosen_channel(
    receivers: tuple[httpx2.AsyncClient, WebReceiver, Callable[[], list[Any]]],
) -> None:
    client, receiver, mails = receivers
    account = {"email": "zoe@example.org", "password": "Correct-Horse-9"}
    token = (await client.post("/api/v1/auth/register", json=account)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    secret = (
        await choose(
            client,
            headers,
            kinds={"status_change": {"email": True, "sms": True, "webhook": True}},
            webhook_url=f"http://{receiver.host}/hook",
            phone="+46701234567",
        )
    )["webhook_secret"]
    application = await new_application(client, headers)
    await move(client, headers, application["id"])
    await until(lambda: len(receiver.calls) == 2 and len(mails()) == 1)
    calls = {call.path: call for call in receiver.calls}
    assert calls["/sms/+46701234567"].json["title"] == "Applied: Ward Nurse at Riverside"
    hook = calls["/hook"]
    assert hook.json["data"]["url"] == f"http://localhost:8000/applications/{application['id']}"
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{hook.headers['webhook-id']}.{hook.headers['webhook-timestamp']}.".encode() + hook.body
    expected = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    assert hook.headers["webhook-signature"] == f"v1,{expected}"
    async with asyncio.timeout(20):
        while True:
            (told,) = (await shown(client, headers))["items"]
            if {one["status"] for one in told["deliveries"]} == {"delivered"}:
                break
    assert sorted(one["channel"] for one in told["deliveries"]) == ["email", "sms", "webhook"]


async def test_a_dead_channel_holds_up_no_request_and_shows_why(
    receivers: tuple[httpx2.AsyncClient, WebReceiver, Callable[[], list[Any]]], sign_up: SignUp
) -> None:
    client, receiver, _ = receivers
    receiver.status = 302
    account = {"email": "zoe@example.org", "password": "Correct-Horse-9"}
    token = (await client.post("/api/v1/auth/register", json=account)).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    url = f"http://{receiver.host}/hook"
    await choose(client, headers, kinds={"status_change": {"webhook": True}}, webhook_url=url)
    application = await new_application(client, headers)
    await move(client, headers, application["id"])

    async def delivery() -> Any:
        (one,) = (await shown(client, headers))["items"][0]["deliveries"]
        return one

    async def delivery_that_is(status: str) -> Any:
        async with asyncio.timeout(20):
            while (one := await delivery())["status"] != status:  # noqa: ASYNC110 - the worker tells nobody
                await asyncio.sleep(0.01)
        return one

    parked = await delivery_that_is("parked")
    assert (parked["attempts"], parked["error"]) == (1, "The webhook answered 302; redirects are not followed")
    receiver.status = 200
    told = (await shown(client, headers))["items"][0]
    retried = await client.post(f"{BASE}/{told['id']}/retry", headers=headers)
    assert retried.json()["deliveries"][0]["status"] == "pending"
    await until(lambda: len(receiver.calls) == 2)
    # The receiver has it before it is written down that it does.
    await delivery_that_is("delivered")
    counted = (await client.get("/metrics")).text
    assert 'jobwise_deliveries_last_hour{channel="webhook",status="delivered"} 1.0' in counted
    assert receiver.calls[0].headers["webhook-id"] == receiver.calls[1].headers["webhook-id"]


async def test_without_a_mail_server_the_mail_is_a_file(
    client: httpx2.AsyncClient, sign_up: SignUp, database_settings: Settings
) -> None:
    headers = await sign_up()
    await choose(client, headers, kinds={"status_change": {"email": True}})
    await move(client, headers, (await new_application(client, headers))["id"])
    outbox: Path = database_settings.data_dir / "outbox"

    def mails() -> list[Any]:
        found = [message_from_bytes(path.read_bytes(), policy=default) for path in outbox.glob("*.eml")]
        return [mail for mail in found if mail["Subject"] == UNCONFIRMED]

    (mail,) = await until(mails)
    (told,) = (await shown(client, headers))["items"]
    assert "Ward Nurse" not in str(mail.get_content())
    assert told["link"] in str(mail.get_content())


async def test_the_stream_ends_when_its_session_does(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    headers = await sign_up()
    application = await new_application(client, headers)
    await move(client, headers, application["id"])
    assert isinstance(client._transport, httpx2.ASGITransport)
    client._transport.app.state.services.notification_feed._poll_seconds = 0.05  # type: ignore[attr-defined]
    watching = asyncio.create_task(client.get(f"{BASE}/stream", headers={**headers, "Last-Event-ID": "0"}))
    other = await new_application(client, headers, "Cook")
    await move(client, headers, other["id"])
    assert (await client.post("/api/v1/auth/logout", headers=headers)).status_code == 204
    async with asyncio.timeout(20):
        answer = await watching
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [
        dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        for block in answer.text.split("\n\n")
        if block and not block.startswith(":")
    ]
    found = [(block["event"], block.get("id"), json.loads(block["data"])["unread"]) for block in blocks]
    assert ("notification", "1") in [one[:2] for one in found]
    assert (await client.get(f"{BASE}/stream", headers=headers)).status_code == 401
