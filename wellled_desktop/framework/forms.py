"""The form of a session: which fields it has, by its kind and roles. The forms themselves are the pack's data."""

from collections.abc import Sequence

from wellled_desktop.framework.pack import FormField, Pack, SessionKind


def form_for(pack: Pack, kind: SessionKind, roles: Sequence[str]) -> tuple[FormField, ...]:
    """The fields of all forms that this session has, each once, in the order of the pack."""
    fields = {
        field.id: field
        for form in pack.forms
        if (not form.kinds or kind in form.kinds) and (not form.roles or set(roles).intersection(form.roles))
        for field in form.fields
    }
    return tuple(fields.values())


def all_fields(pack: Pack) -> dict[str, FormField]:
    """Every field of every form, by id."""
    return {field.id: field for form in pack.forms for field in form.fields}
