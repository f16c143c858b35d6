"""`wellled equality`: which groups of staff and of patients were heard. Nothing below five is told; see `inspection.equality`."""

from functools import partial
from typing import Any

import typer

from wellled_desktop.cli.choices import Inspection, Json
from wellled_desktop.cli.opening import open_inspection, pinned_pack, setting
from wellled_desktop.cli.output import as_json, as_table, say
from wellled_desktop.framework.pack import Pack
from wellled_desktop.inspection.equality import GroupHeard, advice_on, asking_words, groups_heard, people_in_words

_NO_GROUPS = "The framework of this inspection lists no groups."
_ALL_HEARD = "No advice: every group of the list was heard."


def equality(context: typer.Context, *, inspection: Inspection, json: Json = False) -> None:
    """Which groups were heard, in how many sessions and by how many people at least; then those that nobody has heard yet.

    A session's form says it: wellled session form INSPECTION SESSION groups-heard "night-staff 12" disabled-staff
    """
    from wellled_desktop.store.equality_reading import sessions_heard

    with open_inspection(setting(context), inspection) as opened:
        pack = pinned_pack(opened.store)
        rows = groups_heard(pack, opened.store.read(sessions_heard))
    if json:
        as_json(list(map(partial(_as_mapping, pack), rows)))
        return
    as_table(("Group", "Of", "Sessions", "People", "Kinds", "Last heard"), map(_row, rows), _NO_GROUPS)
    say("")
    advice = [(row.group.id, advice_on(pack, row)) for row in rows if not row.heard]
    as_table(("Group", "Advice"), advice, _ALL_HEARD)


def _row(row: GroupHeard) -> tuple[object, ...]:
    refs = ", ".join(one.ref for one in row.sessions)
    return (row.group.id, row.group.side, refs, people_in_words(row), ", ".join(row.kinds), row.last or "")


def _as_mapping(pack: Pack, row: GroupHeard) -> dict[str, Any]:
    return {
        "group": row.group.id,
        "title": row.group.title,
        "side": row.group.side,
        "characteristic": row.group.characteristic,
        "heard": row.heard,
        "sessions": [one.ref for one in row.sessions],
        "at_least": row.at_least,
        "fewer_than_five": row.few,
        "kinds": row.kinds,
        "last": row.last,
        "advice": advice_on(pack, row),
        "asked_by": tuple(asking_words(pack, row.group)),
    }


def add_to(app: typer.Typer) -> None:
    app.command("equality")(equality)
