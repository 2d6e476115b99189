"""The built-in writer: selection, ordering and careful composition of the candidate's own sentences."""

from app.domain.text.compose.instructions import Instructions, interpret_instructions
from app.domain.text.compose.letter import compose_cover_letter
from app.domain.text.compose.options import ComposeOptions
from app.domain.text.compose.original import original_content
from app.domain.text.compose.resume import compose_resume
from app.domain.text.compose.selection import ItemChoice, Piece, Selection, select

__all__ = [
    "ComposeOptions",
    "Instructions",
    "ItemChoice",
    "Piece",
    "Selection",
    "compose_cover_letter",
    "compose_resume",
    "interpret_instructions",
    "original_content",
    "select",
]
