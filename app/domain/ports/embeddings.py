"""Texts as vectors, whoever computes them."""

from array import array
from collections.abc import Sequence
from typing import Protocol, TypeAlias

from app.domain.errors import UnavailableError
from app.domain.ports.llm import LLMBudget

Vector: TypeAlias = "array[float]"
"""Single-precision numbers (typecode `f`)."""


class EmbeddingsUnavailableError(UnavailableError):
    """The provider of embeddings is away, too slow, or does not accept the server's key or model."""

    code = "embeddings_unavailable"
    default_message = "The embedding model is unavailable; it is tried again later"


class IEmbedder(Protocol):
    """Turns texts into vectors of length one: the nearer a dot product is to 1, the more alike the texts.

    Equal texts have equal vectors. Vectors of different `name`s, or of different lengths, say nothing about each other.
    """

    @property
    def name(self) -> str:
        """What made the vectors; another one whenever the same text would get another vector."""
        ...

    @property
    def host(self) -> str:
        """Where texts are sent; empty where they stay on this machine."""
        ...

    @property
    def provider(self) -> str:
        """Whose model it is; `builtin` for what runs here."""
        ...

    @property
    def is_instant(self) -> bool:
        """Tell whether a request may wait for it: a few milliseconds a text, whatever the load."""
        ...

    async def embed(self, texts: Sequence[str], *, budget: LLMBudget) -> list[Vector]:
        """Return one vector for each text, in order; raise `EmbeddingsUnavailableError`.

        A text without any word has a vector too. Calls that leave the machine are booked in `budget`, failed ones too.
        """
        ...

    async def aclose(self) -> None:
        """Let go of model and connections. A second call does nothing."""
        ...
