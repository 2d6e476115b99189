"""A job board in memory."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from app.domain.ports.job_boards import (
    BoardAnswer,
    BoardPosting,
    IJobBoard,
    JobBoardUnavailableError,
    JobPage,
    WantedJob,
)


class FakeJobBoard(IJobBoard):
    """Lists `pages`; while `is_down` it fails, and it waits for `gate` before it answers."""

    def __init__(self, name: str, pages: Sequence[JobPage] = ()) -> None:
        self._name = name
        self.pages = list(pages)
        self.is_down = False
        self.gate: asyncio.Event | None = None
        self.asked: list[WantedJob] = []
        self.was_asked = asyncio.Event()

    @property
    def name(self) -> str:
        return self._name

    async def search(self, wanted: WantedJob) -> BoardAnswer:
        self.asked.append(wanted)
        self.was_asked.set()
        if self.gate is not None:
            await self.gate.wait()
        if self.is_down:
            raise JobBoardUnavailableError(f"{self._name} is down", source=self._name)
        found = tuple(BoardPosting(self._name, page) for page in self.pages if page.title and wanted.fits(page))
        return BoardAnswer(found, datetime.now(UTC))
