"""`wellled session form` and `wellled session show`: the form of a session, and all that is known of one."""

import datetime as dt
from functools import partial
from typing import Annotated

import typer
from msgspec.structs import asdict

from wellled_desktop.cli.choices import Author, Inspection, Json
from wellled_desktop.cli.exits import NOT_FOUND, WRONG_USAGE, Stop
from wellled_desktop.cli.opening import find_session, open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, with_properties
from wellled_desktop.cli.session_course import SessionArgument, tell
from wellled_desktop.cli.typed import one_line, quoted
from wellled_desktop.framework.forms import GROUPS_HEARD, HEAD_COUNT, form_for
from wellled_desktop.framework.pack import FormField, Pack, role_titles
from wellled_desktop.inspection.commands import Answer, AnswerForm
from wellled_desktop.inspection.equality import FEWEST_TOLD, in_room, people_counted, session_in_words
from wellled_desktop.inspection.read_models import FormAnswer, Session, Talk
from wellled_desktop.inspection.speaking import role_and_label, spoken_share, spoken_unspoken, spoken_voice

_YES_NO = {"yes": True, "no": False}


def add_to(group: typer.Typer) -> None:
    group.command("form")(form)
    group.command("show")(show)


def form(
    context: typer.Context,
    *,
    inspection: Inspection,
    session: SessionArgument,
    field: Annotated[
        str | None, typer.Argument(metavar="[FIELD]", help="A field's id; without one all are shown.")
    ] = None,
    answer: Annotated[
        list[str] | None, typer.Argument(metavar="[ANSWER]...", help="What it says; several for a list.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take the answer of the field away.")] = False,
    author: Author = None,
    json: Json = False,
) -> None:
    """Show the form of a session, or answer one field of it."""
    from wellled_desktop.store.talk_reading import form_answers

    with open_inspection(setting(context), inspection, author) as opened:
        found = find_session(opened.store, session)
        fields = form_for(pinned_pack(opened.store), found.kind, found.roles)
        if field is not None:
            if clear == bool(answer):
                raise Stop("Give the field an answer, or --clear to take it away.", WRONG_USAGE)
            wanted = _field(fields, field, found)
            read = None if clear else _read(wanted, answer or [])
            tell(
                opened.store,
                found,
                AnswerForm(found.id, wanted.id, read),
                "answered" if answer else "cleared",
                json=json,
            )
            return
        if clear:
            raise Stop("Name the field whose answer is to be taken away.", WRONG_USAGE)
        given = opened.store.read(partial(form_answers, session_id=found.id))
    said = {one.field: one.answer for one in given}
    if json:
        as_json([{**asdict(one), "answer": said.get(one.id)} for one in fields])
        return
    rows = [(one.id, one.label, one.kind, _shown(said.get(one.id))) for one in fields]
    as_table(("Field", "Label", "Kind", "Answer"), rows, "This session's form has no fields.")


def show(context: typer.Context, inspection: Inspection, session: SessionArgument, json: Json = False) -> None:
    """All that is known of a session, cancelled or not, but for its lines. Names are never shown here."""
    from wellled_desktop.store.session_reading import talk
    from wellled_desktop.store.talk_reading import form_answers

    with open_inspection(setting(context), inspection) as opened:
        found = find_session(opened.store, session, cancelled=True)
        answers = opened.store.read(partial(form_answers, session_id=found.id))
        heard = opened.store.read(partial(talk, session_id=found.id))
        pack = pinned_pack(opened.store)
    if json:
        told = [{**asdict(one), "answer": _told(one, found, answers, pack)} for one in answers]
        as_json({**with_properties(found, "ref", "state"), "answers": told, **asdict(heard)})
        return
    as_table(("What", "Value"), [*_facts(found, pack), *_talk(found, pack, heard), *_answers(found, pack, answers)], "")


def _facts(session: Session, pack: Pack) -> list[tuple[str, object]]:
    titles = role_titles(pack)
    pauses = ", ".join(f"{_time(one.began)} to {_time(one.until) or 'now'}" for one in session.pauses)
    facts: list[tuple[str, object]] = [
        ("Session", session.ref),
        ("State", session.state),
        ("Kind", session.kind),
        ("Title", session.title),
        ("Roles", ", ".join(titles.get(role, role) for role in session.roles)),
        (
            "Taking part",
            "; ".join(role_and_label(titles.get(one.role, one.role), one.label) for one in session.present),
        ),
        ("Day", session.day),
        ("Planned", session.planned_start and f"{_time(session.planned_start)}, {session.planned_minutes} minutes"),
        ("Place", session.place),
        ("Lead", session.lead),
        ("Note-taker", session.note_taker),
        ("Began", _time(session.started_at)),
        ("Ended", _time(session.ended_at)),
        ("From handwritten notes", "yes" if session.from_handwritten_notes else ""),
        ("Paused", pauses),
        ("Cancelled because", session.cancelled_reason),
        ("Signed off", _signed_off(session)),
        ("Lines", session.lines),
    ]
    return [(label, value) for label, value in facts if value not in (None, "")]


def _signed_off(session: Session) -> str:
    if session.signed_off_at is None:
        return ""
    since = ", changed since" if session.changed_since_sign_off else ""
    return f"{_time(session.signed_off_at)} by {session.signed_off_by}{since}"


def _talk(session: Session, pack: Pack, heard: Talk) -> list[tuple[str, object]]:
    titles = role_titles(pack)
    called = {one.id: role_and_label(titles.get(one.role, one.role), one.label) for one in session.participants}
    shares = "; ".join(
        f"{called.get(one.speaker or '') or spoken_voice(one.speaker) or 'nobody in particular'} {spoken_share(one.share)}"
        for one in heard.shares
    )
    rows: list[tuple[str, object]] = [
        ("Share of talk, by words", shares),
        ("Nobody's talk", spoken_unspoken(heard.unspoken)),
    ]
    return [(label, value) for label, value in rows if value]


def _answers(session: Session, pack: Pack, answers: tuple[FormAnswer, ...]) -> list[tuple[str, object]]:
    labels = {one.id: one.label for one in form_for(pack, session.kind, session.roles)}
    return [(labels.get(one.field, one.field), _shown(_told(one, session, answers, pack))) for one in answers]


def _told(one: FormAnswer, session: Session, answers: tuple[FormAnswer, ...], pack: Pack) -> Answer:
    """The answer as it may be told outside the form: of the groups that were heard, none of fewer than five, nor a head count."""
    if one.field == HEAD_COUNT and isinstance(one.answer, int) and 0 < one.answer < FEWEST_TOLD:
        return people_counted(one.answer)
    if one.field != GROUPS_HEARD:
        return one.answer
    titles = {group.id: group.title for group in pack.groups}
    return session_in_words(one.answer, titles, session.kind, in_room(answers))


def _field(fields: tuple[FormField, ...], called: str, session: Session) -> FormField:
    wanted = one_line(called).casefold()
    for field in fields:
        if field.id == wanted:
            return field
    raise Stop(
        f"{quoted(called)} is not a field of the form of {session.ref}; “wellled session form” lists them.", NOT_FOUND
    )


def _read(field: FormField, words: list[str]) -> Answer:
    """The words as the kind of answer that the field takes; whether it may be so is the record's to say."""
    if field.kind in ("list", "groups"):
        return tuple(words)
    if len(words) > 1:
        raise Stop(f"“{field.label}” takes one answer; put it in quotation marks.", WRONG_USAGE)
    word = words[0].strip()
    if field.kind == "yes-no" and word.casefold() in _YES_NO:
        return _YES_NO[word.casefold()]
    if field.kind == "number" and word.isdecimal():
        return int(word)
    return words[0]


def _shown(answer: Answer | None) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return "; ".join(answer) if isinstance(answer, tuple) else "" if answer is None else str(answer)


def _time(at: dt.datetime | None) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}" if at else ""
