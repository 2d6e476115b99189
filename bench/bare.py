"""The routes of `/jobs` in a bare application of this stack, done well: what the rest of JobWise is measured against.

FastAPI, SQLAlchemy Core with prebuilt statements and typed models, a signature check that is remembered, one writer on
SQLite; no sessions, limits, errors of one shape, search, tasks or metrics. `DATABASE_URL` and `PORT` say where.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated
from uuid import UUID

import uvicorn
from fastapi import Depends, FastAPI, Header, Query
from jose import jwt
from pydantic import BaseModel
from sqlalchemy import func, select

from app.domain.ids import uuid7
from app.domain.jobs import Job, JobListing
from app.domain.text.job import parse_posting
from app.domain.text.skills import lexicon
from app.infrastructure.database.base import table_of
from app.infrastructure.database.engine import Database
from app.infrastructure.database.jobs import JobRow
from app.infrastructure.database.migrations import import_tables

SECRET, ALGORITHM = "a-bare-secret-for-a-bench-32-bytes!", "HS256"
import_tables()
_jobs = table_of(JobRow)
_one = select(_jobs)
_summaries = select(*(_jobs.c[field.name] for field in fields(JobListing)))
_count = select(func.count()).select_from(_jobs)
_insert = _jobs.insert()


class JobIn(BaseModel):
    """A posting as text."""

    raw_text: str


class JobPage(BaseModel):
    """A page of jobs."""

    items: list[JobListing]
    total: int


@lru_cache(maxsize=1024)
def _owner(token: str) -> UUID:
    return UUID(jwt.decode(token, SECRET, algorithms=[ALGORITHM])["sub"])


async def owner(authorization: Annotated[str, Header()]) -> UUID:
    """Return who asks."""
    return _owner(authorization.removeprefix("Bearer "))


Owner = Annotated[UUID, Depends(owner)]


def create(url: str) -> FastAPI:
    """Return the application."""
    database = Database(url)
    words = lexicon()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await database.aclose()

    app = FastAPI(lifespan=lifespan)

    @app.get("/jobs/{job_id}")
    async def get(job_id: UUID, user: Owner) -> Job:
        async with database.connect(read_only=True) as connection:
            found = await connection.execute(_one.where(_jobs.c.id == job_id, _jobs.c.user_id == user))
            return Job(**found.one()._mapping)  # noqa: SLF001

    @app.get("/jobs")
    async def list_jobs(
        user: Owner, limit: Annotated[int, Query(le=100)] = 20, offset: Annotated[int, Query(ge=0)] = 0
    ) -> JobPage:
        mine = _summaries.where(_jobs.c.user_id == user).order_by(_jobs.c.created_at.desc(), _jobs.c.id.desc())
        async with database.connect(read_only=True) as connection:
            rows = (await connection.execute(mine.limit(limit).offset(offset))).all()
            total = (await connection.execute(_count.where(_jobs.c.user_id == user))).scalar_one()
        return JobPage(items=[JobListing(**row._mapping) for row in rows], total=total)  # noqa: SLF001

    @app.post("/jobs", status_code=201)
    async def post(body: JobIn, user: Owner) -> Job:
        now = datetime.now(UTC)
        job = Job(id=uuid7(), user_id=user, source="manual", created_at=now, updated_at=now)
        job.raw_text = body.raw_text
        job.set_posting(await asyncio.to_thread(parse_posting, body.raw_text, words))
        async with database.connect() as connection:
            await connection.execute(_insert, {column.name: getattr(job, column.name) for column in _jobs.columns})
            await connection.commit()
        return job

    return app


if __name__ == "__main__":
    uvicorn.run(
        create(os.environ["DATABASE_URL"]),  # noqa: TID251 - of a benchmark
        port=int(os.environ["PORT"]),  # noqa: TID251 - of a benchmark
        log_level="error",
        access_log=False,
    )
