"""What lists and searches cost one user when there are a thousand times as many jobs of others.

    python -m bench.scale [--users 10000]

SQLite always, PostgreSQL too where TEST_POSTGRES_URL is set. Each user has a hundred jobs, in the small database of ten
users too. The goal is a ratio of at most 1.3 for every query.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import text

from app.domain.auth import User
from app.domain.ids import uuid7
from app.domain.jobs import Job, JobFilter
from app.domain.pagination import PageRequest
from app.infrastructure.database.base import table_of
from app.infrastructure.database.engine import Database
from app.infrastructure.database.jobs import JobRow
from app.infrastructure.database.migrations import migrate
from app.infrastructure.database.unit_of_work import SqlUnitOfWorkFactory
from bench.traffic import postgresql

EACH, SMALL, ROUNDS, CHUNK = 100, 10, 100, 50
T = TypeVar("T")
START = datetime(2026, 1, 1, tzinfo=UTC)
_jobs = table_of(JobRow)


def _row(owner: UUID, number: int) -> dict[str, Any]:
    moment = START + timedelta(seconds=number)
    job = Job(user_id=owner, source="manual", created_at=moment, updated_at=moment)
    job.title, job.company, job.location = f"Data Engineer {number % 997}", f"Company {number % 4999}", "Lisbon"
    job.description = f"We move {number % 1009} pipelines with Python, SQL and dbt in a team of {number % 13}. " * 6
    job.status = "archived" if number % 4 == 0 else "active"
    job.content_hash = f"hash-{number}"
    return {column.name: getattr(job, column.name) for column in _jobs.columns}


async def fill(database: Database, users: int) -> list[UUID]:
    """Make so many users with `EACH` jobs each and return some of them."""
    await migrate(database)
    units = SqlUnitOfWorkFactory(database)
    owners: list[UUID] = []
    for first in range(0, users, CHUNK):
        made = [
            User(id=uuid7(), email=f"user{number}@example.org", created_at=START, updated_at=START)
            for number in range(first, min(first + CHUNK, users))
        ]
        async with units() as uow:
            for user in made:
                await uow.users.save(user)
            await uow.commit()
        rows = [_row(user.id, (first + at) * EACH + number) for at, user in enumerate(made) for number in range(EACH)]
        async with database.connect() as connection:
            await connection.execute(_jobs.insert(), rows)
            await connection.commit()
        owners.extend(user.id for user in made)
    async with database.engine.connect() as connection:
        await connection.execute(text("ANALYZE"))
        await connection.commit()
    return owners[:: max(1, len(owners) // SMALL)][:SMALL]


QUERIES: dict[str, JobFilter] = {
    "list": JobFilter(),
    "by status": JobFilter(status="active"),
    "by company": JobFilter(company="Company 42"),
    "search": JobFilter(q="python pipelines"),
    "rare words": JobFilter(q="1008"),
}


async def ask(database: Database, owner: UUID, took: dict[str, list[float]]) -> None:
    """Send each query once for `owner` and note what it took, in ms."""

    async def timed(name: str, work: Awaitable[T]) -> T:
        began = time.perf_counter()
        result = await work
        took[name].append(1000 * (time.perf_counter() - began))
        return result

    async with SqlUnitOfWorkFactory(database)(read_only=True) as uow:
        for name, wanted in QUERIES.items():
            await timed(name, uow.jobs.search(owner, PageRequest(), wanted))
        first = (await uow.jobs.search(owner, PageRequest(), JobFilter())).items[0]
        await timed("get", uow.jobs.get(first.id, owner_id=owner))


async def compare(name: str, small: Database, large: Database, users: int) -> bool:
    """Print a row for each query; tell whether all stay within the goal."""
    few = await fill(small, SMALL)
    began = time.monotonic()
    many = await fill(large, users)
    print(f"{name}: {users * EACH:,} jobs written in {time.monotonic() - began:.0f} s", flush=True)
    before: dict[str, list[float]] = {query: [] for query in (*QUERIES, "get")}
    after: dict[str, list[float]] = {query: [] for query in before}
    for turn in range(ROUNDS):
        await ask(small, few[turn % SMALL], before)
        await ask(large, many[turn % SMALL], after)
    good = True
    for query, times in before.items():
        fast, slow = median(times), median(after[query])
        good &= slow / fast <= 1.3
        print(f"{name:<11} {query:<11} {fast:>8.2f} ms {slow:>8.2f} ms {slow / fast:>6.2f}", flush=True)
    await small.aclose()
    await large.aclose()
    return good


def main() -> int:
    """Compare on each kind of database; return 1 where a query misses the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=10_000)
    users = parser.parse_args().users
    good = True
    with tempfile.TemporaryDirectory() as folder:
        files = [Database(f"sqlite+aiosqlite:///{Path(folder) / size}.db") for size in ("small", "large")]
        good &= asyncio.run(compare("SQLite", files[0], files[1], users))
    if url := os.environ.get("TEST_POSTGRES_URL"):  # noqa: TID251 - of a benchmark
        with postgresql(url, "small") as small, postgresql(url, "large") as large:
            good &= asyncio.run(compare("PostgreSQL", Database(small), Database(large), users))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
