"""What the lists of the Today page say of the day: read models to rows, without a widget."""

from wellled_desktop.framework.pack import Pack, walk
from wellled_desktop.inspection.read_models import DayOverview, EvidenceItemState, NoteLine, Session
from wellled_desktop.ui.kit.rows import Row
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day
from wellled_desktop.ui.places import Place


def session_row(session: Session, titles: dict[str, str]) -> Row:
    time = clock_time(session.started_at or session.planned_start)
    who = session.title or ", ".join(titles.get(role, role) for role in session.roles)
    cells = (time, session.ref, in_words(session.kind), who, session.place, session.state, str(session.lines or ""))
    return Row(cells, Place("session", session.id))


def claim_row(line: NoteLine) -> Row:
    return Row((line.ref, line.text.replace("\n", " ")), Place("session", line.session_id, line.id))


def gathered_rows(day: DayOverview, pack: Pack) -> tuple[Row, ...]:
    """The day's evidence entries, then the states set on key-evidence items that day."""
    texts = {node.id: node.text for _, node in walk(pack) if hasattr(node, "text")}
    entries = [
        Row((entry.ref, in_words(entry.source_kind), entry.title), Place("evidence", entry.id)) for entry in day.entries
    ]
    states = [
        Row((one.node, in_words(one.state), texts.get(one.node, "")), Place("kloe", one.node.split(".")[0], one.node))
        for one in day.states_set
        if one.state != "none"
    ]
    return (*entries, *states)


def request_row(state: EvidenceItemState, pack: Pack) -> Row:
    texts = {node.id: node.text for _, node in walk(pack) if hasattr(node, "text")}
    said = state.reason or texts.get(state.node, "")
    return Row((state.node, short_day(state.day), said), Place("kloe", state.node.split(".")[0], state.node))


def coverage_rows(day: DayOverview, pack: Pack) -> tuple[Row, ...]:
    """For each KLOE: how many lines and evidence entries are linked under it, and how much of its checklist is gathered."""
    ticked = set(day.gathered)
    rows = []
    for kloe in pack.kloes:
        under = [one for one in day.counts if one.node == kloe.id or one.node.startswith(f"{kloe.id}.")]
        items = [item.id for item in kloe.evidence]
        cells = (
            kloe.id,
            kloe.sub_heading,
            f"{sum(one.lines for one in under):,}",
            f"{sum(item in ticked for item in items)} of {len(items)}",
        )
        rows.append(Row(cells, Place("kloe", kloe.id)))
    return tuple(rows)
