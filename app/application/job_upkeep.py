"""Keeping saved jobs true to what happens outside: links that die and deadlines that pass."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.jobs import JobHasNoUrlError, LinkCheck, LinkState
from app.domain.ports.job_pages import ExtractionFailedError, IJobPages
from app.domain.unit_of_work import UnitOfWorkFactory

_GONE = frozenset({404, 410})
_CLOSED = re.compile(
    r"\bno longer (?:accepting applications|available|open|active)\b|\b(?:position|role|vacancy|job) (?:has been|is) "
    r"(?:filled|closed|expired)\b|\bapplications (?:are|have) (?:now )?closed\b|\bnicht mehr verfügbar\b",
    re.IGNORECASE,
)


class JobUpkeepService:
    """Use cases of jobs that age."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, pages: IJobPages, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._pages = pages
        self._clock = clock

    async def check_link(self, job_id: UUID, *, owner_id: UUID) -> LinkCheck:
        """Look whether the posting is still there; a job whose posting is gone expires.

        Raise `JobHasNoUrlError` where there is nothing to look at.
        """
        async with self._unit_of_work(read_only=True) as uow:
            job = await uow.jobs.get(job_id, owner_id=owner_id)
        if not job.job_url:
            raise JobHasNoUrlError
        state, reason = await self._look(job.job_url)
        now = self._clock()
        if state == "gone":
            async with self._unit_of_work() as uow:
                current = await uow.jobs.get(job_id, owner_id=owner_id, lock=True)
                if current.status == "active" and current.job_url == job.job_url:
                    current.status, current.updated_at = "expired", now
                    await uow.jobs.save(current)
                    await uow.commit()
        return LinkCheck(job_id=job.id, job_url=job.job_url, state=state, reason=reason, checked_at=now)

    async def expire_due(self) -> int:
        """Turn all active jobs whose deadline is over everywhere on earth to `expired`; return how many there were."""
        now = self._clock()
        async with self._unit_of_work() as uow:
            count = await uow.jobs.expire(before=(now - timedelta(hours=12)).date(), now=now)
            await uow.commit()
        return count

    async def _look(self, url: str) -> tuple[LinkState, str]:
        try:
            page = await self._pages.read(url)
        except ExtractionFailedError as error:
            gone = error.details.get("status") in _GONE
            return ("gone" if gone else "unknown"), error.message
        closed = _CLOSED.search(page.text)
        return ("gone", f"The page says: {closed[0]}") if closed else ("alive", "The posting is still there")
