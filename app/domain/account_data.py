"""Everything that the database holds about one user."""

from typing import Protocol
from uuid import UUID


class IAccountDataRepository(Protocol):
    """All tables, read for one user."""

    async def everything(self, user_id: UUID) -> dict[str, list[dict[str, object]]]:
        """Return every row the user owns, by table, ready for JSON; secrets and bookkeeping are left out."""
        ...
