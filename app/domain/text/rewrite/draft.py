"""What a model proposed, as it is kept with the generation."""

from dataclasses import dataclass, field

from app.domain.text.document import Reason


@dataclass(frozen=True, slots=True)
class Wording:
    """A proposed sentence of `block` in place of the sentences `replaces`; all by the brief's names (`s3`, `f7`)."""

    block: str
    replaces: tuple[str, ...]
    text: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A proposed order of the entries of a block."""

    block: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wording that was turned away, and why."""

    text: str
    replaces: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(slots=True, kw_only=True)
class Draft:
    """A model's part in a document: who was asked with which prompts, what it proposed and what became of that.

    `repairs` is `None` until the second question was asked. `notice` tells the user why the built-in writer's wording
    stands where they had asked for a model's.
    """

    prompt_version: str = ""
    provider: str = ""
    host: str = ""
    model: str = ""
    wordings: list[Wording] = field(default_factory=list)
    order: list[Order] = field(default_factory=list)
    repairs: list[Wording] | None = None
    accepted: int = 0
    refused: list[Refusal] = field(default_factory=list)
    notice: str = ""
