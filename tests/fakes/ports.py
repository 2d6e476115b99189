"""The ports to the outside, in memory."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

from app.application.notifying import Notifier
from app.domain.errors import JobWiseError, NotFoundError
from app.domain.notifications import CHANNELS
from app.domain.ports.channels import Dispatch
from app.domain.ports.events import IEventBus
from app.domain.ports.job_pages import ExtractionFailedError, JobPage
from app.domain.ports.queue import ITaskQueue
from app.domain.ports.storage import StoredFile
from app.domain.ports.text_extraction import ITextExtractor
from app.domain.text.document import Content
from app.domain.text.render.printed import Printed, lines_of
from app.domain.text.render.rendered import PageSize, RenderedDocument, UnrenderableTextError
from app.domain.text.render.text import render_text
from app.domain.text.source import SourceText, plain_source
from app.infrastructure.events import InProcessEventBus
from tests.builders import NOON


class FakeTaskQueue:
    """`ITaskQueue` that remembers."""

    def __init__(self) -> None:
        self.told: list[UUID] = []

    async def notify(self, task_id: UUID) -> None:
        self.told.append(task_id)


class FakeFileStorage:
    """`IFileStorage` in a dictionary."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.modified: dict[str, datetime] = {}
        """When, for files that were not written just now."""
        self.trouble: JobWiseError | None = None

    async def put(self, key: str, data: bytes) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.files[key] = data

    async def get(self, key: str) -> bytes:
        if key not in self.files:
            raise NotFoundError("File not found")
        return self.files[key]

    async def link(self, key: str, *, filename: str, content_type: str) -> str | None:
        return None

    async def delete(self, key: str) -> None:
        self.files.pop(key, None)

    async def find(self, key: str) -> StoredFile | None:
        return self._stored(key) if key in self.files else None

    async def list_keys(self, prefix: str) -> list[str]:
        return sorted(key for key in self.files if key.startswith(prefix))

    async def list_files(self, prefix: str) -> AsyncIterator[list[StoredFile]]:
        yield [self._stored(key) for key in await self.list_keys(prefix)]

    async def discard_partial(self, *, before: datetime) -> int:
        return 0

    def _stored(self, key: str) -> StoredFile:
        data = self.files[key]
        return StoredFile(storage_key=key, size_bytes=len(data), modified_at=self.modified.get(key, datetime.now(UTC)))


class FakeTextExtractor(ITextExtractor):
    """Takes every file for plain text, but those it was told about."""

    def __init__(self) -> None:
        self.sources: dict[bytes, SourceText | JobWiseError] = {}

    async def extract(self, data: bytes, *, filename: str = "") -> SourceText:
        found = self.sources.get(data)
        if isinstance(found, JobWiseError):
            raise found
        return found or plain_source(data.decode())

    async def aclose(self) -> None:
        return


class FakeDocumentGenerator:
    """`IPDFGenerator` and `IDOCXGenerator` that write plain text; it has no font for a document that says so."""

    def __init__(self) -> None:
        self.made = 0

    async def render(self, content: Content, *, template: str, page_size: PageSize = "a4") -> RenderedDocument:
        return self._drawn(render_text(content))

    async def sheet(self, printed: Printed, *, title: str, page_size: PageSize = "a4") -> RenderedDocument:
        return self._drawn("\n".join(lines_of(printed)))

    def _drawn(self, text: str) -> RenderedDocument:
        if "𒀀" in text:
            raise UnrenderableTextError
        self.made += 1
        return RenderedDocument(text.encode(), 1, last_page_fill=0.5, page_lines=(20,))

    async def picture(self, data: bytes, *, page: int = 1) -> bytes:
        if page != 1:
            raise NotFoundError("There is no such page")
        return b"PNG" + data


class FakeJobPages:
    """`IJobPages` where every address shows the same job, or none."""

    def __init__(self, page: JobPage | ExtractionFailedError) -> None:
        self.page = page
        self.read_count = 0

    async def read(self, url: str) -> JobPage:
        self.read_count += 1
        return self.read_saved(b"")

    def read_saved(self, data: bytes) -> JobPage:
        if isinstance(self.page, ExtractionFailedError):
            raise self.page
        return self.page


class FakePasswordHasher:
    """`IPasswordHasher` that takes no time."""

    async def hash(self, password: str) -> str:
        return f"hashed {password}"

    async def verify(self, password: str, hashed: str) -> bool:
        return hashed == f"hashed {password}"


class FakeSealer:
    """`ISealer` that only looks whether the secret is the same."""

    def seal(self, data: bytes, *, secret: bytes) -> bytes:
        return secret + data

    def open(self, sealed: bytes, *, secret: bytes) -> bytes:
        if not sealed.startswith(secret):
            raise ValueError("sealed with another secret")
        return sealed.removeprefix(secret)


class FakeChannel:
    """`IChannel` that keeps what it is given; with `error`, one that never takes anything."""

    def __init__(self, error: JobWiseError | None = None) -> None:
        self.sent: list[Dispatch] = []
        self.error = error

    def check(self, address: str) -> None:
        """Take any address."""

    async def send(self, dispatch: Dispatch) -> None:
        if self.error is not None:
            raise self.error
        self.sent.append(dispatch)


def make_notifier(queue: ITaskQueue | None = None, bus: IEventBus | None = None) -> Notifier:
    """Return a notifier at noon, for what is not about notifications."""
    return Notifier(
        queue or FakeTaskQueue(), bus or InProcessEventBus(), offered=frozenset(CHANNELS), clock=lambda: NOON
    )
