"""Structured logs: readable lines for people, JSON for machines; never a secret or a word of a resume."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

_SECRET = re.compile(r"(?i)((?:token|ticket|secret|password|api_key)=)[^&\s\"']+")
_BEARER = re.compile(r"(?i)(bearer\s+)[A-Za-z0-9._-]{8,}")


def redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blank the values of tokens and tickets in every text of a log line."""
    for key, value in event.items():
        if isinstance(value, str) and ("=" in value or "earer" in value):
            event[key] = _BEARER.sub(r"\1…", _SECRET.sub(r"\1…", value))
    return event


def configure_logging(*, level: str, style: Literal["console", "json"]) -> None:
    """Send the standard library's and structlog's records to standard error in one format."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
    ]
    # Plain, for structlog's own choice prints the locals of every frame: resumes and secrets, and minutes of rendering.
    renderer: Any = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    if style == "json":
        renderer = structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in ("httpx2", "httpcore2", "uvicorn.access", "pypdf", "openai", "anthropic"):
        logging.getLogger(name).setLevel(logging.WARNING)
