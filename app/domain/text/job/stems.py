"""Tell by plain substrings, at a tenth of a pattern's time, that a pattern cannot match."""

from collections.abc import Iterable


def holds_any(low: str, stems: Iterable[str]) -> bool:
    """Tell whether the lower-cased `low` holds one of `stems`. A generator would cost more than the tests."""
    for stem in stems:  # noqa: SIM110
        if stem in low:
            return True
    return False
