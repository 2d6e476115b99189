"""What the history of many applications says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from statistics import median
from uuid import UUID

from app.domain.applications.application import STAGES, STATUSES, Application
from app.domain.applications.details import ApplicationEvent

ENOUGH = 5
"""Below this many cases a share or a median would mislead and is not given."""
NOT_ENOUGH = "not enough data"
_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`count` of `total`; `value` from 0 to 1, or none with the reason in `note`."""

    count: int
    total: int
    value: float | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCount:
    """How many applications ever reached the stage."""

    stage: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Of those that reached `from_stage`, how many reached `to_stage`."""

    from_stage: str
    to_stage: str
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTime:
    """How many days applications stayed in a status before they left it."""

    status: str
    count: int
    median_days: float | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRate:
    """How many of the applications sent got an answer, an interview or a refusal alike."""

    name: str
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveDay:
    """How many steps were taken on a day of UTC: jobs put on the board, and what the timelines hold."""

    day: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationStats:
    """See the fields' types. `by_week` is by ISO week of applying, `by_day` has days with a step; both oldest first."""

    total: int
    by_status: tuple[StageCount, ...]
    funnel: tuple[StageCount, ...]
    conversion: tuple[Conversion, ...]
    time_in_status: tuple[StageTime, ...]
    response_rate: Share
    by_source: tuple[ResponseRate, ...]
    by_resume_version: tuple[ResponseRate, ...]
    by_week: tuple[ResponseRate, ...]
    by_day: tuple[ActiveDay, ...]


def application_stats(
    applications: Sequence[Application], events: Sequence[ApplicationEvent], *, now: datetime
) -> ApplicationStats:
    """Return the statistics; `events` are all that the applications' timelines hold, ordered by time."""
    changes: dict[UUID, list[ApplicationEvent]] = defaultdict(list)
    for event in events:
        if event.kind == "status_change":
            changes[event.application_id].append(event)
    documents = [event for event in events if event.kind == "document_sent"]
    reached = {application.id: _furthest(application, changes[application.id]) for application in applications}
    funnel = [sum(reached[one.id] >= depth for one in applications) for depth in range(len(STAGES))]
    answered = {one.id: _is_answered(one, changes[one.id]) for one in applications}
    sent = [one for one in applications if reached[one.id] >= 1]
    statuses = Counter(one.status for one in applications)
    return ApplicationStats(
        total=len(applications),
        by_status=tuple(StageCount(stage=status, count=statuses[status]) for status in STATUSES),
        funnel=tuple(StageCount(stage=stage, count=count) for stage, count in zip(STAGES, funnel, strict=True)),
        conversion=tuple(
            Conversion(from_stage=STAGES[at], to_stage=STAGES[at + 1], share=share(funnel[at + 1], funnel[at]))
            for at in range(len(STAGES) - 1)
        ),
        time_in_status=_times(applications, changes),
        response_rate=share(sum(answered[one.id] for one in sent), len(sent)),
        by_source=_rates(((one.job.source if one.job else "unknown"), answered[one.id]) for one in sent),
        by_resume_version=_rates(_by_resume(sent, documents, answered)),
        by_week=_rates((_week(one.applied_at), answered[one.id]) for one in sent if one.applied_at),
        by_day=_days([one.saved_at for one in applications] + [event.occurred_at for event in events], now),
    )


def share(count: int, total: int) -> Share:
    """Return the share, with no value below `ENOUGH` cases."""
    if total < ENOUGH:
        return Share(count=count, total=total, value=None, note=NOT_ENOUGH)
    return Share(count=count, total=total, value=round(count / total, 4), note=None)


def _furthest(application: Application, changes: Sequence[ApplicationEvent]) -> int:
    """Return the index in `STAGES` of the furthest stage; a step back to the start takes back what was before."""
    depth = 0
    for event in changes:
        if event.to_status in STAGES:
            at = STAGES.index(event.to_status)
            depth = 0 if at == 0 else max(depth, at)
    if application.status in STAGES:
        depth = max(depth, STAGES.index(application.status)) if application.status != "interested" else 0
    return max(depth, 1 if application.applied_at else 0)


def _is_answered(application: Application, changes: Sequence[ApplicationEvent]) -> bool:
    states = {application.status, *(event.to_status for event in changes)}
    return bool(states & {"interviewing", "offer", "rejected"})


def _times(applications: Iterable[Application], changes: dict[UUID, list[ApplicationEvent]]) -> tuple[StageTime, ...]:
    days: dict[str, list[float]] = defaultdict(list)
    for application in applications:
        since = application.saved_at
        for event in changes[application.id]:
            stayed = (event.occurred_at - since).total_seconds() / _DAY
            days[event.from_status or "interested"].append(max(0.0, stayed))
            since = event.occurred_at
    found = []
    for status in STATUSES:
        enough = len(days[status]) >= ENOUGH
        value = round(median(days[status]), 2) if enough else None
        note = None if enough else NOT_ENOUGH
        found.append(StageTime(status=status, count=len(days[status]), median_days=value, note=note))
    return tuple(found)


def _by_resume(
    sent: Iterable[Application], documents: Iterable[ApplicationEvent], answered: dict[UUID, bool]
) -> Iterable[tuple[str, bool]]:
    latest = {event.application_id: event for event in documents if event.document_type == "resume"}
    for application in sent:
        event = latest.get(application.id)
        if event is not None:
            yield f"{event.title} (version {event.version_number})", answered[application.id]


def _rates(cases: Iterable[tuple[str, bool]]) -> tuple[ResponseRate, ...]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for name, is_answered in cases:
        groups[name].append(is_answered)
    return tuple(ResponseRate(name=name, share=share(sum(groups[name]), len(groups[name]))) for name in sorted(groups))


def _days(moments: Iterable[datetime], now: datetime) -> tuple[ActiveDay, ...]:
    # An interview to come is no step that was taken.
    days = Counter(at.astimezone(UTC).date() for at in moments if at <= now)
    return tuple(ActiveDay(day=day, count=days[day]) for day in sorted(days))


def _week(at: datetime) -> str:
    year, week, _ = at.isocalendar()
    return f"{year}-W{week:02}"
