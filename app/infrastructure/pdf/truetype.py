"""A TrueType font whose letters always come back as they were meant."""

import re
import unicodedata
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

_ENTRY = re.compile(r"^(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>$", re.MULTILINE)


class ReadableTTFont(TTFont):  # type: ignore[misc]
    """Corrects the ToUnicode tables of reportlab 5.

    It writes characters beyond U+FFFF with five digits, where the format wants UTF-16 (ISO 32000-1, 9.10.3), so that
    rare kanji read as two wrong letters. Arabic presentation forms are told as the letters they stand for.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """Add the font's objects to `doc` when it is saved."""
        known = set(doc.idToObject)
        super().addObjects(doc)
        for key, stream in doc.idToObject.items():
            if key not in known and key.startswith("toUnicodeCMap:"):
                stream.content = _ENTRY.sub(_corrected, stream.content)


def _corrected(entry: re.Match[str]) -> str:
    char = chr(int(entry.group(2), 16))
    if "\ufb50" <= char <= "\ufefc":
        letters = unicodedata.normalize("NFKC", char)
        # A ligature would come back in the wrong order from readers that turn right-to-left lines letter by letter.
        char = letters if len(letters) == 1 else char
    return f"{entry.group(1)} <{char.encode('utf-16-be').hex().upper()}>"
