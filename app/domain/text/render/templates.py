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
    whole_entries: bool = False
    """No entry is broken between two pages, unless it fills more than one."""


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
    Template(
        "classic",
        "Classic",
        "Centred serif in black, employers first. For law, finance, government and other traditional fields.",
        for_levels=("experienced",),
        look=Look(
            font="EB Garamond", office_font="Garamond", body=11.3, leading=1.22, name=27, name_bold=False,
            headline=12.6, contact=10.8, heading=12.0, heading_tracking=0.7, ink="16181B", muted="43484E",
            accent="16181B", rule="8A9097", centered=True, arrangement="employer_first", margin_x=60, margin_y=50,
        ),
    ),
    Template(
        "compact",
        "Compact",
        "Small type and tight spacing: three or four roles still fit one page.",
        for_levels=("experienced",),
        look=Look(
            body=9.5, leading=1.25, name=20, headline=10.6, contact=9.0, heading=10.2, heading_tracking=0.4,
            accent="0B5563", margin_x=44, margin_y=36, section_gap=8.5, heading_gap=3.6, entry_gap=4.8,
            bullet_gap=0.7, indent=10,
        ),
    ),
    Template(
        "executive",
        "Executive",
        "A strong name over a burgundy line, generous margins. For leaders with a record to show.",
        for_levels=("experienced",),
        look=Look(
            font="Gentium Book Plus", office_font="Cambria", body=10.3, leading=1.34, name=26, headline=11.4,
            contact=9.5, heading=11.6, heading_caps=False, heading_tracking=0.2, heading_rule="above", ink="221F1F",
            muted="5D5655", accent="6E1F33", rule="CDBFC2", band=True, margin_x=62, margin_y=54, section_gap=13,
            entry_gap=8, indent=12,
        ),
    ),
    Template(
        "graduate",
        "Graduate",
        "Room to breathe around education, projects and internships, so that a first resume fills its page well.",
        for_levels=("fresher",),
        look=Look(
            font="Open Sans", office_font="Segoe UI", body=9.6, leading=1.44, name=24, headline=11, contact=9,
            heading=11.2, heading_caps=False, heading_tracking=0, accent="0F766E", rule="B9D6D2", margin_x=60,
            margin_y=54, section_gap=16, heading_gap=6.5, entry_gap=9, bullet_gap=2.4, indent=12,
        ),
    ),
    Template(
        "first-job",
        "First job",
        "Friendly and clear with a centred name and an indigo line; short resumes look finished, not empty.",
        for_levels=("fresher",),
        look=Look(
            font="Roboto", office_font="Arial", body=9.8, leading=1.42, name=27, headline=11.4, contact=9.3,
            heading=10.8, heading_tracking=0.7, heading_rule="none", muted="555B66", accent="3F3D9E", rule="D0D0EA",
            centered=True,
            band=True, margin_x=62, margin_y=52, section_gap=16, heading_gap=5, entry_gap=9, bullet_gap=2.4, indent=12,
        ),
    ),
    Template(
        "academic",
        "Academic",
        "A curriculum vitae in serif with numbered pages, institutions first and room for publications.",
        look=Look(
            font="Gentium Book Plus", office_font="Times New Roman", body=10.4, leading=1.3, name=21, headline=11.2,
            contact=9.7, heading=11.6, heading_caps=False, heading_tracking=0, ink="1B1B1B", muted="4A4A4A",
            accent="23395B", rule="9AA5B4", arrangement="employer_first", margin_x=66, margin_y=58, section_gap=13,
            bullet="–", indent=13, page_numbers=True,
        ),
    ),
    Template(
        "sidebar",
        "Sidebar",
        "Skills and contact data in a side column. Good by mail or in person; some applicant tracking systems read two "
        "columns in the wrong order, so choose another one for online forms.",
        columns=2,
        ats_safe=False,
        look=Look(
            body=9.7, leading=1.32, contact=9.0, heading=10.6, accent="2F4858", rule="C3CCD3", margin_x=34, margin_y=44,
            sidebar=150, section_gap=13, entry_gap=7.5,
        ),
    ),
)  # fmt: skip

_BY_ID = {template.id: template for template in TEMPLATES}


def template_of(template_id: str) -> Template:
    """Return the template with `template_id`; raise `ValidationError` where there is none."""
    if template_id not in _BY_ID:
        known = ", ".join(_BY_ID)
        raise ValidationError.of_field("template", f"There is no template “{template_id}”; choose one of {known}")
    return _BY_ID[template_id]
