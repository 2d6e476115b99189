"""The lexicon's rows: what a skill is called, what it belongs to and when an ambiguous spelling counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, cast, get_args

LexiconCategory = Literal["technical", "soft", "language", "certification", "domain"]
Strictness = Literal["exact", "cap", "near", "list"]
COLUMNS = ("name", "category", "group", "aliases", "implies", "context")


@dataclass(frozen=True, slots=True)
class SkillEntry:
    """One skill: its canonical name, other spellings, and the skills that whoever has it also has."""

    name: str
    category: LexiconCategory
    group: str
    aliases: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """When a spelling that is also an everyday word counts as the skill.

    `strictness`: `exact` asks for the spelling's own case; `cap` also for a capital that no sentence start explains;
    `near` for another skill close by; `list` for a neighbour in an enumeration or a cue such as "programming".
    `not_next`, `not_previous` are folded words that rule the skill out, `next`, `previous` words that settle it.
    """

    strictness: Strictness
    next: frozenset[str] = frozenset()
    previous: frozenset[str] = frozenset()
    not_next: frozenset[str] = frozenset()
    not_previous: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the entry and the spellings that `guard` watches."""

    entry: SkillEntry
    guarded: frozenset[str] = frozenset()
    guard: Guard | None = None


def parse_table(table: str) -> list[Row]:
    """Read a table: a header line, then one skill a line in `COLUMNS`; raises `ValueError` naming the bad line."""
    head, *lines = table.splitlines()
    if tuple(head.split("\t")) != COLUMNS:
        raise ValueError(f"the header must be {COLUMNS}, not {head!r}")
    return [_parse_row(line) for line in lines]


def _parse_row(line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(COLUMNS)} cells are needed in {line!r}")
    name, category, group, aliases, implies, context = cells
    if category not in get_args(LexiconCategory):
        raise ValueError(f"unknown category in {line!r}")
    spellings = _split(aliases)
    guarded = frozenset(alias[1:] for alias in spellings if alias.startswith("?"))
    if bool(guarded) != bool(context):
        raise ValueError(f"marked spellings and a context go together: {line!r}")
    entry = SkillEntry(
        name=name,
        category=cast("LexiconCategory", category),
        group=group,
        aliases=tuple(alias for alias in (spelling.removeprefix("?") for spelling in spellings) if alias != name),
        implies=_split(implies),
    )
    return Row(entry, guarded, _parse_guard(context) if context else None)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _parse_guard(context: str) -> Guard:
    strictness, *rules = context.split()
    if strictness not in get_args(Strictness):
        raise ValueError(f"unknown strictness in {context!r}")
    words: dict[str, frozenset[str]] = {}
    for rule in rules:
        key, _, value = rule.partition(":")
        if key not in {"next", "previous", "not-next", "not-previous"} or not value:
            raise ValueError(f"unknown rule {rule!r} in {context!r}")
        words[key] = frozenset(value.split(","))
    none: frozenset[str] = frozenset()
    return Guard(
        strictness=cast("Strictness", strictness),
        next=words.get("next", none),
        previous=words.get("previous", none),
        not_next=words.get("not-next", none),
        not_previous=words.get("not-previous", none),
    )


@cache
def shipped_tables() -> tuple[tuple[str, str], ...]:
    """Return the file name and text of every shipped table, by file name."""
    folder = resources.files("app.domain.text.skills.data")
    tables = sorted(item.name for item in folder.iterdir() if item.name.endswith(".tsv"))
    return tuple((name, folder.joinpath(name).read_text(encoding="utf-8")) for name in tables)


def shipped_rows() -> Iterable[Row]:
    """Return the rows of every shipped table."""
    return (row for _, table in shipped_tables() for row in parse_table(table))
