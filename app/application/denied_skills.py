"""What candidates said they do not have, so that nobody asks for it, suggests it or claims it."""

from collections.abc import Sequence
from uuid import UUID

from app.domain.profiles import MOST_DENIALS, Profile, TooManyDenialsError
from app.domain.text.skills import lexicon
from app.domain.unit_of_work import IUnitOfWork, UnitOfWorkFactory


async def take_back_denials(uow: IUnitOfWork, profile: Profile, before: frozenset[str]) -> None:
    """Take back the denials of skills that the profile has now and did not have `before`: the latest word counts.

    However they are written: who adds "k8s" has Kubernetes.
    """
    added = profile.skill_names() - before
    denied = await uow.tailoring.denied(profile.id) if added else []
    if denied:
        meant = {_key(name) for name in added}
        await uow.tailoring.take_back_denials(profile.id, [name for name in denied if _key(name) in meant])


def _key(name: str) -> str:
    entry = lexicon().get(name)
    return (entry.name if entry else name).casefold()


class DeniedSkillService:
    """Use cases of the skills that a profile's owner denied, here or in a tailoring session."""

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def skills(self, profile_id: UUID, *, owner_id: UUID) -> list[str]:
        """Return them in alphabetical order."""
        async with self._unit_of_work(read_only=True) as uow:
            await uow.profiles.get(profile_id, owner_id=owner_id)
            return await uow.tailoring.denied(profile_id)

    async def change(self, profile_id: UUID, *, add: Sequence[str], remove: Sequence[str], owner_id: UUID) -> list[str]:
        """Deny skills and take denials back, and return what is denied then; what is so already stays so.

        Raise `TooManyDenialsError`. Lists that were changed at the same moment both count.
        """
        async with self._unit_of_work() as uow:
            await uow.profiles.get(profile_id, owner_id=owner_id, lock=True)
            await uow.tailoring.take_back_denials(profile_id, remove)
            known = {name.casefold() for name in await uow.tailoring.denied(profile_id)}
            for skill in add:
                if skill.casefold() in known:
                    continue
                if len(known) >= MOST_DENIALS:
                    raise TooManyDenialsError(limit=MOST_DENIALS)
                known.add(skill.casefold())
                await uow.tailoring.deny(profile_id, skill, user_id=owner_id)
            denied = await uow.tailoring.denied(profile_id)
            await uow.commit()
        return denied
