"""Makes the HTTP application."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.middleware.cors import CORSMiddleware

from app.application.services import Services
from app.presentation.api import (
    accounts,
    analyses,
    applications,
    auth,
    documents,
    errors,
    generations,
    health,
    interviews,
    job_search,
    jobs,
    live,
    llm,
    notifications,
    profile_components,
    profile_insights,
    profiles,
    resumes,
    saved_searches,
    tailoring,
)
from app.presentation.api.addresses import AddressTable
from app.presentation.api.gate import Gate
from app.presentation.api.middleware import RequestMiddleware
from app.presentation.api.openapi import describe
from app.presentation.api.web import BUILT, WebClient

ServicesStarter = Callable[[], AbstractAsyncContextManager[Services]]
# In the order in which a request's route is looked for: what is asked for most comes first.
FEATURES = (
    job_search,
    saved_searches,
    jobs,
    analyses,
    applications,
    generations,
    documents,
    notifications,
    profiles,
    profile_components,
    profile_insights,
    resumes,
    tailoring,
    interviews,
    llm,
    auth,
    accounts,
)


def create_app(
    start: ServicesStarter,
    *,
    version: str,
    cors_origins: Sequence[str] = (),
    secure_cookies: bool = False,
    web_root: Path | None = None,
) -> FastAPI:
    """Return the application, with the web client of `web_root`; `start` is entered for as long as it runs."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with start() as services:
            app.state.services = services
            yield

    app = FastAPI(
        title="JobWise",
        version=version,
        summary="From an old resume and a posting to a truthful, tailored application.",
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
        redoc_url=None,
        swagger_ui_parameters={"persistAuthorization": True},
    )
    app.state.secure_cookies = secure_cookies
    errors.install(app)
    metrics = health.Metrics()
    api = APIRouter(prefix="/api/v1")
    for feature in FEATURES:
        api.include_router(feature.router)
    app.include_router(api)
    app.include_router(health.make_router(metrics))
    app.include_router(live.sockets)
    app.state.cors_origins = frozenset(cors_origins)
    describe(app)
    table = AddressTable((found.path, found.methods or ()) for found in iter_route_contexts(api.routes) if found.path)
    app.add_middleware(Gate, addresses=table)
    app.add_middleware(WebClient, root=web_root or BUILT)
    if cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(cors_origins),
            allow_credentials=True,
            allow_methods=["*"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "X-Request-ID"],
            expose_headers=[
                "ETag",
                "Location",
                "X-Request-ID",
                "Retry-After",
                "Idempotent-Replayed",
                "Page-Count",
                "Last-Page-Fill",
                "Last-Page-Lines",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
            ],
        )
    app.add_middleware(RequestMiddleware, observe=metrics.observe)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name
