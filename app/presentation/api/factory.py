"""Makes the HTTP application."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.routing import APIRoute
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
    reusable_answers,
    saved_searches,
    saved_views,
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
    *applications.PARTS,
    generations,
    documents,
    notifications,
    profiles,
    profile_components,
    profile_insights,
    resumes,
    tailoring,
    interviews,
    reusable_answers,
    saved_views,
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

    metrics = health.Metrics()
    routes = [route for feature in FEATURES for route in feature.router.routes]
    app = FastAPI(
        routes=[*routes, *health.make_router(metrics).routes, *live.sockets.routes],
        title="JobWise",
        version=version,
        summary="From an old resume and a posting to a truthful, tailored application.",
        lifespan=lifespan,
        redoc_url=None,
        swagger_ui_parameters={"persistAuthorization": True},
    )
    app.state.secure_cookies = secure_cookies
    errors.install(app)
    app.state.cors_origins = frozenset(cors_origins)
    describe(app)
    table = AddressTable((route.path, route.methods or ()) for route in routes if isinstance(route, APIRoute))
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
                "Page-Lines",
                "Page-Starts",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
            ],
        )
    app.add_middleware(RequestMiddleware, observe=metrics.observe)
    return app
