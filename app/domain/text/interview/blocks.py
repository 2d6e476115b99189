"""Read the bank's files: blocks that begin with "# heading", each of lines "key: value" or "= value"."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Block:
    """A heading with its lines, in the file's order."""

    heading: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def get(self, key: str) -> str:
        """Return the value of the first line with that key, or an empty text."""
        return next((value for name, value in self.lines if name == key), "")

    def words(self, key: str) -> tuple[str, ...]:
        """Return the value as its parts between commas."""
        return tuple(part for part in (part.strip() for part in self.get(key).split(",")) if part)


def parse_blocks(text: str, keys: Iterable[str]) -> list[Block]:
    """Return the blocks of `text`; raise `ValueError` naming a line outside of a block or with another key."""
    known, blocks = frozenset(keys), list[Block]()
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("# "):
            blocks.append(Block(line[2:].strip()))
            continue
        key, colon, value = ("=", ":", line[1:]) if line.startswith("=") else line.partition(":")
        if not blocks or key not in known or not colon or not value.strip():
            raise ValueError(f"not a line of a block with {', '.join(sorted(known))}: {line!r}")
        blocks[-1].lines.append((key, value.strip()))
    return blocks
