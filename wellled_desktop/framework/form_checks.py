"""What the forms of a pack must be: each id once, roles known, choices where there is something to choose."""

from collections.abc import Callable, Iterator

from wellled_desktop.framework.forms import GROUPS_HEARD
from wellled_desktop.framework.pack import FormField
from wellled_desktop.framework.pack_errors import PackError
from wellled_desktop.framework.pack_files import FormsFile

Wrong = Callable[..., PackError]


def form_problems(written: FormsFile, roles: set[str], wrong: Wrong) -> Iterator[PackError]:
    """Everything wrong with the forms; a field may stand on several forms only where it is the same there."""
    forms: set[str] = set()
    fields: dict[str, FormField] = {}
    for at, form in enumerate(written.forms):
        path = f"$.forms[{at}]"
        if form.id in forms:
            yield wrong(f"{path}.id", f"each form stands once and “{form.id[:60]}” stands twice")
        forms.add(form.id)
        for inner, role in enumerate(form.roles):
            if role not in roles:
                words = f"a role of the pack was expected and “{role[:60]}” is none"
                yield wrong(f"{path}.roles[{inner}]", words, f"role {role}")
        for inner, field in enumerate(form.fields):
            yield from _field_problems(field, fields, f"{path}.fields[{inner}]", wrong)


def _field_problems(field: FormField, fields: dict[str, FormField], path: str, wrong: Wrong) -> Iterator[PackError]:
    if fields.setdefault(field.id, field) != field:
        yield wrong(f"{path}.id", f"a field is the same on every form and “{field.id[:60]}” stands there twice, unlike")
    if (field.kind == "choice") != bool(field.choices):
        yield wrong(path, "choices were expected for a field of the kind choice, and for no other")
    if (field.kind == "groups") != (field.id == GROUPS_HEARD):
        yield wrong(path, f"the field {GROUPS_HEARD}, and no other, was expected to be of the kind groups")
    if field.labels:
        yield wrong(f"{path}.labels", "no labels were expected: those of the groups are the groups' own titles")
    if field.most is not None and (field.kind != "list" or field.most < 1):
        yield wrong(f"{path}.most", "a number from 1, and only for a field of the kind list, was expected")
