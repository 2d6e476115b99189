"""Which methods an address takes, over all routes together.

The router answers 405 for the first route that matches, and takes `/generations/templates` for an id where the method
is another; this table knows the most literal address and everything that is declared for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Node:
    literals: "dict[str, _Node]" = field(default_factory=dict)
    parameter: "_Node | None" = None
    methods: set[str] = field(default_factory=set)


class AddressTable:
    """A tree of path segments."""

    def __init__(self, routes: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._root = _Node()
        for path, methods in routes:
            node = self._root
            for segment in path.strip("/").split("/"):
                if segment.startswith("{"):
                    node.parameter = node.parameter or _Node()
                    node = node.parameter
                else:
                    node = node.literals.setdefault(segment, _Node())
            node.methods |= set(methods)

    def methods(self, path: str) -> frozenset[str]:
        """Return what the most literal address that matches `path` takes; nothing where none does."""
        found = _find(self._root, path.strip("/").split("/"))
        return frozenset(found.methods) if found else frozenset()


def _find(node: _Node, segments: list[str]) -> _Node | None:
    if not segments:
        return node if node.methods else None
    literal = node.literals.get(segments[0])
    if literal is not None:
        found = _find(literal, segments[1:])
        if found is not None:
            return found
    return _find(node.parameter, segments[1:]) if node.parameter is not None and segments[0] else None
