"""What words say the same, and which words weigh: the shipped vocabularies by language, ready for look-up."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from app.domain.text.grounding.stems import LANGUAGES, lemma, root, stem

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """The vocabulary of one language. Words are stems; a phrase is its stems joined by `_`.

    `groups` maps a word to the keys of the meanings it can have, `implies` to the words it also vouches for, `sets` a
    list's name to its words, `plain` the same as they are written, `phrases` a first stem to the phrases it starts.
    """

    language: str
    groups: dict[str, frozenset[str]] = field(default_factory=dict)
    implies: dict[str, frozenset[str]] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    plain: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def keys(self, word: str) -> frozenset[str]:
        """Return the keys under which the stem `word` can be vouched for."""
        return self.groups.get(word, _NOTHING) | {word}

    def vouches(self, word: str) -> frozenset[str]:
        """Return every key that the stem `word`, standing in a fact, vouches for."""
        return self.keys(word) | self.implies.get(word, _NOTHING)

    def among(self, name: str, word: str, written: str = "") -> bool:
        """Tell whether the stem `word` is on the list `name`; lists that stems would blur go by the spelling."""
        if name == "neutral":
            return written in self.plain[name] or lemma(written, self.language) in self.plain[name]
        if name in _BY_SPELLING:
            return written in self.plain.get(name, _NOTHING)
        return word in self.sets.get(name, _NOTHING)


_BY_SPELLING = frozenset({"superlative", "scope", "past", "degree", "limiting", "title", "award"})


@cache
def wording(language: str) -> Wording:
    """Return the vocabulary of `language` (English for a language without one)."""
    known = language if language in LANGUAGES else "en"
    text = (files("app.domain.text.grounding") / "data" / f"{known}.txt").read_text(encoding="utf-8")
    return _read(text, known)


def _read(text: str, language: str) -> Wording:
    groups: dict[str, set[str]] = {}
    implies: dict[str, set[str]] = {}
    sets: dict[str, set[str]] = {}
    plain: dict[str, set[str]] = {}
    section = ""
    for number, raw in enumerate(text.splitlines()):
        line = raw.strip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("["):
            section = line[1:-1]
        elif section == "same":
            for word in line.split():
                for key in _spellings(word, language):
                    groups.setdefault(key, set()).add(f"={number}")
        elif section == "implies":
            left, _, right = line.partition(" > ")
            for word in left.split():
                implies.setdefault(_key(word, language), set()).update(_key(other, language) for other in right.split())
        else:
            sets.setdefault(section, set()).update(_key(word, language) for word in line.split())
            plain.setdefault(section, set()).update(line.split())
    return Wording(
        language=language,
        groups={word: frozenset(keys) for word, keys in groups.items()},
        implies={word: frozenset(keys) for word, keys in implies.items()},
        sets={name: frozenset(words) for name, words in sets.items()},
        plain={name: frozenset(words) for name, words in plain.items()},
        phrases=_phrases(groups.keys() | implies.keys() | set().union(*sets.values())),
    )


def _spellings(word: str, language: str) -> set[str]:
    """Return the keys of a listed word. "lower" is itself, though a dictionary takes it for a form of "low"."""
    return {_key(word, language), root(word, language)} if "_" not in word else {_key(word, language)}


def _key(word: str, language: str) -> str:
    return "_".join(stem(part, language) for part in word.split("_"))


def _phrases(words: set[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in sorted(words):
        parts = tuple(word.split("_"))
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}
