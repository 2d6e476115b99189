"""What every channel outside promises, and what is its own: the fake, mail, apprise and the webhook."""

import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from app.domain.errors import UnavailableError
from app.domain.ids import uuid7
from app.domain.ports.channels import ChannelRefusedError, Dispatch, IChannel
from app.infrastructure.channels import AppriseChannel, MailChannel, WebhookChannel
from app.infrastructure.http_guard import GuardedClient
from app.infrastructure.mail import SmtpMailer
from tests.builders import NOON
from tests.fakes import FakeChannel
from tests.integration.server import free_port
from tests.receivers import mail_receiver, web_receiver

MESSAGE = Dispatch(
    id=uuid7(),
    kind="status_change",
    title="Offer: {{ user }} Köchin at Åre {x}",
    body="It went from applied to offer.\n\nNice \\n {{ y }}",
    url="http://localhost:8000/applications/1",
    created_at=NOON,
    address="",
    secret=b"s" * 32,
)


@dataclass
class Line:
    """A channel with an address that works, a channel to nobody, and what arrived as text."""

    channel: IChannel
    dead: IChannel
    address: str
    dead_address: str
    arrived: Callable[[], list[str]]


def webhook(*ports: int) -> WebhookChannel:
    client = GuardedClient(allow_private_hosts=tuple(f"127.0.0.1:{port}" for port in ports), timeout=2)
    return WebhookChannel(client, clock=lambda: NOON)


@pytest.fixture(params=["fake", "mail", "apprise", "webhook"])
async def line(request: pytest.FixtureRequest) -> AsyncIterator[Line]:
    dead = free_port()
    if request.param == "fake":
        fake = FakeChannel()
        yield Line(
            fake,
            FakeChannel(UnavailableError()),
            "a",
            "a",
            lambda: [f"{m.title}\n{m.body}\n{m.url}" for m in fake.sent],
        )
    elif request.param == "mail":
        with mail_receiver() as inbox:

            def channel(port: int) -> MailChannel:
                return MailChannel(SmtpMailer(f"smtp://127.0.0.1:{port}", sender="JobWise <j@example.org>"))

            yield Line(
                channel(inbox.port), channel(dead), "zoe@example.org", "zoe@example.org", lambda: texts(inbox.mails)
            )
    else:
        async with web_receiver() as receiver:
            if request.param == "apprise":
                made = [AppriseChannel(f"json://127.0.0.1:{port}/sms/{{phone}}") for port in (receiver.port, dead)]
                number = "+46701234567"
                yield Line(
                    made[0],
                    made[1],
                    number,
                    number,
                    lambda: [f"{call.json['title']}\n{call.json['message']}" for call in receiver.calls],
                )
            else:
                hook = webhook(receiver.port, dead)
                yield Line(
                    hook,
                    hook,
                    f"http://127.0.0.1:{receiver.port}/hook",
                    f"http://127.0.0.1:{dead}/hook",
                    lambda: ["{title}\n{body}\n{url}".format(**call.json["data"]) for call in receiver.calls],
                )


def texts(mails: list[Any]) -> list[str]:
    from email.header import decode_header, make_header

    return [
        f"{make_header(decode_header(mail['Subject']))}\n{mail.get_payload(decode=True).decode()}" for mail in mails
    ]


async def test_a_message_arrives_as_it_was_written(line: Line) -> None:
    line.channel.check(line.address)
    await line.channel.send(replace(MESSAGE, address=line.address))
    (arrived,) = line.arrived()
    for part in (MESSAGE.title, *MESSAGE.body.splitlines(), MESSAGE.url):
        assert part in arrived


async def test_a_channel_that_does_not_answer_is_unavailable(line: Line) -> None:
    with pytest.raises(UnavailableError):
        await line.dead.send(replace(MESSAGE, address=line.dead_address))


async def test_a_webhook_is_signed_so_that_its_receiver_can_check_it() -> None:
    async with web_receiver(status=204) as receiver:
        await webhook(receiver.port).send(replace(MESSAGE, address=f"http://{receiver.host}/hook?a=1"))
    (call,) = receiver.calls
    assert (call.path, call.headers["content-type"]) == ("/hook?a=1", "application/json")
    assert call.headers["webhook-id"] == str(MESSAGE.id)
    assert call.headers["webhook-timestamp"] == str(int(NOON.timestamp()))
    signed = f"{MESSAGE.id}.{int(NOON.timestamp())}.".encode() + call.body
    expected = base64.b64encode(hmac.digest(MESSAGE.secret, signed, hashlib.sha256)).decode()
    assert call.headers["webhook-signature"] == f"v1,{expected}"
    assert call.json["type"] == "status_change"
    assert call.json["timestamp"] == "2026-03-14T12:00:00Z"


@pytest.mark.parametrize("status", [500, 404, 429])
async def test_a_webhook_that_fails_is_tried_again(status: int) -> None:
    async with web_receiver(status=status) as receiver:
        with pytest.raises(UnavailableError, match=str(status)):
            await webhook(receiver.port).send(replace(MESSAGE, address=f"http://{receiver.host}/"))


async def test_a_webhook_is_not_followed_elsewhere() -> None:
    async with web_receiver() as hidden, web_receiver(status=302, location=f"http://{hidden.host}/") as receiver:
        with pytest.raises(ChannelRefusedError, match="redirects"):
            await webhook(receiver.port, hidden.port).send(replace(MESSAGE, address=f"http://{receiver.host}/"))
    assert hidden.calls == []


async def test_a_webhook_to_a_private_host_is_refused_unless_the_operator_allows_it() -> None:
    async with web_receiver() as receiver:
        for address in (f"http://{receiver.host}/", "http://localhost/", "http://169.254.169.254/latest"):
            with pytest.raises(ChannelRefusedError):
                await webhook().send(replace(MESSAGE, address=address))
    assert receiver.calls == []


@pytest.mark.parametrize(
    "address", ["", "ftp://example.org/", "http://10.0.0.1/", "http://[::1]/", "https://u:p@example.org/", "nowhere"]
)
def test_a_webhook_tells_an_impossible_address_by_its_form(address: str) -> None:
    with pytest.raises(ChannelRefusedError):
        webhook().check(address)


def test_a_webhook_takes_a_public_name() -> None:
    webhook().check("https://hooks.example.org/jobwise?key=1")


def test_a_text_message_needs_a_number_unless_all_go_to_one_place() -> None:
    with pytest.raises(ChannelRefusedError, match="telephone number"):
        AppriseChannel("json://127.0.0.1/{phone}").check("")
    AppriseChannel("json://127.0.0.1/all").check("")


def test_a_url_that_apprise_does_not_know_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="SMS_URL"):
        AppriseChannel("nonsense")
