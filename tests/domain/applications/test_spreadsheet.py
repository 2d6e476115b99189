"""CSV from and for spreadsheets."""

from datetime import UTC, datetime

import pytest

from app.domain.applications import Application, JobSummary
from app.domain.applications.spreadsheet import (
    ColumnName,
    UnreadableCsvError,
    guarded,
    read_csv,
    unguarded,
    write_csv,
)
from app.domain.ids import uuid7
from tests.builders import NOON


@pytest.mark.parametrize("text", ["=1+1", "+49", "-3", "@x", "'quoted", "'=x", "''", "\tx", "＝x", "plain", "", "a=b"])
def test_a_guarded_cell_starts_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[:1] not in set("=+-@\t＝")
    assert unguarded(guarded(text)) == text


def test_a_foreign_table_is_read_by_its_headings() -> None:
    head = ["Position", "Organisation", "LINK", "Stage", "Tags", "Date Applied", "Salary"]
    cells = ["Cook", "'Tis Inn", "https://x.test/1", "Phone Screen", "a, b;a", "2026-02-03", "1"]
    data = "\r\n".join("\t".join(line) for line in (head, cells))
    (row,) = read_csv(data.encode()).rows
    assert (row.line, row.problems) == (2, ())
    assert row.values == {
        "title": "Cook",
        "company": "'Tis Inn",
        "job_url": "https://x.test/1",
        "status": "interviewing",
        "labels": ("a", "b"),
        "applied_at": datetime(2026, 2, 3, tzinfo=UTC),
    }


def test_each_problem_of_a_row_is_told() -> None:
    data = b"id,title,status,deadline,url\nnope,,sleeping,03/04/26,ftp://x\n"
    (row,) = read_csv(data).rows
    assert [problem.split(":")[0] for problem in row.problems] == [
        "id", "status", "deadline", "address of the posting", "title",
    ]  # fmt: skip


def test_text_of_older_programs_is_read() -> None:
    (row,) = read_csv("Nummer,Title\nx,Köchin\n".encode("cp1252")).rows
    assert row.values == {"title": "Köchin"}


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a,b\n1,2\n", b"title\x00\n", b"title\n" + b"x\n" * 5001])
def test_what_is_no_such_table_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableCsvError):
        read_csv(data)


def test_a_written_table_is_read_back() -> None:
    job = JobSummary(
        id=uuid7(), title="=Cook", company="Blue; Inn", location="Leeds", source="board", status="active",
        job_url="https://blue.example", application_deadline=None,
    )  # fmt: skip
    application = Application(
        user_id=uuid7(), job_id=job.id, job=job, status="offer", labels=("a", "b"), deadline=NOON, saved_at=NOON,
        created_at=NOON, updated_at=NOON,
    )  # fmt: skip
    data = write_csv([application])
    assert data.startswith(b"\xef\xbb\xbfid,")
    (row,) = read_csv(data).rows
    assert row.problems == ()
    assert {name: row.values[name] for name in ("title", "company", "status", "labels", "deadline", "saved_at")} == {
        "title": "=Cook",
        "company": "Blue; Inn",
        "status": "offer",
        "labels": ("a", "b"),
        "deadline": NOON,
        "saved_at": NOON,
    }


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Role;Employer;Where;Applied on", ["title", "company", "location", "applied_at"]),
        ("Stelle;Unternehmen;Ort;Nächster Schritt", ["title", "company", "location", "next_action"]),
        ("Poste;Société;Ville;Date d’ajout", ["title", "company", "location", "saved_at"]),
        ("Puesto;Compañía;Ubicación;Fecha límite", ["title", "company", "location", "deadline"]),
        ("Função;Empresa;Localização;Situação", ["title", "company", "location", "status"]),
    ],
)
def test_headings_of_several_languages_are_known(headings: str, expected: list[ColumnName]) -> None:
    assert [column.name for column in read_csv(f"{headings}\n".encode()).columns] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31.12.2025", datetime(2025, 12, 31, tzinfo=UTC)),
        ("3.4.2026", datetime(2026, 4, 3, tzinfo=UTC)),
        ("03. 04. 2026, 9:05", datetime(2026, 4, 3, 9, 5, tzinfo=UTC)),
    ],
)
def test_a_date_with_dots_has_its_day_first(text: str, expected: datetime) -> None:
    (row,) = read_csv(f"title;deadline\nCook;{text}\n".encode()).rows
    assert (row.problems, row.values["deadline"]) == ((), expected)


@pytest.mark.parametrize("text", ["12.31.2025", "31.02.2026", "3.4.26", "03/04/2026", "3.4.2026 25:00"])
def test_a_date_that_could_be_none_or_another_is_refused(text: str) -> None:
    (row,) = read_csv(f"title;deadline\nCook;{text}\n".encode()).rows
    assert "deadline" not in row.values
    assert [problem.split(":")[0] for problem in row.problems] == ["deadline"]


def test_an_application_whose_job_is_gone_is_written_with_empty_cells() -> None:
    application = Application(user_id=uuid7(), job_id=uuid7(), saved_at=NOON, created_at=NOON, updated_at=NOON)
    (line,) = write_csv([application]).decode("utf-8-sig").splitlines()[1:]
    assert line.split(",")[1:3] == ["", ""]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"title\n" + b"x\n" * 5_001, b'title\n"x' + b"y" * 200_000])
def test_what_is_no_table_of_applications_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableCsvError):
        read_csv(data)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ("Cook,0001-01-01", "deadline: '0001-01-01' is not a likely date"),
        (f"{'x' * 501},", "title: is longer than 500 characters"),
    ],
)
def test_an_unlikely_date_and_an_endless_title_are_told(cells: str, problem: str) -> None:
    (row,) = read_csv(f"title,deadline\n{cells}\n".encode()).rows
    assert problem in row.problems


def test_columns_are_told_with_what_they_are_taken_for_and_their_first_text() -> None:
    table = read_csv(b"Position,Pay,Memo\n,'=1,\nCook,2,x\n")
    assert [(column.heading, column.name, column.example) for column in table.columns] == [
        ("Position", "title", "Cook"), ("Pay", None, "=1"), ("Memo", None, "x"),
    ]  # fmt: skip


def test_a_mapping_says_what_columns_are_whatever_their_headings_say() -> None:
    data = "Stelle;Firma;Title\nKöchin;Gasthof;x\n".encode()
    mapping: dict[str, ColumnName | None] = {"Stelle": "title", "Firma": "company", "Title": None, "absent": "notes"}
    (row,) = read_csv(data, mapping).rows
    assert row.values == {"title": "Köchin", "company": "Gasthof"}


def test_headings_that_are_not_understood_are_told_so_that_somebody_can() -> None:
    with pytest.raises(UnreadableCsvError) as refusal:
        read_csv(b"Stanowisko;Pracodawca\nKucharz;Zajazd\n")
    assert refusal.value.details["columns"] == [
        {"heading": "Stanowisko", "name": None, "example": "Kucharz"},
        {"heading": "Pracodawca", "name": None, "example": "Zajazd"},
    ]
