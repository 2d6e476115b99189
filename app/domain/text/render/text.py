"""Plain text and Markdown."""

import re

from app.domain.regex import regex
from app.domain.text.document import Content
from app.domain.text.render.printed import Anchor, Entry, Printed, printed
from app.domain.text.render.words import upper

# CommonMark: signs that start a construct anywhere, and those that start one at the beginning of a line.
_INLINE = regex(r"([\\`*\[\]<])|(?<!\w)(_)|(_)(?!\w)|(&)(?=#?\w+;)|(~)(?=~)")
_LINE_START = regex(r"^(#(?=#{0,5}(?:\s|$))|[+-](?=\s|$)|>|[=-](?=[=\- ]*$)|\d{1,9}(?=[.)](?:\s|$)))")


def render_text(content: Content) -> str:
    """Return `content` as plain text for forms and mail: headings in capitals, `- ` bullets, one line a paragraph."""
    document = printed(content)
    blocks = [_joined([document.name, document.headline, " | ".join(anchor.text for anchor in document.contact)])]
    blocks += _letter_head(document)
    for part in document.parts:
        blocks += [upper(part.title)] if part.title else []
        rows = [_text_entry(entry) for entry in part.entries]
        blocks += ["\n".join(rows)] if all(entry.form == "row" for entry in part.entries) else rows
    return _document([*blocks, document.closing_name])


def render_markdown(content: Content) -> str:
    """Return `content` as CommonMark; signs in the user's own words are escaped."""
    return markdown_of(printed(content))


def markdown_of(document: Printed) -> str:
    """Return what is printed as CommonMark, with all signs escaped."""
    blocks = [f"# {_escaped(document.name)}" if document.name else ""]
    blocks += [f"**{_escaped(document.headline)}**" if document.headline else ""]
    blocks += [" · ".join(map(_markdown_anchor, document.contact))]
    blocks += [_escaped(block, breaks=True) for block in _letter_head(document)]
    for part in document.parts:
        blocks += [f"## {_escaped(part.title)}"] if part.title else []
        rows = [_markdown_entry(entry) for entry in part.entries]
        blocks += ["\n".join(rows)] if all(entry.form == "row" for entry in part.entries) else rows
    return _document([*blocks, _escaped(document.closing_name)])


def _letter_head(document: Printed) -> list[str]:
    return [document.date, "\n".join(document.recipient), document.subject]


def _text_entry(entry: Entry) -> str:
    head = [" | ".join(filter(None, (line.text, line.aside))) for line in entry.head]
    head += [entry.link.text] if entry.link else []
    if entry.form == "row":
        return f"{entry.label} {entry.row}".strip()
    mark = "- " if entry.form == "bullets" else ""
    return _joined([*head, *(f"{mark}{text}" for text in entry.texts)])


def _markdown_entry(entry: Entry) -> str:
    lines = []
    for line in entry.head:
        text = f"### {_escaped(line.text)}" if line.leading else _escaped(line.text)
        lines.append(f"{text} — {_escaped(line.aside)}" if line.aside else text)
    blocks = ["\n\n".join(lines)]
    blocks += [_markdown_anchor(entry.link)] if entry.link else []
    if entry.form == "row":
        label = f"**{_escaped(entry.label)}** " if entry.label else ""
        blocks.append(f"- {label}{_escaped(entry.row)}")
    elif entry.form == "bullets":
        blocks.append("\n".join(f"- {_escaped(text)}" for text in entry.texts))
    else:
        blocks.append("  \n".join(map(_escaped, entry.texts)))
    return "\n\n".join(filter(None, blocks))


def _markdown_anchor(anchor: Anchor) -> str:
    if not anchor.href:
        return _escaped(anchor.text)
    return f"[{_escaped(anchor.text)}](<{anchor.href.replace('<', '%3C').replace('>', '%3E')}>)"


def _escaped(text: str, *, breaks: bool = False) -> str:
    lines = [_LINE_START.sub(_line_start, _INLINE.sub(r"\\\g<0>", line)) for line in text.splitlines()]
    return ("  \n" if breaks else " ").join(lines)


def _line_start(match: re.Match[str]) -> str:
    sign = match.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _joined(lines: list[str]) -> str:
    return "\n".join(filter(None, lines))


def _document(blocks: list[str]) -> str:
    return "\n\n".join(filter(None, blocks)) + "\n"
