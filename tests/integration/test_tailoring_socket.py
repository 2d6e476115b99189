"""A client without a browser drives a session over a real server, a line that drops, and a restart of the server."""

import asyncio
import json
import random
from pathlib import Path
from typing import Any

import httpx2
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.integration.server import free_port, server

RESUME = (
    "Ana Pires\nana@example.org\n\nExperience\nData Analyst, Banco Sul, Lisbon\n2019 - 2024\n"
    "- Built dashboards in Power BI for the branch managers\n"
    "- Cut the monthly close from 6 days to 2 with SQL and dbt\n"
    "\nEducation\nBSc Statistics, University of Lisbon, 2015 - 2018\n\nSkills\nSQL, dbt, Power BI, Python\n"
)
POSTING = (
    "Senior Data Analyst at Norte Energia\n\n"
    "Requirements\n- SQL and dbt\n- Kafka\n- Snowflake\n- 3 years of experience\n"
)
CUTS = 20


class Line:
    """A client that remembers only the last number it saw, and connects again whenever it likes."""

    def __init__(self, port: int, session_id: str, token: str) -> None:
        self._url = f"ws://127.0.0.1:{port}/ws/tailoring/{session_id}"
        self._token = token
        self._socket: ClientConnection | None = None
        self.messages: list[dict[str, Any]] = []

    async def open(self) -> ClientConnection:
        """Return the open connection, made again where there is none."""
        if self._socket is None:
            url = f"{self._url}?after={self.messages[-1]['seq'] if self.messages else 0}"
            self._socket = await connect(url, subprotocols=[Subprotocol("bearer"), Subprotocol(self._token)])
        return self._socket

    async def cut(self) -> None:
        """Drop the line without a word."""
        if self._socket is not None:
            self._socket.transport.abort()
            self._socket = None

    async def send(self, **frame: object) -> None:
        """Send one frame."""
        await (await self.open()).send(json.dumps(frame))

    async def next(self) -> dict[str, Any]:
        """Return the next message of the session, whatever happens to the line."""
        async with asyncio.timeout(30):
            while True:
                try:
                    frame: dict[str, Any] = json.loads(await (await self.open()).recv())
                except (ConnectionClosed, OSError):
                    self._socket = None
                    await asyncio.sleep(0.05)
                    continue
                if "seq" in frame:
                    self.messages.append(frame)
                    return frame


def start(client: httpx2.Client) -> tuple[str, str]:
    account = {"email": "ana@example.org", "password": "Correct-Horse-9"}
    token = client.post("/auth/register", json=account).json()["access_token"]
    headers = {"Authorization": f"Bearer {token}"}
    files = {"resume": ("r.txt", RESUME.encode(), "text/plain")}
    begun = client.post("/tailoring-sessions", files=files, data={"job_text": POSTING}, headers=headers)
    return token, str(begun.json()["id"])


async def until(line: Line, kind: str, chance: random.Random, cuts: list[int]) -> dict[str, Any]:
    """Read on to the next message of the kind; answer what is asked; now and then the line drops."""
    while True:
        message = await line.next()
        if len(cuts) < CUTS and chance.random() < 0.8:
            cuts.append(message["seq"])
            await line.cut()
        if message["type"] == "human_input_required":
            answer = "No" if "Kafka" in message["question"] else "Yes, at Banco Sul"
            await line.send(type="human_input", question_id=message["question_id"], answer=answer)
        assert message["type"] != "failed", message
        if message["type"] == kind:
            return message


@pytest.mark.integration
@pytest.mark.slow
async def test_a_session_survives_cut_lines_and_a_restart_without_a_gap_or_a_repeat(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311 - a repeatable choice of moments, no secret
    port, cuts = free_port(), list[int]()
    base = f"http://127.0.0.1:{port}/api/v1"
    with server(tmp_path, port), httpx2.Client(base_url=base) as client:
        token, session_id = await asyncio.to_thread(start, client)
        line = Line(port, session_id, token)
        await until(line, "completed", chance, cuts)
    with server(tmp_path, port), httpx2.Client(base_url=base) as client:
        await line.cut()
        for text in ("shorter", "drop dbt", "undo", "what is missing?", "hello", "use the modern template") * 2:
            await line.send(type="chat", message=text)
            while (await until(line, "chat_message", chance, cuts))["role"] != "assistant":
                pass
        await line.send(type="stop")
        await until(line, "stopped", chance, cuts)
        headers = {"Authorization": f"Bearer {token}"}
        kept = (await asyncio.to_thread(client.get, f"/tailoring-sessions/{session_id}", headers=headers)).json()
    assert len(cuts) == CUTS
    assert [message["seq"] for message in line.messages] == list(range(1, len(line.messages) + 1))
    assert line.messages == [{"seq": one["seq"], "type": one["type"], **one["data"]} for one in kept["messages"]]
    assert kept["status"] == "stopped"
    assert "Kafka" not in json.dumps(line.messages[-1]) + json.dumps(kept["facts"])


async def close_code(url: str, **arguments: Any) -> int | None:
    async with connect(url, **arguments) as socket:
        async with asyncio.timeout(10):
            await socket.wait_closed()
        return socket.close_code


@pytest.mark.integration
@pytest.mark.slow
async def test_a_socket_is_for_its_owner_alone(tmp_path: Path) -> None:
    port = free_port()
    base, root = f"http://127.0.0.1:{port}/api/v1", f"ws://127.0.0.1:{port}/ws/tailoring"
    with server(tmp_path, port), httpx2.Client(base_url=base) as client:
        token, session_id = await asyncio.to_thread(start, client)
        account = {"email": "eve@example.org", "password": "Correct-Horse-9"}
        stranger = client.post("/auth/register", json=account).json()["access_token"]
        ticket = client.post("/auth/ws-ticket", headers={"Authorization": f"Bearer {token}"}).json()["ticket"]
        mine = [Subprotocol("bearer"), Subprotocol(token)]
        theirs = [Subprotocol("bearer"), Subprotocol(stranger)]
        assert await close_code(f"{root}/{session_id}") == 4401
        assert await close_code(f"{root}/{session_id}?ticket=x") == 4401
        assert await close_code(f"{root}/{session_id}", subprotocols=theirs) == 4403
        assert await close_code(f"{root}/{session_id}", subprotocols=mine, origin="https://evil.example") == 4403
        assert await close_code(f"{root}/0198c7a2-5b1e-7c3d-9f40-2a6b8c0d1e2f", subprotocols=mine) == 4404
        async with connect(f"{root}/{session_id}?ticket={ticket}&after=100000") as socket:
            for frame, kind in (('{"type": "ping"}', "pong"), ("nonsense", "error"), ('{"type": "dance"}', "error")):
                await socket.send(frame)
                assert json.loads(await socket.recv())["type"] == kind
            for frame, expected in (
                ("", "a JSON object whose type is"), ("[]", "a JSON object whose type is"),
                ('{"type": []}', "a JSON object whose type is"), ('{"type": "chat", "message": ""}', "1 to 4000 char"),
                ('{"type": "human_input"}', "question_id and answer"), ('{"type": "review"}', "version_number"),
            ):  # fmt: skip
                await socket.send(frame)
                told = json.loads(await socket.recv())
                assert (told["code"], expected in told["message"]) == ("validation_error", True), told
            for _ in range(30):
                await socket.send('{"type": "ping"}')
            heard = [json.loads(await socket.recv()) for _ in range(30)]
            assert heard[-1].get("code") == "rate_limited"
            await socket.send("x" * (64 * 1024 + 1))
            async with asyncio.timeout(10):
                await socket.wait_closed()
            assert socket.close_code == 1009
        assert await close_code(f"{root}/{session_id}?ticket={ticket}") == 4401
