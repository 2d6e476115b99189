"""The commands of `jobwise user`."""

import asyncio
from pathlib import Path
from typing import Annotated, Literal

import typer

from app.presentation.cli.door import Door
from app.presentation.cli.options import EXIT, Json

Tier = Literal["free", "premium", "enterprise"]


def add_users(cli: typer.Typer, door: Door) -> None:
    """Add the commands to the command line."""
    user = typer.Typer(help="Manage accounts.", no_args_is_help=True)
    cli.add_typer(user, name="user")
    login = Annotated[str, typer.Argument(help="The account's e-mail address, username or id.")]

    @user.command(epilog=EXIT)
    def create(
        email: Annotated[str, typer.Argument(help="The e-mail address.")],
        username: Annotated[str | None, typer.Option(help="A name to sign in with.")] = None,
        full_name: Annotated[str, typer.Option(help="The person's name.")] = "",
        tier: Annotated[Tier, typer.Option(help="The subscription tier.")] = "free",
        verified: Annotated[bool, typer.Option("--verified", help="Take the address as confirmed.")] = False,
        password_stdin: Annotated[
            bool, typer.Option("--password-stdin", help="Read the password from standard input.")
        ] = False,
        json: Json = False,
    ) -> None:
        """Make an account; without --password-stdin a password is made up and shown once.

        Examples:

        - `jobwise user create zoe@example.org --tier premium`
        - `pass show jobwise | jobwise user create zoe@example.org --password-stdin`
        """
        from app.presentation.cli import users

        work = users.create(
            door,
            email,
            username=username,
            full_name=full_name,
            tier=tier,
            is_verified=verified,
            from_stdin=password_stdin,
            as_json=json,
        )
        raise typer.Exit(asyncio.run(work))

    @user.command("set-tier", epilog=EXIT)
    def set_tier(
        login: login, tier: Annotated[Tier, typer.Argument(help="The subscription tier.")], json: Json = False
    ) -> None:
        """Put an account into another subscription tier.

        Examples:

        - `jobwise user set-tier zoe@example.org premium`
        """
        from app.presentation.cli import users

        raise typer.Exit(asyncio.run(users.set_tier(door, login, tier, as_json=json)))

    @user.command(epilog=EXIT)
    def export(
        login: login,
        out: Annotated[Path | None, typer.Option(help="The ZIP to write; else jobwise-<id>.zip.")] = None,
        json: Json = False,
    ) -> None:
        """Write everything an account owns to a ZIP.

        Examples:

        - `jobwise user export zoe@example.org --out zoe.zip`
        """
        from app.presentation.cli import users

        raise typer.Exit(asyncio.run(users.export(door, login, out=out, as_json=json)))

    @user.command(epilog=EXIT)
    def delete(
        login: login,
        yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
        json: Json = False,
    ) -> None:
        """Delete an account with everything it owns.

        Examples:

        - `jobwise user delete zoe@example.org`
        - `jobwise user delete zoe@example.org --yes --json`
        """
        from app.presentation.cli import users

        raise typer.Exit(asyncio.run(users.delete(door, login, is_sure=yes, as_json=json)))
