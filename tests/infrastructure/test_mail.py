"""Mail over SMTP and into the outbox."""

from collections.abc import AsyncIterator
from email.message import Message
from email.policy import default
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from app.domain.errors import UnavailableError
from app.domain.ports.mail import Mail
from app.infrastructure.mail import OutboxMailer, SmtpMailer
from tests.integration.server import free_port

SENDER = "JobWise <jobs@example.org>"
MAIL = Mail("zoe@example.org", "Grüße\r\nBcc: evil@example.org", "Öffne\n\nhttps://example.org/#token=abc\n")


class _Inbox(MessageHandler):
    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.mails.append(message)


@pytest.fixture
async def inbox() -> AsyncIterator[tuple[_Inbox, int]]:
    handler, port = _Inbox(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


@pytest.mark.integration
async def test_mail_arrives_with_its_umlauts_and_one_recipient(inbox: tuple[_Inbox, int]) -> None:
    handler, port = inbox
    await SmtpMailer(f"smtp://127.0.0.1:{port}", sender=SENDER).send(MAIL)
    mail = handler.mails[0]
    assert mail["X-RcptTo"] == "zoe@example.org"
    assert mail["Bcc"] is None
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode().replace("\r\n", "\n") == MAIL.text


async def test_a_server_that_is_away_is_unavailable() -> None:
    with pytest.raises(UnavailableError):
        await SmtpMailer(f"smtp://127.0.0.1:{free_port()}", sender=SENDER).send(MAIL)


@pytest.mark.parametrize("url", ["http://mail.example.org", "smtp://", "mail.example.org:25"])
def test_an_address_that_is_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="SMTP_URL"):
        SmtpMailer(url, sender=SENDER)


async def test_without_a_server_mail_becomes_a_file(tmp_path: Path) -> None:
    await OutboxMailer(tmp_path / "outbox", sender=SENDER).send(MAIL)
    (path,) = (tmp_path / "outbox").iterdir()
    from email import message_from_bytes

    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert (mail["To"], mail["From"]) == ("zoe@example.org", SENDER)
    assert mail["Subject"] == "Grüße Bcc: evil@example.org"
