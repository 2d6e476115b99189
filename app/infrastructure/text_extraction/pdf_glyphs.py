"""The glyphs of a PDF page as fragments: stretches of text on one baseline, in the order in which they were drawn."""
# size: one pass over the glyphs of a page; what it knows of a glyph is asked for in one place

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from app.domain.regex import regex
from app.infrastructure.text_extraction.pdf_ligatures import MISSING, Glyph, mend

MAX_GLYPHS = 60_000  # of a page; a dense resume page has 6,000
_WIDE = 1.5  # ems between two words that belong to one sentence: less; justified text stays under 1
_BOLD = regex(r"bold|black|heavy|semibold|demi|\bbd|-bd|cmbx|sfbx|ecbx|lmbx|medi\b|extrabd|w[6-9]\b", re.IGNORECASE)
_NOT_BOLD = regex(r"demilight|semilight", re.IGNORECASE)
_ICONS = regex(
    r"awesome|material ?(?:icons|symbols)|academicons|fontello|icomoon|iconfont|ionicons|feather|phosphor|typicons"
    r"|entypo|simpleicons|bootstrap-icons|\bfa-|glyphicon|linearicons",
    re.IGNORECASE,
)
_DINGBATS = regex(r"wingding|webding|dingbat|zadb", re.IGNORECASE)
_HYPHENS = {0xFFFE, 0x02, 0xAD}  # what pdfium writes for a hyphen at a line's end
_SPACES = {0x20, 0x0A, 0x0D, 0xA0, 0x09, 0x3000}
_INVISIBLE_MODE = 3
_SPACED_LETTERS = 2
_STROKED_MODE = 2
_FORCE_BOLD = 1 << 18
_ACTUAL_TEXT = (
    4  # characters; an icon is one glyph, more in one object are the replacement text that a tagged icon carries
)


@dataclass(slots=True)
class Fragment:
    """Text on one baseline. Points, y upwards from the page's foot; `order` is its place in the drawing."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    order: int
    angle: int = 0


@dataclass(slots=True, frozen=True)
class _Look:
    """How one text object is drawn."""

    size: float
    bold: bool
    angle: int
    hidden: bool
    icons: bool
    dingbats: bool
    font: str


@dataclass(slots=True, frozen=True)
class _Font:
    """What a font's name tells."""

    name: str
    bold: bool
    icons: bool
    dingbats: bool


@dataclass(slots=True)
class PageGlyphs:
    """What one page shows as text."""

    fragments: list[Fragment]
    glyphs: int = 0
    unreadable: int = 0
    unnamed: int = 0
    hidden: int = 0
    clipped: bool = False


class GlyphReader:
    """Reads pages of one document; fonts are looked up once.

    `names` gives the text of codes that pdfium cannot name: (font, code) → text.
    """

    def __init__(self, names: dict[tuple[str, int], str] | None = None) -> None:
        self._fonts: dict[int, _Font] = {}
        self._names = names or {}

    def read(self, page: object, textpage: object, width: float, height: float, rotation: int) -> PageGlyphs:
        """Return the fragments of a page turned upright; `rotation` is the page's own, in quarter turns clockwise."""
        count = max(0, pdfium.FPDFText_CountChars(textpage))
        out = PageGlyphs([], clipped=count > MAX_GLYPHS)
        visible, invisible = _Builder(out.fragments), _Builder([])
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        x_ref, y_ref, box_ref = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
        looks: dict[int, _Look] = {}
        glyphs: list[Glyph] = []
        drawn: list[tuple[_Look, int, int, int]] = []
        space = suspect = False
        for index in range(min(count, MAX_GLYPHS)):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            # Without a text of its own a glyph comes as its number in the font, which may be that of any character.
            gap = pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1
            if code in _SPACES and not gap:
                space = True
                continue
            handle = pdfium.FPDFText_GetTextObject(textpage, index)
            if not handle:
                continue
            key = ctypes.addressof(handle.contents)
            look = looks.get(key)
            if look is None:
                look = looks[key] = self._look(textpage, index, handle, rotation)
            gap = gap and (look.font, code) not in self._names
            text = "" if look.icons else MISSING if gap else self._text(code, look, out)
            if not text or not pdfium.FPDFText_GetCharOrigin(textpage, index, x_ref, y_ref):
                continue
            if not pdfium.FPDFText_GetLooseCharBox(textpage, index, box_ref):
                continue
            left, base, right = _upright(x.value, y.value, box, rotation + look.angle, width, height)
            suspect = suspect or gap or text == "f"
            glyphs.append(Glyph(text, left, right, base, look.size, look.font, space))
            drawn.append((look, index, key, code))
            space = False
        if suspect:
            mend(glyphs)
        for glyph, (look, index, key, code) in zip(glyphs, drawn, strict=True):
            space = space or glyph.space
            if glyph.text == MISSING and code in _SPACES:
                space = True
                continue
            text = self._text(code, look, out) if glyph.text == MISSING else glyph.text
            if text:
                out.hidden += look.hidden
                builder = invisible if look.hidden else visible
                builder.add(text, glyph.left, glyph.right, glyph.base, look, index, key, space=space)
                space = False
        visible.flush()
        invisible.flush()
        if not out.fragments:
            out.fragments, out.hidden = invisible.fragments, 0
        out.fragments = _without_twins(out.fragments)
        return out

    def _text(self, code: int, look: _Look, out: PageGlyphs) -> str:
        """Return what a glyph reads as, nothing when that is not known; keeps the counts of the page."""
        out.glyphs += 1
        if code >= 0x20 and code not in _HYPHENS:
            out.unreadable += code == 0xFFFD or 0xE000 <= code <= 0xF8FF
            return "•" if look.dingbats else (chr(code) if code != 0xFFFD else "")
        named = self._names.get((look.font, code), "")
        if not named and code in _HYPHENS:
            return "-"
        if not named:
            out.unreadable += 1
            out.unnamed += 1
        return named

    def _look(self, textpage: object, index: int, handle: object, rotation: int) -> _Look:
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(handle, size)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        font = pdfium.FPDFTextObj_GetFont(handle)
        known = self._font(font) if font else _Font("", bold=False, icons=False, dingbats=False)
        points = abs(size.value) * scale
        return _Look(
            size=round(points, 1),
            bold=known.bold or mode == _STROKED_MODE,
            angle=(turn - rotation) % 4,
            hidden=mode == _INVISIBLE_MODE or points < 1.5,
            icons=known.icons and not _spells(textpage, index, handle),
            dingbats=known.dingbats,
            font=known.name,
        )

    def _font(self, font: object) -> _Font:
        key = ctypes.addressof(font.contents)  # type: ignore[attr-defined]
        known = self._fonts.get(key)
        if known is not None:
            return known
        buffer = ctypes.create_string_buffer(256)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", errors="replace").rpartition("+")[2]
        flags = pdfium.FPDFFont_GetFlags(font)
        # The weight that pdfium reports is made from stem widths and calls many regular faces bold: names are better.
        bold = (bool(_BOLD.search(name)) and not _NOT_BOLD.search(name)) or (flags > 0 and bool(flags & _FORCE_BOLD))
        self._fonts[key] = _Font(name, bold, bool(_ICONS.search(name)), bool(_DINGBATS.search(name)))
        return self._fonts[key]


def _spells(textpage: object, index: int, handle: object) -> bool:
    """Whether the object that `index` is in goes on for several letters."""
    key = ctypes.addressof(handle.contents)  # type: ignore[attr-defined]
    for place in range(index, index + _ACTUAL_TEXT):
        other = pdfium.FPDFText_GetTextObject(textpage, place)
        if not other or ctypes.addressof(other.contents) != key:
            return False
        if not 0x20 < pdfium.FPDFText_GetUnicode(textpage, place) < 0x7F:
            return False
    return True


def _without_twins(fragments: list[Fragment]) -> list[Fragment]:
    """Return the fragments without those drawn twice for a shadow or a bolder look, at most a point apart."""
    seen: dict[str, list[Fragment]] = {}
    out: list[Fragment] = []
    for fragment in fragments:
        twins = seen.setdefault(fragment.text, [])
        if any(abs(fragment.x0 - twin.x0) < 1.0 and abs(fragment.y - twin.y) < 1.0 for twin in twins[-50:]):
            continue
        twins.append(fragment)
        out.append(fragment)
    return out


def right_to_left(text: str) -> bool:
    """Whether the first character belongs to a script that is written from right to left (Hebrew, Arabic)."""
    return "\u0590" <= text[:1] <= "\u08ff" or "\ufb1d" <= text[:1] <= "\ufefc"


def _upright(x: float, y: float, box: object, turns: int, width: float, height: float) -> tuple[float, float, float]:
    """Return (left, baseline, right) of a glyph after the page (or the text) is turned upright."""
    left, right, bottom, top = box.left, box.right, box.bottom, box.top  # type: ignore[attr-defined]
    match turns % 4:
        case 1:  # drawn upwards, or a page that is shown turned clockwise
            return bottom, width - x, top
        case 2:
            return width - right, height - y, width - left
        case 3:
            return height - top, x, height - bottom
        case _:
            return left, y, right


class _Builder:
    """Puts glyphs together into fragments."""

    def __init__(self, fragments: list[Fragment]) -> None:
        self.fragments = fragments
        self._parts: list[str] = []
        self._gaps: dict[int, float] = {}
        self._x0 = self._x1 = self._y = self._size = 0.0
        self._angle = self._order = self._bold = self._count = 0
        self._last = (0, 0.0, 0.0)

    def add(
        self, text: str, left: float, right: float, base: float, look: _Look, order: int, key: int, *, space: bool
    ) -> None:
        """Add one glyph of the object `key`; `space` tells that white space stands before it."""
        if self._parts and self._last == (key, left, right):
            # Replacement text of a tagged span: all its characters lie on the one glyph that is drawn.
            self._parts.append(f" {text}" if space else text)
            return
        if self._parts:
            size = max(self._size, look.size, 1.0)
            gap = left - self._x1
            if gap < 0 and right_to_left(text):
                gap = self._x0 - right
            shift = abs(base - self._y)
            same = look.angle == self._angle and -0.8 * size < gap < _WIDE * size and (
                shift <= 0.25 * size or (shift <= 0.55 * size and gap < 0.4 * size and not space)
            )  # fmt: skip
            twice = key != self._last[0] and text == self._parts[-1] and abs(left - self._last[1]) < 0.1 * size
            if same and shift < 0.05 * size and twice:
                return  # drawn twice a hair apart to look bold
            if not same:
                self.flush()
            elif (space or gap > 0.3 * size) and not self._parts[-1].isspace():
                self._gaps[len(self._parts)] = gap
                self._parts.append(" ")
        if not self._parts:
            self._x0, self._y, self._size, self._angle, self._order = left, base, look.size, look.angle, order
            self._x1 = right
            self._bold = self._count = 0
        self._parts.append(text)
        self._last = (key, left, right)
        self._x0, self._x1 = min(self._x0, left), max(self._x1, right)
        if look.size > self._size:
            self._size, self._y = look.size, base
        self._bold += look.bold
        self._count += 1

    def flush(self) -> None:
        """End the fragment."""
        if self._parts:
            text = self._spaced() if len(self._gaps) > _SPACED_LETTERS else "".join(self._parts)
            self.fragments.append(
                Fragment(
                    text,
                    self._x0,
                    self._x1,
                    self._y,
                    self._size,
                    self._bold * 2 > self._count,
                    self._order,
                    self._angle,
                )
            )
        self._parts, self._gaps = [], {}

    def _spaced(self) -> str:
        """Return the text; where single letters stand apart (`J O H N  D O E`) gaps between words become two spaces."""
        if len(self._parts) - len(self._gaps) > len(self._gaps) + 3:
            return "".join(self._parts)
        usual = sorted(self._gaps.values())[len(self._gaps) // 2]
        return "".join(
            "  " if self._gaps.get(place, 0.0) > 1.7 * usual else part for place, part in enumerate(self._parts)
        )
