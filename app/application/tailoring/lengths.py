"""Makes the document of a session shorter or longer, within what its profile says."""

from dataclasses import dataclass

from app.application.tailoring.chat import LONGEST, SHORTEST
from app.application.tailoring.writing import SessionWriter
from app.domain.tailoring import TailoringSession
from app.domain.text.chat.edits import TRIM, apply_edits, pages_taken
from app.domain.text.document import Content, sentences

_LENGTHS = ("shorter", "one page", "longer")
_MOST_TRIMS = 12
_FULL = 1.0


@dataclass(frozen=True, slots=True)
class Relengthened:
    """The document anew, and the wishes it is written by."""

    content: Content
    instructions: tuple[str, ...]


async def shortened(
    writer: SessionWriter, session: TailoringSession, content: Content, *, is_one_page: bool
) -> tuple[Relengthened | None, str]:
    """Return the document shorter, or nothing and the reason. One page is never more than asked for."""
    wishes = (*_but_lengths(session.instructions), "one page")
    written = await writer.written(session, wishes)
    shorter, trims = written.validated.content, tuple[str, ...]()
    if is_one_page:
        if pages_taken(content) <= _FULL:
            return None, f"It fits on one page as it is: it takes about {round(100 * pages_taken(content))}% of it."
        while pages_taken(shorter) > _FULL and len(trims) < _MOST_TRIMS:
            trims = (*trims, TRIM)
            shorter = apply_edits(shorter, [TRIM])
    elif _size(shorter) >= _size(content):
        trims = (TRIM,)
        shorter = apply_edits(shorter, [TRIM])
    if _size(shorter) >= _size(content):
        return None, SHORTEST
    if trims:
        shorter = await writer.validated(session, shorter, written.career, written.posting)
    return Relengthened(shorter, (*wishes, *trims)), ""


async def lengthened(
    writer: SessionWriter, session: TailoringSession, content: Content, *, is_one_page: bool = False
) -> tuple[Relengthened | None, str]:
    """Return the document longer, what was trimmed last first, or nothing and the reason."""
    wishes = session.instructions
    if TRIM in wishes:
        last = len(wishes) - 1 - wishes[::-1].index(TRIM)
        wishes = (*wishes[:last], *wishes[last + 1 :])
    else:
        wishes = (*_but_lengths(wishes), "longer")
    longer = (await writer.written(session, wishes)).validated.content
    if is_one_page or _size(longer) <= _size(content):
        return None, LONGEST
    return Relengthened(longer, wishes), ""


def _but_lengths(wishes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(wish for wish in wishes if wish not in _LENGTHS)


def _size(content: Content) -> int:
    return sum(len(sentence.text) for sentence in sentences(content))
