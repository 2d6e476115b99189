"""Traces arrive at a collector, whole, and without a word that somebody wrote."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from app.bootstrap import migrate_database
from app.settings import Settings
from tests.api.conftest import serve
from tests.api.test_main_job import POSTING, RESUME, prepare, wait

API = "/api/v1"
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


class Collector:
    """An OTLP collector that keeps what it is sent."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        kept = self.bodies

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                kept.append(self.rfile.read(int(self.headers["content-length"])))
                self.send_response(200)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def spans(self) -> list[Any]:
        found = (ExportTraceServiceRequest.FromString(body) for body in self.bodies)
        return [
            span for one in found for part in one.resource_spans for scope in part.scope_spans for span in scope.spans
        ]


@pytest.fixture
def collector() -> Iterator[Collector]:
    made = Collector()
    yield made
    made.server.shutdown()
    made.server.server_close()


def settings(tmp_path: Path, endpoint: str) -> Settings:
    return Settings(
        data_dir=tmp_path,
        bcrypt_rounds=4,
        log_level="error",
        rate_limit_user_per_minute=0,
        otel_exporter_otlp_endpoint=endpoint,
    )


async def test_requests_tasks_stages_and_statements_are_followed_without_what_people_wrote(
    collector: Collector, tmp_path: Path
) -> None:
    chosen = settings(tmp_path, collector.url)
    await migrate_database(chosen)
    account = {"email": "zelda.quux@example.org", "password": "Correct-Horse-9", "full_name": "Zelda Quux"}
    async with serve(chosen) as client:
        token = (await client.post(f"{API}/auth/register", json=account)).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        profile_id, job_id = await prepare(client, headers)
        body = {"profile_id": profile_id, "job_id": job_id}
        started = await client.post(f"{API}/generations/resume", json=body, headers={**headers, "traceparent": PARENT})
        await wait(client, headers, started.headers["Location"])
        assert (await client.get(f"{API}/jobs?q=zeppelin", headers=headers)).status_code == 200
        assert (await client.get(f"{API}/profiles/{job_id}", headers=headers)).status_code == 404
    spans = collector.spans
    by_name = {span.name: span for span in spans}
    assert {
        f"POST {API}/auth/register", f"POST {API}/generations/resume", "task generation", "stage analyze_job",
        "stage prepare_export", "INSERT jobs", "SELECT jobs",
    } <= set(by_name)  # fmt: skip
    asked = by_name[f"POST {API}/generations/resume"]
    assert (asked.trace_id.hex(), asked.parent_span_id.hex()) == (PARENT.split("-")[1], PARENT.split("-")[2])
    inside = [span for span in spans if span.parent_span_id == asked.span_id]
    assert "INSERT generations" in {span.name for span in inside}
    task, stage = by_name["task generation"], by_name["stage analyze_job"]
    assert (stage.trace_id, stage.parent_span_id) == (task.trace_id, task.span_id)
    statuses = {
        (span.name, attribute.value.int_value)
        for span in spans
        for attribute in span.attributes
        if attribute.key == "http.response.status"
    }
    assert {(f"POST {API}/resumes", 201), (f"GET {API}/profiles/{{profile_id}}", 404)} <= statuses

    said = b" ".join(collector.bodies).decode("utf-8", "replace").lower()
    words = {word.strip(".,()").lower() for word in f"{RESUME} {POSTING}".split() if len(word) > 7}
    words |= {"zelda", "quux", "zeppelin", "correct-horse", token.lower(), "raman"}
    # Names of tables and stages are words too.
    own = {"experience", "education", "documents", "documentation", "requirements", "generations"}
    assert {word for word in words - own if word in said} == set()


async def test_a_collector_that_is_away_holds_nobody_up(tmp_path: Path) -> None:
    chosen = settings(tmp_path, "http://127.0.0.1:9")
    await migrate_database(chosen)
    async with serve(chosen) as client:
        assert (await client.get("/health/ready")).status_code == 200
