"""Options and arguments that several command groups share."""

from typing import Annotated

import typer

from wellled_desktop.cli.opening import setting


def _here_or_before(context: typer.Context, value: bool) -> bool:
    """`--json` counts both after the command and before it."""
    return value or setting(context).json


Json = Annotated[bool, typer.Option("--json", help="Machine-readable output.", callback=_here_or_before)]
Inspection = Annotated[
    str, typer.Argument(metavar="INSPECTION", help="Its id, the beginning of one, or the provider code.")
]
Author = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who writes, if not the vault's owner.")]
