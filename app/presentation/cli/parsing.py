"""`jobwise parse`: what the parsers read."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.application.services import Services
from app.domain.errors import JobWiseError
from app.presentation.cli import output
from app.presentation.cli.door import Door
from app.presentation.cli.reading import read_bytes, read_posting, resume_json

Reader = Callable[[Services, str], Awaitable[dict[str, Any]]]


async def resumes(door: Door, files: list[str], *, out: Path | None, as_json: bool) -> int:
    """Read resume files; return the exit code."""
    return await _each(door, files, _read_resume, out=out, as_json=as_json)


async def jobs(door: Door, sources: list[str], *, out: Path | None, as_json: bool) -> int:
    """Read postings; return the exit code."""
    return await _each(door, sources, _read_job, out=out, as_json=as_json)


async def _read_resume(services: Services, source: str) -> dict[str, Any]:
    data = read_bytes(source)
    return resume_json(source, data, await services.resumes.read(data, filename=source))


async def _read_job(services: Services, source: str) -> dict[str, Any]:
    return asdict(await read_posting(services, source))


async def _each(door: Door, sources: list[str], read: Reader, *, out: Path | None, as_json: bool) -> int:
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    failed = 0
    results = []
    async with door.services() as services:
        for source in sources:
            try:
                result = await read(services, source)
            except JobWiseError as error:
                failed += 1
                result = {"error": {"code": error.code, "message": error.message, "details": error.details}}
                output.err.print(f"{source}: {error.message}", markup=False)
            if out is None:
                results.append(result)
            else:
                text = json.dumps(result, ensure_ascii=False, indent=1, default=str)
                (out / f"{_stem(source)}.json").write_text(text + "\n", encoding="utf-8")
    if out is None:
        output.print_json(results[0] if len(results) == 1 else results)
    elif as_json:
        output.print_json({"read": len(sources) - failed, "failed": failed, "out": str(out)})
    return output.FAILED if failed else 0


def _stem(source: str) -> str:
    if source.startswith(("http://", "https://")):
        parts = urlsplit(source)
        return "-".join([parts.netloc, *parts.path.strip("/").split("/")]).strip("-").replace(":", "-")[:120]
    return Path(source).stem if source != "-" else "stdin"
