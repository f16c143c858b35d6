"""`wellled line`: writing note lines and changing them the way the record allows."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE, Stop, status_of
from wellled_desktop.cli.input_lines import input_lines
from wellled_desktop.cli.inspections import new_id
from wellled_desktop.cli.opening import find_line, find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_json_line, as_table, named, remark, say, with_properties
from wellled_desktop.cli.typed import node_id, one_line, quoted, unshowable
from wellled_desktop.framework.pack import walk
from wellled_desktop.inspection.commands import AmendLine, Command, RestoreLine, RetractLine, WriteLine
from wellled_desktop.inspection.errors import RuleBroken
from wellled_desktop.inspection.read_models import NoteLine, Session
from wellled_desktop.inspection.speaking import spoken_after_sign_off, spoken_delay, spoken_marks, spoken_voice
from wellled_desktop.inspection.words import VOICES, LineType, Weight

if TYPE_CHECKING:  # the store is loaded by the command that needs it
    from wellled_desktop.store.store import Store

group = typer.Typer(no_args_is_help=True, help="Note lines.")

LineArgument = Annotated[str, typer.Argument(metavar="LINE", help="Its id, or “S-03 l.27”, or S-03.27.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with the change.")]


@group.command("add")
def add(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: Annotated[str, typer.Argument(metavar="SESSION", help="S-03, or its id.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words; - writes a line for each input line.")],
    line_type: Annotated[LineType, typer.Option("--type", help="How it is known.")] = "said",
    speaker: Annotated[
        str | None,
        typer.Option(
            "--speaker", help="A participant's role, label or id; several, nobody-answered, disagreement, silence."
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="NODE", help="A framework node's id; may be repeated.")
    ] = None,
    claim: Annotated[bool, typer.Option("--claim", help="It is still to be proved.")] = False,
    concern: Annotated[bool, typer.Option("--concern", help="It counts against.")] = False,
    strength: Annotated[bool, typer.Option("--strength", help="It counts for.")] = False,
    other_way: Annotated[
        bool, typer.Option("--points-other-way", "--other-way", help="It points the other way.")
    ] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Write lines. Each is acknowledged on standard output, with its number and id, once it is on disk.

    With --json each acknowledgement is an object on a line of its own. From standard input, empty lines are passed over, and
    the first line that is refused ends the command.
    """
    weight = _weight(concern=concern, strength=strength)
    tags = tuple(map(node_id, tag or ()))
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        who = _speaker(found, speaker) if speaker else None
        blank = WriteLine("", found.id, "", line_type, who, tags, claim, weight, other_way)
        if text == "-":
            _write_input(opened.store, blank, json=json)
        else:
            _remark_on_unshown([_write(opened.store, blank, text, json=json)])


@group.command("list")
def list_lines(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: Annotated[str | None, typer.Option("--session", help="Only this session's: S-03, or its id.")] = None,
    node: Annotated[
        str | None, typer.Option("--node", help="Only lines tagged with this framework node or below it.")
    ] = None,
    json: Json = False,
) -> None:
    """The note lines, in the order written; retracted, amended and late ones say so."""
    from wellled_desktop.store import reading

    with open_inspection(setting(context), inspection) as opened:
        session_id = find_session(opened.store, session).id if session else None
        tagged = _node(opened.store, node) if node else None
        found = opened.store.read(partial(reading.lines, session_id=session_id, node=tagged))
        speakers = _speakers(opened.store.read(reading.sessions))
    if json:
        as_json([with_properties(one, "ref") for one in found])
        return
    as_table(
        ("Line", "Day", "Time", "Type", "Speaker", "Text", "Marks", "Tags"),
        [_cells(one, speakers) for one in found],
        "No line has been written yet.",
    )


@group.command("amend")
def amend(
    context: typer.Context,
    *,
    inspection: Inspection,
    line: LineArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The line's words as they shall be.")],
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Needed once ten minutes have passed.")
    ] = None,
    author: Author = None,
    json: Json = False,
) -> None:
    """Change a line's words; the original stays readable."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_line(opened.store, line)
        changed = _change(opened.store, found, AmendLine(found.id, text, reason=reason), "amended", json=json)
        if changed:
            _remark_on_unshown([(found.ref, unshowable(text))])


@group.command("retract")
def retract(
    context: typer.Context,
    *,
    inspection: Inspection,
    line: LineArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Take a line back, with a reason; it stays readable and can be restored."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_line(opened.store, line)
        _change(opened.store, found, RetractLine(found.id, reason), "retracted", json=json)


@group.command("restore")
def restore(
    context: typer.Context,
    *,
    inspection: Inspection,
    line: LineArgument,
    reason: Reason,
    author: Author = None,
    json: Json = False,
) -> None:
    """Bring a retracted line back, with a reason."""
    with open_inspection(setting(context), inspection, author) as opened:
        found = find_line(opened.store, line)
        _change(opened.store, found, RestoreLine(found.id, reason), "restored", json=json)


def _write(store: "Store", blank: WriteLine, text: str, *, json: bool) -> tuple[str, int]:
    """The line's number, and how many characters of it cannot be shown."""
    from msgspec.structs import replace

    command = replace(blank, id=new_id(), text=text)
    store.execute(command)
    ref = find_line(store, command.id).ref
    named(command.id, ref, f"{ref} {command.id}", json=json)
    return ref, unshowable(text)


def _write_input(store: "Store", blank: WriteLine, *, json: bool) -> None:
    from wellled_desktop.store.errors import StoreError

    replaced = 0
    written: list[tuple[str, int]] = []
    for number, words, unreadable in input_lines():
        try:
            written.append(_write(store, blank, words, json=json))
            replaced += unreadable
        except (RuleBroken, StoreError) as refused:
            sentence = f"Input line {number} was not written: {refused} Those acknowledged before it are kept."
            raise Stop(sentence, status_of(refused) or 1) from None
    if replaced:
        remark(f"{_characters(replaced)} could not be read as UTF-8; in the record each is replaced by \ufffd.")
    _remark_on_unshown(written)


def _remark_on_unshown(written: Sequence[tuple[str, int]]) -> None:
    """Once for all the lines, each given by its number with how many characters of it cannot be shown."""
    touched = [(ref, unshown) for ref, unshown in written if unshown]
    if touched:
        first, count = touched[0][0], sum(unshown for _, unshown in touched)
        where = first if len(touched) == 1 else f"{len(touched)} lines, the first of them {first}"
        remark(f"{_characters(count)} that cannot be shown became \ufffd in {where}.")


def _characters(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"


def _change(store: "Store", line: NoteLine, command: Command, done: str, *, json: bool) -> bool:
    changes = store.execute(command)
    if json:
        as_json_line({"id": line.id, "ref": line.ref, "done": done if changes else "nothing"})
    else:
        say(f"{line.ref} {done}" if changes else f"{line.ref} was already so; nothing was changed")
    return bool(changes)


def _node(store: "Store", typed: str) -> str:
    wanted = node_id(typed)
    if wanted not in {node.id for _, node in walk(pinned_pack(store))}:
        raise Stop(f"{quoted(typed)} is not in this inspection's framework.", NOT_FOUND)
    return wanted


def _weight(*, concern: bool, strength: bool) -> Weight:
    if concern and strength:
        raise Stop("A line is a concern or a strength, not both; write two lines.", WRONG_USAGE)
    return "concern" if concern else "strength" if strength else "neutral"


def _speaker(session: Session, called: str) -> str:
    wanted = one_line(called)
    voice = wanted.replace(" ", "-")
    if voice in VOICES:
        return voice
    fits = [one.id for one in session.participants if wanted in (one.id, one.role, one.label)]
    if len(fits) != 1:
        known = ", ".join(one.label or one.role for one in session.participants) or "nobody is listed"
        raise Stop(f"{quoted(called)} does not name one participant of {session.ref} ({known}).", NOT_FOUND)
    return fits[0]


def _speakers(sessions: Sequence[Session]) -> dict[str, str]:
    """Who each participant is by role and label; never by name."""
    people = (person for session in sessions for person in session.participants)
    return {one.id: f"{one.role} {one.label}".strip() for one in people}


def _cells(line: NoteLine, speakers: dict[str, str]) -> tuple[object, ...]:
    time = f"{line.local_time:%H:%M}"
    who = speakers.get(line.speaker or "") or spoken_voice(line.speaker)
    return (
        line.ref,
        line.day,
        time,
        line.line_type,
        who,
        shown_words(line),
        ", ".join(_marks(line)),
        " ".join(line.tags),
    )


def _marks(line: NoteLine) -> Iterator[str]:
    """The inspector's own marks, then what became of the line, in the day report's words."""
    yield from spoken_marks(line)
    if line.amendments:
        yield "amended"
    if line.retracted_at is not None:
        yield "retracted"
    if line.written_after_end_minutes is not None:
        yield "written later"
    if signed := spoken_after_sign_off(line):
        yield signed


def shown_words(line: NoteLine) -> str:
    """The words, after what a reader must know of how they came to stand there."""
    retracted = "" if line.retracted_at is None else f"retracted: {line.retraction_reason}"
    return " ".join((*(f"[{words}]" for words in (retracted, spoken_delay(line)) if words), line.text))
