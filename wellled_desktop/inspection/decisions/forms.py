"""The answers on a session's form, whose fields are the framework pack's."""

import datetime as dt

from wellled_desktop.framework.pack import FormField
from wellled_desktop.inspection import commands as c
from wellled_desktop.inspection.decisions.deciding import (
    Standing,
    clean,
    decide,
    going_session,
    one_line,
    put_back,
    remark,
    shown,
    taking_back,
)
from wellled_desktop.inspection.equality import OnForm, as_answer, read_answer
from wellled_desktop.inspection.errors import NotFound, RuleBroken
from wellled_desktop.inspection.journal import Fact

LARGEST_NUMBER = 100_000


@decide.register
def _(command: c.AnswerForm, standing: Standing, _now: dt.datetime) -> tuple[Fact, ...]:
    session = going_session(standing, command.session)
    field = standing.form_field(command.field)
    if field is None:
        raise NotFound(f"{shown(command.field)} is not a field of any form of this inspection's framework.")
    answer = _checked(field, command.answer)
    present = standing.form_answer(session.id, field.id)
    if answer == (present.answer if present else None):
        return ()
    kept = list(answer) if isinstance(answer, tuple) else answer
    return (Fact("form-answered", session.id, put_back(kept, command.since), field.id),)


@taking_back.register
def _(command: c.AnswerForm, standing: Standing) -> tuple[c.Command, ...]:
    present = standing.form_answer(command.session, command.field)
    if present is None:
        return (c.AnswerForm(command.session, command.field, None),)
    since = c.Since(present.set_at, present.author)
    return (c.AnswerForm(command.session, command.field, present.answer, since),)


def _checked(field: FormField, answer: c.Answer | None) -> c.Answer | None:
    """The answer as it is kept; None for an empty one. Raises RuleBroken when it is not of the field's kind."""
    label = f"“{field.label}”"
    if answer is None or answer in ("", ()):
        return None
    if field.kind == "yes-no" and isinstance(answer, bool):
        return answer
    if field.kind == "number" and isinstance(answer, int) and not isinstance(answer, bool):
        if not 0 <= answer <= LARGEST_NUMBER:
            raise RuleBroken(f"{label} takes a number from 0 to {LARGEST_NUMBER:,}; it stands as it was.")
        return answer
    if field.kind == "text" and isinstance(answer, str):
        return remark(answer, label) or None
    if field.kind == "choice" and isinstance(answer, str) and clean(answer) in field.choices:
        return answer
    if field.kind in ("list", "groups") and isinstance(answer, tuple):
        return (_lines if field.kind == "list" else _groups)(field, answer, label) or None
    raise RuleBroken(f"{label} takes {_KINDS[field.kind]}; it stands as it was.")


def _lines(field: FormField, answer: tuple[str, ...], label: str) -> tuple[str, ...]:
    kept = tuple(line for one in answer if (line := one_line(one, label)))
    if field.most is not None and len(kept) > field.most:
        raise RuleBroken(f"{label} takes at most {field.most}; it stands as it was.")
    return kept


def _groups(field: FormField, answer: tuple[str, ...], label: str) -> tuple[str, ...]:
    """In the order of the pack, each group once."""
    said: dict[str, OnForm] = {}
    for written, one in zip(answer, read_answer(answer), strict=True):
        if one.group not in field.choices:
            raise RuleBroken(
                f"{label} takes groups of the framework’s list and {shown(written)} is none; it stands as it was."
            )
        if (
            written.split() != as_answer([one])[0].split()
            or not 0 < (1 if one.people is None else one.people) <= LARGEST_NUMBER
        ):
            raise RuleBroken(
                f"{label} takes a group and, after it, a number from 1 to {LARGEST_NUMBER:,}; it stands as it was."
            )
        said[one.group] = one
    return as_answer(said[group] for group in field.choices if group in said)


_KINDS = {
    "yes-no": "yes or no",
    "number": "a whole number",
    "text": "words",
    "choice": "one of its choices",
    "list": "a list of short lines",
    "groups": "groups of the framework’s list",
}
