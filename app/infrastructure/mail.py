"""Mail through an SMTP server, or into a folder where none is configured."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from aiosmtplib import SMTP, SMTPException

from app.domain.errors import UnavailableError
from app.domain.ports.mail import Mail

logger = logging.getLogger(__name__)
_SECONDS = 15


class SmtpMailer:
    """`IMailer` over SMTP. `url` is `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`."""

    def __init__(self, url: str, *, sender: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("SMTP_URL must look like smtp://user:password@host:587")
        self._sender = sender
        self._implicit_tls = parts.scheme == "smtps"
        self._host = parts.hostname
        self._port = parts.port or (465 if self._implicit_tls else 587)
        self._username = unquote(parts.username) if parts.username else None
        self._password = unquote(parts.password) if parts.password else None

    async def send(self, mail: Mail) -> None:
        """See `IMailer.send`."""
        async with self._connected() as client:
            await client.send_message(_message(mail, self._sender))

    async def check(self) -> None:
        """Connect and sign in; raise `UnavailableError` where that fails."""
        async with self._connected() as client:
            await client.noop()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[SMTP]:
        client = SMTP(
            hostname=self._host,
            port=self._port,
            username=self._username,
            password=self._password,
            use_tls=self._implicit_tls,
            timeout=_SECONDS,
        )
        try:
            async with asyncio.timeout(2 * _SECONDS), client:
                yield client
        except (SMTPException, OSError, TimeoutError) as error:
            raise UnavailableError("The mail server does not take mail; try again shortly") from error


class OutboxMailer:
    """`IMailer` for development: each mail becomes an `.eml` file below `folder`, and a line in the log."""

    def __init__(self, folder: Path, *, sender: str) -> None:
        self._folder = folder
        self._sender = sender

    async def send(self, mail: Mail) -> None:
        """See `IMailer.send`."""
        path = self._folder / f"{uuid4().hex}.eml"
        await asyncio.to_thread(self._write, path, bytes(_message(mail, self._sender)))
        logger.info("mail for %s (%s) is in %s", mail.recipient, mail.subject, path)

    def _write(self, path: Path, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _message(mail: Mail, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = mail.recipient
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = formatdate()
    message["Message-ID"] = f"<{mail.id}@jobwise.invalid>" if mail.id else make_msgid(domain="jobwise.invalid")
    message.set_content(mail.text)
    return message
