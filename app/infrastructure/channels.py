"""Channels outside JobWise: mail, text messages and whatever else apprise reaches, signed webhooks."""

import asyncio
import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from app.domain.errors import UnavailableError
from app.domain.ports.channels import ChannelRefusedError, Dispatch
from app.domain.ports.mail import IMailer, Mail
from app.infrastructure.http_guard import AddressRefusedError, FetchError, GuardedClient

_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_NOBODY = "+15005550006"
_GONE = 410


class MailChannel:
    """`IChannel` by mail."""

    def __init__(self, mailer: IMailer) -> None:
        self._mailer = mailer

    def check(self, address: str) -> None:
        """See `IChannel.check`; the account has made sure of it."""

    async def send(self, dispatch: Dispatch) -> None:
        """See `IChannel.send`."""
        text = f"{dispatch.body}\n\n{dispatch.url}\n\n-- \nYou chose in JobWise to get this by mail.\n"
        await self._mailer.send(Mail(dispatch.address, dispatch.title, text, id=str(dispatch.id)))


class AppriseChannel:
    """`IChannel` over the services that apprise knows. `{phone}` in `url` stands for the number of the person.

    A URL without it reaches one place for everybody. The URL is the operator's: what users give is only the number.
    """

    def __init__(self, url: str) -> None:
        # Apprise is an extra and takes a quarter of a second to load; most installations send no text messages.
        import apprise  # noqa: PLC0415

        self._url = url
        self._instantiate: Callable[[str], Any] = apprise.Apprise.instantiate
        self.needs_phone = "{phone}" in url
        if self._service(_NOBODY) is None:
            raise ValueError("SMS_URL must be a URL of apprise, such as twilio://SID:TOKEN@+15551234567/{phone}")

    def check(self, address: str) -> None:
        """See `IChannel.check`."""
        if self.needs_phone and not _PHONE.fullmatch(address):
            raise ChannelRefusedError("This takes a telephone number such as +46701234567")

    async def send(self, dispatch: Dispatch) -> None:
        """See `IChannel.send`."""
        self.check(dispatch.address)
        service = self._service(dispatch.address)
        # Requests of apprise end by their own timeouts, so the thread does too.
        taken = await asyncio.to_thread(service.notify, body=f"{dispatch.body}\n{dispatch.url}", title=dispatch.title)
        if not taken:
            raise UnavailableError("The message service did not take the message")

    def _service(self, phone: str) -> Any:
        return self._instantiate(self._url.replace("{phone}", quote(phone, safe="+")))


class WebhookChannel:
    """`IChannel` by an HTTP call, signed as standardwebhooks.com describes it; any answer but 2xx is a failure."""

    def __init__(self, client: GuardedClient, *, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._clock = clock

    def check(self, address: str) -> None:
        """See `IChannel.check`."""
        try:
            self._client.check(address)
        except AddressRefusedError as error:
            raise ChannelRefusedError(str(error)) from error

    async def send(self, dispatch: Dispatch) -> None:
        """See `IChannel.send`."""
        body = _body(dispatch)
        timestamp = str(int(self._clock().timestamp()))
        headers = {
            "content-type": "application/json",
            "webhook-id": str(dispatch.id),
            "webhook-timestamp": timestamp,
            "webhook-signature": f"v1,{signature(dispatch.secret, str(dispatch.id), timestamp, body)}",
        }
        try:
            status = await self._client.post(dispatch.address, body, headers=headers)
        except AddressRefusedError as error:
            raise ChannelRefusedError(str(error)) from error
        except FetchError as error:
            raise UnavailableError(str(error)) from error
        if status == _GONE or 300 <= status < 400:
            raise ChannelRefusedError(f"The webhook answered {status}; redirects are not followed")
        if not 200 <= status < 300:
            raise UnavailableError(f"The webhook answered {status}")


def signature(secret: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    """Return the base64 of HMAC-SHA256 over `id.timestamp.body`."""
    signed = b".".join((message_id.encode(), timestamp.encode(), body))
    return base64.b64encode(hmac.digest(secret, signed, hashlib.sha256)).decode()


def _body(dispatch: Dispatch) -> bytes:
    content = {
        "type": dispatch.kind,
        "timestamp": dispatch.created_at.isoformat().replace("+00:00", "Z"),
        "data": {"id": str(dispatch.id), "title": dispatch.title, "body": dispatch.body, "url": dispatch.url},
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
