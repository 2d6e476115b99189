"""The doctor tries everything that an installation is told to use, and tells what does not answer."""

from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from app.bootstrap import examine, migrate_database
from app.settings import Settings
from tests.api.conftest import serve
from tests.integration.server import free_port
from tests.llm_double import KEY, llm_double, raw, say, status
from tests.s3_double import s3_server, s3_settings

pytestmark = pytest.mark.integration
VECTOR = (
    b'{"object": "list", "model": "e", "data": [{"index": 0, "object": "embedding", "embedding": [1.0, 0.0]}], '
    b'"usage": {"prompt_tokens": 1, "total_tokens": 1}}'
)


def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **settings: object) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in settings.items():
        monkeypatch.setenv(name.upper(), str(value))


async def found() -> dict[str, tuple[str, str]]:
    checks = await examine()
    assert len({name for name, _, _ in checks}) == len(checks)
    return {name: (status, remark) for name, status, remark in checks}


def outside(bucket: str, model: str, mail: str, traces: str) -> dict[str, str]:
    """Return settings that name all services of the outside world."""
    return {
        **s3_settings(bucket),
        "llm_provider": "openai_compatible",
        "llm_model": "m-1",
        "openai_base_url": f"{model}/v1",
        "openai_api_key": KEY,
        "smtp_url": mail,
        "otel_exporter_otlp_endpoint": traces,
    }


async def test_of_the_smallest_shape_there_is_only_what_it_has(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_up(monkeypatch, tmp_path)
    await migrate_database(Settings())
    checks = await found()
    assert checks["storage"] == ("ok", "writes, reads and deletes")
    assert {name for name, (status, _) in checks.items() if status == "fail"} == set()
    assert {"language model", "embeddings", "mail server", "trace collector"} & set(checks) == set()
    assert not [path for path in (tmp_path / "data" / "files").rglob("*") if path.is_file()]


async def test_everything_that_is_configured_is_tried(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mail = Controller(object(), hostname="127.0.0.1", port=free_port())
    mail.start()
    try:
        with s3_server() as bucket:
            async with llm_double(say("OK")) as model, llm_double(raw(VECTOR)) as embeddings:
                set_up(
                    monkeypatch,
                    tmp_path,
                    **outside(bucket, model.url, f"smtp://127.0.0.1:{mail.port}", embeddings.url),
                )
                checks = await found()
                assert model.bodies[0]["model"] == "m-1"
                for name in ("database", "storage", "language model", "mail server", "trace collector"):
                    assert checks[name][0] == "ok", (name, checks[name])
                set_up(
                    monkeypatch,
                    tmp_path,
                    embeddings_provider="openai",
                    embeddings_model="e",
                    openai_base_url=f"{embeddings.url}/v1",
                )
                assert (await found())["embeddings"][0] == "ok"
    finally:
        mail.stop()


async def test_what_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    away = f"http://127.0.0.1:{free_port()}"
    async with llm_double(status(401)) as model:
        set_up(
            monkeypatch,
            tmp_path,
            **outside(away, model.url, away.replace("http", "smtp"), away),
        )
        checks = await found()
    assert {"storage", "language model", "mail server", "trace collector"} <= {
        name for name, (status, _) in checks.items() if status == "fail"
    }
    assert checks["database"][0] == "ok"
    assert KEY not in str(checks)


async def test_without_its_bucket_an_instance_is_degraded_and_says_so(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, log_level="error")
    await migrate_database(settings)
    with s3_server() as bucket:
        async with serve(settings.model_copy(update=s3_settings(bucket))) as client:
            ready = await client.get("/health/ready")
            assert (ready.status_code, ready.json()["checks"]["storage"]) == (200, "ok")
    async with serve(settings.model_copy(update=s3_settings(bucket))) as client:
        ready = await client.get("/health/ready")
    assert (ready.status_code, ready.json()["status"]) == (200, "degraded")
    assert ready.json()["checks"]["storage"] != "ok"
