"""The styles of a DOCX: the look of a template in the word processor's own terms."""

from typing import Any

from app.domain.text.render.rendered import PageSize
from app.domain.text.render.templates import Look

ITEM_STYLE, ROLE_STYLE, CONTACT_STYLE = "Entry Detail", "Headline", "Contact"

# Width and height in points.
_PAGES: dict[PageSize, tuple[float, float]] = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
_LINE = 1.08
# The schema orders the children of w:pPr: what may follow direction, and what may follow borders.
AFTER_DIRECTION = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *AFTER_DIRECTION,
)  # fmt: skip
# Families that word processors bring for scripts that the template's own family lacks.
_EAST_ASIAN = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})
_AFTER_SIZES = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang",
    "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip


def prepare(document: Any, look: Look, page_size: PageSize, language: str) -> float:
    """Set page, language and styles of an empty python-docx document; return the width of its text, in points."""
    from docx.shared import Pt  # noqa: PLC0415 - lxml and python-docx cost a start that renders nothing

    width, height = _PAGES[page_size]
    section = document.sections[0]
    section.page_width, section.page_height = Pt(width), Pt(height)
    section.left_margin = section.right_margin = Pt(look.margin_x)
    section.top_margin = section.bottom_margin = Pt(look.margin_y)
    _define(document, look, language)
    return width - 2 * look.margin_x


def _define(document: Any, look: Look, language: str) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    styles = document.styles
    _style(styles["Normal"], look, look.body, language=language)
    name = styles["Title"]
    _style(name, look, look.name, color=look.accent if look.band else look.ink, bold=look.name_bold, after=0)
    name.font.all_caps = look.name_caps
    _drop_border(name)
    if look.band:
        _border(name, "bottom", look.accent, 12)
    heading = styles["Heading 1"]
    _style(
        heading, look, look.heading, color=look.accent, bold=True, before=look.section_gap, after=look.heading_gap - 2
    )
    heading.font.all_caps = look.heading_caps
    if look.heading_rule != "none":
        _border(heading, "bottom" if look.heading_rule == "below" else "top", look.rule, 6)
    item = styles["Heading 2"]
    _style(item, look, look.body + 0.5, bold=True, before=look.entry_gap)
    _style(styles["Footer"], look, look.contact - 0.5, color=look.muted)
    bullets = styles["List Bullet"]
    _style(bullets, look, look.body, before=look.bullet_gap)
    for style_name, size, color in (
        (ITEM_STYLE, look.body, look.muted), (ROLE_STYLE, look.headline, look.accent),
        (CONTACT_STYLE, look.contact, look.muted),
    ):  # fmt: skip
        style = styles.add_style(style_name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _style(style, look, size, color=color)
    styles[ITEM_STYLE].font.italic = True
    styles[ITEM_STYLE].paragraph_format.keep_with_next = True
    styles[CONTACT_STYLE].paragraph_format.space_before = styles[CONTACT_STYLE].font.size // 3
    if look.centered:
        for style_name in ("Title", ROLE_STYLE, CONTACT_STYLE):
            styles[style_name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.heading_centered:
        heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _style(
    style: Any,
    look: Look,
    size: float,
    *,
    color: str = "",
    bold: bool = False,
    before: float = 0.0,
    after: float = 0.0,
    language: str = "",
) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    font = style.font
    font.name, font.size, font.bold, font.italic = look.office_font, Pt(round(size * 2) / 2), bold, False
    font.color.rgb = RGBColor.from_string(color or look.ink)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        if fonts.get(qn(attribute)) is not None:
            del fonts.attrib[qn(attribute)]
    fonts.set(qn("w:cs"), look.office_font)
    if language:
        fonts.set(qn("w:eastAsia"), _EAST_ASIAN.get(language.split("-")[0], "Microsoft YaHei"))
        properties = style.element.get_or_add_rPr()
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        tag = OxmlElement("w:lang")
        primary = language.split("-")[0]
        kind = "w:eastAsia" if primary in _EAST_ASIAN else "w:bidi" if primary in _RIGHT_TO_LEFT else "w:val"
        tag.set(qn(kind), language)
        properties.insert_element_before(tag, "w:eastAsianLayout", "w:specVanish", "w:oMath")
    # Right-to-left text takes its weight and size from settings of its own.
    font.cs_bold = bold
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(size * 2)))
    properties.insert_element_before(complex_size, *_AFTER_SIZES)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), _LINE
    form.widow_control = True
    # It would take away the gaps between bullets.
    for contextual in style.element.get_or_add_pPr().findall(qn("w:contextualSpacing")):
        contextual.getparent().remove(contextual)


def _drop_border(style: Any) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _border(style: Any, side: str, color: str, eighths: int) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    _drop_border(style)
    properties = style.element.get_or_add_pPr()
    borders, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(eighths)), ("space", "1"), ("color", color)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties.insert_element_before(borders, *AFTER_BORDERS)
