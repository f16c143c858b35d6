"""The program `wellled`: its options and its command groups. `build` is called by the composition root."""

from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli import (
    attachments,
    checks,
    citing,
    concerns,
    corroboration,
    equality,
    evidence,
    example,
    find,
    findings,
    framework,
    inspections,
    judgements,
    liaison,
    lines,
    local_nodes,
    reading,
    reports,
    requests,
    risks,
    schedule,
    session_course,
    session_form,
    sessions,
    sheets,
    triangulation,
    vaults,
    worries,
)
from wellled_desktop.cli.exits import IN_WORDS
from wellled_desktop.cli.opening import Setting, measured

if TYPE_CHECKING:  # the vault is loaded by the command that needs it
    from wellled_desktop.vault.key_derivation import KeyDerivation

Library = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DIR", envvar="WELLLED_LIBRARY", help="The folder of the vault and the inspections."
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        envvar="WELLLED_PASSPHRASE_FILE",
        help="A file that holds the passphrase, or the recovery key (never an argument).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Machine-readable output; may also stand after the command.")]

# As the modules are loaded, not in `build`: what is built a second time would hold these commands twice.
session_course.add_to(sessions.group)
session_form.add_to(sessions.group)
attachments.add_to(evidence.group)
evidence.group.add_typer(reading.group, name="reading")
liaison.add_to(requests.group)
local_nodes.add_to(framework.group)


def build(
    default_library: Callable[[], Path],
    packs: Traversable,
    resources: Traversable,
    calibrate: "Callable[[], KeyDerivation]" = measured,
) -> typer.Typer:
    """The whole command line, for a library that is at `default_library` unless an option says otherwise.

    `calibrate` says how hard a new passphrase makes Argon2id work; by default it measures this laptop.
    """
    app = typer.Typer(
        name="wellled",
        help="The record of an inspection of how well led an NHS trust is, from the command line.",
        epilog=IN_WORDS,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )

    @app.callback()
    def main(
        context: typer.Context,
        library: Library = None,
        passphrase_file: PassphraseFile = None,
        json: AsJson = False,
    ) -> None:
        context.obj = Setting(library or default_library(), packs, resources, passphrase_file, json, calibrate)

    _add_groups(app)
    return app


def _add_groups(app: typer.Typer) -> None:
    inspections.add_to(app)
    checks.add_to(app)
    find.add_to(app)
    citing.add_to(app)
    triangulation.add_to(app)
    equality.add_to(app)
    for name, group in (
        ("vault", vaults.group),
        ("framework", framework.group),
        ("evidence", evidence.group),
        ("session", sessions.group),
        ("schedule", schedule.group),
        ("line", lines.group),
        ("sheet", sheets.group),
        ("request", requests.group),
        ("concern", concerns.group),
        ("corroboration", corroboration.group),
        ("worry", worries.group),
        ("risk", risks.group),
        ("findings", findings.group),
        ("judgement", judgements.group),
        ("report", reports.group),
        ("example", example.group),
    ):
        app.add_typer(group, name=name)
