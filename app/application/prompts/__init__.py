"""Prompts as text files. `PROMPT_VERSION` is recorded with everything that was written with them."""

from functools import cache
from importlib import resources

PROMPT_VERSION = "rewrite-1"
INTERVIEW_PROMPT_VERSION = "interview-1"


@cache
def prompt(name: str) -> str:
    """Return the text of the prompt file `name`."""
    return (resources.files(__name__) / f"{name}.txt").read_text(encoding="utf-8").strip()
