"""Every method of every repository has a contract sentence: one that runs on the fake, SQLite and PostgreSQL."""

import inspect
import re
from collections.abc import Iterable, Mapping
from typing import Protocol, get_type_hints

from app.domain.entity import OwnedEntity
from app.domain.repository import IOwnedRepository
from app.domain.unit_of_work import IUnitOfWork
from docs.generate import ROOT
from tests.contract.owned import OWNED

CALL = re.compile(r"\buow\.(?P<repository>\w+)\.(?P<method>\w+)")


def repositories(unit_of_work: type) -> dict[str, type]:
    """Return the port of each member of the unit of work."""
    members = inspect.getmembers(unit_of_work, lambda member: isinstance(member, property))
    return {name: get_type_hints(member.fget)["return"] for name, member in members}


def methods(port: type) -> set[str]:
    return {name for name, _ in inspect.getmembers(port, inspect.isfunction) if not name.startswith("_")}


def untested(ports: Mapping[str, type], owned: Iterable[str], sources: Iterable[str]) -> list[str]:
    """Return `repository.method` for all that no sentence calls; `owned` are called by the sentences of them all."""
    promised = {
        f"{name}.{method}"
        for name, port in ports.items()
        for method in methods(port) - (methods(IOwnedRepository) if name in owned else set())
    }
    called = {f"{one['repository']}.{one['method']}" for source in sources for one in CALL.finditer(source)}
    return sorted(promised - called)


def test_every_repository_has_contract_sentences() -> None:
    sources = [
        path.read_text(encoding="utf-8")
        for path in (ROOT / "tests" / "contract").glob("test_*.py")
        if "unit_of_work: UnitOfWorkFactory" in path.read_text(encoding="utf-8")
    ]
    missing = untested(repositories(IUnitOfWork), OWNED, sources)
    assert missing == [], "write sentences in tests/contract (an owned repository also gets an entry in owned.py)"


def test_the_sentences_of_all_owned_repositories_are_for_each_of_them() -> None:
    owned = {name for name, port in repositories(IUnitOfWork).items() if methods(IOwnedRepository) <= methods(port)}
    assert owned == set(OWNED)


class IThings(IOwnedRepository[OwnedEntity], Protocol):
    async def find_odd(self) -> OwnedEntity | None: ...


class IPlanted(Protocol):
    @property
    def things(self) -> IThings: ...


def test_a_method_without_a_sentence_is_found() -> None:
    planted = repositories(IPlanted)
    assert untested(planted, ["things"], []) == ["things.find_odd"]
    assert untested(planted, ["things"], ["await uow.things.find_odd()"]) == []
    assert untested(planted, [], ["await uow.things.find_odd()"]) == [
        "things.delete", "things.get", "things.page", "things.save",
    ]  # fmt: skip
