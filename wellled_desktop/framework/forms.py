"""The form of a session: which fields it has, by its kind and roles. The forms themselves are the pack's data."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from wellled_desktop.framework.pack import Form, FormField, Pack, SessionKind, role_titles

# Fields that the app itself asks after: the key that ticks the statement, the advice before a sign-off.
OPENING_STATEMENT = "opening-statement"
SUMMARY = "summary"
HEAD_COUNT = "head-count"
# What stands in it is never shown as it is outside the session's own form: see `inspection.equality`.
GROUPS_HEARD = "groups-heard"


def forms_for(pack: Pack, kind: SessionKind, roles: Sequence[str]) -> tuple[Form, ...]:
    """The forms that this session has, in the order of the pack; a field that stands on several is on the first alone."""
    forms: list[Form] = []
    seen: set[str] = set()
    for form in pack.forms:
        if (form.kinds and kind not in form.kinds) or (form.roles and not set(roles).intersection(form.roles)):
            continue
        fields = tuple(_with_groups(field, pack) for field in form.fields if field.id not in seen)
        seen.update(field.id for field in fields)
        if fields:
            forms.append(msgspec.structs.replace(form, fields=fields))
    return tuple(forms)


def all_forms(pack: Pack) -> tuple[Form, ...]:
    """Every form as some session with one role has it, each once, in the order of the pack's kinds and roles."""
    roles = ("", *role_titles(pack))
    found = (form for kind in get_args(SessionKind) for role in roles for form in forms_for(pack, kind, (role,)))
    return tuple(dict.fromkeys(found))


def form_for(pack: Pack, kind: SessionKind, roles: Sequence[str]) -> tuple[FormField, ...]:
    """The fields of all forms that this session has, each once, in the order of the pack."""
    return tuple(field for form in forms_for(pack, kind, roles) for field in form.fields)


def all_fields(pack: Pack) -> dict[str, FormField]:
    """Every field of every form, by id."""
    return {field.id: _with_groups(field, pack) for form in pack.forms for field in form.fields}


def _with_groups(field: FormField, pack: Pack) -> FormField:
    """The field with the pack's groups to choose from, where it is one that asks after them."""
    if field.kind != "groups":
        return field
    ids, titles = tuple(one.id for one in pack.groups), tuple(one.title for one in pack.groups)
    return msgspec.structs.replace(field, choices=ids, labels=titles)
