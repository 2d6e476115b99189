"""What a document says, held against its earlier versions, the profile and the job."""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Literal
from uuid import UUID

from app.application.documents import DocumentEdit, DocumentService
from app.application.pipeline import Pipeline
from app.domain.documents import Document
from app.domain.errors import ConflictError, VersionConflictError
from app.domain.text.ats.report import AtsCheck
from app.domain.text.compose import original_content
from app.domain.text.difference import SentenceChange, difference
from app.domain.text.document import Content
from app.domain.text.field_difference import FieldChange, field_changes, take_back
from app.domain.text.grounding import GroundingReport
from app.domain.text.match.report import MatchReport


class DocumentReviewService:
    """Use cases of looking a document over."""

    def __init__(self, documents: DocumentService, pipeline: Pipeline, *, clock: Callable[[], datetime]) -> None:
        self._documents = documents
        self._pipeline = pipeline
        self._clock = clock

    async def compare(
        self, document_id: UUID, against: int | Literal["original"], *, owner_id: UUID
    ) -> tuple[list[SentenceChange], list[FieldChange]]:
        """Return what changed from a version, or from the user's own untailored resume, to the latest version.

        First the sentences, then what stands outside them.
        """
        document = await self._documents.get(document_id, owner_id=owner_id)
        return await asyncio.to_thread(_compared, await self._before(document, against), document.content)

    async def reject(
        self,
        document_id: UUID,
        against: int | Literal["original"],
        rejected: Collection[int],
        *,
        rejected_fields: Collection[int] = (),
        owner_id: UUID,
        check: Callable[[int], None],
    ) -> Document:
        """Make a new version, verified again, without the changes at these places of the lists that `compare` returns.

        `check` is given the current version and raises when the caller compared another one.
        """
        document = await self._documents.get(document_id, owner_id=owner_id)
        check(document.version_number)
        before = await self._before(document, against)

        def work() -> Content:
            lines, fields = _compared(before, document.content)
            return take_back(
                before,
                document.content,
                [one for place, one in enumerate(lines) if place in rejected and one.kind != "unchanged"],
                [one for place, one in enumerate(fields) if place in rejected_fields],
            )

        edit = DocumentEdit(content=await asyncio.to_thread(work), note="changes taken back")
        return await self._documents.update(document_id, edit, owner_id=owner_id, check=_only(document.version_number))

    async def match(self, document_id: UUID, *, owner_id: UUID) -> MatchReport:
        """Return how well the latest version shows that the candidate fits its job; evidence names places in it.

        Raises `ConflictError` where the job or the profile is gone.
        """
        document = await self._documents.get(document_id, owner_id=owner_id)
        career, posting = await self._documents.career(document), await self._documents.posting(document)
        if posting is None:
            raise ConflictError("The job this document was made for is gone")
        denied = await self._documents.denied_skills(document)
        return await self._pipeline.match(document.content, career, posting, today=self._clock().date(), denied=denied)

    async def check(self, document_id: UUID, *, owner_id: UUID) -> tuple[GroundingReport, tuple[AtsCheck, ...]]:
        """Verify the latest version again against the profile as it is now, and check what an ATS would."""
        document = await self._documents.get(document_id, owner_id=owner_id)
        career, posting = await self._documents.career(document), await self._documents.posting(document)
        return await self._pipeline.check(
            document.content, career, posting, today=self._clock().date(), page_count=document.pdf_page_count or 0
        )

    async def _before(self, document: Document, against: int | Literal["original"]) -> Content:
        if against == "original":
            return original_content(await self._documents.career(document))
        return (await self._documents.version(document.id, against, owner_id=document.user_id)).content


def _compared(before: Content, after: Content) -> tuple[list[SentenceChange], list[FieldChange]]:
    return difference(before, after, by_entry=True), field_changes(before, after)


def _only(expected: int) -> Callable[[int], None]:
    def check(version: int) -> None:
        if version != expected:
            raise VersionConflictError(current_version=version)

    return check
