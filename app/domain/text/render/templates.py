"""The document templates: what people choose from, and how each one looks."""

from dataclasses import dataclass, field
from typing import Literal

from app.domain.errors import ValidationError
from app.domain.text.render.printed import Arrangement

Level = Literal["fresher", "experienced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a template looks. Sizes, gaps and margins are in points, colours are `RRGGBB`.

    `font` is the embedded family of the PDF; `office_fonts` the family a word processor is likely to have.
    """

    font: str = "Source Sans 3"
    office_font: str = "Calibri"
    body: float = 10.2
    leading: float = 1.32
    name: float = 24.0
    name_bold: bool = True
    name_caps: bool = False
    headline: float = 11.5
    contact: float = 9.4
    heading: float = 11.2
    heading_caps: bool = True
    heading_tracking: float = 0.5
    heading_rule: Literal["below", "above", "none"] = "below"
    heading_centered: bool = False
    ink: str = "1F2328"
    muted: str = "57606A"
    accent: str = "1F4E79"
    rule: str = "C5CDD6"
    centered: bool = False
    band: bool = False
    """The name stands above a thick line in the accent colour."""
    arrangement: Arrangement = "role_first"
    bullet: str = "•"
    indent: float = 11.0
    margin_x: float = 54.0
    margin_y: float = 48.0
    section_gap: float = 12.0
    heading_gap: float = 5.0
    entry_gap: float = 7.0
    bullet_gap: float = 1.6
    sidebar: float = 0.0
    """Width of the side column; 0 for one column."""
    page_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One template. `columns` above 1 may be read in the wrong order by an applicant tracking system."""

    id: str
    name: str
    description: str
    columns: int = 1
    ats_safe: bool = True
    for_levels: tuple[Level, ...] = ("fresher", "experienced")
    look: Look = field(default_factory=Look)


DEFAULT_TEMPLATE = "modern"

TEMPLATES: tuple[Template, ...] = (
    Template("modern", "Modern", "Clean sans serif with quiet blue headings. Works for almost every application."),
)

_BY_ID = {template.id: template for template in TEMPLATES}


def template_of(template_id: str) -> Template:
    """Return the template with `template_id`; raise `ValidationError` where there is none."""
    if template_id not in _BY_ID:
        known = ", ".join(_BY_ID)
        raise ValidationError.of_field("template", f"There is no template “{template_id}”; choose one of {known}")
    return _BY_ID[template_id]
