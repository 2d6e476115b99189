"""File names of exported documents."""

import re
import unicodedata
from collections.abc import Iterable

from app.domain.text.document import Content

_MAX_STEM = 96

# Latin letters that Unicode does not decompose, and the usual Latin spelling of Greek and Cyrillic letters.
_SPELLINGS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "n", "ə": "e", "ä": "ae", "ö": "oe", "ü": "ue",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz",
}  # fmt: skip


def file_name(content: Content, company: str, role: str, extension: str) -> str:
    """Return `jane-doe-acme-backend-engineer.pdf`: ASCII, at most 96 characters before the dot, never empty."""
    kind = "cover-letter" if content.document_type == "cover_letter" else ""
    return name_of((content.header.full_name, company, role, kind), extension)


def name_of(parts: Iterable[str], extension: str) -> str:
    """Return a file name of what `parts` say, made as `file_name` makes it."""
    stem = "-".join(part for part in map(_slug, parts) if part)
    if len(stem) > _MAX_STEM:
        stem = (stem[: _MAX_STEM + 1].rpartition("-")[0] or stem[:_MAX_STEM]).strip("-")
    return f"{stem or 'resume'}.{_slug(extension) or 'txt'}"


def _slug(text: str) -> str:
    spelled = "".join(_latin(char) for char in unicodedata.normalize("NFC", text).lower())
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", spelled)).strip("-")


def _latin(char: str) -> str:
    if char in _SPELLINGS:
        return _SPELLINGS[char]
    base = unicodedata.normalize("NFKD", char)[:1]
    return _SPELLINGS.get(base, base)
