"""Log lines are readable, in one format, and keep secrets and private words to themselves."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Literal

import pytest
import structlog

from app.infrastructure.logs import configure_logging

Style = Literal["console", "json"]


@pytest.fixture(params=["console", "json"])
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Style, io.StringIO]]:
    """What is logged in a style."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers, root.level
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", stream)
        configure_logging(level="info", style=request.param)
    yield request.param, stream
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


# Made here, for a traceback shows lines of this file, and these must not stand in any.
RESUME, TICKET = "Zoë Ångström. " * 2, "12" * 8


def stumble(text: str) -> None:
    assert text
    raise ValueError(f"no answer from /stream?ticket={TICKET}")


def test_an_exception_shows_where_it_was_raised_and_nothing_of_what_was_there(log: tuple[Style, io.StringIO]) -> None:
    style, stream = log
    try:
        stumble(RESUME)
    except ValueError:
        logging.getLogger("app.test").exception("it failed")
    text = stream.getvalue()
    for part in ("it failed", "in stumble", "ValueError: no answer from /stream?ticket=…"):
        assert part in text
    assert RESUME not in text
    assert TICKET not in text
    if style == "json":
        assert json.loads(text)["level"] == "error"


def test_tokens_are_blanked(log: tuple[Style, io.StringIO]) -> None:
    _, stream = log
    structlog.get_logger().info("request", route="/ws?ticket=abcdefgh12345678", header="Bearer eyJhbGciOi.abc.def")
    text = stream.getvalue()
    assert "request" in text
    assert "ticket=…" in text
    assert "eyJhbGciOi" not in text
