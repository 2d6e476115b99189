"""A generated document as values (docs: "Document content and facts"): every sentence names the facts it rests on."""

from dataclasses import dataclass, field
from typing import Literal

DocumentType = Literal["resume", "cover_letter"]
SectionKind = Literal[
    "summary", "experience", "education", "projects", "skills", "certifications", "languages", "custom", "letter"
]
Origin = Literal["builtin", "llm", "user"]
Verdict = Literal["grounded", "ungrounded", "unchecked"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a text is not grounded: `kind` names the check (number, date, employer, …), `span` the characters."""

    kind: str
    span: tuple[int, int]
    message: str


@dataclass(frozen=True, slots=True)
class CheckedField:
    """The verdict on the field (title, date, contact line, heading) at `path`."""

    path: str
    verdict: Verdict
    reasons: list[Reason] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Sentence:
    """One sentence, bullet or skills entry. `refused` keeps wordings that verification turned away."""

    text: str
    source_ids: list[str] = field(default_factory=list)
    origin: Origin = "builtin"
    verdict: Verdict = "unchecked"
    reasons: list[Reason] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Item:
    """One entry of a section. Dates are printed forms' source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or empty.

    An `end_date` of `None` with a `start_date` means "to the present".
    """

    item_id: str | None = None
    title: str = ""
    organization: str = ""
    location: str = ""
    start_date: str = ""
    end_date: str | None = ""
    url: str = ""
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Section:
    """A headed part of a document."""

    kind: SectionKind
    title: str = ""
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Header:
    """Who the document is from."""

    full_name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    location: str = ""
    links: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Content:
    """A whole document. `language` is ISO 639-1."""

    document_type: DocumentType
    language: str = "en"
    profile_id: str = ""
    profile_version: int = 1
    header: Header = field(default_factory=Header)
    sections: list[Section] = field(default_factory=list)
    recipient: str = ""
    """For a letter: who it is addressed to, as printed ("Acme GmbH")."""
    subject: str = ""
    """For a letter: what it is about, as printed."""
    unproven_fields: list[CheckedField] = field(default_factory=list)
    """The titles, dates, contact lines and headings that the profile did not prove when this was verified last."""


def sentences(content: Content) -> list[Sentence]:
    """Return every sentence of `content` in reading order."""
    return [sentence for section in content.sections for item in section.items for sentence in item.sentences]
