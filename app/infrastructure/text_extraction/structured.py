"""Structured sources: JSON Resume, LinkedIn data archives, Europass."""

import csv
import io
import json
from collections.abc import Iterator

from lxml import etree

from app.domain.errors import UnsupportedMediaTypeError
from app.domain.ports.text_extraction import FileDamagedError, FileTooComplexError
from app.domain.text.source import Line, SourceKind, SourceText
from app.infrastructure.text_extraction.cleaning import line_of, tidy_gaps
from app.infrastructure.text_extraction.docx_package import Package, parse_xml
from app.infrastructure.text_extraction.plain import decode

_MAX_DEPTH = 40
_MAX_VALUES = 100_000
_MAX_ROWS = 5_000
_MAX_CSV = 5_000_000
_MAX_STRING = 100_000
_EMBEDDED = 1_000  # characters of a `data:` address; longer ones are pictures
_RESUME_KEYS = {"basics", "work", "education", "skills", "projects", "volunteer", "certificates", "awards", "languages"}
_PREAMBLE = "Notes:"  # LinkedIn puts a note above the header row of some files


def read_json(data: bytes, kind: SourceKind) -> SourceText:
    """Return a JSON document as it is in `structured`, and its strings as lines.

    Raises `FileDamagedError` (not JSON, with the line), `FileTooComplexError` (nesting), `UnsupportedMediaTypeError`
    (JSON of another kind).
    """
    try:
        document = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise FileDamagedError(
            f"This is not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}",
            line=error.lineno,
            column=error.colno,
        ) from error
    except RecursionError as error:
        raise FileTooComplexError from error
    except ValueError as error:
        raise FileDamagedError("This is not valid JSON: a number in it is too long") from error
    if not isinstance(document, dict):
        raise UnsupportedMediaTypeError("This JSON is no JSON Resume: it must be an object with `basics` or `work`")
    if kind == "json_resume" and not _RESUME_KEYS & set(document):
        raise UnsupportedMediaTypeError(
            "This JSON is no JSON Resume: it has no `basics`, `work`, `education` or `skills`"
        )
    _check_depth(document)
    structured = {str(key): _plain(value) for key, value in document.items()}
    return SourceText(kind=kind, lines=tidy_gaps(list(_json_lines(structured))), structured=structured)


def _plain(value: object) -> object:
    """Return the value with strings that a database takes: no NUL, no embedded pictures, no endless text."""
    if isinstance(value, dict):
        return {key.replace("\x00", ""): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        if value.startswith("data:") and len(value) > _EMBEDDED:
            return ""
        return value[:_MAX_STRING].replace("\x00", "")
    return value


def _check_depth(document: object) -> None:
    level, values = [document], 0
    for _ in range(_MAX_DEPTH):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
        ]
        values += len(level)
        if not level:
            return
        if values > _MAX_VALUES:
            break
    raise FileTooComplexError("This JSON is nested deeper or has more values than a resume can need")


def _json_lines(value: object, name: str = "", depth: int = 0) -> Iterator[Line]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if depth == 0 and isinstance(inner, dict | list):
                yield Line("")
                yield Line(str(key).capitalize(), heading=True)
            yield from _json_lines(inner, str(key), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            for line in _json_lines(inner, name, depth + 1):
                yield Line(line.text, bullet=not isinstance(inner, dict) and bool(line.text), heading=line.heading)
            if isinstance(inner, dict):
                yield Line("")
    elif isinstance(value, str | int | float) and not isinstance(value, bool) and not name.startswith("$"):
        for raw in str(value).splitlines():
            yield line_of(raw)


def read_linkedin(data: bytes) -> SourceText:
    """Return the CSV files of a LinkedIn data archive: file name without `.csv` → list of rows by column."""
    package = Package(data)
    files: dict[str, object] = {}
    lines: list[Line] = []
    for name in package.names:
        stem = name.rpartition("/")[2]
        if not stem.lower().endswith(".csv") or stem.startswith("._"):
            continue
        rows = _csv_rows(decode(package.read(name, _MAX_CSV)))
        files[stem[:-4]] = rows
        if stem[:-4] in {"Profile", "Positions", "Education", "Skills", "Certifications", "Languages", "Projects"}:
            lines.append(Line(stem[:-4], heading=True))
            for row in rows[:500]:
                lines.extend(line_of(raw) for value in row.values() for raw in value.splitlines())
                lines.append(Line(""))
    if not files:
        raise UnsupportedMediaTypeError("This ZIP holds no LinkedIn data; upload the archive as LinkedIn sent it")
    return SourceText(kind="linkedin", lines=tidy_gaps(lines), structured=files)


def _csv_rows(text: str) -> list[dict[str, str]]:
    if text.startswith(_PREAMBLE):
        text = text.partition("\n\n")[2] or text
    try:
        reader = csv.DictReader(io.StringIO(text.replace("\x00", ""), newline=""))
        rows: list[dict[str, str]] = []
        for row in reader:
            if len(rows) >= _MAX_ROWS:
                break
            rows.append(
                {key: value or "" for key, value in row.items() if isinstance(key, str) and not isinstance(value, list)}
            )
    except csv.Error as error:
        raise FileDamagedError("A CSV file of the archive is damaged") from error
    return rows


def read_europass(data: bytes) -> SourceText:
    """Return a Europass profile (XML or JSON) as nested objects in `structured` and its texts as lines."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return read_json(data, "europass")
    root = parse_xml(data)
    value = _xml_value(root, 0)
    structured: dict[str, object] = {_local(root): _plain(value)}
    return SourceText(kind="europass", lines=tidy_gaps(list(_json_lines(structured))), structured=structured)


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _xml_value(element: etree._Element, depth: int) -> object:
    """Elements become objects by local name, repeated ones lists; attributes follow as `@name`."""
    if depth > _MAX_DEPTH:
        raise FileTooComplexError
    out: dict[str, object] = {f"@{etree.QName(key).localname}": value for key, value in element.attrib.items()}
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name, value = _local(child), _xml_value(child, depth + 1)
        known = out.get(name)
        if known is None:
            out[name] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            out[name] = [known, value]
    text = (element.text or "").strip()
    if not out:
        return text
    if text:
        out["#text"] = text
    return out
