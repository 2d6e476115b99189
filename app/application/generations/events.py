"""What happens to a generation, as it happens: told over the bus, read from the database."""

from collections.abc import AsyncGenerator
from uuid import UUID

from app.domain.errors import NotFoundError
from app.domain.generations import Generation
from app.domain.ports.events import ENDED, Event, IEventBus
from app.domain.unit_of_work import UnitOfWorkFactory


async def announce(bus: IEventBus, generation: Generation) -> None:
    """Tell whoever watches the generation that it changed; call after the commit."""
    name = generation.status if generation.has_ended else "progress"
    await bus.publish(_topic(generation.id), Event(name, {"position": str(generation.position)}))


class GenerationWatcher:
    """Follows generations. The bus only wakes it: where no hint comes it looks every `poll_seconds` itself."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, bus: IEventBus, *, poll_seconds: float = 1.0) -> None:
        self._unit_of_work = unit_of_work
        self._bus = bus
        self._poll_seconds = poll_seconds

    async def follow(
        self, generation_id: UUID, *, owner_id: UUID, after: int | None = None
    ) -> AsyncGenerator[tuple[int, Generation], None]:
        """Yield `(position, the generation as it was there)` until its end, or until somebody deletes it.

        With `after`, every position past it; without, from where it stands. Each position comes once, in order.
        """
        async with self._bus.subscribe(_topic(generation_id)) as hints:
            while True:
                try:
                    async with self._unit_of_work(read_only=True) as uow:
                        generation = await uow.generations.get(generation_id, owner_id=owner_id)
                except NotFoundError:
                    return
                if after is None:
                    after = generation.position - 1
                for position, snapshot in generation.history(after=after):
                    yield position, snapshot
                    after = position
                if generation.has_ended or await hints.next(timeout_seconds=self._poll_seconds) == ENDED:
                    return


def _topic(generation_id: UUID) -> str:
    return f"generation:{generation_id}"
