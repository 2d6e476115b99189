"""The hint that there is work: the database row is the truth."""

from typing import Protocol
from uuid import UUID


class ITaskQueue(Protocol):
    """Wakes a worker. Losing a hint delays work until the next sweep and never loses it."""

    async def notify(self, task_id: UUID) -> None:
        """Tell some worker that the task is due; never raises for a broker that is away."""
        ...
