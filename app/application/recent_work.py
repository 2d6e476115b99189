"""What was worked on lately, over all instances, for operators."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.generations import StageName, StageStatus
from app.domain.llm import LLMUse
from app.domain.notifications import Channel, DeliveryStatus
from app.domain.unit_of_work import UnitOfWorkFactory

_SPAN = timedelta(hours=1)
_AT_MOST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentWork:
    """Of the last hour: how many stages of generations came to what, how long the finished ones took in seconds on
    average, what language models were used for, and what became of the deliveries of notifications."""

    stages: Mapping[tuple[StageName, StageStatus], int]
    seconds: Mapping[StageName, float]
    llm: tuple[LLMUse, ...]
    deliveries: Mapping[tuple[Channel, DeliveryStatus], int]


class RecentWorkService:
    """Counts in the database, which all instances and workers write to; of generations the latest thousand at most."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, clock: Callable[[], datetime]) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def last_hour(self) -> RecentWork:
        """Return what began within the last hour."""
        since = self._clock() - _SPAN
        async with self._unit_of_work(read_only=True) as uow:
            generations = await uow.generations.stages_since(since, limit=_AT_MOST)
            uses = await uow.llm_calls.use_since(since)
            deliveries = await uow.notifications.deliveries_since(since)
        counts: dict[tuple[StageName, StageStatus], int] = {}
        spans: dict[StageName, list[float]] = {}
        for stage in (stage for stages in generations for stage in stages):
            counts[stage.name, stage.status] = counts.get((stage.name, stage.status), 0) + 1
            if stage.started_at is not None and stage.finished_at is not None:
                spans.setdefault(stage.name, []).append((stage.finished_at - stage.started_at).total_seconds())
        seconds = {name: sum(found) / len(found) for name, found in spans.items()}
        return RecentWork(stages=counts, seconds=seconds, llm=tuple(uses), deliveries=deliveries)
