"""What all entities share."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from app.domain.ids import uuid7


@dataclass(slots=True, kw_only=True)
class Entity:
    """A thing with an identity. Times are aware and in UTC."""

    id: UUID = field(default_factory=uuid7)
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True, kw_only=True)
class OwnedEntity(Entity):
    """A thing that belongs to one user and is visible to that user alone."""

    user_id: UUID
