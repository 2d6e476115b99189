"""Texts of glyphs that a font names but whose names pdfium does not know, such as `f_i` of TeX's ligatures."""

import io

from app.domain.regex import regex

_SUBSET = regex(r"^[A-Z]{6}\+")
_PARTS = regex(r"^(?:[A-Za-z]_)+[A-Za-z]$")  # Adobe Glyph List specification, section 2: components joined by `_`
_UNICODE = regex(r"^u(?:ni)?([0-9A-F]{4,6})$")
_MAX_FONTS = 60
_SINGLES = {"ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl", "hyphen": "-", "endash": "–", "emdash": "—"}


def glyph_names(data: bytes) -> dict[tuple[str, int], str]:
    """Return (font name without subset tag, code) → text for codes below 32; empty for files that pypdf refuses."""
    import pypdf  # noqa: PLC0415 - a third of a second of import that few files need

    out: dict[tuple[str, int], str] = {}
    try:
        with pypdf.apply_configuration(zlib_maximum_output_length=20_000_000):
            reader = pypdf.PdfReader(io.BytesIO(data))
            for page in reader.pages[:3]:
                fonts = _dictionary(_dictionary(page.get("/Resources")).get("/Font"))
                for name in list(fonts)[:_MAX_FONTS]:
                    _differences(_dictionary(fonts[name]), out)
    except Exception:  # noqa: BLE001 - names only improve what was read; a file that pypdf refuses is read without them
        return out
    return out


def _dictionary(value: object) -> dict[str, object]:
    """Return a dictionary of the file behind its reference, empty for anything else."""
    resolve = getattr(value, "get_object", None)
    value = resolve() if resolve is not None else value
    return value if isinstance(value, dict) else {}


def _differences(font: dict[str, object], out: dict[tuple[str, int], str]) -> None:
    """Add the names of one font's `/Differences` (ISO 32000-1, 9.6.6)."""
    name = _SUBSET.sub("", str(font.get("/BaseFont", "")).lstrip("/"))
    differences = _dictionary(font.get("/Encoding")).get("/Differences")
    if not isinstance(differences, list):
        return
    code = 0
    for item in differences:
        if isinstance(item, int):
            code = item
            continue
        text = _text_of(str(item).lstrip("/"))
        if text and code < 0x20:
            out[name, code] = text
        code += 1


def _text_of(glyph: str) -> str:
    glyph = glyph.partition(".")[0]
    if glyph in _SINGLES:
        return _SINGLES[glyph]
    if _PARTS.match(glyph):
        return glyph.replace("_", "")
    found = _UNICODE.match(glyph)
    return chr(int(found[1], 16)) if found and int(found[1], 16) < 0xD800 else ""
