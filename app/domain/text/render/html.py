"""HTML: one self-contained page without scripts or outside resources."""

from html import escape

from app.domain.text.document import Content
from app.domain.text.render.printed import Anchor, Entry, HeadLine, Part, printed
from app.domain.text.render.words import language_tag

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1f2328;
  background: #fff; max-width: 46rem; margin: 2.5rem auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0; }
h2 { font-size: 1rem; letter-spacing: .05em; text-transform: uppercase; color: #1f4e79;
  border-bottom: 1px solid #c5cdd6; margin: 1.6rem 0 .6rem; padding-bottom: .15rem; }
h3 { font-size: 1rem; margin: 0; }
p, ul { margin: .3rem 0; }
ul { padding-left: 1.2rem; }
a { color: #1f4e79; }
address { font-style: normal; color: #57606a; }
address ul, dl { list-style: none; margin: .3rem 0; padding: 0; }
address li { display: inline; }
address li + li::before { content: " · "; }
article { margin: 0 0 .9rem; }
dt { font-weight: 600; float: left; margin-right: .4em; }
dd { margin: 0; }
.headline { font-size: 1.1rem; color: #1f4e79; margin: .2rem 0; }
.line { display: flex; justify-content: space-between; gap: 1.5rem; }
.aside { color: #57606a; white-space: nowrap; }
.minor { color: #57606a; font-style: italic; }
.recipient { margin: 1.6rem 0; }
.subject { font-weight: 600; margin: 1.2rem 0; }
.letter p { margin: .8rem 0; }
@page { margin: 18mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, .line { break-after: avoid; } li, p { break-inside: avoid; } }
""".strip()


def render_html(content: Content) -> str:
    """Return `content` as a complete HTML page; every text of the user is escaped, links are http, https or mailto."""
    document = printed(content)
    language = language_tag(content.language)
    letter = content.document_type == "cover_letter"
    body = ["<header>", _tag("h1", document.name), _tag("p", document.headline, "headline")]
    if document.contact:
        body.append(f"<address><ul>{''.join(f'<li>{_anchor(each)}</li>' for each in document.contact)}</ul></address>")
    body += ["</header>", f"<main{' class=' + chr(34) + 'letter' + chr(34) if letter else ''}>"]
    body += [_tag("p", document.date)]
    recipient = "<br>".join(map(escape, document.recipient))
    body += [f'<p class="recipient">{recipient}</p>' if recipient else "", _tag("p", document.subject, "subject")]
    for part in document.parts:
        body += ["<section>", _tag("h2", part.title), *_part(part), "</section>"]
    body += [_tag("p", document.closing_name), "</main>"]
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{language}" dir="{_direction(language)}">',
        "<head>", '<meta charset="utf-8">', '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.name or document.subject or 'Resume')}</title>",
        f"<style>\n{_STYLE}\n</style>", "</head>", "<body>", *filter(None, body), "</body>", "</html>", "",
    ])  # fmt: skip


def _part(part: Part) -> list[str]:
    if all(entry.form == "row" for entry in part.entries):
        rows = [(f"<dt>{escape(entry.label)}</dt>" if entry.label else "", escape(entry.row)) for entry in part.entries]
        if not any(label for label, _ in rows):
            return [f"<p>{row}</p>" for _, row in rows]
        return ["<dl>", *(f"{label or '<dt></dt>'}<dd>{row}</dd>" for label, row in rows), "</dl>"]
    if part.kind in ("summary", "letter") and not any(entry.head for entry in part.entries):
        return [f"<p>{'<br>'.join(map(escape, entry.texts))}</p>" for entry in part.entries]
    return [html for entry in part.entries for html in _entry(entry)]


def _entry(entry: Entry) -> list[str]:
    lines = ["<article>", *map(_head_line, entry.head)]
    lines += [f"<p>{_anchor(entry.link)}</p>"] if entry.link else []
    if entry.form == "bullets":
        lines += ["<ul>", *(f"<li>{escape(text)}</li>" for text in entry.texts), "</ul>"] if entry.texts else []
    elif entry.form == "row":
        lines.append(f"<p>{f'<strong>{escape(entry.label)}</strong> ' if entry.label else ''}{escape(entry.row)}</p>")
    else:
        lines += [f"<p>{escape(text)}</p>" for text in entry.texts]
    return [*lines, "</article>"]


def _head_line(line: HeadLine) -> str:
    left = _tag("h3", line.text) if line.leading else _tag("span", line.text, "minor")
    return f'<div class="line">{left}{_tag("span", line.aside, "aside")}</div>'


def _anchor(anchor: Anchor) -> str:
    return f'<a href="{escape(anchor.href)}">{escape(anchor.text)}</a>' if anchor.href else escape(anchor.text)


def _tag(name: str, text: str, css_class: str = "") -> str:
    attribute = f' class="{css_class}"' if css_class else ""
    return f"<{name}{attribute}>{escape(text)}</{name}>" if text else ""


def _direction(language: str) -> str:
    return "rtl" if language.lower().split("-")[0] in {"ar", "he", "fa", "ur", "yi"} else "ltr"
