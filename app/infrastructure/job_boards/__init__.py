"""Job boards with public data: which there are, and how each is asked and read."""

from app.infrastructure.job_boards.catalog import BoardKeys, build_boards
from app.infrastructure.job_boards.feed import BoardFeed

__all__ = ["BoardFeed", "BoardKeys", "build_boards"]
