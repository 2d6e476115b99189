"""Liveness, readiness, version and metrics: for operators and their machines."""

from typing import Literal

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

from app.presentation.api.dependencies import ServicesDep
from app.presentation.api.schemas import ApiModel


class LiveOut(ApiModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadyOut(ApiModel):
    """Whether every dependency answers."""

    status: Literal["ok", "unavailable"]
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
        labels = ["method", "route", "status"]
        self._count = Counter("jobwise_http_requests", "Finished requests.", labels, registry=self.registry)
        buckets = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
        self._seconds = Histogram(
            "jobwise_http_request_seconds", "Time to answer.", labels[:2], buckets=buckets, registry=self.registry
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one finished request."""
        self._count.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)


def make_router(metrics: Metrics) -> APIRouter:
    """Return the operators' routes."""
    router = APIRouter(tags=["operations"])

    @router.get("/health/live")
    async def live() -> LiveOut:
        """Tell that the process answers."""
        return LiveOut()

    @router.get("/health/ready", responses={503: {"model": ReadyOut}})
    async def ready(services: ServicesDep, response: Response) -> ReadyOut:
        """Tell whether every dependency answers, each by name."""
        checks = await services.health.check()
        healthy = all(result == "ok" for result in checks.values())
        if not healthy:
            response.status_code = 503
            response.headers["Retry-After"] = "5"
        return ReadyOut(status="ok" if healthy else "unavailable", checks=checks)

    @router.get("/version")
    async def version(services: ServicesDep) -> VersionOut:
        """Tell which version runs and how far its database is migrated."""
        return VersionOut(version=services.health.version, database_revision=await services.health.database_revision())

    @router.get("/metrics", response_class=Response)
    async def prometheus_metrics() -> Response:
        """Return the metrics in Prometheus text format."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router
