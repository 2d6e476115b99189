"""Pages of lists."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page: `limit` 1-100, `offset` from 0, `sort` a field name, with a leading `-` for descending."""

    limit: int = 20
    offset: int = 0
    sort: str = "-created_at"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of `total` items, in the order that was asked for."""

    items: list[T]
    total: int
    limit: int
    offset: int
