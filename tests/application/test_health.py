"""Health: every dependency is asked at once, and none holds the answer up."""

import asyncio

import pytest

from app.application.health import HealthService
from app.domain.errors import UnavailableError


async def fine() -> None:
    return


async def away() -> None:
    raise UnavailableError("The database is unavailable")


async def silent() -> None:
    await asyncio.Event().wait()


async def revision() -> str:
    return "0060"


async def test_each_dependency_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.application.health._SECONDS", 0.01)
    checks = {"storage": fine, "database": away, "events": silent}
    health = HealthService(checks, version="1.2.3", revision=revision)
    assert await health.check() == {
        "storage": "ok",
        "database": "The database is unavailable",
        "events": "no answer within 0.01 seconds",
    }
    assert (health.version, await health.database_revision()) == ("1.2.3", "0060")


async def test_a_check_that_is_broken_is_no_trouble_of_a_dependency() -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await HealthService({"database": broken}, version="1", revision=revision).check()


async def test_without_what_is_optional_the_service_is_degraded_and_without_the_rest_unavailable() -> None:
    health = HealthService({"database": fine}, version="1", revision=revision, optional={"broker": away})
    assert health.standing(await health.check()) == "degraded"
    assert health.standing({"database": "away", "broker": "ok"}) == "unavailable"
    assert health.standing({"database": "away", "broker": "away"}) == "unavailable"
    assert health.standing({"database": "ok", "broker": "ok"}) == "ok"
