"""Vectors of words, by hashing: no model, no download, the same on every machine. It knows words, not meanings."""

import asyncio
import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Sequence

from app.domain.ports.embeddings import Vector
from app.domain.ports.llm import LLMBudget

_WORD = re.compile(r"[^\W_](?:[\w+#.'’-]*[\w+#])?")
DIMENSIONS = 1024


class LexicalEmbedder:
    """`IEmbedder` by the hashing trick (Weinberger et al. 2009): a word counts by the logarithm of its frequency."""

    name, host, provider, is_instant = "lexical-1", "", "builtin", True

    async def embed(self, texts: Sequence[str], *, budget: LLMBudget) -> list[Vector]:
        """See `IEmbedder.embed`."""
        return await asyncio.to_thread(lambda: [_vector(text) for text in texts])

    async def aclose(self) -> None:
        """See `IEmbedder.aclose`."""


def _vector(text: str) -> Vector:
    sums = [0.0] * DIMENSIONS
    for word, count in Counter(word.casefold() for word in _WORD.findall(text)).items():
        code = zlib.crc32(word.encode())
        weight = 1 + math.log(count)
        sums[code % DIMENSIONS] += weight if code & 0x8000_0000 else -weight
    length = math.hypot(*sums)
    if length == 0.0:
        # No word, or words that cancel each other out: a vector of length one all the same, as promised.
        sums[0] = length = 1.0
    return array("f", [value / length for value in sums])
