"""What every command has."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Print one JSON value on standard output.")]
EXIT = "Exit codes: 0 done, 1 the work failed, 2 bad usage, 3 needs review."
