"""`jobwise user`: accounts in the operator's hands."""

import secrets
import string
import sys
from pathlib import Path

import typer

from app.application.users import OPERATOR
from app.domain.auth import SubscriptionTier, User
from app.presentation.cli import output
from app.presentation.cli.door import Door

_SHOWN = ("id", "email", "username", "full_name", "subscription_tier", "is_active", "is_verified", "created_at")
_LENGTH = 20


async def create(
    door: Door,
    email: str,
    *,
    username: str | None,
    full_name: str,
    tier: SubscriptionTier,
    is_verified: bool,
    from_stdin: bool,
    as_json: bool,
) -> int:
    """Make an account, with a password of standard input or one that is made up and shown once."""
    password = sys.stdin.readline().rstrip("\r\n") if from_stdin else made_up_password()
    with output.domain_errors(as_json=as_json):
        await door.migrate("head")
        async with door.services() as services:
            user = await services.users.create(
                email=email,
                password=password,
                full_name=full_name,
                username=username,
                tier=tier,
                is_verified=is_verified,
            )
    shown = None if from_stdin else password
    if as_json:
        output.print_json({**_plain(user), **({"password": shown} if shown else {})})
    else:
        output.out.print(f"{user.email} has an account ({user.subscription_tier}).", markup=False)
        if shown:
            output.out.print(f"Its password, shown only now: {shown}", markup=False)
    return 0


async def set_tier(door: Door, login: str, tier: SubscriptionTier, *, as_json: bool) -> int:
    """Put the account into another tier."""
    with output.domain_errors(as_json=as_json):
        async with door.services() as services:
            user = await services.users.set_tier(login, tier)
    if as_json:
        output.print_json(_plain(user))
    else:
        output.out.print(f"{user.email} is {user.subscription_tier} now.", markup=False)
    return 0


async def export(door: Door, login: str, *, out: Path | None, as_json: bool) -> int:
    """Write everything the account owns to a ZIP."""
    with output.domain_errors(as_json=as_json):
        async with door.services() as services:
            user = await services.users.find(login)
            data = await services.account_data.export(user.id, client=OPERATOR)
    path = out or Path(f"jobwise-{user.id}.zip")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        output.fail(f"{path} could not be written: {error.strerror}")
    if as_json:
        output.print_json({"user_id": str(user.id), "path": str(path), "size_bytes": len(data)})
    else:
        output.out.print(f"{path} holds everything of {user.email} ({len(data):,} bytes).", markup=False)
    return 0


async def delete(door: Door, login: str, *, is_sure: bool, as_json: bool) -> int:
    """Delete the account with everything, after asking."""
    with output.domain_errors(as_json=as_json):
        async with door.services() as services:
            user = await services.users.find(login)
            if not is_sure and not _confirmed(user):
                return output.BAD_USAGE
            await services.account_data.erase(user.id)
    if as_json:
        output.print_json({"deleted": str(user.id)})
    else:
        output.out.print(f"{user.email} is deleted, with everything.", markup=False)
    return 0


def made_up_password() -> str:
    """Return a password that passes every rule."""
    letters = string.ascii_letters + string.digits
    while True:
        made = "".join(secrets.choice(letters) for _ in range(_LENGTH))
        if any(map(str.isupper, made)) and any(map(str.islower, made)) and any(map(str.isdigit, made)):
            return made


def _confirmed(user: User) -> bool:
    if not sys.stdin.isatty():
        output.err.print("Nothing is deleted: say --yes where nobody can be asked.", markup=False)
        return False
    return typer.confirm(f"Delete {user.email} with everything, for good?", err=True)


def _plain(user: User) -> dict[str, object]:
    plain = output.plain(user)
    return {name: plain[name] for name in _SHOWN} | {"created_at": user.created_at.isoformat()}
