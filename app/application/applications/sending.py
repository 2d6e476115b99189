"""Documents that go out with an application."""

from datetime import datetime
from uuid import UUID

from app.domain.applications import Application, ApplicationEvent
from app.domain.documents import Document
from app.domain.errors import ValidationError
from app.domain.text.document import DocumentType
from app.domain.unit_of_work import IUnitOfWork


async def require_document(
    uow: IUnitOfWork, document_id: UUID, document_type: DocumentType, *, owner_id: UUID, field: str
) -> Document:
    """Return the owner's document; raise `ValidationError` where it is of another type, and as `get` does."""
    document = await uow.documents.get(document_id, owner_id=owner_id)
    if document.document_type != document_type:
        raise ValidationError.of_field(field, f"is not a {document_type.replace('_', ' ')}")
    return document


def sent_document(
    application: Application, document: Document, *, at: datetime, now: datetime, version_number: int | None = None
) -> ApplicationEvent:
    """Return the entry that freezes which version of the document was sent."""
    return ApplicationEvent(
        user_id=application.user_id,
        application_id=application.id,
        kind="document_sent",
        title=document.title,
        occurred_at=at,
        document_id=document.id,
        document_type=document.document_type,
        version_number=version_number or document.version_number,
        created_at=now,
        updated_at=now,
    )
