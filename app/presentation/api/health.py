"""Liveness, readiness, version and metrics: for operators and their machines."""

from typing import Literal

from fastapi import APIRouter, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from app.domain.errors import UnavailableError
from app.domain.tasks import TaskCounts
from app.presentation.api.dependencies import ServicesDep
from app.presentation.api.recent_metrics import RecentWorkCollector
from app.presentation.api.routing import operation_id
from app.presentation.api.schemas import ApiModel


class LiveOut(ApiModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadyOut(ApiModel):
    """Whether every dependency answers; `degraded` works, without what the missing one is for."""

    status: Literal["ok", "degraded", "unavailable"]
    checks: dict[str, str]
    """Each dependency by name: `ok`, or what is wrong."""


class VersionOut(ApiModel):
    """What runs here."""

    name: Literal["jobwise"] = "jobwise"
    version: str
    database_revision: str


class Metrics:
    """The process's Prometheus metrics, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.recent = RecentWorkCollector()
        self.registry.register(self.recent)
        labels = ["method", "route", "status"]
        self._count = Counter("jobwise_http_requests", "Finished requests.", labels, registry=self.registry)
        buckets = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
        self._seconds = Histogram(
            "jobwise_http_request_seconds", "Time to answer.", labels[:2], buckets=buckets, registry=self.registry
        )

        self._tasks = Gauge(
            "jobwise_tasks", "Background tasks: due, running and parked.", ["state"], registry=self.registry
        )
        self._oldest = Gauge(
            "jobwise_tasks_oldest_due_seconds", "Age of the oldest task that is due.", registry=self.registry
        )

    def show_backlog(self, counts: TaskCounts | None) -> None:
        """Take over how much background work there is in all instances; `None` where that is not known."""
        unknown = float("nan")
        for state in ("due", "running", "parked"):
            self._tasks.labels(state).set(getattr(counts, state) if counts else unknown)
        self._oldest.set(counts.oldest_seconds if counts else unknown)

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one finished request."""
        self._count.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)


def make_router(metrics: Metrics) -> APIRouter:
    """Return the operators' routes."""
    router = APIRouter(tags=["operations"], generate_unique_id_function=operation_id)

    @router.get("/health/live")
    async def live() -> LiveOut:
        """Tell that the process answers."""
        return LiveOut()

    @router.get("/health/ready", responses={503: {"model": ReadyOut}})
    async def ready(services: ServicesDep, response: Response) -> ReadyOut:
        """Tell whether every dependency answers, each by name."""
        checks = await services.health.check()
        status = services.health.standing(checks)
        if status == "unavailable":
            response.status_code = 503
            response.headers["Retry-After"] = "5"
        return ReadyOut(status=status, checks=checks)

    @router.get("/version")
    async def version(services: ServicesDep) -> VersionOut:
        """Tell which version runs and how far its database is migrated."""
        return VersionOut(version=services.health.version, database_revision=await services.health.database_revision())

    @router.get("/metrics", response_class=Response)
    async def prometheus_metrics(services: ServicesDep) -> Response:
        """Return the metrics in Prometheus text format."""
        try:
            metrics.show_backlog(await services.tasks.backlog())
            metrics.recent.work = await services.recent_work.last_hour()
        except UnavailableError:
            metrics.show_backlog(None)
            metrics.recent.work = None
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router
