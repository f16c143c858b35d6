"""`wellled session`: what happens to a session once it is planned: changed, cancelled, paused, ended, from paper, signed off."""

from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import WRONG_USAGE, Stop
from wellled_desktop.cli.opening import find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json_line, say
from wellled_desktop.cli.roles import check_roles
from wellled_desktop.cli.typed import moment, one_line
from wellled_desktop.inspection.commands import (
    CancelSession,
    ChangeSession,
    Command,
    EndSession,
    PauseSession,
    RestoreSession,
    ResumeSession,
    SignOffSession,
    StartSession,
    TakeFromHandwrittenNotes,
)
from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.words import SessionKind

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

SessionArgument = Annotated[str, typer.Argument(metavar="SESSION", help="Its number (S-03) or id.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with the change.")]


def add_to(group: typer.Typer) -> None:
    group.command("change")(change)
    group.command("cancel")(cancel)
    group.command("restore")(restore)
    group.command("start")(start)
    group.command("pause")(pause)
    group.command("resume")(resume)
    group.command("end")(end)
    group.command("sign-off")(sign_off)
    group.command("handwritten")(handwritten)


def change(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: SessionArgument,
    kind: Annotated[SessionKind | None, typer.Option("--kind", help="What kind of session.")] = None,
    role: Annotated[
        list[str] | None, typer.Option("--role", metavar="ROLE", help="All its roles' ids; may be repeated.")
    ] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="TIME", help="Planned start: 2026-03-10T10:15.")] = None,
    unplanned: Annotated[bool, typer.Option("--unplanned", help="Take its planned time away.")] = False,
    minutes: Annotated[int | None, typer.Option("--minutes", min=5, max=720, help="Planned length.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT")] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="TEXT")] = None,
    lead: Annotated[str | None, typer.Option("--lead", metavar="NAME", help="The inspector who leads.")] = None,
    note_taker: Annotated[str | None, typer.Option("--note-taker", metavar="NAME", help="Who writes.")] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change what is planned of a session; what is not named stays as it is."""
    if at is not None and unplanned:
        raise Stop("A session has a time or is without one; give --at or --unplanned, not both.", WRONG_USAGE)
    roles = tuple(dict.fromkeys(one_line(one).casefold() for one in role)) if role else None
    begins = None if at is None else moment(at)
    title, place, lead, note_taker = (
        None if one is None else one_line(one) for one in (title, place, lead, note_taker)
    )
    with open_inspection(setting(context), inspection, author) as opened:
        if roles:
            check_roles(pinned_pack(opened.store), roles)
        found = find_session(opened.store, session)
        command = ChangeSession(
            found.id,
            kind,
            roles,
            title,
            begins,
            unplanned=unplanned,
            planned_minutes=minutes,
            place=place,
            lead=lead,
            note_taker=note_taker,
        )
        tell(opened.store, found, command, "changed", json=json)


def cancel(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: SessionArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Cancel a session without lines, with a reason; it can be restored."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session, cancelled=True)
        tell(opened.store, found, CancelSession(found.id, reason), "cancelled", json=json)


def restore(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: SessionArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Bring a cancelled session back, with a reason."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session, cancelled=True)
        tell(opened.store, found, RestoreSession(found.id, reason), "restored", json=json)


def start(
    context: typer.Context, inspection: Inspection, session: SessionArgument, author: Author = None, json: Json = False
) -> None:
    """Start a session now; its first line starts it as well."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        tell(opened.store, found, StartSession(found.id), "started", json=json)


def pause(
    context: typer.Context, inspection: Inspection, session: SessionArgument, author: Author = None, json: Json = False
) -> None:
    """Pause a session that is under way."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        tell(opened.store, found, PauseSession(found.id), "paused", json=json)


def resume(
    context: typer.Context, inspection: Inspection, session: SessionArgument, author: Author = None, json: Json = False
) -> None:
    """Go on with a paused session."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        tell(opened.store, found, ResumeSession(found.id), "resumed", json=json)


def end(
    context: typer.Context, inspection: Inspection, session: SessionArgument, author: Author = None, json: Json = False
) -> None:
    """End a session now; lines written after that say so."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        tell(opened.store, found, EndSession(found.id), "ended", json=json)


def sign_off(
    context: typer.Context, inspection: Inspection, session: SessionArgument, author: Author = None, json: Json = False
) -> None:
    """Say that the notes of an ended session are complete; they can still be amended, visibly."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        tell(opened.store, found, SignOffSession(found.id), "signed off", json=json)


def handwritten(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: SessionArgument,
    began: Annotated[str, typer.Option("--began", metavar="TIME", help="As on paper: 2026-03-10T10:15.")],
    ended: Annotated[str, typer.Option("--ended", metavar="TIME", help="As on paper: 2026-03-10T11:00.")],
    author: Author = None,
    json: Json = False,
) -> None:
    """Mark a session as taken from handwritten notes, held between these times; its lines carry the delay."""
    times = moment(began), moment(ended)
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        done = "is from handwritten notes"
        tell(opened.store, found, TakeFromHandwrittenNotes(found.id, *times), done, json=json)


def tell(store: "Store", session: Session, command: Command, done: str, *, json: bool) -> None:
    """Do it, and say whether anything was changed."""
    changes = store.execute(command)
    if json:
        as_json_line({"id": session.id, "ref": session.ref, "done": done if changes else "nothing"})
    else:
        say(f"{session.ref} {done}" if changes else f"{session.ref} was already so; nothing was changed")
