"""What the paragraphs of a DOCX inherit: styles, list numbering, relationships."""

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from app.infrastructure.text_extraction.docx_package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_R = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRANSITIONAL_R = R[1:-1].encode()


def as_transitional(data: bytes) -> bytes:
    """Return a part of a Strict document (ISO 29500-1) under the namespaces of the transitional form."""
    return data.replace(_STRICT_W, W[1:-1].encode()).replace(_STRICT_R, _TRANSITIONAL_R)


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says; None where it says nothing."""

    name: str = ""
    based_on: str = ""
    size: float | None = None
    bold: bool | None = None
    outline: int | None = None
    numbering: tuple[str, int] | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a document by id, with inheritance."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""
    default_size: float = 11.0

    def chain(self, style_id: str) -> list[Style]:
        """Return the style and those it builds on, nearest first."""
        out: list[Style] = []
        seen: set[str] = set()
        while style_id and style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            out.append(self.by_id[style_id])
            style_id = self.by_id[style_id].based_on
        return out


def on(element: object, tag: str) -> bool | None:
    """Return a toggle property (`w:b`) of a property element: None when it is not there."""
    found = element.find(W + tag) if element is not None else None  # type: ignore[attr-defined]
    return None if found is None else found.get(W + "val", "1").lower() not in {"0", "false", "off", "none"}


def number(value: str | None) -> float | None:
    """Return a measure of the format as a number, None when it is none."""
    try:
        return float(value) if value else None
    except ValueError:
        return None


def read_styles(package: Package, name: str) -> Styles:
    """Return the styles part, empty when it is missing."""
    styles = Styles()
    if name not in package:
        return styles
    root = package.xml(name)
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    if default is not None:
        styles.default_size = (number(default.get(W + "val")) or 22.0) / 2
    for element in root.iter(W + "style"):
        style_id = element.get(W + "styleId", "")
        run, paragraph = element.find(W + "rPr"), element.find(W + "pPr")
        size = number(run.find(W + "sz").get(W + "val")) if run is not None and run.find(W + "sz") is not None else None
        outline = paragraph.find(W + "outlineLvl") if paragraph is not None else None
        level = number(outline.get(W + "val")) if outline is not None else None
        name_element, based = element.find(W + "name"), element.find(W + "basedOn")
        styles.by_id[style_id] = Style(
            name=(name_element.get(W + "val", "") if name_element is not None else "").lower(),
            based_on=based.get(W + "val", "") if based is not None else "",
            size=size / 2 if size else None,
            bold=on(run, "b"),
            outline=int(level) if level is not None else None,
            numbering=numbering_of(paragraph),
        )
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true"}:
            styles.default_paragraph = style_id
    return styles


def numbering_of(paragraph: object) -> tuple[str, int] | None:
    """Return (list id, level) of a `w:pPr`."""
    found = paragraph.find(W + "numPr") if paragraph is not None else None  # type: ignore[attr-defined]
    if found is None:
        return None
    list_id, level = found.find(W + "numId"), found.find(W + "ilvl")
    depth = number(level.get(W + "val")) if level is not None else None
    return (list_id.get(W + "val", "") if list_id is not None else "", int(depth or 0))


def read_numbering(package: Package, name: str) -> dict[tuple[str, int], str]:
    """Return the number format (`bullet`, `decimal`, …) of every (list id, level)."""
    if name not in package:
        return {}
    root = package.xml(name)
    abstract: dict[str, dict[int, str]] = {}
    for element in root.iter(W + "abstractNum"):
        levels = abstract.setdefault(element.get(W + "abstractNumId", ""), {})
        for level in element.iter(W + "lvl"):
            form = level.find(W + "numFmt")
            levels[int(number(level.get(W + "ilvl")) or 0)] = form.get(W + "val", "") if form is not None else ""
    out: dict[tuple[str, int], str] = {}
    for element in root.iter(W + "num"):
        target = element.find(W + "abstractNumId")
        for depth, form in abstract.get(target.get(W + "val", "") if target is not None else "", {}).items():
            out[element.get(W + "numId", ""), depth] = form
    return out


def read_relations(package: Package, part: str) -> dict[str, tuple[str, str, bool]]:
    """Return id → (type's last word, target, external) of the relationships of `part`."""
    name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels".lstrip("/")
    if name not in package:
        return {}
    out: dict[str, tuple[str, str, bool]] = {}
    for element in package.xml(name):
        if not isinstance(element.tag, str):
            continue
        external = element.get("TargetMode", "") == "External"
        target = element.get("Target", "")
        if not external:
            target = normpath(join("/", dirname(part), target)).lstrip("/")
        out[element.get("Id", "")] = (element.get("Type", "").rpartition("/")[2], target, external)
    return out
