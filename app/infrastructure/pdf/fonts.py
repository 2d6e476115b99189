"""Embedded fonts: which face draws which letter.

reportlab has no font fallback: a letter that the font lacks is drawn blank and extracts as NUL. Every text is therefore
split into runs by the glyphs that each face really has, and what no face has is refused or told, never drawn.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from app.domain.text.render.rendered import UnrenderableTextError
from app.infrastructure.pdf.bidi import is_unjoined, joined

_FALLBACK_FAMILIES = ("Source Sans 3", "Noto Sans")
_SERIF_FALLBACK = "Gentium Book Plus"
_SERIF_FAMILIES = ("EB Garamond", _SERIF_FALLBACK)
_RIGHT_TO_LEFT_FONT_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"), Path("/usr/share/fonts/dejavu"), Path("/usr/share/fonts/TTF"),
    Path("/usr/share/fonts/dejavu-sans-fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts"),
)  # fmt: skip
# Scripts whose letters join, reorder or stack: without a shaping engine their glyphs would stand there, but wrong.
_NEEDS_SHAPING = frozenset({
    "SYRIAC", "THAANA", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL",
    "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "TIBETAN", "MYANMAR", "KHMER", "BALINESE", "JAVANESE",
})  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One registered font face: its name in reportlab, and the advance widths it has, in 1/1000 em by character."""

    name: str
    widths: dict[str, float]

    def width(self, text: str) -> float:
        """Return the width of `text` at size 1."""
        return sum(map(self.widths.__getitem__, text)) / 1000


FaceRun = tuple[Face, str, float]
"""A text in one face, with its width at size 1."""


@cache
def _load(name: str, path: Path) -> Face:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - costs 0.2 s, which a start without rendering must not pay

    from app.infrastructure.pdf.truetype import ReadableTTFont  # noqa: PLC0415

    font = ReadableTTFont(name, str(path))
    pdfmetrics.registerFont(font)
    face = font.face
    widths = {chr(code): face.charWidths.get(code, face.defaultWidth) for code in face.charToGlyph}
    # reportlab writes a no-break space as a space.
    widths["\u00a0"] = widths[" "]
    return Face(name, widths)


@cache
def face_of(family: str, *, bold: bool = False, italic: bool = False) -> Face:
    """Return a face of `family` (see `rendercv_fonts`), the nearest one where the family has no such style."""
    from rendercv_fonts import path_of  # noqa: PLC0415

    folder, stem = path_of["Noto Sans" if family.startswith("Noto Sans ") else family], family.replace(" ", "")
    styles = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
    for style in (styles[bold, italic], styles[bold, False], "Regular"):
        path = folder / f"{stem}-{style}.ttf"
        if path.is_file():
            return _load(f"{stem}-{style}", path)
    raise FileNotFoundError(f"{stem} is not among the installed fonts")


@cache
def _right_to_left_face(*, bold: bool) -> Face | None:
    name = "DejaVuSans-Bold" if bold else "DejaVuSans"
    paths = [folder / f"{name}.ttf" for folder in _RIGHT_TO_LEFT_FONT_FOLDERS]
    return next((_load(name, path) for path in paths if path.is_file()), None)


@dataclass(slots=True)
class Typeface:
    """The faces of one document: its family, then the families that help out, in order."""

    family: str
    helpers: tuple[str, ...]
    _runs: dict[tuple[str, bool, bool, bool], tuple[tuple[FaceRun, ...], float]] = field(default_factory=dict)

    def runs(
        self, word: str, *, bold: bool, italic: bool, right_to_left: bool = False
    ) -> tuple[tuple[FaceRun, ...], float]:
        """Return the runs of `word` and its width at size 1; its face changes only where no face has all of it.

        Text that runs from right to left stays in one face with its spaces and figures: readers that find several
        strings on a line cannot tell their order.
        """
        key = (word, bold, italic, right_to_left)
        known = self._runs.get(key)
        if known is None:
            own = _right_to_left_face(bold=bold) if right_to_left else None

            def faces() -> Iterator[Face]:
                return chain([own] if own else [], self._faces(bold, italic))

            runs = tuple(self._split(word, faces))
            known = self._runs[key] = (runs, sum(width for _, _, width in runs))
        return known

    def has(self, char: str) -> bool:
        """Tell whether a face of this document can draw `char`."""
        return any(char in face.widths for face in self._faces(bold=False, italic=False))

    def _faces(self, bold: bool, italic: bool) -> Iterator[Face]:
        """Yield who draws, in order. A face takes up to 10 MB: it is loaded where those before it lack a letter."""
        styles = dict.fromkeys([(bold, italic), (False, False)])  # bold and italic faces often have fewer letters
        for style in styles:
            for family in (self.family, *self.helpers):
                yield face_of(family, bold=style[0], italic=style[1])
        for style in styles:
            if face := _right_to_left_face(bold=style[0]):
                yield face

    @staticmethod
    def _split(word: str, faces: Callable[[], Iterator[Face]]) -> Iterable[FaceRun]:
        for face in faces():
            if all(char in face.widths for char in word):
                return [(face, word, face.width(word))]
        runs: list[tuple[Face, str]] = []
        for char in word:
            face = next(face for face in faces() if char in face.widths)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + char)
            else:
                runs.append((face, char))
        return [(face, text, face.width(text)) for face, text in runs]


@dataclass(frozen=True, slots=True)
class Fitting:
    """A typeface for a document, how its characters are replaced for it, and the signs that were left out."""

    typeface: Typeface
    replacements: dict[int, str]
    dropped: tuple[str, ...]


def fit(family: str, texts: Iterable[str], language: str) -> Fitting:
    """Choose the faces that draw `texts`; raise `UnrenderableTextError` for letters that no font at hand draws."""
    drawn = [joined(text) for text in texts]
    characters = sorted(set().union(*drawn) | {" "})
    typeface = Typeface(family, _helpers(family, characters, language))
    replacements: dict[int, str] = {}
    dropped: list[str] = []
    for char in characters:
        script = script_of(char)
        if script.upper() in _NEEDS_SHAPING:
            raise _refusal(script, [each for each in characters if script_of(each) == script])
        if typeface.has(char) and not is_unjoined(char):
            continue
        plain = unicodedata.normalize("NFKC", char).replace("\u2010", "-")
        if plain != char and script != "Arabic" and all(map(typeface.has, plain)):
            replacements[ord(char)] = plain
        elif unicodedata.category(char)[0] in "LN" or unicodedata.category(char) == "Mc":
            raise _refusal(
                script, [each for each in characters if not typeface.has(each) and script_of(each) == script]
            )
        else:
            replacements[ord(char)] = ""
            # Without the signs that only ask for a picture form or join emoji.
            if unicodedata.category(char)[0] in "SPM" and not "\ufe00" <= char <= "\ufe0f" and char != "\u20e3":
                dropped.append(char)
    return Fitting(typeface, replacements, tuple(dropped))


def script_of(char: str) -> str:
    """Return the script of a letter in words ("Hebrew"), taken from its Unicode name; empty for signs and digits."""
    if unicodedata.category(char)[0] not in "LM":
        return ""
    return unicodedata.name(char, "Unknown").split()[0].split("-")[0].capitalize()


def _helpers(family: str, characters: list[str], language: str) -> tuple[str, ...]:
    families = [each for each in _FALLBACK_FAMILIES if each != family]
    if family in _SERIF_FAMILIES:
        families = [each for each in (_SERIF_FALLBACK, *families) if each != family]
    kana = any("\u3040" <= char <= "\u30ff" for char in characters)
    hangul = any("\uac00" <= char <= "\ud7a3" or "\u1100" <= char <= "\u11ff" for char in characters)
    if kana or hangul or any(char > "\u2e7f" for char in characters):
        order = {"JP": language == "ja" or kana, "KR": language == "ko" or hangul, "SC": language == "zh"}
        preferred = sorted(order, key=lambda region: not order[region])
        families += [f"Noto Sans {region}" for region in preferred]
    elif any(char > "\u218f" for char in characters):
        families.append("Noto Sans JP")
    return tuple(families)


def _refusal(script: str, characters: list[str]) -> UnrenderableTextError:
    name = "Chinese" if script == "Cjk" else script or "these signs"
    return UnrenderableTextError(
        f"The PDF cannot draw {name} text with the fonts at hand; export it as DOCX or text instead",
        script=name,
        characters="".join(characters[:20]),
    )
