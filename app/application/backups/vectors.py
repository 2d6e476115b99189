"""Vectors of an index outside of the database, as rows of the table that the database would keep them in."""

import base64
from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from uuid import UUID

from app.domain.backups import CopiedRow, TableShape
from app.domain.ports.vectors import IndexedText, IVectorIndex, from_halves, to_halves


async def outside_rows(
    index: IVectorIndex, shape: TableShape, users: Iterable[object], taken_at: datetime
) -> AsyncIterator[list[CopiedRow]]:
    """Yield what the index knows of the users as of `taken_at`, a portion a user."""
    for user in users:
        owner_id = UUID(str(user))
        rows: list[CopiedRow] = []
        for thing_id in await index.states(owner_id):
            for text in await index.load(owner_id, thing_id):
                # What changed since is not of that instant.
                if text.changed_at <= taken_at:
                    values = _values_of(owner_id, thing_id, text)
                    rows.append([values[name] for name in shape.names])
        yield rows


def _values_of(owner_id: UUID, thing_id: UUID, text: IndexedText) -> dict[str, object]:
    return {
        "user_id": str(owner_id),
        "kind": text.kind,
        "thing_id": str(thing_id),
        "part": text.part,
        "text_hash": text.text_hash,
        "changed_at": text.changed_at.isoformat(),
        "embedder": text.embedder,
        "vector": base64.b64encode(to_halves(text.vector)).decode(),
    }


def text_of(values: dict[str, object]) -> IndexedText:
    """Return the text of such a row, given by column name."""
    return IndexedText(
        kind=values["kind"],  # type: ignore[arg-type] # the archive's digest says it is what was written
        part=str(values["part"]),
        text_hash=str(values["text_hash"]),
        changed_at=datetime.fromisoformat(str(values["changed_at"])),
        embedder=str(values["embedder"]),
        vector=from_halves(base64.b64decode(str(values["vector"]))),
    )
