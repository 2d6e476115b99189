"""What a rendering gives back, and how it refuses."""

from dataclasses import dataclass
from typing import Literal

from app.domain.errors import UnprocessableError
from app.domain.text.render.origins import PageStart

PageSize = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A file's bytes. `page_count` is 0 where the format has no fixed pages; `notes` are sentences for the user."""

    data: bytes
    page_count: int
    notes: tuple[str, ...] = ()
    last_page_fill: float = 0.0
    """Which share of the last page's height, between its margins, is taken: 0 to 1."""
    page_lines: tuple[int, ...] = ()
    """How many printed lines stand on each page."""
    page_starts: tuple[PageStart | None, ...] = ()
    """With what each page but the first begins; `None` where that is not known."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture (PNG) of one page, and how full the pages of its document are: `RenderedDocument`."""

    data: bytes
    page_count: int
    last_page_fill: float
    page_lines: tuple[int, ...]
    page_starts: tuple[PageStart | None, ...]


class UnrenderableTextError(UnprocessableError):
    """No font at hand has the letters; `details` name the `script` and the first `characters`."""

    code = "unrenderable_text"
    default_message = "The document has letters that no available font can draw"
