"""Ways to reach a person outside JobWise."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.errors import UnprocessableError


class ChannelRefusedError(UnprocessableError):
    """This message will not be taken, however often it is tried."""

    code = "channel_refused"
    default_message = "The channel does not take this message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A message for one person. `id` is the same at each attempt, so that receivers can tell a repeated one.

    `address` is an e-mail address, a telephone number or a URL; `url` leads to what it is about; `secret` signs it
    where the channel signs.
    """

    id: UUID
    kind: str
    title: str
    body: str
    url: str
    created_at: datetime
    address: str
    secret: bytes = b""


class IChannel(Protocol):
    """Hands messages over, within seconds."""

    def check(self, address: str) -> None:
        """Raise `ChannelRefusedError` for an address that can never be sent to; reaches nothing."""
        ...

    async def send(self, dispatch: Dispatch) -> None:
        """Hand the message over. Raise `UnavailableError` to be tried again, `ChannelRefusedError` never to be."""
        ...
