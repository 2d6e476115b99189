"""Sections of the candidate's own (publications, awards, volunteering, …): what of them is worth its lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.text.career import Career
from app.domain.text.compose.budget import SECTION_LINES, Budget, lines_of
from app.domain.text.compose.demand import Demand
from app.domain.text.compose.options import Level
from app.domain.text.compose.picking import is_related, relatedness
from app.domain.text.compose.units import Unit, custom_units

_SHARE_A_PAGE = 7.0
_LISTED = frozenset({"publications", "patents", "conferences", "presentations", "talks", "grants"})
_VALUED = _LISTED | {
    "awards", "honors", "achievements", "volunteer", "volunteering", "teaching", "courses", "training", "memberships",
    "affiliations", "activities", "coursework", "leadership",
}  # fmt: skip
_PRIVATE = frozenset({"interests", "hobbies", "personal"})
# Kept among a candidate's fields for other reasons than to be printed, or given only when asked.
_UNPRINTED = frozenset(
    """
    unplaced photo image picture date_of_birth birth_date age gender nationality marital_status salary notes references
    objective wishes
    """.split()
)
_ENTRIES_AT_MOST = 4
_MANY = 4
_LISTED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class CustomChoice:
    """The entries to print of the custom field `key`."""

    key: str
    units: tuple[Unit, ...]


def custom_share(career: Career, pages: int) -> float:
    """Return the lines to keep free for sections of the candidate's own."""
    valued = any(_name(key) in _VALUED for key in career.custom_fields)
    return _SHARE_A_PAGE * pages if valued else 0.0


def has_publications(career: Career) -> bool:
    """Tell whether the career lists publications, patents or talks, which take a second page."""
    return any(_name(key) in _LISTED and len(custom_units(career, key)) >= _MANY for key in career.custom_fields)


def custom_choices(
    career: Career, demand: Demand, drop: tuple[str, ...], *, lines: float, level: Level
) -> tuple[CustomChoice, ...]:
    """Return what is printed of each custom field within `lines`, what counts most first."""
    dropped = {term.casefold() for term in drop}
    found: list[tuple[int, str, tuple[Unit, ...]]] = []
    for key in career.custom_fields:
        name = _name(key)
        if not is_printed(key) or name in dropped or name.replace("_", " ") in dropped:
            continue
        units = [
            unit for unit in custom_units(career, key) if not any(term in unit.text.casefold() for term in dropped)
        ]
        if name in _PRIVATE:
            rank, units = (2, units if level == "fresher" else [])
        elif name in _VALUED:
            rank = 0
        else:
            rank, units = 1, [unit for unit in units if level == "fresher" or is_related(demand, demand.shown(unit))]
        if units:
            found.append((rank, key, _best(units, demand, _LISTED_AT_MOST if name in _LISTED else _ENTRIES_AT_MOST)))
    found.sort(key=lambda one: one[0])
    return tuple(_within(found, Budget(lines)))


def is_printed(key: str) -> bool:
    """Tell whether the custom field `key` may stand in a document."""
    return _name(key) not in _UNPRINTED


def _name(key: str) -> str:
    return key.strip().casefold().replace(" ", "_")


def _within(found: list[tuple[int, str, tuple[Unit, ...]]], budget: Budget) -> Iterator[CustomChoice]:
    for _, key, units in found:
        kept = []
        budget.take(SECTION_LINES)
        for unit in units:
            if budget.affords(lines_of(unit.text)):
                budget.take(lines_of(unit.text))
                kept.append(unit)
        if kept:
            yield CustomChoice(key, tuple(kept))


def _best(units: list[Unit], demand: Demand, at_most: int) -> tuple[Unit, ...]:
    ranked = sorted(range(len(units)), key=lambda at: (-round(relatedness(demand, demand.shown(units[at])), 1), at))
    return tuple(units[at] for at in sorted(ranked[:at_most]))
