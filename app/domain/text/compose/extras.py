"""Sections of the candidate's own (publications, awards, volunteering, …): what of them is worth its lines."""

from dataclasses import dataclass

from app.domain.text.career import Career
from app.domain.text.compose.demand import Demand
from app.domain.text.compose.picking import relatedness
from app.domain.text.compose.units import Unit, custom_units

_ENTRIES_AT_MOST = 6
_PRIVATE = frozenset({"interests", "hobbies", "references", "personal", "objective"})
# Kept among a candidate's fields for other reasons than to be printed.
_UNPRINTED = frozenset(
    "unplaced photo image picture date_of_birth birth_date age gender nationality marital_status salary notes".split()
)


@dataclass(frozen=True, slots=True)
class CustomChoice:
    """The entries to print of the custom field `key`."""

    key: str
    units: tuple[Unit, ...]


def custom_choices(career: Career, demand: Demand, drop: tuple[str, ...]) -> tuple[CustomChoice, ...]:
    """Return what is printed of each custom field, in the candidate's order; what is merely private comes last."""
    choices = []
    dropped = {term.casefold() for term in drop}
    for key in career.custom_fields:
        name = key.strip().casefold().replace(" ", "_")
        if name in _UNPRINTED or name in dropped or name.replace("_", " ") in dropped:
            continue
        units = [
            unit for unit in custom_units(career, key) if not any(term in unit.text.casefold() for term in dropped)
        ]
        if units:
            choices.append(CustomChoice(key, _best(units, demand)))
    return tuple(sorted(choices, key=lambda choice: choice.key.strip().casefold() in _PRIVATE))


def _best(units: list[Unit], demand: Demand) -> tuple[Unit, ...]:
    ranked = sorted(range(len(units)), key=lambda at: (-round(relatedness(demand, demand.shown(units[at])), 1), at))
    return tuple(units[at] for at in sorted(ranked[:_ENTRIES_AT_MOST]))
