"""A document as printed words: one reading of `Content` that every output format follows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.text.document import Content, Header, Item, Section, SectionKind, Sentence
from app.domain.text.render.dates import format_date_range, format_letter_date
from app.domain.text.render.headings import heading
from app.domain.text.render.origins import Origin, Origins, flowing, listed
from app.domain.text.render.words import clean, clean_lines, safe_href, shown_url

Arrangement = Literal["role_first", "employer_first"]
"""Which of the two stands on an entry's first line; the dates stand on the role's line, the place on the employer's."""

_ROW_KINDS: frozenset[SectionKind] = frozenset({"skills", "languages"})
_PARAGRAPH_KINDS: frozenset[SectionKind] = frozenset({"summary", "letter"})
_EMPLOYER_KINDS: frozenset[SectionKind] = frozenset({"experience", "education", "custom"})
_ROW_ENTRY_MAX = 60

SIDE_KINDS: frozenset[SectionKind] = frozenset({"skills", "languages", "certifications"})
"""Sections of short lines: those that a template with a side column sets there, and that are read before the others."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words with where they lead; an empty `href` makes them plain words."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of an entry's head: `text` on the left, `aside` at the right margin."""

    text: str
    aside: str = ""
    leading: bool = False
    """It is the entry's first, most prominent line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its head, then its texts in the given `form`. In a row, `label` stands before them.

    `path` is the place of its item in the content, `origins` tells for each text which words it shows.
    """

    head: tuple[HeadLine, ...]
    link: Anchor | None
    form: Literal["paragraphs", "bullets", "row"]
    texts: tuple[str, ...]
    label: str = ""
    path: str = ""
    origins: tuple[Origins, ...] = ()

    @property
    def row(self) -> str:
        """The texts of a row as one line."""
        return ", ".join(self.texts)

    def row_origins(self, *, start: int) -> Origins:
        """Return the origins of `row` where `start` characters stand before it."""
        return listed(self.texts, self.told_origins, start=start, gap=len(", "))

    @property
    def told_origins(self) -> tuple[Origins, ...]:
        """The origins of each text, none where nobody gave them."""
        return self.origins or ((),) * len(self.texts)


@dataclass(frozen=True, slots=True)
class Part:
    """A headed part. Letters have an empty `title`; `path` is the place of its section in the content."""

    kind: SectionKind
    title: str
    entries: tuple[Entry, ...]
    path: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """Everything a document shows, in reading order: from the name to `closing_name`."""

    name: str
    headline: str
    contact: tuple[Anchor, ...]
    date: str
    recipient: tuple[str, ...]
    subject: str
    parts: tuple[Part, ...]
    closing_name: str


def printed(content: Content, arrangement: Arrangement = "role_first") -> Printed:
    """Return the words of `content` as they are printed; empty texts, entries and parts are left out."""
    letter = content.document_type == "cover_letter"
    parts = tuple(
        part
        for number, section in enumerate(content.sections)
        if (part := _part(section, f"sections/{number}", content.language, arrangement))
    )
    name = clean(content.header.full_name)
    last = parts[-1].entries[-1].texts[-1] if parts and parts[-1].entries[-1].texts else ""
    return Printed(
        name=name,
        headline="" if letter else clean(content.header.headline),
        contact=_contact(content.header),
        date=_letter_date(content) if letter else "",
        recipient=tuple(clean_lines(content.recipient)) if letter else (),
        subject=clean(content.subject) if letter else "",
        parts=parts,
        closing_name=name if letter and name not in last[-len(name) - 1 :] else "",
    )


def lines_of(document: Printed) -> tuple[str, ...]:
    """Return every printed text of `document` in reading order."""
    lines = [document.name, document.headline, *(anchor.text for anchor in document.contact)]
    lines += [document.date, *document.recipient, document.subject]
    for part in document.parts:
        lines.append(part.title)
        for entry in part.entries:
            for line in entry.head:
                lines += [line.text, line.aside]
            lines += [entry.link.text] if entry.link else []
            lines += [f"{entry.label} {entry.row}"] if entry.form == "row" else entry.texts
    lines.append(document.closing_name)
    return tuple(line for line in map(str.strip, lines) if line)


def plain_lines(content: Content, arrangement: Arrangement = "role_first") -> tuple[str, ...]:
    """Return the texts that must come back when an export of `content` is read, in order."""
    return lines_of(printed(content, arrangement))


def side_first(document: Printed) -> Printed:
    """Return `document` in the order in which a page with a side column is read."""
    return replace(document, parts=tuple(sorted(document.parts, key=lambda part: part.kind not in SIDE_KINDS)))


def with_texts(document: Printed, change: Callable[[str], str]) -> Printed:
    """Return `document` with `change` applied to every printed text; addresses of links stay."""

    def anchor(each: Anchor) -> Anchor:
        return replace(each, text=change(each.text))

    def line(each: HeadLine) -> HeadLine:
        return replace(each, text=change(each.text), aside=change(each.aside))

    def entry(each: Entry) -> Entry:
        # Where the words change, the characters at which sentences follow each other are no longer known.
        told = [
            (text, origins if text == was or len(origins) == 1 else ())
            for was, origins in zip(each.texts, each.told_origins, strict=True)
            if (text := change(was))
        ]
        return replace(
            each,
            head=tuple(map(line, each.head)),
            link=anchor(each.link) if each.link else None,
            texts=tuple(text for text, _ in told),
            label=change(each.label),
            origins=tuple(origins for _, origins in told),
        )

    def part(each: Part) -> Part:
        return replace(each, title=change(each.title), entries=tuple(map(entry, each.entries)))

    return Printed(
        name=change(document.name),
        headline=change(document.headline),
        contact=tuple(map(anchor, document.contact)),
        date=change(document.date),
        recipient=tuple(map(change, document.recipient)),
        subject=change(document.subject),
        parts=tuple(map(part, document.parts)),
        closing_name=change(document.closing_name),
    )


def _contact(header: Header) -> tuple[Anchor, ...]:
    email = clean(header.email)
    candidates = [
        Anchor(email, safe_href(email)), Anchor(clean(header.phone)), Anchor(clean(header.location)),
        *(_anchor(link) for link in header.links),
    ]  # fmt: skip
    return tuple(anchor for anchor in dict.fromkeys(candidates) if anchor.text)


def _anchor(url: str) -> Anchor:
    href = safe_href(url)
    return Anchor(shown_url(url) if href else clean(url), href)


def _letter_date(content: Content) -> str:
    # A letter carries its date on its first item, so that no clock decides what an export says.
    for section in content.sections:
        for item in section.items:
            return format_letter_date(clean(item.start_date), content.language)
    return ""


def _part(section: Section, path: str, language: str, arrangement: Arrangement) -> Part | None:
    items = [(f"{path}/items/{number}", item) for number, item in enumerate(section.items)]
    if section.kind == "letter":
        entries = [entry for place, item in items if (entry := _paragraph(item, place))]
    elif section.kind in _ROW_KINDS:
        entries = _rows(items, language, arrangement)
    else:
        entries = _joined(
            [entry for place, item in items if (entry := _entry(item, place, section.kind, language, arrangement))]
        )
    return Part(section.kind, heading(section, language), tuple(entries), path) if entries else None


def _sentences(item: Item, path: str) -> list[tuple[str, Sentence]]:
    return [(f"{path}/sentences/{number}", sentence) for number, sentence in enumerate(item.sentences)]


def _paragraph(item: Item, path: str, head: tuple[HeadLine, ...] = (), link: Anchor | None = None) -> Entry | None:
    lines = clean_lines(" ".join(sentence.text for sentence in item.sentences))
    origins = flowing(lines, _sentences(item, path))
    return Entry(head, link, "paragraphs", tuple(lines), path=path, origins=origins) if lines or head else None


def _entry(item: Item, path: str, kind: SectionKind, language: str, arrangement: Arrangement) -> Entry | None:
    head = _head(item, language, arrangement if kind in _EMPLOYER_KINDS else "role_first")
    link = _anchor(item.url) if clean(item.url) else None
    if kind in _PARAGRAPH_KINDS:
        return _paragraph(item, path, head, link)
    texts, origins = _lines(item, path)
    return Entry(head, link, "bullets", texts, path=path, origins=origins) if texts or head or link else None


def _lines(item: Item, path: str) -> tuple[tuple[str, ...], tuple[Origins, ...]]:
    """Return each sentence that says something as a text of its own, and where it comes from."""
    told = [(text, (Origin(0, place),)) for place, one in _sentences(item, path) if (text := clean(one.text))]
    return tuple(text for text, _ in told), tuple(origins for _, origins in told)


def _head(item: Item, language: str, arrangement: Arrangement) -> tuple[HeadLine, ...]:
    title, organization, location = clean(item.title), clean(item.organization), clean(item.location)
    end = None if item.end_date is None else clean(item.end_date)
    dates = format_date_range(clean(item.start_date), end, language)
    if not organization or not title:
        single = HeadLine(title or organization or dates, dates if title or organization else "", leading=True)
        rest = HeadLine(location)
        return tuple(line for line in (single, rest) if line.text)
    if arrangement == "employer_first":
        return HeadLine(organization, location, leading=True), HeadLine(title, dates)
    return HeadLine(title, dates, leading=True), HeadLine(f"{organization} · {location}" if location else organization)


def _rows(items: list[tuple[str, Item]], language: str, arrangement: Arrangement) -> list[Entry]:
    """Return skills and languages as rows: a label with its entries; sentences stay bullets."""
    entries: list[Entry] = []
    for path, item in items:
        texts, origins = _lines(item, path)
        if item.start_date or item.organization or any(len(text) > _ROW_ENTRY_MAX for text in texts):
            entry = _entry(item, path, "custom", language, arrangement)
            entries += [entry] if entry else []
        elif texts:
            label = clean(item.title).rstrip(":")
            entries.append(Entry((), None, "row", texts, f"{label}:" if label else "", path, origins))
        elif title := clean(item.title):
            entries.append(Entry((), None, "row", (title,), path=path, origins=((Origin(0, path),),)))
    return _joined(entries)


def _joined(entries: list[Entry]) -> list[Entry]:
    """Return `entries` with neighbouring rows without labels, and neighbouring bullets without heads, made one."""
    joined: list[Entry] = []
    for entry in entries:
        before = joined[-1] if joined else None
        if before and before.form == entry.form != "paragraphs" and _is_plain(before) and _is_plain(entry):
            joined[-1] = replace(
                before, texts=before.texts + entry.texts, origins=before.told_origins + entry.told_origins
            )
        else:
            joined.append(entry)
    return joined


def _is_plain(entry: Entry) -> bool:
    return not entry.head and not entry.link and not entry.label
