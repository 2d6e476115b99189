import os
from pathlib import Path

_BESIDE = Path(__file__).parents[4].parent / "shared" / "data"
DATA = _BESIDE if _BESIDE.exists() else Path(os.environ.get("JOBWISE_SHARED_DATA", "/nonexistent"))  # noqa: TID251
"""Documents for evaluation, which a fresh clone does not have: tests that need them skip."""
