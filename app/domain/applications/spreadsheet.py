"""Applications as CSV, for spreadsheets: written so that no cell is taken for a formula, read from many writers."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal, get_args
from uuid import UUID

from app.domain.applications.application import STATUSES, Application, ApplicationStatus
from app.domain.errors import UnprocessableError
from app.domain.regex import regex

ColumnName = Literal[
    "id", "title", "company", "location", "source", "job_url", "status", "labels", "notes", "deadline", "next_action",
    "next_action_at", "saved_at", "applied_at",
]  # fmt: skip
COLUMNS: tuple[ColumnName, ...] = get_args(ColumnName)
MOST_ROWS = 5000
_EXAMPLE_LENGTH = 120
RowAction = Literal["create", "update", "skip", "error"]
_FORMULA = "=+-@\t\r\n＝＋－＠"  # what spreadsheets start a formula with (OWASP, CSV Injection)
_HEADINGS = {  # in English, German, French, Spanish, Portuguese; without accents
    "title": "job_title position role job job_name position_title vacancy titel jobtitel stelle stellenbezeichnung "
    "stellentitel beruf poste intitule intitule_du_poste titre titulo puesto cargo vaga funcao",
    "company": "company_name employer organization organisation firm firma unternehmen arbeitgeber entreprise societe "
    "employeur empresa compania empleador empregador companhia",
    "location": "place city job_location where workplace ort standort arbeitsort stadt lieu lieu_de_travail ville "
    "lugar ubicacion ciudad local localizacao localidade localidad cidade",
    "job_url": "url link job_link posting posting_url stellenanzeige anzeige lien annonce offre enlace oferta anuncio",
    "status": "stage state application_status phase statut etat etape estado situacion etapa situacao fase",
    "labels": "tags label tag etiketten schlagworte etiquettes mots_cles etiquetas",
    "notes": "note comments comment remarks notizen notiz bemerkung bemerkungen kommentar anmerkungen remarque "
    "remarques commentaire commentaires notas nota comentarios observaciones observacoes",
    "deadline": "due due_date apply_by application_deadline closing_date frist bewerbungsfrist bewerbungsschluss "
    "date_limite echeance fecha_limite plazo prazo data_limite",
    "next_action": "next_step todo follow_up nachster_schritt naechster_schritt prochaine_etape prochaine_action "
    "siguiente_paso proximo_paso proximo_passo proxima_accion proxima_acao",
    "next_action_at": "next_action_date next_step_date follow_up_date",
    "saved_at": "date_saved saved created added date_added gespeichert gespeichert_am hinzugefugt_am ajoute_le "
    "date_d'ajout guardado guardado_el salvo_em adicionado_em",
    "applied_at": "date_applied applied applied_on applied_date application_date beworben beworben_am "
    "bewerbungsdatum date_de_candidature postule_le candidature_envoyee_le fecha_de_solicitud "
    "fecha_de_candidatura data_da_candidatura data_de_candidatura",
    "source": "board job_board found_on quelle gefunden_bei stellenborse fuente fonte origen origem",
}
_ALIASES = {alias: name for name, aliases in _HEADINGS.items() for alias in aliases.split()}
COLUMN_WORDS: Mapping[str, str] = {
    "id": "id", "title": "title", "company": "company", "location": "location", "source": "source",
    "job_url": "address of the posting", "status": "status", "labels": "labels", "notes": "notes",
    "deadline": "deadline", "next_action": "next action", "next_action_at": "day of the next action",
    "saved_at": "day saved", "applied_at": "day applied",
}  # fmt: skip
_DAY_FIRST = regex(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_STATUS_WORDS: Mapping[str, ApplicationStatus] = {
    "saved": "interested", "wishlist": "interested", "bookmarked": "interested", "to apply": "interested",
    "submitted": "applied", "sent": "applied", "interview": "interviewing", "phone screen": "interviewing",
    "screening": "interviewing", "offered": "offer", "accepted": "offer", "declined": "rejected",
    "refused": "rejected", "withdrawn": "closed", "archived": "closed", "ghosted": "closed",
}  # fmt: skip


class UnreadableCsvError(UnprocessableError):
    """Not a table of applications."""

    code = "csv_unreadable"
    default_message = "This is not a CSV file with a heading row that names at least a title or a company"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvColumn:
    """One column of a file: what it is taken for (`None`: for nothing), and the first text in it."""

    heading: str
    name: ColumnName | None
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvTable:
    """What a file holds."""

    columns: tuple[CsvColumn, ...]
    rows: tuple["CsvRow", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvRow:
    """What one line says; `values` by column name, without those that are empty. `problems` forbid its use."""

    line: int
    values: Mapping[str, object]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What an import does, or would do, with one line."""

    line: int
    action: RowAction
    application_id: UUID | None
    title: str
    company: str
    messages: tuple[str, ...]


def write_csv(applications: Iterable[Application]) -> bytes:
    """Return the applications as UTF-8 with a byte order mark and CRLF (RFC 4180), by `COLUMNS`."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for application in applications:
        writer.writerow([guarded(_cell(application, name)) for name in COLUMNS])
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def guarded(text: str) -> str:
    """Return the cell so that no spreadsheet runs it: an apostrophe goes before what starts like a formula."""
    return f"'{text}" if text[:1] and text[0] in _FORMULA + "'" else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _FORMULA + "'" else text


def read_csv(data: bytes, mapping: Mapping[str, ColumnName | None] | None = None) -> CsvTable:
    """Return a table with one heading row, whatever its delimiter, encoding and heading words.

    `mapping` says what the columns under these headings are; the others are taken for what their heading says. Raise
    `UnreadableCsvError`, with the `columns` where only the headings are not understood.
    """
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    try:
        lines = [line for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(line)]
    except csv.Error as error:
        raise UnreadableCsvError from error
    if len(lines) - 1 > MOST_ROWS:
        raise UnreadableCsvError(f"At most {MOST_ROWS} rows are read at a time", rows=len(lines) - 1)
    columns = _columns(lines, mapping or {})
    names = [column.name for column in columns]
    if not {"title", "company"} & set(names):
        raise UnreadableCsvError(columns=[asdict(column) for column in columns])
    rows = (_row(number, names, cells) for number, cells in enumerate(lines[1:], start=2))
    return CsvTable(columns=columns, rows=tuple(rows))


def _cell(application: Application, name: str) -> str:
    job = application.job
    if name in ("title", "company", "location", "source", "job_url"):
        return (getattr(job, name) if job else None) or ""
    value = getattr(application, name)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableCsvError


def _columns(lines: Sequence[Sequence[str]], mapping: Mapping[str, ColumnName | None]) -> tuple[CsvColumn, ...]:
    found = []
    for index, text in enumerate(lines[0] if lines else ()):
        heading = text.strip()
        name = mapping[heading] if heading in mapping else _name_of(heading)
        cells = (unguarded(line[index].strip()).strip() for line in lines[1:] if index < len(line))
        example = next((cell for cell in cells if cell), "")
        found.append(CsvColumn(heading=heading, name=name, example=example[:_EXAMPLE_LENGTH]))
    return tuple(found)


def _name_of(heading: str) -> ColumnName | None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", heading.lower()) if not unicodedata.combining(c))
    folded = "_".join(plain.replace("-", " ").replace("_", " ").replace("’", "'").split())
    known = _ALIASES.get(folded, folded)
    return next((name for name in COLUMNS if name == known), None)


def _row(line: int, names: Sequence[ColumnName | None], cells: Sequence[str]) -> CsvRow:
    values: dict[str, object] = {}
    problems = []
    for name, cell in zip(names, cells, strict=False):
        text = unguarded(cell.strip()).strip()
        if not text or name is None or name in values:
            continue
        try:
            values[name] = _value(name, text)
        except ValueError as error:
            problems.append(f"{COLUMN_WORDS[name]}: {error}")
    if "title" not in values and "company" not in values and "id" not in values:
        problems.append("title: neither a title nor a company is given")
    return CsvRow(line=line, values=values, problems=tuple(problems))


def _value(name: str, text: str) -> object:
    if name == "id":
        return UUID(text)
    if name == "status":
        return _status(text)
    if name == "labels":
        return clean_labels(text.replace(";", ",").split(","))
    if name in ("deadline", "next_action_at", "saved_at", "applied_at"):
        return _moment(text)
    if name == "job_url" and not text.lower().startswith(("http://", "https://")):
        raise ValueError("is not a web address")
    if name != "notes" and len(text) > 500:
        raise ValueError("is longer than 500 characters")
    return text[:20_000]


def clean_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Return the labels trimmed, without empty and doubled ones, in their order."""
    return tuple(dict.fromkeys(" ".join(label.split())[:60] for label in labels if label.strip()))


def _status(text: str) -> ApplicationStatus:
    folded = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    for status in STATUSES:
        if folded == status:
            return status
    if folded in _STATUS_WORDS:
        return _STATUS_WORDS[folded]
    raise ValueError(f"{text[:40]!r} is none of {', '.join(STATUSES)}")


def _moment(text: str) -> datetime:
    # Dots always part day, month and year in this order; slashes do it in two orders, so that is not guessed.
    dotted = _DAY_FIRST.fullmatch(text)
    try:
        if dotted:
            day, month, year, hour, minute, second = (int(part or 0) for part in dotted.groups())
            found = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        else:
            found = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{text[:40]!r} is not a date like 2026-03-14, 14.03.2026 or 2026-03-14T09:30:00Z") from error
    if not 1970 <= found.year <= 2200:
        raise ValueError(f"{text[:40]!r} is not a likely date")
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
