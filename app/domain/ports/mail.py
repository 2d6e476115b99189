"""Mail to one person."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mail:
    """A message in plain text. One with an `id` keeps it however often it is sent, so that readers see it once."""

    recipient: str
    subject: str
    text: str
    id: str = ""


class IMailer(Protocol):
    """Hands mail over for delivery."""

    async def send(self, mail: Mail) -> None:
        """Hand the mail over; raise `UnavailableError` when nobody takes it."""
        ...
