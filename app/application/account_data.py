"""Taking everything out of an account, and deleting it without a trace."""

import asyncio
import io
import json
import logging
import zipfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.audit import AuditEntry, ClientInfo
from app.domain.auth import Caller
from app.domain.errors import UnavailableError
from app.domain.pagination import PageRequest
from app.domain.ports.storage import IFileStorage
from app.domain.text.resume.json_resume import career_to_json_resume
from app.domain.unit_of_work import UnitOfWorkFactory

logger = logging.getLogger(__name__)
Eraser = Callable[[UUID], Awaitable[None]]
PasswordCheck = Callable[[UUID, str], Awaitable[object]]


class AccountDataService:
    """Exports and deletes all that a user owns.

    `confirm` raises `InvalidCredentialsError` unless the password is the account's; `erasers` remove what is kept
    outside of the database and the file storage, such as vectors.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        confirm: PasswordCheck,
        storage: IFileStorage,
        erasers: Sequence[Eraser] = (),
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._confirm = confirm
        self._storage = storage
        self._erasers = tuple(erasers)
        self._clock = clock

    async def export(self, user_id: UUID, *, client: ClientInfo) -> bytes:
        """Return a ZIP: `data.json` by table, `json-resume/<profile>.json`, and every file below `files/`."""
        careers: dict[str, object] = {}
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            await uow.audit.add(AuditEntry.of(user_id, "account_exported", client, self._clock()))
            await uow.commit()
        async with self._unit_of_work(read_only=True) as uow:
            everything = await uow.account_data.everything(user_id)
            offset = 0
            while True:
                page = await uow.profiles.page(user_id, PageRequest(limit=100, offset=offset))
                for profile in page.items:
                    careers[str(profile.id)] = career_to_json_resume(profile.career())
                offset += len(page.items)
                if not page.items or offset >= page.total:
                    break
        prefix = _folder(user_id)
        files = {key.removeprefix(prefix): await self._storage.get(key) for key in await self._keys(user_id)}
        return await asyncio.to_thread(_zip, everything, careers, files)

    async def delete(self, caller: Caller, *, password: str) -> None:
        """Delete the account with everything; raise `InvalidCredentialsError`. It can be repeated after a crash."""
        await self._confirm(caller.user_id, password)
        await self.erase(caller.user_id)

    async def erase(self, user_id: UUID) -> None:
        """Delete the account with everything, on the word of the operator. It can be repeated after a crash."""
        for erase in self._erasers:
            await erase(user_id)
        await self._delete_files(user_id)
        async with self._unit_of_work() as uow:
            await uow.users.delete(user_id)
            await uow.commit()
        # What a worker wrote while the rows still stood.
        for erase in self._erasers:
            try:
                await erase(user_id)
            except UnavailableError:
                logger.warning("what was written for user %s in the moment of deletion may be left", user_id)
        await self._delete_files(user_id)

    async def _delete_files(self, user_id: UUID) -> None:
        for key in await self._keys(user_id):
            await self._storage.delete(key)

    async def _keys(self, user_id: UUID) -> list[str]:
        return await self._storage.list_keys(_folder(user_id))


def _folder(user_id: UUID) -> str:
    return f"users/{user_id}/"


def _zip(everything: Mapping[str, object], careers: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", _json(everything))
        for name, career in careers.items():
            archive.writestr(f"json-resume/{name}.json", _json(career))
        for name, data in sorted(files.items()):
            archive.writestr(f"files/{name}", data)
    return buffer.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
