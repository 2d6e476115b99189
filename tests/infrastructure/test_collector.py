"""What the collector no longer looks at in a long-lived process."""

import gc
from collections.abc import Iterator

import pytest

from app.infrastructure.collector import Sparing


class Node:
    """Something in a cycle."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def started(request: pytest.FixtureRequest) -> Iterator[None]:
    sparing = Sparing(longest_seconds=request.param)
    sparing.start()
    yield
    sparing.stop()
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("started", [3600], indirect=True)
def test_what_there_is_at_the_start_is_set_aside(started: None) -> None:
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    kept = [Node() for _ in range(1000)]
    gc.collect()
    assert gc.get_freeze_count() <= frozen
    assert len(kept) == 1000


@pytest.mark.parametrize("started", [0], indirect=True)
def test_what_outlives_a_long_full_collection_is_set_aside_and_garbage_is_not(started: None) -> None:
    before = gc.get_freeze_count()
    kept = [Node() for _ in range(10_000)]
    gc.collect(0)
    assert gc.get_freeze_count() <= before
    for _ in range(10_000):
        Node()
    gc.collect()
    assert len(kept) <= gc.get_freeze_count() - before < 1.5 * len(kept)
