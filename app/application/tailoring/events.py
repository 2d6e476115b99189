"""What is said in a tailoring session, as it happens: told over the bus, read from the database."""

from collections.abc import AsyncGenerator
from uuid import UUID

from app.domain.ports.events import IEventBus
from app.domain.tailoring import TailoringMessage
from app.domain.unit_of_work import UnitOfWorkFactory

_LONGEST_PAUSE = 10.0


def topic(session_id: UUID) -> str:
    """Return the bus topic of a session."""
    return f"tailoring:{session_id}"


class TailoringWatcher:
    """Follows tailoring sessions. The bus tells of new messages.

    Where it may not, in another process without Redis, a session is looked at every `poll_seconds` while something
    happens, and less and less often while nothing does.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, bus: IEventBus, *, poll_seconds: float = 1.0) -> None:
        self._unit_of_work = unit_of_work
        self._bus = bus
        self._poll_seconds = poll_seconds

    async def follow(
        self, session_id: UUID, *, owner_id: UUID, after: int = 0
    ) -> AsyncGenerator[TailoringMessage, None]:
        """Yield every message past `after`, once and in order, as they come; ends when the session is ended."""
        pause = self._poll_seconds
        async with self._bus.subscribe(topic(session_id)) as hints:
            while True:
                async with self._unit_of_work(read_only=True) as uow:
                    session = await uow.tailoring.get(session_id, owner_id=owner_id)
                    said = await uow.tailoring.messages(session_id, after=after) if session.last_seq > after else []
                pause = self._poll_seconds if said else min(_LONGEST_PAUSE, 2 * pause)
                for message in said:
                    yield message
                    after = message.seq
                if session.status in ("stopped", "failed") and after >= session.last_seq:
                    return
                await hints.next(timeout_seconds=pause)
