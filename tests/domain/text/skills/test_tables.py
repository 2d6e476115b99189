"""The shipped tables are sorted, unique and consistent."""

from collections import Counter

import pytest

from app.domain.text.skills.entries import COLUMNS, Guard, SkillEntry, parse_table, shipped_tables
from app.domain.text.skills.folding import fold_name
from app.domain.text.skills.lexicon import lexicon

ROWS = [row for _, table in shipped_tables() for row in parse_table(table)]
HEADER = "\t".join(COLUMNS)


@pytest.mark.parametrize("table", [pytest.param(table, id=name) for name, table in shipped_tables()])
def test_a_table_is_sorted_by_name_regardless_of_case(table: str) -> None:
    lines = table.splitlines()[1:]
    assert lines == sorted(lines, key=lambda line: (line.split("\t")[0].casefold(), line))
    assert table.endswith("\n")


@pytest.mark.parametrize("table", [pytest.param(table, id=name) for name, table in shipped_tables()])
def test_cells_hold_no_stray_blanks(table: str) -> None:
    cells = [part for line in table.splitlines() for cell in line.split("\t") for part in cell.split("|")]
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []


def test_no_spelling_belongs_to_two_skills() -> None:
    owners = Counter(fold_name(name) for row in ROWS for name in {row.entry.name, *row.entry.aliases})
    folded_twice = {
        fold_name(name)
        for row in ROWS
        for name, times in Counter(map(fold_name, (row.entry.name, *row.entry.aliases))).items()
        if times > 1
    }
    assert sorted(name for name, times in owners.items() if times > 1 and name not in folded_twice) == []


def test_every_implied_skill_exists() -> None:
    names = {row.entry.name for row in ROWS}
    assert [(row.entry.name, name) for row in ROWS for name in row.entry.implies if name not in names] == []


def test_no_skill_implies_itself_by_any_way() -> None:
    graph = {row.entry.name: row.entry.implies for row in ROWS}

    def reaches(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(graph[name])
        return seen

    assert [name for name in graph if name in reaches(name)] == []


def test_a_guarded_spelling_is_the_name_or_an_alias() -> None:
    assert [row for row in ROWS if not row.guarded <= {row.entry.name, *row.entry.aliases}] == []


def test_every_canonical_name_finds_its_own_entry() -> None:
    known = lexicon()
    assert [entry.name for entry in known.entries if known.get(entry.name) != entry] == []


def test_a_row_is_read_into_an_entry_and_its_guard() -> None:
    row = parse_table(f"{HEADER}\nGo\ttechnical\tlanguage\tGolang|?Go\tC|D\tlist not-next:to,the next:lang")[0]
    assert row.entry == SkillEntry("Go", "technical", "language", ("Golang",), ("C", "D"))
    assert row.guarded == {"Go"}
    assert row.guard == Guard("list", next=frozenset({"lang"}), not_next=frozenset({"to", "the"}))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Go\ttechnical\tlanguage\t\t", "6 cells"),
        ("Go\tmagic\tlanguage\t\t\t", "category"),
        ("Go\ttechnical\tlanguage\t?Go\t\t", "go together"),
        ("Go\ttechnical\tlanguage\t\t\tlist", "go together"),
        ("Go\ttechnical\tlanguage\t?Go\t\tsometimes", "strictness"),
        ("Go\ttechnical\tlanguage\t?Go\t\tlist after:x", "rule"),
        ("Go\ttechnical\tlanguage\t?Go\t\tlist next:", "rule"),
    ],
)
def test_a_bad_row_is_refused_by_name(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_table(f"{HEADER}\n{line}")


def test_a_table_without_its_header_is_refused() -> None:
    with pytest.raises(ValueError, match="header"):
        parse_table("Go\ttechnical\tlanguage\t\t\t")
