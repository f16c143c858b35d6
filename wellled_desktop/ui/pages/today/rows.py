"""What the lists of the Today page say of the day: read models to rows, without a widget."""

from collections import Counter

from wellled_desktop.inspection.read_models import (
    DayOverview,
    EvidenceItemState,
    ImmediateConcern,
    Request,
    Session,
)
from wellled_desktop.inspection.speaking import spoken_state
from wellled_desktop.inspection.triangulation.coverage import KloeCoverage, Point, most_telling
from wellled_desktop.inspection.words import EVIDENCE_STATES
from wellled_desktop.ui.kit.concern_words import log_words
from wellled_desktop.ui.kit.rows import Row
from wellled_desktop.ui.kit.speaking import session_words, words_of
from wellled_desktop.ui.kit.words import clock_time, in_words, short_day
from wellled_desktop.ui.places import Place

OF_EACH = 2
"""So many things to look at are listed of each KLOE: a list that one acts on is short."""


def session_row(session: Session, titles: dict[str, str]) -> Row:
    cells = (
        clock_time(session.started_at or session.planned_start),
        session.ref,
        in_words(session.kind),
        session_words(session, titles),
        session.place,
        spoken_state(session),
        str(session.lines or ""),
    )
    return Row(cells, Place("session", session.id))


def claim_rows(day: DayOverview) -> tuple[Row, ...]:
    """Each with what is still asked of the trust to prove it."""
    asked: dict[str | None, list[str]] = {}
    for request in day.requests:
        asked.setdefault(request.line, []).append(request.ref)
    return tuple(
        Row(
            (line.ref, words_of(line), ", ".join(asked.get(line.id, ()))),
            Place("session", line.session_id, line.id),
        )
        for line in day.open_claims
    )


def gathered_rows(day: DayOverview, texts: dict[str, str], key_evidence: str) -> tuple[Row, ...]:
    """The day's evidence entries by their source, then the key-evidence items ticked that day (`key_evidence` names those)."""
    entries = [
        Row((entry.ref, entry.title, in_words(entry.source_kind)), Place("evidence", entry.id)) for entry in day.entries
    ]
    ticked = [
        Row((one.node, texts.get(one.node, ""), key_evidence), Place("kloe", one.node.split(".")[0], one.node))
        for one in day.states_set
        if one.state == "gathered"
    ]
    return (*entries, *ticked)


def other_states(day: DayOverview) -> str:
    """The other states set that day, counted: requested 2, not held 1; "" for none."""
    counts = Counter(one.state for one in day.states_set)
    return ", ".join(
        f"{in_words(state)} {counts[state]}"
        for state in EVIDENCE_STATES
        if counts[state] and state not in ("gathered", "none")
    )


def concern_row(concern: ImmediateConcern) -> Row:
    line = concern.line
    cells = (line.ref, words_of(line), log_words(concern))
    return Row(cells, Place("session", line.session_id, line.id))


def request_rows(day: DayOverview, texts: dict[str, str]) -> tuple[Row, ...]:
    """The requests still open, by number, then the key evidence asked for without one."""
    numbered = (_request_row(one) for one in day.requests)
    items = (_item_row(one, texts) for one in day.requested)
    return (*numbered, *items)


def _request_row(request: Request) -> Row:
    said = f"{request.asked_for} ({request.asked_of})" if request.asked_of else request.asked_for
    return Row((request.ref, short_day(request.day), said), Place("requests", selected=request.id))


def _item_row(state: EvidenceItemState, texts: dict[str, str]) -> Row:
    said = state.reason or texts.get(state.node, "")
    return Row((state.node, short_day(state.day), said), Place("kloe", state.node.split(".")[0], state.node))


def coverage_rows(found: tuple[KloeCoverage, ...]) -> tuple[Row, ...]:
    """What one would look at next, the most telling of each KLOE; a claim leads to its line, what has nothing yet to its KLOE."""
    return tuple(
        Row((point.about, point.said), _place_of(kloe.kloe, point)) for kloe, point in most_telling(found, OF_EACH)
    )


def left_out(found: tuple[KloeCoverage, ...]) -> int:
    """How many things to look at are left to Triangulation."""
    return sum(len(one.points) for one in found) - len(most_telling(found, OF_EACH))


def _place_of(kloe: str, point: Point) -> Place:
    if point.kind == "nothing yet":
        return Place("kloe", kloe, point.node)
    return Place("session", point.session, point.line) if point.line else Place("triangulation", selected=point.node)
