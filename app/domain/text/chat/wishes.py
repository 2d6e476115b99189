"""What a message asks for."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from app.domain.regex import regex
from app.domain.text.chat.places import find_place, section_named
from app.domain.text.chat.plainly import mended, plain_wish
from app.domain.text.compose import interpret_instructions
from app.domain.text.document import Content
from app.domain.text.render.templates import TEMPLATES

WishKind = Literal[
    "rewrite", "shorter", "longer", "drop", "tone", "again", "reset", "template", "templates", "undo", "redo", "why",
    "missing", "match", "changed", "denied", "fact", "elsewhere", "letter", "translate", "greeting", "thanks", "stop",
    "complaint", "help", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message asks for; `text` is the wording for the writer, the template, or what it is about."""

    kind: WishKind
    text: str = ""


def _patterns() -> tuple[tuple[WishKind, re.Pattern[str]], ...]:
    rows = (Path(__file__).parent / "data" / "wishes.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return tuple((cast("WishKind", kind), re.compile(pattern, re.IGNORECASE)) for kind, pattern in pairs)


_SIMPLE = _patterns()
_ASKS = ("why", "missing", "changed", "templates")
_TEMPLATE = regex(r"\b(?:template|layout|design|style)\b|^use\b", re.IGNORECASE)
_TEMPLATES_ABROAD = (("kompakt", "compact"), ("klassi[ks]", "classic"), ("clássic", "classic"), ("clásic", "classic"))
_LONGEST = 1000
"""Characters that are looked at: a wish is short, and a pattern over a long text takes long."""
_LONGEST_PAGE_WISH = 6
_PAGE = regex(r"\b(?:one|1|single)[ -]?page\b", re.IGNORECASE)
_DROP = regex(
    r"^(?:drop|omit|remove|leave out|exclude|delete|take out|cut|get rid of|erase|hide|never mention|do not mention"
    r"|don['’]?t (?:mention|show|include)|without) (?P<what>.+?)(?: out)?$",
    re.IGNORECASE,
)
_TAIL = regex(r"\s+(?:from (?:it|the resume|my resume|the document|here)|please|completely|entirely)$", re.IGNORECASE)


def understand(message: str, content: Content | None = None) -> Wish:
    """Return what the message asks for; where nothing is understood, typing errors are looked for."""
    text = plain_wish(message[:_LONGEST])
    found = _read(text, content)
    if found.kind in ("unknown", "tone"):
        text = plain_wish(mended(text))
        again = _read(text, content)
        if again.kind != "unknown":
            return again
    return found


def _read(text: str, content: Content | None) -> Wish:
    if _PAGE.search(text) and len(text.split()) <= _LONGEST_PAGE_WISH:
        return Wish("shorter", "one page")
    simple = _simple(text)
    if simple.kind in ("shorter", "longer"):
        return Wish(simple.kind)
    if simple.kind in ("undo", "redo", "reset", "again", *_ASKS):
        return simple
    if _TEMPLATE.search(text):
        named = [one.id for one in TEMPLATES if re.search(rf"\b{re.escape(one.id)}", _english(text), re.IGNORECASE)]
        if named:
            return Wish("template", named[0])
        if re.search(r"\b(?:template|layout|design)\b", text, re.IGNORECASE):
            return Wish("templates")
    if match := _DROP.match(text):
        what = _TAIL.sub("", match["what"])
        if simple.kind == "elsewhere" and not (content and find_place(what, content)):
            return simple
        is_place = section_named(what) is not None or (content is not None and find_place(what, content) is not None)
        if is_place or _numbered(what):
            return Wish("drop", what)
        return Wish("rewrite", f"drop {what}")
    read = interpret_instructions(text)
    if read.emphasise or read.drop or read.order or read.length:
        return Wish("rewrite", text)
    return simple


def _simple(text: str) -> Wish:
    for kind, pattern in _SIMPLE:
        if match := pattern.search(text):
            return Wish(
                kind, (match.groupdict().get("what") or "").strip(" .!?") if "what" in match.groupdict() else text
            )
    return Wish("unknown", text)


def _numbered(what: str) -> bool:
    """Tell whether it speaks of a line or a job by its number, be it there or not."""
    return bool(re.search(r"\b(?:bullets?|lines?|sentences?|jobs?|positions?)\b", what, re.IGNORECASE))


def _english(text: str) -> str:
    for stem, name in _TEMPLATES_ABROAD:
        text = re.sub(rf"\b{stem}\w*", name, text, flags=re.IGNORECASE)
    return text
