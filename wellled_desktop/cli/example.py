"""`wellled example`: an inspection of an invented trust, to look round in and to test with."""

import typer

from wellled_desktop.cli.choices import Json
from wellled_desktop.cli.opening import open_vault, setting
from wellled_desktop.cli.output import bar, named, remark
from wellled_desktop.cli.packs import DEFAULT_PACK, shipped_pack

group = typer.Typer(no_args_is_help=True, help="The example inspection, of an invented trust.")


@group.callback()
def example() -> None:
    """The example inspection, of an invented trust."""


@group.command("create")
def create(context: typer.Context, json: Json = False) -> None:
    """Create the example inspection: three days, 38 sessions, 4,450 lines. Its id is printed.

    Where a whole one is there already, its id is printed and no second one is made.
    """
    from wellled_desktop.reports.example_documents import documents_in
    from wellled_desktop.vault.example import create_example, whole_example

    chosen = setting(context)
    pack = shipped_pack(chosen, DEFAULT_PACK)
    with open_vault(chosen) as vault:
        opened = whole_example(vault)
        if opened is not None:
            remark("The example inspection is already there; this is its id.")
        else:
            with bar("Making the example inspection") as progress:
                opened = create_example(
                    vault, chosen.resources, pack, progress, documents=documents_in(chosen.resources)
                )
        opened.close()
        (made,) = (one for one in vault.inspections() if one.id == opened.id)
        named(made.id, made.provider_code, made.id, json=json)
